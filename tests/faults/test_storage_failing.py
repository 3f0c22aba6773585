"""The disk fails at each point of a step: what this run does when it is back, and what the next run does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import apsw
import pytest

from cashier.domain.operation import OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.services.till import Till
from cashier.storage import database as database_module
from cashier.storage.errors import StorageTrouble, StorageUnavailableError


class Trouble:
    """Makes every write of a till fail, from now until it is over."""

    def __init__(self, till: Till, kind: StorageTrouble) -> None:
        self.kind = kind
        self._writer = till.database._writer
        self._other = apsw.Connection(str(till.database.path))

    def begin(self) -> None:
        """Let it begin before the next transaction that anyone asks for."""
        if self.kind is StorageTrouble.LOCKED:
            self._other.execute("BEGIN IMMEDIATE")
        else:
            self._query_only(1)

    def end(self) -> None:
        """Let it be over."""
        if self.kind is StorageTrouble.LOCKED:
            self._other.execute("ROLLBACK")
        else:
            self._query_only(0)

    def _query_only(self, value: int) -> None:
        # Queued before whatever is written next.
        done = asyncio.ensure_future(self._writer.async_run(self._writer.pragma, "query_only", value))
        done.add_done_callback(lambda future: future.result())

    def close(self) -> None:
        """Let go of the file."""
        self._other.close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock for milliseconds, so that the tests do too."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 20)


async def _agreed(tills: Any, till: Till, provider: str) -> tuple[Payment, str]:
    account = await getattr(tills, provider)(till)
    payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account, "50000"))
    if provider == "digibank":
        (request,) = tills.sandbox.control.open_requests()
        return payment, request.code
    tills.sandbox.control.pay(payment.provider_key)
    return payment, ""


def _when_confirming(till: Till, act: Callable[[], None]) -> None:
    """Do something once, between the two lines that come before a call leaves."""

    def listen(changed: Payment) -> None:
        if changed.state is PaymentState.CONFIRMING:
            unsubscribe()
            act()

    unsubscribe = till.payments.changes.subscribe(listen)


async def _questions(till: Till, count: int) -> None:
    """Wait until so many questions more have been put, or tried."""
    ask, over = till.reconciliation.ask_in_plan, asyncio.Event()
    left = count

    async def counted(payment_id: str) -> float | None:
        nonlocal left
        try:
            return await ask(payment_id)
        finally:
            left -= 1
            if left <= 0:
                over.set()

    till.reconciliation.ask_in_plan = counted
    await over.wait()
    till.reconciliation.ask_in_plan = ask


TROUBLES = [StorageTrouble.READ_ONLY, StorageTrouble.LOCKED]
POINTS = ["before_prepared", "before_sent", "before_answer"]
CONFIRMING = [("digibank", "finalize"), ("resid", "collect")]


async def _confirm_on_a_failing_disk(
    tills: Any, till: Till, kind: StorageTrouble, point: str, call: tuple[str, str]
) -> tuple[Trouble, str, str]:
    """Return the trouble, which goes on; the payment's id; and its code."""
    control = tills.sandbox.control
    payment, code = await _agreed(tills, till, call[0])
    trouble = Trouble(till, kind)
    if point == "before_prepared":
        trouble.begin()
    elif point == "before_sent":
        _when_confirming(till, trouble.begin)
    else:
        control.fault("hold_after", *call)
    step = asyncio.create_task(till.payments.confirm(payment.id, code))
    if point == "before_answer":
        await asyncio.to_thread(control.wait_for_held)
        trouble.begin()
        control.release()
    with pytest.raises(StorageUnavailableError) as caught:
        await step
    assert caught.value.trouble is kind
    assert len(control.calls(*call)) == (1 if point == "before_answer" else 0)
    standing = (await till.payments.get(payment.id)).state
    assert standing is (
        PaymentState.AWAITING_CUSTOMER if point == "before_prepared" else PaymentState.CONFIRMING
    )
    return trouble, payment.id, code


async def _ends_paid(tills: Any, till: Till, point: str, payment_id: str, code: str) -> None:
    """See the payment taken up, and paid: by itself if its call had left, by another press if not."""
    payment = await tills.at_rest(till, payment_id)
    if point != "before_answer":
        assert payment.state is PaymentState.AWAITING_CUSTOMER
        assert payment.reason is (PaymentReason.NO_CONNECTION if point == "before_sent" else None)
        payment = await till.payments.confirm(payment_id, code)
    assert payment.state is PaymentState.PAID
    operation = await till.payments.last_operation(payment_id)
    assert operation is not None
    assert operation.state is OperationState.APPLIED


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("kind", TROUBLES, ids=lambda kind: kind.value)
@pytest.mark.parametrize("call", CONFIRMING, ids="-".join)
def test_a_confirmation_goes_on_once_the_disk_is_back(
    tills: Any, call: tuple[str, str], kind: StorageTrouble, point: str
) -> None:
    """Nothing leaves that is not on disk; an answer that could not be kept is asked for again, in the same run."""

    async def story() -> None:
        async with tills() as till:
            trouble, payment_id, code = await _confirm_on_a_failing_disk(tills, till, kind, point, call)
            trouble.end()
            trouble.close()
            await _ends_paid(tills, till, point, payment_id, code)

    asyncio.run(story())
    assert tills.sandbox.control.count(call[0]).settled == 1


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("call", CONFIRMING, ids="-".join)
def test_a_confirmation_is_taken_up_by_the_next_run(tills: Any, call: tuple[str, str], point: str) -> None:
    """The same, where the run ends while the disk still fails."""

    async def story() -> None:
        first = await tills.open()
        trouble, payment_id, code = await _confirm_on_a_failing_disk(
            tills, first, StorageTrouble.LOCKED, point, call
        )
        await first.close()
        trouble.end()
        trouble.close()
        async with tills() as till:
            await till.start()
            await _ends_paid(tills, till, point, payment_id, code)

    asyncio.run(story())
    assert tills.sandbox.control.count(call[0]).settled == 1


def test_asking_goes_on_while_the_disk_fails(tills: Any) -> None:
    """However many questions fail for the disk's sake, none is the last one; nothing is sent meanwhile."""
    control = tills.sandbox.control
    planned = len(tills.plan.pauses_s)

    async def story() -> None:
        async with tills() as till:
            trouble, payment_id, code = await _confirm_on_a_failing_disk(
                tills, till, StorageTrouble.LOCKED, "before_answer", CONFIRMING[0]
            )
            await _questions(till, planned + 2)
            assert (await till.payments.get(payment_id)).state is PaymentState.CONFIRMING
            assert not control.calls("digibank", "list")
            trouble.end()
            trouble.close()
            await _ends_paid(tills, till, "before_answer", payment_id, code)

    asyncio.run(story())
    assert control.count("digibank").settled == 1


@pytest.mark.parametrize("kind", TROUBLES, ids=lambda kind: kind.value)
def test_a_request_whose_answer_cannot_be_kept(tills: Any, kind: StorageTrouble) -> None:
    """The token that was made meanwhile is found and adopted once the disk is back; no second one is made."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till)
            trouble = Trouble(till, kind)
            control.fault("hold_after", "resid", "create")
            step = asyncio.create_task(
                till.payments.request(till.payments.new_intent(), account, tills.order(account, "50000"))
            )
            await asyncio.to_thread(control.wait_for_held)
            trouble.begin()
            control.release()
            with pytest.raises(StorageUnavailableError):
                await step
            trouble.end()
            trouble.close()
            (open_payment,) = await till.payments.still_open()
            adopted = await tills.at_rest(till, open_payment.id)
            assert adopted.state is PaymentState.AWAITING_CUSTOMER

    asyncio.run(story())
    assert control.count("resid").created == 1


def test_giving_up_waits_for_the_disk(tills: Any) -> None:
    """When asking is over while the disk fails, the person is called as soon as that can be written down."""
    control = tills.sandbox.control
    failing_at = len(tills.plan.pauses_s)

    async def story() -> None:
        async with tills() as till:
            payment, code = await _agreed(tills, till, "digibank")
            trouble = Trouble(till, StorageTrouble.LOCKED)
            control.fault("reset_before", "digibank", times=None)
            asked, failed = 0, asyncio.Event()

            def listen(changed: Payment) -> None:
                nonlocal asked
                asked += changed.state is PaymentState.UNKNOWN
                if asked == failing_at + 1:
                    trouble.begin()
                    failed.set()

            till.payments.changes.subscribe(listen)
            await till.payments.confirm(payment.id, code)
            await failed.wait()
            await _questions(till, 2)
            operation = await till.payments.last_operation(payment.id)
            assert operation is not None
            assert operation.state is OperationState.UNKNOWN
            trouble.end()
            trouble.close()
            await tills.at_rest(till, payment.id)
            operation = await till.payments.last_operation(payment.id)
            assert operation is not None
            assert operation.state is OperationState.NEEDS_PERSON

    asyncio.run(story())
