"""Hands a receipt's words to whichever printer the shop chose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from cashier.services.preferences import Preferences, ReceiptPrinter, Switch
from cashier.services.thermal_printer import (
    PrinterAddressError,
    PrinterError,
    PrinterUnreachableError,
    escpos_of,
    printer_at,
)
from cashier.ui.receipts.paper import PAPERS, PaperSize
from cashier.ui.receipts.receipt_output import raster_of
from cashier.ui.receipts.receipt_text import ReceiptText
from cashier.ui.widgets.words import Words


class ReceiptHandOut(QObject):
    """Prints, and says in words what kept a receipt from being printed.

    Args:
        window: what the system's dialog opens over.
        preferences: returns what holds now.
    """

    def __init__(self, window: QWidget, preferences: Callable[[], Preferences]) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences

    @property
    def paper(self) -> PaperSize:
        """What is printed on."""
        return PAPERS[self._preferences().receipt_paper]

    @property
    def logo(self) -> QImage | None:
        """The picture over the shop's name; None if there is none, or it is not there any more."""
        path = self._preferences().receipt_logo
        picture = QImage(path) if path else QImage()
        return None if picture.isNull() else picture

    @property
    def is_direct(self) -> bool:
        """Whether the printer is spoken to without the system's dialog."""
        return self._preferences().receipt_printer is ReceiptPrinter.DIRECT

    async def print_directly(self, text: ReceiptText, *, opens_drawer: bool) -> Words:
        """Print on the receipt printer; return why it failed, empty if it did not."""
        preferences = self._preferences()
        kicks_drawer = opens_drawer and preferences.receipt_drawer is Switch.ON
        try:
            printer = printer_at(preferences.receipt_address)
            await printer.send(escpos_of(raster_of(text, self.paper, self.logo), kicks_drawer=kicks_drawer))
        except PrinterAddressError:
            return lambda: self.tr(
                "The receipt printer has no proper address. Give it under Settings, Receipts."
            )
        except PrinterUnreachableError:
            return lambda: self.tr(
                "The receipt printer does not answer. Is it switched on, and is its cable in?"
            )
        except PrinterError:
            return lambda: self.tr(
                "The receipt printer did not take the whole receipt. Look at its paper, then print again."
            )
        return ""

    def print_by_system(
        self, text: ReceiptText, *, printed: Callable[[], None], failed: Callable[[Words], None]
    ) -> None:
        """Ask which of the system's printers, and print there; one of the two is called unless it is given up."""
        from cashier.ui.receipts.system_printing import SystemPrinting  # noqa: PLC0415  # brings in the printing

        printing = SystemPrinting(self._window)
        if not printing.has_printer():
            failed(
                lambda: self.tr(
                    "The system knows no printer. Add one there, or give a receipt printer's address under"
                    " Settings, Receipts; until then a receipt can be saved as a PDF."
                )
            )
            return
        printing.printed.connect(printed)
        printing.refused.connect(lambda: failed(lambda: self.tr("The printer did not take the receipt.")))
        printing.ask(text, self.paper, self.logo)
