"""What belongs in the bundle, and what of Qt and of the building machine does not.

Pure rules over the places files have in the bundle, with slashes; the same on Linux and on Windows, so that those of one
system can be tested on the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

# Imported by compiled code or by name only: no import statement tells of them.
HIDDEN_IMPORTS: Final = (
    "apsw.aio",
    "apsw.ext",
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.chainer",
    "keyring.backends.fail",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.null",
)
"""Modules that nothing is seen to import."""

EXCLUDED_MODULES: Final = (
    # What Qt has besides, and ours does not use.
    "PySide6.QtConcurrent",
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickControls2",
    "PySide6.QtQuickTest",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtSvgWidgets",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    "PyQt5",
    "PyQt6",
    "PySide2",
    # Brought in by what is used, for what is not: command lines, colours in a terminal, builds.
    "_pytest",
    "curses",
    "distutils",
    "httptools",
    "httpx._main",
    "keyring.backends.macOS.api",
    "lib2to3",
    "lxml",
    "markdown_it",
    "numpy",
    "pandas",
    "PIL",
    "pip",
    "pkg_resources",
    "pycparser",
    "pydoc_data",
    "pygments",
    "pytest",
    "readline",
    "rich",
    "setuptools",
    "sqlite3",
    "tkinter",
    "trio",
    "trove_classifiers",
    "uvloop",
    "watchfiles",
    "websockets",
    "wsproto",
    "yaml",
)
"""Modules that are left out."""

_PLUGINS: Final = frozenset({
    "iconengines/qsvgicon",
    "imageformats/qjpeg",
    "imageformats/qsvg",
    "networkinformation/qglib",
    "networkinformation/qnetworklistmanager",
    "networkinformation/qnetworkmanager",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    "platforms/qoffscreen",
    "platforms/qwayland",
    "platforms/qwindows",
    "platforms/qxcb",
    "platformthemes/qxdgdesktopportal",
    "printsupport/cupsprintersupport",
    "wayland-decoration-client/bradient",
    "wayland-shell-integration/xdg-shell",
})  # fmt: skip
# Without their OpenGL, which a program of widgets does not draw with, the platforms start sooner.

_QT_TRANSLATIONS: Final = frozenset({"qtbase_ar.qm", "qtbase_fa.qm"})

# Of the building machine only what Python's own modules need, and what of X11 many desktops lack. The C library, X11,
# fonts, D-Bus, the C++ library and OpenGL belong to the machine the program runs on: two of one kind in a process, one
# of them older than the machine's own drivers ask for, do not go together.
_SYSTEM_LIBRARIES: Final = re.compile(
    r"lib("
    r"python3|crypto|ssl|ffi|lzma|bz2|uuid|mpdec"
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util)"
    r")[-.0-9]"
)
_PLUGIN: Final = re.compile(
    r"PySide6/(?:Qt/)?plugins/(?P<kind>[^/]+)/(?:lib)?(?P<name>[^/]+?)\.(?:so|dll|dylib)"
)
_QT_LIBRARY: Final = re.compile(r"(?:^|/)(?:lib)?(?P<name>Qt6\w+)\.(?:so(?:\.[0-9]+)*|dll)$")
# The graphics processor drawn in software, for OpenGL and Direct3D: of no use to widgets.
_NOT_NEEDED_ON_WINDOWS: Final = re.compile(r"(?:^|/)(?:opengl32sw|d3dcompiler_[0-9]+|libGLESv2|libEGL)\.dll$")
_QML: Final = re.compile(r"PySide6/(?:Qt/)?qml/|(?:^|/)(?:lib)?pyside6qml\.")
_API_SET: Final = re.compile(r"(?:^|/)(?:api-ms-win-.*|ucrtbase)\.dll$")
# By this PyInstaller tells Qt where its plugins lie, and tells every program that is started from ours as well. On Linux
# Qt for Python says it to Qt alone.
_NEEDED_ON_WINDOWS: Final = "pyi_rth_pyside6"


def is_wanted_binary(place: str, *, windows: bool) -> bool:
    """Say whether a library, plugin or compiled module has a place in the bundle, by where it would lie in it.

    Whether a library of Qt's is needed is for `unreached_qt_libraries` to say.
    """
    place = place.replace("\\", "/")
    if plugin := _PLUGIN.match(place):
        return f"{plugin['kind']}/{plugin['name']}" in _PLUGINS
    if _QML.search(place):
        return False
    if windows:
        # Windows 10 and newer have these themselves.
        return not (_NOT_NEEDED_ON_WINDOWS.search(place) or _API_SET.search(place))
    # At the top lie the libraries of the machine, beside the links to Qt's own.
    name = place.rpartition("/")[2]
    is_of_machine = "/" not in place and re.match(r"lib.*\.so(\.|$)", name) is not None
    is_of_wheel = re.match(r"lib(Qt6|icu|pyside6|shiboken6)", name) is not None
    return not is_of_machine or is_of_wheel or _SYSTEM_LIBRARIES.match(name) is not None


def is_wanted_data(place: str) -> bool:
    """Say the same of a file that is no code."""
    place = place.replace("\\", "/")
    if re.match(r"PySide6/(Qt/)?translations/", place):
        return place.rpartition("/")[2] in _QT_TRANSLATIONS
    if re.match(r"PySide6/(Qt/)?(qml|resources|metatypes)/", place):
        return False
    return not place.endswith((".pyi", "/py.typed"))


def is_wanted_runtime_hook(name: str, *, windows: bool) -> bool:
    """Say whether a step that PyInstaller puts before the program is worth its time.

    What is left out has the sources of frozen modules found and lets `multiprocessing` start frozen processes: nobody
    does either, and they cost the start the import of `inspect`, `subprocess` and a dozen others.
    """
    return not name.startswith("pyi_rth_") or (windows and name == _NEEDED_ON_WINDOWS)


def unreached_qt_libraries(places: Iterable[str], imports_of: Callable[[str], Iterable[str]]) -> set[str]:
    """Return which of `places` are libraries of Qt's that nothing else there needs.

    Args:
        places: of everything compiled that is in the bundle.
        imports_of: the names of the libraries that the one at a place is linked to.
    """
    by_name: Mapping[str, list[str]] = _by_name(places)
    libraries = {place for place in places if _QT_LIBRARY.search(place.replace("\\", "/"))}
    reached = {place for place in places if place not in libraries}
    to_look_at = list(reached)
    while to_look_at:
        for name in imports_of(to_look_at.pop()):
            for place in by_name.get(name.lower(), []):
                if place not in reached:
                    reached.add(place)
                    to_look_at.append(place)
    return libraries - reached


def component_of(place: str) -> str:
    """Return which part of the program a file in the bundle belongs to, in a word or two."""
    place = place.replace("\\", "/").removeprefix("_internal/")
    for component, pattern in _COMPONENTS:
        if re.search(pattern, place):
            return component
    return "other libraries"


def _by_name(places: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(place.replace("\\", "/").rpartition("/")[2].lower(), []).append(place)
    return found


_COMPONENTS: Final = (
    ("the program and its pure Python", r"^cashier(\.exe)?$"),
    ("fonts, icons, texts, database steps", r"^(resources|translations|cashier)/"),
    ("Unicode data (ICU)", r"(^|/)libicu"),
    ("Qt's plugins", r"^PySide6/(Qt/)?plugins/"),
    ("Qt's words", r"^PySide6/(Qt/)?translations/"),
    ("Qt's libraries", r"(^|/)(lib)?Qt6\w+\.(so|dll)"),
    ("Qt for Python", r"^(PySide6|shiboken6)/|^lib(pyside6|shiboken6)|^(pyside6|shiboken6)"),
    ("Python", r"^(lib)?python3|^base_library\.zip$|^lib-dynload/"),
    ("SQLite (apsw)", r"^apsw"),
    ("cryptography", r"^(cryptography|_cffi_backend|argon2|_argon2)|^lib(crypto|ssl)"),
    ("time zones", r"^tzdata"),
)
