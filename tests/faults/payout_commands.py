"""What a till in a process of its own is told to do about withdrawals.

`{"do": "propose", "rows": [[IBAN, RIAL], …], "as_batch": B}` answers the ids, and the batch's. The others answer the
states by id: `{"do": "send", "withdrawal": ID}` and `{"do": "send", "batch": ID}`, which have them approved and sent;
`{"do": "approve", "batch": ID}`; `{"do": "ask_payouts", "withdrawals": [ID, …]}`, `declare_not_sent` and `choose`
likewise; `{"do": "line", "up": B}`; `{"do": "look_at_payouts"}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cashier.domain.account import Account, Setting
from cashier.domain.money import RIAL
from cashier.sandbox.credentials import (
    AQAYEPARDAKHT_ACCOUNT,
    AQAYEPARDAKHT_CODE,
    AQAYEPARDAKHT_PIN,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_API_KEY,
    PAYSTAR_APPLICATION_ID,
    PAYSTAR_DEPOSIT,
    PAYSTAR_REFRESH_TOKEN,
)
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import CheckedRow
from cashier.services.till import Till
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage import accounts

MANAGER_PIN = "482913"
PAYOUT_VALUES: dict[str, dict[str, Setting]] = {
    "paystar": {
        "application_id": PAYSTAR_APPLICATION_ID,
        "access_password": PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": PAYSTAR_REFRESH_TOKEN,
        # Known already, so that the first call is the one that is watched.
        "api_key": PAYSTAR_API_KEY,
        "deposit": PAYSTAR_DEPOSIT,
    },
    "aqayepardakht": {
        "account": AQAYEPARDAKHT_ACCOUNT,
        "code": AQAYEPARDAKHT_CODE,
        "pin": AQAYEPARDAKHT_PIN,
    },
}
# Nothing listens there.
_CLOSED_PORT_URL = "http://127.0.0.1:9"


class PayoutCommands:
    """Does as told with a till's only account, which pays out."""

    def __init__(self, till: Till, account: Account, manager_id: str) -> None:
        self._till = till
        self._account = account
        self._manager_id = manager_id

    @classmethod
    async def of(cls, till: Till, account: Account) -> PayoutCommands:
        """Return what does as told, with a manager who is there from the first run on."""
        known = await till.operators.in_service()
        manager = (
            known[0]
            if known
            else await till.operators.set_up_till(
                till.preferences.current, name="Mina Example", pin=MANAGER_PIN
            )
        )
        return cls(till, account, manager.id)

    async def do(self, command: dict[str, Any]) -> dict[str, Any]:
        """Do as told, and return the answer."""
        match command["do"]:
            case "propose":
                return await self._propose(command["rows"], as_batch=command["as_batch"])
            case "approve":
                await self._approve(command)
            case "send":
                await self._approve(command)
                await self._send(command)
            case "ask_payouts":
                for withdrawal_id in command["withdrawals"]:
                    await self._till.withdrawal_reconciliation.ask(withdrawal_id)
            case "declare_not_sent":
                await self._till.withdrawal_decisions.declare_not_sent(
                    command["withdrawals"], reason="not in the provider's panel", **self._by_manager()
                )
            case "line":
                await self._set_line(up=command["up"])
            case "look_at_payouts":
                pass
            case _:
                raise ValueError(f"no such command: {command}")
        return {"states": await self._states()}

    async def _propose(self, rows: Sequence[tuple[str, str]], *, as_batch: bool) -> dict[str, Any]:
        checked = [await self._checked(number, *row) for number, row in enumerate(rows, start=1)]
        till = self._till
        if not as_batch:
            made = [
                await till.withdrawals.propose(till.withdrawals.new_intent(), self._account, row)
                for row in checked
            ]
            return {"ids": [withdrawal.id for withdrawal in made]}
        intent = till.withdrawals.new_intent()
        batch = await till.batches.propose(intent, self._account, "Salaries", checked)
        return {"ids": [row.id for row in await till.batches.rows(batch.id)], "batch": batch.id}

    async def _checked(self, number: int, iban: str, amount_rial: str) -> CheckedRow:
        rules = await self._till.withdrawals.rules(self._account)
        text = RowText(number=number, iban=iban, holder="Sara Example", amount=amount_rial)
        checked = rules.check(text, RIAL).checked
        assert checked is not None
        return checked

    async def _approve(self, command: dict[str, Any]) -> None:
        approvals = self._till.approvals
        if batch_id := command.get("batch"):
            await approvals.approve_batch(batch_id, is_meant_again=True, **self._by_manager())
        else:
            await approvals.approve(command["withdrawal"], is_meant_again=True, **self._by_manager())

    async def _send(self, command: dict[str, Any]) -> None:
        if batch_id := command.get("batch"):
            await self._till.batches.send_next(batch_id)
            return
        try:
            await self._till.withdrawals.submit(command["withdrawal"])
        except WithdrawalNotReadyError:
            # The loop was faster, and is through with it.
            return

    def _by_manager(self) -> dict[str, Any]:
        return {"manager_id": self._manager_id, "pin": MANAGER_PIN}

    async def _set_line(self, *, up: bool) -> None:
        moved = self._account if up else replace(self._account, base_url=_CLOSED_PORT_URL)
        await self._till.database.write(lambda connection: accounts.save(connection, moved))
        await self._till.clients.forget(moved.id)
        if up:
            self._till.sync.network_is_back()

    async def _states(self) -> dict[str, str]:
        newest = await self._till.withdrawals.newest(limit=-1)
        return {withdrawal.id: withdrawal.state.value for withdrawal in newest}
