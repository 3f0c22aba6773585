"""Every screen once more, drawn at 150 %: what is rounded there differs from what is rounded at 100 %."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = Path(__file__).with_name("test_screens.py")


@pytest.mark.first
@pytest.mark.timeout(900)
def test_nothing_is_wrong_at_150_percent() -> None:
    """The scale is a matter of the whole process: the same looks are taken in one of its own."""
    run = subprocess.run(  # noqa: S603  # our own interpreter and our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(SCREENS)],
        env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
        cwd=SCREENS.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
