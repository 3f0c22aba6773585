"""One till through many runs, as a random history drives it, held against the sandbox's ledger after every step.

The till runs only while it is driven: between two steps its event loop stands still. A run may end by order, or
abruptly: then its files are copied as they are at that instant, and the next run begins with the copy.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import apsw

from cashier.domain.account import Account
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.errors import ProviderError
from cashier.sandbox.ledger import LedgerEntry
from cashier.sandbox.server import SandboxServer
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.till import Till
from cashier.storage import accounts, operations, payments
from tests.faults.both_ledgers import LocalPayment, compare

_T = TypeVar("_T")

# Far more than any step takes; a step that hangs fails with its name.
LONGEST_STEP_S = 20.0
LONGEST_REST_S = 6.0
# Nothing listens there.
CLOSED_PORT_URL = "http://127.0.0.1:9"

_AFTER_THE_FACT = {PaymentState.PAID, PaymentState.AUTO_REFUNDED}


class PromiseBrokenError(AssertionError):
    """One of the four promises about money does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Both sides of the counter at one moment.

    Attributes:
        payments: every payment on the till's disk.
        calls: the journal, by payment.
        waiting: the outbox.
        shown_open: the ids that the till says are open.
        settled: the provider's ledger; read after the till's own.
    """

    payments: dict[str, Payment]
    calls: dict[str, list[Operation]]
    waiting: list[OutboxItem]
    shown_open: set[str]
    settled: list[LedgerEntry]

    def local(self) -> list[LocalPayment]:
        """Return the till's side, to be compared."""
        return [
            LocalPayment(
                id=payment.id,
                intent_id=payment.intent_id,
                reference=payment.reference,
                state=payment.state.value,
                amount=payment.money.amount,
                unit=payment.money.code,
                key=payment.provider_key,
                calls=tuple((call.kind.value, call.state.value) for call in self.calls.get(payment.id, [])),
            )
            for payment in self.payments.values()
        ]

    def entries_of(self, payment: Payment) -> list[LedgerEntry]:
        """Return what was settled for one payment."""
        return [entry for entry in self.settled if entry.reference in {payment.reference, payment.id}]

    def told(self) -> str:
        """Return both sides as lines to read."""
        lines = [
            f"  {payment.id[-6:]} {payment.account_id[-4:]} {payment.money.text} {payment.money.code}"
            f" {payment.state.value} ({payment.reason.value if payment.reason else '-'})"
            f" calls {[f'{c.kind.value}:{c.state.value}' for c in self.calls.get(payment.id, [])]}"
            f" settled {[entry.amount for entry in self.entries_of(payment)]}"
            for payment in self.payments.values()
        ]
        return "\n".join(["", *lines, f"  outbox {[item.subject_id[-6:] for item in self.waiting]}"])


class TillHistory:
    """Drives one till.

    Args:
        folder: where its files are; each run after an abrupt end has a folder of its own below.
        tills: what opens the till; its file is moved from run to run.

    Attributes:
        till: the run that goes on.
        runs: how many there were.
        seen: every payment as it was last told or found.
        story: what was done so far, to be told when a promise breaks.
    """

    def __init__(self, folder: Path, tills: Any) -> None:
        self._folder = folder
        self.tills = tills
        self.sandbox: SandboxServer = tills.sandbox
        self.runner = asyncio.Runner()
        self.runs = 0
        self.seen: dict[str, Payment] = {}
        self.story: list[str] = []
        # What a listener raises is only logged.
        self._undone: list[str] = []
        self.till: Till = self.do(self._begin())

    # Driving

    def do(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Let the till run until `work` is done."""

        async def in_time() -> _T:
            async with asyncio.timeout(LONGEST_STEP_S):
                return await work

        return self.runner.run(in_time())

    def attempt(self, work: Coroutine[Any, Any, Payment]) -> Payment | None:
        """Take a step as a page does: what the services say of a step that cannot be taken is an answer too."""

        async def attempted() -> Payment | None:
            try:
                return await work
            except (PaymentNotReadyError, ProviderError):
                return None

        return self.do(attempted())

    def attempt_while_held(
        self, step: Coroutine[Any, Any, Payment], other: Callable[[], Coroutine[Any, Any, Payment]]
    ) -> None:
        """Begin a step, and another one as soon as the sandbox holds a call of the first; see both to their end."""

        async def story() -> None:
            known = len(self.sandbox.control.held())
            first = asyncio.ensure_future(step)
            while not first.done() and len(self.sandbox.control.held()) <= known:
                await asyncio.wait({first}, timeout=0.002)
            for outcome in await asyncio.gather(first, other(), return_exceptions=True):
                if isinstance(outcome, BaseException) and not isinstance(
                    outcome, (PaymentNotReadyError, ProviderError)
                ):
                    raise outcome

        self.do(story())

    def give_time(self, turns_s: float) -> None:
        """Let the till run by itself, until something changes or the time is over."""

        async def pass_() -> None:
            changed = asyncio.Event()
            end = self.till.payments.changes.subscribe(lambda _: changed.set())
            try:
                async with asyncio.timeout(turns_s):
                    await changed.wait()
            except TimeoutError:
                return
            finally:
                end()

        self.do(pass_())

    # Runs and their ends

    async def _begin(self) -> Till:
        self.runs += 1
        till: Till = await self.tills.open()
        till.payments.changes.subscribe(self._note)
        return till

    def _note(self, payment: Payment) -> None:
        before = self.seen.get(payment.id, payment)
        if payment.version < before.version:
            # Read before the loop went on.
            return
        if not _may_follow(before.state, payment.state):
            self._undone.append(f"{payment.id} was {before.state.value} and is {payment.state.value}")
        self.seen[payment.id] = payment

    def restart(self) -> None:
        """Close the till by order and open it again."""

        async def again() -> None:
            await self.till.close()
            self.till = await self._begin()

        self.do(again())

    def kill(self) -> None:
        """End the run abruptly between two turns of its loop, and begin the next."""

        async def now() -> None:
            self._stop_dead()
            await self._begin_from_copy()

        self.do(now())

    def kill_during(self, step: Callable[[], Coroutine[Any, Any, Any]], *, after_write: int) -> bool:
        """Begin a step and end the run the instant after its n-th transaction; return whether it came so far.

        A step that needs fewer is done, and nothing is killed.
        """

        async def story() -> bool:
            database, write = self.till.database, self.till.database.write
            written, dead, armed = 0, False, True

            async def counted(transaction: Callable[[apsw.Connection], _T]) -> _T:
                nonlocal written, dead
                result = await write(transaction)
                # One that was under way when the step was done may end long after.
                written += armed
                if armed and written == after_write:
                    dead = True
                    self._stop_dead(asyncio.current_task())
                    # The process is gone: whoever wrote this never learns of it.
                    raise asyncio.CancelledError
                return result

            database.write = counted  # type: ignore[method-assign]  # of this run only
            try:
                await asyncio.gather(step(), return_exceptions=True)
            finally:
                armed = False
                del database.write  # type: ignore[method-assign]
            if dead:
                await self._begin_from_copy()
            return dead

        return self.do(story())

    def kill_while_held(self, step: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        """Begin a step and end the run while the sandbox holds its call; or when it is done, if none is held."""

        async def story() -> None:
            known = len(self.sandbox.control.held())
            task = asyncio.ensure_future(asyncio.gather(step(), return_exceptions=True))
            while not task.done() and len(self.sandbox.control.held()) <= known:
                await asyncio.wait({task}, timeout=0.002)
            task.cancel()
            self._stop_dead()
            await asyncio.gather(task, return_exceptions=True)
            await self._begin_from_copy()

        self.do(story())

    def _stop_dead(self, current: asyncio.Task[Any] | None = None) -> None:
        """Copy the files as they are now, and let nothing of this run go on; does not let the loop turn."""
        self._copy_files()
        doomed = [*self.till.desk.under_way(), *_tasks_of_loop(self.till)]
        for task in doomed:
            if task is not current:
                task.cancel()

    def _copy_files(self) -> None:
        """Copy database and WAL on the writer's own thread, so that no transaction is half in the copy."""
        copied = threading.Event()
        old, new = self.tills.path, self._folder / f"run{self.runs + 1}" / "till.sqlite3"
        new.parent.mkdir(mode=0o700)

        def copy() -> None:
            try:
                for suffix in ("", "-wal"):
                    if (file := Path(f"{old}{suffix}")).exists():
                        shutil.copy(file, f"{new}{suffix}")
            finally:
                copied.set()

        # Its first step queues it behind what was written before; then the loop stands still until it is done.
        copying = self.till.database._writer.async_run(copy)
        copying.send(None)
        assert copied.wait(LONGEST_STEP_S)
        copying.close()
        self._next_path = new

    async def _begin_from_copy(self) -> None:
        dead = self.till
        await asyncio.gather(*dead.desk.under_way(), dead.sync.stop(), return_exceptions=True)
        await dead.clients.close()
        await dead.database.close()
        self.tills.path = self._next_path
        self.till = await self._begin()

    def _broken(self, promise: str, why: str, books: Books) -> NoReturn:
        story = "\n".join(f"  {number}. {step}" for number, step in enumerate(self.story, start=1))
        raise PromiseBrokenError(f"{promise}: {why}{books.told()}\n{story}")

    def close(self) -> None:
        """End the last run."""
        try:
            self.do(self.till.close())
            # Connections are let go of in the loop's next turn.
            self.do(asyncio.sleep(0))
        finally:
            self.runner.close()

    # Accounts

    def accounts(self) -> list[Account]:
        """Return the shop's accounts."""
        return self.do(self.till.accounts.in_use())

    def set_line(self, account: Account, *, up: bool) -> None:
        """Have an account's calls reach the sandbox, or a port where nobody listens."""
        url = self.sandbox.url(account.provider) if up else CLOSED_PORT_URL
        if account.base_url == url:
            return
        moved = replace(account, base_url=url)

        async def store() -> None:
            await self.till.database.write(lambda connection: accounts.save(connection, moved))
            await self.till.clients.forget(account.id)

        self.do(store())

    # The promises

    def books(self) -> Books:
        """Return both sides as they are now."""
        return self.do(self._books())

    async def _books(self) -> Books:
        def read(connection: apsw.Connection) -> tuple[list[Payment], dict[str, list[Operation]]]:
            known = payments.newest(connection, since=_EVER, limit=10_000)
            return known, {
                payment.id: operations.of_subject(connection, payment.id) for payment in reversed(known)
            }

        while True:
            before = await self.till.database.read(read)
            shown_open = {payment.id for payment in await self.till.payments.still_open()}
            waiting = await self.till.payments.waiting_to_be_sent()
            if before == await self.till.database.read(read):
                break
        known, calls = before
        return Books(
            payments={payment.id: payment for payment in reversed(known)},
            calls=calls,
            waiting=waiting,
            shown_open=shown_open,
            settled=self.sandbox.control.ledger(origin="live"),
        )

    def check_always(self) -> None:
        """Hold the promises that admit no delay against both sides.

        Raises:
            PromiseBrokenError: naming the promise, with both sides.
        """
        books = self.books()
        self._check_nothing_forgotten(books)
        differences = compare(books.local(), books.settled)
        if differences.doubled or (twice := _presses_settled_twice(books)):
            self._broken("no double", f"settled twice: {twice}", books)
        if differences.guessed:
            self._broken("no guess", "paid here and not at the provider", books)

    def _check_nothing_forgotten(self, books: Books) -> None:
        if forgotten := set(self.seen) - set(books.payments):
            self._broken("no silence", f"no longer on disk: {sorted(forgotten)}", books)
        for payment in books.payments.values():
            self._note(payment)
            in_doubt = any(not call.is_settled for call in books.calls[payment.id])
            if (payment.is_open or in_doubt) and payment.id not in books.shown_open:
                self._broken("no silence", f"{payment.id} is open and not shown", books)
        if self._undone:
            self._broken("no silence", f"what was over is not: {self._undone}", books)
        for item in books.waiting:
            if item.subject_id not in books.shown_open:
                self._broken("no silence", f"the outbox holds {item.subject_id}, which is over", books)

    def check_at_rest(self) -> None:
        """Bring the line back, let go of what is held, give the till time, and hold every promise strictly.

        People do their part meanwhile: a manager has a provider asked once more, a cashier collects what a customer
        has paid.

        Raises:
            PromiseBrokenError: naming the promise, with both sides.
        """
        control = self.sandbox.control
        control.clear_faults()
        control.release()
        for account in self.accounts():
            self.set_line(account, up=True)
        self.do(self._come_to_rest())
        self.check_always()

    async def _come_to_rest(self) -> None:
        control, till = self.sandbox.control, self.till
        changed = asyncio.Event()
        end = till.payments.changes.subscribe(lambda _: changed.set())
        loop = asyncio.get_running_loop()
        until_s = loop.time() + LONGEST_REST_S
        try:
            till.sync.network_is_back()
            # What was on its way when the line came back; the till goes on asking about what is open.
            old_calls = {call.number for call in control.calls() if not call.ended}
            while True:
                changed.clear()
                # One that was late first may be held only now.
                control.release()
                old_calls -= {call.number for call in control.calls() if call.ended}
                books = await self._books()
                trouble = _trouble_at_rest(books)
                if not old_calls and not trouble:
                    return
                if loop.time() > until_s:
                    self._broken(*(trouble or ("no silence", f"calls {old_calls} do not end")), books)
                await self._people_do_their_part(books)
                try:
                    async with asyncio.timeout(0.01):
                        await changed.wait()
                except TimeoutError:
                    continue
        finally:
            end()

    async def _people_do_their_part(self, books: Books) -> None:
        for payment in books.payments.values():
            calls = books.calls[payment.id]
            with_person = any(call.state is OperationState.NEEDS_PERSON for call in calls)
            unclear_by_itself = payment.state is PaymentState.UNKNOWN and all(c.is_settled for c in calls)
            moved_money = any(
                call.kind is OperationKind.SETTLE_PAYMENT and not call.is_settled for call in calls
            )
            try:
                if unclear_by_itself or (with_person and moved_money):
                    await self.till.reconciliation.ask(payment.id)
                elif payment.state is PaymentState.AWAITING_CUSTOMER and payment.customer_paid_at is not None:
                    await self.till.payments.confirm(payment.id)
            except (PaymentNotReadyError, ProviderError):
                # Somebody was faster; the next look tells.
                continue


_EVER = datetime(1990, 1, 1, tzinfo=UTC)


def _trouble_at_rest(books: Books) -> tuple[str, str] | None:
    """Return the promise that does not hold yet, and why; None if all do."""
    differences = compare(books.local(), books.settled)
    for payment in books.payments.values():
        if payment.state is PaymentState.UNKNOWN and books.entries_of(payment):
            return "no loss", f"{payment.id} is settled and unknown here"
    troubles = (
        (differences.doubled, "no double", "settled twice"),
        (differences.lost, "no loss", "settled at the provider and not paid here"),
        (differences.guessed, "no guess", "paid here and not at the provider"),
        (differences.stuck, "no silence", "neither known nor with a person"),
        (len(books.waiting), "no silence", "the outbox is not empty though the line is there"),
    )
    return next(((promise, why) for count, promise, why in troubles if count), None)


def _presses_settled_twice(books: Books) -> list[str]:
    """Return the first presses whose payment, or what was asked for instead of it, digibank settled twice.

    (A customer may pay two tokens; nobody but the till uses a code.)
    """
    first_press = {}
    for payment in books.payments.values():
        given_up = payment.intent_id.removesuffix("/again")
        first_press[payment.id] = first_press.get(given_up, payment.intent_id)
    owners = {payment.reference: payment.id for payment in books.payments.values()}
    count = Counter(
        first_press[owners[entry.reference]] for entry in books.settled if entry.reference in owners
    )
    return [press for press, times in count.items() if times > 1]


def _may_follow(before: PaymentState, after: PaymentState) -> bool:
    if before in {PaymentState.EXPIRED, PaymentState.CANCELLED}:
        # What the provider says comes after all.
        return after in {before, *_AFTER_THE_FACT}
    is_final = before in {PaymentState.PAID, PaymentState.DECLINED, PaymentState.AUTO_REFUNDED}
    return after is before or not is_final


def _tasks_of_loop(till: Till) -> Iterable[asyncio.Task[Any]]:
    return [task for task in (till.sync._task, *till.sync._rounds.values()) if task is not None]
