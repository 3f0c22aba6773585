"""Texts of either direction beside each other: what is isolated turns nothing, and is not turned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cashier.domain.text import BIDI_CONTROLS
from cashier.providers.errors import ProviderRefusedError
from cashier.ui.locale_format import isolate, isolate_ltr, plain
from cashier.ui.messages import provider_message
from cashier.ui.widgets import CopyLabel, TextLabel
from cashier.ui.widgets.text_label import _direction_of
from tests.visual.bidi_text import unruly_texts

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
HOSTILE = "\u202egnp.exe\u2066 \u200fabc\u2067"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("مشتری 0014", RTL),
        ("customer ۱۲", LTR),
        (f"{isolate('Digital bank')}، مشتری {isolate_ltr('0014 2277')}", RTL),
        (f"{isolate('بانک')} refused", LTR),
        (isolate("Digital bank"), None),
        ("12:30", None),
    ],
)
def test_a_line_reads_as_its_own_first_letter_does(text: str, direction: Qt.LayoutDirection | None) -> None:
    """Not as that of a name that stands apart at its beginning."""
    assert _direction_of(text) is direction


def test_a_providers_marks_stay_within_its_words() -> None:
    """Whatever it sends, the sentence around holds one isolate that is closed, and nothing else."""
    said = provider_message(ProviderRefusedError("no", code="12", provider_message=HOSTILE))
    marks = [character for character in said if character in BIDI_CONTROLS]
    assert marks.count("\u2069") == len(marks) / 2
    assert not set(marks) & set(HOSTILE) - {"\u2066"}
    assert "gnp.exe" in plain(said)


@pytest.mark.usefixtures("qapp")
def test_what_is_copied_can_be_typed() -> None:
    """Neither marks of direction nor the places where a long key may be broken go to the clipboard."""
    label = CopyLabel(f"{'0123456789' * 5}\u202e{'x' * 30}\ufeff")
    label.copy()
    assert QGuiApplication.clipboard().text() == "0123456789" * 5 + "x" * 30
    label.setSelection(0, len(QLabel.text(label)))
    label.copy()
    assert QGuiApplication.clipboard().text() == "0123456789" * 5 + "x" * 30


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (f"به {isolate_ltr('IR82 0540 1026')}، مریم", ""),
        ("به IR82 0540 1026، مریم", "is not set apart"),
        ("پاسخ \u202egnp.exe", "right-to-left override stands"),
        ("\u2068نام", "an isolate stays open"),
        ("نام\u2069", "closed that was never opened"),
        ("در Windows-1256 نوشته شد", "is not set apart"),
        ("تا ۳۰ دقیقه", ""),
    ],
)
def test_unruly_texts_are_found(qapp: QApplication, text: str, trouble: str) -> None:
    """The check that looks at every screen finds what was broken on purpose, and nothing in what is whole."""
    window = QWidget()
    TextLabel(text, parent=window)
    window.show()
    qapp.processEvents()
    found = unruly_texts(window)
    window.close()
    assert (trouble in found[0]) if trouble else found == []
