"""What the sandbox's paystar keeps: applications and transfers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Final, Literal

import msgspec

from cashier.sandbox.ledger import ListedItem

Status = Literal["pending", "success", "failed"]
STANDINGS: Final[Mapping[Status, Literal["waiting", "paid", "failed"]]] = {
    "pending": "waiting",
    "success": "paid",
    "failed": "failed",
}
"""The same, in the words that all providers share."""


class PaystarAccount(msgspec.Struct, kw_only=True):
    """An application at paystar, as control describes it."""

    application_id: str
    access_password: str
    refresh_token: str
    api_key: str
    """The first key; renewals replace it. To set it again starts its life again."""
    deposits: dict[str, int]
    """Balance in rial of each source account."""
    key_life_s: float = 86_400.0
    settle_after_s: float = 60.0
    failed_share: float = 0.0
    """Share of transfers that end as failed, by seeded chance."""
    reject_ibans: dict[str, str] = {}
    """Transfers to these end as failed when their time has come, with these messages."""
    refuse_ibans: dict[str, str] = {}
    """Transfers to these fail at once, each alone, with these messages: in a batch the others go on."""
    invalid_ibans: dict[str, str] = {}
    """A call with a transfer to one of these does none of its transfers, and its refusal names it with this message."""
    unauthorized_status: int = 401
    """HTTP status of «دسترسی نامعتبر»: 401, or 200 as some have seen it."""
    allowed_addresses: list[str] | None = None


class PaystarTransfer(msgspec.Struct, kw_only=True):
    """One transfer."""

    hashid: str
    track_id: str
    deposit: str
    amount_rial: int
    iban: str
    first_name: str
    last_name: str
    pay_id: str
    created_at: datetime
    due_at: datetime
    ends_as: Status
    failure: str = "انتقال از سوی بانک مقصد برگشت خورد"
    """What is said if it fails."""
    status: Status = "pending"
    message: str = "در انتظار پردازش"
    ref_code: str | None = None

    def listed(self) -> ListedItem:
        """Return it as the list has it."""
        return ListedItem(
            key=self.hashid,
            amount=str(self.amount_rial),
            unit="IRR",
            at=self.created_at.replace(microsecond=0),
            standing=STANDINGS[self.status],
            party=self.iban,
            number=self.ref_code or "",
            message=self.message,
        )

    def end(self, chance: Random) -> None:
        """Come to the end that was meant for it."""
        self.status = self.ends_as
        if self.status == "success":
            self.message = "انتقال انجام شد"
            self.ref_code = f"{chance.randrange(10**12):012}"
        else:
            self.message = self.failure


class PaystarApplication:
    """One account's key and transfers, in the order of creation."""

    def __init__(self, account: PaystarAccount, now: datetime) -> None:
        self.account = account
        self.transfers: list[PaystarTransfer] = []
        self.track_ids: set[str] = set()
        self.pending: list[PaystarTransfer] = []
        self.api_key = account.api_key
        self.key_expires_at = now + timedelta(seconds=account.key_life_s)
