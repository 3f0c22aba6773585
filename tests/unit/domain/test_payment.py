"""A payment's states, and what may follow what."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from cashier.domain.money import Money
from cashier.domain.payment import (
    OPEN_PAYMENT_STATES,
    PAYMENT_TRANSITIONS,
    Payment,
    PaymentState,
    PaymentTransitionError,
    check_payment_transition,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

PAYMENT = Payment(
    id="0195",
    till_id="till",
    account_id="account",
    intent_id="intent",
    reference="ABCD012345",
    money=Money.of(10, "USDT"),
    customer_no="sam0001",
    note="",
    state=PaymentState.DRAFT,
    created_at=NOW,
    updated_at=NOW,
)


@pytest.mark.parametrize(("before", "after"), list(product(PaymentState, PaymentState)))
def test_only_the_steps_of_the_table_pass(before, after):
    """A step that the table allows passes, and every other one raises."""
    if after in PAYMENT_TRANSITIONS[before]:
        check_payment_transition(before, after)
    else:
        with pytest.raises(PaymentTransitionError, match=f"{before.value} cannot become {after.value}"):
            check_payment_transition(before, after)


def test_paid_is_for_good():
    """Nothing follows a payment that the provider has settled, refused or given back."""
    for final in (PaymentState.PAID, PaymentState.DECLINED, PaymentState.AUTO_REFUNDED):
        assert PAYMENT_TRANSITIONS[final] == frozenset()


def test_nothing_is_paid_without_having_been_asked_for():
    """A draft and a request under way cannot become paid directly."""
    assert PaymentState.PAID not in PAYMENT_TRANSITIONS[PaymentState.DRAFT]
    assert PaymentState.PAID not in PAYMENT_TRANSITIONS[PaymentState.REQUESTING]


def test_every_state_can_be_reached_from_a_draft():
    """The table has no state that nothing leads to."""
    reached, edge = {PaymentState.DRAFT}, {PaymentState.DRAFT}
    while edge:
        edge = {after for before in edge for after in PAYMENT_TRANSITIONS[before]} - reached
        reached |= edge
    assert reached == set(PaymentState)


@pytest.mark.parametrize("state", list(PaymentState))
def test_an_open_payment_has_something_left_to_do(state):
    """Open is what is neither settled nor given up; a closed one can at most be overtaken by money that came."""
    assert replace(PAYMENT, state=state).is_open == (state in OPEN_PAYMENT_STATES)
    if state not in OPEN_PAYMENT_STATES:
        assert PAYMENT_TRANSITIONS[state] <= {PaymentState.PAID, PaymentState.AUTO_REFUNDED}
