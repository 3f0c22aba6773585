"""Facets: the combinations that occur of what history can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from cashier.domain.history import HistoryQuery, ItemKind, ItemState

_TERM = "(SELECT id FROM history_terms WHERE kind = '{}' AND value = ?)"
_FACET = (
    f"SELECT id FROM history_facets WHERE kind = ? AND account = {_TERM.format('account')} AND state = ?"
    f" AND unit = iif(? IS NULL, 0, {_TERM.format('unit')})"
    f" AND operator = iif(? IS NULL, 0, {_TERM.format('operator')})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One combination.

    Attributes:
        unit_code: empty for items without money.
        items: how many items have it now.
    """

    id: int
    kind: ItemKind
    state: ItemState
    unit_code: str
    items: int


def term_id(connection: apsw.Connection, kind: str, value: str) -> int:
    """Return the number of a term, given to it now if it has none."""
    row = connection.execute(
        "SELECT id FROM history_terms WHERE kind = ? AND value = ?", (kind, value)
    ).fetchone()
    if row is None:
        connection.execute("INSERT INTO history_terms (kind, value) VALUES (?, ?)", (kind, value))
        return connection.last_insert_rowid()
    return int(str(row[0]))


def facet_id(
    connection: apsw.Connection,
    *,
    kind: ItemKind,
    account_id: str,
    state: ItemState,
    unit_code: str | None,
    operator_id: str | None,
) -> int:
    """Return the number of a combination, given to it now if it has none."""
    row = connection.execute(
        _FACET, (int(kind), account_id, int(state), unit_code, unit_code, operator_id, operator_id)
    ).fetchone()
    if row is not None:
        return int(str(row[0]))
    connection.execute(
        "INSERT INTO history_facets (kind, account, state, unit, operator, items) VALUES (?, ?, ?, ?, ?, 0)",
        (
            int(kind),
            term_id(connection, "account", account_id),
            int(state),
            0 if unit_code is None else term_id(connection, "unit", unit_code),
            0 if operator_id is None else term_id(connection, "operator", operator_id),
        ),
    )
    return connection.last_insert_rowid()


def count(connection: apsw.Connection, facet: int, by: int) -> None:
    """Note that so many more items have a combination, or fewer if it is negative."""
    connection.execute("UPDATE history_facets SET items = items + ? WHERE id = ?", (by, facet))


def total_items(connection: apsw.Connection) -> int:
    """Return how many items there are."""
    count: int = connection.execute("SELECT COALESCE(SUM(items), 0) FROM history_facets").get
    return count


def admitted(connection: apsw.Connection, query: HistoryQuery) -> list[Facet]:
    """Return the combinations a query admits that any item has."""
    conditions: list[str] = ["items > 0"]
    values: list[apsw.SQLiteValue] = []

    def among(column: str, wanted: Iterable[apsw.SQLiteValue]) -> None:
        listed = list(wanted)
        conditions.append(f"{column} IN ({', '.join('?' * len(listed))})")
        values.extend(listed)

    def among_terms(column: str, kind: str, wanted: Iterable[str]) -> None:
        listed = sorted(wanted)
        marks = ", ".join("?" * len(listed))
        conditions.append(f"{column} IN (SELECT id FROM history_terms WHERE kind = ? AND value IN ({marks}))")
        values.extend((kind, *listed))

    if query.kind is not None:
        among("facets.kind", [int(query.kind)])
    if query.states:
        among("state", sorted(int(state) for state in query.states))
    if query.account_ids:
        among_terms("account", "account", query.account_ids)
    if query.unit_codes:
        among_terms("unit", "unit", query.unit_codes)
    if query.operator_ids:
        among_terms("operator", "operator", query.operator_ids)
    rows = connection.execute(
        "SELECT facets.id, facets.kind, state, IFNULL(units.value, ''), items FROM history_facets AS facets"
        f" LEFT JOIN history_terms AS units ON units.id = unit WHERE {' AND '.join(conditions)}",
        values,
    )
    return [
        Facet(
            id=int(str(id_)),
            kind=ItemKind(int(str(kind))),
            state=ItemState(int(str(state))),
            unit_code=str(unit_code),
            items=int(str(items)),
        )
        for id_, kind, state, unit_code, items in rows
    ]


def terms_in_use(connection: apsw.Connection, kind: str) -> list[str]:
    """Return the account ids, unit codes or operator ids that any item has."""
    column = {"account": "account", "unit": "unit", "operator": "operator"}[kind]
    rows = connection.execute(
        "SELECT value FROM history_terms WHERE kind = ? AND id IN"
        f" (SELECT {column} FROM history_facets WHERE items > 0) ORDER BY value",
        (kind,),
    )
    return [str(value) for (value,) in rows]
