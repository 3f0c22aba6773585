"""A whole batch of 500: killed at some moment, cut off, partly refused; row by row both sides agree in the end."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

import pytest

from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.server import SandboxServer
from tests.faults.both_ledgers import Differences
from tests.faults.crash_payouts import Row, rows
from tests.faults.payout_ledgers import LocalWithdrawal, compare_payouts, read_withdrawals
from tests.faults.running_till import RunningTill, running_till

# Replays what a run printed.
SEED_VARIABLE = "CASHIER_BATCH_SEED"
COUNT = 500
# Ten transfers a call, as the account has it.
CALLS = COUNT // 10

MOMENTS = (
    "the call has arrived",
    "before the provider acts",
    "it has acted, and not answered",
    "the call is over",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What happens to one batch.

    Attributes:
        killed_at: the settlement call at which the process is killed, and the moment in it.
        cut_at: the one in which the line is cut, later than that.
        invalid, turned_away, sent_back: places of rows to accounts that are refused by name with their whole call,
            refused alone, and sent back later.
    """

    killed_at: tuple[int, str]
    cut_at: int
    invalid: frozenset[int]
    turned_away: frozenset[int]
    sent_back: frozenset[int]

    @classmethod
    def of(cls, seed: int) -> Plan:
        """Return the plan that a seed draws."""
        chance = Random(seed)  # noqa: S311 - repeatable on purpose
        bad = chance.sample(range(COUNT), 30)
        return cls(
            killed_at=(chance.randrange(1, CALLS // 2), chance.choice(MOMENTS)),
            cut_at=chance.randrange(CALLS // 2 + 1, CALLS - 5),
            invalid=frozenset(bad[:4]),
            turned_away=frozenset(bad[4:14]),
            sent_back=frozenset(bad[14:]),
        )


def play_faults(control: SandboxControl, wanted: Sequence[Row], plan: Plan) -> None:
    """Have the sandbox's banks do what is planned."""

    def of(places: frozenset[int], words: str) -> dict[str, str]:
        return {wanted[place][0]: words for place in places}

    control.put_account(
        "paystar",
        settle_after_s=0,
        invalid_ibans=of(plan.invalid, "شماره شبا معتبر نیست"),
        refuse_ibans=of(plan.turned_away, "حساب مقصد مسدود است"),
        reject_ibans=of(plan.sent_back, "انتقال از سوی بانک مقصد برگشت خورد"),
    )


def kill(till: RunningTill, control: SandboxControl, call: int, moment: str) -> None:
    """Kill the process in a call, counted from the batch's first."""
    if moment in MOMENTS[1:3]:
        control.wait_for_held(timeout_s=60)
    else:
        control.wait_for_calls(call, "paystar", "settlement", ended=moment == MOMENTS[3], timeout_s=60)
    till.kill()
    # Held before: the line is cut, and it is never acted on. Held after: there is nobody to tell.
    control.release(reset=moment == MOMENTS[1])


def come_to_rest(till: RunningTill, file: Path) -> list[LocalWithdrawal]:
    """Look until every row has come to its end; the till's answers pace it, and the test's time is its limit."""
    while True:
        kept = read_withdrawals(file)
        if all(row.is_at_rest for row in kept):
            return kept
        till.do(do="look_at_payouts")


def judge(kept: Sequence[LocalWithdrawal], control: SandboxControl) -> None:
    """Hold each row against the sandbox's side, its ledger of settled money included."""
    assert compare_payouts(kept, control.payouts("paystar"), control.calls("paystar")) == Differences()
    settled = {entry.key: (entry.party, entry.amount) for entry in control.ledger("paystar", origin="live")}
    paid = {row.reference: (row.iban, f"{row.amount_rial:f}") for row in kept if row.state == "paid"}
    assert settled == paid
    assert len(control.ledger("paystar", origin="live")) == len(paid)


def drawn_seed() -> int:
    """Return the seed to play: the one asked for, or a new one."""
    return int(os.environ.get(SEED_VARIABLE) or SystemRandom().getrandbits(32))


@pytest.mark.timeout(300)
def test_a_whole_batch_killed_cut_off_and_partly_refused(
    tmp_path: Path, sandbox: SandboxServer, capsys: Any
) -> None:
    """Each of 500 rows is paid, sent back, refused or with a person, as the provider has it; none was sent twice."""
    seed, file, control = drawn_seed(), tmp_path / "till.sqlite3", sandbox.control
    plan, wanted = Plan.of(seed), rows(COUNT)
    with capsys.disabled():
        sys.stderr.write(f"\n{SEED_VARIABLE}={seed} killed at {plan.killed_at}, cut in call {plan.cut_at}\n")
    play_faults(control, wanted, plan)
    call, moment = plan.killed_at
    if moment in MOMENTS[1:3]:
        name = "hold_before" if moment == MOMENTS[1] else "hold_after"
        control.fault(name, "paystar", "settlement", skip=call - 1)
    control.fault("hold_after", "paystar", "settlement", skip=plan.cut_at - 1)
    with running_till(file, sandbox, "paystar") as till:
        batch = till.do(do="propose", rows=wanted, as_batch=True)["batch"]
        till.do(do="approve", batch=batch)
        kill(till, control, call, moment)
    with running_till(file, sandbox, "paystar") as till:
        control.wait_for_held(timeout_s=60)
        till.do(do="line", up=False)
        before = len(control.calls("paystar", "settlement"))
        control.release()
        # What that call carried is asked about in vain, and nothing else leaves before that is known.
        for _ in range(20):
            till.do(do="look_at_payouts")
        asked_for_offline = len(control.calls("paystar", "settlement")) - before
        till.do(do="line", up=True)
        kept = come_to_rest(till, file)
    assert asked_for_offline == 0
    assert len(kept) == COUNT
    judge(kept, control)
    by_iban = {row.iban: row.state for row in kept}
    # The calls whose answer was lost, and that came to nothing: not carried out, or refused for one row of theirs.
    refused_whole = {place // 10 + 1 for place in plan.invalid}
    came_to_nothing = [moment in MOMENTS[:2] or call in refused_whole, plan.cut_at in refused_whole]
    told = Counter(by_iban[wanted[place][0]] for place in range(COUNT))
    for places, states in (
        (plan.invalid, {"refused", "unknown"}),
        (plan.turned_away, {"rejected", "refused", "unknown"}),
        (plan.sent_back, {"rejected", "refused", "unknown"}),
    ):
        assert {by_iban[wanted[place][0]] for place in places} <= states
    # Of what these carried only a person can tell; of those with an invalid row nothing was made.
    assert told["unknown"] <= 10 * sum(came_to_nothing)
    assert told["refused"] <= 10 * len(plan.invalid)
    assert told["paid"] >= COUNT - 10 * len(plan.invalid) - len(plan.turned_away | plan.sent_back) - 10


@pytest.mark.timeout(120)
@pytest.mark.parametrize("unauthorized_status", [401, 200])
def test_a_key_that_expires_in_the_middle_of_a_batch_is_renewed_once(
    tmp_path: Path, sandbox: SandboxServer, unauthorized_status: int
) -> None:
    """The call that is turned away for the key goes once more with the new one, and no transfer is made twice."""
    file, control, wanted = tmp_path / "till.sqlite3", sandbox.control, rows(100)
    control.put_account("paystar", settle_after_s=0, unauthorized_status=unauthorized_status)
    # Of the calls of a batch, and not one of those in between that ask how it stands, one meets the dead key.
    control.fault("hold_before", "paystar", "settlement", skip=3)
    with running_till(file, sandbox, "paystar") as till:
        batch = till.do(do="propose", rows=wanted, as_batch=True)["batch"]
        till.do(do="approve", batch=batch)
        control.wait_for_held()
        # The key that the till has is somebody else's from here on.
        control.put_account("paystar", api_key="sandbox-paystar-api-key-nobody-has")
        control.release()
        kept = come_to_rest(till, file)
    assert {row.state for row in kept} == {"paid"}
    settlements = control.calls("paystar", "settlement")
    turned_away = [call for call in settlements if not call.acted]
    assert [call.status for call in turned_away] == [unauthorized_status]
    assert Counter(name for call in settlements if call.acted for name in call.payouts) == Counter(
        row.reference for row in kept
    )
    assert len(control.calls("paystar", "refresh")) == 1
    assert len(control.ledger("paystar", origin="live")) == len(wanted)
