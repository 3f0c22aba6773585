"""Texts that a spreadsheet would take for a formula, or for a number, and how they are kept from it.

The advice followed is OWASP's on CSV injection: every field in quotes, and an apostrophe before what would be
run. Not a tab, which was usual once: a tab at the beginning is itself on the list of what is dangerous. The
apostrophe is seen in some programs, so whoever reads such a file back takes it off with `without_guard`.
"""

from __future__ import annotations

from cashier.domain.digits import LATIN_DIGITS

GUARD = "'"

# The full-width forms too: some spreadsheets take them for the plain ones.
_FORMULA_BEGINNINGS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")

# What a text that needs a guard begins with; most texts begin with something else.
_GUARDED_BEGINNINGS = frozenset((*_FORMULA_BEGINNINGS, GUARD, *LATIN_DIGITS))

# A spreadsheet keeps this many digits of a number and makes zeros of the rest.
SPREADSHEET_DIGITS = 15


def begins_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would run `text` instead of showing it."""
    return text.startswith(_FORMULA_BEGINNINGS)


def guarded(text: str) -> str:
    """Return `text` for a CSV cell, so that a spreadsheet shows it and changes nothing of it."""
    first = text[:1]
    if first not in _GUARDED_BEGINNINGS:
        return text
    # What begins with the guard already gets another, so that taking one off is always right.
    needs_guard = first not in LATIN_DIGITS or _loses_digits(text)
    return GUARD + text if needs_guard else text


def without_guard(text: str) -> str:
    """Return what `guarded` was given; any other text as it is."""
    if not text.startswith(GUARD):
        return text
    bare = text.removeprefix(GUARD)
    was_guarded = begins_like_formula(bare) or bare.startswith(GUARD) or _loses_digits(bare)
    return bare if was_guarded else text


def is_exact_number(text: str) -> bool:
    """Whether a spreadsheet keeps every digit of a decimal in canonical text."""
    # The point may be one of the places counted.
    if len(text) <= SPREADSHEET_DIGITS:
        return True
    digits = text.removeprefix("-").replace(".", "").lstrip("0")
    return len(digits) <= SPREADSHEET_DIGITS


def _loses_digits(text: str) -> bool:
    """Whether a spreadsheet would read a number and forget zeros in front, or digits past the fifteenth."""
    is_number = text.isascii() and text.isdigit()
    return is_number and (len(text) > SPREADSHEET_DIGITS or (text.startswith("0") and text != "0"))
