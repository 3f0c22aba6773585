"""Shapes that several widgets paint alike: boxes with a crisp border, key chips, text on a line."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from cashier.ui.style.fonts import font
from cashier.ui.style.tokens import RADIUS

_KEY_POINTS: Final = 8.5
_KEY_PADDING: Final = QSize(7, 2)
_KEY_RADIUS: Final = 4.0


def paint_box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: str | None,
    border: str | None,
    border_width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Paint a rounded box wholly inside `rect`, its border on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = border_width / 2 if border else 0.0
    painter.setPen(QPen(QColor(border), border_width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def visual_rect(direction: Qt.LayoutDirection, outer: QRect, logical: QRect) -> QRect:
    """Return `logical`, measured from the leading edge of `outer`, as it lies on the screen."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return logical
    return QRect(
        outer.left() + outer.right() - logical.right(), logical.top(), logical.width(), logical.height()
    )


def text_flags(direction: Qt.LayoutDirection, *, centered: bool = False) -> int:
    """Return the flags that draw one line of text from the leading edge (or in the middle), in the direction of the screen."""
    rtl = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    if centered:
        side = Qt.AlignmentFlag.AlignHCenter
    forced = Qt.TextFlag.TextForceRightToLeft if rtl else Qt.TextFlag.TextForceLeftToRight
    aligned = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return aligned.value | forced.value | Qt.TextFlag.TextSingleLine.value


def key_font() -> QFont:
    """Return the font of key chips."""
    return font(_KEY_POINTS, QFont.Weight.Medium)


def key_size(text: str) -> QSize:
    """Return the size of a key chip that says `text`."""
    metrics = QFontMetrics(key_font())
    return QSize(
        metrics.horizontalAdvance(text) + 2 * _KEY_PADDING.width(),
        metrics.height() + 2 * _KEY_PADDING.height(),
    )


def paint_key(painter: QPainter, rect: QRectF, text: str, color: str) -> None:
    """Paint a key chip ("Enter", "Ctrl L") into `rect`; keys are named in Latin letters in every language."""
    outline = QColor(color)
    outline.setAlphaF(0.6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _KEY_RADIUS, _KEY_RADIUS)
    painter.setPen(QColor(color))
    painter.setFont(key_font())
    painter.drawText(rect, text_flags(Qt.LayoutDirection.LeftToRight, centered=True), text)


def paint_arc(painter: QPainter, rect: QRectF, color: str, start_degrees: float) -> None:
    """Paint the three-quarter ring of something at work."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(rect.adjusted(1.5, 1.5, -1.5, -1.5), round(-start_degrees * 16), 270 * 16)


def centered_rect(outer: QRectF, size: QSize) -> QRectF:
    """Return a rectangle of `size` in the middle of `outer`, on whole pixels."""
    corner = outer.center() - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(round(corner.x()), round(corner.y()), size.width(), size.height())


_HEIGHTS_KEPT: Final = 1000
_heights: dict[tuple[str, str, float, Qt.LayoutDirection], int] = {}


def _laid_out(
    text: str, font_used: QFont, width: float, direction: Qt.LayoutDirection, alignment: Qt.AlignmentFlag
) -> tuple[QTextLayout, float]:
    # QPainter.drawText counts the space at which a line was broken: in right-to-left text every line but the
    # last would stand a space away from its edge. QTextLayout does not.
    layout = QTextLayout(text.replace("\n", "\u2028"), font_used)
    option = QTextOption(alignment | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(direction)
    # A word longer than the line is broken rather than cut.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout, height


def wrapped_height(text: str, font_used: QFont, width: float, direction: Qt.LayoutDirection) -> int:
    """Return how high `text` is when wrapped into `width`; nought for no text."""
    if not text:
        return 0
    # Layouts ask for it many times before they settle, and laying letters out takes longer than all else they do.
    key = (text, font_used.key(), width, direction)
    height = _heights.get(key)
    if height is None:
        height = ceil(_laid_out(text, font_used, width, direction, Qt.AlignmentFlag.AlignLeft)[1])
        if len(_heights) >= _HEIGHTS_KEPT:
            _heights.clear()
        _heights[key] = height
    return height


def paint_wrapped(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    direction: Qt.LayoutDirection,
    alignment: Qt.AlignmentFlag | None = None,
) -> None:
    """Paint `text` with the painter's font and pen, wrapped into `rect` and centred from top to bottom.

    `direction` is that of the text; `alignment` is absolute, and the edge where `direction` starts if left out.
    """
    rtl = direction == Qt.LayoutDirection.RightToLeft
    side = alignment or (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    layout, height = _laid_out(text, painter.font(), rect.width(), direction, side)
    top = rect.top() + max(0.0, (rect.height() - height) / 2)
    layout.draw(painter, QPointF(rect.left(), round(top)))
