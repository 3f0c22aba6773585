"""What the tour does, step by step. A new one is a small coroutine and a place in `SCENES`.

A step uses controls by their names, waits for what it expects, and ends in what is to be photographed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import Qt

from cashier.demo import tour_history_steps as history
from cashier.demo import tour_payout_steps as payout
from cashier.demo import tour_settings_steps as settings
from cashier.demo.demo_shop import OPERATOR_PIN
from cashier.demo.hands import TourStepError
from cashier.demo.visit import Visit
from cashier.sandbox import control_calls, credentials
from cashier.sandbox.faults import FaultName
from cashier.services.preferences import Language

_PAST_ANY_CODE_S: Final = 301.0
_REASONS: Final = {
    Language.PERSIAN: "پشتیبانی بانک گفت چنین پرداختی نیست",
    Language.ARABIC: "أكد دعم المصرف أنه لا توجد دفعة كهذه",
    Language.ENGLISH: "The bank's support sees no such payment",
}


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


# When there is no line


async def not_sent(visit: Visit) -> None:
    """Nobody can be reached: nothing left, and nothing is lost."""
    visit.line.cut()
    await visit.fill_form("digibank", visit.typed("15"), "USD")
    await visit.send()
    await visit.dialog_shows("draft")
    visit.remembered["reference"] = visit.reference()


async def left_to_wait(visit: Visit) -> None:
    """The cashier lets it wait for the line; the form is free for the next customer."""
    await visit.hands.press("paymentDialog.secondary")
    await visit.hands.wait_until_gone("paymentDialog")


async def offline(visit: Visit) -> None:
    """The other provider cannot be reached either: the banner says so, and the form keeps what was typed."""
    await visit.fill_form("resid", visit.typed("640000"), "IRR")
    await visit.send()
    await visit.dialog_shows("draft")
    await visit.leave_dialog()


async def waits_for_the_line(visit: Visit) -> None:
    """What waits says since when, and how often it was tried."""
    await visit.hands.press("nav.attention")
    await visit.hands.wait_for(f"attention.sendNow.{visit.remembered['reference']}")


async def sent_when_back(visit: Visit) -> None:
    """The line is back: it was sent by itself, and the customer has the code."""
    visit.line.mend()
    await visit.hands.wait_until_gone(f"attention.sendNow.{visit.remembered['reference']}")
    visit.remembered["code"] = await visit.code_on_phone()


async def paid_after_waiting(visit: Visit) -> None:
    """Taken up from the list, it is paid like any other."""
    await visit.hands.press(f"attention.open.{visit.remembered['reference']}")
    await visit.confirm(visit.remembered["code"])
    await visit.dialog_shows("paid")


async def code_kept(visit: Visit) -> None:
    """The line is cut between the request and the code: the code is kept, and nothing looks wrong."""
    code = await visit.begin_code("32")
    visit.line.cut()
    await visit.confirm(code)
    boxes = await visit.hands.wait_for("paymentDialog.code")
    await visit.hands.until(boxes.accessibleDescription, "a word about the kept code")


async def code_sent_when_back(visit: Visit) -> None:
    """The line is back: the dialog becomes paid by itself."""
    visit.line.mend()
    await visit.dialog_shows("paid")


# What is open, settings, the lock


async def needs_attention(visit: Visit) -> None:
    """Everything that can be open: paid and not collected, with a person, waiting, without a line, a draft."""
    hands, remembered = visit.hands, visit.remembered
    code = await visit.begin_code("42")
    remembered["undecided"] = visit.reference()
    # The provider is never reached with the code, and its list cannot be read: it cannot tell.
    await visit.fault(FaultName.RESET_BEFORE, "digibank", "finalize")
    await visit.fault(FaultName.HTML_PAGE, "digibank", "list", times=None)
    await visit.confirm(code)
    await visit.dialog_shows("unknown")
    await visit.leave_dialog()
    await visit.fill_form("digibank", visit.typed("60"), "USD")
    await hands.press("payment.draft")
    amount = await hands.wait_for("payment.amount")
    await hands.until(lambda: not amount.property("text"), "the form to be empty")
    remembered["token"] = await visit.begin_token("980000")
    remembered["waiting"] = visit.reference()
    await visit.leave_dialog()
    token = await visit.begin_token("350000")
    remembered["paid by customer"] = visit.reference()
    await hands.press(f"phone.pay.{token}")
    collect = await hands.wait_for("paymentDialog.collect")
    await hands.until(collect.isEnabled, "the money to wait")
    await visit.leave_dialog()
    await hands.press("nav.attention")
    await hands.wait_for(f"attention.decide.{remembered['undecided']}")
    visit.line.cut()
    await hands.press("nav.payment")
    await visit.fill_form("digibank", visit.typed("18.25"), "USD")
    await visit.send()
    await visit.dialog_shows("draft")
    await left_to_wait(visit)
    await hands.press("nav.attention")
    await hands.until(lambda: hands.seen_beginning_with("attention.sendNow."), "what waits for the line")


async def decision_wrong_pin(visit: Visit) -> None:
    """Only a manager's PIN marks it as not paid, and the reason is kept."""
    await visit.hands.press(f"attention.decide.{visit.remembered['undecided']}")
    await visit.hands.fill("decide.reason", _REASONS[visit.language])
    await visit.hands.fill("decide.pin", "118247")
    await visit.hands.press("decide.confirm")
    pin = await visit.hands.wait_for("decide.pin")
    await visit.hands.until(pin.accessibleDescription, "a word about the wrong PIN")


async def decision_taken(visit: Visit) -> None:
    """Decided, it is no longer open."""
    await visit.hands.fill("decide.pin", OPERATOR_PIN)
    await visit.hands.press("decide.confirm")
    await visit.hands.wait_until_gone("decide")
    await visit.hands.wait_until_gone(f"attention.decide.{visit.remembered['undecided']}")


async def taken_up_again(visit: Visit) -> None:
    """The token goes on where it was left."""
    visit.line.mend()
    await visit.hands.press(f"attention.open.{visit.remembered['waiting']}")
    await visit.dialog_shows("awaiting_customer")
    if await visit.token_on_phone() != visit.remembered["token"]:
        raise TourStepError("another token was taken up")


async def collected_later(visit: Visit) -> None:
    """Paid and collected all the same."""
    await visit.hands.press(f"phone.pay.{visit.remembered['token']}")
    await visit.hands.press("paymentDialog.collect")
    await visit.dialog_shows("paid")


async def collected_from_the_list(visit: Visit) -> None:
    """What the customer had paid before is collected as well."""
    visit.hands.key(Qt.Key.Key_Return)
    await visit.hands.wait_until_gone("paymentDialog")
    await visit.hands.press(f"attention.open.{visit.remembered['paid by customer']}")
    await visit.hands.press("paymentDialog.collect")
    await visit.dialog_shows("paid")


async def taken_today(visit: Visit) -> None:
    """The payment page after a busy while: every payment of today, and the totals."""
    await visit.hands.until(lambda: visit.hands.seen_beginning_with("payment.row."), "today's payments")


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
    (not_sent, left_to_wait, offline, waits_for_the_line, sent_when_back, paid_after_waiting),
    (code_kept, code_sent_when_back),
    (
        needs_attention,
        decision_wrong_pin,
        decision_taken,
        taken_up_again,
        collected_later,
        collected_from_the_list,
    ),
    (
        payout.withdraw_typed,
        payout.withdraw_iban_wrong,
        payout.withdraw_reviewed,
        payout.withdraw_pin_wrong,
        payout.withdraw_accepted,
        payout.withdraw_paid,
        payout.withdraw_asks_again,
    ),
    (payout.withdraw_sent_back,),
    (payout.withdraw_refused,),
    (payout.withdraw_unknown, payout.withdraw_found),
    (
        payout.batch_with_errors,
        payout.batch_mended,
        payout.batch_reviewed,
        payout.batch_running,
        payout.batch_over,
        payout.withdrawals_listed,
    ),
    (
        history.history_being_fetched,
        history.history_fetched,
        history.history_of_a_month,
        history.history_details,
        history.history_searched,
        history.history_nothing_fits,
        history.history_exported,
        history.history_export_ready,
    ),
    (taken_today,),
    (settings.settings, settings.account_tested),
    (
        settings.backup_made,
        settings.backup_looked_into,
        settings.backup_restored,
        settings.gone_on_after_restoring,
    ),
    (locked, unlocked),
)
"""Each scene begins at the payment page; a step that fails takes the rest of its scene with it, and no more."""
