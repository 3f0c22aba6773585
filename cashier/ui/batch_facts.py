"""What a batch comes to, before anybody agrees to it: its sums, and what makes one look twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cashier.domain.account import Account
from cashier.domain.iban import bank_of
from cashier.domain.money import RIAL, Money
from cashier.domain.withdrawal import Withdrawal
from cashier.services.batch_rows import CheckedRow, CheckedRows

ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One of the first rows."""

    number: int
    iban: str
    holder: str
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFacts:
    """What is asked of a manager.

    Attributes:
        total: in rial.
        twins: numbers of the rows whose IBAN and amount come more than once.
        unknown_banks: numbers of the rows whose bank is not known.
    """

    account: Account
    name: str
    count: int
    total: Money
    twins: tuple[int, ...]
    unknown_banks: tuple[int, ...]
    first: tuple[ShownRow, ...]


def facts_of_rows(account: Account, name: str, rows: CheckedRows) -> BatchFacts:
    """Return what checked rows come to."""
    return BatchFacts(
        account=account,
        name=name,
        count=rows.count,
        total=rows.total,
        twins=tuple(rows.twins),
        unknown_banks=tuple(row.number for row in rows.good if bank_of(row.iban) is None),
        first=tuple(_shown(row.number, row) for row in rows.good[:ROWS_SHOWN]),
    )


def facts_of_withdrawals(account: Account, name: str, waiting: Sequence[Withdrawal]) -> BatchFacts:
    """Return what the waiting rows of a batch come to that was written down before."""
    alike = Counter((one.iban, one.money.text) for one in waiting)
    numbered = [(one.batch_row or 0, one) for one in waiting]
    return BatchFacts(
        account=account,
        name=name,
        count=len(waiting),
        total=Money(sum((one.money.amount for one in waiting), Decimal(0)), RIAL),
        twins=tuple(number for number, one in numbered if alike[one.iban, one.money.text] > 1),
        unknown_banks=tuple(number for number, one in numbered if bank_of(one.iban) is None),
        first=tuple(_shown(number, one) for number, one in numbered[:ROWS_SHOWN]),
    )


def _shown(number: int, row: CheckedRow | Withdrawal) -> ShownRow:
    return ShownRow(number=number, iban=row.iban, holder=row.holder, money=row.money)
