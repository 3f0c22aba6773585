from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from cashier.ui.locale_format import LocaleFormat
from cashier.ui.style.tokens import LIGHT
from cashier.ui.widgets import CodeEdit


@pytest.fixture
def code(qtbot, persian, window):
    """Return a field for six digits, with the focus."""
    made = CodeEdit(parent=window)
    made.set_locale_format(persian)
    made.resize(made.sizeHint())
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.mark.parametrize("typed", ["761342", "۷۶۱۳۴۲", "٧٦١٣٤٢"])
def test_digits_of_every_system_become_latin(code, typed):
    """Whatever keyboard is on, the code is the same."""
    for character in typed:
        # As a Persian keyboard sends it; QTest's own keyClicks knows Latin letters only.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(code, event)
    assert code.code() == code.text() == "761342"


@pytest.mark.parametrize("pasted", ["761 342", "761-342", " 761342\n", "code: 761342.", "\u2066761342\u2069"])
def test_paste_keeps_the_digits(code, pasted):
    """A pasted code loses its spaces and words, and none of its digits."""
    QGuiApplication.clipboard().setText(pasted)
    code.paste()
    assert code.code() == "761342"


def test_the_last_digit_completes_the_code_once(code):
    """Completion is told once, with the code, and not before the last digit."""
    heard = []
    code.codeCompleted.connect(heard.append)
    QTest.keyClicks(code, "76134")
    assert heard == []
    QTest.keyClicks(code, "2")
    assert heard == ["761342"]


def test_a_digit_too_many_changes_nothing(code):
    """A scanner's or a finger's seventh digit does not push the first out."""
    QTest.keyClicks(code, "7613429")
    assert code.code() == "761342"


def test_retyping_starts_anew(code):
    """After a wrong code everything is selected, so the next digit replaces it all."""
    code.setText("111111")
    code.select_for_retyping()
    assert code.selectedText() == "111111"
    QTest.keyClicks(code, "7")
    assert code.code() == "7"


def test_length_can_be_set(code):
    """A provider's code of four digits has four boxes, and is complete with four."""
    wide = code.sizeHint().width()
    code.set_length(4)
    QTest.keyClicks(code, "76134")
    assert code.code() == "7613"
    assert code.is_complete()
    assert code.sizeHint().width() < wide


def test_boxes_run_left_to_right_in_persian(code):
    """A touch on the second box from the left puts the cursor behind the first digit."""
    QTest.keyClicks(code, "761342")
    QTest.mouseClick(code, Qt.MouseButton.LeftButton, pos=QPoint(62 + 10 + 31, 37))
    assert code.cursorPosition() == 1


def test_a_wrong_code_shows_red_boxes(code):
    """The error state paints the boxes' borders in the danger colour, and takes it away again."""

    def border():
        return code.grab().toImage().pixelColor(0, 37)

    code.set_error(True)
    assert border() == QColor(LIGHT.danger)
    code.set_error(False)
    assert border() != QColor(LIGHT.danger)


def test_digits_are_painted_in_the_language(code, persian):
    """The same code is painted in other figures in another language, while its text stays."""
    code.set_locale_format(LocaleFormat("en", persian.zone))
    QTest.keyClicks(code, "456456")
    in_english = code.grab().toImage()
    code.set_locale_format(persian)
    assert code.grab().toImage() != in_english
    assert code.text() == "456456"
