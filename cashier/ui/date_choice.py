"""Which days are looked at: what was chosen, what it means at a moment, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QObject

from cashier.domain.local_days import day_of, span_of_days
from cashier.ui.locale_format import current_locale_format
from cashier.ui.month_calendar import DAYS_IN_WEEK

_ONE_DAY = timedelta(days=1)
_LAST_OF_WEEK = timedelta(days=DAYS_IN_WEEK - 1)


class DatePreset(Enum):
    """The choices that have a name."""

    ANY = "any"
    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class DateChoice:
    """What a person chose. "Today" stays today when midnight has passed.

    Attributes:
        first: the first day, for `DAYS` only.
        last: the last day, which belongs to it.
    """

    preset: DatePreset = DatePreset.ANY
    first: date | None = None
    last: date | None = None

    @classmethod
    def of_days(cls, first: date, last: date) -> DateChoice:
        """Return the choice of the days from `first` to `last`."""
        return cls(DatePreset.DAYS, first, last)


@dataclass(frozen=True, slots=True)
class DateRange:
    """What a choice means at a moment.

    Attributes:
        since: the first moment, UTC; None from the beginning on.
        until: the first moment after it, UTC; None without end.
        title: what it is called in the language of the screen.
    """

    since: datetime | None
    until: datetime | None
    title: str


class DateWords(QObject):
    """Says it in the language, the calendar and the zone of the moment."""

    def range_of(self, choice: DateChoice, now: datetime) -> DateRange:
        """Return what a choice means at `now`: whole days of the shop's zone."""
        days = self.days_of(choice, now)
        if days is None:
            return DateRange(None, None, self.title(choice, now))
        span = span_of_days(*days, current_locale_format().zone)
        return DateRange(span.since, span.until, self.title(choice, now))

    @staticmethod
    def days_of(choice: DateChoice, now: datetime) -> tuple[date, date] | None:
        """Return a choice's first and last day at `now`; None for all days."""
        fmt = current_locale_format()
        months, today = fmt.months, day_of(now, fmt.zone)
        if choice.first is not None and choice.last is not None:
            return choice.first, choice.last
        week, month = months.week_start(today), months.month_of(today)
        before = month.plus(-1)
        return {
            DatePreset.TODAY: (today, today),
            DatePreset.YESTERDAY: (today - _ONE_DAY, today - _ONE_DAY),
            DatePreset.THIS_WEEK: (week, week + _LAST_OF_WEEK),
            DatePreset.THIS_MONTH: (months.first_day(month), months.last_day(month)),
            DatePreset.LAST_MONTH: (months.first_day(before), months.last_day(before)),
        }.get(choice.preset)

    def title(self, choice: DateChoice, now: datetime) -> str:
        """Return what a choice is called, as short as it is clear: the year is left out if it is this one."""
        if choice.first is not None and choice.last is not None:
            return self._title_of_days(choice.first, choice.last, now)
        return {
            DatePreset.TODAY: self.tr("Today"),
            DatePreset.YESTERDAY: self.tr("Yesterday"),
            DatePreset.THIS_WEEK: self.tr("This week"),
            DatePreset.THIS_MONTH: self.tr("This month"),
            DatePreset.LAST_MONTH: self.tr("Last month"),
        }.get(choice.preset, self.tr("All dates"))

    def _title_of_days(self, first: date, last: date, now: datetime) -> str:
        fmt = current_locale_format()
        months = fmt.months
        this_year = months.month_of(day_of(now, fmt.zone)).year
        month = months.month_of(first)
        if (first, last) == (months.first_day(month), months.last_day(month)):
            return fmt.month_and_year(month)
        in_this_year = month.year == this_year == months.month_of(last).year

        def said(day: date) -> str:
            return fmt.day_and_month(day) if in_this_year else fmt.day_month_year(day)

        if first == last:
            return said(first)
        # As people say it: the month once, behind both.
        in_one_month = month == months.month_of(last)
        begins = fmt.digits(str(months.day_in_month(first))) if in_one_month else said(first)
        return self.tr("{first} to {last}").format(first=begins, last=said(last))
