"""The desk money is handled at: what every step with a payment or a withdrawal shares.

A step is on disk before its call leaves. Steps of one subject follow each other; the same step asked for twice is
one step; whoever asked may go away, the step goes on.

NotReadyError    the subject does not stand where this step begins
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any, Generic, TypeVar

import apsw
import structlog

from cashier.domain.account import Account
from cashier.providers.errors import NoAnswerError, ProviderError
from cashier.services.connectivity import Connectivity
from cashier.services.feed import Feed
from cashier.services.provider_clients import ProviderClients
from cashier.services.session import Session
from cashier.storage import accounts
from cashier.storage.database import Database

_log = structlog.get_logger(__name__)
_S = TypeVar("_S")
_T = TypeVar("_T")


class NotReadyError(Exception):
    """The subject of a step does not stand where the step begins."""


class Desk(Generic[_S]):
    """What every step with one kind of subject needs, and the rules all of them keep.

    Attributes:
        changes: tells of every subject that changed, after it was committed.
        broken_off: tells, by its id, of every subject whose step ended, by an error, when its first line may have
            been in the journal and its last one was not: it has to be taken up.
        ended: tells, by its subject's id, of every step that has ended: only now can the next one begin.
        calls_made: how many calls each account has made in this run.
    """

    def __init__(
        self, database: Database, clients: ProviderClients, session: Session, connectivity: Connectivity
    ) -> None:
        self.database = database
        self.session = session
        self.changes: Feed[_S] = Feed()
        self.broken_off: Feed[str] = Feed()
        self.ended: Feed[str] = Feed()
        self.calls_made: Counter[str] = Counter()
        self._clients = clients
        self._connectivity = connectivity
        self._under_way: dict[tuple[str, str], asyncio.Task[Any]] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._begun: set[str] = set()

    async def account(self, account_id: str) -> Account:
        """Return one of the shop's accounts, removed ones included."""
        return await self.database.read(lambda connection: accounts.get(connection, account_id))

    def time_at_least(self) -> datetime:
        """Return what time it is at least, UTC: by our clock, or by a provider's that calls ours fast."""
        return self.session.clock.now() - self._connectivity.fast_by_at_most

    def note_begun(self, subject_id: str) -> None:
        """Remember that a step's first line is about to be written.

        Before the line and not after it: what breaks right behind its commit has to be taken up too.
        """
        self._begun.add(subject_id)

    async def call_account(self, account_id: str, subject_id: str, call: Awaitable[_T]) -> _T:
        """Make a call that is in the journal, or changes nothing, and let the line's state learn from it.

        Raises:
            ProviderError: as the call does; a fault of our own counts as an unknown outcome, since by then
                something may have left.
        """
        self.calls_made[account_id] += 1
        try:
            answer = await call
        except ProviderError as error:
            self._connectivity.note(account_id, error)
            raise
        except Exception as error:
            _log.exception("provider_call_broke", subject=subject_id)
            # Its text may hold what was to be sent, secrets included; the log has it, redacted.
            raise NoAnswerError(f"the program failed while calling ({type(error).__name__})") from error
        self._connectivity.note(account_id, None)
        return answer

    async def write(self, transaction: Callable[[apsw.Connection], _S]) -> _S:
        """Commit a change of a subject and tell whoever listens.

        Raises:
            StorageUnavailableError: if it cannot be written; nothing of it was kept.
        """
        subject = await self.database.write(transaction)
        self.changes.publish(subject)
        return subject

    async def once(self, step_name: str, subject_id: str, step: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """Take a step in its turn, or join the same one under way. The caller may go away; the step does not."""
        name = (step_name, subject_id)
        task = self._under_way.get(name)
        if task is None:
            task = asyncio.get_running_loop().create_task(
                self._in_turn(subject_id, step), name=" ".join(name)
            )
            self._under_way[name] = task
            task.add_done_callback(lambda done: self._finished(name, done))
        return await asyncio.shield(task)

    def is_under_way(self, subject_id: str) -> bool:
        """Say whether a step of a subject is under way."""
        return any(other == subject_id for _, other in self._under_way)

    def under_way(self) -> list[asyncio.Task[Any]]:
        """Return the steps that are under way, for whoever wants to wait before closing."""
        return list(self._under_way.values())

    async def _in_turn(self, subject_id: str, step: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        turn = self._turns.setdefault(subject_id, asyncio.Lock())
        async with turn:
            return await step()

    def _finished(self, name: tuple[str, str], task: asyncio.Task[Any]) -> None:
        self._under_way.pop(name, None)
        step_name, subject_id = name
        was_begun = subject_id in self._begun
        self._begun.discard(subject_id)
        if not any(other == subject_id for _, other in self._under_way):
            self._turns.pop(subject_id, None)
        # Whoever asked for the step may be gone; what went wrong is written down all the same.
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.warning("step_failed", step=step_name, subject=subject_id, error=repr(error))
            if was_begun:
                self.broken_off.publish(subject_id)
        self.ended.publish(subject_id)
