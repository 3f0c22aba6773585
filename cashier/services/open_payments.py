"""Everything that is open, the most urgent first, each with what is known of it beside its own row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import apsw

from cashier.domain.account import Account
from cashier.domain.operation import PAYMENT_OPERATIONS, Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentState
from cashier.storage import accounts, operations, outbox, payments


class Matter(Enum):
    """What a payment is open for."""

    TO_COLLECT = "to_collect"  # the customer has paid, the shop has not collected
    UNKNOWN = "unknown"  # the provider is being asked what became of it
    WITH_PERSON = "with_person"  # the provider could not tell; a person must look
    NO_ANSWER = "no_answer"  # the opening got no answer, and nobody can be asked; no money can have moved
    WAITING = "waiting"  # for the customer
    UNDER_WAY = "under_way"  # a call is on its way
    OUTBOX = "outbox"  # for a connection
    DRAFT = "draft"  # nobody was asked for it


_RANK = {
    Matter.TO_COLLECT: 0,
    Matter.UNKNOWN: 1,
    Matter.WITH_PERSON: 1,
    Matter.NO_ANSWER: 1,
    Matter.WAITING: 2,
    Matter.UNDER_WAY: 2,
    Matter.OUTBOX: 3,
    Matter.DRAFT: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPayment:
    """A payment that someone, or the program, still has to do something about.

    Attributes:
        account: the one it goes through; it may have been removed since.
        item: what waits in the outbox for it.
        call: the call about it whose outcome is not known.
    """

    payment: Payment
    account: Account
    item: OutboxItem | None = None
    call: Operation | None = None

    @property
    def matter(self) -> Matter:
        """What it is open for."""
        payment = self.payment
        if payment.state is PaymentState.UNKNOWN:
            return self._unclear_matter()
        if payment.state is PaymentState.AWAITING_CUSTOMER and payment.customer_paid_at is not None:
            return Matter.TO_COLLECT
        if self.item is not None:
            # While it is being tried too: else it would change its place at every try.
            return Matter.OUTBOX
        if payment.state is PaymentState.DRAFT:
            return Matter.DRAFT
        is_waiting = payment.state is PaymentState.AWAITING_CUSTOMER
        return Matter.WAITING if is_waiting else Matter.UNDER_WAY

    def _unclear_matter(self) -> Matter:
        call = self.call
        if call is None and self.payment.is_unclear:
            return Matter.WITH_PERSON
        if call is None or call.state is not OperationState.NEEDS_PERSON:
            return Matter.UNKNOWN
        is_opening = call.kind is OperationKind.OPEN_PAYMENT and self.payment.provider_key is None
        return Matter.NO_ANSWER if is_opening else Matter.WITH_PERSON


def read_open_payments(connection: apsw.Connection) -> list[OpenPayment]:
    """Return everything that is open: what loses money if left alone first, drafts last, the oldest before newer."""
    items = {item.subject_id: item for item in outbox.waiting(connection)}
    calls = {
        operation.subject_id: operation for operation in operations.unsettled(connection, *PAYMENT_OPERATIONS)
    }
    known: dict[str, Account] = {}
    found = []
    for payment in payments.still_open(connection):
        if payment.account_id not in known:
            known[payment.account_id] = accounts.get(connection, payment.account_id)
        found.append(
            OpenPayment(
                payment=payment,
                account=known[payment.account_id],
                item=items.get(payment.id),
                call=calls.get(payment.id),
            )
        )
    return sorted(found, key=lambda one: _RANK[one.matter])
