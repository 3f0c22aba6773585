"""The frozen program, and a bare window frozen by the same tool: built once for all figures of a run."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[1]
_PROGRAM: Final = "cashier.exe" if sys.platform == "win32" else "cashier"
_BARE: Final = "bare_window.exe" if sys.platform == "win32" else "bare_window"


@cache
def program_bundle() -> Path:
    """Build the program's bundle as it is given to shops, and return its folder; takes a minute or two."""
    folder = _folder()
    _run("packaging/build_bundle.py", "--into", str(folder))
    return folder / "cashier"


def bundled_program() -> Path:
    """Return the bundle's program."""
    return program_bundle() / _PROGRAM


@cache
def bundled_bare_window() -> Path:
    """Freeze the bare window as PyInstaller does it by itself, and return its program."""
    folder = _folder()
    work = folder / "work"
    _run(
        *("-m", "PyInstaller", "benchmarks/bare_window.py", "--onedir", "--noconfirm", "--log-level=WARN"),
        *(f"--distpath={folder}", f"--workpath={work}", f"--specpath={work}"),
    )
    return folder / "bare_window" / _BARE


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="cashier-bundles-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _run(*arguments: str) -> None:
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *arguments], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
