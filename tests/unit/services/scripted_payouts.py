"""A provider that pays out as a test tells it to, and a shop with an account at it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cashier.domain.account import Account, Setting
from cashier.domain.money import RIAL, TOMAN, Money, Unit
from cashier.domain.operation import Operation
from cashier.domain.operator import Operator
from cashier.domain.transfer_batch import TransferBatch
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.providers.aqayepardakht_spec import AQAYEPARDAKHT_TRAITS
from cashier.providers.payout_protocol import PayoutEvidence, PayoutOrder, PayoutStanding, PayoutTraits
from cashier.providers.paystar_spec import PAYSTAR_TRAITS
from cashier.services.batch_rows import CheckedRow
from cashier.services.till import Till
from cashier.storage import operations

IBAN = "IR820540102680020817909002"
OTHER_IBAN = "IR062960000000100324200001"
HOLDER = "مریم نمونه"

WAITING = PayoutEvidence(standing=PayoutStanding.WAITING, key="key-1", answer='{"told":1}')
PAID = PayoutEvidence(standing=PayoutStanding.PAID, key="key-1", tracking_number="140107", ref_code="7")
REJECTED = PayoutEvidence(standing=PayoutStanding.REJECTED, key="key-1", message="حساب بسته است")


def evidence(standing: PayoutStanding = PayoutStanding.WAITING, **facts: Any) -> PayoutEvidence:
    """Return the provider's word."""
    return PayoutEvidence(standing=standing, **facts)


def taken(orders: Sequence[PayoutOrder]) -> dict[str, PayoutEvidence]:
    """Return what a provider says that takes everything, each under a name of its own."""
    return {order.withdrawal_id: evidence(key=f"key of {order.reference}") for order in orders}


def a_row(
    amount_rial: int | str = 1_000_000, *, number: int = 1, iban: str = IBAN, **facts: Any
) -> CheckedRow:
    """Return a row that may be sent."""
    known: dict[str, Any] = {"holder": HOLDER, "note": "", "pay_id": ""}
    return CheckedRow(
        number=number, iban=iban, money=Money.of(str(amount_rial), RIAL.code), **(known | facts)
    )


class ScriptedPayout:
    """A provider whose answers, and errors, are put into `script` by the name of the method, first come first.

    An answer may be a function of the method's arguments, also one that takes its time. A method that has nothing left
    to say says what is `usual`, and fails the test if nothing is.

    Attributes:
        calls: the methods that were called, in order.
        submitted: the orders of every submitting call.
        asked: the references every other call was about.
    """

    def __init__(self, traits: PayoutTraits, *, unit: Unit, most_at_once: int) -> None:
        self.traits = traits
        self.unit = unit
        self.most_at_once = most_at_once
        self.script: dict[str, list[Any]] = {}
        self.usual: dict[str, Any] = {}
        self.calls: list[str] = []
        self.submitted: list[list[PayoutOrder]] = []
        self.asked: list[tuple[str, ...]] = []
        self.since: list[datetime] = []

    def says(self, method: str, *answers: object) -> None:
        """Have a method answer, or raise, each of these once."""
        self.script.setdefault(method, []).extend(answers)

    async def submit(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Answer from the script; one piece of evidence is said of every order."""
        self.submitted.append(list(orders))
        said = await self._next("submit", orders)
        if isinstance(said, PayoutEvidence):
            return {order.withdrawal_id: said for order in orders}
        answers: Mapping[str, PayoutEvidence] = said
        return answers

    async def ask_about(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Answer from the script, likewise."""
        self.asked.append(tuple(order.reference for order in orders))
        said = await self._next("ask_about", orders)
        if isinstance(said, PayoutEvidence):
            return {order.withdrawal_id: said for order in orders}
        answers: Mapping[str, PayoutEvidence] = said
        return answers

    async def find_alike(self, order: PayoutOrder, since: datetime) -> list[PayoutEvidence]:
        """Answer from the script."""
        self.asked.append((order.reference,))
        self.since.append(since)
        found: list[PayoutEvidence] = await self._next("find_alike", order)
        return found

    async def test_connection(self) -> None:
        """Answer from the script."""
        await self._next("test_connection")

    async def close(self) -> None:
        """Do nothing."""

    async def _next(self, method: str, *arguments: object) -> Any:
        self.calls.append(method)
        left = self.script.get(method, [])
        answer = left.pop(0) if left else self.usual[method]
        if callable(answer) and not isinstance(answer, BaseException):
            answer = answer(*arguments)
            if inspect.isawaitable(answer):
                answer = await answer
        if isinstance(answer, BaseException):
            raise answer
        return answer


@dataclass
class HeldCall:
    """An answer that comes when the test lets it: say it with `says("submit", held)`."""

    answer: Any
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, *arguments: object) -> Any:
        """Say that the call has begun, wait, and answer."""
        self.begun.set()
        await self.go_on.wait()
        return self.answer(*arguments) if callable(self.answer) else self.answer


@dataclass
class PayoutShop:
    """An open till with a manager and an account that pays out, whose provider does as it is told."""

    tills: Any
    till: Till
    manager: Operator
    account: Account
    provider: ScriptedPayout

    async def proposed(self, row: CheckedRow | None = None) -> Withdrawal:
        """Return a withdrawal that waits for approval."""
        withdrawals = self.till.withdrawals
        return await withdrawals.propose(withdrawals.new_intent(), self.account, row or a_row())

    async def approve(self, withdrawal_id: str, *, is_meant_again: bool = True) -> Withdrawal:
        """Have the manager agree to it."""
        return await self.till.approvals.approve(
            withdrawal_id,
            manager_id=self.manager.id,
            pin=self.tills.MANAGER_PIN,
            is_meant_again=is_meant_again,
        )

    async def approved(self, row: CheckedRow | None = None) -> Withdrawal:
        """Return a withdrawal that may be sent."""
        return await self.approve((await self.proposed(row)).id)

    async def sent(self, answer: object, row: CheckedRow | None = None) -> Withdrawal:
        """Return a withdrawal that was sent and answered so."""
        approved = await self.approved(row)
        self.provider.says("submit", answer)
        return await self.till.withdrawals.submit(approved.id)

    async def proposed_batch(self, count: int, **facts: Any) -> TransferBatch:
        """Return a batch of that many rows, each of another amount, that waits for approval."""
        rows = [a_row(1_000_000 + place, number=place, **facts) for place in range(1, count + 1)]
        return await self.till.batches.propose(
            self.till.withdrawals.new_intent(), self.account, "اسفند", rows
        )

    async def approve_batch(self, batch_id: str, *, is_meant_again: bool = True) -> int:
        """Have the manager agree to all of it."""
        return await self.till.approvals.approve_batch(
            batch_id,
            manager_id=self.manager.id,
            pin=self.tills.MANAGER_PIN,
            is_meant_again=is_meant_again,
        )

    async def approved_batch(self, count: int, **facts: Any) -> TransferBatch:
        """Return a batch that may be sent."""
        batch = await self.proposed_batch(count, **facts)
        await self.approve_batch(batch.id)
        return batch

    async def states(self, batch: TransferBatch) -> list[WithdrawalState]:
        """Return how a batch's rows stand, in their order."""
        return [row.state for row in await self.till.batches.rows(batch.id)]

    async def made(self, withdrawal: Withdrawal) -> list[Operation]:
        """Return the calls that carried a withdrawal, oldest first."""
        return await self.till.database.read(
            lambda connection: operations.of_subject(connection, withdrawal.id)
        )

    async def last(self, withdrawal: Withdrawal) -> Operation:
        """Return the last call that carried a withdrawal."""
        return (await self.made(withdrawal))[-1]


def put_scripted(till: Till, account: Account, *, most_at_once: int | None = None) -> ScriptedPayout:
    """Put a scripted provider in the place of an account's own, and return it."""
    if account.provider == "paystar":
        provider = ScriptedPayout(PAYSTAR_TRAITS, unit=RIAL, most_at_once=most_at_once or 3)
    else:
        provider = ScriptedPayout(AQAYEPARDAKHT_TRAITS, unit=TOMAN, most_at_once=1)
    till.clients._payout_clients._clients[account.id] = provider
    return provider


async def a_shop(
    tills: Any, till: Till, provider: str = "paystar", *, most_at_once: int | None = None, **settings: Setting
) -> PayoutShop:
    """Return a shop in an open till."""
    manager = await tills.manager(till)
    account = await getattr(tills, provider)(till, **settings)
    return PayoutShop(
        tills=tills,
        till=till,
        manager=manager,
        account=account,
        provider=put_scripted(till, account, most_at_once=most_at_once),
    )


def told(
    tills: Any,
    story: Callable[[PayoutShop], Awaitable[None]],
    provider: str = "paystar",
    *,
    most_at_once: int | None = None,
    pursued: bool = False,
    **settings: Setting,
) -> None:
    """Run a story in a shop; nothing is sent or asked but by the story, unless it is `pursued`."""

    async def whole() -> None:
        async with tills() as till:
            if not pursued:
                await till.sync.stop()
            await story(await a_shop(tills, till, provider, most_at_once=most_at_once, **settings))

    asyncio.run(whole())
