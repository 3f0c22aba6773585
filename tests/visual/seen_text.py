"""What can be read in a window: every text that a widget shows, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from cashier.ui.locale_format import plain
from cashier.ui.widgets import Banner, CopyLabel, StateChip
from tests.visual.pseudo_locale import CLOSING, OPENING

# Words that are the same in every language: units, keys, providers, what a bank calls an account.
_SAME_EVERYWHERE = re.compile(
    r"\b(?:USDT|USD|LUNA|IRR|IRT|ETH|BTC|IBAN|IR|PIN|Enter|Esc|Ctrl|Shift|Tab|Page Up|Page Down|Home, End|PDF|CSV|XLSX|resid|paystar|digibank|aqayepardakht"
    r"|https?|localhost|English)\b"
)
# References, tokens, IBANs, addresses: whatever has a digit in it is nobody's sentence.
_CODE = re.compile(r"[\w./:*•-]*[0-9][\w./:*•-]*")
_WORD = re.compile(r"[A-Za-z]{3,}")
_BRACKETED = re.compile(f"{OPENING}[^{CLOSING}]*{CLOSING}")


@dataclass(frozen=True, slots=True)
class SeenText:
    """One text on the screen.

    Attributes:
        widget: what shows it.
        text: as it stands there, without invisible characters.
        is_spoken: whether it is said by a screen reader only.
    """

    widget: QWidget
    text: str
    is_spoken: bool = False

    @property
    def name(self) -> str:
        """What to call the widget in a report."""
        return name_of(self.widget)


def name_of(widget: QWidget) -> str:
    """Return what to call a widget in a report: its object name, or its kind and the nearest name around it."""
    around: QWidget | None = widget
    while around is not None and not around.objectName():
        around = around.parentWidget()
    within = around.objectName() if around is not None else "?"
    return within if around is widget else f"{type(widget).__name__} in {within}"


def visible_widgets(window: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that can be seen or scrolled to, in the sheet on top if there is one."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 0 and widget.height() > 0:
            yield widget


def raw_texts(window: QWidget) -> Iterator[SeenText]:
    """Yield every text of every visible widget as it is, with the characters that cannot be seen."""
    for widget in visible_widgets(window):
        for text in _shown_by(widget):
            yield SeenText(widget, text)
        for text in (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()):
            yield SeenText(widget, text, is_spoken=True)


def seen_texts(window: QWidget) -> Iterator[SeenText]:
    """Yield every text of every visible widget."""
    for seen in raw_texts(window):
        if stripped := plain(seen.text).strip():
            yield SeenText(seen.widget, stripped, seen.is_spoken)


def _shown_by(widget: QWidget) -> Iterator[str]:
    match widget:
        # What is there to be copied is a code in nobody's language.
        case CopyLabel():
            return
        case QLabel() | QAbstractButton() | StateChip() | Banner():
            yield widget.text()
        # One that can be typed into offers names, as of time zones, which are the same everywhere.
        case QComboBox() if not widget.isEditable():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QLineEdit():
            yield widget.placeholderText()
        case QTableView():
            model, header = widget.model(), widget.horizontalHeader()
            if model is not None and header.isVisible():
                for column in range(model.columnCount()):
                    yield str(model.headerData(column, header.orientation()) or "")


def untranslated(window: QWidget, data: frozenset[str]) -> list[str]:
    """Return what is shown in a language of its own while the screen speaks the made-up one.

    Args:
        window: what is looked at.
        data: words that people typed or providers said.
    """
    found = []
    for seen in seen_texts(window):
        if isinstance(seen.widget, CopyLabel) and seen.text == seen.widget.text():
            continue
        left = _CODE.sub(" ", _SAME_EVERYWHERE.sub(" ", _BRACKETED.sub(" ", seen.text)))
        for word in data:
            left = left.replace(word, " ")
        if _WORD.search(left):
            found.append(f"{seen.name}: {seen.text!r} is not translated")
    return found


def place_in(window: QWidget, widget: QWidget) -> QRect:
    """Return where a widget lies in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def is_scrolled(widget: QWidget) -> bool:
    """Say whether a widget lies in something that can be scrolled as it is: then it may well be out of sight."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0:
            return True
        around = around.parentWidget()
    return False
