"""What the services ask of a provider that pays out, whatever its API looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from cashier.domain.money import Money, Unit
from cashier.providers.protocol import TestableProvider


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutTraits:
    """What is always true of a provider's withdrawals.

    Attributes:
        takes_batches: whether several may be asked for in one call.
        finds_by_reference: whether a withdrawal is found again by our own reference; else only by what it looks like.
        needs_holder: whether the account holder's first and last name must be sent.
        takes_pay_id: whether a deposit identifier reaches the bank.
        doubtful_refusals: codes of refusals after which the withdrawal may have been made all the same.
    """

    takes_batches: bool
    finds_by_reference: bool
    needs_holder: bool
    takes_pay_id: bool
    doubtful_refusals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutOrder:
    """What a withdrawal is to be.

    Attributes:
        withdrawal_id: ours.
        reference: ours, unique for each withdrawal; paystar's `track_id`.
        money: in whatever unit; the provider's client counts in its own.
        iban: `IR` and 24 digits.
        holder: first and last name; may be empty where the provider needs none.
        pay_id: deposit identifier; empty for none.
        provider_key: the provider's name for it, once known.
    """

    withdrawal_id: str
    reference: str
    money: Money
    iban: str
    holder: str
    pay_id: str = ""
    provider_key: str | None = None


class PayoutStanding(Enum):
    """What the provider says about a withdrawal."""

    WAITING = "waiting"  # it has it; the bank has not answered
    PAID = "paid"  # the money has arrived
    REJECTED = "rejected"  # sent back, or cancelled by the provider
    NOT_FOUND = "not_found"  # it knows of none like this


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutEvidence:
    """The provider's word about one withdrawal.

    Attributes:
        key: the provider's name for it; None if it gives none.
        money: what the provider says was asked for; None if it does not say.
        iban: as the provider writes it; empty if it does not say. Never refused for its form.
        created_at: when the provider took it, UTC; None if it cannot be read.
        at: when its standing came about, UTC; None if it does not say.
        tracking_number: for whoever asks where the money is.
        ref_code: a second number of the same kind.
        message: the provider's own words: a rejection's comment, a status message; plain text.
        bank_name: of the receiver, as the provider names it.
        holder_name: likewise.
        answer: what the provider said about this one, redacted.
    """

    standing: PayoutStanding
    key: str | None = None
    money: Money | None = None
    iban: str = ""
    created_at: datetime | None = None
    at: datetime | None = None
    tracking_number: str | None = None
    ref_code: str | None = None
    message: str = ""
    bank_name: str = ""
    holder_name: str = ""
    answer: str = ""


class PayoutProvider(TestableProvider, Protocol):
    """A provider that pays out, for one account. Every method may raise a `ProviderError`."""

    @property
    def traits(self) -> PayoutTraits:
        """What is always true of this provider's withdrawals."""

    @property
    def unit(self) -> Unit:
        """The unit this account's amounts travel in: an amount that is not exact in it cannot be sent."""

    @property
    def most_at_once(self) -> int:
        """How many withdrawals one call may carry; 1 where the provider takes no batches."""

    async def submit(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask for withdrawals, all in one call; at most `most_at_once`. Money may leave the shop.

        Returns the provider's word by `withdrawal_id`; one that it does not speak of is missing, and what became
        of that one is not known.

        Raises:
            ProviderRefusedError: a readable "no" to the whole call. `fields` names what is at fault: by
                `amount`, `iban`, `holder`, `pay_id`, `account` (a setting of the account) or the provider's own
                name; of a call with several, by the order's index and such a name: `3.iban`.
            NotSentError: nothing was sent.
            UnknownOutcomeError: money may be on its way, for all of them.
        """

    async def ask_about(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask what became of withdrawals, in as few calls as the provider allows. Changes nothing.

        One that has no `provider_key` can only be asked about where `traits.finds_by_reference`.
        Returns the provider's word by `withdrawal_id`. A single order always gets one (`NOT_FOUND` included); of
        many, those that were not come across are missing.
        """

    async def find_alike(self, order: PayoutOrder, since: datetime) -> list[PayoutEvidence]:
        """Return the provider's records, made since then, that could be this withdrawal, oldest first.

        Where `traits.finds_by_reference` that is the one with our reference, or none; else those with the same
        IBAN and amount. Changes nothing.
        """
