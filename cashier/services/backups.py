"""Backups of the till: made every day, at closing time and when somebody wants one, and kept in one or two folders.

None of this stops the till: what cannot be done is told, with why, and is tried again. A backup counts only once it has been
looked through from its first page to its last.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

import structlog

from cashier.domain.backup import (
    Backup,
    BackupContents,
    BackupPlace,
    BackupProblem,
    BackupReason,
    BackupState,
    till_tag,
)
from cashier.domain.restoring import Restored, RestoreOrder
from cashier.services.backup_standing import BackupStanding
from cashier.services.exporting_till import write_export
from cashier.services.feed import Feed
from cashier.services.operators import OperatorService
from cashier.services.preferences import PreferenceService
from cashier.services.restored_items import RESTORED, read_restored
from cashier.services.session import Session
from cashier.storage import backup_check, backup_files, file_steps, profile_files, settings
from cashier.storage.database import Database
from cashier.storage.errors import (
    BackupFailedError,
    BackupFileError,
    BackupUnreadableError,
    DatabaseDamagedError,
    OtherTillError,
    StorageError,
)
from cashier.vault.protocol import Vault

_log = structlog.get_logger(__name__)

_DAY: Final = timedelta(days=1)
# What nobody wants any more ends within milliseconds, unless the disk it waits for hangs.
_ENDS_WITHIN_S: Final = 15.0

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlan:
    """When backups are made by themselves.

    Attributes:
        first_pause_s: after the start, before it is looked whether one is due: the first minutes belong to the cashier.
        pause_s: between two such looks.
        closing_within_s: how long closing the program waits for its backup; one that takes longer is not made.
        check_after_s: after the start, before the whole file is looked through once.
    """

    first_pause_s: float = 300.0
    pause_s: float = 900.0
    closing_within_s: float = 15.0
    check_after_s: float = 60.0


class BackupService:
    """Makes backups, looks into them, and lets a manager put one in the place of the till's file."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        session: Session,
        operators: OperatorService,
        preferences: PreferenceService,
        *,
        plan: BackupPlan | None,
    ) -> None:
        """Without a `plan` backups are made only when somebody asks."""
        self._database = database
        self._vault = vault
        self._session = session
        self._operators = operators
        self._preferences = preferences
        self._plan = plan
        self._standing = BackupStanding(session, preferences, is_by_itself=plan is not None)
        self._tasks: list[asyncio.Task[None]] = []
        # What reads the file, or writes beside it, on a thread: that runs on when nobody waits for its result any more.
        self._at_work: set[asyncio.Task[Any]] = set()
        self._turn = asyncio.Lock()
        self._is_wanted = threading.Event()
        self._is_wanted.set()
        self._writes_backed_up = database.writes
        self._began_at = session.clock.now()

    # What is known

    @property
    def changes(self) -> Feed[BackupState]:
        """Tells how the till stands with its backups, whenever that changes."""
        return self._standing.changes

    @property
    def state(self) -> BackupState:
        """How the till stands with its backups now."""
        return self._standing.state

    async def backups(self) -> list[Backup]:
        """Return the backups of both places, newest first, and what was there whole before a restore.

        A second folder that is not there at the moment has none.

        Raises:
            BackupUnreadableError: if the profile's own folder cannot be read.
        """
        return await asyncio.to_thread(self._listed)

    async def look(self, path: Path) -> BackupContents:
        """Return what a backup holds, once all of it has been looked through.

        Raises:
            BackupFileError: if it is no backup, not whole, of a newer version, or cannot be read.
        """

        def look() -> BackupContents:
            try:
                backup_check.check_whole(path, self._is_wanted.is_set)
            except file_steps.StepStoppedError as error:
                raise BackupUnreadableError(f"{path}: the till is being closed") from error
            return backup_check.contents(path)

        return await self._until_done(asyncio.to_thread(look))

    async def last_restore(self) -> Restored | None:
        """Return what a restore did that nobody has read of yet."""
        return await self._database.read(read_restored)

    async def note_restore_seen(self) -> None:
        """Let what the last restore did count as read."""
        await self._database.write(lambda connection: settings.forget(connection, RESTORED))

    # Steps

    async def make(self, reason: BackupReason = BackupReason.ASKED) -> Backup:
        """Make a backup, and put a copy of it into the second folder if there is one.

        Trouble with the second folder is told by `state`, and not raised: the backup is made.

        Raises:
            BackupFailedError: if it cannot be made; `state` tells of it as well.
            StepStoppedError: if the till is closed meanwhile.
        """
        async with self._turn:
            self._standing.note_running(is_running=True)
            try:
                return await self._make(reason)
            finally:
                self._standing.note_running(is_running=False)

    async def choose_second_folder(self, folder: Path | None) -> None:
        """Keep backups in a folder of another disk as well, from the next one on; None for nowhere.

        Raises:
            BackupFailedError: if nothing can be written there; what was chosen before stands.
        """
        chosen = "" if folder is None else str(await asyncio.to_thread(backup_files.second_folder_in, folder))
        await self._preferences.change(backup_folder=chosen)
        self._standing.forget_second()
        await self._look_for_good_ones()

    async def approve_restore(self, path: Path, *, manager_id: str, pin: str) -> RestoreOrder:
        """Return a manager's word that a backup is to take the place of the till's file.

        Raises:
            NotAManagerError, WrongPinError, PinLockedError, VaultError: as `OperatorService.check_manager`.
            BackupFileError: if it cannot be used; `OtherTillError` if it is another till's.
        """
        manager = await self._operators.check_manager(manager_id, pin)
        contents = await self.look(path)
        if contents.till_id != self._session.till_id:
            raise OtherTillError(f"{path} is of till {contents.till_id}")
        return RestoreOrder(contents=contents, manager_id=manager.id)

    async def export_everything(
        self, folder: Path, passphrase: str, *, readme: str, manager_id: str, pin: str
    ) -> Path:
        """Put everything of this till into a new folder in `folder`, to be brought to another machine; return it.

        Args:
            folder: that is there, of this machine or a stick.
            passphrase: that the secrets are encrypted under; at least `MIN_PASSPHRASE_CHARACTERS` long.
            readme: what the shop is to know about that folder, in its language.
            manager_id: who wants it.
            pin: theirs.

        Raises:
            NotAManagerError, WrongPinError, PinLockedError, VaultError: as `OperatorService.check_manager`.
            ValueError: if the passphrase is too short.
            BackupFailedError: if it cannot be written there; nothing of it is left.
        """
        manager = await self._operators.check_manager(manager_id, pin)
        async with self._turn:
            return await self._until_done(
                write_export(
                    self._database,
                    self._vault,
                    self._session,
                    folder,
                    passphrase,
                    readme=readme,
                    manager_id=manager.id,
                    goes_on=self._is_wanted.is_set,
                )
            )

    # By itself

    def start(self) -> None:
        """See to it from here on that there is a backup of every day, and look once whether the file is whole."""
        if self._plan is not None and not self._tasks:
            loop = asyncio.get_running_loop()
            self._tasks = [
                loop.create_task(self._run(self._plan), name="backups"),
                loop.create_task(self._check_file(self._plan), name="looking through the file"),
            ]

    async def stop(self) -> None:
        """End, for good; a backup that is being made is given up.

        Nothing reads the file any more when this returns: it may be closed, and another take its place. Only a disk or a
        network that gives no answer at all is not waited for.
        """
        self._is_wanted.clear()
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                _log.error("backup_task_failed", exc_info=outcome)
        try:
            await asyncio.wait_for(self._work_ended(), _ENDS_WITHIN_S)
        except TimeoutError:
            _log.warning("backup_work_not_ended", seconds=_ENDS_WITHIN_S)

    async def make_closing(self) -> None:
        """Make the backup of closing time, unless nothing was written since the last, or it takes too long.

        Call it after `stop`.
        """
        if self._plan is None or self._database.writes == self._writes_backed_up:
            return
        self._is_wanted.set()
        making = asyncio.ensure_future(self.make(BackupReason.CLOSING))
        done, _ = await asyncio.wait({making}, timeout=self._plan.closing_within_s)
        if not done:
            self._is_wanted.clear()
            _log.warning("closing_backup_given_up", seconds=self._plan.closing_within_s)
        with suppress(StorageError, file_steps.StepStoppedError, TimeoutError):
            await asyncio.wait_for(making, _ENDS_WITHIN_S)

    async def _work_ended(self) -> None:
        # Each ends at its next megabyte.
        while self._at_work:
            await asyncio.wait(self._at_work)
        async with self._turn:
            return

    async def _run(self, plan: BackupPlan) -> None:
        await self._look_for_good_ones()
        await asyncio.sleep(plan.first_pause_s)
        while True:
            if self._is_due():
                try:
                    await self.make(BackupReason.DAILY)
                except (StorageError, file_steps.StepStoppedError):
                    # Told by the state; it is tried again at the next look.
                    _log.info("daily_backup_put_off")
            self._standing.publish()
            await asyncio.sleep(plan.pause_s)

    def _is_due(self) -> bool:
        """Whether the newest is a day old, or of a day before this one that the till has run through."""
        last, now = self._standing.last_good_at, self._session.clock.now()
        zone = self._preferences.current.zone
        if last is None or not timedelta() <= now - last < _DAY:
            return True
        today = now.astimezone(zone).date()
        return max(last, self._began_at).astimezone(zone).date() < today

    async def _check_file(self, plan: BackupPlan) -> None:
        await asyncio.sleep(plan.check_after_s)
        try:
            await self._look_through()
        except file_steps.StepStoppedError:
            return
        except StorageError as error:
            _log.warning("file_not_looked_through", error=repr(error))

    async def _look_through(self) -> None:
        """Look whether the till's own file is whole, and tell if it is not."""

        def look() -> str:
            with self._database.own_reader() as connection:
                return backup_check.first_fault(connection, self._is_wanted.is_set)

        try:
            fault = await self._until_done(asyncio.to_thread(look))
        except DatabaseDamagedError as error:
            fault = str(error)
        if fault:
            _log.error("file_damaged", fault=fault)
            self._standing.note_file_damaged()

    # Making one

    async def _make(self, reason: BackupReason) -> Backup:
        writes, now = self._database.writes, self._session.clock.now()
        folder = profile_files.backups_folder(self._database.path)
        goes_on = self._is_wanted.is_set

        def make() -> Backup:
            with self._database.own_reader() as connection:
                return backup_files.make(connection, folder, reason, now, goes_on)

        try:
            backup = await self._until_done(asyncio.to_thread(make))
        except StorageError as error:
            failed = backup_files.as_failed(error)
            self._standing.note_failed(failed)
            if failed.problem is BackupProblem.DAMAGED:
                await self._look_through()
            raise failed from error
        self._writes_backed_up = writes
        self._standing.note_good(BackupPlace.PROFILE, backup.made_at)
        await self._forget_surplus(folder, backup)
        await self._put_into_second(backup)
        return backup

    async def _put_into_second(self, backup: Backup) -> None:
        folder = self._standing.second_folder
        if folder is None:
            return
        try:
            copy = await self._until_done(
                asyncio.to_thread(backup_files.put_into, backup, folder, self._is_wanted.is_set)
            )
        except BackupFailedError as error:
            self._standing.note_failed(error)
            return
        self._standing.note_good(BackupPlace.SECOND, backup.made_at)
        await self._forget_surplus(folder, copy)

    async def _forget_surplus(self, folder: Path, just_made: Backup) -> None:
        tag = till_tag(self._session.till_id)
        try:
            await asyncio.to_thread(backup_files.forget_surplus, folder, just_made.place, tag, just_made)
        except BackupFailedError as error:
            # The backup is made; too many of them do no harm until the disk is full, which is told then.
            _log.warning("backups_not_forgotten", place=just_made.place.value, error=repr(error))

    async def _until_done(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Wait for work that goes on to its end, or to the next question whether to, though the caller is cancelled."""
        task = asyncio.get_running_loop().create_task(work)
        self._at_work.add(task)
        task.add_done_callback(self._let_go)
        return await asyncio.shield(task)

    def _let_go(self, task: asyncio.Task[Any]) -> None:
        self._at_work.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.debug("backup_work_ended", error=repr(error))

    def _listed(self) -> list[Backup]:
        database = self._database.path
        found = backup_check.listed(profile_files.backups_folder(database), BackupPlace.PROFILE)
        found += backup_check.listed(profile_files.set_aside_folder(database), BackupPlace.PROFILE)
        if (second := self._standing.second_folder) is not None:
            with suppress(BackupFileError):
                found += backup_check.listed(second, BackupPlace.SECOND, till_tag(self._session.till_id))
        return sorted(found, key=lambda backup: (backup.made_at, backup.place.value), reverse=True)

    async def _look_for_good_ones(self) -> None:
        """Learn from the folders when the newest were made."""
        try:
            found = await self.backups()
        except BackupFileError as error:
            _log.warning("backups_not_listed", error=repr(error))
            return
        self._standing.note_found(found)
