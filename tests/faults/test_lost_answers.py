"""Answers that are lost, late, cut short or unreadable: the sandbox's ledger says what is true."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.domain.operation import OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.till import Till

# By what the fault lets the provider do; each falls on one call.
NOT_ACTED: list[tuple[str, dict[str, object]]] = [
    ("reset_before", {}),
    *(("error_before", {"status": status}) for status in (500, 502, 503)),
    ("redirect", {}),
    ("too_many_requests", {}),
    ("too_many_requests_date", {}),
]
ACTED: list[tuple[str, dict[str, object]]] = [
    ("reset_after", {}),
    *(("error_after", {"status": status}) for status in (500, 502, 503)),
    ("truncated_body", {}),
    ("invalid_json", {}),
    ("html_page", {}),
    ("empty_body", {}),
    ("huge_body", {}),
    ("slow_drip", {"seconds": 0.4}),
    ("latency", {"seconds": 0.4}),  # acts after the caller has gone
    ("latency_after", {"seconds": 0.4}),
    ("missing_field", {"field": "code"}),
    ("null_field", {"field": "code"}),
    ("missing_field", {"field": "message"}),
    ("null_field", {"field": "message"}),
]
REFUSED = ["unauthorized", "wrong_credentials", "expired_credentials", "address_not_allowed"]
WITHOUT_KEY = [("missing_field", {}), ("null_field", {})]

SHORT = {"read_timeout_s": "0.6", "call_timeout_s": "1.2"}
MONEY = [("digibank", "finalize"), ("resid", "collect")]
OPENING = [("digibank", "request"), ("resid", "create")]


def _ids(fault: object) -> str | None:
    if isinstance(fault, tuple) and isinstance(fault[1], dict):
        return "-".join(map(str, (fault[0], *fault[1].values())))
    return None


async def _agreed(tills: Any, till: Till, provider: str) -> tuple[Payment, str]:
    """Return a payment the customer has agreed to, and the code."""
    account = await getattr(tills, provider)(till, **SHORT)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "50000"))
    if provider == "digibank":
        (request,) = tills.sandbox.control.open_requests()
        return payment, request.code
    tills.sandbox.control.pay(payment.provider_key)
    return payment, ""


@pytest.mark.parametrize("fault", [*NOT_ACTED, *ACTED, ("wrong_content_type", {})], ids=_ids)
@pytest.mark.parametrize(("provider", "endpoint"), MONEY)
def test_a_lost_answer_about_money_is_found_out(
    tills: Any, provider: str, endpoint: str, fault: tuple[str, dict[str, object]]
) -> None:
    """Whether the provider acted or not, in the end it has been paid once, and only then do we say so."""
    control = tills.sandbox.control
    claims: list[tuple[PaymentState, int]] = []

    async def story() -> None:
        async with tills() as till:
            payment, code = await _agreed(tills, till, provider)
            control.fault(fault[0], provider, endpoint, **fault[1])
            till.payments.changes.subscribe(
                lambda changed: claims.append((changed.state, control.count(provider).settled))
            )
            await till.payments.confirm(payment.id, code)
            assert (await tills.at_rest(till, payment.id)).state is PaymentState.PAID
            operation = await till.payments.last_operation(payment.id)
            assert operation is not None
            assert operation.state is OperationState.APPLIED
            assert "code" not in operation.input

    asyncio.run(story())
    assert control.count(provider).settled == 1
    assert all(settled == 1 for state, settled in claims if state is PaymentState.PAID)


@pytest.mark.parametrize("refused", REFUSED)
@pytest.mark.parametrize(("provider", "endpoint"), MONEY)
def test_a_readable_no_moves_nothing_and_may_be_tried_again(
    tills: Any, provider: str, endpoint: str, refused: str
) -> None:
    """Refused for the account's sake: waiting again, not the customer's code blamed; the next try is paid."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            payment, code = await _agreed(tills, till, provider)
            control.fault(refused, provider, endpoint)
            waiting = await till.payments.confirm(payment.id, code)
            assert waiting.state is PaymentState.AWAITING_CUSTOMER
            assert waiting.reason is PaymentReason.PROVIDER_REFUSED
            assert control.count(provider).settled == 0
            assert (await till.payments.confirm(payment.id, code)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1


@pytest.mark.parametrize("fault", [("reset_after", {}), ("html_page", {}), ("reset_before", {})], ids=_ids)
@pytest.mark.parametrize("provider", ["digibank", "resid"])
def test_when_nothing_can_be_learnt_a_person_is_called_and_may_ask_again(
    tills: Any, provider: str, fault: tuple[str, dict[str, object]]
) -> None:
    """With every call failing the payment stays unknown, is nowhere closed, and is known once asking works."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            payment, code = await _agreed(tills, till, provider)
            control.fault(fault[0], provider, times=None)
            assert (await till.payments.confirm(payment.id, code)).state is PaymentState.UNKNOWN
            unknown = await tills.at_rest(till, payment.id)
            assert unknown.state is PaymentState.UNKNOWN
            operation = await till.payments.last_operation(payment.id)
            assert operation is not None
            assert operation.state is OperationState.NEEDS_PERSON
            assert operation.attempts == len(tills.plan.pauses_s)
            for closing in (till.payments.cancel, till.payments.expire, till.payments.request_again):
                with pytest.raises(PaymentNotReadyError):
                    await closing(payment.id)
            control.clear_faults()
            await till.reconciliation.ask(payment.id)
            assert (await tills.at_rest(till, payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1


@pytest.mark.parametrize("fault", [*NOT_ACTED[:5], *ACTED[:12], *WITHOUT_KEY], ids=_ids)
@pytest.mark.parametrize(("provider", "endpoint"), OPENING)
def test_a_lost_answer_about_opening_is_found_or_left_to_a_person(
    tills: Any, provider: str, endpoint: str, fault: tuple[str, dict[str, object]]
) -> None:
    """A token that was made is adopted; a request that cannot be looked up is given up or asked for again."""
    control = tills.sandbox.control
    name, details = fault
    if fault in WITHOUT_KEY:
        details = {"field": "requestId" if provider == "digibank" else "token"}

    async def story() -> None:
        async with tills() as till:
            account = await getattr(tills, provider)(till, **SHORT)
            control.fault(name, provider, endpoint, **details)
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            payment = await tills.at_rest(till, asked.id)
            if payment.state is PaymentState.UNKNOWN:
                assert payment.reason is PaymentReason.NO_ANSWER
                again = await till.payments.request_again(payment.id)
                assert (await till.payments.get(payment.id)).state is PaymentState.CANCELLED
                given_up = await till.payments.last_operation(payment.id)
                assert given_up is not None
                assert given_up.is_settled
                payment = again
            assert payment.state is PaymentState.AWAITING_CUSTOMER
            code = ""
            if provider == "digibank":
                code = next(
                    each.code for each in control.open_requests() if each.request_id == payment.provider_key
                )
            else:
                control.pay(payment.provider_key)
            assert (await till.payments.confirm(payment.id, code)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1


@pytest.mark.parametrize("fault", [("reset_after", {}), ("empty_body", {}), ("null_field", {})], ids=_ids)
def test_a_token_that_was_made_is_adopted(tills: Any, fault: tuple[str, dict[str, object]]) -> None:
    """No second token is made for a create whose answer was lost after it acted."""
    control = tills.sandbox.control
    name, details = fault if fault[0] != "null_field" else (fault[0], {"field": "token"})

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till, **SHORT)
            control.fault(name, "resid", "create", **details)
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            payment = await tills.at_rest(till, asked.id)
            assert payment.state is PaymentState.AWAITING_CUSTOMER
            (made,) = control.waiting_payments()
            assert (payment.provider_key, payment.id) == (made.token, made.payload)

    asyncio.run(story())
    assert control.count("resid").created == 1


@pytest.mark.parametrize("refused", [*REFUSED, "refuse"])
@pytest.mark.parametrize(("provider", "endpoint"), OPENING)
def test_a_refused_opening_is_declined(tills: Any, provider: str, endpoint: str, refused: str) -> None:
    """A readable "no" to a request ends it, with the provider's words, and nothing stays open."""

    async def story() -> None:
        async with tills() as till:
            account = await getattr(tills, provider)(till, **SHORT)
            tills.sandbox.control.fault(refused, provider, endpoint)
            declined = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "50000")
            )
            assert declined.state is PaymentState.DECLINED
            assert declined.reason is PaymentReason.PROVIDER_REFUSED
            assert (declined.provider_message is None) == (refused == "unauthorized")
            assert not await till.payments.still_open()

    asyncio.run(story())
    assert tills.sandbox.control.count(provider).created == 0


@pytest.mark.parametrize(
    ("provider", "endpoint", "asking"), [("digibank", "finalize", "list"), ("resid", "collect", "get")]
)
def test_another_amount_is_never_paid_and_ends_with_a_person(
    tills: Any, provider: str, endpoint: str, asking: str
) -> None:
    """A provider that names another amount is not believed; once it names ours, it is."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            payment, code = await _agreed(tills, till, provider)
            control.fault("reset_after", provider, endpoint)
            control.fault("huge_amounts", provider, asking, times=None, value="99999999")
            await till.payments.confirm(payment.id, code)
            unclear = await tills.at_rest(till, payment.id)
            assert (unclear.state, unclear.reason) == (PaymentState.UNKNOWN, PaymentReason.MISMATCH)
            assert unclear.provider_message
            with pytest.raises(PaymentNotReadyError):
                await till.payments.cancel(payment.id)
            # Asked again it says the same, and is still not believed.
            assert (await till.reconciliation.ask(payment.id)).state is PaymentState.UNKNOWN
            control.clear_faults()
            assert (await till.reconciliation.ask(payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count(provider).settled == 1
