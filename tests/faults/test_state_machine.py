"""Random histories of a shop's day, held against the four promises about money after every step."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import SystemRandom
from typing import Any, ClassVar

import pytest
import structlog
from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import get_state_machine_test

from cashier.sandbox.server import SandboxServer
from cashier.services.asking import AskingPlan
from cashier.services.sync_loop import SyncPlan
from tests.faults.shop_payouts import INVALID, SENT_BACK, TURNED_AWAY
from tests.faults.shop_troubles import TroubleRules
from tests.faults.till_history import TillHistory

# Replays what a run printed: the same seed draws the same histories.
SEED_VARIABLE = "CASHIER_HISTORY_SEED"
# Where a change is judged, it is judged by the same histories as the one before; on a desk new ones are drawn.
JUDGED_SEED = 2230834365
# "long" draws many more, and longer ones; "shrink" looks for a shorter history that breaks a promise.
PROFILE_VARIABLE = "CASHIER_HISTORY_PROFILE"

# Examples, and steps in each.
PROFILES = {"short": (47, 50), "shrink": (45, 50), "long": (800, 80)}
FEWEST_STEPS = 2000
# More histories are drawn until every end was seen: which ones come about is chance.
MOST_ROUNDS = 4
ENDS_SEEN = (
    "payment paid",
    "withdrawal paid",
    "withdrawal rejected",
    "withdrawal refused",
    "withdrawal unknown",
    "withdrawal cancelled",
)

SHORT_TIMEOUTS = {"read_timeout_s": "0.08", "call_timeout_s": "0.16"}


class _Profile:
    """How much is drawn, and from which seed."""

    def __init__(self) -> None:
        self.name = os.environ.get(PROFILE_VARIABLE, "short")
        self.examples, self.steps = PROFILES[self.name]
        drawn = JUDGED_SEED if os.environ.get("CI") else SystemRandom().getrandbits(32)
        self.seed = int(os.environ.get(SEED_VARIABLE) or drawn)

    @property
    def settings(self) -> settings:
        """What Hypothesis is told."""
        return settings(
            max_examples=self.examples,
            stateful_step_count=self.steps,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            # Each try at a shorter history takes as long as the history: only when asked for.
            phases=(Phase.generate, Phase.shrink) if self.name == "shrink" else (Phase.generate,),
            verbosity=Verbosity.normal,
            suppress_health_check=list(HealthCheck),
        )


@pytest.fixture
def _quiet() -> Iterator[None]:
    """Let only errors of our own be logged: what is tried here fails thousands of times."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    yield
    structlog.configure(**before)


@pytest.fixture
def shop(tmp_path: Path, tills: Any, sandbox: SandboxServer) -> type[TroubleRules]:
    """Return the machine; each history begins with a copy of one shop that was set up, and a world of its own."""
    tills.plan = AskingPlan(
        pauses_s=(0.001, 0.002, 0.005, 0.01, 0.02),
        not_found_gap=timedelta(milliseconds=3),
        withdrawal_not_found_gap=timedelta(milliseconds=3),
        expiry_margin=timedelta(seconds=30),
    )
    tills.sync_plan = SyncPlan(
        open_pause_s=0.02, retry_pause_s=0.02, first_back_off_s=0.005, longest_back_off_s=0.03, idle_s=0.5
    )

    async def set_up() -> None:
        async with tills() as till:
            await tills.manager(till)
            await tills.digibank(till, **SHORT_TIMEOUTS)
            await tills.resid(till, **SHORT_TIMEOUTS)
            await tills.resid(till, **SHORT_TIMEOUTS, auto_collect=True)
            await tills.paystar(till, **SHORT_TIMEOUTS, transfers_per_call="3")
            await tills.aqayepardakht(till, **SHORT_TIMEOUTS)

    asyncio.run(set_up())
    template = tills.path
    made = 0

    def make() -> TillHistory:
        nonlocal made
        made += 1
        # Its seed is its own too: tokens and codes are the same when it is played again.
        sandbox.control.reset(seed=1)
        sandbox.control.put_account("resid", list_calls_per_minute=None)
        sandbox.control.put_account(
            "paystar",
            reject_ibans={SENT_BACK: "برگشت خورد"},
            refuse_ibans={TURNED_AWAY: "حساب مسدود است"},
            invalid_ibans={INVALID: "شماره شبا معتبر نیست"},
        )
        sandbox.control.put_account("aqayepardakht", reject_ibans={SENT_BACK: "برگشت خورد"})
        folder = tmp_path / f"history{made}"
        tills.path = folder / "run1" / "till.sqlite3"
        tills.path.parent.mkdir(parents=True)
        shutil.copy(template, tills.path)
        tills.clock.shift = timedelta()
        return TillHistory(folder, tills)

    class ThisShop(TroubleRules):
        steps = 0
        ends: ClassVar[Counter[str]] = Counter()

    ThisShop.make = staticmethod(make)
    return ThisShop


@pytest.mark.timeout(0)
@pytest.mark.first
# A run that is killed closes none of its connections; here they are found open in the process that goes on.
@pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <(socket|function _SelectorTransport):pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.usefixtures("_quiet")
def test_the_four_promises_hold_in_random_histories(shop: type[TroubleRules], capsys: Any) -> None:
    """Nothing is settled twice, lost, guessed or passed over, whatever happens in whatever order."""
    profile = _Profile()
    with capsys.disabled():
        sys.stderr.write(f"\n{SEED_VARIABLE}={profile.seed} {PROFILE_VARIABLE}={profile.name}\n")
    began_at_s = time.monotonic()
    for added in range(MOST_ROUNDS):
        seed(profile.seed + added)(get_state_machine_test(shop, settings=profile.settings))()
        if all(shop.ends[end] for end in ENDS_SEEN):
            break
    with capsys.disabled():
        sys.stderr.write(f"{shop.steps} steps in {time.monotonic() - began_at_s:.0f} s\n")
        sys.stderr.write(", ".join(f"{count} {end}" for end, count in sorted(shop.ends.items())) + "\n")
    assert shop.steps >= FEWEST_STEPS
    # Histories in which nothing comes about would prove nothing.
    assert all(shop.ends[end] for end in ENDS_SEEN)
