"""Reading lists: how often, how far back, what holds it up, and that it holds up nothing with money."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.errors import (
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    TooManyRequestsError,
)
from cashier.providers.listing import ListPage, to_position
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentOrder, PaymentStanding
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.services.list_sync import ListPlan, ListProgress
from cashier.services.sync_loop import SyncPlan
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from tests.unit.services.simulated_timer import SimulatedTimer, turn

Answer = ListPage | BaseException | Callable[[], Any]


def a_record(key: str, at: datetime | None = None, **facts: Any) -> ListedRecord:
    """Return a settled payment that somebody else took."""
    known: dict[str, Any] = {"kind": ItemKind.PAYMENT, "state": ItemState.PAID, "money": Money.of("5", "USD")}
    return ListedRecord(key=key, at=at or datetime.now(UTC), **(known | facts))


def a_page(*keys: str, then: int | None = None, total: int | None = None, nameless: int = 0) -> ListPage:
    """Return a page of some records, and where the next one begins."""
    return ListPage(
        records=tuple(map(a_record, keys)),
        next_position=None if then is None else to_position(page=then),
        total_count=total,
        unreadable_count=nameless,
    )


class Lister:
    """A provider whose pages are put into `script`, first come first; with none left its list is empty.

    Attributes:
        calls: when and for what each page was asked for: seconds, position, since.
        looks: when an open payment was asked about.
    """

    def __init__(self, provider: str, now_s: Callable[[], float]) -> None:
        self.traits = DIGIBANK_TRAITS if provider == "digibank" else RESID_TRAITS
        self._now_s = now_s
        self.script: list[Answer] = []
        self.calls: list[tuple[float, str | None, datetime | None]] = []
        self.looks: list[float] = []
        self.trouble: BaseException | None = None

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Answer from the script."""
        self.calls.append((self._now_s(), position, since))
        if self.trouble is not None:
            raise self.trouble
        answer = self.script.pop(0) if self.script else a_page()
        if isinstance(answer, BaseException):
            raise answer
        return answer if isinstance(answer, ListPage) else await answer()

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Open a payment."""
        return OpenedPayment(key=f"key of {order.payment_id}", expires_at=None, answer="{}")

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Say that the customer has not paid."""
        del order, key
        self.looks.append(self._now_s())
        if self.trouble is not None:
            raise self.trouble
        return PaymentEvidence(standing=PaymentStanding.WAITING)

    async def test_connection(self) -> None:
        """Answer, if the line is there."""
        if self.trouble is not None:
            raise self.trouble

    async def close(self) -> None:
        """Do nothing."""

    @property
    def called_at(self) -> list[float]:
        """When pages were asked for."""
        return [round(at, 1) for at, _, _ in self.calls]

    @property
    def positions(self) -> list[str | None]:
        """Which pages were asked for."""
        return [position for _, position, _ in self.calls]


class Shop:
    """A till over simulated time with one account, whose list is read as the program reads it."""

    def __init__(self, tills: Any) -> None:
        self.tills = tills
        self.timer = SimulatedTimer(tills.clock)
        self.told: list[ListProgress] = []

    @asynccontextmanager
    async def run(
        self, provider: str = "resid", plan: ListPlan | None = None
    ) -> AsyncIterator[tuple[Till, Account, Lister]]:
        """Open the till with an account, and begin."""
        till = await open_till(
            await Database.open(self.tills.path),
            self.tills.vault,
            self.tills.clock,
            self.tills.redactor,
            sync_plan=SyncPlan(),
            list_plan=plan or ListPlan(grace_s=0.0),
            timer=self.timer,
        )
        try:
            account = await getattr(self.tills, provider)(till)
            lister = Lister(provider, self.timer.now_s)
            clients: Any = till.clients._payment_clients._clients
            clients[account.id] = lister
            till.lists.changes.subscribe(self.told.append)
            yield till, account, lister
        finally:
            await till.close()

    async def pass_(self, till: Till, seconds: float) -> None:
        """Let time pass."""
        await self.timer.pass_(till, seconds)


@pytest.fixture
def shop(tills: Any) -> Shop:
    """Return a shop over the test's own file."""
    return Shop(tills)


# How often, and how far back


def test_without_a_plan_a_list_is_read_when_somebody_asks(shop: Shop) -> None:
    """Nothing is read by itself; one who asks has it read once."""

    async def story() -> None:
        async with shop.run(plan=ListPlan(pause_s=float("inf"))) as (till, _, lister):
            await till.start()
            await shop.pass_(till, 600)
            assert lister.calls == []
            till.lists.refresh()
            await shop.pass_(till, 600)
            assert lister.called_at == [600.0]

    asyncio.run(story())


def test_a_list_is_read_at_once_and_then_every_minute(shop: Shop) -> None:
    """It begins with the start, and one who asks in between does not wait."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            await till.start()
            await shop.pass_(till, 150)
            till.lists.refresh()
            await shop.pass_(till, 100)
            assert lister.called_at == [0.0, 60.0, 120.0, 150.0, 210.0]

    asyncio.run(story())


def test_an_account_that_is_added_is_read_soon(shop: Shop) -> None:
    """Nobody has to wait for the loop to look again by itself."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            await till.start()
            await shop.pass_(till, 10)
            added = await shop.tills.digibank(till)
            # Less than the loop sleeps by itself.
            await shop.pass_(till, 10)
            read_until = {one.account_id: one.complete_until for one in till.lists.progress()}
            assert read_until[added.id] is not None
            assert lister.called_at == [0.0]

    asyncio.run(story())


def test_how_far_back_it_is_read_again(shop: Shop) -> None:
    """All of it once; then the last hours every time, the last days every hour, the last weeks every day."""

    async def story() -> None:
        newest = datetime.now(UTC) - timedelta(days=2)
        async with shop.run() as (till, _, lister):
            lister.script = [ListPage(records=(a_record("1", newest),), next_position=None)]
            await till.start()
            await shop.pass_(till, 86_400 + 60)
            back = [None if since is None else newest - since for _, _, since in lister.calls]
            hours, days, weeks = timedelta(hours=2), timedelta(days=3), timedelta(days=35)
            assert back[:3] == [None, hours, hours]
            assert back[60] == days
            assert back.count(days) == 23
            assert back.count(weeks) == 1
            assert set(back) == {None, hours, days, weeks}

    asyncio.run(story())


def test_a_reading_ends_where_the_known_begins(shop: Shop) -> None:
    """Newest first, the first page that is wholly of the known past is the last; out of order none is."""
    now = datetime.now(UTC)

    def page(*hours: int, then: int) -> ListPage:
        records = tuple(a_record(f"at {hour}", now - timedelta(hours=hour)) for hour in hours)
        return ListPage(records=records, next_position=to_position(page=then))

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [
                ListPage(records=(a_record("0", now),), next_position=None),
                page(0, 1, then=2),
                page(1, 3, then=3),
                page(3, 0, then=2),
                page(4, 5, then=3),
                ListPage(records=(), next_position=None),
            ]
            await till.start()
            await shop.pass_(till, 130)
            two, three = to_position(page=2), to_position(page=3)
            assert lister.positions == [None, None, two, None, two, three]

    asyncio.run(story())


# What holds it up


@pytest.mark.parametrize(
    ("error", "pause_s"),
    [
        (TooManyRequestsError("too often", retry_after_s=45), 45.0),
        (TooManyRequestsError("too often", retry_after_s=10**8), 86_400.0),
        (ProviderDownError("down", retry_after_s=45), 45.0),
    ],
)
def test_a_pause_that_is_wanted_is_kept(shop: Shop, error: Exception, pause_s: float) -> None:
    """Whoever asks meanwhile, the list is left alone for as long as the provider says, but never for good."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [error]
            await till.start()
            await shop.pass_(till, 20)
            till.lists.refresh()
            await shop.pass_(till, pause_s)
            assert lister.called_at[:2] == [0.0, pause_s]

    asyncio.run(story())


def test_while_a_list_rests_open_payments_are_looked_after(shop: Shop) -> None:
    """A list that was asked for too often holds up nothing with money."""

    async def story() -> None:
        async with shop.run() as (till, account, lister):
            lister.script = [TooManyRequestsError("too often", retry_after_s=3600)]
            order = shop.tills.order(account, "500")
            payment = await till.payments.request(till.payments.new_intent(), account, order)
            assert payment.state is PaymentState.AWAITING_CUSTOMER
            await till.start()
            await shop.pass_(till, 31)
            assert lister.called_at == [0.0]
            assert lister.looks == [0.0, 10.0, 20.0, 30.0]

    asyncio.run(story())


def test_failures_back_off_and_lose_no_place(shop: Shop) -> None:
    """The same page is asked for again, ever more seldom, and what was read before is not read again."""
    error = NoAnswerError("lost")

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [a_page("1", then=2, total=2), error, error, error, a_page("2")]
            await till.start()
            await shop.pass_(till, 40)
            two = to_position(page=2)
            assert lister.positions == [None, two, two, two, two]
            assert lister.called_at == [0.0, 0.0, 5.0, 15.0, 35.0]
            assert [(one.error is None, one.records_read) for one in shop.told if one.is_reading] == [
                (True, 0),
                (True, 1),
                (False, 1),
                (False, 1),
                (False, 1),
            ]
            (progress,) = till.lists.progress()
            assert (progress.is_first, progress.is_reading, progress.error) == (False, False, None)

    asyncio.run(story())


def test_a_fault_of_our_own_is_no_answer(shop: Shop) -> None:
    """It is logged, backs off, and is told as a failure."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [ValueError("a bug")]
            await till.start()
            await shop.pass_(till, 4)
            (progress,) = till.lists.progress()
            assert isinstance(progress.error, NoAnswerError)
            assert "a bug" not in str(progress.error)
            await shop.pass_(till, 2)
            assert lister.called_at == [0.0, 5.0]

    asyncio.run(story())


def test_items_without_a_name_do_not_stop_the_list_for_ever(shop: Shop) -> None:
    """The page is asked for five times more; then the rest of it is kept, and the list goes on."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [*([a_page("1", then=2, nameless=1)] * 6), a_page("2")]
            await till.start()
            await shop.pass_(till, 4)
            (progress,) = till.lists.progress()
            assert isinstance(progress.error, ProviderProtocolError)
            await shop.pass_(till, 200)
            assert lister.positions[:7] == [*([None] * 6), to_position(page=2)]
            (progress,) = till.lists.progress()
            assert (progress.error, progress.is_first) == (None, False)

    asyncio.run(story())


def test_the_list_is_read_as_soon_as_the_line_is_back(shop: Shop) -> None:
    """What only the line kept from being read does not wait for its own turn."""

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.trouble = NotSentError("no network")
            await till.start()
            await shop.pass_(till, 600)
            lister.trouble, before = None, len(lister.calls)
            till.connectivity.network_is_back.publish(None)
            await shop.timer.settle(till)
            assert len(lister.calls) == before + 1
            assert till.lists.progress()[0].complete_until is not None

    asyncio.run(story())


def test_without_its_secret_an_account_is_left_alone(shop: Shop) -> None:
    """Nothing can be asked: it is tried again after the longest pause."""

    async def story() -> None:
        async with shop.run() as (till, account, lister):
            till.clients._payment_clients._clients.clear()
            await shop.tills.vault.delete(account.secret_name("authorization_code"))
            await till.start()
            await shop.pass_(till, 200)
            clients: Any = till.clients._payment_clients._clients
            clients[account.id] = lister
            await shop.pass_(till, 200)
            assert lister.called_at == [300.0, 360.0]

    asyncio.run(story())


# What it holds up


def test_a_page_on_its_way_gives_way_to_money(shop: Shop) -> None:
    """What is due with money goes first: the page is given up, its place is kept, and it is asked for again."""
    never = asyncio.Event()

    async def story() -> None:
        async with shop.run() as (till, account, lister):
            order = shop.tills.order(account, "500")
            await till.payments.request(till.payments.new_intent(), account, order)
            await till.start()
            await shop.timer.settle(till)
            lister.script = [a_page("1", then=2), never.wait, a_page("2")]
            # At ten seconds the open payment is due while the page does not come.
            till.lists.refresh()
            while len(lister.calls) < 3:
                await turn()
            assert shop.timer._woken is not None
            shop.tills.clock.advance(10)
            shop.timer._now_s = 10.0
            shop.timer._woken.set()
            await shop.timer.settle(till)
            assert lister.looks == [0.0, 10.0]
            two = to_position(page=2)
            assert lister.positions[1:] == [None, two, two]
            assert till.lists.progress()[0].error is None

    asyncio.run(story())


def test_an_account_that_is_removed_is_read_no_more(shop: Shop) -> None:
    """Neither is it told of."""

    async def story() -> None:
        async with shop.run() as (till, account, lister):
            await till.start()
            await shop.timer.settle(till)
            await till.accounts.remove(account.id)
            await shop.pass_(till, 300)
            assert lister.called_at == [0.0]
            assert till.lists.progress() == []

    asyncio.run(story())


def test_the_program_ends_while_a_page_is_on_its_way(shop: Shop) -> None:
    """Nothing is left behind, and nothing waited for."""
    never = asyncio.Event()

    async def story() -> None:
        async with shop.run() as (till, _, lister):
            lister.script = [a_page("1", then=2), never.wait]
            await till.start()
            while len(lister.calls) < 2:
                await turn()
        assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []

    asyncio.run(story())


def test_what_is_read_is_told(shop: Shop) -> None:
    """How far it is, of how many, and until when everything is here; the next run knows it from the beginning."""

    async def story() -> None:
        async with shop.run() as (till, account, lister):
            lister.script = [a_page("1", "2", then=2, total=3), a_page("3")]
            await till.start()
            await shop.timer.settle(till)
            begun_at = shop.told[-1].complete_until
            told = [(one.is_reading, one.is_first, one.records_read, one.total_count) for one in shop.told]
            assert told[:3] == [(True, True, 0, None), (True, True, 2, 3), (False, False, 0, None)]
            assert begun_at is not None
        async with shop.run("digibank") as (till, _, _):
            await till.lists.open()
            known = {one.account_id: one.complete_until for one in till.lists.progress()}
            assert known[account.id] == begun_at

    asyncio.run(story())
