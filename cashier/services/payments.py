"""Taking a payment: ask for it, confirm or collect it, give it up.

Each step is on disk before the call it belongs to leaves, and its answer is written in one transaction with
what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import apsw

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationState
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.protocol import (
    Confirmation,
    PaymentProvider,
)
from cashier.services import journal, payment_records
from cashier.services.feed import Feed
from cashier.services.open_payments import OpenPayment, read_open_payments
from cashier.services.payment_desk import PaymentDesk, PaymentNotReadyError
from cashier.services.payment_form import CheckedPayment
from cashier.services.payment_opening import PaymentOpening
from cashier.services.payment_settling import PaymentSettling
from cashier.storage import operations, outbox, payments


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenSince:
    """The payments made since some moment, newest first, and what was paid, by unit.

    Attributes:
        waiting_ids: the payments, of whatever time, that wait in the outbox for a connection.
    """

    payments: list[Payment]
    totals: list[Money]
    paid_count: int
    waiting_ids: frozenset[str] = frozenset()


class PaymentService:
    """What a cashier does with payments."""

    def __init__(self, desk: PaymentDesk) -> None:
        self._desk = desk
        self._session = desk.session
        self._opening = PaymentOpening(desk)
        self._settling = PaymentSettling(desk)

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
                waiting_ids=frozenset(item.subject_id for item in outbox.waiting(connection)),
            )

        return await self._desk.database.read(query)

    async def still_open(self) -> list[Payment]:
        """Return every payment that is not finished, oldest first."""
        return await self._desk.database.read(payments.still_open)

    async def needing_attention(self) -> list[OpenPayment]:
        """Return every payment that is not finished with what is known of it, the most urgent first."""
        return await self._desk.database.read(read_open_payments)

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
        return await self._desk.once(
            "request", intent_id, lambda: self._opening.request(intent_id, account, checked)
        )

    async def save_draft(self, intent_id: str, account: Account, checked: CheckedPayment) -> Payment:
        """Write the payment down without asking anyone for it; `send_draft` does that later.

        Raises:
            StorageUnavailableError: if it cannot be written down.
        """
        return await self._opening.keep_draft(intent_id, account, checked)

    async def send_draft(self, payment_id: str) -> Payment:
        """Ask the provider to take a payment that was written down before. As `request`."""
        return await self._desk.once("send_draft", payment_id, lambda: self._opening.send_draft(payment_id))

    async def send_later(self, payment_id: str) -> Payment:
        """Let a draft wait in the outbox, to be sent the moment there is a connection.

        Raises:
            PaymentNotReadyError: if it is no draft.
            StorageUnavailableError: if it cannot be written down.
        """
        return await self._desk.once("send_later", payment_id, lambda: self._opening.send_later(payment_id))

    async def waiting_to_be_sent(self) -> list[OutboxItem]:
        """Return what waits in the outbox, oldest first."""
        return await self._desk.database.read(outbox.waiting)

    async def waiting_for(self, payment_id: str) -> OutboxItem | None:
        """Return what waits in the outbox for one payment, if anything does."""
        return await self._desk.database.read(lambda connection: outbox.of_subject(connection, payment_id))

    async def confirm(self, payment_id: str, code: str = "") -> Payment:
        """Have the money moved: finalize with the customer's code, or collect a token.

        Returns the payment as it stands then: paid; waiting again, with the reason, after a wrong code or without
        a connection; declined; or unknown.

        Raises:
            PaymentNotReadyError: if it is not waiting for the customer.
            StorageUnavailableError: if it cannot be written down; if that was before sending, nothing was sent.
        """
        return await self._desk.once("confirm", payment_id, lambda: self._settling.confirm(payment_id, code))

    async def refresh(self, payment_id: str) -> Payment:
        """Ask the provider whether the customer has paid with the token, and collect if the account says so.

        Raises:
            ProviderError: if there is no readable answer; nothing has changed then.
        """
        return await self._desk.once("refresh", payment_id, lambda: self._refresh(payment_id))

    async def expire(self, payment_id: str) -> Payment:
        """Close a payment whose time has run out, after a last question to the provider where it can know better.

        A token whose time is not over by the provider's clock comes back unchanged.

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
            PaymentNotReadyError: if money may be on its way, or the provider collects by itself and the customer's
                token can still be paid.
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
            return await self._settling.confirm(payment_id, "")
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
        never_asked_for = payment.state is PaymentState.DRAFT and state is PaymentState.EXPIRED
        if never_asked_for or not _may_be_closed(payment, made):
            raise PaymentNotReadyError(payment)
        if payment.provider_key is not None:
            payment, may_close = await self._ask_last(payment, made, state)
            if not may_close:
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

    async def _ask_last(
        self, payment: Payment, made: list[Operation], state: PaymentState
    ) -> tuple[Payment, bool]:
        """Put the last question about a payment that is to end without money; say whether it may."""
        provider = await self._desk.provider_of(payment)
        if _can_tell_more(provider, made):
            payment = await self._learn(payment, provider)
        if payment.state is PaymentState.UNKNOWN:
            raise PaymentNotReadyError(payment)
        if not payment.is_open or payment.customer_paid_at is not None:
            return payment, False
        if not self._can_be_paid_yet(payment, provider):
            return payment, True
        if state is PaymentState.CANCELLED and (await self._desk.account_of(payment)).switch("auto_collect"):
            # The provider would collect it without a word from us, and we would not be looking.
            raise PaymentNotReadyError(payment)
        return payment, state is PaymentState.CANCELLED

    def _can_be_paid_yet(self, payment: Payment, provider: PaymentProvider) -> bool:
        """Whether the customer holds a token whose time, by the slower of the clocks, is not over."""
        if provider.traits.confirmation is not Confirmation.TOKEN:
            return False
        return payment.expires_at is None or self._desk.time_at_least() < payment.expires_at

    async def _request_again(self, payment_id: str) -> Payment:
        given_up = await self._close(payment_id, PaymentState.CANCELLED)
        if given_up.state is not PaymentState.CANCELLED:
            raise PaymentNotReadyError(given_up)
        account = await self._desk.account_of(given_up)
        checked = CheckedPayment(money=given_up.money, customer_no=given_up.customer_no, note=given_up.note)
        # Named after the old payment, so that a second press finds what the first one made.
        return await self.request(f"{payment_id}/again", account, checked)


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
