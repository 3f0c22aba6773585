"""Texts that a spreadsheet would take for a formula, or for a number, and how they are kept from it.

The advice followed is OWASP's on CSV injection: every field in quotes, and an apostrophe before what would be
run. Not a tab, which was usual once: a tab at the beginning is itself on the list of what is dangerous. The
apostrophe is seen in some programs, so whoever reads such a file back takes it off with `without_guard`.
"""

from __future__ import annotations

GUARD = "'"

# The full-width forms too: some spreadsheets take them for the plain ones.
_FORMULA_BEGINNINGS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")

# A spreadsheet keeps this many digits of a number and makes zeros of the rest.
SPREADSHEET_DIGITS = 15


def begins_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would run `text` instead of showing it."""
    return text.startswith(_FORMULA_BEGINNINGS)


def guarded(text: str) -> str:
    """Return `text` for a CSV cell, so that a spreadsheet shows it and changes nothing of it."""
    # What begins with the guard already gets another, so that taking one off is always right.
    needs_guard = begins_like_formula(text) or text.startswith(GUARD) or _loses_digits(text)
    return GUARD + text if needs_guard else text


def without_guard(text: str) -> str:
    """Return what `guarded` was given; any other text as it is."""
    if not text.startswith(GUARD):
        return text
    bare = text.removeprefix(GUARD)
    was_guarded = begins_like_formula(bare) or bare.startswith(GUARD) or _loses_digits(bare)
    return bare if was_guarded else text


def _loses_digits(text: str) -> bool:
    """Whether a spreadsheet would read a number and forget zeros in front, or digits past the fifteenth."""
    is_number = text.isascii() and text.isdigit()
    return is_number and (len(text) > SPREADSHEET_DIGITS or (text.startswith("0") and text != "0"))
