"""The file itself: made, migrated, refused; transactions, snapshots, and each trouble by its name."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import apsw
import pytest

from cashier.storage import database as database_module
from cashier.storage import settings
from cashier.storage.database import Database
from cashier.storage.errors import (
    DatabaseDamagedError,
    DatabaseNewerError,
    StorageTrouble,
    StorageUnavailableError,
)
from cashier.storage.schema import APPLICATION_ID

TABLES = {
    "accounts",
    "beneficiaries",
    "events",
    "history",
    "history_facets",
    "history_terms",
    "history_texts",
    "list_readings",
    "operations",
    "operators",
    "outbox",
    "payments",
    "provider_records",
    "settings",
    "transfer_batches",
    "withdrawals",
}


def run_with(path: Path, story: Callable[[Database], Awaitable[None]]) -> None:
    """Run a story with the file open."""

    async def whole() -> None:
        database = await Database.open(path)
        try:
            await story(database)
        finally:
            await database.close()

    asyncio.run(whole())


def opened_and_closed(path: Path) -> None:
    """Open the file and close it."""

    async def nothing(_: Database) -> None:
        return

    run_with(path, nothing)


# The file


def test_a_fresh_file_is_ours_and_whole(tmp_path: Path) -> None:
    """A new file has every table, strict; says that it is a till's and which version; and is sound."""
    opened_and_closed(tmp_path / "till.sqlite3")
    connection = apsw.Connection(str(tmp_path / "till.sqlite3"))
    listed = connection.execute(
        "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'"
    ).fetchall()
    tables = {name for name, kind, _ in listed if kind == "table" and not str(name).startswith("sqlite_")}
    assert tables == TABLES
    assert all(strict for name, _, strict in listed if name in TABLES)
    # The index of words is not a table of ours, and its tables are FTS5's own.
    assert {name for name, kind, _ in listed if kind == "virtual"} == {"history_search"}
    assert {kind for _, kind, _ in listed} == {"table", "virtual", "shadow"}
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == len(database_module._migrations()) >= 1
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def test_an_empty_file_becomes_ours(tmp_path: Path) -> None:
    """A file of no bytes, as a crash in the first moment leaves it, is filled."""
    (tmp_path / "till.sqlite3").touch()
    opened_and_closed(tmp_path / "till.sqlite3")
    opened_and_closed(tmp_path / "till.sqlite3")


def test_both_connections_are_as_they_must_be(tmp_path: Path) -> None:
    """WAL with a sync at each commit, foreign keys kept, no mmap; the reader cannot write."""

    async def story(database: Database) -> None:
        def pragmas(connection: apsw.Connection) -> dict[str, object]:
            names = (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "mmap_size",
                "trusted_schema",
                "query_only",
            )
            return {name: connection.pragma(name) for name in names}

        common = {"journal_mode": "wal", "foreign_keys": 1, "mmap_size": 0, "trusted_schema": 0}
        full = 2
        assert await database.write(pragmas) == common | {"synchronous": full, "query_only": 0}
        reading = await database.read(pragmas)
        assert reading | {"synchronous": full} == common | {"synchronous": full, "query_only": 1}
        with pytest.raises(StorageUnavailableError) as caught:
            await database.read(lambda connection: settings.put(connection, "name", "value"))
        assert caught.value.trouble is StorageTrouble.READ_ONLY

    run_with(tmp_path / "till.sqlite3", story)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files apart by user, not by mode")
def test_the_file_and_its_folder_are_for_this_user_only(tmp_path: Path) -> None:
    """Folder 0700, file and WAL 0600; a file that was open to others is closed to them."""
    path = tmp_path / "new" / "till.sqlite3"

    def mode(name: Path) -> int:
        return stat.S_IMODE(name.stat().st_mode)

    async def story(database: Database) -> None:
        await database.write(lambda connection: settings.put(connection, "name", "value"))
        assert mode(path.parent) == 0o700
        for name in sorted(path.parent.iterdir()):
            assert mode(name) == 0o600

    run_with(path, story)
    path.chmod(0o644)
    run_with(path, story)


@pytest.mark.parametrize("version", [len(database_module._migrations()) + 1, 1000])
def test_a_newer_file_is_refused_and_left_as_it_was(tmp_path: Path, version: int) -> None:
    """A file that a newer program wrote is not guessed at, nor changed by a byte."""
    path = tmp_path / "till.sqlite3"
    opened_and_closed(path)
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", version)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseNewerError, match=str(version)):
        opened_and_closed(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE somebody_elses (x)",
        "PRAGMA application_id = 12345",
        "PRAGMA user_version = 1",
    ],
)
def test_somebody_elses_file_is_refused_and_left_as_it_was(tmp_path: Path, script: str) -> None:
    """A SQLite file that is no till's is not made one."""
    path = tmp_path / "other.sqlite3"
    connection = apsw.Connection(str(path))
    connection.execute(script)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError, match="not a till's"):
        opened_and_closed(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_damage(tmp_path: Path) -> None:
    """A file of other bytes is damage, and is left as it was."""
    path = tmp_path / "till.sqlite3"
    path.write_bytes(b"no database at all\n" * 1000)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError):
        opened_and_closed(path)
    assert path.read_bytes() == before


def test_a_page_that_was_overwritten_is_damage(tmp_path: Path) -> None:
    """Damage within the file is told as damage by whatever meets it, not as a passing trouble."""
    path = tmp_path / "till.sqlite3"
    opened_and_closed(path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))

    async def story(database: Database) -> None:
        await database.read(settings.every)

    with pytest.raises(DatabaseDamagedError):
        run_with(path, story)


def test_a_failing_migration_leaves_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration is kept whole with its number, or not at all; the next try does it."""
    path = tmp_path / "till.sqlite3"
    opened_and_closed(path)
    steps = database_module._migrations()
    broken = [*steps, "CREATE TABLE added (x TEXT) STRICT; CREATE TABLE settings (x TEXT)"]
    monkeypatch.setattr(database_module, "_migrations", lambda: broken)
    with pytest.raises(apsw.SQLError):
        opened_and_closed(path)
    connection = apsw.Connection(str(path))
    assert connection.pragma("user_version") == len(steps)
    assert not connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'added'").get
    connection.close()
    monkeypatch.setattr(
        database_module, "_migrations", lambda: [*steps, "CREATE TABLE added (x TEXT) STRICT"]
    )
    opened_and_closed(path)


def test_a_reader_that_cannot_be_made_closes_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When opening fails half way nothing stays open."""
    path = tmp_path / "till.sqlite3"

    def fail(_: apsw.Connection) -> None:
        raise apsw.IOError("made up")

    monkeypatch.setattr(database_module, "_prepare_reader", fail)
    with pytest.raises(StorageUnavailableError) as caught:
        opened_and_closed(path)
    assert caught.value.trouble is StorageTrouble.FAILING
    # The last connection to close takes the WAL with it.
    assert sorted(name.name for name in tmp_path.iterdir()) == ["till.sqlite3"]


# Transactions


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    """An error within undoes all of it, and the next one is not harmed."""

    async def story(database: Database) -> None:
        def half(connection: apsw.Connection) -> None:
            settings.put(connection, "first", "1")
            raise LookupError("half way")

        with pytest.raises(LookupError):
            await database.write(half)
        assert await database.read(settings.every) == {}
        await database.write(lambda connection: settings.put(connection, "second", "2"))
        assert await database.read(settings.every) == {"second": "2"}

    run_with(tmp_path / "till.sqlite3", story)


def test_a_cancelled_writer_is_kept_all_the_same(tmp_path: Path) -> None:
    """Whoever awaits a transaction may be cancelled while it runs; it is then kept whole."""

    async def story(database: Database) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def slow(connection: apsw.Connection) -> None:
            settings.put(connection, "first", "1")
            begun.set()
            assert go_on.wait(10)
            settings.put(connection, "second", "2")

        caller = asyncio.create_task(database.write(slow))
        await asyncio.to_thread(begun.wait, 10)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert await database.read(settings.every) == {}
        go_on.set()
        await database.write(lambda connection: settings.put(connection, "third", "3"))
        assert await database.read(settings.every) == {"first": "1", "second": "2", "third": "3"}

    run_with(tmp_path / "till.sqlite3", story)


def test_a_cancelled_writer_in_the_queue_is_kept_all_the_same(tmp_path: Path) -> None:
    """Also one that waits behind another is done, though nobody awaits it any more."""

    async def story(database: Database) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def slow(_: apsw.Connection) -> None:
            begun.set()
            assert go_on.wait(10)

        first = asyncio.create_task(database.write(slow))
        await asyncio.to_thread(begun.wait, 10)
        caller = asyncio.create_task(
            database.write(lambda connection: settings.put(connection, "name", "value"))
        )
        # It gets as far as the queue in one turn of the loop.
        await asyncio.sleep(0)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        go_on.set()
        await first
        await database.write(lambda _: None)
        assert await database.read(settings.every) == {"name": "value"}

    run_with(tmp_path / "till.sqlite3", story)


def test_what_was_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    """What is replaced is overwritten: once the file is closed no byte of it can be found."""
    marker = "made-up-confirmation-code-481516"

    async def story(database: Database) -> None:
        for number in range(20):
            await database.write(lambda c, number=number: settings.put(c, f"{number}", marker * 20))
        for number in range(20):
            await database.write(lambda c, number=number: settings.put(c, f"{number}", ""))

    run_with(tmp_path / "till.sqlite3", story)
    assert [file.name for file in tmp_path.iterdir()] == ["till.sqlite3"]
    assert marker.encode() not in (tmp_path / "till.sqlite3").read_bytes()


def test_a_cancelled_reader_harms_nobody(tmp_path: Path) -> None:
    """A read whose caller is gone ends by itself; the next read works."""

    async def story(database: Database) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def slow(connection: apsw.Connection) -> dict[str, str]:
            begun.set()
            assert go_on.wait(10)
            return settings.every(connection)

        caller = asyncio.create_task(database.read(slow))
        await asyncio.to_thread(begun.wait, 10)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        go_on.set()
        assert await database.read(settings.every) == {}

    run_with(tmp_path / "till.sqlite3", story)


def test_a_read_sees_one_moment(tmp_path: Path) -> None:
    """What is committed while a read goes on is not in it, and is in the next."""

    async def story(database: Database) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def twice(connection: apsw.Connection) -> list[dict[str, str]]:
            first = settings.every(connection)
            begun.set()
            assert go_on.wait(10)
            return [first, settings.every(connection)]

        reading = asyncio.create_task(database.read(twice))
        await asyncio.to_thread(begun.wait, 10)
        await database.write(lambda connection: settings.put(connection, "name", "value"))
        go_on.set()
        assert await reading == [{}, {}]
        assert await database.read(settings.every) == {"name": "value"}

    run_with(tmp_path / "till.sqlite3", story)


def test_an_error_that_ended_the_read_by_itself_is_the_one_told(tmp_path: Path) -> None:
    """A read whose transaction is gone already fails with its own error, not with that of the clean-up."""

    async def story(database: Database) -> None:
        def gone(connection: apsw.Connection) -> None:
            connection.execute("ROLLBACK")
            raise apsw.IOError("the disk is gone")

        with pytest.raises(StorageUnavailableError, match="the disk is gone"):
            await database.read(gone)

        def full(connection: apsw.Connection) -> None:
            connection.execute("ROLLBACK")
            raise apsw.FullError("no room")

        with pytest.raises(StorageUnavailableError, match="no room"):
            await database.write(full)
        assert await database.read(settings.every) == {}

    run_with(tmp_path / "till.sqlite3", story)


# Trouble


def test_a_full_disk_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    """No room for another page: `full`, nothing of it kept, what was there is there, and room helps."""

    async def story(database: Database) -> None:
        await database.write(lambda connection: settings.put(connection, "before", "1"))
        # The limit is the connection's own, and is set outside of a transaction.
        writer = database._writer
        pages = await writer.async_run(writer.pragma, "page_count")
        await writer.async_run(writer.pragma, "max_page_count", pages)

        def much(connection: apsw.Connection) -> None:
            settings.put(connection, "small", "1")
            settings.put(connection, "large", "x" * 100_000)

        with pytest.raises(StorageUnavailableError) as caught:
            await database.write(much)
        assert caught.value.trouble is StorageTrouble.FULL
        assert await database.read(settings.every) == {"before": "1"}
        await writer.async_run(writer.pragma, "max_page_count", pages + 1000)
        await database.write(much)

    run_with(tmp_path / "till.sqlite3", story)


def test_a_disk_that_became_read_only_is_told(tmp_path: Path) -> None:
    """No write is taken: `read_only`; reading goes on."""

    async def story(database: Database) -> None:
        writer = database._writer
        await writer.async_run(writer.pragma, "query_only", 1)
        with pytest.raises(StorageUnavailableError) as caught:
            await database.write(lambda connection: settings.put(connection, "name", "value"))
        assert caught.value.trouble is StorageTrouble.READ_ONLY
        assert await database.read(settings.every) == {}

    run_with(tmp_path / "till.sqlite3", story)


HOLD_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_that_another_process_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process holds the write lock for longer than patience lasts: `locked`; afterwards it works."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 50)

    async def story(database: Database) -> None:
        with subprocess.Popen(  # noqa: ASYNC220, S603  # started in a millisecond, and our own text
            [sys.executable, "-c", HOLD_THE_LOCK, str(database.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout is not None
            assert await asyncio.to_thread(other.stdout.readline) == b"held\n"
            done: list[apsw.Connection] = []
            with pytest.raises(StorageUnavailableError) as caught:
                await database.write(done.append)
            assert caught.value.trouble is StorageTrouble.LOCKED
            # Found out before any work was done.
            assert not done
            assert await database.read(settings.every) == {}
            other.communicate()
        await database.write(lambda connection: settings.put(connection, "name", "value"))

    run_with(tmp_path / "till.sqlite3", story)


def test_a_place_that_is_no_folder_is_trouble(tmp_path: Path) -> None:
    """A file where the folder should be, and a folder where the file should be, are told, not thrown."""
    (tmp_path / "file").touch()
    (tmp_path / "till.sqlite3").mkdir()
    for path in (tmp_path / "file" / "till.sqlite3", tmp_path / "till.sqlite3"):
        with pytest.raises(StorageUnavailableError) as caught:
            opened_and_closed(path)
        assert caught.value.trouble is StorageTrouble.FAILING


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, StorageTrouble.FULL),
        (errno.EROFS, StorageTrouble.READ_ONLY),
        (errno.EACCES, StorageTrouble.READ_ONLY),
        (errno.EIO, StorageTrouble.FAILING),
    ],
)
def test_what_the_system_says_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: StorageTrouble
) -> None:
    """A file that cannot even be made says why."""

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(database_module.os, "open", fail)
    with pytest.raises(StorageUnavailableError) as caught:
        opened_and_closed(tmp_path / "till.sqlite3")
    assert caught.value.trouble is trouble


@pytest.mark.parametrize(("kind", "trouble"), database_module._TROUBLES)
def test_every_trouble_of_sqlite_has_its_name(kind: type[apsw.Error], trouble: StorageTrouble) -> None:
    """Whatever SQLite calls it, the message a person gets is chosen by what can be done about it."""
    with pytest.raises(StorageUnavailableError) as caught, database_module._trouble_named():
        raise kind("made up")
    assert caught.value.trouble is trouble


# Long reads


def test_a_long_read_holds_up_no_other(tmp_path: Path) -> None:
    """What is scanned runs on a connection of its own, which only reads, and is opened when it is first needed."""

    async def story(database: Database) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def long_one(connection: apsw.Connection) -> dict[str, str]:
            assert settings.every(connection) == {}
            begun.set()
            assert go_on.wait(10)
            return settings.every(connection)

        scanning = asyncio.create_task(database.scan(long_one))
        await asyncio.to_thread(begun.wait, 10)
        await database.write(lambda connection: settings.put(connection, "name", "value"))
        assert await database.read(settings.every) == {"name": "value"}
        go_on.set()
        # It began before, and sees the file as it was then.
        assert await scanning == {}
        assert await database.scan(settings.every) == {"name": "value"}
        with pytest.raises(StorageUnavailableError):
            await database.scan(lambda connection: settings.put(connection, "name", "other"))

    run_with(tmp_path / "till.sqlite3", story)
    assert [name.name for name in tmp_path.iterdir()] == ["till.sqlite3"]


def test_a_scanner_that_cannot_be_opened_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails for a moment is told, and the next long read opens it."""

    async def story(database: Database) -> None:
        with monkeypatch.context() as failing:

            def fail(_: apsw.Connection) -> None:
                raise apsw.IOError("made up")

            failing.setattr(database_module, "_prepare_reader", fail)
            with pytest.raises(StorageUnavailableError):
                await database.scan(settings.every)
        assert await database.scan(settings.every) == {}

    run_with(tmp_path / "till.sqlite3", story)
