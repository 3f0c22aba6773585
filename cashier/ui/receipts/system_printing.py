"""Printing through the printers the system knows, with its own dialog."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from cashier.ui.receipts.paper import PaperSize
from cashier.ui.receipts.receipt_output import NotPrintedError, print_on
from cashier.ui.receipts.receipt_text import ReceiptText


class SystemPrinting(QObject):
    """Asks which printer, and hands the receipt over.

    Signals:
        printed: a printer has taken it.
        refused: the chosen one did not.
    """

    printed = Signal()
    refused = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def has_printer(self) -> bool:
        """Say whether the system knows any."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask(self, text: ReceiptText, paper: PaperSize, logo: QImage | None) -> None:
        """Open the system's dialog, and print on what is chosen there."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("receipt.printDialog")

        def print_now() -> None:
            try:
                print_on(printer, text, paper, logo)
            except NotPrintedError:
                self.refused.emit()
            else:
                self.printed.emit()

        dialog.accepted.connect(print_now)
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name; this is all that it does besides.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
