"""Two lists of the money that came in and went out, which must be the same: the providers', and the till's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from cashier.domain.money import RIAL, TOMAN
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.sandbox.ledger import LedgerEntry as ProviderEntry
from cashier.services.till import Till

_EVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MOST: Final = 10_000


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Money that came in, or went out.

    Attributes:
        key: what both sides know it by: our reference at digibank and paystar, resid's token, aqayepardakht's id.
        amount: exact, in plain notation.
        unit: an asset's code; rial for everything of resid and paystar, toman for aqayepardakht.
    """

    provider: str
    key: str
    amount: str
    unit: str


def provider_ledger(entries: Sequence[ProviderEntry]) -> list[LedgerLine]:
    """Return what the sandbox's providers took in and paid out, sorted."""
    return sorted(
        LedgerLine(
            provider=entry.provider,
            key=entry.reference if entry.provider == "digibank" else entry.key,
            amount=entry.amount,
            unit=entry.unit,
        )
        for entry in entries
    )


async def local_ledger(till: Till) -> list[LedgerLine]:
    """Return what the till has on disk as paid, to the shop and by it, sorted."""
    taken = await till.payments.taken_since(_EVER, limit=_MOST)
    sent = await till.withdrawals.newest(limit=_MOST)
    return sorted(
        [await _line_in(till, payment) for payment in taken.payments if payment.state is PaymentState.PAID]
        + [await _line_out(till, one) for one in sent if one.state is WithdrawalState.PAID]
    )


async def _line_in(till: Till, payment: Payment) -> LedgerLine:
    account = await till.desk.account_of(payment)
    if account.provider == "resid":
        key, money = payment.provider_key or "", payment.money.to(RIAL)
    else:
        key, money = payment.reference, payment.money
    return LedgerLine(provider=account.provider, key=key, amount=money.text, unit=money.code)


async def _line_out(till: Till, withdrawal: Withdrawal) -> LedgerLine:
    account = await till.desk.account(withdrawal.account_id)
    if account.provider == "aqayepardakht":
        key, money = withdrawal.provider_key or "", withdrawal.money.to(TOMAN)
    else:
        key, money = withdrawal.reference, withdrawal.money
    return LedgerLine(provider=account.provider, key=key, amount=money.text, unit=money.code)
