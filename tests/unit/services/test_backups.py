"""Backups that are made by themselves, what is told of them, and what a manager does with one."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest
import structlog

from cashier.domain.backup import (
    BackupPlace,
    BackupProblem,
    BackupReason,
    BackupState,
    parse_backup_name,
)
from cashier.services.backups import BackupPlan
from cashier.services.operators import PinLockedError, WrongPinError
from cashier.services.restoring import restore
from cashier.services.till import Till
from cashier.storage import backup_check, file_steps, profile_files, settings
from cashier.storage.errors import (
    BackupFailedError,
    NotABackupError,
    OtherTillError,
)

# Nothing by itself for as long as a test lasts, but the closing backup.
AT_CLOSING = BackupPlan(first_pause_s=3600, check_after_s=3600)
AT_ONCE = BackupPlan(first_pause_s=0, pause_s=0.01, check_after_s=3600)


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def _full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12, 0))


async def _until(till: Till, holds: Callable[[BackupState], bool]) -> BackupState:
    """Wait until something holds of how the till stands with its backups."""
    reached = asyncio.Event()

    def look(state: BackupState) -> None:
        if holds(state):
            reached.set()

    end = till.backups.changes.subscribe(look)
    look(till.backups.state)
    await reached.wait()
    end()
    return till.backups.state


async def _write(till: Till, word: str) -> None:
    await till.database.write(lambda connection: settings.put(connection, "marked", word))


# By itself


def test_a_till_without_one_makes_one_and_then_one_a_day(tills: Any) -> None:
    """The first look makes the first; after a day another is due, and before not."""
    tills.backup_plan = AT_ONCE

    async def story() -> None:
        till = await tills.open()
        first = await _until(till, lambda state: state.last_good_at is not None and not state.is_running)
        assert not first.is_overdue
        tills.clock.advance(25 * 3600)
        second = await _until(till, lambda state: state.last_good_at != first.last_good_at)
        assert second.last_good_at > first.last_good_at
        assert [backup.reason for backup in await till.backups.backups()] == [BackupReason.DAILY] * 2
        await till.close()

    asyncio.run(story())


def test_a_till_that_runs_over_midnight_makes_one(tills: Any) -> None:
    """Its day is that of the shop's zone; less than a day has gone by."""
    tills.backup_plan = AT_CLOSING

    async def story() -> None:
        till = await tills.open()
        await till.backups.make()
        zone = till.preferences.current.zone
        assert not till.backups._is_due()
        local = tills.clock.now().astimezone(zone)
        midnight = (local + timedelta(days=1)).replace(hour=0, minute=0, second=1)
        tills.clock.advance((midnight - local).total_seconds())
        assert till.backups._is_due()
        await till.close()

    asyncio.run(story())


def test_closing_makes_one_if_anything_was_written(tills: Any) -> None:
    """A till that was only looked at makes none; what was written is in it."""
    tills.backup_plan = AT_CLOSING

    async def story() -> None:
        async with tills() as till:
            await _write(till, "today")
        async with tills() as till:
            (backup,) = await till.backups.backups()
            assert backup.reason is BackupReason.CLOSING
            # Its newest is known from the folder.
            state = await _until(till, lambda state: state.last_good_at is not None)
            assert state.last_good_at == backup.made_at
        assert len(list(profile_files.backups_folder(tills.path).iterdir())) == 1

    asyncio.run(story())


def test_closing_does_not_wait_for_one_that_takes_too_long(tills: Any) -> None:
    """It is given up, nothing is left of it, and the program closes."""
    tills.backup_plan = BackupPlan(first_pause_s=3600, check_after_s=3600, closing_within_s=0)

    async def story() -> None:
        async with tills() as till:
            await _write(till, "today")

    with structlog.testing.capture_logs() as logs:
        asyncio.run(story())
    assert any(entry["event"] == "closing_backup_given_up" for entry in logs)
    # On a machine that stood still meanwhile it may have been made all the same: whole, or not at all.
    for left in profile_files.backups_folder(tills.path).iterdir():
        assert parse_backup_name(left.name) is not None
        backup_check.check_whole(left, lambda: True)


def test_what_fails_is_told_and_stops_nothing(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: told with since when, tried again at the next look, and over when it works."""
    tills.backup_plan = AT_ONCE

    async def story() -> None:
        with monkeypatch.context() as full:
            _full(full)
            till = await tills.open()
            state = await _until(till, lambda state: state.trouble is not None)
            assert state.trouble is not None
            since = state.trouble.since
            assert (state.trouble.problem, state.trouble.place) == (
                BackupProblem.DISK_FULL,
                BackupPlace.PROFILE,
            )
            await _write(till, "all the same")
            with pytest.raises(BackupFailedError):
                await till.backups.make()
            trouble = till.backups.state.trouble
            assert trouble is not None
            assert trouble.since == since
            tills.clock.advance(40 * 3600)
            assert till.backups.state.is_overdue
        state = await _until(till, lambda state: state.trouble is None)
        assert not state.is_overdue
        await till.close()

    asyncio.run(story())


def test_a_file_that_is_not_whole_is_told(tills: Any) -> None:
    """Some time after the start all of it is read once; a backup of it is not made either."""

    async def story() -> None:
        async with tills() as till:
            for number in range(200):
                await till.database.write(lambda c, number=number: settings.put(c, f"{number}", "x" * 900))
        size = tills.path.stat().st_size
        with tills.path.open("r+b") as file:
            file.seek(size - 8192)
            file.write(b"\x5a" * 8192)
        tills.backup_plan = BackupPlan(first_pause_s=3600, check_after_s=0)
        till = await tills.open()
        assert (await _until(till, lambda state: state.is_file_damaged)).is_file_damaged
        with pytest.raises(BackupFailedError) as caught:
            await till.backups.make()
        assert caught.value.problem is BackupProblem.DAMAGED
        tills.backup_plan = None
        await till.close()

    asyncio.run(story())


def test_stopping_gives_up_what_is_being_made(tills: Any) -> None:
    """One that was asked for ends, and the till can be closed."""

    async def story() -> None:
        till = await tills.open()
        # As long as it lasts a backup is asked again and again whether to go on.
        making = asyncio.ensure_future(till.backups.make())
        await asyncio.sleep(0)
        await till.backups.stop()
        with suppress(file_steps.StepStoppedError):
            # Or it was made already.
            assert (await making).path.exists()
        await till.close()

    asyncio.run(story())


# The second folder


def test_the_second_folder_gets_each_and_tells_when_it_is_gone(tills: Any, tmp_path: Path) -> None:
    """A stick that is pulled out is told, and the till's own backup is made; put back in, all is well."""
    stick = tmp_path / "stick"
    stick.mkdir()

    async def story() -> None:
        async with tills() as till:
            await till.backups.choose_second_folder(stick)
            own = await till.backups.make()
            state = till.backups.state
            assert (state.second_good_at, state.second_folder) == (own.made_at, stick / "Cashier backups")
            assert {one.place for one in await till.backups.backups()} == set(BackupPlace)
            stick.rename(tmp_path / "pocket")
            stick.mkdir()
            await till.backups.make()
            trouble = till.backups.state.trouble
            assert trouble is not None
            assert (trouble.problem, trouble.place) == (BackupProblem.FOLDER_GONE, BackupPlace.SECOND)
            assert list(stick.iterdir()) == []
            assert len(await till.backups.backups()) == 2
            stick.rmdir()
            (tmp_path / "pocket").rename(stick)
            await till.backups.make()
            assert till.backups.state.trouble is None
            await till.backups.choose_second_folder(None)
            assert till.backups.state.second_folder is None
            assert till.backups.state.second_good_at is None

    asyncio.run(story())


def test_a_folder_that_is_not_there_cannot_be_chosen(tills: Any, tmp_path: Path) -> None:
    """Nor is it made; what was chosen before stands. Choosing the backups' own folder again is the same."""

    async def story() -> None:
        async with tills() as till:
            await till.backups.choose_second_folder(tmp_path)
            with pytest.raises(BackupFailedError) as caught:
                await till.backups.choose_second_folder(tmp_path / "gone")
            assert (caught.value.problem, caught.value.place) == (
                BackupProblem.FOLDER_GONE,
                BackupPlace.SECOND,
            )
            await till.backups.choose_second_folder(tmp_path / "Cashier backups")
            assert till.backups.state.second_folder == tmp_path / "Cashier backups"

    asyncio.run(story())


def test_the_profiles_own_trouble_comes_first(
    tills: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with the second folder is not told over it."""

    async def story() -> None:
        async with tills() as till:
            await till.backups.choose_second_folder(tmp_path)
            with monkeypatch.context() as full:
                _full(full)
                with pytest.raises(BackupFailedError):
                    await till.backups.make()
            till.backups._standing.note_failed(
                BackupFailedError("made up", BackupProblem.FOLDER_GONE, BackupPlace.SECOND)
            )
            trouble = till.backups.state.trouble
            assert trouble is not None
            assert trouble.place is BackupPlace.PROFILE

    asyncio.run(story())


# What a manager does with one


def test_a_restore_needs_a_managers_pin_and_a_backup_of_this_till(tills: Any, tmp_path: Path) -> None:
    """A wrong PIN, a file that is no backup, and another till's: nothing is agreed to."""

    async def story() -> None:
        async with tills() as till:
            manager = await tills.manager(till)
            backup = await till.backups.make()
            with pytest.raises(WrongPinError):
                await till.backups.approve_restore(backup.path, manager_id=manager.id, pin="111111")
            by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
            text = tmp_path / "text.db"
            text.write_text("no database" * 100)
            with pytest.raises(NotABackupError):
                await till.backups.approve_restore(text, **by_manager)
            other = tmp_path / "other.db"
            shutil.copy(backup.path, other)
            connection = apsw.Connection(str(other))
            settings.put(connection, "till_id", "another")
            connection.close()
            with pytest.raises(OtherTillError):
                await till.backups.approve_restore(other, **by_manager)
            order = await till.backups.approve_restore(backup.path, **by_manager)
            assert (order.manager_id, order.contents.path) == (manager.id, backup.path)

    asyncio.run(story())


def test_a_restore_gives_no_new_tries_and_brings_no_old_pin_back(tills: Any) -> None:
    """Wrong PINs since the backup count on, and what was there before can be put back in its turn."""

    async def story() -> None:
        till = await tills.open()
        manager = await tills.manager(till)
        by_manager = {"manager_id": manager.id, "pin": tills.MANAGER_PIN}
        await _write(till, "then")
        backup = await till.backups.make()
        order = await till.backups.approve_restore(backup.path, **by_manager)
        await _write(till, "now")
        for _ in range(3):
            with pytest.raises(WrongPinError):
                await till.operators.check_pin(manager.id, "111111")
        await till.close()
        restored = await restore(tills.path, order, tills.clock)
        till = await tills.open()
        assert await till.database.read(lambda c: settings.get(c, "marked")) == "then"
        with pytest.raises(PinLockedError):
            await till.operators.check_pin(manager.id, tills.MANAGER_PIN)
        tills.clock.advance(3600)
        before, _ = sorted(
            await till.backups.backups(), key=lambda one: one.reason is not BackupReason.BEFORE_RESTORE
        )
        assert str(before.path) == restored.set_aside
        again = await till.backups.approve_restore(before.path, **by_manager)
        await till.close()
        await restore(tills.path, again, tills.clock)
        async with tills() as back:
            assert await back.database.read(lambda c: settings.get(c, "marked")) == "now"

    asyncio.run(story())


def test_a_name_is_what_the_folder_lists_by(tills: Any) -> None:
    """Every backup's name says what it is."""

    async def story() -> None:
        async with tills() as till:
            backup = await till.backups.make()
            name = parse_backup_name(backup.path.name)
            assert name is not None
            assert (name.made_at, name.reason) == (backup.made_at, BackupReason.ASKED)
            looked_at = await till.backups.look(backup.path)
            assert looked_at == backup_check.contents(backup.path)

    asyncio.run(story())
