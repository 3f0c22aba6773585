"""The whole program in the tests' own process: started on a profile, its window under hands, ended in order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from cashier.app import Application
from cashier.domain.account import Account
from cashier.domain.redaction import Redactor
from cashier.first_window import show_first_window
from cashier.launch import Launch
from cashier.services.list_sync import WHEN_ASKED
from cashier.services.preferences import Appearance, Language
from cashier.services.system_clock import SystemClock
from cashier.services.till import open_till
from cashier.single_instance import Place, SingleInstance
from cashier.start_up import StartUpClock
from cashier.storage.database import Database
from cashier.storage.profile_files import DATABASE_NAME
from cashier.ui.language import LanguageController
from cashier.ui.locale_format import plain
from cashier.vault.protocol import Vault
from tests.conftest import ShiftedClock
from tests.stories.counter import Counter, Run, Wait, set_up_shop


class WholeProgram(Counter):
    """The started program: a counter whose till may be closed and opened anew."""

    def __init__(
        self, application: Application, run: Run, wait_until: Wait, accounts: dict[str, Account]
    ) -> None:
        language: LanguageController = application.window._language
        super().__init__(application.window, language, wait_until, accounts)
        self.application = application
        self.run = run

    def shows(self, name: str) -> bool:
        """Say whether a control of that name can be seen."""
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def until_shown(self, name: str) -> None:
        """Wait until a control of that name can be seen."""
        self.wait_until(lambda: self.shows(name))

    def until_said(self, text: str) -> None:
        """Wait until a text can be read."""
        self.wait_until(lambda: text in self.said())

    def said(self) -> str:
        """Return everything that can be read, without the marks that keep directions apart."""
        return plain(super().said())


async def make_profile(profile: Path, vault: Vault, base_url: str) -> dict[str, Account]:
    """Make a profile as a first run does, with accounts at `base_url`; return those by provider."""
    till = await open_till(await Database.open(profile / DATABASE_NAME), vault, SystemClock(), Redactor())
    try:
        return await set_up_shop(till, base_url)
    finally:
        await till.close()


@contextmanager
def whole_program(
    profile: Path,
    vault: Vault,
    qapp: QApplication,
    run: Run,
    wait_until: Wait,
    *,
    accounts: dict[str, Account] | None = None,
    clock: ShiftedClock | None = None,
) -> Iterator[WholeProgram]:
    """Start the program on a profile, and end it as closing its window does."""
    logging_before = structlog.get_config()
    instance = SingleInstance(profile)
    assert instance.take() is Place.OURS
    launch = Launch(
        profile=profile,
        vault=vault,
        language=Language.ENGLISH,
        appearance=Appearance.LIGHT,
        list_plan=WHEN_ASKED,
        clock=clock,
    )
    start_up = StartUpClock(time.perf_counter_ns())
    first = show_first_window(qapp, launch, start_up)
    application = Application(qapp, launch, instance, first, start_up)
    program = WholeProgram(application, run, wait_until, accounts or {})
    try:
        run(application.start())
        yield program
    finally:
        run(application.stop())
        run(asyncio.sleep(0))
        instance.release()
        first.window.deleteLater()
        for translator in program.language.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        structlog.configure(**logging_before)
