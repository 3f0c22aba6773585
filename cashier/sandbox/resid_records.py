"""What the sandbox's resid keeps: shops and payments."""

from __future__ import annotations

import math
import string
from collections import deque
from datetime import datetime, timedelta
from random import Random
from typing import Final, Literal

import msgspec

from cashier.sandbox.ledger import ListedItem
from cashier.sandbox.phone import PhoneMessage

COLLECT_WITHIN: Final = timedelta(minutes=20)
_MINUTE: Final = timedelta(minutes=1)
_TOKEN_LETTERS: Final = string.ascii_letters + string.digits


class ResidAccount(msgspec.Struct, kw_only=True):
    """A shop at resid, as control describes it."""

    authorization_code: str
    merchant: str
    display_name: str = "فروشگاه نمونه"
    display_biz_name: str = "پوشاک نمونه"
    list_calls_per_minute: int | None = 60
    """Limit of the list, in sandbox time; None for no limit."""
    allowed_addresses: list[str] | None = None


class ResidPayment(msgspec.Struct, kw_only=True):
    """A payment asked for, in rial; also what the customer's phone shows."""

    token: str
    account: str
    amount_rial: int
    description: str
    payload: str
    auto_collect: bool
    method: str
    created_at: datetime
    payer: str = ""
    paid_at: datetime | None = None
    rrn: str | None = None
    tip_rial: int = 0
    state: str = "pending"
    state_error: str | None = None
    collect_error: str | None = None
    """What goes wrong when the shop collects; None if nothing does."""
    collected_at: datetime | None = None
    refunded_at: datetime | None = None

    @property
    def waiting(self) -> bool:
        """Whether the customer has neither paid nor failed to."""
        return self.paid_at is None and self.state_error is None

    def on_phone(self) -> PhoneMessage:
        """Return what the customer sees after scanning it."""
        return PhoneMessage(
            provider="resid", key=self.token, kind="token", amount=str(self.amount_rial), unit="IRR"
        )

    def listed(self) -> ListedItem:
        """Return it as the list has it."""
        standing: Literal["waiting", "paid", "failed", "refunded"] = "waiting"
        if self.refunded_at is not None:
            standing = "refunded"
        elif self.state_error is not None:
            standing = "failed"
        elif self.paid_at is not None:
            standing = "paid"
        return ListedItem(
            key=self.token,
            amount=str(self.amount_rial),
            unit="IRR",
            at=self.created_at,
            standing=standing,
            party=self.payer,
            number=self.rrn or "",
            message=self.state_error or "",
        )


class ResidShop:
    """One account's payments, in the order of creation."""

    def __init__(self, account: ResidAccount) -> None:
        self.account = account
        self.payments: list[ResidPayment] = []
        self.list_calls: deque[datetime] = deque()

    def throttle_s(self, now: datetime) -> int:
        """Count a call of the list and return the seconds to wait, zero if it is within the limit."""
        limit = self.account.list_calls_per_minute
        if limit is None:
            return 0
        while self.list_calls and self.list_calls[0] + _MINUTE <= now:
            self.list_calls.popleft()
        if len(self.list_calls) < limit:
            self.list_calls.append(now)
            return 0
        oldest = self.list_calls[0] if self.list_calls else now
        return math.ceil((oldest + _MINUTE - now).total_seconds())


def made_up_token(chance: Random) -> str:
    """Return a token that nobody has."""
    return "".join(chance.choices(_TOKEN_LETTERS, k=10))
