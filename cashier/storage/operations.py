"""The journal: one row for each call to a provider that may have an effect."""

from __future__ import annotations

from typing import Any

import apsw

from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.storage.errors import NotStoredError, StaleWriteError
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = (
    "id, till_id, account_id, subject_id, kind, state, input, prepared_at, sent_at, answered_at, settled_at,"
    " answer, error, attempts, next_attempt_at"
)


def insert(connection: apsw.Connection, operation: Operation) -> None:
    """Store a new operation."""
    values = _values(operation)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO operations ({_COLUMNS}) VALUES ({marks})", values)


def update(connection: apsw.Connection, operation: Operation, *, before: OperationState) -> None:
    """Store an operation over its row, which must still be in the state it was read in.

    Raises:
        StaleWriteError: if the row has moved on, so that one step is never taken twice.
    """
    assignments = ", ".join(f"{column.strip()} = ?" for column in _COLUMNS.split(","))
    connection.execute(
        f"UPDATE operations SET {assignments} WHERE id = ? AND state = ?",
        (*_values(operation), operation.id, before.value),
    )
    if connection.changes() != 1:
        raise StaleWriteError(f"operation {operation.id} is no longer {before.value}")


def get(connection: apsw.Connection, operation_id: str) -> Operation:
    """Return one operation.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM operations WHERE id = ?", (operation_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no operation {operation_id}")
    return _operation(row)


def of_subject(connection: apsw.Connection, subject_id: str) -> list[Operation]:
    """Return every call that was made about one payment, oldest first."""
    # In the order they were written down: an id tells its time, and clocks are set back.
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM operations WHERE subject_id = ? ORDER BY rowid", (subject_id,)
    )
    return [_operation(row) for row in rows]


def unsettled(connection: apsw.Connection, *kinds: OperationKind) -> list[Operation]:
    """Return every call whose outcome is not known and written, oldest first; only of these kinds, if named."""
    wanted = ", ".join(f"'{kind.value}'" for kind in kinds or OperationKind)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM operations WHERE state NOT IN ('applied', 'refused', 'not_sent')"
        f" AND kind IN ({wanted}) ORDER BY id"
    )
    return [_operation(row) for row in rows]


def _values(operation: Operation) -> tuple[apsw.SQLiteValue, ...]:
    return (
        operation.id,
        operation.till_id,
        operation.account_id,
        operation.subject_id,
        operation.kind.value,
        operation.state.value,
        operation.input,
        to_column(operation.prepared_at),
        to_column(operation.sent_at),
        to_column(operation.answered_at),
        to_column(operation.settled_at),
        operation.answer,
        operation.error,
        operation.attempts,
        to_column(operation.next_attempt_at),
    )


def _operation(row: tuple[Any, ...]) -> Operation:
    return Operation(
        id=row[0],
        till_id=row[1],
        account_id=row[2],
        subject_id=row[3],
        kind=OperationKind(row[4]),
        state=OperationState(row[5]),
        input=row[6],
        prepared_at=known_time(row[7]),
        sent_at=from_column(row[8]),
        answered_at=from_column(row[9]),
        settled_at=from_column(row[10]),
        answer=row[11],
        error=row[12],
        attempts=row[13],
        next_attempt_at=from_column(row[14]),
    )
