"""Places: an item's number in the order of time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

import apsw

from cashier.domain.history import HistoryQuery
from cashier.storage.time_columns import known_time, to_column

# A quarter of these can be taken; the next item of the same microsecond spills over into the following one.
PLACES_OF_A_MICROSECOND = 1024

# What a provider dates before 1970, or after 2240, cannot be true, and would not fit into 63 bits.
_LAST_MICROSECOND = 8_520_336_000_000_000
_LAST_PLACE = 2**63 - 1


class PlaceKind(IntEnum):
    """What was made into an item at a place: where it is to be looked up; the last two bits of the place."""

    PAYMENT = 0
    WITHDRAWAL = 1
    RECORD = 2


KIND_BITS = 3


def first_place(moment: datetime) -> int:
    """Return the first place of a moment, aware: what is at or after it has this place or a later one."""
    microsecond = to_column(moment) or 0
    return min(max(microsecond, 0), _LAST_MICROSECOND) * PLACES_OF_A_MICROSECOND


def moment_of(place: int) -> datetime:
    """Return the moment of a place, UTC; of one that has spilled over, a microsecond or more too late."""
    return known_time(place // PLACES_OF_A_MICROSECOND)


def free_place(connection: apsw.Connection, moment: datetime, kind: PlaceKind) -> int:
    """Return the place for a new item of this moment: behind all of the same microsecond."""
    first = first_place(moment)
    while True:
        row = connection.execute(
            "SELECT MAX(place) FROM history WHERE place >= ? AND place < ?",
            (first, first + PLACES_OF_A_MICROSECOND),
        ).fetchone()
        last = row[0] if row else None
        if last is None:
            return first + kind
        following = (int(str(last)) | KIND_BITS) + 1
        if following < first + PLACES_OF_A_MICROSECOND:
            return following + kind
        first += PLACES_OF_A_MICROSECOND


def free_places(connection: apsw.Connection, moments: Sequence[datetime], kind: PlaceKind) -> list[int]:
    """Return the places for new items of these moments, as `free_place` would give them one after the other."""
    firsts = [first_place(moment) for moment in moments]
    known = dict.fromkeys(firsts, -1) | _last_places(connection, list(dict.fromkeys(firsts)))
    places = []
    for moment_first in firsts:
        first = moment_first
        while True:
            if first not in known:
                known[first] = _last_places(connection, [first]).get(first, -1)
            following = first if known[first] < 0 else (known[first] | KIND_BITS) + 1
            if following < first + PLACES_OF_A_MICROSECOND:
                break
            first += PLACES_OF_A_MICROSECOND
        known[first] = following + kind
        places.append(following + kind)
    return places


def _last_places(connection: apsw.Connection, firsts: Sequence[int]) -> dict[int, int]:
    """Return the last place that is taken in each of these microseconds in which any is."""
    rows = connection.execute(
        "SELECT value, (SELECT MAX(place) FROM history WHERE place >= value AND place < value + ?2) AS last"
        " FROM json_each(?1) WHERE last IS NOT NULL",
        (json.dumps(firsts), PLACES_OF_A_MICROSECOND),
    )
    return {int(str(first)): int(str(last)) for first, last in rows}


def places_between(query: HistoryQuery) -> tuple[int, int]:
    """Return the first place a query's dates admit, and the first behind them."""
    first = 0 if query.since is None else first_place(query.since)
    end = _LAST_PLACE if query.until is None else first_place(query.until)
    return first, end
