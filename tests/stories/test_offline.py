"""The line is cut at every point of a payment, and comes back: each ends known, with nothing typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from cashier.demo.cuttable_line import CuttableLine
from cashier.domain.redaction import Redactor
from cashier.sandbox.server import SandboxServer
from cashier.services.asking import AskingPlan
from cashier.services.sync_loop import SyncPlan
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage.database import Database
from cashier.ui.payment_dialog import PaymentDialog
from cashier.ui.payment_row import PaymentRow
from cashier.ui.widgets import AmountEdit, CodeEdit, StateChip
from cashier.vault import MemoryVault
from tests.stories.counter import Counter, Run, Wait, counter_over, set_up_shop

# As in a shop, but a line that is down is tried again soon.
SOON = SyncPlan(first_back_off_s=0.05, longest_back_off_s=0.1)
ASKED_SOON = AskingPlan(
    pauses_s=(0.05, 0.1, 0.2, 0.2, 0.5, 0.5, 1.0), not_found_gap=timedelta(milliseconds=50)
)


@pytest.fixture
def till(run: Run, tmp_path: Path, vault: MemoryVault) -> Iterator[Till]:
    """Open a new till that tries again soon."""

    async def open_it() -> Till:
        database = await Database.open(tmp_path / "till.db")
        opened = await open_till(database, vault, SystemClock(), Redactor(), plan=ASKED_SOON, sync_plan=SOON)
        await opened.start()
        return opened

    opened = run(open_it())
    yield opened
    run(opened.close())


@pytest.fixture
def line(sandbox: SandboxServer) -> Iterator[CuttableLine]:
    """Return the shop's line to the providers."""
    with CuttableLine(sandbox.base_url) as line:
        yield line


@pytest.fixture
def counter(
    qapp: QApplication, run: Run, wait_until: Wait, till: Till, line: CuttableLine
) -> Iterator[Counter]:
    """Return a counter whose accounts are at the end of the line."""
    accounts = run(set_up_shop(till, line.base_url))
    with counter_over(till, accounts, qapp, run, wait_until) as counter:
        yield counter


def _code(sandbox: SandboxServer) -> str:
    return str(sandbox.control.open_requests()[-1].code)


def _reference(counter: Counter) -> str:
    (shown,) = counter.window.findChildren(PaymentRow)
    return shown.payment().reference


def _send_without_a_line(counter: Counter, line: CuttableLine) -> None:
    line.cut()
    counter.fill("15")
    counter.press("payment.send")
    counter.until_state("draft")
    assert counter.outcome() == "Not sent"


def _ask_for_code(counter: Counter) -> CodeEdit:
    counter.fill("10")
    counter.press("payment.send")
    return counter.until_code()


def _confirm_without_a_line(counter: Counter, sandbox: SandboxServer, line: CuttableLine) -> CodeEdit:
    code = _ask_for_code(counter)
    line.cut()
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.wait_until(lambda: "The code is kept" in counter.said())
    return code


def _paid_by_itself(counter: Counter, sandbox: SandboxServer, provider: str = "digibank") -> None:
    counter.until_state("paid")
    assert counter.outcome() == "Paid"
    assert len(sandbox.control.ledger(provider)) == 1


# Before the request


def test_a_request_left_to_wait_is_sent_by_itself(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The form is free for the next customer; the request goes out once when the line is back, and is confirmed."""
    _send_without_a_line(counter, line)
    counter.press("paymentDialog.secondary")
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").text() == ""
    assert "waits under Needs attention" in counter.said()
    counter.until_open(1)
    reference = _reference(counter)
    counter.wait_until(
        lambda: (
            "Waits for a connection" in counter.find(PaymentRow, f"payment.row.{reference}").accessibleName()
        )
    )
    assert not sandbox.control.calls()
    counter.go_to("nav.attention")
    counter.wait_until(lambda: "It is sent by itself" in counter.said())
    line.mend()
    counter.wait_until(sandbox.control.open_requests)
    counter.wait_until(lambda: counter.window.findChildren(QPushButton, f"attention.open.{reference}"))
    counter.wait_until(lambda: counter.find(QPushButton, f"attention.open.{reference}").text() == "Continue")
    counter.press(f"attention.open.{reference}")
    QTest.keyClicks(counter.until_code(), _code(sandbox))
    counter.press("paymentDialog.confirm")
    _paid_by_itself(counter, sandbox)
    assert sandbox.control.count("digibank").created == 1
    counter.until_open(0)


def test_a_waiting_request_is_sent_by_hand(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """Send now tries at once, says that there is still no line, and goes through when there is."""
    _send_without_a_line(counter, line)
    counter.press("paymentDialog.secondary")
    counter.until_closed()
    counter.until_open(1)
    reference = _reference(counter)
    counter.go_to("nav.attention")
    counter.press(f"attention.sendNow.{reference}")
    counter.wait_until(lambda: counter.window.findChildren(QLabel, "paymentDialog.outcome"))
    counter.wait_until(
        lambda: counter.find(QLabel, "paymentDialog.outcome").text() == "Waits for a connection"
    )
    line.mend()
    counter.until_code()
    assert sandbox.control.count("digibank").created == 1


def test_a_waiting_request_is_given_up(counter: Counter, sandbox: SandboxServer, line: CuttableLine) -> None:
    """Cancelled while it waits, it is not sent when the line is back."""
    _send_without_a_line(counter, line)
    counter.press("paymentDialog.secondary")
    counter.until_closed()
    counter.until_open(1)
    counter.go_to("nav.attention")
    counter.press(f"attention.open.{_reference(counter)}")
    counter.press("paymentDialog.cancel")
    counter.until_state("cancelled")
    counter.until_open(0)
    line.mend()
    counter.press("paymentDialog.primary")
    counter.until_closed()
    counter.go_to("nav.payment")
    _ask_for_code(counter)
    assert sandbox.control.count("digibank").created == 1


def test_trying_again_when_the_line_is_back(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The same dialog sends the same payment."""
    _send_without_a_line(counter, line)
    line.mend()
    counter.press("paymentDialog.primary")
    counter.until_code()
    assert sandbox.control.count("digibank").created == 1


def test_a_draft_that_is_kept_leaves_the_form_and_is_not_sent_by_itself(
    counter: Counter, till: Till, run: Run, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """It waits for a person, not for the line; the form does not hold the same payment a second time."""
    _send_without_a_line(counter, line)
    counter.press("paymentDialog.keep")
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").text() == ""
    counter.until_open(1)
    assert run(till.payments.waiting_to_be_sent()) == []
    line.mend()
    counter.go_to("nav.attention")
    counter.press(f"attention.sendNow.{_reference(counter)}")
    counter.until_code()
    assert sandbox.control.count("digibank").created == 1


# Between the request and the code


def test_a_code_typed_without_a_line_is_kept_and_sent(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The boxes keep it, nothing looks wrong, and the open dialog becomes paid by itself."""
    code = _confirm_without_a_line(counter, sandbox, line)
    typed = _code(sandbox)
    assert code.code() == typed
    assert counter.find(StateChip, "paymentDialog.state").text() == "Waits for a connection"
    assert not sandbox.control.ledger("digibank")
    line.mend()
    _paid_by_itself(counter, sandbox)
    counter.until_open(0)


def test_a_code_typed_without_a_line_survives_esc(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """Closed and opened again, the dialog shows the code; closed for good, the payment is paid all the same."""
    code = _confirm_without_a_line(counter, sandbox, line)
    typed = _code(sandbox)
    QTest.keyClick(code, Qt.Key.Key_Escape)
    counter.until_closed()
    counter.until_open(1)
    reference = _reference(counter)
    counter.go_to("nav.attention")
    counter.press(f"attention.open.{reference}")
    again = counter.until_code()
    counter.wait_until(lambda: again.code() == typed)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    counter.until_closed()
    line.mend()
    counter.until_open(0)
    assert len(sandbox.control.ledger("digibank")) == 1
    row = counter.find(PaymentRow, f"payment.row.{reference}")
    counter.wait_until(lambda: "Paid" in row.accessibleName())


def test_a_waiting_code_is_sent_by_hand(counter: Counter, sandbox: SandboxServer, line: CuttableLine) -> None:
    """Send now on the list takes the kept code, without it being typed again."""
    code = _confirm_without_a_line(counter, sandbox, line)
    QTest.keyClick(code, Qt.Key.Key_Escape)
    counter.until_closed()
    counter.until_open(1)
    counter.go_to("nav.attention")
    counter.press(f"attention.sendNow.{_reference(counter)}")
    counter.wait_until(lambda: "The code is kept" in counter.said())
    line.mend()
    _paid_by_itself(counter, sandbox)


def test_a_waiting_code_that_turns_out_wrong_is_said(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The line comes back, the provider refuses the code, and the right one still works."""
    code = _ask_for_code(counter)
    right = _code(sandbox)
    line.cut()
    QTest.keyClicks(code, "000000" if right != "000000" else "111111")
    counter.press("paymentDialog.confirm")
    counter.wait_until(lambda: "The code is kept" in counter.said())
    line.mend()
    counter.wait_until(lambda: "The code is not right" in counter.said())
    counter.wait_until(lambda: not code.isReadOnly())
    QTest.keyClicks(code, right)
    counter.press("paymentDialog.confirm")
    _paid_by_itself(counter, sandbox)


def test_a_token_that_could_not_be_collected_is_collected_by_itself(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The customer has paid and the line is cut: the dialog says that it goes on by itself, and it does."""
    counter.choose("resid")
    counter.fill("50000", unit="IRR")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")
    counter.wait_until(lambda: counter.find(QPushButton, "paymentDialog.collect").isVisible())
    sandbox.control.pay(sandbox.control.waiting_payments()[0].token)
    counter.wait_until(lambda: counter.find(QPushButton, "paymentDialog.collect").isEnabled())
    line.cut()
    counter.press("paymentDialog.collect")
    counter.wait_until(lambda: "The money is collected by itself" in counter.said())
    line.mend()
    _paid_by_itself(counter, sandbox, "resid")


# After the code has left


@pytest.mark.parametrize("hold", ["hold_before", "hold_after"])
def test_the_line_is_cut_while_the_provider_has_the_code(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine, hold: str
) -> None:
    """Whether the provider had acted or not, the dialog says that nobody knows, and then that it is paid, once."""
    code = _ask_for_code(counter)
    typed = _code(sandbox)
    sandbox.control.fault(hold, "digibank", "finalize")
    QTest.keyClicks(code, typed)
    counter.press("paymentDialog.confirm")
    counter.wait_until(sandbox.control.held)
    line.cut()
    counter.until_state("unknown")
    assert counter.outcome() == "Not known yet"
    sandbox.control.release(reset=True)
    line.mend()
    _paid_by_itself(counter, sandbox)


def test_a_provider_that_fails_after_acting(counter: Counter, sandbox: SandboxServer) -> None:
    """A 500 is no answer: not known yet, then paid by the provider's own list, once."""
    code = _ask_for_code(counter)
    sandbox.control.fault("error_after", "digibank", "finalize", status=500)
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("unknown")
    assert counter.outcome() == "Not known yet"
    _paid_by_itself(counter, sandbox)


def test_esc_right_after_choosing_to_wait_loses_nothing(
    counter: Counter, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The payment waits all the same, and is not in the form a second time."""
    _send_without_a_line(counter, line)
    secondary = counter.find(QPushButton, "paymentDialog.secondary")
    counter.wait_until(secondary.isVisible)
    QTest.mouseClick(secondary, Qt.MouseButton.LeftButton)
    QTest.keyClick(counter.find(PaymentDialog, "paymentDialog"), Qt.Key.Key_Escape)
    counter.until_closed()
    assert counter.find(AmountEdit, "payment.amount").text() == ""
    line.mend()
    counter.wait_until(sandbox.control.open_requests)
    assert sandbox.control.count("digibank").created == 1
