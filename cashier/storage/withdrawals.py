"""Withdrawals on disk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import apsw

from cashier.domain.money import RIAL, Money
from cashier.domain.search_text import searchable, words_sought
from cashier.domain.withdrawal import (
    MONEY_OUT_STATES,
    OPEN_WITHDRAWAL_STATES,
    Withdrawal,
    WithdrawalReason,
    WithdrawalState,
)
from cashier.storage import history_links
from cashier.storage.errors import NotStoredError, StaleWriteError
from cashier.storage.time_columns import from_column, known_time, to_column

_NAMES = (
    "id",
    "till_id",
    "account_id",
    "intent_id",
    "reference",
    "amount_rial",
    "iban",
    "holder",
    "note",
    "pay_id",
    "batch_id",
    "batch_row",
    "state",
    "reason",
    "operator_id",
    "approver_id",
    "approved_at",
    "submitted_at",
    "provider_key",
    "tracking_number",
    "ref_code",
    "provider_code",
    "provider_message",
    "fault_fields",
    "bank_name",
    "told_holder",
    "paid_at",
    "created_at",
    "updated_at",
    "version",
)
_COLUMNS = ", ".join(_NAMES)
_INSERT = (
    f"INSERT INTO withdrawals ({_COLUMNS}, search_text, place) VALUES ({', '.join('?' * (len(_NAMES) + 2))})"
)
_UPDATE = (
    f"UPDATE withdrawals SET {', '.join(f'{name} = ?' for name in _NAMES)}, search_text = ?"
    " WHERE id = ? AND version = ? RETURNING place"
)


def _listed(states: Collection[WithdrawalState]) -> str:
    return ", ".join(f"'{state.value}'" for state in WithdrawalState if state in states)


# Word for word what the index of open ones says, or SQLite does not know that it is meant, and reads through all of them.
_OPEN = _listed(OPEN_WITHDRAWAL_STATES)
_MONEY_OUT = _listed(MONEY_OUT_STATES)


def insert(connection: apsw.Connection, withdrawal: Withdrawal) -> None:
    """Store a new withdrawal, whose amount is in rial, and its line of history."""
    place = history_links.add_withdrawal(connection, withdrawal)
    connection.execute(_INSERT, (*_values(withdrawal), place))


def update(connection: apsw.Connection, withdrawal: Withdrawal) -> None:
    """Store a withdrawal whose `version` is one more than the stored one's, and its line of history.

    Raises:
        StaleWriteError: if the stored withdrawal was changed since it was read.
    """
    row = connection.execute(
        _UPDATE, (*_values(withdrawal), withdrawal.id, withdrawal.version - 1)
    ).fetchone()
    if row is None:
        raise StaleWriteError(f"withdrawal {withdrawal.id} was changed since it was read")
    history_links.change_withdrawal(connection, int(str(row[0])), withdrawal)


def get(connection: apsw.Connection, withdrawal_id: str) -> Withdrawal:
    """Return one withdrawal.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM withdrawals WHERE id = ?", (withdrawal_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no withdrawal {withdrawal_id}")
    return _withdrawal(row)


def every(connection: apsw.Connection) -> Iterator[Withdrawal]:
    """Yield all withdrawals, oldest first."""
    ids = connection.execute("SELECT id FROM withdrawals ORDER BY created_at, id").fetchall()
    # One after the other, so that each can be changed meanwhile.
    return (get(connection, str(withdrawal_id)) for (withdrawal_id,) in ids)


def of_intent(connection: apsw.Connection, intent_id: str) -> Withdrawal | None:
    """Return the withdrawal that one press of "review" made, if it made one."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals WHERE intent_id = ?", (intent_id,)
    ).fetchone()
    return None if row is None else _withdrawal(row)


def is_reference_taken(connection: apsw.Connection, reference: str) -> bool:
    """Return whether a withdrawal has this reference."""
    known = connection.execute("SELECT 1 FROM withdrawals WHERE reference = ?", (reference,)).fetchone()
    return known is not None


def of_batch(
    connection: apsw.Connection,
    batch_id: str,
    *states: WithdrawalState,
    limit: int = -1,
    changed_since: datetime | None = None,
) -> list[Withdrawal]:
    """Return a batch's withdrawals in the order of their rows; only those in `states`, if any are named.

    With `changed_since` only those changed then or later.
    """
    wanted = f" AND state IN ({_listed(states)})" if states else ""
    changed = "" if changed_since is None else " AND updated_at >= ?"
    since = () if changed_since is None else (to_column(changed_since),)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals WHERE batch_id = ?{wanted}{changed} ORDER BY batch_row LIMIT ?",
        (batch_id, *since, limit),
    )
    return [_withdrawal(row) for row in rows]


def still_open(
    connection: apsw.Connection, *states: WithdrawalState, account_id: str | None = None
) -> list[Withdrawal]:
    """Return every withdrawal something is still to be done about, oldest first; only in `states`, if named."""
    wanted = f" AND state IN ({_listed(states)})" if states else ""
    of_account = "" if account_id is None else " AND account_id = ?"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals INDEXED BY withdrawals_open WHERE state IN ({_OPEN}){wanted}{of_account}"
        " ORDER BY created_at, id",
        () if account_id is None else (account_id,),
    )
    return [_withdrawal(row) for row in rows]


def open_alone(connection: apsw.Connection) -> list[Withdrawal]:
    """Return every withdrawal of no batch that something is still to be done about, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals INDEXED BY withdrawals_open WHERE state IN ({_OPEN}) AND batch_id IS NULL ORDER BY created_at, id"
    )
    return [_withdrawal(row) for row in rows]


def accepted_by_account(connection: apsw.Connection) -> dict[str, datetime]:
    """Return the accounts that have accepted withdrawals, with when the newest of them was last heard of, UTC."""
    rows = connection.execute(
        f"SELECT account_id, MAX(updated_at) FROM withdrawals INDEXED BY withdrawals_open WHERE state IN ({_OPEN}) AND state = 'accepted'"
        " GROUP BY account_id"
    )
    return {str(account_id): known_time(int(str(at))) for account_id, at in rows}


def account_used_last(connection: apsw.Connection) -> str | None:
    """Return the id of the newest withdrawal's account."""
    row = connection.execute(
        "SELECT account_id FROM withdrawals ORDER BY created_at DESC, id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])


def newest(connection: apsw.Connection, *, text: str = "", limit: int) -> list[Withdrawal]:
    """Return the newest withdrawals that hold every word of `text` in what can be searched, newest first."""
    words = words_sought(text)
    has_one = [" OR ".join(["search_text LIKE ? ESCAPE '\\'"] * len(meant)) for meant in words]
    wanted = "".join(f" AND ({condition})" for condition in has_one)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals WHERE state <> 'draft'{wanted}"
        " ORDER BY created_at DESC, id DESC LIMIT ?",
        (*(f"%{_literal(word)}%" for meant in words for word in meant), limit),
    )
    return [_withdrawal(row) for row in rows]


def alike(connection: apsw.Connection, withdrawal: Withdrawal, since: datetime) -> list[Withdrawal]:
    """Return other withdrawals to the same IBAN, of the same amount, that are not given up, newest first.

    Only those that were made, agreed to or sent since then. Those of its own batch are left out; those that the provider refused are not.
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM withdrawals WHERE iban = ? AND amount_rial = ? AND id <> ?"
        # One may have waited long for its approval, or its connection, and have left just now.
        " AND MAX(created_at, IFNULL(approved_at, 0), IFNULL(submitted_at, 0)) >= ?"
        " AND (batch_id IS NULL OR batch_id IS NOT ?)"
        " AND state NOT IN ('draft', 'cancelled') ORDER BY created_at DESC, id DESC",
        (
            withdrawal.iban,
            withdrawal.money.to(RIAL).text,
            withdrawal.id,
            to_column(since),
            withdrawal.batch_id,
        ),
    )
    return [_withdrawal(row) for row in rows]


def sent_since(connection: apsw.Connection, account_id: str, since: datetime) -> Money:
    """Return the sum, in rial, of an account's withdrawals approved since then whose money is out or may be."""
    rows = connection.execute(
        f"SELECT amount_rial FROM withdrawals WHERE account_id = ? AND approved_at >= ? AND state IN ({_MONEY_OUT})",
        (account_id, to_column(since)),
    )
    return Money(sum((Decimal(str(amount)) for (amount,) in rows), Decimal(0)), RIAL)


def keys_claimed(connection: apsw.Connection, account_id: str, keys: Iterable[str]) -> set[str]:
    """Return those of the provider's names that a withdrawal of the account already has."""
    return {
        key
        for key in keys
        if connection.execute(
            "SELECT 1 FROM withdrawals WHERE account_id = ? AND provider_key = ?", (account_id, key)
        ).fetchone()
    }


def counts_of_batch(
    connection: apsw.Connection, batch_id: str
) -> tuple[Mapping[WithdrawalState, int], Mapping[WithdrawalState, Money], int]:
    """Return how many of a batch stand in each state, their sums in rial, and how many only a person can settle."""
    counts: dict[WithdrawalState, int] = {}
    totals: dict[WithdrawalState, Money] = {}
    # Summed here and not by SQL, whose whole numbers end at 64 bits.
    for state, amount in connection.execute(
        "SELECT state, amount_rial FROM withdrawals WHERE batch_id = ?", (batch_id,)
    ):
        known = WithdrawalState(state)
        counts[known] = counts.get(known, 0) + 1
        totals[known] = totals.get(known, Money(Decimal(0), RIAL)) + Money(Decimal(str(amount)), RIAL)
    with_person = connection.execute(
        "SELECT COUNT(*) FROM withdrawals JOIN operations ON operations.subject_id = withdrawals.id"
        " WHERE batch_id = ? AND withdrawals.state = 'unknown' AND operations.state = 'needs_person'",
        (batch_id,),
    ).fetchone()
    return counts, totals, int(str(with_person[0])) if with_person else 0


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _search_text(withdrawal: Withdrawal) -> str:
    parts = (
        withdrawal.reference,
        withdrawal.iban,
        withdrawal.holder,
        withdrawal.note,
        withdrawal.pay_id,
        withdrawal.money.text,
        withdrawal.provider_key,
        withdrawal.tracking_number,
        withdrawal.ref_code,
        withdrawal.provider_message,
        withdrawal.told_holder,
        withdrawal.bank_name,
    )
    return searchable(" ".join(part for part in parts if part))


def _values(withdrawal: Withdrawal) -> tuple[apsw.SQLiteValue, ...]:
    return (
        withdrawal.id,
        withdrawal.till_id,
        withdrawal.account_id,
        withdrawal.intent_id,
        withdrawal.reference,
        withdrawal.money.to(RIAL).text,
        withdrawal.iban,
        withdrawal.holder,
        withdrawal.note,
        withdrawal.pay_id,
        withdrawal.batch_id,
        withdrawal.batch_row,
        withdrawal.state.value,
        withdrawal.reason.value if withdrawal.reason else None,
        withdrawal.operator_id,
        withdrawal.approver_id,
        to_column(withdrawal.approved_at),
        to_column(withdrawal.submitted_at),
        withdrawal.provider_key,
        withdrawal.tracking_number,
        withdrawal.ref_code,
        withdrawal.provider_code,
        withdrawal.provider_message,
        " ".join(withdrawal.fault_fields),
        withdrawal.bank_name,
        withdrawal.told_holder,
        to_column(withdrawal.paid_at),
        to_column(withdrawal.created_at),
        to_column(withdrawal.updated_at),
        withdrawal.version,
        _search_text(withdrawal),
    )


def _withdrawal(row: tuple[Any, ...]) -> Withdrawal:
    column = dict(zip(_NAMES, row, strict=True))
    return Withdrawal(
        id=column["id"],
        till_id=column["till_id"],
        account_id=column["account_id"],
        intent_id=column["intent_id"],
        reference=column["reference"],
        money=Money.from_storage(column["amount_rial"], RIAL.code),
        iban=column["iban"],
        holder=column["holder"],
        note=column["note"],
        pay_id=column["pay_id"],
        batch_id=column["batch_id"],
        batch_row=column["batch_row"],
        state=WithdrawalState(column["state"]),
        reason=WithdrawalReason(column["reason"]) if column["reason"] else None,
        operator_id=column["operator_id"],
        approver_id=column["approver_id"],
        approved_at=from_column(column["approved_at"]),
        submitted_at=from_column(column["submitted_at"]),
        provider_key=column["provider_key"],
        tracking_number=column["tracking_number"],
        ref_code=column["ref_code"],
        provider_code=column["provider_code"],
        provider_message=column["provider_message"],
        fault_fields=tuple(column["fault_fields"].split()),
        bank_name=column["bank_name"],
        told_holder=column["told_holder"],
        paid_at=from_column(column["paid_at"]),
        created_at=known_time(column["created_at"]),
        updated_at=known_time(column["updated_at"]),
        version=column["version"],
    )
