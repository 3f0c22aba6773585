"""Paying out: write a withdrawal down, have it approved, send it, and follow it to its end.

Each step is on disk before the call it belongs to leaves, and its answer is written in one transaction with what it
means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import apsw

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.operation import Operation
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.payout_protocol import PayoutProvider
from cashier.services import withdrawal_records
from cashier.services.batch_rows import CheckedRow
from cashier.services.feed import Feed
from cashier.services.open_withdrawals import OpenPayouts, read_open_payouts
from cashier.services.withdrawal_desk import WithdrawalDesk, WithdrawalNotReadyError
from cashier.services.withdrawal_rules import WithdrawalRules
from cashier.services.withdrawal_submission import WithdrawalSubmission
from cashier.storage import beneficiaries, events, operations, withdrawals

# A provider's list is looked through for all that were accepted. It may not reach back far enough: of those that were
# not come across so many are asked about one by one at each look, in turn.
_FOLLOWED_SINGLY = 10

_S = WithdrawalState


class WithdrawalService:
    """What a cashier does with withdrawals."""

    def __init__(self, desk: WithdrawalDesk, submission: WithdrawalSubmission) -> None:
        self._desk = desk
        self._session = desk.session
        self._submission = submission
        # By account, when each withdrawal was asked about alone, counted in such questions.
        self._asked_singly: dict[str, dict[str, int]] = {}

    # What is known

    @property
    def changes(self) -> Feed[Withdrawal]:
        """Tells of every withdrawal of no batch that changed, after it was committed."""
        return self._desk.changes

    @property
    def batch_changes(self) -> Feed[str]:
        """Tells the id of every batch some of whose withdrawals changed, after that was committed."""
        return self._desk.batch_changes

    async def get(self, withdrawal_id: str) -> Withdrawal:
        """Return one withdrawal as it stands on disk."""
        return await self._desk.get(withdrawal_id)

    async def newest(self, text: str = "", *, limit: int) -> list[Withdrawal]:
        """Return the newest withdrawals, newest first: with a text, those that hold all its words.

        Searched are reference, IBAN, holder, note, amount, tracking number, reference code and the provider's words.
        """
        database = self._desk.database
        # What no withdrawal has is looked for in all of them: nothing else is to wait for it.
        ask = database.scan if text.strip() else database.read
        return await ask(lambda connection: withdrawals.newest(connection, text=text, limit=limit))

    async def needing_attention(self) -> OpenPayouts:
        """Return every withdrawal and batch that is not finished, with what is known of it, the most urgent first."""
        return await self._desk.database.read(read_open_payouts)

    async def account_used_last(self) -> str | None:
        """Return the id of the account the newest withdrawal goes through; None before the first."""
        return await self._desk.database.read(withdrawals.account_used_last)

    async def last_operation(self, withdrawal_id: str) -> Operation | None:
        """Return the last call that carried a withdrawal."""
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, withdrawal_id)
        )
        return made[-1] if made else None

    async def events_of(self, withdrawal_id: str) -> list[Event]:
        """Return everything that happened to a withdrawal, oldest first."""
        return await self._desk.database.read(lambda connection: events.of_subject(connection, withdrawal_id))

    async def alike(self, withdrawal: Withdrawal) -> list[Withdrawal]:
        """Return other withdrawals of the same amount to the same IBAN in the last ten minutes, newest first."""
        now = self._session.clock.now()
        return await self._desk.database.read(
            lambda connection: withdrawal_records.alike(connection, withdrawal, now)
        )

    async def rules(self, account: Account) -> WithdrawalRules:
        """Return what an account's withdrawals must keep to.

        Raises:
            AccountSettingsError: if one of its settings cannot be used.
            CredentialsMissingError, VaultError: if the account cannot be used.
        """
        # It brings in the HTTP library, which the first window does not need.
        from cashier.providers import account_settings  # noqa: PLC0415

        provider = await self._desk.client_of(account)
        return WithdrawalRules(
            traits=provider.traits,
            sends_in=provider.unit,
            limit_per_withdrawal=account_settings.amount_rial(account, "limit_per_withdrawal"),
            limit_per_day=account_settings.amount_rial(account, "limit_per_day"),
            most_at_once=provider.most_at_once,
        )

    # Steps

    def new_intent(self) -> str:
        """Return the name of one press of "review"; whatever is written down with it is one withdrawal."""
        return self._session.new_id()

    async def propose(self, intent_id: str, account: Account, row: CheckedRow) -> Withdrawal:
        """Write a withdrawal down for approval.

        The same intent again is the same withdrawal: while it is a draft it takes what the form says now and is put
        up for approval again; afterwards it is returned as it stands.

        Raises:
            StorageUnavailableError: if it cannot be written down.
        """

        def write(connection: apsw.Connection) -> Withdrawal:
            known = withdrawals.of_intent(connection, intent_id)
            if known is not None and known.state is not _S.DRAFT:
                return known
            drafted = known or self._draft(connection, intent_id, account, row)
            return withdrawal_records.move(
                connection,
                self._session,
                drafted,
                _S.AWAITING_APPROVAL,
                by_program=False,
                account_id=account.id,
                money=row.money,
                iban=row.iban,
                holder=row.holder,
                note=row.note,
                pay_id=row.pay_id,
                operator_id=self._session.operator_id,
            )

        return await self._desk.write(write)

    async def reopen(self, withdrawal_id: str) -> Withdrawal:
        """Make a withdrawal that waits for approval a draft again, to be changed.

        Raises:
            WithdrawalNotReadyError: if it does not wait for approval, or is a row of a batch.
        """
        return await self._step(withdrawal_id, {_S.AWAITING_APPROVAL}, _S.DRAFT, only_alone=True)

    async def cancel(self, withdrawal_id: str) -> Withdrawal:
        """Give up a withdrawal of which nothing has left this machine.

        One that is on its way at this moment is waited for: without a line it comes back, and is given up then.

        Raises:
            WithdrawalNotReadyError: if it has been sent.
        """
        try:
            return await self._give_up(withdrawal_id)
        except WithdrawalNotReadyError as error:
            if error.withdrawal.state is not _S.SUBMITTING:
                raise
            async with self._desk.account_turn(error.withdrawal.account_id):
                return await self._give_up(withdrawal_id)

    async def _give_up(self, withdrawal_id: str) -> Withdrawal:
        return await self._step(withdrawal_id, {_S.DRAFT, _S.AWAITING_APPROVAL, _S.APPROVED}, _S.CANCELLED)

    async def submit(self, withdrawal_id: str) -> Withdrawal:
        """Send an approved withdrawal, once.

        Returns it as it stands then: accepted, paid, rejected, refused, unknown; approved still if nothing left this
        machine; waiting for approval if that had grown old. It is never sent a second time.

        Raises:
            WithdrawalNotReadyError: if it is not approved.
            StorageUnavailableError: if it cannot be written down; if that was before sending, nothing was sent.
            CredentialsMissingError, VaultError: if the account cannot be used; nothing was sent.
        """
        return await self._desk.once("submit", withdrawal_id, lambda: self._submit(withdrawal_id))

    async def follow(self, account_id: str) -> int:
        """Ask what became of an account's accepted withdrawals; return how many have come to their end.

        Raises:
            ProviderError: if there is no readable answer; nothing has changed then.
        """
        return await self._desk.once("follow", account_id, lambda: self._follow(account_id))

    # Within

    def _draft(
        self, connection: apsw.Connection, intent_id: str, account: Account, row: CheckedRow
    ) -> Withdrawal:
        session, now = self._session, self._session.clock.now()
        draft = Withdrawal(
            id=session.new_id(),
            till_id=session.till_id,
            account_id=account.id,
            intent_id=intent_id,
            reference=withdrawal_records.new_reference(connection, session),
            money=row.money,
            iban=row.iban,
            holder=row.holder,
            note=row.note,
            pay_id=row.pay_id,
            state=_S.DRAFT,
            created_at=now,
            updated_at=now,
            operator_id=session.operator_id,
        )
        withdrawals.insert(connection, draft)
        events.append(connection, session.event("withdrawal", draft.id, "drafted", after=draft.state.value))
        return draft

    async def _step(
        self,
        withdrawal_id: str,
        allowed: set[WithdrawalState],
        state: WithdrawalState,
        *,
        only_alone: bool = False,
    ) -> Withdrawal:
        def write(connection: apsw.Connection) -> Withdrawal:
            withdrawal = withdrawals.get(connection, withdrawal_id)
            # The count and sum of a batch were reviewed with it: no row of it is changed by itself.
            if withdrawal.state not in allowed or (only_alone and withdrawal.batch_id is not None):
                raise WithdrawalNotReadyError(withdrawal)
            return withdrawal_records.move(
                connection,
                self._session,
                withdrawal,
                state,
                reason=WithdrawalReason.BY_PERSON,
                by_program=False,
            )

        withdrawal = await self._desk.database.write(write)
        self._desk.tell([withdrawal])
        return withdrawal

    async def _submit(self, withdrawal_id: str) -> Withdrawal:
        withdrawal = await self._desk.get(withdrawal_id)
        if withdrawal.state is not _S.APPROVED:
            raise WithdrawalNotReadyError(withdrawal)
        result = await self._submission.send([withdrawal])
        sent = result.withdrawals[0]
        if sent.submitted_at is not None:
            await self._desk.database.write(lambda connection: self._note_used(connection, [sent.iban]))
        return sent

    def _note_used(self, connection: apsw.Connection, ibans: Sequence[str]) -> None:
        for iban in ibans:
            known = beneficiaries.of_iban(connection, iban)
            if known is not None:
                beneficiaries.save(connection, replace(known, used_at=self._session.clock.now()))

    async def _follow(self, account_id: str) -> int:
        accepted = await self._desk.database.read(
            lambda connection: withdrawals.still_open(connection, _S.ACCEPTED, account_id=account_id)
        )
        asked_singly = self._asked_singly.pop(account_id, {})
        if not accepted:
            return 0
        provider = await self._desk.provider_of(accepted[0])
        told, ended = await self._ask_about(account_id, provider, accepted)
        missed = [] if len(accepted) == 1 else [one for one in accepted if one.id not in told]
        self._asked_singly[account_id] = turns = {one.id: asked_singly.get(one.id, 0) for one in missed}
        for one in sorted(missed, key=lambda one: turns[one.id])[:_FOLLOWED_SINGLY]:
            turns[one.id] = max(turns.values()) + 1
            ended += (await self._ask_about(account_id, provider, [one]))[1]
        return ended

    async def _ask_about(
        self, account_id: str, provider: PayoutProvider, asked: Sequence[Withdrawal]
    ) -> tuple[set[str], int]:
        """Ask about accepted withdrawals and keep what is new; return which were told of, and how many have ended."""
        said = await self._desk.call_account(
            account_id, account_id, provider.ask_about([withdrawal_records.order_of(one) for one in asked])
        )

        def write(connection: apsw.Connection) -> list[Withdrawal]:
            return [
                withdrawal_records.apply_news(
                    connection, self._session, withdrawals.get(connection, withdrawal_id), evidence
                )
                for withdrawal_id, evidence in said.items()
            ]

        known = {withdrawal.id: withdrawal.version for withdrawal in asked}
        after = await self._desk.database.write(write)
        changed = [withdrawal for withdrawal in after if withdrawal.version != known.get(withdrawal.id)]
        self._desk.tell(changed)
        return set(said), sum(withdrawal.state is not _S.ACCEPTED for withdrawal in changed)
