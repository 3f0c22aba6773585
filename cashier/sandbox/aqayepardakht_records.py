"""What the sandbox's aqayepardakht keeps: shops and withdrawals, and the numbers it refuses with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from random import Random
from typing import Final, Literal

import msgspec

from cashier.sandbox.ledger import ListedItem

Status = Literal["0", "1", "2"]
STANDINGS: Final[Mapping[Status, Literal["waiting", "paid", "failed"]]] = {
    "0": "waiting",
    "1": "paid",
    "2": "failed",
}
"""The same, in the words that all providers share."""


class Code(IntEnum):
    """The published error numbers."""

    ACCOUNT_EMPTY = -1
    CODE_EMPTY = -2
    ACCOUNT_WRONG = -3
    CODE_WRONG = -4
    IBAN_EMPTY = -5
    AMOUNT_EMPTY = -6
    ID_EMPTY = -7
    IBAN_WRONG = -8
    AMOUNT_WRONG = -9
    ID_WRONG = -10
    BALANCE_ZERO = -11
    BALANCE_INSUFFICIENT = -12
    PIN_NOT_NEEDED = -13
    SHAPARAK_MISSING = -14
    GATEWAY_UNKNOWN = -15
    NO_ACTIVE_IBAN = -16
    IBAN_NOT_REGISTERED = -17
    DISTURBANCE = -18
    NOT_FOUND = -19
    INACTIVE = -20


class AqayepardakhtAccount(msgspec.Struct, kw_only=True):
    """A shop at aqayepardakht, as control describes it."""

    account: str
    code: str
    pin: str | None
    """None for an account that must not send one: then -13."""
    ibans: list[str] | None = None
    """The registered ones; None registers every valid one, an empty list is -16."""
    balance_toman: int = 10**11
    active: bool = True
    shaparak: bool = True
    settle_after_s: float = 60.0
    cancelled_share: float = 0.0
    """Share of withdrawals that end as cancelled, by seeded chance."""
    reject_ibans: dict[str, str] = {}
    """Withdrawals to these end as cancelled, with these comments."""
    page_size: int = 20
    month_first_dates: bool = False
    """How `start_date` and `end_date` are read; the document does not say."""
    code_style: Literal["minus_first", "minus_last", "number"] = "minus_first"
    """How error numbers are written: ``"-5"``, ``"5-"`` or ``-5``."""
    allowed_addresses: list[str] | None = None


class AqayepardakhtWithdrawal(msgspec.Struct, kw_only=True):
    """One settlement request."""

    id: int
    amount_toman: int
    iban: str
    holder_name: str
    created_at: datetime
    due_at: datetime
    ends_as: Status
    status: Status = "0"
    updated_at: datetime | None = None
    reason: str = "حساب مقصد مسدود است"
    """What is said if it is cancelled."""
    tracking_number: str = ""
    comment: str = ""

    def listed(self) -> ListedItem:
        """Return it as the list has it."""
        return ListedItem(
            key=str(self.id),
            amount=str(self.amount_toman),
            unit="IRT",
            at=self.created_at.replace(microsecond=0),
            standing=STANDINGS[self.status],
            party=self.iban,
            number=self.tracking_number,
            message=self.comment,
        )

    def end(self, chance: Random) -> None:
        """Come to the end that was meant for it."""
        self.status = self.ends_as
        self.updated_at = self.due_at
        if self.status == "1":
            self.tracking_number = f"{chance.randrange(10**18):018}"
        else:
            self.comment = self.reason


class AqayepardakhtShop:
    """One account's withdrawals, in the order of creation."""

    def __init__(self, account: AqayepardakhtAccount) -> None:
        self.account = account
        self.withdrawals: list[AqayepardakhtWithdrawal] = []
        self.by_id: dict[int, AqayepardakhtWithdrawal] = {}
        self.waiting: list[AqayepardakhtWithdrawal] = []
