"""What desktops, software centres and `man` read, and the tarball: checked by their own tools where those are there."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from build_tarball import build_tarball
from linux_tree import APP_ID, SOURCES, lay_out_share
from release import Release

_RELEASE: Final = Release(version="1.2.3", epoch=1_780_000_000)
_LANGUAGES: Final = {"", "ar", "fa"}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Linux's folders have links and rights")


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Return `share` as it is installed."""
    lay_out_share(tmp_path / "share", _RELEASE)
    return tmp_path / "share"


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """Return what is laid out like a bundle; its program says that it runs."""
    folder = tmp_path / "stand-in" / "cashier"
    (folder / "_internal").mkdir(parents=True)
    (folder / "cashier").write_text("#!/bin/sh\necho runs\n")
    (folder / "_internal" / "words.txt").write_text("words\n")
    return folder


def _check(tool: str, *arguments: str | Path) -> str:
    """Have a tool check something, where it is installed; return what it says."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"needs {tool}")
    done = subprocess.run(  # noqa: S603  # the system's own tool
        [found, *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "100"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _unpack(tarball: Path, folder: Path) -> None:
    with tarfile.open(tarball) as packed:
        # The first releases of Python 3.11 know no filters, and later ones want one.
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(folder)  # noqa: S202  # it was packed by the test


def test_the_menu_entry_is_whole_in_three_languages(share: Path) -> None:
    """Whatever is said in one language is said in all; it starts the program that is installed."""
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are told apart by case
    parser.read(share / "applications" / "cashier.desktop", encoding="utf-8")
    entry = dict(parser["Desktop Entry"])
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        said = {name.removeprefix(key).strip("[]") for name in entry if name.split("[")[0] == key}
        assert said == _LANGUAGES, key
    assert (entry["Exec"], entry["TryExec"], entry["Icon"]) == ("cashier", "cashier", "cashier")


def test_the_menu_entry_is_valid(share: Path) -> None:
    """By the desktops' own rules."""
    assert _check("desktop-file-validate", share / "applications" / "cashier.desktop") == ""


def test_the_software_centre_is_told_in_three_languages(share: Path) -> None:
    """Name, summary and each paragraph and point; the release is this one, and no address is made up."""
    component = ET.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()  # noqa: S314  # our own file
    for parent in (component, component.find("description"), component.find("description/ul")):
        assert parent is not None
        for tag in ("name", "summary", "p", "li"):
            said = [child.get(_XML_LANG, "") for child in parent.findall(tag)]
            assert len(said) == len(_LANGUAGES) * said.count("")
            assert set(said) in ({*_LANGUAGES}, set())
    release = component.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == ("1.2.3", "2026-05-28")
    assert component.findtext("launchable") == "cashier.desktop"
    assert not component.findall("url")
    assert not component.findall("screenshots")


def test_the_software_centre_takes_it(share: Path) -> None:
    """By its own rules; that the id lies under no known domain is meant."""
    _check("appstreamcli", "validate", "--no-net", share / "metainfo" / f"{APP_ID}.metainfo.xml")


def test_the_manual_page_has_no_faults(tmp_path: Path) -> None:
    """Every macro is known and every line fits."""
    page = tmp_path / "cashier.1"
    page.write_text(_RELEASE.fill_in(SOURCES / "cashier.1"))
    assert "@" not in page.read_text()
    assert _check("groff", "-man", "-ww", "-rCHECKSTYLE=0", "-Tutf8", "-z", page) == ""
    shown = _check("man", "--warnings", "-l", page)
    assert "warning" not in shown
    assert "--profile" in shown


def test_the_manual_page_names_every_option() -> None:
    """Those of the program itself; the demo and the sandbox describe their own."""
    page = (SOURCES / "cashier.1").read_text().replace("\\-", "-")
    named = set(re.findall(r"--[a-z][a-z-]*", page.partition(".SH OPTIONS")[2].partition(".SH COMMANDS")[0]))
    said = subprocess.run(
        [sys.executable, "-m", "cashier", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert named == set(re.findall(r"--[a-z][a-z-]*", said))


def test_the_icon_is_there_in_every_size(share: Path) -> None:
    """As a drawing, and as the pictures desktops look for, which are as large as their folder says."""
    icons = share / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / "cashier.svg").exists()
    pictures = sorted(icons.glob("*x*/apps/cashier.png"))
    assert {"16x16", "48x48", "256x256"} <= {path.parts[-3] for path in pictures}
    for path in pictures:
        head = path.read_bytes()[16:24]
        size = f"{int.from_bytes(head[:4])}x{int.from_bytes(head[4:])}"
        assert size == path.parts[-3]


def test_the_tarball_runs_where_it_is_unpacked(stand_in: Path, tmp_path: Path) -> None:
    """Everything is in one folder that may be moved; the same sources make the same tarball."""
    tarball = build_tarball(stand_in, tmp_path / "made", _RELEASE, "amd64")
    assert tarball.name == "cashier-1.2.3-linux-amd64.tar.xz"
    with tarfile.open(tarball) as packed:
        entries = packed.getmembers()
    assert {(entry.uid, entry.gid, entry.mtime) for entry in entries} == {(0, 0, _RELEASE.epoch)}
    _unpack(tarball, tmp_path)
    folder = (tmp_path / "cashier-1.2.3").rename(tmp_path / "moved")
    said = subprocess.run([folder / "cashier"], capture_output=True, text=True, check=True)  # noqa: S603  # from above
    assert said.stdout == "runs\n"
    assert build_tarball(stand_in, tmp_path / "again", _RELEASE, "amd64").read_bytes() == tarball.read_bytes()


def test_the_note_in_the_tarball_names_what_is_there(stand_in: Path, tmp_path: Path) -> None:
    """What it has copied is in the tarball, and what it has removed is what was copied."""
    tarball = build_tarball(stand_in, tmp_path, _RELEASE, "amd64")
    _unpack(tarball, tmp_path)
    folder = tmp_path / "cashier-1.2.3"
    note = (folder / "INSTALL.txt").read_text()
    assert note.startswith("Cashier 1.2.3 ")
    assert "@" not in note
    for line in note.splitlines():
        words = line.split()
        if words[:2] == ["cp", "-r"]:
            assert (folder / words[2]).is_dir()
        elif words[:1] == ["rm"]:
            for word in words[1:]:
                if "/share/" in word:
                    assert list(folder.glob(word.removeprefix("/usr/local/"))), word
