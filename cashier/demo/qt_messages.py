"""What Qt complains about while the tour runs: each complaint is a fault of ours until proven otherwise."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Final, Self

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# What the offscreen platform says of itself at every show(), tooltip and popup; it tells nothing of the program.
_OFFSCREEN_TALK: Final = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)


class QtMessages:
    """Collects Qt's warnings while the block runs, and passes them on to standard error."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = qInstallMessageHandler(self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        qInstallMessageHandler(self._before)

    def _note(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} or message in _OFFSCREEN_TALK:
            return
        self.warnings.append(message)
        sys.stderr.write(message + "\n")
