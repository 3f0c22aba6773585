"""A clock that can be put forward, together with the sandbox's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class MovableClock:
    """The machine's time, plus what it was put forward by."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return its present time, aware, UTC."""
        return datetime.now(UTC) + self._ahead

    def advance(self, seconds: float) -> None:
        """Put it forward.

        Raises:
            ValueError: if `seconds` is negative; nothing in a till expects time to go back.
        """
        if seconds < 0:
            raise ValueError("the clock cannot be put back")
        self._ahead += timedelta(seconds=seconds)
