"""What every vault promises, and what can go wrong with one.

    VaultError
    ├── VaultUnavailableError   the place that holds the secrets cannot be reached or written; says why
    ├── VaultLockedError        it is there, but the person did not unlock it
    ├── WrongPassphraseError    the encrypted file is whole, and this passphrase does not open it
    └── VaultDamagedError       what was stored cannot be read back

No message of these ever holds a secret.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Protocol

# What a keyring of any system takes as a name; "#" is left out because a vault may number parts with it.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}")


class VaultError(Exception):
    """A vault could not do what was asked; nothing it held before is lost by that."""


class UnavailableReason(Enum):
    """Why a vault cannot be used on this machine."""

    NO_KEYRING = "no_keyring"  # the system offers none
    UNSAFE_KEYRING = "unsafe_keyring"  # one is set up, but it is not the system's or does not encrypt
    KEYRING_FAILED = "keyring_failed"  # there is one, and it does not work
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_UNWRITABLE = "file_unwritable"  # a full disk, a folder without permission; nothing was changed


class VaultUnavailableError(VaultError):
    """The place that holds the secrets cannot be reached or written.

    Attributes:
        reason: why, for the program to choose its words by; the message is for the log.
    """

    def __init__(self, message: str, *, reason: UnavailableReason) -> None:
        super().__init__(message)
        self.reason = reason


class VaultLockedError(VaultError):
    """The keyring is locked and was not unlocked; asking again may succeed."""


class WrongPassphraseError(VaultError):
    """The passphrase does not open the file."""


class VaultDamagedError(VaultError):
    """What was stored cannot be read back whole."""


class Vault(Protocol):
    """Secrets by name.

    A name is one to 200 of `A-Za-z0-9._:/@-`, beginning with a letter or digit; a secret is any text
    that is valid Unicode. Calls may be made at the same time: each put is seen whole or not at all. A call
    that is cancelled may still take effect.
    """

    async def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None if there is none.

        Raises:
            ValueError: `name` is not a valid name.
            VaultError: it could not be read.
        """
        ...

    async def put(self, name: str, secret: str) -> None:
        """Keep `secret` as `name`, in place of what was there; it is stored when this returns.

        Raises:
            ValueError: `name` is not a valid name, or `secret` not valid text.
            VaultError: it could not be stored.
        """
        ...

    async def delete(self, name: str) -> None:
        """Forget the secret called `name`; one that does not exist is no error.

        Raises:
            ValueError: `name` is not a valid name.
            VaultError: it could not be deleted.
        """
        ...


def check_name(name: str) -> None:
    """Refuse a name that some vault could not keep.

    Raises:
        ValueError: `name` is not a valid name.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a name for a secret: {name!r}")


def check_secret(secret: str) -> None:
    """Refuse text that cannot be written as UTF-8; the error does not hold it.

    Raises:
        ValueError: `secret` holds half a surrogate pair.
    """
    try:
        secret.encode()
    except UnicodeEncodeError:
        # Not chained: a UnicodeEncodeError carries the whole text it choked on.
        raise ValueError("the secret is not valid text") from None
