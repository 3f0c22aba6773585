"""The till's preferences: kept, told, and none lost when two change at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from cashier.services.preferences import (
    HOME_ZONES,
    Appearance,
    CalendarChoice,
    DigitChoice,
    KeepHistory,
    Language,
    Preferences,
    language_of_locale,
    store_preferences,
)
from cashier.storage import events


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("fa_IR", Language.PERSIAN),
        ("ar-SY", Language.ARABIC),
        ("EN_us", Language.ENGLISH),
        ("ar", Language.ARABIC),
        ("de_DE", Language.PERSIAN),
        ("C", Language.PERSIAN),
        ("", Language.PERSIAN),
    ],
)
def test_the_language_of_a_locale(name: str, language: Language) -> None:
    """Whatever case and separator; Persian where it says nothing we speak."""
    assert language_of_locale(name) is language


def test_preferences_are_kept_and_told(tills: Any) -> None:
    """A change is stored, published and in the chain; the next run begins with it."""

    async def story() -> None:
        async with tills() as till:
            assert till.preferences.current == Preferences()
            told: list[Preferences] = []
            till.preferences.changes.subscribe(told.append)
            changed = await till.preferences.change(language=Language.ARABIC, shop_name="نمونه")
            assert (changed.language, changed.shop_name) == (Language.ARABIC, "نمونه")
            assert changed.time_zone == HOME_ZONES[Language.PERSIAN] == changed.zone.key
            await till.preferences.change(language=Language.ARABIC)
            assert told == [changed, changed]
            happened = await till.database.read(lambda connection: events.of_subject(connection, "language"))
            assert [(event.before, event.after) for event in happened] == [("fa", "ar")]
        async with tills() as till:
            assert till.preferences.current == changed

    asyncio.run(story())


def test_calendar_digits_and_keeping_are_kept(tills: Any) -> None:
    """They are as the language says and for ever, until the shop says otherwise; the next run begins with that."""

    async def story() -> None:
        async with tills() as till:
            known = till.preferences.current
            assert (known.calendar, known.keep_history.years) == (CalendarChoice.BY_LANGUAGE, None)
            assert known.digits is DigitChoice.BY_LANGUAGE
            await till.preferences.change(
                calendar=CalendarChoice.JALALI,
                digits=DigitChoice.LATIN,
                keep_history=KeepHistory.TWO_YEARS,
            )
        async with tills() as till:
            known = till.preferences.current
            assert (known.calendar, known.keep_history.years) == (CalendarChoice.JALALI, 2)
            assert known.digits is DigitChoice.LATIN

    asyncio.run(story())


def test_two_changes_at_once_are_both_kept(tills: Any) -> None:
    """Neither overwrites what the other changed."""

    async def story() -> None:
        async with tills() as till:
            await asyncio.gather(
                till.preferences.change(appearance=Appearance.DARK),
                till.preferences.change(time_zone="Asia/Damascus"),
                till.preferences.change(shop_name="نمونه"),
            )
            both = Preferences(shop_name="نمونه", appearance=Appearance.DARK, time_zone="Asia/Damascus")
            assert till.preferences.current == both
        async with tills() as till:
            assert till.preferences.current == both

    asyncio.run(story())


def test_what_was_stored_by_others_is_read_again(tills: Any) -> None:
    """As after the first run, which stores them with the first manager."""

    async def story() -> None:
        async with tills() as till:
            stored = Preferences(shop_name="نمونه", language=Language.ARABIC)
            await till.database.write(lambda connection: store_preferences(connection, stored))
            told: list[Preferences] = []
            till.preferences.changes.subscribe(told.append)
            assert await till.preferences.reload() == stored
            assert told == [till.preferences.current] == [stored]

    asyncio.run(story())
