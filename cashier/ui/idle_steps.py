"""What can wait is done while nobody waits for it: a little at a time, in the pauses of a person's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

# The person has seen the window, and looks around.
_FIRST_AFTER_MS: Final = 2_000
# So that two steps are never felt as one.
_PAUSE_MS: Final = 250

# What the page of history brings in, in the order in which one needs the other; each takes some hundredths of a second.
_HISTORY_MODULES: Final = (
    "cashier.ui.date_range_popup",
    "cashier.ui.history_filters",
    "cashier.ui.history_head",
    "cashier.ui.history_live",
    "cashier.ui.history_details",
    "cashier.ui.pages.history_page",
)


class IdleSteps(QObject):
    """Takes steps one after the other, with a pause before each, until there are no more or it is stopped."""

    def __init__(
        self,
        steps: Iterable[Callable[[], object]],
        is_busy: Callable[[], bool],
        parent: QObject,
        *,
        first_after_ms: int = _FIRST_AFTER_MS,
        pause_ms: int = _PAUSE_MS,
    ) -> None:
        """Begin; while the person is busy, as `is_busy` says, no step is taken."""
        super().__init__(parent)
        self._steps = iter(steps)
        self._is_busy = is_busy
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_step)
        self._timer.start(first_after_ms)
        self._pause_ms = pause_ms

    @property
    def is_over(self) -> bool:
        """Whether no step is to be taken any more."""
        return not self._timer.isActive()

    def stop(self) -> None:
        """Take no more steps."""
        self._timer.stop()

    def _take_step(self) -> None:
        self._timer.setInterval(self._pause_ms)
        if self._is_busy():
            return
        step = next(self._steps, None)
        if step is None:
            self.stop()
        else:
            step()


def steps_ahead(make_history: Callable[[], object]) -> list[Callable[[], object]]:
    """Return the steps after which a QR code, and the page of history, made last, are shown without a wait."""
    return [*(partial(import_module, name) for name in ("segno", *_HISTORY_MODULES)), make_history]
