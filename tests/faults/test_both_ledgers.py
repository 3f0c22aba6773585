"""The crash matrix's referee finds what it is there to find."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cashier.sandbox.ledger import LedgerEntry
from tests.faults.both_ledgers import Differences, LocalPayment, compare

PAID = LocalPayment(
    id="payment-1",
    intent_id="press-1",
    reference="REF1",
    state="paid",
    amount=Decimal(10),
    unit="USDT",
    key="request-1",
    calls=(("open_payment", "applied"), ("settle_payment", "applied")),
)
OTHER = replace(PAID, id="payment-2", reference="REF2", key="request-2")


def entry(reference: str = "REF1", amount: str = "10.00", unit: str = "USDT") -> LedgerEntry:
    """Return a settled payment."""
    return LedgerEntry(
        provider="digibank",
        account="main",
        kind="in",
        key="1",
        reference=reference,
        amount=amount,
        unit=unit,
        settled_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def standing(state: str, *calls: str) -> LocalPayment:
    """Return a payment whose calls stand so."""
    return replace(PAID, state=state, calls=tuple(("settle_payment", call) for call in calls))


@pytest.mark.parametrize(
    ("payments", "settled", "found"),
    [
        ([PAID], [entry()], Differences()),
        ([PAID], [entry("payment-1")], Differences()),
        ([], [], Differences()),
        ([PAID], [entry(), entry()], Differences(doubled=1)),
        ([PAID, OTHER], [entry(), entry("REF2")], Differences(doubled=1)),
        ([], [entry()], Differences(lost=1)),
        ([PAID], [entry(), entry("REF9")], Differences(lost=1)),
        ([standing("awaiting_customer", "not_sent")], [entry()], Differences(lost=1)),
        ([standing("unknown", "needs_person")], [entry()], Differences(lost=1)),
        ([PAID], [], Differences(guessed=1)),
        ([PAID], [entry(amount="9")], Differences(guessed=1)),
        ([PAID], [entry(unit="USD")], Differences(guessed=1)),
        ([standing("unknown", "needs_person")], [], Differences()),
        ([standing("unknown", "unknown")], [], Differences(stuck=1)),
        ([standing("unknown")], [], Differences(stuck=1)),
        ([standing("confirming", "prepared")], [], Differences(stuck=1)),
        ([standing("requesting", "sent")], [], Differences(stuck=1)),
        ([standing("awaiting_customer", "sent")], [], Differences(stuck=1)),
        ([standing("awaiting_customer", "refused", "not_sent")], [], Differences()),
        ([standing("draft")], [], Differences()),
    ],
)
def test_differences_are_found(
    payments: list[LocalPayment], settled: list[LedgerEntry], found: Differences
) -> None:
    """Settled twice, settled and unknown here, left hanging, and believed without proof: each is counted."""
    assert compare(payments, settled) == found
    assert bool(found) == (found != Differences())


def test_two_looks_are_put_together() -> None:
    """Of two looks at one case the worse counts once; of two cases both count."""
    first, later = Differences(lost=1, stuck=1), Differences(stuck=1, doubled=1)
    assert first | later == Differences(doubled=1, lost=1, stuck=1)
    assert first + later == Differences(doubled=1, lost=1, stuck=2)
