"""Batches of transfers: written down together, approved together, sent call by call, each row with its own end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import apsw

from cashier.domain.account import Account
from cashier.domain.money import RIAL, Money
from cashier.domain.text import one_line
from cashier.domain.transfer_batch import BatchStanding, TransferBatch
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.services import batch_records, withdrawal_records
from cashier.services.batch_rows import CheckedRow
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.services.withdrawal_submission import WithdrawalSubmission
from cashier.storage import events, transfer_batches, withdrawals

MAXIMUM_NAME_LENGTH = 80

_S = WithdrawalState


class BatchService:
    """What a cashier does with batches."""

    def __init__(self, desk: WithdrawalDesk, submission: WithdrawalSubmission) -> None:
        self._desk = desk
        self._session = desk.session
        self._submission = submission

    # What is known

    async def standing(self, batch_id: str) -> BatchStanding:
        """Return how far a batch has got."""
        return await self._desk.database.read(
            lambda connection: transfer_batches.standing(connection, batch_id)
        )

    async def rows(
        self,
        batch_id: str,
        *states: WithdrawalState,
        limit: int = -1,
        changed_since: datetime | None = None,
    ) -> list[Withdrawal]:
        """Return a batch's withdrawals in the order of their rows.

        Args:
            batch_id: of which batch.
            states: only those in one of these, if any are named.
            limit: at most so many; -1 for all.
            changed_since: only those changed then or later, UTC.
        """
        return await self._desk.database.read(
            lambda connection: withdrawals.of_batch(
                connection, batch_id, *states, limit=limit, changed_since=changed_since
            )
        )

    async def newest(self, *, limit: int) -> list[BatchStanding]:
        """Return the newest batches and how far they have got, newest first."""
        return await self._desk.database.read(
            lambda connection: [
                transfer_batches.standing(connection, batch.id)
                for batch in transfer_batches.newest(connection, limit=limit)
            ]
        )

    # Steps

    async def propose(
        self, intent_id: str, account: Account, name: str, rows: Sequence[CheckedRow]
    ) -> TransferBatch:
        """Write a batch and all its withdrawals down for approval; the same intent again is the same batch.

        Raises:
            ValueError: if there are no rows.
            StorageUnavailableError: if it cannot be written down; then none of it was.
        """
        if not rows:
            raise ValueError("a batch without rows")

        def write(connection: apsw.Connection) -> TransferBatch:
            known = transfer_batches.of_intent(connection, intent_id)
            return known or self._write_batch(connection, intent_id, account, name, rows)

        batch = await self._desk.database.write(write)
        self._desk.batch_changes.publish(batch.id)
        return batch

    async def pause(self, batch_id: str) -> TransferBatch:
        """Send no more of a batch for now; the call that is on its way comes to its end."""
        return await self._set_paused(batch_id, is_paused=True)

    async def resume(self, batch_id: str) -> TransferBatch:
        """Go on with a batch that was paused."""
        return await self._set_paused(batch_id, is_paused=False)

    async def cancel_rest(self, batch_id: str) -> int:
        """Give up those withdrawals of a batch of which nothing has left this machine; return how many.

        Those on their way may turn out never to have left: the batch is paused then, and a person looks.
        """

        def write(connection: apsw.Connection) -> list[Withdrawal]:
            if withdrawals.of_batch(connection, batch_id, _S.SUBMITTING, limit=1):
                batch_records.set_paused(connection, self._session, batch_id, is_paused=True)
            rest = withdrawals.of_batch(connection, batch_id, _S.AWAITING_APPROVAL, _S.APPROVED)
            return [
                withdrawal_records.move(
                    connection,
                    self._session,
                    withdrawal,
                    _S.CANCELLED,
                    reason=WithdrawalReason.BY_PERSON,
                    by_program=False,
                )
                for withdrawal in rest
            ]

        cancelled = await self._desk.database.write(write)
        self._desk.tell(cancelled)
        return len(cancelled)

    async def send_next(self, batch_id: str) -> float:
        """Send the next rows of a batch in one call; return how long to wait before those after them, in seconds.

        A provider that refuses a whole call, and names no row as the cause, would refuse the next one too: the batch
        is paused then, and a person looks. Nothing is sent while it is paused or something of it is asked about.

        Raises as `WithdrawalSubmission.send`.
        """
        return await self._desk.once("send", batch_id, lambda: self._send_next(batch_id))

    async def _send_next(self, batch_id: str) -> float:
        batch = await self._desk.database.read(lambda connection: transfer_batches.get(connection, batch_id))
        if batch.is_paused:
            return 0.0
        provider = await self._desk.client_of(await self._desk.account(batch.account_id))
        rows = await self.rows(batch_id, _S.APPROVED, limit=provider.most_at_once)
        if not rows:
            return 0.0
        return (await self._submission.send(rows)).pause_s

    # Within

    def _write_batch(
        self,
        connection: apsw.Connection,
        intent_id: str,
        account: Account,
        name: str,
        rows: Sequence[CheckedRow],
    ) -> TransferBatch:
        session, now = self._session, self._session.clock.now()
        batch = TransferBatch(
            id=session.new_id(),
            till_id=session.till_id,
            account_id=account.id,
            intent_id=intent_id,
            name=one_line(name)[:MAXIMUM_NAME_LENGTH],
            row_count=len(rows),
            total=Money(sum((row.money.to(RIAL).amount for row in rows), Decimal(0)), RIAL),
            is_paused=False,
            created_at=now,
            updated_at=now,
            operator_id=session.operator_id,
        )
        transfer_batches.insert(connection, batch)
        events.append(connection, session.event("batch", batch.id, "proposed", after=str(len(rows))))
        for place, row in enumerate(rows, start=1):
            withdrawal = Withdrawal(
                id=session.new_id(),
                till_id=session.till_id,
                account_id=account.id,
                intent_id=f"{intent_id}/{place}",
                reference=withdrawal_records.new_reference(connection, session),
                money=row.money,
                iban=row.iban,
                holder=row.holder,
                note=row.note,
                pay_id=row.pay_id,
                batch_id=batch.id,
                batch_row=place,
                state=_S.AWAITING_APPROVAL,
                created_at=now,
                updated_at=now,
                operator_id=session.operator_id,
            )
            withdrawals.insert(connection, withdrawal)
            events.append(
                connection,
                session.event("withdrawal", withdrawal.id, "drafted", after=withdrawal.state.value),
            )
        return batch

    async def _set_paused(self, batch_id: str, *, is_paused: bool) -> TransferBatch:
        batch = await self._desk.database.write(
            lambda connection: batch_records.set_paused(
                connection, self._session, batch_id, is_paused=is_paused
            )
        )
        self._desk.batch_changes.publish(batch_id)
        return batch
