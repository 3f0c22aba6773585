"""How much of a piece of work is done: a thin bar filled from the leading edge."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from cashier.ui.style.theme import current_theme
from cashier.ui.widgets.painting import paint_box, visual_rect

_STEPS: Final = 1000
_WIDTH: Final = 120


class ProgressBar(QProgressBar):
    """Shows a share; what it is a share of is said in words beside it."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 6) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill so much of it, from 0 to 1."""
        self.setValue(round(max(0.0, min(1.0, share)) * _STEPS))

    def sizeHint(self) -> QSize:
        """Return a size that is seen."""
        return QSize(_WIDTH, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the track and what is filled of it."""
        theme, outer = current_theme(), self.rect()
        painter, radius = QPainter(self), self.height() / 2
        paint_box(painter, QRectF(outer), fill=theme.track, border=None, radius=radius)
        if self.value() <= 0:
            return
        filled = QRect(0, 0, max(self.height(), outer.width() * self.value() // _STEPS), outer.height())
        place = QRectF(visual_rect(self.layoutDirection(), outer, filled))
        paint_box(painter, place, fill=theme.accent, border=None, radius=radius)
