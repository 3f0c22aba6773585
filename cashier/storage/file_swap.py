"""Putting a backup in the place of a till's file, so that it can be broken off anywhere.

The backup is made ready in a folder of its own. Nothing but that folder has changed until the plan is on the disk: a program
that ends before leaves the old file in use, and the next one clears the folder away. From the plan on there is only one
way, forward: whoever opens the till's file next moves what is still to be moved. The old file is set aside whole, with what
SQLite keeps beside it, before the new one comes: another file's WAL beside it would be taken for its own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import apsw
import msgspec

from cashier.storage import backup_files, file_steps, profile_files

_PLAN_NAME = "plan.json"
_STAGED_NAME = "staged.db"


class _Plan(msgspec.Struct, frozen=True):
    """Where the present file goes, relative to the folder of files set aside; empty if there is none."""

    set_aside: str


def stage(database: Path, backup: Path, goes_on: Callable[[], bool]) -> Path:
    """Copy a backup to where it is made ready, and return the copy.

    No backup has a WAL; a till's own file that was taken from a dead machine has its last transactions there. The copy is
    one file, unless the two do not belong together.

    Raises:
        OSError: if the disk will not do it.
        StepStoppedError: if `goes_on` says no.
    """
    folder = profile_files.swap_folder(database)
    finish(database)
    # Nothing of an earlier one may lie beside it.
    forget(database)
    file_steps.make_private_folder(folder)
    backup_files.require_room(folder, backup.stat().st_size)
    staged = folder / _STAGED_NAME
    file_steps.copy_file(backup, staged, goes_on)
    wal, staged_wal = profile_files.companions(backup)[0], profile_files.companions(staged)[0]
    if wal.is_file() and wal.stat().st_size:
        file_steps.copy_file(wal, staged_wal, goes_on)
        close_up(staged)
    return staged


def stage_empty(database: Path) -> None:
    """Make an empty file ready: whoever opens the till's file next makes a new till of it.

    Raises:
        OSError: if the disk will not do it.
    """
    folder = profile_files.swap_folder(database)
    finish(database)
    # Nothing of an earlier one may lie beside it.
    forget(database)
    file_steps.make_private_folder(folder)
    file_steps.make_private_file(folder / _STAGED_NAME)


def forget(database: Path) -> None:
    """Clear away what was made ready and is not to come."""
    folder = profile_files.swap_folder(database)
    if folder.is_dir():
        file_steps.remove_folder(folder)


def close_up(database: Path) -> bool:
    """Take what the WAL of the present file holds into it; say whether the file is one whole then.

    A file that is not there is not.
    """
    if not database.exists():
        return False
    try:
        with closing(apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
            connection.pragma("wal_checkpoint", "truncate")
            connection.pragma("journal_mode", "delete")
    except apsw.Error:
        return False
    return not any(companion.exists() for companion in profile_files.companions(database))


def commit(database: Path, set_aside: str) -> None:
    """Put what was made ready in the place of the present file, from here on whatever happens.

    Args:
        database: the till's file; nobody has it open, or the staged one.
        set_aside: the name the present file gets in the folder of those set aside.
    """
    folder = profile_files.swap_folder(database)
    file_steps.sync_file(folder / _STAGED_NAME)
    file_steps.sync_folder(folder)
    file_steps.write_private_file(folder / _PLAN_NAME, msgspec.json.encode(_Plan(set_aside=set_aside)))
    finish(database)


def finish(database: Path) -> None:
    """Finish what a program that has ended had begun, or forget it if it had not come to its plan.

    Raises:
        OSError: if the disk will not do it; nothing is lost, and it can be tried again.
    """
    folder = profile_files.swap_folder(database)
    if not folder.is_dir():
        return
    plan = folder / _PLAN_NAME
    staged = folder / _STAGED_NAME
    if plan.exists() and staged.exists():
        target = _target(database, msgspec.json.decode(plan.read_bytes(), type=_Plan).set_aside)
        file_steps.make_private_folder(target.parent)
        pairs = zip(
            [*profile_files.companions(database), database],
            [*profile_files.companions(target), target],
            strict=True,
        )
        for present, aside in pairs:
            if present.exists():
                file_steps.move(present, aside)
        file_steps.move(staged, database)
    # First, and for good: with a plan, whatever is made ready here next would take the file's place half made.
    plan.unlink(missing_ok=True)
    file_steps.sync_folder(folder)
    with suppress(OSError):
        # Somebody may look into it at this moment; then it goes the next time.
        file_steps.remove_folder(folder)


def _target(database: Path, set_aside: str) -> Path:
    return profile_files.set_aside_folder(database) / set_aside
