"""How wide the columns of history are, and which give way where there is no room for all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from cashier.domain.history import STATES_OF_KIND, ItemKind
from cashier.ui.history_header import SORT_COLUMNS, sorted_header_width
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn, HistoryWords
from cashier.ui.locale_format import LocaleFormat, isolate_ltr
from cashier.ui.table_cell import header_width, text_width
from cashier.ui.widgets import chip_size

_C = HistoryColumn
_GIVE_WAY: Final = (_C.OPERATOR, _C.UNIT, _C.KIND, _C.ACCOUNT, _C.REFERENCE, _C.PARTY)
"""The first first. A unit that gives way joins its amount; a kind is still told by the amount's sign.

Time, amount and state are left: a state is never cut, and who it was stands in the details.
"""

_WIDEST_PARTY: Final = "IR88 8888 \u2026 8888"
_USUAL_AMOUNT: Final = "\u2212888888888"
_LONGEST_USUAL_REFERENCE: Final = "88888888888"
_CHIP_PADDING: Final = 24
_ICON_ROOM: Final = 22
_LEAST_NAME: Final = 96
_MOST_NAME: Final = 190
_UNIT_GAP: Final = 6
# What is left over goes where texts may be longer than usual.
_SHARES: Final = {_C.AMOUNT: 3, _C.ACCOUNT: 2, _C.REFERENCE: 2, _C.OPERATOR: 2, _C.PARTY: 1, _C.TIME: 1}


def unit_width_of(fmt: LocaleFormat, unit_codes: tuple[str, ...]) -> int:
    """Return how wide the widest unit is, where units stand behind their amounts."""
    padding = text_width("")
    return max((text_width(fmt.unit(code)) for code in unit_codes or ("IRR",)), default=padding) - padding + 2


def column_widths(
    room: int,
    fmt: LocaleFormat,
    words: HistoryWords,
    *,
    names: tuple[str, ...],
    unit_codes: tuple[str, ...],
    longest_amount: str,
) -> Mapping[HistoryColumn, int]:
    """Return the columns to be shown and their widths, together `room` if that is possible.

    Args:
        room: how wide the table is.
        fmt: what times and amounts are written with.
        words: of the same language.
        names: what accounts are called.
        unit_codes: that may occur.
        longest_amount: as it is written: an amount is never cut.
    """
    needed = _needed(fmt, words, names, unit_codes)
    needed[_C.AMOUNT] = max(needed[_C.AMOUNT], text_width(longest_amount, strong=True))
    unit_width = unit_width_of(fmt, unit_codes) + _UNIT_GAP
    shown = set(HISTORY_COLUMNS)
    for column in _GIVE_WAY:
        if sum(needed[kept] for kept in shown) <= room:
            break
        shown.discard(column)
        if column is _C.UNIT:
            needed[_C.AMOUNT] += unit_width
    left_over = max(0, room - sum(needed[column] for column in shown))
    shares = {column: share for column, share in _SHARES.items() if column in shown}
    whole = sum(shares.values())
    widths = {
        column: needed[column] + left_over * shares.get(column, 0) // whole
        for column in HISTORY_COLUMNS
        if column in shown
    }
    # The pixels that sharing left, so that the lines below the rows reach the edge.
    widths[_C.STATE] += max(0, room - sum(widths.values()))
    return widths


def _needed(
    fmt: LocaleFormat, words: HistoryWords, names: tuple[str, ...], unit_codes: tuple[str, ...]
) -> dict[HistoryColumn, int]:
    longest_day = datetime(2000, 8, 28, 20, 28, tzinfo=UTC)
    name = max((text_width(name) for name in names), default=_LEAST_NAME)
    chips = [
        chip_size(words.state_word(kind, state).word).width()
        for kind in ItemKind
        for state in STATES_OF_KIND[kind]
    ]
    needed = {
        _C.TIME: text_width(f"{fmt.date_short(longest_day)} {fmt.time(longest_day)}"),
        _C.KIND: max(text_width(words.kind(kind)) for kind in ItemKind),
        _C.ACCOUNT: min(max(name, _LEAST_NAME), _MOST_NAME),
        _C.PARTY: text_width(isolate_ltr(_WIDEST_PARTY)),
        _C.AMOUNT: text_width(isolate_ltr(fmt.digits(_USUAL_AMOUNT)), strong=True),
        _C.UNIT: max((text_width(fmt.unit(code)) for code in unit_codes), default=0),
        _C.STATE: max(chips) + _CHIP_PADDING,
        _C.REFERENCE: text_width(_LONGEST_USUAL_REFERENCE) + _ICON_ROOM,
        _C.OPERATOR: max(_LEAST_NAME, text_width(words.made_elsewhere())),
    }
    for column in HISTORY_COLUMNS:
        width_of_head = sorted_header_width if column in SORT_COLUMNS else header_width
        needed[column] = max(needed[column], width_of_head(words.column(column)))
    return needed
