"""Two lists of the money that came in, which must be the same: the providers', and the till's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from cashier.domain.money import RIAL
from cashier.domain.payment import Payment, PaymentState
from cashier.sandbox.ledger import LedgerEntry as ProviderEntry
from cashier.services.till import Till

_EVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MOST: Final = 10_000


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Money that came in.

    Attributes:
        key: what both sides know it by: our reference at digibank, resid's token.
        amount: exact, in plain notation.
        unit: an asset's code; rial for everything of resid, which counts in nothing else.
    """

    provider: str
    key: str
    amount: str
    unit: str


def provider_ledger(entries: Sequence[ProviderEntry]) -> list[LedgerLine]:
    """Return what the sandbox's providers took in, sorted."""
    return sorted(
        LedgerLine(
            provider=entry.provider,
            key=entry.reference if entry.provider == "digibank" else entry.key,
            amount=entry.amount,
            unit=entry.unit,
        )
        for entry in entries
        if entry.kind == "in"
    )


async def local_ledger(till: Till) -> list[LedgerLine]:
    """Return what the till has on disk as paid, sorted."""
    taken = await till.payments.taken_since(_EVER, limit=_MOST)
    return sorted(
        [await _line(till, payment) for payment in taken.payments if payment.state is PaymentState.PAID]
    )


async def _line(till: Till, payment: Payment) -> LedgerLine:
    account = await till.desk.account_of(payment)
    if account.provider == "resid":
        key, money = payment.provider_key or "", payment.money.to(RIAL)
    else:
        key, money = payment.reference, payment.money
    return LedgerLine(provider=account.provider, key=key, amount=money.text, unit=money.code)
