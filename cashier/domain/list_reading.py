"""How far a provider's list has been read: a first reading from the newest record to the oldest, then short ones.

Lists are turned newest first, and move while they are read: what comes in at the top pushes the rest down, so that
records come twice; what is taken out pulls the rest up, so that one can be missed. A reading is therefore counted
against what the provider said there was, and later ones read again what was read before: the last hours every time,
the last days every hour, the last weeks every day. What changes after its day is met so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

# How far back a reading goes beyond the newest record known before, and how often it goes so far.
HOURS = timedelta(hours=2)
DAYS = timedelta(days=3)
DAYS_EVERY = timedelta(hours=1)
WEEKS = timedelta(days=35)
WEEKS_EVERY = timedelta(days=1)

# A list that still seems to hold more after so many readings is taken as it is.
MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingUnderWay:
    """A reading that has begun and not ended.

    Attributes:
        begun_at: when its first page was asked for, UTC.
        since: older records are not wanted; None for the whole list.
        reach: how far back of what was known before that is; None for the whole list.
        position: of the page that comes next; None for the newest.
        records_read: how many came so far, those that came twice included.
        total_count: how many there are, as told with the first page; None if it was not told.
        newest_at: the time of the newest record met.
        is_ordered: whether every page so far was newest first: only then an old record says that the rest is older.
        attempt: which try it is, from 1.
    """

    begun_at: datetime
    since: datetime | None = None
    reach: timedelta | None = None
    position: str | None = None
    records_read: int = 0
    total_count: int | None = None
    newest_at: datetime | None = None
    is_ordered: bool = True
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something of ours that the list contradicts, about which the provider is still to be asked.

    Attributes:
        kind: as `ItemKind` has it.
        subject_id: of the payment or withdrawal.
        record_key: the provider's name for its record.
    """

    kind: int
    subject_id: str
    record_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """How far one account's list has been read.

    Attributes:
        complete_until: everything listed before then is kept, UTC; None before the first reading has ended.
        newest_at: the time of the newest record of the readings that ended, as the provider told it.
        days_read_at: when the last days were read again.
        weeks_read_at: when the last weeks were.
        under_way: the reading that goes on; None between two.
        doubts: what to ask before more is read.
    """

    complete_until: datetime | None = None
    newest_at: datetime | None = None
    days_read_at: datetime | None = None
    weeks_read_at: datetime | None = None
    under_way: ReadingUnderWay | None = None
    doubts: tuple[Doubt, ...] = ()


def begin(reading: ListReading, now: datetime) -> ListReading:
    """Return the reading with the next one begun."""
    if reading.complete_until is None:
        return replace(reading, under_way=ReadingUnderWay(begun_at=now))
    reach = HOURS
    if _is_due(reading.weeks_read_at, WEEKS_EVERY, now):
        reach = WEEKS
    elif _is_due(reading.days_read_at, DAYS_EVERY, now):
        reach = DAYS
    # By the list's own times where it has any: our clock may have been set since.
    known_until = min(reading.newest_at or now, reading.complete_until, now)
    return replace(reading, under_way=ReadingUnderWay(begun_at=now, since=known_until - reach, reach=reach))


def set_back(reading: ListReading) -> ListReading:
    """Return the reading of a file that is older than the truth: the next one goes far back, and from the newest on."""
    return replace(reading, under_way=None, days_read_at=None, weeks_read_at=None)


def fetched_again_from(reading: ListReading) -> datetime | None:
    """Return since when records are read once more after `set_back`; None for the whole list."""
    if reading.complete_until is None:
        return None
    return min(reading.newest_at or reading.complete_until, reading.complete_until) - WEEKS


def _is_due(read_at: datetime | None, every: timedelta, now: datetime) -> bool:
    # A time that lies ahead is of a clock that was wrong.
    return read_at is None or not read_at <= now < read_at + every


def after_page(
    under_way: ReadingUnderWay,
    times: Sequence[datetime | None],
    next_position: str | None,
    total_count: int | None,
) -> tuple[ReadingUnderWay, bool]:
    """Return how a reading stands after a page, and whether that was its last.

    Args:
        under_way: how it stood before.
        times: of the page's records, in the page's order.
        next_position: as the page says.
        total_count: likewise.
    """
    known = [time for time in times if time is not None]
    is_ordered = (
        under_way.is_ordered
        and len(known) == len(times)
        and all(one >= other for one, other in pairwise(known))
    )
    after = replace(
        under_way,
        position=next_position,
        records_read=under_way.records_read + len(times),
        total_count=total_count if under_way.position is None else under_way.total_count,
        newest_at=max((time for time in (*known, under_way.newest_at) if time is not None), default=None),
        is_ordered=is_ordered,
    )
    is_past = is_ordered and bool(known) and after.since is not None and known[-1] < after.since
    return after, next_position is None or is_past


def end(reading: ListReading, kept_count: int, now: datetime) -> ListReading:
    """Return the reading with the one under way ended, or begun anew if it has missed something.

    Args:
        reading: with one under way, of which no page is left.
        kept_count: how many records of the list are kept.
        now: UTC.
    """
    ended = reading.under_way
    if ended is None:
        return reading
    is_whole = ended.since is None
    is_short = is_whole and ended.total_count is not None and kept_count < ended.total_count
    if is_short and ended.attempt < MOST_ATTEMPTS:
        return replace(reading, under_way=ReadingUnderWay(begun_at=now, attempt=ended.attempt + 1))
    return replace(
        reading,
        under_way=None,
        complete_until=ended.begun_at,
        newest_at=max(
            (time for time in (ended.newest_at, reading.newest_at) if time is not None), default=None
        ),
        days_read_at=ended.begun_at if ended.reach in {None, DAYS, WEEKS} else reading.days_read_at,
        weeks_read_at=ended.begun_at if ended.reach in {None, WEEKS} else reading.weeks_read_at,
    )
