"""Writes what a query of history admits to a file, in its order, on a worker thread."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from cashier.domain.history import HistoryQuery
from cashier.services.export_file import (
    CSV_SUFFIX,
    MOST_ROWS,
    XLSX_SUFFIX,
    ExportError,
    ExportProblem,
    put_whole,
)
from cashier.services.history import HistoryKeys, HistoryService
from cashier.services.history_cells import ExportWords
from cashier.services.history_csv import write_csv
from cashier.services.history_workbook import write_workbook
from cashier.storage import history_export_rows
from cashier.storage.database import Database
from cashier.storage.history_export_rows import ExportRow

# So many are read, put into words and written before the next look at whether they are still wanted. They hold up
# the window's thread no longer than the interpreter's own turn, five milliseconds.
_ROWS_AT_ONCE: Final = 1000
_PROGRESS_PAUSE_S: Final = 0.05

Progress = Callable[[int, int], None]


class ExportFormat(Enum):
    """What kind of file is written; the values are its endings."""

    CSV = CSV_SUFFIX
    XLSX = XLSX_SUFFIX


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that is whole, and on the disk.

    Attributes:
        rows: how many items it holds, its head not counted.
    """

    path: Path
    rows: int


class HistoryExport:
    """Exports history. One export knows nothing of another."""

    def __init__(self, database: Database, history: HistoryService) -> None:
        self._database = database
        self._history = history

    async def export(
        self,
        query: HistoryQuery,
        path: Path,
        file_format: ExportFormat,
        words: ExportWords,
        on_progress: Progress,
    ) -> ExportedFile:
        """Write all that a query admits now, in its order.

        Whoever cancels the task that waits for this stops it at once; then, as after any failure, nothing is left
        of the file, and what stood under its name stands there still.

        Args:
            query: what is written.
            path: replaced if it exists.
            file_format: the path's ending is not looked at.
            words: all that is written and is not in the database.
            on_progress: called in the caller's thread with the rows that are written and those there are, not more
                than some twenty times a second. When both are the same the file is being finished.

        Raises:
            ExportError: if the file cannot be written, or a workbook cannot hold so many rows.
            StorageError: if history cannot be read.
        """
        keys = await self._history.open(query)
        while not keys.is_complete:
            await self._history.extend(keys)
        if file_format is ExportFormat.XLSX and len(keys) > MOST_ROWS:
            raise ExportError(ExportProblem.TOO_MANY_ROWS)
        loop = asyncio.get_running_loop()
        is_stopped = threading.Event()

        def tell(written: int) -> None:
            if not is_stopped.is_set():
                on_progress(written, len(keys))

        run = _Run(self._database, keys, is_stopped, lambda written: loop.call_soon_threadsafe(tell, written))
        work = asyncio.ensure_future(asyncio.to_thread(run.write, path, file_format, words))
        try:
            rows = await asyncio.shield(work)
        except asyncio.CancelledError:
            is_stopped.set()
            # It ends within milliseconds; until then its scraps are there.
            await asyncio.wait([work])
            work.exception()
            raise
        return ExportedFile(path, rows)


class _StoppedError(Exception):
    """The file is not wanted any more."""


class _Run:
    """One export, on its worker thread."""

    def __init__(
        self,
        database: Database,
        keys: HistoryKeys,
        is_stopped: threading.Event,
        tell: Callable[[int], object],
    ) -> None:
        self._database = database
        self._keys = keys
        self._is_stopped = is_stopped
        self._tell = tell
        self._rows = 0

    def write(self, path: Path, file_format: ExportFormat, words: ExportWords) -> int:
        """Write the file and return how many rows it has."""
        write = {ExportFormat.CSV: write_csv, ExportFormat.XLSX: write_workbook}[file_format]
        with put_whole(path) as beside:
            write(beside, words, self._chunks())
            self._look()
        return self._rows

    def _chunks(self) -> Iterator[Sequence[ExportRow]]:
        told_at = time.monotonic()
        self._tell(0)
        with self._database.own_reader() as connection:
            for start in range(0, len(self._keys), _ROWS_AT_ONCE):
                self._look()
                rows = history_export_rows.at_places(
                    connection, self._keys.places(start, start + _ROWS_AT_ONCE)
                )
                yield rows
                self._rows += len(rows)
                if time.monotonic() - told_at >= _PROGRESS_PAUSE_S:
                    self._tell(min(start + _ROWS_AT_ONCE, len(self._keys)))
                    told_at = time.monotonic()
        self._tell(len(self._keys))

    def _look(self) -> None:
        if self._is_stopped.is_set():
            raise _StoppedError
