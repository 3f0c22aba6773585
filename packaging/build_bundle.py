"""Builds the program as a folder that needs no Python: `uv run python packaging/build_bundle.py [--into dist]`.

The folder is called `cashier`, and the program in it `cashier` or, on Windows, `cashier.exe`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from app_icon import render_icons  # found beside this file, which is no package
from bundle_contents import component_of  # the same
from compile_translations import compile_translations  # the same
from third_party_licences import write_licences  # the same
from windows_version import version_resource  # the same

from cashier import __version__

ROOT: Final = Path(__file__).resolve().parent.parent
_BYTES_IN_MB: Final = 1_000_000
_STRIPPED: Final = frozenset({"Python", "cryptography", "SQLite (apsw)", "other libraries"})


def main(arguments: list[str]) -> int:
    """Build, say where the folder is and how large, and with `--sizes` what takes the room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--into",
        type=Path,
        default=ROOT / "dist",
        metavar="FOLDER",
        help="where the folder `cashier` is made (%(default)s)",
    )
    parser.add_argument("--sizes", action="store_true", help="say what takes how much room")
    chosen = parser.parse_args(arguments)
    bundle = build_bundle(chosen.into)
    if chosen.sizes:
        for component, size in sizes_of(bundle).most_common():
            print(f"{size / _BYTES_IN_MB:8.1f} MB  {component}")
    print(f"{sizes_of(bundle).total() / _BYTES_IN_MB:8.1f} MB  {bundle}")
    return 0


def build_bundle(destination: Path) -> Path:
    """Build the bundle in `destination` and return its folder; one that was there before is replaced.

    PyInstaller's warnings are passed on to standard error.

    Raises:
        RuntimeError: if PyInstaller fails; its words are in it.
    """
    destination.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cashier-bundle-") as folder:
        work = Path(folder)
        prepare(work)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "PyInstaller",
                str(ROOT / "packaging" / "cashier.spec"),
                "--noconfirm",
                "--log-level=WARN",
                f"--distpath={destination}",
                f"--workpath={work / 'build'}",
            ],
            cwd=work,
            env={**os.environ, "CASHIER_BUNDLE_WORK": str(work)},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"PyInstaller ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    # What it could not find is seldom of no account.
    sys.stderr.writelines(line for line in done.stderr.splitlines(keepends=True) if "WARNING" in line)
    bundle = destination / "cashier"
    if sys.platform.startswith("linux"):
        _strip(bundle)
    write_licences(bundle / "LICENSES.txt")
    return bundle


def sizes_of(bundle: Path) -> Counter[str]:
    """Return how many bytes each component of a built bundle takes; what is linked is counted once."""
    sizes: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[component_of(path.relative_to(bundle).as_posix())] += path.stat().st_size
    return sizes


def _strip(bundle: Path) -> None:
    """Take from Python's own libraries what only a debugger needs: a fifth of the whole.

    Qt's come without it, and were changed after they were linked, which `strip` does not always leave whole.
    """
    libraries = [
        path
        for path in bundle.rglob("*.so*")
        if not path.is_symlink() and component_of(path.relative_to(bundle).as_posix()) in _STRIPPED
    ]
    subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)


def prepare(work: Path) -> None:
    """Make what is made for the bundle alone: fresh texts, and what Windows shows of a program."""
    texts = work / "translations"
    texts.mkdir()
    for source in (ROOT / "translations").glob("*.ts"):
        shutil.copy(source, texts)
    compile_translations(texts)
    render_icons(work / "icons")
    (work / "version.txt").write_text(version_resource(__version__), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
