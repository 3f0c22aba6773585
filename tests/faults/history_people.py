"""The people of a random history: what they do when the program leaves something to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cashier.domain.operation import OperationKind, OperationState
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import ProviderError
from cashier.services.approvals import ApprovalError
from cashier.services.decisions import DecisionError
from cashier.services.desk import NotReadyError
from cashier.services.operators import OperatorError
from tests.faults.history_books import Books

if TYPE_CHECKING:
    from tests.faults.till_history import TillHistory

# More than the sandbox's banks take.
LONGEST_TRANSFER_S = 120
# Of a manager's PIN, whatever it opens.
REASON = "seen in the provider's panel"

# What the services say of a step that cannot be taken is an answer too.
ANSWERS = (NotReadyError, ProviderError, ApprovalError, DecisionError, OperatorError)


class People:
    """A cashier and the shop's only manager."""

    def __init__(self, history: TillHistory) -> None:
        self._history = history

    async def do_their_part(self, books: Books) -> None:
        """Take the next step with everything that waits for a person."""
        till = self._history.till
        for payment in books.payments.values():
            calls = books.calls[payment.id]
            with_person = any(call.state is OperationState.NEEDS_PERSON for call in calls)
            unclear_by_itself = payment.state is PaymentState.UNKNOWN and all(c.is_settled for c in calls)
            moved_money = any(
                call.kind is OperationKind.SETTLE_PAYMENT and not call.is_settled for call in calls
            )
            try:
                if unclear_by_itself or (with_person and moved_money):
                    await till.reconciliation.ask(payment.id)
                elif payment.state is PaymentState.AWAITING_CUSTOMER and payment.customer_paid_at is not None:
                    await till.payments.confirm(payment.id)
            except ANSWERS:
                # Somebody was faster; the next look tells.
                continue
        for withdrawal in books.payouts.withdrawals.values():
            try:
                await self._see_to(withdrawal, books)
            except ANSWERS:
                continue

    async def _see_to(self, withdrawal: Withdrawal, books: Books) -> None:
        till = self._history.till
        if withdrawal.state is WithdrawalState.ACCEPTED:
            if any(payout.standing == "waiting" for payout in books.payouts.made):
                self._history.time_passes(LONGEST_TRANSFER_S)
            await till.withdrawals.follow(withdrawal.account_id)
        elif withdrawal.state is WithdrawalState.APPROVED and withdrawal.batch_id is not None:
            await till.batches.resume(withdrawal.batch_id)
        elif books.payouts.is_with_person(withdrawal):
            asked = await till.withdrawal_reconciliation.ask(withdrawal.id)
            if asked.reason is WithdrawalReason.SEVERAL_LISTED:
                await self.choose_one(asked)

    async def choose_one(self, withdrawal: Withdrawal) -> None:
        """Have the manager say which of several records, all like it and none another's, a withdrawal is."""
        till = self._history.till
        found = await till.withdrawal_reconciliation.candidates(withdrawal.id)
        if found and found[0].key is not None:
            await till.withdrawal_decisions.choose(
                withdrawal.id, found[0].key, reason=REASON, **await self.by_manager()
            )

    async def by_manager(self) -> dict[str, Any]:
        """Return what the shop's only manager signs with."""
        (manager,) = await self._history.till.operators.in_service()
        return {"manager_id": manager.id, "pin": self._history.tills.MANAGER_PIN}
