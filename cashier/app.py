"""The composition root: builds every part, passes each what it needs, owns start and stop."""

from __future__ import annotations

import asyncio
import gc
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cashier.domain.choices import HOME_ZONES, Language
from cashier.domain.preferences import Preferences
from cashier.domain.redaction import Redactor
from cashier.first_window import FirstWindow
from cashier.launch import Launch
from cashier.services.backups import BackupPlan
from cashier.services.first_look import FirstLook, write_first_look
from cashier.services.list_sync import ListPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.single_instance import SingleInstance
from cashier.start_up import Phase, StartUpClock
from cashier.storage.database import Database
from cashier.storage.errors import (
    DatabaseDamagedError,
    StorageError,
    StorageTrouble,
    StorageUnavailableError,
)
from cashier.storage.profile_files import DATABASE_NAME
from cashier.till_data import TillData
from cashier.ui.accessible_roles import install_accessible_roles
from cashier.ui.frame import Frame  # noqa: F401  # with all that it brings along, before the loop runs
from cashier.ui.idle_steps import IdleSteps, steps_ahead
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet
from cashier.vault.protocol import Vault, VaultUnavailableError

if TYPE_CHECKING:
    from cashier.log_setup import LogOutput
    from cashier.ui.network_watch import NetworkWatch

_log = structlog.get_logger(__name__)

LOG_NAME: Final = "cashier.log"
# What is over sooner is not told of.
_UNTOLD_MS: Final = 300


class Application:
    """The running program: one window over one till.

    Args:
        app: Qt's own.
        launch: how to start it.
        instance: the claim on the profile; None if another process holds it, which the window then says.
        first: the window, which is on the screen already.
        start_up: is told when a phase of the start is over.
    """

    def __init__(
        self,
        app: QApplication,
        launch: Launch,
        instance: SingleInstance | None,
        first: FirstWindow,
        start_up: StartUpClock,
    ) -> None:
        self._app = app
        self._launch = launch
        self._instance = instance
        self._look = first.look
        self._is_look_kept = first.is_known
        self._start_up = start_up
        self._network_watch: NetworkWatch | None = None
        self._ahead: IdleSteps | None = None
        self._clock = launch.clock or SystemClock()
        self._redactor = Redactor()
        self._vault = launch.vault
        self._till: Till | None = None
        self._database: Database | None = None
        # The data is opened, closed and swapped by one at a time: the window may be closed in the middle of it.
        self._turn = asyncio.Lock()
        self._is_recovered = False
        self._log_output: LogOutput | None = None
        self._ended = asyncio.Event()
        self._ready = asyncio.Event()
        self._settled = asyncio.Event()
        install_accessible_roles()
        self.window = first.window
        self.window.use_preferences(self._first_preferences())
        self.window.close_requested.connect(self._on_close_requested)
        self._tasks = TaskOwner(self._on_unexpected)
        self._data = TillData(
            database=launch.profile / DATABASE_NAME,
            clock=self._clock,
            window=self.window,
            tasks=self._tasks,
            turn=self._turn,
            close=self._close_for_change,
            open_anew=self._open,
            leave=self._on_close_requested,
        )
        self.window.restore_agreed.connect(self._data.restore)
        self.window.repair_wanted.connect(self._data.repair)

    @property
    def till(self) -> Till:
        """The services, once the till is open.

        Raises:
            RuntimeError: before that.
        """
        if self._till is None:
            raise RuntimeError("the till is not open yet")
        return self._till

    async def run(self) -> None:
        """Open the till behind the window, and return when the person has left."""
        self._tasks.start(self.start())
        await self._ended.wait()

    async def ready(self) -> None:
        """Wait until the pages are shown."""
        await self._ready.wait()

    async def settled(self) -> None:
        """Wait until the start is over: the pages are shown, or the person is asked something first."""
        await self._settled.wait()

    async def ended(self) -> None:
        """Wait until everything was let go of."""
        await self._ended.wait()

    async def start(self) -> None:
        """Open the till; what the machine or the person must settle first is asked in the window."""
        if self._instance is None:
            # The log is that process's as well.
            in_use = StorageUnavailableError("another process runs on the profile", StorageTrouble.LOCKED)
            self._show_start_problem(in_use)
            return
        await self._start_log()
        self._start_up.mark(Phase.LOG)
        self._instance.open_door(self.window.come_to_front)
        await self._open()

    async def stop(self) -> None:
        """Wait for what is under way, then let go of everything and end."""
        async with self._turn:
            await self._close_till()
        self._tasks.cancel_all()
        self.window.allow_closing()
        if self._log_output is not None:
            self._log_output.close()
        self._ended.set()

    # Starting

    async def _open(self) -> None:
        """Open the database, the vault unless it is open already, and the till."""
        try:
            self._database = await self._data.open()
        except StorageError as error:
            self._show_start_problem(error)
            return
        if self._database is None:
            self._end_start(Phase.ASKED)
            return
        self._start_up.mark(Phase.DATABASE)
        self._vault = self._vault or await self._find_vault()
        if self._vault is None:
            self._end_start(Phase.ASKED)
            return
        self._start_up.mark(Phase.VAULT)
        await self._open_till(self._vault)

    async def _close_for_change(self) -> None:
        """Take the pages away and close their till, so that its data can be replaced."""
        self.window.close_pages()
        await self._close_till()
        # What was kept out of every collection was mostly theirs.
        gc.unfreeze()

    async def _close_till(self) -> None:
        """Let go of the till and its file, and of all that works for the pages."""
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        if self._network_watch is not None:
            self._network_watch.end()
            self._network_watch = None
        till, database = self._till, self._database
        if till is not None:
            await till.close()
        elif database is not None:
            await database.close()
        self._till = self._database = None

    def _first_preferences(self) -> Preferences:
        look = self._look
        return Preferences(
            shop_name=look.shop_name,
            language=look.language,
            appearance=look.appearance,
            time_zone=HOME_ZONES[look.language],
        )

    def _keep_look(self, preferences: Preferences) -> None:
        """Have the next start look from its first moment as the till looks now."""
        look = FirstLook(preferences.language, preferences.appearance, preferences.shop_name)
        if look != self._look or not self._is_look_kept:
            self._look, self._is_look_kept = look, True
            self._tasks.start(self._write_look(look))

    async def _write_look(self, look: FirstLook) -> None:
        try:
            await asyncio.to_thread(write_first_look, self._launch.profile, look)
        except OSError as error:
            # The next start looks otherwise for a moment, that is all.
            _log.warning("look_not_kept", error=repr(error))

    async def _start_log(self) -> None:
        from cashier.log_setup import configure_logging  # noqa: PLC0415  # after the first paint

        profile = self._launch.profile
        await asyncio.to_thread(profile.mkdir, mode=0o700, parents=True, exist_ok=True)
        self._log_output = await asyncio.to_thread(configure_logging, profile / LOG_NAME, self._redactor)

    async def _find_vault(self) -> Vault | None:
        """Return the keyring's vault; without a usable one the person is asked, and None is returned."""
        from cashier.vault.keyring_vault import KeyringVault  # noqa: PLC0415  # after the first paint

        try:
            await KeyringVault.probe()
        except VaultUnavailableError as error:
            from cashier.ui.vault_choice import VaultChoicePage  # noqa: PLC0415  # not on every machine

            def chosen(vault: Vault) -> None:
                self._vault = vault
                self._tasks.start(self._open_till(vault))

            self.window.show_alone(VaultChoicePage(self._launch.profile, error, self._tasks, chosen))
            return None
        return KeyringVault(_profile_id(self._launch.profile))

    async def _open_till(self, vault: Vault) -> None:
        if self._database is None:
            raise RuntimeError("the database comes before the till")
        try:
            till = await open_till(
                self._database,
                vault,
                self._clock,
                self._redactor,
                plan=self._launch.plan,
                sync_plan=self._launch.sync_plan,
                list_plan=self._launch.list_plan or ListPlan(),
                backup_plan=self._launch.backup_plan or BackupPlan(),
            )
        except DatabaseDamagedError as error:
            await self._close_till()
            await self._recover_once(error)
            return
        except StorageError as error:
            self._show_start_problem(error)
            return
        self._till = till
        self._start_up.mark(Phase.TILL)
        till.preferences.changes.subscribe(self.window.use_preferences)
        if await till.operators.in_service():
            self.window.use_preferences(till.preferences.current)
            await self._show_pages()
            return
        from cashier.ui.first_run import FirstRunPage  # noqa: PLC0415  # once in a till's life

        page = FirstRunPage(till, self._tasks, self._show_language, lambda: self._after_first_run(till))
        page.bring_wanted.connect(lambda: self._data.offer_to_bring(vault))
        self.window.show_alone(page)
        self._end_start(Phase.ASKED)

    async def _recover_once(self, error: DatabaseDamagedError) -> None:
        """Do what an opening does that meets damage: this lies deeper in the file than that looks."""
        _log.error("data_damaged", error=repr(error))
        if self._is_recovered:
            self._show_start_problem(error)
            return
        self._is_recovered = True
        if await self._data.recover():
            await self._open()
        else:
            self._end_start(Phase.ASKED)

    def _show_language(self, language: Language) -> None:
        self.window.use_preferences(
            Preferences(
                language=language,
                appearance=self._launch.appearance,
                time_zone=HOME_ZONES[language],
            )
        )

    def _after_first_run(self, till: Till) -> None:
        self.window.use_preferences(till.preferences.current)
        self._tasks.start(self._show_pages())

    async def _show_pages(self) -> None:
        operator = await self.till.operators.current()
        if operator is None:
            raise RuntimeError("a till that is set up has an operator")
        await self.window.open_pages(self.till, operator, await self._data.told(self.till.backups))
        self._start_up.mark(Phase.PAGES)
        preferences = self.till.preferences
        preferences.changes.subscribe(self._keep_look)
        self._keep_look(preferences.current)
        await self.till.start()
        self._watch_network()
        # What is here by now stays. Each full collection would go through all of it, and the window stand still for
        # fifty milliseconds or more; long exports and readings bring one about.
        gc.freeze()
        self._make_ahead()
        self._ready.set()
        self._end_start(Phase.READY)

    def _end_start(self, phase: Phase) -> None:
        """Write down how long the start took; what is asked of the person takes time that is not ours."""
        if not self._settled.is_set():
            self._start_up.mark(phase)
            _log.info(
                "started", **{f"{time.phase.value}_ms": round(time.at_ms) for time in self._start_up.phases()}
            )
            self._settled.set()

    def _make_ahead(self) -> None:
        """Make, in the pauses of the work, what would have the person wait when it is first opened."""
        window, frame = self.window, self.window.frame
        if frame is not None:
            self._ahead = IdleSteps(steps_ahead(frame.make_history), lambda: Sheet.any_open(window), window)

    def _watch_network(self) -> None:
        from cashier.ui.network_watch import NetworkWatch  # noqa: PLC0415  # after the pages

        connectivity = self.till.connectivity
        self._network_watch = NetworkWatch(
            lambda reachable: connectivity.network_changed(reachable=reachable), self._app
        )

    def _show_start_problem(self, error: BaseException) -> None:
        from cashier.ui.start_problem import StartProblemPage  # noqa: PLC0415  # not on a good day

        _log.error("start_failed", error=repr(error))
        self.window.show_alone(StartProblemPage(error, self._launch.profile, self._on_close_requested))
        self._end_start(Phase.ASKED)

    # Ending

    def _on_close_requested(self) -> None:
        closing = self._tasks.start(self.stop())
        if self._till is not None and self._till.under_way():
            self._tell_of_closing(closing)
        else:
            # A backup is mostly made before anybody could read that it is.
            QTimer.singleShot(_UNTOLD_MS, self.window, lambda: self._tell_of_closing(closing))

    def _tell_of_closing(self, closing: asyncio.Task[None]) -> None:
        from cashier.ui.closing_sheet import ClosingSheet  # noqa: PLC0415  # not at every end

        till = self._till
        if (
            closing.done()
            or till is None
            or any(sheet.is_open() for sheet in self.window.findChildren(ClosingSheet))
        ):
            return
        sheet = ClosingSheet(self.window, lambda: bool(till.under_way()))
        sheet.leave_now.connect(self._leave_now)
        sheet.open()

    def _leave_now(self) -> None:
        """Stop waiting: what is under way stays written down as sent, and is asked about at the next start."""
        for task in self.till.under_way():
            task.cancel()

    def _on_unexpected(self, error: BaseException) -> None:
        frame = self.window.frame
        if frame is not None:
            frame.on_unexpected(error)
        else:
            self._show_start_problem(error)


def _profile_id(profile: Path) -> str:
    """Return a name for the profile's secrets in the keyring: two profiles of one user keep theirs apart."""
    return hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]
