"""A large disc with an icon and the word for it: how something ended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import StateKind, TextLabel
from cashier.ui.widgets.painting import paint_box

_EMBLEM_SIZE: Final = 72
_LOW_EMBLEM_SIZE: Final = 40


class Emblem(QWidget):
    """A large disc with an icon: the ending at a glance, from across the counter."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._icon_name = StateKind.NEUTRAL, "clock"
        self.set_low(is_low=False)

    def set_low(self, *, is_low: bool) -> None:
        """Be small where there is little room, else large."""
        self._size = _LOW_EMBLEM_SIZE if is_low else _EMBLEM_SIZE
        self.setFixedSize(self._size, self._size)

    def set_sign(self, kind: StateKind, icon_name: str) -> None:
        """Show an icon in the colours of a kind of state."""
        self._kind, self._icon_name = kind, icon_name
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the disc."""
        theme = current_theme()
        painter = QPainter(self)
        strong = self._kind is StateKind.SUCCESS
        fill = getattr(theme, self._kind.value if strong else f"{self._kind.value}_soft")
        color = theme.on_accent if strong else getattr(theme, self._kind.value)
        paint_box(painter, QRectF(self.rect()), fill=fill, border=None, radius=self._size / 2)
        inset = self._size / 4
        paint_icon(
            painter, self._icon_name, color, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme."""
        self.update()
        super().changeEvent(event)


def below_each_other(*widgets: QWidget) -> QBoxLayout:
    """Return a column which `put_beside` turns into a row of equal parts."""
    box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
    box.setSpacing(Spacing.M)
    for widget in widgets:
        box.addWidget(widget, 1)
    return box


def put_beside(box: QBoxLayout, *, is_beside: bool) -> None:
    """Put what is in a box beside each other, or below each other."""
    beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    box.setDirection(beside if is_beside else below)


class Sign(QBoxLayout):
    """The disc over its word; where there is little room, before it."""

    def __init__(self, emblem: Emblem, title: TextLabel) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom)
        self._emblem = emblem
        self.setSpacing(Spacing.M)
        self.addStretch(1)
        self.addWidget(emblem, 0, Qt.AlignmentFlag.AlignCenter)
        self.addWidget(title)
        self.addStretch(1)

    def set_low(self, *, is_low: bool) -> None:
        """Be one line in a low window."""
        put_beside(self, is_beside=is_low)
        self._emblem.set_low(is_low=is_low)
