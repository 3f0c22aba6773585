"""A box to tick, large enough for a finger and visible in both themes."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, Spacing
from cashier.ui.widgets.painting import paint_box, paint_wrapped, visual_rect, wrapped_height

_BOX_SIZE: Final = 22
_TICK_SIZE: Final = 16
_GAP: Final = 10
_LEAST_TEXT_WIDTH: Final = 80


class CheckBox(QCheckBox):
    """A QCheckBox whose text wraps and whose whole width can be pressed."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Say `text` beside the box."""
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on box or text."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Say yes: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text wrapped beside the box."""
        room = width - _BOX_SIZE - _GAP
        needed = wrapped_height(self.text(), self.font(), room, self.layoutDirection())
        return max(CONTROL_HEIGHT, needed + Spacing.S)

    def sizeHint(self) -> QSize:
        """Return the size with the text on one line."""
        width = _BOX_SIZE + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at the height that it then takes."""
        width = min(self.sizeHint().width(), _BOX_SIZE + _GAP + _LEAST_TEXT_WIDTH)
        return QSize(width, CONTROL_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint box, tick and text."""
        theme = current_theme()
        painter = QPainter(self)
        outer, direction = self.rect(), self.layoutDirection()
        ticked = self.isChecked()
        logical = QRect(0, (outer.height() - _BOX_SIZE) // 2, _BOX_SIZE, _BOX_SIZE)
        box = visual_rect(direction, outer, logical)
        inked = theme.accent if ticked or self.hasFocus() or self.underMouse() else theme.muted_text
        paint_box(
            painter,
            QRectF(box),
            fill=theme.accent if ticked else theme.surface,
            border=theme.text if ticked and self.hasFocus() else inked,
            border_width=FOCUS_WIDTH if self.hasFocus() else 1,
            radius=5,
        )
        if ticked:
            inset = (_BOX_SIZE - _TICK_SIZE) // 2
            tick = QRectF(box.adjusted(inset, inset, -inset, -inset))
            paint_icon(painter, "check", theme.on_accent, tick)
        words = QRect(_BOX_SIZE + _GAP, 0, outer.width() - _BOX_SIZE - _GAP, outer.height())
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.muted_text))
        painter.setFont(self.font())
        place = QRectF(visual_rect(direction, outer, words))
        paint_wrapped(painter, place, self.text(), direction=direction)
