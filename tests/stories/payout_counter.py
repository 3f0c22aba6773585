"""The counter of a shop that pays out: hands on the withdrawal's form and dialog, for stories."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from cashier.domain.account import Account
from cashier.domain.withdrawal import Withdrawal
from cashier.sandbox.credentials import (
    AQAYEPARDAKHT_ACCOUNT,
    AQAYEPARDAKHT_CODE,
    AQAYEPARDAKHT_PIN,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_APPLICATION_ID,
    PAYSTAR_DEPOSIT,
    PAYSTAR_REFRESH_TOKEN,
)
from cashier.services.accounts import AccountForm
from cashier.services.preferences import Language
from cashier.services.till import Till
from cashier.ui.locale_format import plain
from cashier.ui.widgets import Field, IbanEdit, SelectableCard, Sheet, StateChip
from cashier.ui.withdrawal_dialog import WithdrawalDialog
from tests.conftest import ShiftedClock, TillMaker
from tests.stories.counter import MANAGER_PIN, Counter, Run, Wait, counter_over, set_up_shop

# Made up; its check digits fit, and 054 is a bank there is.
IBAN = "IR820540102680020817909002"
HOLDER = "Maryam Example"


class PayoutCounter(Counter):
    """What a cashier does to send money to a bank account.

    Attributes:
        till: the services below the window.
        clock: the machine's, which can be put forward.
    """

    till: Till
    clock: ShiftedClock
    run: Run

    def speak(self, language: Language) -> None:
        """Change the language of the screen."""
        self.language.use(language, self.till.preferences.current.zone)

    def choose_payer(self, provider: str) -> None:
        """Choose the account that pays."""
        self.find(SelectableCard, f"withdraw.account.{self.accounts[provider].id}").click()

    def fill_withdrawal(
        self, amount: str = "12500000", *, iban: str = IBAN, holder: str = HOLDER, unit: str = "IRR"
    ) -> None:
        """Fill the form in as a person does."""
        units = self.find(QComboBox, "withdraw.unit")
        units.setCurrentIndex(units.findData(unit))
        self.type("withdraw.iban", iban)
        if self.find(QLineEdit, "withdraw.holder").isVisible():
            self.type("withdraw.holder", holder)
        self.type("withdraw.amount", amount)

    def text(self, name: str) -> str:
        """Return what stands in a field, or what a label says."""
        found: Any = self.find(QWidget, name)
        assert isinstance(found, QLineEdit | QLabel)
        return plain(str(found.text()))

    def problem(self, name: str) -> str | None:
        """Return the message beside a field, None if there is none."""
        around = self.find(QWidget, name).parentWidget()
        while not isinstance(around, Field):
            around = around.parentWidget()
        error = around.error()
        return plain(error) if error is not None else None

    def said(self) -> str:
        """Return everything that can be read in the window, without the marks that keep directions apart."""
        return plain(super().said())

    def till_withdrawals(self) -> list[Withdrawal]:
        """Return all withdrawals as they stand on disk, the newest first."""
        found: list[Withdrawal] = self.run(self.till.withdrawals.newest(limit=50))
        return found

    def review(self) -> None:
        """Press Review, and wait for it."""
        self.press("withdraw.review")
        self.until_withdrawal("awaiting_approval")

    def write_pin(self, pin: str = MANAGER_PIN, *, name: str = "approve") -> None:
        """Write a manager's PIN, once it is known who may approve."""
        self.wait_until(lambda: self.find(QComboBox, f"{name}.manager").count())
        self.type(f"{name}.pin", pin)

    def approve(self, pin: str = MANAGER_PIN) -> None:
        """Approve with a manager's PIN."""
        self.write_pin(pin)
        self.press("approve.submit")

    def until_withdrawal(self, *states: str) -> None:
        """Wait until the dialog shows a withdrawal in one of those states."""
        self.wait_until(
            lambda: (
                self.withdrawal_dialogs()
                and self.find(StateChip, "withdrawDialog.state").property("state") in states
            )
        )

    def withdrawal_dialogs(self) -> list[WithdrawalDialog]:
        """Return the open withdrawal dialogs."""
        return [found for found in self.window.findChildren(WithdrawalDialog) if found.is_open()]

    def until_no_sheet(self) -> None:
        """Wait until nothing lies over the page."""
        self.wait_until(lambda: not Sheet.any_open(self.window))

    def withdrawal_outcome(self) -> str:
        """Return the ending's title."""
        return self.text("withdrawDialog.outcome")

    def focus_name(self) -> str:
        """Return the name of the control that has the keys."""
        focused = self.window.focusWidget()
        return focused.objectName() if focused is not None else ""

    def key(self, name: str, key: Qt.Key) -> None:
        """Press a key in a control."""
        QTest.keyClick(self.find(QWidget, name), key)

    def paste(self, name: str, text: str) -> None:
        """Paste a text into a field, whatever was selected there."""
        QApplication.clipboard().setText(text)
        edit = self.find(IbanEdit, name)
        edit.setFocus()
        edit.paste()


async def add_payers(till: Till, base_url: str) -> dict[str, Account]:
    """Add a paystar and an aqayepardakht account at the sandbox's `base_url`; return them by provider."""
    paystar = AccountForm(
        provider="paystar",
        label="Paystar",
        base_url=f"{base_url}/paystar",
        values={
            "application_id": PAYSTAR_APPLICATION_ID,
            "access_password": PAYSTAR_ACCESS_PASSWORD,
            "refresh_token": PAYSTAR_REFRESH_TOKEN,
            "deposit": PAYSTAR_DEPOSIT,
        },
    )
    aqayepardakht = AccountForm(
        provider="aqayepardakht",
        label="Aqaye Pardakht",
        base_url=f"{base_url}/aqayepardakht",
        values={
            "account": AQAYEPARDAKHT_ACCOUNT,
            "code": AQAYEPARDAKHT_CODE,
            "pin": AQAYEPARDAKHT_PIN,
            "send_pin": True,
            "unit": "IRT",
        },
    )
    return {
        "paystar": await till.accounts.add(paystar),
        "aqayepardakht": await till.accounts.add(aqayepardakht),
    }


@contextmanager
def payout_counter_over(
    tills: TillMaker, base_url: str, qapp: QApplication, run: Run, wait_until: Wait
) -> Iterator[PayoutCounter]:
    """Open a till of `tills` with four accounts at `base_url`, show its window, and take both away again."""
    till = run(tills.open())
    accounts = run(set_up_shop(till, base_url)) | run(add_payers(till, base_url))
    with counter_over(till, accounts, qapp, run, wait_until) as counter:
        payout = PayoutCounter(counter.window, counter.language, wait_until, accounts)
        payout.till, payout.clock, payout.run = till, tills.clock, run
        payout.go_to("nav.withdraw")
        yield payout
    run(till.close())
