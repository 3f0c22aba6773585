"""History under a cashier's hands: found, filtered, read while more comes in, and not stopped by a line that is down."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cashier.domain.history import ItemKind, ItemState
from cashier.sandbox.faults import FaultName
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.announcements import Announcement
from cashier.ui.filter_button import FilterButton
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn
from tests.stories.history_counter import HistoryCounter
from tests.stories.payout_counter import PayoutCounter

PAST = 120
_NAMES = ("digibank", "resid", "paystar", "aqayepardakht")


@pytest.fixture
def history(payout: PayoutCounter, sandbox: SandboxServer, said: list[Announcement]) -> HistoryCounter:
    """Return the page with a past of four providers, fetched."""
    page = HistoryCounter(payout)
    page.add_past(sandbox, PAST)
    page.fetch()
    page.until_rows(4 * PAST)
    payout.wait_until(lambda: any(each.text.startswith("Fetched up to") for each in said))
    return page


def test_nothing_yet_says_how_something_comes(payout: PayoutCounter) -> None:
    """An empty history says what will stand there, and offers to fetch it."""
    page = HistoryCounter(payout)
    payout.wait_until(lambda: page.sees("history.nothing.action"))
    assert "Nothing here yet" in payout.said()
    assert "0 items" in payout.said()


def test_what_was_made_elsewhere_comes_with_a_refresh(history: HistoryCounter, payout: PayoutCounter) -> None:
    """All that the providers list is there, newest first, counted and summed, and marked as made elsewhere."""
    payout.wait_until(lambda: "480 items" in payout.text("history.count"))
    times = [history.item(row).at for row in range(50)]
    assert times == sorted(times, reverse=True)
    assert all(history.item(row).is_made_elsewhere for row in range(50))
    assert history.text(0, HistoryColumn.OPERATOR) == "Made elsewhere"
    assert history.model.cell(0, HISTORY_COLUMNS.index(HistoryColumn.REFERENCE)).icon_name
    payout.wait_until(lambda: "Came in:" in payout.said() and "Went out:" in payout.said())
    assert re.search(r"Fetched up to \d\d/\d\d/\d{4}", payout.text("history.fetched"))


def test_what_is_made_here_appears_by_itself(payout: PayoutCounter) -> None:
    """A withdrawal of this till stands in history while it is made, with its operator, sign and IBAN."""
    page = HistoryCounter(payout)
    page.until_rows(0)
    payout.go_to("nav.withdraw")
    payout.fill_withdrawal("12500000")
    payout.review()
    payout.press("withdrawDialog.close")
    payout.until_no_sheet()
    payout.go_to("nav.history")
    page.until_rows(1)
    assert page.item(0).state is ItemState.AWAITING_APPROVAL
    assert page.text(0, HistoryColumn.AMOUNT) == "\u221212,500,000"
    assert page.text(0, HistoryColumn.PARTY) == "IR82 0540 \u2026 9002"
    payout.wait_until(lambda: page.text(0, HistoryColumn.OPERATOR) == "Nora Example")
    assert page.text(0, HistoryColumn.STATE) == "Waits for approval"


def test_a_name_is_found_in_either_spelling(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Arabic letters find the Persian ones; what does not fit says so, and one press shows everything again."""
    payout.go_to("nav.withdraw")
    payout.fill_withdrawal(holder="کریم نمونه")
    payout.review()
    payout.press("withdrawDialog.close")
    payout.until_no_sheet()
    payout.go_to("nav.history")
    history.search("كريم")
    history.until_rows(1)
    assert history.item(0).holder == "کریم نمونه"
    history.search("of nobody at all")
    payout.wait_until(lambda: "Nothing fits" in payout.said())
    history.click("history.nothing.action")
    history.until_rows(4 * PAST + 1)
    assert payout.text("history.search") == ""


def test_a_part_of_a_reference_finds_it(history: HistoryCounter) -> None:
    """The middle of a code is enough."""
    reference = history.item(7).reference
    history.search(reference[1:])
    history.payout.wait_until(lambda: 0 < history.count() < PAST)
    found = {history.item(row).reference for row in range(history.count())}
    assert reference in found


def test_views_and_filters_narrow_together(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Kind, account, state and currency are met by every row; clearing brings all of the kind back."""
    history.click("history.view.withdrawals")
    history.until_rows(2 * PAST)
    paystar = payout.accounts["paystar"].id
    history.tick("history.accounts", paystar)
    history.until_rows(PAST)
    history.tick("history.states", "REJECTED", "REFUSED")
    payout.wait_until(lambda: history.count() < PAST and history.model.is_complete)
    for row in range(history.count()):
        item = history.item(row)
        assert (item.kind, item.account_id) == (ItemKind.WITHDRAWAL, paystar)
        assert item.state in {ItemState.REJECTED, ItemState.REFUSED}
    assert payout.find(FilterButton, "history.accounts").text().strip("\u2068\u2069") == "Paystar"
    assert payout.find(FilterButton, "history.states").text() == "States: 2"
    history.click("history.clear")
    history.until_rows(2 * PAST)
    assert payout.find(FilterButton, "history.states").text() == "All states"


def test_currencies_and_operators_are_those_that_occur(
    history: HistoryCounter, payout: PayoutCounter
) -> None:
    """The lists offer what is there, and what is ticked holds at once."""
    payout.wait_until(lambda: len(history.model.keys.query.unit_codes) == 0)  # type: ignore[union-attr]  # opened by the fixture
    history.tick("history.units", "USD")
    payout.wait_until(lambda: 0 < history.count() < PAST and history.model.is_complete)
    assert {history.text(row, HistoryColumn.UNIT) for row in range(history.count())} == {"USD"}


def test_a_day_is_filtered_by_its_name(history: HistoryCounter, payout: PayoutCounter) -> None:
    """A named day of the list under "All dates" leaves out all others."""
    history.click("history.dates")
    listed = payout.find(QWidget, "dates.choices")
    QTest.keyClick(listed, Qt.Key.Key_Home)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    payout.wait_until(lambda: history.count() < 4 * PAST and history.model.is_complete)
    assert payout.find(FilterButton, "history.dates").text() == "Today"
    query = history.model.keys.query  # type: ignore[union-attr]  # opened by the fixture
    assert query.since is not None
    assert query.until is not None
    assert all(query.since <= history.item(row).at < query.until for row in range(history.count()))


def test_today_is_another_day_after_midnight(history: HistoryCounter, payout: PayoutCounter) -> None:
    """A filter that was left on over night means the new day, and nobody has to choose it again."""
    history.click("history.dates")
    listed = payout.find(QWidget, "dates.choices")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(listed, key)
    payout.wait_until(lambda: history.count() < 4 * PAST and history.model.is_complete)
    before = history.model.keys.query.since  # type: ignore[union-attr]  # opened by the fixture
    payout.go_to("nav.withdraw")
    payout.clock.advance(86_400)
    payout.go_to("nav.history")
    payout.wait_until(lambda: history.model.keys.query.since != before)  # type: ignore[union-attr]  # the same
    history.until_rows(0)


def test_the_head_sorts(history: HistoryCounter, payout: PayoutCounter) -> None:
    """A press on "amount" puts the greatest first, another the least; a press on "time" the newest again."""
    header = history.table.horizontalHeader()

    def press(column: HistoryColumn) -> None:
        section = HISTORY_COLUMNS.index(column)
        place = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(place, 20)
        )

    history.tick("history.units", "USD")
    payout.wait_until(lambda: history.count() < PAST and history.model.is_complete)
    press(HistoryColumn.AMOUNT)

    def amounts() -> list[object]:
        items = [history.model.item_at(row) for row in range(min(10, history.count()))]
        return [item.money.amount for item in items if item is not None and item.money is not None]

    payout.wait_until(lambda: len(amounts()) == 10 and amounts() == sorted(amounts(), reverse=True))  # type: ignore[type-var]  # decimals
    press(HistoryColumn.AMOUNT)
    payout.wait_until(lambda: len(amounts()) == 10 and amounts() == sorted(amounts()))  # type: ignore[type-var]  # the same
    press(HistoryColumn.TIME)
    payout.wait_until(lambda: history.model.keys.query.descending)  # type: ignore[union-attr]  # opened by the fixture


def test_rows_stay_where_they_are_read(
    history: HistoryCounter, payout: PayoutCounter, sandbox: SandboxServer
) -> None:
    """What comes while somebody is in the middle of the list is counted in a chip; a press shows it, from the top."""
    history.key(Qt.Key.Key_End)
    history.item(4 * PAST - 1)
    before = history.table.verticalScrollBar().value()
    places = history.model.keys.places(0, history.count())  # type: ignore[union-attr]  # opened by the fixture
    for _ in range(3):
        sandbox.control.arrive("digibank")
    history.click("history.refresh")
    payout.wait_until(lambda: history.new_chip().isVisible() and history.new_chip().text() == "3 new")
    assert history.table.verticalScrollBar().value() == before
    assert history.model.keys.places(0, history.count()) == places  # type: ignore[union-attr]  # the same
    history.click("history.new")
    history.until_rows(4 * PAST + 3)
    assert history.table.is_at_top()
    payout.wait_until(lambda: not history.new_chip().isVisible())


def test_at_the_top_new_items_come_by_themselves(
    history: HistoryCounter, payout: PayoutCounter, sandbox: SandboxServer
) -> None:
    """Nobody reads: nothing has to be pressed."""
    sandbox.control.arrive("resid")
    history.click("history.refresh")
    history.until_rows(4 * PAST + 1)
    payout.wait_until(lambda: not history.new_chip().isVisible())


def test_details_open_beside_the_table_and_close_on_esc(
    history: HistoryCounter, payout: PayoutCounter
) -> None:
    """A click or Enter tells all about a row; the arrows tell of the next; Esc gives the keys back to the table."""
    history.click_row(2)
    reference = history.item(2).reference
    payout.wait_until(lambda: history.sees("historyDetails") and reference in payout.said())
    next_reference = history.item(3).reference
    history.key(Qt.Key.Key_Down)
    payout.wait_until(lambda: next_reference in payout.said())
    history.key(Qt.Key.Key_Escape)
    payout.wait_until(lambda: not history.sees("historyDetails"))
    assert payout.focus_name() == "history.table"
    history.key(Qt.Key.Key_Return)
    payout.wait_until(lambda: history.sees("historyDetails"))


def test_the_keyboard_is_enough(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Home and End go to the ends, the copy keys copy the reference clean, Ctrl+F searches, F4 comes here."""
    history.key(Qt.Key.Key_End)
    assert history.table.current_row() == 4 * PAST - 1
    history.key(Qt.Key.Key_PageUp)
    assert (history.table.current_row() or 0) < 4 * PAST - 5
    history.key(Qt.Key.Key_Home)
    assert history.table.current_row() == 0
    history.item(0)
    history.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == history.item(0).reference
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    history.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    payout.wait_until(lambda: payout.focus_name() == "history.search")
    payout.go_to("nav.withdraw")
    QTest.keyClick(payout.window, Qt.Key.Key_F4)
    payout.wait_until(history.table.isVisible)


def test_a_date_is_gone_to(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Ctrl+G opens a calendar; the day that is chosen there is at the top."""
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    history.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    payout.wait_until(lambda: history.sees("history.jump.popup"))
    calendar = payout.find(QWidget, "history.jump.calendar")
    inner = calendar.focusWidget() or calendar
    for _ in range(3):
        QTest.keyClick(inner, Qt.Key.Key_PageUp)
    QTest.keyClick(inner, Qt.Key.Key_Return)
    payout.wait_until(lambda: (history.table.current_row() or 0) > 0)
    assert not history.sees("history.jump.popup")


def test_a_date_before_all_rows_is_their_end(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Where nothing is that old, the oldest row is what is gone to."""
    history.click("history.jump")
    calendar = payout.find(QWidget, "history.jump.calendar")
    inner = calendar.focusWidget() or calendar
    for _ in range(20):
        QTest.keyClick(inner, Qt.Key.Key_PageUp)
    QTest.keyClick(inner, Qt.Key.Key_Return)
    payout.wait_until(lambda: history.table.current_row() == 4 * PAST - 1)


def test_the_language_changes_over_a_filtered_list(history: HistoryCounter, payout: PayoutCounter) -> None:
    """Filter, order and place stay; words, digits and calendar are the other language's."""
    history.click("history.view.payments")
    history.tick("history.states", "PAID")
    payout.wait_until(lambda: history.count() < 2 * PAST and history.model.is_complete)
    count = history.count()
    history.key(Qt.Key.Key_End)
    row, last = history.table.current_row(), history.item(count - 1)
    payout.speak(Language.PERSIAN)
    assert history.count() == count
    assert history.table.current_row() == row
    payout.wait_until(
        lambda: re.fullmatch(r"[۰-۹]{2}:[۰-۹]{2}", history.text(count - 1, HistoryColumn.TIME)[-5:])
    )
    assert history.item(count - 1) == last
    assert not re.search(r"[0-9]", history.text(count - 1, HistoryColumn.AMOUNT))
    assert payout.find(FilterButton, "history.states").narrows()
    payout.go_to("nav.withdraw")
    payout.go_to("nav.history")
    assert (history.count(), history.table.current_row()) == (count, row)


def test_a_line_that_is_down_stops_nothing(
    history: HistoryCounter, payout: PayoutCounter, sandbox: SandboxServer
) -> None:
    """What was fetched stays, and can be searched; how far it goes is said, and that the last try failed."""
    for provider in _NAMES:
        sandbox.control.fault(FaultName.RESET_BEFORE, provider, "*", times=None)
    history.click("history.refresh")
    label = payout.find(QLabel, "history.fetched")
    payout.wait_until(lambda: "Digital bank" in label.toolTip())
    assert "Fetched up to" in payout.text("history.fetched")
    history.search(history.item(5).reference)
    payout.wait_until(lambda: 0 < history.count() < 4 * PAST)


def test_the_lists_progress_is_seen(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """While an account's list is read for the first time a bar says which, and how much; the table can be used."""
    page = HistoryCounter(payout)
    page.add_past(sandbox, 300, "digibank")
    sandbox.control.fault(FaultName.HOLD_BEFORE, "digibank", "list", times=1)
    page.click("history.refresh")
    account = payout.accounts["digibank"].id
    payout.wait_until(lambda: page.sees(f"history.reading.{account}"))
    assert page.sees("history.progress")
    page.until_rows(0)
    payout.wait_until(sandbox.control.held)
    payout.wait_until(lambda: "Digital bank: 0 read" in payout.said())
    assert payout.text("history.fetched") == "Reading for the first time\u2026"
    sandbox.control.release()
    page.until_rows(300)
    payout.wait_until(lambda: not page.sees(f"history.reading.{account}"))
    payout.wait_until(lambda: not page.sees("history.progress"))
