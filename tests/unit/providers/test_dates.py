"""Days that mean the same to those who put the day first and to those who put the month first."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.providers.dates import day_text, unambiguous_day_at_or_before


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 2, 1), date(2026, 1, 1)),
        (date(2026, 2, 2), date(2026, 2, 2)),
        (date(2026, 12, 11), date(2026, 11, 11)),
        (date(2026, 12, 31), date(2026, 12, 12)),
        (date(2024, 2, 29), date(2024, 2, 2)),
    ],
)
def test_the_last_day_that_is_its_month(day, asked):
    """The latest such day, never after the one wanted."""
    assert unambiguous_day_at_or_before(day) == asked


@given(st.dates())
def test_both_readings_are_the_same_day(day):
    """For every day there is one at most 41 days before it that both readings agree on."""
    asked = unambiguous_day_at_or_before(day)
    assert asked <= day
    assert (day - asked).days <= 41
    text = day_text(asked)
    assert text[:2] == text[3:5]
    if asked.year >= 1000:
        assert datetime.strptime(text, "%d-%m-%Y") == datetime.strptime(text, "%m-%d-%Y")  # noqa: DTZ007  # days have no zone


def test_an_ambiguous_day_is_not_written():
    """A day with two readings is refused, not sent."""
    with pytest.raises(ValueError, match="two ways"):
        day_text(date(2026, 3, 1))
