"""Receipts as they come out: order, mirroring and digits on paper, black and white to the dot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.money import Money
from cashier.domain.receipt import Receipt, masked_account
from cashier.services.preferences import ReceiptPaper
from cashier.services.thermal_printer import Raster
from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
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
