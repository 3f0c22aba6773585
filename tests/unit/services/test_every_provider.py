"""What holds for whichever provider is in the catalogue: its money moves once, and stands in both ledgers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.domain.account import Account
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.providers.catalogue import PROVIDERS
from cashier.sandbox.catalogue import PROVIDERS as SANDBOX_PROVIDERS
from cashier.sandbox.server import SandboxServer
from cashier.services.accounts import AccountForm
from cashier.services.payment_form import CheckedPayment, PaymentForm, check_payment_form, units_taken
from cashier.services.till import Till
from tests.unit.services.scripted_payouts import IBAN, a_row

MAIN_SETTINGS = {played.name: played.main_settings for played in SANDBOX_PROVIDERS}
TAKING = [key for key, spec in PROVIDERS.items() if spec.make is not None]
PAYING = [key for key, spec in PROVIDERS.items() if spec.make_payout is not None]


async def _account(till: Till, sandbox: SandboxServer, provider: str) -> Account:
    return await till.accounts.add(
        AccountForm(
            provider=provider,
            label="Counter",
            base_url=sandbox.url(provider),
            values=dict(MAIN_SETTINGS[provider]),
        )
    )


def _order(account: Account) -> CheckedPayment:
    traits = PROVIDERS[account.provider].traits
    assert traits is not None
    customer = "00142277" if traits.names_customer else ""
    form = PaymentForm(amount="250", unit=units_taken(account)[0], customer_no=customer, note="")
    return check_payment_form(form, account, traits)


async def _asked_for(till: Till, account: Account) -> Payment:
    payment = await till.payments.request(till.payments.new_intent(), account, _order(account))
    assert payment.state is PaymentState.AWAITING_CUSTOMER
    return payment


async def _agreed(till: Till, sandbox: SandboxServer, payment: Payment) -> Payment:
    """Do what the customer does with the phone, and the cashier then."""
    (message,) = sandbox.control.phone()
    assert message.key == payment.provider_key
    if message.kind == "token":
        sandbox.control.pay_on_phone(message.provider, message.key)
    return await till.payments.confirm(payment.id, message.code)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_its_account_is_proved_by_a_harmless_call(tills: Any, sandbox: SandboxServer, provider: str) -> None:
    """The settings that the sandbox names are enough, and testing them moves nothing."""

    async def story() -> None:
        async with tills() as till:
            account = await _account(till, sandbox, provider)
            client = await till.clients.of(account)
            await client.test_connection()

    asyncio.run(story())
    assert [call.acted for call in sandbox.control.calls(provider)] == [False]


@pytest.mark.parametrize("provider", TAKING)
def test_a_payment_is_taken(tills: Any, sandbox: SandboxServer, provider: str) -> None:
    """From the order to the money, once, in both ledgers."""

    async def story() -> Payment:
        async with tills() as till:
            account = await _account(till, sandbox, provider)
            return await _agreed(till, sandbox, await _asked_for(till, account))

    paid = asyncio.run(story())
    assert paid.state is PaymentState.PAID
    (entry,) = sandbox.control.ledger(provider)
    assert paid.provider_key in {entry.key, entry.request_id}
    assert (entry.amount, entry.unit) == (paid.money.text, paid.money.code)
    assert sandbox.control.phone() == []


@pytest.mark.parametrize("provider", TAKING)
def test_a_lost_answer_is_settled_by_asking(tills: Any, sandbox: SandboxServer, provider: str) -> None:
    """The money has moved and nobody said so: it becomes paid without being asked for a second time."""

    async def story() -> Payment:
        async with tills() as till:
            account = await _account(till, sandbox, provider)
            payment = await _asked_for(till, account)
            sandbox.control.fault("reset_after", provider)
            await _agreed(till, sandbox, payment)
            paid: Payment = await tills.at_rest(till, payment.id)
            return paid

    assert asyncio.run(story()).state is PaymentState.PAID
    assert len(sandbox.control.ledger(provider)) == 1


@pytest.mark.parametrize("provider", PAYING)
@pytest.mark.parametrize("is_lost", [False, True])
def test_a_withdrawal_is_made_once(
    tills: Any, sandbox: SandboxServer, provider: str, *, is_lost: bool
) -> None:
    """Approved and sent, whether or not the answer comes back: a lost one is settled by asking, and nothing is sent twice."""

    async def story() -> None:
        async with tills() as till:
            await till.sync.stop()
            manager = await tills.manager(till)
            account = await _account(till, sandbox, provider)
            service = till.withdrawals
            proposed = await service.propose(service.new_intent(), account, a_row())
            await till.approvals.approve(proposed.id, manager_id=manager.id, pin=tills.MANAGER_PIN)
            if is_lost:
                sandbox.control.fault("reset_after", provider)
            sent = await service.submit(proposed.id)
            assert sent.state is (WithdrawalState.UNKNOWN if is_lost else WithdrawalState.ACCEPTED)
            if is_lost:
                known = await till.withdrawal_reconciliation.ask(sent.id)
                assert known.state is WithdrawalState.ACCEPTED

    asyncio.run(story())
    (payout,) = sandbox.control.payouts(provider)
    assert (payout.party, payout.standing) == (IBAN, "waiting")
    sandbox.control.advance(86_400)
    assert len(sandbox.control.ledger(provider)) == 1
