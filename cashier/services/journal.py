"""How an operation's row moves on, step by step, and its events with it.

Every function here runs inside a transaction of the database, together with the change it belongs to.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import apsw

from cashier.domain.operation import Operation, OperationKind, OperationState, check_operation_transition
from cashier.services.session import Session
from cashier.storage import events, operations


def prepare(
    connection: apsw.Connection,
    session: Session,
    *,
    account_id: str,
    subject_id: str,
    kind: OperationKind,
    arguments: dict[str, str],
) -> Operation:
    """Write down what is about to be asked of the provider. Nothing may leave before `mark_sent` is on disk."""
    operation = Operation(
        id=session.new_id(),
        till_id=session.till_id,
        account_id=account_id,
        subject_id=subject_id,
        kind=kind,
        state=OperationState.PREPARED,
        input=json.dumps(arguments, ensure_ascii=False, sort_keys=True),
        prepared_at=session.clock.now(),
    )
    operations.insert(connection, operation)
    events.append(
        connection,
        session.event("operation", operation.id, kind.value, after=operation.state.value),
    )
    return operation


def mark_sent(connection: apsw.Connection, session: Session, operation: Operation) -> Operation:
    """Write down that the call is leaving now."""
    return _move(
        connection, session, replace(operation, sent_at=session.clock.now()), operation, OperationState.SENT
    )


def settle(
    connection: apsw.Connection,
    session: Session,
    operation: Operation,
    outcome: OperationState,
    *,
    answer: str | None = None,
    error: str | None = None,
) -> Operation:
    """Write down how it ended: applied, refused or not sent.

    A confirmation code has done its work by then and is forgotten.
    """
    now = session.clock.now()
    current = operation
    if current.state is OperationState.SENT and outcome is not OperationState.NOT_SENT:
        current = _move(
            connection,
            session,
            replace(current, answered_at=now, answer=answer or current.answer),
            current,
            OperationState.ANSWERED,
        )
    if current.state is OperationState.UNKNOWN:
        current = _move(connection, session, current, current, OperationState.RECONCILING)
    return _move(
        connection,
        session,
        replace(
            current,
            settled_at=now,
            answer=answer or current.answer,
            error=error,
            input=_without_code(current.input),
            next_attempt_at=None,
        ),
        current,
        outcome,
    )


def leave_unknown(
    connection: apsw.Connection,
    session: Session,
    operation: Operation,
    *,
    error: str,
    answer: str | None = None,
    next_attempt_at: datetime | None = None,
) -> Operation:
    """Write down that nobody here knows what became of it, and when the provider is asked next."""
    current = operation
    if current.state is OperationState.NEEDS_PERSON:
        # A person had it asked about again.
        current = _move(connection, session, current, current, OperationState.RECONCILING)
    changed = replace(current, error=error, answer=answer or current.answer, next_attempt_at=next_attempt_at)
    return _move(connection, session, changed, current, OperationState.UNKNOWN)


def begin_repeat(connection: apsw.Connection, session: Session, operation: Operation) -> Operation:
    """Write down that the same call leaves once more, where the endpoint can only ever act on it once."""
    current = operation
    if current.state is not OperationState.RECONCILING:
        current = _move(connection, session, current, current, OperationState.RECONCILING)
    repeated = replace(current, attempts=current.attempts + 1)
    operations.update(connection, repeated, before=current.state)
    events.append(
        connection,
        session.event("operation", operation.id, "repeated", after=repeated.state.value, by_program=True),
    )
    return repeated


def note_attempt(
    connection: apsw.Connection,
    operation: Operation,
    *,
    was_put: bool,
    next_attempt_at: datetime,
    error: str,
) -> Operation:
    """Count one more question to the provider about an unknown outcome that brought no certainty.

    One that never left this machine was not put, and only moves the next one.
    """
    changed = replace(
        operation,
        attempts=operation.attempts + (1 if was_put else 0),
        next_attempt_at=next_attempt_at,
        error=error,
    )
    operations.update(connection, changed, before=operation.state)
    return changed


def hand_to_person(
    connection: apsw.Connection,
    session: Session,
    operation: Operation,
    *,
    error: str,
    answer: str | None = None,
) -> Operation:
    """Write down that only a person can tell what became of it, and what is known."""
    current = operation
    if current.state is OperationState.SENT:
        current = _move(connection, session, current, current, OperationState.UNKNOWN)
    if current.state is OperationState.UNKNOWN:
        current = _move(connection, session, current, current, OperationState.RECONCILING)
    changed = replace(current, error=error, answer=answer or current.answer, next_attempt_at=None)
    if current.state is OperationState.NEEDS_PERSON:
        operations.update(connection, changed, before=current.state)
        return changed
    return _move(connection, session, changed, current, OperationState.NEEDS_PERSON)


def _move(
    connection: apsw.Connection,
    session: Session,
    changed: Operation,
    before: Operation,
    state: OperationState,
) -> Operation:
    check_operation_transition(before.state, state)
    after = replace(changed, state=state)
    operations.update(connection, after, before=before.state)
    events.append(
        connection,
        session.event(
            "operation",
            after.id,
            "state",
            before=before.state.value,
            after=state.value,
            detail=json.dumps({"error": after.error} if after.error else {}, ensure_ascii=False),
            by_program=True,
        ),
    )
    return after


def _without_code(text: str) -> str:
    arguments = json.loads(text)
    arguments.pop("code", None)
    return json.dumps(arguments, ensure_ascii=False, sort_keys=True)
