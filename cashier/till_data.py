"""Replaces the till's data under the window that is open: by a backup, after damage, by a till from another computer.

The program is not started anew for it. The vault stays open, so that nobody has to type its passphrase again and one
that is held in memory lives on; the claim on the profile is never let go of, so that no other program opens the data
half-way; and it is the same on every system. If the process dies in between, the next opening of the data ends what
was begun.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog
from PySide6.QtCore import QObject
from shiboken6 import isValid

from cashier.domain.restoring import RestoreOrder
from cashier.services.bringing_in import NoExportError, import_backup, import_everything
from cashier.services.operator_pin import PinError
from cashier.services.operators import WrongPinError
from cashier.services.restoring import (
    TillInUseError,
    recover_damaged,
    restore,
    restore_chosen,
    start_empty,
)
from cashier.storage.database import Database
from cashier.storage.errors import (
    BackupFailedError,
    BackupFileError,
    DatabaseDamagedError,
    NoGoodBackupError,
    StorageUnavailableError,
)
from cashier.ui.backup_words import BackupWords
from cashier.ui.key_words import ATTENTION
from cashier.ui.messages import pin_message, storage_message, vault_message
from cashier.ui.widgets import StateKind
from cashier.ui.working_page import WorkingPage
from cashier.vault.protocol import Vault, VaultError, WrongPassphraseError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cashier.domain.clock import Clock
    from cashier.services.backups import BackupService
    from cashier.ui.bring_till_page import Bringing, BringTillPage
    from cashier.ui.main_window import MainWindow
    from cashier.ui.no_backup_page import NoBackupPage
    from cashier.ui.tasks import TaskOwner
    from cashier.ui.widgets.words import Words

# What keeps data from being replaced and lies with the disk, the file or the vault; nothing has changed then.
_Trouble = (
    NoGoodBackupError
    | NoExportError
    | TillInUseError
    | BackupFileError
    | BackupFailedError
    | VaultError
    | StorageUnavailableError
)
_TROUBLES: Final = (
    NoGoodBackupError,
    NoExportError,
    TillInUseError,
    BackupFileError,
    BackupFailedError,
    VaultError,
    StorageUnavailableError,
)

_log = structlog.get_logger(__name__)


class TillData(QObject):
    """Closes the till, has its data replaced, and opens it anew, one thing at a time.

    Args:
        database: the path of the till's file.
        clock: the till's.
        window: which shows what is done.
        tasks: runs what is begun here.
        turn: is held while the data is being replaced.
        close: closes the till, after the steps with money that are under way, and takes its pages away.
        open_anew: opens whatever is there then, and shows its pages.
        leave: ends the program.
    """

    def __init__(
        self,
        *,
        database: Path,
        clock: Clock,
        window: MainWindow,
        tasks: TaskOwner,
        turn: asyncio.Lock,
        close: Callable[[], Awaitable[None]],
        open_anew: Callable[[], Awaitable[None]],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._database = database
        self._clock = clock
        self._window = window
        self._tasks = tasks
        self._turn = turn
        self._close = close
        self._open_anew = open_anew
        self._leave = leave
        self._words = BackupWords(self)

    # While a till is open

    def restore(self, order: RestoreOrder) -> None:
        """Put a backup in the place of the till's data; a manager has agreed to it."""
        self._tasks.start(
            self._replace(
                lambda: restore(self._database, order, self._clock),
                lambda: self.tr("The backup is being put in its place"),
            )
        )

    def repair(self) -> None:
        """Put the newest whole backup in the place of a file that was found damaged."""
        self._tasks.start(
            self._replace(
                lambda: recover_damaged(self._database, self._clock),
                lambda: self.tr("The till's data is being repaired"),
            )
        )

    async def _replace(self, change: Callable[[], Awaitable[object]], title: Words) -> None:
        trouble: Words = ""
        async with self._turn:
            working = self._show_working(
                lambda: self.tr("The till is being closed"),
                lambda: self.tr("Payments and withdrawals that are under way are waited for."),
            )
            await self._close()
            working.say(title, self._needs_no_help)
            try:
                trouble = await self._trouble_of(change)
            finally:
                await self._open_anew()
        if trouble and self._window.frame is not None:
            self._window.frame.show_notice(StateKind.DANGER, trouble)

    async def _trouble_of(self, change: Callable[[], Awaitable[object]]) -> Words:
        """Make a change, and return why it could not be made; empty if it was."""
        try:
            await change()
        except _TROUBLES as error:
            return partial(self._said, error)
        return ""

    def _said(self, error: _Trouble) -> str:
        if isinstance(error, NoGoodBackupError):
            return self.tr("No backup is whole, so nothing was changed.")
        if isinstance(error, NoExportError):
            return self.tr("There is no exported till in this folder.")
        if isinstance(error, TillInUseError):
            return self.tr("There is a till on this computer already; none is brought in over it.")
        if isinstance(error, BackupFileError):
            return self._words.file_problem(error)
        if isinstance(error, BackupFailedError):
            return self._words.problem(error.problem)
        return vault_message(error) if isinstance(error, VaultError) else storage_message(error.trouble)

    def _show_working(self, title: Words, text: Words) -> WorkingPage:
        working = WorkingPage("working", title, text)
        self._window.show_alone(working)
        return working

    def _needs_no_help(self) -> str:
        return self.tr("This needs no help. If the computer is switched off meanwhile, nothing is lost.")

    # At a start

    async def open(self) -> Database | None:
        """Return the open database, with a backup in its place if it was damaged; None if the person is asked what to do.

        Raises:
            StorageError: as `Database.open`.
        """
        try:
            return await Database.open(self._database)
        except DatabaseDamagedError as error:
            _log.error("data_damaged", error=repr(error))
            return await Database.open(self._database) if await self.recover() else None

    async def told(self, backups: BackupService) -> QWidget | None:
        """Return the page that tells, before all others, that the data was replaced; None if that was read of."""
        restored = await backups.last_restore()
        if restored is None:
            return None
        from cashier.ui.restored_page import RestoredPage  # noqa: PLC0415  # not at most starts

        def go_on(look: bool) -> None:  # noqa: FBT001  # a slot
            self._tasks.start(backups.note_restore_seen())
            self._window.drop_alone()
            if look and self._window.frame is not None:
                self._window.frame.go_to(ATTENTION)

        return RestoredPage(restored, self._clock.now(), go_on)

    async def recover(self) -> bool:
        """Put the newest whole backup in the place of the damaged file, which nobody has open.

        Returns False where that cannot be done: the person is asked then what to do.
        """
        self._show_working(lambda: self.tr("The till's data is being repaired"), self._needs_no_help)
        trouble = await self._trouble_of(lambda: recover_damaged(self._database, self._clock))
        if not trouble:
            return True
        _log.error("not_recovered")
        self._ask_what_to_do(trouble)
        return False

    def _ask_what_to_do(self, trouble: Words) -> None:
        from cashier.ui.no_backup_page import NoBackupPage  # noqa: PLC0415  # on the worst of days

        page = NoBackupPage(
            self._database.parent,
            use_file=lambda path: self._begin(
                page, lambda: restore_chosen(self._database, path, self._clock)
            ),
            start_empty=lambda: self._begin(page, lambda: start_empty(self._database, self._clock)),
            leave=self._leave,
        )
        page.show_trouble(trouble)
        self._window.drop_alone()
        self._window.show_alone(page)

    def _begin(self, page: NoBackupPage, change: Callable[[], Awaitable[object]]) -> None:
        self._tasks.start(self._change_and_open(page, change))

    async def _change_and_open(self, page: NoBackupPage, change: Callable[[], Awaitable[object]]) -> None:
        async with self._turn:
            trouble = await self._trouble_of(change)
            if not trouble:
                await self._open_anew()
        if trouble and isValid(page):
            page.show_trouble(trouble)

    # At the first run

    def offer_to_bring(self, vault: Vault) -> None:
        """Ask for the folder that another computer's till was exported to; the till that is open is empty."""
        self._tasks.start(self._offer_to_bring(vault))

    async def _offer_to_bring(self, vault: Vault) -> None:
        from cashier.ui.bring_till_page import BringTillPage  # noqa: PLC0415  # once in a till's life

        async with self._turn:
            await self._close()

        def bring(wanted: Bringing) -> None:
            self._tasks.start(self._bring(page, vault, wanted))

        def back() -> None:
            self._tasks.start(self._go_back())

        page = BringTillPage(self._clock, self._tasks, bring, back)
        self._window.drop_alone()
        self._window.show_alone(page)

    async def _go_back(self) -> None:
        async with self._turn:
            self._window.drop_alone()
            await self._open_anew()

    async def _bring(self, page: BringTillPage, vault: Vault, wanted: Bringing) -> None:
        async with self._turn:
            try:
                await self._import(vault, wanted)
            except WrongPassphraseError:
                page.show_wrong_passphrase(lambda: self.tr("This passphrase does not open the folder."))
            except PinError as error:
                page.show_wrong_pin(partial(pin_message, error.problem))
            except WrongPinError:
                page.show_wrong_pin(lambda: self.tr("No manager of that till has this PIN."))
            except _TROUBLES as error:
                page.show_trouble(partial(self._said, error))
            else:
                await self._open_anew()

    async def _import(self, vault: Vault, wanted: Bringing) -> None:
        database, clock = self._database, self._clock
        if wanted.passphrase is None:
            await import_backup(database, wanted.contents, new_pin=wanted.pin, vault=vault, clock=clock)
        else:
            await import_everything(
                database, wanted.path, wanted.passphrase, pin=wanted.pin, vault=vault, clock=clock
            )
