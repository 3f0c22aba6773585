"""The desk payments are handled at: what every step with one shares.

A step is on disk before its call leaves. Steps of one payment follow each other; the same step asked for twice is
one step; whoever asked may go away, the step goes on.

    PaymentNotReadyError    the payment does not stand where this step begins
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar

import apsw
import structlog

from cashier.domain.account import Account
from cashier.domain.operation import Operation, OperationKind
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.errors import NoAnswerError, ProviderError
from cashier.providers.protocol import PaymentEvidence, PaymentProvider
from cashier.services import journal, payment_records
from cashier.services.connectivity import Connectivity
from cashier.services.feed import Feed
from cashier.services.provider_clients import ProviderClients
from cashier.services.session import Session
from cashier.storage import accounts, payments
from cashier.storage.database import Database

_log = structlog.get_logger(__name__)
_T = TypeVar("_T")


class PaymentNotReadyError(Exception):
    """The payment does not stand where this step begins.

    Attributes:
        payment: as it stands.
    """

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"payment {payment.id} is {payment.state.value}")
        self.payment = payment


class PaymentDesk:
    """What every step with a payment needs, and the rules all of them keep.

    Attributes:
        changes: tells of every payment that changed, after it was committed.
        broken_off: tells of every payment whose step ended, by an error, when its first line may have been in the
            journal and its last one was not: it has to be taken up.
        calls_made: how many calls each account has made in this run.
    """

    def __init__(
        self, database: Database, clients: ProviderClients, session: Session, connectivity: Connectivity
    ) -> None:
        self.database = database
        self.session = session
        self.changes: Feed[Payment] = Feed()
        self.broken_off: Feed[str] = Feed()
        self.calls_made: Counter[str] = Counter()
        self._clients = clients
        self._connectivity = connectivity
        self._under_way: dict[tuple[str, str], asyncio.Task[Payment]] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._begun: set[str] = set()

    async def get(self, payment_id: str) -> Payment:
        """Return one payment as it stands on disk.

        Raises:
            NotStoredError: if there is none.
        """
        return await self.database.read(lambda connection: payments.get(connection, payment_id))

    async def account_of(self, payment: Payment) -> Account:
        """Return the account a payment goes through."""
        return await self.database.read(lambda connection: accounts.get(connection, payment.account_id))

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

    async def probe(self, account_id: str) -> None:
        """Make an account's cheapest call, only to learn whether its line is back.

        Raises:
            ProviderError: if it is not.
            CredentialsMissingError: if the account has no secret.
            VaultError: if the vault cannot be read.
        """
        account = await self.database.read(lambda connection: accounts.get(connection, account_id))
        if account.removed_at is not None:
            self._connectivity.forget(account_id)
            return
        client = await self.client_of(account)
        try:
            await client.test_connection()
        except ProviderError as error:
            self._connectivity.note(account_id, error)
            raise
        self._connectivity.note(account_id, None)

    async def begin(
        self, payment: Payment, state: PaymentState, kind: OperationKind, arguments: dict[str, str]
    ) -> tuple[Payment, Operation]:
        """Write down a step, and then that its call is leaving, each in a transaction of its own.

        Raises:
            StorageUnavailableError: if either cannot be written; nothing may leave then.
        """

        def prepare(connection: apsw.Connection) -> tuple[Payment, Operation]:
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

        # Before the first line and not after it: what breaks right behind its commit has to be taken up too.
        self._begun.add(payment.id)
        moved, prepared = await self.database.write(prepare)
        self.changes.publish(moved)
        sent = await self.database.write(
            lambda connection: journal.mark_sent(connection, self.session, prepared)
        )
        return moved, sent

    def time_at_least(self) -> datetime:
        """Return what time it is at least, UTC: by our clock, or by a provider's that calls ours fast."""
        return self.session.clock.now() - self._connectivity.fast_by_at_most

    async def call(self, payment: Payment, call: Awaitable[_T]) -> _T:
        """Make a call that `begin` has written down, and let the line's state learn from it.

        Raises:
            ProviderError: as the call does; a fault of our own counts as an unknown outcome, since by then
                something may have left.
        """
        self.calls_made[payment.account_id] += 1
        try:
            answer = await call
        except ProviderError as error:
            self._connectivity.note(payment.account_id, error)
            raise
        except Exception as error:
            _log.exception("provider_call_broke", payment=payment.id)
            # Its text may hold what was to be sent, secrets included; the log has it, redacted.
            raise NoAnswerError(f"the program failed while calling ({type(error).__name__})") from error
        self._connectivity.note(payment.account_id, None)
        return answer

    async def write(self, transaction: Callable[[apsw.Connection], Payment]) -> Payment:
        """Commit a change of a payment and tell whoever listens.

        Raises:
            StorageUnavailableError: if it cannot be written; nothing of it was kept.
        """
        payment = await self.database.write(transaction)
        self.changes.publish(payment)
        return payment

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

    async def once(
        self, step_name: str, subject: str, step: Callable[[], Coroutine[Any, Any, Payment]]
    ) -> Payment:
        """Take a step in its turn, or join the same one under way. The caller may go away; the step does not."""
        name = (step_name, subject)
        task = self._under_way.get(name)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._in_turn(subject, step), name=" ".join(name))
            self._under_way[name] = task
            task.add_done_callback(lambda done: self._finished(name, done))
        return await asyncio.shield(task)

    def is_under_way(self, subject: str) -> bool:
        """Say whether a step of a payment is under way."""
        return any(other == subject for _, other in self._under_way)

    def under_way(self) -> list[asyncio.Task[Payment]]:
        """Return the steps that are under way, for whoever wants to wait before closing."""
        return list(self._under_way.values())

    async def _in_turn(self, subject: str, step: Callable[[], Coroutine[Any, Any, Payment]]) -> Payment:
        turn = self._turns.setdefault(subject, asyncio.Lock())
        async with turn:
            return await step()

    def _finished(self, name: tuple[str, str], task: asyncio.Task[Payment]) -> None:
        self._under_way.pop(name, None)
        step_name, subject = name
        was_begun = subject in self._begun
        self._begun.discard(subject)
        if not any(other == subject for _, other in self._under_way):
            self._turns.pop(subject, None)
        # Whoever asked for the step may be gone; what went wrong is written down all the same.
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.warning("payment_step_failed", step=step_name, subject=subject, error=repr(error))
            if was_begun:
                self.broken_off.publish(subject)
