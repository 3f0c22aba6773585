"""Forgets, day by day, what the shop has decided not to keep."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import structlog

from cashier.domain.clock import Clock
from cashier.services.history import HistoryService
from cashier.services.preferences import KeepHistory, PreferenceService
from cashier.storage.errors import StorageError

_log = structlog.get_logger(__name__)

# The first minutes of a run belong to the cashier.
_FIRST_PAUSE_S = 600.0
_PAUSE_S = 86_400.0


class HistoryKeeping:
    """Applies the preference `keep_history`."""

    def __init__(
        self,
        history: HistoryService,
        preferences: PreferenceService,
        clock: Clock,
        *,
        first_pause_s: float = _FIRST_PAUSE_S,
        pause_s: float = _PAUSE_S,
    ) -> None:
        """Take how long after `start` it is first applied, and how long after that again."""
        self._history = history
        self._preferences = preferences
        self._clock = clock
        self._first_pause_s = first_pause_s
        self._pause_s = pause_s
        self._task: asyncio.Task[None] | None = None

    def forgotten_before(self, keep: KeepHistory) -> datetime | None:
        """Return the moment, UTC, before which nothing is kept that is over; None if everything is."""
        return None if keep.years is None else _years_before(self._clock.now(), keep.years)

    async def count_forgotten(self, keep: KeepHistory) -> int:
        """Return how many items would be forgotten now, at most.

        Raises:
            StorageUnavailableError: if it cannot be read.
        """
        before = self.forgotten_before(keep)
        return 0 if before is None else await self._history.count_before(before)

    async def apply(self, on_progress: Callable[[int], None] | None = None) -> int:
        """Forget what the shop does not keep, and return how many items that were. What is open is kept.

        Raises:
            StorageUnavailableError: if the disk will not do it.
        """
        before = self.forgotten_before(self._preferences.current.keep_history)
        return 0 if before is None else await self._history.forget_before(before, on_progress)

    def start(self) -> None:
        """Apply it now and then from here on, until `stop`."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="history keeping")

    async def stop(self) -> None:
        """End, for good; a part that was forgotten stays so."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        await asyncio.sleep(self._first_pause_s)
        while True:
            try:
                forgotten = await self.apply()
            except StorageError as error:
                # The disk may be back tomorrow.
                _log.warning("history_not_forgotten", error=repr(error))
            else:
                if forgotten:
                    _log.info("history_forgotten", items=forgotten)
            await asyncio.sleep(self._pause_s)


def _years_before(moment: datetime, years: int) -> datetime:
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        # The 29th of February of a leap year.
        return moment.replace(year=moment.year - years, day=moment.day - 1)
