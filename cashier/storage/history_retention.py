"""Forgetting what is old and over, and how much room history takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import apsw

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.operation import SETTLED_OPERATION_STATES
from cashier.domain.payment import OPEN_PAYMENT_STATES
from cashier.domain.withdrawal import OPEN_WITHDRAWAL_STATES
from cashier.storage import history_items
from cashier.storage.history_places import first_place, moment_of
from cashier.storage.time_columns import to_column

_OPEN = ", ".join(
    str(int(state))
    for state in sorted({ItemState.of(state) for state in OPEN_PAYMENT_STATES | OPEN_WITHDRAWAL_STATES})
)
_SETTLED = ", ".join(sorted(f"'{state.value}'" for state in SETTLED_OPERATION_STATES))
_NOTHING_UNSETTLED = (
    "NOT EXISTS (SELECT 1 FROM operations WHERE subject_id = ours.id AND"
    f" operations.state NOT IN ({_SETTLED}))"
)
_PAYMENT = (
    "SELECT id, NULL FROM payments AS ours WHERE place = ? AND updated_at < ?"
    f" AND NOT EXISTS (SELECT 1 FROM outbox WHERE subject_id = ours.id) AND {_NOTHING_UNSETTLED}"
)
# A batch is kept whole as long as anything of it is open.
_WITHDRAWAL = (
    "SELECT id, batch_id FROM withdrawals AS ours WHERE place = ? AND updated_at < ? AND NOT EXISTS"
    " (SELECT 1 FROM withdrawals WHERE batch_id = ours.batch_id AND state IN"
    " ('draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'unknown'))"
    f" AND {_NOTHING_UNSETTLED}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What one step of forgetting did.

    Attributes:
        items: how many were forgotten.
        looked_up_to: the place up to which it has looked; None if it has looked at everything that is old.
    """

    items: int
    looked_up_to: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryCounts:
    """How much there is.

    Attributes:
        items: lines of history.
        records: records of the providers' lists, of our own and of what was made elsewhere.
        oldest: when the oldest item was, UTC; None if there is none.
        free_bytes: room in the file that is not used.
    """

    items: int
    payments: int
    withdrawals: int
    records: int
    oldest: datetime | None
    free_bytes: int


def forget_some(connection: apsw.Connection, *, before: datetime, beyond: int, limit: int) -> Forgotten:
    """Forget what is over and older than `before`, of up to `limit` items beyond a place, oldest first.

    With a payment or withdrawal go its calls and its record, but never its events: they are a chain. What is open,
    unsettled, or was changed since, is kept.
    """
    rows = connection.execute(
        "SELECT history.place, kind FROM history JOIN history_facets ON history_facets.id = facet"
        f" WHERE history.place > ? AND history.place < ? AND state NOT IN ({_OPEN}) ORDER BY history.place LIMIT ?",
        (beyond, first_place(before), limit),
    ).fetchall()
    forgotten = sum(
        _forget(connection, int(str(place)), ItemKind(int(str(kind))), before) for place, kind in rows
    )
    return Forgotten(items=forgotten, looked_up_to=int(str(rows[-1][0])) if len(rows) == limit else None)


def count_over(connection: apsw.Connection, *, before: datetime) -> int:
    """Return how many items are over and older than `before`; some of them may have something unsettled."""
    row = connection.execute(
        "SELECT COUNT(*) FROM history INDEXED BY history_by_facet WHERE history.place < ?"
        f" AND facet IN (SELECT id FROM history_facets WHERE state NOT IN ({_OPEN}))",
        (first_place(before),),
    ).fetchone()
    return int(str(row[0])) if row else 0


def counts(connection: apsw.Connection) -> HistoryCounts:
    """Return how much there is."""

    def number(statement: str) -> int | None:
        row = connection.execute(statement).fetchone()
        return int(str(row[0])) if row and row[0] is not None else None

    oldest = number("SELECT MIN(place) FROM history")
    return HistoryCounts(
        items=number("SELECT SUM(items) FROM history_facets") or 0,
        payments=number("SELECT COUNT(*) FROM payments") or 0,
        withdrawals=number("SELECT COUNT(*) FROM withdrawals") or 0,
        records=number("SELECT COUNT(*) FROM provider_records") or 0,
        oldest=None if oldest is None else moment_of(oldest),
        free_bytes=(number("PRAGMA freelist_count") or 0) * (number("PRAGMA page_size") or 0),
    )


def _forget(connection: apsw.Connection, place: int, kind: ItemKind, before: datetime) -> bool:
    table, statement = ("payments", _PAYMENT) if kind is ItemKind.PAYMENT else ("withdrawals", _WITHDRAWAL)
    if connection.execute(f"SELECT 1 FROM {table} WHERE place = ?", (place,)).fetchone():
        ours = connection.execute(statement, (place, to_column(before))).fetchone()
        if ours is None:
            return False
        subject_id, batch_id = ours
        connection.execute("DELETE FROM operations WHERE subject_id = ?", (subject_id,))
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (subject_id,))
        connection.execute(
            "DELETE FROM transfer_batches WHERE id = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM withdrawals WHERE batch_id = ?1)",
            (batch_id,),
        )
    connection.execute("DELETE FROM provider_records WHERE place = ?", (place,))
    history_items.remove(connection, place)
    return True
