"""Files of batches: what they are, why they cannot be read, and that nobody waits for them."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from cashier.services.batch_cells import RowText
from cashier.services.batch_export import ExportRow, Headers, write_rows
from cashier.services.batch_file import read_batch_file
from cashier.services.batch_file_errors import (
    MAXIMUM_BYTES,
    BatchFileError,
    DamagedTableError,
    EmptyTableError,
    FileForbiddenError,
    FileMissingError,
    FileUnreadableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_table import ParsedTable

IBAN = "IR550570022080013447370101"
HEADERS = Headers(iban="شبا", holder="نام", amount="مبلغ (ریال)", note="شرح", pay_id="شناسه واریز")


def read(path: Path) -> ParsedTable:
    """Read a file as the window does, to the end."""
    return asyncio.run(read_batch_file(path))


def read_error(path: Path) -> BatchFileError:
    """Return what reading the file raises."""
    with pytest.raises(BatchFileError) as caught:
        read(path)
    return caught.value


def write(path: Path, rows: list[ExportRow]) -> None:
    """Write a workbook or CSV file."""
    asyncio.run(write_rows(path, rows, HEADERS))


@pytest.mark.parametrize("name", ["rows.csv", "rows.tsv", "rows.txt", "rows.xlsx", "rows"])
def test_text_is_text_by_whatever_name(tmp_path: Path, name: str) -> None:
    """The content tells, not the name."""
    path = tmp_path / name
    path.write_text(f"iban\tamount\n{IBAN}\t5000\n", encoding="utf-8")
    assert read(path).rows == (RowText(number=2, iban=IBAN, amount="5000"),)


def test_a_workbook_is_a_workbook_by_whatever_name(tmp_path: Path) -> None:
    """Renaming a workbook to .csv is a common try."""
    write(tmp_path / "rows.xlsx", [ExportRow(iban=IBAN, holder="a b", amount_rial="5000")])
    renamed = (tmp_path / "rows.xlsx").rename(tmp_path / "rows.csv")
    assert [row.amount for row in read(renamed).rows] == ["5000"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", ForeignKind.PDF),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><table>", ForeignKind.HTML),
        (b"<TABLE><tr><td>IR</td></tr></TABLE>", ForeignKind.HTML),
        (b'<?xml version="1.0"?><Workbook>', ForeignKind.HTML),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ForeignKind.OLD_EXCEL),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            ForeignKind.LOCKED_EXCEL,
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ForeignKind.BINARY),
    ],
)
def test_files_that_are_something_else(tmp_path: Path, data: bytes, kind: ForeignKind) -> None:
    """Each is named, so that the message can say what to do."""
    path = tmp_path / "rows.csv"
    path.write_bytes(data)
    error = read_error(path)
    assert isinstance(error, NotATableError)
    assert error.kind is kind


def test_empty_and_torn_files(tmp_path: Path) -> None:
    """Nothing in it, or an archive without its end."""
    path = tmp_path / "rows.csv"
    path.write_bytes(b"")
    assert isinstance(read_error(path), EmptyTableError)
    path.write_bytes(b"PK\x03\x04 and no more")
    assert isinstance(read_error(path), DamagedTableError)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Also where a folder on the way is a file."""
    assert isinstance(read_error(tmp_path / "none.csv"), FileMissingError)
    (tmp_path / "file").touch()
    assert isinstance(read_error(tmp_path / "file" / "none.csv"), FileMissingError)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Dropped onto the window by mistake."""
    assert isinstance(read_error(tmp_path), FileUnreadableError)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are a POSIX thing")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write to it."""
    os.mkfifo(tmp_path / "pipe.csv")
    assert isinstance(read_error(tmp_path / "pipe.csv"), FileUnreadableError)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="whoever may read everything is refused nothing"
)
def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    """No permission is its own message."""
    path = tmp_path / "rows.csv"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert isinstance(read_error(path), FileForbiddenError)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """Only a little more than the limit of it is ever read."""
    path = tmp_path / "rows.csv"
    with path.open("wb") as file:
        file.truncate(100 * MAXIMUM_BYTES)
    error = read_error(path)
    assert isinstance(error, TableTooLargeError)
    assert error.bytes_limit == MAXIMUM_BYTES


def test_progress_is_told_on_the_loops_own_thread(tmp_path: Path) -> None:
    """Rising counts, so that a progress bar can be moved right there."""
    path = tmp_path / "rows.csv"
    path.write_text("iban,amount\n" + f"{IBAN},5000\n" * 3000, encoding="utf-8")
    told: list[tuple[int, int]] = []
    table = asyncio.run(read_batch_file(path, told=lambda rows: told.append((threading.get_ident(), rows))))
    assert len(table.rows) == 3000
    assert {thread for thread, _ in told} == {threading.get_ident()}
    assert [rows for _, rows in told] == [0, 500, 1000, 1500, 2000, 2500]


def test_a_reading_that_is_given_up_ends_its_thread(tmp_path: Path) -> None:
    """The worker stops at its next count instead of reading on for nobody."""
    path = tmp_path / "rows.csv"
    path.write_text("iban,amount\n" + f"{IBAN},5000\n" * 9_000, encoding="utf-8")
    counts: list[int] = []

    async def give_up() -> None:
        loop = asyncio.get_running_loop()
        given_up = threading.Event()
        tell = loop.call_soon_threadsafe

        def tell_and_wait(*told: Any, **context: Any) -> asyncio.Handle:
            # The worker goes on from its first count when it has been given up, however slow this machine is.
            handle = tell(*told, **context)
            if threading.current_thread() is not threading.main_thread() and not loop.is_closed():
                given_up.wait(60)
            return handle

        loop.call_soon_threadsafe = tell_and_wait  # type: ignore[method-assign]  # of this loop only
        begun = asyncio.Event()

        def told(rows: int) -> None:
            counts.append(rows)
            begun.set()

        reading = asyncio.create_task(read_batch_file(path, told=told))
        await begun.wait()
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        given_up.set()
        # Returns when the worker thread is free again.
        await loop.shutdown_default_executor()

    asyncio.run(give_up())
    assert counts == [0]


def test_the_loop_stays_awake_while_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    """A ticker of 5 ms goes on: what is counted is the work of the loop's thread between two of its ticks."""
    path = tmp_path / "rows.xlsx"
    write(
        path,
        [ExportRow(iban=IBAN, holder="a b", amount_rial=str(10**6 + number)) for number in range(10_000)],
    )
    stalls: list[float] = []

    async def tick() -> None:
        while True:
            before = time.thread_time()
            # Not a wait for something: this is the clock beside which the loop's work is measured.
            await asyncio.sleep(0.005)
            stalls.append(time.thread_time() - before)

    async def read_beside_a_ticker() -> ParsedTable:
        ticker = asyncio.create_task(tick())
        table = await read_batch_file(path)
        ticker.cancel()
        return table

    assert len(asyncio.run(read_beside_a_ticker()).rows) == 10_000
    # It had its turns meanwhile, how many is the machine's business, and did next to nothing in any of them.
    assert stalls
    assert max(stalls) < 0.1
