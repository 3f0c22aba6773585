"""Both sides of a provider's list: the sandbox's books, and what one till has kept of it through many runs."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from cashier.domain.history import HistoryQuery, ItemState
from cashier.domain.money import Money
from cashier.sandbox.server import SandboxServer
from cashier.services.list_sync import ListProgress
from cashier.services.till import Till
from cashier.storage.time_columns import from_column

PAY_OUT = frozenset({"paystar", "aqayepardakht"})
ENDPOINTS = {"digibank": "list", "resid": "list", "paystar": "requests", "aqayepardakht": "list"}
PAGE_SIZES = {"digibank": 50, "resid": 200, "paystar": 100, "aqayepardakht": 20}

LONGEST_S = 30.0

_STATES = {
    (False, "paid"): ItemState.PAID,
    (False, "failed"): ItemState.DECLINED,
    (False, "refunded"): ItemState.AUTO_REFUNDED,
    # Of a past that is over.
    (False, "waiting"): ItemState.EXPIRED,
    (True, "paid"): ItemState.PAID,
    (True, "failed"): ItemState.REJECTED,
    (True, "waiting"): ItemState.ACCEPTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One record, as both sides can tell of it."""

    state: ItemState
    at: datetime | None
    money: Money | None
    party: str
    number: str


class HastyTimer:
    """The event loop's time, in which every pause is over after some milliseconds."""

    def __init__(self) -> None:
        self._skipped_s = 0.0

    def now_s(self) -> float:
        """Return the loop's seconds and those that were skipped."""
        return asyncio.get_running_loop().time() + self._skipped_s

    async def wait(self, woken: asyncio.Event, pause_s: float) -> None:
        """Return when woken, or a little later; the rest of the pause counts as over."""
        ends_s = self.now_s() + pause_s
        try:
            async with asyncio.timeout(min(pause_s, 0.002)):
                await woken.wait()
        except TimeoutError:
            self._skipped_s += max(0.0, ends_s - self.now_s())


def told(sandbox: SandboxServer, provider: str) -> dict[str, Listed]:
    """Return the sandbox's books of a provider's main account, by the list's names."""
    return {
        item.key: Listed(
            state=_STATES[provider in PAY_OUT, item.standing],
            at=item.at,
            money=Money.of(item.amount, item.unit),
            party=item.party,
            number=item.number,
        )
        for item in sandbox.control.listed(provider)
    }


async def kept(till: Till) -> dict[str, Listed]:
    """Return what the till has kept of its only account's list; each record is one line of history, and no more."""

    def read(connection: apsw.Connection) -> list[tuple[Any, ...]]:
        return connection.execute(
            "SELECT key, state, at, amount, unit, party, provider_reference FROM provider_records"
        ).fetchall()

    rows = await till.database.read(read)
    keys = await till.history.open(HistoryQuery())
    while not keys.is_complete:
        await till.history.extend(keys)
    assert len(keys) == len(rows)
    return {
        key: Listed(
            state=ItemState(state),
            at=from_column(at),
            money=None if amount is None else Money.from_storage(amount, unit),
            party=party,
            number=number,
        )
        for key, state, at, amount, unit, party, number in rows
    }


async def read_whole(till: Till) -> None:
    """Have the lists read, and wait for the end of a reading that began from now on."""
    asked_at = till.session.clock.now()
    await until(till, lambda progress: (progress.complete_until or asked_at) > asked_at)


async def until(till: Till, is_so: Callable[[ListProgress], bool]) -> None:
    """Have the lists read until the progress of one is as wanted."""
    reached = asyncio.Event()

    def note(progress: ListProgress) -> None:
        if is_so(progress):
            reached.set()
        elif not progress.is_reading:
            till.lists.refresh()

    end = till.lists.changes.subscribe(note)
    try:
        till.lists.refresh()
        async with asyncio.timeout(LONGEST_S):
            await reached.wait()
    finally:
        end()


async def killed_after(tills: Any, folder: Path, writes: int) -> None:
    """Run a till until so many of its transactions are on the disk, and end it abruptly.

    The next run has the files as they are at that instant; one whose reading ends before is closed in order.
    """
    till = await tills.open()
    database, write = till.database, till.database.write
    written, dead = 0, asyncio.Event()

    async def counted(transaction: Callable[[apsw.Connection], Any]) -> Any:
        nonlocal written
        result = await write(transaction)
        written += 1
        if written == writes:
            await database._writer.async_run(_copy, tills.path, folder / "till.sqlite3")
            tills.path = folder / "till.sqlite3"
            dead.set()
        return result

    try:
        database.write = counted
        await until(till, lambda progress: dead.is_set() or progress.complete_until is not None)
    finally:
        await till.close()


def _copy(old: Path, new: Path) -> None:
    new.parent.mkdir(mode=0o700)
    for suffix in ("", "-wal"):
        if (file := Path(f"{old}{suffix}")).exists():
            shutil.copy(file, f"{new}{suffix}")
