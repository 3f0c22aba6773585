"""Rows of history as the cells of a spreadsheet, in the words of the screen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from operator import itemgetter
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from cashier.domain.history import ItemKind, ItemState
from cashier.storage.history_export_rows import ExportRow
from cashier.storage.time_columns import known_time

_MICROSECONDS: Final = 1_000_000
_MINUTE_S: Final = 60
_QUARTER_S: Final = 900
_HOUR_S: Final = 3600
_HOUR_TEXT: Final = len("2026-11-21 14:")
# Three quarters of a year: rows come in the order of time, or of amounts.
_MOST_QUARTERS: Final = 25_000


class ExportColumn(Enum):
    """What a file can tell of an item."""

    AT = "at"
    CALENDAR_DATE = "calendar_date"
    KIND = "kind"
    STATE = "state"
    AMOUNT = "amount"
    UNIT = "unit"
    ACCOUNT = "account"
    PARTY = "party"
    HOLDER = "holder"
    REFERENCE = "reference"
    PROVIDER_REFERENCE = "provider_reference"
    NOTE = "note"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWords:
    """The words of a file, in the language of the screen: plain, without marks of direction.

    Attributes:
        heads: of the columns, in their order; one that has no head is left out.
        units: by code; a code that is not there stands for itself.
        accounts: labels by id; an id that is not there stands for itself.
        operators: names by id, likewise.
        zone: the shop's; times are its wall clock's.
        calendar_date: writes the day of an aware moment in the calendar of the screen. Called on a worker
            thread, once for each day. None if there is no such column.
        sheet: the name of a workbook's sheet.
        right_to_left: whether a workbook's sheet runs from the right.
    """

    heads: Mapping[ExportColumn, str]
    kinds: Mapping[ItemKind, str]
    states: Mapping[tuple[ItemKind, ItemState], str]
    units: Mapping[str, str]
    accounts: Mapping[str, str]
    operators: Mapping[str, str]
    zone: ZoneInfo
    calendar_date: Callable[[datetime], str] | None = None
    sheet: str = ""
    right_to_left: bool = False


class Quarter(NamedTuple):
    """A quarter of an hour on the shop's wall clock, within which only seconds go by.

    Attributes:
        begins_at: UTC seconds since 1970.
        hour_text: "2026-11-21 14:".
        second_of_hour: of its beginning, likewise `second_of_day`.
        day: as Python numbers days.
        calendar_date: the cell of it.
    """

    begins_at: int
    hour_text: str
    second_of_hour: int
    second_of_day: int
    day: int
    calendar_date: str


class RowCells(ABC):
    """Turns rows into cells, in the order of the heads; what a cell is, each kind of file says itself."""

    def __init__(self, words: ExportWords) -> None:
        self._words = words
        self.columns = [
            column
            for column in words.heads
            if column is not ExportColumn.CALENDAR_DATE or words.calendar_date is not None
        ]
        order = list(ExportColumn)
        self._places = [order.index(column) for column in self.columns]
        self._dates: dict[int, str] = {}
        self._quarters: dict[int, Quarter] = {}
        self._kinds = {kind.value: self.text(word) for kind, word in words.kinds.items()}
        self._states = {
            (kind.value, state.value): self.text(word) for (kind, state), word in words.states.items()
        }
        self._units = _Said(words.units, self.text)
        self._accounts = _Said(words.accounts, self.text)
        self._operators = _Said(words.operators, self.text)

    @abstractmethod
    def text(self, text: str) -> str:
        """Return the cell of a text, as one harmless line."""

    @abstractmethod
    def amount(self, text: str) -> str:
        """Return the cell of an amount in canonical text."""

    @abstractmethod
    def moment(self, quarter: Quarter, second: int) -> str:
        """Return the cell of a second of a quarter of an hour."""

    def heads(self) -> list[str]:
        """Return the first row."""
        return [self.text(self._words.heads[column]) for column in self.columns]

    def of(self, rows: Iterable[ExportRow]) -> list[tuple[str, ...]]:
        """Return the cells of some rows.

        Raises:
            KeyError: if there is no word for a kind or state.
        """
        places = self._places
        # With one place alone it would not give a tuple.
        pick = itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
        text, amount_of, moment, empty = self.text, self.amount, self.moment, self.text("")
        kinds, states, units = self._kinds, self._states, self._units
        accounts, operators, quarters = self._accounts, self._operators, self._quarters
        cells = []
        # A million rows pass here: each microsecond of this loop is a second of somebody's time.
        for at, kind, state, account, amount, unit, party, holder, reference, number, note, operator in rows:
            second = at // _MICROSECONDS
            quarter = quarters.get(second // _QUARTER_S) or self._quarter(second // _QUARTER_S)
            cells.append(
                pick(
                    (
                        moment(quarter, second - quarter.begins_at),
                        quarter.calendar_date,
                        kinds[kind],
                        states[kind, state],
                        empty if amount is None else amount_of(amount),
                        empty if unit is None else units[unit],
                        accounts[account],
                        text(party),
                        text(holder) if holder else empty,
                        text(reference),
                        text(number) if number else empty,
                        text(note) if note else empty,
                        empty if operator is None else operators[operator],
                    )
                )
            )
        return cells

    def _quarter(self, number: int) -> Quarter:
        """Return a quarter of an hour; clocks are put forward and back, and days begin, at the end of one."""
        local = known_time(number * _QUARTER_S * _MICROSECONDS).astimezone(self._words.zone)
        day = local.toordinal()
        if day not in self._dates:
            written = self._words.calendar_date(local) if self._words.calendar_date is not None else ""
            self._dates[day] = self.text(written)
        second_of_hour = local.minute * _MINUTE_S + local.second
        quarter = Quarter(
            begins_at=number * _QUARTER_S,
            hour_text=local.isoformat(" ")[:_HOUR_TEXT],
            second_of_hour=second_of_hour,
            second_of_day=local.hour * _HOUR_S + second_of_hour,
            day=day,
            calendar_date=self._dates[day],
        )
        if len(self._quarters) >= _MOST_QUARTERS:
            self._quarters.clear()
        self._quarters[number] = quarter
        return quarter


class _Said(dict[str, str]):
    """Words by what they stand for; what has none stands for itself."""

    def __init__(self, words: Mapping[str, str], cell: Callable[[str], str]) -> None:
        super().__init__((key, cell(word)) for key, word in words.items())
        self._cell = cell

    def __missing__(self, key: str) -> str:
        self[key] = cell = self._cell(key)
        return cell
