"""The files of backups: made of an open till, looked through, refused, forgotten, and put in the till's file's place."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest

from cashier.domain.backup import BackupPlace, BackupProblem, BackupReason
from cashier.storage import (
    accounts,
    backup_check,
    backup_files,
    events,
    file_steps,
    file_swap,
    operations,
    operators,
    payments,
    profile_files,
    settings,
)
from cashier.storage.database import Database, change_closed
from cashier.storage.errors import (
    BackupDamagedError,
    BackupFailedError,
    BackupUnreadableError,
    NotABackupError,
)

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)


def always() -> bool:
    """Go on."""
    return True


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def path(tmp_path: Path, rows: Any) -> Path:
    """Return a till's file with something of each kind in it, which nobody has open."""
    path = tmp_path / "till.db"

    async def make() -> None:
        await (await Database.open(path)).close()

    def fill(connection: apsw.Connection) -> None:
        settings.put(connection, "till_id", "01a224ed-a90e-73c9-a1d0-09108c20f724")
        settings.put(connection, "shop_name", "Example")
        operators.save(connection, rows.operator(id="operator-1"))
        accounts.save(connection, rows.account(id="account-1", label="First"))
        payments.insert(connection, rows.payment(id="payment-1"))
        operations.insert(connection, rows.operation(subject_id="payment-1", input='{"code": "481516"}'))
        events.append(connection, rows.event(subject_id="payment-1"))

    asyncio.run(make())
    change_closed(path, fill)
    return path


@contextmanager
def opened(path: Path) -> Iterator[apsw.Connection]:
    """Open a till's file for a moment."""
    connection = apsw.Connection(str(path))
    try:
        yield connection
    finally:
        connection.close()


def make(path: Path, reason: BackupReason = BackupReason.DAILY) -> Any:
    """Make a backup of a till's file."""
    with opened(path) as connection:
        return backup_files.make(connection, profile_files.backups_folder(path), reason, NOON, always)


# Making


def test_a_backup_is_one_whole_file_for_this_user_only(path: Path) -> None:
    """It holds what the till's file held at that moment, and nothing stands beside it."""
    backup = make(path)
    folder = profile_files.backups_folder(path)
    assert [file.name for file in folder.iterdir()] == ["cashier-8c20f724-20260321T120000Z-daily.db"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    backup_check.check_whole(backup.path, always)
    assert backup_check.listed(folder, BackupPlace.PROFILE) == [backup]
    contents = backup_check.contents(backup.path)
    assert (contents.shop_name, contents.payments, contents.open_items) == ("Example", 1, 1)
    assert (contents.made_at, [one.label for one in contents.accounts]) == (NOON, ["First"])
    assert sorted(file.name for file in folder.iterdir()) == [backup.path.name]


def test_a_customers_code_is_not_in_it(path: Path) -> None:
    """Nothing of a backup is ever sent: not one byte of the code is there, and the till's file keeps it."""
    assert b"481516" in path.read_bytes()
    assert b"481516" not in make(path).path.read_bytes()
    assert b"481516" in path.read_bytes()


def test_two_in_one_second_are_two(path: Path) -> None:
    """Neither takes the other's place."""
    first, second = make(path), make(path)
    assert first.path != second.path
    assert first.path.exists()
    assert second.path.exists()


def test_what_is_written_meanwhile_does_not_begin_it_anew(path: Path, rows: Any) -> None:
    """It is the file as it was when the copy began, however much is written until it ends."""

    def much(connection: apsw.Connection) -> None:
        for _ in range(3000):
            payments.insert(connection, rows.payment(account_id="account-1", note="x" * 400))

    change_closed(path, much)
    asked = 0
    with opened(path) as writer:

        def write() -> bool:
            nonlocal asked
            asked += 1
            settings.put(writer, "written", str(asked))
            return True

        with opened(path) as source:
            folder = profile_files.backups_folder(path)
            backup = backup_files.make(source, folder, BackupReason.DAILY, NOON, write)
        assert asked > 2
        with opened(backup.path) as copy:
            assert settings.get(copy, "written") is None


def test_one_that_is_not_wanted_any_more_leaves_nothing(path: Path, rows: Any) -> None:
    """It ends within a megabyte."""

    def much(connection: apsw.Connection) -> None:
        for _ in range(3000):
            payments.insert(connection, rows.payment(account_id="account-1", note="x" * 400))

    change_closed(path, much)
    with opened(path) as source, pytest.raises(file_steps.StepStoppedError):
        backup_files.make(source, profile_files.backups_folder(path), BackupReason.DAILY, NOON, lambda: False)
    assert list(profile_files.backups_folder(path).iterdir()) == []


# What goes wrong


def test_a_full_disk_is_told_before_anything_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The till needs room as well: a backup that would take the last of it is not made."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**12, 10**12, 1 << 20))
    with pytest.raises(BackupFailedError) as caught:
        make(path)
    assert caught.value.problem is BackupProblem.DISK_FULL
    assert list(profile_files.backups_folder(path).iterdir()) == []


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, BackupProblem.DISK_FULL),
        (errno.ENOENT, BackupProblem.FOLDER_GONE),
        (errno.EROFS, BackupProblem.NO_PERMISSION),
        (errno.EFBIG, BackupProblem.TOO_LARGE),
        (errno.EIO, BackupProblem.FAILING),
    ],
)
def test_what_the_disk_says_has_its_name(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: BackupProblem
) -> None:
    """A file that is written and cannot be put on the disk says why, and does not stay."""

    def fail(_: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(file_steps, "sync_file", fail)
    with pytest.raises(BackupFailedError) as caught:
        make(path)
    assert (caught.value.problem, caught.value.place) == (problem, BackupPlace.PROFILE)
    assert list(profile_files.backups_folder(path).iterdir()) == []


@pytest.mark.parametrize(("kind", "problem"), backup_files._SQLITE_PROBLEMS)
def test_what_sqlite_says_has_its_name(kind: type[apsw.Error], problem: BackupProblem) -> None:
    """Whatever SQLite calls it, the message is chosen by what can be done about it."""
    with (
        pytest.raises(BackupFailedError) as caught,
        backup_files.problem_named(BackupPlace.SECOND),
    ):
        raise kind("made up")
    assert (caught.value.problem, caught.value.place) == (problem, BackupPlace.SECOND)


def test_a_damaged_till_makes_no_backup(path: Path) -> None:
    """A copy of it is as damaged: it never gets the name of a backup."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 4096)
        file.write(b"\x5a" * 4096)
    with pytest.raises(BackupFailedError) as caught:
        make(path)
    assert caught.value.problem is BackupProblem.DAMAGED
    assert list(profile_files.backups_folder(path).iterdir()) == []


def test_a_copy_that_is_not_what_it_was_made_of_is_no_backup(path: Path) -> None:
    """Whole, and a payment short: that is found by counting."""
    backup = make(path)
    with opened(path) as connection:
        expected = backup_check.facts_of(connection)
    backup_check.check_whole(backup.path, always, expected)
    with opened(backup.path) as connection:
        connection.execute("DELETE FROM operations")
    with pytest.raises(BackupDamagedError, match="was made of"):
        backup_check.check_whole(backup.path, always, expected)


def test_checking_ends_when_nobody_wants_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in the middle of reading the file through."""
    monkeypatch.setattr(backup_check, "_STEPS_AT_ONCE", 1)
    with pytest.raises(file_steps.StepStoppedError):
        backup_check.check_whole(make(path).path, lambda: False)


# Other files


def test_files_that_are_no_backups_are_refused(path: Path, tmp_path: Path) -> None:
    """Text, an empty file, another program's database, one that is cut short, and one that is gone."""
    text, other, gone = tmp_path / "text", tmp_path / "other.db", tmp_path / "gone.db"
    text.write_text("no database" * 100)
    with opened(other) as connection:
        connection.execute("CREATE TABLE one (x)")
    for file in (text, other):
        with pytest.raises(NotABackupError):
            backup_check.contents(file)
    with pytest.raises(BackupUnreadableError):
        backup_check.contents(gone)
    with pytest.raises(BackupUnreadableError):
        backup_check.contents(tmp_path)
    cut = make(path).path
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    with pytest.raises(BackupDamagedError):
        backup_check.check_whole(cut, always)


def test_a_file_of_another_name_is_known_by_what_happened_in_it(path: Path, tmp_path: Path) -> None:
    """A backup that was renamed, or the file of a till: its time is that of the last event."""
    renamed = make(path).path.rename(tmp_path / "my backup.db")
    contents = backup_check.contents(renamed)
    assert contents.newest_at is not None
    assert contents.made_at == contents.newest_at
    with opened(renamed) as connection:
        connection.execute("DROP TRIGGER events_are_never_deleted")
        connection.execute("DELETE FROM events")
    assert backup_check.contents(renamed).newest_at is None


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there holds no backups; one that the disk will not give is trouble."""
    assert backup_check.listed(tmp_path / "gone", BackupPlace.SECOND) == []

    def fail(_: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, "made up")

    monkeypatch.setattr(Path, "iterdir", fail)
    with pytest.raises(BackupUnreadableError):
        backup_check.listed(tmp_path, BackupPlace.SECOND)


# The second folder


def test_a_copy_in_the_second_folder_is_looked_through_too(path: Path, tmp_path: Path) -> None:
    """It is the same file by the same name; a folder that is gone is told and not made."""
    backup = make(path)
    second = tmp_path / "stick"
    with pytest.raises(BackupFailedError) as caught:
        backup_files.put_into(backup, second, always)
    assert (caught.value.problem, caught.value.place) == (BackupProblem.FOLDER_GONE, BackupPlace.SECOND)
    second.mkdir()
    copy = backup_files.put_into(backup, second, always)
    assert copy.path.read_bytes() == backup.path.read_bytes()
    assert copy.place is BackupPlace.SECOND
    with pytest.raises(file_steps.StepStoppedError):
        backup_files.put_into(backup, second, lambda: False)
    assert [file.name for file in second.iterdir()] == [backup.path.name]


def test_only_this_tills_backups_are_forgotten(path: Path) -> None:
    """Another till's in the same folder stay, and so does what a killed program of that till left."""
    folder = profile_files.backups_folder(path)
    newest = make(path)
    mine = [f"cashier-8c20f724-202601{day:02}T120000Z-before_upgrade.db" for day in range(1, 6)]
    others = [name.replace("8c20f724", "ffffffff") for name in mine]
    parts = [
        "cashier-8c20f724-20260101T120000Z-daily.db.part",
        "cashier-ffffffff-20260101T120000Z-daily.db.part",
    ]
    for name in (*mine, *others, *parts):
        shutil.copy(newest.path, folder / name)
    forgotten = backup_files.forget_surplus(folder, BackupPlace.PROFILE, "8c20f724", newest)
    assert sorted(one.path.name for one in forgotten) == mine[:2]
    left = {file.name for file in folder.iterdir()}
    assert left == {newest.path.name, *mine[2:], *others, parts[1]}


# Putting one in the till's file's place


def test_what_was_made_ready_and_not_decided_is_cleared_away(path: Path) -> None:
    """Until the plan is on the disk the old file is in use, and stays."""
    before = path.read_bytes()
    file_swap.stage(path, make(path).path, always)
    assert profile_files.swap_folder(path).exists()
    file_swap.finish(path)
    assert not profile_files.swap_folder(path).exists()
    assert path.read_bytes() == before


def test_the_old_file_is_set_aside_with_what_is_beside_it(path: Path) -> None:
    """A log beside the new file would be taken for its own."""
    before = path.read_bytes()
    staged = file_swap.stage(path, make(path).path, always)
    new = staged.read_bytes()
    for companion in profile_files.companions(path):
        companion.write_bytes(b"of the old file")
    assert not file_swap.close_up(path.with_name("gone.db"))
    file_swap.commit(path, "old.db")
    assert path.read_bytes() == new
    aside = profile_files.set_aside_folder(path) / "old.db"
    assert aside.read_bytes() == before
    assert [one.read_bytes() for one in profile_files.companions(aside)] == [b"of the old file"] * 2
    assert not any(companion.exists() for companion in profile_files.companions(path))


def test_a_file_is_closed_up_into_one(path: Path) -> None:
    """What its log holds is in it then; one that is no database cannot be."""
    writer = apsw.Connection(str(path))
    settings.put(writer, "only in the log", "1")
    copy = path.with_name("copy.db")
    for file, target in zip(
        [path, *profile_files.companions(path)], [copy, *profile_files.companions(copy)], strict=True
    ):
        shutil.copy(file, target)
    writer.close()
    assert file_swap.close_up(copy)
    with opened(copy) as connection:
        assert settings.get(connection, "only in the log") == "1"
    text = path.with_name("text.db")
    text.write_text("no database" * 500)
    assert not file_swap.close_up(text)
    assert text.read_text() == "no database" * 500
