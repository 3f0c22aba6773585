"""How far a batch has got, at one glance: one bar, a stretch of it for each kind of end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cashier.domain.withdrawal import WithdrawalState
from cashier.ui.style.theme import current_theme
from cashier.ui.widgets.painting import visual_rect

_HEIGHT: Final = 10
_S = WithdrawalState

# From the leading edge: what has come to its end, then what is on its way, then what is still to be sent.
_ORDER: Final = (
    (_S.PAID, "success"),
    (_S.REJECTED, "danger"),
    (_S.REFUSED, "danger"),
    (_S.CANCELLED, "neutral"),
    (_S.UNKNOWN, "warning"),
    (_S.ACCEPTED, "info"),
    (_S.SUBMITTING, "info"),
)


class BatchBar(QWidget):
    """Shows shares; what they mean is said in words and numbers beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[WithdrawalState, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[WithdrawalState, int]) -> None:
        """Show how many rows stand in each state."""
        self._counts = dict(counts)
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(200, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the bar."""
        theme, outer = current_theme(), self.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(outer), outer.height() / 2, outer.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(outer, QColor(theme.track))
        whole = sum(self._counts.values())
        done = 0
        for state, color in _ORDER:
            count = self._counts.get(state, 0)
            if not count:
                continue
            start, done = done, done + count
            left, right = outer.width() * start // whole, outer.width() * done // whole
            stretch = QRect(left, 0, max(2, right - left), outer.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(
                visual_rect(self.layoutDirection(), outer, stretch), QColor(getattr(theme, color))
            )
