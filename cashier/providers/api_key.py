"""A provider's key that runs out, and where a renewed one is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The event loop's library takes its time to import, and the catalogue is read at start-up.
    from asyncio import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A key.

    Attributes:
        key: a secret.
        expires_at: by our own clock, UTC; None if nobody knows.
    """

    key: str = field(repr=False)
    expires_at: datetime | None


class KeyKeeper(Protocol):
    """Keeps the key of one account for all of its clients."""

    @property
    def lock(self) -> Lock:
        """Held while the key is renewed: the same for all clients of the account, so that renewals never overlap."""

    async def load(self) -> ApiKey | None:
        """Return the key as it was kept last, by whichever client; None if there is none.

        Raises:
            KeyNotKeptError: if the place where it is kept cannot be read.
        """

    async def keep(self, key: ApiKey) -> None:
        """Keep a renewed key in place of the old one; it is stored when this returns.

        Raises:
            KeyNotKeptError: if it could not be stored; it must not be used then.
        """
