"""Fields in two columns, or below each other where two beside each other would be too narrow for what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.ui.style.tokens import Spacing

_COLUMNS: Final = 2
_ROOM_FOR_TWO: Final = 600


class FieldGrid(QWidget):
    """Lays fields out line by line, in the order in which they are given."""

    def __init__(self, fields: Iterable[QWidget], parent: QWidget | None = None) -> None:
        """Take the fields."""
        super().__init__(parent)
        self._fields = list(fields)
        self._columns = _COLUMNS
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Spacing.L)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        columns = _COLUMNS if self.width() >= _ROOM_FOR_TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, *divmod(place, self._columns))
        # A column without fields would keep the space before it.
        self._grid.setHorizontalSpacing(Spacing.L if self._columns > 1 else 0)
