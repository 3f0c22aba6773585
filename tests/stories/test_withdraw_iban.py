"""IBANs as people type them: grouped under the cursor, checked as typed, and every wrong one said in Persian."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QListView, QWidget

from cashier.domain.iban import grouped_iban
from cashier.services.preferences import Language
from cashier.ui.widgets import IbanEdit
from tests.stories.counter import Run
from tests.stories.payout_counter import HOLDER, IBAN, PayoutCounter

TYPE_IT = "شماره شبا را وارد کنید."
NOT_RIGHT = "این شبا درست نیست: رقم‌هایش با هم نمی‌خوانند. رقم‌به‌رقم نگاه کنید."
NOT_IRANIAN = "این شبا ایرانی نیست. فقط به شبایی که با IR شروع می‌شود می‌توان واریز کرد."
SOMETHING_ELSE = "شبا بعد از IR فقط رقم دارد. چیز دیگری در آن هست."

BAD = [
    ("", TYPE_IT),
    ("IR82054010268002081790900", "این شبا ۱ رقم کم دارد."),
    ("۸۲۰۵۴۰۱۰۲۶", "این شبا ۱۴ رقم کم دارد."),
    ("IR", "این شبا ۲۴ رقم کم دارد."),
    ("IR8205401026800208179090022", "این شبا ۱ رقم زیادی دارد."),
    ("IR820540102680020817909002123", "این شبا ۳ رقم زیادی دارد."),
    ("IR820540102680020817909003", NOT_RIGHT),
    ("IR280540102680020817909002", NOT_RIGHT),
    ("IR820540102680020817900902", NOT_RIGHT),
    ("DE89370400440532013000", NOT_IRANIAN),
    ("IR82054O102680020817909002", SOMETHING_ELSE),
    ("IR82 0540 1026 8002 0817 9090 0x", SOMETHING_ELSE),
]


@pytest.mark.parametrize(("typed", "said"), BAD)
def test_a_bad_iban_is_said_beside_its_field(payout: PayoutCounter, typed: str, said: str) -> None:
    """The review is not reached, the reason stands beside the field, and nothing typed is lost."""
    payout.speak(Language.PERSIAN)
    payout.fill_withdrawal(iban=typed)
    before = payout.text("withdraw.iban")
    payout.press("withdraw.review")
    payout.wait_until(lambda: payout.problem("withdraw.iban"))
    assert payout.problem("withdraw.iban") == said
    assert payout.text("withdraw.iban") == before
    assert payout.text("withdraw.holder") == HOLDER
    assert payout.focus_name() == "withdraw.iban"
    assert payout.till_withdrawals() == []


@pytest.mark.parametrize(
    "typed",
    [
        IBAN,
        IBAN.removeprefix("IR"),
        IBAN.lower(),
        "IR82 0540 1026 8002 0817 9090 02",
        "ir-8205-4010-2680-0208-1790-9002",
        "۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲",
        "٨٢٠٥٤٠١٠٢٦٨٠٠٢٠٨١٧٩٠٩٠٠٢",
    ],
)
def test_an_iban_is_taken_however_it_is_typed(payout: PayoutCounter, typed: str) -> None:
    """With or without its country, in any digits, with spaces or dashes: it is shown in groups, with its bank."""
    payout.type("withdraw.iban", typed)
    assert payout.text("withdraw.iban") == grouped_iban(IBAN)
    assert payout.problem("withdraw.iban") is None
    assert "Bank Parsian" in payout.said()


def test_what_is_only_not_finished_is_not_shouted_at(payout: PayoutCounter) -> None:
    """While digits are missing nothing is red; when the cursor leaves, it is said how many are."""
    # Only an active window takes the cursor away from a field.
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    payout.type("withdraw.iban", "IR8205401")
    assert payout.problem("withdraw.iban") is None
    payout.find(QWidget, "withdraw.amount").setFocus()
    payout.wait_until(lambda: payout.problem("withdraw.iban") == "17 digits are missing from this IBAN.")
    payout.type("withdraw.iban", IBAN[:-1])
    payout.find(QWidget, "withdraw.amount").setFocus()
    payout.wait_until(lambda: payout.problem("withdraw.iban") == "1 digit is missing from this IBAN.")


def test_the_bank_is_named_from_its_third_digit_on(payout: PayoutCounter) -> None:
    """Two digits of a bank are no bank yet."""
    payout.type("withdraw.iban", "IR820" + "5")
    assert "Bank Parsian" not in payout.said()
    payout.type("withdraw.iban", "IR82054")
    assert "Bank Parsian" in payout.said()


def test_an_unknown_bank_is_a_warning_only(payout: PayoutCounter) -> None:
    """It is said, and the review is reached all the same."""
    payout.fill_withdrawal(iban="IR979990000000000000000001")
    assert "The bank of this IBAN is not known" in payout.said()
    assert payout.problem("withdraw.iban") is None
    payout.review()


def test_the_cursor_keeps_its_digit(payout: PayoutCounter) -> None:
    """Digits are put in, taken out and pasted in the middle, and the cursor stays behind the same one."""
    payout.type("withdraw.iban", "IR82054010")
    edit = payout.find(IbanEdit, "withdraw.iban")
    assert edit.text() == "IR82 0540 10"
    edit.setCursorPosition(7)
    QTest.keyClicks(edit, "9")
    assert (edit.text(), edit.cursorPosition()) == ("IR82 0594 010", 8)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), edit.cursorPosition()) == ("IR82 0540 10", 7)
    edit.setCursorPosition(5)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), edit.cursorPosition()) == ("IR80 5401 0", 3)
    QTest.keyClicks(edit, "2")
    assert edit.text() == "IR82 0540 10"
    edit.setCursorPosition(4)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == "IR82 5401 0"
    edit.setCursorPosition(5)
    payout.paste("withdraw.iban", "0")
    assert (edit.text(), edit.cursorPosition()) == ("IR82 0540 10", 6)
    edit.selectAll()
    payout.paste("withdraw.iban", "\u202b۸۲-۰۵۴۰ 102680020817909002\u202c")
    assert (edit.text(), edit.cursorPosition()) == (grouped_iban(IBAN), len(grouped_iban(IBAN)))


def _list() -> QListView:
    views = [
        view
        for view in QApplication.topLevelWidgets()
        if isinstance(view, QListView) and view.objectName() == "withdraw.receivers" and view.isVisible()
    ]
    assert views, "the list has not dropped down"
    return views[-1]


def test_a_receiver_is_saved_chosen_and_forgotten(payout: PayoutCounter, run: Run) -> None:
    """The tick saves; the arrow keys choose from the list; the same place forgets again."""
    payout.fill_withdrawal()
    QTest.mouseClick(payout.find(QCheckBox, "withdraw.saveReceiver"), Qt.MouseButton.LeftButton)
    payout.review()
    payout.approve()
    payout.until_withdrawal("accepted")
    payout.press("withdrawDialog.primary")
    payout.until_no_sheet()
    (saved,) = run(payout.till.beneficiaries.saved())
    assert (saved.iban, saved.holder) == (IBAN, HOLDER)
    payout.wait_until(lambda: payout.find(QAbstractButton, "withdraw.beneficiaries").isVisible())
    payout.key("withdraw.iban", Qt.Key.Key_Down)
    popup = _list()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    payout.wait_until(lambda: payout.text("withdraw.iban") == grouped_iban(IBAN))
    assert payout.text("withdraw.holder") == HOLDER
    assert not payout.find(QCheckBox, "withdraw.saveReceiver").isVisible()
    payout.press("withdraw.removeReceiver")
    payout.wait_until(lambda: payout.find(QCheckBox, "withdraw.saveReceiver").isVisible())
    assert run(payout.till.beneficiaries.saved()) == []


def test_a_receiver_is_found_by_name(payout: PayoutCounter, run: Run) -> None:
    """A name typed into the IBAN's field offers whoever has it."""
    run(payout.till.beneficiaries.save(IBAN, "مریم احمدی"))
    payout.wait_until(lambda: payout.find(QAbstractButton, "withdraw.beneficiaries").isVisible())
    payout.type("withdraw.iban", "احمد")
    assert "مریم احمدی" in str(_list().model().index(0, 0).data())
    assert payout.problem("withdraw.iban") is None
    _list().hide()
