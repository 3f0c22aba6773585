"""A till in a process of its own, to be killed: takes commands as JSON lines, and answers each with one.

Started as `python -m tests.faults.till_process FILE SANDBOX_URL PROVIDER [READ_TIMEOUT_S]`. Commands:
`{"do": "request"}`; `{"do": D, "payment": ID}` where D is `send_draft`, `request_again`, `ask` or `look`;
`{"do": "confirm", "payment": ID, "code": CODE}`; and `{"do": "arm", "place": P, "kind": K, "deed": D}` for a
fault of `process_faults`. An answer is the payment, or the error's type; and whether the armed fault has fallen.
What a till that pays out is told stands in `payout_commands`.
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

from cashier.domain.account import Account, Setting
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
from cashier.services.asking import AskingPlan
from cashier.services.desk import NotReadyError
from cashier.services.payment_form import CheckedPayment
from cashier.services.sync_loop import SyncPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage import accounts
from cashier.storage.database import Database
from tests.faults.kept_vault import KeptVault
from tests.faults.payout_commands import PAYOUT_VALUES, PayoutCommands
from tests.faults.process_faults import Deed, Place, PlannedError, PlannedFault

PLAN = AskingPlan(
    pauses_s=(0.001, 0.005, 0.01, 0.02, 0.05),
    not_found_gap=timedelta(milliseconds=5),
    withdrawal_not_found_gap=timedelta(milliseconds=5),
)
# What waits for the customer is looked at once, and then left to the test; and nothing is found by looking again
# after a while, only by what wakes the loop.
SYNC_PLAN = SyncPlan(
    open_pause_s=3600, retry_pause_s=0.02, first_back_off_s=0.005, longest_back_off_s=0.05, idle_s=3600
)
# What the bank has not answered is asked about again and again.
PAYOUT_SYNC_PLAN = replace(SYNC_PLAN, open_pause_s=0.02)
VALUES: dict[str, dict[str, Setting]] = {
    "digibank": {"api_key": DIGIBANK_API_KEY, "customer_letters": True},
    "resid": {"authorization_code": RESID_AUTHORIZATION_CODE, "merchant": RESID_MERCHANT},
    **PAYOUT_VALUES,
}


async def main(path: Path, sandbox_url: str, provider: str, read_timeout_s: str | None) -> None:
    """Open the till, take up what was left, and do as told until the commands end."""
    vault, fault = KeptVault(path.with_suffix(".vault")), PlannedFault(sandbox_url)
    fault.install()
    database = await Database.open(path)
    sync_plan = PAYOUT_SYNC_PLAN if provider in PAYOUT_VALUES else SYNC_PLAN
    till = await open_till(database, vault, SystemClock(), Redactor(), plan=PLAN, sync_plan=sync_plan)
    try:
        account = await _account(till, sandbox_url, provider, read_timeout_s)
        payouts = await PayoutCommands.of(till, account) if provider in PAYOUT_VALUES else None
        await till.start()
        _tell({"ready": True})
        while line := await asyncio.to_thread(sys.stdin.readline):
            command = json.loads(line)
            if command["do"] == "arm":
                fault.arm(Place(command["place"]), command["kind"], Deed(command["deed"]))
                _tell({"armed": True})
            else:
                answer = await _answer(till, account, payouts, command)
                _tell({**answer, "has_fallen": fault.has_fallen})
    finally:
        # The threads of an open file would keep a process alive that has failed.
        await till.close()


async def _account(till: Till, sandbox_url: str, provider: str, read_timeout_s: str | None) -> Account:
    known = await till.accounts.in_use()
    if known:
        return known[0]
    added = await till.accounts.add(
        AccountForm(
            provider=provider, label="1", base_url=f"{sandbox_url}/{provider}", values=VALUES[provider]
        )
    )
    settings = {**added.settings, "auto_collect": False}
    if read_timeout_s is not None:
        settings["read_timeout_s"] = read_timeout_s
    account = replace(added, settings=settings)
    await till.database.write(lambda connection: accounts.save(connection, account))
    return account


async def _answer(
    till: Till, account: Account, payouts: PayoutCommands | None, command: dict[str, Any]
) -> dict[str, Any]:
    try:
        if payouts is not None:
            return await payouts.do(command)
        payment = await _do(till, account, command)
    except (PlannedError, NotReadyError) as error:
        return {"error": type(error).__name__}
    return {"id": payment.id, "state": payment.state.value, "key": payment.provider_key}


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
        case "send_draft":
            return await till.payments.send_draft(command["payment"])
        case "request_again":
            return await till.payments.request_again(command["payment"])
        case "ask":
            return await till.reconciliation.ask(command["payment"])
        case "look":
            return await till.payments.get(command["payment"])
    raise ValueError(f"no such command: {command}")


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    # What goes to stdout are answers.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] if sys.argv[4:] else None))
