"""Many receivers at once, in the real window against the sandbox: made, mended, reviewed, sent, followed, exported."""

from __future__ import annotations

import asyncio
import csv
import time
from collections.abc import Iterator
from typing import Self

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView

from cashier.domain.money import RIAL
from cashier.sandbox.credentials import PAYSTAR_DEPOSIT
from cashier.services.batch_cells import RowText
from cashier.services.preferences import Language
from cashier.services.till import Till
from cashier.ui.batch_table_model import TableColumn
from cashier.ui.widgets import Banner
from tests.stories.batch_counter import BatchCounter, batch_counter, made_up_iban
from tests.stories.counter import MANAGER_PIN

# Of the window thread's own work: more than was ever measured, less than checking all rows at once takes.
LONGEST_PAUSE_S = 0.4
MANY = 10_000


@pytest.fixture
def shop(tills, qapp, run, wait_until) -> Iterator[tuple[BatchCounter, Till]]:
    """Return the counter of a shop that pays out, and its till."""
    with batch_counter(tills, qapp, run, wait_until) as opened:
        yield opened


def pasted(count: int, *, header: str = "IBAN\tAccount holder\tAmount (rial)\tNote") -> str:
    """Return rows as a spreadsheet copies them."""
    rows = [
        f"{made_up_iban(number)}\tPerson {number} Example\t{number}0000\tweek {number}"
        for number in range(1, count + 1)
    ]
    return "\r\n".join([header, *rows]) + "\r\n"


def make_batch(counter: BatchCounter, count: int) -> None:
    """Paste rows, review them and have them approved."""
    counter.go_to_many()
    counter.paste(pasted(count))
    counter.until_checked(count)
    counter.review()
    counter.approve()
    counter.until_sheet_closed()


class Heartbeat:
    """A timer of 5 ms on the window's own thread, and the most work that thread did between two of its ticks.

    Work, and not time: on a busy machine a thread waits for its turn, and that says nothing of the program.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self.longest_s = 0.0

    def __enter__(self) -> Self:
        self._last = time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = time.thread_time()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


def test_file_with_mistakes_is_mended_and_sent(shop, said, tmp_path, sandbox):
    """A Windows-1256 file: each mistake is named by row and column, mended in its cell, and then all is sent."""
    counter, _ = shop
    path = tmp_path / "wages.csv"
    lines = [
        "شبا,نام صاحب حساب,مبلغ (تومان),شرح",
        f"{made_up_iban(1)},مريم نمونه,125000,دستمزد",
        f"{made_up_iban(2)[:-2]},كاوه نمونه,90000,",
        f"{made_up_iban(3)},زهرا,abc,",
    ]
    path.write_bytes("\r\n".join(lines).encode("windows-1256"))
    counter.go_to_many()
    counter.import_file(path)
    counter.until_checked(3)
    units = counter.find(QComboBox, "batch.unit")
    assert (units.currentData(), units.isEnabled()) == ("IRT", False)
    assert "Windows-1256" in counter.notice()
    counter.wait_until(lambda: len(counter.problems()) == 3)
    assert "3 rows. 3 problems" in [each.text for each in said]
    problems = counter.problems()
    assert problems[0].startswith("Row 3, IBAN: ")
    assert problems[1].startswith("Row 4, Account holder: ")
    assert problems[2].startswith("Row 4, Amount: ")
    assert not counter.find(QPushButton, "batch.review").isEnabled()
    assert counter.text("batch.whyNot").startswith("2 rows have problems")
    counter.click("batch.nextProblem")
    counter.click("batch.nextProblem")
    table = counter.table()
    assert counter.rows().index(2, 3) == table.currentIndex()
    counter.type_into(1, TableColumn.IBAN, made_up_iban(2))
    counter.type_into(2, TableColumn.HOLDER, "زهرا نمونه")
    counter.type_into(2, TableColumn.AMOUNT, "۴۰٬۰۰۰")
    assert counter.cell(2, TableColumn.AMOUNT) == "40,000"
    counter.wait_until(lambda: counter.text("batch.total") == "2,550,000\u00a0IRR = 255,000\u00a0toman")
    assert said[-1].text == "3 rows. All rows are good"
    counter.review()
    assert counter.text("batchReview.count") == "3 rows"
    counter.approve()
    counter.until_counts(accepted=3)
    assert sandbox.control.count("paystar").created == 3
    sandbox.control.advance(120)
    counter.until_counts(paid=3)
    counter.until_phase("over")
    over = said[-1]
    assert over.is_urgent
    assert over.text.startswith("Over. Paid: 2,550,000")
    assert sorted(entry.amount for entry in sandbox.control.ledger("paystar")) == [
        "1250000",
        "400000",
        "900000",
    ]


def test_batch_is_paused_between_calls_and_goes_on(shop, sandbox):
    """Pause lets the call on its way come to its end, and nothing more leaves until Resume."""
    counter, _ = shop
    sandbox.control.fault("hold_before", "paystar", "settlement")
    make_batch(counter, 6)
    counter.wait_until(sandbox.control.held)
    counter.until_phase("sending")
    counter.press("batchProgress.pause")
    counter.until_phase("paused")
    assert "The call on its way comes to its end" in counter.find(Banner, "batchProgress.why").text()
    sandbox.control.release()
    counter.until_counts(accepted=2, approved=4)
    assert len(sandbox.control.calls("paystar", "settlement")) == 1
    counter.press("batchProgress.pause")
    counter.until_counts(accepted=6)
    assert len(sandbox.control.calls("paystar", "settlement")) == 3
    assert sandbox.control.count("paystar").created == 6


def test_what_was_sent_back_is_exported_and_read_again(shop, sandbox, tmp_path):
    """Rows that the bank sends back go into a file with the reason, and that file can be imported as it is."""
    counter, _ = shop
    sandbox.control.put_account("paystar", reject_ibans={made_up_iban(2): "حساب مقصد بسته است"})
    make_batch(counter, 3)
    counter.until_counts(accepted=3)
    sandbox.control.advance(120)
    counter.until_counts(paid=2, rejected=1)
    path = tmp_path / "failed.csv"
    counter.click("batchProgress.export")
    counter.choose_file("batch.saveDialog", path)
    counter.wait_until(path.exists)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file))
    assert row["IBAN"] == made_up_iban(2)
    assert row["State"] == "Sent back"
    assert "حساب مقصد بسته است" in row["Reason"]
    counter.click("batchProgress.back")
    counter.import_file(path)
    counter.until_checked(1)
    assert counter.rows().draft.total.text == "20000"


def test_refused_rows_are_sent_anew_as_a_new_batch(shop, sandbox, run):
    """A call that is refused as a whole stops the batch; what it carried is sent again only as a new batch."""
    counter, till = shop
    sandbox.control.put_account("paystar", deposits={PAYSTAR_DEPOSIT: 1})
    make_batch(counter, 4)
    counter.until_counts(refused=2, approved=2)
    counter.until_phase("paused")
    counter.wait_until(lambda: "refused a whole call" in counter.find(Banner, "batchProgress.why").text())
    sandbox.control.put_account("paystar", deposits={PAYSTAR_DEPOSIT: 10**12})
    counter.press("batchProgress.pause")
    counter.until_counts(refused=2, accepted=2)
    counter.click("batchProgress.sendAgain")
    counter.until_checked(2)
    assert counter.rows().draft.total.text == "30000"
    counter.review()
    counter.approve()
    counter.until_sheet_closed()
    counter.until_counts(accepted=2)
    first, second = run(till.batches.newest(limit=5))
    assert (first.batch.row_count, second.batch.row_count) == (2, 4)
    assert sandbox.control.count("paystar").created == 4


def test_rows_nobody_can_tell_about_are_decided_together(shop, sandbox):
    """A call that got lost: a manager declares its rows not sent, with a reason, and the batch is not sent again."""
    counter, _ = shop
    sandbox.control.fault("reset_before", "paystar", "settlement")
    make_batch(counter, 2)
    counter.until_phase("person")
    # They come to a person one after the other.
    counter.wait_until(lambda: "2 rows" in counter.find(Banner, "batchProgress.why").text())
    counter.click("batchProgress.decide")
    counter.wait_until(lambda: counter.window.findChildren(QComboBox, "batchDecide.manager"))
    counter.wait_until(lambda: counter.find(QComboBox, "batchDecide.manager").count())
    counter.type("batchDecide.pin", MANAGER_PIN)
    counter.type("batchDecide.reason", "Asked their support: there is none")
    counter.press("batchDecide.submit")
    counter.until_sheet_closed()
    counter.until_counts(cancelled=2)
    counter.until_phase("over")
    assert sandbox.control.count("paystar").created == 0


def test_rest_of_a_batch_is_given_up(shop, sandbox):
    """What has not been sent is cancelled after a question; what was sent goes on to its end."""
    counter, _ = shop
    sandbox.control.fault("hold_before", "paystar", "settlement")
    make_batch(counter, 4)
    counter.wait_until(sandbox.control.held)
    counter.press("batchProgress.pause")
    counter.until_phase("paused")
    sandbox.control.release()
    counter.until_counts(accepted=2, approved=2)
    counter.click("batchProgress.giveUp")
    counter.click("batchProgress.confirmGiveUp.confirm")
    counter.until_counts(accepted=2, cancelled=2)
    sandbox.control.advance(120)
    counter.until_counts(paid=2, cancelled=2)


def test_batch_left_unapproved_is_opened_from_needs_attention(shop, sandbox, run):
    """A batch that was written down and not agreed to waits under Needs attention, and is reviewed from there."""
    counter, till = shop
    rules = run(till.withdrawals.rules(counter.accounts["paystar"]))
    row = rules.check(
        RowText(number=1, iban=made_up_iban(1), holder="Person One", amount="50000"), RIAL
    ).checked
    run(till.batches.propose("left", counter.accounts["paystar"], "Left over", [row]))
    counter.window.activateWindow()
    counter.go_to("nav.attention")
    (batch,) = run(till.withdrawals.needing_attention()).batches
    counter.click(f"attention.openBatch.{batch.standing.batch.id}")
    counter.until_phase("to_approve")
    counter.click("batchProgress.approve")
    counter.wait_until(lambda: counter.window.findChildren(QComboBox, "approve.manager"))
    counter.approve()
    counter.until_counts(accepted=1)
    assert sandbox.control.count("paystar").created == 1


def test_batch_over_the_days_limit_is_not_approved(tills, qapp, run, wait_until, sandbox):
    """More than the account may send in a day is said with both figures, and nothing is sent."""
    with batch_counter(tills, qapp, run, wait_until, limit_per_day="20000") as (counter, _):
        counter.go_to_many()
        counter.paste(pasted(2))
        counter.until_checked(2)
        counter.review()
        counter.approve()
        counter.wait_until(lambda: counter.find(Banner, "batchReview.dayLimit").isVisible())
        assert "20,000" in counter.find(Banner, "batchReview.dayLimit").text()
        counter.click("approve.back")
        counter.until_sheet_closed()
        assert sandbox.control.calls("paystar", "settlement") == []


def test_pasted_rows_are_one_batch_however_often_it_is_pressed(shop, sandbox, run):
    """Rows from a spreadsheet without a header: the columns are guessed and said; a double press is one batch."""
    counter, till = shop
    counter.go_to_many()
    counter.paste("\r\n".join(pasted(2).splitlines()[1:]))
    counter.until_checked(2)
    assert "guessed" in counter.notice()
    counter.review()
    counter.wait_until(lambda: counter.find(QComboBox, "approve.manager").count())
    counter.type("approve.pin", MANAGER_PIN)
    button = counter.find(QPushButton, "approve.submit")
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    counter.until_sheet_closed()
    counter.until_counts(accepted=2)
    assert len(run(till.batches.newest(limit=5))) == 1
    assert sandbox.control.count("paystar").created == 2


def test_going_back_keeps_every_row_and_sends_nothing(shop, sandbox, run):
    """A wrong PIN, then Back: what was typed is still there, and no batch waits for anybody."""
    counter, till = shop
    counter.go_to_many()
    counter.paste(pasted(2))
    counter.until_checked(2)
    counter.review()
    counter.approve("111111")
    counter.wait_until(lambda: "PIN is not right" in counter.said())
    counter.click("approve.back")
    counter.until_sheet_closed()
    assert len(counter.rows().draft) == 2
    run(asyncio.wait_for(until_nothing_is_open(till), 10))
    assert sandbox.control.calls("paystar", "settlement") == []


def test_same_rows_again_within_minutes_are_asked_about(shop, sandbox):
    """A second batch with the same IBANs and amounts is approved only after a person says that it is meant."""
    counter, _ = shop
    make_batch(counter, 2)
    counter.until_counts(accepted=2)
    counter.click("batchProgress.back")
    make_batch_again(counter)
    counter.wait_until(lambda: counter.find(Banner, "batchReview.alike").isVisible())
    assert len(sandbox.control.calls("paystar", "settlement")) == 1
    assert not counter.find(QPushButton, "approve.submit").isEnabled()
    counter.click("batchReview.meantAgain")
    counter.approve()
    counter.until_sheet_closed()
    counter.wait_until(lambda: sandbox.control.count("paystar").created == 4)


def make_batch_again(counter: BatchCounter) -> None:
    """Paste the same two rows once more, and ask for approval."""
    counter.paste(pasted(2))
    counter.until_checked(2)
    counter.review()
    counter.approve()


async def until_nothing_is_open(till: Till) -> None:
    """Wait until no batch waits for anybody."""
    changed = asyncio.Event()
    unsubscribe = till.withdrawals.batch_changes.subscribe(lambda _: changed.set())
    while (await till.withdrawals.needing_attention()).batches:
        await changed.wait()
        changed.clear()
    unsubscribe()


def test_rows_survive_another_page_and_another_language(shop):
    """What was typed stays while another page is shown, and speaks the language of the moment when it is back."""
    counter, till = shop
    counter.go_to_many()
    counter.paste(pasted(2) + f"{made_up_iban(9)[:-1]}\tPerson Nine\t5000\t\r\n")
    counter.until_checked(3)
    counter.go_to("nav.payment")
    counter.language.use(Language.PERSIAN, till.preferences.current.zone)
    counter.go_to("nav.withdraw")
    assert counter.table().isVisible()
    counter.wait_until(lambda: counter.problems()[0].startswith("ردیف ۳، شماره شبا"))
    assert counter.table().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert counter.cell(0, TableColumn.IBAN).replace(" ", "") == made_up_iban(1)


def test_table_is_worked_with_the_keyboard_alone(shop):
    """Insert adds a row, typing fills a cell, Ctrl+Delete takes the row out, F8 goes to what is wrong."""
    counter, _ = shop
    counter.go_to_many()
    table = counter.table()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Insert)
    counter.until_checked(1)
    counter.type_into(0, TableColumn.IBAN, made_up_iban(7))
    counter.type_into(0, TableColumn.AMOUNT, "1000")
    QTest.keyClick(table, Qt.Key.Key_F8)
    assert table.currentIndex().column() == 3
    QTest.keyClick(table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    counter.until_checked(0)


def test_broken_file_is_named_and_takes_nothing_away(shop, tmp_path):
    """A file without an amount is refused by the column's name; the rows that were there stay."""
    counter, _ = shop
    counter.go_to_many()
    counter.paste(pasted(2))
    counter.until_checked(2)
    path = tmp_path / "list.csv"
    path.write_text(f"IBAN,Account holder\n{made_up_iban(1)},Person One\n", encoding="utf-8")
    counter.import_file(path)
    counter.wait_until(lambda: "These columns are missing: Amount" in counter.notice())
    assert len(counter.rows().draft) == 2


def test_template_is_saved_and_its_example_row_is_refused(shop, tmp_path):
    """The template can be imported as it is, and its example row is a problem rather than a payment."""
    counter, _ = shop
    counter.go_to_many()
    path = tmp_path / "template.xlsx"
    counter.click("batch.template")
    counter.choose_file("batch.saveDialog", path)
    counter.wait_until(path.exists)
    counter.import_file(path)
    counter.until_checked(1)
    counter.wait_until(lambda: any("example" in text for text in counter.problems()))


def test_ten_thousand_rows_never_freeze_the_window(shop, tmp_path, qapp, record_property):
    """A workbook of 10,000 rows is read, checked, scrolled and edited while a 5 ms timer keeps ticking."""
    counter, _ = shop
    path = tmp_path / "many.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["IBAN", "Account holder", "Amount (rial)", "Note"])
    for number in range(MANY):
        sheet.append([made_up_iban(number), f"Person {number} Example", number + 1, "week"])
    book.save(path)
    counter.go_to_many()
    counter.click("batch.import")
    with Heartbeat() as importing:
        counter.choose_file("batch.openDialog", path)
        counter.until_checked(MANY)
    table: QTableView = counter.table()
    bar = table.verticalScrollBar()
    with Heartbeat() as scrolling:
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            qapp.processEvents()
        counter.type_into(MANY - 1, TableColumn.AMOUNT, "12x")
        counter.type_into(MANY - 1, TableColumn.AMOUNT, "12")
    record_property("longest_pause_importing_s", importing.longest_s)
    record_property("longest_pause_scrolling_s", scrolling.longest_s)
    print(  # noqa: T201  # the figure itself is worth reading
        f"longest pause: importing {importing.longest_s * 1000:.0f} ms,"
        f" scrolling and editing {scrolling.longest_s * 1000:.0f} ms"
    )
    assert counter.rows().draft.may_be_sent
    assert importing.longest_s < LONGEST_PAUSE_S
    assert scrolling.longest_s < LONGEST_PAUSE_S
