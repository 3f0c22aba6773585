"""The till's file and the sandbox's ledger, read apart from the program and held against each other."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from cashier.sandbox.ledger import LedgerEntry

# Nothing is expected of anyone any more.
_FINISHED = {"paid", "declined", "expired", "cancelled", "auto_refunded"}
# Somebody has a next step to take, and sees it.
_WAITING = {"draft", "awaiting_customer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPayment:
    """A payment as it is on disk.

    Attributes:
        intent_id: the press it came from.
        key: the provider's name for it; None before it has one.
        calls: kind and state of each call made about it, oldest first.
    """

    id: str
    intent_id: str
    reference: str
    state: str
    amount: Decimal
    unit: str
    key: str | None
    calls: tuple[tuple[str, str], ...]

    @property
    def is_with_person(self) -> bool:
        """Whether it stands there for a person to look at, with its outcome unknown."""
        return self.state == "unknown" and any(state == "needs_person" for _, state in self.calls)

    @property
    def is_at_rest(self) -> bool:
        """Whether its outcome is known, somebody has a next step to take, or it is with a person."""
        settled = all(state in {"applied", "refused", "not_sent"} for _, state in self.calls)
        return self.is_with_person or (settled and self.state in _FINISHED | _WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What the two ledgers do not agree on; all are counts of payments, and none is allowed.

    Attributes:
        doubled: settled more than once for one press.
        lost: settled at the provider, and not paid in the till.
        stuck: neither known nor with a person, and with no next step.
        guessed: paid in the till, and not settled at the provider for that amount.
    """

    doubled: int = 0
    lost: int = 0
    stuck: int = 0
    guessed: int = 0

    def __add__(self, other: Differences) -> Differences:
        return Differences(
            doubled=self.doubled + other.doubled,
            lost=self.lost + other.lost,
            stuck=self.stuck + other.stuck,
            guessed=self.guessed + other.guessed,
        )

    def __or__(self, later: Differences) -> Differences:
        """Return what was found at either of two looks at the same payments."""
        return Differences(
            doubled=max(self.doubled, later.doubled),
            lost=max(self.lost, later.lost),
            stuck=max(self.stuck, later.stuck),
            guessed=max(self.guessed, later.guessed),
        )

    def __bool__(self) -> bool:
        return self != Differences()


def read_payments(file: Path) -> list[LocalPayment]:
    """Return every payment on disk, oldest first, as any other program reads them."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        # One view of the file: a payment and its calls are of the same moment.
        connection.execute("BEGIN")
        rows = connection.execute(
            "SELECT id, intent_id, reference, state, amount, unit, provider_key FROM payments ORDER BY rowid"
        ).fetchall()
        calls = connection.execute("SELECT subject_id, kind, state FROM operations ORDER BY rowid").fetchall()
    return [
        LocalPayment(
            id=row[0],
            intent_id=row[1],
            reference=row[2],
            state=row[3],
            amount=Decimal(row[4]),
            unit=row[5],
            key=row[6],
            calls=tuple((kind, state) for subject, kind, state in calls if subject == row[0]),
        )
        for row in rows
    ]


def compare(payments: Sequence[LocalPayment], settled: Sequence[LedgerEntry]) -> Differences:
    """Hold the till's payments against what the provider settled; settled money of no payment here is lost."""
    # digibank is given our reference, resid our id.
    by_name = {name: payment for payment in payments for name in (payment.reference, payment.id)}
    owners = [by_name.get(entry.reference) for entry in settled]
    by_press = Counter(owner.intent_id for owner in owners if owner is not None)
    proven = {
        owner.id
        for owner, entry in zip(owners, settled, strict=True)
        if owner is not None and (Decimal(entry.amount), entry.unit) == (owner.amount, owner.unit)
    }
    return Differences(
        doubled=sum(count > 1 for count in by_press.values()),
        lost=sum(owner is None or owner.state != "paid" for owner in owners),
        stuck=sum(not payment.is_at_rest for payment in payments),
        guessed=sum(payment.state == "paid" and payment.id not in proven for payment in payments),
    )
