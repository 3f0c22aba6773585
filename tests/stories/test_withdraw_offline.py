"""Withdrawals when the line or the answer fails: sent when it is back, asked about when unknown, never sent twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from cashier.demo.cuttable_line import CuttableLine
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.sandbox.server import SandboxServer
from cashier.ui.widgets import Banner, SelectableCard
from cashier.ui.withdrawal_decision_sheet import WithdrawalDecisionSheet
from tests.conftest import TillMaker
from tests.stories.counter import MANAGER_PIN, Run, Wait
from tests.stories.payout_counter import PayoutCounter, payout_counter_over


@pytest.fixture
def line(sandbox: SandboxServer) -> Iterator[CuttableLine]:
    """Return the shop's line to the providers."""
    with CuttableLine(sandbox.base_url) as line:
        yield line


@pytest.fixture
def far_payout(
    qapp: QApplication, run: Run, wait_until: Wait, tills: TillMaker, line: CuttableLine
) -> Iterator[PayoutCounter]:
    """Return a counter whose providers are reached over a line that can be cut."""
    with payout_counter_over(tills, line.base_url, qapp, run, wait_until) as payout:
        yield payout


def _only(payout: PayoutCounter) -> Withdrawal:
    (withdrawal,) = payout.till_withdrawals()
    return withdrawal


def test_what_was_approved_offline_is_sent_when_the_line_is_back(
    far_payout: PayoutCounter, line: CuttableLine, sandbox: SandboxServer
) -> None:
    """It waits, in words; when the line is back it leaves by itself, once."""
    line.cut()
    far_payout.fill_withdrawal()
    far_payout.review()
    far_payout.approve()
    far_payout.until_withdrawal("approved")
    far_payout.wait_until(lambda: far_payout.withdrawal_outcome() == "Approved, waits to be sent")
    assert "as soon as the line is back" in far_payout.text("withdrawDialog.why")
    assert "30 minutes" in far_payout.text("withdrawDialog.why")
    assert sandbox.control.calls("paystar", "settlement") == []
    line.mend()
    far_payout.until_withdrawal("accepted")
    assert sandbox.control.count("paystar").created == 1


def test_the_review_says_that_there_is_no_line(
    far_payout: PayoutCounter, line: CuttableLine, sandbox: SandboxServer
) -> None:
    """Whoever approves without a connection reads what that means."""
    line.cut()
    far_payout.fill_withdrawal("1000000")
    far_payout.review()
    far_payout.approve()
    far_payout.until_withdrawal("approved")
    far_payout.press("withdrawDialog.close")
    far_payout.until_no_sheet()
    far_payout.fill_withdrawal("2000000")
    far_payout.review()
    # It is told as soon as it is found: the first one's call may still be failing.
    far_payout.wait_until(lambda: far_payout.find(Banner, "withdrawDialog.offline").isVisible())
    assert "There is no connection now." in far_payout.find(Banner, "withdrawDialog.offline").text()
    assert sandbox.control.count("paystar").created == 0


def test_an_old_approval_asks_again(
    far_payout: PayoutCounter, line: CuttableLine, sandbox: SandboxServer
) -> None:
    """After more than half an hour without a line nothing leaves by itself: a manager approves it once more."""
    line.cut()
    far_payout.fill_withdrawal()
    far_payout.review()
    far_payout.approve()
    far_payout.until_withdrawal("approved")
    far_payout.clock.advance(31 * 60)
    line.mend()
    far_payout.until_withdrawal("awaiting_approval")
    assert _only(far_payout).reason is WithdrawalReason.APPROVAL_TOO_OLD
    assert "more than 30 minutes" in far_payout.find(Banner, "withdrawDialog.tooOld").text()
    assert sandbox.control.count("paystar").created == 0
    far_payout.approve()
    far_payout.until_withdrawal("accepted")
    assert sandbox.control.count("paystar").created == 1


def test_what_waits_for_the_line_can_be_cancelled(
    far_payout: PayoutCounter, line: CuttableLine, sandbox: SandboxServer
) -> None:
    """Nothing has left the machine, so it can still be given up; the line coming back sends nothing."""
    line.cut()
    far_payout.fill_withdrawal()
    far_payout.review()
    far_payout.approve()
    far_payout.until_withdrawal("approved")
    far_payout.press("withdrawDialog.cancel")
    far_payout.until_withdrawal("cancelled")
    line.mend()
    assert sandbox.control.count("paystar").created == 0


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
def test_a_lost_answer_is_asked_about_and_adopted(
    payout: PayoutCounter, sandbox: SandboxServer, provider: str
) -> None:
    """The call acted and its answer was lost: what the provider lists is taken for it; it is not sent again."""
    endpoint = "settlement" if provider == "paystar" else "request"
    sandbox.control.fault("reset_after", provider, endpoint)
    payout.choose_payer(provider)
    payout.fill_withdrawal()
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    assert sandbox.control.count(provider).created == 1
    assert len(sandbox.control.calls(provider, endpoint)) == 1
    kinds = [event.after for event in payout.run(payout.till.withdrawals.events_of(_only(payout).id))]
    assert "unknown" in kinds


def _leave_to_a_manager(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Send one whose call never arrived, and whose answer is lost all the same."""
    sandbox.control.fault("reset_before", "aqayepardakht", "request")
    payout.choose_payer("aqayepardakht")
    payout.fill_withdrawal()
    payout.review()
    payout.approve()
    payout.until_withdrawal("unknown")
    payout.wait_until(lambda: payout.withdrawal_outcome() == "A manager has to decide")
    assert "Do not send it again." in payout.text("withdrawDialog.why")


def _decide(payout: PayoutCounter, choice: str) -> None:
    payout.press("withdrawDialog.primary")
    payout.wait_until(lambda: payout.window.findChildren(SelectableCard, f"decide.choice.{choice}"))
    payout.find(SelectableCard, f"decide.choice.{choice}").click()
    payout.type("decide.reason", "asked their support by phone")
    payout.write_pin(MANAGER_PIN, name="decide")
    payout.press("decide.submit")
    payout.wait_until(
        lambda: not any(sheet.is_open() for sheet in payout.window.findChildren(WithdrawalDecisionSheet))
    )


def test_a_manager_declares_that_it_was_not_sent(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """With PIN and reason it is closed; both are kept, and nothing was sent a second time."""
    _leave_to_a_manager(payout, sandbox)
    _decide(payout, "notSent")
    payout.until_withdrawal("cancelled")
    assert len(sandbox.control.calls("aqayepardakht", "request")) == 1
    events = payout.run(payout.till.withdrawals.events_of(_only(payout).id))
    assert any("asked their support by phone" in event.detail for event in events)


def test_a_decision_needs_a_reason(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Without one nothing is decided, and the sheet says so beside the field."""
    _leave_to_a_manager(payout, sandbox)
    payout.press("withdrawDialog.primary")
    payout.wait_until(lambda: payout.window.findChildren(SelectableCard, "decide.choice.notSent"))
    payout.write_pin(MANAGER_PIN, name="decide")
    payout.press("decide.submit")
    payout.wait_until(lambda: payout.problem("decide.reason"))
    assert _only(payout).state is WithdrawalState.UNKNOWN


def test_a_manager_chooses_one_of_several(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Two records could be it: each is offered with what is known of it, and the chosen one is taken for it."""
    sandbox.control.put_account("aqayepardakht", settle_after_s=3600.0)
    sandbox.control.fault("reset_after", "aqayepardakht", "request", times=2)
    sandbox.control.fault("error_before", "aqayepardakht", "list", status=503, times=None)
    payout.choose_payer("aqayepardakht")
    for is_second in (False, True):
        payout.fill_withdrawal()
        payout.review()
        if is_second:
            payout.wait_until(lambda: payout.find(QCheckBox, "withdrawDialog.meantAgain").isVisible())
            payout.find(QCheckBox, "withdrawDialog.meantAgain").setChecked(True)
        payout.approve()
        payout.until_withdrawal("unknown")
        payout.press("withdrawDialog.close")
        payout.until_no_sheet()
    payout.until_open(2)
    newest = payout.till_withdrawals()[0]
    next_step = f"attention.next.{newest.reference}"
    payout.go_to("nav.attention")
    payout.wait_until(lambda: payout.find(QPushButton, next_step).text() == "Decide")
    sandbox.control.clear_faults()
    payout.press(next_step)
    payout.wait_until(lambda: len(_choices(payout)) == len(["first", "second", "not sent"]))
    payout.write_pin(MANAGER_PIN, name="decide")
    payout.type("decide.reason", "it has the time of the second")
    payout.press("decide.submit")
    payout.wait_until(lambda: payout.find(Banner, "decide.trouble").isVisible())
    key = max(name for name in _choices(payout) if not name.endswith("notSent")).rpartition(".")[2]
    assert "12,500,000" in payout.find(SelectableCard, f"decide.choice.{key}").text()
    payout.find(SelectableCard, f"decide.choice.{key}").click()
    payout.press("decide.submit")
    payout.until_withdrawal("accepted")
    chosen = payout.run(payout.till.withdrawals.get(newest.id))
    assert chosen.provider_key == key
    assert len(sandbox.control.calls("aqayepardakht", "request")) == len(["first", "second"])


def _choices(payout: PayoutCounter) -> list[str]:
    return [
        card.objectName()
        for card in payout.window.findChildren(SelectableCard)
        if card.objectName().startswith("decide.choice.") and card.isVisible()
    ]
