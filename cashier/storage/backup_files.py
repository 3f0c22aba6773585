"""Making the file of a backup: copied page by page from an open till, looked through, and only then given its name.

SQLite's own backup begins anew whenever another connection writes, and on a busy till it would never end. So the whole copy is
taken from one unchanging view of the file, held by a connection of its own: writing goes on, into the WAL, which for
these seconds grows instead of being taken over. It is not one statement, as `VACUUM INTO` is, and can be broken off.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from cashier.domain.backup import (
    Backup,
    BackupName,
    BackupPlace,
    BackupProblem,
    BackupReason,
    surplus,
    till_tag,
)
from cashier.storage import backup_check, file_steps, profile_files, settings
from cashier.storage.backup_check import Facts
from cashier.storage.errors import (
    BackupFailedError,
    BackupFileError,
    BackupUnreadableError,
    DatabaseDamagedError,
    StorageError,
)

# A megabyte, and on the disk after each sixteen. Of 1.2 GB in larger pieces, ninety-nine of a hundred commits made meanwhile were
# done within 88 ms, in these within 32 ms; a single one may wait longer.
_PAGES_AT_ONCE = 256
_STEPS_BETWEEN_SYNCS = 16

# What a disk must have left when a backup is on it: the till itself goes on writing.
_ROOM_LEFT_BYTES = 64 << 20

# Of all backups in one folder together, but for the newest three.
_LEAST_KEPT_BYTES = 2 << 30
_KEPT_SIZES = 6

_SECOND_FOLDER_NAME = "Cashier backups"

_PROBLEMS = {
    errno.ENOSPC: BackupProblem.DISK_FULL,
    errno.EDQUOT: BackupProblem.DISK_FULL,
    errno.ENOENT: BackupProblem.FOLDER_GONE,
    errno.ENOTDIR: BackupProblem.FOLDER_GONE,
    errno.ENODEV: BackupProblem.FOLDER_GONE,
    errno.ENXIO: BackupProblem.FOLDER_GONE,
    errno.EACCES: BackupProblem.NO_PERMISSION,
    errno.EPERM: BackupProblem.NO_PERMISSION,
    errno.EROFS: BackupProblem.NO_PERMISSION,
    errno.EFBIG: BackupProblem.TOO_LARGE,
}
_SQLITE_PROBLEMS: tuple[tuple[type[apsw.Error], BackupProblem], ...] = (
    (apsw.FullError, BackupProblem.DISK_FULL),
    (apsw.ReadOnlyError, BackupProblem.NO_PERMISSION),
    (apsw.PermissionsError, BackupProblem.NO_PERMISSION),
    (apsw.CorruptError, BackupProblem.DAMAGED),
    (apsw.NotADBError, BackupProblem.DAMAGED),
    (apsw.Error, BackupProblem.FAILING),
)


def make(
    source: apsw.Connection,
    folder: Path,
    reason: BackupReason,
    now: datetime,
    goes_on: Callable[[], bool],
) -> Backup:
    """Make a backup of an open file in a folder of this user's own; takes seconds for a large one.

    Args:
        source: a connection to the file that nobody else uses meanwhile.
        folder: made if it is not there.
        reason: what it is made for.
        now: UTC.
        goes_on: asked after each megabyte.

    Raises:
        BackupFailedError: if it cannot be made; nothing is left of it.
        StepStoppedError: if `goes_on` says no; likewise.
    """
    with problem_named(BackupPlace.PROFILE):
        file_steps.make_private_folder(folder)
        name = _free_name(folder, BackupName(till_tag=tag_of(source), made_at=now, reason=reason))
        target = folder / name.text
        with _written(target) as beside:
            expected = copy(source, beside, goes_on)
            backup_check.check_whole(beside, goes_on, expected)
        return _backup(target, name, source.pragma("user_version"), BackupPlace.PROFILE)


def copy(source: apsw.Connection, target: Path, goes_on: Callable[[], bool]) -> Facts:
    """Copy an open file into a new one, which is on the disk when this returns; return what was in it at that moment.

    Customers' codes that wait to be sent are left out: nothing of a backup is ever sent, and what a copy holds may get
    about.

    Raises:
        StepStoppedError: if `goes_on` says no, which is asked after each megabyte.
    """
    source.execute("BEGIN")
    try:
        expected = backup_check.facts_of(source)
        size_bytes = source.pragma("page_count") * source.pragma("page_size")
        require_room(target.parent, size_bytes)
        file_steps.make_private_file(target)
        with closing(apsw.Connection(str(target))) as connection:
            # If it is broken off there is nothing to be saved of it.
            connection.pragma("journal_mode", "off")
            connection.pragma("synchronous", "off")
            with connection.backup("main", source, "main") as backup:
                steps = 0
                while not backup.step(_PAGES_AT_ONCE):
                    steps += 1
                    if not goes_on():
                        raise file_steps.StepStoppedError
                    if steps % _STEPS_BETWEEN_SYNCS == 0:
                        file_steps.sync_file(target)
            # One file, with nothing beside it, wherever it is carried.
            connection.pragma("journal_mode", "delete")
            _leave_codes_out(connection)
        file_steps.sync_file(target)
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
    return expected


def copy_before_upgrade(connection: apsw.Connection) -> Backup:
    """Make a backup of a file whose schema is about to be changed. Raises `BackupFailedError` as `make`."""
    database = Path(connection.filename)
    folder = profile_files.backups_folder(database)
    backup = make(connection, folder, BackupReason.BEFORE_UPGRADE, datetime.now(UTC), lambda: True)
    with suppress(BackupFailedError):
        # One too many keeps nobody from their till.
        forget_surplus(folder, BackupPlace.PROFILE, tag_of(connection), backup)
    return backup


def second_folder_in(folder: Path) -> Path:
    """Make the folder of the backups in the one that was chosen, and try that it can be written; return it.

    Raises:
        BackupFailedError: if nothing can be written there.
    """
    with problem_named(BackupPlace.SECOND):
        chosen = folder if folder.name == _SECOND_FOLDER_NAME else folder / _SECOND_FOLDER_NAME
        # Not its parents: a stick that is gone is not to be made of this machine's own disk.
        chosen.mkdir(mode=0o700, exist_ok=True)
        trial = chosen / ".cashier-trial"
        file_steps.make_private_file(trial)
        trial.unlink()
        return chosen


def put_into(backup: Backup, folder: Path, goes_on: Callable[[], bool]) -> Backup:
    """Copy a backup into the second folder, which must be there, and look through the copy.

    Raises:
        BackupFailedError, StepStoppedError: as `make`; with the second place.
    """
    with problem_named(BackupPlace.SECOND):
        if not folder.is_dir():
            # Where a stick was, there may be an empty folder of this machine's own disk: it is not made there.
            raise BackupFailedError(f"{folder} is gone", BackupProblem.FOLDER_GONE, BackupPlace.SECOND)
        require_room(folder, backup.size_bytes)
        target = folder / backup.path.name
        with _written(target) as beside:
            file_steps.copy_file(backup.path, beside, goes_on)
            backup_check.check_whole(beside, goes_on)
        return replace(backup, path=target, place=BackupPlace.SECOND)


def forget_surplus(folder: Path, place: BackupPlace, tag: str, just_made: Backup) -> list[Backup]:
    """Remove what is no longer kept of a till's backups in a folder, and what a killed program left; return the former.

    Args:
        folder: another till's backups in it are left alone.
        place: what that folder is.
        tag: of the till, as it stands in the names.
        just_made: is kept in any case, and tells how large the till's own file is.

    Raises:
        BackupFailedError: if the disk will not do it.
    """
    with problem_named(place):
        for left in folder.glob(f"cashier-{tag}-*.db.part"):
            left.unlink()
        ours = backup_check.listed(folder, place, tag)
        room_bytes = max(_LEAST_KEPT_BYTES, _KEPT_SIZES * just_made.size_bytes)
        forgotten = surplus(ours, room_bytes, just_made.path)
        for backup in forgotten:
            backup.path.unlink()
        return forgotten


def require_room(folder: Path, size_bytes: int) -> None:
    """Make sure that a file of this size fits, and the till can go on writing beside it.

    Raises:
        OSError: if it does not, or the folder is gone.
    """
    if shutil.disk_usage(folder).free < size_bytes + _ROOM_LEFT_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def as_failed(error: StorageError) -> BackupFailedError:
    """Return what went wrong with the till's own file as why there is no backup of it."""
    if isinstance(error, BackupFailedError):
        return error
    is_damaged = isinstance(error, DatabaseDamagedError)
    return BackupFailedError(str(error), BackupProblem.DAMAGED if is_damaged else BackupProblem.FAILING)


@contextmanager
def problem_named(place: BackupPlace) -> Iterator[None]:
    """Let what goes wrong in the block be raised as a `BackupFailedError` that says why, and where."""
    try:
        yield
    except BackupFailedError:
        raise
    except BackupUnreadableError as error:
        raise BackupFailedError(str(error), BackupProblem.FAILING, place) from error
    except BackupFileError as error:
        raise BackupFailedError(str(error), BackupProblem.DAMAGED, place) from error
    except apsw.Error as error:
        problem = next(problem for kind, problem in _SQLITE_PROBLEMS if isinstance(error, kind))
        raise BackupFailedError(str(error), problem, place) from error
    except OSError as error:
        problem = _PROBLEMS.get(error.errno or 0, BackupProblem.FAILING)
        raise BackupFailedError(str(error), problem, place) from error


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """Let a file be written beside its name, and give it that when the block is done; else nothing is left of it."""
    beside = profile_files.partial(target)
    try:
        yield beside
        file_steps.move(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _leave_codes_out(connection: apsw.Connection) -> None:
    connection.pragma("secure_delete", "on")
    for table in ("operations", "outbox"):
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone():
            open_ones = (
                " AND state NOT IN ('applied', 'refused', 'not_sent')" if table == "operations" else ""
            )
            connection.execute(
                f"UPDATE {table} SET input = json_remove(input, '$.code')"
                f" WHERE json_type(input, '$.code') IS NOT NULL{open_ones}"
            )


def tag_of(source: apsw.Connection) -> str:
    """Return what stands for a file's till in the names of its backups."""
    known = source.execute("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").fetchone()
    return till_tag((settings.get(source, "till_id") if known else None) or "")


def _free_name(folder: Path, name: BackupName) -> BackupName:
    # Two in one second: the later is of the second after.
    while (folder / name.text).exists():
        name = replace(name, made_at=name.made_at + timedelta(seconds=1))
    return name


def _backup(path: Path, name: BackupName, schema: int, place: BackupPlace) -> Backup:
    return Backup(
        path=path,
        made_at=name.made_at.replace(microsecond=0),
        reason=name.reason,
        size_bytes=path.stat().st_size,
        schema=schema,
        place=place,
    )
