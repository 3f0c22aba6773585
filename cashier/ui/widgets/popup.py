"""A box that lies under the button that opened it, until it is pressed beside or Esc is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cashier.ui.scrolled import scrolled
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import RADIUS_CARD
from cashier.ui.widgets.painting import paint_box

_BELOW: Final = 6


class Popup(QFrame):
    """Takes the keys while it is open; whoever derives from it fills it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Prepare it under an object name."""
        super().__init__(
            parent,
            Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName(name)
        self._held: QScrollArea | None = None

    def hold(self, content: QWidget) -> None:
        """Have it show `content`, which scrolls where it is higher than the screen."""
        self._held = scrolled(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._held)

    def fit(self, anchor: QWidget) -> None:
        """Take the size of what it holds, no higher than the screen that `anchor` is on."""
        content = self._held.widget() if self._held is not None else None
        if self._held is None or content is None:
            return
        wanted, highest = content.sizeHint(), anchor.screen().availableGeometry().height()
        bar = self._held.verticalScrollBar().sizeHint().width() if wanted.height() > highest else 0
        self.resize(wanted.width() + bar, min(wanted.height(), highest))

    def show_under(self, anchor: QWidget, *, at_trailing_edge: bool = False) -> None:
        """Show it, of the size it has, below `anchor` and along one of its edges, all of it on the screen."""
        is_mirrored = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = anchor.width() - self.width() if is_mirrored is not at_trailing_edge else 0
        place = anchor.mapToGlobal(QPoint(left, anchor.height() + _BELOW))
        room = anchor.screen().availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width() + 1)),
            max(room.top(), min(place.y(), room.bottom() - self.height() + 1)),
        )
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the box."""
        theme = current_theme()
        paint_box(
            QPainter(self), QRectF(self.rect()), fill=theme.surface, border=theme.border, radius=RADIUS_CARD
        )
