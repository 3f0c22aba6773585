"""What happened is said by itself to whoever cannot see the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.announcements import Announcement, Announcer
from cashier.ui.widgets import StateKind
from tests.stories.payout_counter import PayoutCounter


def _until_said(counter: PayoutCounter, said: list[Announcement], text: str) -> Announcement:
    counter.wait_until(lambda: any(text in one.text for one in said))
    (found,) = [one for one in said if text in one.text]
    return found


def _to_code(counter: PayoutCounter, sandbox: SandboxServer) -> str:
    counter.go_to("nav.payment")
    counter.fill("12.5", unit="USDT")
    counter.press("payment.send")
    counter.until_code()
    return sandbox.control.open_requests()[-1].code


def test_a_wrong_code_and_then_paid(
    payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]
) -> None:
    """Both are said at once, whatever is being read, and once."""
    code = _to_code(payout, sandbox)
    edit = payout.until_code()
    QTest.keyClicks(edit, "000000" if code != "000000" else "111111")
    payout.press("paymentDialog.confirm")
    payout.wait_until(edit.accessibleDescription)
    assert _until_said(payout, said, edit.accessibleDescription()).is_urgent
    QTest.keyClicks(edit, code)
    payout.press("paymentDialog.confirm")
    payout.until_state("paid")
    assert _until_said(payout, said, "Paid").is_urgent


def test_the_same_wrong_code_twice_is_said_twice(
    payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]
) -> None:
    """The second try is another event, though its words are the same."""
    code = _to_code(payout, sandbox)
    edit = payout.until_code()
    for times in (1, 2):
        QTest.keyClicks(edit, "000000" if code != "000000" else "111111")
        payout.press("paymentDialog.confirm")
        payout.wait_until(lambda times=times: len(said) == times)
    assert said[0] == said[1]


def test_not_paid(payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]) -> None:
    """The provider's refusal is said with its reason."""
    sandbox.control.fault("refuse", "digibank", "request", code="12", message="account unknown")
    payout.go_to("nav.payment")
    payout.fill("12.5", unit="USDT")
    payout.press("payment.send")
    payout.until_state("declined")
    assert "account unknown" in _until_said(payout, said, payout.outcome()).text


def test_not_known_yet_in_persian(
    payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]
) -> None:
    """In the language of the screen, with what to tell the customer, and without invisible characters."""
    payout.speak(Language.PERSIAN)
    code = _to_code(payout, sandbox)
    sandbox.control.fault("reset_before", "digibank", "finalize")
    sandbox.control.fault("error_before", "digibank", "list", times=None)
    QTest.keyClicks(payout.until_code(), code)
    payout.press("paymentDialog.confirm")
    payout.until_state("unknown")
    heard = _until_said(payout, said, payout.outcome())
    assert len(heard.text) > len(payout.outcome())
    assert "\u2068" not in heard.text


def test_a_withdrawal_is_sent(payout: PayoutCounter, said: list[Announcement]) -> None:
    """A wrong PIN is said, then that the bank has it."""
    payout.choose_payer("paystar")
    payout.fill_withdrawal()
    payout.review()
    payout.approve("111111")
    assert _until_said(payout, said, "This PIN is not right.").is_urgent
    payout.approve()
    payout.until_withdrawal("accepted")
    _until_said(payout, said, payout.withdrawal_outcome())


def test_a_withdrawal_is_rejected(
    payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]
) -> None:
    """That it was taken is said, and later that the bank has sent it back."""
    sandbox.control.put_account("aqayepardakht", cancelled_share=1.0)
    payout.choose_payer("aqayepardakht")
    payout.fill_withdrawal("2500000")
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    _until_said(payout, said, payout.withdrawal_outcome())
    sandbox.control.advance(120)
    payout.until_withdrawal("rejected")
    assert _until_said(payout, said, payout.withdrawal_outcome()).is_urgent


def test_a_message_over_the_page(payout: PayoutCounter, said: list[Announcement]) -> None:
    """A banner is said when it comes, and only trouble breaks in."""
    frame = payout.window.frame
    assert frame is not None
    frame.show_notice(StateKind.INFO, "The shop closes at nine.")
    frame.show_notice(StateKind.INFO, "The shop closes at nine.")
    assert said == [Announcement("The shop closes at nine.", is_urgent=False)]
    frame.show_notice(StateKind.DANGER, "The disk is full.")
    assert said[1:] == [Announcement("The disk is full.", is_urgent=True)]


def test_what_is_wrong_in_a_form(payout: PayoutCounter, said: list[Announcement]) -> None:
    """Each field's trouble is said, also when it is still there at the next try."""
    payout.go_to("nav.payment")
    payout.fill("1.000", customer="")
    QTest.keyClick(payout.find(QWidget, "payment.customer"), Qt.Key.Key_Return)
    assert len(said) == 2


def test_a_countdown_is_said_once(payout: PayoutCounter, said: list[Announcement]) -> None:
    """What differs in its figures only is not said again each second, in whichever digits; unseen, nothing is."""
    announcer = Announcer(payout.window)
    for text in ("30 s left", "29 s left", "۲۸ s left"):
        announcer.say(text)
    announcer.say("Time is up")
    unseen = QWidget()
    Announcer(unseen).say("Nobody sees this")
    assert [one.text for one in said] == ["30 s left", "Time is up"]
