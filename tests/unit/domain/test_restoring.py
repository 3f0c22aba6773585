"""What becomes of each open payment and withdrawal of a backup that is restored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.money import Money
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.payment import OPEN_PAYMENT_STATES, Payment, PaymentReason, PaymentState
from cashier.domain.restoring import payment_to_ask, withdrawal_to_ask
from cashier.domain.withdrawal import (
    OPEN_WITHDRAWAL_STATES,
    Withdrawal,
    WithdrawalReason,
    WithdrawalState,
)

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)


def payment(state: PaymentState, **facts: Any) -> Payment:
    """Return a payment in a state."""
    known = Payment(
        id="payment-1",
        till_id="till-1",
        account_id="account-1",
        intent_id="intent-1",
        reference="REF-1",
        money=Money.of("10", "USDT"),
        customer_no="1",
        note="",
        state=state,
        created_at=NOON,
        updated_at=NOON,
    )
    return replace(known, **facts)


def withdrawal(state: WithdrawalState, **facts: Any) -> Withdrawal:
    """Return a withdrawal in a state."""
    known = Withdrawal(
        id="withdrawal-1",
        till_id="till-1",
        account_id="account-1",
        intent_id="intent-1",
        reference="REF-1",
        money=Money.of("1000", "IRR"),
        iban="IR062960000000100324200001",
        holder="Sara Example",
        note="",
        state=state,
        created_at=NOON,
        updated_at=NOON + timedelta(minutes=1),
    )
    return replace(known, **facts)


def call(kind: OperationKind, state: OperationState, arguments: str = "{}") -> Operation:
    """Return a call about either."""
    return Operation(
        id="call-1",
        till_id="till-1",
        account_id="account-1",
        subject_id="payment-1",
        kind=kind,
        state=state,
        input=arguments,
        prepared_at=NOON,
        attempts=4,
        next_attempt_at=NOON,
    )


@pytest.mark.parametrize("by_token", [True, False])
@pytest.mark.parametrize("state", sorted(OPEN_PAYMENT_STATES, key=lambda one: one.value))
def test_every_open_payment_is_asked_about(state: PaymentState, *, by_token: bool) -> None:
    """But one that waits for a token, which is asked about anyway, and one that only a person understands."""
    after = payment_to_ask(payment(state, version=3), None, "new-1", pays_by_token=by_token)
    stays = state is PaymentState.UNKNOWN or (by_token and state is PaymentState.AWAITING_CUSTOMER)
    assert (after is None) == stays
    if after is None:
        return
    assert isinstance(after.subject, Payment)
    assert (after.subject.state, after.subject.reason) == (PaymentState.UNKNOWN, PaymentReason.RESTORED)
    assert after.subject.version == 4
    never_opened = state in {PaymentState.DRAFT, PaymentState.REQUESTING}
    kind = OperationKind.OPEN_PAYMENT if never_opened else OperationKind.SETTLE_PAYMENT
    assert (after.call.id, after.call.kind, after.call.state) == ("new-1", kind, OperationState.UNKNOWN)
    assert after.call.is_restored


@pytest.mark.parametrize(
    "state",
    [state for state in OperationState if state.value not in {"applied", "refused", "not_sent"}],
)
@pytest.mark.parametrize("payment_state", [PaymentState.CONFIRMING, PaymentState.UNKNOWN])
def test_a_call_that_was_open_may_have_left_and_never_leaves_again(
    state: OperationState, payment_state: PaymentState
) -> None:
    """Also one that was only prepared; the customer's code goes, and asking begins anew."""
    open_call = call(OperationKind.SETTLE_PAYMENT, state, '{"code": "123456", "key": "k"}')
    after = payment_to_ask(payment(payment_state), open_call, "new-1", pays_by_token=True)
    assert after is not None
    assert (after.call.id, after.call.state) == ("call-1", OperationState.UNKNOWN)
    assert json.loads(after.call.input) == {"key": "k", "restored": True}
    assert (after.call.attempts, after.call.next_attempt_at) == (0, None)
    assert after.call.is_restored
    assert not open_call.is_restored


@pytest.mark.parametrize("state", sorted(OPEN_WITHDRAWAL_STATES, key=lambda one: one.value))
def test_every_withdrawal_that_could_be_sent_is_asked_about(state: WithdrawalState) -> None:
    """What is unknown or accepted is never sent again anyway; the rest is looked for since it last changed."""
    after = withdrawal_to_ask(withdrawal(state), None, "new-1")
    stays = state in {WithdrawalState.UNKNOWN, WithdrawalState.ACCEPTED}
    assert (after is None) == stays
    if after is None:
        return
    assert isinstance(after.subject, Withdrawal)
    assert (after.subject.state, after.subject.reason) == (
        WithdrawalState.UNKNOWN,
        WithdrawalReason.RESTORED,
    )
    assert after.subject.submitted_at == NOON + timedelta(minutes=1)
    assert (after.call.kind, after.call.state) == (
        OperationKind.SUBMIT_WITHDRAWAL,
        OperationState.UNKNOWN,
    )


def test_a_withdrawal_whose_call_was_open_is_looked_for_since_that_began() -> None:
    """When the call began to leave is known, and stays."""
    submitting = withdrawal(WithdrawalState.SUBMITTING, submitted_at=NOON)
    open_call = call(OperationKind.SUBMIT_WITHDRAWAL, OperationState.PREPARED)
    after = withdrawal_to_ask(submitting, open_call, "new-1")
    assert after is not None
    assert isinstance(after.subject, Withdrawal)
    assert after.subject.submitted_at == NOON
    assert (after.call.id, after.call.state) == ("call-1", OperationState.UNKNOWN)
