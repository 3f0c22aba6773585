from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.local_days import day_of, span_of_days, start_of_day

ZONES = ("Asia/Tehran", "Asia/Damascus", "Asia/Beirut", "Asia/Amman", "Africa/Cairo", "Asia/Gaza", "UTC")


@pytest.mark.parametrize(
    ("zone", "day", "since", "hours"),
    [
        # An ordinary day, and the last winter and summer with changes in Iran.
        ("Asia/Tehran", date(2026, 11, 28), "2026-11-27T20:30", 24),
        ("Asia/Tehran", date(2023, 3, 22), "2023-03-21T20:30", 24),
        # In Tehran clocks went from 00:00 to 01:00: there was no midnight, and the day had 23 hours.
        ("Asia/Tehran", date(2022, 3, 22), "2022-03-21T20:30", 23),
        ("Asia/Tehran", date(2022, 3, 23), "2022-03-22T19:30", 24),
        # And back from 24:00 to 23:00 of the same day, which had 25.
        ("Asia/Tehran", date(2022, 9, 21), "2022-09-20T19:30", 25),
        ("Asia/Tehran", date(2022, 9, 22), "2022-09-21T20:30", 24),
        # Damascus, to its last summer; from the day it stayed on summer time there is no change.
        ("Asia/Damascus", date(2022, 3, 25), "2022-03-24T22:00", 23),
        ("Asia/Damascus", date(2021, 10, 28), "2021-10-27T21:00", 25),
        ("Asia/Damascus", date(2022, 10, 28), "2022-10-27T21:00", 24),
        ("Asia/Damascus", date(2026, 11, 28), "2026-11-27T21:00", 24),
        # Beirut still changes at midnight.
        ("Asia/Beirut", date(2026, 3, 29), "2026-03-28T22:00", 23),
        ("Asia/Beirut", date(2026, 10, 24), "2026-10-23T21:00", 25),
        # In Amman clocks went from 01:00 back to 00:00: midnight came twice, and the first one counts.
        ("Asia/Amman", date(2021, 10, 29), "2021-10-28T21:00", 25),
        # In St. John's they went from 00:01 back to 23:01: it was that day for a minute, and then not for an hour.
        ("America/St_Johns", date(2010, 11, 7), "2010-11-07T03:30", 24),
        # In Toronto they once went from 23:30 to 00:30: the day began at half past midnight.
        ("America/Toronto", date(1919, 3, 31), "1919-03-31T04:30", 23.5),
        # Apia left a whole day out.
        ("Pacific/Apia", date(2011, 12, 30), "2011-12-30T10:00", 0),
        ("Pacific/Apia", date(2011, 12, 31), "2011-12-30T10:00", 24),
    ],
)
def test_a_day_begins_when_the_wall_calendar_turns_to_it(zone, day, since, hours):
    """Whatever the clocks do at midnight, a day begins with the first moment of that date."""
    span = span_of_days(day, day, ZoneInfo(zone))
    assert span.since == datetime.fromisoformat(since).replace(tzinfo=UTC)
    assert span.until - span.since == timedelta(hours=hours)
    assert span.since.tzinfo is UTC


@pytest.mark.parametrize("zone", ZONES)
@given(day=st.dates(date(1995, 1, 1), date(2035, 12, 31)))
def test_days_stand_side_by_side(zone, day):
    """A day ends where the next begins, its first moment has its date, and the moment before it has not."""
    kept = ZoneInfo(zone)
    span = span_of_days(day, day, kept)
    assert span.until == start_of_day(day + timedelta(days=1), kept)
    assert day_of(span.since, kept) == day
    assert day_of(span.since - timedelta(microseconds=1), kept) < day
    assert day_of(span.until - timedelta(microseconds=1), kept) == day


def test_several_days_are_one_span():
    """From the beginning of the first to the end of the last; backwards is a mistake of the program."""
    tehran = ZoneInfo("Asia/Tehran")
    span = span_of_days(date(2022, 3, 21), date(2022, 3, 23), tehran)
    assert span.until - span.since == timedelta(hours=71)
    with pytest.raises(ValueError, match="before"):
        span_of_days(date(2022, 3, 23), date(2022, 3, 22), tehran)


def test_the_day_of_a_moment_is_the_zones():
    """A moment late in the evening of UTC is of the next day in Tehran; one without a zone means nothing."""
    tehran = ZoneInfo("Asia/Tehran")
    assert day_of(datetime(2026, 11, 27, 20, 29, 59, tzinfo=UTC), tehran) == date(2026, 11, 27)
    assert day_of(datetime(2026, 11, 27, 20, 30, tzinfo=UTC), tehran) == date(2026, 11, 28)
    moment = datetime(2026, 11, 27, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert day_of(moment, tehran) == date(2026, 11, 28)
    with pytest.raises(ValueError, match="without a zone"):
        day_of(datetime(2026, 11, 27), tehran)  # noqa: DTZ001  # the mistake that is meant
