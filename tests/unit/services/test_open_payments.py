"""What a payment is open for, and what comes first."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentState
from cashier.services.open_payments import Matter, OpenPayment
from cashier.services.till import Till
from tests.conftest import TillMaker

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAYMENT = Payment(
    id="p",
    till_id="t",
    account_id="a",
    intent_id="i",
    reference="1RV",
    money=Money.of("10", "USD"),
    customer_no="1",
    note="",
    state=PaymentState.DRAFT,
    created_at=NOW,
    updated_at=NOW,
)
WAITING = replace(PAYMENT, state=PaymentState.AWAITING_CUSTOMER, provider_key="k")
UNCLEAR = replace(WAITING, state=PaymentState.UNKNOWN)
ACCOUNT = Account(
    id="a",
    till_id="t",
    provider="digibank",
    label="Digital bank",
    base_url="http://127.0.0.1",
    settings={},
    created_at=NOW,
)
ITEM = OutboxItem(
    subject_id="p", till_id="t", account_id="a", kind=OutboxKind.REQUEST, input="{}", created_at=NOW
)
CALL = Operation(
    id="o",
    till_id="t",
    account_id="a",
    subject_id="p",
    kind=OperationKind.SETTLE_PAYMENT,
    state=OperationState.NEEDS_PERSON,
    input="{}",
    prepared_at=NOW,
)
OPENING = replace(CALL, kind=OperationKind.OPEN_PAYMENT)


@pytest.mark.parametrize(
    ("payment", "item", "call", "matter"),
    [
        (PAYMENT, None, None, Matter.DRAFT),
        (PAYMENT, ITEM, None, Matter.OUTBOX),
        (replace(PAYMENT, state=PaymentState.REQUESTING), ITEM, CALL, Matter.OUTBOX),
        (replace(PAYMENT, state=PaymentState.REQUESTING), None, CALL, Matter.UNDER_WAY),
        (WAITING, None, None, Matter.WAITING),
        (WAITING, replace(ITEM, kind=OutboxKind.CONFIRM), None, Matter.OUTBOX),
        (replace(WAITING, state=PaymentState.CONFIRMING), None, CALL, Matter.UNDER_WAY),
        (replace(WAITING, customer_paid_at=NOW), None, None, Matter.TO_COLLECT),
        (replace(WAITING, customer_paid_at=NOW), ITEM, None, Matter.TO_COLLECT),
        (UNCLEAR, None, None, Matter.UNKNOWN),
        (UNCLEAR, None, replace(CALL, state=OperationState.UNKNOWN), Matter.UNKNOWN),
        (UNCLEAR, None, CALL, Matter.WITH_PERSON),
        (UNCLEAR, None, OPENING, Matter.WITH_PERSON),
        (replace(UNCLEAR, provider_key=None), None, OPENING, Matter.NO_ANSWER),
    ],
)
def test_what_it_is_open_for(
    payment: Payment, item: OutboxItem | None, call: Operation | None, matter: Matter
) -> None:
    """State, outbox and journal together say what comes next."""
    assert OpenPayment(payment=payment, account=ACCOUNT, item=item, call=call).matter is matter


@pytest.mark.parametrize(("text", "code"), [("{}", ""), ('{"code": "012345"}', "012345")])
def test_the_code_that_waits(text: str, code: str) -> None:
    """A confirmation keeps its code, a request has none."""
    assert replace(ITEM, input=text).code == code


def test_the_most_urgent_comes_first_and_then_the_oldest(tills: TillMaker) -> None:
    """Read from disk: waiting before the outbox, the outbox before drafts, and each with its account."""

    async def go() -> None:
        async with tills() as till:
            # Nobody listens there, so that what is to be sent goes on waiting.
            account = await tills.digibank(till, base_url="http://127.0.0.1:9")
            online = await tills.resid(till)
            drafts = [
                await till.payments.save_draft(till.payments.new_intent(), account, tills.order(account))
                for _ in range(3)
            ]
            await till.payments.send_later(drafts[2].id)
            waiting = await till.payments.request(till.payments.new_intent(), online, tills.order(online))
            found = await _between_tries(till, drafts[2].id)
        assert [one.payment.id for one in found] == [
            waiting.id,
            drafts[2].id,
            drafts[0].id,
            drafts[1].id,
        ]
        assert [one.account.id for one in found] == [online.id, account.id, account.id, account.id]
        assert found[1].item is not None
        assert found[1].item.kind is OutboxKind.REQUEST

    asyncio.run(go())


async def _between_tries(till: Till, waiting_id: str) -> list[OpenPayment]:
    """Return what is open at a moment when what waits is not being tried."""
    while True:
        found = await till.payments.needing_attention()
        if all(one.call is None for one in found if one.payment.id == waiting_id):
            return found
