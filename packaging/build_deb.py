"""Builds what Linux users install: `uv run python packaging/build_deb.py [--bundle dist/cashier] [--into dist]`.

It makes `cashier_VERSION_ARCH.deb` for Debian and its kin and `cashier-VERSION-linux-ARCH.tar.xz` for all others, from
the bundle that `build_bundle.py` made; without one it is built first.

**Upgrades.** The program reads its own files while it works, so that none of them may be replaced under it. The package
refuses to be upgraded or removed while a till runs from it, and says which process that is; nothing has been changed
then. Keeping the old version beside the new one until it has ended would need a package for each version: dpkg deletes
what the new version has not.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
from email.utils import format_datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_tarball import build_tarball  # found beside this file, which is no package
from dev import DEBIAN_PACKAGES  # the same
from elf_needs import ElfNeeds, elf_needs  # the same
from linux_tree import (  # the same
    PROGRAM_FOLDER,
    SOURCES,
    copy,
    lay_out_program,
    lay_out_share,
    settle,
    write,
    write_gzipped,
)
from release import ROOT, Release, this_release  # the same

MAINTAINER: Final = "Cashier's maintainers <maintainers@cashier.example>"

# Debian 13 and Ubuntu 24.04 renamed what is built with 64-bit times; older ones know the old names only.
_RENAMED: Final = {
    "libcups2": "libcups2t64",
    "libglib2.0-0": "libglib2.0-0t64",
}
# A keyring for the providers' keys, and what opens a folder after an export.
_RECOMMENDED: Final = ("gnome-keyring | kwalletmanager | libkf5wallet-bin", "xdg-utils")
_OF_C_LIBRARY: Final = re.compile(r"(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv))\.so\.\d+")
# Loaded where the desktop is one of Wayland's, or where something is printed; the program runs without.
_OPTIONAL: Final = re.compile(
    r"/plugins/(printsupport|wayland-[^/]+|platformthemes)/|/libqwayland|/libQt6Wayland"
)
_BYTES_IN_KIB: Final = 1024


class UnknownLibraryError(Exception):
    """The bundle needs a library of which it is not written down which package brings it."""


def main(arguments: list[str]) -> int:
    """Build both and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "cashier", metavar="FOLDER")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    if not chosen.bundle.is_dir():
        from build_bundle import build_bundle  # noqa: PLC0415  # needs PyInstaller

        build_bundle(chosen.bundle.parent)
    release = this_release()
    for made in (
        build_deb(chosen.bundle, chosen.into, release),
        build_tarball(chosen.bundle, chosen.into, release, architecture()),
    ):
        print(made)
    return 0


def build_deb(bundle: Path, destination: Path, release: Release, *, compression: str = "xz") -> Path:
    """Build the package in `destination` and return it.

    Args:
        bundle: the program, as `build_bundle` leaves it.
        destination: a folder; made if there is none.
        release: what it is called, and its date.
        compression: as dpkg-deb names it; `none` is quick.

    Raises:
        UnknownLibraryError: if the bundle asks for a library that no package is known for.
        subprocess.CalledProcessError: if dpkg-deb fails.
    """
    destination.mkdir(parents=True, exist_ok=True)
    package = destination / f"cashier_{debian_version(release.version)}_{architecture()}.deb"
    with tempfile.TemporaryDirectory(prefix="cashier-deb-") as folder:
        tree = Path(folder) / "tree"
        _lay_out(bundle, tree, release)
        _write_control(tree, release)
        settle(tree, release)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(tree), str(package)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "SOURCE_DATE_EPOCH": str(release.epoch)},
        )
    return package


def depends(program: Path) -> tuple[list[str], list[str]]:
    """Return which packages a bundle must have on its system, and which it had better have.

    They are named as in Debian 12 and 13 and Ubuntu 22.04 and 24.04.

    Raises:
        UnknownLibraryError: if the table in `dev.py` lacks a library that is asked for; its name is in it.
    """
    needed, wanted = elf_needs(program, optional=lambda place: _OPTIONAL.search(place) is not None)
    newest = max(
        (needs.glibc for needs in (needed, wanted)),
        key=lambda version: [int(part) for part in version.split(".") if part],
    )
    c_library = f"libc6 (>= {newest})" if newest else "libc6"
    return [c_library, *_packages_of(needed)], [*_RECOMMENDED, *_packages_of(wanted)]


def debian_version(version: str) -> str:
    """Return a version of ours as Debian sorts it: 1.0.dev1 comes before 1.0rc1, and that before 1.0."""
    marked = re.sub(r"(a|b|rc)(\d+)", r"~\1\2", version)
    return re.sub(r"\.dev(\d+)", r"~~dev\1", marked) + "-1"


def architecture() -> str:
    """Return what Debian calls this machine's kind, such as amd64."""
    done = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _lay_out(bundle: Path, tree: Path, release: Release) -> None:
    lay_out_program(bundle, tree / PROGRAM_FOLDER)
    lay_out_share(tree / "usr" / "share", release)
    link = tree / "usr" / "bin" / "cashier"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/cashier/cashier")
    docs = tree / "usr" / "share" / "doc" / "cashier"
    copy(SOURCES / "copyright", docs / "copyright")
    write_gzipped(docs / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    write_gzipped(docs / "changelog.Debian.gz", _changelog(release))
    overrides = tree / "usr" / "share" / "lintian" / "overrides" / "cashier"
    write(overrides, (SOURCES / "lintian-overrides").read_text(encoding="utf-8"))


def _changelog(release: Release) -> str:
    return (
        f"cashier ({debian_version(release.version)}) stable; urgency=medium\n\n"
        f"  * Version {release.version}; what changed in it is in changelog.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(release.moment)}\n"
    )


def _write_control(tree: Path, release: Release) -> None:
    needed, recommended = depends(tree / PROGRAM_FOLDER)
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    control = tree / "DEBIAN"
    text = release.fill_in(
        SOURCES / "control.in",
        debian_version=debian_version(release.version),
        architecture=architecture(),
        maintainer=MAINTAINER,
        installed_size=str(_installed_kib(tree)),
        depends=", ".join(needed),
        recommends=", ".join(recommended),
    )
    write(control / "control", text)
    digests = (f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)
    write(control / "md5sums", "".join(digests))
    running = (SOURCES / "running_till.sh").read_text(encoding="utf-8").strip()
    for script in ("preinst", "prerm"):
        write(
            control / script, release.fill_in(SOURCES / f"{script}.in", running_till=running), runnable=True
        )


def _installed_kib(tree: Path) -> int:
    """As Debian's policy counts: each file in whole KiB, one for everything else."""
    return sum(
        -(-path.stat().st_size // _BYTES_IN_KIB) if path.is_file() and not path.is_symlink() else 1
        for path in tree.rglob("*")
    )


def _md5(path: Path) -> str:
    # For finding damaged files, as dpkg --verify does; nobody's word for where they came from.
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _packages_of(needs: ElfNeeds) -> list[str]:
    packages: set[str] = set()
    for soname in needs.sonames:
        if _OF_C_LIBRARY.fullmatch(soname):
            continue
        if soname not in DEBIAN_PACKAGES:
            raise UnknownLibraryError(f"{soname}: say in DEBIAN_PACKAGES of dev.py which package brings it")
        packages.add(DEBIAN_PACKAGES[soname])
    return [_by_both_names(name) for name in sorted(packages)]


def _by_both_names(package: str) -> str:
    newer = _RENAMED.get(package)
    return f"{newer} | {package}" if newer else package


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
