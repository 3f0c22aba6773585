"""How a withdrawal comes to its call in the crash matrix, and what people do about it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from cashier.domain.account import Account
from cashier.domain.money import RIAL
from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.iranian import made_up_iban
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import CheckedRow
from cashier.services.till import Till
from tests.faults.payout_ledgers import LocalWithdrawal
from tests.faults.running_till import RunningTill

Row = tuple[str, str]


def rows(count: int, seed: int = 1) -> list[Row]:
    """Return rows to pay, no two alike: an IBAN and an amount in rial each."""
    chance = Random(seed)  # noqa: S311 - repeatable on purpose
    return [(made_up_iban(chance), str(1_000_000 + 10 * number)) for number in range(count)]


async def checked_rows(till: Till, account: Account, count: int) -> list[CheckedRow]:
    """Return the same rows as a form or a file hands them on once they are checked."""
    rules = await till.withdrawals.rules(account)
    texts = [
        RowText(number=number, iban=iban, holder="Sara Example", amount=amount)
        for number, (iban, amount) in enumerate(rows(count), start=1)
    ]
    checked = [rules.check(text, RIAL).checked for text in texts]
    return [row for row in checked if row is not None]


def come_to_one(till: RunningTill, control: SandboxControl) -> dict[str, Any]:
    """Have one withdrawal written down for approval."""
    _settle_at_once(control)
    proposed = till.do(do="propose", rows=rows(1), as_batch=False)
    return {"do": "send", "withdrawal": proposed["ids"][0]}


def come_to_many(till: RunningTill, control: SandboxControl) -> dict[str, Any]:
    """Have a batch written down for approval; it goes in one call."""
    _settle_at_once(control)
    return {"do": "send", "batch": till.do(do="propose", rows=rows(4), as_batch=True)["batch"]}


def ask_again(till: RunningTill, kept: Sequence[LocalWithdrawal]) -> None:
    """Have the provider asked again about whatever is with a person."""
    with_person = [withdrawal.id for withdrawal in kept if withdrawal.is_with_person]
    if with_person:
        till.do(do="ask_payouts", withdrawals=with_person)


def go_on(till: RunningTill, control: SandboxControl, kept: Sequence[LocalWithdrawal]) -> None:
    """Do what a person does: ask again, and pay anew what, as the provider's panel shows, was never made."""
    ask_again(till, kept)
    states = till.do(do="look_at_payouts")["states"]
    made = {payout.party for payout in control.payouts()}
    never_made = [one for one in kept if states[one.id] == "unknown" and one.iban not in made]
    if not never_made:
        return
    declared = till.do(do="declare_not_sent", withdrawals=[withdrawal.id for withdrawal in never_made])
    given_up = [one for one in never_made if declared["states"][one.id] == "cancelled"]
    as_batch = given_up[0].batch_id is not None
    proposed = till.do(
        do="propose", rows=[(one.iban, f"{one.amount_rial:f}") for one in given_up], as_batch=as_batch
    )
    if as_batch:
        till.do(do="send", batch=proposed["batch"])
        return
    for withdrawal_id in proposed["ids"]:
        till.do(do="send", withdrawal=withdrawal_id)


def _settle_at_once(control: SandboxControl) -> None:
    # The bank's minute is not what is tried here.
    control.put_account("paystar", settle_after_s=0)
    control.put_account("aqayepardakht", settle_after_s=0)
