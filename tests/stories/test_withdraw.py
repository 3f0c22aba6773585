"""Money is sent to a bank account, the whole way through the window: typed, reviewed, approved, sent, followed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from cashier.domain.operator import Operator, Role
from cashier.domain.withdrawal import WithdrawalState
from cashier.sandbox.server import SandboxServer
from cashier.services.accounts import AccountForm
from cashier.services.preferences import Language
from cashier.storage import operators
from cashier.ui.widgets import AmountEdit, Banner, Sheet, StateChip
from cashier.ui.withdrawal_row import WithdrawalRow
from tests.stories.counter import MANAGER_PIN, Run
from tests.stories.payout_counter import HOLDER, IBAN, PayoutCounter


def _rows(payout: PayoutCounter) -> list[WithdrawalRow]:
    return [row for row in payout.window.findChildren(WithdrawalRow) if row.isVisible()]


def _settle(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    sandbox.control.advance(120)


def test_a_withdrawal_goes_from_the_form_to_the_bank(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """It is typed in Persian digits, reviewed in both units and in words, approved, accepted, paid, and found again."""
    payout.fill_withdrawal("۱۲٬۵۰۰٬۰۰۰", iban="۸۲ ۰۵۴۰-1026 8002 0817 9090 02")
    payout.find(QLineEdit, "withdraw.note").setText("for October")
    assert payout.text("withdraw.iban") == "IR82 0540 1026 8002 0817 9090 02"
    assert "1,250,000\u00a0toman" in payout.said()
    assert "one million two hundred and fifty thousand tomans" in payout.said()
    payout.enter("withdraw.note")
    payout.until_withdrawal("awaiting_approval")
    assert payout.text("withdrawDialog.iban") == "IR82 0540 1026 8002 0817 9090 02"
    assert payout.text("withdrawDialog.holder") == HOLDER
    assert payout.text("withdrawDialog.bank") == "Bank Parsian"
    assert payout.focus_name() == "approve.pin"
    assert sandbox.control.calls("paystar", "settlement") == []
    payout.approve()
    payout.until_withdrawal("accepted")
    assert payout.withdrawal_outcome() == "The provider has it"
    sandbox.control.advance(120)
    payout.until_withdrawal("paid")
    (entry,) = sandbox.control.ledger("paystar")
    assert (entry.party, entry.amount, entry.unit) == (IBAN, "12500000", "IRR")
    number = payout.text("withdrawDialog.refCode")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    assert payout.text("withdraw.iban") == ""
    payout.type("withdraw.search", number)
    payout.wait_until(lambda: len(_rows(payout)) == 1)
    payout.type("withdraw.search", "of no withdrawal")
    payout.wait_until(lambda: not _rows(payout))
    payout.type("withdraw.search", number)
    payout.wait_until(lambda: len(_rows(payout)) == 1)
    _rows(payout)[0].click()
    payout.wait_until(lambda: payout.window.findChildren(QWidget, "withdrawSheet.refCode"))
    assert payout.text("withdrawSheet.refCode") == number
    payout.wait_until(lambda: "Approved · Nora Example" in payout.said())


def test_a_rejection_shows_the_providers_words(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """What the bank sends back is told in the provider's own words, and can be sent anew from the same form."""
    sandbox.control.put_account("aqayepardakht", cancelled_share=1.0)
    payout.choose_payer("aqayepardakht")
    payout.fill_withdrawal("2500000")
    _settle(payout, sandbox)
    payout.until_withdrawal("rejected")
    (withdrawal,) = payout.till_withdrawals()
    assert withdrawal.provider_message
    assert withdrawal.provider_message in payout.text("withdrawDialog.why")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    assert payout.text("withdraw.iban").replace(" ", "") == IBAN


def test_a_wrong_pin_sends_nothing(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """The PIN is selected for retyping, the reason stands beside it, and the right one then sends."""
    payout.fill_withdrawal()
    payout.review()
    payout.approve("999999")
    payout.wait_until(lambda: payout.problem("approve.pin") == "This PIN is not right.")
    assert payout.find(QLineEdit, "approve.pin").selectedText()
    assert sandbox.control.calls("paystar", "settlement") == []
    payout.approve()
    payout.until_withdrawal("accepted")


def test_an_empty_pin_is_said_beside_its_field(payout: PayoutCounter) -> None:
    """Enter without a PIN asks for it."""
    payout.fill_withdrawal()
    payout.review()
    payout.write_pin("")
    payout.enter("approve.pin")
    payout.wait_until(lambda: payout.problem("approve.pin"))
    payout.until_withdrawal("awaiting_approval")


def test_back_and_edit_keeps_everything(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Going back finds the form as it was typed; what is reviewed next is the same withdrawal, changed."""
    payout.fill_withdrawal()
    payout.type("withdraw.note", "rent")
    payout.type("withdraw.payId", "123")
    payout.review()
    payout.press("approve.back")
    payout.until_no_sheet()
    assert payout.text("withdraw.holder") == HOLDER
    assert payout.text("withdraw.note") == "rent"
    assert payout.text("withdraw.payId") == "123"
    assert payout.find(AmountEdit, "withdraw.amount").amount_text() == "12500000"
    payout.type("withdraw.amount", "1300000")
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    (withdrawal,) = payout.till_withdrawals()
    assert (withdrawal.money.text, withdrawal.note, withdrawal.pay_id) == ("1300000", "rent", "123")
    assert len(sandbox.control.calls("paystar", "settlement")) == 1


def test_the_same_again_must_be_meant(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """The same amount to the same IBAN within minutes is not sent before a person has ticked that it is meant."""
    payout.fill_withdrawal()
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    payout.fill_withdrawal()
    payout.review()
    payout.wait_until(lambda: payout.find(QCheckBox, "withdrawDialog.meantAgain").isVisible())
    assert "The same amount went to the same IBAN" in payout.find(Banner, "withdrawDialog.alike").text()
    payout.approve()
    payout.wait_until(lambda: payout.find(Banner, "approve.trouble").isVisible())
    assert len(sandbox.control.calls("paystar", "settlement")) == 1
    QTest.mouseClick(payout.find(QCheckBox, "withdrawDialog.meantAgain"), Qt.MouseButton.LeftButton)
    payout.press("approve.submit")
    payout.until_withdrawal("accepted")
    assert len(sandbox.control.calls("paystar", "settlement")) == 2


def test_the_limits_hold(payout: PayoutCounter, sandbox: SandboxServer, run: Run) -> None:
    """More than one withdrawal may be is said beside the amount, more than a day's is said in the review."""
    account = payout.accounts["paystar"]
    form = AccountForm(
        provider="paystar",
        label=account.label,
        base_url=account.base_url,
        values={**account.settings, "limit_per_withdrawal": "20000000", "limit_per_day": "20000000"},
    )
    run(payout.till.accounts.change(account.id, form))
    payout.fill_withdrawal("20000010")
    payout.press("withdraw.review")
    payout.wait_until(lambda: payout.problem("withdraw.amount"))
    assert "20,000,000\u00a0IRR" in (payout.problem("withdraw.amount") or "")
    payout.fill_withdrawal("12000000")
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    payout.fill_withdrawal("12000010")
    payout.review()
    payout.approve()
    payout.wait_until(lambda: payout.find(Banner, "withdrawDialog.dayLimit").isVisible())
    payout.until_withdrawal("awaiting_approval")
    assert len(sandbox.control.calls("paystar", "settlement")) == 1


@pytest.mark.parametrize("how", ["double click", "held Enter", "Enter and click"])
def test_pressing_twice_sends_once(payout: PayoutCounter, sandbox: SandboxServer, how: str) -> None:
    """However fast it is pressed again, one call leaves."""
    payout.fill_withdrawal()
    payout.review()
    payout.write_pin()
    submit, pin = payout.find(QPushButton, "approve.submit"), payout.find(QLineEdit, "approve.pin")
    if how == "double click":
        QTest.mouseClick(submit, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(submit, Qt.MouseButton.LeftButton)
    elif how == "held Enter":
        for is_repeat in (False, True, True, True):
            press = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeat
            )
            QApplication.sendEvent(pin, press)
    else:
        QTest.keyClick(pin, Qt.Key.Key_Return)
        QTest.mouseClick(submit, Qt.MouseButton.LeftButton)
    payout.until_withdrawal("accepted")
    assert len(sandbox.control.calls("paystar", "settlement")) == 1
    assert sandbox.control.count("paystar").created == 1


def test_a_dialog_closed_at_the_review_is_taken_up_from_needs_attention(
    payout: PayoutCounter, sandbox: SandboxServer
) -> None:
    """Esc loses nothing: the withdrawal waits, counted, and a manager approves it from there."""
    payout.fill_withdrawal()
    payout.review()
    payout.press("withdrawDialog.close")
    payout.until_no_sheet()
    payout.until_open(1)
    (withdrawal,) = payout.till_withdrawals()
    payout.go_to("nav.attention")
    payout.press(f"attention.next.{withdrawal.reference}")
    payout.until_withdrawal("awaiting_approval")
    payout.approve()
    payout.until_withdrawal("accepted")
    payout.until_open(0)
    assert sandbox.control.count("paystar").created == 1


def test_back_and_edit_from_needs_attention_fills_the_form(payout: PayoutCounter) -> None:
    """Another day's withdrawal comes back into the form, and stays the same withdrawal."""
    payout.fill_withdrawal()
    payout.review()
    payout.press("withdrawDialog.close")
    payout.until_no_sheet()
    (withdrawal,) = payout.till_withdrawals()
    payout.go_to("nav.attention")
    payout.press(f"attention.next.{withdrawal.reference}")
    payout.until_withdrawal("awaiting_approval")
    payout.press("approve.back")
    payout.until_no_sheet()
    assert payout.find(QLineEdit, "withdraw.holder").isVisible()
    assert payout.text("withdraw.holder") == HOLDER
    payout.type("withdraw.holder", "Another Person")
    payout.review()
    (changed,) = payout.till_withdrawals()
    assert (changed.id, changed.holder) == (withdrawal.id, "Another Person")


def test_a_withdrawal_is_cancelled_before_it_is_sent(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """What nobody approved can be given up; nothing was asked of anyone."""
    payout.fill_withdrawal()
    payout.review()
    payout.press("withdrawDialog.cancel")
    payout.until_withdrawal("cancelled")
    assert payout.withdrawal_outcome() == "Cancelled"
    assert sandbox.control.calls("paystar", "settlement") == []
    payout.until_open(0)


def test_only_a_manager_approves(payout: PayoutCounter, run: Run) -> None:
    """Cashiers are not offered as somebody who may approve."""
    (manager,) = run(payout.till.operators.in_service())
    cashier = Operator(
        id="0-cashier",
        till_id=manager.till_id,
        name="Cora Cashier",
        role=Role.CASHIER,
        pin_hash=manager.pin_hash,
        created_at=manager.created_at,
    )
    run(payout.till.database.write(lambda connection: operators.save(connection, cashier)))
    payout.fill_withdrawal()
    payout.review()
    payout.write_pin()
    box = payout.find(QComboBox, "approve.manager")
    assert [box.itemData(index) for index in range(box.count())] == [manager.id]


def test_too_many_wrong_pins_lock_the_approval(payout: PayoutCounter) -> None:
    """The wait is counted down beside the field, and afterwards the right PIN works."""
    payout.fill_withdrawal()
    payout.review()
    for _ in range(12):
        payout.approve("999999")
        payout.wait_until(lambda: payout.problem("approve.pin"))
        if "Too many" in (payout.problem("approve.pin") or ""):
            break
    assert "Too many wrong PINs" in (payout.problem("approve.pin") or "")
    assert not payout.find(QPushButton, "approve.submit").isEnabled()
    payout.clock.advance(3600)
    payout.wait_until(lambda: payout.problem("approve.pin") is None)
    payout.approve(MANAGER_PIN)
    payout.until_withdrawal("accepted")


def test_the_language_changes_over_a_half_typed_form(payout: PayoutCounter) -> None:
    """What is typed stays, the words and digits are written anew."""
    payout.fill_withdrawal()
    payout.speak(Language.PERSIAN)
    payout.wait_until(lambda: "یک میلیون و دویست و پنجاه هزار تومان" in payout.said())
    assert payout.find(AmountEdit, "withdraw.amount").amount_text() == "12500000"
    assert payout.text("withdraw.iban").replace(" ", "") == IBAN
    assert "بانک پارسیان" in payout.said()


def test_the_lock_hides_the_page(payout: PayoutCounter) -> None:
    """Under the lock nothing of the withdrawal can be read; afterwards it is there as typed."""
    payout.fill_withdrawal()
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    QTest.keyClick(payout.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    payout.wait_until(lambda: not payout.find(QLineEdit, "withdraw.iban").isVisible())
    assert "1,250,000" not in payout.said()


def test_f3_opens_the_page(payout: PayoutCounter) -> None:
    """The key of the page works from any other."""
    payout.go_to("nav.payment")
    assert not payout.find(QLineEdit, "withdraw.iban").isVisible()
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    QTest.keyClick(payout.window, Qt.Key.Key_F3)
    payout.wait_until(lambda: payout.find(QLineEdit, "withdraw.iban").isVisible())
    assert payout.focus_name() == "withdraw.iban"


def test_rial_or_toman_is_remembered(payout: PayoutCounter) -> None:
    """The unit chosen last is ready the next time."""
    units = payout.find(QComboBox, "withdraw.unit")
    units.setCurrentIndex(units.findData("IRT"))
    payout.wait_until(lambda: payout.till.preferences.current.withdrawal_unit == "IRT")
    payout.type("withdraw.amount", "1250")
    assert "12,500\u00a0IRR" in payout.said()


def test_a_state_is_never_colour_alone(payout: PayoutCounter) -> None:
    """The chip of a row's dialog has a word."""
    payout.fill_withdrawal()
    payout.review()
    assert payout.find(StateChip, "withdrawDialog.state").text() == "Waits for approval"
    assert Sheet.any_open(payout.window)
    assert payout.till_withdrawals()[0].state is WithdrawalState.AWAITING_APPROVAL


def test_a_name_that_nobody_sees_goes_with_no_withdrawal(payout: PayoutCounter) -> None:
    """Typed for one provider, the name is not kept with a withdrawal of another, which asks for none."""
    payout.choose_payer("paystar")
    payout.fill_withdrawal(holder="Somebody Else")
    payout.choose_payer("aqayepardakht")
    assert not payout.find(QLineEdit, "withdraw.holder").isVisible()
    payout.review()
    assert payout.till_withdrawals()[0].holder == ""
