"""Numbers, amounts, dates and times as the shop's language writes them, and text made safe for its direction.

Amounts are handled as text throughout: nothing here turns money into a float.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt

from cashier.domain.choices import CalendarChoice
from cashier.domain.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS, to_latin_digits
from cashier.domain.text import without_bidi_controls
from cashier.ui.duration_words import DurationWords
from cashier.ui.month_calendar import Month, MonthCalendar

LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
RIGHT_TO_LEFT_ISOLATE: Final = "\u2067"
FIRST_STRONG_ISOLATE: Final = "\u2068"
POP_ISOLATE: Final = "\u2069"

_SECONDS_IN_MINUTE: Final = 60
_SECONDS_IN_HOUR: Final = 3600
_SECONDS_IN_DAY: Final = 86400
_DAYS_SAID_RELATIVELY: Final = 7
_DECIMAL_TEXT: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class _Convention:
    """What a language decides about writing numbers."""

    digits: str
    group_mark: str
    decimal_mark: str
    direction: Qt.LayoutDirection


_CONVENTIONS: Final = {
    "fa": _Convention(
        PERSIAN_DIGITS,
        "\u066c",
        "\u066b",
        Qt.LayoutDirection.RightToLeft,
    ),
    "ar": _Convention(
        ARABIC_DIGITS,
        "\u066c",
        "\u066b",
        Qt.LayoutDirection.RightToLeft,
    ),
    "en": _Convention(LATIN_DIGITS, ",", ".", Qt.LayoutDirection.LeftToRight),
}

LANGUAGES: Final = tuple(_CONVENTIONS)

_UNIT_WORDS: Final = {
    "IRR": {"fa": "ریال", "ar": "ريال"},
    "IRT": {"fa": "تومان", "ar": "تومان", "en": "toman"},
}


def isolate_ltr(text: str) -> str:
    """Return `text` (an IBAN, reference, code, number) set to read left to right inside any other text."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{without_bidi_controls(text)}{POP_ISOLATE}"


def isolate(text: str) -> str:
    """Return `text` (a person's or provider's words) set apart, its direction taken from its first letter."""
    return f"{FIRST_STRONG_ISOLATE}{without_bidi_controls(text)}{POP_ISOLATE}"


def plain(text: str) -> str:
    """Return `text` without the invisible characters that would reorder what stands around it."""
    return without_bidi_controls(text)


class LocaleFormat:
    """Writes for one language and one shop's time zone. Immutable; make another when either changes."""

    def __init__(
        self,
        language: str,
        zone: ZoneInfo,
        *,
        latin_digits: bool = False,
        calendar: CalendarChoice = CalendarChoice.BY_LANGUAGE,
    ) -> None:
        """Take the language ("fa", "ar" or "en"), the shop's zone, whether digits are to stay 0-9, and the calendar.

        Raises:
            KeyError: for another language.
        """
        self._convention = _CONVENTIONS[language]
        self._language = language
        self._zone = zone
        self._words = DurationWords()
        self._months = MonthCalendar(language, calendar, zone)
        self._digits = LATIN_DIGITS if latin_digits else self._convention.digits
        self._to_own_digits = str.maketrans(LATIN_DIGITS + ARABIC_DIGITS + PERSIAN_DIGITS, self._digits * 3)
        self._group_mark = self._convention.group_mark
        self._decimal_mark = self._convention.decimal_mark
        if latin_digits:
            # Vazirmatn and other fonts draw the Arabic marks for Arabic digits; beside 0-9 they look foreign.
            self._group_mark, self._decimal_mark = ",", "."

    @property
    def language(self) -> str:
        """The language's code."""
        return self._language

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The language's reading direction."""
        return self._convention.direction

    @property
    def group_mark(self) -> str:
        """What stands between groups of three digits."""
        return self._group_mark

    @property
    def decimal_mark(self) -> str:
        """What stands before the fraction."""
        return self._decimal_mark

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return self._zone

    @property
    def months(self) -> MonthCalendar:
        """The calendar that dates are written in."""
        return self._months

    def digits(self, text: str) -> str:
        """Return `text` with every digit, of whichever system, in the language's own."""
        return text.translate(self._to_own_digits)

    def group_integer(self, digits: str) -> str:
        """Return a run of digits (any system) grouped by threes, in the language's digits and mark."""
        first = len(digits) % 3
        groups = [digits[:first]] if first else []
        groups += [digits[start : start + 3] for start in range(first, len(digits), 3)]
        return self.digits(self._group_mark.join(groups))

    def amount(self, amount: str | Decimal) -> str:
        """Return an exact decimal ("1250.5") grouped and in the language's digits; every place given is kept.

        Raises:
            ValueError: if the text is not plain decimal notation with Latin digits and a point.
        """
        text = f"{amount:f}" if isinstance(amount, Decimal) else amount
        if not _DECIMAL_TEXT.fullmatch(text):
            raise ValueError(f"not a plain decimal: {text!r}")
        sign = "\u2212" if text.startswith("-") else ""
        integer, point, fraction = text.removeprefix("-").partition(".")
        written = sign + self.group_integer(integer)
        return f"{written}{self._decimal_mark}{self.digits(fraction)}" if point else written

    def unit(self, unit_code: str) -> str:
        """Return the word for the shop's own money in the language, or the code itself for any other."""
        return _UNIT_WORDS.get(unit_code, {}).get(self._language, unit_code)

    def amount_with_unit(self, amount: str | Decimal, unit_code: str) -> str:
        """Return the amount followed, in reading order, by its unit; safe inside text of either direction.

        Raises:
            ValueError: as `amount`.
        """
        outer = (
            RIGHT_TO_LEFT_ISOLATE
            if self.direction == Qt.LayoutDirection.RightToLeft
            else LEFT_TO_RIGHT_ISOLATE
        )
        number = isolate_ltr(self.amount(amount))
        return f"{outer}{number}\u00a0{isolate(self.unit(unit_code))}{POP_ISOLATE}"

    def number(self, value: int) -> str:
        """Return a whole number (a count) grouped, in the language's digits."""
        return self.amount(str(value))

    def with_number(self, text: str, value: int) -> str:
        """Return a text that Qt put `value` into, in bare Latin digits as it does for plural forms, with `number(value)`."""
        return text.replace(str(value), self.number(value), 1)

    def time(self, moment: datetime) -> str:
        """Return the shop's wall-clock time of an aware `moment`: "14:05"."""
        return self.digits(f"{self._local(moment):%H:%M}")

    def date_long(self, moment: datetime) -> str:
        """Return weekday, day, month and year: «شنبه ۳۰ آبان ۱۴۰۵», "Saturday 21 November 2026"."""
        return self.day_long(self._local(moment).date())

    def date_short(self, moment: datetime) -> str:
        """Return the date in figures: «۱۴۰۵/۰۸/۳۰» in Persian, day first elsewhere: "21/11/2026"."""
        return self.day_short(self._local(moment).date())

    def day_long(self, day: date) -> str:
        """Return a day of the shop's as `date_long` does."""
        return f"{self._months.weekday_name(day.isoweekday())} {self.day_month_year(day)}"

    def day_short(self, day: date) -> str:
        """Return a day of the shop's as `date_short` does."""
        month, number = self._months.month_of(day), self._months.day_in_month(day)
        if self._language == "fa":
            return self.digits(f"{month.year:04}/{month.month:02}/{number:02}")
        return self.digits(f"{number:02}/{month.month:02}/{month.year:04}")

    def day_and_month(self, day: date) -> str:
        """Return day and month without the year: «۳۰ آبان», "21 November"."""
        month = self._months.month_of(day)
        return f"{self.digits(str(self._months.day_in_month(day)))} {self._months.month_name(month)}"

    def day_month_year(self, day: date) -> str:
        """Return day, month and year: «۳۰ آبان ۱۴۰۵», "21 November 2026"."""
        return f"{self.day_and_month(day)} {self.digits(str(self._months.month_of(day).year))}"

    def month_and_year(self, month: Month) -> str:
        """Return a month and its year: «آبان ۱۴۰۵», "November 2026"."""
        return f"{self._months.month_name(month)} {self.digits(str(month.year))}"

    def date_in_list(self, moment: datetime, now: datetime) -> str:
        """Return the date in figures, its year left out where that is the year of `now`: «۰۸/۳۰», "21/11"."""
        day = self._local(moment).date()
        month, number = self._months.month_of(day), self._months.day_in_month(day)
        if month.year != self._months.month_of(self._local(now).date()).year:
            return self.day_short(day)
        first, second = (month.month, number) if self._language == "fa" else (number, month.month)
        return self.digits(f"{first:02}/{second:02}")

    def date_time(self, moment: datetime) -> str:
        """Return the date in figures and the time."""
        text = QCoreApplication.translate("LocaleFormat", "{date} {time}")
        return text.format(date=self.date_short(moment), time=self.time(moment))

    def duration(self, seconds: float) -> str:
        """Return a length of time in its two largest parts: "3 min 24 s", «۳ دقیقه و ۲۴ ثانیه»."""
        whole = max(0, int(seconds))
        if whole < _SECONDS_IN_MINUTE:
            return self._seconds(whole)
        if whole < _SECONDS_IN_HOUR:
            minutes, rest = divmod(whole, _SECONDS_IN_MINUTE)
            return self._joined(self._minutes(minutes), self._seconds(rest) if rest else "")
        if whole < _SECONDS_IN_DAY:
            hours, rest = divmod(whole, _SECONDS_IN_HOUR)
            minutes = rest // _SECONDS_IN_MINUTE
            return self._joined(self._hours(hours), self._minutes(minutes) if minutes else "")
        days, rest = divmod(whole, _SECONDS_IN_DAY)
        hours = rest // _SECONDS_IN_HOUR
        return self._joined(self._days(days), self._hours(hours) if hours else "")

    def relative(self, moment: datetime, now: datetime) -> str:
        """Return how long ago `moment` was, or its date and time when that says more (a week, or the future)."""
        passed_s = int((now - moment).total_seconds())
        if passed_s < 0 or passed_s >= _DAYS_SAID_RELATIVELY * _SECONDS_IN_DAY:
            return self.date_time(moment)
        if passed_s < _SECONDS_IN_MINUTE:
            return QCoreApplication.translate("LocaleFormat", "just now")
        if passed_s < _SECONDS_IN_HOUR:
            length = self._minutes(passed_s // _SECONDS_IN_MINUTE)
        elif passed_s < _SECONDS_IN_DAY:
            length = self._hours(passed_s // _SECONDS_IN_HOUR)
        else:
            length = self._days(passed_s // _SECONDS_IN_DAY)
        return QCoreApplication.translate("LocaleFormat", "{duration} ago").format(duration=length)

    def isolate_ltr(self, text: str) -> str:
        """Return `isolate_ltr(text)` of this module."""
        return isolate_ltr(text)

    def isolate(self, text: str) -> str:
        """Return `isolate(text)` of this module."""
        return isolate(text)

    def plain(self, text: str) -> str:
        """Return `plain(text)` of this module."""
        return plain(text)

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise ValueError("a time without a zone means nothing here")
        return moment.astimezone(self._zone)

    def _joined(self, larger: str, smaller: str) -> str:
        if not smaller:
            return larger
        text = QCoreApplication.translate("LocaleFormat", "{larger} {smaller}")
        return text.format(larger=larger, smaller=smaller)

    def _seconds(self, count: int) -> str:
        return self.digits(self._words.seconds(count))

    def _minutes(self, count: int) -> str:
        return self.digits(self._words.minutes(count))

    def _hours(self, count: int) -> str:
        return self.digits(self._words.hours(count))

    def _days(self, count: int) -> str:
        return self.digits(self._words.days(count))


_current = LocaleFormat("en", ZoneInfo("UTC"))


def current_locale_format() -> LocaleFormat:
    """Return the format that widgets write with: English and UTC before one was set."""
    return _current


def set_current_locale_format(fmt: LocaleFormat) -> None:
    """Make `fmt` the one that widgets write with; those on screen ask again at the next LanguageChange."""
    global _current  # noqa: PLW0603 - like QLocale.setDefault: one language for one application
    _current = fmt


def digits_of(text: str) -> str:
    """Return only the digits of `text`, in Latin."""
    return "".join(character for character in to_latin_digits(text) if character in LATIN_DIGITS)
