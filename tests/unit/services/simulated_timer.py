"""Time that passes only when a test lets it."""

from __future__ import annotations

import asyncio
from typing import Any

from cashier.services.till import Till

LONGEST_TURN_S = 20


async def turn() -> None:
    """Let the loop turn once: what is waited for is a state of several parts, which no one event tells of."""
    await asyncio.sleep(0)


class SimulatedTimer:
    """Time that passes only when a test lets it, on the timer and on the wall's clock together."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock
        self._now_s = 0.0
        self._woken: asyncio.Event | None = None
        self.due_s = 0.0

    def now_s(self) -> float:
        """Return the simulated seconds."""
        return self._now_s

    @property
    def is_asleep(self) -> bool:
        """Whether the loop waits, and nothing has woken it yet."""
        return self._woken is not None and not self._woken.is_set()

    async def wait(self, woken: asyncio.Event, pause_s: float) -> None:
        """Return when woken; a pause ends when the test gets there."""
        self.due_s = self._now_s + pause_s
        self._woken = woken
        try:
            await woken.wait()
        finally:
            # Also when the loop is stopped while it sleeps: the next run has a loop of its own.
            self._woken = None

    async def settle(self, till: Till) -> None:
        """Return when the loop sleeps and nothing it began is under way."""
        async with asyncio.timeout(LONGEST_TURN_S):
            while not self.is_asleep or till.sync._rounds or till.under_way():
                await turn()

    async def pass_(self, till: Till, seconds: float) -> None:
        """Let time pass, stopping wherever the loop wants to be woken."""
        end_s = self._now_s + seconds
        while True:
            await self.settle(till)
            assert self._woken is not None
            next_s = min(max(self.due_s, self._now_s), end_s)
            self._clock.advance(next_s - self._now_s)
            is_over = self.due_s > end_s
            self._now_s = next_s
            if is_over:
                return
            self._woken.set()
