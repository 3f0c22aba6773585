"""A batch: withdrawals that were typed or imported, approved and sent together, each with a state of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cashier.domain.money import Money
from cashier.domain.withdrawal import OPEN_WITHDRAWAL_STATES, WithdrawalState

_S = WithdrawalState

# Nothing more will come of these by itself, and no person is asked about them.
_SENT_STATES = frozenset({_S.ACCEPTED, _S.PAID, _S.REJECTED, _S.REFUSED, _S.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferBatch:
    """One batch.

    Attributes:
        intent_id: one press of "review": the same intent again is the same batch.
        name: what the shop calls it: the imported file's name, or what was typed.
        row_count: how many withdrawals it has.
        total: of all of them, in rial.
        is_paused: nothing of it is sent for now, because a person said so or the provider refused a whole call.
        last_call_at: when its last call left, UTC; None before the first.
    """

    id: str
    till_id: str
    account_id: str
    intent_id: str
    name: str
    row_count: int
    total: Money
    is_paused: bool
    created_at: datetime
    updated_at: datetime
    operator_id: str | None = None
    last_call_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchStanding:
    """How far a batch has got.

    Attributes:
        counts: how many of its withdrawals stand in each state; states with none are left out.
        totals: their sums, in rial, by the same states.
        with_person: how many of the unknown ones only a person can settle.
    """

    batch: TransferBatch
    counts: Mapping[WithdrawalState, int]
    totals: Mapping[WithdrawalState, Money]
    with_person: int = 0

    def count(self, *states: WithdrawalState) -> int:
        """Return how many stand in any of the states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def sent(self) -> int:
        """How many have been asked of the provider."""
        return self.count(*_SENT_STATES)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to send, and nobody has stopped it."""
        return not self.batch.is_paused and self.count(_S.APPROVED, _S.SUBMITTING) > 0

    @property
    def is_open(self) -> bool:
        """Whether someone, the program or the bank still has to do something about any of it."""
        return self.count(*OPEN_WITHDRAWAL_STATES) > 0
