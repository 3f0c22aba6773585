"""Which file is a till's, of which version, and how one of an earlier version is brought up to this one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import apsw

from cashier.storage import history_filling

# "Cshr": tells a till's file from any other SQLite file.
APPLICATION_ID = 0x43736872

# What a step adds is filled from what is there, in the same transaction.
_FILLED_BY: dict[int, Callable[[apsw.Connection], None]] = {4: history_filling.fill}


def migrations() -> list[str]:
    """Return the schema's steps, the first first; a file's version is how many of them it has taken."""
    folder = resources.files("cashier.storage.migrations")
    scripts = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name
    )
    return [script.read_text(encoding="utf-8") for script in scripts]


def bring_up(connection: apsw.Connection, steps: list[str], version: int) -> None:
    """Take the steps that a file of `version` has not taken, each in a transaction of its own with its number."""
    for number, script in enumerate(steps[version:], start=version + 1):
        with connection:
            connection.execute(script)
            if number in _FILLED_BY:
                _FILLED_BY[number](connection)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", number)


def is_ours(connection: apsw.Connection) -> bool:
    """Say whether a file is a till's, or empty."""
    application = connection.pragma("application_id")
    if application == 0:
        return not connection.pragma("user_version") and not _has_tables(connection)
    return bool(application == APPLICATION_ID)


def _has_tables(connection: apsw.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_schema").get)
