"""The table of a batch that was written down, with chips and a search field that say which rows are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from cashier.domain.withdrawal import WithdrawalState
from cashier.ui.batch_rows_model import ROW_COLUMNS, BatchRowsModel, RowColumn
from cashier.ui.filter_chip import FilterChip
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.locale_format import current_locale_format, isolate_ltr
from cashier.ui.style.tokens import Spacing
from cashier.ui.table_cell import TableCellDelegate, dress_table, header_width, text_width
from cashier.ui.widgets import SearchEdit, TextLabel, chip_size
from cashier.ui.withdrawal_words import WithdrawalWords

_S = WithdrawalState
_CHIP_ORDER: Final = (
    _S.PAID,
    _S.ACCEPTED,
    _S.REJECTED,
    _S.REFUSED,
    _S.UNKNOWN,
    _S.SUBMITTING,
    _S.APPROVED,
    _S.AWAITING_APPROVAL,
    _S.CANCELLED,
)
_SEARCH_AFTER_MS: Final = 150
_SEARCH_WIDTH: Final = 260
_LEAST_TABLE_HEIGHT: Final = 200
_HEADER_PADDING: Final = 24
_WIDEST_IBAN: Final = "IR88 8888 8888 8888 8888 8888 88"
_WIDEST_AMOUNT: Final = "88888888888"
_LEAST_HOLDER: Final = 130
_LEAST_WHY: Final = 150


class BatchRowsView(QWidget):
    """Chips, search field and table."""

    def __init__(self, model: BatchRowsModel) -> None:
        super().__init__()
        self._model = model
        self._words = WithdrawalWords(self)
        self._counts: Mapping[WithdrawalState, int] = {}
        self._chips: dict[WithdrawalState, FilterChip] = {}
        self._search = SearchEdit()
        self._search.setObjectName("batchProgress.search")
        self._search.setMinimumWidth(_SEARCH_WIDTH)
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_AFTER_MS)
        self._pause.timeout.connect(lambda: self._model.search(self._search.text()))
        self._search.textChanged.connect(lambda _: self._pause.start())
        filters = QWidget()
        flow = FlowLayout(filters, spacing=Spacing.S)
        flow.addWidget(self._search)
        for state in _CHIP_ORDER:
            chip = FilterChip(f"batchProgress.filter.{state.value}")
            chip.toggled.connect(self._on_chip)
            chip.hide()
            self._chips[state] = chip
            flow.addWidget(chip)
        self._table = QTableView()
        self._table.setObjectName("batchProgress.table")
        self._why = TextLabel(role="small", tone="muted")
        self._why.setObjectName("batchProgress.rowWhy")
        self._dress_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.S)
        column.addWidget(filters)
        column.addWidget(self._table, 1)
        column.addWidget(self._why)
        self.setFocusProxy(self._table)
        self.retranslate()

    def _dress_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setItemDelegate(TableCellDelegate(table))
        dress_table(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setMinimumHeight(_LEAST_TABLE_HEIGHT)
        table.selectionModel().currentRowChanged.connect(self._write_why)
        self._model.modelReset.connect(self._write_why)

    def show_counts(self, counts: Mapping[WithdrawalState, int]) -> None:
        """Show how many rows stand in each state; there is a chip for each that has any."""
        self._counts = dict(counts)
        fmt = current_locale_format()
        for state, chip in self._chips.items():
            count = self._counts.get(state, 0)
            kind, icon_name, word = self._words.state_word(state)
            chip.set_state(kind, icon_name, f"{word} · {fmt.number(count)}")
            # One that is chosen stays, or nobody could let go of it.
            chip.setVisible(bool(count) or chip.isChecked())

    def show_only(self, *states: WithdrawalState) -> None:
        """Choose these chips and no others."""
        for state, chip in self._chips.items():
            chip.setChecked(state in states)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._search.setPlaceholderText(self.tr("Name, IBAN, number"))
        self._search.setAccessibleName(self.tr("Search the rows of this batch"))
        self._table.setAccessibleName(self.tr("Rows of this batch"))
        self._model.retranslate()
        self.show_counts(self._counts)
        self.fit_columns()
        self._write_why()

    def fit_columns(self) -> None:
        """Give every column the room its texts need, and the reasons what is left over."""
        fmt, header = current_locale_format(), self._table.horizontalHeader()
        widths = {
            RowColumn.NUMBER: text_width(fmt.number(99_999)),
            RowColumn.IBAN: text_width(isolate_ltr(_WIDEST_IBAN)),
            RowColumn.HOLDER: _LEAST_HOLDER,
            RowColumn.AMOUNT: text_width(isolate_ltr(fmt.amount(_WIDEST_AMOUNT)), strong=True),
            RowColumn.STATE: max(chip_size(word).width() for word in self._model.state_words())
            + _HEADER_PADDING,
            RowColumn.REFERENCE: text_width("8" * 14),
            RowColumn.WHY: _LEAST_WHY,
        }
        for place, column in enumerate(ROW_COLUMNS):
            name = str(self._model.headerData(place, header.orientation()))
            widths[column] = max(widths[column], header_width(name))
        left_over = max(0, self._table.viewport().width() - sum(widths.values()))
        widths[RowColumn.HOLDER] += left_over // 4
        widths[RowColumn.WHY] += left_over - left_over // 4
        for place, column in enumerate(ROW_COLUMNS):
            self._table.setColumnWidth(place, widths[column])

    def _write_why(self) -> None:
        """Say below the table, in full, why the row the keys are in stands where it does."""
        index = self._table.currentIndex()
        row = self._model.row_at(index.row()) if index.isValid() else None
        self._why.setText(self._model.details(row) if row is not None else "")
        self._why.setVisible(bool(self._why.text()))

    def _on_chip(self) -> None:
        self._model.show_states(frozenset(state for state, chip in self._chips.items() if chip.isChecked()))
        self.show_counts(self._counts)
