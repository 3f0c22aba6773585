"""Unknown outcomes, settled by asking the provider: never by guessing, never by time alone.

What may be sent again is a property of the endpoint. Collecting a token, and finalizing one request with the same
code, can only ever act once; so they may be repeated, finalizing only after the provider has twice known nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import apsw
import structlog

from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import ProviderError, ProviderRefusedError
from cashier.providers.protocol import PaymentEvidence, PaymentProvider, PaymentStanding
from cashier.services import journal, payment_records
from cashier.services.payment_desk import PaymentDesk
from cashier.services.provider_clients import CredentialsMissingError
from cashier.storage import operations
from cashier.storage.errors import StorageUnavailableError
from cashier.vault.protocol import VaultError

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingPlan:
    """How often the provider is asked about one unknown outcome.

    Attributes:
        pauses_s: seconds before each question; when they have run out, a person must look.
        not_found_gap: how far apart two "not found" must be before they are believed.
        expiry_margin: how long after its expiry a request may still turn out to have been settled.
    """

    pauses_s: tuple[float, ...] = (0.5, 3, 10, 10, 20, 30, 60, 120, 300, 600)
    not_found_gap: timedelta = timedelta(seconds=10)
    expiry_margin: timedelta = timedelta(seconds=30)


class Reconciliation:
    """Asks providers what became of calls whose answer was lost."""

    def __init__(
        self,
        desk: PaymentDesk,
        plan: AskingPlan,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._desk = desk
        self._plan = plan
        self._pause = pause
        self._not_found_at: dict[str, datetime] = {}
        self._pursuits: dict[str, asyncio.Task[None]] = {}

    async def recover(self) -> list[Payment]:
        """Take up what a run before this one left: returns the payments that are not settled.

        A call that was written down but had not begun to leave was not made; one that had is unknown.
        """
        left = await self._desk.database.read(operations.unsettled)
        return [
            await self._desk.once("recover", payment_id, partial(self._take_up, payment_id))
            for payment_id in sorted({operation.subject_id for operation in left})
        ]

    def pursue(self, payment_id: str) -> None:
        """Ask about a payment in the background, again and again, until it is known or a person must look."""
        if payment_id in self._pursuits:
            return
        task = asyncio.get_running_loop().create_task(self._pursue(payment_id), name=f"pursue {payment_id}")
        self._pursuits[payment_id] = task
        task.add_done_callback(lambda done: self._pursuit_ended(payment_id, done))

    async def ask(self, payment_id: str) -> Payment:
        """Ask the provider once what became of a payment, and return it as it stands then."""
        return await self._desk.once("ask", payment_id, lambda: self._ask(payment_id))

    async def stop(self) -> None:
        """Stop asking; what is unknown stays written down as unknown."""
        tasks = list(self._pursuits.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # Asking again and again

    async def _pursue(self, payment_id: str) -> None:
        for number, pause_s in enumerate(self._plan.pauses_s):
            await self._pause(pause_s)
            try:
                payment = await self.ask(payment_id)
            except (StorageUnavailableError, VaultError, CredentialsMissingError) as error:
                # The disk or the vault may be back at the next question; the payment stays open meanwhile.
                _log.warning("asking_failed", payment=payment_id, question=number, error=repr(error))
                continue
            operation = await self._unsettled(payment_id)
            if payment.state is not PaymentState.UNKNOWN or not _can_be_asked(operation):
                return
        await self._desk.once("give_up", payment_id, lambda: self._hand_over(payment_id))

    def _pursuit_ended(self, payment_id: str, task: asyncio.Task[None]) -> None:
        self._pursuits.pop(payment_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("pursuit_failed", payment=payment_id, error=repr(error))

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
        if operation is None or payment.state is not PaymentState.UNKNOWN:
            return payment
        provider = await self._desk.provider_of(payment)
        try:
            if operation.kind is OperationKind.OPEN_PAYMENT:
                return await self._look_for_opened(payment, operation, provider)
            return await self._look_for_settled(payment, operation, provider)
        except ProviderError as error:
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

    async def _look_for_opened(
        self, payment: Payment, operation: Operation, provider: PaymentProvider
    ) -> Payment:
        if not provider.traits.opened_can_be_found:
            return payment
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
        now = self._desk.session.clock.now()
        if payment.expires_at is not None and now >= payment.expires_at + self._plan.expiry_margin:
            return await self._not_settled(payment, operation, "expired and not listed", evidence.answer)
        first_not_found_at = self._not_found_at.setdefault(operation.id, now)
        if now - first_not_found_at >= self._plan.not_found_gap:
            return await self._repeat(payment, operation, provider)
        return await self._no_wiser(payment, "the provider lists no such payment yet")

    async def _repeat(self, payment: Payment, operation: Operation, provider: PaymentProvider) -> Payment:
        """Send the same settling call once more, under the same journal row."""
        order, key = payment_records.order_of(payment), payment.provider_key or ""
        code = str(json.loads(operation.input).get("code", ""))
        repeated = await self._desk.database.write(
            lambda connection: journal.begin_repeat(connection, self._desk.session, operation)
        )
        self._not_found_at.pop(operation.id, None)
        try:
            evidence = await self._desk.call(payment, provider.settle_payment(order, key, code))
        except ProviderRefusedError as refusal:
            # "Already settled" is a refusal too: the list has the last word.
            evidence = await self._desk.call(payment, provider.ask_about(order, key))
            if evidence.standing is PaymentStanding.SETTLED:
                return await self._apply(payment, repeated, evidence)
            if evidence.standing in {PaymentStanding.FAILED, PaymentStanding.REFUNDED}:
                return await self._apply(payment, repeated, evidence)
            return await self._not_settled(
                payment, repeated, str(refusal), refusal.answer, words=refusal.words
            )
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
        over = payment.expires_at is not None and session.clock.now() >= payment.expires_at

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
        pauses_s = self._plan.pauses_s
        pause_s = pauses_s[min(operation.attempts + 1, len(pauses_s) - 1)]
        next_attempt_at = session.clock.now() + timedelta(seconds=pause_s)

        def write(connection: apsw.Connection) -> Payment:
            current = operation
            if current.state is OperationState.RECONCILING:
                current = journal.leave_unknown(connection, session, current, error=error)
            journal.note_attempt(connection, current, next_attempt_at=next_attempt_at, error=error)
            return payment_records.note_fact(connection, session, payment, "asked", reason=payment.reason)

        return await self._desk.write(write)

    async def _unsettled(self, payment_id: str) -> Operation | None:
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, payment_id)
        )
        return made[-1] if made and not made[-1].is_settled else None


def _can_be_asked(operation: Operation | None) -> bool:
    return operation is not None and operation.state is not OperationState.NEEDS_PERSON
