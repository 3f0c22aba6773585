"""How far a list has been read: what a reading begins with, when it is over, and when it has missed something."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cashier.domain.list_reading import (
    DAYS,
    HOURS,
    WEEKS,
    ListReading,
    ReadingUnderWay,
    after_page,
    begin,
    end,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
KNOWN = ListReading(complete_until=NOW - HOUR, newest_at=NOW - 3 * HOUR, days_read_at=NOW, weeks_read_at=NOW)


def test_the_first_reading_is_of_the_whole_list():
    """Nothing is known yet: there is no time to begin with."""
    assert begin(ListReading(), NOW).under_way == ReadingUnderWay(begun_at=NOW)


@pytest.mark.parametrize(
    ("changes", "reach"),
    [
        ({}, HOURS),
        ({"days_read_at": NOW - HOUR}, DAYS),
        ({"days_read_at": NOW - HOUR, "weeks_read_at": NOW - 24 * HOUR}, WEEKS),
        ({"weeks_read_at": None}, WEEKS),
        # Read by a clock that was wrong: it is read again.
        ({"days_read_at": NOW + HOUR}, DAYS),
    ],
)
def test_how_far_back_a_reading_goes(changes, reach):
    """Beyond the newest record that was known: some hours, or days and weeks where that was long ago."""
    under_way = begin(replace(KNOWN, **changes), NOW).under_way
    assert under_way is not None
    assert (under_way.since, under_way.reach) == (NOW - 3 * HOUR - reach, reach)


@pytest.mark.parametrize(
    ("newest_at", "complete_until", "known_until"),
    [
        # Nothing was listed.
        (None, NOW - HOUR, NOW - HOUR),
        # A record of the future says nothing of what came since.
        (NOW + 100 * HOUR, NOW - HOUR, NOW - HOUR),
        # Our own clock was fast then.
        (None, NOW + 100 * HOUR, NOW),
    ],
)
def test_clocks_that_are_wrong_leave_no_gap(newest_at, complete_until, known_until):
    """A reading never begins later than what is known by every clock there is."""
    reading = replace(KNOWN, newest_at=newest_at, complete_until=complete_until)
    under_way = begin(reading, NOW).under_way
    assert under_way is not None
    assert under_way.since == known_until - HOURS


def test_a_page_brings_a_reading_on():
    """It remembers where it is, how many came, how many there are by the first page, and the newest of all."""
    first, is_over = after_page(ReadingUnderWay(begun_at=NOW), [NOW, NOW - HOUR], "2", 5)
    assert (first.position, first.records_read, first.total_count, first.newest_at) == ("2", 2, 5, NOW)
    assert not is_over
    second, is_over = after_page(first, [None, NOW - HOUR], None, 7)
    assert (second.records_read, second.total_count, second.newest_at) == (4, 5, NOW)
    assert is_over


@pytest.mark.parametrize(
    ("hours", "is_over"),
    [
        ((1, 2, 3), False),
        ((1, 2, 5), True),
        # Not newest first: what is further down may be newer.
        ((2, 1, 5), False),
        ((1, None, 5), False),
        ((), False),
    ],
)
def test_when_the_rest_is_known(hours, is_over):
    """A page that is newest first and ends before what is wanted is the last; any other proves nothing."""
    under_way = ReadingUnderWay(begun_at=NOW, since=NOW - 4 * HOUR, reach=HOURS)
    times = [None if hour is None else NOW - hour * HOUR for hour in hours]
    assert after_page(under_way, times, "2", None)[1] is is_over


def test_one_page_out_of_order_is_enough():
    """From then on the reading goes on to the list's end."""
    under_way = ReadingUnderWay(begun_at=NOW, since=NOW - 4 * HOUR, reach=HOURS)
    under_way, _ = after_page(under_way, [NOW - HOUR, NOW], "2", None)
    assert not after_page(under_way, [NOW - 9 * HOUR], "3", None)[1]


def test_a_whole_reading_that_came_short_begins_anew():
    """Fewer are kept than the first page told of: something was passed over; three times at most."""
    reading = ListReading(under_way=ReadingUnderWay(begun_at=NOW, total_count=5, records_read=5))
    for attempt in (2, 3):
        reading = end(reading, 4, NOW + attempt * HOUR)
        assert reading.complete_until is None
        assert reading.under_way == ReadingUnderWay(begun_at=NOW + attempt * HOUR, attempt=attempt)
        reading = replace(reading, under_way=replace(reading.under_way, total_count=5))
    reading = end(reading, 4, NOW + 9 * HOUR)
    assert (reading.under_way, reading.complete_until) == (None, NOW + 3 * HOUR)


@pytest.mark.parametrize("total_count", [None, 3, 4])
def test_a_whole_reading_ends(total_count):
    """Everything listed before it began is kept, days and weeks included."""
    under_way = ReadingUnderWay(begun_at=NOW, total_count=total_count, newest_at=NOW - HOUR)
    assert end(ListReading(under_way=under_way), 4, NOW + HOUR) == ListReading(
        complete_until=NOW, newest_at=NOW - HOUR, days_read_at=NOW, weeks_read_at=NOW
    )


@pytest.mark.parametrize(
    ("reach", "days_read_at", "weeks_read_at"),
    [
        (HOURS, KNOWN.days_read_at, KNOWN.weeks_read_at),
        (DAYS, NOW + HOUR, KNOWN.weeks_read_at),
        (WEEKS, NOW + HOUR, NOW + HOUR),
    ],
)
def test_a_short_reading_ends(reach, days_read_at, weeks_read_at):
    """Its count is of a part, and proves nothing; it remembers how far back it went."""
    begun = ReadingUnderWay(begun_at=NOW + HOUR, since=NOW, reach=reach, total_count=999)
    ended = end(replace(KNOWN, under_way=begun), 4, NOW + 2 * HOUR)
    assert ended == replace(
        KNOWN,
        complete_until=NOW + HOUR,
        days_read_at=days_read_at,
        weeks_read_at=weeks_read_at,
    )


def test_what_is_not_under_way_does_not_end():
    """There is nothing to end."""
    assert end(KNOWN, 4, NOW) == KNOWN
