"""A list to choose one thing from, with our own arrow."""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from cashier.ui.style.fonts import font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.painting import visual_rect
from cashier.ui.widgets.shape import give_shape

_ICON_SIZE: Final = 18
_TALL_WIDTH: Final = 132


class ComboBox(QComboBox):
    """A QComboBox as tall as the fields beside it; the wheel does not change it unless it has the focus."""

    def __init__(self, parent: QWidget | None = None, *, tall: bool = False) -> None:
        """Make it empty; `tall` stands beside the amount and is as high."""
        super().__init__(parent)
        if tall:
            self.setProperty("shape", "amount")
            self.setFont(font(weight=QFont.Weight.DemiBold))
            self.setMinimumWidth(_TALL_WIDTH)
        # Fusion's own pop-up is a menu that ignores the style sheet's rows; a list view follows it.
        self.setView(QListView(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_low(self, *, is_low: bool) -> None:
        """Be as high as the amount is in a low window; for one that is tall."""
        give_shape(self, "low amount" if is_low else "amount")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow on it."""
        super().paintEvent(event)
        outer = self.rect()
        arrow = QRect(
            outer.width() - Spacing.M - _ICON_SIZE, (outer.height() - _ICON_SIZE) // 2, _ICON_SIZE, _ICON_SIZE
        )
        place = QRectF(visual_rect(self.layoutDirection(), outer, arrow))
        paint_icon(QPainter(self), "chevron-down", current_theme().muted_text, place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to the page unless the box is being used: a currency must not change by scrolling."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
