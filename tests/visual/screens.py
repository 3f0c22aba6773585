"""Every screen of the till, brought about as a person brings it about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from cashier.sandbox.server import SandboxServer
from cashier.services.till import Till
from cashier.ui.widgets import Sheet
from tests.stories.payout_counter import PayoutCounter

IBAN_SENT_BACK = "IR062960000000100324200001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a screen is brought about with."""

    counter: PayoutCounter
    till: Till
    sandbox: SandboxServer


Bring = Callable[[Desk], None]
SCREENS: dict[str, Bring] = {}


def screen(bring: Bring) -> Bring:
    """Take a screen up among all."""
    SCREENS[bring.__name__] = bring
    return bring


# Taking a payment


@screen
def payment_empty(desk: Desk) -> None:
    """The form as it is in the morning."""
    desk.counter.go_to("nav.payment")


@screen
def payment_typed(desk: Desk) -> None:
    """With an amount in the shop's own money, said in both units and in words."""
    counter = desk.counter
    counter.go_to("nav.payment")
    counter.fill("12500000", unit="IRR")


@screen
def payment_wrong(desk: Desk) -> None:
    """What is missing is said beside its field."""
    counter = desk.counter
    counter.go_to("nav.payment")
    counter.fill("1.000", customer="")
    counter.press("payment.send")


def _code(desk: Desk) -> Any:
    desk.counter.go_to("nav.payment")
    desk.counter.fill("12.5", unit="USDT")
    desk.counter.press("payment.send")
    return desk.counter.until_code()


@screen
def payment_code(desk: Desk) -> None:
    """The customer has a code."""
    _code(desk)


@screen
def payment_wrong_code(desk: Desk) -> None:
    """It was mistyped."""
    code = _code(desk)
    right = desk.sandbox.control.open_requests()[-1].code
    QTest.keyClicks(code, "000000" if right != "000000" else "111111")
    desk.counter.press("paymentDialog.confirm")
    desk.counter.wait_until(lambda: code.accessibleDescription() != "")


@screen
def payment_paid(desk: Desk) -> None:
    """The provider said so."""
    code = _code(desk)
    QTest.keyClicks(code, desk.sandbox.control.open_requests()[-1].code)
    desk.counter.press("paymentDialog.confirm")
    desk.counter.until_state("paid")


@screen
def receipt(desk: Desk) -> None:
    """As it will look on paper."""
    payment_paid(desk)
    desk.counter.press("paymentDialog.secondary")
    desk.counter.wait_until(lambda: _button(desk, "receipt.print").isEnabled())


@screen
def payment_token(desk: Desk) -> None:
    """The customer pays with a token."""
    counter = desk.counter
    counter.go_to("nav.payment")
    counter.choose("resid")
    counter.fill("250000")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")


@screen
def payment_unknown(desk: Desk) -> None:
    """The answer was lost, and so was the one after it."""
    code = _code(desk)
    desk.sandbox.control.fault("reset_before", "digibank", "finalize")
    desk.sandbox.control.fault("error_before", "digibank", "list", times=None)
    QTest.keyClicks(code, desk.sandbox.control.open_requests()[-1].code)
    desk.counter.press("paymentDialog.confirm")
    desk.counter.until_state("unknown")


@screen
def payment_refused(desk: Desk) -> None:
    """The provider said no."""
    desk.sandbox.control.fault("refuse", "digibank", "request", code="12", message="الحساب غير معروف")
    desk.counter.go_to("nav.payment")
    desk.counter.fill("12.5", unit="USDT")
    desk.counter.press("payment.send")
    desk.counter.until_state("declined")


# Paying out


@screen
def withdraw_empty(desk: Desk) -> None:
    """The form for one receiver."""
    desk.counter.go_to("nav.withdraw")


@screen
def withdraw_typed(desk: Desk) -> None:
    """The bank is known by its IBAN, the sum said in words."""
    desk.counter.go_to("nav.withdraw")
    desk.counter.choose_payer("paystar")
    desk.counter.fill_withdrawal()


@screen
def withdraw_wrong(desk: Desk) -> None:
    """One digit was mistyped, and nobody named."""
    counter = desk.counter
    counter.go_to("nav.withdraw")
    counter.choose_payer("paystar")
    counter.fill_withdrawal(iban="IR820540102680020817909003", holder="", amount="")
    counter.press("withdraw.review")


@screen
def withdraw_review(desk: Desk) -> None:
    """Both units, words, and the manager's PIN."""
    withdraw_typed(desk)
    desk.counter.review()


@screen
def withdraw_sent(desk: Desk) -> None:
    """The bank has it."""
    withdraw_review(desk)
    desk.counter.write_pin()
    desk.counter.press("approve.submit")
    desk.counter.until_withdrawal("accepted")


@screen
def withdraw_unknown(desk: Desk) -> None:
    """The answer was lost."""
    desk.sandbox.control.fault("reset_before", "paystar", "settlement")
    desk.sandbox.control.fault("error_before", "paystar", "settlement-requests", times=None)
    withdraw_review(desk)
    desk.counter.write_pin()
    desk.counter.press("approve.submit")
    desk.counter.until_withdrawal("unknown")


@screen
def batch_empty(desk: Desk) -> None:
    """The table for many receivers."""
    desk.counter.go_to("nav.withdraw")
    _click(desk, "withdraw.many")


# The rest


@screen
def attention_empty(desk: Desk) -> None:
    """Nothing is open."""
    desk.counter.go_to("nav.attention")


@screen
def attention_open(desk: Desk) -> None:
    """Something is."""
    desk.counter.go_to("nav.payment")
    desk.counter.fill("12.5", unit="USDT")
    desk.counter.press("payment.draft")
    desk.counter.until_open(1)
    desk.counter.go_to("nav.attention")


@screen
def history(desk: Desk) -> None:
    """With a payment in it."""
    payment_paid(desk)
    desk.counter.press("paymentDialog.primary")
    desk.counter.until_closed()
    desk.counter.go_to("nav.history")
    desk.counter.wait_until(lambda: _history_rows(desk))


@screen
def settings(desk: Desk) -> None:
    """Accounts, appearance, shop, receipts, data."""
    desk.counter.go_to("nav.settings")


@screen
def settings_account(desk: Desk) -> None:
    """What an account is told."""
    desk.counter.go_to("nav.settings")
    desk.counter.wait_until(lambda: desk.counter.window.findChildren(QAbstractButton, "settings.addAccount"))
    _click(desk, "settings.addAccount")
    desk.counter.wait_until(lambda: Sheet.any_open(desk.counter.window))


@screen
def lock(desk: Desk) -> None:
    """Shows nothing of the shop's money."""
    desk.counter.window.lock_requested()
    desk.counter.wait_until(lambda: desk.counter.window.findChildren(QWidget, "lock.pin"))


def _button(desk: Desk, name: str) -> QAbstractButton:
    found: QAbstractButton = desk.counter.find(QAbstractButton, name)
    return found


def _click(desk: Desk, name: str) -> None:
    desk.counter.wait_until(lambda: _button(desk, name).isVisible() and _button(desk, name).isEnabled())
    _button(desk, name).click()


def _history_rows(desk: Desk) -> int:
    tables = desk.counter.window.findChildren(QWidget, "history.table")
    return tables[-1].model().rowCount() if tables else 0
