"""One cell of a table as it is painted: text, an icon, a chip; read from its model in one call.

What is painted is laid out once and kept: shaping Persian anew for every frame is what makes a table stutter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple, Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QStaticText, QTextOption, QTransform
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cashier.ui.locale_format import FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE
from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon, scale_of
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH, Spacing
from cashier.ui.widgets import StateKind, chip_size, paint_chip
from cashier.ui.widgets.painting import paint_box, visual_rect

CELL_HEIGHT: Final = 44
HEADER_POINTS: Final = 9.5
CELL_PADDING: Final = Spacing.M
_ICON_SIZE: Final = 16
_ICON_GAP: Final = 6
_UNIT_GAP: Final = 6
_BAR_HEIGHT: Final = 10
_BAR_SHARE: Final = 0.6
# Several screens full of different texts.
_TEXTS_KEPT: Final = 1500
_CHIPS_KEPT: Final = 200
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_HAS_FOCUS: Final = QStyle.StateFlag.State_HasFocus.value


class TableCell(NamedTuple):
    """What is painted in a cell. A tuple: a table that is scrolled makes thousands of them a second.

    Attributes:
        text: already isolated where its direction is not the screen's.
        is_muted: whether it is of less weight than what stands beside it.
        is_strong: whether it is of more.
        is_figure: whether it lines up with those above and below at its last digit, in either direction.
        mark: what is the matter with it, if anything: an icon and a soft ground; None for nothing.
        chip: its kind and icon, if the text is a state's word.
        icon_name: of an icon before the text; empty for none.
        unit: stands behind a figure, all units below each other; None where no column for them is wanted.
        is_awaited: whether what it says is still being read.
    """

    text: str = ""
    is_muted: bool = False
    is_strong: bool = False
    is_figure: bool = False
    mark: StateKind | None = None
    chip: tuple[StateKind, str] | None = None
    icon_name: str = ""
    unit: str | None = None
    is_awaited: bool = False


class CellModel(Protocol):
    """A model that gives whole cells."""

    def cell(self, row: int, column: int) -> TableCell:
        """Return a cell as it is painted."""


class TableCellDelegate(QStyledItemDelegate):
    """Paints the cells of a model that has `cell`, with one call for each."""

    unit_width = 0
    """How wide the units behind figures may be, in a table whose figures have any."""
    ringed_row: int | None = None
    """The row that has the keys, in a table whose rows are chosen as a whole; None where each cell has them."""

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
        # As a number: to look at a single flag of Qt's takes longer than to paint a line.
        state = option.state.value
        direction: Qt.LayoutDirection = option.direction
        theme = current_theme()
        if state & _SELECTED:
            painter.fillRect(rect, _color(theme.accent_soft))
        elif cell.mark is not None:
            painter.fillRect(rect, _color(getattr(theme, f"{cell.mark.value}_soft")))
        painter.setPen(_color(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.ringed_row is not None:
            if index.row() == self.ringed_row:
                ground = _color(theme.accent)
                painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), FOCUS_WIDTH), ground)
                bottom = rect.bottom() + 1 - FOCUS_WIDTH
                painter.fillRect(QRect(rect.left(), bottom, rect.width(), FOCUS_WIDTH), ground)
        elif state & _HAS_FOCUS:
            painter.save()
            paint_box(
                painter,
                QRectF(rect.adjusted(1, 1, -1, -2)),
                fill=None,
                border=theme.accent,
                border_width=FOCUS_WIDTH,
                radius=4,
            )
            painter.restore()
        inner = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if cell.is_awaited:
            _paint_bar(painter, inner, direction)
        elif cell.chip is not None:
            _paint_chip(painter, inner, cell.text, cell.chip, direction)
        elif cell.text:
            self._paint_text(painter, inner, cell, direction)

    def _paint_text(
        self, painter: QPainter, inner: QRect, cell: TableCell, direction: Qt.LayoutDirection
    ) -> None:
        theme = current_theme()
        icon_name, icon_color = cell.icon_name, theme.muted_text
        if cell.mark is not None:
            icon_name = "warning" if cell.mark is StateKind.DANGER else "question"
            icon_color = getattr(theme, cell.mark.value)
        if icon_name:
            top = inner.top() + (inner.height() - _ICON_SIZE) // 2
            icon = QRect(inner.left(), top, _ICON_SIZE, _ICON_SIZE)
            paint_icon(painter, icon_name, icon_color, QRectF(visual_rect(direction, inner, icon)))
            inner = visual_rect(direction, inner, inner.adjusted(_ICON_SIZE + _ICON_GAP, 0, 0, 0))
        if cell.unit is not None:
            unit = QRect(inner.right() + 1 - self.unit_width, inner.top(), self.unit_width, inner.height())
            painter.setPen(_color(theme.muted_text))
            _paint_line(painter, visual_rect(direction, inner, unit), cell.unit, direction)
            figure = inner.adjusted(0, 0, -self.unit_width - _UNIT_GAP, 0)
            inner = visual_rect(direction, inner, figure)
        painter.setPen(_color(theme.muted_text if cell.is_muted else theme.text))
        _paint_line(painter, inner, cell.text, direction, strong=cell.is_strong, at_last_digit=cell.is_figure)


def _paint_line(
    painter: QPainter,
    inner: QRect,
    text: str,
    direction: Qt.LayoutDirection,
    *,
    strong: bool = False,
    at_last_digit: bool = False,
) -> None:
    rtl = direction == Qt.LayoutDirection.RightToLeft
    laid_out, width, height = _laid_out(text, inner.width(), rtl=rtl, strong=strong, figure=at_last_digit)
    painter.setFont(_cell_font(strong=strong, figure=at_last_digit))
    # A figure at its last digit in either direction, so that units stand below units.
    left = inner.right() + 1 - width if rtl or at_last_digit else inner.left()
    painter.drawStaticText(left, inner.top() + (inner.height() - height) // 2, laid_out)


@lru_cache(maxsize=_TEXTS_KEPT)
def _laid_out(text: str, room: int, *, rtl: bool, strong: bool, figure: bool) -> tuple[QStaticText, int, int]:
    """Return a text of one line, cut only if it must be to fit into `room`, and how wide and high it is."""
    used = _cell_font(strong=strong, figure=figure)
    metrics = QFontMetrics(used)
    text, rtl = _without_isolate(text, rtl=rtl)
    width = metrics.horizontalAdvance(text)
    if width > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
    # A pixel more, or rounding would break the line.
    width += 1
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextOption(option)
    made.setTextWidth(width)
    made.prepare(QTransform(), used)
    return made, width, ceil(made.size().height())


def _without_isolate(text: str, *, rtl: bool) -> tuple[str, bool]:
    """Return a text that is one isolate as a whole without its marks, and whether it runs from the right.

    The marks are in no font of ours: those of another, in their place, would move the line up or down.
    """
    inner = text[1:-1]
    if text[-1] != POP_ISOLATE or POP_ISOLATE in inner:
        return text, rtl
    if text[0] == LEFT_TO_RIGHT_ISOLATE:
        return inner, False
    if text[0] == FIRST_STRONG_ISOLATE:
        strong = (unicodedata.bidirectional(character) for character in inner)
        return inner, next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)
    return text, rtl


def _paint_chip(
    painter: QPainter,
    inner: QRect,
    text: str,
    chip: tuple[StateKind, str],
    direction: Qt.LayoutDirection,
) -> None:
    rtl = direction == Qt.LayoutDirection.RightToLeft
    made = _chip_pixmap(text, *chip, current_theme().name, scale_of(painter), rtl=rtl)
    size = made.deviceIndependentSize().toSize()
    top = inner.top() + (inner.height() - size.height()) // 2
    left = max(inner.left(), inner.right() + 1 - size.width()) if rtl else inner.left()
    painter.drawPixmap(left, top, made)


@lru_cache(maxsize=_CHIPS_KEPT)
def _chip_pixmap(
    text: str, kind: StateKind, icon_name: str, theme_name: str, ratio: float, *, rtl: bool
) -> QPixmap:
    """Return a chip as a picture; the theme's name is there to have one for each."""
    del theme_name
    size = chip_size(text)
    made = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    paint_chip(painter, QRect(QPoint(), size), kind, text, icon_name=icon_name, direction=direction)
    painter.end()
    return made


def _paint_bar(painter: QPainter, inner: QRect, direction: Qt.LayoutDirection) -> None:
    """Paint what stands where a text will be."""
    top = inner.top() + (inner.height() - _BAR_HEIGHT) // 2
    bar = QRect(inner.left(), top, int(inner.width() * _BAR_SHARE), _BAR_HEIGHT)
    painter.fillRect(visual_rect(direction, inner, bar), _color(current_theme().neutral_soft))


@lru_cache(maxsize=64)
def _color(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=4)
def _cell_font(*, strong: bool, figure: bool) -> QFont:
    # Figures stand below each other by their places; times and numbers are only read, and keep together.
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    return font(BASE_POINTS - 1, weight, tabular=figure)


def text_width(text: str, *, strong: bool = False) -> int:
    """Return how wide a column must be to show a text whole."""
    return (
        QFontMetrics(_cell_font(strong=strong, figure=strong)).horizontalAdvance(text) + 2 * CELL_PADDING + 2
    )


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
