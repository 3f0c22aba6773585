"""A payout that a provider lists, as a record of the list."""

from __future__ import annotations

from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.providers.payout_protocol import PayoutEvidence, PayoutStanding

_LISTED_STATES = {
    PayoutStanding.WAITING: ItemState.ACCEPTED,
    PayoutStanding.PAID: ItemState.PAID,
    PayoutStanding.REJECTED: ItemState.REJECTED,
}


def listed_payout(evidence: PayoutEvidence, key: str, reference: str = "") -> ListedRecord:
    """Return what a provider says about a payout as a record of its list.

    Args:
        evidence: what it says; not `NOT_FOUND`.
        key: the provider's name for it.
        reference: ours, where the list carries it.
    """
    return ListedRecord(
        key=key,
        kind=ItemKind.WITHDRAWAL,
        state=_LISTED_STATES[evidence.standing],
        at=evidence.created_at,
        money=evidence.money,
        party=evidence.iban,
        holder=evidence.holder_name,
        reference=reference,
        provider_reference=evidence.tracking_number or evidence.ref_code or "",
        message=evidence.message,
        raw=evidence.answer,
    )
