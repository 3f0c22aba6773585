"""How long a start takes, phase by phase, from before anything of Qt is imported until the till can be used."""

from __future__ import annotations

import os
import sys
import time
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

_NS_IN_MS: Final = 1_000_000
_NS_IN_S: Final = 1_000_000_000
_NS_IN_FILETIME: Final = 100
_STAT: Final = Path("/proc/self/stat")
# Counted from the first field after the program's name, which stands in brackets and may hold anything.
_STARTED_FIELD: Final = 19


class Phase(Enum):
    """What was done last when a phase ended, in the order of an ordinary start."""

    INTERPRETER = "interpreter"  # the system ran Python, or the frozen program's own start
    ARGUMENTS = "arguments"  # the command line was understood
    PROFILE = "profile"  # Qt's core was imported, and the profile is ours
    QT = "qt"  # the rest of Qt for a window was imported, and QApplication is there
    LOOK = "look"  # fonts, colours, language
    WINDOW = "window"  # made and shown to the system
    FIRST_PAINT = "first_paint"  # it is on the screen
    IMPORTS = "imports"  # the till and its pages were imported
    LOG = "log"
    DATABASE = "database"  # open, and brought up to date
    VAULT = "vault"
    TILL = "till"  # services opened over both
    PAGES = "pages"  # made, filled and shown
    READY = "ready"  # the till's own work has begun: the start is over
    ASKED = "asked"  # instead of what is missing of the above: the person must settle something first


class PhaseTime(NamedTuple):
    """When a phase was over, and how long it was, in milliseconds."""

    phase: Phase
    at_ms: float
    took_ms: float


class StartUpClock:
    """Writes down when each phase of the start was over.

    Args:
        started_at_ns: when our first line ran, by `time.perf_counter_ns`.
    """

    def __init__(self, started_at_ns: int) -> None:
        self._started_at_ns = started_at_ns
        self._marks: list[tuple[Phase, int]] = []

    def mark(self, phase: Phase) -> None:
        """Write down that a phase is over; only its first time counts."""
        if all(known is not phase for known, _ in self._marks):
            self._marks.append((phase, time.perf_counter_ns()))

    def at_ns(self, phase: Phase) -> int | None:
        """Return when a phase was over, by `time.perf_counter_ns`; None if it is not."""
        return next((at for known, at in self._marks if known is phase), None)

    def phases(self) -> list[PhaseTime]:
        """Return the phases until now, counted from the start of the process where the system tells of it."""
        age_ns = _age_of_process_ns()
        now_ns = time.perf_counter_ns()
        marks = list(self._marks)
        began_ns = self._started_at_ns
        if age_ns is not None:
            # The system counts in hundredths of a second, and may say less than what we know.
            began_ns = min(began_ns, now_ns - age_ns)
            marks.insert(0, (Phase.INTERPRETER, self._started_at_ns))
        times, before_ns = [], began_ns
        for phase, at_ns in marks:
            times.append(PhaseTime(phase, (at_ns - began_ns) / _NS_IN_MS, (at_ns - before_ns) / _NS_IN_MS))
            before_ns = at_ns
        return times


def as_table(phases: list[PhaseTime]) -> str:
    """Return the phases as lines for a person: what was over when, and how long it took."""
    lines = [f"{'phase':<12}  {'took ms':>8}  {'at ms':>8}"]
    lines += [f"{time.phase.value:<12}  {time.took_ms:>8.1f}  {time.at_ms:>8.1f}" for time in phases]
    return "\n".join(lines)


def as_json(phases: list[PhaseTime], first_paint_at_ns: int | None) -> str:
    """Return the phases as one line of JSON.

    Args:
        phases: of the start.
        first_paint_at_ns: by this machine's monotonic clock, so that whoever started the process can tell how long it
            took from there.
    """
    import json  # noqa: PLC0415  # for whoever asks

    told = [
        {"phase": time.phase.value, "took_ms": round(time.took_ms, 1), "at_ms": round(time.at_ms, 1)}
        for time in phases
    ]
    return json.dumps({"first_paint_at_ns": first_paint_at_ns, "phases": told})


if sys.platform == "win32":

    def _age_of_process_ns() -> int | None:
        import ctypes  # noqa: PLC0415  # only there, and only after the start
        from ctypes import wintypes  # noqa: PLC0415  # the same

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        process = wintypes.HANDLE(kernel.GetCurrentProcess())
        created, ended, in_kernel, in_user, now = (wintypes.FILETIME() for _ in range(5))
        times = [ctypes.byref(moment) for moment in (created, ended, in_kernel, in_user)]
        if not kernel.GetProcessTimes(process, *times):
            return None
        kernel.GetSystemTimePreciseAsFileTime(ctypes.byref(now))
        began, is_now = ((each.dwHighDateTime << 32) + each.dwLowDateTime for each in (created, now))
        return int(is_now - began) * _NS_IN_FILETIME

else:

    def _age_of_process_ns() -> int | None:
        """Return how long ago this process was started, as exactly as the system says; None where it does not."""
        if not _STAT.exists():
            return None
        fields = _STAT.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        since_boot_ns = int(fields[_STARTED_FIELD]) * _NS_IN_S // os.sysconf("SC_CLK_TCK")
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) - since_boot_ns
