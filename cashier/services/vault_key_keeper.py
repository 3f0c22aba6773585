"""Keeps an account's renewed API key in the vault, with when it runs out.

The expiry names the key it belongs to, so that it says nothing of another one: of a key that the owner has typed
since, or of an older one when the program was ended between the two writes.
"""

from __future__ import annotations

import asyncio
import hashlib
from datetime import UTC, datetime

from cashier.domain.account import Account
from cashier.providers.api_key import ApiKey
from cashier.providers.errors import KeyNotKeptError
from cashier.vault.protocol import Vault, VaultError

KEY_NAME = "api_key"
# Not a field of the account: nobody types it.
EXPIRY_NAME = "api_key_expires_at"


class VaultKeyKeeper:
    """Keeps one account's key in the vault. Implements `KeyKeeper`."""

    def __init__(self, vault: Vault, account: Account) -> None:
        self._vault = vault
        self._key_name = account.secret_name(KEY_NAME)
        self._expiry_name = account.secret_name(EXPIRY_NAME)
        self._lock = asyncio.Lock()

    @property
    def lock(self) -> asyncio.Lock:
        """Held while the key is renewed, by whichever of the account's clients."""
        return self._lock

    async def load(self) -> ApiKey | None:
        """Return the key that is in the vault; None if there is none.

        Raises:
            KeyNotKeptError: if the vault cannot be read.
        """
        try:
            key = (await self._vault.get(self._key_name) or "").strip()
            expiry = await self._vault.get(self._expiry_name) if key else None
        except VaultError as error:
            raise KeyNotKeptError(f"the vault could not be read ({type(error).__name__})") from error
        return ApiKey(key=key, expires_at=_expiry_of(key, expiry or "")) if key else None

    async def keep(self, key: ApiKey) -> None:
        """Put a renewed key into the vault, and then when it runs out.

        Raises:
            KeyNotKeptError: if the vault does not take it.
        """
        try:
            await self._vault.put(self._key_name, key.key)
            if key.expires_at is not None:
                expiry = f"{key.expires_at.astimezone(UTC).isoformat()} {_fingerprint(key.key)}"
                await self._vault.put(self._expiry_name, expiry)
        except VaultError as error:
            raise KeyNotKeptError(f"the vault did not take the new key ({type(error).__name__})") from error


def _expiry_of(key: str, kept: str) -> datetime | None:
    told, _, fingerprint = kept.partition(" ")
    if fingerprint != _fingerprint(key):
        return None
    # Written by `keep` alone: anything else here is damage, and is not hidden.
    return datetime.fromisoformat(told)


def _fingerprint(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]
