"""A million rows to CSV, beside a plain dump of the same query; and what memory they need on their way to XLSX."""

from __future__ import annotations

import csv
import os
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.child import answer, ask_child
from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.history_file import ROWS, history_file
from benchmarks.history_till import with_history
from benchmarks.loop_watch import LoopWatch
from benchmarks.memory import memory_mb, most_memory_mb
from cashier.domain.history import HistoryQuery, ItemKind, ItemState
from cashier.services.history_cells import ExportColumn, ExportWords
from cashier.services.history_export import ExportFormat
from cashier.services.till import Till
from cashier.storage.history_export_rows import COLUMNS, JOINS

_WORDS: Final = ExportWords(
    heads={column: column.value for column in ExportColumn},
    kinds={ItemKind.PAYMENT: "دریافت", ItemKind.WITHDRAWAL: "برداشت"},
    states={(kind, state): state.name for kind in ItemKind for state in ItemState},
    units={"IRR": "ریال", "IRT": "تومان"},
    accounts={},
    operators={},
    zone=ZoneInfo("Asia/Tehran"),
    calendar_date=lambda moment: f"{moment:%Y/%m/%d}",
    sheet="تاریخچه",
    right_to_left=True,
)


def measure_csv() -> Measured:
    """Return how many times as long as the dump each export took; as references, the seconds of the dumps."""
    return with_history(_measure_csv)


def measure_gap() -> Measured:
    """Return of each export the longest milliseconds between two ticks of a timer of 5 ms."""
    return with_history(_measure_gap)


def measure_xlsx() -> Measured:
    """Return of each export, in a process of its own, the megabytes that it added at most."""
    return Measured(values=[ask_child("benchmarks.history_exports")["added_mb"] for _ in range(LEAST_RUNS)])


async def _measure_csv(till: Till) -> Measured:
    values, references = [], []
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        # Once for the machine to have the file at hand.
        _dump(Path(folder) / "dump.csv")
        for _ in range(LEAST_RUNS):
            theirs_s = _dump(Path(folder) / "dump.csv")
            values.append(await _export(till, Path(folder) / "export.csv", ExportFormat.CSV) / theirs_s)
            references.append(theirs_s)
    return Measured(values=values, references=references)


async def _measure_gap(till: Till) -> Measured:
    values = []
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        for run in range(LEAST_RUNS):
            file_format = list(ExportFormat)[run % len(ExportFormat)]
            with LoopWatch() as watch:
                await _export(till, Path(folder) / "export", file_format)
            values.append(watch.longest_gap_ms)
    return Measured(values=values)


async def _measure_xlsx(till: Till) -> float:
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        before_mb = memory_mb()
        await _export(till, Path(folder) / "export.xlsx", ExportFormat.XLSX)
        return most_memory_mb() - before_mb


async def _export(till: Till, path: Path, file_format: ExportFormat) -> float:
    """Export all of history; return how many seconds it takes."""
    began_s = time.perf_counter()
    done = await till.history_export.export(
        HistoryQuery(), path, file_format, _WORDS, lambda _written, _total: None
    )
    taken_s = time.perf_counter() - began_s
    if done.rows != ROWS:
        raise RuntimeError(f"{done.rows} rows were written")
    return taken_s


def _dump(path: Path) -> float:
    """Write the same rows as simply as can be; return how many seconds it takes."""
    began_s = time.perf_counter()
    with closing(sqlite3.connect(history_file())) as connection, path.open("w", newline="") as file:
        rows = connection.execute(f"SELECT {COLUMNS} FROM history {JOINS} ORDER BY history.place DESC")  # noqa: S608  # our own columns
        csv.writer(file).writerows(rows)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began_s


if __name__ == "__main__":
    answer({"added_mb": with_history(_measure_xlsx)})
