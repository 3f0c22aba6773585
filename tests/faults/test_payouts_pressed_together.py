"""Withdrawals: however often a button is pressed, and whatever is pressed together, each is sent once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.money import RIAL
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services.approvals import AskAgainError
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import CheckedRow
from cashier.services.till import Till
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from tests.faults.crash_payouts import rows

PROVIDERS = ["paystar", "aqayepardakht"]


async def _checked(till: Till, account: Account, count: int) -> list[CheckedRow]:
    rules = await till.withdrawals.rules(account)
    texts = (
        RowText(number=number, iban=iban, holder="Sara Example", amount=amount)
        for number, (iban, amount) in enumerate(rows(count), start=1)
    )
    found = [rules.check(text, RIAL).checked for text in texts]
    return [row for row in found if row is not None]


async def _approved_batch(tills: Any, till: Till, account: Account, count: int) -> list[Withdrawal]:
    manager = await tills.manager(till)
    rows_ = await _checked(till, account, count)
    batch = await till.batches.propose(till.withdrawals.new_intent(), account, "Salaries", rows_)
    await till.approvals.approve_batch(batch.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
    return await till.batches.rows(batch.id)


@pytest.mark.parametrize("hold", ["hold_before", "hold_after"])
def test_asking_about_a_row_while_its_call_is_on_its_way_waits_for_the_call(tills: Any, hold: str) -> None:
    """Asked, or declared not sent, in the middle of the call that carries it: the call's answer is what counts."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.paystar(till)
            control.fault(hold, "paystar", "settlement")
            sent = await _approved_batch(tills, till, account, 3)
            await asyncio.to_thread(control.wait_for_held)
            asking = [
                asyncio.create_task(till.withdrawal_reconciliation.ask(withdrawal.id)) for withdrawal in sent
            ]
            # They must not get on: no state is theirs to change while the call is on its way.
            done, _ = await asyncio.wait(asking, timeout=0.05)
            assert not done
            control.release()
            asked = await asyncio.gather(*asking)
            assert {withdrawal.state for withdrawal in asked} == {WithdrawalState.ACCEPTED}
            for withdrawal in sent:
                made = await till.withdrawals.last_operation(withdrawal.id)
                assert made is not None
                assert made.attempts == 0

    asyncio.run(story())
    assert control.count("paystar").created == 3
    assert len(control.calls("paystar", "requests")) == 0


@pytest.mark.parametrize("provider", PROVIDERS)
def test_many_presses_of_every_button_make_one_call(tills: Any, provider: str) -> None:
    """Of "review", "approve" and "send", each many times, the loop beside them: one withdrawal, asked for once."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account, manager = await getattr(tills, provider)(till), await tills.manager(till)
            (row,) = await _checked(till, account, 1)
            intent = till.withdrawals.new_intent()
            made = await asyncio.gather(*(till.withdrawals.propose(intent, account, row) for _ in range(10)))
            assert len({withdrawal.id for withdrawal in made}) == 1
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
            approved = await asyncio.gather(
                # Fewer than what locks a PIN: every try is counted before it is known to be right.
                *(till.approvals.approve(made[0].id, **by_manager) for _ in range(3)),
                return_exceptions=True,
            )
            refused = [outcome for outcome in approved if isinstance(outcome, BaseException)]
            assert len(refused) == 2
            assert all(isinstance(error, WithdrawalNotReadyError) for error in refused)
            await asyncio.gather(
                *(till.withdrawals.submit(made[0].id) for _ in range(10)), return_exceptions=True
            )
            assert (await till.withdrawals.get(made[0].id)).state is WithdrawalState.ACCEPTED
            with pytest.raises(WithdrawalNotReadyError):
                await till.withdrawals.submit(made[0].id)

    asyncio.run(story())
    assert control.count(provider).created == 1
    assert sum(len(call.payouts) for call in control.calls(provider)) == 1


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_same_again_is_asked_about_first(tills: Any, provider: str) -> None:
    """A second withdrawal of the same amount to the same IBAN leaves only when somebody says that it is meant."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account, manager = await getattr(tills, provider)(till), await tills.manager(till)
            (row,) = await _checked(till, account, 1)
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
            first, second = [
                await till.withdrawals.propose(till.withdrawals.new_intent(), account, row) for _ in range(2)
            ]
            await till.approvals.approve(second.id, is_meant_again=True, **by_manager)
            with pytest.raises(AskAgainError) as asked:
                await till.approvals.approve(first.id, **by_manager)
            assert [other.id for other in asked.value.alike] == [second.id]
            assert (await till.withdrawals.get(first.id)).state is WithdrawalState.AWAITING_APPROVAL
            await asyncio.to_thread(control.wait_for_calls, 1, provider)
            await asyncio.gather(*till.under_way())

    asyncio.run(story())
    assert control.count(provider).created == 1


def test_a_batch_sent_and_cancelled_at_once_sends_each_row_once_or_not_at_all(tills: Any) -> None:
    """Sending, pausing, going on and giving up the rest together: what was not given up was asked for once."""
    control = tills.sandbox.control

    async def story() -> tuple[set[str], set[str]]:
        async with tills() as till:
            account = await tills.paystar(till, transfers_per_call="2")
            sent = await _approved_batch(tills, till, account, 9)
            batch_id = sent[0].batch_id
            batches = till.batches
            await asyncio.gather(
                *(batches.send_next(batch_id) for _ in range(3)),
                batches.pause(batch_id),
                *(till.withdrawals.submit(withdrawal.id) for withdrawal in sent),
                batches.resume(batch_id),
                batches.send_next(batch_id),
                return_exceptions=True,
            )
            await batches.cancel_rest(batch_id)
            await asyncio.gather(*till.under_way(), return_exceptions=True)
            standing = await batches.rows(batch_id)
            cancelled = {row.reference for row in standing if row.state is WithdrawalState.CANCELLED}
            return cancelled, {row.reference for row in standing} - cancelled

    cancelled, asked_for = asyncio.run(story())
    received = [name for call in control.calls("paystar", "settlement") for name in call.payouts]
    assert sorted(received) == sorted(asked_for)
    assert not cancelled & set(received)
