"""Whether things may move: not where the shop or the system asks for as little of it as possible.

Qt 6.11 does not tell what the system asks for (its styles answer the same everywhere), so each system is asked itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess, QStandardPaths

from cashier.domain.choices import MotionChoice

_SPI_GETCLIENTAREAANIMATION: Final = 0x1042
# Where KDE and GTK keep it, and what says that nothing is to move.
_SETTINGS_FILES: Final = (
    ("kdeglobals", "KDE", "AnimationDurationFactor"),
    ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations"),
    ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations"),
)
_NOTHING_MOVES: Final = {"0", "0.0", "false"}
_GNOME: Final = ("gsettings", ["get", "org.gnome.desktop.interface", "enable-animations"])


class _Motion:
    """What is known of it; one for the one application."""

    def __init__(self) -> None:
        self.choice = MotionChoice.SYSTEM
        self.system_reduces: bool | None = None
        self.asking: QProcess | None = None

    def ask_gnome(self) -> None:
        """Ask GNOME, which keeps it in no file that can be read; the window waits for nothing."""
        program, arguments = _GNOME
        if not QStandardPaths.findExecutable(program):
            return
        self.asking = process = QProcess()
        process.finished.connect(self._on_answer)
        process.start(program, arguments)

    def _on_answer(self) -> None:
        if self.asking is not None:
            answer = bytes(self.asking.readAllStandardOutput().data()).decode(errors="replace")
            self.system_reduces = answer.strip() in _NOTHING_MOVES
            self.asking.deleteLater()
            self.asking = None


_motion = _Motion()


def set_motion(choice: MotionChoice) -> None:
    """Move as the system wants it, or as little as possible."""
    _motion.choice = choice


def motion_is_reduced() -> bool:
    """Say whether nothing is to move that need not."""
    if _motion.choice is MotionChoice.REDUCED:
        return True
    if _motion.system_reduces is None:
        _motion.system_reduces = (
            _windows_reduces() if sys.platform == "win32" else _files_say_so(_config_dir())
        )
        if sys.platform == "linux" and not _motion.system_reduces:
            _motion.ask_gnome()
    return _motion.system_reduces


def _config_dir() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))


def _windows_reduces() -> bool:
    import ctypes  # noqa: PLC0415  # there is no such library elsewhere

    is_animated = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined,unused-ignore]  # on Windows alone
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_animated), 0
    )
    return not is_animated.value


def _files_say_so(folder: Path) -> bool:
    """Say whether the settings of a desktop in `folder` ask for no animations."""
    from configparser import ConfigParser, Error  # noqa: PLC0415  # nothing moves before the window is there

    for name, section, key in _SETTINGS_FILES:
        parser = ConfigParser(strict=False, interpolation=None)
        try:
            parser.read(folder / name, encoding="utf-8")
        except (Error, UnicodeDecodeError, OSError):
            # Somebody else's file: whatever is wrong with it, it asks for nothing.
            continue
        if parser.get(section, key, fallback="").strip().lower() in _NOTHING_MOVES:
            return True
    return False
