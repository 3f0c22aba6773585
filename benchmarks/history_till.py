"""A till over the history of a million lines, without its window, on the program's own kind of event loop."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

# qasync looks for a binding by itself; with two installed it would take the wrong one.
os.environ.setdefault("QT_API", "pyside6")

import qasync
from PySide6.QtCore import QCoreApplication

from benchmarks.history_file import history_file
from cashier.domain.history import HistoryQuery
from cashier.domain.redaction import Redactor
from cashier.services.history import HistoryKeys
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.vault import MemoryVault

_T = TypeVar("_T")


def with_history(steps: Callable[[Till], Awaitable[_T]], file: Path | None = None) -> _T:
    """Run `steps` with a till over that history, or over another file, and return what they return."""
    app = QCoreApplication.instance() or QCoreApplication([])
    path = file or history_file()

    async def run() -> _T:
        till = await open_till(await Database.open(path), MemoryVault(), SystemClock(), Redactor())
        # As the program does when it has started.
        gc.freeze()
        try:
            return await steps(till)
        finally:
            await till.close()

    with qasync.QEventLoop(app) as loop:
        asyncio.set_event_loop(loop)
        result: _T = loop.run_until_complete(run())
    return result


async def all_keys(till: Till, query: HistoryQuery) -> HistoryKeys:
    """Return all places a query admits."""
    keys = await till.history.open(query)
    while not keys.is_complete:
        await till.history.extend(keys)
    return keys
