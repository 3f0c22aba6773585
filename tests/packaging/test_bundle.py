"""The frozen program where nothing helps it: no Python, no checkout, an empty home and almost no environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import build_deb
import pytest
from build_bundle import sizes_of

from cashier import __version__
from cashier.demo.tour_steps import SCENES

_TOUR_TIMEOUT_S: Final = 300
_START_TIMEOUT_S: Final = 60
_ALLOWED_MB: Final = 140
_XVFB: Final = shutil.which("Xvfb")


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user who has just come: a language, a home, and nothing on the path."""
    for name in ("home", "tmp", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    environment = {
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "LANG": "C.UTF-8",
        "PATH": str(tmp_path / "home"),
    }
    if sys.platform == "win32":
        # Without it no program starts there.
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        environment |= dict.fromkeys(["TEMP", "LOCALAPPDATA", "USERPROFILE"], environment["TMPDIR"])
    return environment


@contextmanager
def _screen(kind: str) -> Iterator[Mapping[str, str]]:
    """Give a window somewhere to be shown."""
    if kind == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(  # noqa: S603  # the path is the one that was found
        [str(_XVFB), "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb does not start"
        yield {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


screens = pytest.mark.parametrize(
    "screen",
    [
        "offscreen",
        pytest.param(
            "x11", marks=pytest.mark.skipif(_XVFB is None, reason="needs Xvfb, an X server without a screen")
        ),
    ],
)


def _program(bundle: Path) -> Path:
    return bundle / ("cashier.exe" if sys.platform == "win32" else "cashier")


def _run(
    bundle: Path, environment: Mapping[str, str], *arguments: str, timeout_s: float = _START_TIMEOUT_S
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own program
        [str(_program(bundle)), *arguments],
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout_s,
        check=False,
    )


@screens
def test_the_whole_tour_runs_in_the_bundle(screen, bundle, bare, tmp_path):
    """Every step goes as it does from source, both ledgers end the same, and nothing is complained about."""
    folder = tmp_path / "tour"
    with _screen(screen) as shown:
        ended = _run(
            bundle,
            {**bare, **shown},
            "demo",
            "--tour",
            str(folder),
            "--language",
            "fa",
            timeout_s=_TOUR_TIMEOUT_S,
        )
    assert ended.stderr == ""
    report = json.loads((folder / "tour.json").read_bytes())
    assert [step for step in report["steps"] if not step["ok"]] == [], ended.stdout
    assert (report["program_errors"], report["qt_warnings"]) == ([], [])
    assert report["ledgers_match"] is True
    assert ended.returncode == 0
    of_window = [step["name"] for step in report["steps"] if not step["name"].endswith("-phone")]
    assert of_window == [step.__name__.replace("_", "-") for scene in SCENES for step in scene]
    pictures = {path.name for path in folder.glob("*.png") if path.stat().st_size}
    assert pictures == {step["screenshot"] for step in report["steps"]}


@screens
def test_an_empty_profile_comes_to_its_window(screen, bundle, bare, tmp_path):
    """A first start paints the window, opens a new database, and asks for what a new till needs."""
    profile = tmp_path / "new" / "profile"
    with _screen(screen) as shown:
        ended = _run(bundle, {**bare, **shown}, "--profile", str(profile), "--start-up-report", "json")
    assert (ended.returncode, ended.stderr) == (0, "")
    phases = [phase["phase"] for phase in json.loads(ended.stdout)["phases"]]
    assert phases.index("first_paint") < phases.index("database") < phases.index("asked")
    assert (profile / "till.db").exists()


def test_it_runs_where_it_is_put_and_leaves_its_folder_as_it_is(bundle, bare, tmp_path):
    """A folder with a Persian name and a space will do, and what it writes goes into the profile."""
    place, profile = tmp_path / "برنامهٔ صندوق", tmp_path / "دادهٔ فروشگاه"
    shutil.copytree(bundle, place, symlinks=True, copy_function=os.link)
    before = _what_is_in(place)
    with _screen("offscreen") as shown:
        ended = _run(place, {**bare, **shown}, "--profile", str(profile), "--start-up-report", "json")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (profile / "till.db").exists()
    assert _what_is_in(place) == before


def _what_is_in(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file of a folder with its length and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if not path.is_dir()
    }


def test_the_version_is_said(bundle, bare):
    """It is that of the program the bundle was built from, and needs no screen."""
    ended = _run(bundle, bare, "--version")
    if sys.platform == "win32":
        # The program has no console to say it on.
        assert ended.returncode == 0
        return
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{__version__}\n", "")


def test_the_bundle_is_small(bundle):
    """A bare one of Qt for Python takes 160 MB."""
    assert sizes_of(bundle).total() <= _ALLOWED_MB * 1_000_000


def test_no_link_in_the_bundle_leads_nowhere_or_out_of_it(bundle):
    """What was left out left nothing behind, and nothing points at the machine it was built on."""
    links = [path for path in bundle.rglob("*") if path.is_symlink()]
    assert [path for path in links if not path.resolve().is_relative_to(bundle.resolve())] == []
    assert [path for path in links if not path.exists()] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what Linux libraries ask for")
def test_what_the_bundle_asks_of_the_system_is_known(bundle):
    """Each library it needs and does not bring is one that a package brings whose name we know."""
    assert build_deb.depends(bundle)


def test_the_bundle_has_nothing_of_the_machine_it_was_built_on(bundle):
    """No path of this checkout stands in the program: neither in its code nor in its data."""
    checkout = str(Path(__file__).parents[2]).encode()
    holding = [
        path.relative_to(bundle).as_posix()
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink() and checkout in path.read_bytes()
    ]
    assert holding == []


def test_what_installers_count_on_is_in_the_bundle(bundle):
    """The program at the top, its libraries in the folder that an upgrade empties, and everybody's terms."""
    assert {path.name for path in bundle.iterdir()} == {_program(bundle).name, "_internal", "LICENSES.txt"}
    assert (bundle / "LICENSES.txt").stat().st_size > 0
