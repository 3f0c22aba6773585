"""One till through many runs, as a random history drives it, held against the sandbox's ledger after every step.

The till runs only while it is driven: between two steps its event loop stands still. A run may end by order, or
abruptly: then its files are copied as they are at that instant, and the next run begins with the copy.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import apsw

from cashier.domain.account import Account
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.sandbox.server import SandboxServer
from cashier.services.till import Till
from cashier.storage import accounts
from tests.faults import payout_books
from tests.faults.both_ledgers import compare
from tests.faults.history_books import (
    Books,
    PromiseBrokenError,
    may_follow,
    presses_settled_twice,
    read_books,
    trouble_at_rest,
)
from tests.faults.history_people import ANSWERS, People

_T = TypeVar("_T")

# Far more than any step takes; a step that hangs fails with its name.
LONGEST_STEP_S = 20.0
LONGEST_REST_S = 6.0
# Nothing listens there.
CLOSED_PORT_URL = "http://127.0.0.1:9"


class TillHistory:
    """Drives one till.

    Args:
        folder: where its files are; each run after an abrupt end has a folder of its own below.
        tills: what opens the till; its file is moved from run to run.

    Attributes:
        till: the run that goes on.
        runs: how many there were.
        seen: every payment as it was last told or found.
        seen_withdrawals: every withdrawal likewise.
        people: who do what the program leaves to them.
        story: what was done so far, to be told when a promise breaks.
    """

    def __init__(self, folder: Path, tills: Any) -> None:
        self._folder = folder
        self.tills = tills
        self.sandbox: SandboxServer = tills.sandbox
        self.runner = asyncio.Runner()
        self.runs = 0
        self.seen: dict[str, Payment] = {}
        self.seen_withdrawals: dict[str, Withdrawal] = {}
        self.story: list[str] = []
        self.people = People(self)
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

    def attempt(self, work: Coroutine[Any, Any, _T]) -> _T | None:
        """Take a step as a page does; return None if it cannot be taken."""

        async def attempted() -> _T | None:
            try:
                return await work
            except ANSWERS:
                return None

        return self.do(attempted())

    def attempt_while_held(
        self, step: Coroutine[Any, Any, Any], other: Callable[[], Coroutine[Any, Any, Any]]
    ) -> None:
        """Begin a step, and another one as soon as the sandbox holds a call of the first; see both to their end."""

        async def story() -> None:
            known = len(self.sandbox.control.held())
            first = asyncio.ensure_future(step)
            while not first.done() and len(self.sandbox.control.held()) <= known:
                await asyncio.wait({first}, timeout=0.002)
            for outcome in await asyncio.gather(first, other(), return_exceptions=True):
                if isinstance(outcome, BaseException) and not isinstance(outcome, ANSWERS):
                    raise outcome

        self.do(story())

    def give_time(self, turns_s: float) -> None:
        """Let the till run by itself, until something changes or the time is over."""

        async def pass_() -> None:
            changed = asyncio.Event()
            ends = [feed.subscribe(lambda _: changed.set()) for feed in self._feeds()]
            try:
                async with asyncio.timeout(turns_s):
                    await changed.wait()
            except TimeoutError:
                return
            finally:
                for end in ends:
                    end()

        self.do(pass_())

    def _feeds(self) -> list[Any]:
        return [
            self.till.payments.changes,
            self.till.withdrawals.changes,
            self.till.withdrawals.batch_changes,
        ]

    # Runs and their ends

    async def _begin(self) -> Till:
        self.runs += 1
        till: Till = await self.tills.open()
        till.payments.changes.subscribe(self._note)
        till.withdrawals.changes.subscribe(self._note_withdrawal)
        return till

    def _note(self, payment: Payment) -> None:
        before = self.seen.get(payment.id, payment)
        if payment.version < before.version:
            # Read before the loop went on.
            return
        if not may_follow(before.state, payment.state):
            self._undone.append(f"{payment.id} was {before.state.value} and is {payment.state.value}")
        self.seen[payment.id] = payment

    def _note_withdrawal(self, withdrawal: Withdrawal) -> None:
        before = self.seen_withdrawals.get(withdrawal.id, withdrawal)
        if withdrawal.version < before.version:
            # As above.
            return
        if not payout_books.may_follow(before.state, withdrawal.state):
            self._undone.append(f"{withdrawal.id} was {before.state.value} and is {withdrawal.state.value}")
        self.seen_withdrawals[withdrawal.id] = withdrawal

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
                if dead:
                    raise asyncio.CancelledError
                result = await write(transaction)
                # One that was under way when the step was done may end long after.
                written += armed
                if armed and written == after_write:
                    dead = True
                    self._stop_dead(asyncio.current_task())
                    # It may be another task that wrote, and the step waits for something else.
                    if task is not asyncio.current_task():
                        task.cancel()
                    # The process is gone: whoever wrote this never learns of it.
                    raise asyncio.CancelledError
                return result

            database.write = counted  # type: ignore[method-assign]  # of this run only
            task = asyncio.ensure_future(step())
            try:
                await asyncio.gather(task, return_exceptions=True)
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
        doomed = [*self.till.under_way(), *_tasks_of_loop(self.till)]
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
        await asyncio.gather(*dead.under_way(), dead.sync.stop(), return_exceptions=True)
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

    def time_passes(self, seconds: float) -> None:
        """Let time pass on both sides of the counter."""
        self.sandbox.control.advance(seconds)
        self.tills.clock.advance(seconds)

    # The promises

    def books(self) -> Books:
        """Return both sides as they are now."""
        return self.do(read_books(self.till, self.sandbox))

    def check_always(self) -> Books:
        """Hold the promises that admit no delay against both sides, and return those.

        Raises:
            PromiseBrokenError: naming the promise, with both sides.
        """
        books = self.books()
        self._check_nothing_forgotten(books)
        differences = compare(books.local(), books.settled)
        if differences.doubled or (twice := presses_settled_twice(books)):
            self._broken("no double", f"settled twice: {twice}", books)
        if differences.guessed:
            self._broken("no guess", "paid here and not at the provider", books)
        if trouble := books.payouts.trouble():
            self._broken(*trouble, books)
        return books

    def _check_nothing_forgotten(self, books: Books) -> None:
        if forgotten := set(self.seen) - set(books.payments):
            self._broken("no silence", f"no longer on disk: {sorted(forgotten)}", books)
        if forgotten := set(self.seen_withdrawals) - set(books.payouts.withdrawals):
            self._broken("no silence", f"no longer on disk: {sorted(forgotten)}", books)
        for withdrawal in books.payouts.withdrawals.values():
            self._note_withdrawal(withdrawal)
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

        People do their part meanwhile: a manager has a provider asked once more and says which of several records a
        withdrawal is, a cashier collects what a customer has paid.

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
        ends = [feed.subscribe(lambda _: changed.set()) for feed in self._feeds()]
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
                books = await read_books(self.till, self.sandbox)
                trouble = trouble_at_rest(books)
                if not old_calls and not trouble:
                    return
                if loop.time() > until_s:
                    self._broken(*(trouble or ("no silence", f"calls {old_calls} do not end")), books)
                await self.people.do_their_part(books)
                try:
                    async with asyncio.timeout(0.01):
                        await changed.wait()
                except TimeoutError:
                    continue
        finally:
            for end in ends:
                end()


def _tasks_of_loop(till: Till) -> Iterable[asyncio.Task[Any]]:
    return [task for task in (till.sync._task, *till.sync._rounds.values()) if task is not None]
