"""An operation's states, and what may follow what."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from cashier.domain.operation import (
    OPERATION_TRANSITIONS,
    SETTLED_OPERATION_STATES,
    Operation,
    OperationKind,
    OperationState,
    OperationTransitionError,
    check_operation_transition,
)

OPERATION = Operation(
    id="0195",
    till_id="till",
    account_id="account",
    subject_id="payment",
    kind=OperationKind.SETTLE_PAYMENT,
    state=OperationState.PREPARED,
    input="{}",
    prepared_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
)


@pytest.mark.parametrize(("before", "after"), list(product(OperationState, OperationState)))
def test_only_the_steps_of_the_table_pass(before, after):
    """A step that the table allows passes, and every other one raises."""
    if after in OPERATION_TRANSITIONS[before]:
        check_operation_transition(before, after)
    else:
        with pytest.raises(OperationTransitionError, match=f"{before.value} cannot become {after.value}"):
            check_operation_transition(before, after)


def test_an_unknown_outcome_is_settled_by_asking_only():
    """From unknown the one way on is to ask the provider: it is never sent again blindly."""
    assert OPERATION_TRANSITIONS[OperationState.UNKNOWN] == {OperationState.RECONCILING}
    assert all(
        OperationState.SENT not in after
        for before, after in OPERATION_TRANSITIONS.items()
        if before is not OperationState.PREPARED
    )


@pytest.mark.parametrize("state", list(OperationState))
def test_settled_is_what_nothing_follows(state):
    """An operation is settled exactly when no step is left."""
    assert replace(OPERATION, state=state).is_settled == (not OPERATION_TRANSITIONS[state])
    assert (state in SETTLED_OPERATION_STATES) == (not OPERATION_TRANSITIONS[state])


def test_only_settling_moves_money():
    """Opening a payment asks, settling it moves money."""
    assert OperationKind.SETTLE_PAYMENT.moves_money
    assert not OperationKind.OPEN_PAYMENT.moves_money
