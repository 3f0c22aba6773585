"""What is changed in a backup before it takes the place of the till's file; all of it in one transaction.

Nothing that stood open in it can be sent by itself any more, the lists are read again from before its time, and the chain of
events goes on with what was done.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import apsw
import msgspec

from cashier.domain.operation import Operation
from cashier.domain.operator import Operator
from cashier.domain.payment import Payment
from cashier.domain.restoring import Restored, ToAsk, payment_to_ask, withdrawal_to_ask
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.protocol import Confirmation
from cashier.services.session import Session
from cashier.storage import (
    accounts,
    events,
    list_readings,
    operations,
    operators,
    outbox,
    payments,
    settings,
    withdrawals,
)

# The setting that holds what a restore did, until a person has read it.
RESTORED: Final = "restored"

# The second wrong PIN after this many locks its owner out.
_TRIES_UNKNOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What is known of the file that a backup takes the place of.

    Attributes:
        people: who works at the till, as it has them; None if it could not be read.
        last_hash: of the last event in it; empty if it could not be read.
    """

    people: Sequence[Operator] | None
    last_hash: str


def take_over(
    connection: apsw.Connection,
    session: Session,
    done: Restored,
    replaced: Replaced | None,
    *,
    manager_id: str | None,
) -> Restored:
    """Change a backup so that it can go on as the till's file, and return what was done, with its counts.

    Args:
        connection: to the backup, inside a transaction.
        session: of the till in it.
        done: why, when and with what; its counts do not matter.
        replaced: None if there was no till before.
        manager_id: who wanted it; None if the program did it.
    """
    calls = {operation.subject_id: operation for operation in operations.unsettled(connection)}
    taken = sum(
        _keep(connection, session, one, calls) for one in _payments_to_ask(connection, session, calls)
    )
    sent = sum(
        _keep(connection, session, one, calls) for one in _withdrawals_to_ask(connection, session, calls)
    )
    outbox.clear(connection)
    list_readings.set_all_back(connection, done.at)
    if replaced is not None:
        _keep_people(connection, session, replaced)
    counted = replace(done, payments=taken, withdrawals=sent)
    text = msgspec.json.encode(counted).decode()
    detail = json.loads(text) | {"replaced_hash": replaced.last_hash if replaced else ""}
    event = session.event(
        "till",
        session.till_id,
        "restored",
        detail=json.dumps(detail, ensure_ascii=False, sort_keys=True),
        by_program=manager_id is None,
        operator_id=manager_id,
    )
    events.append(connection, event)
    settings.put(connection, RESTORED, text)
    return counted


def read_restored(connection: apsw.Connection) -> Restored | None:
    """Return what a restore did that nobody has read of yet."""
    text = settings.get(connection, RESTORED)
    return None if text is None else msgspec.json.decode(text, type=Restored)


def _payments_to_ask(
    connection: apsw.Connection, session: Session, calls: dict[str, Operation]
) -> list[ToAsk]:
    found = []
    for payment in payments.still_open(connection):
        traits = PROVIDERS[accounts.get(connection, payment.account_id).provider].traits
        by_token = traits is not None and traits.confirmation is Confirmation.TOKEN
        call = calls.get(payment.id)
        found.append(payment_to_ask(payment, call, session.new_id(), pays_by_token=by_token))
    return [one for one in found if one is not None]


def _withdrawals_to_ask(
    connection: apsw.Connection, session: Session, calls: dict[str, Operation]
) -> list[ToAsk]:
    found = [
        withdrawal_to_ask(withdrawal, calls.get(withdrawal.id), session.new_id())
        for withdrawal in withdrawals.still_open(connection)
    ]
    return [one for one in found if one is not None]


def _keep(connection: apsw.Connection, session: Session, after: ToAsk, calls: dict[str, Operation]) -> int:
    subject, call = after.subject, after.call
    if isinstance(subject, Payment):
        kind, before = "payment", payments.get(connection, subject.id).state.value
        payments.update(connection, subject)
    else:
        kind, before = "withdrawal", withdrawals.get(connection, subject.id).state.value
        withdrawals.update(connection, subject)
    known = calls.get(subject.id)
    if known is None:
        operations.insert(connection, call)
    else:
        operations.update(connection, call, before=known.state)
    reason = {} if subject.reason is None else {"reason": subject.reason.value}
    for subject_kind, subject_id, state_before, state, detail in (
        ("operation", call.id, known.state.value if known else None, call.state.value, {"error": call.error}),
        (kind, subject.id, before, subject.state.value, reason),
    ):
        event = session.event(
            subject_kind,
            subject_id,
            "state",
            before=state_before,
            after=state,
            detail=json.dumps(detail, ensure_ascii=False),
            by_program=True,
        )
        events.append(connection, event)
    return 1


def _keep_people(connection: apsw.Connection, session: Session, replaced: Replaced) -> None:
    """Let everyone's PIN, and how often it was tried, be as in the file that was replaced.

    A restore neither gives new tries, nor brings back who was removed, nor an old PIN. Where that file could not be
    read, everyone has the tries left that are fewest.
    """
    if replaced.people is not None:
        for operator in replaced.people:
            operators.save(connection, operator)
        return
    for operator in operators.in_service(connection):
        tries = max(operator.failed_tries, _TRIES_UNKNOWN)
        wary = replace(operator, failed_tries=tries, last_failed_at=session.clock.now())
        operators.save(connection, wary)
