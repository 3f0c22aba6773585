"""The demo as its own process: the tour through the real window, and what is left of it when it is killed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtGui import QImage

# Some forty seconds of work; a busy machine takes three times as long, and is no fault of the program.
TOUR_TIMEOUT_S = 280
LEAST_COLORS = 12
MANY_LOOKS = 10_000

pytestmark = pytest.mark.timeout(TOUR_TIMEOUT_S + 20)

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
DEMO = [sys.executable, "-m", "cashier", "demo"]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run the whole tour once, in Persian, and return how it ended and its folder."""
    folder = tmp_path_factory.mktemp("tour")
    # Of an earlier run: it must not be taken for one of this.
    (folder / "01-left-over.png").touch()
    ended = subprocess.run(  # noqa: S603  # our own program
        [*DEMO, "--tour", str(folder), "--language", "fa"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TOUR_TIMEOUT_S,
        check=False,
    )
    return ended, folder


@pytest.fixture(scope="module")
def report(tour: tuple[subprocess.CompletedProcess[str], Path]) -> dict[str, Any]:
    """Return what the tour wrote down."""
    found: dict[str, Any] = json.loads((tour[1] / "tour.json").read_bytes())
    return found


def test_every_step_goes_as_it_should(tour, report):
    """Each step is reported good, the exit status is 0, and nothing is complained about."""
    ended, folder = tour
    assert [step for step in report["steps"] if not step["ok"]] == [], ended.stdout
    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(folder) in ended.stdout
    assert (report["program_errors"], report["qt_warnings"]) == ([], [])


def test_the_main_job_is_seen_in_both_providers_to_every_ending(report):
    """Paid by code and by token, refused, expired, not known and then known, not sent; paid out, alone and many."""
    seen = {step["name"] for step in report["steps"]}
    assert seen >= {
        "amount-unclear",
        "code-sent",
        "code-wrong",
        "code-paid",
        "code-expired",
        "token-shown",
        "token-collected",
        "token-refused",
        "answer-lost",
        "answer-found",
        "not-sent",
        "offline",
        "waits-for-the-line",
        "sent-when-back",
        "code-kept",
        "code-sent-when-back",
        "needs-attention",
        "decision-wrong-pin",
        "decision-taken",
        "withdraw-typed",
        "withdraw-iban-wrong",
        "withdraw-reviewed",
        "withdraw-paid",
        "withdraw-sent-back",
        "withdraw-refused",
        "withdraw-found",
        "batch-with-errors",
        "batch-reviewed",
        "batch-running",
        "batch-over",
        "backup-made",
        "backup-looked-into",
        "backup-restored",
        "locked",
    }


def test_every_step_has_its_picture_and_none_is_blank(tour, report):
    """The pictures in the folder are those of the report, and show something."""
    _, folder = tour
    named = [step["screenshot"] for step in report["steps"]]
    assert sorted(named) == sorted(path.name for path in folder.glob("*.png"))
    for name in named:
        image = QImage(str(folder / name))
        assert not image.isNull(), name
        colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(colors) >= LEAST_COLORS, name


def test_the_till_has_what_the_providers_have(report):
    """Both ledgers are the same, to the last digit of the smallest and the largest amount."""
    assert report["ledgers_match"] is True
    assert report["local_ledger"] == report["provider_ledger"]
    moved = [(line["provider"], line["amount"], line["unit"]) for line in report["provider_ledger"]]
    # The rows of the batch, apart from those that come back, and the one that was paid alone.
    from_paystar = [int(amount) for provider, amount, unit in moved if (provider, unit) == ("paystar", "IRR")]
    assert len(from_paystar) == 18
    assert max(from_paystar) == 12_500_000
    assert sorted(line for line in moved if line[0] != "paystar") == [
        ("aqayepardakht", "2500000", "IRR"),
        ("digibank", "0.000000000000000001", "ETH"),
        ("digibank", "0.1", "USDT"),
        ("digibank", "12345678901234567890", "IRR"),
        ("digibank", "15", "USD"),
        ("digibank", "32", "USD"),
        ("digibank", "73.5", "USD"),
        ("resid", "2500000", "IRR"),
        ("resid", "350000", "IRR"),
        ("resid", "980000", "IRR"),
    ]


def test_a_killed_demo_leaves_no_sandbox_behind(tmp_path):
    """However the demo ends, its sandbox ends too."""
    demo = subprocess.Popen(  # noqa: S603  # our own program
        [*DEMO, "--language", "en"],
        # It cannot tidy up after itself any more.
        env={**ENVIRONMENT, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    try:
        assert demo.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", demo.stdout.readline())
        assert found is not None
        clock = f"{found.group()}/control/clock"
        assert httpx.get(clock, trust_env=False).is_success
    finally:
        demo.kill()
        demo.wait()
        if demo.stdout is not None:
            demo.stdout.close()
    with httpx.Client(trust_env=False) as http:
        for _ in range(MANY_LOOKS):
            try:
                http.get(clock)
            except httpx.TransportError:
                return
    pytest.fail("the sandbox still answers")
