"""Which machine a table of speeds was measured on."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

import apsw
import PySide6

_CPU_INFO = Path("/proc/cpuinfo")


def describe_machine() -> str:
    """Return processor, system and the versions that matter, in a line."""
    parts = [
        f"{_processor()} × {os.cpu_count()}",
        f"{platform.system()} {platform.release()}",
        f"Python {sys.version.split()[0]}",
        f"PySide6 {PySide6.__version__}",
        f"SQLite {apsw.sqlite_lib_version()}",
    ]
    return ", ".join(parts)


def _processor() -> str:
    if _CPU_INFO.exists():
        for line in _CPU_INFO.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
