"""The rows of a batch as a table: every cell checked as it is edited, many of them on a worker thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cashier.domain.amount_text import parse_amount
from cashier.domain.iban import grouped_iban, parse_iban
from cashier.domain.money import RIAL, Unit
from cashier.services.batch_cells import Column, RowText
from cashier.services.batch_rows import RowCheck, RowProblem, RowWarning
from cashier.services.withdrawal_rules import WithdrawalRules
from cashier.ui.batch_draft import BatchDraft
from cashier.ui.batch_words import BatchWords
from cashier.ui.locale_format import current_locale_format, isolate, isolate_ltr
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.table_cell import TableCell, header_alignment
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import StateKind

# Some 10 ms of a worker's time: the window has its turn in between.
_CHECKED_AT_ONCE: Final = 200


class TableColumn(Enum):
    """A column of the table, from the leading edge; the values are those of what it holds."""

    NUMBER = "number"
    IBAN = "iban"
    BANK = "bank"
    HOLDER = "holder"
    AMOUNT = "amount"
    NOTE = "note"
    PAY_ID = "pay_id"
    STATE = "state"


COLUMNS: Final = tuple(TableColumn)
_EDITED: Final = {TableColumn(column.value): column for column in Column}
PLACE_OF: Final = {column: COLUMNS.index(TableColumn(column.value)) for column in Column}

LTR_COLUMNS: Final = frozenset({TableColumn.IBAN, TableColumn.PAY_ID})

_Index = QModelIndex | QPersistentModelIndex


class BatchTableModel(QAbstractTableModel):
    """The table of the rows that are being made into a batch.

    Signals:
        draft_changed: what is known of the rows has changed: counts, sums, problems.
    """

    draft_changed = Signal()

    def __init__(self, on_unexpected: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = BatchDraft()
        self._tasks = TaskOwner(on_unexpected)
        self._checking: asyncio.Task[Any] | None = None
        self._rules: WithdrawalRules | None = None
        self._unit: Unit = RIAL
        self._words = RowProblemWords(self)
        self._batch_words = BatchWords(self)

    @property
    def draft(self) -> BatchDraft:
        """What is known of the rows; to be read only."""
        return self._draft

    @property
    def unit(self) -> Unit:
        """What the amounts are typed in."""
        return self._unit

    def use_rules(self, rules: WithdrawalRules | None, unit: Unit) -> None:
        """Check everything anew against other rules; None is an account that cannot be used."""
        if rules == self._rules and unit == self._unit:
            return
        self._rules, self._unit = rules, unit
        self._draft.forget_checks()
        self._all_changed()
        self._check_rest()

    def close_model(self) -> None:
        """Stop checking; the table goes."""
        self._tasks.cancel_all()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._all_changed()

    # Rows

    def replace_rows(self, texts: Iterable[RowText]) -> None:
        """Show these rows instead of all others."""
        self.beginResetModel()
        self._draft.replace(texts)
        self.endResetModel()
        self.draft_changed.emit()
        self._check_rest()

    def append_rows(self, texts: Sequence[RowText]) -> int:
        """Add rows at the end; return the place of the first."""
        first = len(self._draft)
        self.beginInsertRows(QModelIndex(), first, first + len(texts) - 1)
        self._draft.append(texts)
        self.endInsertRows()
        if len(texts) == 1:
            self._check_now(first)
        self.draft_changed.emit()
        self._check_rest()
        return first

    def remove_places(self, places: Iterable[int]) -> None:
        """Take rows out."""
        self.beginResetModel()
        self._draft.remove(places)
        self.endResetModel()
        self.draft_changed.emit()
        # What is being checked has another place now.
        self._check_rest()

    # Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._draft)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and COLUMNS[index.column()] in _EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name and where it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return header_alignment(is_figure=COLUMNS[section] is TableColumn.AMOUNT)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell; the delegate paints by `cell`."""
        if not index.isValid():
            return None
        place, column = index.row(), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(place, index.column()).text
        if role == Qt.ItemDataRole.EditRole and column in _EDITED:
            return self._draft.text(place).text(_EDITED[column])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            said = self.sentences(place, column)
            is_long = role == Qt.ItemDataRole.ToolTipRole and column in _EDITED
            return "\n".join(said) or (self._draft.text(place).text(_EDITED[column]) if is_long else None)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = current_locale_format().plain(self.cell(place, index.column()).text)
            return ". ".join([text, *self.sentences(place, column)])
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell and check its row."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = _EDITED.get(COLUMNS[index.column()])
        if column is None:
            return False
        place = index.row()
        before = self._draft.text(place)
        # Typing the same again into a cell that a file has damaged says that it is right as it stands.
        if before.text(column) != value or column in before.damage:
            self._draft.set_text(place, before.with_text(column, str(value)))
            self._check_now(place)
            self._row_changed(place)
            self.draft_changed.emit()
        return True

    # Cells

    def cell(self, row: int, column: int) -> TableCell:
        """Return a cell as it is painted."""
        kind = COLUMNS[column]
        check, text = self._draft.check(row), self._draft.text(row)
        if kind is TableColumn.STATE:
            return self._state_cell(row, check)
        if kind is TableColumn.NUMBER:
            return TableCell(text=current_locale_format().number(text.number), is_muted=True)
        if kind is TableColumn.BANK:
            return TableCell(text=self._bank(text.iban), is_muted=True)
        mark = self._mark(row, kind)
        if kind is TableColumn.AMOUNT:
            return TableCell(text=self._amount(check, text.amount), is_strong=True, is_figure=True, mark=mark)
        typed = text.text(_EDITED[kind])
        if kind is TableColumn.IBAN:
            typed = grouped_iban(typed)
        set_apart = isolate_ltr if kind in LTR_COLUMNS else isolate
        return TableCell(text=set_apart(typed) if typed else "", mark=mark)

    def sentences(self, place: int, column: TableColumn) -> list[str]:
        """Return what there is to say about a cell; about the state's cell: about the whole row."""
        check = self._draft.check(place)
        problems: Iterable[RowProblem] = check.problems if check is not None else ()
        warnings: Iterable[RowWarning] = self._draft.warnings_of(place)
        if column is TableColumn.STATE:
            return [self.sentence(place, problem) for problem in problems] + [
                self._words.doubt(warning) for warning in warnings
            ]
        asked = _EDITED.get(column)
        return [self._words.problem(problem) for problem in problems if problem.column is asked] + [
            self._words.doubt(warning) for warning in warnings if warning.column is asked
        ]

    def longest_states(self) -> list[str]:
        """Return what may stand in the state's column, for its width."""
        return [
            self.tr("Not checked"),
            self.tr("Look twice"),
            self.tr("Good"),
            self._batch_words.problems(2),
            self._batch_words.problems(len(Column) * 2),
        ]

    def sentence(self, place: int, problem: RowProblem) -> str:
        """Return a problem with the row and the column it is in."""
        return self.tr("Row {number}, {column}: {problem}").format(
            number=current_locale_format().number(self._draft.text(place).number),
            column=self._words.column(problem.column),
            problem=self._words.problem(problem),
        )

    def _header(self, column: TableColumn) -> str:
        if column in _EDITED:
            name = self._words.column(_EDITED[column])
            if column is TableColumn.AMOUNT:
                unit = current_locale_format().unit(self._unit.code)
                return self.tr("{amount} ({unit})").format(amount=name, unit=unit)
            return name
        return {
            TableColumn.NUMBER: self.tr("Row"),
            TableColumn.BANK: self.tr("Bank"),
            TableColumn.STATE: self.tr("State"),
        }[column]

    def _state_cell(self, place: int, check: RowCheck | None) -> TableCell:
        if check is None:
            return TableCell(text=self.tr("Not checked"), chip=(StateKind.NEUTRAL, "clock"))
        if check.problems:
            count = self._batch_words.problems(len(check.problems))
            return TableCell(text=count, chip=(StateKind.DANGER, "cross"))
        if self._draft.warnings_of(place):
            return TableCell(text=self.tr("Look twice"), chip=(StateKind.WARNING, "question"))
        return TableCell(text=self.tr("Good"), chip=(StateKind.SUCCESS, "check"))

    def _mark(self, place: int, kind: TableColumn) -> StateKind | None:
        check, column = self._draft.check(place), _EDITED.get(kind)
        if check is None or column is None:
            return None
        if any(problem.column is column for problem in check.problems):
            return StateKind.DANGER
        if any(warning.column is column for warning in self._draft.warnings_of(place)):
            return StateKind.WARNING
        return None

    def _bank(self, typed: str) -> str:
        try:
            return self._words.bank(parse_iban(typed))
        except ValueError:
            return ""

    def _amount(self, check: RowCheck | None, typed: str) -> str:
        """Return an amount grouped if it is one, else as it was typed."""
        if check is None or any(problem.column is Column.AMOUNT for problem in check.problems):
            return isolate(typed) if typed else ""
        try:
            money = parse_amount(typed, self._unit)
        except ValueError:
            return isolate(typed)
        return isolate_ltr(current_locale_format().amount(money.text))

    # Checking

    def _check_now(self, place: int) -> None:
        if self._rules is not None:
            self._draft.set_check(place, self._rules.check(self._draft.text(place), self._unit))

    def _check_rest(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None
        if self._rules is not None and self._draft.unchecked_count:
            self._checking = self._tasks.start(self._check_in_parts(self._rules, self._unit))

    async def _check_in_parts(self, rules: WithdrawalRules, unit: Unit) -> None:
        draft = self._draft
        while rows := draft.unchecked(_CHECKED_AT_ONCE):
            checks = await asyncio.to_thread(_check_all, [text for _, text in rows], rules, unit)
            for (place, text), check in zip(rows, checks, strict=True):
                # Typed anew meanwhile: what is known of the text before is not known of this one.
                if place < len(draft) and draft.text(place) is text:
                    draft.set_check(place, check)
            places = [place for place, _ in rows]
            last = min(max(places), len(draft) - 1)
            if last >= 0:
                self.dataChanged.emit(self.index(min(places), 0), self.index(last, len(COLUMNS) - 1))
            self.draft_changed.emit()

    def _row_changed(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _all_changed(self) -> None:
        if len(self._draft):
            last = self.index(len(self._draft) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.draft_changed.emit()


def _check_all(texts: Sequence[RowText], rules: WithdrawalRules, unit: Unit) -> list[RowCheck]:
    return [rules.check(text, unit) for text in texts]
