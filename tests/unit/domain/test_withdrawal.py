"""A withdrawal's states, and what may follow what; how far a batch has got."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from cashier.domain.money import RIAL, Money
from cashier.domain.transfer_batch import BatchStanding, TransferBatch
from cashier.domain.withdrawal import (
    MONEY_OUT_STATES,
    OPEN_WITHDRAWAL_STATES,
    WITHDRAWAL_TRANSITIONS,
    Withdrawal,
    WithdrawalState,
    WithdrawalTransitionError,
    check_withdrawal_transition,
)

S = WithdrawalState
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

WITHDRAWAL = Withdrawal(
    id="0195",
    till_id="till",
    account_id="account",
    intent_id="intent",
    reference="ABCD012345",
    money=Money.of(10, "IRR"),
    iban="IR820540102680020817909002",
    holder="",
    note="",
    state=S.DRAFT,
    created_at=NOW,
    updated_at=NOW,
)

BATCH = TransferBatch(
    id="0196",
    till_id="till",
    account_id="account",
    intent_id="intent",
    name="Wages",
    row_count=10,
    total=Money.of(100, "IRR"),
    is_paused=False,
    created_at=NOW,
    updated_at=NOW,
)


def standing(counts: dict[WithdrawalState, int], *, is_paused: bool = False) -> BatchStanding:
    """Return the standing of a batch with so many rows in each state."""
    totals = {state: Money.of(count, RIAL.code) for state, count in counts.items()}
    return BatchStanding(batch=replace(BATCH, is_paused=is_paused), counts=counts, totals=totals)


@pytest.mark.parametrize(("before", "after"), list(product(S, S)))
def test_only_the_steps_of_the_table_pass(before: WithdrawalState, after: WithdrawalState) -> None:
    """A step that the table allows passes, and every other one raises."""
    if after in WITHDRAWAL_TRANSITIONS[before]:
        check_withdrawal_transition(before, after)
    else:
        with pytest.raises(WithdrawalTransitionError, match=f"{before.value} cannot become {after.value}"):
            check_withdrawal_transition(before, after)


def test_what_may_have_left_is_never_sent_again() -> None:
    """From an unknown outcome, a refusal, a cancellation or an end, no way leads back to being sent."""
    for state in (S.UNKNOWN, S.ACCEPTED, S.PAID, S.REJECTED, S.REFUSED, S.CANCELLED):
        reached, edge = {state}, {state}
        while edge:
            edge = {after for before in edge for after in WITHDRAWAL_TRANSITIONS[before]} - reached
            reached |= edge
        assert not reached & {S.APPROVED, S.SUBMITTING}


def test_nothing_is_sent_without_approval() -> None:
    """Only what is approved may be on its way."""
    assert {before for before, after in WITHDRAWAL_TRANSITIONS.items() if S.SUBMITTING in after} == {
        S.APPROVED
    }


def test_every_state_can_be_reached_from_a_draft() -> None:
    """The table has no state that nothing leads to."""
    reached, edge = {S.DRAFT}, {S.DRAFT}
    while edge:
        edge = {after for before in edge for after in WITHDRAWAL_TRANSITIONS[before]} - reached
        reached |= edge
    assert reached == set(S)


@pytest.mark.parametrize("state", list(S))
def test_open_is_what_has_no_end_yet(state: WithdrawalState) -> None:
    """A withdrawal is open exactly in the states in which something is still to come."""
    assert replace(WITHDRAWAL, state=state).is_open == (state in OPEN_WITHDRAWAL_STATES)
    assert (state in OPEN_WITHDRAWAL_STATES) == (state not in {S.PAID, S.REJECTED, S.REFUSED, S.CANCELLED})


def test_money_that_may_be_out_counts() -> None:
    """An unknown outcome counts as spent; what was given back or never made does not."""
    assert S.UNKNOWN in MONEY_OUT_STATES
    assert not MONEY_OUT_STATES & {S.REJECTED, S.REFUSED, S.CANCELLED, S.DRAFT}


def test_a_batch_says_how_far_it_has_got() -> None:
    """Sent is what the provider was asked for, whatever came of it; running is what has something left to send."""
    going = standing({S.APPROVED: 4, S.ACCEPTED: 3, S.REFUSED: 2, S.UNKNOWN: 1})
    assert (going.sent, going.is_running, going.is_open) == (6, True, True)
    paused = standing({S.APPROVED: 4, S.PAID: 6}, is_paused=True)
    assert (paused.sent, paused.is_running, paused.is_open) == (6, False, True)
    over = standing({S.PAID: 9, S.CANCELLED: 1})
    assert (over.sent, over.is_running, over.is_open) == (9, False, False)
