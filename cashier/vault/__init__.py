"""Where the shop's secrets live: the system's keyring, an encrypted file, or memory for this run."""

from cashier.vault.file_vault import FileVault
from cashier.vault.keyring_vault import KeyringVault
from cashier.vault.memory_vault import MemoryVault
from cashier.vault.protocol import (
    UnavailableReason,
    Vault,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
    VaultUnavailableError,
    WrongPassphraseError,
)

__all__ = [
    "FileVault",
    "KeyringVault",
    "MemoryVault",
    "UnavailableReason",
    "Vault",
    "VaultDamagedError",
    "VaultError",
    "VaultLockedError",
    "VaultUnavailableError",
    "WrongPassphraseError",
]
