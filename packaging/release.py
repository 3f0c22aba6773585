"""Which version of the program these sources are, and as of when."""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent

_VERSION: Final = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """What is built, and as of when.

    Attributes:
        version: the program's own.
        epoch: seconds since 1970; every file gets it, so that the same sources make the same package.
    """

    version: str
    epoch: int

    @property
    def day(self) -> str:
        """The date in UTC, as in 2026-11-29."""
        return f"{self.moment:%Y-%m-%d}"

    @property
    def moment(self) -> datetime:
        """The time, UTC."""
        return datetime.fromtimestamp(self.epoch, UTC)

    def fill_in(self, template: Path, **words: str) -> str:
        """Return a template's text with `@VERSION@`, `@DATE@` and the given words in their places."""
        text = template.read_text(encoding="utf-8")
        for name, word in {"version": self.version, "date": self.day, **words}.items():
            text = text.replace(f"@{name.upper()}@", word)
        return text


def this_release() -> Release:
    """Return the version of these sources, and SOURCE_DATE_EPOCH or else the time of the last commit."""
    return Release(version=this_version(), epoch=_epoch())


def this_version() -> str:
    """Return the version of these sources, without importing the program.

    Raises:
        ValueError: if it is not written down as it should be.
    """
    written = _VERSION.search((ROOT / "cashier" / "__init__.py").read_text(encoding="utf-8"))
    if written is None:
        raise ValueError("cashier/__init__.py names no version")
    return written[1]


def _epoch() -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    # Sources without their history: as of now.
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else int(time.time())
