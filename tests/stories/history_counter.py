"""The history page under a story's hands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from cashier.domain.history import HistoryItem
from cashier.sandbox.server import SandboxServer
from cashier.ui.filter_chip import FilterChip
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.history_table_view import HistoryTableView
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn
from cashier.ui.locale_format import plain
from tests.stories.payout_counter import PayoutCounter


class HistoryCounter:
    """What a person does on the history page, and what can be seen there."""

    def __init__(self, payout: PayoutCounter) -> None:
        self.payout = payout
        payout.go_to("nav.history")
        payout.wait_until(lambda: self.model.keys is not None)

    @property
    def table(self) -> HistoryTableView:
        """The table."""
        found: HistoryTableView = self.payout.find(HistoryTableView, "history.table")
        return found

    @property
    def model(self) -> HistoryTableModel:
        """Its rows."""
        model = self.table.model()
        assert isinstance(model, HistoryTableModel)
        return model

    def count(self) -> int:
        """Return how many rows there are."""
        return self.model.rowCount()

    def until_rows(self, count: int) -> None:
        """Wait until there are so many rows, no more to come, and the first of them is read."""
        self.payout.wait_until(
            lambda: (
                self.count() == count
                and self.model.is_complete
                and (count == 0 or self.model.item_at(0) is not None)
            )
        )

    def item(self, row: int) -> HistoryItem:
        """Return the item of a row once it is read; the row must be on the screen or near it."""
        self.payout.wait_until(lambda: self.model.item_at(row) is not None)
        item = self.model.item_at(row)
        assert item is not None
        return item

    def text(self, row: int, column: HistoryColumn) -> str:
        """Return what a cell says; empty while its row is not read."""
        return plain(self.model.cell(row, HISTORY_COLUMNS.index(column)).text)

    def search(self, text: str) -> None:
        """Type into the search field."""
        self.payout.type("history.search", text)

    def click(self, name: str) -> None:
        """Press a button of any kind."""
        self.payout.wait_until(lambda: self.sees(name))
        button = self.payout.find(QAbstractButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tick(self, button: str, *keys: str) -> None:
        """Open a filter's list, tick some of what it offers, and close it."""
        self.click(button)
        for key in keys:
            self.click(f"{button}.list.{key}")
        QTest.keyClick(self.payout.find(QWidget, f"{button}.list"), Qt.Key.Key_Escape)

    def click_row(self, row: int) -> None:
        """Click a row."""
        self.item(row)
        place = self.table.visualRect(self.model.index(row, 0)).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the table."""
        QTest.keyClick(self.table, key, modifiers)

    def sees(self, name: str) -> bool:
        """Say whether a control of that name can be seen."""
        return any(found.isVisible() for found in self.payout.window.findChildren(QWidget, name))

    def new_chip(self) -> FilterChip:
        """Return the chip that counts what is new."""
        found: FilterChip = self.payout.find(FilterChip, "history.new")
        return found

    def fetch(self) -> None:
        """Press refresh, and wait until every list has been read."""
        self.click("history.refresh")
        lists: Any = self.payout.till.lists
        self.payout.wait_until(
            lambda: all(one.complete_until is not None and not one.is_reading for one in lists.progress())
        )

    def add_past(self, sandbox: SandboxServer, count: int, *providers: str) -> None:
        """Let each provider list so many past records."""
        for provider in providers or ("digibank", "resid", "paystar", "aqayepardakht"):
            sandbox.control.add_history(provider, count, seed=len(provider))
