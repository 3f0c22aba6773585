"""The counter of a shop that pays many at once: hands on the table of a batch and on what becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QTableView,
)

from cashier.domain.withdrawal import WithdrawalState
from cashier.services.preferences import Appearance, Language, Preferences
from cashier.services.till import Till
from cashier.ui.batch_rows_model import BatchRowsModel
from cashier.ui.batch_table_model import COLUMNS, BatchTableModel, TableColumn
from cashier.ui.widgets import Banner, Sheet, StateChip
from tests.conftest import TillMaker
from tests.stories.counter import MANAGER_PIN, Counter, Run, Wait, counter_over


def made_up_iban(number: int, bank: str = "054") -> str:
    """Return an IBAN whose check digits fit."""
    body = f"{bank}{number:019d}"
    return f"IR{98 - int(f'{body}182700') % 97:02d}{body}"


class BatchCounter(Counter):
    """What a cashier does to pay many at once."""

    def go_to_many(self) -> None:
        """Show the form for many receivers."""
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow)
        self.go_to("nav.withdraw")
        self.click("withdraw.many")

    def click(self, name: str) -> None:
        """Click any button once it can be clicked."""
        self.wait_until(lambda: self.window.findChildren(QAbstractButton, name))
        self.wait_until(lambda: self.find(QAbstractButton, name).isVisible())
        self.wait_until(lambda: self.find(QAbstractButton, name).isEnabled())
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def choose_file(self, dialog_name: str, path: Path) -> None:
        """Type a path into an open file dialog and accept it."""
        self.wait_until(lambda: self.window.findChildren(QFileDialog, dialog_name))
        dialog = self.find(QFileDialog, dialog_name)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    def import_file(self, path: Path) -> None:
        """Import a file through the dialog."""
        self.click("batch.import")
        self.choose_file("batch.openDialog", path)

    def paste(self, text: str) -> None:
        """Paste a text into the table."""
        QApplication.clipboard().setText(text)
        QTest.keyClick(self.table(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def table(self) -> QTableView:
        """Return the table rows are typed into."""
        table: QTableView = self.find(QTableView, "batch.table")
        return table

    def rows(self) -> BatchTableModel:
        """Return what stands in that table."""
        model = self.table().model()
        assert isinstance(model, BatchTableModel)
        return model

    def until_checked(self, count: int) -> None:
        """Wait until so many rows are there, and all of them checked."""
        self.wait_until(lambda: len(self.rows().draft) == count and not self.rows().draft.unchecked_count)

    def cell(self, row: int, column: TableColumn) -> str:
        """Return what a cell shows, without invisible characters."""
        shown = self.rows().cell(row, COLUMNS.index(column)).text
        return "".join(character for character in shown if character not in "\u2066\u2067\u2068\u2069")

    def type_into(self, row: int, column: TableColumn, text: str) -> None:
        """Go to a cell, open it with Enter, write, and leave it with Enter."""
        table = self.table()
        table.setCurrentIndex(self.rows().index(row, COLUMNS.index(column)))
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = self.find(QLineEdit, "batch.cell")
        editor.selectAll()
        for character in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.wait_until(lambda: table.state() != QTableView.State.EditingState)
        self.wait_until(lambda: not self.rows().draft.unchecked_count)

    def problems(self) -> list[str]:
        """Return the sentences of the list of problems, without invisible characters."""
        model = self.find(QListView, "batch.problems").model()
        said = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        return ["".join(c for c in text if c not in "\u2066\u2067\u2068\u2069") for text in said]

    def notice(self) -> str:
        """Return what is said over the table."""
        banner = self.find(Banner, "batch.notice")
        return str(banner.text()) if banner.isVisible() else ""

    def text(self, name: str) -> str:
        """Return what a label says, without invisible characters."""
        return "".join(c for c in self.find(QLabel, name).text() if c not in "\u2066\u2067\u2068\u2069")

    def review(self) -> None:
        """Press Review and wait for the review."""
        self.click("batch.review")
        self.wait_until(lambda: Sheet.any_open(self.window))

    def approve(self, pin: str = MANAGER_PIN) -> None:
        """Approve with a manager's PIN."""
        self.wait_until(lambda: self.find(QComboBox, "approve.manager").count())
        self.type("approve.pin", pin)
        self.press("approve.submit")

    def until_sheet_closed(self) -> None:
        """Wait until no sheet lies over the page."""
        self.wait_until(lambda: not Sheet.any_open(self.window))

    def until_phase(self, phase: str) -> None:
        """Wait until the batch stands so."""
        self.wait_until(lambda: self.find(StateChip, "batchProgress.state").property("state") == phase)

    def shown_rows(self) -> BatchRowsModel:
        """Return the rows of the batch that is watched."""
        model = self.find(QTableView, "batchProgress.table").model()
        assert isinstance(model, BatchRowsModel)
        return model

    def until_counts(self, **counts: int) -> None:
        """Wait until so many rows stand in each state, and none in another."""
        wanted = {WithdrawalState[name.upper()]: count for name, count in counts.items()}
        self.wait_until(lambda: self.shown_rows().counts() == wanted)


@contextmanager
def batch_counter(
    tills: TillMaker, qapp: QApplication, run: Run, wait_until: Wait, **settings: str
) -> Iterator[tuple[BatchCounter, Till]]:
    """Show the window of a shop with a paystar account that sends two transfers in one call; `settings` are the account's."""

    async def open_shop() -> tuple[Till, dict[str, Any]]:
        till = await tills.open()
        preferences = Preferences(
            shop_name="Sunny Shop", language=Language.ENGLISH, appearance=Appearance.LIGHT
        )
        await till.operators.set_up_till(preferences, name="Nora Example", pin=MANAGER_PIN)
        return till, {"paystar": await tills.paystar(till, transfers_per_call="2", **settings)}

    till, accounts = run(open_shop())
    with counter_over(till, accounts, qapp, run, wait_until) as plain:
        yield BatchCounter(plain.window, plain.language, wait_until, accounts), till
    run(asyncio.sleep(0))
    run(till.close())
