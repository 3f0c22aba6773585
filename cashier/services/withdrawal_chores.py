"""What the sync loop does about withdrawals: sends what is approved, asks about what is unknown, follows the rest."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import apsw

from cashier.domain.operation import WITHDRAWAL_OPERATIONS, OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services.batches import BatchService
from cashier.services.chores import Chore, ChoreOrder
from cashier.services.feed import Feed
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.services.withdrawal_reconciliation import WithdrawalReconciliation
from cashier.services.withdrawals import WithdrawalService
from cashier.storage import accounts, operations, transfer_batches, withdrawals

# A bank's answer takes hours: what was accepted long ago is looked at ever more seldom, but never less than this.
_LONGEST_FOLLOW_PAUSE_S = 600.0
_FOLLOW_PAUSE_OF_AGE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalPauses:
    """How often open withdrawals are looked at, in seconds.

    Attributes:
        follow_s: between two looks at what has just been accepted.
        retry_s: before something that failed by itself is tried again.
    """

    follow_s: float
    retry_s: float


class WithdrawalChores:
    """Everything that is to be done about withdrawals without anyone waiting for it."""

    def __init__(
        self,
        desk: WithdrawalDesk,
        service: WithdrawalService,
        batches: BatchService,
        reconciliation: WithdrawalReconciliation,
        pauses: WithdrawalPauses,
    ) -> None:
        self._desk = desk
        self._service = service
        self._batches = batches
        self._reconciliation = reconciliation
        self._pauses = pauses

    def is_under_way(self, subject_id: str) -> bool:
        """Say whether a step of a withdrawal, a batch or an account is under way."""
        return self._desk.is_under_way(subject_id)

    def calls_made(self, account_id: str) -> int:
        """Return how many calls about withdrawals an account has made in this run."""
        return self._desk.calls_made[account_id]

    def wakers(self) -> list[Feed[Any]]:
        """Return what tells of withdrawals and batches that changed, or were left in the middle."""
        return [self._desk.changes, self._desk.batch_changes, self._desk.broken_off, self._desk.ended]

    def read(self, connection: apsw.Connection) -> list[Chore]:
        """Return everything there is to do, whenever it is due."""
        in_use = {account.id for account in accounts.in_use(connection)}
        chores = [*self._unsettled(connection), *self._approved(connection), *self._accepted(connection)]
        return [chore for chore in chores if chore.account_id in in_use]

    def _unsettled(self, connection: apsw.Connection) -> list[Chore]:
        chores = []
        for operation in operations.unsettled(connection, *WITHDRAWAL_OPERATIONS):
            with_person = operation.state is OperationState.NEEDS_PERSON
            chores.append(
                Chore(
                    order=ChoreOrder.OPEN if with_person else ChoreOrder.UNKNOWN,
                    subject_id=operation.subject_id,
                    account_id=operation.account_id,
                    created_at=operation.prepared_at,
                    first_pause_s=self._reconciliation.with_person_pause_s
                    if with_person
                    else self._reconciliation.first_pause_s,
                    work=partial(self._ask_once_more if with_person else self._ask, operation.subject_id),
                )
            )
        return chores

    def _approved(self, connection: apsw.Connection) -> list[Chore]:
        alone = [
            _to_send(withdrawal.id, withdrawal, partial(self._submit, withdrawal.id))
            for withdrawal in withdrawals.open_alone(connection)
            if withdrawal.state is WithdrawalState.APPROVED
        ]
        batches = [
            Chore(
                order=ChoreOrder.OUTBOX,
                subject_id=batch.id,
                account_id=batch.account_id,
                created_at=batch.created_at,
                first_pause_s=0.0,
                work=partial(self._batches.send_next, batch.id),
            )
            for batch in transfer_batches.to_send(connection)
        ]
        return alone + batches

    def _accepted(self, connection: apsw.Connection) -> list[Chore]:
        return [
            Chore(
                order=ChoreOrder.OPEN,
                subject_id=account_id,
                account_id=account_id,
                created_at=heard_of_at,
                first_pause_s=self._pauses.follow_s,
                # One that was accepted just now does not wait for as long as those before it.
                longest_pause_s=self._follow_pause_s(heard_of_at),
                work=partial(self._follow, account_id, heard_of_at),
            )
            for account_id, heard_of_at in withdrawals.accepted_by_account(connection).items()
        ]

    # The work

    async def _submit(self, withdrawal_id: str) -> float:
        await self._service.submit(withdrawal_id)
        return self._pauses.retry_s

    async def _ask(self, withdrawal_id: str) -> float:
        pause_s = await self._reconciliation.ask_in_plan(withdrawal_id)
        return math.inf if pause_s is None else pause_s

    async def _ask_once_more(self, withdrawal_id: str) -> float:
        # Harmless, and the provider may list it after all.
        await self._reconciliation.ask(withdrawal_id)
        return self._reconciliation.with_person_pause_s

    async def _follow(self, account_id: str, heard_of_at: datetime) -> float:
        ended = await self._service.follow(account_id)
        return self._pauses.follow_s if ended else self._follow_pause_s(heard_of_at)

    def _follow_pause_s(self, heard_of_at: datetime) -> float:
        age_s = (self._desk.session.clock.now() - heard_of_at).total_seconds()
        return max(self._pauses.follow_s, min(_LONGEST_FOLLOW_PAUSE_S, age_s * _FOLLOW_PAUSE_OF_AGE))


def _to_send(subject_id: str, withdrawal: Withdrawal, work: Callable[[], Awaitable[float]]) -> Chore:
    return Chore(
        order=ChoreOrder.OUTBOX,
        subject_id=subject_id,
        account_id=withdrawal.account_id,
        created_at=withdrawal.created_at,
        first_pause_s=0.0,
        work=work,
    )
