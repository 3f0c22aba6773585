"""How long it takes from starting the program to its window on the screen, over the same for a bare window.

Each process is new, but its files have been read before: the disk is not measured. Both say themselves when they were
first painted, by the machine's monotonic clock, and in the same way: once Qt has handed the first frame to the screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.bundles import bundled_bare_window, bundled_program
from benchmarks.child import screen
from benchmarks.figure import Measured
from cashier.domain.choices import Appearance, Language
from cashier.services.first_look import FirstLook, write_first_look

_RUNS: Final = 11
_NS_IN_MS: Final = 1_000_000
_ROOT: Final = Path(__file__).resolve().parents[1]


def measure() -> Measured:
    """Measure the program as it is run from its source."""
    return _compare([sys.executable, "-m", "cashier"], [sys.executable, "benchmarks/bare_window.py"])


def measure_bundle() -> Measured:
    """Measure the frozen program, over a bare window that is frozen as well."""
    return _compare([str(bundled_program())], [str(bundled_bare_window())])


def _compare(program: Sequence[str], bare: Sequence[str]) -> Measured:
    ratios, references = [], []
    with tempfile.TemporaryDirectory(prefix="cashier-cold-") as folder, screen(needed=True) as environment:
        # A till as a shop has it, which knows how it looked last.
        write_first_look(Path(folder), FirstLook(Language.PERSIAN, Appearance.SYSTEM, "Sunny Shop"))
        reported = [*program, "--profile", folder, "--start-up-report", "json"]
        # Nobody's own keyring is asked, or unlocked.
        surroundings = {**environment, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        # The first run reads the files from the disk.
        for _ in range(_RUNS + 1):
            reference = _first_paint_ms(bare, surroundings)
            ours = _first_paint_ms(reported, surroundings)
            references.append(reference)
            ratios.append(ours / reference)
    return Measured(values=ratios[1:], references=references[1:])


def _first_paint_ms(command: Sequence[str], environment: Mapping[str, str]) -> float:
    started_at_ns = time.perf_counter_ns()
    done = subprocess.run(  # noqa: S603  # our own programs
        command,
        cwd=_ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{command[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    told = json.loads(done.stdout)
    painted_at_ns = told["first_paint_at_ns"] if isinstance(told, dict) else told
    return float(painted_at_ns - started_at_ns) / _NS_IN_MS
