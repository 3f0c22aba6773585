"""What the tests of single stores share: an open file, and rows to put into it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import apsw
import pytest

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.operator import Operator, Role
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.transfer_batch import TransferBatch
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.storage import accounts, operators
from cashier.storage.database import Database

NOON = datetime(2026, 3, 21, 12, 0, 0, 123456, tzinfo=UTC)


class Rows:
    """Makes valid things to store, each of its own; keywords stand over the defaults."""

    def __init__(self) -> None:
        self._made = 0

    def _next(self) -> str:
        self._made += 1
        return f"{self._made:08}"

    def account(self, **facts: Any) -> Account:
        """Return an account with every column filled."""
        number = self._next()
        known: dict[str, Any] = {
            "id": f"account-{number}",
            "till_id": "till-1",
            "provider": "digibank",
            "label": "صندوق یک",
            "base_url": "https://pay.example.org",
            "settings": {"units": "USDT", "customer_letters": True},
            "position": self._made,
            "created_at": NOON,
        }
        return Account(**(known | facts))

    def operator(self, **facts: Any) -> Operator:
        """Return an operator."""
        known: dict[str, Any] = {
            "id": f"operator-{self._next()}",
            "till_id": "till-1",
            "name": "نمونه",
            "role": Role.MANAGER,
            "pin_hash": "$argon2id$made-up",
            "created_at": NOON,
        }
        return Operator(**(known | facts))

    def payment(self, **facts: Any) -> Payment:
        """Return a draft of account `account-1`."""
        number = self._next()
        known: dict[str, Any] = {
            "id": f"payment-{number}",
            "till_id": "till-1",
            "account_id": "account-1",
            "intent_id": f"intent-{number}",
            "reference": f"REF{number}",
            "money": Money.of("10", "USDT"),
            "customer_no": "",
            "note": "",
            "state": PaymentState.DRAFT,
            "created_at": NOON + timedelta(seconds=self._made),
            "updated_at": NOON,
        }
        return Payment(**(known | facts))

    def withdrawal(self, **facts: Any) -> Withdrawal:
        """Return a draft of account `account-1`."""
        number = self._next()
        known: dict[str, Any] = {
            "id": f"withdrawal-{number}",
            "till_id": "till-1",
            "account_id": "account-1",
            "intent_id": f"intent-{number}",
            "reference": f"REF{number}",
            "money": Money.of("1000", "IRR"),
            "iban": "IR820540102680020817909002",
            "holder": "مریم نمونه",
            "note": "",
            "state": WithdrawalState.DRAFT,
            "created_at": NOON + timedelta(seconds=self._made),
            "updated_at": NOON,
        }
        return Withdrawal(**(known | facts))

    def batch(self, **facts: Any) -> TransferBatch:
        """Return a batch of account `account-1`."""
        number = self._next()
        known: dict[str, Any] = {
            "id": f"batch-{number}",
            "till_id": "till-1",
            "account_id": "account-1",
            "intent_id": f"intent-{number}",
            "name": "حقوق",
            "row_count": 1,
            "total": Money.of("1000", "IRR"),
            "is_paused": False,
            "created_at": NOON + timedelta(seconds=self._made),
            "updated_at": NOON,
        }
        return TransferBatch(**(known | facts))

    def operation(self, **facts: Any) -> Operation:
        """Return a prepared call about `payment-1`."""
        known: dict[str, Any] = {
            "id": f"operation-{self._next()}",
            "till_id": "till-1",
            "account_id": "account-1",
            "subject_id": "payment-1",
            "kind": OperationKind.SETTLE_PAYMENT,
            "state": OperationState.PREPARED,
            "input": "{}",
            "prepared_at": NOON,
        }
        return Operation(**(known | facts))

    def event(self, **facts: Any) -> Event:
        """Return an event."""
        known: dict[str, Any] = {
            "id": f"event-{self._next()}",
            "till_id": "till-1",
            "at": NOON,
            "subject_kind": "payment",
            "subject_id": "payment-1",
            "kind": "state",
        }
        return Event(**(known | facts))


@pytest.fixture
def rows() -> Rows:
    """Return the maker of things to store."""
    return Rows()


@pytest.fixture
def connection(tmp_path: Path, rows: Rows) -> Iterator[apsw.Connection]:
    """Return a blocking connection to a migrated file that knows `account-1` and `operator-1`."""

    async def make() -> None:
        await (await Database.open(tmp_path / "till.sqlite3")).close()

    asyncio.run(make())
    opened = apsw.Connection(str(tmp_path / "till.sqlite3"))
    opened.pragma("foreign_keys", 1)
    accounts.save(opened, rows.account(id="account-1"))
    operators.save(opened, rows.operator(id="operator-1"))
    yield opened
    opened.close()
