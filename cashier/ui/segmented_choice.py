"""A choice between a few things, all of them in sight, one beside the other in one box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, RADIUS, Spacing
from cashier.ui.widgets.painting import paint_box, text_flags

_INSET: Final = 3


class SegmentedChoice(QWidget):
    """Radio buttons that look like one control; the arrows move between them.

    Signals:
        chosen: with the place of what a person chose.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        """Make one segment for each object name; the first is chosen."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, name in enumerate(names):
            segment = _Segment(name)
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Say what is chosen between, and each of the things."""
        self.setAccessibleName(name)
        for place, text in enumerate(texts):
            button = self._group.button(place)
            button.setText(text)
            button.setAccessibleName(text)
            button.updateGeometry()

    def choose(self, place: int) -> None:
        """Choose one without telling anybody."""
        self._group.button(place).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the box around all."""
        theme = current_theme()
        paint_box(QPainter(self), QRectF(self.rect()), fill=theme.surface, border=theme.border)


class _Segment(QAbstractButton):
    """One of the things."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font(BASE_POINTS, QFont.Weight.Medium))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * Spacing.L + 2 * _INSET
        return QSize(width, max(CONTROL_HEIGHT, metrics.height() + Spacing.M))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        theme, painter = current_theme(), QPainter(self)
        inner = QRectF(self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))
        fill = theme.accent_soft if self.isChecked() else theme.hover if self.underMouse() else None
        paint_box(painter, inner, fill=fill, border=None, radius=RADIUS - 2)
        if self.hasFocus():
            paint_box(
                painter,
                inner,
                fill=None,
                border=theme.accent,
                border_width=FOCUS_WIDTH,
                radius=RADIUS - 2,
            )
        painter.setFont(self.font())
        painter.setPen(QColor(theme.accent if self.isChecked() else theme.text))
        painter.drawText(self.rect(), text_flags(self.layoutDirection(), centered=True), self.text())
