"""Secrets stand in the vault and nowhere else: not in the database, its WAL or its backups, not in a log or an error."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import structlog

from cashier.domain.payment import PaymentState
from cashier.sandbox.credentials import DIGIBANK_API_KEY, RESID_AUTHORIZATION_CODE
from cashier.services.till import Till

SECRETS = (DIGIBANK_API_KEY, RESID_AUTHORIZATION_CODE)
OUR_OWN = "our own"
FAULTS = (
    "reset_after",
    "html_page",
    "redirect",
    "error_after",
    "wrong_credentials",
    "extra_fields",
    "null_field",
)


async def _take(tills: Any, till: Till, provider: str, fault: str) -> str:
    """Take a payment through a fault, until it is paid; return the customer's code."""
    control = tills.sandbox.control
    account = await getattr(tills, provider)(till)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "50000"))
    code = ""
    if provider == "digibank":
        code = control.open_requests()[-1].code
    else:
        control.pay(payment.provider_key)
    if fault == OUR_OWN:
        client = await till.clients.taking_payments(account)

        async def fail(*_: object, **__: object) -> object:
            raise ValueError(f"cannot make up a call with {SECRETS}")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(client._channel, "send", fail)  # type: ignore[attr-defined]  # looks inside
            await till.payments.confirm(payment.id, code)
    else:
        control.fault(fault, provider, "finalize" if code else "collect", field="message")
        await till.payments.confirm(payment.id, code)
    at_rest = await tills.at_rest(till, payment.id)
    if at_rest.state is PaymentState.AWAITING_CUSTOMER:
        at_rest = await till.payments.confirm(payment.id, code)
    assert at_rest.state is PaymentState.PAID
    return code


@pytest.mark.parametrize("provider", ["digibank", "resid"])
def test_no_secret_is_written_down(tills: Any, provider: str) -> None:
    """Through payments with every kind of failure, a fault of our own included; a code goes when it is over."""

    def on_disk() -> bytes:
        return b"".join(file.read_bytes() for file in sorted(tills.path.parent.rglob("*")) if file.is_file())

    async def story() -> list[str]:
        async with tills() as till:
            codes = [await _take(tills, till, provider, fault) for fault in (*FAULTS, OUR_OWN)]
            await till.backups.make()
            assert not any(secret.encode() in on_disk() for secret in SECRETS)
            return codes

    with structlog.testing.capture_logs() as logs:
        codes = asyncio.run(story())
    assert tills.sandbox.control.count(provider).settled == len(codes)
    assert not any(secret.encode() in on_disk() for secret in SECRETS)
    assert not any(f'"code": "{code}"'.encode() in on_disk() for code in codes)
    # The traceback of a fault of our own is redacted where logs are set up, as all that goes into them is.
    told = [repr({name: value for name, value in entry.items() if name != "exc_info"}) for entry in logs]
    assert not any(secret in line for secret in SECRETS for line in told)
    assert any(entry["event"] == "provider_call_broke" for entry in logs)
