"""Profiles of tills that are killed: how they are made, what is in them, and whether they are whole.

LostError    something is not there, or not whole, that has to be
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import apsw

from cashier.domain.backup import Backup, BackupPlace
from cashier.domain.preferences import Preferences
from cashier.domain.redaction import Redactor
from cashier.services.backups import BackupPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage import backup_check, events, profile_files, settings
from cashier.storage.database import Database
from tests.faults.kept_vault import KeptVault

EARLIER_FILES = Path(__file__).parents[1] / "unit" / "storage" / "earlier_files"
PIN = "482913"
PASSPHRASE = "a made-up passphrase"
Start = Callable[[], None]

# Long pauses: what is killed is what a scenario does, and nothing else.
PLAN = BackupPlan(first_pause_s=3600, check_after_s=3600)


class LostError(Exception):
    """Something is not there, or not whole, that has to be."""


def require(holds: object, what: str) -> None:
    """Go on only if something holds.

    Raises:
        LostError: if it does not.
    """
    if not holds:
        raise LostError(what)


def file_of_version(version: int, path: Path) -> None:
    """Make a file as an earlier version of the program left it, and as it was closed by it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = apsw.Connection(str(path))
    connection.execute((EARLIER_FILES / f"schema_{version}.sql").read_text(encoding="utf-8"))
    connection.pragma("journal_mode", "wal")
    connection.close()


def profile(folder: Path) -> Path:
    """Return where a scenario's till has its file."""
    return folder / "profile" / profile_files.DATABASE_NAME


async def open_shop(folder: Path, *, plan: BackupPlan | None = None) -> Till:
    """Open a scenario's till; nothing of it is started."""
    database = await Database.open(profile(folder))
    vault = KeptVault(folder / "vault.json")
    return await open_till(database, vault, SystemClock(), Redactor(), backup_plan=plan)


async def make_shop(folder: Path) -> None:
    """Make a till with open payments and withdrawals, and people whose PIN can be checked."""
    file_of_version(3, profile(folder))
    till = await open_shop(folder)
    await till.database.write(
        lambda c: c.execute("DELETE FROM operators WHERE id NOT IN (SELECT operator_id FROM events)")
    )
    await till.operators.set_up_till(Preferences(shop_name="Example"), name="Karim Example", pin=PIN)
    await mark(till, "backed up")
    await till.close()
    for file in profile_files.backups_folder(profile(folder)).iterdir():
        file.unlink()


async def mark(till: Till, word: str) -> None:
    """Write a word down by which one state of the file is known from another."""
    await till.database.write(lambda connection: settings.put(connection, "marked", word))


async def by_manager(till: Till) -> dict[str, str]:
    """Return what the manager signs with."""
    people = await till.operators.in_service()
    return {"manager_id": people[-1].id, "pin": PIN}


def rows_of(connection: apsw.Connection) -> dict[str, str]:
    """Return what is in a file, so that two can be compared."""
    return {
        table: json.dumps(connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall())  # noqa: S608  # our own list
        for table in (
            "operators",
            "payments",
            "operations",
            "events",
            "outbox",
            "withdrawals",
            "transfer_batches",
        )
    }


def rows_of_closed(path: Path) -> dict[str, str]:
    """Return what is in a file that nobody has open, as `rows_of`."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return rows_of(connection)
    finally:
        connection.close()


def remember(folder: Path, name: str, rows: dict[str, str]) -> None:
    """Keep rows for another process to compare with."""
    (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")


def remembered(folder: Path, name: str) -> dict[str, str]:
    """Return the rows that `remember` kept."""
    found: dict[str, str] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def is_whole(connection: apsw.Connection) -> bool:
    """Say whether SQLite finds nothing wrong with a file, and its chain of events holds."""
    return (
        connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and connection.execute("PRAGMA foreign_key_check").fetchall() == []
        and events.first_broken_link(connection) is None
    )


def backups_of(folder: Path) -> list[Backup]:
    """Return the till's own backups, newest first."""
    return backup_check.listed(profile_files.backups_folder(profile(folder)), BackupPlace.PROFILE)


def old_rows(path: Path, *, but_codes: bool = False) -> dict[str, str]:
    """Return the rows of a file in the columns that its first version had."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        found = {}
        for table in (
            "settings",
            "operators",
            "accounts",
            "payments",
            "operations",
            "events",
            "outbox",
            "withdrawals",
        ):
            if table in tables:
                columns = [
                    name
                    for (name, *_) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608  # our own list
                ]
                columns = [name for name in columns if name != "place"]
                rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1").fetchall()  # noqa: S608  # our own list
                if rows or table not in {"outbox", "withdrawals"}:
                    found[table] = json.dumps(
                        [dict(zip(columns, row, strict=True)) for row in rows], sort_keys=True
                    )
    finally:
        connection.close()
    return without_codes(found) if but_codes else found


def without_codes(rows: dict[str, str]) -> dict[str, str]:
    """Return rows as a copy has them, which holds no customers' codes."""
    changed = dict(rows)
    for table in ("operations", "outbox"):
        if table in changed:
            kept = json.loads(changed[table])
            for row in kept:
                arguments = json.loads(row["input"])
                arguments.pop("code", None)
                row["input"] = json.dumps(arguments, sort_keys=True)
            changed[table] = json.dumps(kept, sort_keys=True)
    return changed
