"""Looking into the file of a backup, without changing it or anything beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePath
from urllib.parse import quote

import apsw
import msgspec
import structlog

from cashier.domain.backup import AccountInBackup, Backup, BackupContents, BackupPlace, parse_backup_name
from cashier.domain.list_reading import ListReading, fetched_again_from
from cashier.domain.payment import OPEN_PAYMENT_STATES
from cashier.domain.withdrawal import OPEN_WITHDRAWAL_STATES
from cashier.storage import schema
from cashier.storage.errors import (
    BackupDamagedError,
    BackupNewerError,
    BackupUnreadableError,
    NotABackupError,
)
from cashier.storage.file_steps import StepStoppedError
from cashier.storage.time_columns import from_column

_log = structlog.get_logger(__name__)

# What is counted in a file and in the copy of it.
_COUNTED = (
    "settings",
    "operators",
    "accounts",
    "payments",
    "operations",
    "events",
    "outbox",
    "transfer_batches",
    "withdrawals",
    "beneficiaries",
    "history",
    "provider_records",
    "list_readings",
)
# SQLite's own instructions between two questions whether to go on: some milliseconds.
_STEPS_AT_ONCE = 100_000

_HEADER_BYTES = 100
_VERSION_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)

Facts = dict[str, str]


def facts_of(connection: apsw.Connection) -> Facts:
    """Return what a whole copy has in common with what it was made of: how many rows, and where its chain ends."""
    tables = _tables(connection)
    facts = {
        name: str(connection.execute(f"SELECT count(*) FROM {name}").get)
        for name in _COUNTED
        if name in tables
    }
    if "events" in tables:
        last = connection.execute("SELECT hash FROM events ORDER BY sequence DESC LIMIT 1").fetchone()
        facts["last event"] = "" if last is None else str(last[0])
    return facts


@contextmanager
def opened(path: Path) -> Iterator[apsw.Connection]:
    """Open a file that nobody writes to, to be read only; nothing is made beside it.

    Raises:
        NotABackupError: if it is no till's file; in the block as well, as the rest.
        BackupDamagedError: if it is not whole.
        BackupNewerError: if a newer version of the program made it.
        BackupUnreadableError: if the disk will not give it.
    """
    try:
        header = _header(path)
        if header[_APPLICATION_AT] != schema.APPLICATION_ID.to_bytes(4, "big"):
            raise NotABackupError(f"{path} is no till's file")
        version = int.from_bytes(header[_VERSION_AT], "big")
        if version > len(schema.migrations()):
            raise BackupNewerError(f"{path} has schema {version}")
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        with closing(apsw.Connection(f"{uri_of(path.resolve())}?immutable=1", flags=flags)) as connection:
            connection.pragma("trusted_schema", 0)
            yield connection
    except (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, msgspec.DecodeError, ValueError) as error:
        # A text that is none, or no number, is damage that SQLite does not look for.
        raise BackupDamagedError(f"{path}: {error}") from error
    except (apsw.CantOpenError, apsw.IOError, apsw.PermissionsError, OSError) as error:
        raise BackupUnreadableError(f"{path}: {error}") from error


def uri_of(path: PurePath) -> str:
    """Return the address of a file for SQLite, which takes no other computer's name where a web address has it."""
    name = path.as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name), safe='/:')}"


def check_whole(path: Path, goes_on: Callable[[], bool], expected: Facts | None = None) -> None:
    """Read a backup from its first page to its last.

    Args:
        path: of the file.
        goes_on: asked again and again, whether to.
        expected: what it was made of; None if that is not known any more.

    Raises:
        BackupDamagedError: if a page is damaged, or it is not what it was made of. The rest as `opened`.
        StepStoppedError: if `goes_on` says no.
    """
    with opened(path) as connection:
        if fault := first_fault(connection, goes_on):
            raise BackupDamagedError(f"{path}: {fault}")
        if expected is not None and (found := facts_of(connection)) != expected:
            raise BackupDamagedError(f"{path}: holds {found}, and was made of {expected}")


def first_fault(connection: apsw.Connection, goes_on: Callable[[], bool]) -> str:
    """Return what SQLite finds wrong with a file first, empty if it is whole; reads all of it.

    Raises:
        StepStoppedError: if `goes_on` says no.
    """
    if not goes_on():
        raise StepStoppedError
    connection.set_progress_handler(lambda: not goes_on(), _STEPS_AT_ONCE)
    try:
        row = connection.execute("PRAGMA quick_check(1)").fetchone()
    except apsw.InterruptError as error:
        raise StepStoppedError from error
    finally:
        connection.set_progress_handler(None)
    return "" if row is None or row[0] == "ok" else str(row[0])


def contents(path: Path) -> BackupContents:
    """Return what a backup holds. Raises as `opened`."""
    with opened(path) as connection:
        tables = _tables(connection)
        settings = dict(connection.execute("SELECT name, value FROM settings"))

        def count(table: str, condition: str = "1") -> int:
            if table not in tables:
                return 0
            found: int = connection.execute(f"SELECT count(*) FROM {table} WHERE {condition}").get
            return found

        open_payments = f"state IN ({_listed(state.value for state in OPEN_PAYMENT_STATES)})"
        open_withdrawals = f"state IN ({_listed(state.value for state in OPEN_WITHDRAWAL_STATES)})"
        last = connection.execute("SELECT at FROM events ORDER BY sequence DESC LIMIT 1").fetchone()
        newest_at = None if last is None else from_column(int(str(last[0])))
        named = parse_backup_name(path.name)
        return BackupContents(
            path=path,
            shop_name=str(settings.get("shop_name", "")),
            till_id=str(settings.get("till_id", "")),
            made_at=named.made_at if named else newest_at or _changed_at(path),
            schema=int(connection.pragma("user_version")),
            size_bytes=path.stat().st_size,
            payments=count("payments"),
            withdrawals=count("withdrawals"),
            records=count("provider_records"),
            open_items=count("payments", open_payments) + count("withdrawals", open_withdrawals),
            newest_at=newest_at,
            accounts=_accounts(connection, knows_lists="list_readings" in tables),
        )


def listed(folder: Path, place: BackupPlace, tag: str | None = None) -> list[Backup]:
    """Return the backups in a folder, newest first; none if it is not there.

    One that the disk does not give is left out: it is to hide none of the others.

    Args:
        folder: other tills may keep theirs in it as well.
        place: what it is.
        tag: of the till whose backups are wanted, as it stands in their names; None for those of all.

    Raises:
        BackupUnreadableError: if the disk will not say.
    """
    found = []
    try:
        for path in folder.iterdir() if folder.is_dir() else ():
            name = parse_backup_name(path.name)
            if name is None or tag not in {None, name.till_tag} or not path.is_file():
                continue
            try:
                found.append(
                    Backup(
                        path=path,
                        made_at=name.made_at,
                        reason=name.reason,
                        size_bytes=path.stat().st_size,
                        schema=int.from_bytes(_header(path)[_VERSION_AT], "big"),
                        place=place,
                    )
                )
            except OSError as error:
                _log.warning("backup_not_listed", backup=path.name, error=repr(error))
    except OSError as error:
        raise BackupUnreadableError(f"{folder}: {error}") from error
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def _accounts(connection: apsw.Connection, *, knows_lists: bool) -> tuple[AccountInBackup, ...]:
    readings = {}
    if knows_lists:
        for account_id, text in connection.execute("SELECT account_id, reading FROM list_readings"):
            readings[account_id] = msgspec.json.decode(str(text), type=ListReading)
    found = []
    rows = connection.execute(
        "SELECT id, label, provider FROM accounts WHERE removed_at IS NULL ORDER BY position, id"
    )
    for account_id, label, provider in rows:
        reading = readings.get(account_id, ListReading())
        found.append(
            AccountInBackup(
                label=str(label),
                provider=str(provider),
                complete_until=reading.complete_until,
                fetched_again_from=fetched_again_from(reading),
            )
        )
    return tuple(found)


def _tables(connection: apsw.Connection) -> set[str]:
    return {
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    }


def _listed(values: Iterator[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
