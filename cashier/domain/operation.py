"""An operation: one call to a provider that may have an effect. Its row is the truth about what was tried.

prepared ─► sent ─► answered ─► applied
   │          │         └─► refused
   │          ├─► not_sent      (the connection was never made)
   │          └─► unknown ─► reconciling ─► applied | refused | not_sent | needs_person
   └─► not_sent                (the program ended before anything left)

OperationTransitionError    a step that the table does not allow
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class OperationKind(Enum):
    """What was asked of the provider."""

    OPEN_PAYMENT = "open_payment"  # digibank request, resid create: moves no money
    SETTLE_PAYMENT = "settle_payment"  # digibank finalize, resid collect: moves money in
    SUBMIT_WITHDRAWAL = "submit_withdrawal"  # paystar settlement, aqayepardakht request: moves money out

    @property
    def moves_money(self) -> bool:
        """Whether a lost answer leaves money in doubt."""
        return self is not OperationKind.OPEN_PAYMENT


class OperationState(Enum):
    """How far an operation got."""

    PREPARED = "prepared"
    SENT = "sent"
    ANSWERED = "answered"
    APPLIED = "applied"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    RECONCILING = "reconciling"
    NEEDS_PERSON = "needs_person"


PAYMENT_OPERATIONS = (OperationKind.OPEN_PAYMENT, OperationKind.SETTLE_PAYMENT)
WITHDRAWAL_OPERATIONS = (OperationKind.SUBMIT_WITHDRAWAL,)

_S = OperationState

OPERATION_TRANSITIONS: dict[OperationState, frozenset[OperationState]] = {
    _S.PREPARED: frozenset({_S.SENT, _S.NOT_SENT}),
    _S.SENT: frozenset({_S.ANSWERED, _S.NOT_SENT, _S.UNKNOWN}),
    _S.ANSWERED: frozenset({_S.APPLIED, _S.REFUSED, _S.UNKNOWN}),
    _S.UNKNOWN: frozenset({_S.RECONCILING}),
    _S.RECONCILING: frozenset({_S.APPLIED, _S.REFUSED, _S.NOT_SENT, _S.NEEDS_PERSON, _S.UNKNOWN}),
    _S.NEEDS_PERSON: frozenset({_S.RECONCILING, _S.APPLIED, _S.REFUSED, _S.NOT_SENT}),
    _S.APPLIED: frozenset(),
    _S.REFUSED: frozenset(),
    _S.NOT_SENT: frozenset(),
}

SETTLED_OPERATION_STATES = frozenset({_S.APPLIED, _S.REFUSED, _S.NOT_SENT})


class OperationTransitionError(ValueError):
    """An operation was asked to take a step that its table does not allow."""


def check_operation_transition(before: OperationState, after: OperationState) -> None:
    """Let an allowed step pass.

    Raises:
        OperationTransitionError: if `after` may not follow `before`.
    """
    if after not in OPERATION_TRANSITIONS[before]:
        raise OperationTransitionError(f"an operation that is {before.value} cannot become {after.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One journal row.

    Attributes:
        id: ours, a UUIDv7.
        subject_id: the payment or withdrawal it is about. One call that carries several withdrawals has a row for
            each of them, tied by the same `call` in `input`.
        input: the call's arguments but the account's secrets, as JSON. A customer's confirmation code stands in
            it only until the operation is settled.
        answer: what the provider said, redacted, as JSON or text; None without an answer.
        error: what went wrong, for a person to read; None if nothing did.
        attempts: how often the provider was asked what became of it.
        next_attempt_at: when it will be asked again, UTC.
    """

    id: str
    till_id: str
    account_id: str
    subject_id: str
    kind: OperationKind
    state: OperationState
    input: str
    prepared_at: datetime
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    settled_at: datetime | None = None
    answer: str | None = None
    error: str | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether its outcome is known and written."""
        return self.state in SETTLED_OPERATION_STATES

    @property
    def is_restored(self) -> bool:
        """Whether it stood open in a backup that was restored: it may have left since, and never leaves again."""
        return json.loads(self.input).get("restored") is True
