"""The head of the history's table: the names of its columns, and which of them the rows are sorted by."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from cashier.domain.history import HistorySort
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn
from cashier.ui.style.fonts import font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT
from cashier.ui.table_cell import CELL_PADDING, HEADER_POINTS
from cashier.ui.widgets.painting import text_flags, visual_rect

SORT_COLUMNS: Final = {HistoryColumn.TIME: HistorySort.TIME, HistoryColumn.AMOUNT: HistorySort.AMOUNT}

_ARROW_SIZE: Final = 14
_ARROW_GAP: Final = 4


def sorted_header_width(text: str) -> int:
    """Return how wide a column must be to show its name and the arrow behind it."""
    return (
        QFontMetrics(font(HEADER_POINTS)).horizontalAdvance(text)
        + _ARROW_SIZE
        + _ARROW_GAP
        + 2 * CELL_PADDING
    )


class HistoryHeader(QHeaderView):
    """Paints each name where its column's texts begin, and an arrow beside the one that is sorted by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort = HistorySort.TIME
        self._is_descending = True
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)

    def show_sort(self, sort: HistorySort, *, is_descending: bool) -> None:
        """Show what the rows are sorted by."""
        self._sort, self._is_descending = sort, is_descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of a control: two of the names are pressed."""
        return QSize(super().sizeHint().width(), CONTROL_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's name
        """Paint one name."""
        theme, column = current_theme(), HISTORY_COLUMNS[logicalIndex]
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        sorts = SORT_COLUMNS.get(column) is self._sort
        used = font(HEADER_POINTS)
        painter.setFont(used)
        painter.setPen(QColor(theme.text if sorts else theme.muted_text))
        name = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        inner, direction = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0), self.layoutDirection()
        width = QFontMetrics(used).horizontalAdvance(name) + 2
        room = _ARROW_SIZE + _ARROW_GAP if sorts else 0
        # Over the last digits of an amount in either direction; over the beginning of everything else.
        at_end = column is HistoryColumn.AMOUNT and direction == Qt.LayoutDirection.LeftToRight
        start = inner.right() + 1 - width - room if at_end else inner.left()
        words = QRect(start, inner.top(), width, inner.height())
        painter.drawText(visual_rect(direction, inner, words), text_flags(direction), name)
        if sorts:
            top = inner.top() + (inner.height() - _ARROW_SIZE) // 2
            arrow = QRect(words.right() + 1 + _ARROW_GAP, top, _ARROW_SIZE, _ARROW_SIZE)
            icon_name = "chevron-down" if self._is_descending else "chevron-up"
            paint_icon(painter, icon_name, theme.text, QRectF(visual_rect(direction, inner, arrow)))
