"""What opens the accounts that pay out stands in the vault and nowhere else, renewed keys and PINs included, nor in a backup or an export."""

from __future__ import annotations

import asyncio
import traceback
from typing import Any

import pytest
import structlog

from cashier.domain.account import Account
from cashier.domain.money import RIAL
from cashier.domain.withdrawal import Withdrawal
from cashier.providers.errors import ProviderError
from cashier.sandbox.credentials import (
    AQAYEPARDAKHT_CODE,
    AQAYEPARDAKHT_PIN,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_REFRESH_TOKEN,
)
from cashier.services.batch_cells import RowText
from cashier.services.till import Till
from tests.faults.crash_payouts import Row, rows

# What every key of the sandbox begins with, the first and all renewed ones.
ANY_API_KEY = "sandbox-paystar-api-key"
# Longer than any number that a file holds by chance.
MANAGER_PIN = "948271650384"
SECRETS = (
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_REFRESH_TOKEN,
    ANY_API_KEY,
    AQAYEPARDAKHT_CODE,
    AQAYEPARDAKHT_PIN,
    MANAGER_PIN,
)
SUBMITTING = {"paystar": "settlement", "aqayepardakht": "request"}
LISTING = {"paystar": "requests", "aqayepardakht": "list"}
OUR_OWN = "our own"
FAULTS: list[tuple[str, dict[str, Any]]] = [
    ("reset_after", {}),
    ("html_page", {}),
    ("redirect", {}),
    ("error_after", {}),
    ("refuse", {}),
    ("wrong_credentials", {}),
    ("unauthorized", {}),
    ("address_not_allowed", {}),
    ("extra_fields", {}),
    ("null_field", {"field": "status"}),
]


async def _proposed(till: Till, account: Account, row: Row) -> Withdrawal:
    rules = await till.withdrawals.rules(account)
    text = RowText(number=1, iban=row[0], holder="Sara Example", amount=row[1])
    checked = rules.check(text, RIAL).checked
    assert checked is not None
    return await till.withdrawals.propose(till.withdrawals.new_intent(), account, checked)


async def _comes_to_rest(till: Till, withdrawal_id: str) -> None:
    """Wait until the provider has it, has refused it, or a person must look."""
    changed = asyncio.Event()
    till.withdrawals.changes.subscribe(lambda _: changed.set())
    while True:
        call = await till.withdrawals.last_operation(withdrawal_id)
        if call is not None and (call.is_settled or call.state.value == "needs_person"):
            return
        await changed.wait()
        changed.clear()


async def _breaks_by_itself(till: Till, account: Account, withdrawal: Withdrawal, manager_id: str) -> None:
    """Have a fault of our own in the middle of the call, whose words hold every secret."""
    client = await till.clients.paying_out(account)

    async def fail(*_: object, **__: object) -> object:
        raise ValueError(f"cannot make up a call with {SECRETS}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client._channel, "send", fail)  # type: ignore[attr-defined]  # looks inside
        await till.approvals.approve(withdrawal.id, manager_id=manager_id, pin=MANAGER_PIN)
        await _comes_to_rest(till, withdrawal.id)


async def _told_errors(till: Till, account: Account, control: Any) -> list[str]:
    """Return what the errors say that a page, or a crash report, is given."""
    told = []
    client = await till.clients.paying_out(account)
    for fault, details in FAULTS:
        control.fault(fault, account.provider, LISTING[account.provider], times=2, **details)
        try:
            await client.test_connection()
        except ProviderError as error:
            told += [*traceback.format_exception(error), repr(vars(error))]
        control.clear_faults()
    return told


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
def test_no_secret_of_an_account_that_pays_out_is_written_down(tills: Any, provider: str) -> None:
    """Through withdrawals with every kind of failure, renewals of the key and wrong PINs."""
    control = tills.sandbox.control

    def on_disk() -> bytes:
        return b"".join(file.read_bytes() for file in sorted(tills.path.parent.rglob("*")) if file.is_file())

    async def story() -> tuple[list[str], list[str]]:
        async with tills() as till:
            manager = await till.operators.set_up_till(
                till.preferences.current, name="Mina Example", pin=MANAGER_PIN
            )
            account = await getattr(tills, provider)(till)
            plans = [*FAULTS, (OUR_OWN, {})]
            for place, ((fault, details), row) in enumerate(zip(plans, rows(len(plans)), strict=True)):
                if provider == "paystar":
                    # A key that nobody has: it is renewed, and the renewal fails first now and then.
                    control.put_account("paystar", api_key=f"{ANY_API_KEY}-{place}")
                    control.fault("error_after", "paystar", "refresh", probability=0.5, seed=place)
                withdrawal = await _proposed(till, account, row)
                if fault == OUR_OWN:
                    await _breaks_by_itself(till, account, withdrawal, manager.id)
                    continue
                control.fault(fault, provider, SUBMITTING[provider], **details)
                await till.approvals.approve(withdrawal.id, manager_id=manager.id, pin=MANAGER_PIN)
                await _comes_to_rest(till, withdrawal.id)
                control.clear_faults()
            errors = await _told_errors(till, account, control)
            by_manager = {"manager_id": manager.id, "pin": MANAGER_PIN}
            await till.backups.make()
            await till.backups.export_everything(
                tills.path.parent, "a made-up passphrase", readme="", **by_manager
            )
            assert not any(secret.encode() in on_disk() for secret in SECRETS)
            kept = [await tills.vault.get(account.secret_name(name)) or "" for name in ("api_key", "code")]
            return errors, kept

    with structlog.testing.capture_logs() as logs:
        errors, kept = asyncio.run(story())
    # It was all there to be written down: what the vault has, the sandbox took.
    assert any(secret in value for secret in SECRETS for value in kept)
    assert control.count(provider).created > 0
    assert errors
    assert not any(secret in line for secret in SECRETS for line in errors)
    assert not any(secret.encode() in on_disk() for secret in SECRETS)
    told = [repr({name: value for name, value in entry.items() if name != "exc_info"}) for entry in logs]
    assert not any(secret in line for secret in SECRETS for line in told)
    assert any(entry["event"] == "provider_call_broke" for entry in logs)
    assert (provider == "paystar") == any(entry["event"] == "api_key_renewed" for entry in logs)
