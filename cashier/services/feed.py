"""Tells whoever listens that something has changed, after it was committed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import structlog

_log = structlog.get_logger(__name__)
_T = TypeVar("_T")


class Feed(Generic[_T]):
    """A list of listeners, each called with every change, in order, on the event loop."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[_T], None]] = []

    def subscribe(self, listener: Callable[[_T], None]) -> Callable[[], None]:
        """Call `listener` with every change from now on; returns what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, change: _T) -> None:
        """Call every listener with a change; one that breaks is logged, and stops nobody else."""
        for listener in list(self._listeners):
            try:
                listener(change)
            except Exception:  # noqa: BLE001  # what is told is committed: no fault of a listener may break that step
                _log.exception("listener_broke")
