"""What is always true of each provider's withdrawals; apart from their clients, which take longer to import."""

from __future__ import annotations

from cashier.providers.payout_protocol import PayoutTraits

PAYSTAR_TRAITS = PayoutTraits(
    takes_batches=True,
    # Its `track_id` is ours, and the list can be asked for it.
    finds_by_reference=True,
    needs_holder=True,
    takes_pay_id=True,
)

AQAYEPARDAKHT_TRAITS = PayoutTraits(
    takes_batches=False,
    # Nothing of ours travels with a request: a lost one is known by its IBAN, amount and time only.
    finds_by_reference=False,
    needs_holder=False,
    takes_pay_id=False,
)
