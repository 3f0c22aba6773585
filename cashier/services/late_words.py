"""What the provider's list says of ours after we called it over: it is asked, and its word is taken.

The list alone moves nothing: what it shows is the reason to ask about that one, by the same calls and rules by which
every unknown outcome is settled.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import apsw

from cashier.domain.history import ItemKind
from cashier.domain.list_reading import Doubt
from cashier.domain.operation import OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.providers.protocol import PaymentTraits
from cashier.services import payment_records, withdrawal_records
from cashier.services.payment_desk import PaymentDesk
from cashier.services.reconciliation import Reconciliation
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.services.withdrawal_reconciliation import WithdrawalReconciliation
from cashier.storage import operations

# What was not collected in time goes back to the customer; this long after that it has, or never will.
GIVEN_BACK_WITHIN = timedelta(minutes=10)

_CLOSED_PAYMENTS = frozenset({PaymentState.EXPIRED, PaymentState.CANCELLED})
_CLOSED_WITHDRAWALS = frozenset({WithdrawalState.REFUSED, WithdrawalState.CANCELLED})


class LateWords:
    """Asks about payments and withdrawals that a list contradicts."""

    def __init__(
        self,
        desk: PaymentDesk,
        withdrawal_desk: WithdrawalDesk,
        reconciliation: Reconciliation,
        withdrawal_reconciliation: WithdrawalReconciliation,
    ) -> None:
        self._desk = desk
        self._withdrawal_desk = withdrawal_desk
        self._reconciliation = reconciliation
        self._withdrawal_reconciliation = withdrawal_reconciliation

    async def hear(self, doubt: Doubt) -> None:
        """Ask once about what a list contradicts, and keep what the provider says.

        Raises:
            ProviderError: if there is no readable answer; nothing has changed then.
            StorageUnavailableError: if it cannot be written down.
        """
        if doubt.kind == ItemKind.PAYMENT:
            await self._hear_of_payment(doubt)
        else:
            await self._hear_of_withdrawal(doubt)

    async def _hear_of_payment(self, doubt: Doubt) -> None:
        payment = await self._desk.get(doubt.subject_id)
        if payment.state is PaymentState.UNKNOWN:
            await self._reconciliation.ask(payment.id)
        elif payment.state in _CLOSED_PAYMENTS:
            await self._desk.once("hear", payment.id, partial(self._ask_about_closed, payment.id, doubt))

    async def _ask_about_closed(self, payment_id: str, doubt: Doubt) -> Payment:
        payment = await self._desk.get(payment_id)
        if payment.state not in _CLOSED_PAYMENTS:
            return payment
        provider = await self._desk.provider_of(payment)
        key = payment.provider_key or doubt.record_key
        evidence = await self._desk.call(payment, provider.ask_about(payment_records.order_of(payment), key))
        is_kept = self._is_kept(payment, provider.traits) and await self._may_have_collected(payment)

        def write(connection: apsw.Connection) -> Payment:
            return payment_records.apply_late_word(
                connection, self._desk.session, payment, evidence, is_kept=is_kept
            )

        after = await self._desk.database.write(write)
        if after.version != payment.version:
            self._desk.changes.publish(after)
        return after

    def _is_kept(self, payment: Payment, traits: PaymentTraits) -> bool:
        ends_at = payment.expires_at or payment.created_at + traits.open_for
        return self._desk.time_at_least() >= ends_at + GIVEN_BACK_WITHIN

    async def _may_have_collected(self, payment: Payment) -> bool:
        """Say whether the money can be the shop's: a collect of ours left, or the provider collects by itself.

        Else that a customer has paid says nothing: nobody took it, and time alone is no provider's word.
        """
        account = await self._desk.account(payment.account_id)
        made = await self._desk.database.read(
            lambda connection: operations.of_subject(connection, payment.id)
        )
        has_left = any(
            call.kind is OperationKind.SETTLE_PAYMENT and call.state is not OperationState.NOT_SENT
            for call in made
        )
        return has_left or account.switch("auto_collect")

    async def _hear_of_withdrawal(self, doubt: Doubt) -> None:
        withdrawal = await self._withdrawal_desk.get(doubt.subject_id)
        if withdrawal.state is WithdrawalState.UNKNOWN:
            await self._withdrawal_reconciliation.ask(withdrawal.id)
        elif withdrawal.state in _CLOSED_WITHDRAWALS | {WithdrawalState.ACCEPTED}:
            await self._withdrawal_desk.once(
                "hear", withdrawal.id, partial(self._ask_about_withdrawal, withdrawal.id)
            )

    async def _ask_about_withdrawal(self, withdrawal_id: str) -> Withdrawal:
        desk = self._withdrawal_desk
        # One after the other, as all calls that could claim a record.
        async with desk.account_turn((await desk.get(withdrawal_id)).account_id):
            withdrawal = await desk.get(withdrawal_id)
            provider = await desk.provider_of(withdrawal)
            if not withdrawal.provider_key and not provider.traits.finds_by_reference:
                return withdrawal
            order = withdrawal_records.order_of(withdrawal)
            said = await desk.call_account(withdrawal.account_id, withdrawal.id, provider.ask_about([order]))
            evidence = said[withdrawal.id]

            def write(connection: apsw.Connection) -> Withdrawal:
                apply = (
                    withdrawal_records.apply_late_word
                    if withdrawal.state in _CLOSED_WITHDRAWALS
                    else withdrawal_records.apply_news
                )
                return apply(connection, desk.session, withdrawal, evidence)

            after = await desk.database.write(write)
        if after.version != withdrawal.version:
            desk.tell([after])
        return after
