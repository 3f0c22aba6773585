"""The till's SQLite file: one connection writes, one reads, one reads what takes long, each on its own thread."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import apsw

from cashier.domain.backup import BackupProblem
from cashier.storage import backup_check, backup_files, file_swap, schema
from cashier.storage.errors import (
    BackupFailedError,
    DatabaseDamagedError,
    DatabaseNewerError,
    StorageTrouble,
    StorageUnavailableError,
)
from cashier.storage.schema import migrations as _migrations

# What a transaction of some hundred listed records changes, which is written twice where it does not fit.
_WRITER_CACHE_KIB = 8_192
# The upper levels of the indexes that a page of history in the order of amounts is looked up in, a million lines long.
_READER_CACHE_KIB = 4_096
# A long read goes through an index from end to end, or to a text here and there: it hardly meets a page of the file twice,
# and is no faster with more.
_SCANNER_CACHE_KIB = 1_024

# Another process holds the file for milliseconds; longer is trouble worth telling.
BUSY_TIMEOUT_MS = 2_000

_TROUBLES: tuple[tuple[type[apsw.Error], StorageTrouble], ...] = (
    (apsw.FullError, StorageTrouble.FULL),
    (apsw.ReadOnlyError, StorageTrouble.READ_ONLY),
    (apsw.PermissionsError, StorageTrouble.READ_ONLY),
    (apsw.BusyError, StorageTrouble.LOCKED),
    (apsw.LockedError, StorageTrouble.LOCKED),
    (apsw.CantOpenError, StorageTrouble.FAILING),
    (apsw.IOError, StorageTrouble.FAILING),
)

_BACKUP_TROUBLES = {
    BackupProblem.DISK_FULL: StorageTrouble.FULL,
    BackupProblem.NO_PERMISSION: StorageTrouble.READ_ONLY,
}

_ERRNO_TROUBLES = {
    errno.ENOSPC: StorageTrouble.FULL,
    errno.EACCES: StorageTrouble.READ_ONLY,
    errno.EPERM: StorageTrouble.READ_ONLY,
    errno.EROFS: StorageTrouble.READ_ONLY,
}

_T = TypeVar("_T")


class Database:
    """The open file. What is passed to `write` and `read` runs on their threads, never on the caller's.

    Attributes:
        writes: how many transactions were written since it was opened, of those that were waited for.
    """

    def __init__(self, path: Path, writer: apsw.AsyncConnection, reader: apsw.AsyncConnection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self.writes = 0
        # Opened when it is first needed: a till starts, and takes payments, without it.
        self._scanner: asyncio.Task[apsw.AsyncConnection] | None = None

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Open or make the file at `path`, and bring its schema up to this version.

        A backup that was being put in its place when the program ended is put there first. Before the schema of a file
        that is in use is changed, a backup of it is made.

        Raises:
            DatabaseNewerError: if a newer version of the program wrote it.
            DatabaseDamagedError: if it is not a whole database of ours.
            StorageUnavailableError: if the disk will not do it.
        """
        with _trouble_named():
            await asyncio.to_thread(_make_ready, path)
            writer = await apsw.Connection.as_async(str(path))
            try:
                await writer.async_run(_prepare_writer, writer)
                reader = await _open_reader(path, _prepare_reader)
            except BaseException:
                await writer.aclose()
                raise
        return cls(path, writer, reader)

    async def write(self, transaction: Callable[[apsw.Connection], _T]) -> _T:
        """Run `transaction` in one transaction and return what it returns, once it is on the disk.

        A caller that is cancelled meanwhile does not stop it: it is kept whole or not at all.

        Raises:
            StorageUnavailableError: if the disk will not take it; nothing of it was kept.
        """
        with _trouble_named():
            result: _T = await asyncio.shield(
                asyncio.ensure_future(self._writer.async_run(_in_transaction, self._writer, transaction))
            )
            self.writes += 1
            return result

    async def read(self, query: Callable[[apsw.Connection], _T]) -> _T:
        """Run `query` on one unchanging view of the file and return what it returns."""
        with _trouble_named():
            result: _T = await self._reader.async_run(_in_snapshot, self._reader, query)
            return result

    async def scan(self, query: Callable[[apsw.Connection], _T]) -> _T:
        """Run a `query` that may take long, as `read` does, but without holding up what is read meanwhile."""
        with _trouble_named():
            if self._scanner is None or (self._scanner.done() and _has_failed(self._scanner)):
                opening = _open_reader(self.path, _prepare_scanner)
                self._scanner = asyncio.get_running_loop().create_task(opening)
            scanner = await asyncio.shield(self._scanner)
            result: _T = await scanner.async_run(_in_snapshot, scanner, query)
            return result

    @contextmanager
    def own_reader(self) -> Iterator[apsw.Connection]:
        """Open a connection that only reads, for work on the caller's own thread that may take minutes.

        Each statement sees the file as it is then: one long view of it would keep the WAL from being taken over.

        Raises:
            DatabaseDamagedError: if the file is not whole; in the block as well.
            StorageUnavailableError: if the disk will not do it; likewise.
        """
        with _trouble_named(), closing(apsw.Connection(str(self.path))) as connection:
            _prepare_reader(connection)
            yield connection

    def file_bytes(self) -> int:
        """Return how much room the file takes, with its WAL; looks at the disk."""
        names = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(name.stat().st_size for name in names if name.exists())

    async def optimize(self) -> None:
        """Let SQLite look again at what it guesses about the tables; takes milliseconds, and may be left out."""
        with suppress(apsw.Error):
            await self._writer.async_run(self._writer.pragma, "optimize")

    async def close(self) -> None:
        """Close all connections; the file is whole at any moment, this only lets go of it."""
        if self._scanner is not None:
            with suppress(apsw.Error):
                await (await self._scanner).aclose()
        await self._reader.aclose()
        # As SQLite would have it: when the tables have grown, and nobody waits for the file any more.
        await self.optimize()
        await self._writer.aclose()


async def _open_reader(path: Path, prepare: Callable[[apsw.Connection], None]) -> apsw.AsyncConnection:
    reader = await apsw.Connection.as_async(str(path))
    try:
        await reader.async_run(prepare, reader)
    except BaseException:
        await reader.aclose()
        raise
    return reader


def _has_failed(opening: asyncio.Task[apsw.AsyncConnection]) -> bool:
    return opening.cancelled() or opening.exception() is not None


def _make_ready(path: Path) -> None:
    """Make the folder and the file for this user's eyes only; SQLite gives its WAL the same mode."""
    try:
        file_swap.finish(path)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        # One that was copied back from elsewhere may be open to others.
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        trouble = _ERRNO_TROUBLES.get(error.errno or 0, StorageTrouble.FAILING)
        raise StorageUnavailableError(f"{path}: {error.strerror}", trouble) from error


def change_closed(path: Path, transaction: Callable[[apsw.Connection], _T]) -> _T:
    """Bring a file that nobody has open up to this version, change it in one transaction, and leave it as one file.

    Raises as `Database.open` and `Database.write`. For the caller's own thread.
    """
    with _trouble_named(), closing(apsw.Connection(str(path))) as connection:
        _prepare_writer(connection, keeps_copy=False)
        result = _in_transaction(connection, transaction)
        # Closing alone says nothing when the disk is full just then, and leaves the change in the WAL: the file is
        # carried on without that.
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        return result


def _prepare_writer(connection: apsw.Connection, *, keeps_copy: bool = True) -> None:
    connection.set_busy_timeout(BUSY_TIMEOUT_MS)
    # What is refused is left with its WAL: SQLite would take that into the file as it closes, or throw it away.
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    # The version is looked at before anything is changed: a newer file is left as it was found.
    version = connection.pragma("user_version")
    steps = _migrations()
    if not schema.is_ours(connection):
        raise DatabaseDamagedError(f"{connection.filename} is not a till's database")
    if version > len(steps):
        raise DatabaseNewerError(
            f"{connection.filename} has schema {version}, this version knows {len(steps)}"
        )
    if keeps_copy and 0 < version < len(steps):
        # A disk without room for it is found out before anything is changed.
        _copy_before_upgrade(connection)
    connection.pragma("journal_mode", "wal")
    _prepare(connection)
    # A payment must survive the power going the moment after it: FULL syncs the WAL at every commit.
    connection.pragma("synchronous", "FULL")
    # What was forgotten, a customer's code, is overwritten and not only let go of.
    connection.pragma("secure_delete", "ON")
    connection.pragma("cache_size", -_WRITER_CACHE_KIB)
    schema.bring_up(connection, steps, version)
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)


def _copy_before_upgrade(connection: apsw.Connection) -> None:
    try:
        backup_files.copy_before_upgrade(connection)
    except BackupFailedError as error:
        # What was spoilt on its way to the copy is not the file's own damage, for which a backup would take its place.
        if error.problem is BackupProblem.DAMAGED and backup_check.first_fault(connection, lambda: True):
            raise DatabaseDamagedError(str(error)) from error
        trouble = _BACKUP_TROUBLES.get(error.problem, StorageTrouble.FAILING)
        raise StorageUnavailableError(f"no backup before the upgrade: {error}", trouble) from error


def _prepare_reader(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(BUSY_TIMEOUT_MS)
    _prepare(connection)
    connection.pragma("query_only", 1)
    connection.pragma("cache_size", -_READER_CACHE_KIB)


def _prepare_scanner(connection: apsw.Connection) -> None:
    _prepare_reader(connection)
    connection.pragma("cache_size", -_SCANNER_CACHE_KIB)


def _prepare(connection: apsw.Connection) -> None:
    connection.pragma("foreign_keys", 1)
    connection.pragma("trusted_schema", 0)
    connection.pragma("mmap_size", 0)


def _in_transaction(connection: apsw.Connection, transaction: Callable[[apsw.Connection], _T]) -> _T:
    # IMMEDIATE takes the write lock at once: a lock that cannot be had is found before any work is done.
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = transaction(connection)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back by itself already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _in_snapshot(connection: apsw.Connection, query: Callable[[apsw.Connection], _T]) -> _T:
    connection.execute("BEGIN")
    try:
        return query(connection)
    finally:
        # A failing disk may have ended it by itself already; its own error is the one to tell.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def _trouble_named() -> Iterator[None]:
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError) as error:
        # A text that is none: SQLite gives it as it stands in the page.
        raise DatabaseDamagedError(str(error)) from error
    except tuple(kind for kind, _ in _TROUBLES) as error:
        trouble = next(trouble for kind, trouble in _TROUBLES if isinstance(error, kind))
        raise StorageUnavailableError(str(error), trouble) from error
