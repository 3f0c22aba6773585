"""A button that says what a list is filtered by, and opens what changes it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FIELD_HEIGHT, FOCUS_WIDTH, Spacing
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect

_ARROW_SIZE: Final = 16
_GAP: Final = 6
_MOST_TEXT: Final = 220


class FilterButton(QAbstractButton):
    """Its text is what is shown; it stands out while that is less than everything."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrows = False
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(font(BASE_POINTS, QFont.Weight.Medium))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_filter(self, text: str, what: str, *, narrows: bool) -> None:
        """Say what is shown; `what` names the filter to a screen reader."""
        self._narrows = narrows
        self.setText(text)
        self.setAccessibleName(f"{what}: {text}")
        self.setToolTip(text if self._text_width() > _MOST_TEXT else "")
        self.updateGeometry()
        self.update()

    def narrows(self) -> bool:
        """Say whether it shows less than everything."""
        return self._narrows

    def sizeHint(self) -> QSize:
        """Return the size of the text and the arrow."""
        width = min(self._text_width(), _MOST_TEXT) + _GAP + _ARROW_SIZE + 2 * Spacing.M + 2
        return QSize(width, max(FIELD_HEIGHT, QFontMetrics(self.font()).height() + Spacing.S))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and on the arrow down, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the box, the text and the arrow."""
        theme, direction, outer = current_theme(), self.layoutDirection(), self.rect()
        painter = QPainter(self)
        raised = self.underMouse() or self.isDown()
        fill = theme.accent_soft if self._narrows else theme.hover if raised else theme.surface
        border = theme.accent if self._narrows or self.hasFocus() else theme.border
        width = FOCUS_WIDTH if self.hasFocus() else 1
        paint_box(painter, QRectF(outer), fill=fill, border=border, border_width=width)
        color = theme.accent if self._narrows else theme.text
        room = outer.width() - 2 * Spacing.M - _GAP - _ARROW_SIZE
        words = QRect(Spacing.M, 0, room + 2, outer.height())
        painter.setFont(self.font())
        painter.setPen(QColor(color))
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 2)
        painter.drawText(visual_rect(direction, outer, words), text_flags(direction), text)
        top = (outer.height() - _ARROW_SIZE) // 2
        arrow = QRect(outer.width() - Spacing.M - _ARROW_SIZE, top, _ARROW_SIZE, _ARROW_SIZE)
        paint_icon(painter, "chevron-down", color, QRectF(visual_rect(direction, outer, arrow)))

    def _text_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.text())
