"""History: everything the till and the providers know of, in any order, filtered, searched and summed."""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import apsw

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.history import HistoryItem, HistoryQuery, HistorySort, HistoryTotals, KeptRecord
from cashier.domain.operation import Operation
from cashier.domain.operator import Operator
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.services.desk import Desk
from cashier.services.feed import Feed
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.storage import (
    accounts,
    events,
    history_facets,
    history_pages,
    history_query,
    history_retention,
    history_totals,
    operations,
    operators,
    payments,
    provider_records,
    withdrawals,
)
from cashier.storage.errors import NotStoredError
from cashier.storage.history_places import PLACES_OF_A_MICROSECOND, first_place
from cashier.storage.history_retention import HistoryCounts

# Shown at once; a screen holds a few dozen.
_FIRST_ROWS = 200
# A chunk takes some hundredths of a second on its own thread, and the loop a millisecond.
_CHUNK_ROWS = 50_000
# What was sent and taken lately is looked at by rules of its own: limits of the day, twins, late answers.
KEPT_AT_LEAST = timedelta(days=31)
_FORGOTTEN_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryDetails:
    """The whole life of an item.

    Attributes:
        record: what the provider's list says of it; None if it was not met there.
        events: oldest first.
        operations: the calls made about it, oldest first.
        operator_names: of everybody named in it, by id.
    """

    item: HistoryItem
    payment: Payment | None
    withdrawal: Withdrawal | None
    record: KeptRecord | None
    events: Sequence[Event]
    operations: Sequence[Operation]
    operator_names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryChoices:
    """What can be filtered by: what occurs; accounts in the shop's order, removed ones at the end."""

    accounts: tuple[Account, ...]
    unit_codes: tuple[str, ...]
    operators: tuple[Operator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSize:
    """How much the till remembers.

    Attributes:
        file_bytes: of the database, with what waits beside it to be taken over.
        counts: of what is in it.
    """

    file_bytes: int
    counts: HistoryCounts


class HistoryKeys:
    """The places of all items a query admits, in order, as far as they have been read.

    Attributes:
        is_complete: whether there are no more to be read.
        added_up_to: how many items had ever been added when it was opened.
    """

    def __init__(self, query: HistoryQuery, added_up_to: int) -> None:
        self.query = query
        self.is_complete = False
        self.added_up_to = added_up_to
        self._places: array[int] = array("q")
        self._position: history_query.Position | None = None

    def __len__(self) -> int:
        return len(self._places)

    def places(self, start: int, stop: int) -> Sequence[int]:
        """Return the places of the rows from `start` to before `stop`."""
        return self._places[start:stop]

    def row_at(self, moment: datetime) -> int | None:
        """Return the first row at or before a moment, at or after it where the oldest come first.

        None if it has not been read, if there is none, or if the order is not that of time.
        """
        if self.query.sort is not HistorySort.TIME:
            return None
        if self.query.descending:
            # Everything of that very microsecond is at it.
            last = first_place(moment) + PLACES_OF_A_MICROSECOND - 1
            row = bisect_left(self._places, -last, key=lambda place: -place)
        else:
            row = bisect_left(self._places, first_place(moment))
        return row if row < len(self._places) else None

    def _take(self, chunk: history_query.Chunk) -> None:
        self._places.extend(chunk.places)
        self._position = chunk.position
        self.is_complete = chunk.position is None


class HistoryService:
    """Reads history. Never on the caller's thread, and long reads never before short ones.

    Attributes:
        changes: tells that history has changed, after it was committed.
    """

    def __init__(self, desk: Desk[Payment], withdrawal_desk: WithdrawalDesk) -> None:
        self.changes: Feed[None] = Feed()
        self._database = desk.database
        self._session = desk.session
        desk.changes.subscribe(lambda _: self.notify())
        withdrawal_desk.changes.subscribe(lambda _: self.notify())
        withdrawal_desk.batch_changes.subscribe(lambda _: self.notify())

    def notify(self) -> None:
        """Tell that history has changed; for whoever has just committed such a change."""
        self.changes.publish(None)

    async def open(self, query: HistoryQuery) -> HistoryKeys:
        """Return the beginning of what a query admits, enough for several screens."""

        def read(connection: apsw.Connection) -> HistoryKeys:
            keys = HistoryKeys(query, history_query.added_up_to(connection))
            keys._take(history_query.read_chunk(connection, query, None, _FIRST_ROWS))  # noqa: SLF001  # two halves of one thing
            return keys

        ask = self._database.scan if history_query.may_take_long(query) else self._database.read
        return await ask(read)

    async def extend(self, keys: HistoryKeys) -> None:
        """Read on, some ten thousand rows, unless `keys` are complete."""
        if keys.is_complete:
            return
        position = keys._position  # noqa: SLF001  # two halves of one thing
        chunk = await self._database.scan(
            lambda connection: history_query.read_chunk(connection, keys.query, position, _CHUNK_ROWS)
        )
        if keys._position is position:  # noqa: SLF001  # the same; asked for twice it is taken once
            keys._take(chunk)  # noqa: SLF001  # the same

    async def items(self, places: Sequence[int]) -> list[HistoryItem]:
        """Return the items at these places, in this order; those that have gone are left out."""
        return await self._database.read(lambda connection: history_pages.items(connection, places))

    async def totals(self, query: HistoryQuery) -> HistoryTotals:
        """Return how many items a query admits, and the exact sums of what is paid of them."""
        return await self._database.scan(lambda connection: history_totals.read_totals(connection, query))

    async def count_new(self, keys: HistoryKeys) -> int:
        """Return how many items have come, since `keys` were opened, that their query admits."""
        # While a whole list comes in these are many, and pages are not to wait for them.
        return await self._database.scan(
            lambda connection: history_query.count_added(connection, keys.query, keys.added_up_to)
        )

    async def details(self, place: int) -> HistoryDetails:
        """Return the whole life of the item at a place.

        Raises:
            NotStoredError: if it has gone.
        """
        return await self._database.read(lambda connection: _details(connection, place))

    async def size(self) -> DataSize:
        """Return how much there is, and how much room it takes."""
        counts = await self._database.scan(history_retention.counts)
        return DataSize(file_bytes=await asyncio.to_thread(self._database.file_bytes), counts=counts)

    async def count_before(self, moment: datetime) -> int:
        """Return how many items `forget_before` would forget, at most: a few may have something unsettled."""
        before = self._forgotten_before(moment)
        return await self._database.scan(partial(history_retention.count_over, before=before))

    async def forget_before(self, moment: datetime, on_progress: Callable[[int], None] | None = None) -> int:
        """Forget what is over and older than `moment`; return how many items were forgotten.

        Never what is open or unsettled, nor anything of the last month, whatever the moment is. In steps that hold
        nobody up: whoever is cancelled, or fails, has forgotten a part. `on_progress` is told how many, on the loop.

        Raises:
            StorageUnavailableError: if the disk will not do it.
        """
        before = self._forgotten_before(moment)
        forgotten, beyond = 0, 0
        while True:
            step = await self._database.write(
                partial(history_retention.forget_some, before=before, beyond=beyond, limit=_FORGOTTEN_AT_ONCE)
            )
            if step.items:
                forgotten += step.items
                if on_progress is not None:
                    on_progress(forgotten)
                self.notify()
            if step.looked_up_to is None:
                break
            beyond = step.looked_up_to
        await self._database.optimize()
        return forgotten

    def _forgotten_before(self, moment: datetime) -> datetime:
        return min(moment, self._session.clock.now() - KEPT_AT_LEAST)

    async def choices(self) -> HistoryChoices:
        """Return what can be filtered by."""
        return await self._database.read(_choices)


def _details(connection: apsw.Connection, place: int) -> HistoryDetails:
    found = history_pages.items(connection, [place])
    if not found:
        raise NotStoredError(f"no item at {place}")
    item = found[0]
    record = provider_records.at_place(connection, place)
    happened, calls = [], []
    if record is not None:
        happened += events.of_subject(connection, provider_records.record_subject(record))
    if (subject_id := item.payment_id or item.withdrawal_id) is not None:
        happened += events.of_subject(connection, subject_id)
        calls += operations.of_subject(connection, subject_id)
    withdrawal = None if item.withdrawal_id is None else withdrawals.get(connection, item.withdrawal_id)
    named = {event.operator_id for event in happened} | {item.operator_id}
    if withdrawal is not None:
        named.add(withdrawal.approver_id)
    return HistoryDetails(
        item=item,
        payment=None if item.payment_id is None else payments.get(connection, item.payment_id),
        withdrawal=withdrawal,
        record=record,
        # One that was listed before it was recognised has events under two names.
        events=sorted(happened, key=lambda event: event.at) if record is not None else happened,
        operations=calls,
        operator_names={
            operator_id: operators.get(connection, operator_id).name
            for operator_id in named
            if operator_id is not None
        },
    )


def _choices(connection: apsw.Connection) -> HistoryChoices:
    known_accounts = [
        accounts.get(connection, account_id)
        for account_id in history_facets.terms_in_use(connection, "account")
    ]
    known_accounts.sort(key=lambda account: (account.removed_at is not None, account.position, account.id))
    return HistoryChoices(
        accounts=tuple(known_accounts),
        unit_codes=tuple(history_facets.terms_in_use(connection, "unit")),
        operators=tuple(
            operators.get(connection, operator_id)
            for operator_id in history_facets.terms_in_use(connection, "operator")
        ),
    )
