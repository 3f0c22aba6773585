"""Every task at the counter without a mouse; and how few keys a payment takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from cashier.domain.payment import PaymentState
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Appearance, CalendarChoice, Language
from cashier.ui.keys_sheet import KeysSheet
from cashier.ui.lock_screen import LockScreen
from cashier.ui.widgets import Sheet
from tests.stories.counter import CUSTOMER, MANAGER_PIN
from tests.stories.keyboard import Keyboard
from tests.stories.payout_counter import HOLDER, IBAN, PayoutCounter

Key = Qt.Key


@pytest.fixture
def keys(payout: PayoutCounter) -> Keyboard:
    """Take the mouse away."""
    payout.window.activateWindow()
    return Keyboard(payout.window, payout.wait_until)


def _page(payout: PayoutCounter) -> str:
    frame = payout.window.frame
    assert frame is not None
    return frame._rail.current()


def _pay(payout: PayoutCounter, sandbox: SandboxServer, keys: Keyboard, amount: str) -> None:
    """Take a payment: amount, Enter, customer, Enter; code, Enter."""
    keys.type(amount)
    keys.press(Key.Key_Return)
    assert keys.focus_name() == "payment.customer"
    keys.type(CUSTOMER)
    keys.press(Key.Key_Return)
    payout.until_code()
    keys.type(sandbox.control.open_requests()[-1].code)
    keys.press(Key.Key_Return)
    payout.until_state("paid")


def test_a_payment_takes_three_enters_beside_what_is_typed(
    payout: PayoutCounter, sandbox: SandboxServer, keys: Keyboard
) -> None:
    """Amount, Enter, customer, Enter; code, Enter: three keys write nothing, and no click is needed; README says so."""
    keys.press(Key.Key_F2)
    keys.until_focus("payment.amount")
    amount = "12.5"
    taken = keys.counted(lambda: _pay(payout, sandbox, keys, amount))
    written = len(amount) + len(CUSTOMER) + 6
    assert taken - written == 3
    # The next customer: one more Enter, and the cursor is in the amount again.
    payout.wait_until(lambda: keys.focus_name() == "paymentDialog.primary")
    keys.press(Key.Key_Return)
    payout.until_closed()
    keys.until_focus("payment.amount")
    assert payout.find(QLineEdit, "payment.amount").text() == ""


def test_a_scanner_presses_the_second_enter_itself(
    payout: PayoutCounter, sandbox: SandboxServer, keys: Keyboard
) -> None:
    """Amount, Enter, scan; code, Enter: a scanner ends with Enter, and what it types may arrive in pieces."""
    keys.press(Key.Key_F2)
    keys.until_focus("payment.amount")
    keys.type("7")
    keys.press(Key.Key_Return)
    for written in ("٠٠١٤", *CUSTOMER[4:]):
        keys.stroke(written)
    keys.press(Key.Key_Return)
    payout.until_code()
    assert sandbox.control.open_requests()[-1].customer == CUSTOMER


def test_a_withdrawal_with_its_approval(payout: PayoutCounter, keys: Keyboard) -> None:
    """Account, IBAN, holder, amount, unit; review; the manager's PIN."""
    keys.press(Key.Key_F3)
    account = f"withdraw.account.{payout.accounts['paystar'].id}"
    _choose_card(keys, account)
    keys.tab_to("withdraw.iban")
    keys.type(IBAN)
    keys.tab_to("withdraw.holder")
    keys.type(HOLDER)
    keys.tab_to("withdraw.unit")
    while payout.find(QComboBox, "withdraw.unit").currentData() != "IRR":
        keys.press(Key.Key_Down)
    keys.tab_to("withdraw.amount")
    keys.type("12500000")
    keys.press(Key.Key_Return)
    payout.until_withdrawal("awaiting_approval")
    payout.wait_until(lambda: payout.find(QComboBox, "approve.manager").count())
    keys.until_focus("approve.pin")
    keys.type(MANAGER_PIN)
    keys.press(Key.Key_Return)
    payout.until_withdrawal("accepted")
    assert [one.holder for one in payout.till_withdrawals()] == [HOLDER]
    keys.until_focus("withdrawDialog.primary")
    keys.press(Key.Key_Return)
    payout.until_no_sheet()


def _choose_card(keys: Keyboard, name: str) -> None:
    """Choose a card beside the chosen one with the arrows."""
    while not keys.focus_name().startswith(name.rpartition(".")[0]):
        keys.press(Key.Key_Tab)
    for _ in range(6):
        if keys.focus_name() == name:
            return
        keys.press(Key.Key_Right)
    raise AssertionError(f"no arrow leads to {name}")


def test_history_is_filtered_and_an_item_opened(
    payout: PayoutCounter, sandbox: SandboxServer, keys: Keyboard
) -> None:
    """Search, a date, a state, the lines, the pane, and back."""
    keys.press(Key.Key_F2)
    keys.until_focus("payment.amount")
    _pay(payout, sandbox, keys, "5")
    keys.until_focus("paymentDialog.primary")
    keys.press(Key.Key_Return)
    payout.until_closed()
    keys.press(Key.Key_F4)
    table = payout.find(QWidget, "history.table")
    payout.wait_until(lambda: table.model().rowCount() == 1)
    keys.control(Key.Key_F)
    keys.until_focus("history.search")
    keys.type("9999")
    payout.wait_until(lambda: table.model().rowCount() == 0)
    for _ in range(4):
        keys.press(Key.Key_Backspace)
    keys.type(CUSTOMER[3:])
    payout.wait_until(lambda: table.model().rowCount() == 1)
    keys.tab_to("history.states")
    keys.press(Key.Key_Return)
    payout.wait_until(lambda: payout.find(QWidget, "history.states.list").isVisible())
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Escape)
    payout.wait_until(lambda: table.model().rowCount() == 0)
    keys.until_focus("history.states")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Escape)
    payout.wait_until(lambda: table.model().rowCount() == 1 and table.model().item_at(0) is not None)
    keys.tab_to("history.table")
    keys.press(Key.Key_Return)
    payout.wait_until(lambda: payout.window.findChildren(QWidget, "historyDetails.copyReference"))
    keys.press(Key.Key_Escape)
    keys.until_focus("history.table")


def test_locking_and_unlocking(payout: PayoutCounter, keys: Keyboard) -> None:
    """Ctrl+L covers everything; the PIN and Enter open, and the cursor is where the page wants it."""
    keys.press(Key.Key_F2)
    keys.control(Key.Key_L)
    payout.wait_until(lambda: payout.window.findChildren(LockScreen))
    payout.wait_until(lambda: payout.find(QComboBox, "lock.operator").count())
    keys.until_focus("lock.pin")
    keys.press(Key.Key_F1)
    assert not Sheet.any_open(payout.window)
    keys.type(MANAGER_PIN)
    keys.press(Key.Key_Return)
    keys.until_focus("payment.amount")


def test_a_setting_is_changed(payout: PayoutCounter, keys: Keyboard) -> None:
    """Ctrl and comma, Tab to the setting, an arrow: it holds at once."""
    keys.control(Key.Key_Comma)
    assert _page(payout) == "nav.settings"
    keys.tab_to(f"settings.appearance.{payout.till.preferences.current.appearance.value}")
    keys.press(Key.Key_Right)
    payout.wait_until(lambda: payout.till.preferences.current.appearance is Appearance.DARK)
    keys.tab_to("settings.calendar.by_language")
    keys.press(Key.Key_Right)
    payout.wait_until(lambda: payout.till.preferences.current.calendar is CalendarChoice.JALALI)


def test_what_needs_attention_is_taken_up(payout: PayoutCounter, keys: Keyboard) -> None:
    """A draft is kept, found under F6, and its next step taken."""
    keys.press(Key.Key_F2)
    keys.until_focus("payment.amount")
    keys.type("3")
    keys.tab_to("payment.customer")
    keys.type(CUSTOMER)
    keys.tab_to("payment.draft")
    keys.press(Key.Key_Return)
    payout.until_open(1)
    keys.press(Key.Key_F6)
    (draft,) = payout.run(payout.till.payments.still_open())
    keys.tab_to(f"attention.sendNow.{draft.reference}")
    keys.press(Key.Key_Return)
    payout.until_code()
    keys.press(Key.Key_Escape)
    payout.until_closed()


def test_the_pages_have_keys_unless_something_lies_over_them(payout: PayoutCounter, keys: Keyboard) -> None:
    """F2, F3, F4, F6 go to their pages from any field; a dialog keeps them away."""
    for key, name in (
        (Key.Key_F2, "nav.payment"),
        (Key.Key_F3, "nav.withdraw"),
        (Key.Key_F4, "nav.history"),
        (Key.Key_F6, "nav.attention"),
        (Key.Key_F2, "nav.payment"),
    ):
        keys.press(key)
        assert _page(payout) == name
    keys.until_focus("payment.amount")
    keys.type("3")
    keys.tab_to("payment.customer")
    keys.type(CUSTOMER)
    keys.press(Key.Key_Return)
    payout.until_code()
    for key in (Key.Key_F3, Key.Key_F4, Key.Key_F6):
        keys.press(key)
        assert _page(payout) == "nav.payment"
    keys.press(Key.Key_Escape)
    payout.until_closed()


def _keys_said(payout: PayoutCounter) -> str:
    sheet = Sheet.top(payout.window)
    assert isinstance(sheet, KeysSheet)
    shown = (label.text() for label in sheet.findChildren(QLabel) if label.isVisible())
    return "\n".join(filter(None, shown))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Key.Key_F2, "From the amount to the customer, then send the payment request"),
        (Key.Key_F3, "Review the withdrawal, from any field"),
        (Key.Key_F4, "Go to a date"),
        (Key.Key_F6, "Take the next step of the open thing"),
    ],
)
def test_f1_shows_the_keys_of_the_page(payout: PayoutCounter, keys: Keyboard, key: Qt.Key, said: str) -> None:
    """Those of the page and of the whole program; F1 again and Esc take them away, and the cursor is back."""
    keys.press(key)
    before = keys.focus_name()
    keys.press(Key.Key_F1)
    assert said in _keys_said(payout)
    assert "Lock the till" in _keys_said(payout)
    keys.press(Key.Key_F1)
    assert not Sheet.any_open(payout.window)
    keys.press(Key.Key_F1)
    assert Sheet.any_open(payout.window)
    keys.press(Key.Key_Escape)
    assert not Sheet.any_open(payout.window)
    assert keys.focus_name() == before


def test_f1_speaks_the_language_of_the_screen(payout: PayoutCounter, keys: Keyboard) -> None:
    """Also when the language changes while it is open; over a dialog it shows the dialog's keys."""
    keys.press(Key.Key_F2)
    keys.press(Key.Key_F1)
    english = _keys_said(payout)
    payout.speak(Language.PERSIAN)
    payout.wait_until(lambda: not set(english.splitlines()) & set(_keys_said(payout).splitlines()))
    payout.speak(Language.ENGLISH)
    payout.wait_until(lambda: _keys_said(payout) == english)
    keys.press(Key.Key_Escape)
    keys.until_focus("payment.amount")
    keys.type("3")
    keys.tab_to("payment.customer")
    keys.type(CUSTOMER)
    keys.press(Key.Key_Return)
    payout.until_code()
    keys.press(Key.Key_F1)
    assert "From the amount to the customer" not in _keys_said(payout)
    keys.press(Key.Key_F1)
    keys.until_focus("paymentDialog.code")
    keys.press(Key.Key_Escape)
    payout.until_closed()


@pytest.mark.parametrize("typed", ["IR820540102680020817909002", "هق۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲"])
def test_an_iban_is_scanned_through_any_layout(payout: PayoutCounter, keys: Keyboard, typed: str) -> None:
    """The letters of a Persian keyboard are the keys that the scanner pressed."""
    keys.press(Key.Key_F3)
    keys.tab_to("withdraw.iban")
    keys.type(typed)
    assert payout.text("withdraw.iban") == "IR82 0540 1026 8002 0817 9090 02"


def test_a_payment_is_scanned_on_an_arabic_keyboard(
    payout: PayoutCounter, sandbox: SandboxServer, keys: Keyboard
) -> None:
    """Arabic digits in every field, letters of the code read as keys; what is a note stays as it was typed."""
    payout.speak(Language.ARABIC)
    keys.press(Key.Key_F2)
    keys.until_focus("payment.amount")
    keys.type("١٢٫٥")
    keys.tab_to("payment.customer")
    # b, n and 7 of an Arabic 101 layout: its b key writes two letters at once.
    for written in ("لا", "ى", "٧"):
        keys.stroke(written)
    assert payout.find(QLineEdit, "payment.customer").text() == "bn7"
    for _ in range(3):
        keys.press(Key.Key_Backspace)
    keys.type("٠٠١٤٢٢٧٧")
    keys.tab_to("payment.note")
    keys.type("لا شيء")
    keys.press(Key.Key_Return)
    payout.until_code()
    assert payout.find(QLineEdit, "payment.note").text() == "لا شيء"
    keys.type(sandbox.control.open_requests()[-1].code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    keys.press(Key.Key_Return)
    payout.until_state("paid")
    payment = payout.dialog().payment
    assert payment is not None
    assert (payment.state, payment.customer_no) == (PaymentState.PAID, CUSTOMER)
