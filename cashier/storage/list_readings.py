"""How far each account's list has been read; written in the same transaction as the records it is about."""

from __future__ import annotations

from datetime import datetime

import apsw
import msgspec

from cashier.domain.list_reading import ListReading, set_back
from cashier.storage.time_columns import to_column


def get(connection: apsw.Connection, account_id: str) -> ListReading:
    """Return how far an account's list has been read; nothing of it if that was never written down."""
    row = connection.execute(
        "SELECT reading FROM list_readings WHERE account_id = ?", (account_id,)
    ).fetchone()
    return ListReading() if row is None else msgspec.json.decode(str(row[0]), type=ListReading)


def put(connection: apsw.Connection, account_id: str, reading: ListReading, now: datetime) -> None:
    """Store how far an account's list has been read."""
    connection.execute(
        "INSERT INTO list_readings (account_id, reading, updated_at) VALUES (?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET reading = excluded.reading, updated_at = excluded.updated_at",
        (account_id, msgspec.json.encode(reading).decode(), to_column(now)),
    )


def set_all_back(connection: apsw.Connection, now: datetime) -> None:
    """Let every list be read again from well before where its reading had come to."""
    for (account_id,) in connection.execute("SELECT account_id FROM list_readings").fetchall():
        put(connection, str(account_id), set_back(get(connection, str(account_id))), now)
