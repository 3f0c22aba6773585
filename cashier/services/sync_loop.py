"""The one loop that does all talking nobody is waiting for.

For each account, one call at a time: first what waits in the outbox, then unknown outcomes, then open payments. An
account whose line is down is left alone for a while that grows; it is tried again at once when the network is back or
any other call goes well. What fails by itself (a payment that is refused) never holds up the rest.
"""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum

import apsw
import structlog

from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderError
from cashier.providers.protocol import Confirmation
from cashier.services.connectivity import Connectivity, Line, LineState
from cashier.services.payment_desk import PaymentDesk, PaymentNotReadyError
from cashier.services.payments import PaymentService
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.reconciliation import Reconciliation
from cashier.services.timer import Timer
from cashier.storage import accounts, operations, outbox, payments
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


class _Order(IntEnum):
    """What comes first for one account."""

    OUTBOX = 0
    UNKNOWN = 1
    OPEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One thing to do about one payment."""

    order: _Order
    payment: Payment
    item: OutboxItem | None = None

    @property
    def name(self) -> tuple[_Order, str]:
        return self.order, self.payment.id


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
        desk: PaymentDesk,
        service: PaymentService,
        reconciliation: Reconciliation,
        connectivity: Connectivity,
        timer: Timer,
        plan: SyncPlan,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._desk = desk
        self._service = service
        self._reconciliation = reconciliation
        self._connectivity = connectivity
        self._timer = timer
        self._plan = plan
        self._jitter = jitter
        self._due_s: dict[tuple[_Order, str], float] = {}
        self._lines: dict[str, _AccountLine] = {}
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._ending: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin. Everything that is open is looked at once, right away."""
        if self._task is None:
            self._ending = [
                self._desk.changes.subscribe(lambda _: self.wake()),
                self._desk.broken_off.subscribe(lambda _: self.wake()),
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
                pause_s = self._begin_rounds(await self._desk.database.read(_open_jobs))
            except StorageUnavailableError as error:
                # The disk may be back at the next look.
                _log.warning("sync_cannot_read", error=repr(error))
                pause_s = self._plan.retry_pause_s
            except Exception:  # noqa: BLE001  # a fault of ours must not end the loop in silence
                _log.exception("sync_broke")
                pause_s = self._plan.retry_pause_s
            await self._timer.wait(self._woken, pause_s)

    def _begin_rounds(self, jobs: list[_Job]) -> float:
        """Begin a round for each account with something due; return how long nothing more will be."""
        now_s = self._timer.now_s()
        known = {job.name for job in jobs}
        for name in [name for name in self._due_s if name not in known]:
            del self._due_s[name]
        by_account: dict[str, list[_Job]] = {}
        soonest_s = now_s + self._plan.idle_s
        for job in jobs:
            if self._desk.is_under_way(job.payment.id):
                # Somebody is at it, and what comes of it wakes this loop; else it is looked at a little later.
                soonest_s = min(soonest_s, now_s + self._plan.retry_pause_s)
                continue
            if job.name not in self._due_s:
                self._due_s[job.name] = now_s + self._first_pause_s(job)
            line = self._known_line(job.payment.account_id)
            due_s = max(self._due_s[job.name], line.rests_until_s)
            if due_s <= now_s:
                by_account.setdefault(job.payment.account_id, []).append(job)
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
            if account_id not in self._rounds:
                self._begin_round(
                    account_id, sorted(due, key=lambda job: (job.order, job.payment.created_at))
                )
        return max(0.0, soonest_s - now_s)

    def _down_and_idle(self, busy: Collection[str]) -> list[str]:
        return [
            line.account_id
            for line in self._connectivity.lines()
            if line.state in _LINE_IS_DOWN and line.account_id not in busy
        ]

    def _begin_round(self, account_id: str, due: list[_Job]) -> None:
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

    async def _round(self, account_id: str, due: list[_Job]) -> None:
        line = self._known_line(account_id)
        async with line.lock:
            if not due:
                await self._probe(account_id)
            for job in due:
                calls_before = self._desk.calls_made[account_id]
                pause_s = await self._do(job)
                # A job that called nobody has learnt nothing of the line, and does not hold up the next.
                has_called = self._desk.calls_made[account_id] != calls_before
                # What had no line to leave by is due as soon as there is one: only the line's own rest holds it up.
                is_offline = self._is_in(account_id, {LineState.OFFLINE}) and not math.isinf(pause_s)
                self._due_s[job.name] = self._timer.now_s() + (0.0 if has_called and is_offline else pause_s)
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
            await self._desk.probe(account_id)
        except (ProviderError, CredentialsMissingError, VaultError, StorageUnavailableError) as error:
            _log.info("probe_failed", account=account_id, error=repr(error))

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

    # One job

    def _first_pause_s(self, job: _Job) -> float:
        if job.order is _Order.UNKNOWN:
            return self._reconciliation.first_pause_s
        return 0.0

    async def _do(self, job: _Job) -> float:
        """Do one job and return the seconds until the next look at it."""
        try:
            if job.order is _Order.UNKNOWN:
                pause_s = await self._reconciliation.ask_in_plan(job.payment.id)
                # The plan has run out: a person asks from here on, or the next run of the program.
                return math.inf if pause_s is None else pause_s
            if job.item is not None:
                await self._send(job.payment, job.item)
                return self._plan.retry_pause_s
            return await self._look_after(job.payment)
        except (ProviderError, PaymentNotReadyError, CredentialsMissingError, VaultError) as error:
            _log.info("sync_job_failed", payment=job.payment.id, error=repr(error))
        except StorageUnavailableError as error:
            _log.warning("sync_job_not_written", payment=job.payment.id, error=repr(error))
        except Exception:  # noqa: BLE001  # one payment's trouble, ours included, never holds up the rest
            _log.exception("sync_job_broke", payment=job.payment.id)
        return self._plan.retry_pause_s

    async def _send(self, payment: Payment, item: OutboxItem) -> None:
        if item.kind is OutboxKind.REQUEST:
            await self._service.send_draft(payment.id)
        elif self._is_over(payment, self._now()):
            await self._service.expire(payment.id)
        else:
            await self._service.confirm(payment.id, item.code)

    async def _look_after(self, payment: Payment) -> float:
        """See to a payment that waits for its customer."""
        now = self._now()
        if self._is_over(payment, now):
            await self._service.expire(payment.id)
            return self._plan.retry_pause_s
        account = await self._desk.account_of(payment)
        traits = PROVIDERS[account.provider].traits
        if traits is not None and traits.confirmation is Confirmation.TOKEN:
            await self._service.refresh(payment.id)
            return self._plan.open_pause_s
        # Nobody but this till finalizes it, so there is nothing to ask before its time is over.
        if payment.expires_at is None:
            return self._plan.idle_s
        return max(self._plan.retry_pause_s / 30, (payment.expires_at - now).total_seconds())

    def _now(self) -> datetime:
        # As the desk judges it too: by a clock that runs fast, nothing would be sent that it does not call over.
        return self._desk.time_at_least()

    @staticmethod
    def _is_over(payment: Payment, now: datetime) -> bool:
        # A second later, so that the dialog's own last question comes first.
        return payment.expires_at is not None and now >= payment.expires_at + timedelta(seconds=1)


def _open_jobs(connection: apsw.Connection) -> list[_Job]:
    """Return everything there is to do, whenever it is due."""
    items = {item.subject_id: item for item in outbox.waiting(connection)}
    unsettled = {operation.subject_id: operation for operation in operations.unsettled(connection)}
    in_use = {account.id for account in accounts.in_use(connection)}
    jobs = []
    for payment in payments.still_open(connection):
        if payment.account_id not in in_use:
            continue
        operation, item = unsettled.get(payment.id), items.get(payment.id)
        if operation is not None or payment.state is PaymentState.UNKNOWN:
            if operation is None or operation.state is not OperationState.NEEDS_PERSON:
                jobs.append(_Job(order=_Order.UNKNOWN, payment=payment))
        elif item is not None and payment.state is _STATE_TO_SEND_FROM[item.kind]:
            jobs.append(_Job(order=_Order.OUTBOX, payment=payment, item=item))
        elif payment.state is PaymentState.AWAITING_CUSTOMER:
            jobs.append(_Job(order=_Order.OPEN, payment=payment))
    return jobs


_STATE_TO_SEND_FROM = {
    OutboxKind.REQUEST: PaymentState.DRAFT,
    OutboxKind.CONFIRM: PaymentState.AWAITING_CUSTOMER,
}
