"""Payments on disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import apsw

from cashier.domain.money import Money
from cashier.domain.payment import OPEN_PAYMENT_STATES, Payment, PaymentReason, PaymentState
from cashier.storage import history_links
from cashier.storage.errors import NotStoredError, StaleWriteError
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = (
    "id, till_id, account_id, intent_id, reference, amount, unit, customer_no, note, state, reason, operator_id,"
    " provider_key, expires_at, customer_paid_at, paid_at, provider_reference, provider_message, created_at, updated_at, version"
)
# Word for word what the index of open ones says, or SQLite does not know that it is meant, and reads through all of them.
_OPEN = ", ".join(f"'{state.value}'" for state in PaymentState if state in OPEN_PAYMENT_STATES)


def insert(connection: apsw.Connection, payment: Payment) -> None:
    """Store a new payment, and its line of history."""
    values = (*_values(payment), history_links.add_payment(connection, payment))
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO payments ({_COLUMNS}, place) VALUES ({marks})", values)


def update(connection: apsw.Connection, payment: Payment) -> None:
    """Store a payment whose `version` is one more than the stored one's, and its line of history.

    Raises:
        StaleWriteError: if the stored payment was changed since it was read.
    """
    assignments = ", ".join(f"{column.strip()} = ?" for column in _COLUMNS.split(","))
    row = connection.execute(
        f"UPDATE payments SET {assignments} WHERE id = ? AND version = ? RETURNING place",
        (*_values(payment), payment.id, payment.version - 1),
    ).fetchone()
    if row is None:
        raise StaleWriteError(f"payment {payment.id} was changed since it was read")
    history_links.change_payment(connection, int(str(row[0])), payment)


def get(connection: apsw.Connection, payment_id: str) -> Payment:
    """Return one payment.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM payments WHERE id = ?", (payment_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no payment {payment_id}")
    return _payment(row)


def of_intent(connection: apsw.Connection, intent_id: str) -> Payment | None:
    """Return the payment that one press of "send" made, if it made one."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM payments WHERE intent_id = ?", (intent_id,)).fetchone()
    return None if row is None else _payment(row)


def newest(connection: apsw.Connection, *, since: datetime, limit: int) -> list[Payment]:
    """Return the payments made since then, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM payments WHERE created_at >= ? ORDER BY created_at DESC, id DESC LIMIT ?",
        (to_column(since), limit),
    )
    return [_payment(row) for row in rows]


def every(connection: apsw.Connection) -> Iterator[Payment]:
    """Yield all payments, oldest first."""
    ids = connection.execute("SELECT id FROM payments ORDER BY created_at, id").fetchall()
    # One after the other, so that each can be changed meanwhile.
    return (get(connection, str(payment_id)) for (payment_id,) in ids)


def still_open(connection: apsw.Connection) -> list[Payment]:
    """Return every payment that someone, or the program, still has to do something about, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM payments INDEXED BY payments_open WHERE state IN ({_OPEN}) ORDER BY created_at, id"
    )
    return [_payment(row) for row in rows]


def account_used_last(connection: apsw.Connection) -> str | None:
    """Return the id of the newest payment's account."""
    row = connection.execute(
        "SELECT account_id FROM payments ORDER BY created_at DESC, id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])


def paid_amounts(connection: apsw.Connection, *, since: datetime) -> list[Money]:
    """Return the amount of every payment made since then that was paid."""
    rows = connection.execute(
        "SELECT amount, unit FROM payments WHERE created_at >= ? AND state = 'paid'", (to_column(since),)
    )
    return [Money.from_storage(str(amount), str(unit)) for amount, unit in rows]


def _values(payment: Payment) -> tuple[apsw.SQLiteValue, ...]:
    return (
        payment.id,
        payment.till_id,
        payment.account_id,
        payment.intent_id,
        payment.reference,
        payment.money.text,
        payment.money.code,
        payment.customer_no,
        payment.note,
        payment.state.value,
        payment.reason.value if payment.reason else None,
        payment.operator_id,
        payment.provider_key,
        to_column(payment.expires_at),
        to_column(payment.customer_paid_at),
        to_column(payment.paid_at),
        payment.provider_reference,
        payment.provider_message,
        to_column(payment.created_at),
        to_column(payment.updated_at),
        payment.version,
    )


def _payment(row: tuple[Any, ...]) -> Payment:
    return Payment(
        id=row[0],
        till_id=row[1],
        account_id=row[2],
        intent_id=row[3],
        reference=row[4],
        money=Money.from_storage(row[5], row[6]),
        customer_no=row[7],
        note=row[8],
        state=PaymentState(row[9]),
        reason=PaymentReason(row[10]) if row[10] else None,
        operator_id=row[11],
        provider_key=row[12],
        expires_at=from_column(row[13]),
        customer_paid_at=from_column(row[14]),
        paid_at=from_column(row[15]),
        provider_reference=row[16],
        provider_message=row[17],
        created_at=known_time(row[18]),
        updated_at=known_time(row[19]),
        version=row[20],
    )
