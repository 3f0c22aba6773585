"""What the sandbox's digibank keeps: shops, requests and payments, and the numbers it refuses with."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from operator import attrgetter
from typing import Final

import msgspec

from cashier.sandbox.ledger import ListedItem
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.wire import plain


class Code(IntEnum):
    """The numbers with which the sandbox's digibank refuses; 0 is success."""

    NOT_JSON = 1001
    API_KEY_WRONG = 1101
    API_KEY_EXPIRED = 1102
    ADDRESS_NOT_ALLOWED = 1103
    FIELD_MISSING = 1201
    AMOUNT_INVALID = 1202
    CURRENCY_INVALID = 1203
    CUSTOMER_UNKNOWN = 1301
    BALANCE_INSUFFICIENT = 1302
    REQUEST_UNKNOWN = 1401
    CONFIRMATION_CODE_WRONG = 1402
    REQUEST_EXPIRED = 1403
    ALREADY_FINALIZED = 1404
    PAGE_INVALID = 1501
    DATE_INVALID = 1502
    REFUSED = 1900


MESSAGES: Final[Mapping[Code, str]] = {
    Code.NOT_JSON: "صيغة الطلب غير صحيحة",
    Code.API_KEY_WRONG: "مفتاح API غير صحيح",
    Code.API_KEY_EXPIRED: "انتهت صلاحية مفتاح API",
    Code.ADDRESS_NOT_ALLOWED: "عنوان الشبكة غير مسموح به لهذا المفتاح",
    Code.FIELD_MISSING: "أحد الحقول المطلوبة غير موجود",
    Code.AMOUNT_INVALID: "الكمية غير صالحة",
    Code.CURRENCY_INVALID: "العملة غير مدعومة",
    Code.CUSTOMER_UNKNOWN: "رقم حساب الزبون غير موجود",
    Code.BALANCE_INSUFFICIENT: "رصيد الزبون غير كاف",
    Code.REQUEST_UNKNOWN: "طلب الدفعة غير موجود",
    Code.CONFIRMATION_CODE_WRONG: "كود التأكيد غير صحيح",
    Code.REQUEST_EXPIRED: "انتهت صلاحية طلب الدفعة",
    Code.ALREADY_FINALIZED: "تم تأكيد هذه الدفعة من قبل",
    Code.PAGE_INVALID: "رقم الصفحة أو عدد العناصر غير صالح",
    Code.DATE_INVALID: "صيغة التاريخ غير صالحة",
    Code.REFUSED: "تم رفض الطلب",
}


UNAUTHORIZED: Final = frozenset({Code.API_KEY_WRONG, Code.API_KEY_EXPIRED, Code.ADDRESS_NOT_ALLOWED})


class DigibankAccount(msgspec.Struct, kw_only=True):
    """A shop at digibank, as control describes it."""

    api_key: str
    request_life_s: float = 300.0
    month_first_dates: bool = False
    """How `from` and `to` are read; the document does not say."""
    allowed_addresses: list[str] | None = None


class DigibankPayment(msgspec.Struct, kw_only=True):
    """A collected payment."""

    id: int
    customer: str
    amount: Decimal
    asset: str
    settled_at: datetime
    seventh_digit: int | None
    """Timestamps of this service have six fraction digits or seven."""
    ref_no: str
    note: str

    def listed(self) -> ListedItem:
        """Return it as the list has it."""
        return ListedItem(
            key=str(self.id),
            amount=plain(self.amount),
            unit=self.asset,
            at=self.settled_at,
            standing="paid",
            party=self.customer,
        )


class DigibankRequest(msgspec.Struct, kw_only=True):
    """A payment asked for, and the code that went to the customer; also what the customer's phone shows."""

    request_id: str
    account: str
    customer: str
    amount: Decimal
    currency: str
    code: str
    created_at: datetime
    expires_at: datetime
    finalized: bool = False

    def on_phone(self) -> PhoneMessage:
        """Return what the customer is sent."""
        return PhoneMessage(
            provider="digibank",
            key=self.request_id,
            kind="code",
            amount=plain(self.amount),
            unit=self.currency,
            customer=self.customer,
            code=self.code,
        )


class DigibankShop:
    """One account's payments, in the order of time."""

    def __init__(self, account: DigibankAccount) -> None:
        self.account = account
        self.payments: list[DigibankPayment] = []
        self.by_ref_no: dict[str, list[DigibankPayment]] = {}

    def add(self, payment: DigibankPayment) -> None:
        """Put a payment in its place in time."""
        insort(self.payments, payment, key=attrgetter("settled_at"))
        if payment.ref_no:
            self.by_ref_no.setdefault(payment.ref_no, []).append(payment)
