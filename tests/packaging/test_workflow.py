"""The workflow for both systems: that it can be read, and does what a reader of the README would do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

_ROOT: Final = Path(__file__).parents[2]
_FILES: Final = sorted((_ROOT / ".github" / "workflows").glob("*.yml"))
_PINNED: Final = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")


def _workflow() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(
        (_ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    )
    return read


def _commands(job: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_every_action_is_pinned(path: Path) -> None:
    """To a commit, with the version it is called beside it: what ran yesterday runs today."""
    uses = [
        line.strip().removeprefix("- ")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert uses
    assert [line for line in uses if not _PINNED.fullmatch(line)] == []


def test_both_systems_are_tested_and_built() -> None:
    """The README's own command tests; nothing is packed that has not been tested, and each job has an end."""
    jobs = _workflow()["jobs"]
    systems = {entry["system"].split("-")[0] for entry in jobs["test"]["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "windows"}
    assert "python packaging/dev.py test" in _commands(jobs["test"])
    for name in ("linux", "windows"):
        assert jobs[name]["needs"] == "test"
    assert all(job["timeout-minutes"] for job in jobs.values())


def test_the_workflow_may_change_nothing() -> None:
    """It reads the sources, and leaves no key of theirs behind."""
    workflow = _workflow()
    assert workflow["permissions"] == {"contents": "read"}
    checkouts = [
        step
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert len(checkouts) == len(workflow["jobs"])
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_what_it_runs_is_there() -> None:
    """Every script it names exists."""
    text = "\n".join(_commands(job) for job in _workflow()["jobs"].values())
    scripts = {name.replace("\\", "/") for name in re.findall(r"packaging[/\\]\w+\.py", text)}
    assert scripts >= {
        "packaging/build_bundle.py",
        "packaging/build_deb.py",
        "packaging/build_windows_installer.py",
    }
    assert [name for name in scripts if not (_ROOT / name).is_file()] == []
