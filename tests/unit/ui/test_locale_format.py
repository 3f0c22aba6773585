from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.digits import to_latin_digits
from cashier.ui.locale_format import LocaleFormat, digits_of, isolate, isolate_ltr, plain

TEHRAN = ZoneInfo("Asia/Tehran")
MOMENT = datetime(2026, 11, 21, 10, 35, tzinfo=UTC)

FA = LocaleFormat("fa", TEHRAN)
AR = LocaleFormat("ar", ZoneInfo("Asia/Damascus"))
EN = LocaleFormat("en", ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("fmt", "written"),
    [
        (FA, "۱۲\u066c۵۰۰\u066c۰۰۰\u066b۵۰"),
        (AR, "١٢\u066c٥٠٠\u066c٠٠٠\u066b٥٠"),
        (EN, "12,500,000.50"),
        (LocaleFormat("ar", TEHRAN, latin_digits=True), "12,500,000.50"),
    ],
)
def test_amounts_are_grouped_and_keep_every_place(fmt, written):
    """An amount takes the language's digits and marks; a trailing nought that was given stays."""
    assert fmt.amount("12500000.50") == written
    assert fmt.amount(Decimal("12500000.50")) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=0, max_value=10**30))
def test_amounts_are_exact(amount):
    """Taking the marks and digits back gives the very number that was written, however long."""
    for fmt in (FA, AR, EN):
        bare = fmt.amount(amount).replace(fmt.group_mark, "").replace(fmt.decimal_mark, ".")
        assert Decimal(to_latin_digits(bare)) == amount


@pytest.mark.parametrize("text", ["", "1e5", "1,000", "۱۲", ".5", "5.", "NaN", "+1"])
def test_what_is_not_a_plain_decimal_is_refused(text):
    """Amounts are written from canonical text only; anything else is a mistake of the program."""
    with pytest.raises(ValueError, match="not a plain decimal"):
        EN.amount(text)


def test_units_follow_the_number_in_reading_order():
    """The shop's money has a word in its language, other assets their code, each kept whole by isolates."""
    assert plain(FA.amount_with_unit("2450000", "IRR")) == "۲\u066c۴۵۰\u066c۰۰۰\u00a0ریال"
    assert plain(AR.amount_with_unit("10", "IRR")) == "١٠\u00a0ريال"
    assert plain(EN.amount_with_unit("10", "IRR")) == "10\u00a0IRR"
    assert plain(EN.amount_with_unit("10", "IRT")) == "10\u00a0toman"
    assert FA.amount_with_unit("12.5", "USDT") == ("\u2067\u2066۱۲\u066b۵\u2069\u00a0\u2068USDT\u2069\u2069")


def test_dates_are_written_in_the_language_s_calendar():
    """Persian dates are Jalali, Arabic ones have the month names of the Levant."""
    assert FA.date_long(MOMENT) == "شنبه ۳۰ آبان ۱۴۰۵"
    assert AR.date_long(MOMENT) == "السبت ٢١ تشرين الثاني ٢٠٢٦"
    assert EN.date_long(MOMENT) == "Saturday 21 November 2026"
    assert FA.date_short(MOMENT) == "۱۴۰۵/۰۸/۳۰"
    assert AR.date_short(MOMENT) == "٢١/١١/٢٠٢٦"


def test_the_shop_s_zone_decides_time_and_day():
    """Half past nine in the evening in London is another day in Tehran."""
    late = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
    assert FA.time(late) == "۰۱:۰۰"
    assert FA.date_long(late).startswith("شنبه")
    assert EN.date_long(late).startswith("Friday")


def test_a_time_without_a_zone_is_refused():
    """A naive time is never guessed at."""
    with pytest.raises(ValueError, match="zone"):
        EN.time(datetime(2026, 11, 21, 10, 35))  # noqa: DTZ001 - the mistake under test


@pytest.mark.parametrize("year", [1404, 1405, 1408])
def test_the_jalali_year_begins_with_spring(year):
    """The first of Farvardin is written as such, after leap years too."""
    first = {1404: (2025, 3, 21), 1405: (2026, 3, 21), 1408: (2029, 3, 20)}[year]
    noon = datetime(*first, 12, tzinfo=TEHRAN)
    assert to_latin_digits(FA.date_short(noon)) == f"{year}/01/01"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (-1, "0 s"),
        (0, "0 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (204, "3 min 24 s"),
        (3600, "1 h"),
        (5400, "1 h 30 min"),
        (86400 * 2 + 3600, "2 d 1 h"),
    ],
)
def test_durations_say_their_two_largest_parts(seconds, written):
    """A length of time is said in at most two parts, and never below nought."""
    assert EN.duration(seconds) == written


@pytest.mark.parametrize(
    ("passed", "written"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=6), "6 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=2), "2 d ago"),
        (timedelta(days=9), "21/11/2026 10:35"),
        (timedelta(seconds=-5), "21/11/2026 10:35"),
    ],
)
def test_relative_times(passed, written):
    """What is recent is said relatively; what is old, or in the future by a wrong clock, by its date."""
    assert EN.relative(MOMENT, MOMENT + passed) == written


def test_text_of_others_cannot_escape_its_isolate():
    """Direction marks inside a provider's text are taken out before it is set apart."""
    hostile = "ab\u2069\u202ecd"
    assert isolate_ltr(hostile) == "\u2066abcd\u2069"
    assert isolate(hostile) == "\u2068abcd\u2069"
    assert plain(hostile) == "abcd"


@given(st.text())
def test_digits_of_keeps_digits_only(text):
    """Whatever is pasted, what remains is Latin digits."""
    assert set(digits_of(text)) <= set("0123456789")


def test_digits_are_localised_from_every_system():
    """Text with digits of any system gets the language's own."""
    assert FA.digits("1٢۳ abc") == "۱۲۳ abc"
    assert EN.digits("1٢۳") == "123"
