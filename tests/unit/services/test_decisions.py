"""What a manager decides about a payment nobody else can tell about: who may, when, and what is kept of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.operation import OperationState
from cashier.domain.operator import Operator, Role
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import NoAnswerError
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentStanding
from cashier.services.decisions import (
    MAXIMUM_REASON_LENGTH,
    NotWithAPersonError,
    ReasonMissingError,
)
from cashier.services.open_payments import Matter
from cashier.services.operators import NotAManagerError, WrongPinError
from cashier.services.preferences import Preferences
from cashier.services.till import Till
from cashier.storage import events, operators

PIN = "481516"
WHY = "not in the provider's list"


def told(tills: Any, story: Callable[[Till, Operator, Account, Any], Any], scripted: Any) -> None:
    """Run a story at a till with a manager, asking nobody by itself."""

    async def whole() -> None:
        async with tills() as till:
            await till.sync.stop()
            manager = await till.operators.set_up_till(Preferences(), name="نمونه", pin=PIN)
            account = await tills.digibank(till)
            await story(till, manager, account, scripted(till, account))

    asyncio.run(whole())


async def _unknown(tills: Any, till: Till, account: Account, script: Any) -> Payment:
    """Return a payment whose settling call got no answer."""
    script.says("open_payment", OpenedPayment(key="key-1", expires_at=None, answer="{}"))
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
    script.says("settle_payment", NoAnswerError("lost"))
    return await till.payments.confirm(payment.id, "481516")


async def _with_person(tills: Any, till: Till, account: Account, script: Any) -> Payment:
    """Return one about which asking has ended."""
    payment = await _unknown(tills, till, account, script)
    script.says("ask_about", PaymentEvidence(standing=PaymentStanding.UNCLEAR, message="under_review"))
    return await till.reconciliation.ask(payment.id)


def test_a_manager_closes_what_nobody_can_tell_about(tills: Any, scripted: Any) -> None:
    """Declined by a person; the call is settled without its code; who and why stand in the chain for good."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _with_person(tills, till, account, script)
        # Whoever is signed in, it is the one whose PIN it was.
        till.session.operator_id = None
        changes: list[Payment] = []
        till.payments.changes.subscribe(changes.append)
        closed = await till.decisions.mark_not_paid(
            payment.id, manager_id=manager.id, pin=PIN, reason=f"  {WHY}\n" + "x" * 1000
        )
        assert (closed.state, closed.reason) == (PaymentState.DECLINED, PaymentReason.BY_PERSON)
        assert changes == [closed]
        assert await till.payments.still_open() == []
        operation = await till.payments.last_operation(payment.id)
        assert operation is not None
        assert operation.state is OperationState.REFUSED
        assert "code" not in json.loads(operation.input)
        assert operation.error is not None
        assert WHY in operation.error
        told_events = await till.database.read(
            lambda connection: connection.execute(
                "SELECT operator_id, before, after, detail FROM events WHERE kind = 'decided'"
            ).fetchall()
        )
        ((operator_id, before, after, detail),) = told_events
        assert (operator_id, before, after) == (manager.id, "unknown", "declined")
        why = json.loads(detail)
        assert why["decision"] == "not paid"
        assert why["why"].startswith(WHY)
        assert len(why["why"]) == MAXIMUM_REASON_LENGTH

    told(tills, story, scripted)


def test_two_presses_are_one_decision(tills: Any, scripted: Any) -> None:
    """Pressed twice quickly it is decided once; pressed later there is nothing left to decide."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _with_person(tills, till, account, script)

        def press() -> Any:
            return till.decisions.mark_not_paid(payment.id, manager_id=manager.id, pin=PIN, reason=WHY)

        await press()
        with pytest.raises(NotWithAPersonError) as caught:
            await press()
        assert caught.value.payment.state is PaymentState.DECLINED
        count = await till.database.read(
            lambda connection: connection.execute("SELECT count(*) FROM events WHERE kind = 'decided'").get
        )
        assert count == 1

    told(tills, story, scripted)


@pytest.mark.parametrize("reason", ["", " \n\t", "\u200f"])
def test_a_decision_needs_a_reason(tills: Any, scripted: Any, reason: str) -> None:
    """Nothing to read is no reason, and nothing is decided."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _with_person(tills, till, account, script)
        with pytest.raises(ReasonMissingError):
            await till.decisions.mark_not_paid(payment.id, manager_id=manager.id, pin=PIN, reason=reason)
        assert await till.payments.get(payment.id) == payment

    told(tills, story, scripted)


def test_only_a_manager_decides_and_only_with_the_pin(tills: Any, scripted: Any) -> None:
    """A cashier's right PIN and a manager's wrong one decide nothing."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _with_person(tills, till, account, script)
        cashier = replace(manager, id="cashier-1", role=Role.CASHIER)
        await till.database.write(lambda connection: operators.save(connection, cashier))
        with pytest.raises(NotAManagerError):
            await till.decisions.mark_not_paid(payment.id, manager_id=cashier.id, pin=PIN, reason=WHY)
        with pytest.raises(WrongPinError):
            await till.decisions.mark_not_paid(payment.id, manager_id=manager.id, pin="000000", reason=WHY)
        assert await till.payments.get(payment.id) == payment

    told(tills, story, scripted)


def test_what_can_still_be_found_out_is_not_decided(tills: Any, scripted: Any) -> None:
    """While the provider is being asked, and once it is known, nobody decides; a finished one stays as it is."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _unknown(tills, till, account, script)

        async def refused(state: PaymentState) -> None:
            with pytest.raises(NotWithAPersonError) as caught:
                await till.decisions.mark_not_paid(payment.id, manager_id=manager.id, pin=PIN, reason=WHY)
            assert caught.value.payment.state is state

        await refused(PaymentState.UNKNOWN)
        script.says("ask_about", PaymentEvidence(standing=PaymentStanding.SETTLED))
        await till.reconciliation.ask(payment.id)
        await refused(PaymentState.PAID)

    told(tills, story, scripted)


def test_the_chain_stays_whole(tills: Any, scripted: Any) -> None:
    """A decision is an event like any other: each holds the hash of the one before."""

    async def story(till: Till, manager: Operator, account: Account, script: Any) -> None:
        payment = await _with_person(tills, till, account, script)
        await till.decisions.mark_not_paid(payment.id, manager_id=manager.id, pin=PIN, reason=WHY)
        assert await till.database.read(events.first_broken_link) is None

    told(tills, story, scripted)


def test_a_payment_that_became_unclear_while_it_waited_can_be_decided(tills: Any, scripted: Any) -> None:
    """The provider answered with a state nobody documented and no call of ours is open: a person may close it."""

    async def story() -> None:
        async with tills() as till:
            await till.sync.stop()
            manager = await till.operators.set_up_till(Preferences(), name="نمونه", pin=PIN)
            account = await tills.resid(till)
            script = scripted(till, account)
            script.says("open_payment", OpenedPayment(key="token-1", expires_at=None, answer="{}"))
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "500")
            )
            unclear = PaymentEvidence(standing=PaymentStanding.UNCLEAR, message="under_review")
            script.says("ask_about", unclear)
            assert (await till.payments.refresh(asked.id)).state is PaymentState.UNKNOWN
            (matter,) = await till.payments.needing_attention()
            assert matter.matter is Matter.WITH_PERSON
            closed = await till.decisions.mark_not_paid(asked.id, manager_id=manager.id, pin=PIN, reason=WHY)
            assert (closed.state, closed.reason) == (PaymentState.DECLINED, PaymentReason.BY_PERSON)

    asyncio.run(story())
