"""How a batch's row moves on, and its events with it; every function runs inside a transaction."""

from __future__ import annotations

import apsw

from cashier.domain.transfer_batch import TransferBatch
from cashier.services.session import Session
from cashier.storage import events, transfer_batches


def set_paused(
    connection: apsw.Connection, session: Session, batch_id: str, *, is_paused: bool, by_program: bool = False
) -> TransferBatch:
    """Store whether a batch is stopped, and by whom; one that stands so already is returned unchanged.

    Raises:
        NotStoredError: if there is no such batch.
    """
    batch = transfer_batches.get(connection, batch_id)
    if batch.is_paused == is_paused:
        return batch
    events.append(
        connection,
        session.event("batch", batch_id, "paused" if is_paused else "resumed", by_program=by_program),
    )
    return transfer_batches.set_paused(connection, batch, is_paused=is_paused, at=session.clock.now())
