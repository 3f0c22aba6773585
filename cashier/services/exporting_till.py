"""Writing everything of a till into a folder that the shop owns: its file, its secrets encrypted, and what to do with it."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable
from pathlib import Path

from cashier.domain.backup import BackupPlace
from cashier.services.bringing_in import EXPORTED_FILE, EXPORTED_SECRETS, secret_names
from cashier.services.session import Session
from cashier.storage import accounts, backup_check, backup_files, events, file_steps
from cashier.storage.database import Database
from cashier.vault.file_vault import MIN_PASSPHRASE_CHARACTERS, FileVault, is_long_enough
from cashier.vault.protocol import Vault

EXPORTED_README = "README.txt"


async def write_export(
    database: Database,
    vault: Vault,
    session: Session,
    folder: Path,
    passphrase: str,
    *,
    readme: str,
    manager_id: str,
    goes_on: Callable[[], bool],
) -> Path:
    """Write it into a new folder in `folder`, and return that. As `BackupService.export_everything`."""
    if not is_long_enough(passphrase):
        raise ValueError(f"the passphrase is shorter than {MIN_PASSPHRASE_CHARACTERS} characters")
    target = folder / f"Cashier {session.clock.now():%Y-%m-%d %H-%M-%S}"
    beside = target.with_name(f"{target.name}.part")

    def write_file() -> None:
        with (
            database.own_reader() as connection,
            backup_files.problem_named(BackupPlace.SECOND),
        ):
            if not folder.is_dir():
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
            beside.mkdir(mode=0o700)
            expected = backup_files.copy(connection, beside / EXPORTED_FILE, goes_on)
            backup_check.check_whole(beside / EXPORTED_FILE, goes_on, expected)

    def write_rest() -> None:
        with backup_files.problem_named(BackupPlace.SECOND):
            file_steps.write_private_file(beside / EXPORTED_README, readme.encode("utf-8-sig"))
            file_steps.move(beside, target)

    def clear_away() -> None:
        if beside.is_dir():
            file_steps.remove_folder(beside)

    try:
        await asyncio.to_thread(write_file)
        exported = await FileVault.create(beside / EXPORTED_SECRETS, passphrase)
        for name in secret_names(await database.read(accounts.in_use)):
            if (secret := await vault.get(name)) is not None:
                await exported.put(name, secret)
        await asyncio.to_thread(write_rest)
    except BaseException:
        await asyncio.to_thread(clear_away)
        raise
    await database.write(
        lambda connection: events.append(
            connection, session.event("till", session.till_id, "exported", operator_id=manager_id)
        )
    )
    return target
