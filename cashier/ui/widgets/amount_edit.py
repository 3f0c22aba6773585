"""The amount field: the largest thing on the screen, grouped as it is typed."""

import re
from typing import Final, cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from cashier.domain.text import without_bidi_controls
from cashier.ui.locale_format import LocaleFormat, current_locale_format
from cashier.ui.style.fonts import AMOUNT_POINTS, amount_font
from cashier.ui.widgets.amount_typing import AmountTyping
from cashier.ui.widgets.line_edit import show_validity
from cashier.ui.widgets.shape import give_shape
from cashier.ui.widgets.text_label import absolute_alignment

_LOW_POINTS: Final = 26.0
_LEAST_POINTS: Final = 11
# Padding and border on both sides, and the cursor.
_AROUND: Final = 40

# "1.125" alone may be read as a thousand in some hands, and the parser refuses it; "1.1250" is clear.
_READS_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


class _Regroup(QValidator):
    """Hands every edit to the typing rules before the field shows it, so that one edit is one textChanged."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        # Asked for each time: a child that kept its parent would be a cycle for the garbage collector.
        edit = cast("AmountEdit", self.parent())
        shown, cursor = edit.regrouped(text, position)
        return QValidator.State.Acceptable, shown, cursor


class AmountEdit(QLineEdit):
    """Takes Persian, Arabic and Latin digits and shows them grouped in the language's own.

    Reads left to right in every language and stands at the edge where reading starts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._own_format: LocaleFormat | None = None
        self._typing = AmountTyping(current_locale_format())
        self._selection = (0, 0)
        self._most_points = AMOUNT_POINTS
        self.setProperty("shape", "amount")
        self.setFont(amount_font())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setValidator(_Regroup(self))
        self.selectionChanged.connect(self._remember_selection)
        self.textChanged.connect(self._fit)
        self._align()
        QGuiApplication.instance().layoutDirectionChanged.connect(self._align)  # type: ignore[union-attr]  # widgets exist only within an application

    def set_low(self, *, is_low: bool) -> None:
        """Be less high in a low window, the amount still the largest thing in it."""
        self._most_points = _LOW_POINTS if is_low else AMOUNT_POINTS
        give_shape(self, "low amount" if is_low else "amount")
        self._fit()

    def set_locale_format(self, fmt: LocaleFormat) -> None:
        """Write with `fmt` instead of the application's, from now on."""
        self._own_format = fmt
        self._use_format(fmt)

    def amount_text(self) -> str:
        """Return what was typed, for the parser: our groups taken out, digits Latin, the person's marks kept."""
        return self._typing.amount_text()

    def set_amount(self, amount: str) -> None:
        """Show the exact decimal text `amount` ("1250.5"), as when a draft is taken up again."""
        if _READS_TWO_WAYS.fullmatch(amount):
            amount += "0"
        fmt = self._typing.format
        self._typing.start_over()
        super().setText(amount.replace(".", fmt.decimal_mark))

    def is_unclear(self) -> bool:
        """Say whether the text holds marks of the person's own, so that grouping keeps away from it."""
        return self._typing.is_unclear

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter
        """Draw the border in the danger colour, or no longer."""
        show_validity(self, valid=not error)

    def setText(self, text: str | None) -> None:
        """Put `text` in as if it had been pasted into the empty field."""
        self._typing.start_over()
        super().setText(text)

    def regrouped(self, text: str, cursor: int) -> tuple[str, int]:
        """Return text and cursor as the field is to show them (asked for by the validator at each edit)."""
        before = without_bidi_controls(text[:cursor])
        return self._typing.edit(without_bidi_controls(text), len(before), self._selection)

    def sizeHint(self) -> QSize:
        """Return room for a sum of twelve digits."""
        width = QFontMetrics(amount_font()).horizontalAdvance("0") * 12
        return QSize(width, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Backspace and Delete take the digit beyond a group mark: the mark itself is not the person's."""
        if not self._typing.is_unclear and not self.hasSelectedText():
            mark, text, position = self._typing.format.group_mark, self.text(), self.cursorPosition()
            if event.key() == Qt.Key.Key_Backspace and text[:position].endswith(mark):
                self.setCursorPosition(position - 1)
            elif event.key() == Qt.Key.Key_Delete and text[position:].startswith(mark):
                self.setCursorPosition(position + 1)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rewrite the amount in a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._own_format is None:
            self._use_format(current_locale_format())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write a long amount smaller rather than show a part of it: digits out of sight are easily forgotten."""
        room = self.width() - _AROUND
        points = self._most_points
        while (
            points > _LEAST_POINTS and QFontMetrics(amount_font(points)).horizontalAdvance(self.text()) > room
        ):
            points -= 1
        if self.font().pointSizeF() != points:
            self.setFont(amount_font(points))

    def _use_format(self, fmt: LocaleFormat) -> None:
        super().setText(self._typing.use_format(fmt))

    def _remember_selection(self) -> None:
        start = self.selectionStart()
        self._selection = (start, start + len(self.selectedText())) if start >= 0 else (0, 0)

    def _align(self) -> None:
        self.setAlignment(absolute_alignment("leading", QGuiApplication.layoutDirection()))
