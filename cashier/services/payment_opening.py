"""Asking a provider to take a payment: the first of its two calls, which moves no money."""

from __future__ import annotations

import apsw

from cashier.domain.account import Account
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxKind
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import NotSentError, ProviderError, ProviderRefusedError
from cashier.providers.protocol import OpenedPayment, PaymentProvider
from cashier.services import journal, outbox_queue, payment_records
from cashier.services.payment_desk import PaymentDesk, PaymentNotReadyError
from cashier.services.payment_form import CheckedPayment
from cashier.storage import events, outbox, payments


class PaymentOpening:
    """The steps from a filled-in form to a payment that waits for its customer; each in its turn at the desk."""

    def __init__(self, desk: PaymentDesk) -> None:
        self._desk = desk
        self._session = desk.session

    async def request(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        """Write a payment down and ask for it; the same intent again is the same payment."""
        # An account that cannot be used is found out before anything is written down.
        provider = await self._desk.client_of(account)
        draft = self._draft(intent_id, account, checked)
        # By the same name as sending a draft: nobody else may do that meanwhile.
        return await self._desk.once("send_draft", draft.id, lambda: self._send_new(draft, provider))

    async def keep_draft(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        """Write the payment down, unless this intent did so before, without asking anyone for it."""
        draft = self._draft(intent_id, account, checked)

        def write(connection: apsw.Connection) -> tuple[Payment, bool]:
            known = payments.of_intent(connection, draft.intent_id)
            if known is None:
                self._keep(connection, draft)
            return known or draft, known is None

        payment, is_new = await self._desk.database.write(write)
        if is_new:
            self._desk.changes.publish(payment)
        return payment

    async def send_draft(self, payment_id: str) -> Payment:
        """Ask for a payment that was written down before."""
        payment = await self._desk.get(payment_id)
        if payment.state is not PaymentState.DRAFT:
            raise PaymentNotReadyError(payment)
        provider = await self._desk.provider_of(payment)
        asking, operation = await self._desk.begin(
            payment, PaymentState.REQUESTING, OperationKind.OPEN_PAYMENT, {}
        )
        return await self._ask_for(asking, operation, provider)

    async def _send_new(self, draft: Payment, provider: PaymentProvider) -> Payment:
        """Write a payment down with the call that asks for it, in one transaction, and make the call."""

        def write(connection: apsw.Connection) -> tuple[Payment, Operation | None]:
            known = payments.of_intent(connection, draft.intent_id)
            if known is not None:
                return known, None
            self._keep(connection, draft)
            return self._desk.prepare(
                connection, draft, PaymentState.REQUESTING, OperationKind.OPEN_PAYMENT, {}
            )

        self._desk.note_begun(draft.id)
        payment, prepared = await self._desk.database.write(write)
        if prepared is None:
            return payment
        self._desk.changes.publish(payment)
        return await self._ask_for(payment, await self._desk.note_leaving(prepared), provider)

    def _draft(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        session = self._session
        now = session.clock.now()
        return Payment(
            id=session.new_id(),
            till_id=session.till_id,
            account_id=account.id,
            intent_id=intent_id,
            reference=session.new_reference(),
            money=checked.money,
            customer_no=checked.customer_no,
            note=checked.note,
            state=PaymentState.DRAFT,
            created_at=now,
            updated_at=now,
            operator_id=session.operator_id,
        )

    def _keep(self, connection: apsw.Connection, draft: Payment) -> None:
        payments.insert(connection, draft)
        events.append(
            connection, self._session.event("payment", draft.id, "drafted", after=draft.state.value)
        )

    async def _ask_for(self, asking: Payment, operation: Operation, provider: PaymentProvider) -> Payment:
        """Make the call that is written down as leaving, and keep what came of it."""
        try:
            opened = await self._desk.call(asking, provider.open_payment(payment_records.order_of(asking)))
        except ProviderError as error:
            return await self._opening_failed(asking, operation, error)
        return await self._adopt(asking, operation, opened, provider)

    async def send_later(self, payment_id: str) -> Payment:
        """Let a draft wait in the outbox."""
        session = self._session

        def write(connection: apsw.Connection) -> Payment:
            payment = payments.get(connection, payment_id)
            if payment.state is not PaymentState.DRAFT:
                raise PaymentNotReadyError(payment)
            outbox_queue.put(connection, session, payment, OutboxKind.REQUEST, {}, error=None)
            return payment

        return await self._desk.write(write)

    async def _adopt(
        self, payment: Payment, operation: Operation, opened: OpenedPayment, provider: PaymentProvider
    ) -> Payment:
        session = self._session
        expires_at = opened.expires_at or session.clock.now() + provider.traits.open_for

        def write(connection: apsw.Connection) -> Payment:
            journal.settle(connection, session, operation, OperationState.APPLIED, answer=opened.answer)
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.AWAITING_CUSTOMER,
                provider_key=opened.key,
                expires_at=expires_at,
            )

        return await self._desk.write(write)

    async def _opening_failed(self, payment: Payment, operation: Operation, error: ProviderError) -> Payment:
        session = self._session

        def write(connection: apsw.Connection) -> Payment:
            if isinstance(error, NotSentError):
                journal.settle(connection, session, operation, OperationState.NOT_SENT, error=str(error))
                if outbox.of_subject(connection, payment.id) is not None:
                    outbox_queue.put(connection, session, payment, OutboxKind.REQUEST, {}, error=str(error))
                return payment_records.move(
                    connection,
                    session,
                    payment,
                    PaymentState.DRAFT,
                    reason=PaymentReason.NO_CONNECTION,
                    keeps_outbox=True,
                )
            if isinstance(error, ProviderRefusedError):
                journal.settle(
                    connection,
                    session,
                    operation,
                    OperationState.REFUSED,
                    error=str(error),
                    answer=error.answer,
                )
                return payment_records.move(
                    connection,
                    session,
                    payment,
                    PaymentState.DECLINED,
                    reason=PaymentReason.PROVIDER_REFUSED,
                    provider_message=error.words or None,
                )
            journal.leave_unknown(
                connection, session, operation, error=str(error), answer=error.answer or None
            )
            return payment_records.move(
                connection, session, payment, PaymentState.UNKNOWN, reason=PaymentReason.NO_ANSWER
            )

        return await self._desk.write(write)
