"""Taking a payment: ask for it, confirm or collect it, give it up.

Each step is on disk before the call it belongs to leaves, and its answer is written in one transaction with
what it means.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

import apsw

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.protocol import (
    Confirmation,
    OpenedPayment,
    PaymentProvider,
)
from cashier.services import journal, payment_records
from cashier.services.feed import Feed
from cashier.services.payment_desk import PaymentDesk, PaymentNotReadyError
from cashier.services.payment_form import CheckedPayment
from cashier.services.session import Session
from cashier.storage import events, operations, outbox, payments

# Refusals that say nothing about the customer's code.
_ABOUT_THE_ACCOUNT = (AddressNotAllowedError, CredentialsRefusedError, TooManyRequestsError)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenSince:
    """The payments made since some moment, newest first, and what was paid, by unit."""

    payments: list[Payment]
    totals: list[Money]
    paid_count: int


class PaymentService:
    """What a cashier does with payments."""

    def __init__(self, desk: PaymentDesk) -> None:
        self._desk = desk
        self._session = desk.session

    # What is known

    @property
    def changes(self) -> Feed[Payment]:
        """Tells of every payment that changed, after it was committed."""
        return self._desk.changes

    async def get(self, payment_id: str) -> Payment:
        """Return one payment as it stands on disk."""
        return await self._desk.get(payment_id)

    async def taken_since(self, since: datetime, *, limit: int) -> TakenSince:
        """Return the newest payments since then, and the totals of all that were paid."""

        def query(connection: apsw.Connection) -> TakenSince:
            totals: dict[str, Money] = {}
            paid = payments.paid_amounts(connection, since=since)
            for money in paid:
                known = totals.get(money.code)
                totals[money.code] = money if known is None else known + money
            return TakenSince(
                payments=payments.newest(connection, since=since, limit=limit),
                totals=[totals[code] for code in sorted(totals)],
                paid_count=len(paid),
            )

        return await self._desk.database.read(query)

    async def still_open(self) -> list[Payment]:
        """Return every payment that is not finished, oldest first."""
        return await self._desk.database.read(payments.still_open)

    async def account_used_last(self) -> str | None:
        """Return the id of the account the newest payment goes through; None before the first payment."""
        return await self._desk.database.read(payments.account_used_last)

    async def last_operation(self, payment_id: str) -> Operation | None:
        """Return the last call that was made about a payment."""
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, payment_id)
        )
        return made[-1] if made else None

    # Steps

    def new_intent(self) -> str:
        """Return the name of one press of "send"; whatever is sent with it is one payment."""
        return self._session.new_id()

    async def request(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        """Write the payment down and ask the provider to take it.

        Returns the payment as it stands then: waiting for the customer; declined; a draft again if nothing left
        this machine; or unknown. A second call with the same intent gives the same payment and sends nothing.

        Raises:
            StorageUnavailableError: if it cannot be written down; nothing was sent then.
            CredentialsMissingError: if the account has no secret; nothing was sent or written down.
            AccountSettingsError: if one of its settings cannot be used; likewise.
        """
        return await self._desk.once("request", intent_id, lambda: self._request(intent_id, account, checked))

    async def save_draft(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        """Write the payment down without asking anyone for it; `send_draft` does that later.

        Raises:
            StorageUnavailableError: if it cannot be written down.
        """
        payment, _ = await self._keep_draft(intent_id, account, checked)
        return payment

    async def send_draft(self, payment_id: str) -> Payment:
        """Ask the provider to take a payment that was written down before. As `request`."""
        return await self._desk.once("send_draft", payment_id, lambda: self._send_draft(payment_id))

    async def send_later(self, payment_id: str) -> Payment:
        """Let a draft wait in the outbox, to be sent the moment there is a connection.

        Raises:
            PaymentNotReadyError: if it is no draft.
            StorageUnavailableError: if it cannot be written down.
        """
        return await self._desk.once("send_later", payment_id, lambda: self._send_later(payment_id))

    async def waiting_to_be_sent(self) -> list[OutboxItem]:
        """Return what waits in the outbox, oldest first."""
        return await self._desk.database.read(outbox.waiting)

    async def confirm(self, payment_id: str, code: str = "") -> Payment:
        """Have the money moved: finalize with the customer's code, or collect a token.

        Returns the payment as it stands then: paid; waiting again, with the reason, after a wrong code or without
        a connection; declined; or unknown.

        Raises:
            PaymentNotReadyError: if it is not waiting for the customer.
            StorageUnavailableError: if it cannot be written down; if that was before sending, nothing was sent.
        """
        return await self._desk.once("confirm", payment_id, lambda: self._confirm(payment_id, code))

    async def refresh(self, payment_id: str) -> Payment:
        """Ask the provider whether the customer has paid with the token, and collect if the account says so.

        Raises:
            ProviderError: if there is no readable answer; nothing has changed then.
        """
        return await self._desk.once("refresh", payment_id, lambda: self._refresh(payment_id))

    async def expire(self, payment_id: str) -> Payment:
        """Close a payment whose time has run out, after a last question to the provider where it can know better.

        Raises:
            ProviderError: if the question got no answer; the payment stays open then.
        """
        return await self._desk.once(
            "expire", payment_id, lambda: self._close(payment_id, PaymentState.EXPIRED)
        )

    async def cancel(self, payment_id: str) -> Payment:
        """Give up a payment that nobody has paid, after a last question to the provider where it can know better.

        A customer who has paid meanwhile is not turned away: the payment comes back unchanged, ready to collect.

        Raises:
            PaymentNotReadyError: if money may be on its way.
            ProviderError: if the question got no answer; the payment stays open then.
        """
        return await self._desk.once(
            "cancel", payment_id, lambda: self._close(payment_id, PaymentState.CANCELLED)
        )

    async def request_again(self, payment_id: str) -> Payment:
        """Give up a payment and ask anew for the same; the old request just expires at the provider.

        Asking again for the same payment, however often, is one new payment.

        Raises:
            PaymentNotReadyError: if money may be on its way, or the customer has paid.
        """
        return await self._desk.once("request_again", payment_id, lambda: self._request_again(payment_id))

    # Asking for a payment

    async def _request(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        # An account that cannot be used is found out before anything is written down.
        await self._desk.client_of(account)
        payment, is_new = await self._keep_draft(intent_id, account, checked)
        return await self.send_draft(payment.id) if is_new else payment

    async def _keep_draft(
        self, intent_id: str, account: Account, checked: CheckedPayment
    ) -> tuple[Payment, bool]:
        """Write the payment down unless this intent did so before; say whether it is new."""
        session = self._session
        now = session.clock.now()
        draft = Payment(
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

        def keep(connection: apsw.Connection) -> tuple[Payment, bool]:
            known = payments.of_intent(connection, intent_id)
            if known is not None:
                return known, False
            payments.insert(connection, draft)
            events.append(connection, session.event("payment", draft.id, "drafted", after=draft.state.value))
            return draft, True

        payment, is_new = await self._desk.database.write(keep)
        if is_new:
            self.changes.publish(payment)
        return payment, is_new

    async def _send_draft(self, payment_id: str) -> Payment:
        payment = await self._desk.get(payment_id)
        if payment.state is not PaymentState.DRAFT:
            raise PaymentNotReadyError(payment)
        provider = await self._desk.provider_of(payment)
        asking, operation = await self._desk.begin(
            payment, PaymentState.REQUESTING, OperationKind.OPEN_PAYMENT, {}
        )
        try:
            opened = await self._desk.call(payment, provider.open_payment(payment_records.order_of(payment)))
        except ProviderError as error:
            return await self._opening_failed(asking, operation, error)
        return await self._adopt(asking, operation, opened, provider)

    async def _send_later(self, payment_id: str) -> Payment:
        session = self._session

        def write(connection: apsw.Connection) -> Payment:
            payment = payments.get(connection, payment_id)
            if payment.state is not PaymentState.DRAFT:
                raise PaymentNotReadyError(payment)
            _queue(connection, session, payment, OutboxKind.REQUEST, {}, error=None)
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
                    _queue(connection, session, payment, OutboxKind.REQUEST, {}, error=str(error))
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

    # Moving the money

    async def _confirm(self, payment_id: str, code: str) -> Payment:
        payment = await self._desk.get(payment_id)
        if payment.state is not PaymentState.AWAITING_CUSTOMER:
            raise PaymentNotReadyError(payment)
        provider = await self._desk.provider_of(payment)
        key = payment.provider_key or ""
        arguments = {"key": key, "code": code} if code else {"key": key}
        confirming, operation = await self._desk.begin(
            payment, PaymentState.CONFIRMING, OperationKind.SETTLE_PAYMENT, arguments
        )
        try:
            evidence = await self._desk.call(
                payment, provider.settle_payment(payment_records.order_of(payment), key, code)
            )
        except ProviderError as error:
            return await self._settling_failed(confirming, operation, error, provider)
        return await self._desk.write(
            lambda connection: payment_records.apply_evidence(
                connection, self._session, confirming, operation, evidence
            )
        )

    async def _settling_failed(
        self, payment: Payment, operation: Operation, error: ProviderError, provider: PaymentProvider
    ) -> Payment:
        session = self._session

        def write(connection: apsw.Connection) -> Payment:
            if isinstance(error, NotSentError):
                return self._confirm_later(connection, payment, operation, error)
            if isinstance(error, ProviderRefusedError):
                journal.settle(
                    connection,
                    session,
                    operation,
                    OperationState.REFUSED,
                    error=str(error),
                    answer=error.answer,
                )
                by_code = provider.traits.confirmation is Confirmation.CODE
                about_code = by_code and not isinstance(error, _ABOUT_THE_ACCOUNT)
                reason = PaymentReason.WRONG_CODE if about_code else PaymentReason.PROVIDER_REFUSED
                words = error.words or None
            else:
                journal.leave_unknown(
                    connection,
                    session,
                    operation,
                    error=str(error),
                    answer=error.answer or None,
                    next_attempt_at=session.clock.now(),
                )
                return payment_records.move(
                    connection, session, payment, PaymentState.UNKNOWN, reason=PaymentReason.NO_ANSWER
                )
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.AWAITING_CUSTOMER,
                reason=reason,
                provider_message=words,
            )

        return await self._desk.write(write)

    def _confirm_later(
        self, connection: apsw.Connection, payment: Payment, operation: Operation, error: NotSentError
    ) -> Payment:
        """Let a confirmation wait whose code was typed but could not leave: it goes the moment the line is back."""
        session = self._session
        code = str(json.loads(operation.input).get("code", ""))
        journal.settle(connection, session, operation, OperationState.NOT_SENT, error=str(error))
        _queue(connection, session, payment, OutboxKind.CONFIRM, {"code": code}, error=str(error))
        return payment_records.move(
            connection,
            session,
            payment,
            PaymentState.AWAITING_CUSTOMER,
            reason=PaymentReason.NO_CONNECTION,
            keeps_outbox=True,
        )

    # Waiting for the customer

    async def _refresh(self, payment_id: str) -> Payment:
        payment = await self._desk.get(payment_id)
        if payment.state is not PaymentState.AWAITING_CUSTOMER:
            return payment
        provider = await self._desk.provider_of(payment)
        if provider.traits.confirmation is not Confirmation.TOKEN:
            return payment
        account = await self._desk.account_of(payment)
        payment = await self._learn(payment, provider)
        ready = payment.state is PaymentState.AWAITING_CUSTOMER and payment.customer_paid_at is not None
        # Not again after a refusal; without a connection nothing was tried.
        untried = payment.reason in {None, PaymentReason.NO_CONNECTION}
        if ready and untried and account.switch("auto_collect"):
            return await self._confirm(payment_id, "")
        return payment

    async def _learn(self, payment: Payment, provider: PaymentProvider) -> Payment:
        """Ask about a payment that waits for the customer, and keep what is new."""
        key = payment.provider_key or ""
        evidence = await self._desk.call(payment, provider.ask_about(payment_records.order_of(payment), key))
        return await self._desk.keep_news(payment, evidence)

    # Ending without money

    async def _close(self, payment_id: str, state: PaymentState) -> Payment:
        payment = await self._desk.get(payment_id)
        if not payment.is_open:
            return payment
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, payment.id)
        )
        if not _may_be_closed(payment, made):
            raise PaymentNotReadyError(payment)
        if payment.provider_key is not None:
            provider = await self._desk.provider_of(payment)
            if _can_tell_more(provider, made):
                payment = await self._learn(payment, provider)
            if payment.state is PaymentState.UNKNOWN:
                raise PaymentNotReadyError(payment)
            if not payment.is_open or payment.customer_paid_at is not None:
                return payment
        expired = state is PaymentState.EXPIRED

        def write(connection: apsw.Connection) -> Payment:
            for operation in made:
                if not operation.is_settled:
                    journal.settle(
                        connection,
                        self._session,
                        operation,
                        OperationState.NOT_SENT,
                        error="given up without an answer; opening a payment moves no money",
                    )
            return payment_records.move(
                connection,
                self._session,
                payment,
                state,
                reason=PaymentReason.TIME_RAN_OUT if expired else PaymentReason.BY_PERSON,
                by_program=expired,
            )

        return await self._desk.write(write)

    async def _request_again(self, payment_id: str) -> Payment:
        given_up = await self._close(payment_id, PaymentState.CANCELLED)
        if given_up.state is not PaymentState.CANCELLED:
            raise PaymentNotReadyError(given_up)
        account = await self._desk.account_of(given_up)
        checked = CheckedPayment(money=given_up.money, customer_no=given_up.customer_no, note=given_up.note)
        # Named after the old payment, so that a second press finds what the first one made.
        return await self.request(f"{payment_id}/again", account, checked)


def _queue(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    kind: OutboxKind,
    arguments: dict[str, str],
    *,
    error: str | None,
) -> None:
    """Let a payment's request or confirmation wait in the outbox."""
    now = session.clock.now()
    known = outbox.of_subject(connection, payment.id)
    item = OutboxItem(
        subject_id=payment.id,
        till_id=session.till_id,
        account_id=payment.account_id,
        kind=kind,
        # The code typed last is the one that counts.
        input=json.dumps(arguments, ensure_ascii=False, sort_keys=True),
        created_at=known.created_at if known else now,
        operator_id=session.operator_id,
        attempts=(known.attempts if known else 0) + (0 if error is None else 1),
        last_attempt_at=None if error is None else now,
        error=error,
    )
    outbox.put(connection, item)
    if known is None:
        events.append(
            connection,
            session.event("payment", payment.id, "queued", after=kind.value, by_program=error is not None),
        )


def _may_be_closed(payment: Payment, made: list[Operation]) -> bool:
    """Whether no call that moves money is open, and no step of ours under way."""
    at_rest = {PaymentState.DRAFT, PaymentState.AWAITING_CUSTOMER, PaymentState.UNKNOWN}
    return payment.state in at_rest and not any(
        operation.kind.moves_money and not operation.is_settled for operation in made
    )


def _can_tell_more(provider: PaymentProvider, made: list[Operation]) -> bool:
    """Whether the provider may know of a payment that we do not.

    It does where the customer pays by himself, and where a settling call left whose refusal may have come after
    its effect.
    """
    return provider.traits.confirmation is Confirmation.TOKEN or any(
        operation.kind.moves_money and operation.sent_at is not None for operation in made
    )
