"""`python -m tests.faults`: plays the crash matrix, prints its table and its totals, and writes them as JSON."""

from __future__ import annotations

import argparse
import json
import os
import queue
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from cashier.sandbox.server import SandboxServer
from tests.faults.both_ledgers import Differences
from tests.faults.crash_calls import CALLS
from tests.faults.crash_matrix import CrashCase, CrashResult, cases_of, play


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the cases asked for; return 1 if any total is not 0."""
    asked = _parser().parse_args(arguments)
    names = asked.call or list(CALLS)
    cases = cases_of(names, representative=asked.representative)
    began_at_s = time.monotonic()
    results = []
    _say(f"{'call':19}{'point':26}{'fault':38}outcome")
    for result in _played(cases, asked.jobs):
        results.append(result)
        case = result.case
        wrong = f"  !! {_totals(result.differences)}" if result.differences else ""
        _say(f"{case.call.name:19}{case.point:26}{case.fault:38}{result.outcome}{wrong}")
    total = sum((result.differences for result in results), start=Differences())
    _say(f"\n{len(results)} cases in {time.monotonic() - began_at_s:.0f} s")
    _say(_totals(total))
    if asked.json is not None:
        asked.json.write_text(json.dumps(_summary(names, results, total), indent=1) + "\n", encoding="utf-8")
    return int(bool(total))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table and the totals there")
    parser.add_argument("--call", nargs="+", choices=list(CALLS), metavar="NAME", help="of these calls only")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="cases at once (default: by CPUs)"
    )
    parser.add_argument("--representative", action="store_true", help="one case of each call and point")
    return parser


def _played(cases: Sequence[CrashCase], jobs: int) -> Iterator[CrashResult]:
    """Play cases, some at once and each in a sandbox that no other uses meanwhile; in their order."""
    with ExitStack() as stack:
        sandboxes: queue.SimpleQueue[SandboxServer] = queue.SimpleQueue()
        for _ in range(jobs):
            sandboxes.put(stack.enter_context(SandboxServer()))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="crash-matrix-")))

        def play_one(numbered: tuple[int, CrashCase]) -> CrashResult:
            number, case = numbered
            own = folder / str(number)
            own.mkdir()
            sandbox = sandboxes.get()
            try:
                return play(case, sandbox, own)
            finally:
                sandboxes.put(sandbox)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(play_one, enumerate(cases))


def _totals(differences: Differences) -> str:
    return (
        f"doubled {differences.doubled}, lost {differences.lost}, stuck {differences.stuck},"
        f" guessed {differences.guessed}"
    )


def _summary(names: Sequence[str], results: Sequence[CrashResult], total: Differences) -> dict[str, object]:
    return {
        "cases": len(results),
        "calls": list(names),
        "doubled": total.doubled,
        "lost": total.lost,
        "stuck": total.stuck,
        "guessed": total.guessed,
        "rows": [
            {
                "call": result.case.call.name,
                "point": result.case.point,
                "fault": result.case.fault,
                "outcome": result.outcome,
            }
            for result in results
        ],
    }


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
