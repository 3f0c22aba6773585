"""Where the program's files go on a Linux system, and what is written for it there; the package and the tarball share it.

The program lies under `/usr/lib/cashier`: by the Filesystem Hierarchy Standard, which Debian's policy takes over, that is
where a package keeps what is of no use to others, while `/opt` is left to software that no package manager looks after.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from app_icon import SIZES, render_icons  # found beside this file, which is no package
from elf_runpath import forget_build_machine  # the same
from release import ROOT, Release  # the same

SOURCES: Final = ROOT / "packaging" / "linux"
APP_ID: Final = "example.cashier.cashier"
PROGRAM_FOLDER: Final = "usr/lib/cashier"

_PLAIN: Final = 0o644
_RUNNABLE: Final = 0o755


def lay_out_program(bundle: Path, folder: Path) -> None:
    """Copy the bundle, with the rights that files of the system have, and without a trace of where it was built."""
    for path in sorted(bundle.rglob("*")):
        place = folder / path.relative_to(bundle)
        if path.is_dir() and not path.is_symlink():
            place.mkdir(parents=True, exist_ok=True)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place, follow_symlinks=False)
        if not place.is_symlink():
            # Of the bundle only the program itself is started; libraries are read.
            place.chmod(_RUNNABLE if path == bundle / "cashier" else _PLAIN)
            forget_build_machine(place)


def lay_out_share(share: Path, release: Release) -> None:
    """Write what desktops read: the menu entry, the software centre's page, the icons, the manual."""
    write(share / "applications" / "cashier.desktop", (SOURCES / "cashier.desktop").read_text("utf-8"))
    write(share / "metainfo" / f"{APP_ID}.metainfo.xml", release.fill_in(SOURCES / "metainfo.xml.in"))
    icons = share / "icons" / "hicolor"
    with tempfile.TemporaryDirectory(prefix="cashier-icons-") as folder:
        drawn = Path(folder)
        render_icons(drawn)
        copy(drawn / "cashier.svg", icons / "scalable" / "apps" / "cashier.svg")
        for size in SIZES:
            copy(drawn / f"cashier-{size}.png", icons / f"{size}x{size}" / "apps" / "cashier.png")
    write_gzipped(share / "man" / "man1" / "cashier.1.gz", release.fill_in(SOURCES / "cashier.1"))


def write(path: Path, text: str, *, runnable: bool = False) -> None:
    """Write a file that all may read, and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(_RUNNABLE if runnable else _PLAIN)


def write_gzipped(path: Path, text: str) -> None:
    """Write a text packed, without the time it was packed at."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    path.chmod(_PLAIN)


def copy(source: Path, path: Path) -> None:
    """Copy a file so that all may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    path.chmod(_PLAIN)


def settle(tree: Path, release: Release) -> None:
    """Give every folder the usual rights, and everything the release's time."""
    for path in (tree, *tree.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(_RUNNABLE)
        os.utime(path, (release.epoch, release.epoch), follow_symlinks=False)
