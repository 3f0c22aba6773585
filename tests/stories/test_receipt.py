"""The receipt of a payment: seen, printed, kept as a PDF, printed again as a copy."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QPushButton

from cashier.domain.history import ItemKind
from cashier.services.preferences import ReceiptPrinter, Switch
from cashier.storage import events
from cashier.ui.receipt_sheet import ReceiptSheet
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.widgets import Banner

KICK = b"\x1bp\x00\x19\xfa"


@pytest.fixture
def paid(counter, sandbox):
    """Return the counter, with a payment that has just been paid in its dialog."""
    counter.fill("12.5")
    counter.enter("payment.customer")
    QTest.keyClicks(counter.until_code(), sandbox.control.open_requests()[-1].code)
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    return counter


def open_receipt(counter: Any) -> ReceiptSheet:
    """Press Receipt and wait until it can be printed."""
    counter.press("paymentDialog.secondary")
    counter.wait_until(lambda: counter.window.findChildren(ReceiptSheet))
    sheet = counter.find(ReceiptSheet, "receipt")
    counter.wait_until(lambda: not counter.find(QLabel, "receipt.preview").pixmap().isNull())
    return sheet


def printed(till: Any, run: Any, payment_id: str) -> int:
    """Return how often a receipt was handed out, as the till remembers it."""
    happened = run(till.database.read(lambda connection: events.of_subject(connection, payment_id)))
    return sum(event.kind == "receipt_printed" for event in happened)


def use_device(till: Any, run: Any, path: Path) -> None:
    """Have receipts printed on a device that is a file."""
    path.touch()
    run(
        till.preferences.change(
            receipt_printer=ReceiptPrinter.DIRECT, receipt_address=str(path), receipt_drawer=Switch.ON
        )
    )


def test_a_receipt_is_printed_once_and_then_as_a_copy(paid, till, run, tmp_path):
    """The drawer opens with the first one only; the second is longer by its mark, and both are remembered."""
    device = tmp_path / "receipts"
    use_device(till, run, device)
    sheet = open_receipt(paid)
    payment = paid.dialog().payment
    paid.press("receipt.print")
    paid.wait_until(lambda: "Printed." in paid.find(Banner, "receipt.notice").text())
    first = device.read_bytes()
    assert first.startswith(b"\x1b@\x1dv0")
    assert first.endswith(KICK)
    assert printed(till, run, payment.id) == 1
    paid.wait_until(lambda: sheet.is_copy)
    paid.press("receipt.print")
    paid.wait_until(lambda: device.stat().st_size > len(first))
    paid.wait_until(lambda: paid.find(QPushButton, "receipt.print").isEnabled())
    assert printed(till, run, payment.id) == 2
    copy = device.read_bytes()[len(first) :]
    assert len(copy) > len(first)
    assert not copy.endswith(KICK)
    sheet.reject()


def test_a_printer_that_is_off_loses_nothing(paid, till, run, tmp_path):
    """What is wrong is said, the sheet stays, nothing is remembered as printed; then it prints."""
    run(
        till.preferences.change(
            receipt_printer=ReceiptPrinter.DIRECT, receipt_address=str(tmp_path / "off" / "lp0")
        )
    )
    open_receipt(paid)
    payment = paid.dialog().payment
    paid.press("receipt.print")
    paid.wait_until(lambda: "does not answer" in paid.find(Banner, "receipt.notice").text())
    assert printed(till, run, payment.id) == 0
    use_device(till, run, tmp_path / "on")
    paid.press("receipt.print")
    paid.wait_until(lambda: "Printed." in paid.find(Banner, "receipt.notice").text())
    assert printed(till, run, payment.id) == 1


def test_a_receipt_is_kept_as_a_pdf(paid, till, run, tmp_path):
    """Where the person says, whole, and remembered as handed out."""
    open_receipt(paid)
    payment = paid.dialog().payment
    paid.press("receipt.pdf")
    paid.wait_until(lambda: paid.window.findChildren(QFileDialog, "receipt.saveDialog"))
    dialog = paid.find(QFileDialog, "receipt.saveDialog")
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "mine"))
    dialog.accept()
    paid.wait_until(lambda: "Saved." in paid.find(Banner, "receipt.notice").text())
    assert printed(till, run, payment.id) == 1
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")


def test_without_a_printer_the_way_on_is_said(paid, monkeypatch):
    """The system knows none: a receipt printer or a PDF."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  # it brings in the printing

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    open_receipt(paid)
    paid.press("receipt.print")
    paid.wait_until(lambda: "saved as a PDF" in paid.find(Banner, "receipt.notice").text())


def test_what_moved_no_money_has_no_receipt(counter, till, run):
    """A draft is told apart, and nothing can be printed."""
    counter.fill("12.5")
    counter.press("payment.draft")
    counter.until_open(1)
    (draft,) = run(till.payments.still_open())
    sheet = ReceiptSheet(counter.window, till, ItemKind.PAYMENT, draft.id, pytest.fail)
    sheet.open()
    counter.wait_until(lambda: "no receipt" in counter.find(Banner, "receipt.notice").text())
    sheet.reject()


def test_settings_print_a_test_page(counter, till, run, tmp_path):
    """On the printer whose address was just typed; one that is no address is said beside the field."""
    device = tmp_path / "printer"
    device.touch()
    counter.go_to("nav.settings")
    counter.wait_until(lambda: counter.window.findChildren(SegmentedChoice))
    QTest.mouseClick(counter.find(QAbstractButton, "settings.receipts.direct"), Qt.MouseButton.LeftButton)
    counter.wait_until(lambda: counter.find(QLineEdit, "settings.receipts.address").isVisible())
    counter.type("settings.receipts.address", "no address")
    counter.enter("settings.receipts.address")
    counter.wait_until(lambda: "path of a device" in counter.said())
    counter.type("settings.receipts.address", str(device))
    counter.enter("settings.receipts.address")
    counter.wait_until(lambda: till.preferences.current.receipt_address == str(device))
    counter.press("settings.receipts.test")
    counter.wait_until(lambda: "was printed" in counter.find(Banner, "settings.receipts.notice").text())
    assert device.read_bytes().startswith(b"\x1b@")
    run(asyncio.sleep(0))
