"""Unknown outcomes: each rule by which they end, and that none ends otherwise."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import (
    AccountSettingsError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderRefusedError,
)
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentStanding
from cashier.services import journal
from cashier.services.asking import AskingPlan
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.till import Till
from cashier.storage import operations, payments

AT = datetime(2026, 3, 21, 12, tzinfo=UTC)
OPENED = OpenedPayment(key="key-1", expires_at=None, answer="{}")
SETTLED = PaymentEvidence(standing=PaymentStanding.SETTLED, at=AT)
NOT_FOUND = PaymentEvidence(standing=PaymentStanding.NOT_FOUND)
LOST = NoAnswerError("lost")
S, R, O = PaymentState, PaymentReason, OperationState  # noqa: E741  # tables below are read across


def evidence(standing: PaymentStanding, **facts: Any) -> PaymentEvidence:
    """Return the provider's word."""
    return PaymentEvidence(standing=standing, **facts)


def told(tills: Any, story: Callable[[Till], Any], *, pursued: bool = False) -> None:
    """Run a story in an open till; asked only when the story asks, unless it is `pursued`."""

    async def whole() -> None:
        async with tills() as till:
            if not pursued:
                await till.sync.stop()
            await story(till)

    asyncio.run(whole())


async def _unknown(tills: Any, scripted: Any, till: Till, provider: str = "digibank") -> tuple[Any, Payment]:
    """Return a scripted provider and a payment whose settling call got no answer."""
    account = await getattr(tills, provider)(till)
    script = scripted(till, account)
    script.says("open_payment", OPENED)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "500"))
    script.says("settle_payment", LOST)
    return script, await till.payments.confirm(payment.id, "481516" if provider == "digibank" else "")


async def _last(till: Till, payment: Payment) -> Operation:
    operation = await till.payments.last_operation(payment.id)
    assert operation is not None
    return operation


async def _twice_not_found(tills: Any, till: Till, script: Any, payment: Payment) -> None:
    """Have the provider know nothing, twice, far enough apart."""
    script.says("ask_about", NOT_FOUND, NOT_FOUND)
    assert (await till.reconciliation.ask(payment.id)).state is S.UNKNOWN
    # As if the first had been as long ago as it must be.
    first_at_s = till.reconciliation._not_found_at_s
    first_at_s[(await _last(till, payment)).id] -= tills.plan.not_found_gap.total_seconds()


@pytest.mark.parametrize(
    ("provider", "said", "state", "reason", "operation_state"),
    [
        ("digibank", SETTLED, S.PAID, None, O.APPLIED),
        ("digibank", replace(SETTLED, money=Money.of("1", "USDT")), S.UNKNOWN, R.MISMATCH, O.NEEDS_PERSON),
        (
            "digibank",
            evidence(PaymentStanding.UNCLEAR, message="2 × R"),
            S.UNKNOWN,
            R.UNREADABLE_STATE,
            O.NEEDS_PERSON,
        ),
        ("digibank", NOT_FOUND, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", LOST, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", NotSentError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("digibank", ProviderRefusedError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        ("resid", evidence(PaymentStanding.WAITING), S.AWAITING_CUSTOMER, R.NO_ANSWER, O.REFUSED),
        ("resid", evidence(PaymentStanding.FAILED), S.DECLINED, R.CUSTOMER_FAILED, O.REFUSED),
        ("resid", evidence(PaymentStanding.REFUNDED), S.AUTO_REFUNDED, R.TIME_RAN_OUT, O.REFUSED),
    ],
    ids=lambda value: getattr(value, "value", None) or type(value).__name__,
)
def test_one_question(
    tills: Any,
    scripted: Any,
    provider: str,
    said: object,
    state: PaymentState,
    reason: PaymentReason | None,
    operation_state: O,
) -> None:
    """What the provider says settles it, or leaves it as unknown as it was; nothing is sent again."""

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till, provider)
        script.says("ask_about", said)
        known = await till.reconciliation.ask(payment.id)
        assert (known.state, known.reason) == (state, reason)
        operation = await _last(till, payment)
        assert operation.state is operation_state
        put = not isinstance(said, NotSentError)
        if operation_state is O.UNKNOWN:
            assert operation.attempts == (1 if put else 0)
            assert operation.next_attempt_at is not None
            assert json.loads(operation.input)["code"] == "481516"
        assert script.calls.count("settle_payment") == 1

    told(tills, story)


def test_two_not_found_too_close_together_are_one(tills: Any, scripted: Any) -> None:
    """A provider that has not got round to listing it is not believed, whatever the wall's clock says meanwhile."""
    tills.plan = AskingPlan(pauses_s=(0.001,), not_found_gap=timedelta(seconds=10))

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        script.says("ask_about", *[NOT_FOUND] * 3)
        for shift in (0, 3600, -7200):
            tills.clock.advance(shift)
            assert (await till.reconciliation.ask(payment.id)).state is S.UNKNOWN
        assert script.calls.count("settle_payment") == 1

    told(tills, story)


@pytest.mark.parametrize(
    ("repeated", "then", "state", "reason", "operation_state"),
    [
        (SETTLED, None, S.PAID, None, O.APPLIED),
        (ProviderRefusedError("already", code="9"), SETTLED, S.PAID, None, O.APPLIED),
        (
            ProviderRefusedError("wrong", code="9"),
            NOT_FOUND,
            S.AWAITING_CUSTOMER,
            R.PROVIDER_REFUSED,
            O.REFUSED,
        ),
        (ProviderRefusedError("wrong"), NOT_FOUND, S.AWAITING_CUSTOMER, R.NO_ANSWER, O.REFUSED),
        (
            ProviderRefusedError("x"),
            evidence(PaymentStanding.UNCLEAR),
            S.UNKNOWN,
            R.UNREADABLE_STATE,
            O.NEEDS_PERSON,
        ),
        (ProviderRefusedError("x"), LOST, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (LOST, None, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (NotSentError("x"), None, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ZeroDivisionError("ours"), None, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
    ],
    ids=lambda value: getattr(value, "value", None) or type(value).__name__,
)
def test_not_found_twice_is_sent_once_more(
    tills: Any,
    scripted: Any,
    repeated: object,
    then: object,
    state: PaymentState,
    reason: PaymentReason | None,
    operation_state: O,
) -> None:
    """The same request and the same code, under the same line of the journal; the list has the last word."""

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        await _twice_not_found(tills, till, script, payment)
        script.says("settle_payment", repeated)
        if then is not None:
            script.says("ask_about", then)
        known = await till.reconciliation.ask(payment.id)
        assert (known.state, known.reason) == (state, reason)
        assert script.keys == [("key-1", "481516")] * 2
        of_payment = await till.database.read(
            lambda connection: operations.of_subject(connection, payment.id)
        )
        assert [operation.kind for operation in of_payment] == [
            OperationKind.OPEN_PAYMENT,
            OperationKind.SETTLE_PAYMENT,
        ]
        assert of_payment[-1].state is operation_state
        assert ("code" in of_payment[-1].input) != of_payment[-1].is_settled

    told(tills, story)


def test_expired_and_not_found_twice_is_not_paid(tills: Any, scripted: Any) -> None:
    """After its time nothing is sent again, and one look is not enough; just before its margin it still is sent."""

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        assert payment.expires_at is not None
        tills.clock.advance((payment.expires_at - tills.clock.now()).total_seconds() + 31)
        await _twice_not_found(tills, till, script, payment)
        expired = await till.reconciliation.ask(payment.id)
        assert (expired.state, expired.reason) == (S.EXPIRED, R.TIME_RAN_OUT)
        assert (await _last(till, payment)).state is O.REFUSED
        assert script.calls.count("settle_payment") == 1

        script, payment = await _unknown(tills, scripted, till)
        assert payment.expires_at is not None
        tills.clock.advance((payment.expires_at - tills.clock.now()).total_seconds() + 20)
        await _twice_not_found(tills, till, script, payment)
        script.says("settle_payment", ProviderRefusedError("expired", code="3"))
        script.says("ask_about", NOT_FOUND)
        expired = await till.reconciliation.ask(payment.id)
        assert (expired.state, expired.provider_message) == (S.EXPIRED, "(3)")

    told(tills, story)


def test_a_customer_who_paid_is_collected_again(tills: Any, scripted: Any) -> None:
    """A token settles once, so collecting is repeated at once; refused, it stays unknown and is asked about again."""
    paid = evidence(PaymentStanding.CUSTOMER_PAID)

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till, "resid")
        script.says("ask_about", paid, paid)
        script.says("settle_payment", CredentialsRefusedError("no"))
        assert (await till.reconciliation.ask(payment.id)).state is S.UNKNOWN
        assert (await _last(till, payment)).state is O.UNKNOWN
        script.says("ask_about", paid)
        script.says("settle_payment", SETTLED)
        assert (await till.reconciliation.ask(payment.id)).state is S.PAID

    told(tills, story)


def test_a_token_that_was_made_is_looked_for(tills: Any, scripted: Any) -> None:
    """Not listed: asked again; listed: adopted, with the time it has left or the provider's own."""

    async def story(till: Till) -> None:
        account = await tills.resid(till)
        script = scripted(till, account)
        for expires_at in (None, tills.clock.now() + timedelta(minutes=3)):
            script.says("open_payment", LOST)
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "500")
            )
            script.says("find_opened", None, replace(OPENED, expires_at=expires_at))
            assert (await till.reconciliation.ask(asked.id)).state is S.UNKNOWN
            found = await till.reconciliation.ask(asked.id)
            assert (found.state, found.provider_key) == (S.AWAITING_CUSTOMER, "key-1")
            assert found.expires_at is not None
            assert expires_at is None or found.expires_at == expires_at
            assert (await till.reconciliation.ask(asked.id)) == found

    told(tills, story)


def test_a_payment_that_became_unclear_is_asked_about_until_it_is_clear(tills: Any, scripted: Any) -> None:
    """Without any call of ours open: it may wait again, be paid, or end; a restart takes it up too."""

    async def story(till: Till) -> None:
        account = await tills.resid(till)
        script = scripted(till, account)
        unclear = evidence(PaymentStanding.UNCLEAR, message="under_review")
        for said, state in (
            (evidence(PaymentStanding.WAITING), S.AWAITING_CUSTOMER),
            (evidence(PaymentStanding.CUSTOMER_PAID, at=AT), S.AWAITING_CUSTOMER),
            (evidence(PaymentStanding.FAILED), S.DECLINED),
            (SETTLED, S.PAID),
        ):
            script.says("open_payment", OPENED)
            asked = await till.payments.request(
                till.payments.new_intent(), account, tills.order(account, "500")
            )
            script.says("ask_about", unclear, LOST, unclear, NOT_FOUND, said)
            assert (await till.payments.refresh(asked.id)).state is S.UNKNOWN
            assert asked.id in {payment.id for payment in await till.reconciliation.recover()}
            for _ in range(3):
                assert (await till.reconciliation.ask(asked.id)).state is S.UNKNOWN
            known = await till.reconciliation.ask(asked.id)
            assert known.state is state
            assert (known.customer_paid_at == AT) == (said.standing is PaymentStanding.CUSTOMER_PAID)

    told(tills, story)


# Asking by itself


def test_asked_by_itself_until_it_is_known(tills: Any, scripted: Any) -> None:
    """Questions without certainty are followed by others; the first certain answer ends it."""

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        script.says("ask_about", LOST, ProviderRefusedError("busy"), SETTLED)
        assert (await tills.at_rest(till, payment.id)).state is S.PAID
        assert script.calls.count("ask_about") == 3

    told(tills, story, pursued=True)


def test_questions_that_were_not_put_do_not_count(tills: Any, scripted: Any) -> None:
    """However long the line is down, the payment is settled when it is back, without a person."""
    offline = len(tills.plan.pauses_s) * 2

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        script.says("ask_about", *[NotSentError("no line")] * offline, SETTLED)
        assert (await tills.at_rest(till, payment.id)).state is S.PAID

    told(tills, story, pursued=True)


@pytest.mark.parametrize("error", [LOST, LookupError("a fault of our own")], ids=["lost", "own"])
def test_asking_ends_with_a_person_who_may_have_it_asked_again(
    tills: Any, scripted: Any, error: Exception
) -> None:
    """After the last question of the plan; a person's question begins the plan anew, and may settle it."""
    planned = len(tills.plan.pauses_s)

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        script.says("ask_about", *[error] * planned)
        assert (await tills.at_rest(till, payment.id)).state is S.UNKNOWN
        operation = await _last(till, payment)
        assert (operation.state, operation.attempts) == (O.NEEDS_PERSON, planned)
        assert operation.next_attempt_at is None
        with pytest.raises(PaymentNotReadyError):
            await till.payments.cancel(payment.id)
        script.says("ask_about", LOST, SETTLED)
        assert (await till.reconciliation.ask(payment.id)).state is S.UNKNOWN
        assert (await tills.at_rest(till, payment.id)).state is S.PAID

    told(tills, story, pursued=True)


def test_a_payment_that_stays_unclear_is_left_as_it_is(tills: Any, scripted: Any) -> None:
    """With no call of ours to hand over it stays under "unknown", and a person may ask again and again."""
    planned = len(tills.plan.pauses_s)
    unclear = evidence(PaymentStanding.UNCLEAR, message="under_review")

    async def story(till: Till) -> None:
        account = await tills.resid(till)
        script = scripted(till, account)
        script.says("open_payment", OPENED)
        asked = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "500"))
        script.says("ask_about", *[unclear] * (planned + 1))
        await till.payments.refresh(asked.id)
        while script.script["ask_about"] or till.desk.is_under_way(asked.id):  # noqa: ASYNC110  # the end of a script is no event
            await asyncio.sleep(0.001)
        still = await till.payments.get(asked.id)
        assert (still.state, still.provider_message) == (S.UNKNOWN, "under_review")
        script.says("ask_about", SETTLED)
        assert (await till.reconciliation.ask(asked.id)).state is S.PAID

    told(tills, story, pursued=True)


def test_an_account_that_cannot_be_used_is_for_a_person(
    tills: Any, scripted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting or a secret that is missing is no passing trouble; asking does not break off before."""

    async def story(till: Till) -> None:
        for error in (AccountSettingsError("x", field="time_zone"), LookupError("the vault broke")):
            _, payment = await _unknown(tills, scripted, till)

            async def fail(_: object, error: Exception = error) -> None:
                raise error

            with monkeypatch.context() as patch:
                patch.setattr(till.clients, "taking_payments", fail)
                await tills.at_rest(till, payment.id)
            assert (await _last(till, payment)).state is O.NEEDS_PERSON

    told(tills, story, pursued=True)


def test_a_request_that_cannot_be_looked_up_is_for_a_person_at_once(tills: Any, scripted: Any) -> None:
    """Nobody can be asked, and no money is in doubt: asking again or giving up is for the cashier."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        script = scripted(till, account)
        script.says("open_payment", LOST)
        asked = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        await tills.at_rest(till, asked.id)
        assert (await _last(till, asked)).state is O.NEEDS_PERSON
        assert (await till.reconciliation.ask(asked.id)).state is S.UNKNOWN
        assert script.calls == ["open_payment"]

    told(tills, story, pursued=True)


def test_a_clock_that_was_set_back_hides_no_open_call(tills: Any, scripted: Any) -> None:
    """The confirmation is the later call though its id says it is the earlier one; it is asked about."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        script = scripted(till, account)
        script.says("open_payment", OPENED)
        asked = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        tills.clock.advance(-86_400)
        script.says("settle_payment", LOST)
        await till.payments.confirm(asked.id, "1")
        script.says("ask_about", SETTLED)
        assert (await tills.at_rest(till, asked.id)).state is S.PAID

    told(tills, story, pursued=True)


# After a crash


@pytest.mark.parametrize(
    ("left", "payment_left", "taken_up", "payment_taken_up"),
    [
        (O.PREPARED, S.CONFIRMING, O.NOT_SENT, S.AWAITING_CUSTOMER),
        (O.SENT, S.CONFIRMING, O.UNKNOWN, S.UNKNOWN),
        (O.ANSWERED, S.CONFIRMING, O.UNKNOWN, S.UNKNOWN),
        (O.UNKNOWN, S.UNKNOWN, O.UNKNOWN, S.UNKNOWN),
        (O.RECONCILING, S.UNKNOWN, O.UNKNOWN, S.UNKNOWN),
        (O.NEEDS_PERSON, S.UNKNOWN, O.NEEDS_PERSON, S.UNKNOWN),
    ],
)
def test_what_a_run_left_is_taken_up(
    tills: Any,
    scripted: Any,
    left: OperationState,
    payment_left: PaymentState,
    taken_up: OperationState,
    payment_taken_up: PaymentState,
) -> None:
    """Each state a kill can leave; from there asking settles it, and taking up twice changes nothing more."""

    async def story(till: Till) -> None:
        script, payment = await _unknown(tills, scripted, till)
        operation = await _last(till, payment)

        def as_a_kill_left_it(connection: apsw.Connection) -> None:
            operations.update(connection, replace(operation, state=left), before=operation.state)
            payments.update(connection, replace(payment, state=payment_left, version=payment.version + 1))

        await till.database.write(as_a_kill_left_it)
        for _ in range(2):
            recovered = await till.reconciliation.recover()
            assert [each.state for each in recovered] in ([payment_taken_up], [])
            operation = await _last(till, payment)
            assert operation.state is taken_up
        if taken_up is not O.NOT_SENT:
            script.says("ask_about", SETTLED)
            assert (await till.reconciliation.ask(payment.id)).state is S.PAID

    told(tills, story)


def test_a_request_that_had_not_begun_to_leave_is_a_draft_again(tills: Any, scripted: Any) -> None:
    """What was only prepared was not sent, and can be sent."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        draft = await till.payments.save_draft(till.payments.new_intent(), account, tills.order(account))

        def prepare(connection: apsw.Connection) -> None:
            journal.prepare(
                connection,
                till.session,
                account_id=account.id,
                subject_id=draft.id,
                kind=OperationKind.OPEN_PAYMENT,
                arguments={},
            )
            payments.update(connection, replace(draft, state=S.REQUESTING, version=2))

        await till.database.write(prepare)
        (left,) = await till.reconciliation.recover()
        assert (left.state, left.reason) == (S.DRAFT, R.NO_CONNECTION)
        scripted(till, account).says("open_payment", OPENED)
        assert (await till.payments.send_draft(draft.id)).state is S.AWAITING_CUSTOMER

    told(tills, story)


def test_a_till_that_closes_waits_for_steps_and_asks_no_more(tills: Any) -> None:
    """A confirmation under way is waited for; what is unknown then stays so, for the next run to settle."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        account = await tills.digibank(till)
        payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        (request,) = control.open_requests()
        control.fault("hold_after", "digibank", "finalize")
        step = asyncio.create_task(till.payments.confirm(payment.id, request.code))
        await asyncio.to_thread(control.wait_for_held)
        closing = asyncio.create_task(till.close())
        control.release(reset=True)
        await closing
        assert (await step).state is S.UNKNOWN
        assert not control.calls("digibank", "list")
        async with tills() as till:
            await till.start()
            assert (await tills.at_rest(till, payment.id)).state is S.PAID

    asyncio.run(story())
