"""The till's own settings: small texts by name."""

from __future__ import annotations

import apsw


def get(connection: apsw.Connection, name: str) -> str | None:
    """Return a setting, None if it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: apsw.Connection, name: str, value: str) -> None:
    """Set a setting."""
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def forget(connection: apsw.Connection, name: str) -> None:
    """Let a setting be as if it was never set."""
    connection.execute("DELETE FROM settings WHERE name = ?", (name,))


def every(connection: apsw.Connection) -> dict[str, str]:
    """Return all settings by name."""
    return {str(name): str(value) for name, value in connection.execute("SELECT name, value FROM settings")}
