"""What the sync loop does about payments: sends what waits, asks about what is unknown, looks after what is open."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import apsw

from cashier.domain.operation import PAYMENT_OPERATIONS, OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.protocol import Confirmation
from cashier.services.chores import Chore, ChoreOrder
from cashier.services.feed import Feed
from cashier.services.payment_desk import PaymentDesk
from cashier.services.payments import PaymentService
from cashier.services.reconciliation import Reconciliation
from cashier.storage import accounts, operations, outbox, payments

_STATE_TO_SEND_FROM = {
    OutboxKind.REQUEST: PaymentState.DRAFT,
    OutboxKind.CONFIRM: PaymentState.AWAITING_CUSTOMER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPauses:
    """How often open payments are looked at, in seconds.

    Attributes:
        open_s: between two looks at a payment that waits for a customer.
        retry_s: before something that failed by itself is tried again.
        idle_s: when there is no telling when anything will be due.
    """

    open_s: float
    retry_s: float
    idle_s: float


class PaymentChores:
    """Everything that is to be done about payments without anyone waiting for it."""

    def __init__(
        self,
        desk: PaymentDesk,
        service: PaymentService,
        reconciliation: Reconciliation,
        pauses: PaymentPauses,
    ) -> None:
        self._desk = desk
        self._service = service
        self._reconciliation = reconciliation
        self._pauses = pauses

    def is_under_way(self, subject_id: str) -> bool:
        """Say whether a step of a payment is under way."""
        return self._desk.is_under_way(subject_id)

    def calls_made(self, account_id: str) -> int:
        """Return how many calls about payments an account has made in this run."""
        return self._desk.calls_made[account_id]

    def wakers(self) -> list[Feed[Any]]:
        """Return what tells of payments that changed, or were left in the middle."""
        return [self._desk.changes, self._desk.broken_off, self._desk.ended]

    def read(self, connection: apsw.Connection) -> list[Chore]:
        """Return everything there is to do, whenever it is due."""
        items = {item.subject_id: item for item in outbox.waiting(connection)}
        unsettled = {
            operation.subject_id: operation
            for operation in operations.unsettled(connection, *PAYMENT_OPERATIONS)
        }
        in_use = {account.id for account in accounts.in_use(connection)}
        chores = []
        for payment in payments.still_open(connection):
            if payment.account_id not in in_use:
                continue
            operation, item = unsettled.get(payment.id), items.get(payment.id)
            if operation is not None or payment.state is PaymentState.UNKNOWN:
                if operation is None or operation.state is not OperationState.NEEDS_PERSON:
                    chores.append(self._asking(payment))
            elif item is not None and payment.state is _STATE_TO_SEND_FROM[item.kind]:
                chores.append(_chore(ChoreOrder.OUTBOX, payment, partial(self._send, payment, item)))
            elif payment.state is PaymentState.AWAITING_CUSTOMER:
                chores.append(_chore(ChoreOrder.OPEN, payment, partial(self._look_after, payment)))
        return chores

    def _asking(self, payment: Payment) -> Chore:
        return _chore(
            ChoreOrder.UNKNOWN,
            payment,
            partial(self._ask, payment),
            first_pause_s=self._reconciliation.first_pause_s,
        )

    async def _ask(self, payment: Payment) -> float:
        pause_s = await self._reconciliation.ask_in_plan(payment.id)
        # The plan has run out: a person asks from here on, or the next run of the program.
        return math.inf if pause_s is None else pause_s

    async def _send(self, payment: Payment, item: OutboxItem) -> float:
        if item.kind is OutboxKind.REQUEST:
            await self._service.send_draft(payment.id)
        elif self._is_over(payment, self._now()):
            await self._service.expire(payment.id)
        else:
            await self._service.confirm(payment.id, item.code)
        return self._pauses.retry_s

    async def _look_after(self, payment: Payment) -> float:
        """See to a payment that waits for its customer."""
        now = self._now()
        if self._is_over(payment, now):
            await self._service.expire(payment.id)
            return self._pauses.retry_s
        account = await self._desk.account_of(payment)
        traits = PROVIDERS[account.provider].traits
        if traits is not None and traits.confirmation is Confirmation.TOKEN:
            await self._service.refresh(payment.id)
            return self._pauses.open_s
        # Nobody but this till finalizes it, so there is nothing to ask before its time is over.
        if payment.expires_at is None:
            return self._pauses.idle_s
        return max(self._pauses.retry_s / 30, (payment.expires_at - now).total_seconds())

    def _now(self) -> datetime:
        # As the desk judges it too: by a clock that runs fast, nothing would be sent that it does not call over.
        return self._desk.time_at_least()

    @staticmethod
    def _is_over(payment: Payment, now: datetime) -> bool:
        # A second later, so that the dialog's own last question comes first.
        return payment.expires_at is not None and now >= payment.expires_at + timedelta(seconds=1)


def _chore(order: ChoreOrder, payment: Payment, work: Any, *, first_pause_s: float = 0.0) -> Chore:
    return Chore(
        order=order,
        subject_id=payment.id,
        account_id=payment.account_id,
        created_at=payment.created_at,
        first_pause_s=first_pause_s,
        work=work,
    )
