"""How a payment's row moves on, and its events with it; every function runs inside a transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import apsw

from cashier.domain.operation import Operation, OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState, check_payment_transition
from cashier.providers.protocol import PaymentEvidence, PaymentOrder, PaymentStanding
from cashier.services import journal
from cashier.services.session import Session
from cashier.storage import events, outbox, payments


def order_of(payment: Payment) -> PaymentOrder:
    """Return what the provider must know of a payment."""
    return PaymentOrder(
        payment_id=payment.id,
        reference=payment.reference,
        money=payment.money,
        customer_no=payment.customer_no,
        note=payment.note,
    )


def move(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    state: PaymentState,
    *,
    reason: PaymentReason | None = None,
    provider_message: str | None = None,
    by_program: bool = True,
    keeps_outbox: bool = False,
    **facts: Any,
) -> Payment:
    """Store a payment in its next state, with why and by whom.

    What waited in the outbox for it has had its time, unless `keeps_outbox` says that it was not sent.

    Raises:
        PaymentTransitionError: if the table does not allow the step.
        StaleWriteError: if the payment was changed since it was read.
    """
    check_payment_transition(payment.state, state)
    changed = _changed(session, payment, reason, provider_message, {"state": state, **facts})
    payments.update(connection, changed)
    if not keeps_outbox:
        outbox.remove(connection, payment.id)
    why = {
        key: value
        for key, value in (("reason", reason.value if reason else None), ("provider", provider_message))
        if value
    }
    events.append(
        connection,
        session.event(
            "payment",
            payment.id,
            "state",
            before=payment.state.value,
            after=state.value,
            detail=json.dumps(why, ensure_ascii=False),
            by_program=by_program,
        ),
    )
    return changed


def note_fact(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    kind: str,
    *,
    reason: PaymentReason | None = None,
    provider_message: str | None = None,
    **facts: Any,
) -> Payment:
    """Store something learnt about a payment that leaves its state as it is."""
    changed = _changed(session, payment, reason, provider_message, facts)
    payments.update(connection, changed)
    events.append(
        connection,
        session.event(
            "payment",
            payment.id,
            kind,
            after=payment.state.value,
            detail=json.dumps({"provider": provider_message} if provider_message else {}, ensure_ascii=False),
            by_program=True,
        ),
    )
    return changed


def apply_evidence(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    operation: Operation,
    evidence: PaymentEvidence,
) -> Payment:
    """Store what the provider says became of a settling call, in the journal and on the payment.

    Only the provider's "settled", for our amount and our currency, makes a payment paid.
    """
    standing = evidence.standing
    if standing is PaymentStanding.SETTLED and (other := _other_money(payment, evidence)):
        journal.hand_to_person(
            connection, session, operation, error=f"the provider says {other}", answer=evidence.answer
        )
        return _unclear(connection, session, payment, PaymentReason.MISMATCH, other)
    if standing is PaymentStanding.SETTLED:
        journal.settle(connection, session, operation, OperationState.APPLIED, answer=evidence.answer)
        return _paid(connection, session, payment, evidence)
    if standing in {PaymentStanding.FAILED, PaymentStanding.REFUNDED}:
        journal.settle(connection, session, operation, OperationState.REFUSED, answer=evidence.answer)
        return _over(connection, session, payment, evidence)
    if standing is PaymentStanding.WAITING:
        # There was nothing to collect yet.
        journal.settle(
            connection,
            session,
            operation,
            OperationState.REFUSED,
            error="the customer has not paid",
            answer=evidence.answer,
        )
        return move(
            connection,
            session,
            payment,
            PaymentState.AWAITING_CUSTOMER,
            reason=PaymentReason.PROVIDER_REFUSED,
            provider_message=evidence.message or None,
        )
    journal.hand_to_person(
        connection, session, operation, error=f"the provider says {standing.value}", answer=evidence.answer
    )
    return _unclear(connection, session, payment, PaymentReason.UNREADABLE_STATE, evidence.message)


def apply_news(
    connection: apsw.Connection, session: Session, payment: Payment, evidence: PaymentEvidence
) -> Payment:
    """Store what the provider says about a payment for which no settling call of ours is open.

    It waits for the customer, or became unclear while it did.
    """
    standing = evidence.standing
    has_money = standing in {PaymentStanding.SETTLED, PaymentStanding.CUSTOMER_PAID}
    if has_money and (other := _other_money(payment, evidence)):
        return _unclear(connection, session, payment, PaymentReason.MISMATCH, other)
    if standing is PaymentStanding.SETTLED:
        return _paid(connection, session, payment, evidence)
    if standing in {PaymentStanding.FAILED, PaymentStanding.REFUNDED}:
        return _over(connection, session, payment, evidence)
    if standing is PaymentStanding.UNCLEAR:
        return _unclear(connection, session, payment, PaymentReason.UNREADABLE_STATE, evidence.message)
    facts: dict[str, Any] = {}
    if standing is PaymentStanding.CUSTOMER_PAID and payment.customer_paid_at is None:
        facts["customer_paid_at"] = evidence.at or session.clock.now()
    if payment.state is PaymentState.UNKNOWN and standing is not PaymentStanding.NOT_FOUND:
        return move(connection, session, payment, PaymentState.AWAITING_CUSTOMER, **facts)
    return note_fact(connection, session, payment, standing.value, **facts) if facts else payment


def apply_late_word(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    evidence: PaymentEvidence,
    *,
    is_kept: bool,
) -> Payment:
    """Store what the provider says about a payment that was taken to be over and not paid.

    A provider that lists it after all is right. What says nothing of the kind leaves it as it stands. With `is_kept`
    what the customer has paid cannot go back by itself any more.
    """
    standing = evidence.standing
    if standing is PaymentStanding.REFUNDED:
        return _over(connection, session, payment, evidence)
    if standing is not PaymentStanding.SETTLED and not (
        standing is PaymentStanding.CUSTOMER_PAID and is_kept
    ):
        return payment
    other = _other_money(payment, evidence)
    if not other:
        return _paid(connection, session, payment, evidence)
    if (payment.reason, payment.provider_message) == (PaymentReason.MISMATCH, other):
        # Listed again and again, it is told of once.
        return payment
    return note_fact(
        connection, session, payment, "asked", reason=PaymentReason.MISMATCH, provider_message=other
    )


def _other_money(payment: Payment, evidence: PaymentEvidence) -> str:
    """Return what the provider says was paid, if that is not what was asked for; empty if it is."""
    if evidence.money is None or evidence.money.same_value(payment.money):
        return ""
    return f"{evidence.money.text} {evidence.money.code}"


def _paid(
    connection: apsw.Connection, session: Session, payment: Payment, evidence: PaymentEvidence
) -> Payment:
    return move(
        connection,
        session,
        payment,
        PaymentState.PAID,
        paid_at=evidence.at or session.clock.now(),
        provider_reference=evidence.provider_reference or payment.provider_reference,
    )


def _over(
    connection: apsw.Connection, session: Session, payment: Payment, evidence: PaymentEvidence
) -> Payment:
    failed = evidence.standing is PaymentStanding.FAILED
    return move(
        connection,
        session,
        payment,
        PaymentState.DECLINED if failed else PaymentState.AUTO_REFUNDED,
        reason=PaymentReason.CUSTOMER_FAILED if failed else PaymentReason.TIME_RAN_OUT,
        provider_message=evidence.message or None,
    )


def _unclear(
    connection: apsw.Connection,
    session: Session,
    payment: Payment,
    reason: PaymentReason,
    message: str,
) -> Payment:
    if payment.state is PaymentState.UNKNOWN:
        return note_fact(
            connection, session, payment, "asked", reason=reason, provider_message=message or None
        )
    return move(
        connection, session, payment, PaymentState.UNKNOWN, reason=reason, provider_message=message or None
    )


def _changed(
    session: Session,
    payment: Payment,
    reason: PaymentReason | None,
    provider_message: str | None,
    facts: dict[str, Any],
) -> Payment:
    return replace(
        payment,
        reason=reason,
        provider_message=provider_message,
        updated_at=session.clock.now(),
        version=payment.version + 1,
        **facts,
    )
