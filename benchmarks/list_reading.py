"""A hundred thousand records from the sandbox's lists to committed rows, beside fetching the same pages for nothing."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# qasync looks for a binding by itself; with two installed it would take the wrong one.
os.environ.setdefault("QT_API", "pyside6")

import qasync
import structlog
from PySide6.QtCore import QCoreApplication

from benchmarks.child import answer, ask_child
from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.http_record import HttpRecord, make_again
from benchmarks.loop_watch import LoopWatch
from cashier.app import Application
from cashier.demo.demo_shop import set_up_shop
from cashier.demo.sandbox_process import SandboxProcess
from cashier.domain.history import HistoryQuery
from cashier.domain.redaction import Redactor
from cashier.launch import Launch
from cashier.run import run_application
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl
from cashier.sandbox.credentials import MAIN_ACCOUNT
from cashier.services.preferences import Appearance, Language
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.storage.profile_files import DATABASE_NAME
from cashier.vault import MemoryVault

RECORDS: Final = 100_000
_PROVIDERS: Final = ("digibank", "resid", "paystar", "aqayepardakht")
_PATIENCE_S: Final = 600.0


def measure_ratio() -> Measured:
    """Return how many times as long as the bare fetching each reading took; as references, the seconds of that."""
    # As in the program, where lines below "info" are not written.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.ReturnLoggerFactory(),
    )
    app = QCoreApplication.instance() or QCoreApplication([])
    values, references = [], []
    with SandboxProcess(["--port", "0"]) as sandbox, qasync.QEventLoop(app) as loop:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(_fill(sandbox.base_url))
        for _ in range(LEAST_RUNS):
            with _empty_folder() as folder:
                ours_s, record = loop.run_until_complete(_read(folder, sandbox.base_url))
            theirs_s = loop.run_until_complete(_fetch(record))
            values.append(ours_s / theirs_s)
            references.append(theirs_s)
    return Measured(values=values, references=references)


def measure_gap() -> Measured:
    """Return of each reading, with the window shown, the longest milliseconds between two ticks of a timer of 5 ms."""
    with SandboxProcess(["--port", "0"]) as sandbox:
        asyncio.run(_fill(sandbox.base_url))
        values = [
            ask_child("benchmarks.list_reading", sandbox.base_url)["longest_gap_ms"]
            for _ in range(LEAST_RUNS)
        ]
    return Measured(values=values)


async def _fill(base_url: str) -> None:
    async with AsyncSandboxControl(base_url) as control:
        # To be slowed down by a provider measures nothing of ours.
        await control(control_calls.put_account("resid", MAIN_ACCOUNT, list_calls_per_minute=None))
        for provider in _PROVIDERS:
            await control(control_calls.add_history(provider, RECORDS // len(_PROVIDERS)))


@contextmanager
def _empty_folder() -> Iterator[Path]:
    # Beside the project and not in the system's folder for temporary files, which may lie in memory.
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        yield Path(folder)


async def _set_up(profile: Path, base_url: str) -> MemoryVault:
    vault = MemoryVault()
    await set_up_shop(
        profile,
        vault,
        SystemClock(),
        base_url=base_url,
        language=Language.PERSIAN,
        appearance=Appearance.LIGHT,
    )
    return vault


async def _read(profile: Path, base_url: str) -> tuple[float, HttpRecord]:
    vault = await _set_up(profile, base_url)
    till = await open_till(await Database.open(profile / DATABASE_NAME), vault, SystemClock(), Redactor())
    try:
        await till.start()
        with HttpRecord() as record:
            began_s = time.perf_counter()
            till.lists.refresh()
            await _all_read(till)
            taken_s = time.perf_counter() - began_s
        count = (await till.history.totals(HistoryQuery())).count
        if count < RECORDS:
            raise RuntimeError(f"{count} records were read")
    finally:
        await till.close()
    return taken_s, record


async def _all_read(till: Till) -> None:
    """Wait until the first reading of every list has ended."""
    ended = asyncio.Event()

    def look(_: object = None) -> None:
        progress = till.lists.progress()
        if len(progress) == len(_PROVIDERS) and all(
            one.complete_until is not None and not one.is_reading for one in progress
        ):
            ended.set()

    unsubscribe = till.lists.changes.subscribe(look)
    look()
    async with asyncio.timeout(_PATIENCE_S):
        await ended.wait()
    unsubscribe()


async def _fetch(record: HttpRecord) -> float:
    began_s = time.perf_counter()
    await make_again(record)
    return time.perf_counter() - began_s


def _read_in_window(base_url: str) -> dict[str, float]:
    measured: dict[str, float] = {}

    async def drive(application: Application) -> int:
        await application.ready()
        with LoopWatch() as watch:
            began_s = time.perf_counter()
            application.till.lists.refresh()
            await _all_read(application.till)
            measured["taken_s"] = time.perf_counter() - began_s
        measured["longest_gap_ms"] = watch.longest_gap_ms
        gaps_ms = sorted(watch.gaps_ms)
        measured["p99_gap_ms"] = gaps_ms[len(gaps_ms) * 99 // 100]
        await application.stop()
        return 0

    with _empty_folder() as profile:
        vault = asyncio.run(_set_up(profile, base_url))
        run_application(Launch(profile=profile, vault=vault, language=Language.PERSIAN), drive)
    return measured


if __name__ == "__main__":
    answer(_read_in_window(sys.argv[1]))
