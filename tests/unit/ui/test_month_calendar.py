from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.services.preferences import CalendarChoice
from cashier.ui.locale_format import LocaleFormat
from cashier.ui.month_calendar import Month, MonthCalendar

FA, AR, EN = MonthCalendar("fa"), MonthCalendar("ar"), MonthCalendar("en")
TEHRAN = ZoneInfo("Asia/Tehran")

ANY_DAY = st.dates(date(1930, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "month", "number"),
    [
        # Nowruz, at the end of a leap year and of ordinary ones.
        (date(2021, 3, 20), Month(1399, 12), 30),
        (date(2021, 3, 21), Month(1400, 1), 1),
        (date(2025, 3, 20), Month(1403, 12), 30),
        (date(2025, 3, 21), Month(1404, 1), 1),
        (date(2026, 3, 20), Month(1404, 12), 29),
        (date(2026, 3, 21), Month(1405, 1), 1),
        (date(2030, 3, 20), Month(1408, 12), 30),
        (date(2030, 3, 21), Month(1409, 1), 1),
        # The 31st of Shahrivar, the 30th of Aban, and the revolution.
        (date(2026, 9, 22), Month(1405, 6), 31),
        (date(2026, 11, 21), Month(1405, 8), 30),
        (date(1979, 2, 11), Month(1357, 11), 22),
    ],
)
def test_jalali_dates(day, month, number):
    """Days fall where Iran's own calendar has them, and are found again from there."""
    assert (FA.month_of(day), FA.day_in_month(day)) == (month, number)
    assert FA.date_of(month, number) == day


def test_lengths_of_months():
    """Six months of 31 days, five of 30, and Esfand of 29, or of 30 in leap years; February likewise."""
    assert [FA.length(Month(1405, month)) for month in range(1, 13)] == [31] * 6 + [30] * 5 + [29]
    leap = [year for year in range(1395, 1413) if FA.length(Month(year, 12)) == 30]
    assert leap == [1395, 1399, 1403, 1408, 1412]
    assert [EN.length(Month(year, 2)) for year in (2000, 2023, 2024, 2100)] == [29, 28, 29, 28]


@given(ANY_DAY)
def test_every_day_is_found_again(day):
    """A date taken apart and put together is the same date, in both calendars; its month holds it."""
    for months in (FA, EN):
        month = months.month_of(day)
        assert months.date_of(month, months.day_in_month(day)) == day
        assert months.first_day(month) <= day <= months.last_day(month)
        assert months.last_day(month) + timedelta(days=1) == months.first_day(month.plus(1))


@given(ANY_DAY, st.integers(-30, 30))
def test_months_are_counted_over_the_years_end(day, count):
    """So many months later is that month, on the same day, or on its last where it is shorter."""
    for months in (FA, EN):
        later = months.months_later(day, count)
        assert months.month_of(later) == months.month_of(day).plus(count)
        wanted = min(months.day_in_month(day), months.length(months.month_of(later)))
        assert months.day_in_month(later) == wanted


@given(ANY_DAY)
def test_weeks_begin_on_saturday(day):
    """In Persian and Arabic, and wherever the calendar is Jalali; on Monday in an English Gregorian."""
    jalali = MonthCalendar("en", CalendarChoice.JALALI)
    for months, weekday in ((FA, 6), (AR, 6), (jalali, 6), (EN, 1)):
        start = months.week_start(day)
        assert start.isoweekday() == weekday == months.weekdays()[0]
        assert start <= day < start + timedelta(days=7)


def test_a_day_that_is_none_is_refused():
    """The 30th of Esfand of an ordinary year, the 31st of Mehr, the 0th."""
    for month, day in ((Month(1404, 12), 30), (Month(1405, 7), 31), (Month(1405, 7), 0)):
        with pytest.raises(ValueError, match="there is no day"):
            FA.date_of(month, day)


def test_names():
    """Each language has its own names of the months of both calendars, and of the days of the week."""
    jalali_in_arabic = MonthCalendar("ar", CalendarChoice.JALALI)
    gregorian_in_persian = MonthCalendar("fa", CalendarChoice.GREGORIAN)
    assert [FA.month_name(Month(1405, month)) for month in (1, 2, 8, 12)] == [
        "فروردین",
        "اردیبهشت",
        "آبان",
        "اسفند",
    ]
    assert AR.month_name(Month(2026, 11)) == "تشرين الثاني"
    assert EN.month_name(Month(2026, 11)) == "November"
    assert gregorian_in_persian.month_name(Month(2026, 11)) == "نوامبر"
    assert jalali_in_arabic.month_name(Month(1405, 1)) == "فروردين"
    assert jalali_in_arabic.month_name(Month(1405, 4)) == "تير"
    assert [FA.weekday_short(weekday) for weekday in FA.weekdays()] == ["ش", "ی", "د", "س", "چ", "پ", "ج"]
    assert [AR.weekday_short(weekday) for weekday in AR.weekdays()] == ["س", "ح", "ن", "ث", "ر", "خ", "ج"]
    assert [EN.weekday_short(weekday) for weekday in EN.weekdays()][:2] == ["Mon", "Tue"]
    assert AR.weekday_name(5) == "الجمعة"
    assert [weekday for weekday in FA.weekdays() if FA.is_day_off(weekday)] == [5]


def test_dates_are_written_in_the_chosen_calendar():
    """The shop's choice goes before its language's habit, digits stay the language's."""
    day = date(2026, 11, 21)
    persian = LocaleFormat("fa", TEHRAN)
    assert persian.day_long(day) == "شنبه ۳۰ آبان ۱۴۰۵"
    assert persian.day_short(day) == "۱۴۰۵/۰۸/۳۰"
    assert persian.day_and_month(day) == "۳۰ آبان"
    assert persian.month_and_year(Month(1405, 8)) == "آبان ۱۴۰۵"
    gregorian = LocaleFormat("fa", TEHRAN, calendar=CalendarChoice.GREGORIAN)
    assert gregorian.day_long(day) == "شنبه ۲۱ نوامبر ۲۰۲۶"
    assert gregorian.day_short(day) == "۲۰۲۶/۱۱/۲۱"
    jalali = LocaleFormat("ar", TEHRAN, calendar=CalendarChoice.JALALI)
    assert jalali.day_long(day) == "السبت ٣٠ آبان ١٤٠٥"
    assert jalali.day_short(day) == "٣٠/٠٨/١٤٠٥"


@pytest.mark.parametrize(
    ("zones", "january", "august"),
    [
        (["Asia/Damascus", "Asia/Beirut", "Asia/Amman", "Asia/Baghdad", "Asia/Gaza"], "كانون الثاني", "آب"),
        (["Africa/Cairo", "Asia/Riyadh", "Asia/Dubai", "Asia/Kuwait", "Africa/Tripoli"], "يناير", "أغسطس"),
        (["Africa/Algiers", "Africa/Tunis"], "جانفي", "أوت"),
        (["Africa/Casablanca"], "يناير", "غشت"),
        # No Arab countries: as in the nearest ones.
        (["Asia/Tehran", "Europe/Berlin", "UTC"], "كانون الثاني", "آب"),
    ],
)
def test_arabic_months_have_the_names_of_the_shops_country(zones, january, august):
    """The zone tells the country; weekdays are called the same in all of them."""
    for zone in zones:
        months = LocaleFormat("ar", ZoneInfo(zone)).months
        assert (months.month_name(Month(2026, 1)), months.month_name(Month(2026, 8))) == (january, august)
        assert [months.weekday_name(day) for day in (1, 5, 6)] == ["الاثنين", "الجمعة", "السبت"]
        assert [months.weekday_short(day) for day in months.weekdays()] == list("سحنثرخج")


def test_the_country_changes_no_other_language():
    """Nor the names that Arabic has for Jalali months."""
    cairo = ZoneInfo("Africa/Cairo")
    assert LocaleFormat("fa", cairo).months.month_name(Month(1405, 8)) == "آبان"
    assert LocaleFormat("en", cairo).months.month_name(Month(2026, 8)) == "August"
    jalali = LocaleFormat("ar", cairo, calendar=CalendarChoice.JALALI)
    assert jalali.months.month_name(Month(1405, 2)) == "أرديبهشت"
