"""The IBAN field: groups of four appear as it is typed, and the cursor keeps its digit."""

import re
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cashier.domain.digits import LATIN_DIGITS
from cashier.domain.iban import COUNTRY, clean_typed_iban, grouped_iban
from cashier.domain.keyboard_layouts import TypedStrokes
from cashier.ui.style.fonts import font
from cashier.ui.widgets.line_edit import LineEdit, layout_language

_SPACE: Final = " "
_POINTS: Final = 13.0
_LEAST_POINTS: Final = 9.0
# Padding and border on both sides, and the cursor.
_AROUND: Final = 40
_BEGINS_AS_IBAN: Final = re.compile(f"(?:{COUNTRY}|{COUNTRY[0]})?[0-9]*")


def regrouped(text: str, cursor: int) -> tuple[str, int]:
    """Return what was typed as the field is to show it, and the cursor behind the same character as before.

    A number without a country is an Iranian one: `IR` is put in front of it. What cannot be in an IBAN stays.
    """
    shown = grouped_iban(text)
    passed = len(clean_typed_iban(text[:cursor]))
    if shown and shown[0] in LATIN_DIGITS:
        shown = grouped_iban(COUNTRY + shown)
        passed += len(COUNTRY)
    position = 0
    while passed and position < len(shown):
        passed -= shown[position] != _SPACE
        position += 1
    return shown, position


class _Regroup(QValidator):
    """Groups every edit before the field shows it, so that one edit is one textChanged.

    What a scanner typed through an Arabic or Persian keyboard layout is read as its keys, as far as that is an IBAN.
    """

    def __init__(self, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._strokes = TypedStrokes()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        read = self._strokes.read(text, layout_language())
        if read != text and _BEGINS_AS_IBAN.fullmatch(clean_typed_iban(read)):
            position = max(0, len(read) - len(text[position:]))
            text = read
        shown, cursor = regrouped(text, position)
        self._strokes.show(shown)
        return QValidator.State.Acceptable, shown, cursor


class IbanEdit(LineEdit):
    """Takes an IBAN with or without `IR`, in any digits, with spaces or dashes, and shows it in groups of four.

    Reads left to right in every language and stands at the edge where reading starts.

    Signals:
        left: the cursor went elsewhere.
        list_wanted: the Down key was pressed, as in any field with a list.
    """

    left = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setValidator(_Regroup(self))
        self.textChanged.connect(self._fit)
        self._fit()

    def iban_text(self) -> str:
        """Return what was typed in compact form, whether it is an IBAN or not."""
        return clean_typed_iban(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Backspace and Delete take the digit beyond a space: the space itself is not the person's."""
        text, position = self.text(), self.cursorPosition()
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
            return
        if not self.hasSelectedText():
            if event.key() == Qt.Key.Key_Backspace and text[:position].endswith(_SPACE):
                self.setCursorPosition(position - 1)
            elif event.key() == Qt.Key.Key_Delete and text[position:].startswith(_SPACE):
                self.setCursorPosition(position + 1)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor went elsewhere; a list that drops down from the field is part of it."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write a long IBAN smaller rather than show a part of it."""
        points, room = _POINTS, self.width() - _AROUND
        while points > _LEAST_POINTS and self._width_at(points) > room:
            points -= 0.5
        if self.font().pointSizeF() != points:
            self.setFont(font(points, QFont.Weight.Medium, tabular=True))

    def _width_at(self, points: float) -> int:
        text = self.text() or self.placeholderText()
        return QFontMetrics(font(points, QFont.Weight.Medium, tabular=True)).horizontalAdvance(text)
