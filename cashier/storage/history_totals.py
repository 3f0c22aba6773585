"""Counts and exact sums of what a query admits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from cashier.domain.history import HistoryQuery, HistoryTotals, ItemKind, ItemState, UnitTotal
from cashier.domain.money import Money, unit_of
from cashier.storage import history_facets
from cashier.storage.history_amounts import amount_of_parts, money_of_order
from cashier.storage.history_places import places_between
from cashier.storage.history_search import parse_search

_SUMS = "facet, COUNT(*), COUNT(whole), SUM(whole), SUM(fraction_high), SUM(fraction_low)"


@dataclass(slots=True)
class _Sum:
    count: int = 0
    money: Money | None = None

    def add(self, count: int, money: Money) -> None:
        self.count += count
        self.money = money if self.money is None else self.money + money


def read_totals(connection: apsw.Connection, query: HistoryQuery) -> HistoryTotals:
    """Return how many items a query admits, and what of them is paid, exactly."""
    facets = {facet.id: facet for facet in history_facets.admitted(connection, query)}
    source, values = _admitted_rows(query, facets)
    count = 0
    sums: dict[tuple[ItemKind, str], _Sum] = {}
    too_great: list[int] = []
    for facet_id, items, summed, *parts in connection.execute(
        f"SELECT {_SUMS} {source} GROUP BY facet", values
    ):
        facet = facets[int(str(facet_id))]
        count += int(str(items))
        if facet.state is not ItemState.PAID or not facet.unit_code:
            continue
        amount = amount_of_parts(*(int(str(part or 0)) for part in parts))
        total = sums.setdefault((facet.kind, facet.unit_code), _Sum())
        total.add(int(str(items)), Money(amount, unit_of(facet.unit_code)))
        if summed != items:
            too_great.append(facet.id)
    if too_great:
        source, values = _admitted_rows(query, too_great)
        for facet_id, order in connection.execute(
            f"SELECT facet, amount_order {source} AND whole IS NULL", values
        ):
            facet = facets[int(str(facet_id))]
            money = money_of_order(str(order))
            if money is not None:
                sums[facet.kind, facet.unit_code].add(0, money)
    paid = [
        UnitTotal(kind=kind, money=total.money, count=total.count)
        for (kind, _), total in sums.items()
        if total.money is not None
    ]
    paid.sort(key=lambda total: (-total.count, total.kind, total.money.code))
    return HistoryTotals(count=count, paid=tuple(paid))


def _admitted_rows(query: HistoryQuery, facets: Iterable[int]) -> tuple[str, dict[str, apsw.SQLiteValue]]:
    first, end = places_between(query)
    values: dict[str, apsw.SQLiteValue] = {"first": first, "end": end}
    of_facets = f"facet IN ({', '.join(map(str, facets))})"
    search = parse_search(query.search)
    if search is None:
        source = "history INDEXED BY history_by_facet"
        return f"FROM {source} WHERE {of_facets} AND history.place >= :first AND history.place < :end", values
    source = "history_search AS found CROSS JOIN history_texts AS texts CROSS JOIN history"
    return (
        f"FROM {source} WHERE history_search MATCH :match AND found.rowid <= -:first AND found.rowid > -:end"
        f" AND texts.place = -found.rowid AND {search.condition} AND history.place = -found.rowid AND {of_facets}"
    ), {**values, **search.values}
