"""The three digit systems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.digits import (
    ARABIC_DIGITS,
    LATIN_DIGITS,
    PERSIAN_DIGITS,
    is_digit,
    mixes_digit_systems,
    to_latin_digits,
)


@pytest.mark.parametrize("system", [LATIN_DIGITS, ARABIC_DIGITS, PERSIAN_DIGITS])
def test_each_system_becomes_latin(system):
    """All ten digits of each system have their Latin counterpart, in order."""
    assert to_latin_digits(system) == "0123456789"
    assert all(map(is_digit, system))
    assert not mixes_digit_systems(system)


def test_all_else_is_kept():
    """Letters, marks and digits of other scripts are not touched."""
    assert to_latin_digits("کد ۱۲٫۳ - १२") == "کد 12٫3 - १२"


@pytest.mark.parametrize("character", ["a", "١a"[1], "२", "٬", " ", "²"])
def test_nothing_else_is_a_digit(character):
    """Digits of other scripts, superscripts and marks are none of the counter's digits."""
    assert not is_digit(character)


@pytest.mark.parametrize("text", ["1۲", "۱٢", "1٢", "12٣۴"])
def test_two_systems_are_a_mixture(text):
    """Digits of two systems in one text are noticed."""
    assert mixes_digit_systems(text)


@given(st.text())
def test_becoming_latin_is_settled_at_once(text):
    """Doing it twice changes nothing, and the length stays."""
    latin = to_latin_digits(text)
    assert to_latin_digits(latin) == latin
    assert len(latin) == len(text)
