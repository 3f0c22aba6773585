"""Receipts as they come out: order, mirroring and digits on paper, black and white to the dot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.iban import grouped_iban
from cashier.domain.money import Money
from cashier.domain.receipt import Receipt, masked_account
from cashier.services.preferences import ReceiptPaper
from cashier.services.thermal_printer import Raster
from cashier.ui.locale_format import LocaleFormat, isolate_ltr, set_current_locale_format
from cashier.ui.receipts.paper import PAPERS
from cashier.ui.receipts.receipt_layout import ReceiptLayout
from cashier.ui.receipts.receipt_output import pdf_of, raster_of
from cashier.ui.receipts.receipt_text import ReceiptText, ReceiptWords

AT = datetime(2026, 11, 21, 10, 35, tzinfo=UTC)
INVISIBLE = "\u2066\u2067\u2068\u2069"


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    assert qapp is QApplication.instance()
    yield
    set_current_locale_format(LocaleFormat("en", ZoneInfo("Asia/Tehran")))


def receipt(**facts: object) -> Receipt:
    """Return a receipt of which only `facts` differ."""
    known = {
        "kind": ItemKind.WITHDRAWAL,
        "state": ItemState.PAID,
        "money": Money.of("12345670", "IRR"),
        "party": masked_account("IR820540102680020817909002"),
        "holder": "Maryam Sample",
        "reference": "7K3FA02M",
        "provider_reference": "140508301234",
        "note": "",
        "at": AT,
        "operator_name": "Nora Example",
        "is_copy": False,
    }
    return Receipt(**{**known, **facts})  # type: ignore[arg-type]  # named as the attributes are


def text_in(language: str, **facts: object) -> ReceiptText:
    """Return what such a receipt says in a language."""
    set_current_locale_format(LocaleFormat(language, ZoneInfo("Asia/Tehran")))
    return ReceiptWords().text_of(receipt(**facts), shop_name="Sunny Shop", footer="Thank you")


def visible(text: str) -> str:
    """Return a text without its isolates."""
    return "".join(character for character in text if character not in INVISIBLE)


def dots(raster: Raster) -> list[list[bool]]:
    """Return whether each dot is black, row after row."""
    rows = [
        raster.bits[row * raster.width_bytes : (row + 1) * raster.width_bytes] for row in range(raster.rows)
    ]
    return [[bool(byte >> (7 - bit) & 1) for byte in row for bit in range(8)] for row in rows]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("IR820540102680020817909002", "IR••••9002"),
        ("00142277", "••••2277"),
        ("0912*****25", "0912*****25"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_accounts_are_masked(number: str, shown: str) -> None:
    """The last four characters are enough to know one's own account by."""
    assert masked_account(number) == shown


def test_figures_words_and_dates_are_the_languages_own() -> None:
    """Rial and toman in figures, the sum in words, the Jalali date in Persian and the Gregorian one in Arabic."""
    persian, arabic = text_in("fa"), text_in("ar")
    assert visible(persian.amount) == "۱۲٬۳۴۵٬۶۷۰\u00a0ریال"
    assert visible(persian.amount_notes[0]) == "۱٬۲۳۴٬۵۶۷\u00a0تومان"
    assert "میلیون" in persian.amount_notes[1]
    assert visible(persian.rows[0][1]) == "۱۴۰۵/۰۸/۳۰ ۱۴:۰۵"
    assert visible(arabic.rows[0][1]) == "٢١/١١/٢٠٢٦ ١٤:٠٥"
    assert visible(arabic.amount).startswith("١٢٬٣٤٥٬٦٧٠")


@pytest.mark.parametrize("paper", list(ReceiptPaper))
@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_labels_stand_where_reading_begins(language: str, paper: ReceiptPaper) -> None:
    """Right in Persian and Arabic, left in English, and nothing is set outside the paper."""
    words = text_in(language, provider_reference="", holder="", operator_name="")
    bare = ReceiptText(
        shop_name="",
        copy_mark="",
        title="",
        amount="",
        amount_notes=(),
        # The label is long and the value a thin line: the ink tells which is where.
        rows=(("mmmmm", "|"),),
        code="",
        footer="",
        direction=words.direction,
    )
    rows = [row for row in dots(raster_of(bare, PAPERS[paper])) if 0 < sum(row) < len(row) // 2]
    middle = len(rows[0]) // 2
    left, right = (sum(sum(row[part]) for row in rows) for part in (slice(0, middle), slice(middle, None)))
    assert (left < right) is (language != "en")


@pytest.mark.parametrize("paper", list(ReceiptPaper))
def test_a_receipt_is_as_wide_as_its_paper_and_ends_below_its_last_line(paper: ReceiptPaper) -> None:
    """Whole bytes a row, the rule from edge to edge, white below the footer."""
    size = PAPERS[paper]
    raster = raster_of(text_in("fa"), size)
    lines = dots(raster)
    assert raster.width_bytes * 8 == size.printed_dots
    assert any(all(line) for line in lines)
    assert not any(lines[-1])


def test_a_copy_says_so_over_everything() -> None:
    """A black band that the first print does not have."""
    first, copy = text_in("en"), text_in("en", is_copy=True)
    assert (first.copy_mark, copy.copy_mark) == ("", "COPY")
    assert ReceiptLayout(copy, PAPERS[ReceiptPaper.ROLL_80], 8).height_mm > (
        ReceiptLayout(first, PAPERS[ReceiptPaper.ROLL_80], 8).height_mm
    )
    assert all(dots(raster_of(copy, PAPERS[ReceiptPaper.ROLL_80]))[0])


def test_a_sum_is_never_broken_into_two_lines() -> None:
    """Thirty digits fit the narrow roll, set smaller."""
    narrow = PAPERS[ReceiptPaper.ROLL_58]
    long = text_in("fa", money=Money.of("12345678901234567890", "IRR"))
    usual = text_in("fa")
    bare = {"amount_notes": (), "rows": (), "code": "", "footer": ""}
    heights = [
        ReceiptLayout(
            ReceiptText(
                shop_name=text.shop_name,
                copy_mark="",
                title=text.title,
                amount=text.amount,
                direction=text.direction,
                **bare,  # type: ignore[arg-type]  # named as the attributes are
            ),
            narrow,
            8,
        ).height_mm
        for text in (long, usual)
    ]
    assert heights[0] <= heights[1]


def test_a_receipt_is_read_out() -> None:
    """Line by line, in the language, each code set apart from what is around it."""
    lines = visible(text_in("fa", is_copy=True, note="\u06cc\u06a9").read_out()).splitlines()
    assert lines[:4] == ["COPY", "Sunny Shop", "Withdrawal paid", "۱۲٬۳۴۵٬۶۷۰\u00a0ریال"]
    assert "IBAN: IR••••9002" in lines
    assert lines[-1] == "Thank you"


def test_what_a_provider_says_is_plain_text() -> None:
    """Markup and controls that turn text around are printed as they are, or not at all."""
    text = text_in("fa", holder="<b>x</b>\u202egnp.exe", note="=cmd()")
    said = dict(text.rows)
    assert visible(said["Receiver"]) == "<b>x</b>gnp.exe"
    assert visible(said["Note"]) == "=cmd()"


@pytest.mark.parametrize("paper", list(ReceiptPaper))
def test_a_pdf_has_the_papers_size(paper: ReceiptPaper) -> None:
    """In points of a seventy-second of an inch; a roll is as long as the receipt."""
    pdf = pdf_of(text_in("fa"), PAPERS[paper])
    assert pdf.startswith(b"%PDF-")
    box = pdf[pdf.index(b"/MediaBox") :].split(b"[", 1)[1].split(b"]", 1)[0].split()
    assert float(box[2]) == pytest.approx(PAPERS[paper].width_mm / 25.4 * 72, abs=1.5)


def only_lines_of(text: str, direction: Qt.LayoutDirection) -> list[list[bool]]:
    """Return the dots of a receipt that says nothing but one text, in the middle, without its rules."""
    bare = ReceiptText(
        shop_name="",
        copy_mark="",
        title="",
        amount="",
        amount_notes=(),
        rows=(),
        code="",
        footer=text,
        direction=direction,
    )
    lines = dots(raster_of(bare, PAPERS[ReceiptPaper.ROLL_80]))
    last_rule = max(place for place, line in enumerate(lines) if all(line))
    return lines[last_rule + 1 :]


def strokes(lines: list[list[bool]]) -> int:
    """Return how many pieces of ink there are that do not touch each other."""
    left = {(y, x) for y, line in enumerate(lines) for x, is_black in enumerate(line) if is_black}
    pieces = 0
    while left:
        pieces += 1
        near = [left.pop()]
        while near:
            y, x = near.pop()
            beside = {(y + down, x + right) for down in (-1, 0, 1) for right in (-1, 0, 1)} & left
            left -= beside
            near.extend(beside)
    return pieces


@pytest.mark.parametrize("word", ["\u0633\u0644\u0645\u0645\u0633", "\u0635\u0644\u062d\u0647"])
def test_letters_join_to_the_dot(word: str) -> None:
    """A word is one stroke on the thermal printer's row; with its letters held apart it is one for each."""
    joined = only_lines_of(word, Qt.LayoutDirection.RightToLeft)
    apart = only_lines_of("\u200c".join(word), Qt.LayoutDirection.RightToLeft)
    assert strokes(joined) == 1
    assert strokes(apart) >= len(word)


@pytest.mark.parametrize(
    "value",
    [
        grouped_iban("IR820540102680020817909002")[:14],
        "\u06f1\u06f2\u066c\u06f3\u06f4\u06f5\u066c\u06f6\u06f7\u06f0",
        "\u0661\u0662\u066c\u0663\u0664\u0665\u066b\u0665",
        "DB-140508301234",
    ],
)
def test_groups_and_figures_keep_their_order_from_right_to_left(value: str) -> None:
    """Dot for dot what is printed from left to right: no group changes places, each mark stands in its own."""
    from_right, from_left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    right = only_lines_of(value, from_left)
    turned = " ".join(reversed(value.split())) if " " in value else value[::-1]
    assert only_lines_of(isolate_ltr(value), from_right) == right
    assert only_lines_of(isolate_ltr(turned), from_right) != right


def test_lines_of_a_text_are_about_as_long() -> None:
    """No word is left alone in the last line, and no more lines are needed for it."""
    # No letter with a dot: each line is one band of ink.
    text = "one two three four seven ten eleven one two three four seven ten eleven one"
    lines, widths = only_lines_of(text, Qt.LayoutDirection.LeftToRight), []
    for is_inked, band in itertools.groupby(lines, any):
        if is_inked:
            columns = [column for line in band for column, is_black in enumerate(line) if is_black]
            widths.append(max(columns) - min(columns))
    assert len(widths) == 2
    assert min(widths) > max(widths) * 0.8


def test_a_sum_in_another_unit_is_said_in_words_too() -> None:
    """With the unit's code; a broken one is left in figures."""
    whole, broken = (text_in("fa", money=Money.of(sum_, "USDT")) for sum_ in ("1250", "1250.5"))
    assert [visible(note) for note in whole.amount_notes] == ["هزار و دویست و پنجاه USDT"]
    assert broken.amount_notes == ()
