"""Each of aqayepardakht's twenty numbers, as a cashier in Tehran sees it: what it means, and which field is at fault."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from cashier.domain.withdrawal import WithdrawalState
from cashier.providers.aqayepardakht_codes import CODES
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.widgets import Banner
from tests.stories.counter import Run
from tests.stories.payout_counter import IBAN, PayoutCounter

# The beginning of what is said, and the field that is marked when it is edited; none where the account or the
# provider is at fault.
SAID = {
    -1: ("شماره حساب کاربری خالی است.", None),
    -2: ("کلید رمزنگاری خالی است.", None),
    -3: ("آقای پرداخت این شماره حساب کاربری را نمی‌شناسد.", None),
    -4: ("کلید رمزنگاری درست نیست.", None),
    -5: ("شبا نوشته نشده.", "withdraw.iban"),
    -6: ("مبلغ نوشته نشده.", "withdraw.amount"),
    -7: ("شماره تسویه معلوم نیست.", None),
    -8: ("یا شبا اشتباه است یا چنین تسویه‌ای نیست؛", "withdraw.iban"),
    -9: ("آقای پرداخت این مبلغ را قبول نکرد.", "withdraw.amount"),
    -10: ("شماره تسویه درست نیست.", None),
    -11: ("موجودی شما در آقای پرداخت صفر است.", "withdraw.amount"),
    -12: ("موجودی شما در آقای پرداخت به این مبلغ نمی‌رسد.", "withdraw.amount"),
    -13: ("این حساب نباید پین درگاه بفرستد.", None),
    -14: ("پرونده شاپرک فروشگاه شما نزد آقای پرداخت نیست.", None),
    -15: ("آقای پرداخت درگاه شما را پیدا نکرد.", None),
    -16: ("در پنل آقای پرداخت شما هیچ شبایی فعال نیست.", "withdraw.iban"),
    -17: ("این شبا در پنل آقای پرداخت شما ثبت نیست.", "withdraw.iban"),
    -18: ("هنگام ثبت تسویه در آقای پرداخت مشکلی پیش آمد.", None),
    -19: ("آقای پرداخت چنین تسویه‌ای ندارد.", None),
    -20: ("حساب شما در آقای پرداخت فعال نیست.", None),
}


def _send(payout: PayoutCounter, sandbox: SandboxServer, number: int) -> None:
    sandbox.control.fault("refuse", "aqayepardakht", "request", code=str(number), message="-")
    payout.choose_payer("aqayepardakht")
    payout.fill_withdrawal("2500000")
    payout.review()
    payout.approve()


def test_every_number_is_in_the_table() -> None:
    """The twenty of the document, and no other."""
    assert set(SAID) == set(CODES) == set(range(-20, 0))


@pytest.mark.parametrize("number", sorted(set(SAID) - {-18}, reverse=True))
def test_a_number_is_said_in_persian(payout: PayoutCounter, sandbox: SandboxServer, number: int) -> None:
    """The meaning stands in the dialog; going back to edit finds all that was typed, the faulty field marked."""
    said, faulty = SAID[number]
    payout.speak(Language.PERSIAN)
    _send(payout, sandbox, number)
    payout.until_withdrawal("refused")
    assert payout.text("withdrawDialog.why").startswith(said)
    assert str(number) in payout.text("withdrawDialog.detail")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    assert payout.text("withdraw.iban").replace(" ", "") == IBAN
    if faulty is None:
        payout.wait_until(lambda: payout.find(Banner, "withdraw.trouble").isVisible())
        assert payout.find(Banner, "withdraw.trouble").text().startswith(said)
    else:
        payout.wait_until(lambda: payout.problem(faulty))
        assert (payout.problem(faulty) or "").startswith(said)
        assert payout.focus_name() == faulty
    assert len(sandbox.control.calls("aqayepardakht", "request")) == 1


def test_the_gateway_pin_is_left_out_at_the_owners_word(
    payout: PayoutCounter, sandbox: SandboxServer, run: Run
) -> None:
    """-13 offers to leave the PIN out; nothing is sent by itself, and sent anew it goes through without the PIN."""
    # This account of theirs has no gateway, and refuses the PIN.
    sandbox.control.put_account("aqayepardakht", pin=None)
    payout.choose_payer("aqayepardakht")
    payout.fill_withdrawal("2500000")
    payout.review()
    payout.approve()
    payout.until_withdrawal("refused")
    assert payout.find(QPushButton, "withdrawDialog.secondary").isVisible()
    payout.press("withdrawDialog.secondary")
    payout.wait_until(lambda: "leaves the gateway PIN out" in payout.text("withdrawDialog.why"))
    (changed,) = [
        account for account in run(payout.till.accounts.in_use()) if account.provider == "aqayepardakht"
    ]
    assert changed.settings["send_pin"] is False
    assert len(sandbox.control.calls("aqayepardakht", "request")) == 1
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")


def test_a_disturbance_leaves_open_what_was_made(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """-18 does not say whether the withdrawal was made: it is asked about, and nothing is sent again by itself."""
    payout.speak(Language.PERSIAN)
    # Else the next question would answer before anybody can read what is said.
    sandbox.control.fault("hold_before", "aqayepardakht", "list")
    _send(payout, sandbox, -18)
    payout.until_withdrawal("unknown")
    payout.wait_until(lambda: SAID[-18][0] in payout.text("withdrawDialog.why"))
    assert payout.text("withdrawDialog.why").startswith("دوباره نفرستید")
    assert "-18" in payout.text("withdrawDialog.detail")
    payout.wait_until(sandbox.control.held)
    sandbox.control.release()
    # The provider, asked, lists none: now it is known that nothing was made.
    payout.until_withdrawal("refused")
    assert payout.text("withdrawDialog.why").startswith(SAID[-18][0])
    assert len(sandbox.control.calls("aqayepardakht", "request")) == 1
    assert payout.till_withdrawals()[0].state is WithdrawalState.REFUSED
