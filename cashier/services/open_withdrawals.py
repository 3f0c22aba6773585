"""Every withdrawal and batch that is open, the most urgent first, each with what is known of it beside its own row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import apsw

from cashier.domain.account import Account
from cashier.domain.operation import WITHDRAWAL_OPERATIONS, Operation, OperationState
from cashier.domain.transfer_batch import BatchStanding
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.storage import accounts, operations, transfer_batches, withdrawals

_S = WithdrawalState


class PayoutMatter(Enum):
    """What a withdrawal or batch is open for."""

    UNKNOWN = "unknown"  # the provider is being asked what became of it
    WITH_PERSON = "with_person"  # the provider could not tell; a manager must look
    TO_APPROVE = "to_approve"
    UNDER_WAY = "under_way"  # a call is on its way, or a batch is being sent
    PAUSED = "paused"  # a batch that somebody stopped
    OUTBOX = "outbox"  # approved, and waiting for a connection
    ACCEPTED = "accepted"  # the provider has it; the bank has not answered
    DRAFT = "draft"


_RANK = {
    PayoutMatter.UNKNOWN: 0,
    PayoutMatter.WITH_PERSON: 0,
    PayoutMatter.TO_APPROVE: 1,
    PayoutMatter.PAUSED: 1,
    PayoutMatter.UNDER_WAY: 2,
    PayoutMatter.OUTBOX: 2,
    PayoutMatter.ACCEPTED: 3,
    PayoutMatter.DRAFT: 4,
}

_MATTERS = {
    _S.DRAFT: PayoutMatter.DRAFT,
    _S.AWAITING_APPROVAL: PayoutMatter.TO_APPROVE,
    _S.APPROVED: PayoutMatter.OUTBOX,
    _S.SUBMITTING: PayoutMatter.UNDER_WAY,
    _S.ACCEPTED: PayoutMatter.ACCEPTED,
    _S.UNKNOWN: PayoutMatter.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWithdrawal:
    """A withdrawal of no batch that someone, the program or the bank still has to do something about.

    Attributes:
        account: the one it goes through; it may have been removed since.
        call: the call that carried it, while its outcome is not known.
    """

    withdrawal: Withdrawal
    account: Account
    call: Operation | None = None

    @property
    def matter(self) -> PayoutMatter:
        """What it is open for."""
        if self.call is not None and self.call.state is OperationState.NEEDS_PERSON:
            return PayoutMatter.WITH_PERSON
        return _MATTERS[self.withdrawal.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBatch:
    """A batch with withdrawals that are not finished."""

    standing: BatchStanding
    account: Account

    @property
    def matter(self) -> PayoutMatter:
        """What it is open for: the most urgent thing that any of its withdrawals is open for."""
        standing = self.standing
        if standing.with_person:
            return PayoutMatter.WITH_PERSON
        if standing.count(_S.UNKNOWN):
            return PayoutMatter.UNKNOWN
        if standing.count(_S.AWAITING_APPROVAL):
            return PayoutMatter.TO_APPROVE
        if standing.count(_S.APPROVED, _S.SUBMITTING):
            return PayoutMatter.PAUSED if standing.batch.is_paused else PayoutMatter.UNDER_WAY
        return PayoutMatter.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPayouts:
    """Everything open about money that the shop sends, the most urgent first."""

    withdrawals: list[OpenWithdrawal]
    batches: list[OpenBatch]

    @property
    def count(self) -> int:
        """How many things that is; what only the bank has to do something about is not counted."""
        matters = [one.matter for one in self.withdrawals] + [one.matter for one in self.batches]
        return sum(matter is not PayoutMatter.ACCEPTED for matter in matters)


def read_open_payouts(connection: apsw.Connection) -> OpenPayouts:
    """Return everything that is open; a batch stands for all its withdrawals."""
    calls = {
        operation.subject_id: operation
        for operation in operations.unsettled(connection, *WITHDRAWAL_OPERATIONS)
    }
    known: dict[str, Account] = {}

    def account(account_id: str) -> Account:
        if account_id not in known:
            known[account_id] = accounts.get(connection, account_id)
        return known[account_id]

    alone = [
        OpenWithdrawal(
            withdrawal=withdrawal, account=account(withdrawal.account_id), call=calls.get(withdrawal.id)
        )
        for withdrawal in withdrawals.open_alone(connection)
    ]
    batches = [
        OpenBatch(standing=transfer_batches.standing(connection, batch.id), account=account(batch.account_id))
        for batch in transfer_batches.still_open(connection)
    ]
    return OpenPayouts(
        withdrawals=sorted(alone, key=lambda one: _RANK[one.matter]),
        batches=sorted(batches, key=lambda one: _RANK[one.matter]),
    )
