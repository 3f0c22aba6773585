"""The papers a receipt can be printed on, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from cashier.services.preferences import ReceiptPaper

# What thermal printers have: 203 dots an inch.
DOTS_PER_MM: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSize:
    """One kind of paper.

    Attributes:
        width_mm: of the paper.
        printed_mm: of what is printed on it.
        text_mm: how tall the letters' line of ordinary text is set, as a font's size.
        height_mm: of a sheet; None for a roll, which is as long as the receipt.
    """

    width_mm: float
    printed_mm: float
    text_mm: float
    height_mm: float | None = None

    @property
    def printed_dots(self) -> int:
        """How many dots of a thermal printer lie side by side: always whole bytes of eight."""
        return int(self.printed_mm * DOTS_PER_MM)

    def page(self, content_height_mm: float) -> QPageLayout:
        """Return the page a receipt of that height is put on: the sheet, or as much of the roll as it needs."""
        side_mm = (self.width_mm - self.printed_mm) / 2
        height_mm = self.height_mm or content_height_mm + 2 * side_mm
        size = QPageSize(QSizeF(self.width_mm, height_mm), QPageSize.Unit.Millimeter)
        margins = QMarginsF(side_mm, side_mm, side_mm, side_mm)
        return QPageLayout(
            size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter, QMarginsF()
        )


PAPERS: Final = {
    ReceiptPaper.ROLL_58: PaperSize(width_mm=58, printed_mm=48, text_mm=3.0),
    ReceiptPaper.ROLL_80: PaperSize(width_mm=80, printed_mm=72, text_mm=3.3),
    ReceiptPaper.A5: PaperSize(width_mm=148, printed_mm=112, text_mm=4.0, height_mm=210),
    ReceiptPaper.A4: PaperSize(width_mm=210, printed_mm=150, text_mm=4.4, height_mm=297),
}
