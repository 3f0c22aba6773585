"""Which files belong in the bundle, on the system the tests run on and on the other."""

from __future__ import annotations

import pytest
from bundle_contents import (
    component_of,
    is_wanted_binary,
    is_wanted_data,
    is_wanted_runtime_hook,
    unreached_qt_libraries,
)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "libpython3.11.so.1.0",
        "libssl.so.3",
        "libxcb-cursor.so.0",
        "libpyside6.abi3.so.6.11",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "apsw/__init__.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_linux_bundle_has_what_the_program_uses(place):
    """Qt, the plugins in use, Python's own libraries, and what of X11 many desktops lack."""
    assert is_wanted_binary(place, windows=False)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "libpyside6qml.abi3.so.6.11",
        "libstdc++.so.6",
        "libgtk-3.so.0",
        "libX11.so.6",
        "libxcb-glx.so.0",
        "libglib-2.0.so.0",
        "libfontconfig.so.1",
    ],
)
def test_linux_bundle_leaves_out_what_is_not_used_and_what_is_the_systems(place):
    """Other platforms, formats and themes; the libraries that a desktop has, which must be the desktop's own."""
    assert not is_wanted_binary(place, windows=False)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\networkinformation\\qnetworklistmanager.dll", True),
        ("PySide6/plugins/iconengines/qsvgicon.dll", True),
        ("PySide6\\msvcp140.dll", True),
        ("libcrypto-3.dll", True),
        ("python311.dll", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", False),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6\\qml\\QtQuick\\qtquick2plugin.dll", False),
        ("PySide6\\pyside6qml.abi3.dll", False),
        ("api-ms-win-crt-runtime-l1-1-0.dll", False),
        ("ucrtbase.dll", False),
    ],
)
def test_windows_bundle_is_chosen_by_its_own_names(place, wanted):
    """The same rules hold for Windows's names and either kind of slash; the software OpenGL stays out."""
    assert is_wanted_binary(place, windows=True) is wanted


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/translations/qtbase_fa.qm", True),
        ("PySide6\\translations\\qtbase_ar.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_help_ar.qm", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("translations/cashier_fa.qm", True),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("certifi/py.typed", False),
    ],
)
def test_data_is_what_the_program_reads(place, wanted):
    """Qt's own words for the languages of the program, and no others."""
    assert is_wanted_data(place) is wanted


def test_only_the_start_up_steps_that_are_needed_are_kept():
    """What PyInstaller runs before the program takes time at each start, and Linux needs none of it."""
    steps = ["pyiboot01_bootstrap", "pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_pyside6", "__main__"]
    on_linux = [step for step in steps if is_wanted_runtime_hook(step, windows=False)]
    on_windows = [step for step in steps if is_wanted_runtime_hook(step, windows=True)]
    assert on_linux == ["pyiboot01_bootstrap", "__main__"]
    assert on_windows == ["pyiboot01_bootstrap", "pyi_rth_pyside6", "__main__"]


def test_a_library_of_qt_stays_only_if_something_needs_it():
    """What a plugin or module needs stays, with what that needs in turn; what only a left-over needs goes."""
    imports = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
        "PySide6/Qt/lib/libQt6Core.so.6": [],
        "PySide6/Qt/lib/libQt6Quick.so.6": ["libQt6Qml.so.6"],
        "PySide6/Qt/lib/libQt6Qml.so.6": ["libQt6Core.so.6"],
    }
    assert unreached_qt_libraries(imports, imports.__getitem__) == {
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6Qml.so.6",
    }


def test_windows_finds_its_libraries_whatever_the_case_of_their_names():
    """There the names in a program and on the disk need not be written alike."""
    imports = {
        "PySide6\\QtGui.pyd": ["QT6GUI.dll"],
        "PySide6\\Qt6Gui.dll": ["qt6core.DLL"],
        "PySide6\\Qt6Core.dll": [],
        "PySide6\\Qt6Quick.dll": [],
    }
    assert unreached_qt_libraries(imports, imports.__getitem__) == {"PySide6\\Qt6Quick.dll"}


@pytest.mark.parametrize(
    ("place", "component"),
    [
        ("cashier", "the program and its pure Python"),
        ("cashier.exe", "the program and its pure Python"),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "Unicode data (ICU)"),
        ("_internal/PySide6/Qt6Gui.dll", "Qt's libraries"),
        ("_internal/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", "Python"),
        ("_internal/libsomething.so.1", "other libraries"),
    ],
)
def test_each_file_counts_to_one_component(place, component):
    """The table of sizes has a row for each part of the program."""
    assert component_of(place) == component
