"""What our own code adds around a payment's two provider calls, its journal on a real disk included.

The real services run on the real event loop over a real file; the sandbox answers from a process of its own. Taken
away from the time a cashier waits is only what was spent inside the HTTP transport.
"""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

# qasync looks for a binding by itself; with two installed it would take the wrong one.
os.environ.setdefault("QT_API", "pyside6")

import qasync
import structlog
from PySide6.QtCore import QCoreApplication

from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.http_stopwatch import HttpStopwatch
from cashier.demo.sandbox_process import SandboxProcess
from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.domain.redaction import Redactor
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl
from cashier.sandbox.credentials import DIGIBANK_API_KEY, DIGIBANK_CUSTOMER
from cashier.services.accounts import AccountForm
from cashier.services.payment_form import CheckedPayment
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.vault import MemoryVault

_PAYMENTS_A_RUN: Final = 20
_MS_IN_S: Final = 1000.0


def measure() -> Measured:
    """Return the median milliseconds of each run; as references, those inside the HTTP calls.

    Raises:
        RuntimeError: if a payment did not go as it should.
    """
    # As in the program, where lines below "info" are not written.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.ReturnLoggerFactory(),
    )
    app = QCoreApplication.instance() or QCoreApplication([])
    # Beside the project and not in the system's folder for temporary files, which may lie in memory.
    with (
        tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder,
        SandboxProcess(["--port", "0"]) as sandbox,
        qasync.QEventLoop(app) as loop,
    ):
        measured: Measured = loop.run_until_complete(_measure(Path(folder) / "till.db", sandbox.base_url))
    return measured


async def _measure(file: Path, base_url: str) -> Measured:
    till = await open_till(await Database.open(file), MemoryVault(), SystemClock(), Redactor())
    await till.start()
    values, references = [], []
    try:
        account = await till.accounts.add(
            AccountForm(
                provider="digibank",
                label="Digital bank",
                base_url=f"{base_url}/digibank",
                values={"api_key": DIGIBANK_API_KEY},
            )
        )
        async with AsyncSandboxControl(base_url) as control:
            # The first opens the connection, and imports what is imported late.
            await _take_payment(till, account, control, HttpStopwatch())
            for _ in range(LEAST_RUNS):
                ours_ms, inside_ms = await _run(till, account, control)
                values.append(ours_ms)
                references.append(inside_ms)
    finally:
        await till.close()
    return Measured(values=values, references=references)


async def _run(till: Till, account: Account, control: AsyncSandboxControl) -> tuple[float, float]:
    ours_s, inside_s = [], []
    with HttpStopwatch() as watch:
        for _ in range(_PAYMENTS_A_RUN):
            whole_s, http_s = await _take_payment(till, account, control, watch)
            ours_s.append(whole_s - http_s)
            inside_s.append(http_s)
    return median(ours_s) * _MS_IN_S, median(inside_s) * _MS_IN_S


async def _take_payment(
    till: Till, account: Account, control: AsyncSandboxControl, watch: HttpStopwatch
) -> tuple[float, float]:
    """Take one payment; return the seconds a cashier waits, and those of them inside HTTP."""
    checked = CheckedPayment(money=Money.of("10", "USDT"), customer_no=DIGIBANK_CUSTOMER, note="")
    watch.take_s()
    began_s = time.perf_counter()
    asked = await till.payments.request(till.payments.new_intent(), account, checked)
    whole_s, http_s = time.perf_counter() - began_s, watch.take_s()
    code = (await control(control_calls.open_requests()))[-1].code
    # What the loop does after a step, such as waking the sync loop, is not left to the next measurement.
    await asyncio.sleep(0)
    watch.take_s()
    began_s = time.perf_counter()
    paid = await till.payments.confirm(asked.id, code)
    whole_s += time.perf_counter() - began_s
    http_s += watch.take_s()
    if paid.state is not PaymentState.PAID:
        raise RuntimeError(f"the payment is {paid.state.value}")
    return whole_s, http_s
