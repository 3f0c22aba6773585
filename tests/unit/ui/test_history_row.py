"""An item of history as its table's row: in each language's digits and dates, signed, shortened, marked."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from cashier.domain.history import STATES_OF_KIND, HistoryItem, ItemKind, ItemState
from cashier.domain.money import Money
from cashier.ui.history_columns import column_widths
from cashier.ui.history_row import ELSEWHERE_ICON, HistoryRow, HistoryRowWriter, amount_length, short_iban
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn, HistoryWords
from cashier.ui.locale_format import LocaleFormat, isolate_ltr, plain
from cashier.ui.table_cell import TableCell, text_width

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
IBAN = "IR820540102680020817909002"
ITEM = HistoryItem(
    place=1,
    kind=ItemKind.WITHDRAWAL,
    at=datetime(2026, 11, 21, 10, 32, tzinfo=UTC),
    account_id="a",
    state=ItemState.PAID,
    money=Money.of("12500000", "IRR"),
    party=IBAN,
    holder="",
    reference="7K3FA02M",
    provider_reference="",
    note="",
    operator_id="o",
    payment_id=None,
    withdrawal_id="w",
    record_id=None,
)


@pytest.fixture
def words(qapp: QApplication) -> HistoryWords:
    """Return the words, in English: no translation is installed."""
    del qapp
    return HistoryWords()


def _row(item: HistoryItem, words: HistoryWords, language: str = "en") -> HistoryRow:
    fmt = LocaleFormat(language, TEHRAN)
    writer = HistoryRowWriter(fmt, words, accounts={"a": "Paystar"}, operators={"o": "Nora"}, now=NOW)
    return writer.row(item)


def _cell(row: HistoryRow, column: HistoryColumn) -> TableCell:
    return row.cells[HISTORY_COLUMNS.index(column)]


@pytest.mark.parametrize(
    ("language", "time", "amount", "unit"),
    [
        ("fa", "۰۸/۳۰ ۱۴:۰۲", "\u2212۱۲٬۵۰۰٬۰۰۰", "ریال"),
        ("ar", "٢١/١١ ١٤:٠٢", "\u2212١٢٬٥٠٠٬٠٠٠", "ريال"),
        ("en", "21/11 14:02", "\u221212,500,000", "IRR"),
    ],
)
def test_each_language_writes_its_own_way(
    words: HistoryWords, language: str, time: str, amount: str, unit: str
) -> None:
    """The year goes without saying where it is this one; what goes out is signed in every language."""
    row = _row(ITEM, words, language)
    assert _cell(row, HistoryColumn.TIME).text == time
    assert _cell(row, HistoryColumn.AMOUNT).text == isolate_ltr(amount)
    assert plain(_cell(row, HistoryColumn.UNIT).text) == unit
    assert row.figure_and_unit.unit == unit


def test_another_year_is_said(words: HistoryWords) -> None:
    """A row of last year does not look like one of this."""
    row = _row(ITEM._replace(at=datetime(2025, 11, 21, 10, 32, tzinfo=UTC)), words, "fa")
    assert _cell(row, HistoryColumn.TIME).text == "۱۴۰۴/۰۸/۳۰ ۱۴:۰۲"


def test_an_iban_is_shortened_to_what_tells_it_apart() -> None:
    """The bank and the last digits stay; what is no whole IBAN is left as it is."""
    assert short_iban(IBAN) == "IR82 0540 \u2026 9002"
    assert short_iban("0912*****25") == "0912*****25"
    assert short_iban("IR82") == "IR82"


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
@pytest.mark.parametrize("amount", ["0", "999", "1000", "1234567890", "12.5", "4321.00000001"])
@pytest.mark.parametrize("kind", list(ItemKind))
def test_how_long_an_amount_is_written_is_known_beforehand(
    words: HistoryWords, language: str, amount: str, kind: ItemKind
) -> None:
    """Sign for sign, in every language: the width of the column follows it."""
    item = ITEM._replace(kind=kind, money=Money.of(amount, "USDT"))
    written = plain(_cell(_row(item, words, language), HistoryColumn.AMOUNT).text)
    assert amount_length(item) == len(written)


def test_what_was_made_elsewhere_is_marked(words: HistoryWords) -> None:
    """By an icon, and by words where an operator would stand."""
    row = _row(ITEM._replace(withdrawal_id=None, operator_id=None), words)
    assert _cell(row, HistoryColumn.REFERENCE).icon_name == ELSEWHERE_ICON
    assert _cell(row, HistoryColumn.OPERATOR).text == "Made elsewhere"
    assert not _cell(_row(ITEM, words), HistoryColumn.REFERENCE).icon_name


def test_only_money_that_counts_stands_out(words: HistoryWords) -> None:
    """An amount that was never paid is muted; one whose provider does not say how much is empty."""
    assert _cell(_row(ITEM, words), HistoryColumn.AMOUNT).is_strong
    assert _cell(_row(ITEM._replace(state=ItemState.REFUSED), words), HistoryColumn.AMOUNT).is_muted
    assert _cell(_row(ITEM._replace(money=None), words), HistoryColumn.AMOUNT).text == ""


def test_every_state_of_every_kind_has_icon_and_word(words: HistoryWords) -> None:
    """Also where a provider says of one kind what only the other knows."""
    for kind in ItemKind:
        for state in ItemState:
            word = words.state_word(kind, state)
            assert word.word
            assert word.icon_name
        assert len({words.state_word(kind, state).word for state in STATES_OF_KIND[kind]}) == len(
            STATES_OF_KIND[kind]
        )


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_columns_give_way_and_no_amount_is_cut(words: HistoryWords, language: str) -> None:
    """First the operator, then the unit joins its amount; time, amount and state are there to the end, and whole."""
    fmt = LocaleFormat(language, TEHRAN)
    longest = isolate_ltr(fmt.amount("12345678901234567890"))

    def shown(room: int) -> set[HistoryColumn]:
        widths = column_widths(
            room, fmt, words, names=("Paystar",), unit_codes=("IRR", "USDT"), longest_amount=longest
        )
        assert widths[HistoryColumn.AMOUNT] >= text_width(longest, strong=True)
        assert sum(widths.values()) >= room
        return set(widths)

    rooms = range(2000, 300, -10)
    lost = [column for wide, narrow in pairwise(rooms) for column in shown(wide) - shown(narrow)]
    assert lost == [
        HistoryColumn.OPERATOR,
        HistoryColumn.UNIT,
        HistoryColumn.KIND,
        HistoryColumn.ACCOUNT,
        HistoryColumn.REFERENCE,
        HistoryColumn.PARTY,
    ]
    usual = column_widths(
        540,
        fmt,
        words,
        names=("Paystar",),
        unit_codes=("IRR", "USDT"),
        longest_amount=isolate_ltr("88,888,888"),
    )
    # As on a small screen on which everything is twice as large: the state is last, and its end would be cut first.
    assert sum(usual.values()) == 540
