"""Some screens once more in a process that is drawn at 150 %, as the system asks a program for it.

Every screen is looked at in a window as small as that scale makes it, and its picture drawn so. What that leaves out is
what Qt rounds when the whole process has that scale: these have everything that is painted by hand or placed by number.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = Path(__file__).with_name("test_screens.py")
JOURNEYS = "payment_with_code or history_export or batch_rows"


@pytest.mark.first
@pytest.mark.timeout(900)
def test_nothing_is_wrong_at_150_percent() -> None:
    """The scale is a matter of the whole process: these looks are taken in one of its own."""
    run = subprocess.run(  # noqa: S603  # our own interpreter and our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-k", JOURNEYS, str(SCREENS)],
        env={**os.environ, "QT_SCALE_FACTOR": "1.5", "CASHIER_VISUAL_VIEWS": "1366x768@1.5"},
        cwd=SCREENS.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
