"""A state's chip with a count that can be pressed, to show only what stands in that state."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH
from cashier.ui.widgets import StateKind, chip_size, paint_chip
from cashier.ui.widgets.painting import paint_box

_AROUND: Final = 4


class FilterChip(QAbstractButton):
    """Checked, it has a border in its own colour; a screen reader reads its word and count."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = StateKind.NEUTRAL
        self._icon_name = ""
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, kind: StateKind, icon_name: str, text: str) -> None:
        """Say a state and how many stand in it."""
        self._kind, self._icon_name = kind, icon_name
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the chip's size, high enough for a finger."""
        chip = chip_size(self.text())
        return QSize(chip.width() + 2 * _AROUND, max(CONTROL_HEIGHT, chip.height() + 2 * _AROUND))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a state is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the chip, and a ring round it if it is chosen or has the keys."""
        painter, size = QPainter(self), chip_size(self.text())
        top = (self.height() - size.height()) // 2
        place = QRect(_AROUND, top, size.width(), size.height())
        paint_chip(
            painter,
            place,
            self._kind,
            self.text(),
            icon_name=self._icon_name,
            direction=self.layoutDirection(),
        )
        if not (self.isChecked() or self.hasFocus()):
            return
        theme = current_theme()
        color = getattr(theme, self._kind.value) if self.isChecked() else theme.accent
        ring = QRectF(place.adjusted(-3, -3, 3, 3))
        paint_box(painter, ring, fill=None, border=color, border_width=FOCUS_WIDTH, radius=ring.height() / 2)
