"""The language changes in the middle of work: nothing that was typed, chosen or said is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.locale_format import plain
from cashier.ui.widgets import AmountEdit, CodeEdit
from tests.stories.counter import MANAGER_PIN
from tests.stories.payout_counter import HOLDER, IBAN, PayoutCounter

# There and back, over the other right-to-left language.
WAY = (Language.PERSIAN, Language.ARABIC, Language.ENGLISH)


def _speak(payout: PayoutCounter, language: Language) -> None:
    payout.speak(language)
    # Qt tells the widgets at the next turn.
    QCoreApplication.sendPostedEvents()


@pytest.mark.parametrize("language", WAY[:2])
def test_half_a_code_stays_and_the_rest_confirms(
    payout: PayoutCounter, sandbox: SandboxServer, language: Language
) -> None:
    """Three digits before, three after; the cursor stays in the code, and the payment is made."""
    payout.go_to("nav.payment")
    payout.fill("12.5", unit="USDT")
    payout.press("payment.send")
    edit = payout.until_code()
    code = sandbox.control.open_requests()[-1].code
    QTest.keyClicks(edit, code[:3])
    _speak(payout, language)
    assert payout.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (edit.text(), payout.window.focusWidget()) == (code[:3], edit)
    QTest.keyClicks(edit, code[3:])
    payout.press("paymentDialog.confirm")
    payout.until_state("paid")
    assert sandbox.control.ledger("digibank")[-1].amount == "12.5"


def test_a_wrong_code_is_told_in_the_new_language(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """What was said stays said, in the other words; the code stays to be typed over."""
    payout.go_to("nav.payment")
    payout.fill("12.5", unit="USDT")
    payout.press("payment.send")
    edit = payout.until_code()
    wrong = "000000" if sandbox.control.open_requests()[-1].code != "000000" else "111111"
    QTest.keyClicks(edit, wrong)
    payout.press("paymentDialog.confirm")
    payout.wait_until(lambda: "not right" in edit.accessibleDescription())
    _speak(payout, Language.PERSIAN)
    assert "کد درست نیست" in edit.accessibleDescription()
    assert payout.find(CodeEdit, "paymentDialog.code").text() == wrong


def test_the_form_below_the_dialog_keeps_what_was_typed(payout: PayoutCounter) -> None:
    """Amount, currency, customer and note of the payment are there when the dialog is left."""
    payout.go_to("nav.payment")
    payout.fill("1250.75", unit="USD")
    payout.type("payment.note", "میز 7 / table 7")
    for language in WAY:
        _speak(payout, language)
        amount = payout.find(AmountEdit, "payment.amount")
        assert amount.amount_text() == "1250.75"
        assert payout.find(QComboBox, "payment.currency").currentData() == "USD"
        assert payout.find(QLineEdit, "payment.customer").text() == "00142277"
        assert payout.find(QLineEdit, "payment.note").text() == "میز 7 / table 7"


def test_a_half_typed_withdrawal_stays(payout: PayoutCounter) -> None:
    """IBAN, amount and its unit, names, note and the tick to save the receiver stay, and it can be reviewed."""
    payout.go_to("nav.withdraw")
    payout.choose_payer("paystar")
    payout.fill_withdrawal("1250000", unit="IRT")
    payout.type("withdraw.note", "دستمزد")
    save = payout.find(QCheckBox, "withdraw.saveReceiver")
    save.setChecked(True)
    payout.find(QLineEdit, "withdraw.holder").setFocus()
    for language in WAY:
        _speak(payout, language)
        assert payout.text("withdraw.iban").replace(" ", "") == IBAN
        assert payout.find(AmountEdit, "withdraw.amount").amount_text() == "1250000"
        assert payout.find(QComboBox, "withdraw.unit").currentData() == "IRT"
        assert payout.text("withdraw.holder") == HOLDER
        assert payout.text("withdraw.note") == "دستمزد"
        assert save.isChecked()
        assert payout.focus_name() == "withdraw.holder"
    payout.review()
    assert payout.till_withdrawals()[0].money.text == "12500000"


def test_what_is_wrong_with_a_form_is_told_in_the_new_language(payout: PayoutCounter) -> None:
    """Each message beside its field follows, and goes when the field is mended."""
    payout.go_to("nav.withdraw")
    payout.fill_withdrawal(iban="IR820540102680020817909003", holder="", amount="")
    payout.press("withdraw.review")
    payout.wait_until(lambda: payout.problem("withdraw.amount"))
    _speak(payout, Language.PERSIAN)
    assert payout.problem("withdraw.amount") == "مبلغ را بنویسید."
    assert "این شبا درست نیست" in (payout.problem("withdraw.iban") or "")
    payout.fill_withdrawal()
    assert payout.problem("withdraw.iban") is None


def test_half_a_pin_stays_and_a_wrong_one_is_told(payout: PayoutCounter) -> None:
    """In the middle of an approval: what was typed stays, what was said follows, and the rest approves."""
    payout.go_to("nav.withdraw")
    payout.fill_withdrawal()
    payout.review()
    payout.approve("111222")
    payout.wait_until(lambda: payout.problem("approve.pin") == "This PIN is not right.")
    _speak(payout, Language.ARABIC)
    assert payout.problem("approve.pin") == "الرقم السري غير صحيح."
    payout.write_pin(MANAGER_PIN[:3])
    _speak(payout, Language.PERSIAN)
    pin = payout.find(QLineEdit, "approve.pin")
    assert pin.text() == MANAGER_PIN[:3]
    QTest.keyClicks(pin, MANAGER_PIN[3:])
    payout.press("approve.submit")
    payout.until_withdrawal("accepted")
    assert payout.withdrawal_outcome() == "به درگاه رسید"


def test_a_question_is_asked_anew(payout: PayoutCounter) -> None:
    """Whether an account is to be removed: title, text and both answers change their language."""
    payout.go_to("nav.settings")
    account = payout.accounts["resid"]
    payout.wait_until(lambda: payout.window.findChildren(QWidget, f"settings.remove.{account.id}"))
    payout.find(QWidget, f"settings.remove.{account.id}").click()
    payout.wait_until(lambda: payout.window.findChildren(QPushButton, "settings.removeAccount.keep"))
    _speak(payout, Language.PERSIAN)
    asked = payout.find(QWidget, "settings.removeAccount")
    said = [plain(label.text()) for label in asked.findChildren(QLabel)]
    assert "Resid حذف شود؟" in said
    assert payout.find(QPushButton, "settings.removeAccount.confirm").text() == "حذف"
