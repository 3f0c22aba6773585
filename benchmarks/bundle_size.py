"""How much room the frozen program takes, beside a bare window frozen by the same tool as it comes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.bundles import bundled_bare_window, program_bundle
from benchmarks.figure import LEAST_RUNS, Measured

_BYTES_IN_MB: Final = 1_000_000


def measure() -> Measured:
    """Return the megabytes of both; a size does not vary, so one look counts for every run."""
    return Measured(
        values=[_size_mb(program_bundle())] * LEAST_RUNS,
        references=[_size_mb(bundled_bare_window().parent)] * LEAST_RUNS,
    )


def _size_mb(folder: Path) -> float:
    """Return what all files below a folder take; links take nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / _BYTES_IN_MB
