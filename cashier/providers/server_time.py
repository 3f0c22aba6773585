"""What a provider's server says of the time: every answer bears it, so every call compares the clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerTime:
    """One comparison of this machine's clock with a server's.

    Attributes:
        source: whose clock it is: the base URL that was called.
        told: the server's time as it answered, aware, UTC, in whole seconds.
        ours: this machine's time at the middle of the call, aware, UTC.
    """

    source: str
    told: datetime
    ours: datetime

    @property
    def ahead(self) -> timedelta:
        """How far this machine's clock is ahead of the server's; negative if it is behind."""
        return self.ours - self.told


ServerTimeListener = Callable[[ServerTime], None]
"""Is told of every comparison, on the event loop, before the answer is handed on."""
