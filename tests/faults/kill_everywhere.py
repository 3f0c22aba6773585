"""`python -m tests.faults.kill_everywhere`: kills the program at each step of a scenario, and judges what is left.

Every case is a process of its own, forked from this one, which has nothing open then. Prints a line for each, and totals.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import structlog

from tests.faults.kept_profiles import LostError
from tests.faults.kill_scenarios import SCENARIOS, Scenario
from tests.faults.kill_steps import StepKiller


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the scenarios asked for; return 1 if anything was lost."""
    asked = _parser().parse_args(arguments)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(Path(os.devnull).open("w")))  # noqa: SIM115  # for this process
    if asked.one is not None:
        folder, number = asked.one
        (name,) = asked.scenario
        _say(str(_act(SCENARIOS[name], Path(folder), int(number), None)))
        return 0
    lost = 0
    for name in asked.scenario or list(SCENARIOS):
        with tempfile.TemporaryDirectory(prefix="kill-everywhere-") as folder:
            lost += _play(SCENARIOS[name], Path(folder), asked.most, is_told=asked.verbose)
    return int(bool(lost))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kill_everywhere", description=__doc__)
    parser.add_argument("--scenario", nargs="+", choices=list(SCENARIOS), metavar="NAME", help="only these")
    parser.add_argument("--most", type=int, help="so many steps of each, evenly apart, instead of all")
    parser.add_argument(
        "--one",
        nargs=2,
        metavar=("FOLDER", "NUMBER"),
        help="do it in a folder, killed at a step; prints how many it took",
    )
    parser.add_argument("--verbose", action="store_true", help="a line for each step")
    return parser


def _play(scenario: Scenario, folder: Path, most: int | None, *, is_told: bool) -> int:
    began_at_s = time.monotonic()
    prepared = folder / "prepared"
    prepared.mkdir()
    _in_child(lambda: asyncio.run(scenario.prepare(prepared)))
    names = _names_of_steps(scenario, prepared, folder)
    numbers = _chosen(len(names), most)
    found: Counter[str] = Counter()
    lost = 0
    for number in numbers:
        case = folder / str(number)
        shutil.copytree(prepared, case)
        status = _in_child(lambda case=case, number=number: _act(scenario, case, number, None), may_die=True)
        word = "not killed" if status == 0 else ""
        try:
            if not word:
                word = asyncio.run(scenario.judge(case))
        except Exception as error:  # noqa: BLE001  # whatever it is, something was lost
            lost += 1
            word = f"LOST: {error!r}"
            if not isinstance(error, LostError):
                traceback.print_exc()
            _say(f"  {scenario.name:16} {number:4} {names[number - 1]:40} {word}")
        else:
            if is_told:
                _say(f"  {scenario.name:16} {number:4} {names[number - 1]:40} {word}")
        found[word.partition(":")[0]] += 1
        shutil.rmtree(case)
    told = ", ".join(f"{word} {count}" for word, count in sorted(found.items()))
    _say(
        f"{scenario.name}: killed at {len(numbers)} of {len(names)} steps, {lost} lost ({told})"
        f" in {time.monotonic() - began_at_s:.0f} s"
    )
    return lost + found["not killed"]


def _names_of_steps(scenario: Scenario, prepared: Path, folder: Path) -> list[str]:
    case, told = folder / "counted", folder / "steps"
    shutil.copytree(prepared, case)
    _in_child(lambda: _act(scenario, case, 0, told))
    shutil.rmtree(case)
    return told.read_text(encoding="utf-8").splitlines()


def _chosen(count: int, most: int | None) -> list[int]:
    if most is None or most >= count:
        return list(range(1, count + 1))
    return sorted({1 + round(place * (count - 1) / (most - 1)) for place in range(most)})


def _act(scenario: Scenario, folder: Path, kill_before: int, told: Path | None) -> int:
    killer = StepKiller(kill_before, told)
    killer.install()
    asyncio.run(scenario.act(folder, killer.arm))
    return killer.steps


def _in_child(do: object, *, may_die: bool = False) -> int:
    """Do something in a process of its own, and return how that ended."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            do()  # type: ignore[operator]  # what it is called with is up to the caller
            status = 0
        except BaseException:  # noqa: BLE001  # it must not come back from here
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(status)
    _, waited = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(waited)
    if ended not in ({0, -signal.SIGKILL} if may_die else {0}):
        raise RuntimeError(f"a process ended with {ended}")
    return ended


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
