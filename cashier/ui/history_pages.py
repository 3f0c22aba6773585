"""The pages of a long table that were read, and which of them are to be read next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from cashier.domain.history import HistoryItem

PAGE_ROWS: Final = 100
_PAGES_KEPT: Final = 20

_Page = list[HistoryItem | None]


class HistoryPages:
    """Keeps the pages used last, so that a table of a million rows needs no more room than one of a thousand."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._stale: set[int] = set()
        self._shown = range(0)
        self._ahead = 1

    def clear(self) -> None:
        """Keep nothing; other rows are shown."""
        self._pages.clear()
        self._stale.clear()

    def show(self, first: int, last: int) -> None:
        """Note which rows are on the screen, from `first` to `last`, and so which way the person goes."""
        pages = range(first // PAGE_ROWS, last // PAGE_ROWS + 1)
        if pages.start != self._shown.start:
            self._ahead = 1 if pages.start > self._shown.start else -1
        self._shown = pages
        for page in pages:
            if page in self._pages:
                self._pages.move_to_end(page)

    def is_shown(self, page: int) -> bool:
        """Say whether any row of a page is on the screen."""
        return page in self._shown

    def item(self, number: int) -> HistoryItem | None:
        """Return a row's item; None while it is not there: not read yet, or gone meanwhile."""
        page = self._pages.get(number // PAGE_ROWS)
        offset = number % PAGE_ROWS
        return page[offset] if page is not None and offset < len(page) else None

    def is_read(self, number: int) -> bool:
        """Say whether the page of a row was read as far as the row."""
        page = self._pages.get(number // PAGE_ROWS)
        return page is not None and number % PAGE_ROWS < len(page)

    def put(self, page: int, items: Sequence[HistoryItem | None]) -> None:
        """Keep a page, and drop the ones not used for longest."""
        self._pages[page] = list(items)
        self._pages.move_to_end(page)
        self._stale.discard(page)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def next_to_read(self, row_count: int) -> int | None:
        """Return the page that is wanted most: of those on the screen, then the one the person comes to; None for none."""
        for page in self._shown:
            if self._is_wanted(page, row_count):
                return page
        beyond = self._shown.stop if self._ahead > 0 else self._shown.start - 1
        return beyond if self._shown and self._is_wanted(beyond, row_count) else None

    def expire(self) -> None:
        """Have the pages on the screen read anew, shown as they are until then; those elsewhere go."""
        self._pages = OrderedDict(
            (number, page) for number, page in self._pages.items() if number in self._shown
        )
        self._stale = set(self._pages)

    def _is_wanted(self, page: int, row_count: int) -> bool:
        whole = min(PAGE_ROWS, row_count - page * PAGE_ROWS)
        if page < 0 or whole <= 0:
            return False
        kept = self._pages.get(page)
        # The last page grows while the rows are still being found.
        return kept is None or page in self._stale or len(kept) < whole
