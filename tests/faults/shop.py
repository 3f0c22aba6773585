"""A shop of random histories: what every kind of rule about it needs."""

from __future__ import annotations

import asyncio
import functools
import sys
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cashier.domain.account import Account
from cashier.domain.operation import OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from tests.faults.history_books import Books
from tests.faults.history_people import ANSWERS
from tests.faults.till_history import TillHistory

ENDPOINTS = {
    "digibank": ("request", "finalize", "list"),
    "resid": ("create", "collect", "get", "list"),
    "paystar": ("refresh", "settlement", "requests"),
    "aqayepardakht": ("request", "list", "details"),
}
# One that decides about money, likelier than the rest.
MONEY = {
    "digibank": "finalize",
    "resid": "collect",
    "paystar": "settlement",
    "aqayepardakht": "request",
}
PAYING_OUT = {"paystar", "aqayepardakht"}
HOLDS = ("hold_before", "hold_after")

number = st.integers(0, 999)


def told(**drawn: Any) -> Callable[[Any], Any]:
    """Make a rule whose every use is kept, to be told when a promise breaks."""

    def decorate(step: Any) -> Any:
        @functools.wraps(step)
        def kept(shop: Shop, *values: Any, **named: Any) -> None:
            words = [*map(repr, values), *(f"{name}={value!r}" for name, value in named.items())]
            shop.history.story.append(f"{step.__name__}({', '.join(words)})")
            step(shop, *values, **named)

        return rule(**drawn)(kept)

    return decorate


def pick(choices: list[Any], which: int) -> Any:
    """Return one of several by a drawn number."""
    return choices[which % len(choices)]


class Shop(RuleBasedStateMachine):
    """A till and its accounts, looked at after every step.

    Attributes:
        books: both sides as they were after the last step.
        with_person: payments that only a person can settle.
        accounts: of the shop, by id.
        steps: how many were taken, in all histories.
        ends: where payments and withdrawals stood at the end of each history, in all of them.
    """

    history: TillHistory
    make: Callable[[], TillHistory]
    books: Books
    accounts: dict[str, Account]
    steps = 0
    ends: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.history = type(self).make()
        self.control = self.history.sandbox.control
        self.payments: list[Payment] = []
        self.with_person: list[Payment] = []
        self.withdrawals: list[Withdrawal] = []
        self.look()

    def teardown(self) -> None:
        """However it went, at last everything comes to rest."""
        try:
            if sys.exc_info()[0] is None:
                self.history.check_at_rest()
                self.look()
                self.ends.update(f"payment {payment.state.value}" for payment in self.payments)
                self.ends.update(f"withdrawal {withdrawal.state.value}" for withdrawal in self.withdrawals)
        finally:
            self.control.clear_faults()
            self.control.release()
            self.history.close()

    @invariant()
    def promises_hold(self) -> None:
        """Nothing twice, nothing guessed, nothing forgotten."""
        type(self).steps += 1
        self._have_seen(self.history.check_always())

    # What is there

    def look(self) -> None:
        """See how everything stands."""
        self._have_seen(self.history.books())

    def _have_seen(self, books: Books) -> None:
        self.books = books
        self.payments = list(self.books.payments.values())
        self.with_person = [
            payment
            for payment in self.payments
            if any(
                call.state is OperationState.NEEDS_PERSON and call.kind is OperationKind.SETTLE_PAYMENT
                for call in self.books.calls[payment.id]
            )
        ]
        self.withdrawals = list(self.books.payouts.withdrawals.values())
        self.accounts = {account.id: account for account in self.history.accounts()}

    def payments_in(self, *states: PaymentState) -> list[Payment]:
        """Return the payments that stand in one of the states."""
        return [payment for payment in self.payments if payment.state in states]

    def withdrawals_in(self, *states: WithdrawalState) -> list[Withdrawal]:
        """Return the withdrawals that stand in one of the states."""
        return [withdrawal for withdrawal in self.withdrawals if withdrawal.state in states]

    def some_account(self, which: int, *, pays_out: bool) -> Account:
        """Return one of the accounts that pay out, or of those that do not."""
        return pick(
            [account for account in self.accounts.values() if (account.provider in PAYING_OUT) == pays_out],
            which,
        )  # type: ignore[no-any-return]

    def provider(self, subject: Payment | Withdrawal) -> str:
        """Return the provider of a payment or withdrawal."""
        return self.accounts[subject.account_id].provider

    @property
    def by_manager(self) -> dict[str, Any]:
        """What the manager signs with."""
        return self.history.do(self.history.people.by_manager())

    def nothing_is_on_its_way(self) -> None:
        """Let go of what is held and wait until every call that was received has ended."""
        self.control.release()
        self.control.wait_for_calls(len(self.control.calls()))

    def press(self, step: Callable[[], Coroutine[Any, Any, Any]], times: int = 1) -> Any:
        """Press a button, once or several times quickly; return what came of it, None if it was refused."""

        async def pressed() -> Any:
            outcomes = await asyncio.gather(*(step() for _ in range(times)), return_exceptions=True)
            errors = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
            for error in sorted(errors, key=lambda error: isinstance(error, ANSWERS)):
                raise error
            return outcomes[0]

        return self.history.attempt(pressed())
