"""What becomes of open payments and withdrawals when a backup takes the place of the till's file.

A backup is older than the truth. Whatever was open in it may have been sent since, by the till that was replaced. So what
could be sent, or approved, once more is unknown until the provider was asked, and the call that may have left is written
down as one whose outcome nobody knows: it never leaves again. These steps stand beside the tables of transitions of
`payment`, `withdrawal` and `operation`, which say what may follow what while one file is in use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from cashier.domain.backup import BackupContents
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState


class RestoreCause(Enum):
    """Why a backup took the place of the till's file."""

    ASKED = "asked"  # a manager wanted it
    DAMAGED = "damaged"  # the file was not whole
    IMPORTED = "imported"  # the till came to another machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was done when a backup took the place of the till's file.

    Attributes:
        at: when, UTC.
        backup_name: of the file it was.
        backup_made_at: UTC; what happened since is fetched from the providers' lists, as far as they have it.
        set_aside: where the file that was replaced is now, as a path; empty if there was none.
        payments: how many were open in the backup and are asked about.
        withdrawals: likewise.
    """

    cause: RestoreCause
    at: datetime
    backup_name: str
    backup_made_at: datetime
    set_aside: str
    payments: int
    withdrawals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreOrder:
    """A manager's word that a backup is to take the place of the till's file; `BackupService` gives it for a PIN.

    Attributes:
        contents: what the manager was shown of it.
        manager_id: who wants it.
    """

    contents: BackupContents
    manager_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A payment or withdrawal as it goes on after a restore, and the call to be asked about.

    Attributes:
        call: new if there was none in the backup.
    """

    subject: Payment | Withdrawal
    call: Operation


# In these a withdrawal could be approved, or sent, a second time. What is unknown or accepted is never sent again.
_WITHDRAWALS_TO_ASK = frozenset(
    {
        WithdrawalState.DRAFT,
        WithdrawalState.AWAITING_APPROVAL,
        WithdrawalState.APPROVED,
        WithdrawalState.SUBMITTING,
    }
)
_NEVER_OPENED = frozenset({PaymentState.DRAFT, PaymentState.REQUESTING})


def payment_to_ask(
    payment: Payment, call: Operation | None, new_call_id: str, *, pays_by_token: bool
) -> ToAsk | None:
    """Return how an open payment goes on; None if as it stands.

    That is one which waits for a customer who pays with a token: it is asked about again and again anyway, and
    collecting can act only once. One whose state the provider told, and nobody understands, stays with a person.

    Args:
        payment: that is open.
        call: about it, whose outcome was not known; None if there is none.
        new_call_id: for a call that has to be written down.
        pays_by_token: else the customer reads out a code.
    """
    is_waiting = payment.state is PaymentState.AWAITING_CUSTOMER
    if call is None and (payment.state is PaymentState.UNKNOWN or (is_waiting and pays_by_token)):
        return None
    opening = payment.state in _NEVER_OPENED
    kind = OperationKind.OPEN_PAYMENT if opening else OperationKind.SETTLE_PAYMENT
    return ToAsk(
        subject=replace(
            payment,
            state=PaymentState.UNKNOWN,
            reason=PaymentReason.RESTORED,
            version=payment.version + 1,
        ),
        call=_unknown(call) if call else _never_seen(payment, kind, new_call_id),
    )


def withdrawal_to_ask(withdrawal: Withdrawal, call: Operation | None, new_call_id: str) -> ToAsk | None:
    """Return how an open withdrawal goes on; None if as it stands. As `payment_to_ask`."""
    if withdrawal.state not in _WITHDRAWALS_TO_ASK:
        return None
    return ToAsk(
        subject=replace(
            withdrawal,
            state=WithdrawalState.UNKNOWN,
            reason=WithdrawalReason.RESTORED,
            # From when on it may have left: the provider's records are looked through since then.
            submitted_at=withdrawal.submitted_at or withdrawal.updated_at,
            version=withdrawal.version + 1,
        ),
        call=_unknown(call)
        if call
        else _never_seen(withdrawal, OperationKind.SUBMIT_WITHDRAWAL, new_call_id),
    )


def _unknown(call: Operation) -> Operation:
    return replace(
        call,
        state=OperationState.UNKNOWN,
        input=_marked(call.input),
        attempts=0,
        next_attempt_at=None,
        error="a backup took the place of what was known since",
    )


def _never_seen(subject: Payment | Withdrawal, kind: OperationKind, call_id: str) -> Operation:
    return Operation(
        id=call_id,
        till_id=subject.till_id,
        account_id=subject.account_id,
        subject_id=subject.id,
        kind=kind,
        state=OperationState.UNKNOWN,
        input=_marked("{}"),
        prepared_at=subject.updated_at,
        error="may have been sent by the till that a backup took the place of",
    )


def _marked(arguments: str) -> str:
    facts = json.loads(arguments)
    # No backup holds a code; a file that was no backup may.
    facts.pop("code", None)
    return json.dumps(facts | {"restored": True}, ensure_ascii=False, sort_keys=True)
