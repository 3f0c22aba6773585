"""A file that is changed while nobody has it open: the change is in the file itself, or it is told that it is not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import apsw
import pytest

from cashier.storage import settings
from cashier.storage.database import Database, change_closed
from cashier.storage.errors import StorageTrouble, StorageUnavailableError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a till's file that nobody has open."""
    path = tmp_path / "till.db"

    async def make() -> None:
        await (await Database.open(path)).close()

    asyncio.run(make())
    return path


def test_a_change_is_in_the_file_alone(path: Path) -> None:
    """Nothing of it stays in a WAL: the file is moved without what is beside it."""
    change_closed(path, lambda connection: settings.put(connection, "marked", "here"))
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    moved = path.rename(path.with_name("moved.db"))
    with apsw.Connection(str(moved)) as connection:
        assert settings.get(connection, "marked") == "here"


def test_a_change_that_cannot_come_into_the_file_is_told(path: Path) -> None:
    """What the WAL still holds would be lost with the next move: it does not count as done.

    Somebody else reads the file here; a disk that is full at that moment does the same.
    """
    readers = []

    def change(connection: apsw.Connection) -> None:
        reader = apsw.Connection(str(path))
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM settings").fetchall()
        readers.append(reader)
        settings.put(connection, "marked", "here")

    with pytest.raises(StorageUnavailableError) as caught:
        change_closed(path, change)
    assert caught.value.trouble is StorageTrouble.LOCKED
    readers[0].close()
