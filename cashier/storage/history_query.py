"""The places a query admits, in order, read in chunks; and their totals.

A chunk comes as one text of hexadecimal numbers: SQLite makes it without holding up any other thread, and nothing
here goes through a million rows one by one.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass

import apsw

from cashier.domain.history import HistoryQuery, HistorySort
from cashier.storage import history_facets
from cashier.storage.history_places import places_between
from cashier.storage.history_search import parse_search


@dataclass(frozen=True, slots=True)
class Position:
    """How far a query has been read: the last item's place, and what it was sorted by."""

    place: int
    order: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a query's places.

    Attributes:
        position: where the next one begins; None if this was the last.
    """

    places: array[int]
    position: Position | None


def read_chunk(connection: apsw.Connection, query: HistoryQuery, after: Position | None, limit: int) -> Chunk:
    """Return up to `limit` more places of a query, from the beginning without a position."""
    conditions, values = _conditions(connection, query)
    by_amount = query.sort is HistorySort.AMOUNT
    direction, beyond = ("DESC", "<") if query.descending else ("ASC", ">")
    if after is not None and by_amount:
        conditions.append(f"(amount_order, place) {beyond} (?, ?)")
        values += [after.order, after.place]
    elif after is not None:
        conditions.append(f"place {beyond} ?")
        values.append(after.place)
    order = f"amount_order {direction}, place {direction}" if by_amount else f"place {direction}"
    places = places_of(
        connection,
        f"SELECT place FROM history WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ?",
        [*values, limit],
    )
    if len(places) < limit:
        return Chunk(places, None)
    row = connection.execute("SELECT amount_order FROM history WHERE place = ?", (places[-1],)).fetchone()
    return Chunk(places, Position(places[-1], str(row[0]) if row else ""))


def places_of(connection: apsw.Connection, statement: str, values: list[apsw.SQLiteValue]) -> array[int]:
    """Return the places a statement selects, in its order."""
    row = connection.execute(
        f"SELECT group_concat(printf('%016x', place), '') FROM ({statement})", values
    ).fetchone()
    places = array("q")
    if row is not None and row[0] is not None:
        places.frombytes(bytes.fromhex(str(row[0])))
        if sys.byteorder == "little":
            places.byteswap()
    return places


def added_up_to(connection: apsw.Connection) -> int:
    """Return the number of the item that was added last, 0 if there is none."""
    row = connection.execute("SELECT MAX(added) FROM history").fetchone()
    return int(str(row[0])) if row and row[0] is not None else 0


def count_added(connection: apsw.Connection, query: HistoryQuery, beyond: int) -> int:
    """Return how many items that a query admits were added after the one of this number."""
    conditions, values = _conditions(connection, query)
    row = connection.execute(
        f"SELECT COUNT(*) FROM history INDEXED BY history_by_added WHERE added > ? AND {' AND '.join(conditions)}",
        [beyond, *values],
    ).fetchone()
    return int(str(row[0])) if row else 0


def _conditions(connection: apsw.Connection, query: HistoryQuery) -> tuple[list[str], list[apsw.SQLiteValue]]:
    conditions = ["place >= ?", "place < ?"]
    values: list[apsw.SQLiteValue] = list(places_between(query))
    facets = history_facets.admitted(connection, query)
    if sum(facet.items for facet in facets) != history_facets.total_items(connection):
        conditions.append(f"facet IN ({', '.join(str(facet.id) for facet in facets)})")
    search = parse_search(query.search)
    if search is not None:
        conditions.append("place IN (SELECT -rowid FROM history_search WHERE history_search MATCH ?)")
        values.append(search.match)
        condition, words = search.condition()
        conditions.append(
            f"EXISTS (SELECT 1 FROM history_texts AS t WHERE t.place = history.place AND {condition})"
        )
        values += words
    return conditions, values
