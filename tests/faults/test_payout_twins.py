"""Two withdrawals that look the same, where the provider does not know our reference: neither takes the other's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from cashier.domain.account import Account
from cashier.domain.money import RIAL
from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.services.batch_cells import RowText
from cashier.services.till import Till
from tests.faults.crash_payouts import rows


async def _twin(till: Till, account: Account) -> Withdrawal:
    rules = await till.withdrawals.rules(account)
    ((iban, amount),) = rows(1)
    row = rules.check(RowText(number=1, iban=iban, holder="Sara Example", amount=amount), RIAL).checked
    assert row is not None
    return await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)


async def _until(till: Till, withdrawal_id: str, holds: Callable[[Withdrawal, bool], bool]) -> Withdrawal:
    """Wait until something holds of a withdrawal, and of whether it is with a person."""
    changed = asyncio.Event()
    end = till.withdrawals.changes.subscribe(lambda _: changed.set())
    try:
        while True:
            withdrawal = await till.withdrawals.get(withdrawal_id)
            call = await till.withdrawals.last_operation(withdrawal_id)
            if holds(withdrawal, call is not None and call.state is OperationState.NEEDS_PERSON):
                return withdrawal
            await changed.wait()
            changed.clear()
    finally:
        end()


async def _is_accepted(till: Till, withdrawal_id: str) -> Withdrawal:
    return await _until(till, withdrawal_id, lambda one, _: one.state is WithdrawalState.ACCEPTED)


async def _is_with_person(till: Till, withdrawal_id: str) -> Withdrawal:
    return await _until(till, withdrawal_id, lambda _, with_person: with_person)


def test_a_record_that_another_withdrawal_has_is_not_taken(tills: Any) -> None:
    """The first is there; the second, of the same amount to the same IBAN, never was: it does not take the first's."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account, manager = await tills.aqayepardakht(till), await tills.manager(till)
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN, "is_meant_again": True}
            first, second = await _twin(till, account), await _twin(till, account)
            await till.approvals.approve(first.id, **by_manager)
            await _is_accepted(till, first.id)
            control.fault("reset_before", "aqayepardakht", "request")
            await till.approvals.approve(second.id, **by_manager)
            left = await _is_with_person(till, second.id)
            assert (left.state, left.reason) == (WithdrawalState.UNKNOWN, WithdrawalReason.NOT_LISTED)
            assert await till.withdrawal_reconciliation.candidates(second.id) == []

    asyncio.run(story())
    assert control.count("aqayepardakht").created == 1


def test_of_two_records_a_manager_chooses_one_and_the_other_is_the_others(tills: Any) -> None:
    """Both were made and both answers lost: neither is guessed, and once one is chosen the other finds its own."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account, manager = await tills.aqayepardakht(till), await tills.manager(till)
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
            twins = [await _twin(till, account), await _twin(till, account)]
            control.fault("reset_after", "aqayepardakht", "request", times=2)
            # Asked in vain until both were sent.
            control.fault("error_before", "aqayepardakht", "list", times=None, status=500)
            for twin in twins:
                await till.approvals.approve(twin.id, is_meant_again=True, **by_manager)
                await _until(till, twin.id, lambda one, _: one.state is WithdrawalState.UNKNOWN)
            control.clear_faults()
            for twin in twins:
                await till.withdrawal_reconciliation.ask(twin.id)
            left = [await _is_with_person(till, twin.id) for twin in twins]
            assert {one.reason for one in left} == {WithdrawalReason.SEVERAL_LISTED}
            found = await till.withdrawal_reconciliation.candidates(twins[0].id)
            assert [record.key for record in found] == ["1", "2"]
            chosen = await till.withdrawal_decisions.choose(
                twins[0].id, "2", reason="the panel shows it", **by_manager
            )
            assert (chosen.state, chosen.provider_key) == (WithdrawalState.ACCEPTED, "2")
            other = await till.withdrawal_reconciliation.ask(twins[1].id)
            assert (other.state, other.provider_key) == (WithdrawalState.ACCEPTED, "1")

    asyncio.run(story())
    assert control.count("aqayepardakht").created == 2
