"""Fetching the pages of a provider's list ahead of whoever keeps them, in a way that gives way to money.

GaveWayError    a page that was on its way was given up
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog

from cashier.domain import list_reading
from cashier.domain.list_reading import ReadingUnderWay
from cashier.providers.errors import NoAnswerError, ProviderError, ProviderProtocolError
from cashier.providers.listing import ListingProvider, ListPage
from cashier.services.connectivity import Connectivity

_log = structlog.get_logger(__name__)

# With so many held, none is fetched before some are taken.
_MOST_RECORDS_AHEAD = 400
# A commit costs as much as some pages of twenty records; a payment's may wait behind it.
_MOST_RECORDS_AT_ONCE = 300
# A page with items that bear no name is asked for so often before they are left out.
_TRIES_OF_NAMELESS = 5


class GaveWayError(Exception):
    """A page that was on its way was given up for something with money; the list was only read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """Whose list is read, and for how long.

    Attributes:
        provider: the account's.
        way: is set when something with money is due.
        goes_on: says whether one more page is wanted.
    """

    account_id: str
    provider: ListingProvider
    way: asyncio.Event
    goes_on: Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page, how the reading stands after it, and whether it was its last."""

    page: ListPage
    under_way: ReadingUnderWay
    is_over: bool


class FetchedPages:
    """Pages that have come, in their order."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[FetchedPage | Exception | None] = asyncio.Queue()
        self._end: Exception | None = None
        self._has_ended = False
        self._held_records = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def put(self, fetched: FetchedPage) -> None:
        """Add a page, and wait while too much is held."""
        self._queue.put_nowait(fetched)
        self._hold(len(fetched.page.records))
        await self._has_room.wait()

    def end(self, error: Exception | None) -> None:
        """Add, last of all, what ended them; None if it was nothing of note."""
        self._queue.put_nowait(error)

    async def next(self) -> list[FetchedPage]:
        """Return the pages that have come and fit one transaction; none when there will be no more.

        Raises:
            GaveWayError: in place of the page that was given up.
            ProviderError: in place of the page that could not be had.
        """
        pages: list[FetchedPage] = []
        while not self._has_ended and (not pages or self._may_take_more(pages)):
            one = await self._queue.get()
            if isinstance(one, FetchedPage):
                self._hold(-len(one.page.records))
                pages.append(one)
            else:
                self._has_ended, self._end = True, one
        if not pages and self._end is not None:
            raise self._end
        return pages

    def _hold(self, more: int) -> None:
        self._held_records += more
        if self._held_records < _MOST_RECORDS_AHEAD:
            self._has_room.set()
        else:
            self._has_room.clear()

    def _may_take_more(self, pages: list[FetchedPage]) -> bool:
        count = sum(len(fetched.page.records) for fetched in pages)
        return count < _MOST_RECORDS_AT_ONCE and not self._queue.empty()


class ListPages:
    """Fetches pages, and lets the line's state learn from it.

    Attributes:
        calls_made: how many pages of each account's list were asked for in this run.

    Args:
        connectivity: what learns.
        grace_s: how long a page that is on its way is waited for when it has to give way.
    """

    def __init__(self, connectivity: Connectivity, grace_s: float) -> None:
        self._connectivity = connectivity
        self._grace_s = grace_s
        self.calls_made: Counter[str] = Counter()
        self._nameless_tries: Counter[str] = Counter()

    @asynccontextmanager
    async def ahead(self, reader: PageReader, under_way: ReadingUnderWay) -> AsyncIterator[FetchedPages]:
        """Fetch page after page while the block runs, until the list or the reader's turn is over."""
        fetched = FetchedPages()
        fetching = self._fetch_on(reader, under_way, fetched)
        task = asyncio.get_running_loop().create_task(fetching, name=f"list {reader.account_id}")
        try:
            yield fetched
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _fetch_on(self, reader: PageReader, under_way: ReadingUnderWay, fetched: FetchedPages) -> None:
        is_over = False
        try:
            while not is_over and not reader.way.is_set() and reader.goes_on():
                page = await self._fetch(reader, under_way)
                self._refuse_nameless(reader.account_id, page)
                times = [record.at for record in page.records]
                under_way, is_over = list_reading.after_page(
                    under_way, times, page.next_position, page.total_count
                )
                await fetched.put(FetchedPage(page=page, under_way=under_way, is_over=is_over))
        except Exception as error:  # noqa: BLE001  # whatever it is, whoever waits for the next page is to hear of it
            fetched.end(error)
        else:
            fetched.end(None)

    async def _fetch(self, reader: PageReader, under_way: ReadingUnderWay) -> ListPage:
        account_id = reader.account_id
        self.calls_made[account_id] += 1
        call = asyncio.ensure_future(reader.provider.list_page(under_way.position, under_way.since))
        try:
            await self._wait(call, reader.way)
            page = call.result()
        except asyncio.InvalidStateError:
            raise GaveWayError from None
        except ProviderError as error:
            self._connectivity.note(account_id, error)
            raise
        except Exception as error:
            _log.exception("list_page_broke", account=account_id)
            # Its text may hold what was sent, secrets included; the log has it, redacted.
            raise NoAnswerError(
                f"the program failed while reading a list ({type(error).__name__})"
            ) from error
        finally:
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
        self._connectivity.note(account_id, None)
        return page

    async def _wait(self, call: asyncio.Future[ListPage], way: asyncio.Event) -> None:
        in_the_way = asyncio.ensure_future(way.wait())
        try:
            first_of: set[asyncio.Future[Any]] = {call, in_the_way}
            await asyncio.wait(first_of, return_when=asyncio.FIRST_COMPLETED)
        finally:
            in_the_way.cancel()
        if not call.done():
            await asyncio.wait({call}, timeout=self._grace_s)

    def _refuse_nameless(self, account_id: str, page: ListPage) -> None:
        """Let a page pass whose items all bear a name, or that has been asked for often enough.

        Raises:
            ProviderProtocolError: if it is to be asked for once more.
        """
        if not page.unreadable_count:
            self._nameless_tries.pop(account_id, None)
        elif self._nameless_tries[account_id] < _TRIES_OF_NAMELESS:
            self._nameless_tries[account_id] += 1
            raise ProviderProtocolError(f"{page.unreadable_count} items of a list bear no name")
        else:
            # One item must not keep the rest of the list away for ever.
            _log.warning("list_items_left_out", account=account_id, count=page.unreadable_count)
