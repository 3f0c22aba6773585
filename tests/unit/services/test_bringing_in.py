"""A till moves to another machine, or comes back from a backup after its file was damaged or its machine lost."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from cashier.domain.restoring import RestoreCause
from cashier.sandbox.credentials import PAYSTAR_ACCESS_PASSWORD, PAYSTAR_REFRESH_TOKEN
from cashier.services.bringing_in import (
    NoExportError,
    import_backup,
    import_everything,
    look_at_export,
    secret_names,
)
from cashier.services.operator_pin import PEPPER_NAME, PinError
from cashier.services.operators import WrongPinError
from cashier.services.restoring import TillInUseError, recover_damaged
from cashier.storage import accounts, backup_check, events, profile_files, settings
from cashier.storage.database import Database
from cashier.storage.errors import (
    BackupFailedError,
    DatabaseDamagedError,
    NoGoodBackupError,
    NotABackupError,
)
from cashier.vault import MemoryVault, WrongPassphraseError

PASSPHRASE = "a made-up passphrase"
NEW_PIN = "735914"


@asynccontextmanager
async def _set_up(tills: Any) -> Any:
    """Open a till with a manager and an account, whose secrets are in the vault."""
    async with tills() as till:
        manager = await tills.manager(till)
        account = await tills.paystar(till)
        await till.database.write(lambda connection: settings.put(connection, "marked", "here"))
        yield till, account, {"manager_id": manager.id, "pin": tills.MANAGER_PIN}


async def _exported(tills: Any, folder: Path) -> Path:
    async with _set_up(tills) as (till, _, by_manager):
        await till.backups.choose_second_folder(folder)
        return await till.backups.export_everything(folder, PASSPHRASE, readme="راهنما", **by_manager)  # type: ignore[no-any-return]


def _new_machine(tills: Any, folder: Path) -> Path:
    """Let the next till be another machine's, with a vault of its own."""
    tills.path = folder / "new machine" / "till.sqlite3"
    tills.vault = MemoryVault()
    return tills.path  # type: ignore[no-any-return]


# Everything in one folder


def test_everything_comes_to_another_machine(tills: Any, tmp_path: Path) -> None:
    """The file, the accounts' secrets and the PINs; what was true of the old machine stays there."""

    async def story() -> None:
        folder = await _exported(tills, tmp_path)
        assert (folder / "README.txt").read_text(encoding="utf-8-sig") == "راهنما"
        content = b"".join(file.read_bytes() for file in folder.iterdir())
        for secret in (PAYSTAR_ACCESS_PASSWORD, PAYSTAR_REFRESH_TOKEN, await tills.vault.get(PEPPER_NAME)):
            assert secret.encode() not in content
        old_vault = tills.vault
        path = _new_machine(tills, tmp_path)
        # As a first run leaves it: opened, and nobody works there.
        await (await Database.open(path)).close()
        contents = await look_at_export(folder)
        assert [one.provider for one in contents.accounts] == ["paystar"]
        restored = await import_everything(
            path, folder, PASSPHRASE, pin=tills.MANAGER_PIN, vault=tills.vault, clock=tills.clock
        )
        assert restored.cause is RestoreCause.IMPORTED
        async with tills() as till:
            assert await till.database.read(lambda c: settings.get(c, "marked")) == "here"
            (manager,) = await till.operators.in_service()
            await till.operators.check_manager(manager.id, tills.MANAGER_PIN)
            for name in secret_names(await till.accounts.in_use()):
                assert await tills.vault.get(name) == await old_vault.get(name)
            assert till.preferences.current.backup_folder == ""
            assert await till.database.read(events.first_broken_link) is None
            # It is this till now: nothing is brought in over it.
            assert await till.backups.backups() == []
        with pytest.raises(TillInUseError):
            await import_everything(
                path, folder, PASSPHRASE, pin=tills.MANAGER_PIN, vault=tills.vault, clock=tills.clock
            )

    asyncio.run(story())


def test_without_passphrase_or_pin_nothing_is_brought_in(tills: Any, tmp_path: Path) -> None:
    """Nor from another folder; the vault stays as empty as it was."""

    async def story() -> None:
        folder = await _exported(tills, tmp_path)
        path = _new_machine(tills, tmp_path)
        known = {"vault": tills.vault, "clock": tills.clock}
        with pytest.raises(WrongPassphraseError):
            await import_everything(path, folder, "another passphrase", pin=tills.MANAGER_PIN, **known)
        with pytest.raises(WrongPinError):
            await import_everything(path, folder, PASSPHRASE, pin="111111", **known)
        with pytest.raises(NoExportError):
            await import_everything(path, tmp_path, PASSPHRASE, pin=tills.MANAGER_PIN, **known)
        assert await tills.vault.get(PEPPER_NAME) is None

    asyncio.run(story())
    assert not tills.path.exists()


def test_an_export_needs_a_managers_pin_a_passphrase_and_a_folder(tills: Any, tmp_path: Path) -> None:
    """What cannot be written leaves nothing behind."""

    async def story() -> None:
        async with _set_up(tills) as (till, _, by_manager):
            with pytest.raises(WrongPinError):
                await till.backups.export_everything(
                    tmp_path, PASSPHRASE, readme="", manager_id=by_manager["manager_id"], pin="111111"
                )
            with pytest.raises(ValueError, match="passphrase"):
                await till.backups.export_everything(tmp_path, "short", readme="", **by_manager)
            with pytest.raises(BackupFailedError):
                await till.backups.export_everything(tmp_path / "gone", PASSPHRASE, readme="", **by_manager)
            assert await till.database.read(lambda c: events.of_subject(c, till.session.till_id)) == []

    asyncio.run(story())
    assert not list(tmp_path.glob("Cashier*"))


# A backup alone


def test_a_backup_alone_brings_the_history_and_a_new_pin(tills: Any, tmp_path: Path) -> None:
    """The old machine is lost with its vault: the accounts' keys have to be typed again, and PINs are new."""

    async def story() -> None:
        async with _set_up(tills) as (till, account, _):
            backup = await till.backups.make()
        path = _new_machine(tills, tmp_path)
        contents = backup_check.contents(backup.path)
        known = {"vault": tills.vault, "clock": tills.clock}
        with pytest.raises(PinError):
            await import_backup(path, contents, new_pin="1234", **known)
        await import_backup(path, contents, new_pin=NEW_PIN, **known)
        async with tills() as again:
            assert await again.database.read(lambda c: settings.get(c, "marked")) == "here"
            (manager,) = await again.operators.in_service()
            await again.operators.check_manager(manager.id, NEW_PIN)
            assert await again.accounts.secrets_kept(account) == set()

    asyncio.run(story())


def test_whoever_brings_a_backup_alone_gets_no_keys_on_the_old_machine_either(tills: Any) -> None:
    """The till's file was taken away there: no PIN of that till was asked for, so its keys go from the vault."""

    async def story() -> None:
        async with _set_up(tills) as (till, account, _):
            backup = await till.backups.make()
        tills.path.unlink()
        contents = backup_check.contents(backup.path)
        await import_backup(tills.path, contents, new_pin=NEW_PIN, vault=tills.vault, clock=tills.clock)
        async with tills() as again:
            (manager,) = await again.operators.in_service()
            await again.operators.check_manager(manager.id, NEW_PIN)
            assert await again.accounts.secrets_kept(account) == set()

    asyncio.run(story())


def test_a_backup_of_a_till_that_nobody_works_at_brings_nothing(tills: Any, tmp_path: Path) -> None:
    """There is nobody to give a PIN to."""

    async def story() -> None:
        async with tills() as till:
            backup = await till.backups.make()
        path = _new_machine(tills, tmp_path)
        with pytest.raises(NotABackupError):
            await import_backup(
                path,
                backup_check.contents(backup.path),
                new_pin=NEW_PIN,
                vault=tills.vault,
                clock=tills.clock,
            )

    asyncio.run(story())


# A damaged file


def _damage(path: Path) -> bytes:
    with path.open("r+b") as file:
        file.write(b"no database any more" * 50)
    return path.read_bytes()


def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def test_the_newest_whole_backup_takes_the_place_of_a_damaged_file(tills: Any) -> None:
    """Newer ones that are cut short are passed over; the damaged file is set aside; what happened is told once read."""

    async def story() -> None:
        async with _set_up(tills) as (till, _, __):
            good = await till.backups.make()
            bad = good.path.with_name(good.path.name.replace("-2026", "-2031"))
            bad.write_bytes(good.path.read_bytes()[:6000])
        damaged = _damage(tills.path)
        with pytest.raises(DatabaseDamagedError):
            await Database.open(tills.path)
        restored = await recover_damaged(tills.path, tills.clock)
        assert (restored.cause, restored.backup_name) == (RestoreCause.DAMAGED, good.path.name)
        assert _content(restored.set_aside) == damaged
        async with tills() as again:
            assert await again.backups.last_restore() == restored
            assert await again.database.read(lambda c: settings.get(c, "marked")) == "here"
            # The wrong PINs since cannot be counted: everyone begins with few tries.
            (manager,) = await again.operators.in_service()
            assert manager.failed_tries == 4
            tills.clock.advance(60)
            await again.operators.check_manager(manager.id, tills.MANAGER_PIN)

    asyncio.run(story())


def test_a_damaged_file_is_recovered_from_the_second_folder(tills: Any, tmp_path: Path) -> None:
    """The profile's own backups are cut short: where the second folder is, is read from what can be read."""

    async def story() -> None:
        async with _set_up(tills) as (till, _, __):
            await till.backups.choose_second_folder(tmp_path)
            backup = await till.backups.make()
        # The file's beginning is whole, and says where the second folder is.
        size = tills.path.stat().st_size
        with tills.path.open("r+b") as file:
            file.seek(size - 4096)
            file.write(b"\x5a" * 4096)
        backup.path.write_bytes(b"")
        restored = await recover_damaged(tills.path, tills.clock)
        assert restored.backup_name == backup.path.name
        async with tills() as again:
            assert await again.database.read(lambda c: settings.get(c, "marked")) == "here"

    asyncio.run(story())


def test_without_a_whole_backup_nothing_is_touched(tills: Any) -> None:
    """The damaged file stays where it is, and nothing is put in its place."""

    async def story() -> None:
        async with _set_up(tills) as (till, _, __):
            backup = await till.backups.make()
        damaged = _damage(tills.path)
        shutil.copy(tills.path, backup.path)
        with pytest.raises(NoGoodBackupError):
            await recover_damaged(tills.path, tills.clock)
        assert tills.path.read_bytes() == damaged
        assert not profile_files.set_aside_folder(tills.path).exists()
        assert not profile_files.swap_folder(tills.path).exists()

    asyncio.run(story())


def test_names_of_secrets_are_those_the_vault_may_hold(tills: Any) -> None:
    """The pepper, each account's secret fields, and when its renewed key runs out."""

    async def story() -> None:
        async with _set_up(tills) as (till, account, _):
            names = secret_names(await till.database.read(accounts.in_use))
            assert PEPPER_NAME in names
            assert account.secret_name("refresh_token") in names
            assert account.secret_name("api_key_expires_at") in names

    asyncio.run(story())
