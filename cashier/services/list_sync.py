"""Reading the providers' lists into history: all of each once, and then, again and again, what is new or has changed.

The records of pages and how far the list has been read are one transaction: whenever the program ends, the next run goes
on where this one was, and nothing is lost or twice. Pages are fetched while others are written; what has come
meanwhile is one transaction, as long as that is short.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, cast

import apsw
import structlog

from cashier.domain import list_reading
from cashier.domain.account import Account
from cashier.domain.list_reading import Doubt, ListReading, ReadingUnderWay
from cashier.providers.errors import (
    NotSentError,
    ProviderDownError,
    ProviderError,
    TooManyRequestsError,
)
from cashier.providers.listing import ListingProvider
from cashier.services.chores import Chore, ChoreOrder
from cashier.services.connectivity import Connectivity, Line, LineState
from cashier.services.feed import Feed
from cashier.services.late_words import LateWords
from cashier.services.list_doubts import ListDoubts
from cashier.services.list_pages import FetchedPage, GaveWayError, ListPages, PageReader
from cashier.services.provider_clients import CredentialsMissingError, ProviderClients
from cashier.services.session import Session
from cashier.services.timer import Timer
from cashier.storage import accounts, list_readings, provider_records
from cashier.storage.database import Database
from cashier.storage.provider_records import TakenPage
from cashier.vault.protocol import VaultError

_log = structlog.get_logger(__name__)

_MOST_DOUBLINGS = 20
# A server that says to come back in a year has its clock or its settings wrong.
_LONGEST_TOLD_PAUSE_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """How often lists are read.

    Attributes:
        pause_s: between the end of one reading and the next; infinity reads only when asked.
        first_back_off_s: how long a list is left alone after it could not be read; doubles each time.
        longest_back_off_s: and never longer than this, unless the provider says so.
        slice_s: how long one turn of the sync loop goes on reading.
        grace_s: how long a page that is on its way is waited for when something with money is due.
    """

    pause_s: float = 60.0
    first_back_off_s: float = 5.0
    longest_back_off_s: float = 300.0
    slice_s: float = 1.0
    grace_s: float = 1.0


WHEN_ASKED = ListPlan(pause_s=math.inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProgress:
    """How far one account's list has been read.

    Attributes:
        is_reading: whether a reading has begun and not ended.
        is_first: whether the whole list has not been read yet.
        records_read: in the reading that goes on, those that came twice included.
        total_count: how many there are, where the provider says and all of it is read; else None.
        complete_until: everything listed before then is here, UTC; None before the first reading has ended.
        error: why the last try failed; None if it did not.
    """

    account_id: str
    is_reading: bool
    is_first: bool
    records_read: int
    total_count: int | None
    complete_until: datetime | None
    error: ProviderError | None


@dataclass(slots=True)
class _AccountList:
    """What this run knows of one account's list.

    Attributes:
        due_s: when it is read next, by the timer.
        rests_until_s: until when the provider wants to be left alone.
        way: is set when something with money is due.
    """

    due_s: float
    rests_until_s: float = 0.0
    failures: int = 0
    error: ProviderError | None = None
    reading: ListReading = field(default_factory=ListReading)
    way: asyncio.Event = field(default_factory=asyncio.Event)


class ListSync:
    """Reads every account's list. Implements `ChoreSource`.

    Attributes:
        changes: tells how far a list has been read, after each page, each end and each failure.
    """

    def __init__(
        self,
        *,
        database: Database,
        clients: ProviderClients,
        session: Session,
        connectivity: Connectivity,
        timer: Timer,
        late_words: LateWords,
        on_records: Callable[[], None],
        account_changes: Feed[list[Account]],
        plan: ListPlan,
    ) -> None:
        self._database = database
        self._clients = clients
        self._session = session
        self._timer = timer
        self._on_records = on_records
        self._plan = plan
        self._lists: dict[str, _AccountList] = {}
        # An account that is first seen is read at once, or when somebody asks.
        self._first_due_s = 0.0 if math.isfinite(plan.pause_s) else math.inf
        self._pages = ListPages(connectivity, plan.grace_s)
        self._doubts = ListDoubts(database, session, late_words)
        self._asked: Feed[None] = Feed()
        self._account_changes = account_changes
        account_changes.subscribe(self._on_accounts)
        connectivity.changes.subscribe(self._on_line)
        connectivity.network_is_back.subscribe(lambda _: self._try_again())
        self.changes: Feed[ListProgress] = Feed()

    async def open(self) -> None:
        """Learn how far the runs before this one came."""

        def look(connection: apsw.Connection) -> dict[str, ListReading]:
            return {
                account.id: list_readings.get(connection, account.id)
                for account in accounts.in_use(connection)
            }

        for account_id, reading in (await self._database.read(look)).items():
            self._known(account_id).reading = reading

    # What others see

    def progress(self) -> list[ListProgress]:
        """Return how far each account's list was read."""
        return [_progress(account_id, known) for account_id, known in self._lists.items()]

    def refresh(self) -> None:
        """Read every list now; one whose provider wants to be left alone as soon as it may be asked."""
        self._first_due_s = self._timer.now_s()
        for known in self._lists.values():
            known.due_s = self._first_due_s
        self._asked.publish(None)

    # What the sync loop asks

    def read(self, connection: apsw.Connection) -> list[Chore]:
        """Return one chore an account."""
        # On the reader's thread: the timer is the loop's.
        chores = []
        for account in accounts.in_use(connection):
            known = self._lists.get(account.id)
            due_s = self._first_due_s if known is None else max(known.due_s, known.rests_until_s)
            if math.isfinite(due_s):
                chores.append(
                    Chore(
                        order=ChoreOrder.LISTS,
                        subject_id=account.id,
                        account_id=account.id,
                        created_at=account.created_at,
                        first_pause_s=0.0,
                        work=partial(self._work, account),
                        due_s=due_s,
                        give_way=partial(self._give_way, account.id),
                    )
                )
        return chores

    def is_under_way(self, subject_id: str) -> bool:
        """Say no: an account has one round at a time, and a list holds up nothing else."""
        del subject_id
        return False

    def calls_made(self, account_id: str) -> int:
        """Return how many pages of an account's list were asked for in this run."""
        return self._pages.calls_made[account_id]

    def wakers(self) -> list[Feed[Any]]:
        """Return what tells that somebody wants the lists read."""
        return [self._asked, self._account_changes]

    def _give_way(self, account_id: str) -> None:
        if (known := self._lists.get(account_id)) is not None:
            known.way.set()

    def _known(self, account_id: str) -> _AccountList:
        return self._lists.setdefault(account_id, _AccountList(due_s=self._first_due_s))

    def _on_accounts(self, in_use: list[Account]) -> None:
        ids = [account.id for account in in_use]
        self._lists = {account_id: self._known(account_id) for account_id in ids}

    def _on_line(self, line: Line) -> None:
        if line.state is LineState.ONLINE:
            self._try_again(line.account_id)

    def _try_again(self, account_id: str | None = None) -> None:
        """Let what only the line kept from being read be due."""
        for known_id, known in self._lists.items():
            if known_id == (account_id or known_id) and isinstance(
                known.error, NotSentError | ProviderDownError
            ):
                known.due_s, known.failures = self._timer.now_s(), 0

    # One turn

    async def _work(self, account: Account) -> float:
        known = self._known(account.id)
        known.way.clear()
        # Should what follows break, it is not tried again at once.
        self._fail(known, None)
        try:
            pause_s = await self._read_on(account, known)
            known.failures, known.error = 0, None
        except GaveWayError:
            known.failures, pause_s = 0, 0.0
        except ProviderError as error:
            known.error = error
            pause_s = self._pause_after(known, error)
        except (CredentialsMissingError, VaultError) as error:
            _log.info("list_not_read", account=account.id, error=repr(error))
            pause_s = self._plan.longest_back_off_s
        known.due_s = self._timer.now_s() + pause_s
        self._tell(account.id, known)
        return max(pause_s, known.rests_until_s - self._timer.now_s())

    def _fail(self, known: _AccountList, told_s: int | None) -> float:
        doubled = self._plan.first_back_off_s * 2.0 ** min(known.failures, _MOST_DOUBLINGS)
        pause_s = min(self._plan.longest_back_off_s, doubled)
        now_s = self._timer.now_s()
        if told_s:
            pause_s = float(min(told_s, _LONGEST_TOLD_PAUSE_S))
            known.rests_until_s = now_s + pause_s
        known.due_s = now_s + pause_s
        return pause_s

    def _pause_after(self, known: _AccountList, error: ProviderError) -> float:
        told_s = error.retry_after_s if isinstance(error, TooManyRequestsError | ProviderDownError) else None
        pause_s = self._fail(known, told_s)
        known.failures += 1
        _log.info("list_page_failed", pause_s=pause_s, error=repr(error))
        return pause_s

    async def _read_on(self, account: Account, known: _AccountList) -> float:
        """Read until the list, or this turn, is over; return the seconds until the next turn."""
        ends_s = self._timer.now_s() + self._plan.slice_s
        now = self._session.clock.now()
        reading, is_in_use = await self._database.read(lambda connection: _look(connection, account.id))
        if not is_in_use:
            return math.inf
        while reading.doubts and not known.way.is_set():
            reading = await self._doubts.settle(account, reading)
        known.reading = reading
        if reading.doubts:
            return 0.0
        if reading.under_way is None:
            known.reading = reading = list_reading.begin(reading, now)
            self._tell(account.id, known)
        provider = cast("ListingProvider", await self._clients.of(account))
        reader = PageReader(
            account_id=account.id,
            provider=provider,
            way=known.way,
            goes_on=lambda: self._timer.now_s() < ends_s,
        )
        async with self._pages.ahead(reader, _under_way(reading)) as fetched:
            while pages := await fetched.next():
                reading = await self._keep(account, pages, reading)
                known.failures, known.error, known.reading = 0, None, reading
                self._tell(account.id, known)
        has_more = reading.under_way is not None or reading.doubts
        return 0.0 if has_more else self._plan.pause_s

    async def _keep(
        self, account: Account, pages: Sequence[FetchedPage], reading: ListReading
    ) -> ListReading:
        """Commit pages with how far they bring the reading."""
        records = [record for fetched in pages for record in fetched.page.records]
        reading = replace(reading, under_way=pages[-1].under_way)

        def write(connection: apsw.Connection) -> tuple[ListReading, TakenPage, list[Doubt]]:
            now = self._session.clock.now()
            taken = provider_records.take_page(
                connection, account_id=account.id, records=records, now=now, event=self._session.event
            )
            doubts = self._doubts.raised_by(connection, account, taken, now)
            after = replace(reading, doubts=tuple(dict.fromkeys((*reading.doubts, *doubts))))
            if pages[-1].is_over:
                after = list_reading.end(after, provider_records.count_of(connection, account.id), now)
            list_readings.put(connection, account.id, after, now)
            return after, taken, doubts

        after, taken, doubts = await self._database.write(write)
        self._doubts.note_raised(taken, doubts)
        if taken.new or taken.changed:
            self._on_records()
        return after

    def _tell(self, account_id: str, known: _AccountList) -> None:
        self.changes.publish(_progress(account_id, known))


def _look(connection: apsw.Connection, account_id: str) -> tuple[ListReading, bool]:
    account = accounts.get(connection, account_id)
    return list_readings.get(connection, account_id), account.removed_at is None


def _under_way(reading: ListReading) -> ReadingUnderWay:
    if reading.under_way is None:
        raise ValueError("no reading is under way")
    return reading.under_way


def _progress(account_id: str, known: _AccountList) -> ListProgress:
    under_way = known.reading.under_way
    return ListProgress(
        account_id=account_id,
        is_reading=under_way is not None,
        is_first=known.reading.complete_until is None,
        records_read=0 if under_way is None else under_way.records_read,
        total_count=None if under_way is None or under_way.since is not None else under_way.total_count,
        complete_until=known.reading.complete_until,
        error=known.error,
    )
