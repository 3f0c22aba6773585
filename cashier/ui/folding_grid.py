"""What stands beside each other, in fewer columns where so many would be too narrow for what is in them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.ui.style.tokens import Spacing


class FoldingGrid(QWidget):
    """Lays widgets out line by line, in the order in which they are given.

    Args:
        columns: how many stand beside each other.
        narrow_columns: and how many where the grid is narrower than `wide_from`, in pixels.
        spacing: between them, in pixels.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        columns: int = 2,
        narrow_columns: int = 1,
        wide_from: int = 600,
        spacing: int = Spacing.L,
    ) -> None:
        super().__init__(parent)
        self._wide, self._narrow, self._wide_from, self._spacing = columns, narrow_columns, wide_from, spacing
        self._laid_out: list[QWidget] = []
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def lay_out(self, widgets: Iterable[QWidget]) -> None:
        """Show these, and none of those that were there."""
        for widget in self._laid_out:
            self._grid.removeWidget(widget)
        self._laid_out = list(widgets)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        if self._columns_that_fit() != self._columns:
            self._arrange()

    def _columns_that_fit(self) -> int:
        return self._wide if self.width() >= self._wide_from else self._narrow

    def _arrange(self) -> None:
        self._columns = self._columns_that_fit()
        used = min(self._columns, len(self._laid_out))
        for column in range(self._wide):
            self._grid.setColumnStretch(column, 1 if column < used else 0)
        for place, widget in enumerate(self._laid_out):
            self._grid.addWidget(widget, *divmod(place, self._columns))
        # A column without anything in it would keep the space before it.
        self._grid.setHorizontalSpacing(self._spacing if used > 1 else 0)
