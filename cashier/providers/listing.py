"""Reading a provider's whole list, page by page, newest first, whatever its pages look like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cashier.domain.history import ListedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list.

    Attributes:
        records: as they came; some may have come before, some may come again.
        next_position: where the next page begins, to be handed in again as it is, in another run too; None at the end
            of the list.
        total_count: of the whole list as far as it was asked for; None if the provider does not say.
    """

    records: tuple[ListedRecord, ...]
    next_position: str | None
    total_count: int | None = None


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
