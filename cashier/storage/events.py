"""The append-only events, each holding the hash of the one before."""

from __future__ import annotations

import apsw

from cashier.domain.event import GENESIS_HASH, Event
from cashier.storage.time_columns import known_time, to_column

_COLUMNS = "id, till_id, at, operator_id, subject_kind, subject_id, kind, before, after, detail"


def append(connection: apsw.Connection, event: Event) -> None:
    """Add an event behind the last one."""
    previous = last_hash(connection)
    connection.execute(
        f"INSERT INTO events ({_COLUMNS}, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.id,
            event.till_id,
            to_column(event.at),
            event.operator_id,
            event.subject_kind,
            event.subject_id,
            event.kind,
            event.before,
            event.after,
            event.detail,
            previous,
            event.chained_hash(previous),
        ),
    )


def last_hash(connection: apsw.Connection) -> str:
    """Return the hash of the last event: all of them are tied into it."""
    last = connection.execute("SELECT hash FROM events ORDER BY sequence DESC LIMIT 1").fetchone()
    return GENESIS_HASH if last is None else str(last[0])


def of_subject(connection: apsw.Connection, subject_id: str) -> list[Event]:
    """Return everything that happened to one thing, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM events WHERE subject_id = ? ORDER BY sequence", (subject_id,)
    )
    return [_event(row) for row in rows]


def first_broken_link(connection: apsw.Connection) -> int | None:
    """Return the sequence number of the first event that does not fit the chain; None if all do."""
    previous = GENESIS_HASH
    rows = connection.execute(
        f"SELECT {_COLUMNS}, previous_hash, hash, sequence FROM events ORDER BY sequence"
    )
    for *facts, previous_hash, own_hash, sequence in rows:
        if previous_hash != previous or _event(tuple(facts)).chained_hash(previous) != own_hash:
            return int(sequence)
        previous = own_hash
    return None


def _event(row: tuple[apsw.SQLiteValue, ...]) -> Event:
    id_, till_id, at, operator_id, subject_kind, subject_id, kind, before, after, detail = row
    return Event(
        id=str(id_),
        till_id=str(till_id),
        at=known_time(int(str(at))),
        operator_id=None if operator_id is None else str(operator_id),
        subject_kind=str(subject_kind),
        subject_id=str(subject_id),
        kind=str(kind),
        before=None if before is None else str(before),
        after=None if after is None else str(after),
        detail=str(detail),
    )
