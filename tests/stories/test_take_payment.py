"""A cashier takes payments in the real window, over real HTTP, against the sandbox."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from cashier.sandbox.credentials import DIGIBANK_CUSTOMER_UNKNOWN
from cashier.sandbox.server import SandboxServer
from cashier.services.accounts import AccountForm
from cashier.services.preferences import Language
from cashier.services.till import Till
from cashier.ui.payment_dialog import PaymentDialog
from cashier.ui.widgets import AmountEdit, AmountLabel
from cashier.vault import MemoryVault
from tests.stories.counter import Counter, Run


def _code(sandbox: SandboxServer) -> str:
    return str(sandbox.control.open_requests()[-1].code)


def test_a_payment_with_a_code_is_taken_by_keyboard_alone(counter: Counter, sandbox: SandboxServer) -> None:
    """Amount, customer, Enter, code, Enter: paid, and once in the provider's ledger; Enter begins the next."""
    counter.fill("۱۲٫۵")
    counter.enter("payment.customer")
    code = counter.until_code()
    QTest.keyClicks(code, _code(sandbox))
    counter.enter("paymentDialog.code")
    counter.until_state("paid")
    assert counter.outcome() == "Paid"
    (entry,) = sandbox.control.ledger("digibank")
    assert (entry.amount, entry.unit) == ("12.5", "USDT")
    counter.press("paymentDialog.primary")
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").text() == ""


def test_a_wrong_code_is_said_and_the_right_one_still_works(counter: Counter, sandbox: SandboxServer) -> None:
    """The dialog stays open, the code is selected for retyping, and nothing was paid meanwhile."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    right = _code(sandbox)
    QTest.keyClicks(code, "000000" if right != "000000" else "111111")
    counter.press("paymentDialog.confirm")
    counter.wait_until(lambda: code.accessibleDescription() != "")
    assert not sandbox.control.ledger("digibank")
    counter.wait_until(lambda: not code.isReadOnly())
    QTest.keyClicks(code, right)
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    assert len(sandbox.control.ledger("digibank")) == 1


def test_a_short_code_is_not_sent(counter: Counter, sandbox: SandboxServer) -> None:
    """Five digits are refused beside the boxes, without a call."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    QTest.keyClicks(code, "12345")
    counter.press("paymentDialog.confirm")
    assert "6" in code.accessibleDescription()
    assert not sandbox.control.calls("digibank", "finalize")


@pytest.mark.parametrize("how", ["double click", "two presses of Enter", "held Enter", "click and Enter"])
def test_pressing_more_than_once_asks_once(counter: Counter, sandbox: SandboxServer, how: str) -> None:
    """However the cashier presses, one request reaches the provider."""
    counter.fill("10")
    send = counter.find(QPushButton, "payment.send")
    customer = counter.find(QLineEdit, "payment.customer")
    if how == "double click":
        QTest.mouseClick(send, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(send, Qt.MouseButton.LeftButton)
    elif how == "two presses of Enter":
        QTest.keyClick(customer, Qt.Key.Key_Return)
        QTest.keyClick(customer, Qt.Key.Key_Return)
    elif how == "held Enter":
        QTest.keyPress(customer, Qt.Key.Key_Return)
        for _ in range(20):
            _held_enter(counter)
    else:
        QTest.mouseClick(send, Qt.MouseButton.LeftButton)
        QTest.keyClick(customer, Qt.Key.Key_Return)
    counter.until_code()
    for _ in range(5):
        _held_enter(counter)
    assert sandbox.control.count("digibank").created == 1


def _held_enter(counter: Counter) -> None:
    target = counter.window.focusWidget() or counter.window
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(target, held)


def test_confirming_more_than_once_settles_once(counter: Counter, sandbox: SandboxServer) -> None:
    """A double click on Confirm makes one finalize call."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    QTest.keyClicks(code, _code(sandbox))
    confirm = counter.find(QPushButton, "paymentDialog.confirm")
    QTest.mouseClick(confirm, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(confirm, Qt.MouseButton.LeftButton)
    QTest.keyClick(code, Qt.Key.Key_Return)
    counter.until_state("paid")
    assert len(sandbox.control.calls("digibank", "finalize")) == 1
    assert len(sandbox.control.ledger("digibank")) == 1


@pytest.mark.parametrize(
    ("amount", "unit"),
    [("0.1", "USDT"), ("0.000000000000000001", "ETH"), ("12345678901234567890", "IRR")],
)
def test_amounts_go_out_and_come_back_digit_for_digit(
    counter: Counter, sandbox: SandboxServer, till: Till, run: Run, amount: str, unit: str
) -> None:
    """What was typed, what the provider settled and what the till stored are the same digits."""
    counter.fill(amount, unit=unit)
    counter.press("payment.send")
    code = counter.until_code()
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    (entry,) = sandbox.control.ledger("digibank")
    assert (entry.amount, entry.unit) == (amount, unit)
    dialog = counter.find(PaymentDialog, "paymentDialog")
    stored = run(till.payments.get(dialog.payment.id))
    assert (stored.money.text, stored.money.code) == (amount, unit)


def test_a_payment_with_a_token_is_collected(counter: Counter, sandbox: SandboxServer) -> None:
    """The token is shown; Collect wakes when the customer has paid; then it is paid, in rial."""
    counter.choose("resid")
    counter.fill("125,000", unit="IRT")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")
    counter.wait_until(lambda: counter.find(QPushButton, "paymentDialog.collect").isVisible())
    assert not counter.find(QPushButton, "paymentDialog.collect").isEnabled()
    (waiting,) = sandbox.control.waiting_payments()
    assert waiting.token in counter.find(QLabel, "paymentDialog.token").text()
    sandbox.control.pay(waiting.token)
    counter.press("paymentDialog.collect")
    counter.until_state("paid")
    (entry,) = sandbox.control.ledger("resid")
    assert (entry.key, entry.amount, entry.unit) == (waiting.token, "1250000", "IRR")


def test_a_customer_who_refuses_ends_as_not_paid(counter: Counter, sandbox: SandboxServer) -> None:
    """The dialog says so, and no money moved."""
    counter.choose("resid")
    counter.fill("50000", unit="IRR")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")
    sandbox.control.refuse(sandbox.control.waiting_payments()[0].token)
    counter.until_state("declined")
    assert counter.outcome() == "Not paid"
    assert not sandbox.control.ledger("resid")


def test_a_code_whose_time_runs_out_ends_as_expired(counter: Counter, sandbox: SandboxServer) -> None:
    """The time left runs out in front of the cashier, who can ask again."""
    sandbox.control.put_account("digibank", request_life_s=1)
    counter.fill("10")
    counter.press("payment.send")
    counter.until_code()
    counter.until_state("expired")
    assert counter.outcome() == "Expired"


def test_a_lost_answer_is_not_guessed_and_becomes_paid(counter: Counter, sandbox: SandboxServer) -> None:
    """The provider acted and its answer was lost: not known yet, then paid by itself, and settled once."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    sandbox.control.fault("reset_after", "digibank", "finalize")
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("unknown")
    assert counter.outcome() == "Not known yet"
    counter.until_state("paid")
    assert len(sandbox.control.ledger("digibank")) == 1


@pytest.mark.parametrize("fault", ["truncated_body", "html_page", "invalid_json", "empty_body"])
def test_an_unreadable_answer_to_a_request_never_sticks(
    counter: Counter, sandbox: SandboxServer, fault: str
) -> None:
    """The dialog says that no answer came and no money moved; asking again works."""
    sandbox.control.fault(fault, "digibank", "request")
    counter.fill("10")
    counter.press("payment.send")
    counter.until_state("unknown")
    assert counter.outcome() == "No answer"
    counter.press("paymentDialog.primary")
    code = counter.until_code()
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    assert len(sandbox.control.ledger("digibank")) == 1


def test_an_answer_without_the_request_id_never_sticks(counter: Counter, sandbox: SandboxServer) -> None:
    """Without its id the request cannot be confirmed: it is given up, and nothing stays open."""
    sandbox.control.fault("missing_field", "digibank", "request", field="requestId")
    counter.fill("10")
    counter.press("payment.send")
    counter.until_state("unknown")
    counter.press("paymentDialog.secondary")
    counter.until_state("cancelled")


def test_without_a_connection_nothing_is_sent_and_nothing_is_lost(
    counter: Counter, till: Till, run: Run
) -> None:
    """Not sent is said as such; Esc goes back to the form as it was typed, and no draft is left over."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    account = counter.accounts["digibank"]
    form = AccountForm(
        provider="digibank",
        label=account.label,
        base_url=f"http://127.0.0.1:{port}",
        values=dict(account.settings),
    )
    run(till.accounts.change(account.id, form))
    counter.fill("77")
    counter.press("payment.send")
    counter.until_state("draft")
    assert counter.outcome() == "Not sent"
    counter.press("paymentDialog.close")
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").amount_text() == "77"
    counter.until_open(0)


def test_a_refused_request_keeps_what_was_typed(counter: Counter) -> None:
    """The provider's reason is shown; going back finds the form as it was."""
    counter.fill("10", customer=DIGIBANK_CUSTOMER_UNKNOWN)
    counter.press("payment.send")
    counter.until_state("declined")
    assert counter.outcome() == "Not paid"
    counter.press("paymentDialog.primary")
    counter.until_closed()
    assert counter.find(QLineEdit, "payment.customer").text() == DIGIBANK_CUSTOMER_UNKNOWN


def test_an_account_without_credentials_says_so(
    counter: Counter, till: Till, run: Run, vault: MemoryVault
) -> None:
    """Nothing is written down or sent, and the form is kept."""
    run(vault.delete(counter.accounts["digibank"].secret_name("api_key")))
    counter.fill("10")
    counter.press("payment.send")
    counter.wait_until(lambda: "vault" in counter.said())
    counter.press("paymentDialog.close")
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").amount_text() == "10"
    assert run(till.payments.still_open()) == []


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("", "USDT"),
        ("0", "USDT"),
        ("-5", "USDT"),
        ("1.000", "USDT"),
        ("1,5", "USDT"),
        ("0.123", "USD"),
        ("x", "USD"),
    ],
)
def test_a_bad_amount_is_said_beside_its_field(
    counter: Counter, sandbox: SandboxServer, typed: str, unit: str
) -> None:
    """Empty, zero, negative, unclear and too precise amounts are not sent, and stay as typed."""
    counter.fill(typed, unit=unit)
    before = counter.find(AmountEdit, "payment.amount").text()
    counter.press("payment.send")
    field = counter.find(AmountEdit, "payment.amount").parentWidget().parentWidget()
    assert field.error()
    assert counter.find(AmountEdit, "payment.amount").text() == before
    assert not sandbox.control.calls()


@pytest.mark.parametrize("typed", ["", "12ab"])
def test_a_bad_customer_number_is_said_beside_its_field(
    counter: Counter, sandbox: SandboxServer, typed: str
) -> None:
    """A number that is missing, or has letters where the account forbids them, is not sent."""
    counter.fill("10", customer=typed)
    counter.press("payment.send")
    assert counter.find(QLineEdit, "payment.customer").parentWidget().error()
    assert not sandbox.control.calls()


def test_a_dialog_closed_early_is_taken_up_where_it_was(counter: Counter, sandbox: SandboxServer) -> None:
    """Esc leaves the payment under Needs attention; from there it is confirmed."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    QTest.keyClick(code, Qt.Key.Key_Escape)
    counter.until_closed()
    counter.go_to("nav.attention")
    counter.until_open(1)
    (button,) = [
        found
        for found in counter.window.findChildren(QPushButton)
        if found.objectName().startswith("attention.open.")
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    code = counter.until_code()
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("paid")
    assert len(sandbox.control.ledger("digibank")) == 1


def test_a_draft_is_kept_and_sent_later(
    counter: Counter, sandbox: SandboxServer, till: Till, run: Run
) -> None:
    """A draft asks nothing of anyone; sent from the list of open payments it goes the usual way."""
    counter.fill("15")
    counter.press("payment.draft")
    counter.until_open(1)
    assert not sandbox.control.calls()
    counter.wait_until(lambda: counter.find(AmountEdit, "payment.amount").text() == "")
    (draft,) = run(till.payments.still_open())
    counter.go_to("nav.attention")
    counter.press(f"attention.open.{draft.reference}")
    counter.press("paymentDialog.primary")
    counter.until_code()
    assert sandbox.control.count("digibank").created == 1


def test_the_language_changes_under_an_open_dialog(counter: Counter, till: Till) -> None:
    """An open dialog is written anew, right to left, with the language's digits, and goes on working."""
    counter.fill("10")
    counter.press("payment.send")
    code = counter.until_code()
    before = counter.find(QPushButton, "paymentDialog.confirm").text()
    counter.language.use(Language.PERSIAN, till.preferences.current.zone)
    counter.wait_until(lambda: counter.find(QPushButton, "paymentDialog.confirm").text() != before)
    assert code.window().layoutDirection() == Qt.LayoutDirection.RightToLeft
    dialog = counter.find(PaymentDialog, "paymentDialog")
    counter.wait_until(lambda: "۱۰" in dialog.findChild(AmountLabel).accessibleName())
