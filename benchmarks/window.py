"""The program's real window, over a history of a million lines, driven as hands would."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

import benchmarks.as_installed  # noqa: F401  # before the program
from benchmarks.history_file import profile_with_history
from cashier.app import Application
from cashier.launch import Launch
from cashier.run import run_application
from cashier.services.preferences import Language
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.history_table_view import HistoryTableView
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn
from cashier.vault import MemoryVault

SIZE: Final = (1366, 768)
_PATIENCE_S: Final = 60.0

_Found = TypeVar("_Found", bound=QObject)


def in_window(steps: Callable[[Application], Coroutine[Any, Any, None]], profile: Path | None = None) -> None:
    """Open the window over that history, or over another profile, take the steps, and close it."""

    async def drive(application: Application) -> int:
        try:
            await application.ready()
            await steps(application)
        finally:
            await application.stop()
        return 0

    def run(folder: Path) -> None:
        run_application(
            Launch(profile=folder, vault=MemoryVault(), language=Language.PERSIAN, size=SIZE), drive
        )

    if profile is not None:
        run(profile)
        return
    with profile_with_history() as folder:
        run(folder)


class HistoryHands:
    """Looks at the page of history and uses it."""

    def __init__(self, application: Application) -> None:
        self._window = application.window
        # To look for it in all of the window takes a millisecond.
        self._table: HistoryTableView | None = None

    async def open_page(self) -> None:
        """Go to history, and wait until all rows are known."""
        self.press("nav.history")
        await self.until(lambda: self._window.findChild(HistoryTableView, "history.table") is not None)
        await self.all_known()

    @property
    def table(self) -> HistoryTableView:
        """The table."""
        if self._table is None:
            self._table = self.found(HistoryTableView, "history.table")
        return self._table

    @property
    def model(self) -> HistoryTableModel:
        """What the table shows."""
        model = self.table.model()
        if not isinstance(model, HistoryTableModel):
            raise TypeError("the table shows something else")
        return model

    def found(self, kind: type[_Found], name: str) -> _Found:
        """Return what is called so.

        Raises:
            LookupError: if there is none.
        """
        found = self._window.findChild(kind, name)
        if found is None:
            raise LookupError(f"no {kind.__name__} {name}")
        return found

    async def all_known(self) -> None:
        """Wait until every row of what is asked for is known."""
        await self.until(lambda: self.model.keys is not None and self.model.keys.is_complete)

    async def until(self, is_so: Callable[[], object]) -> float:
        """Wait until something is so; return how many milliseconds that took.

        Raises:
            TimeoutError: if it does not come to be so.
        """
        began_s = time.perf_counter()
        while not is_so():
            if time.perf_counter() - began_s > _PATIENCE_S:
                raise TimeoutError("it does not come to be so")
            await asyncio.sleep(0.005)
        return (time.perf_counter() - began_s) * 1000

    def type_search(self, text: str) -> None:
        """Search for something, in place of what was searched for."""
        field = self.found(QLineEdit, "history.search")
        field.setText(text)

    def sort_by_amount(self) -> None:
        """Press the name of the amounts' column."""
        header = self.table.horizontalHeader()
        section = HISTORY_COLUMNS.index(HistoryColumn.AMOUNT)
        middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.height() // 2)
        )

    def press(self, name: str) -> None:
        """Press a button."""
        QTest.mouseClick(self.found(QWidget, name), Qt.MouseButton.LeftButton)
