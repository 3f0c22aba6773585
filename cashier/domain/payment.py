"""A payment a customer makes to the shop: its states, what may follow what, and its facts.

PaymentTransitionError    a step that the table does not allow
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cashier.domain.money import Money


class PaymentState(Enum):
    """Where a payment stands."""

    DRAFT = "draft"  # typed, nothing asked for
    REQUESTING = "requesting"  # the provider is being asked to ask the customer
    AWAITING_CUSTOMER = "awaiting_customer"  # the customer has a code, or can pay with the token
    CONFIRMING = "confirming"  # finalize or collect is under way
    PAID = "paid"  # the provider said so
    DECLINED = "declined"  # the provider said no, for good
    EXPIRED = "expired"  # the time ran out and the provider has no payment
    CANCELLED = "cancelled"  # given up by a person, with nothing paid
    UNKNOWN = "unknown"  # an answer is missing; the provider is being asked
    AUTO_REFUNDED = (
        "auto_refunded"  # the customer paid, was not collected from in time, and has the money back
    )


_S = PaymentState

PAYMENT_TRANSITIONS: dict[PaymentState, frozenset[PaymentState]] = {
    _S.DRAFT: frozenset({_S.REQUESTING, _S.CANCELLED}),
    # Back to draft when the connection was never made: nothing was asked, and nothing typed is lost.
    _S.REQUESTING: frozenset({_S.AWAITING_CUSTOMER, _S.DECLINED, _S.DRAFT, _S.UNKNOWN}),
    # Paid straight from here when the provider collects by itself.
    _S.AWAITING_CUSTOMER: frozenset(
        {_S.CONFIRMING, _S.PAID, _S.DECLINED, _S.EXPIRED, _S.CANCELLED, _S.AUTO_REFUNDED, _S.UNKNOWN}
    ),
    # Back to the customer after a wrong code, or when the confirmation never left this machine.
    _S.CONFIRMING: frozenset(
        {_S.PAID, _S.AWAITING_CUSTOMER, _S.DECLINED, _S.EXPIRED, _S.AUTO_REFUNDED, _S.UNKNOWN}
    ),
    # Settled by the provider's word; confirming again only where the endpoint allows it.
    _S.UNKNOWN: frozenset(
        {
            _S.REQUESTING,
            _S.AWAITING_CUSTOMER,
            _S.CONFIRMING,
            _S.PAID,
            _S.DECLINED,
            _S.EXPIRED,
            _S.CANCELLED,
            _S.AUTO_REFUNDED,
        }
    ),
    _S.PAID: frozenset(),
    _S.DECLINED: frozenset(),
    # A provider that lists the payment after all is right, and we were not.
    _S.EXPIRED: frozenset({_S.PAID, _S.AUTO_REFUNDED}),
    _S.CANCELLED: frozenset({_S.PAID, _S.AUTO_REFUNDED}),
    _S.AUTO_REFUNDED: frozenset(),
}

OPEN_PAYMENT_STATES = frozenset({_S.DRAFT, _S.REQUESTING, _S.AWAITING_CUSTOMER, _S.CONFIRMING, _S.UNKNOWN})


class PaymentTransitionError(ValueError):
    """A payment was asked to take a step that its table does not allow."""


def check_payment_transition(before: PaymentState, after: PaymentState) -> None:
    """Let an allowed step pass.

    Raises:
        PaymentTransitionError: if `after` may not follow `before`.
    """
    if after not in PAYMENT_TRANSITIONS[before]:
        raise PaymentTransitionError(f"a payment that is {before.value} cannot become {after.value}")


class PaymentReason(Enum):
    """Why a payment stands where it does, when the state alone does not say."""

    PROVIDER_REFUSED = "provider_refused"
    WRONG_CODE = "wrong_code"
    NO_CONNECTION = "no_connection"  # nothing left this machine
    NO_ANSWER = "no_answer"  # it left, and no readable answer came
    CUSTOMER_FAILED = "customer_failed"  # the customer's own payment failed or was refused
    TIME_RAN_OUT = "time_ran_out"
    UNREADABLE_STATE = "unreadable_state"  # the provider names a state nobody documented
    MISMATCH = "mismatch"  # the provider's amount or currency is not ours
    BY_PERSON = "by_person"
    RESTORED = "restored"  # open in a backup that was restored: it may have been asked for, or paid, since


_UNCLEAR_REASONS = frozenset({PaymentReason.MISMATCH, PaymentReason.UNREADABLE_STATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment as the till knows it.

    Attributes:
        id: ours, a UUIDv7; nothing about it depends on this till being the only one.
        intent_id: the cashier's one press of "send": a second press with the same intent is the same payment.
        reference: ours, short and readable aloud; the key of reconciliation.
        provider_key: what the provider calls it: digibank's request id, resid's token.
        expires_at: when the customer can no longer pay or confirm, UTC; None if the provider did not say.
        customer_paid_at: when the customer was seen to have paid, where the shop still has to collect, UTC.
        paid_at: when the provider settled it, UTC.
        provider_reference: the provider's number for the settled payment (an RRN, a list id).
        provider_message: the provider's own words about a refusal or state, as plain text.
        version: counts changes; a writer that read an older one is refused.
    """

    id: str
    till_id: str
    account_id: str
    intent_id: str
    reference: str
    money: Money
    customer_no: str
    note: str
    state: PaymentState
    created_at: datetime
    updated_at: datetime
    operator_id: str | None = None
    reason: PaymentReason | None = None
    provider_key: str | None = None
    expires_at: datetime | None = None
    customer_paid_at: datetime | None = None
    paid_at: datetime | None = None
    provider_reference: str | None = None
    provider_message: str | None = None
    version: int = 1

    @property
    def is_unclear(self) -> bool:
        """Whether the provider did answer, but with what only a person can make sense of."""
        return self.state is PaymentState.UNKNOWN and self.reason in _UNCLEAR_REASONS

    @property
    def is_open(self) -> bool:
        """Whether someone, or the program, still has to do something about it."""
        return self.state in OPEN_PAYMENT_STATES
