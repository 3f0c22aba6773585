"""The days of a shop's own zone as spans of time: a day may have 23 or 25 hours, or begin at one o'clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)
_ONE_SECOND = timedelta(seconds=1)


class Span(NamedTuple):
    """A stretch of time.

    Attributes:
        since: its first moment, UTC.
        until: the first moment after it, UTC.
    """

    since: datetime
    until: datetime


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day that the zone's wall calendar shows at an aware `moment`.

    Raises:
        ValueError: for a time without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone means nothing here")
    return moment.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment, UTC, at which the zone's wall calendar turns to `day`.

    Where clocks are put forward at midnight that is not 00:00 but what the clock shows instead; where midnight comes
    twice it is the one after which it stays `day`. A day that a zone left out begins where the one after it does.
    """
    midnight = datetime.combine(day, time(), zone)
    first, second = midnight.astimezone(UTC), midnight.replace(fold=1).astimezone(UTC)
    if first < second:
        # It comes twice: the second is meant if the clock went back into the day before.
        return second if day_of(second - _ONE_SECOND, zone) < day else first
    if first == second:
        return first
    # It is left out: clocks are put forward somewhere between these two.
    before, after = second, first
    while after - before > _ONE_SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if day_of(middle, zone) < day:
            before = middle
        else:
            after = middle
    return before if day_of(before, zone) >= day else after


def span_of_days(first: date, last: date, zone: ZoneInfo) -> Span:
    """Return the span of whole days of the zone, from `first` to `last`, both with it.

    Raises:
        ValueError: if `last` is before `first`.
    """
    if last < first:
        raise ValueError("the last day is before the first")
    return Span(start_of_day(first, zone), start_of_day(last + _ONE_DAY, zone))
