"""History: everything the shop's money did, its own payments and withdrawals and what the providers list, as one.

An *item* is one line of it. It stands for a payment or withdrawal of ours, for a record of a provider's list that
nobody made here, or for both at once when the record is known to be the payment's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum
from typing import NamedTuple

from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState


class ItemKind(IntEnum):
    """Which way the money goes; the numbers are stored."""

    PAYMENT = 1
    WITHDRAWAL = 2


class ItemState(IntEnum):
    """Where an item stands: the states of payments and withdrawals together; the numbers are stored."""

    DRAFT = 1
    REQUESTING = 2
    AWAITING_CUSTOMER = 3
    CONFIRMING = 4
    PAID = 5
    DECLINED = 6
    EXPIRED = 7
    CANCELLED = 8
    UNKNOWN = 9
    AUTO_REFUNDED = 10
    AWAITING_APPROVAL = 11
    APPROVED = 12
    SUBMITTING = 13
    ACCEPTED = 14
    REJECTED = 15
    REFUSED = 16

    @classmethod
    def of(cls, state: PaymentState | WithdrawalState) -> ItemState:
        """Return a payment's or withdrawal's state as an item has it."""
        return cls[state.name]


STATES_OF_KIND = {
    ItemKind.PAYMENT: tuple(ItemState.of(state) for state in PaymentState),
    ItemKind.WITHDRAWAL: tuple(ItemState.of(state) for state in WithdrawalState),
}


class HistorySort(Enum):
    """What history is put in order by."""

    TIME = "time"
    AMOUNT = "amount"  # of different units one after the other, each in its own order


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryQuery:
    """What of history is looked at, and in which order. An empty set admits everything.

    Attributes:
        kind: only payments, or only withdrawals; None for both.
        since: items of this moment and later, aware.
        until: items before this moment, aware.
        search: words as typed; an item must have all of them.
        descending: newest, or greatest, first.
    """

    kind: ItemKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    account_ids: frozenset[str] = field(default_factory=frozenset)
    states: frozenset[ItemState] = field(default_factory=frozenset)
    unit_codes: frozenset[str] = field(default_factory=frozenset)
    operator_ids: frozenset[str] = field(default_factory=frozenset)
    search: str = ""
    sort: HistorySort = HistorySort.TIME
    descending: bool = True


class HistoryItem(NamedTuple):
    """One line of history. A tuple, because a hundred of them are made whenever a page is turned.

    Attributes:
        place: its place in the order of time, unique; what pages are fetched by.
        at: when it was made here or, of a record made elsewhere, when the provider says it was; UTC.
        money: None where a provider's record does not say.
        party: the customer's number, or the IBAN; may be masked by the provider, may be empty.
        holder: the receiver's name; empty if there is none.
        reference: ours; the provider's name for it where it was made elsewhere.
        provider_reference: the bank's or provider's number for it; empty if there is none.
        payment_id: of the payment it is; None if it is none of ours.
        withdrawal_id: of the withdrawal it is; None if it is none of ours.
        record_id: of the provider's record of it; None if it was not met in a list.
    """

    place: int
    kind: ItemKind
    at: datetime
    account_id: str
    state: ItemState
    money: Money | None
    party: str
    holder: str
    reference: str
    provider_reference: str
    note: str
    operator_id: str | None
    payment_id: str | None
    withdrawal_id: str | None
    record_id: int | None

    @property
    def is_made_elsewhere(self) -> bool:
        """Whether only the provider knows of it: it was not made at this till."""
        return self.payment_id is None and self.withdrawal_id is None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTotal:
    """What came in, or went out, in one unit: the sum of what is paid."""

    kind: ItemKind
    money: Money
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryTotals:
    """Of everything a query admits.

    Attributes:
        count: of all items, in whatever state.
        paid: what of them is paid, by kind and unit, greatest count first.
    """

    count: int
    paid: tuple[UnitTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """One record of a provider's list, as the provider tells of it.

    Attributes:
        key: the provider's name for it, unique in its account; what comes twice is known by it.
        at: when it was made or settled, UTC; None if it cannot be read.
        money: None if it does not say.
        party: the customer's number, or the IBAN, as the provider writes it.
        reference: ours, where the list carries it: paystar's `track_id`, resid's `payload`.
        provider_reference: a bank's or tracking number.
        message: a comment, a failure's reason, or a state nobody documented; plain text.
        raw: as it came, redacted, as JSON.
    """

    key: str
    kind: ItemKind
    state: ItemState
    at: datetime | None
    money: Money | None
    party: str = ""
    holder: str = ""
    reference: str = ""
    provider_reference: str = ""
    message: str = ""
    raw: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """A provider's record as it is kept.

    Attributes:
        record: what the provider says of it now.
        first_seen_at: when it was first met in a list, UTC.
        changed_at: when the provider was last seen to say something else of it, UTC.
    """

    id: int
    account_id: str
    record: ListedRecord
    first_seen_at: datetime
    changed_at: datetime
