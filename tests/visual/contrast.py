"""Whether text stands out from what it is painted on, read off the painted screen itself."""

from __future__ import annotations

from collections import Counter
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from cashier.ui.widgets import Sheet, StateChip
from tests.visual.seen_text import name_of, place_in, visible_widgets

LEAST_CONTRAST = 4.5
# Antialiasing leaves few dots of a thin letter in its full colour.
_ROUNDING = 0.35
_LEAST_SIDE = 6


def luminance(color: QColor) -> float:
    """Return how bright a colour is, from 0 to 1 (WCAG 2, relative luminance)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast_of(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def too_faint(window: QWidget, picture: QImage) -> list[str]:
    """Return the texts of the window that stand out too little in its picture.

    What cannot be used now may be faint, and what lies under a sheet is meant to be.
    """
    ratio = picture.width() / window.width()
    sheet = Sheet.top(window)
    found = []
    for widget in visible_widgets(window):
        if not isinstance(widget, QLabel | QAbstractButton | StateChip) or not widget.text().strip():
            continue
        if not widget.isEnabled() or (sheet is not None and not sheet.isAncestorOf(widget)):
            continue
        seen = widget.visibleRegion().boundingRect().translated(place_in(window, widget).topLeft())
        part = QRect(seen.topLeft() * ratio, seen.size() * ratio)
        if min(part.width(), part.height()) < _LEAST_SIDE or not picture.rect().contains(part):
            continue
        best = _strongest_contrast(picture.copy(part))
        if best < LEAST_CONTRAST - _ROUNDING:
            found.append(f"{name_of(widget)}: {widget.text()!r} has a contrast of {best:.1f}")
    return found


def _strongest_contrast(picture: QImage) -> float:
    bits = bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
    counted = Counter(memoryview(bits).cast("I"))
    ground = _luminance_of(counted.most_common(1)[0][0])
    others = [_luminance_of(color) for color in counted]
    return max((max(others) + 0.05) / (ground + 0.05), (ground + 0.05) / (min(others) + 0.05))


@cache
def _luminance_of(color: int) -> float:
    return luminance(QColor(color))
