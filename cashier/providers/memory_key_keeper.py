"""Keeps a provider's key for as long as one client lives."""

from __future__ import annotations

import asyncio

from cashier.providers.api_key import ApiKey


class MemoryKeyKeeper:
    """Keeps a key in memory: for a client that only proves settings. Implements `KeyKeeper`.

    Args:
        first_key: what to begin with; empty for none.
        lock: of the account, if it has other clients.
    """

    def __init__(self, first_key: str = "", lock: asyncio.Lock | None = None) -> None:
        self._key = ApiKey(key=first_key, expires_at=None) if first_key else None
        self._lock = lock or asyncio.Lock()

    @property
    def lock(self) -> asyncio.Lock:
        """Held while the key is renewed."""
        return self._lock

    async def load(self) -> ApiKey | None:
        """Return the key, if there is one."""
        return self._key

    async def keep(self, key: ApiKey) -> None:
        """Keep a renewed key."""
        self._key = key
