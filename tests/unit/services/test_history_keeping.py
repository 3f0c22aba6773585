"""History that the shop does not keep is forgotten by itself, day by day."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.services.history_keeping import HistoryKeeping
from cashier.services.preferences import KeepHistory
from cashier.storage import provider_records


class _FixedClock:
    """Tells one time."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return it."""
        return self._moment


async def _take(till: Any, account_id: str, *ages: timedelta) -> None:
    now = till.session.clock.now()
    records = [
        ListedRecord(
            key=str(number),
            kind=ItemKind.PAYMENT,
            state=ItemState.PAID,
            at=now - age,
            money=Money.of(10_000, "IRR"),
        )
        for number, age in enumerate(ages)
    ]
    await till.database.write(
        lambda connection: provider_records.take_page(
            connection, account_id=account_id, records=records, now=now, event=till.session.event
        )
    )


@pytest.mark.parametrize(
    ("now", "keep", "before"),
    [
        (datetime(2026, 11, 28, 9, tzinfo=UTC), KeepHistory.FOR_EVER, None),
        (
            datetime(2026, 11, 28, 9, tzinfo=UTC),
            KeepHistory.ONE_YEAR,
            datetime(2025, 11, 28, 9, tzinfo=UTC),
        ),
        (
            datetime(2028, 2, 29, 9, tzinfo=UTC),
            KeepHistory.FIVE_YEARS,
            datetime(2023, 2, 28, 9, tzinfo=UTC),
        ),
    ],
)
def test_years_are_the_calendars(tills: Any, now: datetime, keep: KeepHistory, before: datetime) -> None:
    """A year is from one day of the calendar to the same day; the leap day falls back to the one before it."""

    async def story() -> None:
        async with tills() as till:
            keeping = HistoryKeeping(till.history, till.preferences, _FixedClock(now))
            assert keeping.forgotten_before(keep) == before

    asyncio.run(story())


def test_it_forgets_by_itself_again_and_again(tills: Any) -> None:
    """Once after it was started, and once a day; what comes to be old later goes later."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till)
            await till.preferences.change(keep_history=KeepHistory.ONE_YEAR)
            await _take(till, account.id, timedelta(days=400), timedelta(days=364), timedelta(days=1))
            keeping = HistoryKeeping(
                till.history, till.preferences, tills.clock, first_pause_s=0, pause_s=0.001
            )
            assert await keeping.count_forgotten(KeepHistory.ONE_YEAR) == 1
            assert await keeping.count_forgotten(KeepHistory.FOR_EVER) == 0
            changed = asyncio.Event()
            till.history.changes.subscribe(lambda _: changed.set())
            keeping.start()
            async with asyncio.timeout(20):
                await changed.wait()
                assert (await till.history.totals(HistoryQuery())).count == 2
                changed.clear()
                tills.clock.advance(timedelta(days=3).total_seconds())
                await changed.wait()
                assert (await till.history.totals(HistoryQuery())).count == 1
            await keeping.stop()

    asyncio.run(story())


def test_for_ever_forgets_nothing(tills: Any) -> None:
    """As long as the shop did not say otherwise, the oldest line stays."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till)
            await _take(till, account.id, timedelta(days=8000))
            assert await till.history_keeping.apply() == 0
            assert (await till.history.totals(HistoryQuery())).count == 1

    asyncio.run(story())
