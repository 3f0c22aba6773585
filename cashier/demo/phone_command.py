"""``cashier sandbox --phone``: a sandbox started by hand, and the customer's phone for it."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

# As in the application: qasync would look for a binding by itself.
os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from cashier.demo.phone_window import PhoneWindow
from cashier.demo.sandbox_process import SandboxProcess, SandboxStartError
from cashier.services.preferences import Language, Preferences, language_of_locale
from cashier.ui.language import LanguageController
from cashier.ui.style.app_icon import app_icon
from cashier.ui.style.fonts import load_fonts
from cashier.ui.style.theme import ThemeController


def run(arguments: argparse.Namespace) -> int:
    """Serve the sandbox and show the phone; closing the phone ends both. Returns the exit status."""
    passed_on = [
        "--port",
        str(arguments.port),
        "--history",
        str(arguments.history),
        "--seed",
        str(arguments.seed),
    ]
    with SandboxProcess(passed_on, _pass_on) as sandbox:
        try:
            base_url = sandbox.base_url
        except SandboxStartError as error:
            sys.stderr.write(f"cashier sandbox: {error}\n")
            return 1
        return _show_phone(base_url, arguments.language)


def _show_phone(base_url: str, language_code: str | None) -> int:
    import qasync  # noqa: PLC0415  # needs QT_API, which is set above

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    app.setApplicationName("Cashier")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    load_fonts()
    language = Language(language_code) if language_code else language_of_locale(QLocale.system().name())
    LanguageController(app, ThemeController(app)).use(language, Preferences(language=language).zone)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)

    async def show() -> None:
        phone = PhoneWindow(base_url)
        phone.show()
        await phone.closed()
        await phone.end()

    with loop:
        loop.run_until_complete(show())
    return 0


def _pass_on(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()
