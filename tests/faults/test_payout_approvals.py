"""Approvals that grow old: after half an hour without a line or a call, a manager is asked again before money leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.services.till import Till
from cashier.storage import accounts, withdrawals
from tests.faults.crash_payouts import checked_rows
from tests.faults.till_history import CLOSED_PORT_URL

S = WithdrawalState
ENDPOINTS = {"paystar": "settlement", "aqayepardakht": "request"}


async def _set_line(tills: Any, till: Till, account: Account, *, up: bool) -> Account:
    url = tills.sandbox.url(account.provider) if up else CLOSED_PORT_URL
    moved = replace(account, base_url=url)
    await till.database.write(lambda connection: accounts.save(connection, moved))
    await till.clients.forget(account.id)
    till.sync.network_is_back()
    return moved


async def _until(till: Till, hold: Callable[[Sequence[Withdrawal]], bool]) -> list[Withdrawal]:
    """Wait until something holds of all withdrawals, the oldest first."""
    changed = asyncio.Event()
    ends = [
        feed.subscribe(lambda _: changed.set())
        for feed in (till.withdrawals.changes, till.withdrawals.batch_changes)
    ]
    try:
        while True:
            newest = await till.database.read(lambda connection: withdrawals.newest(connection, limit=-1))
            # The rows of a batch are of one moment.
            found = sorted(newest, key=lambda one: (one.created_at, one.batch_row or 0))
            if hold(found):
                return found
            await changed.wait()
            changed.clear()
    finally:
        for end in ends:
            end()


def _all_in(
    *states: WithdrawalState, among_first: int | None = None
) -> Callable[[Sequence[Withdrawal]], bool]:
    return lambda found: all(one.state in states for one in found[:among_first])


@pytest.mark.parametrize("in_another_run", [False, True])
@pytest.mark.parametrize(("minutes", "asks_again"), [(29, False), (31, True)])
@pytest.mark.parametrize("provider", list(ENDPOINTS))
def test_what_waited_too_long_for_a_line_is_asked_about_again(
    tills: Any, provider: str, minutes: int, *, asks_again: bool, in_another_run: bool
) -> None:
    """The line is back, and nothing leaves until a manager has agreed once more; then it leaves once."""
    control, endpoint = tills.sandbox.control, ENDPOINTS[provider]

    async def goes_offline() -> None:
        async with tills() as till:
            account, manager = await getattr(tills, provider)(till), await tills.manager(till)
            account = await _set_line(tills, till, account, up=False)
            (row,) = await checked_rows(till, account, 1)
            proposed = await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)
            await till.approvals.approve(proposed.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
            await _until(till, lambda found: found[0].reason is WithdrawalReason.NO_CONNECTION)
            if in_another_run:
                return
            tills.clock.advance(minutes * 60)
            await is_back(till)

    async def is_back(till: Till) -> None:
        (account,), (manager,) = await till.accounts.in_use(), await till.operators.in_service()
        await _set_line(tills, till, account, up=True)
        if asks_again:
            (left,) = await _until(till, _all_in(S.AWAITING_APPROVAL, S.ACCEPTED))
            assert (left.state, left.reason) == (S.AWAITING_APPROVAL, WithdrawalReason.APPROVAL_TOO_OLD)
            assert (left.approver_id, left.approved_at) == (None, None)
            assert control.calls(provider, endpoint) == []
            await till.approvals.approve(left.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
        await _until(till, _all_in(S.ACCEPTED))

    async def next_run() -> None:
        async with tills() as till:
            await is_back(till)

    asyncio.run(goes_offline())
    if in_another_run:
        tills.clock.advance(minutes * 60)
        asyncio.run(next_run())
    assert len(control.calls(provider, endpoint)) == control.count(provider).created == 1


@pytest.mark.parametrize(("minutes", "asks_again"), [(29, False), (31, True)])
def test_the_rest_of_a_batch_that_stood_too_long_is_asked_about_again(
    tills: Any, minutes: int, *, asks_again: bool
) -> None:
    """Counted from its last call: a batch that runs does not grow old, one that stands does."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account, manager = await tills.paystar(till, transfers_per_call="2"), await tills.manager(till)
            batch = await till.batches.propose(
                till.withdrawals.new_intent(), account, "Salaries", await checked_rows(till, account, 6)
            )
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
            for calls in (1, 2):
                control.fault("hold_after", "paystar", "settlement")
                if calls == 1:
                    await till.approvals.approve_batch(batch.id, **by_manager)
                else:
                    # Of the approval more than half an hour is over, of the last call less.
                    tills.clock.advance(20 * 60)
                    await till.batches.resume(batch.id)
                await asyncio.to_thread(control.wait_for_held)
                await till.batches.pause(batch.id)
                control.release()
                await _until(till, _all_in(S.ACCEPTED, among_first=2 * calls))
            tills.clock.advance(minutes * 60)
            await till.batches.resume(batch.id)
            rest = (await _until(till, _all_in(S.AWAITING_APPROVAL, S.ACCEPTED)))[4:]
            if asks_again:
                assert {one.reason for one in rest} == {WithdrawalReason.APPROVAL_TOO_OLD}
                assert len(control.calls("paystar", "settlement")) == 2
                await till.approvals.approve_batch(batch.id, **by_manager)
            await _until(till, _all_in(S.ACCEPTED))

    asyncio.run(story())
    assert [len(call.payouts) for call in control.calls("paystar", "settlement")] == [2, 2, 2]
    assert control.count("paystar").created == 6
