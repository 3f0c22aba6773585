"""A till in a process of its own, to be killed: takes commands as JSON lines, and answers each with one.

Started as `python till_process.py FILE SANDBOX_URL PROVIDER`. Commands: `{"do": "request"}`,
`{"do": "confirm", "payment": ID, "code": CODE}`, `{"do": "look", "payment": ID}`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.payment import Payment
from cashier.domain.redaction import Redactor
from cashier.sandbox.credentials import (
    DIGIBANK_API_KEY,
    DIGIBANK_CUSTOMER,
    RESID_AUTHORIZATION_CODE,
    RESID_MERCHANT,
)
from cashier.services.accounts import AccountForm
from cashier.services.payment_form import CheckedPayment
from cashier.services.reconciliation import AskingPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage import accounts
from cashier.storage.database import Database
from cashier.vault import MemoryVault

PLAN = AskingPlan(pauses_s=(0.001, 0.005, 0.01, 0.02, 0.05), not_found_gap=timedelta(milliseconds=5))
VALUES = {
    "digibank": {"api_key": DIGIBANK_API_KEY, "customer_letters": True},
    "resid": {"authorization_code": RESID_AUTHORIZATION_CODE, "merchant": RESID_MERCHANT},
}


async def main(path: Path, sandbox_url: str, provider: str) -> None:
    """Open the till, take up what was left, and do as told until the commands end."""
    vault = MemoryVault()
    till = await open_till(await Database.open(path), vault, SystemClock(), Redactor(), PLAN)
    account = await _account(till, vault, sandbox_url, provider)
    await till.start()
    _tell({"ready": True})
    while line := await asyncio.to_thread(sys.stdin.readline):
        _tell(_told(await _do(till, account, json.loads(line))))
    await till.close()


async def _account(till: Till, vault: MemoryVault, sandbox_url: str, provider: str) -> Account:
    values = VALUES[provider]
    known = await till.accounts.in_use()
    if known:
        # The vault forgot everything with the process before this one; a real one does not.
        secret = "api_key" if provider == "digibank" else "authorization_code"
        await vault.put(known[0].secret_name(secret), str(values[secret]))
        return known[0]
    added = await till.accounts.add(
        AccountForm(provider=provider, label="1", base_url=f"{sandbox_url}/{provider}", values=values)
    )
    account = replace(added, settings={**added.settings, "auto_collect": False})
    await till.database.write(lambda connection: accounts.save(connection, account))
    return account


async def _do(till: Till, account: Account, command: dict[str, Any]) -> Payment:
    match command["do"]:
        case "request":
            by_customer = account.provider == "digibank"
            order = CheckedPayment(
                money=Money.of("10" if by_customer else "50000", "USDT" if by_customer else "IRR"),
                customer_no=DIGIBANK_CUSTOMER if by_customer else "",
                note="",
            )
            return await till.payments.request(till.payments.new_intent(), account, order)
        case "confirm":
            return await till.payments.confirm(command["payment"], command["code"])
        case "look":
            return await till.payments.get(command["payment"])
    raise ValueError(f"no such command: {command}")


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _told(payment: Payment) -> dict[str, Any]:
    return {"id": payment.id, "state": payment.state.value, "key": payment.provider_key}


if __name__ == "__main__":
    # What goes to stdout are answers.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
