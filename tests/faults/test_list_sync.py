"""Reading the providers' lists while they grow, shift, repeat themselves and fail, and the program is killed."""

from __future__ import annotations

import asyncio
import math
from random import Random

import pytest

from cashier.domain.history import ItemState
from cashier.services.list_sync import ListPlan
from tests.faults.list_books import ENDPOINTS, PAGE_SIZES, HastyTimer, kept, killed_after, read_whole, told

PROVIDERS = tuple(ENDPOINTS)
PAST = {"digibank": 330, "resid": 450, "paystar": 250, "aqayepardakht": 150}


@pytest.fixture
def hasty(tills, sandbox):
    """Return a maker of tills whose pauses are over at once, of a sandbox that may be asked as often as one likes."""
    tills.timer = HastyTimer()
    tills.list_plan = ListPlan(pause_s=math.inf, slice_s=0.05)
    sandbox.control.put_account("resid", list_calls_per_minute=None)
    # What arrives stays as it is while the test looks.
    for provider in ("paystar", "aqayepardakht"):
        sandbox.control.put_account(provider, settle_after_s=3600)
    return tills


async def with_account(tills, provider):
    """Open a till, add its account, and close it."""
    async with tills() as till:
        await getattr(tills, provider)(till)


def switch_on_faults(sandbox, provider, chance):
    """Let the list grow, shift and repeat itself, want pauses, and fail on pages by chance and on the seventh."""
    endpoint, control = ENDPOINTS[provider], sandbox.control
    for fault, probability in (
        ("shifting_items", 0.4),
        ("duplicate_items", 0.5),
        ("too_many_requests", 0.08),
        ("too_many_requests_date", 0.08),
        ("reset_before", 0.05),
        ("error_before", 0.05),
        ("truncated_body", 0.05),
        ("html_page", 0.05),
    ):
        control.fault(
            fault, provider, endpoint, times=None, probability=probability, seed=chance.getrandbits(16)
        )
    control.fault(chance.choice(["error_after", "invalid_json", "reset_after"]), provider, endpoint, skip=6)


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("seed", range(20))
def test_the_cache_is_the_providers_list(sandbox, hasty, tmp_path, provider, seed):
    """Whatever happens while the list is read, in the end every record is kept as the provider has it, once."""
    chance = Random(seed)  # noqa: S311  # repeatable on purpose
    sandbox.control.add_history(provider, chance.randrange(PAST[provider] // 2, PAST[provider]), seed=seed)
    switch_on_faults(sandbox, provider, chance)

    async def story():
        await with_account(hasty, provider)
        for run in range(2):
            await killed_after(hasty, tmp_path / f"run{run}", chance.randrange(1, 8))
        async with hasty() as till:
            await read_whole(till)
            sandbox.control.clear_faults()
            await read_whole(till)
            assert await kept(till) == told(sandbox, provider)

    asyncio.run(story())


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_failure_on_the_seventh_page_loses_no_page(sandbox, hasty, provider):
    """The reading goes on where it was: no page is asked for twice but the one that failed."""
    endpoint, pages = ENDPOINTS[provider], 8
    sandbox.control.add_history(provider, pages * PAGE_SIZES[provider] - PAGE_SIZES[provider] // 2)
    # One that says nothing of the line, so that nothing else is called meanwhile.
    sandbox.control.fault("reset_after", provider, endpoint, skip=6)

    async def story():
        async with hasty() as till:
            await getattr(hasty, provider)(till)
            await read_whole(till)
            assert await kept(till) == told(sandbox, provider)

    asyncio.run(story())
    calls = sandbox.control.calls(provider, endpoint)
    # paystar's list ends with a page that brings nothing.
    assert len(calls) == pages + 1 + (provider == "paystar")
    assert [number for number, call in enumerate(calls, start=1) if call.faults] == [7]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_no_longer_listed_is_kept(sandbox, hasty, provider):
    """A record that vanishes from the list stays in history."""
    sandbox.control.add_history(provider, 30)
    before = told(sandbox, provider)

    async def story():
        async with hasty() as till:
            await getattr(hasty, provider)(till)
            await read_whole(till)
            sandbox.control.unlist(provider, sorted(before)[:7])
            assert len(told(sandbox, provider)) == 23
            await read_whole(till)
            assert await kept(till) == before

    asyncio.run(story())


@pytest.mark.parametrize("provider", ["digibank", "aqayepardakht"])
def test_what_shifts_away_while_it_is_read_is_found(sandbox, hasty, provider):
    """Records that vanish pull the next page's up behind our back: the reading sees by the count that it missed some."""
    size = PAGE_SIZES[provider]
    sandbox.control.add_history(provider, size * 4)
    newest = [item.key for item in reversed(sandbox.control.listed(provider))]

    async def story():
        vanished = False

        def vanish(progress):
            nonlocal vanished
            if progress.records_read >= size and not vanished:
                vanished = True
                sandbox.control.unlist(provider, newest[:5])

        async with hasty() as till:
            await getattr(hasty, provider)(till)
            till.lists.changes.subscribe(vanish)
            await read_whole(till)
            records = await kept(till)
        assert vanished
        assert told(sandbox, provider).items() <= records.items()
        assert set(records) == set(newest)

    asyncio.run(story())


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
def test_what_changes_later_is_kept_with_an_event(sandbox, hasty, provider):
    """A transfer that waits and is then paid, or sent back, is one record that changed, with its number or comment."""
    for _ in range(3):
        sandbox.control.arrive(provider)

    async def story():
        async with hasty() as till:
            await getattr(hasty, provider)(till)
            await read_whole(till)
            waiting = await kept(till)
            assert {record.state for record in waiting.values()} == {ItemState.ACCEPTED}
            sandbox.control.advance(3700)
            hasty.clock.advance(3700)
            await read_whole(till)
            ended = await kept(till)
            assert ended == told(sandbox, provider)
            assert {record.state for record in ended.values()} == {ItemState.PAID}
            assert all(record.number for record in ended.values())
            events = await till.database.read(
                lambda connection: connection.execute(
                    "SELECT before, after FROM events WHERE kind = 'listed_change'"
                ).fetchall()
            )
            assert len(events) == 3

    asyncio.run(story())
