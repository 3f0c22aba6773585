"""What only a manager can decide about a withdrawal the provider cannot tell about.

NotWithAManagerError    the program can still find out by itself, or knows already
NoSuchRecordError       the record chosen is not one of those that could be it
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

import apsw

from cashier.domain.operation import Operation, OperationState
from cashier.domain.operator import Operator
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.payout_protocol import PayoutEvidence
from cashier.services import journal, withdrawal_records
from cashier.services.decisions import DecisionError, reason_of
from cashier.services.operators import OperatorService
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.services.withdrawal_reconciliation import WithdrawalReconciliation
from cashier.storage import events, operations, withdrawals


class NotWithAManagerError(DecisionError):
    """The program can still find out by itself, or knows already.

    Attributes:
        withdrawal: as it stands.
    """

    def __init__(self, withdrawal: Withdrawal) -> None:
        super().__init__(f"withdrawal {withdrawal.id} is {withdrawal.state.value}")
        self.withdrawal = withdrawal


class NoSuchRecordError(DecisionError):
    """The provider, asked once more, lists no such record that could be this withdrawal."""


class WithdrawalDecisions:
    """What a manager decides, with their PIN and a reason; both who and why are kept for good."""

    def __init__(
        self,
        desk: WithdrawalDesk,
        operators: OperatorService,
        reconciliation: WithdrawalReconciliation,
    ) -> None:
        self._desk = desk
        self._operators = operators
        self._reconciliation = reconciliation

    async def declare_not_sent(
        self, withdrawal_ids: Sequence[str], *, manager_id: str, pin: str, reason: str
    ) -> list[Withdrawal]:
        """Close withdrawals as not sent, because a person has seen with the provider that they were not.

        Each is asked about once more before: one that the provider lists after all is not closed, and comes back as
        it stands then.

        Raises:
            ReasonMissingError: if the reason is empty.
            NotAManagerError, WrongPinError, PinLockedError: as `OperatorService.check_manager`.
            NotWithAManagerError: if asking the provider has not ended for one of them.
            StorageUnavailableError: if it cannot be written down.
        """
        why = reason_of(reason)
        manager = await self._operators.check_manager(manager_id, pin)
        decided = []
        for withdrawal_id in withdrawal_ids:
            await self._reconciliation.ask(withdrawal_id)
            step = partial(self._not_sent, withdrawal_id, manager, why)
            decided.append(await self._desk.once("declare_not_sent", withdrawal_id, step))
            # One by one: the next may not be with a manager, and these are decided all the same.
            self._desk.tell(decided[-1:])
        return decided

    async def choose(
        self, withdrawal_id: str, record_key: str, *, manager_id: str, pin: str, reason: str
    ) -> Withdrawal:
        """Take one of the provider's records for this withdrawal, because a person says that it is.

        Raises:
            NoSuchRecordError: if the provider, asked once more, does not list it, another withdrawal has it, or it is of
                another amount or to another IBAN.
            ProviderError: if there is no readable answer.
            ReasonMissingError, NotAManagerError, WrongPinError, PinLockedError, NotWithAManagerError,
                StorageUnavailableError: as `declare_not_sent`.
        """
        why = reason_of(reason)
        manager = await self._operators.check_manager(manager_id, pin)
        found = await self._reconciliation.candidates(withdrawal_id)
        record = next((one for one in found if one.key == record_key), None)
        if record is None:
            raise NoSuchRecordError(f"no record {record_key}")
        # Of two at once each is for its own record: the second is not told that it was taken.
        chosen = await self._desk.once(
            f"choose {record_key}", withdrawal_id, lambda: self._choose(withdrawal_id, record, manager, why)
        )
        self._desk.tell([chosen])
        return chosen

    async def _not_sent(self, withdrawal_id: str, manager: Operator, why: str) -> Withdrawal:
        session = self._desk.session

        def write(connection: apsw.Connection) -> Withdrawal:
            withdrawal = withdrawals.get(connection, withdrawal_id)
            operation = _with_person(connection, withdrawal)
            if withdrawal.state is not WithdrawalState.UNKNOWN and operation is None:
                # The provider's last word came in between.
                return withdrawal
            if operation is None:
                raise NotWithAManagerError(withdrawal)
            journal.settle(
                connection, session, operation, OperationState.NOT_SENT, error=f"declared not sent: {why}"
            )
            self._note(connection, withdrawal, "not sent", why, manager)
            return withdrawal_records.move(
                connection,
                session,
                withdrawal,
                WithdrawalState.CANCELLED,
                reason=WithdrawalReason.BY_PERSON,
                by_program=False,
                operator_id=manager.id,
            )

        return await self._desk.database.write(write)

    async def _choose(
        self, withdrawal_id: str, record: PayoutEvidence, manager: Operator, why: str
    ) -> Withdrawal:
        def write(connection: apsw.Connection) -> Withdrawal:
            withdrawal = withdrawals.get(connection, withdrawal_id)
            operation = _with_person(connection, withdrawal)
            if withdrawal.state is not WithdrawalState.UNKNOWN or operation is None:
                raise NotWithAManagerError(withdrawal)
            if other := withdrawal_records.contradiction(connection, withdrawal, record):
                raise NoSuchRecordError(f"record {record.key} is {other}")
            self._note(connection, withdrawal, f"record {record.key}", why, manager)
            return withdrawal_records.apply_evidence(
                connection, self._desk.session, withdrawal, operation, record
            )

        async with self._desk.account_turn((await self._desk.get(withdrawal_id)).account_id):
            return await self._desk.database.write(write)

    def _note(
        self, connection: apsw.Connection, withdrawal: Withdrawal, decision: str, why: str, manager: Operator
    ) -> None:
        events.append(
            connection,
            self._desk.session.event(
                "withdrawal",
                withdrawal.id,
                "decided",
                before=withdrawal.state.value,
                detail=json.dumps({"decision": decision, "why": why}, ensure_ascii=False),
                operator_id=manager.id,
            ),
        )


def _with_person(connection: apsw.Connection, withdrawal: Withdrawal) -> Operation | None:
    made = operations.of_subject(connection, withdrawal.id)
    return next((operation for operation in made if operation.state is OperationState.NEEDS_PERSON), None)
