"""What all stories share: Qt and asyncio on one loop, a till on a fresh disk, and waiting for what must come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from cashier.domain.redaction import Redactor
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import LIGHT
from cashier.ui.tasks import TaskOwner
from cashier.vault import MemoryVault

_T = TypeVar("_T")
_Widget = TypeVar("_Widget", bound=QWidget)

_LONGEST_WAIT_S = 15.0
_LOOK_EVERY_S = 0.005


@pytest.fixture(scope="session")
def qt_loop(qapp: QApplication) -> Iterator[qasync.QEventLoop]:
    """Return the one event loop, Qt's and asyncio's at once, of a dressed application."""
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    yield loop
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture(autouse=True)
def _english_screen() -> None:
    """Start each story with an English screen at a shop in Tehran."""
    set_current_locale_format(LocaleFormat("en", ZoneInfo("Asia/Tehran")))


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
                pytest.fail("what was waited for did not come")
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
        return await open_till(database, vault, SystemClock(), Redactor())

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


@pytest.fixture
def show(
    qapp: QApplication, qt_loop: qasync.QEventLoop, till: Till
) -> Iterator[Callable[[QWidget], QWidget]]:
    """Return what shows a page at 1366×768; it is destroyed before the till is closed."""
    del qt_loop, till
    shown: list[QWidget] = []

    def show_it(page: QWidget) -> QWidget:
        page.resize(1366, 768)
        page.show()
        QApplication.setActiveWindow(page)
        shown.append(page)
        return page

    yield show_it
    for page in shown:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def find(screen: QWidget, kind: type[_Widget], name: str) -> _Widget:
    """Return the control of that object name, which must be there."""
    found = screen.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def write(screen: QWidget, name: str, text: str) -> None:
    """Replace what stands in a field by typing."""
    edit = find(screen, QLineEdit, name)
    edit.setFocus()
    edit.selectAll()
    if not text:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def press(screen: QWidget, name: str) -> None:
    """Click a button with the mouse."""
    button = find(screen, QPushButton, name)
    assert button.isVisible(), f"{name} is not visible"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
