"""The program in a process of its own, on a profile: told what to do by lines, and saying how it is by JSON lines.

Started as `python program_process.py PROFILE`. It says how its window is once that is shown and whenever it was
minimised or brought back. Lines it takes: `minimise`, `look`, `leave`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import structlog
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from cashier.app import Application
from cashier.launch import Launch
from cashier.run import run_application
from cashier.services.preferences import Language
from cashier.ui.main_window import MainWindow
from cashier.vault import MemoryVault


class _Watcher(QObject):
    """Says when the window is minimised or brought back."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look only."""
        if event.type() == QEvent.Type.WindowStateChange and isinstance(watched, MainWindow):
            _tell(watched)
        return False


async def drive(application: Application) -> int:
    """Do as told until the program ends."""
    window = application.window
    watcher = _Watcher(window)
    window.installEventFilter(watcher)
    await application.settled()
    _tell(window)
    while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
        if line == "minimise":
            window.showMinimized()
        elif line == "look":
            _tell(window)
        else:
            window.close()
            break
    await application.ended()
    return 0


def _said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def _tell(window: MainWindow) -> None:
    told = {"minimised": window.isMinimized(), "active": window.isActiveWindow(), "said": _said(window)}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    # What goes to stdout is for whoever started this.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    launch = Launch(profile=Path(sys.argv[1]), vault=MemoryVault(), language=Language.ENGLISH)
    sys.exit(run_application(launch, drive))
