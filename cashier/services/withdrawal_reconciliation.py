"""Withdrawals whose answer was lost, settled by asking the provider; never by sending again, never by guessing.

Where the provider carries our reference, a record with it is the withdrawal. Where it does not, a record made since we
sent, with the same IBAN and amount, that no other withdrawal of ours has, is taken for it when there is just one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import apsw

from cashier.domain.operation import WITHDRAWAL_OPERATIONS, Operation, OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import AccountSettingsError, NotSentError, ProviderError, UnsafeAddressError
from cashier.providers.payout_protocol import PayoutEvidence, PayoutProvider
from cashier.services import journal, withdrawal_records
from cashier.services.asking import AskingPlan, PlannedAsking
from cashier.services.timer import Timer
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.storage import operations, withdrawals

# The provider's clock is not ours: its record may seem a little older than our sending.
_OLDER_BY = timedelta(minutes=2)
# Our own clock may have been set back since, while no run of ours saw it: then the record seems older still, and
# only a person can say that it is the one.
_OLDER_BY_A_CLOCK_SET_UNSEEN = timedelta(days=1)

# Not cured by waiting for the line: somebody has to look at the account.
_NEEDS_SETTINGS = (AccountSettingsError, UnsafeAddressError)


# The provider said no, and left a doubt: whether to this one too, or whether before its effect.
_REFUSED_UNLESS_LISTED = frozenset({WithdrawalReason.REFUSED_WITH_OTHERS, WithdrawalReason.PROVIDER_REFUSED})


class WithdrawalReconciliation:
    """Asks providers what became of withdrawals whose answer was lost, and of those they have accepted."""

    def __init__(self, desk: WithdrawalDesk, plan: AskingPlan, timer: Timer) -> None:
        self._desk = desk
        self._session = desk.session
        self._plan = plan
        self._timer = timer
        # Not by the wall's clock, which may be set while we wait.
        self._not_found_at_s: dict[str, float] = {}
        self._asking = PlannedAsking(plan, ask=self._is_answered, give_up=self._give_up)

    @property
    def first_pause_s(self) -> float:
        """How long after an answer was lost the first question is put."""
        return self._plan.pauses_s[0]

    @property
    def with_person_pause_s(self) -> float:
        """How long before one that is with a person is asked about once more."""
        return self._plan.with_person_pause_s

    async def recover(self) -> list[Withdrawal]:
        """Take up what a run before this one left; return the withdrawals that were in the middle of a call.

        A call that was written down but had not begun to leave was not made; one that had is unknown.
        """
        unsettled = await self._desk.database.read(
            lambda connection: operations.unsettled(connection, *WITHDRAWAL_OPERATIONS)
        )
        return [
            await self._desk.once(
                "recover", operation.subject_id, partial(self._take_up, operation.subject_id)
            )
            for operation in unsettled
        ]

    async def ask(self, withdrawal_id: str) -> Withdrawal:
        """Ask the provider once what became of a withdrawal, and return it as it stands then."""
        return await self._desk.once("ask", withdrawal_id, lambda: self._ask(withdrawal_id))

    async def ask_in_plan(self, withdrawal_id: str) -> float | None:
        """Put the next of the plan's questions; a person must look when they have run out.

        Returns the seconds until the next question, or None when there is nothing more to ask.
        """
        return await self._asking.next_question(withdrawal_id)

    async def candidates(self, withdrawal_id: str) -> list[PayoutEvidence]:
        """Return the provider's records that could be this withdrawal and are no other one of ours, oldest first.

        With none since it was sent, those of the day before are returned: our clock may have been set back since.

        Raises:
            ProviderError: if there is no readable answer.
        """
        withdrawal = await self._desk.get(withdrawal_id)
        provider = await self._desk.provider_of(withdrawal)
        return await self._find(withdrawal, provider) or await self._find_older(withdrawal, provider)

    async def _is_answered(self, withdrawal_id: str) -> bool:
        withdrawal = await self.ask(withdrawal_id)
        operation = await self._unsettled(withdrawal_id)
        with_person = operation is not None and operation.state is OperationState.NEEDS_PERSON
        return withdrawal.state is not WithdrawalState.UNKNOWN or with_person

    async def _give_up(self, withdrawal_id: str) -> Withdrawal:
        return await self._desk.once("give_up", withdrawal_id, partial(self._hand_over, withdrawal_id))

    async def _hand_over(self, withdrawal_id: str) -> Withdrawal:
        # As for a question: not in the middle of a call that carries it.
        async with self._desk.account_turn((await self._desk.get(withdrawal_id)).account_id):
            withdrawal = await self._take_up(withdrawal_id)
            operation = await self._unsettled(withdrawal_id)
            if operation is None or operation.state is OperationState.NEEDS_PERSON:
                return withdrawal
            error = f"asked {operation.attempts} times without certainty"
            return await self._with_person(withdrawal, operation, error, withdrawal.reason)

    # One question

    async def _ask(self, withdrawal_id: str) -> Withdrawal:
        # In the account's turn from the first look on: a call that is on its way has one answer to give, and what it
        # carries is not to be taken up before.
        async with self._desk.account_turn((await self._desk.get(withdrawal_id)).account_id):
            return await self._ask_in_turn(withdrawal_id)

    async def _ask_in_turn(self, withdrawal_id: str) -> Withdrawal:
        withdrawal = await self._take_up(withdrawal_id)
        operation = await self._unsettled(withdrawal_id)
        self._asking.note_put(withdrawal_id, was_put=True)
        if withdrawal.state is not WithdrawalState.UNKNOWN or operation is None:
            return withdrawal
        try:
            provider = await self._desk.provider_of(withdrawal)
            found = await self._find(withdrawal, provider)
            return await self._judge(withdrawal, operation, provider, found)
        except ProviderError as error:
            if isinstance(error, NotSentError) and not isinstance(error, _NEEDS_SETTINGS):
                self._asking.note_put(withdrawal_id, was_put=False)
            return await self._no_wiser(withdrawal, operation, str(error))

    async def _find(
        self, withdrawal: Withdrawal, provider: PayoutProvider, older_by: timedelta = _OLDER_BY
    ) -> list[PayoutEvidence]:
        # The provider's times are read by our clock as it is now.
        set_back = self._desk.clock_set_back_since_leaving(withdrawal.id)
        sent_at = (withdrawal.submitted_at or withdrawal.updated_at) - set_back
        # What was sent was sent before now, whatever the clock said then.
        since = min(sent_at, self._session.clock.now()) - older_by
        found = await self._desk.call_account(
            withdrawal.account_id,
            withdrawal.id,
            provider.find_alike(withdrawal_records.order_of(withdrawal), since),
        )
        if provider.traits.finds_by_reference:
            return found
        keys = [evidence.key for evidence in found if evidence.key is not None]
        claimed = await self._desk.database.read(
            lambda connection: withdrawals.keys_claimed(connection, withdrawal.account_id, keys)
        )
        return [evidence for evidence in found if evidence.key not in claimed]

    async def _find_older(self, withdrawal: Withdrawal, provider: PayoutProvider) -> list[PayoutEvidence]:
        if provider.traits.finds_by_reference:
            return []
        return await self._find(withdrawal, provider, _OLDER_BY_A_CLOCK_SET_UNSEEN)

    async def _judge(
        self,
        withdrawal: Withdrawal,
        operation: Operation,
        provider: PayoutProvider,
        found: list[PayoutEvidence],
    ) -> Withdrawal:
        if len(found) == 1:
            return await self._write(
                lambda connection: withdrawal_records.apply_evidence(
                    connection, self._session, withdrawal, operation, found[0]
                )
            )
        if found:
            return await self._with_person(
                withdrawal, operation, f"{len(found)} records could be it", WithdrawalReason.SEVERAL_LISTED
            )
        if withdrawal.reason in _REFUSED_UNLESS_LISTED:
            # The provider said no, and has it nowhere.
            return await self._refused(withdrawal, operation)
        now_s = self._timer.now_s()
        first_not_found_at_s = self._not_found_at_s.setdefault(operation.id, now_s)
        if now_s - first_not_found_at_s < self._plan.withdrawal_not_found_gap.total_seconds():
            return await self._no_wiser(withdrawal, operation, "the provider lists no such withdrawal yet")
        if await self._find_older(withdrawal, provider):
            error = "records that seem older than it could be it, if our clock was set back"
            return await self._with_person(withdrawal, operation, error, WithdrawalReason.SEVERAL_LISTED)
        # It may still be on its way there: that it will never be made is not for a program to say.
        return await self._with_person(
            withdrawal, operation, "the provider lists no such withdrawal", WithdrawalReason.NOT_LISTED
        )

    async def _take_up(self, withdrawal_id: str) -> Withdrawal:
        """Bring a withdrawal whose call was broken off in the middle to where it can be asked about."""
        withdrawal, operation = await self._desk.get(withdrawal_id), await self._unsettled(withdrawal_id)
        session = self._session
        if operation is None or operation.state in {OperationState.UNKNOWN, OperationState.NEEDS_PERSON}:
            return withdrawal

        def write(connection: apsw.Connection) -> Withdrawal:
            if operation.state is OperationState.PREPARED:
                journal.settle(
                    connection, session, operation, OperationState.NOT_SENT, error="ended before sending"
                )
                return withdrawal_records.move(
                    connection,
                    session,
                    withdrawal,
                    WithdrawalState.APPROVED,
                    reason=WithdrawalReason.NO_CONNECTION,
                    submitted_at=None,
                )
            journal.leave_unknown(
                connection,
                session,
                operation,
                error="ended before the answer was written down",
                next_attempt_at=session.clock.now(),
            )
            return withdrawal_records.move(
                connection, session, withdrawal, WithdrawalState.UNKNOWN, reason=WithdrawalReason.NO_ANSWER
            )

        return await self._write(write)

    # What an answer means

    async def _refused(self, withdrawal: Withdrawal, operation: Operation) -> Withdrawal:
        def write(connection: apsw.Connection) -> Withdrawal:
            journal.settle(
                connection,
                self._session,
                operation,
                OperationState.REFUSED,
                error="refused, and not listed",
            )
            return withdrawal_records.move(
                connection,
                self._session,
                withdrawal,
                WithdrawalState.REFUSED,
                reason=withdrawal.reason,
                provider_message=withdrawal.provider_message,
            )

        return await self._write(write)

    async def _with_person(
        self,
        withdrawal: Withdrawal,
        operation: Operation,
        error: str,
        reason: WithdrawalReason | None,
    ) -> Withdrawal:
        if operation.state is OperationState.NEEDS_PERSON and withdrawal.reason is reason:
            return withdrawal

        def write(connection: apsw.Connection) -> Withdrawal:
            journal.hand_to_person(connection, self._session, operation, error=error)
            return withdrawal_records.note_fact(
                connection, self._session, withdrawal, "needs_person", reason=reason
            )

        return await self._write(write)

    async def _no_wiser(self, withdrawal: Withdrawal, operation: Operation, error: str) -> Withdrawal:
        """Write down one more question that brought no certainty, and when the next one comes.

        One that is with a person stays there.
        """
        if operation.state is OperationState.NEEDS_PERSON:
            return withdrawal
        was_put = self._asking.was_put(withdrawal.id)
        next_attempt_at = self._session.clock.now() + timedelta(seconds=self._asking.pause_s(withdrawal.id))

        def write(connection: apsw.Connection) -> Withdrawal:
            journal.note_attempt(
                connection, operation, was_put=was_put, next_attempt_at=next_attempt_at, error=error
            )
            return withdrawal_records.note_fact(connection, self._session, withdrawal, "asked")

        return await self._write(write)

    async def _write(self, transaction: Callable[[apsw.Connection], Withdrawal]) -> Withdrawal:
        withdrawal = await self._desk.database.write(transaction)
        self._desk.tell([withdrawal])
        return withdrawal

    async def _unsettled(self, withdrawal_id: str) -> Operation | None:
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, withdrawal_id)
        )
        # Of one withdrawal at most one is open; which came last is not for a clock to say.
        return next((operation for operation in reversed(made) if not operation.is_settled), None)
