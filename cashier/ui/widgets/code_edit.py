"""The code that was sent to a customer: one box a digit, one real text field underneath."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from cashier.ui.locale_format import LocaleFormat, current_locale_format, digits_of
from cashier.ui.style.fonts import font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH, RADIUS
from cashier.ui.widgets.painting import paint_box, text_flags
from cashier.ui.widgets.shape import give_shape

_BOX_WIDTH: Final = 62
_BOX_HEIGHT: Final = 74
_LOW_BOX_HEIGHT: Final = 56
_GAP: Final = 10
_LEAST_BOX_WIDTH: Final = 36


class _DigitsOnly(QValidator):
    """Keeps the digits of whatever is typed, pasted or scanned, in Latin, up to the code's length."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        # Asked for each time: a child that kept its parent would be a cycle for the garbage collector.
        edit = cast("CodeEdit", self.parent())
        digits = digits_of(text)[: edit.length()]
        cursor = min(len(digits_of(text[:position])), len(digits))
        return QValidator.State.Acceptable, digits, cursor


class CodeEdit(QLineEdit):
    """Boxes for the digits of a code, left to right in every language.

    `text()` is the code in Latin digits; only the painting uses the language's own, so paste, scanners, input
    methods and screen readers meet an ordinary text field.

    Signals:
        codeCompleted: with the code, when its last digit came in.
    """

    codeCompleted = Signal(str)  # noqa: N815 - named like Qt's own signals of this class

    def __init__(self, length: int = 6, parent: QWidget | None = None) -> None:
        """Make `length` empty boxes."""
        super().__init__(parent)
        self._length = length
        self._error = False
        self._box_height = _BOX_HEIGHT
        self._format: LocaleFormat | None = None
        self.setProperty("shape", "code")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setValidator(_DigitsOnly(self))
        self.textChanged.connect(self._on_text_changed)
        self.selectionChanged.connect(self.update)
        self.cursorPositionChanged.connect(self.update)

    def code(self) -> str:
        """Return the digits so far, in Latin."""
        return self.text()

    def length(self) -> int:
        """Return how many digits the code has."""
        return self._length

    def set_length(self, length: int) -> None:
        """Take codes of `length` digits."""
        self._length = length
        self.setText(self.text())
        self.updateGeometry()
        self.update()

    def set_low(self, *, is_low: bool) -> None:
        """Make the boxes less high in a low window."""
        self._box_height = _LOW_BOX_HEIGHT if is_low else _BOX_HEIGHT
        give_shape(self, "low code" if is_low else "code")

    def is_complete(self) -> bool:
        """Say whether every box is filled."""
        return len(self.text()) == self._length

    def set_locale_format(self, fmt: LocaleFormat) -> None:
        """Paint the digits of `fmt` instead of the application's."""
        self._format = fmt
        self.update()

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter
        """Draw the boxes in the danger colour, or no longer."""
        self._error = error
        self.update()

    def select_for_retyping(self) -> None:
        """Take the focus with the whole code selected, so that the next digit starts a new one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def sizeHint(self) -> QSize:
        """Return the size of all boxes."""
        return QSize(self._length * (_BOX_WIDTH + _GAP) - _GAP, self._box_height)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the narrowest boxes."""
        return QSize(self._length * (_LEAST_BOX_WIDTH + _GAP) - _GAP, self._box_height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the box that was touched, or on the first empty one."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        touched = [i for i in range(self._length) if self._box(i).contains(event.position())]
        self.setCursorPosition(min([*touched, len(self.text())]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by dragging: the invisible text lies elsewhere than the boxes."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Select the whole code."""
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the next digit goes."""
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or language."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the boxes instead of the field."""
        theme = current_theme()
        fmt = self._format or current_locale_format()
        painter = QPainter(self)
        painter.setFont(font(24, QFont.Weight.DemiBold, tabular=True))
        shown = fmt.digits(self.text())
        active = min(self.cursorPosition(), self._length - 1) if self.hasFocus() else -1
        selected = range(self.selectionStart(), self.selectionStart() + len(self.selectedText()))
        for index in range(self._length):
            box = self._box(index)
            is_active = index == active and not selected
            border = theme.danger if self._error else theme.accent if is_active else theme.border
            if index in selected and not self._error:
                border = theme.accent
            paint_box(
                painter,
                box,
                fill=theme.accent_soft if index in selected else theme.surface,
                border=border,
                border_width=FOCUS_WIDTH if is_active or self._error or index in selected else 1,
                radius=RADIUS + 2,
            )
            if index < len(shown):
                painter.setPen(QColor(theme.text))
                painter.drawText(box, text_flags(Qt.LayoutDirection.LeftToRight, centered=True), shown[index])
            elif is_active:
                painter.fillRect(
                    QRectF(box.center().x() - 1, box.center().y() - 13, 2, 26), QColor(theme.accent)
                )

    def _box(self, index: int) -> QRectF:
        room = (self.width() + _GAP) / self._length - _GAP
        width = min(_BOX_WIDTH, int(room))
        whole = self._length * (width + _GAP) - _GAP
        start = (self.width() - whole) // 2
        top = (self.height() - self._box_height) // 2
        return QRectF(start + index * (width + _GAP), top, width, self._box_height)

    def _on_text_changed(self) -> None:
        self.update()
        if self.is_complete() and self.text():
            self.codeCompleted.emit(self.text())
