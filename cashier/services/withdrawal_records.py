"""How a withdrawal's row moves on, and its events with it; every function runs inside a transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import apsw

from cashier.domain.iban import IbanError, parse_iban
from cashier.domain.operation import Operation, OperationState
from cashier.domain.withdrawal import (
    Withdrawal,
    WithdrawalReason,
    WithdrawalState,
    check_withdrawal_transition,
)
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.payout_protocol import PayoutEvidence, PayoutOrder, PayoutStanding
from cashier.services import journal
from cashier.services.session import Session
from cashier.storage import events, withdrawals

ALIKE_WITHIN = timedelta(minutes=10)

# Of whichever provider: a warning too many costs a look, one too few may cost the amount.
_DOUBTFUL_REFUSALS = frozenset(
    code
    for spec in PROVIDERS.values()
    if spec.payout_traits is not None
    for code in spec.payout_traits.doubtful_refusals
)

_STATES = {
    PayoutStanding.WAITING: WithdrawalState.ACCEPTED,
    PayoutStanding.PAID: WithdrawalState.PAID,
    PayoutStanding.REJECTED: WithdrawalState.REJECTED,
}


def order_of(withdrawal: Withdrawal) -> PayoutOrder:
    """Return what the provider must know of a withdrawal."""
    return PayoutOrder(
        withdrawal_id=withdrawal.id,
        reference=withdrawal.reference,
        money=withdrawal.money,
        iban=withdrawal.iban,
        holder=withdrawal.holder,
        pay_id=withdrawal.pay_id,
        provider_key=withdrawal.provider_key,
    )


def new_reference(connection: apsw.Connection, session: Session) -> str:
    """Return a reference that no withdrawal has yet: of thousands made in one second some are drawn twice."""
    while withdrawals.is_reference_taken(connection, reference := session.new_reference()):
        pass
    return reference


def alike(connection: apsw.Connection, withdrawal: Withdrawal, now: datetime) -> list[Withdrawal]:
    """Return other withdrawals of the same amount to the same IBAN in the last ten minutes, newest first.

    Those are the ones that were made, agreed to or sent in that time. One that the provider refused is not among them, unless its refusal may have come after its effect.
    """
    return [
        other
        for other in withdrawals.alike(connection, withdrawal, now - ALIKE_WITHIN)
        if other.state is not WithdrawalState.REFUSED or other.provider_code in _DOUBTFUL_REFUSALS
    ]


def move(
    connection: apsw.Connection,
    session: Session,
    withdrawal: Withdrawal,
    state: WithdrawalState,
    *,
    reason: WithdrawalReason | None = None,
    provider_message: str | None = None,
    by_program: bool = True,
    operator_id: str | None = None,
    **facts: Any,
) -> Withdrawal:
    """Store a withdrawal in its next state, with why and by whom.

    Raises:
        WithdrawalTransitionError: if the table does not allow the step.
        StaleWriteError: if the withdrawal was changed since it was read.
    """
    check_withdrawal_transition(withdrawal.state, state)
    changed = replace(
        withdrawal,
        state=state,
        reason=reason,
        provider_message=provider_message,
        updated_at=session.clock.now(),
        version=withdrawal.version + 1,
        **facts,
    )
    withdrawals.update(connection, changed)
    why = {"reason": reason.value if reason else None, "provider": provider_message}
    if state is WithdrawalState.APPROVED and not by_program:
        # What was agreed to stands in the chain: neither receiver nor amount can be another afterwards.
        why |= {"iban": changed.iban, "amount_rial": changed.money.text, "account": changed.account_id}
    events.append(
        connection,
        session.event(
            "withdrawal",
            withdrawal.id,
            "state",
            before=withdrawal.state.value,
            after=state.value,
            detail=json.dumps({name: value for name, value in why.items() if value}, ensure_ascii=False),
            by_program=by_program,
            operator_id=operator_id,
        ),
    )
    return changed


def note_fact(
    connection: apsw.Connection, session: Session, withdrawal: Withdrawal, kind: str, **facts: Any
) -> Withdrawal:
    """Store something learnt about a withdrawal that leaves its state as it is."""
    changed = replace(withdrawal, updated_at=session.clock.now(), version=withdrawal.version + 1, **facts)
    withdrawals.update(connection, changed)
    events.append(
        connection,
        session.event(
            "withdrawal",
            withdrawal.id,
            kind,
            after=withdrawal.state.value,
            detail=json.dumps(
                {name: value for name, value in facts.items() if isinstance(value, str)}, ensure_ascii=False
            ),
            by_program=True,
        ),
    )
    return changed


def apply_evidence(
    connection: apsw.Connection,
    session: Session,
    withdrawal: Withdrawal,
    operation: Operation,
    evidence: PayoutEvidence,
) -> Withdrawal:
    """Store what the provider says became of a submitting call, in the journal and on the withdrawal.

    Only a record with our amount and our IBAN, that no other withdrawal of ours has, is taken for ours.
    """
    if other := contradiction(connection, withdrawal, evidence):
        journal.hand_to_person(
            connection, session, operation, error=f"the provider says {other}", answer=evidence.answer
        )
        if withdrawal.state is WithdrawalState.UNKNOWN:
            return _note_mismatch(connection, session, withdrawal, other)
        return move(
            connection,
            session,
            withdrawal,
            WithdrawalState.UNKNOWN,
            reason=WithdrawalReason.MISMATCH,
            provider_message=other,
        )
    journal.settle(connection, session, operation, OperationState.APPLIED, answer=evidence.answer)
    return move(
        connection,
        session,
        withdrawal,
        _STATES[evidence.standing],
        provider_message=evidence.message or None,
        **_facts(session, withdrawal, evidence),
    )


def apply_news(
    connection: apsw.Connection, session: Session, withdrawal: Withdrawal, evidence: PayoutEvidence
) -> Withdrawal:
    """Store what the provider says about a withdrawal it has accepted before; return it unchanged if nothing is new.

    News of another amount, IBAN or withdrawal end nothing: it stays accepted, and says what is strange about them.
    """
    if evidence.standing is PayoutStanding.NOT_FOUND or withdrawal.state is not WithdrawalState.ACCEPTED:
        return withdrawal
    if other := contradiction(connection, withdrawal, evidence):
        return _note_mismatch(connection, session, withdrawal, other)
    facts = _facts(session, withdrawal, evidence)
    state = _STATES[evidence.standing]
    if state is not withdrawal.state:
        return move(
            connection, session, withdrawal, state, provider_message=evidence.message or None, **facts
        )
    kept = None if withdrawal.reason is WithdrawalReason.MISMATCH else withdrawal.provider_message
    facts |= {"reason": None, "provider_message": evidence.message or kept}
    news = {name: value for name, value in facts.items() if value != getattr(withdrawal, name)}
    return note_fact(connection, session, withdrawal, "asked", **news) if news else withdrawal


def apply_late_word(
    connection: apsw.Connection, session: Session, withdrawal: Withdrawal, evidence: PayoutEvidence
) -> Withdrawal:
    """Store what the provider says about a withdrawal that was taken to be over and never made.

    A provider that lists it after all is right; one that does not leaves it as it stands.
    """
    if evidence.standing is PayoutStanding.NOT_FOUND:
        return withdrawal
    if other := contradiction(connection, withdrawal, evidence):
        return _note_mismatch(connection, session, withdrawal, other)
    return move(
        connection,
        session,
        withdrawal,
        _STATES[evidence.standing],
        provider_message=evidence.message or None,
        **_facts(session, withdrawal, evidence),
    )


def _note_mismatch(
    connection: apsw.Connection, session: Session, withdrawal: Withdrawal, other: str
) -> Withdrawal:
    if (withdrawal.reason, withdrawal.provider_message) == (WithdrawalReason.MISMATCH, other):
        # Asked about again and again, it is told of once.
        return withdrawal
    return note_fact(
        connection,
        session,
        withdrawal,
        "asked",
        reason=WithdrawalReason.MISMATCH,
        provider_message=other,
    )


def contradiction(connection: apsw.Connection, withdrawal: Withdrawal, evidence: PayoutEvidence) -> str:
    """Return what in a record cannot be ours: amount, IBAN, or another's name; empty if all of it can."""
    if evidence.money is not None and not evidence.money.same_value(withdrawal.money):
        return f"{evidence.money.text} {evidence.money.code}"
    if evidence.iban and _is_other_iban(evidence.iban, withdrawal.iban):
        return evidence.iban
    key = evidence.key
    if key is not None and key != withdrawal.provider_key:
        claimed = withdrawals.keys_claimed(connection, withdrawal.account_id, [key])
        return f"#{key}" if claimed else ""
    return ""


def _is_other_iban(told: str, ours: str) -> bool:
    # Samples of the provider's own documents are too short: only a whole one can contradict.
    try:
        return parse_iban(told) != ours
    except IbanError:
        return False


def _facts(session: Session, withdrawal: Withdrawal, evidence: PayoutEvidence) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "provider_key": evidence.key or withdrawal.provider_key,
        "tracking_number": evidence.tracking_number or withdrawal.tracking_number,
        "ref_code": evidence.ref_code or withdrawal.ref_code,
        "bank_name": evidence.bank_name or withdrawal.bank_name,
        "told_holder": evidence.holder_name or withdrawal.told_holder,
    }
    if evidence.standing is PayoutStanding.PAID:
        facts["paid_at"] = evidence.at or session.clock.now()
    return facts
