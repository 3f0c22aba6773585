"""What others wrote goes on with its terms."""

from __future__ import annotations

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from third_party_licences import bundled_distributions, write_licences


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_among_what_is_bundled() -> None:
    """Those the program names itself, and what those need; what only its makers use is not."""
    bundled = {_normal(package.name) for package in bundled_distributions()}
    named = [Requirement(text) for text in requires("cashier") or []]
    own = {_normal(requirement.name) for requirement in named if requirement.marker is None}
    assert own <= bundled
    assert {"uvicorn", "shiboken6", "cffi"} <= bundled
    assert not bundled & {"pytest", "mypy", "hypothesis", "pre-commit", "ruff", "cashier"}


def test_the_terms_of_each_are_said(tmp_path: Path) -> None:
    """Word for word, under its name and version; Python's own as well."""
    write_licences(tmp_path / "LICENSES.txt")
    text = (tmp_path / "LICENSES.txt").read_text(encoding="utf-8")
    titles = [title for title, _ in re.findall(r"={100}\n(.+)\n(={100})\n", text)]
    assert titles == [
        "Without a text of their own",
        "Python",
        *(f"{package.name} {package.version}" for package in bundled_distributions()),
    ]
    assert "Python Software Foundation" in text
    assert "Permission is hereby granted, free of charge" in text
    assert "Qt for Python" in text


def test_the_terms_are_read_by_the_newer_reader_too(tmp_path: Path) -> None:
    """On an older Python keyring brings it, and it takes over for good; a field it does not find is an error to it."""
    pytest.importorskip("importlib_metadata", reason="only an older Python has it")
    write_licences(tmp_path / "LICENSES.txt")
    assert "Permission is hereby granted, free of charge" in (tmp_path / "LICENSES.txt").read_text(
        encoding="utf-8"
    )
