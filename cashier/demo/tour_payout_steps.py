"""What the tour does with money that leaves the shop: one withdrawal, one that comes back, a batch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from cashier.demo.hands import TourStepError
from cashier.demo.visit import Visit
from cashier.sandbox import control_calls, credentials
from cashier.sandbox.faults import FaultName
from cashier.services.preferences import Language

# Made up: their check digits fit, and so does the bank of all but the last.
IBAN: Final = "IR820540102680020817909002"
_IBAN_SENT_BACK: Final = "IR062960000000100324200001"
_IBAN_OF_NO_ONE: Final = "IR210120000000009876543210"
_WRONG_IBAN: Final = "IR820540102680020817909003"

_PAST_ANY_BANK_S: Final = 120.0
_HOLDERS: Final = {
    Language.PERSIAN: ("مریم نمونه", "کاوه نمونه", "لیلا نمونه"),
    Language.ARABIC: ("مريم نموذج", "كريم نموذج", "ليلى نموذج"),
    Language.ENGLISH: ("Maryam Sample", "Karim Sample", "Leila Sample"),
}
_SENT_BACK: Final = {
    Language.PERSIAN: "حساب مقصد مسدود است",
    Language.ARABIC: "حساب المستفيد مجمّد",
    Language.ENGLISH: "The receiving account is blocked",
}
_BATCHED: Final = 24


# One withdrawal


async def withdraw_typed(visit: Visit) -> None:
    """The form, with the bank known by its IBAN and the amount in both units and in words."""
    await visit.fill_withdrawal("paystar", visit.typed("12500000"), IBAN, _HOLDERS[visit.language][0])
    await visit.hands.wait_for("withdraw.amountInWords")


async def withdraw_iban_wrong(visit: Visit) -> None:
    """One digit was mistyped: said beside the field, and nothing else that was typed is lost."""
    await visit.hands.fill("withdraw.iban", _WRONG_IBAN)
    await visit.hands.press("withdraw.review")
    edit = await visit.hands.wait_for("withdraw.iban")
    # Of its window: a desktop may have left the phone in front.
    await visit.hands.until(
        lambda: edit.property("invalid") and edit.window().focusWidget() is edit,
        "the IBAN to be marked, and to have the keys",
    )
    if visit.hands.sheet_is_open():
        raise TourStepError("a wrong IBAN was reviewed")


async def withdraw_reviewed(visit: Visit) -> None:
    """The review: rial and toman, in figures and in words, who gets it and from which account."""
    await visit.hands.fill("withdraw.iban", IBAN)
    await visit.hands.press("withdraw.review")
    await visit.withdrawal_shows("awaiting_approval")
    # By then it is known who may agree.
    await visit.hands.wait_until_pressable("approve.submit")


async def withdraw_pin_wrong(visit: Visit) -> None:
    """Nobody but a manager agrees to it."""
    await visit.approve("000000")
    pin = await visit.hands.wait_for("approve.pin")
    await visit.hands.until(lambda: pin.property("invalid"), "a word about the wrong PIN")


async def withdraw_accepted(visit: Visit) -> None:
    """Approved and sent: the provider has it."""
    await visit.approve()
    await visit.withdrawal_shows("accepted")


async def withdraw_paid(visit: Visit) -> None:
    """The bank has paid, with the number to give to whoever asks."""
    await visit.advance(_PAST_ANY_BANK_S)
    await visit.withdrawal_shows("paid")


async def withdraw_asks_again(visit: Visit) -> None:
    """The same amount to the same IBAN, minutes later, is asked about before it is approved."""
    await visit.leave_withdrawal()
    await visit.fill_withdrawal("paystar", visit.typed("12500000"), IBAN, _HOLDERS[visit.language][0])
    await visit.hands.press("withdraw.review")
    await visit.withdrawal_shows("awaiting_approval")
    await visit.hands.wait_for("withdrawDialog.alike")


# One that comes back, one that is refused, one whose answer is lost


async def withdraw_sent_back(visit: Visit) -> None:
    """The receiving bank has sent it back, and says why."""
    await visit.control(
        control_calls.put_account(
            "paystar",
            credentials.MAIN_ACCOUNT,
            reject_ibans={_IBAN_SENT_BACK: _SENT_BACK[visit.language]},
        )
    )
    await visit.fill_withdrawal(
        "paystar", visit.typed("4800000"), _IBAN_SENT_BACK, _HOLDERS[visit.language][1]
    )
    await visit.hands.press("withdraw.review")
    await visit.withdrawal_shows("awaiting_approval")
    await visit.approve()
    await visit.withdrawal_shows("accepted")
    await visit.advance(_PAST_ANY_BANK_S)
    await visit.withdrawal_shows("rejected")


async def withdraw_refused(visit: Visit) -> None:
    """The provider refuses, in plain words, with what to do."""
    await visit.control(
        control_calls.put_account("aqayepardakht", credentials.MAIN_ACCOUNT, balance_toman=100_000)
    )
    await visit.fill_withdrawal("aqayepardakht", visit.typed("3000000"), IBAN, "")
    await visit.hands.press("withdraw.review")
    await visit.withdrawal_shows("awaiting_approval")
    await visit.approve()
    await visit.withdrawal_shows("refused")


async def withdraw_unknown(visit: Visit) -> None:
    """The answer was lost: the till asks, and sends nothing again."""
    await visit.control(
        control_calls.put_account("aqayepardakht", credentials.MAIN_ACCOUNT, balance_toman=10**9)
    )
    await visit.fault(FaultName.RESET_AFTER, "aqayepardakht", "request")
    await visit.fault(FaultName.ERROR_BEFORE, "aqayepardakht", "list", times=None)
    await visit.fill_withdrawal("aqayepardakht", visit.typed("2500000"), IBAN, "")
    await visit.hands.press("withdraw.review")
    await visit.withdrawal_shows("awaiting_approval")
    await visit.approve()
    await visit.withdrawal_shows("unknown")


async def withdraw_found(visit: Visit) -> None:
    """The provider lists it: it was made once."""
    await visit.control(control_calls.clear_faults())
    await visit.withdrawal_shows("accepted")


# A batch


async def batch_with_errors(visit: Visit) -> None:
    """Rows pasted from a spreadsheet, checked before anything is sent: what is wrong, by row and column."""
    await visit.hands.press("nav.withdraw")
    await visit.hands.press("withdraw.many")
    holders = _HOLDERS[visit.language]
    ibans = (IBAN, _IBAN_OF_NO_ONE, _IBAN_SENT_BACK)
    rows = [
        "\t".join((ibans[number % 3], holders[number % 3], visit.typed(str(1_000_000 + 5_000 * number))))
        for number in range(_BATCHED)
    ]
    rows[3] = "\t".join((_WRONG_IBAN, holders[0], visit.typed("1015000")))
    rows[8] = "\t".join((IBAN, holders[0].split()[0], "0"))
    QApplication.clipboard().setText("\n".join(rows))
    await visit.hands.press("batch.paste")
    table = await _table(visit, "batch.table")
    await visit.hands.until(lambda: table.model().rowCount(QModelIndex()) >= _BATCHED, "the pasted rows")
    await visit.hands.until(lambda: visit.hands.seen("batch.problemCount"), "the problems to be counted")


async def batch_mended(visit: Visit) -> None:
    """Each wrong cell is gone to and typed anew: every row may be sent, the sum in both units and in words."""
    for right in (IBAN, _HOLDERS[visit.language][0], visit.typed("1040000")):
        await visit.hands.press("batch.nextProblem")
        visit.hands.key(Qt.Key.Key_Return)
        await visit.hands.fill("batch.cell", right)
        visit.hands.key(Qt.Key.Key_Return)
        await visit.hands.wait_until_gone("batch.cell")
    review = await visit.hands.wait_for("batch.review")
    await visit.hands.until(review.isEnabled, "every row to be right")


async def batch_reviewed(visit: Visit) -> None:
    """The review of a batch: how many, how much, what to look at twice."""
    await visit.hands.press("batch.review")
    await visit.hands.wait_for("batchReview")
    await visit.hands.wait_until_pressable("approve.submit")


async def batch_running(visit: Visit) -> None:
    """Approved, it goes out in calls of a few; here somebody has stopped it in the middle."""
    await visit.fault(FaultName.LATENCY, "paystar", "settlement", times=None)
    await visit.approve()
    await visit.hands.press("batchProgress.pause")
    await visit.batch_is("paused")


async def batch_over(visit: Visit) -> None:
    """Every row has an end of its own; what came back can be exported, or sent anew."""
    await visit.control(control_calls.clear_faults())
    await visit.hands.press("batchProgress.pause")
    await visit.batch_is("accepted")
    await visit.advance(_PAST_ANY_BANK_S)
    await visit.batch_is("over")


async def withdrawals_listed(visit: Visit) -> None:
    """All that left the shop, searched by a receiver's name."""
    visit.hands.key(Qt.Key.Key_Escape)
    await visit.hands.press("nav.withdraw")
    await visit.hands.press("withdraw.one")
    await visit.hands.fill("withdraw.search", _HOLDERS[visit.language][1])
    await visit.hands.until(lambda: visit.hands.seen_beginning_with("withdraw.row."), "what was found")


async def _table(visit: Visit, name: str) -> QAbstractItemView:
    table = await visit.hands.wait_for(name)
    if not isinstance(table, QAbstractItemView):
        raise TourStepError(f"{name} is no table")
    return table
