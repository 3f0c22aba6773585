"""An item of history as a row of its table: written once, when it is first on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from cashier.domain.history import HistoryItem, ItemKind, ItemState
from cashier.domain.iban import COUNTRY, DIGITS_AFTER_COUNTRY, grouped_iban
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn, HistoryWords
from cashier.ui.locale_format import LocaleFormat, isolate, isolate_ltr
from cashier.ui.messages import StateWord
from cashier.ui.table_cell import TableCell

ELSEWHERE_ICON: Final = "link"

_MINUS: Final = "\u2212"
_IBAN_LENGTH: Final = len(COUNTRY) + DIGITS_AFTER_COUNTRY
# The country, the check digits and the bank; and what people compare, the last digits.
_IBAN_START: Final = 8
_IBAN_END: Final = 4
# So many digits stand between two marks.
_GROUP: Final = 3
# Its money counts, or is still on its way; of all others only what was asked for is known.
_COUNTS: Final = {ItemState.PAID, ItemState.ACCEPTED, ItemState.SUBMITTING}


class HistoryRow(NamedTuple):
    """An item and its cells, in the order of `HISTORY_COLUMNS`.

    Attributes:
        figure_and_unit: the cell of the amount where there is no column for its unit.
    """

    item: HistoryItem
    cells: tuple[TableCell, ...]
    figure_and_unit: TableCell


AWAITED_CELL: Final = TableCell(is_awaited=True)


def short_iban(iban: str) -> str:
    """Return an IBAN's first and last groups, enough to know it again: "IR82 0540 … 9002"; other texts as they are."""
    if len(iban) != _IBAN_LENGTH or not iban.startswith(COUNTRY):
        return iban
    return f"{grouped_iban(iban[:_IBAN_START])} \u2026 {iban[-_IBAN_END:]}"


def amount_length(item: HistoryItem) -> int:
    """Return how many signs an item's amount has as it is written, in any language, without writing it."""
    if item.money is None:
        return 0
    text = item.money.text
    whole = text.partition(".")[0]
    return len(text) + (len(whole) - 1) // _GROUP + (item.kind is ItemKind.WITHDRAWAL)


class HistoryRowWriter:
    """Writes rows in one language; to be made anew for another, and for another day."""

    def __init__(
        self,
        fmt: LocaleFormat,
        words: HistoryWords,
        *,
        accounts: Mapping[str, str],
        operators: Mapping[str, str],
        now: datetime,
    ) -> None:
        """Take what accounts and operators are called, by their ids; dates of the year of `now` go without it."""
        self._fmt = fmt
        self._words = words
        self._accounts = accounts
        self._operators = operators
        self._now = now
        self._dates: dict[date, str] = {}
        self._states: dict[tuple[ItemKind, ItemState], StateWord] = {}
        self._kinds = {kind: words.kind(kind) for kind in ItemKind}
        self._elsewhere = words.made_elsewhere()

    def row(self, item: HistoryItem) -> HistoryRow:
        """Return an item's row."""
        amount = self.amount(item)
        unit = self._fmt.unit(item.money.code) if item.money is not None else ""
        is_strong = item.state in _COUNTS
        figure = TableCell(text=amount, is_strong=is_strong, is_muted=not is_strong, is_figure=True)
        written = {
            HistoryColumn.TIME: TableCell(text=self.time(item.at), is_muted=True),
            HistoryColumn.KIND: TableCell(text=self._kinds[item.kind]),
            HistoryColumn.ACCOUNT: TableCell(text=self._account(item.account_id)),
            HistoryColumn.PARTY: TableCell(text=isolate_ltr(short_iban(item.party)) if item.party else ""),
            HistoryColumn.AMOUNT: figure,
            HistoryColumn.UNIT: TableCell(text=isolate(unit) if unit else "", is_muted=True),
            HistoryColumn.STATE: self._state(item.kind, item.state),
            HistoryColumn.REFERENCE: TableCell(
                text=isolate_ltr(item.reference) if item.reference else "",
                is_muted=True,
                icon_name=ELSEWHERE_ICON if item.is_made_elsewhere else "",
            ),
            HistoryColumn.OPERATOR: self._operator(item),
        }
        figure_and_unit = TableCell(
            text=amount, is_strong=is_strong, is_muted=not is_strong, is_figure=True, unit=unit
        )
        return HistoryRow(
            item=item,
            cells=tuple(written[column] for column in HISTORY_COLUMNS),
            figure_and_unit=figure_and_unit,
        )

    def time(self, moment: datetime) -> str:
        """Return date and time, the year only where it is another than that of now."""
        local = moment.astimezone(self._fmt.zone)
        day = self._dates.get(local.date())
        if day is None:
            day = self._dates[local.date()] = self._fmt.date_in_list(moment, self._now)
        return f"{day} {self._fmt.time(moment)}"

    def amount(self, item: HistoryItem) -> str:
        """Return an item's amount, what goes out with a minus; empty where nobody says it."""
        if item.money is None:
            return ""
        sign = _MINUS if item.kind is ItemKind.WITHDRAWAL else ""
        return isolate_ltr(sign + self._fmt.amount(item.money.text))

    def _account(self, account_id: str) -> str:
        label = self._accounts.get(account_id, "")
        return isolate(label) if label else ""

    def _state(self, kind: ItemKind, state: ItemState) -> TableCell:
        word = self._states.get((kind, state))
        if word is None:
            word = self._states[kind, state] = self._words.state_word(kind, state)
        return TableCell(text=word.word, chip=(word.kind, word.icon_name))

    def _operator(self, item: HistoryItem) -> TableCell:
        if item.is_made_elsewhere:
            return TableCell(text=self._elsewhere, is_muted=True)
        name = self._operators.get(item.operator_id or "", "")
        return TableCell(text=isolate(name) if name else "", is_muted=True)
