"""Recovering a damaged file, whatever the damage and whatever lies among the backups."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from cashier.domain.backup import BackupName, BackupPlace, BackupReason, till_tag
from cashier.services.restoring import recover_damaged
from cashier.storage import backup_check, profile_files, settings
from cashier.storage.errors import BackupDamagedError

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
