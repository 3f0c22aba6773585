"""A vault that outlives a process that is killed, as a real one does, and asks nobody to unlock it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from cashier.vault.protocol import check_name, check_secret


class KeptVault:
    """Keeps secrets in a plain file of a test's own folder. Implements `Vault`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._secrets: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}

    async def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None."""
        check_name(name)
        return self._secrets.get(name)

    async def put(self, name: str, secret: str) -> None:
        """Keep `secret` as `name`."""
        check_name(name)
        check_secret(secret)
        self._secrets[name] = secret
        self._write()

    async def delete(self, name: str) -> None:
        """Forget the secret called `name`, if there is one."""
        check_name(name)
        self._secrets.pop(name, None)
        self._write()

    def _write(self) -> None:
        # Whole or not at all, however the process ends.
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(self._secrets))
        os.replace(new, self._file)  # noqa: PTH105  # says what it is for
