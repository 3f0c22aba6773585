"""Reads the rows of a transfer batch from a file: CSV, other separated text, or an XLSX workbook."""

from __future__ import annotations

import asyncio
import stat
import threading
from collections.abc import Callable
from pathlib import Path

from cashier.services.batch_file_errors import (
    MAXIMUM_BYTES,
    FileForbiddenError,
    FileMissingError,
    FileUnreadableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_sheet import parse_workbook_bytes
from cashier.services.batch_table import ParsedTable
from cashier.services.batch_text import parse_table_bytes

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_PDF = b"%PDF-"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
_PAGE_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<?xml")


class _ReadingStoppedError(Exception):
    """Nobody waits for the rows any more."""


async def read_batch_file(path: Path, *, told: Callable[[int], None] | None = None) -> ParsedTable:
    """Read a file's table. What the file is, its content tells, not its name.

    The work is done on a worker thread, which stops soon after this is cancelled.

    Args:
        path: the file.
        told: called on the event loop's thread, now and then, with how many rows have been read so far.

    Raises:
        BatchFileError: of every kind drawn in `batch_file_errors`.
    """
    loop = asyncio.get_running_loop()
    is_stopped = threading.Event()

    def tick(rows: int) -> None:
        if is_stopped.is_set():
            raise _ReadingStoppedError
        if told is not None:
            loop.call_soon_threadsafe(told, rows)

    try:
        return await asyncio.to_thread(_read, path, tick)
    finally:
        is_stopped.set()


def _read(path: Path, tick: Callable[[int], None]) -> ParsedTable:
    data = _content(path)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return parse_workbook_bytes(data, tick=tick)
    if (kind := _foreign_kind(data)) is not None:
        raise NotATableError(kind)
    return parse_table_bytes(data, tick=tick)


def _content(path: Path) -> bytes:
    """Return the file's bytes, or raise why not; never more than a little too much of them."""
    try:
        # Asked first: opening a pipe would wait for whoever writes to it.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadableError(f"{path} is no file")
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(str(path)) from error
    except PermissionError as error:
        raise FileForbiddenError(str(path)) from error
    except (OSError, ValueError) as error:
        raise FileUnreadableError(str(path)) from error
    if len(data) > MAXIMUM_BYTES:
        raise TableTooLargeError(bytes_limit=MAXIMUM_BYTES)
    return data


def _foreign_kind(data: bytes) -> ForeignKind | None:
    """Return what a file is that is certainly no text table."""
    if data.startswith(_PDF):
        return ForeignKind.PDF
    if data.startswith(_OLD_OFFICE):
        return ForeignKind.LOCKED_EXCEL if _LOCKED_WORKBOOK in data else ForeignKind.OLD_EXCEL
    beginning = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return ForeignKind.HTML if beginning.startswith(_PAGE_BEGINNINGS) else None
