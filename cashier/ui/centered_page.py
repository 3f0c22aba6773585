"""A page that is one card in the middle of the window, scrolled where the window is small."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Card

_MARGIN = 40


class CenteredPage(QWidget):
    """Put things into `body`; what may stand over the card goes into `above`."""

    def __init__(self, card_width: int, parent: QWidget | None = None) -> None:
        """Make it empty, its card `card_width` pixels wide or as wide as the window allows."""
        super().__init__(parent)
        self._card_width = card_width
        self.card = Card()
        self.body = self.card.body
        self.body.setContentsMargins(_MARGIN, Spacing.XXL, _MARGIN, Spacing.XXL)
        self.card.setMaximumWidth(card_width)
        self.above = QVBoxLayout()
        stage = QWidget()
        stage.setObjectName("scrolled")
        grid = QGridLayout(stage)
        grid.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.XL)
        grid.setSpacing(Spacing.XL)
        grid.addLayout(self.above, 1, 1)
        grid.addWidget(self.card, 2, 1)
        for edge in (0, 3):
            grid.setRowStretch(edge, 1)
        for edge in (0, 2):
            grid.setColumnStretch(edge, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(stage)
        stage.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card be as wide as the window allows."""
        super().resizeEvent(event)
        self.card.setMinimumWidth(max(0, min(self._card_width, self.width() - 2 * Spacing.XL)))

    def reveal(self, widget: QWidget) -> None:
        """Scroll to `widget`, as to the first field that is wrong."""
        self._scroll.ensureWidgetVisible(widget)
