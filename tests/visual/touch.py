"""Whether a finger hits what can be pressed: nothing of the kind is lower or narrower than a finger is wide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from cashier.ui.style.tokens import CONTROL_HEIGHT
from tests.visual.seen_text import name_of, place_in, visible_widgets

_PRESSED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSlider)


def hard_to_touch(window: QWidget) -> list[str]:
    """Return what can be pressed and is too small for a finger."""
    found = []
    for widget in visible_widgets(window):
        if not isinstance(widget, _PRESSED) or _has_other_ways(widget):
            continue
        place = place_in(window, widget)
        if min(place.width(), place.height()) < CONTROL_HEIGHT:
            found.append(f"{name_of(widget)}: {place.width()}x{place.height()} px are too few for a finger")
    return found


def _has_other_ways(widget: QWidget) -> bool:
    """Say whether nobody has to hit it: a part of what is large enough, or a bar beside what a finger drags itself."""
    if isinstance(widget, QScrollBar):
        return True
    around = widget.parentWidget()
    is_part = isinstance(widget, QLineEdit | QAbstractButton) and isinstance(around, QComboBox | QLineEdit)
    is_in_cell = isinstance(around, QWidget) and isinstance(around.parentWidget(), QAbstractItemView)
    return (
        (is_part and around.height() >= CONTROL_HEIGHT)
        or is_in_cell
        or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    )
