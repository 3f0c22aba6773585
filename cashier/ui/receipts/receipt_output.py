"""How a laid-out receipt leaves the till: a picture to look at, a PDF, the system's printer, a thermal printer's dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter, QPdfWriter

from cashier.services.thermal_printer import Raster
from cashier.ui.receipts.paper import DOTS_PER_MM, PaperSize
from cashier.ui.receipts.receipt_layout import ReceiptLayout
from cashier.ui.receipts.receipt_text import ReceiptText

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MM_IN_INCH: Final = 25.4
_PDF_DPI: Final = 600
# Ordinary text of a preview is never smaller.
_LEAST_TEXT_UNITS: Final = 11.0


class NotPrintedError(Exception):
    """The system's printer took nothing."""


def picture_of(text: ReceiptText, paper: PaperSize, dots_per_mm: float, logo: QImage | None = None) -> QImage:
    """Return what is printed of the receipt, without the paper's margins."""
    layout = ReceiptLayout(text, paper, dots_per_mm, logo)
    width = round(paper.printed_mm * dots_per_mm)
    picture = QImage(width, max(1, round(layout.height_dots)), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    layout.paint(painter)
    painter.end()
    return picture


def preview_of(
    text: ReceiptText, paper: PaperSize, room: QSizeF, pixel_ratio: float, logo: QImage | None = None
) -> QImage:
    """Return the sheet of paper with the receipt on it, as large as the room lets it be and still be read.

    Args:
        text: what it says.
        paper: what it is printed on.
        room: in the screen's units.
        pixel_ratio: how many of the screen's dots such a unit is.
        logo: stands over the shop's name.
    """
    page = paper.page(ReceiptLayout(text, paper, DOTS_PER_MM, logo).height_mm)
    size_mm = page.fullRect(QPageLayout.Unit.Millimeter).size()
    units_per_mm = min(room.width() / size_mm.width(), room.height() / size_mm.height())
    units_per_mm = max(units_per_mm, _LEAST_TEXT_UNITS / paper.text_mm)
    dots_per_mm = units_per_mm * pixel_ratio
    sheet = QImage((size_mm * dots_per_mm).toSize(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    side = (paper.width_mm - paper.printed_mm) / 2 * dots_per_mm
    painter = QPainter(sheet)
    painter.translate(side, side)
    ReceiptLayout(text, paper, dots_per_mm, logo).paint(painter)
    painter.end()
    sheet.setDevicePixelRatio(pixel_ratio)
    return sheet


def raster_of(text: ReceiptText, paper: PaperSize, logo: QImage | None = None) -> Raster:
    """Return the receipt in a thermal printer's dots, black and white."""
    picture = picture_of(text, paper, DOTS_PER_MM, logo)
    width = paper.printed_dots
    sharp = picture.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    )
    # Qt's two colours may come either way round; a printer's 1 is black.
    if QColor(sharp.color(0)).lightness() < QColor(sharp.color(1)).lightness():
        sharp.invertPixels()
    width_bytes, stride = width // 8, sharp.bytesPerLine()
    data = bytes(sharp.constBits())
    rows = [data[row * stride : row * stride + width_bytes] for row in range(sharp.height())]
    return Raster(width_bytes=width_bytes, rows=len(rows), bits=b"".join(rows))


def pdf_of(text: ReceiptText, paper: PaperSize, logo: QImage | None = None) -> bytes:
    """Return the receipt as a PDF of its paper's size."""
    dots_per_mm = _PDF_DPI / _MM_IN_INCH
    layout = ReceiptLayout(text, paper, dots_per_mm, logo)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(paper.page(layout.height_mm))
    writer.setTitle(text.title)
    painter = QPainter(writer)
    layout.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def print_on(printer: QPrinter, text: ReceiptText, paper: PaperSize, logo: QImage | None = None) -> None:
    """Hand the receipt to one of the system's printers.

    Raises:
        NotPrintedError: if the printer does not take it.
    """
    dots_per_mm = printer.resolution() / _MM_IN_INCH
    layout = ReceiptLayout(text, paper, dots_per_mm, logo)
    printer.setPageLayout(paper.page(layout.height_mm))
    printer.setDocName(text.title)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrintedError(printer.printerName())
    layout.paint(painter)
    if not painter.end():
        raise NotPrintedError(printer.printerName())
