"""The places a query admits, in order, read in chunks.

A chunk comes as one text of hexadecimal numbers: SQLite makes it without holding up any other thread, and nothing
here goes through a million rows one by one. Which way is shortest is chosen here, by how many items have the facets
asked for: the planner cannot know it.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from cashier.domain.history import HistoryQuery, HistorySort
from cashier.storage import history_facets
from cashier.storage.history_facets import Facet
from cashier.storage.history_places import places_between
from cashier.storage.history_search import Search, parse_search

# So few are collected and put in order faster than the next of them is looked for among all others.
_FEW = 50_000
# Among so many of the next items the beginning of a query is looked for, before it is looked for anywhere.
_NEXT = 4_000
# The texts of so few are read, whatever is searched for, faster than what has it is read through.
_FEW_TEXTS = 3_000
# What the beginning of a query may read of the facets' own orders, to be put together.
_MERGED_PLACES = 60_000
# Each is a part of the statement, and SQLite takes its time to read a long one.
_MERGED_FACETS = 128

_BY_FACETS = "history INDEXED BY history_by_facet"
_BY_AMOUNTS = "history INDEXED BY history_by_amount"
_BY_TIME = "history NOT INDEXED"


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


def may_take_long(query: HistoryQuery) -> bool:
    """Return whether even the beginning of a query may take long, so that it must not stand before short reads."""
    if parse_search(query.search) is None:
        return False
    return _has_filter(query) or query.sort is HistorySort.AMOUNT


def _has_filter(query: HistoryQuery) -> bool:
    return bool(query.kind or query.account_ids or query.states or query.unit_codes or query.operator_ids)


def read_chunk(connection: apsw.Connection, query: HistoryQuery, after: Position | None, limit: int) -> Chunk:
    """Return up to `limit` more places of a query, or all if they are few; from the beginning without a position."""
    wanted = _Wanted.of(connection, query, after)
    if not wanted.items:
        return Chunk(array("q"), None)
    if after is not None and wanted.are_few:
        limit = max(limit, _FEW)
    values = wanted.values | {"limit": limit}
    places = array("q")
    if after is None and wanted.search is None and not wanted.has_every_facet:
        places = _places_of(connection, _among_the_next(wanted), values)
    if len(places) < limit:
        places = _places_of(connection, _anywhere(connection, wanted, limit), values)
    if len(places) < limit:
        return Chunk(places, None)
    row = connection.execute("SELECT amount_order FROM history WHERE place = ?", (places[-1],)).fetchone()
    return Chunk(places, Position(places[-1], str(row[0]) if row else ""))


def added_up_to(connection: apsw.Connection) -> int:
    """Return the number of the item that was added last, 0 if there is none."""
    row = connection.execute("SELECT MAX(added) FROM history").fetchone()
    return int(str(row[0])) if row and row[0] is not None else 0


def count_added(connection: apsw.Connection, query: HistoryQuery, beyond: int) -> int:
    """Return how many items that a query admits were added after the one of this number."""
    wanted = _Wanted.of(connection, query, None)
    if not wanted.items:
        return 0
    source, condition = "history INDEXED BY history_by_added", ""
    if wanted.search is not None:
        source += " CROSS JOIN history_texts AS texts"
        condition = f" AND texts.place = history.place AND {wanted.search.condition}"
    row = connection.execute(
        f"SELECT COUNT(*) FROM {source} WHERE added > :beyond AND {wanted.of_facets} AND {wanted.of_time}{condition}",
        wanted.values | {"beyond": beyond},
    ).fetchone()
    return int(str(row[0])) if row else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What a chunk is to hold, as SQL takes it.

    Attributes:
        facets: those admitted that any item has; empty where nothing is filtered by.
        items: how many items have them, at whatever time.
        has_every_facet: whether these are all items there are.
        beyond: the condition for what comes behind the position in the order of amounts.
        of_units: the one that keeps that order within the units that occur.
    """

    facets: Sequence[Facet]
    items: int
    has_every_facet: bool
    search: Search | None
    is_by_amount: bool
    direction: str
    beyond: str
    of_units: str
    has_dates: bool
    values: dict[str, apsw.SQLiteValue]

    @classmethod
    def of(cls, connection: apsw.Connection, query: HistoryQuery, after: Position | None) -> _Wanted:
        items = total = history_facets.total_items(connection)
        facets: list[Facet] = []
        if _has_filter(query):
            facets = history_facets.admitted(connection, query)
            items = sum(facet.items for facet in facets)
        first, end = places_between(query)
        is_by_amount, beyond = query.sort is HistorySort.AMOUNT, "TRUE"
        values: dict[str, apsw.SQLiteValue] = {}
        if after is not None and is_by_amount:
            beyond = (
                f"(amount_order, history.place) {'<' if query.descending else '>'} (:last_order, :last_place)"
            )
            values = {"last_order": after.order, "last_place": after.place}
        elif after is not None and query.descending:
            end = min(end, after.place)
        elif after is not None:
            first = max(first, after.place + 1)
        search = parse_search(query.search)
        if search is not None:
            values |= search.values
        units = sorted(facet.unit_code for facet in facets)
        # The order of amounts begins with the unit and a space, which the exclamation mark follows.
        if units:
            values |= {"first_order": f"{units[0]} " if units[0] else "", "end_order": f"{units[-1]}!"}
        # Where the position bounds it on one side, SQLite must not take the unit for that.
        first_unit = "amount_order >= :first_order" if after is None or query.descending else "TRUE"
        last_unit = "amount_order < :end_order" if after is None or not query.descending else "TRUE"
        return cls(
            facets=facets,
            items=items,
            has_every_facet=items == total,
            search=search,
            is_by_amount=is_by_amount,
            direction="DESC" if query.descending else "ASC",
            beyond=beyond,
            of_units=f"{first_unit} AND {last_unit}" if is_by_amount and units else "TRUE",
            has_dates=query.since is not None or query.until is not None,
            values=values | {"first": first, "end": end},
        )

    @property
    def of_facets(self) -> str:
        """The condition for them."""
        if self.has_every_facet:
            return "TRUE"
        return f"facet IN ({', '.join(str(facet.id) for facet in self.facets)})"

    @property
    def of_time(self) -> str:
        return "history.place >= :first AND history.place < :end"

    @property
    def order(self) -> str:
        by_amount = f"amount_order {self.direction}, " if self.is_by_amount else ""
        return f"ORDER BY {by_amount}history.place {self.direction} LIMIT :limit"

    @property
    def are_few(self) -> bool:
        """Whether all that have these facets can be put in order at once."""
        return self.items <= _FEW and not self.has_every_facet

    def are_few_by_time(self, connection: apsw.Connection) -> bool:
        """Return whether the dates leave few items to look at."""
        row = connection.execute(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM history WHERE {self.of_time} LIMIT {_FEW + 1})",
            {"first": self.values["first"], "end": self.values["end"]},
        ).fetchone()
        return row is not None and int(str(row[0])) <= _FEW


def _among_the_next(wanted: _Wanted) -> str:
    way = _BY_AMOUNTS if wanted.is_by_amount else _BY_TIME
    few = wanted.order.replace(":limit", str(_NEXT))
    return (
        f"SELECT place FROM (SELECT place, facet, amount_order FROM {way} WHERE {wanted.of_units}"
        f" AND {wanted.of_time} {few}) AS history WHERE {wanted.of_facets} {wanted.order}"
    )


def _anywhere(connection: apsw.Connection, wanted: _Wanted, limit: int) -> str:
    if wanted.search is not None:
        return _searched(wanted, wanted.search)
    return _by_amount(connection, wanted) if wanted.is_by_amount else _by_time(wanted, limit)


def _by_time(wanted: _Wanted, limit: int) -> str:
    conditions = f"{wanted.of_facets} AND {wanted.of_time} {wanted.order}"
    if wanted.are_few:
        return f"SELECT place FROM {_BY_FACETS} WHERE {conditions}"
    number = len(wanted.facets)
    if wanted.has_every_facet or number > _MERGED_FACETS or number * limit > _MERGED_PLACES:
        return f"SELECT place FROM {_BY_TIME} WHERE {conditions}"
    # The beginning of each facet's own order, wherever in time it may lie.
    heads = " UNION ALL ".join(
        f"SELECT place FROM (SELECT place FROM {_BY_FACETS} WHERE facet = {facet.id} AND {wanted.of_time} {wanted.order})"
        for facet in wanted.facets
    )
    return f"SELECT place FROM ({heads}) AS history {wanted.order}"


def _by_amount(connection: apsw.Connection, wanted: _Wanted) -> str:
    conditions = f"{wanted.of_facets} AND {wanted.of_time} AND {wanted.beyond} {wanted.order}"
    if wanted.has_dates and wanted.are_few_by_time(connection):
        return f"SELECT place FROM {_BY_TIME} WHERE {conditions}"
    if wanted.are_few:
        return f"SELECT place FROM {_BY_FACETS} WHERE {conditions}"
    return f"SELECT place FROM {_BY_AMOUNTS} WHERE {wanted.of_units} AND {conditions}"


def _searched(wanted: _Wanted, search: Search) -> str:
    if wanted.items <= _FEW_TEXTS:
        return (
            f"SELECT history.place AS place FROM {_BY_FACETS} CROSS JOIN history_texts AS texts"
            f" WHERE {wanted.of_facets} AND {wanted.of_time} AND {wanted.beyond}"
            f" AND texts.place = history.place AND {search.condition} {wanted.order}"
        )
    source = "history_search AS found"
    conditions = "history_search MATCH :match AND found.rowid <= -:first AND found.rowid > -:end"
    if not search.is_exact:
        source += " CROSS JOIN history_texts AS texts"
        conditions += f" AND texts.place = -found.rowid AND {search.condition}"
    if not wanted.has_every_facet or wanted.is_by_amount:
        source += " CROSS JOIN history"
        conditions += f" AND history.place = -found.rowid AND {wanted.of_facets} AND {wanted.beyond}"
    order = wanted.order
    if not wanted.is_by_amount:
        order = f"ORDER BY found.rowid {'ASC' if wanted.direction == 'DESC' else 'DESC'} LIMIT :limit"
    return f"SELECT -found.rowid AS place FROM {source} WHERE {conditions} {order}"


def _places_of(
    connection: apsw.Connection, statement: str, values: dict[str, apsw.SQLiteValue]
) -> array[int]:
    """Return the places a statement gives, in its order."""
    row = connection.execute(
        f"SELECT group_concat(printf('%016x', place), '') FROM ({statement})", values
    ).fetchone()
    places = array("q")
    if row is not None and row[0] is not None:
        places.frombytes(bytes.fromhex(str(row[0])))
        if sys.byteorder == "little":
            places.byteswap()
    return places
