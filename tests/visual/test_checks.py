"""The checks themselves: each finds what was broken on purpose, and nothing in what is whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cashier.ui.style.theme import LIGHT, apply_theme
from cashier.ui.widgets import Card, Field, LineEdit, PrimaryButton, SecondaryButton, TextLabel
from tests.visual.contrast import contrast_of, too_faint
from tests.visual.layout_checks import Place, cut_texts, focus_jumps, not_mirrored
from tests.visual.pseudo_locale import pseudo
from tests.visual.seen_text import untranslated
from tests.visual.touch import hard_to_touch

SENTENCE = "The provider refused the payment. Ask the customer for another account, then try again."


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """Return a small form, as whole as the program's own."""
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)
    made = QWidget()
    made.resize(640, 400)
    column = QVBoxLayout(made)
    card = Card()
    column.addWidget(card)
    card.body.addWidget(TextLabel(pseudo(SENTENCE)))
    for name in ("first", "second"):
        edit = LineEdit()
        edit.setObjectName(name)
        card.body.addWidget(Field(pseudo("Amount"), edit))
    row = QHBoxLayout()
    for button in (PrimaryButton(pseudo("Send")), SecondaryButton(pseudo("Close"))):
        row.addWidget(button)
    card.body.addLayout(row)
    made.show()
    QCoreApplication.sendPostedEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_found_in_what_is_whole(window: QWidget) -> None:
    """Else the checks would be loosened until they find nothing at all."""
    assert cut_texts(window) == []
    assert focus_jumps(window) == []
    assert hard_to_touch(window) == []
    assert untranslated(window, frozenset()) == []
    assert too_faint(window, window.grab().toImage()) == []


def test_text_in_too_little_room_is_found(window: QWidget) -> None:
    """A label held lower than its lines, a button narrower than its words, a label outside of its card."""
    label = window.findChildren(TextLabel)[0]
    label.setFixedHeight(14)
    button = window.findChild(PrimaryButton)
    button.setFixedWidth(40)
    stray = QLabel("stray", window)
    stray.setObjectName("stray")
    stray.move(620, 10)
    stray.show()
    QApplication.sendPostedEvents()
    found = cut_texts(window)
    assert any("14 px high" in trouble for trouble in found)
    assert any("40 px wide" in trouble for trouble in found)
    assert any(trouble.startswith("stray") for trouble in found)


def test_what_is_wider_than_where_it_scrolls_is_found(window: QWidget) -> None:
    """It scrolls up and down alone, and its far edge cannot be reached; or sideways, which nobody is to do."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    inner.setMinimumWidth(2000)
    area.setWidget(inner)
    window.findChild(Card).body.addWidget(area)
    QApplication.sendPostedEvents()
    (trouble,) = cut_texts(window)
    assert trouble.endswith("what scrolls in it needs 2000")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    assert cut_texts(window) == [trouble]


def test_what_a_finger_misses_is_found(window: QWidget) -> None:
    """A button that is too low and a field that is too narrow; not the parts of what is large enough."""
    window.findChild(PrimaryButton).setFixedHeight(30)
    window.findChild(LineEdit, "first").setFixedWidth(40)
    QApplication.sendPostedEvents()
    found = hard_to_touch(window)
    assert len(found) == 2
    assert any("first: 40x48 px" in trouble for trouble in found)
    assert any("x30 px" in trouble for trouble in found)


def test_a_text_that_was_never_translated_is_found(window: QWidget) -> None:
    """Shown or only spoken; units, keys, references and what people typed are not meant."""
    window.findChildren(TextLabel)[0].setText(SENTENCE)
    window.findChild(LineEdit, "first").setAccessibleName("Amount")
    window.findChild(PrimaryButton).setText("IBAN IR82 0540, 12 USDT, Sunny Shop")
    found = untranslated(window, frozenset({"Sunny Shop"}))
    assert len(found) == 2
    assert any("refused the payment" in trouble for trouble in found)
    assert any("'Amount'" in trouble for trouble in found)


def test_faint_text_is_found(window: QWidget) -> None:
    """A tone too near to what it is painted on."""
    label = window.findChildren(TextLabel)[0]
    label.set_tone("border")
    (trouble,) = too_faint(window, window.grab().toImage())
    assert "has a contrast of 1." in trouble


def test_contrast_is_measured_as_the_standard_says() -> None:
    """Black on white is 21, mid grey on white about 4.5."""
    assert contrast_of(QColor("black"), QColor("white")) == pytest.approx(21)


def test_what_is_not_mirrored_is_found() -> None:
    """The same edge in both directions, or the same side; what is in the middle may stay."""
    width = 1000
    english = {
        "field": Place(QRect(20, 0, 300, 40), is_text_sized=False),
        "button": Place(QRect(20, 0, 100, 40), is_text_sized=True),
        "middle": Place(QRect(450, 0, 100, 40), is_text_sized=True),
    }
    mirrored = {
        "field": Place(QRect(680, 0, 300, 40), is_text_sized=False),
        "button": Place(QRect(850, 0, 130, 40), is_text_sized=True),
        "middle": Place(QRect(440, 0, 120, 40), is_text_sized=True),
    }
    assert not_mirrored(width, english, mirrored) == []
    assert sorted(trouble.split(":")[0] for trouble in not_mirrored(width, english, english)) == [
        "button",
        "field",
    ]


def test_a_focus_that_jumps_is_found(window: QWidget) -> None:
    """From the last field back to the first, before the buttons."""
    first, second = window.findChild(LineEdit, "first"), window.findChild(LineEdit, "second")
    QWidget.setTabOrder(second, first)
    (trouble,) = focus_jumps(window)
    assert trouble == "Tab leads from second back to first"


def test_what_is_scrolled_out_of_sight_is_read_where_it_scrolls(window: QWidget) -> None:
    """A button below an area comes after a field in it, though the field lies lower while it is out of sight."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFixedHeight(60)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    column = QVBoxLayout(inner)
    edit = LineEdit()
    column.addSpacing(500)
    column.addWidget(edit)
    area.setWidget(inner)
    card = window.findChild(Card)
    card.body.insertWidget(3, area)
    first, second = window.findChild(LineEdit, "first"), window.findChild(LineEdit, "second")
    buttons = window.findChild(PrimaryButton), window.findChild(SecondaryButton)
    for before, after in pairwise((first, second, edit, *buttons)):
        QWidget.setTabOrder(before, after)
    QApplication.sendPostedEvents()
    assert focus_jumps(window) == []
