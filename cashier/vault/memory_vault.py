"""A vault that forgets everything when the program ends."""

from __future__ import annotations

from cashier.vault.protocol import check_name, check_secret


class MemoryVault:
    """Keeps secrets for this run only; what a person may choose where nothing safer exists."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None."""
        check_name(name)
        return self._secrets.get(name)

    async def put(self, name: str, secret: str) -> None:
        """Keep `secret` as `name` until the program ends."""
        check_name(name)
        check_secret(secret)
        self._secrets[name] = secret

    async def delete(self, name: str) -> None:
        """Forget the secret called `name`, if there is one."""
        check_name(name)
        self._secrets.pop(name, None)
