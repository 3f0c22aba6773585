"""The journal's rows: none is stepped over, two of one payment are never under way, none is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.operation import SETTLED_OPERATION_STATES, OperationKind, OperationState
from cashier.storage import operations
from cashier.storage.errors import NotStoredError, StaleWriteError

UNDER_WAY = [OperationState.PREPARED, OperationState.SENT, OperationState.ANSWERED]


def test_an_operation_comes_back_as_it_went(connection: apsw.Connection, rows: Any) -> None:
    """With nothing but what it must have, and with everything."""
    bare = rows.operation(kind=OperationKind.OPEN_PAYMENT)
    operations.insert(connection, bare)
    assert operations.get(connection, bare.id) == bare
    second = timedelta(seconds=1)
    full = replace(
        bare,
        state=OperationState.NEEDS_PERSON,
        input='{"key":"k"}',
        sent_at=bare.prepared_at + second,
        answered_at=bare.prepared_at + 2 * second,
        settled_at=bare.prepared_at + 3 * second,
        answer='{"code":0}',
        error="بی‌پاسخ",
        attempts=7,
        next_attempt_at=bare.prepared_at + 4 * second,
    )
    operations.update(connection, full, before=bare.state)
    assert operations.get(connection, bare.id) == full
    with pytest.raises(NotStoredError):
        operations.get(connection, "nobody's")


def test_a_step_is_taken_from_where_it_was_read(connection: apsw.Connection, rows: Any) -> None:
    """Two that read the same row cannot both take the same step."""
    prepared = rows.operation()
    operations.insert(connection, prepared)
    sent = replace(prepared, state=OperationState.SENT)
    operations.update(connection, sent, before=prepared.state)
    with pytest.raises(StaleWriteError):
        operations.update(connection, sent, before=prepared.state)
    assert operations.get(connection, prepared.id) == sent


@pytest.mark.parametrize("first", OperationState)
@pytest.mark.parametrize("second", OperationState)
def test_two_calls_of_one_payment_are_never_under_way_at_once(
    connection: apsw.Connection, rows: Any, first: OperationState, second: OperationState
) -> None:
    """The database itself refuses it, whatever the program believes; calls of another payment are free."""
    operations.insert(connection, rows.operation(state=first))
    twin = rows.operation(state=second)
    if first in UNDER_WAY and second in UNDER_WAY:
        with pytest.raises(apsw.ConstraintError):
            operations.insert(connection, twin)
    else:
        operations.insert(connection, twin)
    operations.insert(connection, rows.operation(state=second, subject_id="payment-2"))


def test_what_is_not_settled_is_listed(connection: apsw.Connection, rows: Any) -> None:
    """Every state but the three that end it."""
    for number, state in enumerate(OperationState):
        operations.insert(connection, rows.operation(state=state, subject_id=f"payment-{number}"))
    listed = {operation.state for operation in operations.unsettled(connection)}
    assert listed == set(OperationState) - SETTLED_OPERATION_STATES


def test_calls_come_in_the_order_they_were_written(connection: apsw.Connection, rows: Any) -> None:
    """A clock that was set back gives a later call an earlier id; it is still the later one."""
    first = rows.operation(id="id-9", state=OperationState.REFUSED)
    second = rows.operation(id="id-1", prepared_at=first.prepared_at - timedelta(hours=1))
    operations.insert(connection, first)
    operations.insert(connection, second)
    assert operations.of_subject(connection, "payment-1") == [first, second]


def test_a_state_nobody_knows_is_refused(connection: apsw.Connection, rows: Any) -> None:
    """The database takes only the states of the table, and only JSON as input."""
    operations.insert(connection, rows.operation())
    for damage in ("state = 'finished'", "input = 'no JSON'", "attempts = 'many'"):
        with pytest.raises(apsw.ConstraintError):
            connection.execute(f"UPDATE operations SET {damage}")  # noqa: S608  # our own text
