"""The screens on which payments are taken, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cashier.ui.locale_format import plain
from tests.visual.journeys import Desk, Look, journey


@journey
def payment_form(desk: Desk) -> Iterator[Look]:
    """Empty as in the morning, typed into, and sent with something missing."""
    counter = desk.counter
    counter.go_to("nav.payment")
    yield Look("payment_empty")
    counter.fill("12500000", unit="IRR")
    yield Look("payment_typed")
    counter.fill("1.000", unit="USDT", customer="")
    counter.press("payment.send")
    yield Look("payment_wrong")


@journey
def payment_with_code(desk: Desk) -> Iterator[Look]:
    """The customer has a code; it is mistyped, then right; the receipt."""
    counter = desk.counter
    code = _ask_for_code(desk)
    yield Look("payment_code")
    right = desk.sandbox.control.open_requests()[-1].code
    QTest.keyClicks(code, "000000" if right != "000000" else "111111")
    counter.press("paymentDialog.confirm")
    counter.wait_until(lambda: code.accessibleDescription() != "")
    yield Look("payment_wrong_code")
    QTest.keyClicks(code, right)
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    yield Look("payment_paid")
    counter.press("paymentDialog.secondary")
    counter.wait_until(lambda: desk.button("receipt.print").isEnabled())
    yield Look("receipt")


@journey
def payment_token(desk: Desk) -> Iterator[Look]:
    """The customer pays with a token."""
    counter = desk.counter
    counter.go_to("nav.payment")
    counter.choose("resid")
    counter.fill("250000")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")
    yield Look("payment_token")


@journey
def payment_refused(desk: Desk) -> Iterator[Look]:
    """The provider said no, in another language than the screen's and with marks that would turn the line."""
    words = "\u202eالحساب غير معروف\u2066 DB-12"
    desk.sandbox.control.fault("refuse", "digibank", "request", code="12", message=words)
    desk.counter.go_to("nav.payment")
    desk.counter.fill("12.5", unit="USDT")
    desk.counter.press("payment.send")
    desk.counter.until_state("declined")
    yield Look("payment_refused")


@journey
def payments_of_today(desk: Desk) -> Iterator[Look]:
    """Requests that are on their way, refused, kept and paid stand beside the form; one runs out of time."""
    counter, control = desk.counter, desk.sandbox.control
    counter.go_to("nav.payment")
    control.fault("hold_before", "digibank", "request")
    counter.fill("12.5", unit="USDT")
    counter.press("payment.send")
    counter.wait_until(control.held)
    yield Look("payment_sending")
    control.release()
    code = counter.until_code()
    QTest.keyClicks(code, control.open_requests()[-1].code)
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    counter.press("paymentDialog.primary")
    counter.until_closed()
    counter.fill("980", unit="USD")
    counter.press("payment.draft")
    counter.until_open(1)
    control.fault("refuse", "digibank", "request", code="12", message="account unknown")
    counter.fill("1250", unit="USDT")
    counter.press("payment.send")
    counter.until_state("declined")
    counter.press("paymentDialog.close")
    counter.until_closed()
    control.put_account("digibank", request_life_s=1)
    counter.fill("0.75", unit="USDT")
    counter.press("payment.send")
    counter.until_state("expired")
    yield Look("payment_expired")
    counter.press("paymentDialog.close")
    counter.until_closed()
    yield Look("payment_list")


@journey
def payment_unknown(desk: Desk) -> Iterator[Look]:
    """The answer was lost, and so was the one after it; nobody but a manager can tell."""
    counter, control = desk.counter, desk.sandbox.control
    counter.go_to("nav.payment")
    counter.fill("3.25", unit="USD")
    counter.press("payment.draft")
    counter.until_open(1)
    code = _ask_for_code(desk)
    reference = _reference(desk)
    control.fault("reset_before", "digibank", "finalize")
    control.fault("error_before", "digibank", "list", times=None)
    QTest.keyClicks(code, control.open_requests()[-1].code)
    counter.press("paymentDialog.confirm")
    counter.until_state("unknown")
    yield Look("payment_unknown")
    counter.press("paymentDialog.close")
    counter.until_closed()
    counter.go_to("nav.attention")
    counter.wait_until(lambda: counter.window.findChildren(QPushButton, f"attention.decide.{reference}"))
    yield Look("attention_open")
    counter.press(f"attention.decide.{reference}")
    counter.wait_until(lambda: desk.button("decide.confirm").isEnabled())
    counter.press("decide.confirm")
    yield Look("payment_decision")


def _ask_for_code(desk: Desk) -> Any:
    desk.counter.go_to("nav.payment")
    desk.counter.fill("12.5", unit="USDT")
    desk.counter.press("payment.send")
    return desk.counter.until_code()


def _reference(desk: Desk) -> str:
    return plain(desk.counter.text("paymentDialog.reference"))
