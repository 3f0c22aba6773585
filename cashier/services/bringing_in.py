"""Bringing a till to another machine: everything of it in one folder that the shop owns, and out of it again.

The folder holds the till's file, as a backup does, and its secrets in a file of their own, encrypted under a passphrase. The
history can be read by whoever has the folder; the keys and PINs cannot.

NoExportError    the folder is not one that was made so
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import apsw

from cashier.domain.account import Account
from cashier.domain.backup import BackupContents
from cashier.domain.clock import Clock
from cashier.domain.operator import Operator, Role
from cashier.domain.restoring import RestoreCause, Restored
from cashier.providers.catalogue import PROVIDERS
from cashier.services.operator_pin import (
    PEPPER_NAME,
    hash_pin_in_thread,
    load_pepper,
    make_pepper,
    verify_pin_in_thread,
)
from cashier.services.operators import WrongPinError
from cashier.services.restoring import TillInUseError, is_anyones, put_in_place
from cashier.services.vault_key_keeper import EXPIRY_NAME
from cashier.storage import accounts, backup_check, operators, settings
from cashier.storage.errors import NotABackupError
from cashier.vault.file_vault import FileVault
from cashier.vault.protocol import Vault

EXPORTED_FILE: Final = "till.db"
EXPORTED_SECRETS: Final = "secrets.vault"


class NoExportError(Exception):
    """The folder does not hold a till's file and its secrets."""


async def look_at_export(folder: Path) -> BackupContents:
    """Return what the till's file in a folder holds.

    Raises:
        NoExportError: if there is no such file, or no secrets are beside it.
        BackupFileError: if it cannot be used.
    """

    def look() -> BackupContents:
        file = folder / EXPORTED_FILE
        if not file.is_file() or not (folder / EXPORTED_SECRETS).is_file():
            raise NoExportError(f"{folder} holds no till")
        return backup_check.contents(file)

    return await asyncio.to_thread(look)


async def look_at_backup(file: Path) -> BackupContents:
    """Return what a backup alone holds, once all of it has been looked through.

    Raises:
        BackupFileError: if it cannot be used.
    """

    def look() -> BackupContents:
        backup_check.check_whole(file, lambda: True)
        return backup_check.contents(file)

    return await asyncio.to_thread(look)


async def import_everything(
    database: Path, folder: Path, passphrase: str, *, pin: str, vault: Vault, clock: Clock
) -> Restored:
    """Bring a till in from a folder that `BackupService.export_everything` made, with its secrets.

    Args:
        database: where its file is to be; not open. A till at which nobody works yet is set aside.
        folder: what was exported.
        passphrase: it was exported with.
        pin: of any manager of that till.
        vault: where its secrets go.
        clock: of the till.

    Raises:
        TillInUseError: if somebody works at this till already.
        NoExportError: if the folder is not one of those.
        WrongPassphraseError: if the passphrase does not open the secrets. Other kinds of `VaultError` likewise.
        WrongPinError: if the PIN is no manager's.
        BackupFileError, BackupFailedError: as `restore`.
    """
    contents = await look_at_export(folder)
    exported = await FileVault.open(folder / EXPORTED_SECRETS, passphrase)
    people, shops_accounts = await asyncio.to_thread(_read, database, contents.path)
    pepper = await load_pepper(exported)
    if not await _is_of_a_manager(people, pepper, pin):
        raise WrongPinError("the PIN is no manager's")
    # Before the file: a till that is open can be worked with. What is in the vault without a till does no harm.
    for name in secret_names(shops_accounts):
        if (secret := await exported.get(name)) is not None:
            await vault.put(name, secret)
    return await asyncio.to_thread(
        put_in_place, database, contents, RestoreCause.IMPORTED, clock, also=_forget_this_machine
    )


async def import_backup(
    database: Path, contents: BackupContents, *, new_pin: str, vault: Vault, clock: Clock
) -> Restored:
    """Bring a till in from a backup alone, its old machine being lost: its history, and none of its secrets.

    The accounts' keys have to be typed again, on its old machine too: no PIN of that till was asked for. PINs cannot be
    checked without what was in the old vault: the first manager gets a new one, and everyone else is no longer in
    service.

    Raises:
        PinError: if the new PIN is too short for a manager, or common.
        TillInUseError, VaultError, BackupFileError, BackupFailedError: as `import_everything`.
    """
    people, shops_accounts = await asyncio.to_thread(_read, database, contents.path)
    manager = next((one for one in people if one.role is Role.MANAGER), None)
    if manager is None:
        raise NotABackupError(f"{contents.path} is of a till that nobody works at")
    pin_hash = await hash_pin_in_thread(await make_pepper(vault), new_pin, is_manager=True)
    for name in secret_names(shops_accounts):
        if name != PEPPER_NAME:
            await vault.delete(name)

    def change(connection: apsw.Connection) -> None:
        _forget_this_machine(connection)
        operators.save(connection, replace(manager, pin_hash=pin_hash, failed_tries=0, last_failed_at=None))
        for other in operators.in_service(connection):
            if other.id != manager.id:
                operators.save(connection, replace(other, removed_at=clock.now()))

    return await asyncio.to_thread(
        put_in_place, database, contents, RestoreCause.IMPORTED, clock, also=change
    )


def secret_names(shops_accounts: Sequence[Account]) -> list[str]:
    """Return the vault's names of everything a till with these accounts may keep there."""
    return [
        PEPPER_NAME,
        *(
            account.secret_name(field)
            for account in shops_accounts
            for field in (*PROVIDERS[account.provider].secret_names, EXPIRY_NAME)
        ),
    ]


def _read(database: Path, file: Path) -> tuple[list[Operator], list[Account]]:
    """Return who works at the till in a file, and its accounts, if it may be brought in here."""
    if is_anyones(database):
        raise TillInUseError(f"somebody works at {database}")
    with backup_check.opened(file) as connection:
        return operators.in_service(connection), accounts.in_use(connection)


async def _is_of_a_manager(people: Sequence[Operator], pepper: bytes, pin: str) -> bool:
    for operator in people:
        if operator.role is Role.MANAGER and await verify_pin_in_thread(pepper, pin, operator.pin_hash):
            return True
    return False


def _forget_this_machine(connection: apsw.Connection) -> None:
    """Let go of what was true of the other machine only."""
    settings.forget(connection, "backup_folder")
