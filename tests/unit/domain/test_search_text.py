"""What people type in different ways is found all the same."""

import pytest

from cashier.domain.search_text import searchable, words_sought


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كريم", "کریم"),
        ("۱۲۳", "123"),
        ("١٢٣", "123"),
        ("می‌خواهم", "میخواهم"),
        ("إسلام", "اسلام"),
        ("أحمد", "احمد"),
        ("آرش", "ارش"),
        ("فاطمة", "فاطمه"),
        ("مُحَمَّد", "محمد"),
        ("مـریم", "مریم"),
        ("مصطفى", "مصطفی"),
        ("مسؤول", "مسوول"),
        ("IR82", "ir82"),
        ("خانۀ", "خانه"),
    ],
)
def test_two_ways_of_typing_are_one(one: str, other: str) -> None:
    """Letters of the other keyboard, digits, half-spaces, vowels and the tatweel make no difference."""
    assert searchable(one) == searchable(other)


def test_different_words_stay_different() -> None:
    """Folding does not make everything the same."""
    assert searchable("کریم") != searchable("رحیم")
    assert searchable("123") != searchable("124")


def test_words_stay_apart() -> None:
    """Spaces fold, and remain."""
    assert searchable("  مریم \u200f احمدی\n") == "مریم احمدی"


def test_a_scanner_on_another_layout_is_looked_for_as_well() -> None:
    """Beside what stands there; a word of the language, and a code typed in Latin, mean themselves."""
    assert "ir82" in words_sought("\u0647\u0642\u06f8\u06f2")[0]
    assert words_sought("مریم IR82") == [("مریم",), ("ir82",)]
    assert words_sought(" ") == []
