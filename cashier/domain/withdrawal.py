"""A withdrawal: money the shop sends to a bank account. Its states, what may follow what, and its facts.

draft ─► awaiting_approval ─► approved ─► submitting ─► accepted ─► paid
  ▲            │   ▲              │            │            └─► rejected   (sent back, with the bank's reason)
  └────────────┘   └──────────────┤            ├─► paid | rejected         (final at once)
                (waited too long) │            ├─► refused                 (the provider's "no": nothing was made)
                                  │            ├─► approved                (it never left this machine)
        cancelled ◄───────────────┘            └─► unknown ─► accepted | paid | rejected | refused | cancelled

WithdrawalTransitionError    a step that the table does not allow
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cashier.domain.money import Money


class WithdrawalState(Enum):
    """Where a withdrawal stands."""

    DRAFT = "draft"  # typed, and open to change
    AWAITING_APPROVAL = "awaiting_approval"  # reviewed; a manager has to agree to it
    APPROVED = "approved"  # agreed to; leaves as soon as it can
    SUBMITTING = "submitting"  # the provider is being asked
    ACCEPTED = "accepted"  # the provider has it; the bank has not answered
    PAID = "paid"  # the provider says the money has arrived
    REJECTED = "rejected"  # made, and sent back by the provider or the bank
    REFUSED = "refused"  # never made: the provider said no
    UNKNOWN = "unknown"  # an answer is missing; the provider is being asked
    CANCELLED = "cancelled"  # given up by a person, or declared not sent by a manager


_S = WithdrawalState

WITHDRAWAL_TRANSITIONS: dict[WithdrawalState, frozenset[WithdrawalState]] = {
    _S.DRAFT: frozenset({_S.AWAITING_APPROVAL, _S.CANCELLED}),
    _S.AWAITING_APPROVAL: frozenset({_S.APPROVED, _S.DRAFT, _S.CANCELLED}),
    # Back for approval when it waited so long that the world may have changed.
    _S.APPROVED: frozenset({_S.SUBMITTING, _S.AWAITING_APPROVAL, _S.CANCELLED}),
    # Back to approved only when nothing can have left this machine.
    _S.SUBMITTING: frozenset({_S.ACCEPTED, _S.PAID, _S.REJECTED, _S.REFUSED, _S.APPROVED, _S.UNKNOWN}),
    # Never back to approved: what may have been made is not sent again.
    _S.UNKNOWN: frozenset({_S.ACCEPTED, _S.PAID, _S.REJECTED, _S.REFUSED, _S.CANCELLED}),
    _S.ACCEPTED: frozenset({_S.PAID, _S.REJECTED, _S.UNKNOWN}),
    _S.PAID: frozenset(),
    _S.REJECTED: frozenset(),
    # A provider that lists it after all is right, and we were not.
    _S.REFUSED: frozenset({_S.ACCEPTED, _S.PAID, _S.REJECTED}),
    _S.CANCELLED: frozenset({_S.ACCEPTED, _S.PAID, _S.REJECTED}),
}

OPEN_WITHDRAWAL_STATES = frozenset(
    {_S.DRAFT, _S.AWAITING_APPROVAL, _S.APPROVED, _S.SUBMITTING, _S.ACCEPTED, _S.UNKNOWN}
)

# In these the money has left the shop, or may have: they count against the day's limit.
MONEY_OUT_STATES = frozenset({_S.APPROVED, _S.SUBMITTING, _S.ACCEPTED, _S.PAID, _S.UNKNOWN})


class WithdrawalTransitionError(ValueError):
    """A withdrawal was asked to take a step that its table does not allow."""


def check_withdrawal_transition(before: WithdrawalState, after: WithdrawalState) -> None:
    """Let an allowed step pass.

    Raises:
        WithdrawalTransitionError: if `after` may not follow `before`.
    """
    if after not in WITHDRAWAL_TRANSITIONS[before]:
        raise WithdrawalTransitionError(f"a withdrawal that is {before.value} cannot become {after.value}")


class WithdrawalReason(Enum):
    """Why a withdrawal stands where it does, when the state alone does not say."""

    PROVIDER_REFUSED = "provider_refused"  # of one that is unknown: in words that leave a doubt
    REFUSED_WITH_OTHERS = "refused_with_others"  # another transfer of the same call was at fault
    NO_CONNECTION = "no_connection"  # nothing left this machine
    NO_ANSWER = "no_answer"  # it left, and no readable answer came
    NOT_LISTED = "not_listed"  # the provider, asked twice, knows of none
    SEVERAL_LISTED = "several_listed"  # more than one record of the provider's could be this one
    MISMATCH = "mismatch"  # the provider's amount or IBAN is not ours
    APPROVAL_TOO_OLD = "approval_too_old"  # it waited for a connection for too long
    BY_PERSON = "by_person"
    RESTORED = "restored"  # open in a backup that was restored: it may have been sent since


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """One withdrawal as the till knows it.

    Attributes:
        id: ours, a UUIDv7.
        intent_id: one press of "review", or one row of one batch: the same intent again is the same withdrawal.
        reference: ours, short and unique; paystar is given it as `track_id`.
        money: in rial, whatever the provider counts in.
        iban: `IR` and 24 digits, without spaces.
        holder: the account holder's first and last name, as typed; may be empty where the provider needs none.
        pay_id: the deposit identifier the receiving account asks for; empty for none.
        batch_id: the batch it came with; None if it was made alone.
        batch_row: its place in that batch, from 1.
        approver_id: the manager who agreed to it.
        approved_at: when, UTC.
        submitted_at: when the call that carried it began to leave, UTC.
        provider_key: what the provider calls it: aqayepardakht's id, paystar's hashid.
        tracking_number: the bank's or provider's number for the paid transfer, to be given to whoever asks.
        ref_code: paystar's second number for it.
        provider_code: the provider's own code of a refusal, as it came.
        provider_message: the provider's own words about a refusal, rejection or state, as plain text.
        fault_fields: what the provider found fault with: of `amount`, `iban`, `holder`, `pay_id`, `account`.
        bank_name: the receiving bank, as the provider names it.
        told_holder: the account holder, as the provider names him.
        paid_at: when the provider said it was paid, UTC.
        version: counts changes; a writer that read an older one is refused.
    """

    id: str
    till_id: str
    account_id: str
    intent_id: str
    reference: str
    money: Money
    iban: str
    holder: str
    note: str
    state: WithdrawalState
    created_at: datetime
    updated_at: datetime
    pay_id: str = ""
    batch_id: str | None = None
    batch_row: int | None = None
    operator_id: str | None = None
    approver_id: str | None = None
    approved_at: datetime | None = None
    submitted_at: datetime | None = None
    reason: WithdrawalReason | None = None
    provider_key: str | None = None
    tracking_number: str | None = None
    ref_code: str | None = None
    provider_code: str | None = None
    provider_message: str | None = None
    fault_fields: tuple[str, ...] = ()
    bank_name: str | None = None
    told_holder: str | None = None
    paid_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether someone, the program or the bank still has to do something about it."""
        return self.state in OPEN_WITHDRAWAL_STATES
