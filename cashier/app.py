"""The composition root: builds every part, passes each what it needs, owns start and stop."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import os
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

# qasync looks for a binding by itself; with two installed it would take the wrong one.
os.environ.setdefault("QT_API", "pyside6")

import structlog
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.services.asking import AskingPlan
from cashier.services.list_sync import ListPlan
from cashier.services.preferences import (
    HOME_ZONES,
    Appearance,
    Language,
    Preferences,
    language_of_locale,
)
from cashier.services.sync_loop import SyncPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.single_instance import Place, SingleInstance
from cashier.storage.database import Database
from cashier.storage.errors import StorageError, StorageTrouble, StorageUnavailableError
from cashier.ui.idle_steps import IdleSteps, history_steps
from cashier.ui.language import LanguageController
from cashier.ui.main_window import MainWindow
from cashier.ui.style.fonts import load_fonts
from cashier.ui.style.theme import ThemeController
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet
from cashier.vault.protocol import Vault, VaultUnavailableError

if TYPE_CHECKING:
    from cashier.log_setup import LogOutput
    from cashier.ui.network_watch import NetworkWatch

_log = structlog.get_logger(__name__)

DATABASE_NAME: Final = "till.db"
LOG_NAME: Final = "cashier.log"
_TITLE_BAR_HEIGHT: Final = 40
# What is over sooner is not told of.
_UNTOLD_MS: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """How the program is to be started.

    Attributes:
        profile: the folder that holds this till's database, log and, on some machines, its encrypted vault.
        vault: where secrets are; None means the machine's keyring, or what the person chooses without one.
        language: shown until the shop has chosen; None means the system's.
        appearance: as `language`.
        size: of the window, in device-independent pixels; None means its usual size.
        plan: how unknown outcomes are asked about; None means as usual.
        sync_plan: how eagerly open things are looked at; None means as usual.
        list_plan: how often the providers' lists are read; None means as usual.
        clock: of the till; None means the machine's.
    """

    profile: Path
    vault: Vault | None = None
    language: Language | None = None
    appearance: Appearance = Appearance.SYSTEM
    size: tuple[int, int] | None = None
    plan: AskingPlan | None = None
    sync_plan: SyncPlan | None = None
    list_plan: ListPlan | None = None
    clock: Clock | None = None


class Application:
    """The running program: one window over one till.

    Args:
        app: Qt's own.
        launch: how to start it.
        instance: the claim on the profile; None if another process holds it, which the window then says.
    """

    def __init__(self, app: QApplication, launch: Launch, instance: SingleInstance | None) -> None:
        self._app = app
        self._launch = launch
        self._instance = instance
        self._network_watch: NetworkWatch | None = None
        self._ahead: IdleSteps | None = None
        self._clock = launch.clock or SystemClock()
        self._redactor = Redactor()
        self._vault = launch.vault
        self._till: Till | None = None
        self._database: Database | None = None
        # The data is opened, closed and swapped by one at a time: the window may be closed in the middle of it.
        self._turn = asyncio.Lock()
        self._log_output: LogOutput | None = None
        self._ended = asyncio.Event()
        self._ready = asyncio.Event()
        load_fonts()
        theme = ThemeController(app)
        self.window = MainWindow(theme, LanguageController(app, theme))
        self.window.use_preferences(self._first_preferences())
        if launch.size is not None:
            self.window.resize(*launch.size)
        self.window.close_requested.connect(self._on_close_requested)
        self._tasks = TaskOwner(self._on_unexpected)

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
        """Show the window, open the till behind it, and return when the person has left."""
        if self._launch.size is None and not self._fits_the_screen():
            self.window.showMaximized()
        else:
            self.window.show()
        self._tasks.start(self.start())
        await self._ended.wait()

    def _fits_the_screen(self) -> bool:
        """Whether the window at its usual size, its title bar included, fits beside the system's own bars."""
        free = self.window.screen().availableGeometry().size()
        return free.width() > self.window.width() and free.height() > self.window.height() + _TITLE_BAR_HEIGHT

    async def ready(self) -> None:
        """Wait until the pages are shown."""
        await self._ready.wait()

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
            self._database = await Database.open(self._launch.profile / DATABASE_NAME)
        except StorageError as error:
            self._show_start_problem(error)
            return
        self._vault = self._vault or await self._find_vault()
        if self._vault is not None:
            await self._open_till(self._vault)

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
        language = self._launch.language or language_of_locale(QLocale.system().name())
        return Preferences(
            language=language, appearance=self._launch.appearance, time_zone=HOME_ZONES[language]
        )

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
            )
        except StorageError as error:
            self._show_start_problem(error)
            return
        self._till = till
        till.preferences.changes.subscribe(self.window.use_preferences)
        if await till.operators.in_service():
            self.window.use_preferences(till.preferences.current)
            await self._show_pages()
            return
        from cashier.ui.first_run import FirstRunPage  # noqa: PLC0415  # once in a till's life

        self.window.show_alone(
            FirstRunPage(
                till,
                self._tasks,
                self._show_language,
                lambda: self._after_first_run(till),
            )
        )

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
        await self.window.open_pages(self.till, operator)
        await self.till.start()
        self._watch_network()
        # What is here by now stays. Each full collection would go through all of it, and the window stand still for
        # fifty milliseconds or more; long exports and readings bring one about.
        gc.freeze()
        self._make_ahead()
        self._ready.set()

    def _make_ahead(self) -> None:
        """Make, in the pauses of the work, what would have the person wait when it is first opened."""
        window, frame = self.window, self.window.frame
        if frame is not None:
            self._ahead = IdleSteps(history_steps(frame.make_history), lambda: Sheet.any_open(window), window)

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


def run_application(
    launch: Launch, drive: Callable[[Application], Coroutine[Any, Any, int]] | None = None
) -> int:
    """Run the program and return its exit status.

    Where the profile is in use already, the program that uses it shows its window, and this one ends with status 0.

    Args:
        launch: how to start it.
        drive: runs beside the window once it is shown, such as a scripted tour; its result is the exit status.
    """
    instance = SingleInstance(launch.profile)
    place = instance.take()
    if place is Place.SHOWN:
        _say("Cashier is open on this profile already; its window was brought to the front.")
        return 0
    try:
        return _run_claimed(launch, instance if place is Place.OURS else None, drive)
    finally:
        instance.release()


def _run_claimed(
    launch: Launch,
    instance: SingleInstance | None,
    drive: Callable[[Application], Coroutine[Any, Any, int]] | None,
) -> int:
    import qasync  # noqa: PLC0415  # needs QT_API, which is set above

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    app.setApplicationName("Cashier")
    app.setDesktopFileName("cashier")
    app.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)

    async def main() -> int:
        application = Application(app, launch, instance)
        if drive is None:
            await application.run()
            return 0 if instance is not None else 1
        driving = asyncio.ensure_future(drive(application))
        await application.run()
        return await driving

    with loop:
        return int(loop.run_until_complete(main()))


def _say(text: str) -> None:
    # A program without a console has nowhere to say it.
    if sys.stdout is not None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
