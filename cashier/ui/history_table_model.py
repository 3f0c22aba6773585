"""The table of history: as many rows as a query admits, of which only those on the screen are ever read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cashier.domain.history import HistoryItem, HistoryQuery, HistorySort
from cashier.services.history import HistoryKeys, HistoryService
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.history_pages import PAGE_ROWS, HistoryPages
from cashier.ui.history_row import AWAITED_CELL, HistoryRow, HistoryRowWriter, amount_length
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn, HistoryWords
from cashier.ui.locale_format import plain
from cashier.ui.messages import storage_message
from cashier.ui.table_cell import TableCell, header_alignment
from cashier.ui.tasks import TaskOwner

_AMOUNT: Final = HISTORY_COLUMNS.index(HistoryColumn.AMOUNT)
_EMPTY_CELL: Final = TableCell()
# Some screens full.
_ROWS_WRITTEN: Final = 300

_Index = QModelIndex | QPersistentModelIndex


class HistoryTableModel(QAbstractTableModel):
    """Rows of history, newest first or as the query says.

    The rows are those there were when they were opened: what comes later is counted, and shown when they are opened
    anew, so that no row ever moves under a reader's eyes.

    Signals:
        opened: other rows are shown, from the first.
        grown: more rows were found.
        completed: all rows were found.
        amount_grown: a longer amount was met than any before among these rows: `longest_amount` says which.
        failed: why nothing could be read.
    """

    opened = Signal()
    grown = Signal()
    completed = Signal()
    amount_grown = Signal()
    failed = Signal(str)

    def __init__(
        self,
        history: HistoryService,
        on_unexpected: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._tasks = TaskOwner(on_unexpected)
        self._words = HistoryWords(self)
        self._writer: HistoryRowWriter | None = None
        self._keys: HistoryKeys | None = None
        self._row_count = 0
        self._pages = HistoryPages()
        # Of what was on the screen lately, by their numbers: whoever scrolls fast passes most rows by.
        self._rows: dict[int, HistoryRow] = {}
        self._turn = 0
        self._is_fetching = False
        self._joins_unit = False
        self.longest_amount = ""
        self._longest = 0
        self._extending: asyncio.Task[Any] | None = None

    @property
    def keys(self) -> HistoryKeys | None:
        """What is shown; None before the first was opened."""
        return self._keys

    @property
    def is_complete(self) -> bool:
        """Whether all rows were found."""
        return self._keys is not None and self._keys.is_complete

    # What it shows

    async def open(self, query: HistoryQuery) -> None:
        """Show what a query admits, in place of what is shown.

        The call that came last wins, whichever comes back first.

        Raises:
            StorageUnavailableError: if it cannot be read; what was shown stays.
        """
        self._turn += 1
        turn = self._turn
        keys = await self._history.open(query)
        first = await self._history.items(keys.places(0, min(len(keys), PAGE_ROWS)))
        if turn != self._turn:
            return
        if self._extending is not None:
            self._extending.cancel()
        self.beginResetModel()
        self._keys, self._row_count = keys, len(keys)
        self._pages.clear()
        self._rows.clear()
        self.longest_amount, self._longest = "", 0
        if self._row_count:
            self._take(0, first)
        self.endResetModel()
        self.opened.emit()
        self._extending = self._tasks.start(self._told(self._extend(keys)))

    def write_with(self, writer: HistoryRowWriter) -> None:
        """Write all rows with another writer, as in another language."""
        self._writer = writer
        self._rows.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HISTORY_COLUMNS) - 1)
        self._all_changed()
        self._fetch()

    def join_unit(self, *, joined: bool) -> None:
        """Write each amount's unit behind it, or leave that to the column of its own."""
        if joined != self._joins_unit:
            self._joins_unit = joined
            self._all_changed()

    def show_rows(self, first: int, last: int) -> None:
        """Note which rows are on the screen; what is missing of them is read."""
        self._pages.show(first, last)
        self._fetch()

    def refresh(self) -> None:
        """Read what is on the screen anew: something has changed."""
        self._pages.expire()
        self._fetch()

    def close_model(self) -> None:
        """Read nothing more."""
        self._turn += 1
        self._tasks.cancel_all()

    # What is asked about rows

    def item_at(self, row: int) -> HistoryItem | None:
        """Return the item of a row; None while it is not read."""
        return self._pages.item(row)

    def place_at(self, row: int) -> int | None:
        """Return the place of a row's item, read or not; None for no row."""
        if self._keys is None or not 0 <= row < self._row_count:
            return None
        return self._keys.places(row, row + 1)[0]

    def row_of(self, place: int, at: datetime) -> int | None:
        """Return where an item of that place and time is, among rows in the order of time; None if it is not there."""
        keys = self._keys
        if keys is None or keys.query.sort is not HistorySort.TIME:
            return None
        start = keys.row_at(at) or 0
        # Several may be of one moment.
        around = range(max(0, start - PAGE_ROWS), min(self._row_count, start + PAGE_ROWS))
        places = list(keys.places(around.start, around.stop))
        return around.start + places.index(place) if place in places else None

    def row_at(self, moment: datetime) -> int | None:
        """Return the row to go to for a moment, among rows in the order of time; None if there is none so far."""
        if self._keys is None or not self._row_count or self._keys.query.sort is not HistorySort.TIME:
            return None
        found = self._keys.row_at(moment)
        return None if found is None else min(found, self._row_count - 1)

    # Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many rows were found so far."""
        return 0 if parent.isValid() else self._row_count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HISTORY_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name and where it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HISTORY_COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return header_alignment(is_figure=section == _AMOUNT)
        return self._words.column(HISTORY_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell; the delegate paints by `cell`."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain(self.cell(index.row(), index.column()).text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(index.row(), index.column())
        return None

    def cell(self, row: int, column: int) -> TableCell:
        """Return a cell as it is painted."""
        found = self._row(row)
        if found is None:
            return _EMPTY_CELL if self._pages.is_read(row) else AWAITED_CELL
        if self._joins_unit and column == _AMOUNT:
            return found.figure_and_unit
        return found.cells[column]

    def _row(self, number: int) -> HistoryRow | None:
        item = self._pages.item(number)
        if item is None or self._writer is None:
            return None
        row = self._rows.get(number)
        if row is None or row.item is not item:
            if len(self._rows) >= _ROWS_WRITTEN:
                self._rows.clear()
            row = self._rows[number] = self._writer.row(item)
        return row

    def _tool_tip(self, row: int, column: int) -> str | None:
        item = self.item_at(row)
        if item is None:
            return None
        kind = HISTORY_COLUMNS[column]
        if kind is HistoryColumn.PARTY:
            return "\n".join(filter(None, (item.party, item.holder))) or None
        if kind is HistoryColumn.REFERENCE and item.is_made_elsewhere:
            return self.tr("This was not made at this till: it is known from the provider's list.")
        return self.cell(row, column).text or None

    # Reading

    async def _extend(self, keys: HistoryKeys) -> None:
        while not keys.is_complete:
            await self._history.extend(keys)
            if keys is not self._keys:
                return
            found = len(keys)
            if found > self._row_count:
                self.beginInsertRows(QModelIndex(), self._row_count, found - 1)
                self._row_count = found
                self.endInsertRows()
                self.grown.emit()
                self._fetch()
        self.completed.emit()

    def _fetch(self) -> None:
        if not self._is_fetching and self._keys is not None and self._writer is not None:
            self._is_fetching = True
            self._tasks.start(self._told(self._fetch_wanted()))

    async def _fetch_wanted(self) -> None:
        # One after the other, and each time what is wanted by then: whoever scrolls on waits for nothing passed by.
        try:
            while True:
                keys, page = self._keys, self._pages.next_to_read(self._row_count)
                if keys is None or page is None:
                    return
                start = page * PAGE_ROWS
                stop = min(start + PAGE_ROWS, self._row_count)
                items = await self._history.items(keys.places(start, stop))
                if keys is self._keys:
                    self._take(page, items)
                    # A view paints all of itself for any of them.
                    if self._pages.is_shown(page):
                        last = self.index(stop - 1, len(HISTORY_COLUMNS) - 1)
                        self.dataChanged.emit(self.index(start, 0), last)
        finally:
            self._is_fetching = False

    def _take(self, page: int, items: list[HistoryItem]) -> None:
        if self._keys is None or self._writer is None:
            return
        start = page * PAGE_ROWS
        places = self._keys.places(start, min(start + PAGE_ROWS, self._row_count))
        by_place = {item.place: item for item in items}
        self._pages.put(page, [by_place.get(place) for place in places])
        # All digits are equally wide, so the one with the most signs is the widest.
        longest = max(items, key=amount_length, default=None)
        if longest is not None and amount_length(longest) > self._longest:
            self._longest = amount_length(longest)
            self.longest_amount = self._writer.amount(longest)
            self.amount_grown.emit()

    async def _told(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except StorageUnavailableError as error:
            self.failed.emit(storage_message(error.trouble))

    def _all_changed(self) -> None:
        if self._row_count:
            last = self.index(self._row_count - 1, len(HISTORY_COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
