"""The program is killed in the middle of backups, restores, recoveries, imports and upgrades: the data is whole after each.

Some steps of each, evenly apart; `python -m tests.faults.kill_everywhere` plays all of them.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.kill_scenarios import SCENARIOS
from tests.faults.running_till import PROJECT

_STEPS = {"import": 5}
_STEPS_OF_OTHERS = 14


@pytest.mark.parametrize("name", SCENARIOS)
def test_whatever_it_is_killed_at_nothing_is_lost(name: str) -> None:
    """Either the old or the new is in use, whole; what was set aside is there; and the next run goes on from it."""
    most = str(_STEPS.get(name, _STEPS_OF_OTHERS))
    # A process of its own: it forks, and must have nothing open then.
    played = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "tests.faults.kill_everywhere", "--scenario", name, "--most", most],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (played.returncode, played.stderr) == (0, ""), played.stdout + played.stderr
    assert " 0 lost" in played.stdout
