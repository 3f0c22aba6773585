"""The chain of events: only added to, and any change to it is found at its place."""

from __future__ import annotations

from typing import Any

import apsw
import pytest

from cashier.domain.event import GENESIS_HASH
from cashier.storage import events

COLUMNS = [
    "till_id",
    "operator_id",
    "subject_kind",
    "subject_id",
    "kind",
    "before",
    "after",
    "previous_hash",
    "hash",
]


@pytest.fixture
def chained(connection: apsw.Connection, rows: Any) -> apsw.Connection:
    """Return a connection to a file with five events."""
    for number in range(5):
        events.append(
            connection,
            rows.event(
                subject_id=f"payment-{number % 2}",
                before=None if number == 0 else "draft",
                after="requesting",
                detail='{"reason":"نمونه"}',
                operator_id=None if number == 1 else "operator-1",
            ),
        )
    return connection


def test_events_come_back_in_order(chained: apsw.Connection) -> None:
    """Of one subject, oldest first, with every fact; the first is chained to nothing, each other to the one before."""
    assert [event.id for event in events.of_subject(chained, "payment-0")] == [
        event_id
        for (event_id,) in chained.execute("SELECT id FROM events WHERE sequence % 2 = 1 ORDER BY sequence")
    ]
    first, *_ = events.of_subject(chained, "payment-0")
    assert (first.before, first.after, first.detail) == (None, "requesting", '{"reason":"نمونه"}')
    assert events.of_subject(chained, "nobody's") == []
    links = chained.execute("SELECT previous_hash, hash FROM events ORDER BY sequence").fetchall()
    assert [previous for previous, _ in links] == [GENESIS_HASH, *(own for _, own in links[:-1])]
    assert events.first_broken_link(chained) is None


def test_an_empty_chain_is_whole(connection: apsw.Connection) -> None:
    """Nothing has happened, and nothing is broken."""
    assert events.first_broken_link(connection) is None


@pytest.mark.parametrize("statement", ["UPDATE events SET after = 'paid'", "DELETE FROM events"])
def test_events_are_only_added(chained: apsw.Connection, statement: str) -> None:
    """The database refuses to change or delete one."""
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        chained.execute(statement)


def _tampered(connection: apsw.Connection, statement: str) -> int | None:
    """Return where the chain breaks after somebody went around the program."""
    connection.execute("DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted")
    connection.execute(statement)
    return events.first_broken_link(connection)


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_changed_fact_is_found_at_its_place(chained: apsw.Connection, column: str, place: int) -> None:
    """Whichever fact of whichever event."""
    assert _tampered(chained, f"UPDATE events SET {column} = 'other' WHERE sequence = {place}") == place  # noqa: S608  # our own text


def test_a_changed_time_and_detail_are_found(chained: apsw.Connection) -> None:
    """A microsecond and a space are changes too."""
    assert _tampered(chained, "UPDATE events SET at = at + 1 WHERE sequence = 2") == 2
    chained.execute("UPDATE events SET at = at - 1 WHERE sequence = 2")
    assert events.first_broken_link(chained) is None
    chained.execute("UPDATE events SET detail = detail || ' ' WHERE sequence = 4")
    assert events.first_broken_link(chained) == 4


def test_a_removed_event_is_found_by_the_next(chained: apsw.Connection) -> None:
    """The one behind the gap no longer fits."""
    assert _tampered(chained, "DELETE FROM events WHERE sequence = 3") == 4


def test_a_swap_is_found(chained: apsw.Connection) -> None:
    """Events in another order are another history."""
    swap = "UPDATE events SET sequence = CASE sequence WHEN 2 THEN -1 ELSE 2 END WHERE sequence IN (2, 3);"
    assert _tampered(chained, swap.replace("-1 ELSE 2", "30 ELSE 31")) == 4
