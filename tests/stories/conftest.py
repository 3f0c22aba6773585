"""What all stories share: Qt and asyncio on one loop, a till on a fresh disk, hands, and waiting for what comes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from cashier.domain.redaction import Redactor
from cashier.sandbox.server import SandboxServer
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.ui.announcements import Announcement, announced
from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import LIGHT
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Field
from cashier.vault import MemoryVault
from tests.conftest import TillMaker
from tests.stories.counter import Counter, counter_over, set_up_shop
from tests.stories.payout_counter import PayoutCounter, payout_counter_over

_T = TypeVar("_T")
_Widget = TypeVar("_Widget", bound=QWidget)

_LONGEST_WAIT_S = 15.0
_LOOK_EVERY_S = 0.005


class _StoryLoop(qasync.QEventLoop):
    """Counts as the running loop through a whole story, not only while a coroutine is run to its end.

    Qt works between a story's steps too (pytest-qt lets it, and so does every dialog), and a step of a task that
    comes up then must find its loop.
    """

    def run_forever(self) -> Any:
        """Run as ever, then count as running on: the base class lets Qt work before it hands a result back."""
        try:
            return super().run_forever()
        finally:
            asyncio._set_running_loop(self)


@pytest.fixture(scope="session")
def qt_loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    """Return the one event loop, Qt's and asyncio's at once, of a dressed application."""
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)
    # Else a story that closes its only window would stop the loop under all that follow.
    qapp.setQuitOnLastWindowClosed(False)
    loop = _StoryLoop(qapp)
    asyncio.set_event_loop(loop)
    yield loop
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture(autouse=True)
def _story(qt_loop: qasync.QEventLoop) -> Iterator[None]:
    """Start each story with an English screen at a shop in Tehran, its loop running."""
    set_current_locale_format(LocaleFormat("en", ZoneInfo("Asia/Tehran")))
    asyncio._set_running_loop(qt_loop)
    yield
    asyncio._set_running_loop(None)


@pytest.fixture
def run(qt_loop: qasync.QEventLoop) -> Callable[[Awaitable[Any]], Any]:
    """Return what runs a coroutine on the loop, window included, and gives its result."""
    result: Callable[[Awaitable[Any]], Any] = qt_loop.run_until_complete
    return result


@pytest.fixture
def wait_until(qt_loop: qasync.QEventLoop) -> Callable[[Callable[[], object]], None]:
    """Return what lets window and services work until a predicate holds, and fails if it never does."""

    async def wait(predicate: Callable[[], object]) -> None:
        deadline = time.monotonic() + _LONGEST_WAIT_S
        while not predicate():
            if time.monotonic() > deadline:
                pytest.fail(f"what was waited for did not come; on the screen: {_texts_on_the_screen()}")
            await asyncio.sleep(_LOOK_EVERY_S)

    return lambda predicate: qt_loop.run_until_complete(wait(predicate))


@pytest.fixture
def vault() -> MemoryVault:
    """Return the till's vault."""
    return MemoryVault()


@pytest.fixture
def till(run: Callable[[Awaitable[_T]], _T], tmp_path: Path, vault: MemoryVault) -> Iterator[Till]:
    """Open a new till on an empty folder, nobody in its service yet."""

    async def open_it() -> Till:
        database = await Database.open(tmp_path / "till.db")
        opened = await open_till(database, vault, SystemClock(), Redactor())
        await opened.start()
        return opened

    opened: Any = run(open_it())  # type: ignore[arg-type]  # the type variable is the fixture's, not this call's
    yield opened
    run(opened.close())


@pytest.fixture
def tasks(run: Callable[[Awaitable[Any]], Any]) -> Iterator[TaskOwner]:
    """Return an owner of screens' coroutines; whatever one of them did not expect fails the test."""
    unexpected: list[BaseException] = []
    owner = TaskOwner(unexpected.append)
    yield owner
    owner.cancel_all()
    run(asyncio.sleep(0))
    assert unexpected == []


class Screen:
    """A page under the hands of a story: finds and works its controls as a person does, by their fixed names."""

    def __init__(self, page: QWidget) -> None:
        self.page = page

    def find(self, kind: type[_Widget], name: str) -> _Widget:
        """Return the control of that object name: the newest one, as a closed sheet may still await deletion."""
        found = self.page.findChildren(kind, name)
        assert found, f"there is no {name}"
        return found[-1]

    def shows(self, name: str) -> bool:
        """Say whether a control of that object name can be seen."""
        return any(child.isVisible() for child in self.page.findChildren(QWidget, name))

    def write(self, name: str, text: str) -> None:
        """Replace what stands in a field by typing."""
        edit = self.find(QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        for character in text:
            # QTest's own keys are Latin only; a Persian keyboard sends the character as the event's text.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(edit, event)

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        return self.find(QLineEdit, name).text()

    def press(self, name: str) -> None:
        """Click a button, check box or card with the mouse."""
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), f"{name} cannot be seen"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, name: str, key: Qt.Key) -> None:
        """Press a key in a control."""
        QTest.keyClick(self.find(QWidget, name), key)

    def problem(self, name: str) -> str | None:
        """Return the message beside a field, None if there is none."""
        around = self.find(QWidget, name).parentWidget()
        while not isinstance(around, Field):
            assert around is not None, f"{name} is in no field"
            around = around.parentWidget()
        return around.error()


@pytest.fixture
def show(
    qapp: QApplication, run: Callable[[Awaitable[Any]], Any], tasks: TaskOwner, till: Till
) -> Iterator[Callable[[QWidget], Screen]]:
    """Return what shows a page at 1366×768; it is destroyed before the till is closed."""
    del till
    shown: list[QWidget] = []

    def show_it(page: QWidget) -> Screen:
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        shown.append(page)
        return Screen(page)

    yield show_it
    tasks.cancel_all()
    run(asyncio.sleep(0))
    for page in shown:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def counter(
    qapp: QApplication,
    run: Callable[[Awaitable[Any]], Any],
    wait_until: Callable[[Callable[[], object]], None],
    till: Till,
    sandbox: SandboxServer,
) -> Iterator[Counter]:
    """Return a counter with a digibank and a resid account, in English until a story says otherwise."""
    accounts = run(set_up_shop(till, sandbox.base_url))
    with counter_over(till, accounts, qapp, run, wait_until) as counter:
        yield counter


@pytest.fixture
def payout(
    qapp: QApplication,
    run: Callable[[Awaitable[Any]], Any],
    wait_until: Callable[[Callable[[], object]], None],
    tills: TillMaker,
    sandbox: SandboxServer,
) -> Iterator[PayoutCounter]:
    """Return a counter with a paystar and an aqayepardakht account, on the page that withdraws."""
    # What was accepted is looked at again soon.
    tills.sync_plan = replace(tills.sync_plan, open_pause_s=0.05)
    with payout_counter_over(tills, sandbox.base_url, qapp, run, wait_until) as payout:
        yield payout


def _texts_on_the_screen() -> list[str]:
    return [
        label.text()
        for window in QApplication.topLevelWidgets()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


@pytest.fixture
def said() -> Iterator[list[Announcement]]:
    """Return what a screen reader says by itself from now on."""
    heard: list[Announcement] = []
    end = announced.subscribe(heard.append)
    yield heard
    end()
