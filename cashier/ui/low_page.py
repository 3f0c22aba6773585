"""A page that is as high as its place, unless that is so low that its main part would have nothing left of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from cashier.ui.style.tokens import LOW_WINDOW, Spacing

_NARROW: Final = 900


class LowPage(QScrollArea):
    """In a low window the page scrolls, and its main part is as high as all that can be seen of it at once.

    Attributes:
        page: what everything is put into.
        column: its layout, from the top down.
    """

    def __init__(self, parent: QWidget, main_height: Callable[[int], int | None]) -> None:
        """Fill `parent`; `main_height` says, from the width, how high the main part is if not as high as can be seen."""
        super().__init__(parent)
        self._main_height = main_height
        self._main: QLayoutItem | None = None
        self._followed: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setObjectName("scrolled")
        self.setWidget(self.page)
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(Spacing.M)
        self.page.installEventFilter(self)
        whole = QVBoxLayout(parent)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def set_main(self, item: QLayoutItem) -> None:
        """Say which part of the column takes what the others leave."""
        self._main = item

    def follow(self, widget: QWidget) -> None:
        """Scroll to `widget`, a part of the page, whenever it comes or takes another size."""
        self._followed = widget
        widget.installEventFilter(self)

    def leave_room(self, width: int, widest: int) -> None:
        """Leave as much around as there is room for in a page of that width; what is on it gets no wider than `widest`."""
        around = Spacing.M if width < _NARROW else max(Spacing.XXL, (width - widest) // 2)
        margins = QMargins(around, Spacing.L, around, Spacing.M)
        if self.column.contentsMargins() != margins:
            self.column.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the place, or as high as everything."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is on the page when it grows."""
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        elif watched is self._followed and event.type() == QEvent.Type.Resize and self._is_low():
            self.ensureWidgetVisible(self._followed, 0, Spacing.M)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the page its size: by itself the area would make it as high and as wide as all would like to be."""
        seen = self.viewport().size()
        height = max(seen.height(), self._height_of_all()) if self._is_low() else seen.height()
        wanted = QSize(seen.width(), height)
        if self.page.minimumSize() != wanted or self.page.maximumSize() != wanted:
            self.page.setFixedSize(wanted)

    def _is_low(self) -> bool:
        return self.window().height() < LOW_WINDOW

    def _height_of_all(self) -> int:
        margins = self.column.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        found = (self.column.itemAt(place) for place in range(self.column.count()))
        shown = [item for item in found if item is not None and (item is self._main or not item.isEmpty())]
        between = self.column.spacing() * (len(shown) - 1)
        return (
            margins.top() + margins.bottom() + between + sum(self._height_of(item, width) for item in shown)
        )

    def _height_of(self, item: QLayoutItem, width: int) -> int:
        if item is self._main:
            wanted = self._main_height(width)
            return self.viewport().height() - 2 * Spacing.M if wanted is None else wanted
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
