"""The journal's steps: every path of the table is open, every other is closed, and each leaves its event."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import apsw
import pytest

from cashier.domain.operation import (
    OPERATION_TRANSITIONS,
    Operation,
    OperationKind,
    OperationState,
    OperationTransitionError,
)
from cashier.services import journal
from cashier.services.session import Session
from cashier.storage import events, operations
from cashier.storage.errors import StaleWriteError

O = OperationState  # noqa: E741  # tables below are read across

Step = Callable[[apsw.Connection, Session, Operation], Operation]

STEPS: dict[str, tuple[Step, dict[OperationState, OperationState]]] = {
    "mark_sent": (journal.mark_sent, {O.PREPARED: O.SENT}),
    "applied": (
        lambda connection, session, operation: journal.settle(
            connection, session, operation, O.APPLIED, answer="{}"
        ),
        dict.fromkeys((O.SENT, O.ANSWERED, O.UNKNOWN, O.RECONCILING, O.NEEDS_PERSON), O.APPLIED),
    ),
    "refused": (
        lambda connection, session, operation: journal.settle(
            connection, session, operation, O.REFUSED, error="no"
        ),
        dict.fromkeys((O.SENT, O.ANSWERED, O.UNKNOWN, O.RECONCILING, O.NEEDS_PERSON), O.REFUSED),
    ),
    "not_sent": (
        lambda connection, session, operation: journal.settle(
            connection, session, operation, O.NOT_SENT, error="x"
        ),
        dict.fromkeys((O.PREPARED, O.SENT, O.UNKNOWN, O.RECONCILING, O.NEEDS_PERSON), O.NOT_SENT),
    ),
    "unknown": (
        lambda connection, session, operation: journal.leave_unknown(
            connection, session, operation, error="lost"
        ),
        dict.fromkeys((O.SENT, O.ANSWERED, O.RECONCILING, O.NEEDS_PERSON), O.UNKNOWN),
    ),
    "repeat": (
        journal.begin_repeat,
        dict.fromkeys((O.UNKNOWN, O.RECONCILING, O.NEEDS_PERSON), O.RECONCILING),
    ),
    "person": (
        lambda connection, session, operation: journal.hand_to_person(
            connection, session, operation, error="look"
        ),
        dict.fromkeys((O.SENT, O.UNKNOWN, O.RECONCILING, O.NEEDS_PERSON), O.NEEDS_PERSON),
    ),
}


@pytest.mark.parametrize("before", OperationState)
@pytest.mark.parametrize("name", STEPS)
def test_steps_follow_the_table(tills: Any, name: str, before: OperationState) -> None:
    """Allowed: on disk as returned, an allowed event for each move; not allowed: refused, and nothing changed."""
    step, allowed = STEPS[name]

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            operation = Operation(
                id="operation-1",
                till_id="1",
                account_id=account.id,
                subject_id="payment-1",
                kind=OperationKind.SETTLE_PAYMENT,
                state=before,
                input='{"code":"481516","key":"k"}',
                prepared_at=tills.clock.now(),
                answer="earlier",
            )
            await till.database.write(lambda connection: operations.insert(connection, operation))
            if before in allowed:
                moved = await till.database.write(lambda c: step(c, till.session, operation))
                assert moved.state is allowed[before]
            else:
                with pytest.raises(OperationTransitionError):
                    await till.database.write(lambda c: step(c, till.session, operation))
                moved = operation
            stored = await till.database.read(lambda c: operations.get(c, operation.id))
            assert stored == moved
            assert ("code" in json.loads(stored.input)) == (not (before in allowed and stored.is_settled))
            assert stored.answer is not None
            for event in await till.database.read(lambda c: events.of_subject(c, operation.id)):
                if event.kind == "state":
                    assert O(event.after) in OPERATION_TRANSITIONS[O(event.before)]

    asyncio.run(story())


def test_a_step_from_an_old_reading_is_refused_and_undone(tills: Any) -> None:
    """Of two that read the same row one moves it; of the other nothing is kept, its event included."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)

            def prepare(connection: apsw.Connection) -> Operation:
                return journal.prepare(
                    connection,
                    till.session,
                    account_id=account.id,
                    subject_id="payment-1",
                    kind=OperationKind.SETTLE_PAYMENT,
                    arguments={"key": "k"},
                )

            prepared = await till.database.write(prepare)
            await till.database.write(lambda c: journal.mark_sent(c, till.session, prepared))
            with pytest.raises(StaleWriteError):
                await till.database.write(lambda c: journal.mark_sent(c, till.session, prepared))
            happened = await till.database.read(lambda c: events.of_subject(c, prepared.id))
            assert [event.after for event in happened] == ["prepared", "sent"]
            with pytest.raises(apsw.ConstraintError):
                await till.database.write(prepare)

    asyncio.run(story())


def test_only_a_question_that_was_put_is_counted(tills: Any) -> None:
    """One that never left only moves the next one."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            operation = Operation(
                id="operation-1",
                till_id="1",
                account_id=account.id,
                subject_id="payment-1",
                kind=OperationKind.SETTLE_PAYMENT,
                state=O.UNKNOWN,
                input="{}",
                prepared_at=tills.clock.now(),
            )
            await till.database.write(lambda connection: operations.insert(connection, operation))
            for was_put, attempts in ((True, 1), (False, 1), (True, 2)):
                next_at = tills.clock.now() + timedelta(seconds=attempts)
                note = partial(journal.note_attempt, was_put=was_put, next_attempt_at=next_at, error="x")
                known = await till.database.read(lambda c: operations.get(c, operation.id))
                noted = await till.database.write(partial(note, operation=known))
                assert (noted.attempts, noted.next_attempt_at, noted.error) == (attempts, next_at, "x")

    asyncio.run(story())
