"""Putting a backup in the place of the till's file: because a manager wants it, or because the file is damaged.

The file must not be open. Whatever breaks it off, either nothing has changed, or whoever opens the file next finds it done.

TillInUseError    somebody works at this till: nothing is brought in over them
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import apsw
import structlog

from cashier.domain.backup import (
    Backup,
    BackupContents,
    BackupName,
    BackupPlace,
    BackupProblem,
    BackupReason,
    parse_backup_name,
    till_tag,
)
from cashier.domain.clock import Clock
from cashier.domain.restoring import RestoreCause, Restored, RestoreOrder
from cashier.services.preferences import read_preferences
from cashier.services.restored_items import Replaced, take_over
from cashier.services.session import Session
from cashier.storage import backup_check, events, file_swap, operators, profile_files, settings
from cashier.storage.backup_files import problem_named
from cashier.storage.database import change_closed
from cashier.storage.errors import (
    BackupDamagedError,
    BackupFailedError,
    BackupFileError,
    DatabaseDamagedError,
    NoGoodBackupError,
    OtherTillError,
)

_log = structlog.get_logger(__name__)

_STAMP = "%Y%m%dT%H%M%SZ"


class TillInUseError(Exception):
    """Somebody works at this till already: nothing is brought in over them."""


async def restore(database: Path, order: RestoreOrder, clock: Clock) -> Restored:
    """Put the backup a manager chose in the place of the till's file, which is set aside.

    Raises:
        BackupFileError: if the backup cannot be used; nothing has changed.
        BackupFailedError: if the disk will not do it; nothing has changed, or the next one to open the file does it.
    """
    return await asyncio.to_thread(
        put_in_place, database, order.contents, RestoreCause.ASKED, clock, manager_id=order.manager_id
    )


async def recover_damaged(database: Path, clock: Clock) -> Restored:
    """Put the newest whole backup in the place of the till's damaged file, which is set aside as it is.

    Raises:
        NoGoodBackupError: if there is none; nothing has changed.
        BackupFailedError: as `restore`.
    """
    return await asyncio.to_thread(_recover, database, clock)


async def restore_chosen(database: Path, backup: Path, clock: Clock) -> Restored:
    """Put a backup that a person chose in the place of the damaged file, which nobody can agree in any more.

    Raises:
        BackupFileError, BackupFailedError: as `restore`; `OtherTillError` if this till's own backups tell that it is
            another's.
    """

    def restore() -> Restored:
        contents = backup_check.contents(backup)
        ours = _tags(database)
        if ours and till_tag(contents.till_id) not in ours:
            raise OtherTillError(f"{backup} is of till {contents.till_id}")
        return put_in_place(database, contents, RestoreCause.DAMAGED, clock)

    return await asyncio.to_thread(restore)


async def start_empty(database: Path, clock: Clock) -> None:
    """Set the till's damaged file aside as it is, and let the next one to open it begin with an empty till.

    Raises:
        BackupFailedError: if the disk will not do it; nothing has changed, or the next one to open the file does it.
    """

    def start() -> None:
        with problem_named(BackupPlace.PROFILE):
            file_swap.stage_empty(database)
            aside = _name_aside(database, "", clock, None, is_whole=False)
            file_swap.commit(database, aside)
        _log.warning("started_empty", set_aside=aside)

    await asyncio.to_thread(start)


def put_in_place(
    database: Path,
    contents: BackupContents,
    cause: RestoreCause,
    clock: Clock,
    *,
    manager_id: str | None = None,
    also: Callable[[apsw.Connection], None] | None = None,
) -> Restored:
    """Do what `restore` does, on the caller's own thread, and `also` to the backup in the same transaction.

    Raises as `restore`.
    """
    try:
        staged = _staged(database, contents.path)
        with problem_named(BackupPlace.PROFILE):
            # A damaged file is left as it is, with all that is beside it, for whoever looks into it later.
            is_whole = cause is not RestoreCause.DAMAGED and file_swap.close_up(database)
        replaced = _replaced(database)
        aside = _name_aside(database, contents.till_id, clock, replaced, is_whole=is_whole)

        def change(connection: apsw.Connection) -> Restored:
            session = Session(clock, settings.get(connection, "till_id") or contents.till_id)
            if also is not None:
                also(connection)
            done = Restored(
                cause=cause,
                at=clock.now(),
                backup_name=contents.path.name,
                backup_made_at=contents.made_at,
                set_aside="" if replaced is None else str(profile_files.set_aside_folder(database) / aside),
                payments=0,
                withdrawals=0,
            )
            return take_over(connection, session, done, replaced, manager_id=manager_id)

        try:
            restored = change_closed(staged, change)
        except DatabaseDamagedError as error:
            raise BackupDamagedError(str(error)) from error
    except BaseException:
        file_swap.forget(database)
        raise
    with problem_named(BackupPlace.PROFILE):
        file_swap.commit(database, aside)
    _log.warning("restored", cause=cause.value, backup=contents.path.name, set_aside=restored.set_aside)
    return restored


def _staged(database: Path, backup: Path) -> Path:
    """Return the whole copy of a backup that is made ready."""
    with problem_named(BackupPlace.PROFILE):
        staged = file_swap.stage(database, backup, _always)
    if any(companion.exists() for companion in profile_files.companions(staged)):
        raise BackupDamagedError(f"{backup} and its WAL do not make one file")
    backup_check.check_whole(staged, _always)
    return staged


def is_anyones(database: Path) -> bool:
    """Say whether somebody works at the till of a file that is not open; a file that cannot be read may be anyone's.

    For the caller's own thread.
    """
    replaced = _replaced(database)
    if replaced is None:
        return False
    return replaced.people is None or any(one.removed_at is None for one in replaced.people)


def _recover(database: Path, clock: Clock) -> Restored:
    with problem_named(BackupPlace.PROFILE):
        file_swap.finish(database)
    trouble: BackupFailedError | None = None
    for backup in _candidates(database, clock.now()):
        try:
            contents = backup_check.contents(backup.path)
            return put_in_place(database, contents, RestoreCause.DAMAGED, clock)
        except BackupFileError as error:
            _log.warning("backup_not_good", backup=backup.path.name, error=repr(error))
        except BackupFailedError as error:
            # A bad sector in this one, or a stick that was just pulled out; another may be whole. But what was decided
            # already is only finished, by whoever opens the file next.
            is_decided = profile_files.swap_folder(database).exists()
            if is_decided or error.problem not in {BackupProblem.FAILING, BackupProblem.FOLDER_GONE}:
                raise
            _log.warning("backup_not_good", backup=backup.path.name, error=repr(error))
            trouble = error
    raise trouble or NoGoodBackupError(f"no backup of {database} is whole")


def _candidates(database: Path, now: datetime) -> list[Backup]:
    """Return the till's backups, the one to be tried first first.

    One whose time is yet to come was made while the clock was wrong, and may be older than all others. What was there
    before a restore comes last: a manager did not want it.
    """
    found = backup_check.listed(profile_files.backups_folder(database), BackupPlace.PROFILE)
    aside = backup_check.listed(profile_files.set_aside_folder(database), BackupPlace.PROFILE)
    second: list[Backup] = []
    for one in (database, *(backup.path for backup in found)):
        if (known := _second_place(one)) is not None:
            second = _listed_if_there(*known)
            break
    latest = now + timedelta(days=1)
    both = sorted(
        [*found, *second], key=lambda backup: (backup.made_at <= latest, backup.made_at), reverse=True
    )
    return [*both, *aside]


def _tags(database: Path) -> set[str]:
    """Return what the backups beside a till's file are known by: its own, and those of tills that were there before."""
    found = backup_check.listed(profile_files.backups_folder(database), BackupPlace.PROFILE)
    names = [parse_backup_name(backup.path.name) for backup in found]
    return {name.till_tag for name in names if name is not None}


def _second_place(file: Path) -> tuple[Path, str] | None:
    """Return the second folder of a till, as its file has it, and what its backups are known by there."""
    try:
        with _read_only(file) as connection:
            folder = read_preferences(connection).backup_folder
            tag = till_tag(settings.get(connection, "till_id") or "")
    except (apsw.Error, OSError, ValueError):
        return None
    return (Path(folder), tag) if folder else None


def _listed_if_there(folder: Path, tag: str) -> list[Backup]:
    try:
        return backup_check.listed(folder, BackupPlace.SECOND, tag)
    except BackupFileError:
        return []


def _replaced(database: Path) -> Replaced | None:
    """Return what is known of the present file; None if there is none."""
    if not database.exists():
        return None
    try:
        with _read_only(database) as connection:
            return Replaced(people=operators.every(connection), last_hash=events.last_hash(connection))
    except (apsw.Error, OSError, ValueError):
        # What stands in a damaged file need be neither text nor a role that there is.
        return Replaced(people=None, last_hash="")


def _read_only(file: Path) -> closing[apsw.Connection]:
    return closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY))


def _name_aside(
    database: Path, till_id: str, clock: Clock, replaced: Replaced | None, *, is_whole: bool
) -> str:
    """Return the name for the present file among those set aside: a whole one is a backup like any other."""
    folder = profile_files.set_aside_folder(database)
    moment = clock.now()
    while True:
        if not is_whole:
            name = f"damaged-{moment:{_STAMP}}.db"
        elif replaced is None or not replaced.people:
            name = f"empty-{moment:{_STAMP}}.db"
        else:
            name = BackupName(
                till_tag=till_tag(till_id), made_at=moment, reason=BackupReason.BEFORE_RESTORE
            ).text
        if not (folder / name).exists():
            return name
        moment += timedelta(seconds=1)


def _always() -> bool:
    return True
