"""Coroutines started by a click, owned by the screen that started them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

_log = structlog.get_logger(__name__)


class TaskOwner:
    """Runs coroutines for one screen, and cancels what is left when the screen goes.

    An exception that the coroutine did not handle itself is a fault of ours: it is logged with its stack and handed
    to `on_unexpected`, so that the person is told instead of a button that silently does nothing.

    Attributes:
        on_unexpected: for what the screen shows over itself, whose faults are told in the same place.
    """

    def __init__(self, on_unexpected: Callable[[BaseException], None]) -> None:
        self.on_unexpected = on_unexpected
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine on the event loop; it ends with the screen at the latest."""
        task = asyncio.get_event_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def cancel_all(self) -> None:
        """Stop everything that is under way; steps with money belong to their service and go on."""
        for task in list(self._tasks):
            task.cancel()

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            _log.error("screen_task_failed", exc_info=error)
            self.on_unexpected(error)
