"""Ends this process by SIGKILL just before one of its steps: one call that changes files, or one statement of SQL.

The steps are counted from `arm` on, so that each of them can be named by its number. The program itself knows of none of this.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

# Every call by which the program changes what stands on the disk, but for the writing itself, which is whole or not.
_CALLS = ("open", "replace", "unlink", "rmdir", "mkdir", "fsync")


class StepKiller:
    """Counts the steps of this process and ends it before one.

    Args:
        kill_before: the number of that step, from 1; 0 only counts.
        told: a file that gets the name of each step as it is taken; None for nowhere.

    Attributes:
        steps: how many were taken since it was armed.
    """

    def __init__(self, kill_before: int, told: Path | None = None) -> None:
        self._kill_before = kill_before
        self._told = None if told is None else told.open("a", encoding="utf-8")
        self.steps = 0
        self._is_armed = False

    def install(self) -> None:
        """Wrap what this process changes files with, and every connection it opens from here on."""
        for name in _CALLS:
            setattr(os, name, self._watched(name, getattr(os, name)))
        apsw.connection_hooks.append(self._watch)

    def arm(self) -> None:
        """Count from here on."""
        self._is_armed = True

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            if name != "open" or (len(arguments) > 1 and arguments[1] & os.O_CREAT):
                self._step(f"os.{name}")
            return call(*arguments, **named)

        return watched

    def _watch(self, connection: apsw.Connection) -> None:
        def before(_: apsw.Cursor, statement: str, __: Any) -> bool:
            words = statement.split()
            if words[:1] not in (["SELECT"], ["--"]):
                self._step(" ".join(["sql", *words[:3]]))
            return True

        connection.exec_trace = before

    def _step(self, name: str) -> None:
        if not self._is_armed:
            return
        self.steps += 1
        if self._told is not None:
            self._told.write(f"{name}\n")
            self._told.flush()
        if self.steps == self._kill_before:
            os.kill(os.getpid(), signal.SIGKILL)
