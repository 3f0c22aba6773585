"""Lays a receipt out in the dots of whatever it is painted on: a screen, a page, a thermal printer's row.

Qt shapes the text, so that letters join and words run in their own direction. Sizes follow the paper's width, and a
receipt is as tall as what it says.
"""

from __future__ import annotations

import math
from typing import Final

import segno
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption

from cashier.ui.receipts.paper import PaperSize
from cashier.ui.receipts.receipt_text import ReceiptText
from cashier.ui.style.fonts import font

_BLACK: Final = QColor("black")
_WHITE: Final = QColor("white")

# In ordinary text sizes.
_SHOP_SIZE: Final = 1.45
_TITLE_SIZE: Final = 1.15
_AMOUNT_SIZE: Final = 2.1
_SMALLEST_AMOUNT_SIZE: Final = 0.8
_GAP: Final = 0.7
_LABEL_SHARE: Final = 0.36
_CODE_SHARE: Final = 0.42
_MOST_CODE_TEXTS: Final = 8.0
_LOGO_TEXTS: Final = 6.0
_QUIET_MODULES: Final = 2
_CENTER: Final = Qt.AlignmentFlag.AlignHCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class _Paragraph:
    """A text in lines of one width, all about as long: no word is left alone in the last one."""

    def __init__(
        self,
        text: str,
        typeface: QFont,
        width: float,
        alignment: Qt.AlignmentFlag,
        direction: Qt.LayoutDirection,
    ) -> None:
        self._layout = QTextLayout(text, typeface)
        # Of the typeface alone: what is invisible comes from some other font of the system and would make its line
        # taller, so that a label and its value no longer stood on one line.
        metrics = QFontMetricsF(typeface)
        # Whole dots, or a thermal printer blurs the letters.
        self._line_height, self._ascent = math.ceil(metrics.height()), round(metrics.ascent())
        self._alignment = alignment
        self._direction = direction
        self._width = self._least_width(width)
        if alignment == _LEFT:
            self._inset = 0.0
        else:
            self._inset = (width - self._width) / (2 if alignment == _CENTER else 1)
        self._lay_out(self._width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.height = float(self.line_count * self._line_height)

    @property
    def line_count(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with its upper left corner there."""
        self._layout.draw(painter, QPointF(left + self._inset, top))

    def _least_width(self, most: float) -> float:
        """Return the width in which the text takes no more lines than in `most`, no word of it broken."""
        if not self._lay_out(most, QTextOption.WrapMode.WordWrap):
            return most
        lines = self.line_count
        least = most / 2 if lines > 1 else most
        while most - least > 1:
            middle = (least + most) / 2
            fits = self._lay_out(middle, QTextOption.WrapMode.WordWrap) and self.line_count <= lines
            least, most = (least, middle) if fits else (middle, most)
        return most

    def _lay_out(self, width: float, wrapping: QTextOption.WrapMode) -> bool:
        """Set the text in lines; return whether every word had room in its line."""
        option = QTextOption(self._alignment)
        option.setTextDirection(self._direction)
        option.setWrapMode(wrapping)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        top, widest = 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + self._ascent - line.ascent()))
            top += self._line_height
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        return widest <= width


class ReceiptLayout:
    """One receipt laid out for one paper at one resolution.

    Args:
        text: what it says.
        paper: what it is printed on.
        dots_per_mm: of what it is painted on.
        logo: stands over the shop's name; None for none.
    """

    def __init__(
        self, text: ReceiptText, paper: PaperSize, dots_per_mm: float, logo: QImage | None = None
    ) -> None:
        self._text = text
        self._logo = logo
        self._width = paper.printed_mm * dots_per_mm
        self._dots_per_mm = dots_per_mm
        self._size = paper.text_mm * dots_per_mm
        self.height_dots = self._run(None)

    @property
    def height_mm(self) -> float:
        """How tall the receipt is."""
        return self.height_dots / self._dots_per_mm

    def paint(self, painter: QPainter) -> None:
        """Paint the receipt in black, its upper left corner at the painter's origin."""
        painter.setPen(_BLACK)
        self._run(painter)

    def _run(self, painter: QPainter | None) -> float:
        """Go through the receipt from top to bottom, painting if there is a painter; return how tall it is."""
        text, gap = self._text, self._size * _GAP
        top = self._copy_mark(painter, 0.0) if text.copy_mark else 0.0
        if self._logo is not None and not self._logo.isNull():
            top = self._picture(painter, top, self._logo) + gap
        top = self._centered(painter, top, text.shop_name, _SHOP_SIZE, QFont.Weight.DemiBold)
        top = self._centered(painter, top, text.title, _TITLE_SIZE, QFont.Weight.Medium) + gap
        top = self._rule(painter, top) + gap / 2
        top = self._amount(painter, top)
        for note in text.amount_notes:
            top = self._centered(painter, top, note, 1.0, QFont.Weight.Normal)
        top = self._rule(painter, top + gap / 2) + gap
        for label, value in text.rows:
            top = self._row(painter, top, label, value) + gap / 3
        if text.code:
            top = self._code(painter, top + gap, text.code)
        if text.footer:
            top = self._centered(painter, top + gap, text.footer, 1.0, QFont.Weight.Normal)
        return top + gap

    def _font(self, size: float, weight: QFont.Weight, *, tabular: bool = False) -> QFont:
        made = font(weight=weight, tabular=tabular)
        made.setPixelSize(max(1, round(self._size * size)))
        return made

    def _paragraph(
        self, text: str, size: float, weight: QFont.Weight, width: float, alignment: Qt.AlignmentFlag
    ) -> _Paragraph:
        return _Paragraph(text, self._font(size, weight), width, alignment, self._text.direction)

    def _centered(
        self, painter: QPainter | None, top: float, text: str, size: float, weight: QFont.Weight
    ) -> float:
        paragraph = self._paragraph(text, size, weight, self._width, _CENTER)
        if painter is not None:
            paragraph.draw(painter, 0, top)
        return top + paragraph.height

    def _amount(self, painter: QPainter | None, top: float) -> float:
        # A sum is never broken into two lines: it is set as small as it must be.
        size = _AMOUNT_SIZE
        while True:
            paragraph = self._paragraph(self._text.amount, size, QFont.Weight.DemiBold, self._width, _CENTER)
            if paragraph.line_count <= 1 or size <= _SMALLEST_AMOUNT_SIZE:
                break
            size *= 0.92
        if painter is not None:
            paragraph.draw(painter, 0, top)
        return top + paragraph.height

    def _row(self, painter: QPainter | None, top: float, label: str, value: str) -> float:
        label_width = self._width * _LABEL_SHARE
        value_width = self._width - label_width
        # A bare text layout does not mirror its alignment.
        is_mirrored = self._text.direction == Qt.LayoutDirection.RightToLeft
        leading, trailing = (_RIGHT, _LEFT) if is_mirrored else (_LEFT, _RIGHT)
        named = self._paragraph(label, 1.0, QFont.Weight.Normal, label_width, leading)
        said = self._paragraph(value, 1.0, QFont.Weight.Medium, value_width, trailing)
        if painter is not None:
            named.draw(painter, value_width if is_mirrored else 0, top)
            said.draw(painter, 0 if is_mirrored else label_width, top)
        return top + max(named.height, said.height)

    def _rule(self, painter: QPainter | None, top: float) -> float:
        thickness = max(1.0, round(self._size / 14))
        if painter is not None:
            painter.fillRect(QRectF(0, round(top), self._width, thickness), _BLACK)
        return top + thickness

    def _copy_mark(self, painter: QPainter | None, top: float) -> float:
        paragraph = self._paragraph(
            self._text.copy_mark, _TITLE_SIZE, QFont.Weight.DemiBold, self._width, _CENTER
        )
        inset = self._size * _GAP / 2
        if painter is not None:
            painter.fillRect(QRectF(0, top, self._width, paragraph.height + 2 * inset), _BLACK)
            painter.setPen(_WHITE)
            paragraph.draw(painter, 0, top + inset)
            painter.setPen(_BLACK)
        return top + paragraph.height + 2 * inset + self._size * _GAP

    def _picture(self, painter: QPainter | None, top: float, picture: QImage) -> float:
        most_height = self._size * _LOGO_TEXTS
        scale = min(self._width / picture.width(), most_height / picture.height())
        width, height = picture.width() * scale, picture.height() * scale
        if painter is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF((self._width - width) / 2, top, width, height), picture)
        return top + height

    def _code(self, painter: QPainter | None, top: float, code: str) -> float:
        matrix = tuple(segno.make_qr(code, error="m").matrix)
        modules = len(matrix) + 2 * _QUIET_MODULES
        # Whole dots each, or a thermal printer blurs the edges that telephones look for.
        most = min(self._width * _CODE_SHARE, self._size * _MOST_CODE_TEXTS)
        module = max(1, int(most // modules))
        left = round((self._width - module * modules) / 2) + module * _QUIET_MODULES
        if painter is not None:
            for y, row in enumerate(matrix):
                for x, is_dark in enumerate(row):
                    if is_dark:
                        place = QRectF(left + x * module, round(top) + y * module, module, module)
                        painter.fillRect(place, _BLACK)
        return top + module * (modules - _QUIET_MODULES)
