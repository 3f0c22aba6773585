"""Withdrawals whose provider does not know our reference, while this machine's clock is set."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.services.till import Till
from tests.faults.crash_payouts import checked_rows


async def _lost(tills: Any, till: Till) -> str:
    """Have a withdrawal made whose answer the sandbox keeps; return its id."""
    control = tills.sandbox.control
    account, manager = await tills.aqayepardakht(till), await tills.manager(till)
    (row,) = await checked_rows(till, account, 1)
    withdrawal = await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)
    control.fault("hold_after", "aqayepardakht", "request")
    await till.approvals.approve(withdrawal.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
    await asyncio.to_thread(control.wait_for_held)
    return withdrawal.id


async def _asked_about(till: Till, withdrawal_id: str) -> Withdrawal:
    """Wait until it is known what became of it, or it is with a person."""
    changed = asyncio.Event()
    till.withdrawals.changes.subscribe(lambda _: changed.set())
    while True:
        withdrawal = await till.withdrawals.get(withdrawal_id)
        call = await till.withdrawals.last_operation(withdrawal_id)
        if call is not None and (call.is_settled or call.state is OperationState.NEEDS_PERSON):
            return withdrawal
        await changed.wait()
        changed.clear()


@pytest.mark.parametrize("jump_s", [-400, -80_000, 400, 3600])
def test_a_clock_that_is_set_while_its_answer_is_lost_hides_no_withdrawal(tills: Any, jump_s: int) -> None:
    """Set in the same run, its record is known for what it is, however old it seems."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            withdrawal_id = await _lost(tills, till)
            tills.clock.advance(jump_s)
            control.release(reset=True)
            assert (await _asked_about(till, withdrawal_id)).state is WithdrawalState.ACCEPTED

    asyncio.run(story())
    assert control.count("aqayepardakht").created == 1


@pytest.mark.parametrize(
    ("jump_s", "passed_s"), [(-400, 0), (-80_000, 0), (400, 0), (-400, 900), (-3600, 7200), (-40_000, 50_000)]
)
def test_a_clock_that_is_set_between_two_runs_hides_no_withdrawal(
    tills: Any, jump_s: int, passed_s: int
) -> None:
    """Set back and asked about late, its record seems too old, and a manager can say that it is; else it is found."""
    control = tills.sandbox.control

    async def first_run() -> str:
        async with tills() as till:
            withdrawal_id = await _lost(tills, till)
            for provider in ("list", "details"):
                control.fault("reset_before", "aqayepardakht", provider, times=None)
            control.release(reset=True)
            return withdrawal_id

    async def second_run(withdrawal_id: str) -> None:
        async with tills() as till:
            found = await _asked_about(till, withdrawal_id)
            if not passed_s:
                assert found.state is WithdrawalState.ACCEPTED
                return
            assert (found.state, found.reason) == (WithdrawalState.UNKNOWN, WithdrawalReason.SEVERAL_LISTED)
            (record,) = await till.withdrawal_reconciliation.candidates(withdrawal_id)
            (manager,) = await till.operators.in_service()
            assert record.key is not None
            chosen = await till.withdrawal_decisions.choose(
                withdrawal_id,
                record.key,
                manager_id=manager.id,
                pin=tills.MANAGER_PIN,
                reason="the panel shows it",
            )
            assert chosen.state is WithdrawalState.PAID

    tills.plan = replace(tills.plan, pauses_s=(0.2, *tills.plan.pauses_s))
    withdrawal_id = asyncio.run(first_run())
    tills.clock.advance(jump_s + passed_s)
    control.advance(passed_s)
    control.clear_faults()
    asyncio.run(second_run(withdrawal_id))
    assert control.count("aqayepardakht").created == 1
