"""The history of a million lines that figures are measured on: made once, and kept for the next time."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Final

from benchmarks import million_rows
from cashier.storage.profile_files import DATABASE_NAME

ROWS: Final = 1_000_000
_FOLDER: Final = Path(tempfile.gettempdir()) / "cashier-benchmarks"


def history_file() -> Path:
    """Return the file, which nobody is to write. It is made anew when its schema, or what fills it, has changed."""
    known = hashlib.sha256(Path(million_rows.__file__).read_bytes())
    steps = resources.files("cashier.storage.migrations")
    for step in sorted(steps.iterdir(), key=lambda file: file.name):
        if step.name.endswith(".sql"):
            known.update(step.read_bytes())
    _FOLDER.mkdir(mode=0o700, exist_ok=True)
    return million_rows.million_rows(_FOLDER / f"history-{known.hexdigest()[:12]}.db", ROWS)


@contextmanager
def profile_with_history() -> Iterator[Path]:
    """Make a profile of a till with that history, to be written as well, for as long as the block lasts."""
    # Beside the project and not in the system's folder for temporary files, which may lie in memory.
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        profile = Path(folder)
        shutil.copyfile(history_file(), profile / DATABASE_NAME)
        yield profile
