"""Files that earlier versions made, with what those wrote through their own services, are brought up to this one."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest

from cashier.domain.backup import BackupPlace, BackupReason
from cashier.storage import backup_check, backup_files, events, file_steps, operations, payments, schema
from cashier.storage.database import Database
from cashier.storage.errors import (
    BackupNewerError,
    DatabaseDamagedError,
    StorageTrouble,
    StorageUnavailableError,
)
from tests.faults.kept_profiles import file_of_version, old_rows, without_codes

VERSIONS = range(1, len(schema.migrations()))


def _opened(path: Path, story: Callable[[Database], Awaitable[Any]] | None = None) -> Any:
    async def whole() -> Any:
        database = await Database.open(path)
        try:
            return None if story is None else await story(database)
        finally:
            await database.close()

    return asyncio.run(whole())


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_version_is_taken_over_whole(tmp_path: Path, version: int) -> None:
    """Every row it had is as it was, its chain holds, each payment has its line of history; and a copy was made first."""
    path = tmp_path / "till.db"
    file_of_version(version, path)
    before = old_rows(path)

    async def look(database: Database) -> None:
        assert await database.read(events.first_broken_link) is None
        assert await database.read(lambda c: c.execute("PRAGMA integrity_check").get) == "ok"
        assert await database.read(lambda c: c.execute("PRAGMA foreign_key_check").fetchall()) == []
        open_ones = await database.read(payments.still_open)
        assert {payment.state.value for payment in open_ones} == {"awaiting_customer", "draft", "unknown"}
        assert len(await database.read(operations.unsettled)) == 1
        lines = await database.read(lambda c: c.execute("SELECT count(*) FROM history").get)
        made = await database.read(
            lambda c: (
                c.execute("SELECT (SELECT count(*) FROM payments) + (SELECT count(*) FROM withdrawals)").get
            )
        )
        assert lines == made

    _opened(path, look)
    assert old_rows(path) == before
    (copy,) = backup_check.listed(tmp_path / "backups", BackupPlace.PROFILE)
    assert (copy.reason, copy.schema) == (BackupReason.BEFORE_UPGRADE, version)
    backup_check.check_whole(copy.path, lambda: True)
    assert without_codes(old_rows(copy.path)) == without_codes(before)
    # Once it is of this version no other copy is made.
    _opened(path)
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_without_room_for_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full: that is told, and the file is, byte by byte, as it was; with room it goes on."""
    path = tmp_path / "till.db"
    file_of_version(2, path)
    before = path.read_bytes()
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12, 4096))
        with pytest.raises(StorageUnavailableError, match="no backup before the upgrade") as caught:
            _opened(path)
    assert caught.value.trouble is StorageTrouble.FULL
    assert path.read_bytes() == before
    assert list((tmp_path / "backups").iterdir()) == []
    _opened(path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Something else stands where the copies should: nothing is changed."""
    path = tmp_path / "till.db"
    file_of_version(3, path)
    (tmp_path / "backups").touch()
    before = path.read_bytes()
    with pytest.raises(StorageUnavailableError) as caught:
        _opened(path)
    assert caught.value.trouble is StorageTrouble.FAILING
    assert path.read_bytes() == before


def test_a_damaged_file_is_not_upgraded(tmp_path: Path) -> None:
    """The copy is looked through first, and what is damaged in it is damaged in the file."""
    path = tmp_path / "till.db"
    file_of_version(3, path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 4096)
        file.write(b"\x5a" * 4096)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError):
        _opened(path)
    assert path.read_bytes() == before


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """As the till's own file is: nobody guesses at what they do not know."""
    path = tmp_path / "till.db"
    _opened(path)
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", len(schema.migrations()) + 1)
    connection.close()
    with pytest.raises(BackupNewerError):
        backup_check.contents(path)


def test_a_copy_from_before_an_upgrade_can_be_upgraded_again(tmp_path: Path) -> None:
    """The codes that waited are gone from it, and nothing else."""
    path = tmp_path / "till.db"
    file_of_version(3, path)
    before = without_codes(old_rows(path))
    connection = apsw.Connection(str(path))
    copy = backup_files.copy_before_upgrade(connection)
    connection.close()
    again = tmp_path / "again" / "till.db"
    again.parent.mkdir()
    shutil.copy(copy.path, again)
    _opened(again)
    assert without_codes(old_rows(again)) == before


def test_a_copy_that_is_spoilt_on_the_disk_is_no_damage_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The till's file is whole: no older backup takes its place, and the next start tries again."""
    path = tmp_path / "till.db"
    file_of_version(VERSIONS[-1], path)
    before = old_rows(path)
    sync_file = file_steps.sync_file

    def spoil(copy: Path) -> None:
        sync_file(copy)
        with copy.open("r+b") as file:
            file.seek(4096)
            file.write(b"\x5a" * 4096)

    with monkeypatch.context() as failing:
        failing.setattr(file_steps, "sync_file", spoil)
        with pytest.raises(StorageUnavailableError) as caught:
            _opened(path)
    assert caught.value.trouble is StorageTrouble.FAILING
    assert old_rows(path) == before
    _opened(path)
