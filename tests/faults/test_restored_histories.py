"""Random histories of a till whose backups are restored again and again: the provider's books have everything once."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cashier.domain.backup import Backup
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.services.approvals import AskAgainError
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.restoring import restore
from cashier.services.till import Till
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage import events, operations, payments, withdrawals
from tests.conftest import TillMaker
from tests.faults.crash_payouts import checked_rows
from tests.faults.test_restored_money import payout_at_rest, read_all_lists

_MOST = 8
_GONE = {WithdrawalState.ACCEPTED, WithdrawalState.PAID}

steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["propose", "approve", "send", "take", "confirm", "back up", "back up", "restore", "settle"]
        ),
        st.integers(0, _MOST - 1),
    ),
    min_size=4,
    max_size=14,
)


class _History:
    """One till, and what people do with it.

    Attributes:
        backups: the first first.
    """

    def __init__(self, tills: TillMaker) -> None:
        self.tills = tills
        self.control = tills.sandbox.control
        self.backups: list[Backup] = []
        self.proposed = 0

    async def begin(self) -> None:
        """Set the shop up."""
        self.till = await self._open()
        manager = await self.tills.manager(self.till)
        self.by_manager: dict[str, Any] = {"manager_id": manager.id, "pin": self.tills.MANAGER_PIN}
        self.payers = [await self.tills.paystar(self.till), await self.tills.aqayepardakht(self.till)]
        self.digibank = await self.tills.digibank(self.till)
        # All that could be asked for, no two alike.
        self.rows = [await checked_rows(self.till, account, 2 * _MOST) for account in self.payers]
        self.backups.append(await self.till.backups.make())

    async def _open(self) -> Till:
        till = await self.tills.open()
        # Nothing is sent but what somebody sends: so that backups find things waiting.
        await till.sync.stop()
        return till

    async def take(self, step: str, which: int) -> None:
        """Do one thing; what is not to be done now is left."""
        with suppress(WithdrawalNotReadyError, PaymentNotReadyError, AskAgainError):
            await getattr(self, f"_{step.replace(' ', '_')}")(which)

    async def _propose(self, which: int) -> None:
        self.proposed += 1
        account = self.payers[which % 2]
        row = self.rows[which % 2][self.proposed % (2 * _MOST)]
        await self.till.withdrawals.propose(self.till.withdrawals.new_intent(), account, row)

    async def _approve(self, which: int) -> None:
        known = await self.till.database.read(withdrawals.still_open)
        if known:
            await self.till.approvals.approve(known[which % len(known)].id, **self.by_manager)

    async def _send(self, which: int) -> None:
        known = await self.till.database.read(withdrawals.still_open)
        ready = [one for one in known if one.state is WithdrawalState.APPROVED]
        if ready:
            await self.till.withdrawals.submit(ready[which % len(ready)].id)

    async def _take(self, _: int) -> None:
        order = self.tills.order(self.digibank)
        await self.till.payments.request(self.till.payments.new_intent(), self.digibank, order)

    async def _confirm(self, which: int) -> None:
        waiting = [
            one
            for one in await self.till.database.read(payments.still_open)
            if one.state is PaymentState.AWAITING_CUSTOMER
        ]
        payment = waiting[which % len(waiting)] if waiting else None
        codes = {one.request_id: one.code for one in self.control.open_requests()}
        if payment is not None and payment.provider_key in codes:
            await self.till.payments.confirm(payment.id, codes[payment.provider_key])

    async def _back_up(self, _: int) -> None:
        self.backups.append(await self.till.backups.make())

    async def _restore(self, which: int) -> None:
        # Of one day only the newest are kept.
        kept = [backup for backup in self.backups if backup.path.exists()]
        backup = kept[which % len(kept)]
        order = await self.till.backups.approve_restore(backup.path, **self.by_manager)
        await self.till.close()
        await restore(self.tills.path, order, self.tills.clock)
        self.till = await self._open()

    async def _settle(self, _: int) -> None:
        """Let the till do all it does by itself; what is left with a manager was, they find, not sent."""
        await self.till.close()
        async with self.tills() as till:
            for payment in await till.database.read(payments.still_open):
                await self.tills.at_rest(till, payment.id)
            for withdrawal in await till.database.read(withdrawals.still_open):
                at_rest = await payout_at_rest(till, withdrawal.id)
                if at_rest.state is WithdrawalState.UNKNOWN:
                    await till.withdrawal_decisions.declare_not_sent(
                        [withdrawal.id], reason="not in their panel", **self.by_manager
                    )
        self.till = await self._open()

    async def end(self) -> None:
        """Go back to the oldest backup once more, come to rest, and hold both sides against each other."""
        await self._restore(0)
        await self._settle(0)
        await self.till.close()
        async with self.tills() as till:
            till.lists.refresh()
            await read_all_lists(till)
            ours = list(await till.database.read(lambda c: list(withdrawals.every(c))))
            taken = list(await till.database.read(lambda c: list(payments.every(c))))
            assert await till.database.read(operations.unsettled) == []
            assert await till.database.read(events.first_broken_link) is None
            elsewhere = await till.database.read(
                lambda c: c.execute("SELECT count(*) FROM provider_records WHERE is_ours = 0").get
            )
        gone = Counter(payout.party for payout in self.control.payouts())
        settled = Counter(entry.reference for entry in self.control.ledger("digibank"))
        assert max([0, *gone.values(), *settled.values()]) <= 1
        assert {one.iban for one in ours if one.state in _GONE} == {one.iban for one in ours} & set(gone)
        paid = {one.reference for one in taken if one.state is PaymentState.PAID}
        assert paid == {one.reference for one in taken} & set(settled)
        # What the till has forgotten is in its history all the same, as the providers tell it.
        known = len({one.iban for one in ours} & set(gone)) + len(paid)
        assert elsewhere == len(gone) + len(settled) - known


@pytest.mark.first
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=steps)
def test_whatever_was_restored_the_books_agree(sandbox: Any, steps: list[tuple[str, int]]) -> None:
    """Nothing is sent twice, nothing that was sent is unknown, and nothing is called sent that was not."""
    sandbox.control.reset()

    async def story(folder: Path) -> None:
        history = _History(TillMaker(folder, sandbox))
        await history.begin()
        try:
            for step, which in steps:
                await history.take(step, which)
        except BaseException:
            # The threads of an open file would keep the process alive.
            await history.till.close()
            raise
        await history.end()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(story(Path(folder)))
