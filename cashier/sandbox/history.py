"""Made-up past records of each provider, any number of them; the same arguments make the same ones.

All are returned in the order of time, and all have come to their end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from cashier.sandbox.aqayepardakht_records import AqayepardakhtWithdrawal
from cashier.sandbox.digibank_records import DigibankPayment
from cashier.sandbox.iranian import FIRST_NAMES, LAST_NAMES, made_up_iban
from cashier.sandbox.paystar_records import PaystarTransfer
from cashier.sandbox.resid_records import COLLECT_WITHIN, ResidPayment, made_up_token

_ASSETS: Final = (("USD", 2), ("USD", 2), ("USDT", 6), ("BTC", 8), ("ETH", 18), ("LUNA", 6))
_DAY_US: Final = 86_400_000_000
_TIE_SHARE: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """How much past to make up: `count` records of the `days` before `until`, by `seed`."""

    count: int
    seed: int
    days: int
    until: datetime

    def chance(self) -> Random:
        """Return the chance of this past, at its beginning."""
        return Random(self.seed)  # noqa: S311 - repeatable on purpose

    def reference(self, number: int) -> str:
        """Return what the till would have called the record."""
        return f"H{self.seed % 1000}N{number}"

    def instants(self, chance: Random) -> Iterator[datetime]:
        """Yield the time of each record, the oldest first."""
        for age in sorted(
            (chance.randrange(1, self.days * _DAY_US) for _ in range(self.count)), reverse=True
        ):
            yield self.until - timedelta(microseconds=age)


def digibank_payments(past: Past, *, first_id: int) -> list[DigibankPayment]:
    """Make payments in several assets by a few hundred customers."""
    chance = past.chance()
    payments = []
    for number, instant in enumerate(past.instants(chance)):
        asset, decimals = chance.choice(_ASSETS)
        payments.append(
            DigibankPayment(
                id=first_id + number,
                customer=f"cus{chance.randrange(400):04}",
                amount=Decimal(chance.randrange(1, 10 ** (decimals + 3))).scaleb(-decimals),
                asset=asset,
                settled_at=instant,
                seventh_digit=chance.choice((None, *range(10))),
                ref_no=past.reference(number),
                note="",
            )
        )
    return payments


def resid_payments(past: Past, *, account: str) -> list[ResidPayment]:
    """Make payments, most collected, the rest never paid, failed or given back; some in one and the same instant."""
    chance = past.chance()
    payments: list[ResidPayment] = []
    for number, instant in enumerate(past.instants(chance)):
        # Ties in the creation time are what makes paging by time hard.
        tie = bool(payments) and chance.random() < _TIE_SHARE
        payment = ResidPayment(
            token=made_up_token(chance),
            account=account,
            amount_rial=chance.randrange(1, 5_000) * 10_000,
            description="",
            payload=past.reference(number),
            auto_collect=False,
            method="asanpardakht",
            created_at=payments[-1].created_at if tie else instant,
        )
        _come_to_an_end(payment, chance)
        payments.append(payment)
    return payments


def _come_to_an_end(payment: ResidPayment, chance: Random) -> None:
    fate = chance.choices(("collected", "unpaid", "failed", "refunded"), (88, 6, 4, 2))[0]
    if fate == "failed":
        payment.state, payment.state_error = "failed", "موجودی حساب کافی نیست"
    elif fate != "unpaid":
        payment.paid_at = payment.created_at + timedelta(seconds=chance.randrange(10, 300))
        payment.payer = f"0912*****{chance.randrange(100):02}"
        payment.rrn = f"{chance.randrange(10**12):012}"
        if fate == "collected":
            payment.collected_at = payment.paid_at + timedelta(seconds=5)
        else:
            payment.refunded_at = payment.created_at + COLLECT_WITHIN
            payment.state, payment.state_error = "refunded", "به پرداخت‌کننده بازگشت"


def paystar_transfers(past: Past, *, deposit: str, settle_after: timedelta) -> list[PaystarTransfer]:
    """Make transfers, one in twenty of them failed."""
    chance = past.chance()
    transfers = []
    for number, instant in enumerate(past.instants(chance)):
        transfer = PaystarTransfer(
            hashid=f"{chance.getrandbits(40):010x}",
            track_id=past.reference(number),
            deposit=deposit,
            amount_rial=chance.randrange(1, 5_000) * 10_000,
            iban=made_up_iban(chance),
            first_name=chance.choice(FIRST_NAMES),
            last_name=chance.choice(LAST_NAMES),
            pay_id="",
            created_at=instant,
            due_at=instant + settle_after,
            ends_as=chance.choices(("success", "failed"), (19, 1))[0],
        )
        transfer.end(chance)
        transfers.append(transfer)
    return transfers


def aqayepardakht_withdrawals(
    past: Past, *, first_id: int, settle_after: timedelta
) -> list[AqayepardakhtWithdrawal]:
    """Make withdrawals, one in twenty of them cancelled."""
    chance = past.chance()
    withdrawals = []
    for number, instant in enumerate(past.instants(chance)):
        withdrawal = AqayepardakhtWithdrawal(
            id=first_id + number,
            amount_toman=chance.randrange(1, 5_000) * 1_000,
            iban=made_up_iban(chance),
            holder_name=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
            created_at=instant,
            due_at=instant + settle_after,
            ends_as=chance.choices(("1", "2"), (19, 1))[0],
        )
        withdrawal.end(chance)
        withdrawals.append(withdrawal)
    return withdrawals
