from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest

from cashier.domain.amount_text import parse_amount
from cashier.domain.digits import to_latin_digits
from cashier.domain.money import unit_of
from cashier.ui.locale_format import LocaleFormat
from cashier.ui.widgets import AmountEdit
from cashier.ui.widgets.amount_typing import AmountTyping

ZONE = ZoneInfo("Asia/Tehran")
EN = LocaleFormat("en", ZONE)
FA = LocaleFormat("fa", ZONE)


def at_cursor(text: str) -> tuple[str, int]:
    """Return a text drawn with "|" where its cursor is, and that cursor."""
    return text.replace("|", ""), text.index("|")


def type_into(typing: AmountTyping, text: str) -> str:
    """Type `text` at the end, a character at a time, and return what is shown."""
    for character in text:
        whole = typing.shown + character
        typing.edit(whole, len(whole))
    return typing.shown


@pytest.mark.parametrize(
    ("fmt", "typed", "shown"),
    [
        (EN, "1250", "1,250"),
        (EN, "1250000.5", "1,250,000.5"),
        (EN, "۱۲۵۰", "1,250"),
        (FA, "1250", "۱\u066c۲۵۰"),
        (FA, "١٢٥٠", "۱\u066c۲۵۰"),
        (FA, "1250.5", "۱\u066c۲۵۰.۵"),
        (FA, "1250\u066b5", "۱\u066c۲۵۰\u066b۵"),
        (EN, "0.00000001", "0.00000001"),
        (EN, ".5", ".5"),
    ],
)
def test_groups_appear_as_typed(fmt, typed, shown):
    """Digits of any system become the language's, grouped; the decimal mark stays the one that was typed."""
    assert type_into(AmountTyping(fmt), typed) == shown


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1,234|", "1,2345|", "12,345|"),
        ("1,2|34", "1,29|34", "12,9|34"),
        ("|1,234", "9|1,234", "9|1,234"),
        ("12,345|", "12,34|", "1,234|"),
        ("1,2|34", "1,|34", "1|34"),
        ("1,234|.5", "1,2349|.5", "12,349|.5"),
    ],
)
def test_the_cursor_keeps_its_digit(before, after, expected):
    """After regrouping, as many digits stand before the cursor as did before."""
    typing = AmountTyping(EN)
    typing.edit(*at_cursor(before))
    typing.start_over()
    type_into(typing, at_cursor(before)[0].replace(",", ""))
    assert typing.edit(*at_cursor(after)) == at_cursor(expected)


@pytest.mark.parametrize(
    "typed", ["1,250", "1 250", "1.250.000", "-5", "12abc", "1\u066c250", "1.2.3", "12/5"]
)
def test_marks_of_the_person_stay_where_they_are(typed):
    """Whatever the person groups or writes by hand is left as it is and handed to the parser like that."""
    typing = AmountTyping(EN)
    assert type_into(typing, typed) == typed
    assert typing.is_unclear
    assert typing.amount_text() == typed


def test_grouping_returns_once_the_text_is_clear_again():
    """When the person takes their own mark back, grouping goes on."""
    typing = AmountTyping(EN)
    type_into(typing, "1,250")
    assert typing.edit("1250", 1) == ("1,250", 1)
    assert not typing.is_unclear


def test_a_paste_over_everything_is_the_person_s_own():
    """A pasted "1,250" is not mistaken for our grouping, though the same text had stood there."""
    typing = AmountTyping(EN)
    type_into(typing, "12250")
    typing.edit("1,250", 5, selection=(0, len("12,250")))
    assert typing.is_unclear
    assert typing.amount_text() == "1,250"


def test_a_paste_that_mixes_digits_is_not_made_to_look_clean():
    """Digits of two systems in one paste are left for the parser to refuse."""
    typing = AmountTyping(FA)
    assert typing.edit("1۲۳", 3) == ("1۲۳", 3)
    assert typing.amount_text() == "1۲۳"
    assert typing.edit("", 0) == ("", 0)
    assert type_into(typing, "12") == "۱۲"


@given(st.text(alphabet="0123456789", min_size=1, max_size=25), st.sampled_from([EN, FA]))
def test_grouping_never_changes_the_digits(digits, fmt):
    """Whatever is typed digit by digit comes back out the same."""
    typing = AmountTyping(fmt)
    type_into(typing, digits)
    assert typing.amount_text() == digits


@given(st.text(alphabet="0123456789.,\u066b\u066c ۱۲٣a-", max_size=12), st.sampled_from([EN, FA]))
def test_no_text_is_lost(text, fmt):
    """Any paste keeps each of its characters, but for the system its digits are written in."""
    typing = AmountTyping(fmt)
    typing.edit(text, len(text))
    kept = to_latin_digits(typing.amount_text())
    assert kept == to_latin_digits(text)


@pytest.fixture
def edit(qtbot, persian, window):
    """Return a Persian amount field with the focus."""
    made = AmountEdit(window)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    made.set_locale_format(persian)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_keys_are_grouped_in_the_field(edit):
    """Keys of a numeric pad appear in Persian, grouped; the parser gets them bare."""
    QTest.keyClicks(edit, "2450000")
    assert edit.text() == "۲\u066c۴۵۰\u066c۰۰۰"
    assert edit.amount_text() == "2450000"
    assert parse_amount(edit.amount_text(), unit_of("IRR")).text == "2450000"


def test_one_key_is_one_change(edit):
    """Regrouping does not show as a change of its own."""
    QTest.keyClicks(edit, "123")
    heard = []
    edit.textChanged.connect(heard.append)
    QTest.keyClicks(edit, "4")
    assert heard == ["۱\u066c۲۳۴"]


def test_backspace_crosses_a_group_mark(edit):
    """Backspace behind a mark takes the digit before it, Delete before a mark the digit behind it."""
    QTest.keyClicks(edit, "1234")
    edit.setCursorPosition(2)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.amount_text() == "234"
    QTest.keyClicks(edit, "1")
    edit.setCursorPosition(1)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.amount_text() == "134"


def test_paste_over_a_selection_is_left_alone(edit):
    """Text pasted over the whole amount keeps its own marks."""
    QTest.keyClicks(edit, "12250")
    edit.selectAll()
    QGuiApplication.clipboard().setText("1,250")
    edit.paste()
    assert edit.text() == "۱,۲۵۰"
    assert edit.is_unclear()
    assert parse_amount(edit.amount_text(), unit_of("IRR")).text == "1250"


def test_direction_marks_are_not_taken_in(edit):
    """A pasted amount leaves its invisible direction marks behind."""
    QGuiApplication.clipboard().setText("\u2066\u200f1250\u2069")
    edit.paste()
    assert edit.amount_text() == "1250"


def test_language_change_rewrites_the_amount(edit):
    """Digits and marks follow the language; the amount does not change."""
    QTest.keyClicks(edit, "1250")
    edit.set_locale_format(EN)
    assert edit.text() == "1,250"
    assert edit.amount_text() == "1250"


@pytest.mark.parametrize("amount", ["1250.5", "1.125", "0.00000001", "1000000"])
@pytest.mark.parametrize("fmt", [EN, FA])
def test_a_draft_comes_back_as_the_same_amount(edit, amount, fmt):
    """An amount put in by the program is always one that the strict parser takes."""
    edit.set_locale_format(fmt)
    edit.set_amount(amount)
    assert not edit.is_unclear()
    assert parse_amount(edit.amount_text(), unit_of("BTC")).text == amount


def test_the_field_starts_where_reading_starts(edit, qapp):
    """Right in a right-to-left application, left in the other; the digits run left to right in both."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edit.alignment() & Qt.AlignmentFlag.AlignRight
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert edit.alignment() & Qt.AlignmentFlag.AlignLeft
    assert edit.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.usefixtures("english")
def test_a_long_amount_is_written_smaller_until_all_of_it_is_seen(qtbot):
    """Twenty digits fit the field; the usual size comes back with the next customer."""
    edit = AmountEdit()
    qtbot.addWidget(edit)
    edit.resize(430, 84)
    usual, height = edit.font().pointSizeF(), edit.sizeHint().height()
    QTest.keyClicks(edit, "12345678901234567890")
    assert edit.font().pointSizeF() < usual
    assert QFontMetrics(edit.font()).horizontalAdvance(edit.text()) < edit.width()
    assert edit.sizeHint().height() == height
    edit.clear()
    assert edit.font().pointSizeF() == usual
