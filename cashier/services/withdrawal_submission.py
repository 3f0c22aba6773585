"""Asking a provider for approved withdrawals: the one call that sends the shop's money.

Each withdrawal a call carries has a journal row of its own; all of them are prepared in one transaction, marked as
sent in one, and what came of the call is written in one. Nothing is ever sent a second time by the program: what
may have left is asked about, and what was refused stays refused.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import apsw

from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.payout_protocol import PayoutEvidence, PayoutProvider
from cashier.services import batch_records, journal, withdrawal_records
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.storage import transfer_batches, withdrawals

APPROVAL_LASTS = timedelta(minutes=30)
# A clock is set back by a little now and then; by more, nobody can say how old the approval is.
_CLOCK_BACK = timedelta(minutes=5)

# Refusals at the door: they are about the account, and not about any one withdrawal.
ABOUT_THE_ACCOUNT = (AddressNotAllowedError, CredentialsRefusedError, TooManyRequestsError)

# How long before what could not leave is tried again, and for how long a provider that was asked too often, and does
# not say for how long, is left alone.
_PAUSE_S = 30.0

_Carried = list[tuple[Withdrawal, Operation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallResult:
    """What came of one call.

    Attributes:
        withdrawals: those it was to carry, as they stand then.
        pause_s: how long to leave the account alone before its next call.
    """

    withdrawals: list[Withdrawal]
    pause_s: float = 0.0


class WithdrawalSubmission:
    """The step from approved withdrawals to what the provider says of them."""

    def __init__(self, desk: WithdrawalDesk) -> None:
        self._desk = desk
        self._session = desk.session

    async def send(self, chosen: Sequence[Withdrawal]) -> CallResult:
        """Send approved withdrawals of one account in one call, as many as it may carry, and return those as they stand.

        Those that are no longer approved are left out, and those of a batch that is stopped; those whose approval has
        grown old go back for a new one. A provider's "no" to the account, or to several without naming one, stops
        their batch.

        Raises:
            CredentialsMissingError, VaultError: if the account cannot be used; nothing was sent or written down.
            StorageUnavailableError: if it cannot be written down; if that was before sending, nothing was sent.
        """
        account_id = chosen[0].account_id
        self._desk.note_carried(chosen)
        was_broken_off = False
        try:
            async with self._desk.account_turn(account_id):
                # Only now: the account may have been changed while this call waited for its turn.
                provider = await self._desk.client_of(await self._desk.account(account_id))
                was_broken_off = True
                result = await self._send(provider, chosen[: provider.most_at_once])
                was_broken_off = False
        finally:
            self._desk.note_set_down(chosen, was_broken_off=was_broken_off)
        self._desk.note_known([one for one in result.withdrawals if one.state is not WithdrawalState.UNKNOWN])
        self._desk.tell(result.withdrawals)
        return result

    async def _send(self, provider: PayoutProvider, chosen: Sequence[Withdrawal]) -> CallResult:
        carried, left_out = await self._desk.database.write(
            lambda connection: self._prepare(connection, chosen)
        )
        if not carried:
            return CallResult(withdrawals=left_out)
        self._desk.tell([withdrawal for withdrawal, _ in carried])
        carried = await self._desk.database.write(lambda connection: self._mark_sent(connection, carried))
        orders = [withdrawal_records.order_of(withdrawal) for withdrawal, _ in carried]
        first = carried[0][0]
        self._desk.note_leaving([withdrawal for withdrawal, _ in carried])
        pause_s = 0.0
        try:
            said = await self._desk.call_account(first.account_id, first.id, provider.submit(orders))
        except ProviderError as error:
            pause_s = _pause_s_after(error)
            write = self._failure_writer(carried, error, provider.traits.doubtful_refusals)
        else:
            write = self._answer_writer(carried, said)
        return CallResult(withdrawals=left_out + await self._desk.database.write(write), pause_s=pause_s)

    # Before anything leaves

    def _prepare(
        self, connection: apsw.Connection, chosen: Sequence[Withdrawal]
    ) -> tuple[_Carried, list[Withdrawal]]:
        session, now = self._session, self._session.clock.now()
        call_id = session.new_id()
        carried, left_out = [], []
        # Looked at once more: it may have been stopped while this call waited for its turn.
        stopped = {
            batch_id for batch_id in _batches(chosen) if not transfer_batches.may_go_on(connection, batch_id)
        }
        for before in chosen:
            withdrawal = withdrawals.get(connection, before.id)
            if withdrawal.state is not WithdrawalState.APPROVED or withdrawal.batch_id in stopped:
                left_out.append(withdrawal)
            elif _is_too_old(connection, withdrawal, now):
                left_out.append(
                    withdrawal_records.move(
                        connection,
                        session,
                        withdrawal,
                        WithdrawalState.AWAITING_APPROVAL,
                        reason=WithdrawalReason.APPROVAL_TOO_OLD,
                        approver_id=None,
                        approved_at=None,
                    )
                )
            else:
                operation = journal.prepare(
                    connection,
                    session,
                    account_id=withdrawal.account_id,
                    subject_id=withdrawal.id,
                    kind=OperationKind.SUBMIT_WITHDRAWAL,
                    arguments={
                        "call": call_id,
                        "track_id": withdrawal.reference,
                        "iban": withdrawal.iban,
                        "amount_rial": withdrawal.money.text,
                    },
                )
                moved = withdrawal_records.move(
                    connection, session, withdrawal, WithdrawalState.SUBMITTING, submitted_at=now
                )
                carried.append((moved, operation))
        return carried, left_out

    def _mark_sent(self, connection: apsw.Connection, carried: _Carried) -> _Carried:
        return [
            (withdrawal, journal.mark_sent(connection, self._session, operation))
            for withdrawal, operation in carried
        ]

    # What an answer means

    def _answer_writer(
        self, carried: _Carried, said: Mapping[str, PayoutEvidence]
    ) -> Callable[[apsw.Connection], list[Withdrawal]]:
        def write(connection: apsw.Connection) -> list[Withdrawal]:
            self._note_call(connection, carried)
            return [
                self._unknown(connection, withdrawal, operation, "the answer does not speak of it")
                if (evidence := said.get(withdrawal.id)) is None
                else withdrawal_records.apply_evidence(
                    connection, self._session, withdrawal, operation, evidence
                )
                for withdrawal, operation in carried
            ]

        return write

    def _failure_writer(
        self, carried: _Carried, error: ProviderError, doubtful: Collection[str]
    ) -> Callable[[apsw.Connection], list[Withdrawal]]:
        def write(connection: apsw.Connection) -> list[Withdrawal]:
            if isinstance(error, NotSentError):
                return [self._not_sent(connection, *pair, error) for pair in carried]
            self._note_call(connection, carried)
            if isinstance(error, ProviderRefusedError):
                if _is_whole(error, len(carried)):
                    self._stop_batches(connection, carried)
                return self._refused(connection, carried, error, doubtful)
            return [
                self._unknown(connection, *pair, str(error), answer=error.answer or None) for pair in carried
            ]

        return write

    def _note_call(self, connection: apsw.Connection, carried: _Carried) -> None:
        # Only now, and not as it leaves: a try that never left does not keep the rest's approval young.
        left_at = carried[0][1].sent_at or self._session.clock.now()
        for batch_id in _batches([withdrawal for withdrawal, _ in carried]):
            transfer_batches.note_call(connection, batch_id, left_at)

    def _stop_batches(self, connection: apsw.Connection, carried: _Carried) -> None:
        # The next call would be refused as well.
        for batch_id in _batches([withdrawal for withdrawal, _ in carried]):
            batch_records.set_paused(connection, self._session, batch_id, is_paused=True, by_program=True)

    def _refused(
        self,
        connection: apsw.Connection,
        carried: _Carried,
        error: ProviderRefusedError,
        doubtful: Collection[str],
    ) -> list[Withdrawal]:
        if len(carried) == 1 and error.code in doubtful:
            # It counts as refused once the provider's list has been seen not to hold it.
            withdrawal, operation = carried[0]
            return [
                self._unknown(
                    connection,
                    withdrawal,
                    operation,
                    str(error),
                    answer=error.answer or None,
                    reason=WithdrawalReason.PROVIDER_REFUSED,
                    provider_message=error.provider_message or None,
                    provider_code=error.code,
                )
            ]
        if len(carried) == 1 or isinstance(error, ABOUT_THE_ACCOUNT):
            # Turned away at the door, or there is but one it can be about.
            return [self._refuse(connection, *pair, error, error.fields) for pair in carried]
        faults = _faults_by_index(error, len(carried))
        # No document says that one fault keeps all the others back: those not named are asked about before they
        # count as refused.
        return [
            self._refuse(connection, withdrawal, operation, error, faults[index])
            if index in faults
            else self._unknown(
                connection,
                withdrawal,
                operation,
                str(error),
                answer=error.answer or None,
                reason=WithdrawalReason.REFUSED_WITH_OTHERS,
                provider_message=error.words or None,
            )
            for index, (withdrawal, operation) in enumerate(carried)
        ]

    def _not_sent(
        self, connection: apsw.Connection, withdrawal: Withdrawal, operation: Operation, error: NotSentError
    ) -> Withdrawal:
        journal.settle(connection, self._session, operation, OperationState.NOT_SENT, error=str(error))
        return withdrawal_records.move(
            connection,
            self._session,
            withdrawal,
            WithdrawalState.APPROVED,
            reason=WithdrawalReason.NO_CONNECTION,
            submitted_at=None,
        )

    def _refuse(
        self,
        connection: apsw.Connection,
        withdrawal: Withdrawal,
        operation: Operation,
        error: ProviderRefusedError,
        fields: Mapping[str, Sequence[str]],
    ) -> Withdrawal:
        journal.settle(
            connection,
            self._session,
            operation,
            OperationState.REFUSED,
            error=str(error),
            answer=error.answer,
        )
        by_field = [words for messages in fields.values() for words in messages if words]
        said = " — ".join(dict.fromkeys(filter(None, (error.provider_message, *by_field))))
        return withdrawal_records.move(
            connection,
            self._session,
            withdrawal,
            WithdrawalState.REFUSED,
            reason=WithdrawalReason.PROVIDER_REFUSED,
            provider_message=said or None,
            provider_code=error.code or None,
            fault_fields=tuple(dict.fromkeys(fields)),
        )

    def _unknown(
        self,
        connection: apsw.Connection,
        withdrawal: Withdrawal,
        operation: Operation,
        error: str,
        *,
        answer: str | None = None,
        reason: WithdrawalReason = WithdrawalReason.NO_ANSWER,
        **facts: Any,
    ) -> Withdrawal:
        session = self._session
        journal.leave_unknown(
            connection, session, operation, error=error, answer=answer, next_attempt_at=session.clock.now()
        )
        return withdrawal_records.move(
            connection,
            session,
            withdrawal,
            WithdrawalState.UNKNOWN,
            reason=reason,
            **facts,
        )


def _batches(chosen: Sequence[Withdrawal]) -> set[str]:
    return {withdrawal.batch_id for withdrawal in chosen if withdrawal.batch_id is not None}


def _pause_s_after(error: ProviderError) -> float:
    if isinstance(error, TooManyRequestsError):
        return float(error.retry_after_s or _PAUSE_S)
    # What no line cures, such as a setting, would else be tried again at once, for ever.
    return _PAUSE_S if isinstance(error, NotSentError) else 0.0


def _is_whole(error: ProviderRefusedError, count: int) -> bool:
    """Whether a refusal is about the account, or about the call as a whole, naming none of several.

    A provider that was asked too often says when to come back: that stops nothing.
    """
    if isinstance(error, ABOUT_THE_ACCOUNT):
        return not isinstance(error, TooManyRequestsError)
    return not _faults_by_index(error, count)


def _is_too_old(connection: apsw.Connection, withdrawal: Withdrawal, now: datetime) -> bool:
    """Whether what was approved has waited so long that a person must look again.

    A batch that runs without a break does not wait: its age is counted from its last call.
    """
    since = withdrawal.approved_at
    if since is None:
        return True
    if withdrawal.batch_id is not None:
        last_call_at = transfer_batches.get(connection, withdrawal.batch_id).last_call_at
        since = max(since, last_call_at or since)
    return not -_CLOCK_BACK <= now - since <= APPROVAL_LASTS


def _faults_by_index(error: ProviderRefusedError, count: int) -> dict[int, dict[str, list[str]]]:
    """Return what the refusal of a call finds fault with, by the withdrawal's place in the call and by field."""
    if count == 1:
        return {0: dict(error.fields)}
    faults: dict[int, dict[str, list[str]]] = {}
    for name, messages in error.fields.items():
        index, _, field = name.partition(".")
        if field and index.isdecimal() and int(index) < count:
            faults.setdefault(int(index), {})[field] = messages
    return faults
