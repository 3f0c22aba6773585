"""Having the money of a payment moved: the second of its two calls."""

from __future__ import annotations

import json

import apsw

from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.outbox import OutboxKind
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.protocol import Confirmation, PaymentProvider
from cashier.services import journal, outbox_queue, payment_records
from cashier.services.payment_desk import PaymentDesk, PaymentNotReadyError

# Refusals that say nothing about the customer's code, nor about the payment.
ABOUT_THE_ACCOUNT = (AddressNotAllowedError, CredentialsRefusedError, TooManyRequestsError)


class PaymentSettling:
    """The step from a payment that waits for its customer to one that is paid; in its turn at the desk."""

    def __init__(self, desk: PaymentDesk) -> None:
        self._desk = desk
        self._session = desk.session

    async def confirm(self, payment_id: str, code: str) -> Payment:
        """Finalize with the customer's code, or collect a token."""
        payment = await self._desk.get(payment_id)
        if payment.state is not PaymentState.AWAITING_CUSTOMER:
            raise PaymentNotReadyError(payment)
        provider = await self._desk.provider_of(payment)
        key = payment.provider_key or ""
        arguments = {"key": key, "code": code} if code else {"key": key}
        confirming, operation = await self._desk.begin(
            payment, PaymentState.CONFIRMING, OperationKind.SETTLE_PAYMENT, arguments
        )
        try:
            evidence = await self._desk.call(
                payment, provider.settle_payment(payment_records.order_of(payment), key, code)
            )
        except ProviderError as error:
            return await self._settling_failed(confirming, operation, error, provider)
        return await self._desk.write(
            lambda connection: payment_records.apply_evidence(
                connection, self._session, confirming, operation, evidence
            )
        )

    async def _settling_failed(
        self, payment: Payment, operation: Operation, error: ProviderError, provider: PaymentProvider
    ) -> Payment:
        session = self._session

        def write(connection: apsw.Connection) -> Payment:
            if isinstance(error, NotSentError):
                return self._confirm_later(connection, payment, operation, error)
            if isinstance(error, ProviderRefusedError):
                journal.settle(
                    connection,
                    session,
                    operation,
                    OperationState.REFUSED,
                    error=str(error),
                    answer=error.answer,
                )
                by_code = provider.traits.confirmation is Confirmation.CODE
                about_code = by_code and not isinstance(error, ABOUT_THE_ACCOUNT)
                reason = PaymentReason.WRONG_CODE if about_code else PaymentReason.PROVIDER_REFUSED
                words = error.words or None
            else:
                journal.leave_unknown(
                    connection,
                    session,
                    operation,
                    error=str(error),
                    answer=error.answer or None,
                    next_attempt_at=session.clock.now(),
                )
                return payment_records.move(
                    connection, session, payment, PaymentState.UNKNOWN, reason=PaymentReason.NO_ANSWER
                )
            return payment_records.move(
                connection,
                session,
                payment,
                PaymentState.AWAITING_CUSTOMER,
                reason=reason,
                provider_message=words,
            )

        return await self._desk.write(write)

    def _confirm_later(
        self, connection: apsw.Connection, payment: Payment, operation: Operation, error: NotSentError
    ) -> Payment:
        """Let a confirmation wait whose code was typed but could not leave: it goes the moment the line is back."""
        session = self._session
        code = str(json.loads(operation.input).get("code", ""))
        journal.settle(connection, session, operation, OperationState.NOT_SENT, error=str(error))
        outbox_queue.put(connection, session, payment, OutboxKind.CONFIRM, {"code": code}, error=str(error))
        return payment_records.move(
            connection,
            session,
            payment,
            PaymentState.AWAITING_CUSTOMER,
            reason=PaymentReason.NO_CONNECTION,
            keeps_outbox=True,
        )
