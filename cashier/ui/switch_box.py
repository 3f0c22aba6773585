"""A setting that is on or off, painted in theme colours: Fusion's own box cannot be seen on a dark ground."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, RADIUS, Spacing
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect

_TRACK: Final = QSize(42, 24)
_KNOB: Final = 16
_INSET: Final = 4


class SwitchBox(QCheckBox):
    """A check box that looks like a switch, its knob at the trailing edge when it is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it off."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for the switch and the whole text."""
        metrics = QFontMetrics(self.font())
        width = _TRACK.width() + Spacing.M + metrics.horizontalAdvance(self.text()) + 2 * Spacing.XS + 2
        return QSize(width, max(CONTROL_HEIGHT, metrics.height() + Spacing.S))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the text is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint track, knob and text."""
        theme, outer, direction = current_theme(), self.rect(), self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRect(QPoint(Spacing.XS, (outer.height() - _TRACK.height()) // 2), _TRACK)
        on = self.isChecked()
        paint_box(
            painter,
            QRectF(visual_rect(direction, outer, track)),
            fill=theme.accent if on else theme.surface,
            border=theme.accent if on else theme.muted_text,
            radius=_TRACK.height() / 2,
        )
        start = track.right() + 1 - _INSET - _KNOB if on else track.left() + _INSET
        knob = QRect(start, track.top() + _INSET, _KNOB, _KNOB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if on else theme.muted_text))
        painter.drawEllipse(QRectF(visual_rect(direction, outer, knob)))
        words = outer.adjusted(track.right() + 1 + Spacing.M, 0, 0, 0)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.muted_text))
        painter.setFont(self.font())
        painter.drawText(visual_rect(direction, outer, words), text_flags(direction), self.text())
        if self.hasFocus():
            paint_box(
                painter,
                QRectF(outer),
                fill=None,
                border=theme.accent,
                border_width=FOCUS_WIDTH,
                radius=RADIUS,
            )
