"""One case of each call and point of the crash matrix; `python -m tests.faults` plays them all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.running_till import PROJECT

# Where a withdrawal does: what had not left leaves after all; what may have left never leaves again.
_OF_WITHDRAWALS = {
    "before prepared commits": "paid once",
    "prepared": "paid once",
    "sent": "with a person",
    "before the server acts": "with a person",
    "acted, no answer yet": "paid once",
    "answered, not committed": "paid once",
    "committed": "paid once",
}
# Where a payment comes to rest by itself, by call and point.
OUTCOMES = {
    "request": {
        "before prepared commits": "nothing kept",
        "prepared": "draft kept",
        "sent": "no answer, with a person",
        "before the server acts": "no answer, with a person",
        "acted, no answer yet": "no answer, with a person",
        "answered, not committed": "no answer, with a person",
        "committed": "waiting for the customer",
    },
    "finalize": {
        "before prepared commits": "not sent",
        "prepared": "not sent",
        "sent": "paid once",
        "before the server acts": "paid once",
        "acted, no answer yet": "paid once",
        "answered, not committed": "paid once",
        "committed": "paid once",
    },
    "create": {
        "before prepared commits": "nothing kept",
        "prepared": "draft kept",
        "sent": "no answer, with a person",
        "before the server acts": "no answer, with a person",
        "acted, no answer yet": "waiting for the customer",
        "answered, not committed": "waiting for the customer",
        "committed": "waiting for the customer",
    },
    "collect": {
        "before prepared commits": "not sent",
        "prepared": "not sent",
        "sent": "paid once",
        "before the server acts": "paid once",
        "acted, no answer yet": "paid once",
        "answered, not committed": "paid once",
        "committed": "paid once",
    },
    "settlement (one)": _OF_WITHDRAWALS,
    "settlement (many)": _OF_WITHDRAWALS,
    "withdraw request": _OF_WITHDRAWALS,
}


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the command writes, and the status it ends with."""
    file: Path = tmp_path_factory.mktemp("matrix") / "matrix.json"
    command = [sys.executable, "-m", "tests.faults", "--representative", "--json", str(file)]
    played = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)  # noqa: S603  # our own command
    assert file.exists(), played.stderr
    written: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return {**written, "status": played.returncode, "printed": played.stdout}


@pytest.mark.parametrize(
    ("call", "point", "outcome"),
    [(call, point, outcome) for call, points in OUTCOMES.items() for point, outcome in points.items()],
)
def test_a_call_that_fails_comes_to_rest(matrix: dict[str, Any], call: str, point: str, outcome: str) -> None:
    """Failed at one point, the money comes to rest by itself where it is known, or with a person."""
    outcomes = [row["outcome"] for row in matrix["rows"] if (row["call"], row["point"]) == (call, point)]
    assert outcomes == [outcome]


def test_the_ledgers_agree(matrix: dict[str, Any]) -> None:
    """Nothing is doubled, lost, stuck or guessed, at rest and after a person went on until it was paid."""
    totals = {name: matrix[name] for name in ("doubled", "lost", "stuck", "guessed")}
    assert totals == {"doubled": 0, "lost": 0, "stuck": 0, "guessed": 0}, matrix["printed"]
    assert matrix["status"] == 0
    assert matrix["cases"] == len(matrix["rows"]) == sum(map(len, OUTCOMES.values()))
    assert matrix["calls"] == list(OUTCOMES)
    assert "doubled 0, lost 0, stuck 0" in matrix["printed"]
