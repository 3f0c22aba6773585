"""The Debian package: installed into a root folder of its own with dpkg, started, refused while it runs, and removed."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from build_deb import UnknownLibraryError, build_deb, debian_version, depends
from elf_needs import elf_needs, is_elf
from elf_runpath import forget_build_machine
from release import Release

from cashier import __version__

_EPOCH: Final = 1_780_000_000
_START_TIMEOUT_S: Final = 60
_RELEASE: Final = Release(version=__version__, epoch=_EPOCH)
# Files in the folder belong to root as in a package that is really installed.
_AS_ROOT: Final = [] if sys.platform == "win32" or os.geteuid() == 0 else ["fakeroot"]

pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("dpkg", "dpkg-deb", "objdump", *_AS_ROOT)),
    reason="needs dpkg, binutils, and root or fakeroot",
)


class Root:
    """A folder that dpkg takes for the whole system: of the machine itself it changes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._admin = folder / "var" / "lib" / "dpkg"
        for name in ("info", "updates", "triggers"):
            (self._admin / name).mkdir(parents=True)
        (self._admin / "status").touch()

    @property
    def program(self) -> Path:
        """What the menu starts."""
        return self.folder / "usr" / "bin" / "cashier"

    def dpkg(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run dpkg on this root; its dependencies are those of the machine, which it knows nothing of here."""
        return subprocess.run(  # noqa: S603  # the system's own tool
            [
                *_AS_ROOT,
                "dpkg",
                f"--instdir={self.folder}",
                f"--admindir={self._admin}",
                "--force-script-chrootless",
                "--force-depends",
                "--force-bad-path",
                "--log=/dev/null",
                *map(str, arguments),
            ],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )

    def do(self, *arguments: str | Path) -> None:
        """Run dpkg, which must do it."""
        done = self.dpkg(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr

    def version(self) -> str:
        """Return the installed version, as dpkg says it."""
        status = (self._admin / "status").read_text(encoding="utf-8")
        found = re.search(
            r"^Status: install ok installed$.*?^Version: (\S+)$", status, re.MULTILINE | re.DOTALL
        )
        return found[1] if found else ""

    def files(self) -> set[str]:
        """Return everything in the root that is not dpkg's own."""
        return {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if not path.is_dir() and not path.is_relative_to(self._admin)
        }


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """Return an empty system."""
    return Root(tmp_path / "root")


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """Return what is laid out like a bundle and takes no time to pack: its program is one that waits."""
    folder = tmp_path / "stand-in" / "cashier"
    (folder / "_internal" / "resources").mkdir(parents=True)
    shutil.copy(str(shutil.which("sleep")), folder / "cashier")
    (folder / "_internal" / "resources" / "words.txt").write_text("words\n")
    (folder / "_internal" / "link.txt").symlink_to("resources/words.txt")
    return folder


@pytest.fixture
def running(root: Root, stand_in: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Install the stand-in and let it run."""
    root.do("--install", build_deb(stand_in, tmp_path / "old", _RELEASE, compression="none"))
    process = subprocess.Popen([str(root.program), "1000"])  # noqa: S603  # it was installed two lines above
    yield process
    process.kill()
    process.wait()


def test_it_is_installed_started_and_removed(bundle: Path, root: Root, tmp_path: Path) -> None:
    """The installed program opens its window on a new till; removed and purged, it leaves the till's data alone."""
    package = build_deb(bundle, tmp_path / "made", _RELEASE, compression="none")
    root.do("--install", package)
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    bare = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": str(home), "QT_QPA_PLATFORM": "offscreen"}

    said = _start(root.program, "--version", environment=bare)
    assert said == f"{__version__}\n"
    phases = [
        phase["phase"]
        for phase in json.loads(_start(root.program, "--start-up-report", "json", environment=bare))["phases"]
    ]
    assert phases.index("first_paint") < phases.index("database")
    data = home / ".local" / "share" / "Cashier" / "till.db"
    assert data.exists()

    for action in ("--remove", "--purge"):
        root.do(action, "cashier")
        assert root.files() == set()
        assert data.exists()
    assert not (root.folder / "usr").exists()


def test_nothing_in_it_knows_the_machine_it_was_built_on(bundle: Path, tmp_path: Path) -> None:
    """No compiled file looks for libraries anywhere but beside itself and where the system keeps them."""
    package = build_deb(bundle, tmp_path / "made", _RELEASE, compression="none")
    _unpack(package, tmp_path / "unpacked")
    files = [path for path in sorted((tmp_path / "unpacked").rglob("*")) if is_elf(path)]
    assert files
    told = _told("objdump", "--private-headers", *files)
    paths = {
        part
        for path in re.findall(r"^\s+R(?:UN)?PATH\s+(\S+)$", told, re.MULTILINE)
        for part in path.split(":")
    }
    assert [path for path in paths if not path.startswith("$ORIGIN")] == []


def test_a_running_till_is_not_replaced(
    root: Root, running: subprocess.Popen[bytes], stand_in: Path, tmp_path: Path
) -> None:
    """An upgrade under it is refused, says which process it is, and changes nothing; afterwards it goes through."""
    newer = build_deb(stand_in, tmp_path / "new", Release("99.0", _EPOCH), compression="none")
    before = root.files()
    refused = root.dpkg("--install", newer)
    assert refused.returncode != 0
    assert f"Cashier is running (process {running.pid})" in refused.stderr
    assert (root.version(), root.files()) == (debian_version(__version__), before)
    running.kill()
    running.wait()
    root.do("--install", newer)
    assert root.version() == "99.0-1"


def test_a_running_till_is_not_removed(root: Root, running: subprocess.Popen[bytes]) -> None:
    """The same for removing it."""
    refused = root.dpkg("--remove", "cashier")
    assert refused.returncode != 0
    assert f"Cashier is running (process {running.pid})" in refused.stderr
    assert root.program.exists()
    running.kill()
    running.wait()
    root.do("--remove", "cashier")
    assert root.files() == set()


def test_the_same_sources_make_the_same_package(stand_in: Path, tmp_path: Path) -> None:
    """Byte for byte, however the files came to lie in the bundle."""
    first = build_deb(stand_in, tmp_path / "1", _RELEASE, compression="none").read_bytes()
    again = shutil.copytree(stand_in, tmp_path / "again" / "cashier", symlinks=True)
    for path in again.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (again / "cashier").chmod(0o700)
    assert build_deb(again, tmp_path / "2", _RELEASE, compression="none").read_bytes() == first


def test_what_is_in_it_is_as_it_should_be(stand_in: Path, tmp_path: Path) -> None:
    """Root's, readable by all, with its size, its digests, its changes, and a link into the program's folder."""
    package = build_deb(stand_in, tmp_path, _RELEASE, compression="none")
    listed = _told("dpkg-deb", "--contents", package)
    assert "usr/bin/cashier -> ../lib/cashier/cashier" in listed
    for line in listed.splitlines():
        rights, owner = line.split()[:2]
        assert owner == "root/root", line
        assert rights in {"drwxr-xr-x", "lrwxrwxrwx", "-rw-r--r--", "-rwxr-xr-x"}, line
        assert (rights == "-rwxr-xr-x") is line.endswith("/usr/lib/cashier/cashier"), line
    assert "/usr/lib/cashier/_internal/link.txt -> resources/words.txt" in listed
    field = dict(
        line.split(": ", 1) for line in _told("dpkg-deb", "--field", package).splitlines() if ": " in line
    )
    assert field["Version"] == debian_version(__version__)
    assert field["Depends"].startswith("libc6 (>= 2.")
    unpacked = _unpack(package, tmp_path / "unpacked")
    on_disk = sum(
        path.stat().st_size for path in unpacked.rglob("*") if path.is_file() and not path.is_symlink()
    )
    assert on_disk // 1024 <= int(field["Installed-Size"]) <= on_disk // 1024 + len(list(unpacked.rglob("*")))
    docs = unpacked / "usr" / "share" / "doc" / "cashier"
    changes = gzip.decompress((docs / "changelog.Debian.gz").read_bytes()).decode()
    assert changes.startswith(f"cashier ({debian_version(__version__)}) ")
    assert gzip.decompress((docs / "changelog.gz").read_bytes()).startswith(b"# Changelog")


def test_versions_are_ordered_as_ours_are() -> None:
    """What comes before a version of ours comes before it for Debian too."""
    ordered = ["0.1.0.dev1", "0.1.0a2", "0.1.0b1", "0.1.0rc1", "0.1.0", "0.1.1", "0.10.0", "1.0rc1", "1.0"]
    for older, newer in itertools.pairwise(ordered):
        _told("dpkg", "--compare-versions", debian_version(older), "lt", debian_version(newer))


def test_an_unknown_library_fails_the_build(stand_in: Path) -> None:
    """A package that would not start somewhere is not built."""
    program = (stand_in / "cashier").read_bytes()
    (stand_in / "_internal" / "part.so").write_bytes(program.replace(b"libc.so.6\0", b"libq.so.6\0"))
    with pytest.raises(UnknownLibraryError, match=r"libq\.so\.6"):
        depends(stand_in)


def test_what_may_be_missing_is_told_apart(stand_in: Path) -> None:
    """Libraries that only a part asks for which the program does without are not needed."""
    shutil.copy(stand_in / "cashier", stand_in / "_internal" / "part.so")
    needed, wanted = elf_needs(stand_in, optional=lambda place: place.startswith("_internal/"))
    assert "libc.so.6" in needed.sonames
    assert wanted.sonames == frozenset()
    needed, wanted = elf_needs(stand_in, optional=lambda _: True)
    assert needed.sonames == frozenset()
    assert "libc.so.6" in wanted.sonames


def test_a_file_that_looks_nowhere_else_is_left_as_it_is(stand_in: Path) -> None:
    """Neither a program without a search path nor a text is touched."""
    program = stand_in / "cashier"
    before = program.read_bytes()
    assert not forget_build_machine(program)
    assert not forget_build_machine(stand_in / "_internal" / "resources" / "words.txt")
    assert program.read_bytes() == before


def _start(program: Path, *arguments: str, environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603  # it was installed by the test
        [str(program), *arguments],
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        text=True,
        timeout=_START_TIMEOUT_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _told(tool: str, *arguments: str | Path) -> str:
    """Return what one of the system's own tools says; it must not fail."""
    done = subprocess.run(  # noqa: S603  # the same
        [str(shutil.which(tool)), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (tool, *arguments, done.stderr)
    return done.stdout


def _unpack(package: Path, folder: Path) -> Path:
    _told("dpkg-deb", "--extract", package, folder)
    return folder
