"""Backups where the clock is wrong, and what of them is still at work when the till is closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest
import structlog

from cashier.domain.backup import Backup, BackupReason, BackupState
from cashier.services import backups
from cashier.services.backups import BackupPlan
from cashier.storage import backup_check, backup_files, file_steps, profile_files, settings
from cashier.storage.errors import BackupDamagedError, StorageTrouble, StorageUnavailableError

AT_ONCE = BackupPlan(first_pause_s=0, pause_s=3600, check_after_s=3600)


def test_one_that_was_made_stays_though_the_clock_was_set_back(tills: Any) -> None:
    """By their names a year of others are newer; it is the only one that holds what is here now."""

    async def story() -> None:
        async with tills() as till:
            made = await till.backups.make()
            folder = made.path.parent
            for month in range(1, 13):
                name = made.path.name.replace(f"{made.made_at:%Y%m%dT}", f"2031{month:02}15T")
                (folder / name).write_bytes(made.path.read_bytes())
            tills.clock.advance(-400 * 24 * 3600)
            again = await till.backups.make()
            assert again.path.exists()

    asyncio.run(story())


def test_a_disk_that_gives_no_answer_does_not_keep_the_till_open(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network folder that hangs: neither the backup under way nor that of closing time is waited for without end."""
    tills.backup_plan = BackupPlan(first_pause_s=0, pause_s=3600, check_after_s=3600, closing_within_s=0.01)
    monkeypatch.setattr(backups, "_ENDS_WITHIN_S", 0.01)
    begun, answers = threading.Event(), threading.Event()

    def hang(*_: object) -> Backup:
        begun.set()
        answers.wait(60)
        raise file_steps.StepStoppedError

    monkeypatch.setattr(backup_files, "make", hang)

    async def story() -> None:
        till = await tills.open()
        await asyncio.to_thread(begun.wait, 30)
        await till.database.write(lambda connection: settings.put(connection, "marked", "today"))
        with structlog.testing.capture_logs() as logs:
            await till.close()
        assert not answers.is_set()
        assert [entry["event"] for entry in logs] == ["backup_work_not_ended", "closing_backup_given_up"]
        answers.set()

    asyncio.run(story())


def test_stopping_waits_for_the_thread_of_a_backup(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is closed, and may be replaced, after it: whoever reads it then is in the way."""
    tills.backup_plan = AT_ONCE
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()
    make = backup_files.make

    def slow(
        source: apsw.Connection, folder: Path, reason: BackupReason, now: Any, goes_on: Callable[[], bool]
    ) -> Backup:
        begun.set()
        may_end.wait(30)
        try:
            return make(source, folder, reason, now, goes_on)
        finally:
            ended.set()

    monkeypatch.setattr(backup_files, "make", slow)

    async def story() -> None:
        till = await tills.open()
        await asyncio.to_thread(begun.wait, 30)
        stopping = asyncio.ensure_future(till.backups.stop())
        for _ in range(100):
            await asyncio.sleep(0)
        is_over = stopping.done()
        may_end.set()
        assert not is_over
        await stopping
        assert ended.is_set()
        # Nothing of it is left: it was given up.
        assert list(profile_files.backups_folder(tills.path).glob("*")) == []
        await till.close()

    asyncio.run(story())


def test_a_till_whose_disk_fails_in_the_middle_of_a_backup_closes_all_the_same(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is not whole, and whether the file is the disk will not say: that ends neither the chore nor the close."""
    tills.backup_plan = BackupPlan(first_pause_s=0, pause_s=0.01, check_after_s=3600)

    def spoilt(*_: object) -> None:
        raise BackupDamagedError("not whole")

    def silent(*_: object) -> str:
        raise StorageUnavailableError("no answer", StorageTrouble.FAILING)

    monkeypatch.setattr(backup_check, "check_whole", spoilt)
    monkeypatch.setattr(backup_check, "first_fault", silent)

    async def story() -> None:
        till = await tills.open()
        tried = asyncio.Event()
        seen = []

        def count(state: BackupState) -> None:
            seen.append(state.is_running)
            if seen.count(True) > 1:
                tried.set()

        till.backups.changes.subscribe(count)
        # It is tried again, and again.
        await asyncio.wait_for(tried.wait(), 10)
        await till.database.write(lambda connection: settings.put(connection, "marked", "today"))
        await till.close()

    asyncio.run(story())
