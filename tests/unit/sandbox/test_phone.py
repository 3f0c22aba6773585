"""What reaches the customers' phones, of whichever provider."""

import httpx
import pytest

from cashier.sandbox import credentials
from cashier.sandbox.control_client import ControlError
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.server import SandboxServer


def _ask(sandbox: SandboxServer, http: httpx.Client) -> tuple[str, str]:
    """Ask digibank and resid for a payment each; return what they call them."""
    body = {
        "apiKey": credentials.DIGIBANK_API_KEY,
        "customerNo": "00142277",
        "amount": 10,
        "currency": "USDT",
    }
    asked = http.post(f"{sandbox.url('digibank')}/api/v1/payments/request", json=body).json()
    made = http.post(
        f"{sandbox.url('resid')}/api/v1/payments",
        data={"amount": "10000", "merchant": credentials.RESID_MERCHANT},
        headers={"Authorization": credentials.RESID_AUTHORIZATION_CODE},
    ).json()
    return asked["result"]["requestId"], made["info"]["token"]


def test_a_code_and_a_token_are_on_the_phone(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Each with its provider, amount and unit; one provider's or one customer's can be asked for alone."""
    request_id, token = _ask(sandbox, http)
    code = sandbox.control.open_requests()[0].code
    by_code = PhoneMessage(
        provider="digibank",
        key=request_id,
        kind="code",
        amount="10",
        unit="USDT",
        customer="00142277",
        code=code,
    )
    by_token = PhoneMessage(provider="resid", key=token, kind="token", amount="10000", unit="IRR")
    assert sandbox.control.phone() == [by_code, by_token]
    assert sandbox.control.phone("resid") == [by_token]
    assert sandbox.control.phone(customer="00142277") == [by_code]


def test_a_token_is_paid_once(sandbox: SandboxServer, http: httpx.Client) -> None:
    """It leaves the phone then, and cannot be paid or refused again."""
    _, token = _ask(sandbox, http)
    sandbox.control.pay_on_phone("resid", token)
    assert sandbox.control.payment(token).paid_at is not None
    assert sandbox.control.phone("resid") == []
    for press in (sandbox.control.pay_on_phone, sandbox.control.refuse_on_phone):
        with pytest.raises(ControlError, match="no longer waiting"):
            press("resid", token)


def test_a_token_can_be_refused(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The payment fails, and the token leaves the phone."""
    _, token = _ask(sandbox, http)
    sandbox.control.refuse_on_phone("resid", token)
    assert sandbox.control.payment(token).state == "failed"
    assert sandbox.control.phone("resid") == []


def test_a_code_is_told_and_not_pressed(sandbox: SandboxServer, http: httpx.Client) -> None:
    """There is no button under it."""
    request_id, _ = _ask(sandbox, http)
    for press in (sandbox.control.pay_on_phone, sandbox.control.refuse_on_phone):
        with pytest.raises(ControlError, match="has no token"):
            press("digibank", request_id)
