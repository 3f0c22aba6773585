"""The rows of a batch that was written down: where each stands and why, filtered and searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cashier.domain.account import Account
from cashier.domain.iban import grouped_iban
from cashier.domain.search_text import searchable, words_sought
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.ui.locale_format import current_locale_format, isolate, isolate_ltr
from cashier.ui.table_cell import TableCell, header_alignment
from cashier.ui.withdrawal_words import WithdrawalWords


class RowColumn(Enum):
    """A column, from the leading edge."""

    NUMBER = "number"
    IBAN = "iban"
    HOLDER = "holder"
    AMOUNT = "amount"
    STATE = "state"
    REFERENCE = "reference"
    WHY = "why"


ROW_COLUMNS: Final = tuple(RowColumn)

_Index = QModelIndex | QPersistentModelIndex


def search_texts(rows: Iterable[Withdrawal]) -> dict[str, str]:
    """Return what each row is found by, by its id: a worker thread's business when there are many."""
    return {row.id: searchable(" ".join(filter(None, _parts(row)))) for row in rows}


def _parts(row: Withdrawal) -> tuple[str | None, ...]:
    return (
        row.reference,
        row.iban,
        row.holder,
        row.note,
        row.pay_id,
        row.money.text,
        row.tracking_number,
        row.ref_code,
        row.provider_message,
    )


class BatchRowsModel(QAbstractTableModel):
    """The rows of one batch, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, Withdrawal] = {}
        self._found_by: dict[str, str] = {}
        self._shown: list[str] = []
        self._states: frozenset[WithdrawalState] = frozenset()
        self._wanted: list[tuple[str, ...]] = []
        self._account: Account | None = None
        self._words = WithdrawalWords(self)

    # What it shows

    def begin(self, account: Account | None) -> None:
        """Show the rows of another batch; there are none yet."""
        self.beginResetModel()
        self._account = account
        self._rows, self._found_by, self._shown = {}, {}, []
        self.endResetModel()

    def take(self, changed: Iterable[Withdrawal], found_by: Mapping[str, str]) -> None:
        """Take rows that are new or have changed, in the order of their places, and what they are found by."""
        for row in changed:
            self._rows[row.id] = row
        self._found_by.update(found_by)
        self._show_again()

    def show_states(self, states: frozenset[WithdrawalState]) -> None:
        """Show only those in one of the states; none named shows all."""
        if states != self._states:
            self._states = states
            self._show_again()

    def search(self, text: str) -> None:
        """Show only those that hold every word of a text."""
        wanted = words_sought(text)
        if wanted != self._wanted:
            self._wanted = wanted
            self._show_again()

    def counts(self) -> dict[WithdrawalState, int]:
        """Return how many of all rows stand in each state."""
        counts: dict[WithdrawalState, int] = {}
        for row in self._rows.values():
            counts[row.state] = counts.get(row.state, 0) + 1
        return counts

    def rows_in(self, *states: WithdrawalState) -> list[Withdrawal]:
        """Return all rows in any of the states, shown or not."""
        return [row for row in self._rows.values() if row.state in states]

    def row_at(self, place: int) -> Withdrawal:
        """Return the row shown at a place."""
        return self._rows[self._shown[place]]

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ROW_COLUMNS) - 1)
        self._all_changed()

    # Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(ROW_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name and where it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(ROW_COLUMNS):
            return None
        column = ROW_COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return header_alignment(is_figure=column is RowColumn.AMOUNT)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column is RowColumn.AMOUNT:
            return self.tr("Amount ({unit})").format(unit=current_locale_format().unit("IRR"))
        return {
            RowColumn.NUMBER: self.tr("Row"),
            RowColumn.IBAN: self.tr("IBAN"),
            RowColumn.HOLDER: self.tr("Account holder"),
            RowColumn.STATE: self.tr("State"),
            RowColumn.REFERENCE: self.tr("Reference"),
            RowColumn.WHY: self.tr("Why"),
        }[column]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell; the delegate paints by `cell`."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.ToolTipRole and ROW_COLUMNS[index.column()] is not RowColumn.NUMBER:
            return self.cell(index.row(), index.column()).text or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return current_locale_format().plain(self.cell(index.row(), index.column()).text)
        return None

    def cell(self, row: int, column: int) -> TableCell:
        """Return a cell as it is painted."""
        shown, kind = self.row_at(row), ROW_COLUMNS[column]
        if kind is RowColumn.STATE:
            state, icon_name, word = self._words.state_word(shown.state)
            return TableCell(text=word, chip=(state, icon_name))
        if kind is RowColumn.AMOUNT:
            amount = isolate_ltr(current_locale_format().amount(shown.money.text))
            return TableCell(text=amount, is_strong=True, is_figure=True)
        text = {
            RowColumn.NUMBER: lambda: current_locale_format().number(shown.batch_row or 0),
            RowColumn.IBAN: lambda: isolate_ltr(grouped_iban(shown.iban)),
            RowColumn.HOLDER: lambda: isolate(shown.holder) if shown.holder else "",
            RowColumn.REFERENCE: lambda: isolate_ltr(shown.reference),
            RowColumn.WHY: lambda: self.why(shown),
        }[kind]()
        return TableCell(text=text, is_muted=kind in {RowColumn.NUMBER, RowColumn.REFERENCE, RowColumn.WHY})

    def why(self, row: Withdrawal) -> str:
        """Return why a row stands where it does; empty if the state says it all."""
        return self._words.why(row, self._account)

    def details(self, row: Withdrawal) -> str:
        """Return all that a row's cells have no room for."""
        tracked = (
            self.tr("Tracking number: {number}").format(number=isolate_ltr(row.tracking_number))
            if row.tracking_number
            else ""
        )
        return " ".join(filter(None, (self.why(row), tracked)))

    def state_words(self) -> list[str]:
        """Return every word that may stand in the state's column, for its width."""
        return [self._words.state_word(state).word for state in WithdrawalState]

    def _show_again(self) -> None:
        shown = [row.id for row in self._rows.values() if self._is_wanted(row)]
        if shown == self._shown:
            self._all_changed()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _is_wanted(self, row: Withdrawal) -> bool:
        if self._states and row.state not in self._states:
            return False
        if not self._wanted:
            return True
        found_by = self._found_by.get(row.id, "")
        return all(any(word in found_by for word in meant) for meant in self._wanted)

    def _all_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(ROW_COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
