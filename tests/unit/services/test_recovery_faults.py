"""Recovering a damaged file, whatever the damage and whatever lies among the backups."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest

from cashier.domain.backup import BackupName, BackupPlace, BackupProblem, BackupReason, till_tag
from cashier.services.restoring import recover_damaged, restore_chosen
from cashier.storage import backup_check, file_steps, profile_files, settings
from cashier.storage.errors import BackupDamagedError, BackupFailedError, OtherTillError
from cashier.vault import MemoryVault

NO_TEXT = b"\xff\xfe\xff\xfe"


async def _two_backups(tills: Any) -> list[Path]:
    """Return the paths of two backups of a till that nobody has open, the newer first."""
    async with tills() as till:
        await tills.manager(till)
        await till.database.write(lambda connection: settings.put(connection, "shop_name", "ABCDEFGH"))
        await till.backups.make()
        tills.clock.advance(3600)
        await till.backups.make()
        return [backup.path for backup in await till.backups.backups()]


def _spoil(path: Path, text: bytes) -> None:
    """Let a text in a file be none: the pages are whole otherwise, and SQLite does not look at that."""
    content = path.read_bytes()
    assert text in content
    path.write_bytes(content.replace(text, (NO_TEXT * len(text))[: len(text)]))


def test_a_backup_whose_text_is_damaged_is_passed_over(tills: Any) -> None:
    """SQLite finds nothing wrong with it; the one before takes the file's place."""
    newer, older = asyncio.run(_two_backups(tills))
    _spoil(newer, b"ABCDEFGH")
    with pytest.raises(BackupDamagedError):
        backup_check.contents(newer)
    tills.path.write_bytes(b"no database any more" * 100)
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == older.name


def test_a_file_whose_text_is_damaged_is_replaced(tills: Any) -> None:
    """Who works here cannot be read of it: everyone keeps the fewest tries."""
    newer, _ = asyncio.run(_two_backups(tills))
    _spoil(tills.path, b"Mina Example")
    _spoil(tills.path, b"ABCDEFGH")
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == newer.name


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file that opens and cannot be read")
def test_a_backup_that_the_disk_does_not_give_hides_no_other(tills: Any) -> None:
    """Its first page is on a bad sector: the others are listed, and one of them takes the file's place."""
    newer, _ = asyncio.run(_two_backups(tills))
    tills.clock.advance(3600)
    tag = till_tag(asyncio.run(_till_id(tills)))
    name = BackupName(till_tag=tag, made_at=tills.clock.now(), reason=BackupReason.ASKED)
    folder = profile_files.backups_folder(tills.path)
    (folder / name.text).symlink_to("/proc/self/mem")
    assert newer in [backup.path for backup in backup_check.listed(folder, BackupPlace.PROFILE)]
    tills.path.write_bytes(b"no database any more" * 100)
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == newer.name


async def _till_id(tills: Any) -> str:
    async with tills() as till:
        return str(till.session.till_id)


def test_another_tills_backup_in_a_shared_folder_takes_no_place(tills: Any, tmp_path: Path) -> None:
    """Two tills keep their second copies in one folder of the shop: the other's is newer, and not this one's."""

    async def other() -> Path:
        path, vault = tills.path, tills.vault
        tills.path, tills.vault = tmp_path / "other" / "till.db", MemoryVault()
        async with tills() as till:
            await tills.manager(till)
            await till.backups.choose_second_folder(tmp_path)
            await till.backups.make()
            (name, *_) = [backup.path.name for backup in await till.backups.backups()]
        tills.path, tills.vault = path, vault
        return tmp_path / "Cashier backups" / str(name)

    async def mine() -> tuple[list[Path], Any]:
        async with tills() as till:
            await tills.manager(till)
            await till.backups.choose_second_folder(tmp_path)
            await till.backups.make()
            tills.clock.advance(3600)
            others = await other()
            await till.backups.choose_second_folder(tmp_path)
            assert others.is_file()
            return [backup.path for backup in await till.backups.backups()], till.backups.state

    mine_alone, state = asyncio.run(mine())
    assert {path.name for path in mine_alone} == {mine_alone[0].name}
    assert state.second_good_at == state.last_good_at
    tills.path.write_bytes(b"no database any more" * 100)
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == mine_alone[0].name


def test_a_backup_that_cannot_be_read_to_its_end_is_passed_over(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bad sector in the newest is no reason to leave the till without the one before."""
    newer, older = asyncio.run(_two_backups(tills))
    tills.path.write_bytes(b"no database any more" * 100)
    copy_file = file_steps.copy_file

    def fail(source: Path, target: Path, goes_on: Callable[[], bool]) -> None:
        if source == newer:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        copy_file(source, target, goes_on)

    monkeypatch.setattr(file_steps, "copy_file", fail)
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == older.name


def test_a_disk_that_takes_no_copy_is_told_as_that(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The backups are whole: it is not said that none is."""
    asyncio.run(_two_backups(tills))
    tills.path.write_bytes(b"no database any more" * 100)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(file_steps, "copy_file", fail)
    with pytest.raises(BackupFailedError) as caught:
        asyncio.run(recover_damaged(tills.path, tills.clock))
    assert caught.value.problem is BackupProblem.FAILING


def test_a_file_taken_from_a_dead_machine_comes_with_its_wal(tills: Any, tmp_path: Path) -> None:
    """What was written last stands beside the file that is chosen: it is not left behind, nor changed there."""
    asyncio.run(_two_backups(tills))
    taken = tmp_path / "taken" / tills.path.name

    async def story() -> None:
        async with tills() as till:
            await till.database.write(lambda connection: settings.put(connection, "marked", "last"))
            taken.parent.mkdir()
            for file in (tills.path, *profile_files.companions(tills.path)):
                (taken.parent / file.name).write_bytes(file.read_bytes())

    asyncio.run(story())
    before = {file.name: file.read_bytes() for file in taken.parent.iterdir()}
    tills.path.write_bytes(b"no database any more" * 100)
    asyncio.run(restore_chosen(tills.path, taken, tills.clock))
    assert {file.name: file.read_bytes() for file in taken.parent.iterdir()} == before

    async def look() -> str | None:
        async with tills() as till:
            found: str | None = await till.database.read(lambda c: settings.get(c, "marked"))
            return found

    assert asyncio.run(look()) == "last"


def test_a_wal_that_makes_no_file_of_a_backup_is_refused(tills: Any) -> None:
    """A page of it is no page: nothing is put in the file's place."""
    newer, _ = asyncio.run(_two_backups(tills))
    wal = profile_files.companions(newer)[0]
    connection = apsw.Connection(str(newer))
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.pragma("journal_mode", "wal")
    connection.execute("CREATE TABLE other (value TEXT)")
    connection.execute("PRAGMA writable_schema = 1")
    connection.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE other (' WHERE name = 'other'")
    connection.close()
    assert wal.stat().st_size
    tills.path.write_bytes(b"no database any more" * 100)
    with pytest.raises(BackupDamagedError):
        asyncio.run(restore_chosen(tills.path, newer, tills.clock))
    assert tills.path.read_bytes() == b"no database any more" * 100
    assert not profile_files.swap_folder(tills.path).exists()


def test_another_tills_file_is_not_taken_for_a_damaged_one(tills: Any, tmp_path: Path) -> None:
    """Nobody's PIN would work in it, so there would be no way back."""
    asyncio.run(_two_backups(tills))
    path = tills.path
    tills.path = tmp_path / "other" / "till.db"
    others, _ = asyncio.run(_two_backups(tills))
    tills.path = path
    path.write_bytes(b"no database any more" * 100)
    with pytest.raises(OtherTillError):
        asyncio.run(restore_chosen(path, others, tills.clock))
    assert path.read_bytes() == b"no database any more" * 100
    # Where no backup of this one is left to tell, a person's word counts.
    shutil.rmtree(profile_files.backups_folder(path))
    assert asyncio.run(restore_chosen(path, others, tills.clock)).backup_name == others.name


def test_what_is_left_of_a_restore_and_cannot_be_removed_keeps_nobody_from_the_till(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows another program may look into a file for a moment. The plan goes first: it is not followed twice."""
    newer, older = asyncio.run(_two_backups(tills))

    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))

    with monkeypatch.context() as held:
        held.setattr(file_steps, "remove_folder", refuse)
        restored = asyncio.run(restore_chosen(tills.path, older, tills.clock))
        assert Path(restored.set_aside).is_file()
        assert asyncio.run(_till_id(tills))
    assert list(profile_files.swap_folder(tills.path).iterdir()) == []
    assert asyncio.run(restore_chosen(tills.path, newer, tills.clock)).backup_name == newer.name
    assert not profile_files.swap_folder(tills.path).exists()


@pytest.mark.parametrize("years_back", [0, 30])
def test_one_of_a_day_when_the_clock_was_wrong_is_not_the_newest(tills: Any, years_back: int) -> None:
    """Its name says a year that is not yet come; where the clock is wrong now, the names are all there is to go by."""
    newer, older = asyncio.run(_two_backups(tills))
    ahead = older.rename(older.with_name(re.sub(r"\d{4}(?=\d{4}T)", "2036", older.name)))
    tills.path.write_bytes(b"no database any more" * 100)
    tills.clock.advance(-years_back * 365 * 24 * 3600)
    restored = asyncio.run(recover_damaged(tills.path, tills.clock))
    assert restored.backup_name == (ahead.name if years_back else newer.name)
