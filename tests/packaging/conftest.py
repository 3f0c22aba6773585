"""What the tests of the packaged program share: one bundle for the whole run, however many processes test."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QLockFile

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))

from build_bundle import build_bundle  # found in the folder above, which is no package

_LONGEST_S: Final = 600


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let whoever needs the bundle begin at once, and have the time to build it."""
    for item in items:
        if "bundle" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.first)
            item.add_marker(pytest.mark.timeout(_LONGEST_S))


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle, or wait for the process that does, and return its folder; it is to be left as it is."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Each process has a folder of its own in the one of the run.
        folder = folder.parent
    lock = QLockFile(str(folder / "bundle.lock"))
    lock.setStaleLockTime(0)
    assert lock.lock()
    try:
        built = folder / "bundle" / "cashier"
        if not (folder / "bundle.built").exists():
            assert build_bundle(built.parent) == built
            (folder / "bundle.built").touch()
    finally:
        lock.unlock()
    return built
