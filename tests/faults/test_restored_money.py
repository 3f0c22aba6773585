"""A backup is older than the truth: after it was restored nothing is sent a second time, and nothing that was paid is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.backup import Backup
from cashier.domain.history import HistoryQuery
from cashier.domain.operation import OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.domain.restoring import Restored
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.services.restoring import restore
from cashier.services.till import Till
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage import accounts, events, outbox
from tests.faults.crash_payouts import checked_rows

# Nobody listens there.
NOWHERE = "http://127.0.0.1:1"


async def _restored(tills: Any, till: Till, backup: Backup) -> Restored:
    """Close the till and put a backup in the place of its file, as its manager wants it."""
    (manager,) = await till.operators.in_service()
    order = await till.backups.approve_restore(backup.path, manager_id=manager.id, pin=tills.MANAGER_PIN)
    await till.close()
    return await restore(tills.path, order, tills.clock)


async def _move_line(till: Till, account: Account, base_url: str) -> None:
    """Let an account's calls go somewhere else from now on."""
    moved = replace(account, base_url=base_url)
    await till.database.write(lambda connection: accounts.save(connection, moved))
    await till.clients.forget(account.id)


async def payout_at_rest(till: Till, withdrawal_id: str) -> Withdrawal:
    """Wait until what became of a withdrawal is known, or a person must look."""
    changed = asyncio.Event()
    unsubscribe = [
        till.withdrawals.changes.subscribe(lambda _: changed.set()),
        till.withdrawals.batch_changes.subscribe(lambda _: changed.set()),
    ]
    try:
        while True:
            withdrawal = await till.withdrawals.get(withdrawal_id)
            call = await till.withdrawals.last_operation(withdrawal_id)
            with_person = call is not None and call.state is OperationState.NEEDS_PERSON
            if with_person or withdrawal.state is not WithdrawalState.UNKNOWN:
                return withdrawal
            await changed.wait()
            changed.clear()
    finally:
        for end in unsubscribe:
            end()


async def _proposed(till: Till, account: Account) -> Withdrawal:
    (row,) = await checked_rows(till, account, 1)
    return await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)


# Withdrawals


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
@pytest.mark.parametrize("was_approved", [False, True])
def test_a_withdrawal_that_was_sent_after_the_backup_is_sent_once(
    tills: Any, provider: str, *, was_approved: bool
) -> None:
    """It waits in the backup, approved or to be approved; it was sent since: the till finds it, and sends nothing."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        account, manager = await getattr(tills, provider)(till), await tills.manager(till)
        withdrawal = await _proposed(till, account)
        by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
        if was_approved:
            await till.approvals.approve(withdrawal.id, **by_manager)
        backup = await till.backups.make()
        if not was_approved:
            await till.approvals.approve(withdrawal.id, **by_manager)
        sent = await till.withdrawals.submit(withdrawal.id)
        assert sent.state is WithdrawalState.ACCEPTED
        restored = await _restored(tills, till, backup)
        assert (restored.payments, restored.withdrawals) == (0, 1)
        async with tills() as again:
            found = await payout_at_rest(again, withdrawal.id)
            assert found.state in {WithdrawalState.ACCEPTED, WithdrawalState.PAID}
            assert found.provider_key == sent.provider_key
            with pytest.raises(WithdrawalNotReadyError):
                await again.approvals.approve(withdrawal.id, **by_manager)
            assert await again.database.read(events.first_broken_link) is None
            assert await again.backups.last_restore() == restored
            await again.backups.note_restore_seen()
            assert await again.backups.last_restore() is None

    asyncio.run(story())
    assert control.count(provider).created == 1


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
def test_a_withdrawal_that_was_not_sent_after_the_backup_is_not_sent_by_itself(
    tills: Any, provider: str
) -> None:
    """Approved in the backup and sent by nobody: a manager says so, and not the program."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        account, manager = await getattr(tills, provider)(till), await tills.manager(till)
        by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
        withdrawal = await _proposed(till, account)
        await till.approvals.approve(withdrawal.id, **by_manager)
        await _restored(tills, till, await till.backups.make())
        async with tills() as again:
            left = await payout_at_rest(again, withdrawal.id)
            assert (left.state, left.reason) == (WithdrawalState.UNKNOWN, WithdrawalReason.NOT_LISTED)
            assert control.count(provider).created == 0
            (closed,) = await again.withdrawal_decisions.declare_not_sent(
                [withdrawal.id], reason="not in their panel", **by_manager
            )
            assert closed.state is WithdrawalState.CANCELLED

    asyncio.run(story())
    assert control.count(provider).created == 0


def test_a_batch_that_went_on_after_the_backup_is_found_row_by_row(tills: Any) -> None:
    """Three of five rows were sent when the backup was made, all five since: each is there once."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        account = await tills.aqayepardakht(till)
        manager = await tills.manager(till)
        by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
        rows = await checked_rows(till, account, 5)
        batch = await till.batches.propose(till.withdrawals.new_intent(), account, "wages", rows)
        await till.approvals.approve_batch(batch.id, **by_manager)
        for _ in range(3):
            await till.batches.send_next(batch.id)
        backup = await till.backups.make()
        for _ in range(2):
            await till.batches.send_next(batch.id)
        assert control.count("aqayepardakht").created == 5
        assert (await _restored(tills, till, backup)).withdrawals == 2
        async with tills() as again:
            for row in await again.batches.rows(batch.id):
                at_rest = await payout_at_rest(again, row.id)
                assert at_rest.state in {WithdrawalState.ACCEPTED, WithdrawalState.PAID}
            keys = {row.provider_key for row in await again.batches.rows(batch.id)}
            assert len(keys) == 5

    asyncio.run(story())
    assert control.count("aqayepardakht").created == 5


# Payments


async def _requested(tills: Any, till: Till, account: Account) -> Payment:
    order = tills.order(account, "10" if account.provider == "digibank" else "50000")
    return await till.payments.request(till.payments.new_intent(), account, order)


async def _with_code_in_outbox(tills: Any, till: Till) -> tuple[Payment, str]:
    account = await tills.digibank(till)
    payment = await _requested(tills, till, account)
    code = tills.sandbox.control.open_requests()[-1].code
    await _move_line(till, account, NOWHERE)
    waiting = await till.payments.confirm(payment.id, code)
    assert waiting.reason is PaymentReason.NO_CONNECTION
    await _move_line(till, account, account.base_url)
    return waiting, code


def test_a_code_that_was_sent_after_the_backup_is_not_sent_again(tills: Any) -> None:
    """It waits in the outbox when the backup is made; the copy does not hold it, and the payment is found as paid."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        await tills.manager(till)
        payment, code = await _with_code_in_outbox(tills, till)
        assert code.encode() in _bytes_of(tills.path)
        backup = await till.backups.make()
        assert f'"{code}"'.encode() not in backup.path.read_bytes()
        assert (await till.payments.confirm(payment.id, code)).state is PaymentState.PAID
        assert (await _restored(tills, till, backup)).payments == 1
        async with tills() as again:
            assert await again.database.read(outbox.waiting) == []
            paid = await tills.at_rest(again, payment.id)
            assert paid.state is PaymentState.PAID

    asyncio.run(story())
    assert control.count("digibank").settled == 1
    assert len([call for call in control.calls() if call.endpoint == "finalize"]) == 1


def test_a_call_that_was_open_when_the_backup_was_made_is_asked_about(tills: Any) -> None:
    """Its answer was lost and found since, or it was on its way: neither leaves again."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        await tills.manager(till)
        digibank, paystar = await tills.digibank(till), await tills.paystar(till)
        lost = await _requested(tills, till, digibank)
        code = control.open_requests()[-1].code
        control.fault("reset_after", "digibank", "finalize")
        assert (await till.payments.confirm(lost.id, code)).state is PaymentState.UNKNOWN
        on_its_way = await _proposed(till, paystar)
        (manager,) = await till.operators.in_service()
        await till.approvals.approve(on_its_way.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
        control.fault("hold_before", "paystar", "settlement")
        sending = asyncio.create_task(till.withdrawals.submit(on_its_way.id))
        await asyncio.to_thread(control.wait_for_held)
        backup = await till.backups.make()
        control.clear_faults()
        control.release()
        assert (await sending).state is WithdrawalState.ACCEPTED
        assert (await till.reconciliation.ask(lost.id)).state is PaymentState.PAID
        restored = await _restored(tills, till, backup)
        assert (restored.payments, restored.withdrawals) == (1, 1)
        async with tills() as again:
            assert (await tills.at_rest(again, lost.id)).state is PaymentState.PAID
            assert (await payout_at_rest(again, on_its_way.id)).state is WithdrawalState.ACCEPTED

    asyncio.run(story())
    assert (control.count("digibank").settled, control.count("paystar").created) == (1, 1)
    assert len([call for call in control.calls() if call.endpoint in {"finalize", "settlement"}]) == 2


def test_a_code_that_was_not_sent_after_the_backup_is_read_out_again(tills: Any) -> None:
    """The provider lists no payment: it waits for the customer once more, and is confirmed as usual."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        await tills.manager(till)
        payment, code = await _with_code_in_outbox(tills, till)
        await _restored(tills, till, await till.backups.make())
        async with tills() as again:
            waiting = await tills.at_rest(again, payment.id)
            assert waiting.state is PaymentState.AWAITING_CUSTOMER
            assert control.count("digibank").settled == 0
            assert (await again.payments.confirm(payment.id, code)).state is PaymentState.PAID

    asyncio.run(story())
    assert control.count("digibank").settled == 1


@pytest.mark.parametrize("auto_collect", [True, False])
def test_a_token_that_was_collected_after_the_backup_is_found(tills: Any, *, auto_collect: bool) -> None:
    """Collecting can act only once: asked about, or collected once more, it is paid, and is in the ledger once."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        await tills.manager(till)
        payment = await _requested(tills, till, await tills.resid(till, auto_collect=auto_collect))
        backup = await till.backups.make()
        control.pay(payment.provider_key)
        await till.payments.refresh(payment.id)
        if not auto_collect:
            await till.payments.confirm(payment.id)
        assert (await till.payments.get(payment.id)).state is PaymentState.PAID
        await _restored(tills, till, backup)
        async with tills() as again:
            await again.payments.refresh(payment.id)
            if (await again.payments.get(payment.id)).state is PaymentState.AWAITING_CUSTOMER:
                await again.payments.confirm(payment.id)
            assert (await again.payments.get(payment.id)).state is PaymentState.PAID

    asyncio.run(story())
    assert len(control.ledger("resid")) == 1


@pytest.mark.parametrize("provider", ["digibank", "resid"])
@pytest.mark.parametrize("was_sent", [True, False])
def test_a_draft_that_waited_in_the_outbox_is_not_sent_by_itself(
    tills: Any, provider: str, *, was_sent: bool
) -> None:
    """Sent and paid since, it is found as that; else a person decides, and asks anew."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await till.sync.stop()
        await tills.manager(till)
        account = await getattr(tills, provider)(till, auto_collect=True)
        order = tills.order(account, "10" if provider == "digibank" else "50000")
        draft = await till.payments.save_draft(till.payments.new_intent(), account, order)
        await till.payments.send_later(draft.id)
        backup = await till.backups.make()
        if was_sent:
            payment = await till.payments.send_draft(draft.id)
            if provider == "digibank":
                await till.payments.confirm(draft.id, control.open_requests()[-1].code)
            else:
                control.pay(payment.provider_key)
                await till.payments.refresh(draft.id)
            assert (await till.payments.get(draft.id)).state is PaymentState.PAID
        calls_before = len(control.open_requests()) + len(control.waiting_payments())
        assert (await _restored(tills, till, backup)).payments == 1
        async with tills() as again:
            at_rest = await tills.at_rest(again, draft.id)
            if at_rest.state is PaymentState.AWAITING_CUSTOMER:
                at_rest = await again.payments.refresh(draft.id)
            if was_sent:
                assert at_rest.state is PaymentState.PAID
                return
            assert at_rest.state is PaymentState.UNKNOWN
            assert len(control.open_requests()) + len(control.waiting_payments()) == calls_before
            anew = await again.payments.request_again(draft.id)
            assert anew.state is PaymentState.AWAITING_CUSTOMER
            assert (await again.payments.get(draft.id)).state is PaymentState.CANCELLED

    asyncio.run(story())
    assert control.count(provider).settled == int(was_sent)


def test_what_was_made_after_the_backup_comes_back_from_the_list(tills: Any) -> None:
    """A payment the backup has never heard of stands in history once, as the provider tells it."""
    control = tills.sandbox.control

    async def story() -> None:
        till = await tills.open()
        await tills.manager(till)
        account = await tills.digibank(till)
        till.lists.refresh()
        await read_all_lists(till)
        backup = await till.backups.make()
        payment = await _requested(tills, till, account)
        paid = await till.payments.confirm(payment.id, control.open_requests()[-1].code)
        assert paid.state is PaymentState.PAID
        restored = await _restored(tills, till, backup)
        assert (restored.payments, restored.withdrawals) == (0, 0)
        async with tills() as again:
            again.lists.refresh()
            await read_all_lists(again)
            totals = await again.history.totals(HistoryQuery())
            assert (totals.count, [one.money.text for one in totals.paid]) == (1, ["10"])

    asyncio.run(story())
    assert control.count("digibank").settled == 1


async def read_all_lists(till: Till) -> None:
    """Wait until every list has been read to its end once more."""
    ended = asyncio.Event()
    began = {one.account_id: one.complete_until for one in till.lists.progress()}

    def look(_: object) -> None:
        now = till.lists.progress()
        if now and all(
            not one.is_reading and one.complete_until and one.complete_until != began.get(one.account_id)
            for one in now
        ):
            ended.set()

    end = till.lists.changes.subscribe(look)
    await ended.wait()
    end()


def _bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
