"""How much memory this process has."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")
_STATUS: Final = Path("/proc/self/status")
_BYTES_IN_MB: Final = 1_000_000
_BYTES_IN_KIB: Final = 1024


def memory_mb() -> float:
    """Return the megabytes of memory this process has now; where the system does not say, the most it ever had."""
    if _STATM.exists():
        pages = int(_STATM.read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / _BYTES_IN_MB
    return most_memory_mb()


def most_memory_mb() -> float:
    """Return the most megabytes of memory this process ever had.

    Not by `getrusage` on Linux: there a process begins with what the one that started it had.
    """
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        most_kib = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
        return most_kib * _BYTES_IN_KIB / _BYTES_IN_MB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else _BYTES_IN_KIB) / _BYTES_IN_MB
