from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import DARK, LIGHT
from cashier.ui.widgets import CalendarView, TextLabel

# Saturday, the 7th of Azar 1405.
TODAY = date(2026, 11, 28)


@pytest.fixture
def arabic(qapp):
    """Dress the application in dark and Arabic, and in English again afterwards."""
    zone = ZoneInfo("Asia/Damascus")
    fmt = LocaleFormat("ar", zone)
    set_current_locale_format(fmt)
    apply_theme(qapp, DARK, fmt.direction)
    yield fmt
    set_current_locale_format(LocaleFormat("en", zone))
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def calendar(qtbot, window):
    """Return a shown calendar that has the keys; made after the language was chosen."""
    made = CalendarView("calendar", window)
    made.set_today(TODAY)
    made.adjustSize()
    made.show()
    made.setFocus()
    qtbot.waitUntil(lambda: made.focusProxy().hasFocus())
    return made


def days_of(calendar: CalendarView) -> QWidget:
    """Return the grid of days."""
    return calendar.findChild(QWidget, "calendar")


def press(calendar, *keys, shift=False):
    """Press keys in the grid."""
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(days_of(calendar), key, modifier)


@pytest.mark.usefixtures("persian")
def test_arrows_go_as_they_point_in_persian(calendar):
    """Left is a day later where one reads from the right; Down is a week later; nothing is later than today."""
    key = Qt.Key
    press(calendar, key.Key_Right)
    assert calendar.current() == date(2026, 11, 27)
    press(calendar, key.Key_Up, key.Key_Up)
    assert calendar.current() == date(2026, 11, 13)
    press(calendar, key.Key_Left, key.Key_Down)
    assert calendar.current() == date(2026, 11, 21)
    press(calendar, key.Key_Down, key.Key_Down, key.Key_Left)
    assert calendar.current() == TODAY


@pytest.mark.usefixtures("persian")
def test_the_months_of_persian(calendar):
    """Page keys turn Jalali months and years and keep the day; Home and End are the ends of a Jalali month."""
    key, title = Qt.Key, calendar.findChild(TextLabel, "calendar.month")
    assert title.text() == "آذر ۱۴۰۵"
    press(calendar, key.Key_PageUp)
    assert (title.text(), calendar.current()) == ("آبان ۱۴۰۵", date(2026, 10, 29))
    press(calendar, key.Key_Home)
    assert calendar.current() == date(2026, 10, 23)
    press(calendar, key.Key_End)
    assert calendar.current() == date(2026, 11, 21)
    press(calendar, key.Key_PageUp, shift=True)
    assert title.text() == "آبان ۱۴۰۴"
    press(calendar, key.Key_PageUp, key.Key_PageUp, key.Key_PageUp)
    # The 30th of Aban, then the 30th of Mehr, and on to summer.
    assert (title.text(), calendar.current()) == ("مرداد ۱۴۰۴", date(2025, 8, 21))


@pytest.mark.usefixtures("arabic")
def test_arrows_and_months_in_arabic(calendar):
    """The same in Arabic, by the months that are called so in Syria."""
    key, title = Qt.Key, calendar.findChild(TextLabel, "calendar.month")
    assert title.text() == "تشرين الثاني ٢٠٢٦"
    press(calendar, key.Key_Right, key.Key_Right)
    assert calendar.current() == date(2026, 11, 26)
    press(calendar, key.Key_PageUp)
    assert (title.text(), calendar.current()) == ("تشرين الأول ٢٠٢٦", date(2026, 10, 26))
    press(calendar, key.Key_End)
    assert calendar.current() == date(2026, 10, 31)
    # Over the end of the month, forwards as one reads.
    press(calendar, key.Key_Left)
    assert (title.text(), calendar.current()) == ("تشرين الثاني ٢٠٢٦", date(2026, 11, 1))
    assert days_of(calendar).accessibleName() == "الأحد ١ تشرين الثاني ٢٠٢٦"


@pytest.mark.usefixtures("english")
def test_arrows_in_english(calendar):
    """From the left, Right is a day later."""
    press(calendar, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert calendar.current() == date(2026, 11, 27)
    assert days_of(calendar).accessibleName() == "Friday 27 November 2026"


@pytest.mark.usefixtures("persian")
def test_a_stretch_is_chosen_with_the_keys(calendar):
    """Enter begins it, Enter ends it, in whichever order; a third one begins anew."""
    told = []
    calendar.begun.connect(told.append)
    calendar.chosen.connect(lambda first, last: told.append((first, last)))
    press(calendar, Qt.Key.Key_Return)
    assert (told, calendar.days()) == ([TODAY], None)
    press(calendar, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert told[1] == calendar.days() == (date(2026, 11, 21), TODAY)
    assert days_of(calendar).accessibleDescription() == "First day"
    press(calendar, Qt.Key.Key_Enter)
    assert (told[2], calendar.days()) == (date(2026, 11, 21), None)


@pytest.mark.usefixtures("persian")
def test_a_stretch_is_chosen_with_the_mouse(calendar):
    """In Persian a week begins at the right; a day that is still to come cannot be clicked."""
    days = days_of(calendar)
    told = []
    calendar.chosen.connect(lambda first, last: told.append((first, last)))
    calendar.set_days(date(2026, 10, 23), date(2026, 10, 23))
    cell = days.width() // 7
    below_names = days.height() - 6 * cell

    def click(column: int, week: int) -> None:
        place = QPoint(days.width() - cell * column - cell // 2, below_names + cell * week + cell // 2)
        QTest.mouseClick(days, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    # Aban began on a Friday, which is the last of its week: the 2nd is the Saturday of the next one.
    click(0, 1)
    click(2, 1)
    assert told == [(date(2026, 10, 24), date(2026, 10, 26))]
    calendar.set_days(None, None)
    click(1, 1)
    assert calendar.current() == TODAY
    assert calendar.days() is None


@pytest.mark.usefixtures("persian")
def test_the_buttons_turn_months_no_further_than_today(calendar):
    """Next month has nothing to choose; last year's has."""
    buttons = {
        part: calendar.findChild(QPushButton, f"calendar.{part}")
        for part in ("previousYear", "previousMonth", "nextMonth", "nextYear")
    }
    assert not buttons["nextMonth"].isEnabled()
    assert not buttons["nextYear"].isEnabled()
    QTest.mouseClick(buttons["previousYear"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons["previousMonth"], Qt.MouseButton.LeftButton)
    assert calendar.findChild(TextLabel, "calendar.month").text() == "آبان ۱۴۰۴"
    assert buttons["nextMonth"].isEnabled()
    assert buttons["nextMonth"].accessibleName() == "Next month"


@pytest.mark.usefixtures("persian")
def test_keys_held_down_come_to_an_end(calendar):
    """Years are not turned back to where there is no calendar."""
    press(calendar, *[Qt.Key.Key_PageUp] * 40, shift=True)
    assert calendar.current() == date(2000, 1, 1)
    assert not calendar.findChild(QPushButton, "calendar.previousYear").isEnabled()
