"""What the services ask of a provider that collects payments, whatever its API looks like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from cashier.domain.money import Money


class Confirmation(Enum):
    """How the customer agrees to a payment."""

    CODE = "code"  # the customer receives a code and tells the cashier
    TOKEN = "token"  # noqa: S105  # a kind, not a secret: the customer pays with a token, the cashier collects


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentTraits:
    """What is always true of a provider's payments.

    Attributes:
        confirmation: how the customer agrees.
        open_for: how long an opened payment stays open if the provider does not say.
        settle_is_repeatable: whether settling the same key again by itself can only ever settle it once.
        opened_can_be_found: whether a payment whose opening got no answer can be found again.
        names_customer: whether opening needs the customer's number.
        carries_note: whether a note reaches the provider.
    """

    confirmation: Confirmation
    open_for: timedelta
    settle_is_repeatable: bool
    opened_can_be_found: bool
    names_customer: bool
    carries_note: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """What a payment is to be.

    Attributes:
        payment_id: ours; what the provider gives back is matched by it where the API carries it.
        reference: ours, unique for each payment, seen by the customer.
    """

    payment_id: str
    reference: str
    money: Money
    customer_no: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPayment:
    """The provider will take this payment.

    Attributes:
        key: what the provider calls it from now on.
        expires_at: aware, UTC; None if the provider gave none that can be read.
        answer: what the provider said, redacted.
    """

    key: str
    expires_at: datetime | None
    answer: str


class PaymentStanding(Enum):
    """What the provider says about a payment it was asked about."""

    NOT_FOUND = "not_found"  # it knows of no settled payment like this
    WAITING = "waiting"  # the customer has not paid
    CUSTOMER_PAID = (
        "customer_paid"  # the customer has paid; the shop has not collected, as far as one can tell
    )
    SETTLED = "settled"  # the money is the shop's
    FAILED = "failed"  # the customer's payment failed
    REFUNDED = "refunded"  # the customer paid and has the money back
    UNCLEAR = "unclear"  # a state nobody documented


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentEvidence:
    """The provider's word about one payment.

    Attributes:
        money: what the provider says was paid; None if it does not say.
        at: when it was settled, or paid by the customer, UTC.
        provider_reference: the provider's number for it.
        message: the provider's own words about a failure or an unknown state, plain text.
        answer: what the provider said, redacted.
    """

    standing: PaymentStanding
    money: Money | None = None
    at: datetime | None = None
    provider_reference: str | None = None
    message: str = ""
    answer: str = ""


class TestableProvider(Protocol):
    """A provider of any kind, for one account: what the settings page needs of it."""

    async def test_connection(self) -> None:
        """Make the cheapest call that proves the address and the credentials; changes nothing.

        Raises:
            ProviderError: of the kind that says what is wrong.
        """

    async def close(self) -> None:
        """Let go of the connections."""


class PaymentProvider(TestableProvider, Protocol):
    """A provider that collects payments, for one account. Every method may raise a `ProviderError`."""

    @property
    def traits(self) -> PaymentTraits:
        """What is always true of this provider's payments."""

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Ask the provider to take a payment. Moves no money."""

    async def find_opened(self, order: PaymentOrder, since: datetime) -> OpenedPayment | None:
        """Look for a payment opened since then whose answer was lost; None if there is none."""

    async def settle_payment(self, order: PaymentOrder, key: str, code: str) -> PaymentEvidence:
        """Move the money to the shop, and say what the provider says then.

        Args:
            order: the payment as it was opened.
            key: the provider's name for it.
            code: the customer's confirmation code; empty where the customer pays with a token.

        Raises:
            ProviderRefusedError: nothing was moved, and with this code nothing will be.
            NotSentError: nothing was sent.
            UnknownOutcomeError: money may have moved.
        """

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Ask what became of a payment. Changes nothing."""
