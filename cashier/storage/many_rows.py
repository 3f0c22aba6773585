"""Many rows with few statements: each statement lets go of the interpreter and waits until it gets it back."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

# With more values than so, SQLite takes longer to read the statement than it saves.
_VALUES_AT_ONCE = 800


def insert(
    connection: apsw.Connection,
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[apsw.SQLiteValue]],
) -> None:
    """Insert rows in their order; `table` and `columns` are the program's own words."""
    row = f"({', '.join('?' * len(columns))})"
    at_once = _VALUES_AT_ONCE // len(columns)
    for start in range(0, len(rows), at_once):
        some = rows[start : start + at_once]
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(some))}",
            [value for values in some for value in values],
        )


def marks(values: Sequence[apsw.SQLiteValue]) -> str:
    """Return the marks of so many values, as they stand in `IN (…)`."""
    return ", ".join("?" * len(values))
