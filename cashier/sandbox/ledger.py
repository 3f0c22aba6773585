"""What really happened in the sandbox: the settled money, and every call that was received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

Kind = Literal["in", "out"]
Origin = Literal["live", "history"]


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Money that has really moved, once. Entries are only ever added."""

    provider: str
    account: str
    kind: Kind
    key: str
    """What the provider calls it: digibank's list id, resid's token, paystar's track id, aqayepardakht's id."""
    reference: str = ""
    """What the till calls it: digibank's refNo, resid's payload; empty where the key is the till's own."""
    request_id: str = ""
    """digibank's requestId; empty elsewhere."""
    party: str = ""
    """digibank's customer, resid's payer, or the IBAN that was paid."""
    amount: str
    """Exact, in plain notation."""
    unit: str
    """An asset code, ``IRR`` (rial) or ``IRT`` (toman)."""
    settled_at: datetime
    note: str = ""
    origin: Origin = "live"


class Payout(msgspec.Struct, frozen=True, kw_only=True):
    """Money that somebody asked to be paid out, and what has become of it so far."""

    provider: str
    account: str
    key: str
    """What the ledger calls it once it is paid."""
    party: str
    """The IBAN."""
    amount: str
    unit: str
    standing: Literal["waiting", "paid", "failed"]
    message: str = ""
    """What the provider says about one that failed."""


class ListedItem(msgspec.Struct, frozen=True, kw_only=True):
    """A record of a provider's list, as it stands in the provider's books."""

    key: str
    """What the list calls it: digibank's id, resid's token, paystar's hashid, aqayepardakht's id."""
    amount: str
    unit: str
    at: datetime
    """What the list is in the order of."""
    standing: Literal["waiting", "paid", "failed", "refunded"]
    party: str
    number: str = ""
    """A bank's or tracking number."""
    message: str = ""


class ReceivedCall(msgspec.Struct, kw_only=True):
    """A call that reached a provider, and what became of it."""

    number: int
    received_at: datetime
    provider: str
    endpoint: str
    account: str
    """Empty when the credentials belong to no account."""
    faults: list[str] = msgspec.field(default_factory=list)
    payouts: list[str] = msgspec.field(default_factory=list)
    """What a call asks to be paid out, whether or not it is: `Provider.payouts_asked_for`."""
    acted: bool = False
    """Whether it changed anything, money or not."""
    status: int | None = None
    """HTTP status answered; None while it is in the works, and for a connection that was cut."""
    ended: bool = False


class Count(msgspec.Struct, kw_only=True):
    """Tallies of one provider's account."""

    provider: str
    account: str
    created: int = 0
    """Requests, tokens, transfers or withdrawals that were accepted."""
    settled: int = 0
    """Entries in the ledger, seeded history left out."""


class Ledger:
    """The append-only list of settled money and the log of calls."""

    def __init__(self) -> None:
        self._entries: list[LedgerEntry] = []
        self._calls: list[ReceivedCall] = []
        self._counts: dict[tuple[str, str], Count] = {}

    @property
    def entries(self) -> Sequence[LedgerEntry]:
        """Settled money, in the order it settled."""
        return self._entries

    @property
    def calls(self) -> Sequence[ReceivedCall]:
        """Calls, in the order they arrived."""
        return self._calls

    @property
    def counts(self) -> Sequence[Count]:
        """Tallies of every account that did anything."""
        return list(self._counts.values())

    def settle(self, entry: LedgerEntry) -> None:
        """Write down that money moved."""
        self._entries.append(entry)
        if entry.origin == "live":
            self._count(entry.provider, entry.account).settled += 1

    def created(self, provider: str, account: str) -> None:
        """Write down that a provider accepted one more request."""
        self._count(provider, account).created += 1

    def received(self, *, at: datetime, provider: str, endpoint: str, account: str) -> ReceivedCall:
        """Write down a call and return its record, to be completed as it goes on."""
        call = ReceivedCall(
            number=len(self._calls) + 1, received_at=at, provider=provider, endpoint=endpoint, account=account
        )
        self._calls.append(call)
        return call

    def reset(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._calls.clear()
        self._counts.clear()

    def _count(self, provider: str, account: str) -> Count:
        return self._counts.setdefault((provider, account), Count(provider=provider, account=account))
