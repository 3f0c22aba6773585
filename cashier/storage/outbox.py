"""The outbox on disk: what waits for a connection."""

from __future__ import annotations

from typing import Any

import apsw

from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = (
    "subject_id, till_id, account_id, kind, input, operator_id, created_at, attempts, last_attempt_at, error"
)


def put(connection: apsw.Connection, item: OutboxItem) -> None:
    """Let something wait; what waited for the same payment before gives way to it."""
    connection.execute(
        f"INSERT INTO outbox ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (subject_id) DO UPDATE SET kind = excluded.kind, input = excluded.input,"
        " operator_id = excluded.operator_id, attempts = excluded.attempts,"
        " last_attempt_at = excluded.last_attempt_at, error = excluded.error",
        (
            item.subject_id,
            item.till_id,
            item.account_id,
            item.kind.value,
            item.input,
            item.operator_id,
            to_column(item.created_at),
            item.attempts,
            to_column(item.last_attempt_at),
            item.error,
        ),
    )


def remove(connection: apsw.Connection, subject_id: str) -> bool:
    """Let nothing wait for a payment any more; say whether something did."""
    connection.execute("DELETE FROM outbox WHERE subject_id = ?", (subject_id,))
    return connection.changes() > 0


def clear(connection: apsw.Connection) -> None:
    """Let nothing wait any more."""
    connection.execute("DELETE FROM outbox")


def of_subject(connection: apsw.Connection, subject_id: str) -> OutboxItem | None:
    """Return what waits for a payment, if anything does."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM outbox WHERE subject_id = ?", (subject_id,)).fetchone()
    return None if row is None else _item(row)


def waiting(connection: apsw.Connection) -> list[OutboxItem]:
    """Return everything that waits, oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM outbox ORDER BY created_at, subject_id")
    return [_item(row) for row in rows]


def _item(row: tuple[Any, ...]) -> OutboxItem:
    return OutboxItem(
        subject_id=row[0],
        till_id=row[1],
        account_id=row[2],
        kind=OutboxKind(row[3]),
        input=row[4],
        operator_id=row[5],
        created_at=known_time(row[6]),
        attempts=row[7],
        last_attempt_at=from_column(row[8]),
        error=row[9],
    )
