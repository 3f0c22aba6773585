"""A page that is one card in the middle of the window, scrolled where the window is small."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.ui.style.tokens import LOW_WINDOW, Spacing
from cashier.ui.widgets import Card

_MARGIN = 40


class CenteredPage(QWidget):
    """Put things into `body`; what may stand over the card goes into `above`."""

    def __init__(self, card_width: int, parent: QWidget | None = None) -> None:
        """Make it empty, its card `card_width` pixels wide or as wide as the window allows."""
        super().__init__(parent)
        self._card_width = card_width
        self._is_low = False
        self.card = Card()
        self.body = self.card.body
        self.card.setMaximumWidth(card_width)
        self.above = QVBoxLayout()
        stage = QWidget()
        stage.setObjectName("scrolled")
        self._grid = grid = QGridLayout(stage)
        grid.setSpacing(Spacing.XL)
        self._leave_room(is_low=False)
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
        """Let the card be as wide as the window allows, and move everything together in a low one."""
        super().resizeEvent(event)
        # Where the card is higher than the window, the bar that scrolls it takes room too.
        around = 2 * Spacing.XL + self._scroll.verticalScrollBar().sizeHint().width()
        self.card.setMinimumWidth(max(0, min(self._card_width, self.width() - around)))
        is_low = self.window().height() < LOW_WINDOW
        if is_low != self._is_low:
            self._is_low = is_low
            self._leave_room(is_low=is_low)
            for place in range(self.above.count()):
                item = self.above.itemAt(place)
                above = item.widget() if item is not None else None
                if above is not None:
                    # What is done here is on the card.
                    above.setHidden(is_low)

    def _leave_room(self, *, is_low: bool) -> None:
        ends = Spacing.S if is_low else Spacing.XL
        self._grid.setContentsMargins(Spacing.XL, ends, Spacing.XL, ends)
        self._grid.setVerticalSpacing(ends)
        inner, sides = (Spacing.L, Spacing.XL) if is_low else (Spacing.XXL, _MARGIN)
        self.body.setContentsMargins(sides, inner, sides, inner)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to `widget`, as to the first field that is wrong."""
        self._scroll.ensureWidgetVisible(widget)
