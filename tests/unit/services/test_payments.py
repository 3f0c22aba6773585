"""Each outcome of asking for a payment and of moving its money, by each kind of answer and error."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationState
from cashier.domain.operator import Operator, Role
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentStanding
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.storage import events, operations, operators
from cashier.storage.errors import NotStoredError

AT = datetime(2026, 3, 21, 12, tzinfo=UTC)
OPENED = OpenedPayment(key="key-1", expires_at=None, answer='{"opened":1}')
SETTLED = PaymentEvidence(
    standing=PaymentStanding.SETTLED, at=AT, provider_reference="RRN7", answer='{"settled":1}'
)
S, R, O = PaymentState, PaymentReason, OperationState  # noqa: E741  # tables below are read across


def evidence(standing: PaymentStanding, **facts: Any) -> PaymentEvidence:
    """Return the provider's word."""
    return PaymentEvidence(standing=standing, **facts)


async def _opened(tills: Any, scripted: Any, till: Till, provider: str) -> tuple[Any, Account, Payment]:
    """Return a scripted provider, its account, and a payment that waits for the customer."""
    account = await getattr(tills, provider)(till)
    script = scripted(till, account)
    script.says("open_payment", OPENED)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "500"))
    assert payment.state is S.AWAITING_CUSTOMER
    return script, account, payment


async def _last(till: Till, payment: Payment) -> Operation:
    operation = await till.payments.last_operation(payment.id)
    assert operation is not None
    return operation


def told(tills: Any, story: Callable[[Till], Any]) -> None:
    """Run a story in an open till, without anyone asking by himself what became of unknown calls."""

    async def whole() -> None:
        async with tills() as till:
            await till.sync.stop()
            await story(till)
            assert await till.database.read(events.first_broken_link) is None

    asyncio.run(whole())


@pytest.mark.parametrize(
    ("answer", "state", "reason", "operation_state"),
    [
        (OPENED, S.AWAITING_CUSTOMER, None, O.APPLIED),
        (NotSentError("refused"), S.DRAFT, R.NO_CONNECTION, O.NOT_SENT),
        (ProviderRefusedError("no", answer="{}"), S.DECLINED, R.PROVIDER_REFUSED, O.REFUSED),
        (CredentialsRefusedError("no"), S.DECLINED, R.PROVIDER_REFUSED, O.REFUSED),
        (AddressNotAllowedError("no"), S.DECLINED, R.PROVIDER_REFUSED, O.REFUSED),
        (TooManyRequestsError("no"), S.DECLINED, R.PROVIDER_REFUSED, O.REFUSED),
        (NoAnswerError("lost"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ProviderDownError("502", status=502), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ProviderProtocolError("?", answer="<html>"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ZeroDivisionError("a fault of our own"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception | OpenedPayment) else None,
)
def test_asking_for_a_payment(
    tills: Any,
    scripted: Any,
    answer: object,
    state: PaymentState,
    reason: PaymentReason | None,
    operation_state: O,
) -> None:
    """Each answer has its state, its reason and its line in the journal."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        provider = scripted(till, account)
        provider.says("open_payment", answer)
        payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        assert (payment.state, payment.reason) == (state, reason)
        operation = await _last(till, payment)
        assert operation.state is operation_state
        assert operation.is_settled == (operation_state is not O.UNKNOWN)
        assert "fault of our own" not in str(operation.error)
        if state is S.AWAITING_CUSTOMER:
            assert payment.provider_key == "key-1"
            assert payment.expires_at is not None
            left = payment.expires_at - tills.clock.now()
            assert provider.traits.open_for - timedelta(seconds=5) < left <= provider.traits.open_for

    told(tills, story)


def test_a_draft_can_be_sent_again(tills: Any, scripted: Any) -> None:
    """What never left is asked for again as the same payment; given up, it is cancelled without a question."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        provider = scripted(till, account)
        provider.says("open_payment", NotSentError("no line"), NotSentError("no line"), OPENED)
        asked = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        assert (await till.payments.send_draft(asked.id)).state is S.DRAFT
        sent = await till.payments.send_draft(asked.id)
        assert (sent.id, sent.state) == (asked.id, S.AWAITING_CUSTOMER)
        provider.says("open_payment", NotSentError("no line"))
        draft = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        assert (await till.payments.cancel(draft.id)).state is S.CANCELLED

    told(tills, story)


def test_an_account_without_its_secret_writes_nothing_down(tills: Any) -> None:
    """It is said before anything is kept; a draft that was kept before stays one."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        draft = await till.payments.save_draft(till.payments.new_intent(), account, tills.order(account))
        await tills.vault.delete(account.secret_name("api_key"))
        with pytest.raises(CredentialsMissingError):
            await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        with pytest.raises(CredentialsMissingError):
            await till.payments.send_draft(draft.id)
        assert await till.payments.still_open() == [draft]
        assert (await till.payments.cancel(draft.id)).state is S.CANCELLED

    told(tills, story)


@pytest.mark.parametrize(
    ("provider", "answer", "state", "reason", "operation_state"),
    [
        ("digibank", SETTLED, S.PAID, None, O.APPLIED),
        ("digibank", replace(SETTLED, money=Money.of("500", "USDT")), S.PAID, None, O.APPLIED),
        ("digibank", replace(SETTLED, money=Money.of("50", "USDT")), S.UNKNOWN, R.MISMATCH, O.NEEDS_PERSON),
        ("digibank", replace(SETTLED, money=Money.of("500", "USD")), S.UNKNOWN, R.MISMATCH, O.NEEDS_PERSON),
        ("resid", replace(SETTLED, money=Money.of("50", "IRT")), S.PAID, None, O.APPLIED),
        ("digibank", NotSentError("x"), S.AWAITING_CUSTOMER, R.NO_CONNECTION, O.NOT_SENT),
        ("digibank", ProviderRefusedError("x", code="9"), S.AWAITING_CUSTOMER, R.WRONG_CODE, O.REFUSED),
        ("digibank", CredentialsRefusedError("x"), S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED, O.REFUSED),
        ("digibank", AddressNotAllowedError("x"), S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED, O.REFUSED),
        ("digibank", TooManyRequestsError("x"), S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED, O.REFUSED),
        ("resid", ProviderRefusedError("x"), S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED, O.REFUSED),
        ("digibank", NoAnswerError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", ProviderDownError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", ProviderProtocolError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", KeyError("ours"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("resid", evidence(PaymentStanding.FAILED), S.DECLINED, R.CUSTOMER_FAILED, O.REFUSED),
        ("resid", evidence(PaymentStanding.REFUNDED), S.AUTO_REFUNDED, R.TIME_RAN_OUT, O.REFUSED),
        ("resid", evidence(PaymentStanding.WAITING), S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED, O.REFUSED),
        ("resid", evidence(PaymentStanding.UNCLEAR), S.UNKNOWN, R.UNREADABLE_STATE, O.NEEDS_PERSON),
        ("resid", evidence(PaymentStanding.CUSTOMER_PAID), S.UNKNOWN, R.UNREADABLE_STATE, O.NEEDS_PERSON),
        ("digibank", evidence(PaymentStanding.NOT_FOUND), S.UNKNOWN, R.UNREADABLE_STATE, O.NEEDS_PERSON),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_moving_the_money(
    tills: Any,
    scripted: Any,
    provider: str,
    answer: object,
    state: PaymentState,
    reason: PaymentReason | None,
    operation_state: OperationState,
) -> None:
    """Paid only for the provider's "settled", our amount and our currency; the code is forgotten once it is over."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, provider)
        script.says("settle_payment", answer)
        code = "481516" if provider == "digibank" else ""
        confirmed = await till.payments.confirm(payment.id, code)
        assert (confirmed.state, confirmed.reason) == (state, reason)
        assert script.keys == [("key-1", code)]
        operation = await _last(till, payment)
        assert operation.state is operation_state
        if operation.is_settled or not code:
            assert json.loads(operation.input) == {"key": "key-1"}
        else:
            assert json.loads(operation.input) == {"key": "key-1", "code": code}
        if state is S.PAID:
            assert (confirmed.paid_at, confirmed.provider_reference) == (AT, "RRN7")
            assert operation.answer == SETTLED.answer
        elif isinstance(answer, ProviderError) and state is S.AWAITING_CUSTOMER:
            words = getattr(answer, "words", "") or None
            assert confirmed.provider_message == words

    told(tills, story)


@pytest.mark.parametrize("step", ["confirm", "send_draft"])
def test_a_step_begins_only_where_it_begins(tills: Any, scripted: Any, step: str) -> None:
    """A payment that is over takes no step and tells how it stands; one that is not there is said."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "digibank")
        script.says("settle_payment", SETTLED)
        await till.payments.confirm(payment.id, "1")
        with pytest.raises(PaymentNotReadyError) as caught:
            await getattr(till.payments, step)(payment.id)
        assert caught.value.payment.state is S.PAID
        with pytest.raises(NotStoredError):
            await getattr(till.payments, step)("nobody's")
        for over in (till.payments.cancel, till.payments.expire, till.payments.refresh):
            assert (await over(payment.id)).state is S.PAID
        with pytest.raises(PaymentNotReadyError):
            await till.payments.request_again(payment.id)

    told(tills, story)


NEWS = [
    (evidence(PaymentStanding.WAITING), S.AWAITING_CUSTOMER, None),
    (evidence(PaymentStanding.FAILED, message="x"), S.DECLINED, R.CUSTOMER_FAILED),
    (evidence(PaymentStanding.REFUNDED), S.AUTO_REFUNDED, R.TIME_RAN_OUT),
    (evidence(PaymentStanding.UNCLEAR, message="under_review"), S.UNKNOWN, R.UNREADABLE_STATE),
    (SETTLED, S.PAID, None),
    (
        evidence(PaymentStanding.CUSTOMER_PAID, money=Money.of("5000", "IRR")),
        S.UNKNOWN,
        R.MISMATCH,
    ),
]


@pytest.mark.parametrize(
    ("said", "state", "reason"), NEWS, ids=lambda value: getattr(value, "standing", None)
)
def test_looking_whether_the_customer_has_paid(
    tills: Any, scripted: Any, said: PaymentEvidence, state: PaymentState, reason: PaymentReason | None
) -> None:
    """What the provider says is what is kept; nothing new writes and tells nothing."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "resid")
        changes: list[Payment] = []
        till.payments.changes.subscribe(changes.append)
        script.says("ask_about", said)
        known = await till.payments.refresh(payment.id)
        assert (known.state, known.reason) == (state, reason)
        assert changes == ([] if state is S.AWAITING_CUSTOMER else [known])
        assert (known == payment) == (state is S.AWAITING_CUSTOMER)

    told(tills, story)


def test_a_customer_who_paid_is_seen_once_and_collected_where_the_account_says_so(
    tills: Any, scripted: Any
) -> None:
    """By itself with `auto_collect`, again only where nothing left; else the cashier collects."""
    paid = evidence(PaymentStanding.CUSTOMER_PAID, at=AT, money=Money.of("500", "IRR"))

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "resid")
        script.says("ask_about", paid, paid)
        seen = await till.payments.refresh(payment.id)
        assert (seen.state, seen.customer_paid_at) == (S.AWAITING_CUSTOMER, AT)
        assert await till.payments.refresh(payment.id) == seen

        account = await tills.resid(till, auto_collect=True)
        script = scripted(till, account)
        script.says("open_payment", OPENED)
        asked = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "500"))
        script.says("ask_about", paid, paid, paid, paid)
        script.says("settle_payment", NotSentError("no line"), ProviderRefusedError("no"), SETTLED)
        assert (await till.payments.refresh(asked.id)).reason is R.NO_CONNECTION
        assert (await till.payments.refresh(asked.id)).reason is R.PROVIDER_REFUSED
        refused = await till.payments.refresh(asked.id)
        assert (refused.state, refused.reason) == (S.AWAITING_CUSTOMER, R.PROVIDER_REFUSED)
        assert (await till.payments.confirm(asked.id)).state is S.PAID

    told(tills, story)


def test_a_code_is_not_asked_about_while_it_waits(tills: Any, scripted: Any) -> None:
    """The provider knows nothing of a request before it is finalized; nobody is asked."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "digibank")
        assert await till.payments.refresh(payment.id) == payment
        assert (await till.payments.expire(payment.id)).state is S.EXPIRED
        assert script.calls == ["open_payment"]

    told(tills, story)


@pytest.mark.parametrize(
    ("closing", "state", "reason"),
    [("cancel", S.CANCELLED, R.BY_PERSON), ("expire", S.EXPIRED, R.TIME_RAN_OUT)],
)
def test_closing_asks_a_last_question(
    tills: Any, scripted: Any, closing: str, state: PaymentState, reason: PaymentReason
) -> None:
    """A token is closed only on the provider's word; without an answer it stays open."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "resid")
        close = getattr(till.payments, closing)
        script.says("ask_about", NoAnswerError("x"), evidence(PaymentStanding.WAITING))
        with pytest.raises(NoAnswerError):
            await close(payment.id)
        assert await till.payments.get(payment.id) == payment
        if state is S.EXPIRED:
            script.says("ask_about", evidence(PaymentStanding.WAITING))
            assert (await close(payment.id)).state is S.AWAITING_CUSTOMER
            tills.clock.advance(21 * 60)
        closed = await close(payment.id)
        assert (closed.state, closed.reason) == (state, reason)

        script, _, payment = await _opened(tills, scripted, till, "resid")
        script.says("ask_about", evidence(PaymentStanding.CUSTOMER_PAID), evidence(PaymentStanding.UNCLEAR))
        ready = await getattr(till.payments, closing)(payment.id)
        assert ready.state is S.AWAITING_CUSTOMER
        assert ready.customer_paid_at is not None
        with pytest.raises(PaymentNotReadyError):
            await getattr(till.payments, closing)(payment.id)
        assert (await till.payments.get(payment.id)).state is S.UNKNOWN

    told(tills, story)


@pytest.mark.parametrize("closing", ["cancel", "expire", "request_again"])
def test_a_code_that_was_sent_is_asked_about_before_it_is_closed(
    tills: Any, scripted: Any, closing: str
) -> None:
    """A finalize that was refused may have been carried out before: a listed payment is paid, not closed."""

    async def story(till: Till) -> None:
        script, _, payment = await _opened(tills, scripted, till, "digibank")
        script.says("settle_payment", ProviderRefusedError("already finalized"))
        await till.payments.confirm(payment.id, "1")
        script.says("ask_about", SETTLED)
        if closing == "request_again":
            with pytest.raises(PaymentNotReadyError):
                await till.payments.request_again(payment.id)
        else:
            await getattr(till.payments, closing)(payment.id)
        assert (await till.payments.get(payment.id)).state is S.PAID

        script, _, payment = await _opened(tills, scripted, till, "digibank")
        script.says("settle_payment", ProviderRefusedError("wrong"))
        await till.payments.confirm(payment.id, "1")
        script.says("ask_about", evidence(PaymentStanding.NOT_FOUND))
        assert (await till.payments.cancel(payment.id)).state is S.CANCELLED

    told(tills, story)


def test_an_opening_without_an_answer_is_given_up_with_its_line_in_the_journal(
    tills: Any, scripted: Any
) -> None:
    """Nothing of it stays open, also when it was with a person already."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        script = scripted(till, account)
        for asked_first in (False, True):
            script.says("open_payment", NoAnswerError("x"))
            payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
            if asked_first:
                await till.reconciliation.ask(payment.id)
                assert (await _last(till, payment)).state is O.NEEDS_PERSON
            assert (await till.payments.cancel(payment.id)).state is S.CANCELLED
            assert (await _last(till, payment)).state is O.NOT_SENT
        assert not await till.database.read(operations.unsettled)

    told(tills, story)


def test_what_was_taken(tills: Any, scripted: Any) -> None:
    """The newest first, the sum of what was paid for each unit, and how many that were."""

    async def story(till: Till) -> None:
        since = tills.clock.now()
        assert await till.payments.account_used_last() is None
        for provider, said in (("digibank", SETTLED), ("digibank", SETTLED), ("resid", SETTLED)):
            script, _, payment = await _opened(tills, scripted, till, provider)
            script.says("settle_payment", said)
            await till.payments.confirm(payment.id, "1")
        _, _, waiting = await _opened(tills, scripted, till, "resid")
        taken = await till.payments.taken_since(since, limit=2)
        assert [each.id for each in taken.payments] == [waiting.id, payment.id]
        assert taken.totals == [Money.of("500", "IRR"), Money.of("1000", "USDT")]
        assert taken.paid_count == 3
        assert await till.payments.account_used_last() == waiting.account_id
        assert await till.payments.last_operation("nobody's") is None

    told(tills, story)


def test_every_step_is_in_the_chain_with_who_and_why(tills: Any, scripted: Any) -> None:
    """From draft to paid, by whoever did it; the provider's words stand beside the state."""

    async def story(till: Till) -> None:
        operator = Operator(
            id="operator-7", till_id="1", name="نمونه", role=Role.CASHIER, pin_hash="x", created_at=AT
        )
        await till.database.write(lambda connection: operators.save(connection, operator))
        till.session.operator_id = operator.id
        script, _, payment = await _opened(tills, scripted, till, "digibank")
        script.says("settle_payment", ProviderRefusedError("no", provider_message="غلط", code="9"), SETTLED)
        await till.payments.confirm(payment.id, "1")
        await till.payments.confirm(payment.id, "2")
        steps = await till.database.read(lambda connection: events.of_subject(connection, payment.id))
        assert [(step.before, step.after, step.operator_id) for step in steps] == [
            (None, "draft", "operator-7"),
            ("draft", "requesting", "operator-7"),
            ("requesting", "awaiting_customer", None),
            ("awaiting_customer", "confirming", "operator-7"),
            ("confirming", "awaiting_customer", None),
            ("awaiting_customer", "confirming", "operator-7"),
            ("confirming", "paid", None),
        ]
        assert json.loads(steps[4].detail) == {"reason": "wrong_code", "provider": "غلط (9)"}

    told(tills, story)
