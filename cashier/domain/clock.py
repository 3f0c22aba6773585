"""Where the time comes from: passed to whatever needs it, so that a test can bring its own."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present time, aware, UTC."""
