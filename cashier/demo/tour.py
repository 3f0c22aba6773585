"""The tour: a scripted cashier and a scripted customer go through the main job in the real windows.

Each step ends in something to see, which is photographed. At the end the providers' ledger is laid beside the
till's.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from cashier.app import Application
from cashier.demo.cuttable_line import CuttableLine
from cashier.demo.demo_shop import account_labels
from cashier.demo.hands import Hands
from cashier.demo.ledgers import LedgerLine, local_ledger, provider_ledger
from cashier.demo.movable_clock import MovableClock
from cashier.demo.phone_window import PhoneWindow
from cashier.demo.tour_steps import SCENES
from cashier.demo.visit import Visit
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl
from cashier.services.asking import AskingPlan
from cashier.services.sync_loop import SyncPlan
from cashier.services.till import Till

TOUR_PLAN: Final = AskingPlan(pauses_s=(0.3, 0.6, 0.6, 0.6, 0.8, 0.8))
"""How the tour's till asks about unknown outcomes: soon, because somebody is watching."""

TOUR_SYNC_PLAN: Final = SyncPlan(open_pause_s=0.5, first_back_off_s=0.3, longest_back_off_s=1.0)
"""How often it looks at what is open, for the same reason."""

_START_TIMEOUT_S: Final = 30.0
_PHONE_POLL_S: Final = 0.1


class StepReport(msgspec.Struct, kw_only=True):
    """How a step went.

    Attributes:
        screenshot: its file's name, in the folder of the report.
        reason: why it failed, empty if it did not.
    """

    name: str
    screenshot: str
    ok: bool
    reason: str = ""


class TourReport(msgspec.Struct, kw_only=True):
    """How the tour went, as `tour.json` holds it.

    Attributes:
        program_errors: every line of the program's log at level error or above.
        qt_warnings: everything Qt complained about.
    """

    steps: list[StepReport] = []
    provider_ledger: list[LedgerLine] = []
    local_ledger: list[LedgerLine] = []
    ledgers_match: bool = False
    program_errors: list[str] = []
    qt_warnings: list[str] = []

    @property
    def ok(self) -> bool:
        """Whether everything went as it should."""
        return (
            bool(self.steps)
            and all(step.ok for step in self.steps)
            and self.ledgers_match
            and not self.program_errors
            and not self.qt_warnings
        )


class Tour:
    """Goes through `SCENES` with an application that is starting.

    Args:
        clock: the application's.
        base_url: of the sandbox its accounts are at.
        line: the one its accounts reach the sandbox through.
        log_path: of the program's log.
        qt_warnings: what Qt complained about so far; it may grow until the end.
        folder: where the pictures and `tour.json` go; it exists.
        say: tells a person how it goes.
    """

    def __init__(
        self,
        *,
        clock: MovableClock,
        base_url: str,
        line: CuttableLine,
        log_path: Path,
        qt_warnings: list[str],
        folder: Path,
        say: Callable[[str], None],
    ) -> None:
        self._clock = clock
        self._base_url = base_url
        self._line = line
        self._log_path = log_path
        self._qt_warnings = qt_warnings
        self._folder = folder
        self._say = say
        self._report = TourReport()

    async def run(self, application: Application) -> int:
        """Go through all scenes, end the application, write the report; return the exit status."""
        began_at_s = time.monotonic()
        # A blinking cursor would make two pictures of one thing differ.
        QApplication.setCursorFlashTime(0)
        application.window.mark_as_sandbox()
        phone = PhoneWindow(self._base_url, poll_interval_s=_PHONE_POLL_S)
        try:
            phone.show_beside(application.window)
            async with AsyncSandboxControl(self._base_url) as control:
                await asyncio.wait_for(application.ready(), _START_TIMEOUT_S)
                await self._go(application, phone, control)
                await self._compare(application.till, control)
        except Exception as error:  # noqa: BLE001  # whatever it is, the report says it and the window closes
            self._report.steps.append(StepReport(name="tour", screenshot="", ok=False, reason=repr(error)))
        finally:
            await phone.end()
            await application.stop()
        self._report.program_errors = await asyncio.to_thread(_errors_logged, self._log_path)
        self._report.qt_warnings = self._qt_warnings
        await asyncio.to_thread(self._write_report)
        self._sum_up(time.monotonic() - began_at_s)
        return 0 if self._report.ok else 1

    async def _go(self, application: Application, phone: PhoneWindow, control: AsyncSandboxControl) -> None:
        window, till = application.window, application.till
        visit = Visit(
            hands=Hands(window, phone),
            control=control,
            line=self._line,
            clock=self._clock,
            language=till.preferences.current.language,
            accounts=account_labels(till.preferences.current.language),
        )
        for scene in SCENES:
            reason = await _why_not(visit.begin_scene())
            for step in scene:
                name = step.__name__.replace("_", "-")
                failed_before = bool(reason)
                reason = reason or await _why_not(step(visit))
                await self._photograph(name, window, "a step before it failed" if failed_before else reason)
                if visit.wants_phone_picture:
                    visit.wants_phone_picture = False
                    await self._photograph(f"{name}-phone", phone, reason)

    async def _photograph(self, name: str, window: QWidget, reason: str) -> None:
        """Take a picture, and write the step down with it."""
        file_name = f"{len(self._report.steps) + 1:02}-{name}.png"
        Hands.let_settle()
        picture = window.grab().toImage()
        saved = await asyncio.to_thread(lambda: picture.save(str(self._folder / file_name)))
        if not saved:
            reason = reason or f"{file_name} could not be written"
        self._report.steps.append(StepReport(name=name, screenshot=file_name, ok=not reason, reason=reason))
        if reason:
            self._say(f"{name}: {reason}")

    async def _compare(self, till: Till, control: AsyncSandboxControl) -> None:
        report = self._report
        entries = await control(control_calls.ledger(origin="live"))
        report.provider_ledger = provider_ledger(entries)
        report.local_ledger = await local_ledger(till)
        report.ledgers_match = report.provider_ledger == report.local_ledger

    def _write_report(self) -> None:
        encoded = msgspec.json.format(msgspec.json.encode(self._report), indent=2)
        (self._folder / "tour.json").write_bytes(encoded + b"\n")

    def _sum_up(self, took_s: float) -> None:
        report = self._report
        good = sum(step.ok for step in report.steps)
        same = "the same" if report.ledgers_match else "NOT the same"
        self._say(f"{good} of {len(report.steps)} pictures as they should be, in {took_s:.0f} s")
        self._say(
            f"{len(report.provider_ledger)} payments at the providers, {len(report.local_ledger)} in the till: {same}"
        )
        for line in report.program_errors:
            self._say(f"the program logged an error: {line}")
        for line in report.qt_warnings:
            self._say(f"Qt complained: {line}")
        self._say(f"See {self._folder}")


async def _why_not(step: Awaitable[None]) -> str:
    """Take a step, and return why it failed; empty if it did not."""
    try:
        await step
    except Exception as error:  # noqa: BLE001  # of whatever kind: it is written down, and the tour goes on
        return str(error) or repr(error)
    return ""


def _errors_logged(path: Path) -> list[str]:
    grave = {"error", "critical"}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if msgspec.json.decode(line, type=_LogLine).level in grave]


class _LogLine(msgspec.Struct):
    level: str = ""
