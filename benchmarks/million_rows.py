"""A history of a million lines, made once by the till's own storage: half of it ours, half of it from the lists."""

from __future__ import annotations

import asyncio
import itertools
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeVar

import apsw

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.identity import REFERENCE_RANDOM_BYTES, UUID_RANDOM_BYTES, payment_reference, uuid7
from cashier.domain.money import Money
from cashier.domain.operator import Operator, Role
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.storage import accounts, operators, payments, provider_records, settings, withdrawals
from cashier.storage.database import Database

END: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
SPAN: Final = timedelta(days=3 * 365)
ACCOUNTS: Final = {
    "digibank-one": ("digibank", ("USDT", "TRX")),
    "digibank-two": ("digibank", ("USD", "EUR", "USDT")),
    "resid-one": ("resid", ("IRT",)),
    "paystar-one": ("paystar", ("IRR",)),
    "aqayepardakht-one": ("aqayepardakht", ("IRR",)),
}
OPERATORS: Final = ("operator-1", "operator-2", "operator-3", "operator-4", "operator-5")

_FIRST_NAMES = (
    *(
        "محمد",
        "علی",
        "مریم",
        "فاطمه",
        "رضا",
        "زهرا",
        "حسین",
        "کریم",
        "نرگس",
        "پریسا",
        "امیررضا",
        "مهدی",
        "سارا",
    ),
    *("عبدالله", "يوسف", "كريم", "ليلى", "هدى", "مصطفى", "إبراهيم", "أحمد", "آمنة", "فاطمة", "عائشة", "خالد"),
)
_LAST_NAMES = (
    *("رضایی", "حسینی", "کریمی", "موسوی", "نمونه", "صادقی", "جعفری‌نژاد", "ملکی", "یوسفی", "رحیمی", "احمدی"),
    *("الحسن", "الأنصاري", "الكعبي", "حمّود", "النجار", "العلي", "الهاشمي", "الزيدي", "البصري", "الموسوي"),
)
_NOTES = ("حقوق", "اجاره", "سفارش", "تسویه", "دفعة أولى", "فاتورة", "خرید", "می‌خواهم پس بگیرم", "order", "")
_MESSAGES = ("", "", "", "موجودی کافی نیست", "شماره شبا نامعتبر است", "رُفضت العملية")
_PAYMENT_STATES = (
    (PaymentState.PAID, 80),
    (PaymentState.EXPIRED, 9),
    (PaymentState.DECLINED, 6),
    (PaymentState.CANCELLED, 4),
    (PaymentState.AUTO_REFUNDED, 1),
)
_WITHDRAWAL_STATES = (
    (WithdrawalState.PAID, 85),
    (WithdrawalState.REJECTED, 6),
    (WithdrawalState.REFUSED, 5),
    (WithdrawalState.CANCELLED, 4),
)
_LISTED_STATES = (
    (ItemState.PAID, 85),
    (ItemState.DECLINED, 8),
    (ItemState.REJECTED, 5),
    (ItemState.ACCEPTED, 2),
)
# Still open are only the newest.
_OPEN = 100
_A_COMMIT = 4000
_A_PAGE = 200
# Of our own, one in so many has been met in a list.
_LISTED_OF_OURS = 20

_T = TypeVar("_T")


def million_rows(path: Path, count: int = 1_000_000) -> Path:
    """Make the till's file at `path`, unless it is there, with so many lines of history; return `path`.

    The same count is the same history each time. A million take some minutes.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two processes that make it at the same time do so each for itself; the last one to be done is right as well.
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            asyncio.run(_migrate(part))
            connection = apsw.Connection(str(part))
            # Nobody else sees it before it is whole.
            connection.pragma("synchronous", "OFF")
            _fill(connection, count)
            connection.pragma("wal_checkpoint", "TRUNCATE")
            connection.close()
            part.replace(path)
        finally:
            for left in path.parent.glob(f"{part.name}*"):
                left.unlink()
    return path


async def _migrate(path: Path) -> None:
    await (await Database.open(path)).close()


def _fill(connection: apsw.Connection, count: int) -> None:
    maker = _Maker(random.Random(count))  # noqa: S311  # it is to be the same each time
    with connection:
        maker.people(connection)
    ours = list(maker.ours(count // 2))
    for some in _pieces(ours, _A_COMMIT):
        with connection:
            for one in some:
                if isinstance(one, Payment):
                    payments.insert(connection, one)
                else:
                    withdrawals.insert(connection, one)
    # As a list is read for the first time: newest first.
    for account_id, records in maker.listed(ours, count - count // 2):
        with connection:
            provider_records.take_page(connection, account_id, records, now=END, event=_no_event)


def _pieces(whole: list[_T], size: int) -> Iterator[list[_T]]:
    return (whole[start : start + size] for start in range(0, len(whole), size))


def _no_event(*_: object, **__: object) -> Event:
    raise AssertionError("nothing was known before, so that nothing can change")


@dataclass(slots=True)
class _Maker:
    chance: random.Random

    def people(self, connection: apsw.Connection) -> None:
        settings.put(connection, "till_id", "till-1")
        for position, (account_id, (provider, _)) in enumerate(ACCOUNTS.items()):
            accounts.save(
                connection,
                Account(
                    id=account_id,
                    till_id="till-1",
                    provider=provider,
                    label=account_id,
                    base_url="https://pay.example.org",
                    position=position,
                    created_at=END - SPAN,
                ),
            )
        for number, operator_id in enumerate(OPERATORS):
            operators.save(
                connection,
                Operator(
                    id=operator_id,
                    till_id="till-1",
                    name=_FIRST_NAMES[number],
                    role=Role.CASHIER if number else Role.MANAGER,
                    pin_hash="$argon2id$made-up",
                    created_at=END - SPAN,
                ),
            )

    def ours(self, count: int) -> Iterator[Payment | Withdrawal]:
        """Yield payments and withdrawals, oldest first."""
        for number, at in enumerate(self._times(count)):
            is_open = number >= count - _OPEN
            yield self._payment(at, number, is_open) if number % 2 else self._withdrawal(at, number, is_open)

    def listed(
        self, ours: list[Payment | Withdrawal], count: int
    ) -> Iterator[tuple[str, list[ListedRecord]]]:
        """Yield pages of the accounts' lists, some of whose records are of ours."""
        by_account: dict[str, list[ListedRecord]] = {account_id: [] for account_id in ACCOUNTS}
        names = list(ACCOUNTS)
        for number, at in enumerate(self._times(count)):
            account_id = names[self.chance.randrange(len(names))]
            by_account[account_id].append(self._record(account_id, at, number))
        for one in itertools.islice(ours, 0, None, _LISTED_OF_OURS):
            by_account[one.account_id].append(self._record_of(one))
        for account_id, records in by_account.items():
            records.sort(key=lambda record: record.at or END, reverse=True)
            for page in _pieces(records, _A_PAGE):
                yield account_id, page

    def _times(self, count: int) -> list[datetime]:
        span_s = int(SPAN.total_seconds())
        return sorted(
            END
            - timedelta(seconds=self.chance.randrange(span_s), microseconds=self.chance.randrange(1_000_000))
            for _ in range(count)
        )

    def _payment(self, at: datetime, number: int, is_open: bool) -> Payment:  # noqa: FBT001  # our own
        account_id = ("digibank-one", "digibank-two", "resid-one")[number // 2 % 3]
        state = PaymentState.AWAITING_CUSTOMER if is_open else self._one_of(_PAYMENT_STATES)
        key = self._hex(12) if account_id != "resid-one" else str(self.chance.randrange(10**7, 10**8))
        return Payment(
            id=uuid7(at, self.chance.randbytes(UUID_RANDOM_BYTES)),
            till_id="till-1",
            account_id=account_id,
            intent_id=f"intent-{number}",
            reference=self._reference(at, number),
            money=self._money(account_id),
            customer_no=f"{self.chance.randrange(5000):07}",
            note=self.chance.choice(_NOTES),
            state=state,
            created_at=at,
            updated_at=at,
            operator_id=self.chance.choice(OPERATORS),
            provider_key=key,
            provider_reference=str(self.chance.randrange(10**11, 10**12))
            if state is PaymentState.PAID
            else None,
        )

    def _withdrawal(self, at: datetime, number: int, is_open: bool) -> Withdrawal:  # noqa: FBT001  # our own
        account_id = ("paystar-one", "aqayepardakht-one")[number // 2 % 2]
        state = WithdrawalState.AWAITING_APPROVAL if is_open else self._one_of(_WITHDRAWAL_STATES)
        is_paid = state is WithdrawalState.PAID
        return Withdrawal(
            id=uuid7(at, self.chance.randbytes(UUID_RANDOM_BYTES)),
            till_id="till-1",
            account_id=account_id,
            intent_id=f"intent-{number}",
            reference=self._reference(at, number),
            money=self._money(account_id),
            iban=self._iban(),
            holder=self._holder(),
            note=self.chance.choice(_NOTES),
            state=state,
            created_at=at,
            updated_at=at,
            operator_id=self.chance.choice(OPERATORS),
            provider_key=f"w{number:x}{self._hex(4)}" if is_paid else None,
            tracking_number=str(self.chance.randrange(10**9, 10**10)) if is_paid else None,
        )

    def _record(self, account_id: str, at: datetime, number: int) -> ListedRecord:
        provider = ACCOUNTS[account_id][0]
        pays_out = provider in {"paystar", "aqayepardakht"}
        state = self._one_of(_LISTED_STATES)
        return ListedRecord(
            key=f"{number:x}{self._hex(4)}",
            kind=ItemKind.WITHDRAWAL if pays_out else ItemKind.PAYMENT,
            state=state,
            at=at.replace(microsecond=0),
            money=self._money(account_id),
            party=self._iban() if pays_out else f"{self.chance.randrange(5000):07}",
            holder=self._holder() if pays_out else "",
            provider_reference=str(self.chance.randrange(10**11, 10**12)) if state is ItemState.PAID else "",
            message=self.chance.choice(_MESSAGES),
            raw=f'{{"number": {number}, "description": "{"x" * 200}"}}',
        )

    def _record_of(self, one: Payment | Withdrawal) -> ListedRecord:
        is_payment = isinstance(one, Payment)
        return ListedRecord(
            key=(one.provider_key or one.reference),
            kind=ItemKind.PAYMENT if is_payment else ItemKind.WITHDRAWAL,
            state=ItemState.of(one.state),
            at=one.created_at,
            money=one.money,
            party=one.customer_no if isinstance(one, Payment) else one.iban,
            reference=one.reference,
        )

    def _reference(self, at: datetime, number: int) -> str:
        # What a second has drawn twice is drawn again; here the number sees to that.
        text = payment_reference(
            max(at, datetime(2025, 1, 1, tzinfo=UTC)), self.chance.randbytes(REFERENCE_RANDOM_BYTES)
        )
        return text if at.year >= 2025 else f"{number:06}{text[6:]}"  # noqa: PLR2004  # references begin then

    def _money(self, account_id: str) -> Money:
        code = self.chance.choice(ACCOUNTS[account_id][1])
        if code in {"IRR", "IRT"}:
            return Money.of(self.chance.randrange(10, 500_000) * 1000, code)
        places = 6 if code in {"USDT", "TRX"} else 2
        return Money.of(Decimal(self.chance.randrange(10**places, 2_000 * 10**places)).scaleb(-places), code)

    def _iban(self) -> str:
        bank = self.chance.choice(("012", "017", "054", "062", "019", "021"))
        return f"IR{self.chance.randrange(10, 99)}{bank}{self.chance.randrange(10**19):019}"

    def _holder(self) -> str:
        return f"{self.chance.choice(_FIRST_NAMES)} {self.chance.choice(_LAST_NAMES)}"

    def _hex(self, digits: int) -> str:
        return f"{self.chance.getrandbits(4 * digits):0{digits}x}"

    def _one_of(self, weighted: tuple[tuple[_T, int], ...]) -> _T:
        return self.chance.choices([one for one, _ in weighted], [weight for _, weight in weighted])[0]
