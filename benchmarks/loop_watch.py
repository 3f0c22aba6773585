"""Watches whether the event loop stays awake."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import Qt, QTimer

_TICK_MS: Final = 5
_MS_IN_S: Final = 1000.0


class LoopWatch:
    """Ticks every 5 ms for as long as the block lasts.

    Attributes:
        gaps_ms: the time between each two ticks, the end of the block counted as one.
    """

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._last_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def longest_gap_ms(self) -> float:
        """The longest time between two ticks."""
        return max(self.gaps_ms, default=0.0)

    def __enter__(self) -> Self:
        self._last_s = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.stop()
        self._tick()

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self.gaps_ms.append((now_s - self._last_s) * _MS_IN_S)
        self._last_s = now_s
