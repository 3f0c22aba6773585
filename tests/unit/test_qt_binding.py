"""The binding of Qt that is installed survives a long day, keeps out of imports, and nothing below the window needs it."""

from __future__ import annotations

import os
import subprocess
import sys

MANY_VOID_CALLS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
timer, widget = QTimer(), QWidget()
for interval in range(100_000):
    timer.setInterval(interval)
    widget.update()
    widget.setToolTip("")
print("done")
"""

# What the program reads of its own and other people's sources while it is imported: each module's name and lines.
SOURCES_KEPT = """
import linecache
from cashier.qt_import import import_qt_quietly

import_qt_quietly()
linecache.clearcache()
import cashier.app
import PySide6.QtNetwork, PySide6.QtSvg
print([name for name, kept in linecache.cache.items() if len(kept) > 1])
"""

# Refuses Qt to whatever asks for it, and then imports everything below the window.
IMPORT_WITHOUT_QT = """
import importlib, importlib.abc, pkgutil, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ImportError(f"{name} is refused here")

sys.meta_path.insert(0, NoQt())
names = []
for package_name in sys.argv[1:]:
    package = importlib.import_module(package_name)
    names.append(package_name)
    for module in pkgutil.walk_packages(package.__path__, package_name + "."):
        importlib.import_module(module.name)
        names.append(module.name)
print(len(names))
"""


def test_300_000_void_calls_are_survived() -> None:
    """A binding that loses a reference to None at each of them aborts after some five thousand."""
    done = subprocess.run(  # noqa: S603  # our own text
        [sys.executable, "-c", MANY_VOID_CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_no_sources_are_held_in_memory() -> None:
    """The binding would read each module that is imported, whole, and Python keep it: twelve megabytes of the program."""
    done = subprocess.run(  # noqa: S603  # our own text
        [sys.executable, "-c", SOURCES_KEPT],
        env={**os.environ, "QT_API": "pyside6", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


def test_nothing_below_the_window_imports_qt() -> None:
    """Each module of the domain, the providers, storage, the vault, the services and the sandbox."""
    packages = ["domain", "providers", "storage", "vault", "services", "sandbox"]
    done = subprocess.run(  # noqa: S603  # our own text
        [sys.executable, "-c", IMPORT_WITHOUT_QT, *(f"cashier.{name}" for name in packages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(packages)
