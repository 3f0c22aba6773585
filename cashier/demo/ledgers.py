"""Two lists of the money that came in and went out, which must be the same: the providers', and the till's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from cashier.domain.money import RIAL, Money
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.providers.catalogue import PROVIDERS
from cashier.sandbox.ledger import LedgerEntry as ProviderEntry
from cashier.services.till import Till

_EVER: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MOST: Final = 10_000


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Money that came in, or went out.

    Attributes:
        key: what both sides know it by: the provider's name for a payment; for a withdrawal our own reference, or the
            provider's name where that is the only one.
        amount: exact, in plain notation.
        unit: an asset's code; rial for toman too.
    """

    provider: str
    key: str
    amount: str
    unit: str


def provider_ledger(entries: Sequence[ProviderEntry]) -> list[LedgerLine]:
    """Return what the sandbox's providers took in and paid out, sorted."""
    return sorted(_line_of(entry) for entry in entries)


def _line_of(entry: ProviderEntry) -> LedgerLine:
    # Where a request had a name of its own, that is the one the till was given.
    theirs = entry.request_id or entry.key
    key = theirs if entry.kind == "in" else entry.reference or entry.key
    return _line(entry.provider, key, Money.of(entry.amount, entry.unit))


def _line(provider: str, key: str, money: Money) -> LedgerLine:
    counted = money.to(RIAL) if money.unit.asset == RIAL.asset else money
    return LedgerLine(provider=provider, key=key, amount=counted.text, unit=counted.code)


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
    return _line(account.provider, payment.provider_key or "", payment.money)


async def _line_out(till: Till, withdrawal: Withdrawal) -> LedgerLine:
    account = await till.desk.account(withdrawal.account_id)
    traits = PROVIDERS[account.provider].payout_traits
    has_our_name = traits is not None and traits.finds_by_reference
    key = withdrawal.reference if has_our_name else withdrawal.provider_key
    return _line(account.provider, key or "", withdrawal.money)
