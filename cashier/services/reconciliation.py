"""Unknown outcomes, settled by asking the provider: never by guessing, never by time alone.

What may be sent again is a property of the endpoint. Collecting a token, and finalizing one request with the same
code, can only ever act once; so they may be repeated, finalizing only after the provider has twice known nothing. A
confirmation that was found in a restored backup is never repeated.
"""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial

import apsw

from cashier.domain.operation import PAYMENT_OPERATIONS, Operation, OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import (
    AccountSettingsError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    UnsafeAddressError,
)
from cashier.providers.protocol import PaymentEvidence, PaymentProvider, PaymentStanding
from cashier.services import journal, payment_records
from cashier.services.asking import AskingPlan, PlannedAsking
from cashier.services.payment_desk import PaymentDesk
from cashier.services.payment_settling import ABOUT_THE_ACCOUNT
from cashier.services.timer import Timer
from cashier.storage import operations, payments

# Not cured by waiting for the line: somebody has to look at the account.
_NEEDS_SETTINGS = (AccountSettingsError, UnsafeAddressError)


class Reconciliation:
    """Asks providers what became of calls whose answer was lost."""

    def __init__(
        self,
        desk: PaymentDesk,
        plan: AskingPlan,
        timer: Timer,
    ) -> None:
        self._desk = desk
        self._plan = plan
        self._timer = timer
        # Not by the wall's clock, which may be set while we wait.
        self._not_found_at_s: dict[str, float] = {}
        self._asking = PlannedAsking(plan, ask=self._is_answered, give_up=self._give_up)

    async def recover(self) -> list[Payment]:
        """Take up what a run before this one left: returns the payments that are not settled.

        A call that was written down but had not begun to leave was not made; one that had is unknown.
        """

        def left_open(connection: apsw.Connection) -> set[str]:
            unclear = {
                payment.id
                for payment in payments.still_open(connection)
                if payment.state is PaymentState.UNKNOWN
            }
            return unclear | {
                operation.subject_id for operation in operations.unsettled(connection, *PAYMENT_OPERATIONS)
            }

        return [
            await self._desk.once("recover", payment_id, partial(self._take_up, payment_id))
            for payment_id in sorted(await self._desk.database.read(left_open))
        ]

    @property
    def first_pause_s(self) -> float:
        """How long after an answer was lost the first question is put."""
        return self._plan.pauses_s[0]

    async def ask(self, payment_id: str) -> Payment:
        """Ask the provider once what became of a payment, and return it as it stands then."""
        return await self._desk.once("ask", payment_id, lambda: self._ask(payment_id))

    async def ask_in_plan(self, payment_id: str) -> float | None:
        """Put the next of the plan's questions; a person must look when they have run out.

        Returns the seconds until the next question, or None when there is nothing more to ask.
        """
        return await self._asking.next_question(payment_id)

    async def _is_answered(self, payment_id: str) -> bool:
        payment = await self.ask(payment_id)
        return payment.state is not PaymentState.UNKNOWN or await self._is_with_person(payment_id)

    async def _is_with_person(self, payment_id: str) -> bool:
        operation = await self._unsettled(payment_id)
        return operation is not None and operation.state is OperationState.NEEDS_PERSON

    async def _give_up(self, payment_id: str) -> Payment:
        return await self._desk.once("give_up", payment_id, partial(self._hand_over, payment_id))

    async def _hand_over(self, payment_id: str) -> Payment:
        payment, operation = await self._desk.get(payment_id), await self._unsettled(payment_id)
        if operation is None or operation.state is OperationState.NEEDS_PERSON:
            return payment

        def write(connection: apsw.Connection) -> Payment:
            journal.hand_to_person(
                connection,
                self._desk.session,
                operation,
                error=f"asked {operation.attempts} times without certainty",
            )
            return payment_records.note_fact(
                connection, self._desk.session, payment, "needs_person", reason=payment.reason
            )

        return await self._desk.write(write)

    # One question

    async def _ask(self, payment_id: str) -> Payment:
        payment = await self._take_up(payment_id)
        operation = await self._unsettled(payment_id)
        self._asking.note_put(payment_id, was_put=True)
        if payment.state is not PaymentState.UNKNOWN:
            return payment
        try:
            provider = await self._desk.provider_of(payment)
            if operation is None:
                return await self._look_for_news(payment, provider)
            if operation.kind is OperationKind.OPEN_PAYMENT:
                return await self._look_for_opened(payment, operation, provider)
            return await self._look_for_settled(payment, operation, provider)
        except ProviderError as error:
            if isinstance(error, NotSentError) and not isinstance(error, _NEEDS_SETTINGS):
                self._asking.note_put(payment_id, was_put=False)
            return await self._no_wiser(payment, str(error))

    async def _take_up(self, payment_id: str) -> Payment:
        """Bring a payment whose call was broken off in the middle to where it can be asked about."""
        payment, operation = await self._desk.get(payment_id), await self._unsettled(payment_id)
        session = self._desk.session
        if operation is None or operation.state in {OperationState.UNKNOWN, OperationState.NEEDS_PERSON}:
            return payment

        def write(connection: apsw.Connection) -> Payment:
            if operation.state is OperationState.PREPARED:
                journal.settle(
                    connection, session, operation, OperationState.NOT_SENT, error="ended before sending"
                )
                opening = payment.state is PaymentState.REQUESTING
                return payment_records.move(
                    connection,
                    session,
                    payment,
                    PaymentState.DRAFT if opening else PaymentState.AWAITING_CUSTOMER,
                    reason=PaymentReason.NO_CONNECTION,
                    keeps_outbox=True,
                )
            journal.leave_unknown(
                connection,
                session,
                operation,
                error="ended before the answer was written down",
                next_attempt_at=session.clock.now(),
            )
            if payment.state is PaymentState.UNKNOWN:
                return payment
            return payment_records.move(
                connection, session, payment, PaymentState.UNKNOWN, reason=PaymentReason.NO_ANSWER
            )

        return await self._desk.write(write)

    async def _look_for_news(self, payment: Payment, provider: PaymentProvider) -> Payment:
        """Ask about a payment that became unclear while it waited for the customer, with no call of ours open."""
        order, key = payment_records.order_of(payment), payment.provider_key or ""
        evidence = await self._desk.call(payment, provider.ask_about(order, key))
        return await self._desk.keep_news(payment, evidence)

    async def _look_for_opened(
        self, payment: Payment, operation: Operation, provider: PaymentProvider
    ) -> Payment:
        if operation.is_restored and not provider.traits.opened_can_be_found:
            # It may have been opened, and paid, after the backup was made.
            evidence = await self._desk.call(
                payment, provider.ask_about(payment_records.order_of(payment), payment.provider_key or "")
            )
            if evidence.standing is not PaymentStanding.NOT_FOUND:
                return await self._apply(payment, operation, evidence)
        if not provider.traits.opened_can_be_found:
            # Nobody can be asked, and no money is in doubt: a person asks the customer again or gives it up.
            return await self._hand_over(payment.id)
        opened = await self._desk.call(
            payment,
            provider.find_opened(
                payment_records.order_of(payment), operation.sent_at or operation.prepared_at
            ),
        )
        if opened is None:
            return await self._no_wiser(payment, "the provider lists no such payment")
        session = self._desk.session

        def write(connection: apsw.Connection) -> Payment:
            journal.settle(connection, session, operation, OperationState.APPLIED, answer=opened.answer)
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.AWAITING_CUSTOMER,
                provider_key=opened.key,
                expires_at=opened.expires_at or session.clock.now() + provider.traits.open_for,
            )

        return await self._desk.write(write)

    async def _look_for_settled(
        self, payment: Payment, operation: Operation, provider: PaymentProvider
    ) -> Payment:
        order, key = payment_records.order_of(payment), payment.provider_key or ""
        evidence = await self._desk.call(payment, provider.ask_about(order, key))
        if evidence.standing is PaymentStanding.CUSTOMER_PAID and provider.traits.settle_is_repeatable:
            return await self._repeat(payment, operation, provider)
        if evidence.standing is PaymentStanding.WAITING:
            return await self._not_settled(payment, operation, "the customer has not paid", evidence.answer)
        if evidence.standing is not PaymentStanding.NOT_FOUND:
            return await self._apply(payment, operation, evidence)
        now_s = self._timer.now_s()
        first_not_found_at_s = self._not_found_at_s.setdefault(operation.id, now_s)
        if now_s - first_not_found_at_s < self._plan.not_found_gap.total_seconds():
            return await self._no_wiser(payment, "the provider lists no such payment yet")
        # A clock that was set forward ends nobody's time: a call of ours may still be on its way.
        now = self._desk.time_at_least()
        is_over = payment.expires_at is not None and now >= payment.expires_at + self._plan.expiry_margin
        if is_over or operation.is_restored:
            # A restored one never leaves again: the customer, if there still is one, reads the code out once more.
            error = "expired and not listed" if is_over else "not listed after a restore"
            return await self._not_settled(payment, operation, error, evidence.answer)
        return await self._repeat(payment, operation, provider)

    async def _repeat(self, payment: Payment, operation: Operation, provider: PaymentProvider) -> Payment:
        """Send the same settling call once more, under the same journal row."""
        order, key = payment_records.order_of(payment), payment.provider_key or ""
        code = str(json.loads(operation.input).get("code", ""))
        repeated = await self._desk.database.write(
            lambda connection: journal.begin_repeat(connection, self._desk.session, operation)
        )
        self._not_found_at_s.pop(operation.id, None)
        try:
            evidence = await self._desk.call(payment, provider.settle_payment(order, key, code))
        except ABOUT_THE_ACCOUNT:
            # This call was turned away at the door; one that left before it may still act.
            raise
        except ProviderRefusedError as refusal:
            # "Already settled" is a refusal too: the list has the last word.
            evidence = await self._desk.call(payment, provider.ask_about(order, key))
            if evidence.standing in {PaymentStanding.NOT_FOUND, PaymentStanding.WAITING}:
                return await self._not_settled(
                    payment, repeated, str(refusal), refusal.answer, words=refusal.words
                )
            if evidence.standing is PaymentStanding.CUSTOMER_PAID:
                # This call took nothing; whether the first one did cannot be told yet.
                return await self._no_wiser(payment, str(refusal))
        return await self._apply(payment, repeated, evidence)

    # What an answer means

    async def _apply(self, payment: Payment, operation: Operation, evidence: PaymentEvidence) -> Payment:
        return await self._desk.write(
            lambda connection: payment_records.apply_evidence(
                connection, self._desk.session, payment, operation, evidence
            )
        )

    async def _not_settled(
        self, payment: Payment, operation: Operation, error: str, answer: str, *, words: str = ""
    ) -> Payment:
        """The call had no effect: the payment waits for the customer again, or its time is over."""
        session = self._desk.session
        over = payment.expires_at is not None and self._desk.time_at_least() >= payment.expires_at

        def write(connection: apsw.Connection) -> Payment:
            journal.settle(connection, session, operation, OperationState.REFUSED, error=error, answer=answer)
            if over:
                return payment_records.move(
                    connection,
                    session,
                    payment,
                    PaymentState.EXPIRED,
                    reason=PaymentReason.TIME_RAN_OUT,
                    provider_message=words or None,
                )
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.AWAITING_CUSTOMER,
                reason=PaymentReason.PROVIDER_REFUSED if words else PaymentReason.NO_ANSWER,
                provider_message=words or None,
            )

        return await self._desk.write(write)

    async def _no_wiser(self, payment: Payment, error: str) -> Payment:
        """Write down one more question that brought no certainty, and when the next one comes."""
        operation = await self._unsettled(payment.id)
        if operation is None:
            return payment
        session = self._desk.session
        was_put = self._asking.was_put(payment.id)
        next_attempt_at = session.clock.now() + timedelta(seconds=self._asking.pause_s(payment.id))

        def write(connection: apsw.Connection) -> Payment:
            current = operation
            if current.state is not OperationState.UNKNOWN:
                current = journal.leave_unknown(connection, session, current, error=error)
            journal.note_attempt(
                connection, current, was_put=was_put, next_attempt_at=next_attempt_at, error=error
            )
            return payment_records.note_fact(connection, session, payment, "asked", reason=payment.reason)

        return await self._desk.write(write)

    async def _unsettled(self, payment_id: str) -> Operation | None:
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, payment_id)
        )
        # Of one payment at most one is open; which came last is not for a clock to say.
        return next((operation for operation in reversed(made) if not operation.is_settled), None)
