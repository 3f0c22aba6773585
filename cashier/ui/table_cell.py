"""One cell of a table as it is painted: text, an icon, a chip; read from its model in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH, Spacing
from cashier.ui.widgets import StateKind, chip_size, paint_chip
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect

CELL_HEIGHT: Final = 44
HEADER_POINTS: Final = 9.5
CELL_PADDING: Final = Spacing.M
_ICON_SIZE: Final = 16
_ICON_GAP: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """What is painted in a cell.

    Attributes:
        text: already isolated where its direction is not the screen's.
        is_muted: whether it is of less weight than what stands beside it.
        is_strong: whether it is of more.
        is_figure: whether it lines up with those above and below at its last digit, in either direction.
        mark: what is the matter with it, if anything: an icon and a soft ground; None for nothing.
        chip: its kind and icon, if the text is a state's word.
    """

    text: str = ""
    is_muted: bool = False
    is_strong: bool = False
    is_figure: bool = False
    mark: StateKind | None = None
    chip: tuple[StateKind, str] | None = None


class CellModel(Protocol):
    """A model that gives whole cells."""

    def cell(self, row: int, column: int) -> TableCell:
        """Return a cell as it is painted."""


class TableCellDelegate(QStyledItemDelegate):
    """Paints the cells of a model that has `cell`, with one call for each."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002  # Qt's signature
        """Return the one height of all rows."""
        return QSize(0, CELL_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        model = cast("CellModel", cast("object", index.model()))
        cell = model.cell(index.row(), index.column())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        theme = current_theme()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
        elif cell.mark is not None:
            painter.fillRect(rect, QColor(getattr(theme, f"{cell.mark.value}_soft")))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            paint_box(
                painter,
                QRectF(rect.adjusted(1, 1, -1, -2)),
                fill=None,
                border=theme.accent,
                border_width=FOCUS_WIDTH,
                radius=4,
            )
        inner = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if cell.chip is not None:
            self._paint_chip(painter, inner, cell, direction)
        else:
            self._paint_text(painter, inner, cell, direction)
        painter.restore()

    def _paint_chip(
        self, painter: QPainter, inner: QRect, cell: TableCell, direction: Qt.LayoutDirection
    ) -> None:
        if cell.chip is None:
            return
        kind, icon_name = cell.chip
        size = chip_size(cell.text)
        width = min(size.width(), inner.width())
        top = inner.top() + (inner.height() - size.height()) // 2
        place = visual_rect(direction, inner, QRect(inner.left(), top, width, size.height()))
        paint_chip(painter, place, kind, cell.text, icon_name=icon_name, direction=direction)

    def _paint_text(
        self, painter: QPainter, inner: QRect, cell: TableCell, direction: Qt.LayoutDirection
    ) -> None:
        theme = current_theme()
        if cell.mark is not None:
            top = inner.top() + (inner.height() - _ICON_SIZE) // 2
            icon = QRect(inner.left(), top, _ICON_SIZE, _ICON_SIZE)
            name = "warning" if cell.mark is StateKind.DANGER else "question"
            paint_icon(
                painter, name, getattr(theme, cell.mark.value), QRectF(visual_rect(direction, inner, icon))
            )
            text_rect = inner.adjusted(_ICON_SIZE + _ICON_GAP, 0, 0, 0)
            inner = visual_rect(direction, inner, text_rect)
        used = _cell_font(strong=cell.is_strong)
        painter.setFont(used)
        painter.setPen(QColor(theme.muted_text if cell.is_muted else theme.text))
        flags = text_flags(direction)
        if cell.is_figure:
            # At the last digit in either direction, so that units stand below units.
            flags &= ~(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignHCenter.value)
            flags |= Qt.AlignmentFlag.AlignRight.value
        text = cell.text
        metrics = QFontMetrics(used)
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, flags, text)


def _cell_font(*, strong: bool) -> QFont:
    return font(BASE_POINTS - 1, QFont.Weight.DemiBold if strong else QFont.Weight.Normal, tabular=True)


def text_width(text: str, *, strong: bool = False) -> int:
    """Return how wide a column must be to show a text whole."""
    return QFontMetrics(_cell_font(strong=strong)).horizontalAdvance(text) + 2 * CELL_PADDING + 2


def dress_table(table: QTableView) -> None:
    """Make a table as wide as its place, its rows all of one height that is never measured."""
    table.setShowGrid(False)
    # Tab leaves the table; the arrows move in it.
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerWidget(QWidget())
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(CELL_HEIGHT)
    rows.setMinimumSectionSize(CELL_HEIGHT)
    columns = table.horizontalHeader()
    columns.setHighlightSections(False)
    # The card's round corners show through.
    columns.setStyleSheet("QHeaderView::section { background: transparent; font-size: 9.5pt; }")


def header_width(text: str) -> int:
    """Return how wide a column must be to show its name whole."""
    return QFontMetrics(font(HEADER_POINTS)).horizontalAdvance(text) + 2 * CELL_PADDING + 4


def header_alignment(*, is_figure: bool) -> Qt.AlignmentFlag:
    """Return the flags of a column's header, so that it stands over what is below it."""
    if is_figure:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
