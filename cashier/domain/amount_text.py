"""Amounts as people type and paste them, in Persian, Arabic and Latin digits.

What is unclear is refused, never guessed: `1.000` may be one or a thousand, so neither is taken.

    AmountError    carries an `AmountProblem` and what the message needs
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from cashier.domain.digits import is_digit, mixes_digit_systems, to_latin_digits
from cashier.domain.money import KNOWN_UNITS, Money, Unit
from cashier.domain.text import without_bidi_controls

ARABIC_DECIMAL_MARK = "\u066b"
ARABIC_GROUP_MARK = "\u066c"
ARABIC_COMMA = "\u060c"

# Longer than any sum of the world in any unit; keeps a pasted page out of the arithmetic.
MAXIMUM_INTEGER_DIGITS = 30

_MINUS_SIGNS = "-\u2212\u2012\u2013\ufe63\uff0d"
_SPACES = " \u00a0\u202f\u2009"

# What may stand beside the number in pasted text, by the unit it names.
_UNIT_WORDS: dict[str, tuple[str, ...]] = {
    "IRR": ("ریال", "ريال", "﷼", "rial", "rials"),
    "IRT": ("تومان", "تومن", "toman", "tomans"),
    "USD": ("$", "دلار", "دولار"),
    "EUR": ("€", "یورو", "يورو"),
    "USDT": ("₮", "تتر"),
    "BTC": ("₿",),
}

_NAMES_OF_UNITS = {word.casefold() for words in (*_UNIT_WORDS.values(), tuple(KNOWN_UNITS)) for word in words}

_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")


class AmountProblem(Enum):
    """Why a text is not an amount that can be asked for."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    OTHER_UNIT = "other_unit"
    MIXED_DIGITS = "mixed_digits"
    NEGATIVE = "negative"
    ZERO = "zero"
    AMBIGUOUS = "ambiguous"
    TOO_PRECISE = "too_precise"
    TOO_LARGE = "too_large"


class AmountError(ValueError):
    """A text that is not an amount.

    Attributes:
        problem: what is wrong with it.
        decimals: how many decimal places the unit allows.
    """

    def __init__(self, problem: AmountProblem, *, decimals: int = 0) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.decimals = decimals


def parse_amount(text: str, unit: Unit) -> Money:
    """Return the positive amount that `text` clearly means, in `unit`.

    Digits of one system; groups of three by `,` `،` `٬` or a space; a decimal mark `.` or `٫`. The unit's own
    word or code may stand beside the number.

    Raises:
        AmountError: if it is empty, zero, negative, too precise or too large for the unit, or unclear.
    """
    bare = _without_unit(without_bidi_controls(text).strip(), unit)
    if not bare:
        raise AmountError(AmountProblem.EMPTY)
    if any(sign in bare for sign in _MINUS_SIGNS):
        raise AmountError(AmountProblem.NEGATIVE)
    if mixes_digit_systems(bare):
        raise AmountError(AmountProblem.MIXED_DIGITS)
    integer, fraction = _split(to_latin_digits(bare))
    if len(integer.lstrip("0")) > MAXIMUM_INTEGER_DIGITS:
        raise AmountError(AmountProblem.TOO_LARGE)
    if len(fraction.rstrip("0")) > unit.decimals:
        raise AmountError(AmountProblem.TOO_PRECISE, decimals=unit.decimals)
    amount = Decimal(f"{integer}.{fraction}" if fraction else integer)
    if not amount:
        raise AmountError(AmountProblem.ZERO)
    return Money.of(Money(amount, unit).text, unit.code)


def _without_unit(text: str, unit: Unit) -> str:
    """Take the unit's word off either end; a word of another unit is not ours to ignore."""
    own = {word.casefold() for word in (*_UNIT_WORDS.get(unit.code, ()), unit.code)}
    for word in filter(None, _beside_the_number(text)):
        if word.casefold() not in own:
            named = word.casefold() in _NAMES_OF_UNITS
            raise AmountError(AmountProblem.OTHER_UNIT if named else AmountProblem.NOT_A_NUMBER)
        text = (text.removeprefix(word) if text.startswith(word) else text.removesuffix(word)).strip()
    return text


def _beside_the_number(text: str) -> tuple[str, str]:
    """Return what stands before the first and after the last character of a number."""
    of_number = {
        index
        for index, character in enumerate(text)
        if is_digit(character) or character in ",.\u066b\u066c\u060c" or character in _MINUS_SIGNS
    }
    if not any(is_digit(text[index]) for index in of_number):
        return text.strip(), ""
    first, last = min(of_number), max(of_number)
    return text[:first].strip(), text[last + 1 :].strip()


def _split(latin: str) -> tuple[str, str]:
    """Return the integer and fraction digits of a number whose digits are Latin already."""
    unsure = AmountError(AmountProblem.AMBIGUOUS)
    if not re.fullmatch(rf"[0-9.,{_SPACES}{ARABIC_DECIMAL_MARK}{ARABIC_GROUP_MARK}{ARABIC_COMMA}]+", latin):
        raise AmountError(AmountProblem.NOT_A_NUMBER)
    if len({mark for mark in latin if mark in f",{ARABIC_COMMA}{ARABIC_GROUP_MARK}" or mark in _SPACES}) > 1:
        raise unsure
    latin = re.sub(rf"[{ARABIC_COMMA}{ARABIC_GROUP_MARK}{_SPACES}]", ",", latin)
    if latin.count(".") + latin.count(ARABIC_DECIMAL_MARK) > 1:
        raise unsure
    dot = "." in latin
    integer, mark, fraction = latin.replace(ARABIC_DECIMAL_MARK, ".").partition(".")
    if "," in fraction or (mark and not fraction) or not re.search("[0-9]", integer + fraction):
        raise unsure
    grouped = bool(_GROUPED.fullmatch(integer))
    if "," in integer and not grouped:
        raise unsure
    # One dot with three digits after it and nothing else to tell: a thousand in one hand, a fraction in another.
    if dot and not grouped and len(fraction) == 3 and re.fullmatch("[1-9][0-9]{0,2}", integer):  # noqa: PLR2004  # a group has three digits
        raise unsure
    # `0,125` is a decimal comma in some hands and a slip in others.
    if grouped and integer.startswith("0"):
        raise unsure
    return integer.replace(",", "") or "0", fraction
