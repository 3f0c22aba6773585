from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cashier.services.preferences import CalendarChoice
from cashier.ui.date_choice import DateChoice, DatePreset, DateWords
from cashier.ui.locale_format import LocaleFormat, set_current_locale_format

TEHRAN, DAMASCUS = ZoneInfo("Asia/Tehran"), ZoneInfo("Asia/Damascus")
FA, AR, EN = LocaleFormat("fa", TEHRAN), LocaleFormat("ar", DAMASCUS), LocaleFormat("en", TEHRAN)
JALALI_IN_ARABIC = LocaleFormat("ar", DAMASCUS, calendar=CalendarChoice.JALALI)

# Saturday morning, the 7th of Azar 1405.
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    set_current_locale_format(LocaleFormat("en", TEHRAN))


@pytest.mark.parametrize(
    ("fmt", "preset", "now", "first", "last"),
    [
        (FA, DatePreset.TODAY, NOW, date(2026, 11, 28), date(2026, 11, 28)),
        # Half past eight of UTC is midnight in Tehran.
        (
            FA,
            DatePreset.TODAY,
            datetime(2026, 11, 28, 20, 29, tzinfo=UTC),
            date(2026, 11, 28),
            date(2026, 11, 28),
        ),
        (
            FA,
            DatePreset.TODAY,
            datetime(2026, 11, 28, 20, 30, tzinfo=UTC),
            date(2026, 11, 29),
            date(2026, 11, 29),
        ),
        (FA, DatePreset.YESTERDAY, NOW, date(2026, 11, 27), date(2026, 11, 27)),
        (FA, DatePreset.THIS_WEEK, NOW, date(2026, 11, 28), date(2026, 12, 4)),
        (AR, DatePreset.THIS_WEEK, NOW, date(2026, 11, 28), date(2026, 12, 4)),
        (EN, DatePreset.THIS_WEEK, NOW, date(2026, 11, 23), date(2026, 11, 29)),
        (FA, DatePreset.THIS_MONTH, NOW, date(2026, 11, 22), date(2026, 12, 21)),
        (FA, DatePreset.LAST_MONTH, NOW, date(2026, 10, 23), date(2026, 11, 21)),
        (AR, DatePreset.THIS_MONTH, NOW, date(2026, 11, 1), date(2026, 11, 30)),
        (JALALI_IN_ARABIC, DatePreset.THIS_MONTH, NOW, date(2026, 11, 22), date(2026, 12, 21)),
        # Nowruz: last month is Esfand of the old year, of 30 days in a leap year.
        (
            FA,
            DatePreset.LAST_MONTH,
            datetime(2025, 3, 21, 9, tzinfo=UTC),
            date(2025, 2, 19),
            date(2025, 3, 20),
        ),
        (
            AR,
            DatePreset.LAST_MONTH,
            datetime(2026, 1, 1, 9, tzinfo=UTC),
            date(2025, 12, 1),
            date(2025, 12, 31),
        ),
    ],
)
def test_presets_are_days_of_the_shop(fmt, preset, now, first, last):
    """A preset is whole days of the shop's zone, its week and month those of the calendar in use."""
    set_current_locale_format(fmt)
    assert DateWords().days_of(DateChoice(preset), now) == (first, last)


def test_a_range_is_of_whole_local_days():
    """From the first midnight to the one after the last; all dates have no ends."""
    set_current_locale_format(FA)
    words = DateWords()
    today = words.range_of(DateChoice(DatePreset.TODAY), NOW)
    assert (today.since, today.until) == (
        datetime(2026, 11, 27, 20, 30, tzinfo=UTC),
        datetime(2026, 11, 28, 20, 30, tzinfo=UTC),
    )
    # The first of Farvardin 1401 had no change of the clocks; the second began without a midnight.
    spring = words.range_of(DateChoice.of_days(date(2022, 3, 21), date(2022, 3, 22)), NOW)
    assert (spring.since, spring.until) == (
        datetime(2022, 3, 20, 20, 30, tzinfo=UTC),
        datetime(2022, 3, 22, 19, 30, tzinfo=UTC),
    )
    anything = words.range_of(DateChoice(), NOW)
    assert (anything.since, anything.until, anything.title) == (None, None, "All dates")


@pytest.mark.parametrize(
    ("fmt", "first", "last", "title"),
    [
        (FA, date(2026, 10, 23), date(2026, 11, 21), "آبان ۱۴۰۵"),
        (FA, date(2026, 11, 3), date(2026, 11, 3), "۱۲ آبان"),
        (FA, date(2026, 11, 3), date(2026, 11, 19), "۱۲ to ۲۸ آبان"),
        (FA, date(2026, 3, 19), date(2026, 3, 23), "۲۸ اسفند ۱۴۰۴ to ۳ فروردین ۱۴۰۵"),
        (AR, date(2026, 11, 1), date(2026, 11, 30), "تشرين الثاني ٢٠٢٦"),
        (EN, date(2025, 11, 3), date(2025, 11, 3), "3 November 2025"),
    ],
)
def test_days_are_called_by_their_calendar(fmt, first, last, title):
    """A whole month by its name; the year is left out where it is this one for both ends."""
    set_current_locale_format(fmt)
    assert DateWords().title(DateChoice.of_days(first, last), NOW) == title
