"""Scrolls a table as a hand does, sixty times a second, and counts the frames that come too late."""

from __future__ import annotations

import asyncio
import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView

FRAME_S: Final = 1 / 60
_MS_IN_S: Final = 1000.0
# As a finger on a wheel goes, one on a touchpad, and a hand that drags the handle over all of it: by turns.
_ROWS_A_SECOND: Final = (60, 600, 6_000, 60_000)


class Scrolling(QObject):
    """Moves a table's bar each time a frame is due; a frame is done when what has moved was painted.

    Attributes:
        frames_ms: from the moment each frame was due until it was on the screen.
    """

    def __init__(self, table: QAbstractItemView, seconds: float) -> None:
        super().__init__()
        self._table = table
        self._bar = table.verticalScrollBar()
        self._frames = int(seconds / FRAME_S)
        self._number = -1
        self._position = 0.0
        self._due_s: float | None = None
        self._began_s = 0.0
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._clock = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._frame)
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._frame_done)
        self.frames_ms: list[float] = []

    @property
    def slow_percent(self) -> float:
        """How many of the frames that were due were not on the screen when the next one was due."""
        late = sum(int(frame_ms / _MS_IN_S / FRAME_S) for frame_ms in self.frames_ms)
        return 100.0 * late / self._frames

    async def run(self) -> None:
        """Scroll down for two thirds of the time, and up again."""
        self._table.viewport().installEventFilter(self)
        self._began_s = time.perf_counter()
        self._await_next()
        await self._done
        self._table.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note that the table is being painted: when the loop comes back, the frame is on the screen."""
        if event.type() == QEvent.Type.Paint and self._due_s is not None:
            self._painted.start()
        return super().eventFilter(watched, event)

    def _await_next(self) -> None:
        now_s = time.perf_counter()
        # What was due while the last frame took its time is not made up for.
        self._number = max(self._number + 1, int((now_s - self._began_s) / FRAME_S))
        if self._number >= self._frames:
            self._done.set_result(None)
            return
        self._clock.start(max(0, int((self._due_at(self._number) - now_s) * _MS_IN_S)))

    def _due_at(self, number: int) -> float:
        return self._began_s + number * FRAME_S

    def _frame(self) -> None:
        self._due_s = self._due_at(self._number)
        while time.perf_counter() < self._due_s:
            # Timers count whole milliseconds; this is what was cut off.
            pass
        speed = _ROWS_A_SECOND[int(self._number * FRAME_S) % len(_ROWS_A_SECOND)]
        way = 1 if self._number < self._frames * 2 / 3 else -1
        # A single step is a row.
        moved = self._position + way * speed * FRAME_S * self._bar.singleStep()
        self._position = min(max(0.0, moved), float(self._bar.maximum()))
        self._bar.setValue(int(self._position))

    def _frame_done(self) -> None:
        if self._due_s is not None:
            self.frames_ms.append((time.perf_counter() - self._due_s) * _MS_IN_S)
            self._due_s = None
            self._await_next()
