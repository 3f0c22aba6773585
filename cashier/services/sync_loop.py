"""The one loop that does all talking nobody is waiting for.

For each account, one call at a time: first what waits to be sent, then unknown outcomes, then what is open, and last
the provider's list, which gives way to all of these. An account whose line is down is left alone for a while that grows; it is tried again at once when the network is back or
any other call goes well. What fails by itself (a payment that is refused) never holds up the rest.
"""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import apsw
import structlog

from cashier.providers.errors import ProviderError
from cashier.services.chores import Chore, ChoreOrder, ChoreSource
from cashier.services.connectivity import Connectivity, Line, LineState
from cashier.services.desk import NotReadyError
from cashier.services.provider_clients import CredentialsMissingError, ProviderClients
from cashier.services.timer import Timer
from cashier.storage import accounts
from cashier.storage.database import Database
from cashier.storage.errors import StorageUnavailableError
from cashier.vault.protocol import VaultError

_log = structlog.get_logger(__name__)

_LINE_IS_DOWN = frozenset({LineState.OFFLINE, LineState.PROVIDER_DOWN})
# Beyond 2 ** 20 seconds no cap is left to reach.
_MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncPlan:
    """How eagerly the loop works.

    Attributes:
        open_pause_s: between two looks at a payment that waits for a customer.
        retry_pause_s: before something that failed by itself is tried again.
        first_back_off_s: how long an account is left alone after its line first fails; doubles each time.
        longest_back_off_s: and never longer than this.
        idle_s: how long the loop sleeps at most.
    """

    open_pause_s: float = 10.0
    retry_pause_s: float = 30.0
    first_back_off_s: float = 2.0
    longest_back_off_s: float = 60.0
    idle_s: float = 60.0


@dataclass(slots=True)
class _AccountLine:
    """How often an account's line failed in a row, and until when it is left alone."""

    failures: int = 0
    rests_until_s: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class SyncLoop:
    """Sends what waits, asks about what is unknown, and looks after what is open."""

    def __init__(
        self,
        *,
        database: Database,
        clients: ProviderClients,
        sources: Sequence[ChoreSource],
        connectivity: Connectivity,
        timer: Timer,
        plan: SyncPlan,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._clients = clients
        self._sources = sources
        self._connectivity = connectivity
        self._timer = timer
        self._plan = plan
        self._jitter = jitter
        self._due_s: dict[tuple[ChoreOrder, str], float] = {}
        self._lines: dict[str, _AccountLine] = {}
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._at_work: dict[str, Chore] = {}
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._ending: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin. Everything that is open is looked at once, right away."""
        if self._task is None:
            self._ending = [
                *(
                    feed.subscribe(lambda _: self.wake())
                    for source in self._sources
                    for feed in source.wakers()
                ),
                self._connectivity.changes.subscribe(self._on_line),
                self._connectivity.network_is_back.subscribe(lambda _: self.network_is_back()),
            ]
            self._task = asyncio.get_running_loop().create_task(self._run(), name="sync loop")

    async def stop(self) -> None:
        """End, for good. A step that is under way belongs to the desk and goes on; nothing new begins."""
        for end in self._ending:
            end()
        tasks = [task for task in (self._task, *self._rounds.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self) -> None:
        """Look again now at what is due."""
        self._woken.set()

    def network_is_back(self) -> None:
        """Try every account whose line was down at once."""
        for line in self._lines.values():
            line.rests_until_s = 0.0
        self.wake()

    def _on_line(self, line: Line) -> None:
        if line.state is LineState.ONLINE:
            self._known_line(line.account_id).failures = 0
            # One call that goes well says that there is a network; a provider's own fault is another matter.
            for other in self._connectivity.lines():
                if other.state is LineState.OFFLINE:
                    self._known_line(other.account_id).rests_until_s = 0.0
            self._known_line(line.account_id).rests_until_s = 0.0
            self.wake()

    # The loop

    async def _run(self) -> None:
        while True:
            self._woken.clear()
            pause_s = self._plan.idle_s
            try:
                pause_s = self._begin_rounds(await self._database.read(self._chores))
            except StorageUnavailableError as error:
                # The disk may be back at the next look.
                _log.warning("sync_cannot_read", error=repr(error))
                pause_s = self._plan.retry_pause_s
            except Exception:  # noqa: BLE001  # a fault of ours must not end the loop in silence
                _log.exception("sync_broke")
                pause_s = self._plan.retry_pause_s
            await self._timer.wait(self._woken, pause_s)

    def _chores(self, connection: apsw.Connection) -> list[Chore]:
        return [chore for source in self._sources for chore in source.read(connection)]

    def _begin_rounds(self, chores: list[Chore]) -> float:
        """Begin a round for each account with something due; return how long nothing more will be."""
        now_s = self._timer.now_s()
        known = {chore.name for chore in chores}
        for name in [name for name in self._due_s if name not in known]:
            del self._due_s[name]
        by_account: dict[str, list[Chore]] = {}
        soonest_s = now_s + self._plan.idle_s
        for chore in chores:
            if any(source.is_under_way(chore.subject_id) for source in self._sources):
                # Somebody is at it, and what comes of it wakes this loop; else it is looked at a little later.
                soonest_s = min(soonest_s, now_s + self._plan.retry_pause_s)
                continue
            known_due_s = self._due_s.get(chore.name, now_s + chore.first_pause_s)
            self._due_s[chore.name] = (
                min(known_due_s, now_s + chore.longest_pause_s) if chore.due_s is None else chore.due_s
            )
            line = self._known_line(chore.account_id)
            due_s = max(self._due_s[chore.name], line.rests_until_s)
            if due_s <= now_s:
                by_account.setdefault(chore.account_id, []).append(chore)
            else:
                soonest_s = min(soonest_s, due_s)
        for account_id in self._down_and_idle(by_account):
            # Nothing waits for this line; only a call can tell that it is back.
            rests_until_s = self._known_line(account_id).rests_until_s
            if rests_until_s <= now_s:
                by_account[account_id] = []
            else:
                soonest_s = min(soonest_s, rests_until_s)
        for account_id, due in by_account.items():
            if account_id in self._rounds:
                at_work = self._at_work.get(account_id)
                if at_work is not None and any(chore.order < at_work.order for chore in due):
                    at_work.give_way()
            else:
                self._begin_round(account_id, sorted(due, key=lambda chore: (chore.order, chore.created_at)))
        return max(0.0, soonest_s - now_s)

    def _down_and_idle(self, busy: Collection[str]) -> list[str]:
        return [
            line.account_id
            for line in self._connectivity.lines()
            if line.state in _LINE_IS_DOWN and line.account_id not in busy
        ]

    def _begin_round(self, account_id: str, due: list[Chore]) -> None:
        task = asyncio.get_running_loop().create_task(self._round(account_id, due), name=f"sync {account_id}")
        self._rounds[account_id] = task
        task.add_done_callback(lambda done: self._round_ended(account_id, done))

    def _round_ended(self, account_id: str, task: asyncio.Task[None]) -> None:
        self._rounds.pop(account_id, None)
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            _log.error("sync_round_failed", account=account_id, error=repr(error))
            self._rest(account_id)
        self.wake()

    async def _round(self, account_id: str, due: list[Chore]) -> None:
        line = self._known_line(account_id)
        async with line.lock:
            if not due:
                await self._probe(account_id)
            for chore in due:
                calls_before = self._calls_made(account_id)
                self._at_work[account_id] = chore
                try:
                    pause_s = await self._do(chore)
                finally:
                    del self._at_work[account_id]
                # A chore that called nobody has learnt nothing of the line, and does not hold up the next.
                has_called = self._calls_made(account_id) != calls_before
                # What had no line to leave by is due as soon as there is one: only the line's own rest holds it up.
                is_offline = self._is_in(account_id, {LineState.OFFLINE}) and not math.isinf(pause_s)
                self._due_s[chore.name] = self._timer.now_s() + (
                    0.0 if has_called and is_offline else pause_s
                )
                if has_called and self._is_in(account_id, _LINE_IS_DOWN):
                    # Whatever else there is would meet the same; it keeps its place.
                    self._rest(account_id)
                    return
            if not self._is_in(account_id, _LINE_IS_DOWN):
                line.failures = 0
            elif not due:
                self._rest(account_id)

    async def _probe(self, account_id: str) -> None:
        try:
            await self._make_cheapest_call(account_id)
        except (ProviderError, CredentialsMissingError, VaultError, StorageUnavailableError) as error:
            _log.info("probe_failed", account=account_id, error=repr(error))

    async def _make_cheapest_call(self, account_id: str) -> None:
        account = await self._database.read(lambda connection: accounts.get(connection, account_id))
        if account.removed_at is not None:
            self._connectivity.forget(account_id)
            return
        client = await self._clients.of(account)
        try:
            await client.test_connection()
        except ProviderError as error:
            self._connectivity.note(account_id, error)
            raise
        self._connectivity.note(account_id, None)

    def _calls_made(self, account_id: str) -> int:
        return sum(source.calls_made(account_id) for source in self._sources)

    def _rest(self, account_id: str) -> None:
        line = self._known_line(account_id)
        doubled = self._plan.first_back_off_s * 2.0 ** min(line.failures, _MOST_DOUBLINGS)
        line.failures += 1
        # Between half and the whole of it, so that the tills of a street do not come back in step.
        pause_s = min(self._plan.longest_back_off_s, doubled) * (0.5 + self._jitter() / 2)
        line.rests_until_s = self._timer.now_s() + pause_s

    def _is_in(self, account_id: str, states: Collection[LineState]) -> bool:
        return any(
            line.account_id == account_id and line.state in states for line in self._connectivity.lines()
        )

    def _known_line(self, account_id: str) -> _AccountLine:
        return self._lines.setdefault(account_id, _AccountLine())

    # One chore

    async def _do(self, chore: Chore) -> float:
        """Do one chore and return the seconds until the next look at it."""
        try:
            return await chore.work()
        except (ProviderError, NotReadyError, CredentialsMissingError, VaultError) as error:
            _log.info("chore_failed", subject=chore.subject_id, error=repr(error))
        except StorageUnavailableError as error:
            _log.warning("chore_not_written", subject=chore.subject_id, error=repr(error))
        except Exception:  # noqa: BLE001  # one subject's trouble, ours included, never holds up the rest
            _log.exception("chore_broke", subject=chore.subject_id)
        return self._plan.retry_pause_s
