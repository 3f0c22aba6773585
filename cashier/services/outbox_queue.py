"""How a payment's request or confirmation comes to wait in the outbox; runs inside a transaction."""

from __future__ import annotations

import json

import apsw

from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment
from cashier.services.session import Session
from cashier.storage import events, outbox


def put(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    kind: OutboxKind,
    arguments: dict[str, str],
    *,
    error: str | None,
) -> None:
    """Let a payment's request or confirmation wait in the outbox."""
    now = session.clock.now()
    known = outbox.of_subject(connection, payment.id)
    item = OutboxItem(
        subject_id=payment.id,
        till_id=session.till_id,
        account_id=payment.account_id,
        kind=kind,
        # The code typed last is the one that counts.
        input=json.dumps(arguments, ensure_ascii=False, sort_keys=True),
        created_at=known.created_at if known else now,
        operator_id=session.operator_id,
        attempts=(known.attempts if known else 0) + (0 if error is None else 1),
        last_attempt_at=None if error is None else now,
        error=error,
    )
    outbox.put(connection, item)
    if known is None:
        events.append(
            connection,
            session.event("payment", payment.id, "queued", after=kind.value, by_program=error is not None),
        )
