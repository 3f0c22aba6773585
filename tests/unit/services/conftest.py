"""What the tests of services share: a provider that answers as a test tells it to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentOrder, PaymentTraits
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.services.till import Till


class ScriptedProvider:
    """A provider whose answers, and errors, are put into `script` by the name of the method, first come first.

    A method that has nothing left to say fails the test.

    Attributes:
        calls: the methods that were called, in order.
        keys: key and code of every settling call.
    """

    def __init__(self, traits: PaymentTraits) -> None:
        self.traits = traits
        self.script: dict[str, list[Any]] = {}
        self.calls: list[str] = []
        self.keys: list[tuple[str, str]] = []

    def says(self, method: str, *answers: object) -> None:
        """Have a method answer, or raise, each of these once."""
        self.script.setdefault(method, []).extend(answers)

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Answer from the script."""
        del order
        opened: OpenedPayment = self._next("open_payment")
        return opened

    async def find_opened(self, order: PaymentOrder, since: datetime) -> OpenedPayment | None:
        """Answer from the script."""
        del order, since
        opened: OpenedPayment | None = self._next("find_opened")
        return opened

    async def settle_payment(self, order: PaymentOrder, key: str, code: str) -> PaymentEvidence:
        """Answer from the script."""
        del order
        self.keys.append((key, code))
        evidence: PaymentEvidence = self._next("settle_payment")
        return evidence

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Answer from the script."""
        del order, key
        evidence: PaymentEvidence = self._next("ask_about")
        return evidence

    async def test_connection(self) -> None:
        """Answer from the script."""
        self._next("test_connection")

    async def close(self) -> None:
        """Do nothing."""

    def _next(self, method: str) -> Any:
        self.calls.append(method)
        answer = self.script[method].pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@pytest.fixture
def scripted() -> Callable[[Till, Account], ScriptedProvider]:
    """Return what puts a scripted provider in the place of an account's own."""

    def put(till: Till, account: Account) -> ScriptedProvider:
        provider = ScriptedProvider(DIGIBANK_TRAITS if account.provider == "digibank" else RESID_TRAITS)
        till.clients._payment_clients._clients[account.id] = provider
        return provider

    return put
