"""The desk payments are handled at.

PaymentNotReadyError    the payment does not stand where this step begins
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

import apsw

from cashier.domain.account import Account
from cashier.domain.operation import Operation, OperationKind
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.protocol import PaymentEvidence, PaymentProvider
from cashier.services import journal, payment_records
from cashier.services.desk import Desk, NotReadyError
from cashier.storage import payments

_T = TypeVar("_T")


class PaymentNotReadyError(NotReadyError):
    """The payment does not stand where this step begins.

    Attributes:
        payment: as it stands.
    """

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"payment {payment.id} is {payment.state.value}")
        self.payment = payment


class PaymentDesk(Desk[Payment]):
    """What every step with a payment needs, and the rules all of them keep."""

    async def get(self, payment_id: str) -> Payment:
        """Return one payment as it stands on disk.

        Raises:
            NotStoredError: if there is none.
        """
        return await self.database.read(lambda connection: payments.get(connection, payment_id))

    async def account_of(self, payment: Payment) -> Account:
        """Return the account a payment goes through."""
        return await self.account(payment.account_id)

    async def provider_of(self, payment: Payment) -> PaymentProvider:
        """Return the provider a payment goes through.

        Raises:
            CredentialsMissingError: if the account has no secret.
            VaultError: if the vault cannot be read.
        """
        return await self.client_of(await self.account_of(payment))

    async def client_of(self, account: Account) -> PaymentProvider:
        """Return an account's provider. Raises as `provider_of`."""
        return await self._clients.taking_payments(account)

    async def begin(
        self, payment: Payment, state: PaymentState, kind: OperationKind, arguments: dict[str, str]
    ) -> tuple[Payment, Operation]:
        """Write down a step, and then that its call is leaving, each in a transaction of its own.

        Raises:
            StorageUnavailableError: if either cannot be written; nothing may leave then.
        """
        self.note_begun(payment.id)
        moved, prepared = await self.database.write(
            lambda connection: self.prepare(connection, payment, state, kind, arguments)
        )
        self.changes.publish(moved)
        return moved, await self.note_leaving(prepared)

    def prepare(
        self,
        connection: apsw.Connection,
        payment: Payment,
        state: PaymentState,
        kind: OperationKind,
        arguments: dict[str, str],
    ) -> tuple[Payment, Operation]:
        """Write down a step in the caller's transaction; `note_begun` comes before it, `note_leaving` after it."""
        operation = journal.prepare(
            connection,
            self.session,
            account_id=payment.account_id,
            subject_id=payment.id,
            kind=kind,
            arguments=arguments,
        )
        # Only what comes of the call settles what waits in the outbox for it.
        moved = payment_records.move(
            connection, self.session, payment, state, by_program=False, keeps_outbox=True
        )
        return moved, operation

    async def note_leaving(self, prepared: Operation) -> Operation:
        """Write down that a prepared call is leaving now. Raises as `begin`."""
        return await self.database.write(
            lambda connection: journal.mark_sent(connection, self.session, prepared)
        )

    async def call(self, payment: Payment, call: Awaitable[_T]) -> _T:
        """Make a call about a payment. As `call_account`."""
        return await self.call_account(payment.account_id, payment.id, call)

    async def keep_news(self, payment: Payment, evidence: PaymentEvidence) -> Payment:
        """Commit what the provider says about a payment no settling call is open for, and tell if that is new.

        Raises:
            StorageUnavailableError: if it cannot be written; nothing of it was kept.
        """
        known = await self.database.write(
            lambda connection: payment_records.apply_news(connection, self.session, payment, evidence)
        )
        if known.version != payment.version:
            self.changes.publish(known)
        return known
