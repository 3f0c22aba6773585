"""Batches of transfers on disk; their rows are withdrawals."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import apsw

from cashier.domain.money import RIAL, Money
from cashier.domain.transfer_batch import BatchStanding, TransferBatch
from cashier.storage import withdrawals
from cashier.storage.errors import NotStoredError
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = (
    "id, till_id, account_id, intent_id, name, row_count, total_rial, is_paused, operator_id,"
    " created_at, updated_at, last_call_at"
)
# One that is with a person holds up none.
_MAY_GO_ON = (
    "is_paused = 0 AND NOT EXISTS (SELECT 1 FROM withdrawals JOIN operations ON operations.subject_id = withdrawals.id"
    " WHERE withdrawals.batch_id = transfer_batches.id AND withdrawals.state IN ('submitting', 'unknown')"
    " AND operations.state NOT IN ('applied', 'refused', 'not_sent', 'needs_person'))"
)


def insert(connection: apsw.Connection, batch: TransferBatch) -> None:
    """Store a new batch."""
    connection.execute(
        f"INSERT INTO transfer_batches ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            batch.id,
            batch.till_id,
            batch.account_id,
            batch.intent_id,
            batch.name,
            batch.row_count,
            batch.total.to(RIAL).text,
            int(batch.is_paused),
            batch.operator_id,
            to_column(batch.created_at),
            to_column(batch.updated_at),
            to_column(batch.last_call_at),
        ),
    )


def set_paused(
    connection: apsw.Connection, batch: TransferBatch, *, is_paused: bool, at: datetime
) -> TransferBatch:
    """Store whether a batch is stopped, and return it as it is then."""
    connection.execute(
        "UPDATE transfer_batches SET is_paused = ?, updated_at = ? WHERE id = ?",
        (int(is_paused), to_column(at), batch.id),
    )
    return replace(batch, is_paused=is_paused, updated_at=at)


def note_call(connection: apsw.Connection, batch_id: str, at: datetime) -> None:
    """Store when the last call of a batch left."""
    connection.execute("UPDATE transfer_batches SET last_call_at = ? WHERE id = ?", (to_column(at), batch_id))


def get(connection: apsw.Connection, batch_id: str) -> TransferBatch:
    """Return one batch.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM transfer_batches WHERE id = ?", (batch_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no batch {batch_id}")
    return _batch(row)


def of_intent(connection: apsw.Connection, intent_id: str) -> TransferBatch | None:
    """Return the batch that one press of "review" made, if it made one."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM transfer_batches WHERE intent_id = ?", (intent_id,)
    ).fetchone()
    return None if row is None else _batch(row)


def newest(connection: apsw.Connection, *, limit: int) -> list[TransferBatch]:
    """Return the newest batches, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM transfer_batches ORDER BY created_at DESC, id DESC LIMIT ?", (limit,)
    )
    return [_batch(row) for row in rows]


def still_open(connection: apsw.Connection) -> list[TransferBatch]:
    """Return the batches something is still to be done about, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM transfer_batches WHERE id IN (SELECT DISTINCT batch_id FROM withdrawals"
        " WHERE batch_id IS NOT NULL AND state IN"
        " ('draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'unknown'))"
        " ORDER BY created_at, id"
    )
    return [_batch(row) for row in rows]


def to_send(connection: apsw.Connection) -> list[TransferBatch]:
    """Return the batches that have approved rows, are not paused, and in which nothing is being asked about."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM transfer_batches WHERE {_MAY_GO_ON} AND id IN (SELECT batch_id FROM withdrawals"
        " WHERE batch_id IS NOT NULL AND state = 'approved' AND state IN"
        " ('draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'unknown'))"
        " ORDER BY created_at, id"
    )
    return [_batch(row) for row in rows]


def may_go_on(connection: apsw.Connection, batch_id: str) -> bool:
    """Return whether a batch is not paused, and nothing of it is being asked about."""
    row = connection.execute(
        f"SELECT 1 FROM transfer_batches WHERE id = ? AND {_MAY_GO_ON}", (batch_id,)
    ).fetchone()
    return row is not None


def standing(connection: apsw.Connection, batch_id: str) -> BatchStanding:
    """Return how far a batch has got. Raises as `get`."""
    counts, totals, with_person = withdrawals.counts_of_batch(connection, batch_id)
    return BatchStanding(
        batch=get(connection, batch_id), counts=counts, totals=totals, with_person=with_person
    )


def _batch(row: tuple[Any, ...]) -> TransferBatch:
    return TransferBatch(
        id=row[0],
        till_id=row[1],
        account_id=row[2],
        intent_id=row[3],
        name=row[4],
        row_count=row[5],
        total=Money.from_storage(row[6], RIAL.code),
        is_paused=bool(row[7]),
        operator_id=row[8],
        created_at=known_time(row[9]),
        updated_at=known_time(row[10]),
        last_call_at=from_column(row[11]),
    )
