"""A call that acts long after its caller has given it up: whatever was concluded meanwhile, the money is found."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.domain.payment import Payment, PaymentState
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.till import Till

# Short for a test, and still longer than a busy machine takes for an answer that does come.
SHORT = {"read_timeout_s": "1.0", "call_timeout_s": "2.0"}


async def _finalize_held(tills: Any, till: Till) -> tuple[Payment, asyncio.Task[Payment]]:
    """Return a payment whose finalize the provider has and has not acted on, and the step that waits for it."""
    account = await tills.digibank(till, **SHORT)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
    control = tills.sandbox.control
    code = control.open_requests()[0].code
    control.fault("hold_before", "digibank", "finalize")
    step = asyncio.create_task(till.payments.confirm(payment.id, code))
    await asyncio.to_thread(control.wait_for_held)
    return payment, step


async def _acts_at_last(tills: Any, till: Till, payment: Payment) -> Payment:
    control = tills.sandbox.control
    control.clear_faults()
    control.release()
    await asyncio.to_thread(control.wait_for_calls, len(control.calls()))
    await till.reconciliation.ask(payment.id)
    return await tills.at_rest(till, payment.id)  # type: ignore[no-any-return]


@pytest.mark.parametrize("refusal", ["too_many_requests", "wrong_credentials", "address_not_allowed"])
def test_a_repeat_turned_away_for_the_accounts_sake_proves_nothing(tills: Any, refusal: str) -> None:
    """Refused at the door, it says nothing about the call before it: the payment cannot be given up."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            payment, step = await _finalize_held(tills, till)
            control.fault(refusal, "digibank", "finalize", times=None)
            assert (await step).state is PaymentState.UNKNOWN
            assert (await tills.at_rest(till, payment.id)).state is PaymentState.UNKNOWN
            with pytest.raises(PaymentNotReadyError):
                await till.payments.cancel(payment.id)
            assert (await _acts_at_last(tills, till, payment)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count("digibank").settled == 1


def test_a_clock_set_forward_ends_nobodys_time(tills: Any) -> None:
    """Expired by our clock alone is not expired: the provider, asked for its time, has the last word."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            payment, step = await _finalize_held(tills, till)
            tills.clock.advance(3600)
            assert (await step).state is PaymentState.UNKNOWN
            assert (await tills.at_rest(till, payment.id)).state is not PaymentState.EXPIRED
            assert (await _acts_at_last(tills, till, payment)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count("digibank").settled == 1


def test_a_token_that_collects_itself_is_not_taken_back(tills: Any) -> None:
    """While the customer can pay it, it stays open; paid, it is paid here too."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till, auto_collect=True)
            order = tills.order(account, "500")
            payment = await till.payments.request(till.payments.new_intent(), account, order)
            for give_up in (till.payments.cancel, till.payments.request_again):
                with pytest.raises(PaymentNotReadyError):
                    await give_up(payment.id)
            control.pay(payment.provider_key)
            assert (await till.payments.refresh(payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert len(control.ledger("resid")) == 1


def test_a_token_does_not_expire_by_a_clock_that_runs_fast(tills: Any) -> None:
    """Its time is over when it is so by the provider's clock, which is asked for its time first."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till)
            order = tills.order(account, "500")
            payment = await till.payments.request(till.payments.new_intent(), account, order)
            tills.clock.advance(1800)
            # Two answers running: one alone may have lain unread while the machine slept.
            for _ in range(2):
                await till.payments.refresh(payment.id)
            assert (await till.payments.expire(payment.id)).state is PaymentState.AWAITING_CUSTOMER
            tills.clock.advance(-1800)
            control.advance(1300)
            tills.clock.advance(1300)
            assert (await till.payments.expire(payment.id)).state is PaymentState.EXPIRED

    asyncio.run(story())
