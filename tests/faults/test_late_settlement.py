"""What a provider lists as settled after we called it over: the next reading of the list finds it, and asks about it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.history import HistoryQuery
from cashier.domain.money import RIAL
from cashier.domain.operation import OperationState
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services import withdrawal_records
from cashier.services.batch_cells import RowText
from cashier.services.till import Till
from tests.faults.crash_payouts import rows
from tests.faults.list_books import read_whole


async def _given_up(tills: Any, till: Till, account: Account, amount: str = "10") -> Payment:
    """Return a payment that was asked for and then given up."""
    order = tills.order(account, amount)
    payment = await till.payments.request(till.payments.new_intent(), account, order)
    cancelled = await till.payments.cancel(payment.id)
    assert cancelled.state is PaymentState.CANCELLED
    return cancelled


def _time_passes(tills: Any, seconds: float) -> None:
    tills.sandbox.control.advance(seconds)
    tills.clock.advance(seconds)


async def _read_until(till: Till, holds: Callable[[], Any]) -> None:
    """Read the list, and once more: what the last page of a reading raises is asked about with the next."""
    for _ in range(2):
        await read_whole(till)
    assert await holds()


async def _items(till: Till) -> list[Any]:
    keys = await till.history.open(HistoryQuery())
    return await till.history.items(list(keys.places(0, len(keys))))


@pytest.mark.parametrize("listed_first", [False, True])
def test_a_finalize_that_acts_after_the_payment_was_given_up(tills: Any, *, listed_first: bool) -> None:
    """The list of digibank bears nothing of ours: what fits by customer, amount and time is asked for by our reference."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await _given_up(tills, till, account)
            if listed_first:
                await read_whole(till)
            provider: Any = await till.clients.taking_payments(account)
            (request,) = control.open_requests()
            await provider.finalize(request.request_id, request.code, ref_no=payment.reference)
            changes: list[Payment] = []
            till.payments.changes.subscribe(changes.append)
            await _read_until(till, lambda: _is(till, payment, PaymentState.PAID))
            paid = await till.payments.get(payment.id)
            assert paid.provider_reference == control.ledger("digibank")[0].key
            assert changes == [paid]
            # One line, with both sides' words.
            (item,) = await _items(till)
            assert (item.payment_id, item.record_id is None) == (payment.id, False)

    asyncio.run(story())


async def _is(till: Till, payment: Payment, state: PaymentState) -> bool:
    return (await till.payments.get(payment.id)).state is state


def test_another_sale_that_looks_the_same_is_not_taken(tills: Any) -> None:
    """The same customer pays the same amount for something else: asked about once, the given-up one stays given up."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await _given_up(tills, till, account)
            provider: Any = await till.clients.taking_payments(account)
            (request,) = control.open_requests()
            await provider.finalize(request.request_id, request.code, ref_no="ANOTHERTILL01")
            for _ in range(3):
                await read_whole(till)
            assert await till.payments.get(payment.id) == payment
            assert len(await _items(till)) == 2

    asyncio.run(story())
    # Three readings, and one question.
    assert len(control.calls("digibank", "list")) == 4


def test_another_amount_than_ours_is_told_once(tills: Any, scripted_evidence: Any) -> None:
    """A provider that says another amount under our reference pays nothing here; what is strange is told, once."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await _given_up(tills, till, account)
            provider: Any = await till.clients.taking_payments(account)
            (request,) = control.open_requests()
            await provider.finalize(request.request_id, request.code, ref_no=payment.reference)
            scripted_evidence(provider)
            for _ in range(3):
                await read_whole(till)
            strange = await till.payments.get(payment.id)
            assert strange.state is PaymentState.CANCELLED
            assert (strange.reason, strange.provider_message) == (PaymentReason.MISMATCH, "11 USDT")
            assert strange.version == payment.version + 1

    asyncio.run(story())


@pytest.fixture
def scripted_evidence() -> Any:
    """Return what makes a provider say one more than was paid when it is asked about a payment."""

    def script(provider: Any) -> None:
        asking = provider.ask_about

        async def one_more(order: Any, key: str) -> Any:
            evidence = await asking(order, key)
            if evidence.money is None:
                return evidence
            return replace(evidence, money=replace(evidence.money, amount=evidence.money.amount + 1))

        provider.ask_about = one_more

    return script


@pytest.mark.parametrize("is_collected", [False, True])
def test_a_token_that_was_paid_after_it_was_given_up(tills: Any, *, is_collected: bool) -> None:
    """While it may still go back nothing is said; afterwards what came back is told, and nothing is guessed.

    Of a token that this till never collected, "the customer has paid" does not say that the shop has the money.
    """
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.resid(till)
            payment = await _given_up(tills, till, account, "5000")
            control.pay(payment.provider_key)
            if is_collected:
                provider: Any = await till.clients.taking_payments(account)
                await provider.collect(payment.provider_key)
            await read_whole(till)
            await read_whole(till)
            assert await till.payments.get(payment.id) == payment
            assert len(control.calls("resid", "list")) == 2
            _time_passes(tills, 31 * 60)
            if is_collected:
                await read_whole(till)
                await read_whole(till)
                assert await till.payments.get(payment.id) == payment
            else:
                await _read_until(till, lambda: _is(till, payment, PaymentState.AUTO_REFUNDED))
            (item,) = await _items(till)
            assert item.payment_id == payment.id

    asyncio.run(story())
    assert len(control.ledger("resid")) == is_collected


async def _sent(tills: Any, till: Till, account: Account) -> Withdrawal:
    """Return a withdrawal that was approved, as it stands once its call has ended."""
    rules = await till.withdrawals.rules(account)
    ((iban, amount),) = rows(1)
    row = rules.check(RowText(number=1, iban=iban, holder="Sara Example", amount=amount), RIAL).checked
    assert row is not None
    withdrawal = await till.withdrawals.propose(till.withdrawals.new_intent(), account, row)
    manager = await tills.manager(till)
    changed = asyncio.Event()
    end = till.withdrawals.changes.subscribe(lambda _: changed.set())
    try:
        await till.approvals.approve(withdrawal.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
        while True:
            withdrawal = await till.withdrawals.get(withdrawal.id)
            call = await till.withdrawals.last_operation(withdrawal.id)
            with_person = call is not None and call.state is OperationState.NEEDS_PERSON
            if with_person or withdrawal.state in {WithdrawalState.REFUSED, WithdrawalState.ACCEPTED}:
                break
            await changed.wait()
            changed.clear()
    finally:
        end()
    if withdrawal.state is WithdrawalState.UNKNOWN:
        (withdrawal,) = await till.withdrawal_decisions.declare_not_sent(
            [withdrawal.id], manager_id=manager.id, pin=tills.MANAGER_PIN, reason="not in the panel"
        )
    return withdrawal


@pytest.mark.parametrize(
    ("fault", "state"),
    [("reset_before", WithdrawalState.CANCELLED), ("refuse", WithdrawalState.REFUSED)],
)
def test_a_transfer_that_was_made_after_all(tills: Any, fault: str, state: WithdrawalState) -> None:
    """Declared not sent, or refused, and then listed under our reference: it is followed to its end as any other."""
    control = tills.sandbox.control
    control.fault(fault, "paystar", "settlement")

    async def story() -> None:
        async with tills() as till:
            account = await tills.paystar(till)
            closed = await _sent(tills, till, account)
            assert closed.state is state
            provider = await till.clients.paying_out(account)
            await provider.submit([withdrawal_records.order_of(closed)])
            await read_whole(till)
            await read_whole(till)
            found = await till.withdrawals.get(closed.id)
            assert (found.state, found.provider_key) == (
                WithdrawalState.ACCEPTED,
                control.listed("paystar")[0].key,
            )
            _time_passes(tills, 3600)
            await till.withdrawals.follow(account.id)
            assert (await till.withdrawals.get(closed.id)).state is WithdrawalState.PAID
            (item,) = await _items(till)
            assert item.withdrawal_id == closed.id

    asyncio.run(story())
    assert len(control.payouts("paystar")) == 1


def test_a_record_that_only_looks_like_ours_is_not_taken(tills: Any) -> None:
    """A list may bear nothing of ours: what a manager declared not sent may have been made by hand since."""
    control = tills.sandbox.control
    control.fault("reset_before", "aqayepardakht", "request")

    async def story() -> None:
        async with tills() as till:
            account = await tills.aqayepardakht(till)
            closed = await _sent(tills, till, account)
            assert closed.state is WithdrawalState.CANCELLED
            provider = await till.clients.paying_out(account)
            await provider.submit([withdrawal_records.order_of(closed)])
            await read_whole(till)
            await read_whole(till)
            assert await till.withdrawals.get(closed.id) == closed
            assert len(await _items(till)) == 2

    asyncio.run(story())


def test_what_a_list_raised_is_asked_about_in_the_next_run(tills: Any) -> None:
    """The program ends between the page and the question: the question was written down with the page."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            payment = await _given_up(tills, till, account)
            provider: Any = await till.clients.taking_payments(account)
            (request,) = control.open_requests()
            await provider.finalize(request.request_id, request.code, ref_no=payment.reference)
            await read_whole(till)
            told = await till.database.read(
                lambda connection: connection.execute("SELECT reading FROM list_readings").get
            )
        assert [doubt["subject_id"] for doubt in json.loads(told)["doubts"]] == [payment.id]
        async with tills() as till:
            await read_whole(till)
            assert await _is(till, payment, PaymentState.PAID)

    asyncio.run(story())
