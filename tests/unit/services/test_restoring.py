"""Putting a backup in the place of the till's file: what stops it leaves everything as it was."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest

from cashier.domain.backup import BackupProblem
from cashier.domain.restoring import RestoreCause, RestoreOrder
from cashier.services.restoring import (
    is_anyones,
    recover_damaged,
    restore,
    restore_chosen,
    start_empty,
)
from cashier.storage import file_steps, profile_files, settings
from cashier.storage.errors import BackupDamagedError, BackupFailedError, NoGoodBackupError


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def order(tills: Any) -> RestoreOrder:
    """Return a manager's word to restore a backup of a till that nobody has open."""

    async def make() -> RestoreOrder:
        async with tills() as till:
            manager = await tills.manager(till)
            backup = await till.backups.make()
            await till.database.write(lambda connection: settings.put(connection, "marked", "since"))
            return await till.backups.approve_restore(  # type: ignore[no-any-return]
                backup.path, manager_id=manager.id, pin=tills.MANAGER_PIN
            )

    return asyncio.run(make())


def _marked(path: Path) -> str | None:
    connection = apsw.Connection(str(path))
    try:
        return settings.get(connection, "marked")
    finally:
        connection.close()


def test_a_backup_that_was_damaged_since_is_not_restored(tills: Any, order: RestoreOrder) -> None:
    """It is read through once more: what was agreed to is not what is there."""
    with order.contents.path.open("r+b") as file:
        file.seek(order.contents.size_bytes - 4096)
        file.write(b"\x5a" * 4096)
    with pytest.raises(BackupDamagedError):
        asyncio.run(restore(tills.path, order, tills.clock))
    assert _marked(tills.path) == "since"
    assert not profile_files.swap_folder(tills.path).exists()
    assert not profile_files.set_aside_folder(tills.path).exists()


def test_damage_that_only_the_change_meets_stops_it_too(tills: Any, order: RestoreOrder) -> None:
    """A table that is not there: a file that no version of the program made."""
    connection = apsw.Connection(str(order.contents.path))
    connection.execute("PRAGMA writable_schema = 1")
    connection.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE outbox (' WHERE name = 'outbox'")
    connection.close()
    with pytest.raises(BackupDamagedError):
        asyncio.run(restore(tills.path, order, tills.clock))
    assert _marked(tills.path) == "since"
    assert not profile_files.swap_folder(tills.path).exists()


def test_without_room_nothing_is_restored(
    tills: Any, order: RestoreOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy that is made ready needs as much room again."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12, 0))
    with pytest.raises(BackupFailedError) as caught:
        asyncio.run(restore(tills.path, order, tills.clock))
    assert caught.value.problem is BackupProblem.DISK_FULL
    assert _marked(tills.path) == "since"
    assert not profile_files.swap_folder(tills.path).exists()


def test_a_disk_that_fails_between_the_renames_is_told_and_the_next_start_goes_on(
    tills: Any, order: RestoreOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file is set aside and the new one not in its place: whoever opens the till puts it there."""
    move = file_steps.move

    def fail_at_last(source: Path, target: Path) -> None:
        if target == tills.path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        move(source, target)

    with monkeypatch.context() as failing:
        failing.setattr(file_steps, "move", fail_at_last)
        with pytest.raises(BackupFailedError) as caught:
            asyncio.run(restore(tills.path, order, tills.clock))
    assert caught.value.problem is BackupProblem.FAILING
    assert not tills.path.exists()

    async def story() -> None:
        async with tills() as till:
            done = await till.backups.last_restore()
            assert done is not None
            assert done.cause is RestoreCause.ASKED

    asyncio.run(story())
    assert _marked(tills.path) is None


def test_a_person_chooses_a_backup_where_the_file_is_damaged(tills: Any, order: RestoreOrder) -> None:
    """Nobody can agree in it any more; the damaged file is set aside all the same."""
    tills.path.write_bytes(b"no database any more" * 100)
    restored = asyncio.run(restore_chosen(tills.path, order.contents.path, tills.clock))
    assert restored.cause is RestoreCause.DAMAGED
    assert Path(restored.set_aside).read_bytes() == b"no database any more" * 100
    assert is_anyones(tills.path)


def test_a_till_can_begin_anew_twice_in_a_second(tills: Any) -> None:
    """Two damaged files are set aside under two names."""
    for _ in range(2):
        tills.path.parent.mkdir(exist_ok=True)
        tills.path.write_bytes(b"no database any more" * 100)
        assert is_anyones(tills.path)
        asyncio.run(start_empty(tills.path, tills.clock))

        async def look() -> None:
            async with tills() as till:
                assert await till.operators.in_service() == []

        asyncio.run(look())
        assert not is_anyones(tills.path)
    assert len(list(profile_files.set_aside_folder(tills.path).glob("damaged-*.db"))) == 2


def test_a_profile_without_a_file_is_nobodys_and_has_no_backup(tills: Any) -> None:
    """There is nothing to recover it from."""
    assert not is_anyones(tills.path)
    tills.path.parent.mkdir()
    with pytest.raises(NoGoodBackupError):
        asyncio.run(recover_damaged(tills.path, tills.clock))
