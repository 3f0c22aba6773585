"""The bundle as a tarball, for Linux systems without dpkg; `build_deb.py` beside this file makes it too."""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from linux_tree import (  # found beside this file, which is no package
    SOURCES,
    copy,
    lay_out_program,
    lay_out_share,
    settle,
    write,
)
from release import ROOT, Release  # the same


def build_tarball(bundle: Path, destination: Path, release: Release, architecture: str) -> Path:
    """Pack the program, what desktops read and a note on installing in one folder; return the tarball.

    Args:
        bundle: the program, as `build_bundle` leaves it.
        destination: a folder; made if there is none.
        release: what it is called, and its date; the same sources make the same tarball.
        architecture: for its name.
    """
    destination.mkdir(parents=True, exist_ok=True)
    name = f"cashier-{release.version}"
    tarball = destination / f"{name}-linux-{architecture}.tar.xz"
    with tempfile.TemporaryDirectory(prefix="cashier-tarball-") as folder:
        tree = Path(folder) / name
        lay_out_program(bundle, tree / "lib" / "cashier")
        lay_out_share(tree / "share", release)
        write(tree / "INSTALL.txt", release.fill_in(SOURCES / "INSTALL.txt.in"))
        copy(ROOT / "LICENSE", tree / "LICENSE")
        link = tree / "cashier"
        link.symlink_to("lib/cashier/cashier")
        settle(tree, release)
        with tarfile.open(tarball, "w:xz", format=tarfile.GNU_FORMAT) as packed:
            for path in (tree, *sorted(tree.rglob("*"))):
                packed.add(path, str(path.relative_to(folder)), recursive=False, filter=_owned_by_root)
    return tarball


def _owned_by_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
