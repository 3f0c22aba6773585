"""Where everything about a till's file stands: beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATABASE_NAME: Final = "till.db"
# What SQLite keeps beside an open file; a file is moved with them or not at all.
COMPANIONS: Final = ("-wal", "-shm")

_PARTIAL_SUFFIX = ".part"


def backups_folder(database: Path) -> Path:
    """Return the folder of a till's own backups."""
    return database.with_name("backups")


def set_aside_folder(database: Path) -> Path:
    """Return the folder of the files that backups took the place of; nothing in it is ever deleted by the program."""
    return database.with_name("set-aside")


def swap_folder(database: Path) -> Path:
    """Return the folder that exists while a backup is being put in a till's file's place."""
    return database.with_name("restoring")


def companions(database: Path) -> list[Path]:
    """Return the files that SQLite may keep beside a file."""
    return [database.with_name(database.name + suffix) for suffix in COMPANIONS]


def partial(path: Path) -> Path:
    """Return the name a file has while it is being written."""
    return path.with_name(path.name + _PARTIAL_SUFFIX)
