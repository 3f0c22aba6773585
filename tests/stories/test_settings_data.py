"""How much the till remembers is seen in the settings, and how long it is kept is chosen there: asked about first."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.services.preferences import CalendarChoice, KeepHistory, Language
from cashier.services.till import Till
from cashier.storage import provider_records
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.locale_format import current_locale_format, plain
from cashier.ui.pages.settings_data import size_text
from cashier.ui.widgets import Banner, SelectableCard
from tests.stories.counter import Counter, Run

OLD, RECENT = 12, 3


@pytest.fixture
def settings(counter: Counter, till: Till, run: Run) -> Counter:
    """Return a counter in its settings, with some lines of history of three years ago and some of yesterday."""
    now = till.session.clock.now()
    account_id = counter.accounts["resid"].id

    def record(number: int) -> ListedRecord:
        age = timedelta(days=3 * 365 + number if number < OLD else 1)
        return ListedRecord(
            key=str(number),
            kind=ItemKind.PAYMENT,
            state=ItemState.PAID,
            at=now - age,
            money=Money.of(10_000, "IRR"),
        )

    run(
        till.database.write(
            lambda connection: provider_records.take_page(
                connection,
                account_id=account_id,
                records=[record(number) for number in range(OLD + RECENT)],
                now=now,
                event=till.session.event,
            )
        )
    )
    counter.go_to("nav.settings")
    counter.wait_until(lambda: _text(counter, "items") == "15")
    return counter


def _text(counter: Counter, name: str) -> str:
    labels = counter.window.findChildren(QLabel, f"settings.data.{name}")
    return plain(labels[-1].text()) if labels else ""


def _told(counter: Counter) -> str:
    banner = counter.find(Banner, "settings.data.told")
    return plain(banner.text()) if banner.isVisible() else ""


def _choose(counter: Counter, keep: KeepHistory) -> None:
    box = counter.find(QComboBox, "settings.data.keep")
    box.setCurrentIndex(box.findData(keep))
    box.activated.emit(box.currentIndex())


def _kept(counter: Counter) -> KeepHistory:
    keep = counter.find(QComboBox, "settings.data.keep").currentData()
    assert isinstance(keep, KeepHistory)
    return keep


def _question(counter: Counter) -> ConfirmSheet:
    counter.wait_until(lambda: any(one.is_open() for one in counter.window.findChildren(ConfirmSheet)))
    sheet = counter.find(ConfirmSheet, "settings.data.confirm")
    assert isinstance(sheet, ConfirmSheet)
    return sheet


def test_how_much_there_is(settings: Counter, till: Till) -> None:
    """Room on the disk, lines, and since when, in the calendar of the screen."""
    assert _text(settings, "records") == "15"
    assert _text(settings, "size").endswith(" kB")
    oldest = till.session.clock.now() - timedelta(days=3 * 365 + OLD - 1)
    assert _text(settings, "oldest") == plain(current_locale_format().date_long(oldest))
    assert _kept(settings) is KeepHistory.FOR_EVER


def test_nothing_is_deleted_before_it_was_agreed_to(settings: Counter, till: Till, run: Run) -> None:
    """The question says how many lines go; the safe answer leaves everything as it was, the choice too."""
    _choose(settings, KeepHistory.TWO_YEARS)
    sheet = _question(settings)
    said = plain("\n".join(label.text() for label in sheet.findChildren(QLabel)))
    assert "12 lines from before" in said
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.is_open()
    assert _kept(settings) is till.preferences.current.keep_history is KeepHistory.FOR_EVER
    assert run(till.history.totals(HistoryQuery())).count == 15


def test_older_history_is_deleted_when_it_is_agreed_to(settings: Counter, till: Till, run: Run) -> None:
    """What is old and over goes, the rest stays, the choice is kept, and the figures are counted anew."""
    _choose(settings, KeepHistory.TWO_YEARS)
    _question(settings)
    settings.press("settings.data.confirm.confirm")
    settings.wait_until(lambda: _told(settings) == "12 lines were deleted.")
    settings.wait_until(lambda: _text(settings, "items") == "3")
    assert run(till.history.totals(HistoryQuery())).count == RECENT
    assert _kept(settings) is till.preferences.current.keep_history is KeepHistory.TWO_YEARS
    # Longer than before needs no question.
    _choose(settings, KeepHistory.FIVE_YEARS)
    settings.wait_until(lambda: till.preferences.current.keep_history is KeepHistory.FIVE_YEARS)
    assert not any(one.is_open() for one in settings.window.findChildren(ConfirmSheet))
    assert _told(settings) == ""


def test_a_payment_that_is_open_stays(settings: Counter, till: Till, run: Run) -> None:
    """A year's keeping deletes nothing that is open, nor what is of the year."""
    settings.go_to("nav.payment")
    settings.choose("resid")
    settings.fill("5000", unit="IRR")
    settings.press("payment.send")
    settings.until_state("awaiting_customer")
    QTest.keyClick(settings.dialog(), Qt.Key.Key_Escape)
    settings.until_closed()
    settings.go_to("nav.settings")
    _choose(settings, KeepHistory.ONE_YEAR)
    _question(settings)
    settings.press("settings.data.confirm.confirm")
    settings.wait_until(lambda: _told(settings) == "12 lines were deleted.")
    assert run(till.history.totals(HistoryQuery())).count == RECENT + 1


def test_the_calendar_is_chosen_in_the_settings(settings: Counter, till: Till) -> None:
    """Jalali in English, Gregorian in Persian: dates change at once, and the choice is kept."""
    settings.find(SelectableCard, "settings.calendar.jalali").click()
    settings.wait_until(lambda: till.preferences.current.calendar is CalendarChoice.JALALI)
    settings.window.use_preferences(till.preferences.current)
    oldest = till.session.clock.now() - timedelta(days=3 * 365 + OLD - 1)
    fmt = current_locale_format()
    assert fmt.months.is_jalali
    settings.wait_until(lambda: _text(settings, "oldest") == plain(fmt.date_long(oldest)))
    settings.language.use(Language.PERSIAN, ZoneInfo("Asia/Tehran"), CalendarChoice.GREGORIAN)
    assert not current_locale_format().months.is_jalali
    settings.wait_until(lambda: _text(settings, "items") == "۱۵")
    assert _text(settings, "oldest") == plain(current_locale_format().date_long(oldest))


@pytest.mark.parametrize(
    ("size_bytes", "said"),
    [
        (0, "0 kB"),
        (999_949, "999 kB"),
        (1_000_000, "1 MB"),
        (12_400_000, "12.4 MB"),
        (12_450_000, "12.4 MB"),
        (1_260_000_000, "1.2 GB"),
    ],
)
def test_sizes_are_said_in_people_s_units(size_bytes: int, said: str) -> None:
    """To a tenth, never more than there is."""
    assert plain(size_text(size_bytes)) == said
