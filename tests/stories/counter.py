"""The shop's counter, for stories: the real window over a till, and hands on its keyboard and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from cashier.domain.account import Account
from cashier.sandbox.credentials import DIGIBANK_API_KEY, RESID_AUTHORIZATION_CODE, RESID_MERCHANT
from cashier.services.accounts import AccountForm
from cashier.services.preferences import Appearance, Language, Preferences
from cashier.services.till import Till
from cashier.ui.accessible_roles import install_accessible_roles
from cashier.ui.language import LanguageController
from cashier.ui.main_window import MainWindow
from cashier.ui.payment_dialog import PaymentDialog
from cashier.ui.style.theme import ThemeController
from cashier.ui.widgets import CodeEdit, RailEntry, SelectableCard, StateChip

CUSTOMER = "00142277"
MANAGER_PIN = "482913"

Run = Callable[[Awaitable[Any]], Any]
Wait = Callable[[Callable[[], object]], None]


class Counter:
    """The shop's counter: the window, and hands on its keyboard and mouse."""

    def __init__(
        self, window: MainWindow, language: LanguageController, wait_until: Wait, accounts: dict[str, Account]
    ) -> None:
        self.window = window
        self.language = language
        self.wait_until = wait_until
        self.accounts = accounts

    def find(self, kind: type[Any], name: str) -> Any:
        """Return the newest control of that name."""
        found = self.window.findChildren(kind, name)
        assert found, f"there is no {name}"
        return found[-1]

    def fill(self, amount: str, *, unit: str | None = None, customer: str = CUSTOMER) -> None:
        """Fill the form in as a person does."""
        if unit is not None:
            currency = self.find(QComboBox, "payment.currency")
            currency.setCurrentIndex(currency.findData(unit))
        self.type("payment.amount", amount)
        if self.find(QLineEdit, "payment.customer").isVisible():
            self.type("payment.customer", customer)

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        edit = self.find(QLineEdit, name)
        edit.setFocus()
        edit.clear()
        for character in text:
            # QTest's keys are Latin only; a Persian keyboard sends the character as the event's text.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(edit, event)

    def choose(self, provider: str) -> None:
        """Choose the account of a provider."""
        self.find(SelectableCard, f"payment.account.{self.accounts[provider].id}").click()

    def press(self, name: str) -> None:
        """Click a button once it can be clicked."""
        self.wait_until(lambda: self.window.findChildren(QPushButton, name))
        self.wait_until(lambda: self.find(QPushButton, name).isVisible())
        self.wait_until(lambda: self.find(QPushButton, name).isEnabled())
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def enter(self, name: str) -> None:
        """Press Enter in a field."""
        QTest.keyClick(self.find(QWidget, name), Qt.Key.Key_Return)

    def go_to(self, name: str) -> None:
        """Click an entry of the rail."""
        QTest.mouseClick(self.find(RailEntry, name), Qt.MouseButton.LeftButton)

    def until_state(self, state: str) -> None:
        """Wait until the dialog shows a payment in that state."""
        self.wait_until(
            lambda: (
                self.window.findChildren(StateChip, "paymentDialog.state")
                and self.find(StateChip, "paymentDialog.state").property("state") == state
            )
        )

    def until_code(self) -> CodeEdit:
        """Wait until the code can be typed."""
        self.wait_until(
            lambda: (
                self.window.findChildren(CodeEdit, "paymentDialog.code")
                and self.find(CodeEdit, "paymentDialog.code").isVisible()
            )
        )
        return self.find(CodeEdit, "paymentDialog.code")

    def until_closed(self) -> None:
        """Wait until no dialog lies over the page."""
        self.wait_until(lambda: not any(d.is_open() for d in self.window.findChildren(PaymentDialog)))

    def dialog(self) -> PaymentDialog:
        """Return the open payment dialog."""
        (dialog,) = [found for found in self.window.findChildren(PaymentDialog) if found.is_open()]
        return dialog

    def until_open(self, count: int) -> None:
        """Wait until the rail says that so many things need attention."""
        self.wait_until(lambda: self.find(RailEntry, "nav.attention").count() == count)

    def outcome(self) -> str:
        """Return the ending's title."""
        label = self.find(QLabel, "paymentDialog.outcome")
        assert label.isVisible()
        return str(label.text())

    def said(self) -> str:
        """Return everything that can be read in the window."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


async def set_up_shop(till: Till, base_url: str) -> dict[str, Account]:
    """Do what the first run does, and add a digibank and a resid account at `base_url`; return them by provider."""
    preferences = Preferences(shop_name="Sunny Shop", language=Language.ENGLISH, appearance=Appearance.LIGHT)
    await till.operators.set_up_till(preferences, name="Nora Example", pin=MANAGER_PIN)
    digibank = AccountForm(
        provider="digibank",
        label="Digital bank",
        base_url=f"{base_url}/digibank",
        values={"api_key": DIGIBANK_API_KEY, "units": "USDT USD ETH IRR"},
    )
    resid = AccountForm(
        provider="resid",
        label="Resid",
        base_url=f"{base_url}/resid",
        values={"authorization_code": RESID_AUTHORIZATION_CODE, "merchant": RESID_MERCHANT},
    )
    return {"digibank": await till.accounts.add(digibank), "resid": await till.accounts.add(resid)}


@contextmanager
def counter_over(
    till: Till, accounts: dict[str, Account], qapp: QApplication, run: Run, wait_until: Wait
) -> Iterator[Counter]:
    """Show the window over an open till, and take it away again; the till stays open."""
    # As the program does before it shows a page.
    install_accessible_roles()
    theme = ThemeController(qapp)
    language = LanguageController(qapp, theme)
    window = MainWindow(theme, language)
    window.use_preferences(till.preferences.current)
    window.show()
    run(window.open_pages(till, run(till.operators.current())))
    yield Counter(window, language, wait_until, accounts)
    language.use(Language.ENGLISH, till.preferences.current.zone)
    window.allow_closing()
    run(asyncio.sleep(0))
    window.deleteLater()
    for translator in language.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
