"""However often a button is pressed, one press's worth happens."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.domain.payment import PaymentState
from cashier.services.payment_desk import PaymentNotReadyError


def test_many_requests_of_one_intent_are_one(tills: Any) -> None:
    """Ten presses of "send" at once, and one more later, ask the customer once and make one payment."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            intent, order = till.payments.new_intent(), tills.order(account)
            made = await asyncio.gather(*(till.payments.request(intent, account, order) for _ in range(10)))
            made.append(await till.payments.request(intent, account, order))
            assert {payment.id for payment in made} == {made[0].id}
            assert {payment.state for payment in made} == {PaymentState.AWAITING_CUSTOMER}
            assert len(await till.payments.still_open()) == 1

    asyncio.run(story())
    assert tills.sandbox.control.count("digibank").created == 1


def test_many_confirmations_are_one(tills: Any) -> None:
    """Ten presses of "confirm" at once send one finalize; a later one is refused, as the payment is paid."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
            (request,) = tills.sandbox.control.open_requests()
            paid = await asyncio.gather(*(till.payments.confirm(payment.id, request.code) for _ in range(10)))
            assert {each.state for each in paid} == {PaymentState.PAID}
            with pytest.raises(PaymentNotReadyError):
                await till.payments.confirm(payment.id, request.code)

    asyncio.run(story())
    assert len(tills.sandbox.control.calls("digibank", "finalize")) == 1
    assert tills.sandbox.control.count("digibank").settled == 1


def test_collecting_refreshing_and_cancelling_at_once_settle_once(tills: Any) -> None:
    """Whatever is pressed together on a token the customer has paid, it is collected once and nothing is lost."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till, auto_collect=False)
            payment = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            tills.sandbox.control.pay(payment.provider_key)
            service = till.payments
            await asyncio.gather(
                *(service.confirm(payment.id) for _ in range(3)),
                *(service.refresh(payment.id) for _ in range(3)),
                *(service.cancel(payment.id) for _ in range(3)),
                *(service.expire(payment.id) for _ in range(3)),
                return_exceptions=True,
            )
            assert (await service.get(payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert tills.sandbox.control.count("resid").settled == 1


def test_asking_again_many_times_is_one_new_payment(tills: Any) -> None:
    """Ten presses of "ask again" at once, and one more later, send the customer one new code."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            old = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
            new = await asyncio.gather(*(till.payments.request_again(old.id) for _ in range(10)))
            new.append(await till.payments.request_again(old.id))
            assert {payment.id for payment in new} == {new[0].id}
            assert new[0].id != old.id
            assert new[0].state is PaymentState.AWAITING_CUSTOMER
            assert (await till.payments.get(old.id)).state is PaymentState.CANCELLED

    asyncio.run(story())
    assert tills.sandbox.control.count("digibank").created == 2


def test_a_draft_sent_many_times_is_sent_once(tills: Any) -> None:
    """Ten presses of "send now" on a draft ask the customer once."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            intent = till.payments.new_intent()
            drafts = await asyncio.gather(
                *(till.payments.save_draft(intent, account, tills.order(account)) for _ in range(5))
            )
            assert {draft.id for draft in drafts} == {drafts[0].id}
            await asyncio.gather(*(till.payments.send_draft(drafts[0].id) for _ in range(10)))
            with pytest.raises(PaymentNotReadyError):
                await till.payments.send_draft(drafts[0].id)

    asyncio.run(story())
    assert tills.sandbox.control.count("digibank").created == 1


def test_a_caller_that_goes_away_stops_nothing(tills: Any) -> None:
    """Cancelling whoever awaits a confirmation, while the provider has it, leaves the step to end as paid."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
            (request,) = control.open_requests()
            control.fault("hold_before", "digibank", "finalize")
            caller = asyncio.create_task(till.payments.confirm(payment.id, request.code))
            await asyncio.to_thread(control.wait_for_held)
            caller.cancel()
            await asyncio.wait([caller])
            assert caller.cancelled()
            control.release()
            await asyncio.gather(*till.desk.under_way())
            assert (await till.payments.get(payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count("digibank").settled == 1
