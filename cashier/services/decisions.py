"""What only a person can decide about a payment the provider cannot tell about.

DecisionError
├── ReasonMissingError     a decision needs a reason that can be read later
└── NotWithAPersonError    the program can still find out by itself, or knows already
"""

from __future__ import annotations

import json

import apsw

from cashier.domain.operation import Operation, OperationState
from cashier.domain.operator import Operator
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.domain.text import one_line
from cashier.services import journal, payment_records
from cashier.services.operators import OperatorService
from cashier.services.payment_desk import PaymentDesk
from cashier.storage import events, operations, payments

MAXIMUM_REASON_LENGTH = 500


class DecisionError(Exception):
    """The decision cannot be taken."""


class ReasonMissingError(DecisionError):
    """A decision about money needs a reason that can be read later."""


class NotWithAPersonError(DecisionError):
    """The program can still find out by itself, or knows already.

    Attributes:
        payment: as it stands.
    """

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"payment {payment.id} is {payment.state.value}")
        self.payment = payment


def reason_of(typed: str) -> str:
    """Return a decision's reason as one line.

    Raises:
        ReasonMissingError: if it is empty.
    """
    reason = one_line(typed)[:MAXIMUM_REASON_LENGTH]
    if not reason:
        raise ReasonMissingError("a decision needs a reason")
    return reason


class DecisionService:
    """What a manager decides, with their PIN and a reason; both who and why are kept for good."""

    def __init__(self, desk: PaymentDesk, operators: OperatorService) -> None:
        self._desk = desk
        self._operators = operators

    async def mark_not_paid(self, payment_id: str, *, manager_id: str, pin: str, reason: str) -> Payment:
        """Close a payment as not paid, because a person has seen with the provider that it was not.

        Raises:
            ReasonMissingError: if the reason is empty.
            NotAManagerError, WrongPinError, PinLockedError: as `OperatorService.check_manager`.
            NotWithAPersonError: if asking the provider has not ended, or the payment is no longer unknown.
            StorageUnavailableError: if it cannot be written down.
        """
        why = reason_of(reason)
        manager = await self._operators.check_manager(manager_id, pin)
        return await self._desk.once(
            "mark_not_paid", payment_id, lambda: self._mark_not_paid(payment_id, manager, why)
        )

    async def _mark_not_paid(self, payment_id: str, manager: Operator, why: str) -> Payment:
        session = self._desk.session

        def write(connection: apsw.Connection) -> Payment:
            payment = payments.get(connection, payment_id)
            made = operations.of_subject(connection, payment_id)
            operation = _with_person(made)
            # Unclear while it waited for the customer: there is no call of ours to settle.
            without_call = payment.is_unclear and all(one.is_settled for one in made)
            if payment.state is not PaymentState.UNKNOWN or (operation is None and not without_call):
                raise NotWithAPersonError(payment)
            if operation is not None:
                journal.settle(
                    connection, session, operation, OperationState.REFUSED, error=f"marked as not paid: {why}"
                )
            events.append(
                connection,
                session.event(
                    "payment",
                    payment.id,
                    "decided",
                    before=payment.state.value,
                    after=PaymentState.DECLINED.value,
                    detail=json.dumps({"decision": "not paid", "why": why}, ensure_ascii=False),
                    operator_id=manager.id,
                ),
            )
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.DECLINED,
                reason=PaymentReason.BY_PERSON,
                by_program=False,
            )

        return await self._desk.write(write)


def _with_person(made: list[Operation]) -> Operation | None:
    return next((operation for operation in made if operation.state is OperationState.NEEDS_PERSON), None)
