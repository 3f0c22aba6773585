"""Waiting, told apart from the wall clock: a clock that is set must not shorten or stretch a pause."""

from __future__ import annotations

import asyncio
from typing import Protocol


class Timer(Protocol):
    """Measures pauses."""

    def now_s(self) -> float:
        """Return seconds that only ever grow."""

    async def wait(self, woken: asyncio.Event, pause_s: float) -> None:
        """Return when `woken` is set, or after the pause at the latest."""


class LoopTimer:
    """Measures by the event loop's own clock."""

    def now_s(self) -> float:
        """Return the event loop's seconds."""
        return asyncio.get_running_loop().time()

    async def wait(self, woken: asyncio.Event, pause_s: float) -> None:
        """Return when `woken` is set, or after the pause at the latest."""
        try:
            async with asyncio.timeout(pause_s):
                await woken.wait()
        except TimeoutError:
            # The pause is over: that is one of the two ways it ends.
            return
