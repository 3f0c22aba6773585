"""Fetching one page of a provider's list, in a way that gives way to money.

GaveWayError    a page that was on its way was given up
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import structlog

from cashier.domain.list_reading import ReadingUnderWay
from cashier.providers.errors import NoAnswerError, ProviderError
from cashier.providers.listing import ListingProvider, ListPage
from cashier.services.connectivity import Connectivity

_log = structlog.get_logger(__name__)


class GaveWayError(Exception):
    """A page that was on its way was given up for something with money; the list was only read from."""


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

    async def fetch(
        self, account_id: str, provider: ListingProvider, under_way: ReadingUnderWay, way: asyncio.Event
    ) -> ListPage:
        """Return the page a reading comes to next.

        Args:
            account_id: whose list it is.
            provider: the account's.
            under_way: how far the reading is.
            way: is set when something with money is due.

        Raises:
            GaveWayError: if that came in between, and the page not soon enough.
            ProviderError: as the call does; a fault of our own counts as no answer.
        """
        self.calls_made[account_id] += 1
        call = asyncio.ensure_future(provider.list_page(under_way.position, under_way.since))
        try:
            await self._wait(call, way)
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
