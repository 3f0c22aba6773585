"""Which pages of a long table are read next, and which are kept."""

from __future__ import annotations

from datetime import UTC, datetime

from cashier.domain.history import HistoryItem, ItemKind, ItemState
from cashier.domain.money import Money
from cashier.ui.history_pages import PAGE_ROWS, HistoryPages

WHOLE = 10 * PAGE_ROWS
ITEM = HistoryItem(
    place=1,
    kind=ItemKind.PAYMENT,
    at=datetime(2026, 11, 21, tzinfo=UTC),
    account_id="a",
    state=ItemState.PAID,
    money=Money.of(1, "USD"),
    party="",
    holder="",
    reference="",
    provider_reference="",
    note="",
    operator_id=None,
    payment_id="p",
    withdrawal_id=None,
    record_id=None,
)


def test_what_is_on_the_screen_comes_first_then_where_the_person_goes() -> None:
    """Both pages of a screen between two, then the next one down; going up it is the one above."""
    pages = HistoryPages()
    pages.show(2 * PAGE_ROWS - 5, 2 * PAGE_ROWS + 5)
    wanted = []
    while (page := pages.next_to_read(WHOLE)) is not None:
        wanted.append(page)
        pages.put(page, [ITEM] * PAGE_ROWS)
    assert wanted == [1, 2, 3]
    pages.show(PAGE_ROWS - 5, PAGE_ROWS + 5)
    assert pages.next_to_read(WHOLE) == 0


def test_nothing_is_wanted_beyond_the_rows() -> None:
    """At both ends there is no page to come."""
    pages = HistoryPages()
    assert pages.next_to_read(WHOLE) is None
    pages.show(0, 3)
    pages.put(0, [ITEM] * 4)
    assert pages.next_to_read(4) is None


def test_the_last_page_is_read_again_when_it_has_grown() -> None:
    """Rows found later in a page that was read are read too."""
    pages = HistoryPages()
    pages.show(0, 3)
    pages.put(0, [ITEM] * 4)
    assert pages.next_to_read(5) == 0
    assert pages.is_read(3)
    assert not pages.is_read(4)


def test_what_has_changed_is_read_anew_while_it_is_still_shown() -> None:
    """The screen never goes blank for a refresh; pages elsewhere are dropped."""
    pages = HistoryPages()
    pages.show(0, 3)
    for page in (0, 1, 2):
        pages.put(page, [ITEM] * PAGE_ROWS)
    pages.expire()
    assert pages.item(0) is ITEM
    assert pages.item(2 * PAGE_ROWS) is None
    assert pages.next_to_read(WHOLE) == 0
    pages.put(0, [ITEM] * PAGE_ROWS)
    assert pages.next_to_read(WHOLE) == 1


def test_a_row_that_has_gone_is_not_asked_for_again() -> None:
    """Its place stays empty, and is known to be."""
    pages = HistoryPages()
    pages.show(0, 1)
    pages.put(0, [ITEM, None])
    assert pages.item(1) is None
    assert pages.is_read(1)
    assert pages.next_to_read(2) is None


def test_a_million_rows_take_no_more_room_than_some_thousands() -> None:
    """Of all pages scrolled through, the ones used last are kept, those on the screen among them."""
    pages = HistoryPages()
    for page in range(1000):
        pages.show(page * PAGE_ROWS, page * PAGE_ROWS + 10)
        pages.put(page, [ITEM] * PAGE_ROWS)
    kept = [page for page in range(1000) if pages.item(page * PAGE_ROWS) is not None]
    assert 999 in kept
    assert len(kept) <= 100
