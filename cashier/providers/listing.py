"""Reading a provider's whole list, page by page, newest first, whatever its pages look like."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from cashier.domain.history import ListedRecord

# Reading so many takes a millisecond or two, of a frame's sixteen.
_ITEMS_IN_A_ROW = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list.

    Attributes:
        records: as they came; some may have come before, some may come again.
        next_position: where the next page begins, to be handed in again as it is, in another run too; None at the end
            of the list.
        total_count: of the whole list as far as it was asked for; None if the provider does not say.
        unreadable_count: how many items are left out because they bear no name of the provider's: met again, they
            could not be known, and would be kept twice.
    """

    records: tuple[ListedRecord, ...]
    next_position: str | None
    total_count: int | None = None
    unreadable_count: int = 0


class ListingProvider(Protocol):
    """A provider whose list can be read. Every method may raise a `ProviderError`."""

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Return one page. Changes nothing.

        Args:
            position: `next_position` of the page before; None for the newest page.
            since: records older than this are not wanted, though some may come; None for the whole list. The same
                for all pages of one reading.

        Raises:
            ProviderError: `TooManyRequestsError` where the provider wants a pause first.
        """


async def readable(read: Iterable[ListedRecord | None]) -> tuple[tuple[ListedRecord, ...], int]:
    """Return what could be read of a page's items, and how many could not; whoever waits meanwhile has a turn."""
    records, unreadable_count = [], 0
    for number, record in enumerate(read, start=1):
        if record is None:
            unreadable_count += 1
        else:
            records.append(record)
        if number % _ITEMS_IN_A_ROW == 0:
            await asyncio.sleep(0)
    return tuple(records), unreadable_count


def to_position(**facts: str | int) -> str:
    """Return a place in a list as a text to be kept."""
    return json.dumps(facts, separators=(",", ":"), sort_keys=True)


def from_position(position: str | None) -> dict[str, Any]:
    """Return the facts of a place in a list; none for the newest page, or a text that says nothing."""
    try:
        facts = json.loads(position or "{}")
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def page_number_of(position: str | None) -> int:
    """Return the number, from 1, of the page that a position of `to_position(page=…)` names."""
    number = from_position(position).get("page")
    return number if isinstance(number, int) and number > 0 else 1
