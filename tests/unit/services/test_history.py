"""History as the window uses it: opened, read on, looked at closely, while the till goes on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.account import Account
from cashier.domain.history import HistoryQuery, HistorySort, ItemKind, ItemState, ListedRecord
from cashier.domain.payment import PaymentState
from cashier.providers.protocol import OpenedPayment
from cashier.services import history
from cashier.services.till import Till
from cashier.storage import accounts, payments, provider_records
from cashier.storage.errors import NotStoredError

START = datetime(2026, 3, 21, 12, tzinfo=UTC)


def told(tills: Any, story: Callable[[Till, Account], Awaitable[None]]) -> None:
    """Run a story at a till that has a manager and an account, and asks nobody by itself."""

    async def whole() -> None:
        async with tills() as till:
            await till.sync.stop()
            await tills.manager(till)
            await story(till, await tills.digibank(till))

    asyncio.run(whole())


async def listed(till: Till, account: Account, *numbers: int, **facts: Any) -> None:
    """Have the provider list records, the one of number n at n seconds after the start."""

    def take(connection: apsw.Connection) -> None:
        known: dict[str, Any] = {"kind": ItemKind.PAYMENT, "state": ItemState.PAID, "money": None}
        records = [
            ListedRecord(key=f"key-{number}", at=START + timedelta(seconds=number), **(known | facts))
            for number in numbers
        ]
        provider_records.take_page(
            connection, account_id=account.id, records=records, now=START, event=till.session.event
        )

    await till.database.write(take)
    till.history.notify()


async def numbers_of(till: Till, places: Any) -> list[int]:
    """Return the numbers of the records at these places."""
    return [int(item.reference.removeprefix("key-")) for item in await till.history.items(places)]


@pytest.mark.parametrize("descending", [True, False])
def test_a_query_is_read_in_chunks(tills: Any, monkeypatch: pytest.MonkeyPatch, *, descending: bool) -> None:
    """Its beginning comes at once, the rest by and by; asked for twice at the same time a chunk is taken once."""
    monkeypatch.setattr(history, "_FIRST_ROWS", 10)
    monkeypatch.setattr(history, "_CHUNK_ROWS", 25)

    async def story(till: Till, account: Account) -> None:
        await listed(till, account, *range(100))
        keys = await till.history.open(HistoryQuery(descending=descending))
        assert (len(keys), keys.is_complete) == (10, False)
        wanted = list(range(100))[:: -1 if descending else 1]
        assert await numbers_of(till, keys.places(0, 5)) == wanted[:5]
        assert keys.row_at(START + timedelta(seconds=wanted[50])) is None
        await asyncio.gather(till.history.extend(keys), till.history.extend(keys))
        assert len(keys) == 35
        while not keys.is_complete:
            await till.history.extend(keys)
        await till.history.extend(keys)
        assert await numbers_of(till, keys.places(0, 200)) == wanted
        for number in (0, 50, 99):
            row = keys.row_at(START + timedelta(seconds=number))
            assert row is not None
            assert await numbers_of(till, keys.places(row, row + 1)) == [number]
        between = keys.row_at(START + timedelta(seconds=50.5))
        assert between is not None
        assert await numbers_of(till, keys.places(between, between + 1)) == [50 if descending else 51]
        before_all = keys.row_at(START - timedelta(days=1))
        assert before_all == (None if descending else 0)

    told(tills, story)


def test_rows_of_another_order_have_no_moment(tills: Any) -> None:
    """In the order of amounts no row is the first of a moment."""

    async def story(till: Till, account: Account) -> None:
        await listed(till, account, 1, 2)
        keys = await till.history.open(HistoryQuery(sort=HistorySort.AMOUNT))
        assert len(keys) == 2
        assert keys.row_at(START) is None

    told(tills, story)


def test_what_comes_is_told_and_counted(tills: Any, scripted: Any) -> None:
    """Whatever is committed is told; what came since a query was opened, wherever in time, is counted if it admits it."""

    async def story(till: Till, account: Account) -> None:
        told_of: list[None] = []
        till.history.changes.subscribe(told_of.append)
        await listed(till, account, 1, 2)
        every = await till.history.open(HistoryQuery())
        paid = await till.history.open(HistoryQuery(states=frozenset({ItemState.PAID})))
        assert await till.history.count_new(every) == 0
        count = len(told_of)
        assert count
        scripted(till, account).says("open_payment", OpenedPayment(key="k", expires_at=None, answer="{}"))
        await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        assert len(told_of) > count
        await listed(till, account, -5, 7)
        assert await till.history.count_new(every) == 3
        assert await till.history.count_new(paid) == 2
        # What was opened stays as it was.
        assert await numbers_of(till, every.places(0, 10)) == [2, 1]

    told(tills, story)


def test_pages_do_not_wait_for_long_reads(tills: Any) -> None:
    """While a long read is under way, lines of history and everything else are read."""

    async def story(till: Till, account: Account) -> None:
        await listed(till, account, 1)
        keys = await till.history.open(HistoryQuery())
        begun, go_on = threading.Event(), threading.Event()

        def long_read(_: apsw.Connection) -> bool:
            begun.set()
            return go_on.wait(10)

        reading = asyncio.create_task(till.database.scan(long_read))
        await asyncio.to_thread(begun.wait, 10)
        totals = asyncio.create_task(till.history.totals(HistoryQuery()))
        assert await numbers_of(till, keys.places(0, 1)) == [1]
        assert not totals.done()
        go_on.set()
        assert await reading
        assert (await totals).count == 1

    told(tills, story)


def test_the_whole_life_of_an_item(tills: Any, scripted: Any) -> None:
    """Its payment, its record, every event and call, and who is named; of what is gone there is none."""

    async def story(till: Till, account: Account) -> None:
        scripted(till, account).says("open_payment", OpenedPayment(key="key-1", expires_at=None, answer="{}"))
        payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        await listed(till, account, 1, state=ItemState.AWAITING_CUSTOMER)
        await listed(till, account, 1)
        (place,) = (await till.history.open(HistoryQuery())).places(0, 9)
        details = await till.history.details(place)
        assert details.payment == payment
        assert details.withdrawal is None
        assert details.record is not None
        assert details.record.record.state is ItemState.PAID
        assert [event.kind for event in details.events][-1] == "listed_change"
        assert [event.at for event in details.events] == sorted(event.at for event in details.events)
        assert len(details.operations) == 1
        assert till.session.operator_id is not None
        assert details.operator_names[till.session.operator_id] == "Mina Example"
        with pytest.raises(NotStoredError):
            await till.history.details(place + 1)

    told(tills, story)


def test_choices_are_what_occurs(tills: Any) -> None:
    """Accounts in the shop's order, removed ones at the end; only those that have items, likewise units and people."""

    async def story(till: Till, account: Account) -> None:
        assert await till.history.choices() == history.HistoryChoices(
            accounts=(), unit_codes=(), operators=()
        )
        second, unused = await tills.digibank(till), await tills.resid(till)
        await listed(till, account, 1)
        await listed(till, second, 1)
        draft = await till.payments.save_draft(till.payments.new_intent(), second, tills.order(second))
        removed = replace(account, removed_at=START)
        await till.database.write(lambda connection: accounts.save(connection, removed))
        choices = await till.history.choices()
        assert choices.accounts == (second, removed)
        assert unused not in choices.accounts
        assert choices.unit_codes == (draft.money.code,)
        assert [operator.id for operator in choices.operators] == [draft.operator_id]

    told(tills, story)


def test_the_last_month_is_never_forgotten(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is older goes, in small steps, each of them told; sizes are told as well."""
    monkeypatch.setattr(history, "_FORGOTTEN_AT_ONCE", 2)

    async def story(till: Till, account: Account) -> None:
        now = till.session.clock.now()
        days = [
            (now - timedelta(days=age) - START) // timedelta(seconds=1) for age in (1, 30, 32, 33, 34, 400)
        ]
        await listed(till, account, *days)
        draft = await till.payments.save_draft(till.payments.new_intent(), account, tills.order(account))

        def make_old(connection: apsw.Connection) -> None:
            payments.update(
                connection, replace(draft, state=PaymentState.CANCELLED, version=draft.version + 1)
            )

        await till.database.write(make_old)
        size = await till.history.size()
        assert (size.counts.items, size.counts.records, size.counts.payments) == (7, 6, 1)
        assert size.file_bytes > 0
        assert size.counts.oldest is not None
        assert size.counts.oldest < now - timedelta(days=399)
        progress: list[int] = []
        assert await till.history.count_before(now) == 4
        assert await till.history.forget_before(now + timedelta(days=1000), progress.append) == 4
        assert progress == [2, 4]
        assert (await till.history.size()).counts.items == 3
        assert await till.history.forget_before(now) == 0

    told(tills, story)
