"""The sandbox's whole world: time, chance, ledger, faults, held calls and the providers themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

import msgspec

from cashier.sandbox.catalogue import PROVIDERS
from cashier.sandbox.clock import SandboxClock
from cashier.sandbox.faults import Faults
from cashier.sandbox.history import Past
from cashier.sandbox.ledger import Ledger
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.provider import Provider, Surroundings

_P = TypeVar("_P", bound=Provider)


class HeldCall(msgspec.Struct, kw_only=True):
    """A call that a hold fault keeps."""

    number: int
    """The call's number in the log."""
    provider: str
    endpoint: str
    account: str
    stage: str
    """``before`` acting, or ``after``."""
    held_since: datetime


class World:
    """Everything the server plays with. It is touched on the server's event loop only.

    Args:
        seed: Of all chance: ids, codes, outcomes. The same calls with the same seed go the same way.
    """

    def __init__(self, seed: int = 0) -> None:
        self.clock = SandboxClock()
        self.ledger = Ledger()
        self.faults = Faults()
        self.chance = Random(seed)  # noqa: S311 - repeatable on purpose, guards nothing
        surroundings = Surroundings(self.clock, self.ledger, self.chance)
        self.providers: Mapping[str, Provider] = {kind.name: kind(surroundings) for kind in PROVIDERS}
        self._seed = seed
        self._held: dict[int, tuple[HeldCall, asyncio.Future[bool]]] = {}
        self._changed = asyncio.Condition()
        self._stopping = False
        self._over = asyncio.Event()

    def provider_of(self, kind: type[_P]) -> _P:
        """Return the provider of that kind, for what only it can do.

        Raises:
            LookupError: If it is not played.
        """
        for provider in self.providers.values():
            if isinstance(provider, kind):
                return provider
        raise LookupError(f"nobody plays {kind.name}")

    def messages(self) -> list[PhoneMessage]:
        """Return what is on the customers' phones, provider by provider, oldest first."""
        return [message for provider in self.providers.values() for message in provider.messages()]

    # -- time -----------------------------------------------------------------------------------------

    def settle_due(self) -> None:
        """Let everything happen that the clock has made due."""
        for provider in self.providers.values():
            provider.settle_due()

    def past(self, *, count: int, seed: int, days: int, until: datetime | None = None) -> Past:
        """Describe a past to make up; without `until` it ends an hour ago, when all of it has come to its end."""
        return Past(count=count, seed=seed, days=days, until=until or self.clock.now() - timedelta(hours=1))

    async def pause(self, seconds: float) -> bool:
        """Wait `seconds` of real time; return False if the world ended, or began anew, meanwhile."""
        over = self._over
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), seconds)
        return not over.is_set()

    # -- held calls -----------------------------------------------------------------------------------

    @property
    def held(self) -> list[HeldCall]:
        """The calls being held now, oldest first."""
        return [held for held, _ in self._held.values()]

    async def hold(self, held: HeldCall) -> bool:
        """Keep a call until it is released; return False if its connection is to be reset."""
        if self._stopping:
            return False
        released: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._held[held.number] = held, released
        await self.notify()
        try:
            return await released
        finally:
            del self._held[held.number]
            await self.notify()

    def release(self, number: int | None = None, *, reset: bool = False) -> int:
        """Let one held call, or all, go on (or be reset); return how many."""
        going = [
            released
            for held, released in self._held.values()
            if number in {None, held.number} and not released.done()
        ]
        for released in going:
            released.set_result(not reset)
        return len(going)

    # -- waiting for something to happen --------------------------------------------------------------

    async def notify(self) -> None:
        """Wake whoever waits for the world to change."""
        async with self._changed:
            self._changed.notify_all()

    async def wait_until(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """Wait until `condition` holds; return False if the time or the world came to an end first."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s), self._changed:
                await self._changed.wait_for(lambda: condition() or self._stopping)
        return condition()

    # -- beginning and end ----------------------------------------------------------------------------

    def reset(self, seed: int | None = None) -> None:
        """Start anew: real time, empty ledger, no faults, main accounts only; calls that wait are cut."""
        self._cut_what_waits()
        self._seed = self._seed if seed is None else seed
        self.chance.seed(self._seed)
        self.clock.reset()
        self.ledger.reset()
        self.faults.clear()
        for provider in self.providers.values():
            provider.reset()

    async def stop(self) -> None:
        """Wake everything that waits, so that the server can end."""
        self._stopping = True
        self._cut_what_waits()
        await self.notify()

    def _cut_what_waits(self) -> None:
        # A call of the old world must not act on the new one.
        self._over.set()
        self._over = asyncio.Event()
        self.release(reset=True)
