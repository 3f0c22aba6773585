"""Months and weeks of the calendar that dates are written in: Jalali or Gregorian, with each language's names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCalendar, QDate, QLocale, QTimeZone

from cashier.domain.choices import CalendarChoice

MONTHS_IN_YEAR: Final = 12
DAYS_IN_WEEK: Final = 7

# Weekdays by their ISO numbers.
_MONDAY: Final = 1
_FRIDAY: Final = 5
_SATURDAY: Final = 6

# For Arabic the one of a shop that is in no Arab country.
_LOCALE_NAMES: Final = {"fa": "fa_IR", "ar": "ar_SY", "en": "en_GB"}

# Qt's data spells these with mistakes («فرفردن»، «تار»); this is how Arabic newspapers write them.
_ARABIC_JALALI: Final = (
    "فروردين",
    "أرديبهشت",
    "خرداد",
    "تير",
    "مرداد",
    "شهريور",
    "مهر",
    "آبان",
    "آذر",
    "دي",
    "بهمن",
    "إسفند",
)


class Month(NamedTuple):
    """A month of the calendar; months compare in the order of time."""

    year: int
    month: int

    def plus(self, count: int) -> Month:
        """Return the month so many months later, or earlier."""
        years, months = divmod(self.month - 1 + count, MONTHS_IN_YEAR)
        return Month(self.year + years, months + 1)


class MonthCalendar:
    """Takes dates apart and puts them together, and names their parts. Immutable.

    Digits in names are Latin: whoever shows them writes them in the language's own.
    """

    def __init__(
        self,
        language: str,
        choice: CalendarChoice = CalendarChoice.BY_LANGUAGE,
        zone: ZoneInfo | None = None,
    ) -> None:
        """Take the language ("fa", "ar" or "en"), the shop's choice, and its zone, which tells the country.

        Raises:
            KeyError: for another language.
        """
        self._locale = _arabic_of(zone) if language == "ar" else QLocale(_LOCALE_NAMES[language])
        self._language = language
        by_language = choice is CalendarChoice.BY_LANGUAGE and language == "fa"
        self.is_jalali = choice is CalendarChoice.JALALI or by_language
        self._calendar = QCalendar(QCalendar.System.Jalali if self.is_jalali else QCalendar.System.Gregorian)

    def month_of(self, day: date) -> Month:
        """Return the month that a day is of."""
        parts = self._calendar.partsFromDate(_qdate(day))
        return Month(parts.year, parts.month)

    def day_in_month(self, day: date) -> int:
        """Return which day of its month a day is, from 1."""
        return self._calendar.partsFromDate(_qdate(day)).day

    def date_of(self, month: Month, day: int) -> date:
        """Return the `day`th of a month.

        Raises:
            ValueError: if the month has no such day.
        """
        made = self._calendar.dateFromParts(month.year, month.month, day)
        if not made.isValid():
            raise ValueError(f"there is no day {day} in {month}")
        return date(made.year(), made.month(), made.day())

    def length(self, month: Month) -> int:
        """Return how many days a month has."""
        return self._calendar.daysInMonth(month.month, month.year)

    def first_day(self, month: Month) -> date:
        """Return a month's first day."""
        return self.date_of(month, 1)

    def last_day(self, month: Month) -> date:
        """Return a month's last day."""
        return self.date_of(month, self.length(month))

    def months_later(self, day: date, count: int) -> date:
        """Return the same day of a later month, or earlier one; its last where it is shorter."""
        month = self.month_of(day).plus(count)
        return self.date_of(month, min(self.day_in_month(day), self.length(month)))

    @property
    def first_weekday(self) -> int:
        """The ISO number of the weekday that a week begins with: Saturday, or Monday for an English Gregorian."""
        return _MONDAY if self._language == "en" and not self.is_jalali else _SATURDAY

    def week_start(self, day: date) -> date:
        """Return the first day of the week that a day is of."""
        return day - timedelta(days=(day.isoweekday() - self.first_weekday) % DAYS_IN_WEEK)

    @staticmethod
    def is_day_off(weekday: int) -> bool:
        """Say whether a weekday, by its ISO number, is the one on which shops rest: Friday."""
        return weekday == _FRIDAY

    def weekdays(self) -> list[int]:
        """Return the ISO numbers of the weekdays in their order."""
        return [(self.first_weekday - 1 + place) % DAYS_IN_WEEK + 1 for place in range(DAYS_IN_WEEK)]

    def weekday_name(self, weekday: int) -> str:
        """Return the whole name of a weekday by its ISO number."""
        return self._calendar.standaloneWeekDayName(self._locale, weekday, QLocale.FormatType.LongFormat)

    def weekday_short(self, weekday: int) -> str:
        """Return a weekday's name as short as it stands over a column: «ش», "Sat"."""
        # In English two of the letters would be S, and two T.
        is_english = self._language == "en"
        kind = QLocale.FormatType.ShortFormat if is_english else QLocale.FormatType.NarrowFormat
        return self._calendar.standaloneWeekDayName(self._locale, weekday, kind)

    def month_name(self, month: Month) -> str:
        """Return a month's name without its year."""
        if self.is_jalali and self._language == "ar":
            return _ARABIC_JALALI[month.month - 1]
        return self._calendar.standaloneMonthName(self._locale, month.month, month.year)


def _arabic_of(zone: ZoneInfo | None) -> QLocale:
    """Return the Arabic of the country that a zone is in.

    January is كانون الثاني from Damascus to Baghdad, يناير in Egypt and around the Gulf, جانفي in Algiers and Tunis.
    """
    if zone is not None and zone.key is not None:
        country = QTimeZone(zone.key.encode()).territory()
        arabic = QLocale(QLocale.Language.Arabic, country)
        # Where no Arabic is spoken, Qt gives that of Egypt.
        if arabic.territory() == country:
            return arabic
    return QLocale(_LOCALE_NAMES["ar"])


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
