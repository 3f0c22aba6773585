"""The till's withdrawals and the sandbox's payouts, read apart from the program and held against each other."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path

from cashier.sandbox.ledger import Payout, ReceivedCall
from tests.faults.both_ledgers import Differences

# Nothing is expected of anyone any more.
_FINISHED = {"paid", "rejected", "refused", "cancelled"}
_RIAL_IN = {"IRR": 1, "IRT": 10}
# What the till may say once the provider says so; a payout that waits is not believed to be more.
_STATES = {"waiting": "accepted", "paid": "paid", "failed": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWithdrawal:
    """A withdrawal as it is on disk.

    Attributes:
        key: the provider's name for it; None before it has one.
        calls: the state of each submitting call that carried it, oldest first.
    """

    id: str
    provider: str
    reference: str
    state: str
    amount_rial: Decimal
    iban: str
    key: str | None
    batch_id: str | None
    calls: tuple[str, ...]

    @property
    def is_with_person(self) -> bool:
        """Whether it stands there for a person to look at, with its outcome unknown."""
        return self.state == "unknown" and "needs_person" in self.calls

    @property
    def is_at_rest(self) -> bool:
        """Whether its outcome is known for good, or it is with a person."""
        settled = all(state in {"applied", "refused", "not_sent"} for state in self.calls)
        return self.is_with_person or (settled and self.state in _FINISHED)

    @property
    def asked_for_as(self) -> str:
        """What the sandbox's log of calls names it by: the till's reference, or IBAN and amount in toman."""
        return self.reference if self.provider == "paystar" else f"{self.iban} {self.amount_rial / 10:f}"

    @property
    def entry_key(self) -> str | None:
        """What the sandbox's payouts know it by."""
        return self.reference if self.provider == "paystar" else self.key


def read_withdrawals(file: Path) -> list[LocalWithdrawal]:
    """Return every withdrawal on disk, oldest first, as any other program reads them."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        # One view of the file: a withdrawal and its calls are of the same moment.
        connection.execute("BEGIN")
        rows = connection.execute(
            "SELECT withdrawals.id, provider, reference, state, amount_rial, iban, provider_key, batch_id"
            " FROM withdrawals JOIN accounts ON accounts.id = account_id ORDER BY withdrawals.rowid"
        ).fetchall()
        calls: dict[str, list[str]] = {}
        for subject, state in connection.execute("SELECT subject_id, state FROM operations ORDER BY rowid"):
            calls.setdefault(subject, []).append(state)
    return [
        LocalWithdrawal(
            id=row[0],
            provider=row[1],
            reference=row[2],
            state=row[3],
            amount_rial=Decimal(row[4]),
            iban=row[5],
            key=row[6],
            batch_id=row[7],
            calls=tuple(calls.get(row[0], ())),
        )
        for row in rows
    ]


def compare_payouts(
    withdrawals: Sequence[LocalWithdrawal], payouts: Sequence[Payout], calls: Iterable[ReceivedCall]
) -> Differences:
    """Hold the till's withdrawals, at rest, row by row against what the provider was asked for and what it made.

    Doubled is what was asked for, or made, more often than there are withdrawals for it; lost is what the provider
    made and the till does not say so of just that one; guessed is what the till says and the provider does not.
    """
    return Differences(
        doubled=len(sent_twice(withdrawals, payouts, calls)),
        lost=len(unknown_here(withdrawals, payouts)),
        stuck=sum(not withdrawal.is_at_rest for withdrawal in withdrawals),
        guessed=len(said_without_proof(withdrawals, payouts)),
    )


def sent_twice(
    withdrawals: Sequence[LocalWithdrawal], payouts: Sequence[Payout], calls: Iterable[ReceivedCall]
) -> set[str]:
    """Return, as the sandbox names them, what was asked for or made more than once for one withdrawal.

    A call that is turned away for its key was not carried out, and may come again with another.
    """
    wanted = Counter(withdrawal.asked_for_as for withdrawal in withdrawals)
    asked_for = Counter(
        name for call in calls if call.status != HTTPStatus.UNAUTHORIZED for name in call.payouts
    )
    made = Counter(_asked_for_as(payout) for payout in payouts)
    # Of calls that left, the journal admits one for each withdrawal; those that never did are "not sent".
    calls_left = {
        withdrawal.asked_for_as
        for withdrawal in withdrawals
        if sum(state != "not_sent" for state in withdrawal.calls) > 1
    }
    return calls_left | {name for name in asked_for | made if (asked_for | made)[name] > wanted[name]}


def unknown_here(withdrawals: Sequence[LocalWithdrawal], payouts: Sequence[Payout]) -> list[Payout]:
    """Return the payouts that no withdrawal is, or whose withdrawal does not say what became of them."""
    by_key = {(withdrawal.provider, withdrawal.entry_key): withdrawal for withdrawal in withdrawals}
    owners = [(payout, by_key.get((payout.provider, payout.key))) for payout in payouts]
    return [payout for payout, owner in owners if owner is None or owner.state != _STATES[payout.standing]]


def said_without_proof(withdrawals: Sequence[LocalWithdrawal], payouts: Sequence[Payout]) -> list[str]:
    """Return the ids of withdrawals of which the till says what the provider does not.

    That is one said to be accepted, paid or rejected with no payout like that, of its own amount and IBAN; or one
    said to be refused, or given up, of which there is a payout.
    """
    by_key = {(payout.provider, payout.key): payout for payout in payouts}
    wrong = []
    for withdrawal in withdrawals:
        payout = by_key.get((withdrawal.provider, withdrawal.entry_key or ""))
        is_ours = payout is not None and (
            (Decimal(payout.amount) * _RIAL_IN[payout.unit], payout.party)
            == (withdrawal.amount_rial, withdrawal.iban)
        )
        standing = payout.standing if payout is not None and is_ours else None
        denied = {
            "accepted": standing is None,
            "paid": standing != "paid",
            "rejected": standing != "failed",
            "refused": payout is not None,
            "cancelled": payout is not None,
        }
        if denied.get(withdrawal.state, False):
            wrong.append(withdrawal.id)
    return wrong


def _asked_for_as(payout: Payout) -> str:
    return payout.key if payout.provider == "paystar" else f"{payout.party} {payout.amount}"
