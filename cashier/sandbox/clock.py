"""The sandbox's own clock: it runs like the real one, and control can put it forward or make it wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


class SandboxClock:
    """Real time plus what control advanced, and the error with which the providers tell it.

    The error never moves an expiry or the order of events; it is only in what the providers *say*: the
    ``Date`` header and every timestamp of an answer.
    """

    def __init__(self) -> None:
        self._advanced = timedelta()
        self._told_error = timedelta()

    def reset(self) -> None:
        """Go back to real time, told rightly."""
        self._advanced = timedelta()
        self._told_error = timedelta()

    def now(self) -> datetime:
        """Return the sandbox's true time, in UTC."""
        return datetime.now(UTC) + self._advanced

    def advance(self, seconds: float) -> None:
        """Put the clock forward.

        Raises:
            ValueError: If `seconds` is negative; what happened stays happened.
        """
        if seconds < 0:
            raise ValueError("the sandbox's clock cannot be put back")
        self._advanced += timedelta(seconds=seconds)

    def set_told_error(self, seconds: float) -> None:
        """Make every provider tell a time that is `seconds` ahead of the true one (negative: behind)."""
        self._told_error = timedelta(seconds=seconds)

    @contextmanager
    def telling(self, seconds: float) -> Iterator[None]:
        """Add `seconds` to the told error while one call is answered."""
        before = self._told_error
        self._told_error = before + timedelta(seconds=seconds)
        try:
            yield
        finally:
            self._told_error = before

    def told(self, instant: datetime) -> datetime:
        """Return `instant` as the providers tell it."""
        return instant + self._told_error

    def understood(self, told: datetime) -> datetime:
        """Return the true instant of a time that a caller took from a provider's answer."""
        return told - self._told_error

    def date_header(self) -> str:
        """Return the told time of now, as HTTP writes it."""
        return format_datetime(self.told(self.now()), usegmt=True)
