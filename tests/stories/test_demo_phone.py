"""The customer's phone beside the sandbox."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Self

import httpx
import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from cashier.demo.phone_window import PhoneWindow
from cashier.sandbox import credentials
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.server import SandboxServer
from cashier.ui.widgets import CopyLabel

POLL_INTERVAL_S = 0.02
LONGEST_WAIT_S = 15.0

Run = Callable[[Awaitable[Any]], Any]


class Phone:
    """A shown phone, and eyes on it; a story with it is one coroutine."""

    def __init__(self, base_url: str) -> None:
        self.window = PhoneWindow(base_url, poll_interval_s=POLL_INTERVAL_S)

    async def __aenter__(self) -> Self:
        self.window.show()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.window.end()

    def shows(self, name: str) -> bool:
        """Say whether something of that name can be seen."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be seen."""
        give_up_at = time.monotonic() + LONGEST_WAIT_S
        while not condition():
            assert time.monotonic() < give_up_at, "what was waited for did not come"
            await asyncio.sleep(0)


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


def test_a_code_appears_grouped_and_goes_when_its_time_is_over(run: Run, sandbox: SandboxServer) -> None:
    """The customer reads the code in two groups of three; once digibank forgets it, so does the phone."""

    async def story() -> None:
        async with Phone(sandbox.base_url) as phone:
            request = _ask_digibank(sandbox)
            code, name = request.code, f"phone.code.{request.request_id}"
            await phone.until(lambda: phone.shows(name))
            label = phone.window.findChild(CopyLabel, name)
            assert label is not None
            assert label.text() == f"{code[:3]} {code[3:]}"
            sandbox.control.advance(301)
            await phone.until(lambda: not phone.shows(name))

    run(story())


@pytest.mark.parametrize(("button", "state", "paid"), [("pay", "pending", True), ("refuse", "failed", False)])
def test_a_token_is_paid_or_refused_with_one_press(
    run: Run, sandbox: SandboxServer, button: str, state: str, *, paid: bool
) -> None:
    """Pay moves the customer's money, Refuse makes the payment fail; either way it leaves the phone."""

    async def story() -> None:
        async with Phone(sandbox.base_url) as phone:
            token = _ask_resid(sandbox)
            name = f"phone.{button}.{token}"
            await phone.until(lambda: phone.shows(name))
            found = phone.window.findChild(QPushButton, name)
            assert found is not None
            found.click()
            await phone.until(lambda: not phone.shows(name))
            payment = sandbox.control.payment(token)
            assert (payment.paid_at is not None, payment.state) == (paid, state)

    run(story())


def test_a_sandbox_that_is_gone_is_told_and_survived(run: Run) -> None:
    """The phone says that nobody answers, and goes on looking."""
    with SandboxServer() as server:
        base_url = server.base_url

    async def story() -> None:
        async with Phone(base_url) as phone:
            await phone.until(lambda: phone.shows("phone.gone"))

    run(story())
