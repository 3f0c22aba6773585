"""The customer's phone beside the sandbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from cashier.demo.phone_window import PhoneWindow
from cashier.sandbox import credentials
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.server import SandboxServer
from cashier.ui.widgets import Banner, CopyLabel

POLL_INTERVAL_S = 0.02

Run = Callable[[Awaitable[Any]], Any]
Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def phone(run: Run, sandbox: SandboxServer) -> Iterator[PhoneWindow]:
    """Show the phone of the session's sandbox."""

    async def show() -> PhoneWindow:
        window = PhoneWindow(sandbox.base_url, poll_interval_s=POLL_INTERVAL_S)
        window.show()
        return window

    window: PhoneWindow = run(show())
    yield window
    run(window.end())


def _ask_digibank(sandbox: SandboxServer) -> DigibankRequest:
    body = {
        "apiKey": credentials.DIGIBANK_API_KEY,
        "customerNo": "44710093",
        "amount": 10,
        "currency": "USDT",
    }
    httpx.post(f"{sandbox.url('digibank')}/api/v1/payments/request", json=body, trust_env=False)
    [request] = sandbox.control.open_requests()
    return request


def _ask_resid(sandbox: SandboxServer) -> str:
    httpx.post(
        f"{sandbox.url('resid')}/api/v1/payments",
        data={"amount": "10000", "merchant": credentials.RESID_MERCHANT},
        headers={"Authorization": credentials.RESID_AUTHORIZATION_CODE},
        trust_env=False,
    )
    [payment] = sandbox.control.waiting_payments()
    return payment.token


def _shown(phone: PhoneWindow, name: str) -> QWidget | None:
    found = phone.findChild(QWidget, name)
    return found if found is not None and found.isVisible() else None


def test_a_code_appears_grouped_and_goes_when_it_is_used(phone, sandbox, wait_until):
    """The customer reads the code in two groups of three; once it is gone at digibank it is gone here."""
    request = _ask_digibank(sandbox)
    code, name = request.code, f"phone.code.{request.request_id}"
    wait_until(lambda: _shown(phone, name))
    assert phone.findChild(CopyLabel, name).text() == f"{code[:3]} {code[3:]}"
    sandbox.control.advance(301)
    wait_until(lambda: _shown(phone, name) is None)


@pytest.mark.parametrize(("button", "paid"), [("pay", True), ("refuse", False)])
def test_a_token_is_paid_or_refused_with_one_press(phone, sandbox, wait_until, button, paid):
    """Pay moves the customer's money, Refuse makes the payment fail; either way it leaves the phone."""
    token = _ask_resid(sandbox)
    name = f"phone.{button}.{token}"
    wait_until(lambda: _shown(phone, name))
    phone.findChild(QPushButton, name).click()
    wait_until(lambda: _shown(phone, name) is None)
    payment = sandbox.control.payment(token)
    assert (payment.paid_at is not None, payment.state) == (paid, "pending" if paid else "failed")


def test_a_sandbox_that_is_gone_is_told_and_survived(run, wait_until):
    """The phone says that nobody answers, and goes on looking."""
    with SandboxServer() as server:
        base_url = server.base_url

    async def show() -> PhoneWindow:
        window = PhoneWindow(base_url, poll_interval_s=POLL_INTERVAL_S)
        window.show()
        return window

    phone = run(show())
    wait_until(lambda: phone.findChild(Banner, "phone.gone").isVisible())
    run(phone.end())
