"""The people of the till, on disk."""

from __future__ import annotations

from typing import Any

import apsw

from cashier.domain.operator import Operator, Role
from cashier.storage.errors import NotStoredError
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = "id, till_id, name, role, pin_hash, failed_tries, last_failed_at, created_at, removed_at"


def save(connection: apsw.Connection, operator: Operator) -> None:
    """Store an operator, new or changed."""
    connection.execute(
        f"INSERT INTO operators ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash,"
        " failed_tries = excluded.failed_tries, last_failed_at = excluded.last_failed_at,"
        " removed_at = excluded.removed_at",
        (
            operator.id,
            operator.till_id,
            operator.name,
            operator.role.value,
            operator.pin_hash,
            operator.failed_tries,
            to_column(operator.last_failed_at),
            to_column(operator.created_at),
            to_column(operator.removed_at),
        ),
    )


def get(connection: apsw.Connection, operator_id: str) -> Operator:
    """Return one operator.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM operators WHERE id = ?", (operator_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no operator {operator_id}")
    return _operator(row)


def in_service(connection: apsw.Connection) -> list[Operator]:
    """Return the operators who were not removed, in the order they came."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM operators WHERE removed_at IS NULL ORDER BY id")
    return [_operator(row) for row in rows]


def every(connection: apsw.Connection) -> list[Operator]:
    """Return everyone who ever worked here, in the order they came."""
    return [_operator(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM operators ORDER BY id")]


def _operator(row: tuple[Any, ...]) -> Operator:
    return Operator(
        id=row[0],
        till_id=row[1],
        name=row[2],
        role=Role(row[3]),
        pin_hash=row[4],
        failed_tries=row[5],
        last_failed_at=from_column(row[6]),
        created_at=known_time(row[7]),
        removed_at=from_column(row[8]),
    )
