"""A restore that is killed, a till that goes on, and the sandbox's ledger: what was sent was sent once, and is known."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from tests.faults.crash_payouts import checked_rows
from tests.faults.kept_profiles import profile
from tests.faults.kept_vault import KeptVault
from tests.faults.running_till import PROJECT
from tests.faults.test_restored_money import payout_at_rest

# While it is made ready; and then, counted from the end, around the plan, between the renames and at the next start.
FROM_THE_BEGINNING = (1, 20, 40)
FROM_THE_END = (20, 16, 13, 10, 7, 4)


async def _two_of_each(tills: Any) -> tuple[str, str]:
    """Have a payment and a withdrawal wait, make a backup, and let both be settled afterwards; return their ids."""
    control = tills.sandbox.control
    async with tills() as till:
        await till.sync.stop()
        manager, account = await tills.manager(till), await tills.paystar(till)
        (row,) = await checked_rows(till, account, 1)
        withdrawal = await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)
        await till.approvals.approve(withdrawal.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
        digibank = await tills.digibank(till)
        payment = await till.payments.request(till.payments.new_intent(), digibank, tills.order(digibank))
        await till.backups.make()
        await till.withdrawals.submit(withdrawal.id)
        paid = await till.payments.confirm(payment.id, control.open_requests()[-1].code)
        assert paid.state is PaymentState.PAID
        return payment.id, withdrawal.id


@pytest.mark.first
def test_a_killed_restore_sends_nothing_twice_and_loses_nothing(tills: Any, tmp_path: Path) -> None:
    """Whether the old file or the new one is found: both are settled in it, and in the ledger once."""
    control = tills.sandbox.control
    prepared = tmp_path / "prepared"
    tills.path, tills.vault = profile(prepared), KeptVault(prepared / "vault.json")
    prepared.mkdir()
    payment_id, withdrawal_id = asyncio.run(_two_of_each(tills))
    found = []

    async def go_on(folder: Path) -> None:
        tills.path, tills.vault = profile(folder), KeptVault(folder / "vault.json")
        async with tills() as till:
            payment = await tills.at_rest(till, payment_id)
            withdrawal = await payout_at_rest(till, withdrawal_id)
            assert payment.state is PaymentState.PAID
            assert withdrawal.state in {WithdrawalState.ACCEPTED, WithdrawalState.PAID}
            found.append(await till.backups.last_restore() is not None)

    def play(name: str, step: int) -> tuple[Path, subprocess.CompletedProcess[str]]:
        folder = tmp_path / name
        shutil.copytree(prepared, folder)
        program = [sys.executable, "-m", "tests.faults.kill_everywhere", "--scenario", "restore"]
        played = subprocess.run(  # noqa: S603  # our own program
            [*program, "--one", str(folder), str(step)],
            cwd=PROJECT,
            check=False,
            stdout=subprocess.PIPE,
            text=True,
        )
        return folder, played

    whole, counted = play("whole", 0)
    count = int(counted.stdout.split()[-1])
    asyncio.run(go_on(whole))
    for step in (*FROM_THE_BEGINNING, *(count - left for left in FROM_THE_END)):
        folder, played = play(str(step), step)
        assert played.returncode == -signal.SIGKILL
        asyncio.run(go_on(folder))
        assert (control.count("paystar").created, control.count("digibank").settled) == (1, 1)
    assert set(found) == {False, True}
