"""What the bundle's description says on Windows, read where there is no Windows: PyInstaller's own steps are left out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import build_bundle
import pytest

_SPEC: Final = Path(build_bundle.__file__).with_name("cashier.spec")

# What PyInstaller finds on each system, in its names: the file's place in the bundle, the file, its kind.
_FOUND: Final = {
    "win32": [
        ("PySide6\\QtGui.pyd", "C:\\QtGui.pyd", "EXTENSION"),
        ("PySide6\\Qt6Gui.dll", "C:\\Qt6Gui.dll", "BINARY"),
        ("PySide6\\Qt6Quick.dll", "C:\\Qt6Quick.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\qwindows.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "C:\\qdirect2d.dll", "BINARY"),
    ],
    "linux": [
        ("PySide6/QtGui.abi3.so", "/qt/QtGui.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/qt/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/qt/libQt6Quick.so.6", "BINARY"),
        ("libstdc++.so.6", "/usr/lib/libstdc++.so.6", "BINARY"),
    ],
}
_LINKED_TO: Final = {
    "C:\\QtGui.pyd": ["Qt6Gui.dll"],
    "/qt/QtGui.abi3.so": ["libQt6Gui.so.6"],
}
_DATA: Final = {
    "win32": [("PySide6\\translations\\qtbase_fa.qm", "C:\\qtbase_fa.qm", "DATA")],
    "linux": [
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6Quick.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "SYMLINK"),
    ],
}


class _Analysis:
    def __init__(self, scripts: list[str], **given: Any) -> None:
        self.given = given
        self.scripts = [("pyi_rth_inspect", "", "PYSOURCE"), ("__main__", scripts[0], "PYSOURCE")]
        self.pure: list[Any] = []
        self.binaries: list[Any] = []
        self.datas: list[Any] = []


@pytest.fixture
def said(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what the description says on the system it is asked for: the program, the folder, the analysis."""
    system = request.param
    build_bundle.prepare(tmp_path)
    said: dict[str, Any] = {}

    def analyse(scripts: list[str], **given: Any) -> _Analysis:
        analysis = said["analysis"] = _Analysis(scripts, **given)
        analysis.binaries, analysis.datas = list(_FOUND[system]), list(_DATA[system])
        return analysis

    def imports_of(path: str) -> set[tuple[str, str]]:
        return {(name, name) for name in _LINKED_TO.get(path, [])}

    monkeypatch.setattr("PyInstaller.building.build_main.Analysis", analyse)
    monkeypatch.setattr("PyInstaller.building.api.PYZ", lambda pure: pure)
    monkeypatch.setattr("PyInstaller.building.api.EXE", lambda *_, **given: said.update(program=given))
    monkeypatch.setattr(
        "PyInstaller.building.api.COLLECT", lambda *parts, **given: said.update(folder=(parts, given))
    )
    monkeypatch.setattr("PyInstaller.depend.bindepend.get_imports", imports_of)
    monkeypatch.setattr("PyInstaller.utils.hooks.collect_submodules", lambda package: [package])
    monkeypatch.setenv("CASHIER_BUNDLE_WORK", str(tmp_path))
    monkeypatch.setattr("sys.path", [*sys.path])
    monkeypatch.setattr("sys.platform", system)
    exec(compile(_SPEC.read_text(encoding="utf-8"), _SPEC, "exec"), {"SPECPATH": str(_SPEC.parent)})  # noqa: S102  # as PyInstaller does
    return said


@pytest.mark.parametrize("said", ["win32"], indirect=True)
def test_on_windows_the_program_has_an_icon_a_version_and_no_console(said):
    """Both files are there when PyInstaller asks for them."""
    program = said["program"]
    assert program["console"] is False
    assert Path(program["icon"]).read_bytes().startswith(b"\0\0\1\0")
    assert "cashier.exe" in Path(program["version"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["win32"], indirect=True)
def test_on_windows_the_folder_has_what_is_used(said):
    """Qt as far as it is needed, the plugin for Windows, and Qt's words."""
    (_, binaries, datas), given = said["folder"]
    assert given["name"] == "cashier"
    assert [place for place, _, _ in binaries] == [
        "PySide6\\QtGui.pyd",
        "PySide6\\Qt6Gui.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
    ]
    assert [place for place, _, _ in datas] == ["PySide6\\translations\\qtbase_fa.qm"]


@pytest.mark.parametrize("said", ["linux"], indirect=True)
def test_on_linux_the_program_talks_to_its_terminal_and_no_link_leads_nowhere(said):
    """Nothing there shows an icon in a program's file; a link goes with what it leads to."""
    (_, binaries, datas), _ = said["folder"]
    assert (said["program"]["console"], said["program"]["icon"], said["program"]["version"]) == (
        True,
        None,
        None,
    )
    assert [place for place, _, _ in binaries] == ["PySide6/QtGui.abi3.so", "PySide6/Qt/lib/libQt6Gui.so.6"]
    assert [place for place, _, _ in datas] == ["libQt6Gui.so.6"]


@pytest.mark.parametrize("said", ["win32", "linux"], indirect=True)
def test_everything_that_is_asked_for_is_there(said):
    """Each file and pattern of the program's own data finds something: texts, fonts, the database's steps."""
    given = said["analysis"].given
    for source, place in given["datas"]:
        pattern = Path(source)
        assert list(pattern.parent.glob(pattern.name)), source
        assert not Path(place).is_absolute()
    assert {"resources", "translations", "cashier/storage/migrations"} <= {
        place for _, place in given["datas"]
    }
    assert [name for name, _, _ in said["analysis"].scripts] == ["__main__"]
