"""Compiles `translations/*.ts` into the `.qm` files the program loads."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parent.parent / "translations"


def compile_translations(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every translation that is newer than its compiled form; return what was made.

    Raises:
        RuntimeError: if lrelease is missing or refuses a file.
    """
    stale = [
        source
        for source in sorted(folder.glob("*.ts"))
        if not _is_fresh(source.with_suffix(".qm"), source.stat().st_mtime)
    ]
    if not stale:
        return []
    lrelease = find_lrelease()
    for source in stale:
        compiled = source.with_suffix(".qm")
        # A program that runs meanwhile has the old file mapped and must never see half of the new one.
        made = compiled.with_name(f"{compiled.name}.{os.getpid()}.part")
        done = subprocess.run(
            [str(lrelease), "-silent", str(source), "-qm", str(made)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            made.unlink(missing_ok=True)
            raise RuntimeError(f"lrelease refuses {source.name}: {done.stdout}{done.stderr}")
        made.replace(compiled)
    return [source.with_suffix(".qm") for source in stale]


def find_lrelease() -> Path:
    """Return Qt's own compiler, which comes with PySide6.

    Raises:
        RuntimeError: if PySide6 is not there.
    """
    spec = find_spec("PySide6")
    folders = [Path(folder) for folder in (spec.submodule_search_locations or [])] if spec else []
    for folder in folders:
        for path in (folder / "lrelease", folder / "lrelease.exe", folder / "Qt" / "libexec" / "lrelease"):
            if path.exists():
                return path
    raise RuntimeError("lrelease is missing: PySide6-Essentials brings it")


def _is_fresh(compiled: Path, modified_at: float) -> bool:
    return compiled.exists() and compiled.stat().st_mtime >= modified_at


if __name__ == "__main__":
    for made in compile_translations():
        print(made.name)
    sys.exit(0)
