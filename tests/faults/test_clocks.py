"""Clocks that are wrong, the provider's or ours, standing or jumping: what was paid is paid, and once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from cashier.domain.payment import PaymentState


@pytest.mark.parametrize("told_error_s", [-600, 600])
@pytest.mark.parametrize(
    ("provider", "opening", "settling"), [("digibank", "request", "finalize"), ("resid", "create", "collect")]
)
def test_a_provider_whose_clock_is_wrong(
    tills: Any, provider: str, opening: str, settling: str, told_error_s: int
) -> None:
    """The time left is told by our clock, and lost answers are found out as ever."""
    control = tills.sandbox.control
    control.set_told_error(told_error_s)

    async def story() -> None:
        async with tills() as till:
            account = await getattr(tills, provider)(till)
            if provider == "resid":
                control.fault("reset_after", provider, opening)
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            payment = await tills.at_rest(till, asked.id)
            assert payment.state is PaymentState.AWAITING_CUSTOMER
            life = timedelta(minutes=5 if provider == "digibank" else 20)
            assert payment.expires_at is not None
            assert abs(payment.expires_at - tills.clock.now() - life) < timedelta(seconds=5)
            code = ""
            if provider == "digibank":
                code = control.open_requests()[0].code
            else:
                control.pay(payment.provider_key)
            control.fault("reset_after", provider, settling)
            await till.payments.confirm(payment.id, code)
            assert (await tills.at_rest(till, payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1


@pytest.mark.parametrize("jump_s", [-86_400, -3600, 3600, 86_400])
@pytest.mark.parametrize(("provider", "settling"), [("digibank", "finalize"), ("resid", "collect")])
def test_our_clock_jumps_while_the_answer_is_lost(
    tills: Any, provider: str, settling: str, jump_s: int
) -> None:
    """Set forward beyond the expiry or back before the request: what the provider lists is paid."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await getattr(tills, provider)(till)
            payment = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            code = ""
            if provider == "digibank":
                code = control.open_requests()[0].code
            else:
                control.pay(payment.provider_key)
            control.fault("hold_after", provider, settling)
            step = asyncio.create_task(till.payments.confirm(payment.id, code))
            await asyncio.to_thread(control.wait_for_held)
            tills.clock.advance(jump_s)
            control.release(reset=True)
            assert (await step).state is PaymentState.UNKNOWN
            assert (await tills.at_rest(till, payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1
