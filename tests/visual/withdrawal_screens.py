"""The screens on which one receiver is paid."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from cashier.ui.withdrawal_row import WithdrawalRow
from tests.visual.journeys import Desk, Look, journey


@journey
def withdrawal(desk: Desk) -> Iterator[Look]:
    """The empty form, one with mistakes, one that is right; the review, a wrong PIN, and what the bank has."""
    counter = desk.counter
    counter.go_to("nav.withdraw")
    yield Look("withdraw_empty")
    counter.choose_payer("paystar")
    counter.fill_withdrawal(iban="IR820540102680020817909003", holder="", amount="")
    counter.press("withdraw.review")
    yield Look("withdraw_wrong")
    counter.fill_withdrawal()
    yield Look("withdraw_typed")
    counter.review()
    yield Look("withdraw_review")
    counter.write_pin("111222")
    counter.press("approve.submit")
    counter.wait_until(lambda: counter.problem("approve.pin"))
    yield Look("withdraw_wrong_pin")
    counter.write_pin()
    counter.press("approve.submit")
    counter.until_withdrawal("accepted")
    yield Look("withdraw_sent")


@journey
def withdrawal_again(desk: Desk) -> Iterator[Look]:
    """To a receiver who was saved, the same amount once more; all there is to know of the one before."""
    counter = desk.counter
    counter.go_to("nav.withdraw")
    counter.choose_payer("paystar")
    counter.fill_withdrawal()
    desk.click("withdraw.saveReceiver")
    counter.review()
    counter.approve()
    counter.until_withdrawal("accepted")
    counter.press("withdrawDialog.primary")
    counter.until_no_sheet()
    desk.click("withdraw.beneficiaries")
    (receivers,) = (
        view
        for view in QApplication.topLevelWidgets()
        if view.objectName() == "withdraw.receivers" and view.isVisible()
    )
    yield Look("withdraw_receivers", receivers)
    receivers.close()
    counter.fill_withdrawal()
    counter.review()
    desk.until_there("withdrawDialog.meantAgain")
    counter.wait_until(lambda: counter.find(QComboBox, "approve.manager").count())
    yield Look("withdraw_alike")
    counter.press("withdrawDialog.close")
    counter.until_no_sheet()
    yield Look("withdraw_list")
    QTest.mouseClick(counter.window.findChild(WithdrawalRow), Qt.MouseButton.LeftButton)
    desk.until_there("withdrawSheet.close")
    yield Look("withdraw_details")


@journey
def withdrawal_unknown(desk: Desk) -> Iterator[Look]:
    """The answer was lost, and the provider's list does not tell; a manager decides."""
    counter = desk.counter
    desk.sandbox.control.fault("reset_before", "paystar", "settlement")
    counter.go_to("nav.withdraw")
    counter.choose_payer("paystar")
    counter.fill_withdrawal()
    counter.review()
    counter.approve()
    counter.until_withdrawal("unknown")
    counter.wait_until(lambda: counter.withdrawal_outcome() == "A manager has to decide")
    yield Look("withdraw_unknown")
    counter.press("withdrawDialog.primary")
    desk.until_there("decide.choice.notSent")
    counter.wait_until(lambda: desk.button("decide.submit").isEnabled())
    counter.write_pin(name="decide")
    counter.press("decide.submit")
    yield Look("withdraw_decision")
