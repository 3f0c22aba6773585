"""The table of history on the screen: keys, columns that give way, and rows that stay where they are read."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cashier.domain.history import HistorySort
from cashier.domain.text import without_invisible
from cashier.ui.history_columns import column_widths, unit_width_of
from cashier.ui.history_header import SORT_COLUMNS, HistoryHeader
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn, HistoryWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.table_cell import CELL_HEIGHT, TableCellDelegate, dress_table

# Whoever holds an arrow key down wants to see the rows, not the details of each.
_CHOOSE_AFTER_MS: Final = 120
_NO_ROW: Final = -1

_Index = QModelIndex | QPersistentModelIndex


class HistoryTableView(QTableView):
    """Shows a `HistoryTableModel`.

    Signals:
        chosen: a person wants the details of the current row: pressed Enter, or clicked it.
        current_moved: the keys came to another row.
        sort_wanted: a name in the head was pressed, with what it sorts by.
        rows_passed: other rows are on the screen.
    """

    chosen = Signal()
    current_moved = Signal()
    sort_wanted = Signal(HistorySort)
    rows_passed = Signal()

    def __init__(self, model: HistoryTableModel) -> None:
        super().__init__()
        self._model = model
        self._words = HistoryWords(self)
        self._names: tuple[str, ...] = ()
        self._unit_codes: tuple[str, ...] = ()
        self._delegate = TableCellDelegate(self)
        self._delegate.ringed_row = _NO_ROW
        self._header = HistoryHeader(self)
        self.setObjectName("history.table")
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(CELL_HEIGHT)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CHOOSE_AFTER_MS)
        self._pause.timeout.connect(self.current_moved)
        self._header.sectionClicked.connect(self._on_head_clicked)
        self.clicked.connect(lambda _: self.chosen.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.tell_rows_on_screen())
        model.opened.connect(self.tell_rows_on_screen)
        model.grown.connect(self.tell_rows_on_screen)
        model.amount_grown.connect(self.fit_columns)
        self.retranslate()

    def show_sort(self, sort: HistorySort, *, is_descending: bool) -> None:
        """Show what the rows are sorted by."""
        self._header.show_sort(sort, is_descending=is_descending)

    def use_names(self, names: tuple[str, ...], unit_codes: tuple[str, ...]) -> None:
        """Make room for what accounts are called, and for the units that occur."""
        self._names, self._unit_codes = names, unit_codes
        self.fit_columns()

    def is_at_top(self) -> bool:
        """Say whether the first row is wholly on the screen."""
        return self.verticalScrollBar().value() == 0

    def go_to_row(self, row: int) -> None:
        """Bring a row to the top of the screen, and the keys to it."""
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def choose_row(self, row: int) -> None:
        """Bring the keys to a row without moving what is on the screen, or telling anybody."""
        bar = self.verticalScrollBar()
        value = bar.value()
        self.setCurrentIndex(self._model.index(row, 0))
        bar.setValue(value)
        self._pause.stop()

    def current_row(self) -> int | None:
        """Return the row that has the keys, None if none has."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def go_to_moment(self, moment: datetime) -> bool:
        """Bring the row of a moment to the top; say whether there is one so far."""
        row = self._model.row_at(moment)
        if row is not None:
            self.go_to_row(row)
        return row is not None

    def copy_reference(self) -> str:
        """Put the reference of the current row on the clipboard, as it is typed, and return it; empty for none."""
        row = self.current_row()
        item = self._model.item_at(row) if row is not None else None
        text = without_invisible(item.reference or item.provider_reference) if item is not None else ""
        if text:
            QGuiApplication.clipboard().setText(text)
        return text

    def tell_rows_on_screen(self) -> None:
        """Have what is on the screen read."""
        bottom = self.viewport().height() // CELL_HEIGHT + 1
        first = max(0, self.verticalScrollBar().value() // CELL_HEIGHT)
        last = min(first + bottom, self._model.rowCount() - 1)
        if last >= 0:
            self._model.show_rows(first, last)
        self.rows_passed.emit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell, after a pause, that the keys came to another row."""
        super().currentChanged(current, previous)
        self._ring()
        if current.isValid():
            self._pause.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the row that has the keys."""
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark none: the keys are elsewhere."""
        super().focusOutEvent(event)
        self._ring()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, copy on the copy keys, go to the ends of all rows on Home and End."""
        key, last = event.key(), self._model.rowCount() - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_reference()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.currentIndex().isValid():
                self.chosen.emit()
        elif key == Qt.Key.Key_Home and last >= 0:
            self.go_to_row(0)
        elif key == Qt.Key.Key_End and last >= 0:
            self.setCurrentIndex(self._model.index(last, 0))
        elif key == Qt.Key.Key_Escape:
            # The page's: the pane closes.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit_columns()
        self.tell_rows_on_screen()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.setAccessibleName(self.tr("Payments and withdrawals"))
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the room its texts need, and let some go where there is too little."""
        fmt = current_locale_format()
        widths = column_widths(
            self.viewport().width(),
            fmt,
            self._words,
            names=self._names,
            unit_codes=self._unit_codes,
            longest_amount=self._model.longest_amount,
        )
        self._delegate.unit_width = unit_width_of(fmt, self._unit_codes)
        self._model.join_unit(joined=HistoryColumn.UNIT not in widths)
        for place, column in enumerate(HISTORY_COLUMNS):
            self.setColumnHidden(place, column not in widths)
            if column in widths:
                self.setColumnWidth(place, widths[column])

    def _ring(self) -> None:
        row = self.currentIndex().row() if self.hasFocus() else _NO_ROW
        if row != self._delegate.ringed_row:
            self._delegate.ringed_row = row
            self.viewport().update()

    def _on_head_clicked(self, section: int) -> None:
        sort = SORT_COLUMNS.get(HISTORY_COLUMNS[section])
        if sort is not None:
            self.sort_wanted.emit(sort)
