"""What the tour does, step by step. A new one is a small coroutine and a place in `SCENES`.

A step uses controls by their names, waits for what it expects, and ends in what is to be photographed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import Qt

from cashier.demo.hands import TourStepError
from cashier.demo.visit import CUSTOMER, Visit
from cashier.sandbox import control_calls, credentials
from cashier.sandbox.faults import FaultName

_PAST_ANY_CODE_S: Final = 301.0
_CLOSED_PORT: Final = 9


# Taking a payment with a code


async def take_payment(visit: Visit) -> None:
    """The page a cashier spends the day on, before anything was typed."""
    await visit.hands.wait_for("payment.send")


async def amount_unclear(visit: Visit) -> None:
    """An amount that can be read in two ways is asked about, not guessed."""
    await visit.fill_form("digibank", "1.000", "USD")
    visit.hands.key(Qt.Key.Key_Return)
    amount = await visit.hands.wait_for("payment.amount")
    await visit.hands.until(lambda: amount.property("invalid"), "the amount to be marked")
    if visit.hands.sheet_is_open():
        raise TourStepError("an unclear amount was sent")


async def code_sent(visit: Visit) -> None:
    """The customer has the code on the phone."""
    await visit.fill_form("digibank", visit.typed("0.1"), "USDT")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    visit.remembered["code"] = await visit.code_on_phone()
    visit.wants_phone_picture = True


async def code_wrong(visit: Visit) -> None:
    """A wrong code is told, and can be typed anew."""
    code = visit.remembered["code"]
    await visit.confirm(f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}")
    boxes = await visit.hands.wait_for("paymentDialog.code")
    await visit.hands.until(boxes.accessibleDescription, "a word about the wrong code")


async def code_paid(visit: Visit) -> None:
    """The right code moves the money."""
    await visit.confirm(visit.remembered["code"])
    await visit.dialog_shows("paid")


async def smallest_amount(visit: Visit) -> None:
    """One wei, to the eighteenth place."""
    visit.hands.key(Qt.Key.Key_Return)
    await visit.hands.wait_until_gone("paymentDialog")
    await visit.fill_form("digibank", visit.typed("0.000000000000000001"), "ETH")


async def smallest_amount_paid(visit: Visit) -> None:
    """It is paid to the last digit."""
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    await visit.confirm(await visit.code_on_phone())
    await visit.dialog_shows("paid")


async def largest_amount(visit: Visit) -> None:
    """More rial than fit a 64-bit number."""
    await visit.fill_form("digibank", visit.typed("12345678901234567890"), "IRR")


async def largest_amount_paid(visit: Visit) -> None:
    """They are paid to the last digit."""
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    await visit.confirm(await visit.code_on_phone())
    await visit.dialog_shows("paid")


async def code_expired(visit: Visit) -> None:
    """The time ran out before the customer read the code out."""
    await visit.fill_form("digibank", visit.typed("25"), "USD")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    await visit.advance(_PAST_ANY_CODE_S)
    await visit.dialog_shows("expired")


async def customer_unknown(visit: Visit) -> None:
    """The provider knows no such customer, and says so in its own words."""
    await visit.fill_form("digibank", visit.typed("40"), "USD")
    await visit.hands.fill("payment.customer", credentials.DIGIBANK_CUSTOMER_UNKNOWN)
    await visit.send()
    await visit.dialog_shows("declined")


# Taking a payment with a token


async def token_shown(visit: Visit) -> None:
    """The customer scans the token; it has reached the phone."""
    await visit.fill_form("resid", visit.typed("2500000"), "IRR")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    visit.remembered["token"] = await visit.token_on_phone()
    visit.wants_phone_picture = True


async def token_paid_by_customer(visit: Visit) -> None:
    """The customer pays; the money waits to be collected."""
    await visit.hands.press(f"phone.pay.{visit.remembered['token']}")
    collect = await visit.hands.wait_for("paymentDialog.collect")
    await visit.hands.until(collect.isEnabled, "the money to wait")


async def token_collected(visit: Visit) -> None:
    """Collected, it is the shop's."""
    await visit.hands.press("paymentDialog.collect")
    await visit.dialog_shows("paid")


async def token_refused(visit: Visit) -> None:
    """The customer refuses; nothing was paid, and the dialog says why."""
    await visit.fill_form("resid", visit.typed("125000"), "IRT")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    await visit.hands.press(f"phone.refuse.{await visit.token_on_phone()}")
    await visit.dialog_shows("declined")


# When an answer is lost


async def answer_lost(visit: Visit) -> None:
    """The provider took the money, and its answer was lost on the way; so is the answer to the first question."""
    await visit.fill_form("digibank", visit.typed("73.5"), "USD")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    await visit.fault(FaultName.RESET_AFTER, "digibank", "finalize")
    # The question is kept on its way until the picture is taken.
    await visit.fault(FaultName.HOLD_BEFORE, "digibank", "list")
    await visit.confirm(await visit.code_on_phone())
    await visit.control(control_calls.wait_for_held())
    await visit.dialog_shows("unknown")


async def answer_found(visit: Visit) -> None:
    """Asked about, digibank lists the payment: the same dialog says so by itself."""
    await visit.control(control_calls.release())
    await visit.dialog_shows("paid")


async def not_sent(visit: Visit) -> None:
    """Nobody listens at this address: nothing left, and nothing is lost."""
    hands = visit.hands
    await hands.press("nav.settings")
    await hands.press("settings.addAccount")
    await hands.wait_for("account")
    label = f"{visit.accounts['digibank']} 2"
    await hands.fill("account.label", label)
    await hands.fill("account.baseUrl", f"http://127.0.0.1:{_CLOSED_PORT}")
    await hands.fill("account.api_key", "made-up-key")
    await hands.press("account.save")
    await hands.wait_until_gone("account")
    await hands.press("nav.payment")
    await visit.choose_account(label)
    await hands.fill("payment.amount", visit.typed("15"))
    await hands.fill("payment.customer", CUSTOMER)
    await visit.send()
    await visit.dialog_shows("draft")


# What is open, settings, the lock


async def needs_attention(visit: Visit) -> None:
    """A draft, and a token whose dialog was closed early."""
    hands = visit.hands
    await visit.fill_form("digibank", visit.typed("60"), "USD")
    await hands.press("payment.draft")
    amount = await hands.wait_for("payment.amount")
    await hands.until(lambda: not amount.property("text"), "the form to be empty")
    await visit.fill_form("resid", visit.typed("980000"), "IRR")
    await visit.send()
    await visit.dialog_shows("awaiting_customer")
    visit.remembered["token"] = await visit.token_on_phone()
    await visit.leave_dialog()
    await hands.press("nav.attention")
    await hands.until(lambda: hands.seen_beginning_with("attention.open."), "what is open")


async def taken_up_again(visit: Visit) -> None:
    """The token goes on where it was left."""
    newest = visit.hands.seen_beginning_with("attention.open.")[-1]
    await visit.hands.press(newest.objectName())
    await visit.dialog_shows("awaiting_customer")
    if await visit.token_on_phone() != visit.remembered["token"]:
        raise TourStepError("another token was taken up")


async def collected_later(visit: Visit) -> None:
    """Paid and collected all the same."""
    await visit.hands.press(f"phone.pay.{visit.remembered['token']}")
    await visit.hands.press("paymentDialog.collect")
    await visit.dialog_shows("paid")


async def taken_today(visit: Visit) -> None:
    """The payment page after a busy while: every payment of today, and the totals."""
    await visit.hands.until(lambda: visit.hands.seen_beginning_with("payment.row."), "today's payments")


async def settings(visit: Visit) -> None:
    """The shop's accounts, appearance and name."""
    await visit.hands.press("nav.settings")
    await visit.hands.until(
        lambda: visit.hands.seen_beginning_with("settings.edit."), "the accounts in the settings"
    )


async def account_tested(visit: Visit) -> None:
    """One account, and a call that proves its settings."""
    first = visit.hands.seen_beginning_with("settings.edit.")[0]
    await visit.hands.press(first.objectName())
    await visit.hands.press("account.test")
    await visit.hands.wait_for("account.testResult")


async def locked(visit: Visit) -> None:
    """Nothing of the shop's money is on the screen."""
    await visit.hands.press("nav.lock")
    operator = await visit.hands.wait_for("lock.operatorName")
    await visit.hands.until(lambda: operator.property("text"), "whose PIN is wanted")


async def unlocked(visit: Visit) -> None:
    """The operator's PIN opens it where it was locked."""
    await visit.unlock()
    await visit.hands.wait_for("nav.payment")


Step = Callable[[Visit], Awaitable[None]]

SCENES: Final[tuple[tuple[Step, ...], ...]] = (
    (take_payment,),
    (amount_unclear,),
    (code_sent, code_wrong, code_paid, smallest_amount, smallest_amount_paid),
    (largest_amount, largest_amount_paid),
    (code_expired,),
    (customer_unknown,),
    (token_shown, token_paid_by_customer, token_collected),
    (token_refused,),
    (answer_lost, answer_found),
    (not_sent,),
    (needs_attention, taken_up_again, collected_later),
    (taken_today,),
    (settings, account_tested),
    (locked, unlocked),
)
"""Each scene begins at the payment page; a step that fails takes the rest of its scene with it, and no more."""
