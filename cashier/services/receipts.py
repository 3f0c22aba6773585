"""Receipts: their facts, and the memory of which were printed.

NoReceiptError    there is nothing to give a receipt for
"""

from __future__ import annotations

import apsw

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.payment import PaymentState
from cashier.domain.receipt import Receipt, masked_account
from cashier.domain.withdrawal import WithdrawalState
from cashier.services.session import Session
from cashier.storage import events, operators, payments, withdrawals
from cashier.storage.database import Database

_PRINTED = "receipt_printed"
# Money has moved, or is on its way, and the provider said so.
PAYMENTS_WITH_RECEIPT = frozenset({PaymentState.PAID})
WITHDRAWALS_WITH_RECEIPT = frozenset(
    {WithdrawalState.ACCEPTED, WithdrawalState.PAID, WithdrawalState.REJECTED}
)


class NoReceiptError(Exception):
    """There is nothing to give a receipt for: no money has moved, as far as the provider said."""


class ReceiptService:
    """Gathers what a receipt says, and remembers that it was printed."""

    def __init__(self, database: Database, session: Session) -> None:
        self._database = database
        self._session = session

    async def of_payment(self, payment_id: str) -> Receipt:
        """Return a paid payment's receipt.

        Raises:
            NoReceiptError: if the provider did not say that it is paid.
            NotStoredError: if there is no such payment.
        """

        def read(connection: apsw.Connection) -> Receipt:
            payment = payments.get(connection, payment_id)
            if payment.state not in PAYMENTS_WITH_RECEIPT:
                raise NoReceiptError(f"payment {payment_id} is {payment.state.value}")
            return Receipt(
                kind=ItemKind.PAYMENT,
                state=ItemState.of(payment.state),
                money=payment.money,
                party=masked_account(payment.customer_no),
                holder="",
                reference=payment.reference,
                provider_reference=payment.provider_reference or "",
                note=payment.note,
                at=payment.paid_at or payment.updated_at,
                operator_name=_name_of(connection, payment.operator_id),
                is_copy=_was_printed(connection, payment_id),
            )

        return await self._database.read(read)

    async def of_withdrawal(self, withdrawal_id: str) -> Receipt:
        """Return the receipt of a withdrawal that the provider has, in whatever state.

        Raises:
            NoReceiptError: if the provider never said that it has it.
            NotStoredError: if there is no such withdrawal.
        """

        def read(connection: apsw.Connection) -> Receipt:
            withdrawal = withdrawals.get(connection, withdrawal_id)
            if withdrawal.state not in WITHDRAWALS_WITH_RECEIPT:
                raise NoReceiptError(f"withdrawal {withdrawal_id} is {withdrawal.state.value}")
            return Receipt(
                kind=ItemKind.WITHDRAWAL,
                state=ItemState.of(withdrawal.state),
                money=withdrawal.money,
                party=masked_account(withdrawal.iban),
                holder=withdrawal.holder or withdrawal.told_holder or "",
                reference=withdrawal.reference,
                provider_reference=withdrawal.tracking_number or withdrawal.ref_code or "",
                note=withdrawal.note,
                at=withdrawal.paid_at or withdrawal.submitted_at or withdrawal.updated_at,
                operator_name=_name_of(connection, withdrawal.operator_id),
                is_copy=_was_printed(connection, withdrawal_id),
            )

        return await self._database.read(read)

    async def note_printed(self, kind: ItemKind, subject_id: str) -> None:
        """Remember that a receipt was handed out: the next one is a copy.

        Raises:
            StorageUnavailableError: if it cannot be written down.
        """
        subject_kind = "payment" if kind is ItemKind.PAYMENT else "withdrawal"
        event = self._session.event(subject_kind, subject_id, _PRINTED)
        await self._database.write(lambda connection: events.append(connection, event))


def _was_printed(connection: apsw.Connection, subject_id: str) -> bool:
    return any(event.kind == _PRINTED for event in events.of_subject(connection, subject_id))


def _name_of(connection: apsw.Connection, operator_id: str | None) -> str:
    return "" if operator_id is None else operators.get(connection, operator_id).name
