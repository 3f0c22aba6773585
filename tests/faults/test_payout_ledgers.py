"""The referee of withdrawals finds what it is there to find."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

import pytest

from cashier.sandbox.ledger import Payout, ReceivedCall
from tests.faults.both_ledgers import Differences
from tests.faults.payout_ledgers import LocalWithdrawal, compare_payouts

IBAN = "IR062960000000100324200001"
PAID = LocalWithdrawal(
    id="withdrawal-1",
    provider="paystar",
    reference="REF1",
    state="paid",
    amount_rial=Decimal(500_000),
    iban=IBAN,
    key="hash-1",
    batch_id=None,
    calls=("applied",),
)
OTHER = replace(PAID, id="withdrawal-2", reference="REF2", key="hash-2")
IN_TOMAN = replace(PAID, provider="aqayepardakht", key="7")


def made(
    key: str = "REF1",
    amount: str = "500000",
    standing: Literal["waiting", "paid", "failed"] = "paid",
    party: str = IBAN,
) -> Payout:
    """Return what the provider made."""
    return Payout(
        provider="paystar", account="main", key=key, party=party, amount=amount, unit="IRR", standing=standing
    )


def made_in_toman(key: str = "7") -> Payout:
    """Return what the other provider made."""
    return Payout(
        provider="aqayepardakht",
        account="main",
        key=key,
        party=IBAN,
        amount="50000",
        unit="IRT",
        standing="paid",
    )


def asked(*payouts: str, status: int = 200) -> ReceivedCall:
    """Return a call that asked for these."""
    return ReceivedCall(
        number=1,
        received_at=datetime(2026, 1, 1, tzinfo=UTC),
        provider="paystar",
        endpoint="settlement",
        account="main",
        payouts=list(payouts),
        status=status,
    )


def standing(state: str, *calls: str) -> LocalWithdrawal:
    """Return a withdrawal that stands so."""
    return replace(PAID, state=state, calls=calls, key=None)


@pytest.mark.parametrize(
    ("kept", "payouts", "calls", "found"),
    [
        ([PAID], [made()], [asked("REF1")], Differences()),
        ([IN_TOMAN], [made_in_toman()], [asked(f"{IBAN} 50000")], Differences()),
        ([PAID, OTHER], [made(), made("REF2")], [asked("REF1", "REF2")], Differences()),
        # Turned away for its key, and sent with another.
        ([PAID], [made()], [asked("REF1", status=401), asked("REF1")], Differences()),
        # Asked for twice, though it was made once; asked for, and not known here.
        ([PAID], [made()], [asked("REF1"), asked("REF1")], Differences(doubled=1)),
        ([], [], [asked("REF1")], Differences(doubled=1)),
        ([IN_TOMAN], [made_in_toman(), made_in_toman("8")], [], Differences(doubled=1, lost=1)),
        ([replace(PAID, calls=("unknown", "applied"))], [made()], [], Differences(doubled=1, stuck=1)),
        ([replace(PAID, calls=("not_sent", "applied"))], [made()], [], Differences()),
        # Made, and not said.
        ([standing("unknown", "needs_person")], [made()], [asked("REF1")], Differences(lost=1)),
        ([standing("accepted", "applied")], [made()], [], Differences(lost=1, stuck=1)),
        ([replace(IN_TOMAN, key="9")], [made_in_toman()], [], Differences(lost=1, guessed=1)),
        # Said, and not so.
        ([PAID], [], [asked("REF1")], Differences(guessed=1)),
        ([PAID], [made(standing="failed")], [], Differences(lost=1, guessed=1)),
        ([PAID], [made(amount="500001")], [], Differences(guessed=1)),
        ([PAID], [made(party="IR820540102680020817909002")], [], Differences(guessed=1)),
        ([standing("refused", "refused")], [made()], [], Differences(lost=1, guessed=1)),
        ([standing("cancelled", "not_sent")], [made(standing="waiting")], [], Differences(lost=1, guessed=1)),
        ([standing("rejected", "applied")], [made(standing="failed")], [], Differences()),
        ([standing("rejected", "applied")], [], [], Differences(guessed=1)),
        # At rest, or not.
        ([standing("unknown", "needs_person")], [], [asked("REF1")], Differences()),
        ([standing("unknown", "unknown")], [], [], Differences(stuck=1)),
        ([standing("approved")], [], [], Differences(stuck=1)),
        ([standing("submitting", "sent")], [], [], Differences(stuck=1)),
        ([standing("refused", "sent")], [], [], Differences(stuck=1)),
        ([standing("refused", "refused")], [], [asked("REF1")], Differences()),
    ],
)
def test_differences_are_found(
    kept: list[LocalWithdrawal], payouts: list[Payout], calls: list[ReceivedCall], found: Differences
) -> None:
    """Asked for twice, made and unknown here, left hanging, and said without proof: each is counted."""
    assert compare_payouts(kept, payouts, calls) == found
