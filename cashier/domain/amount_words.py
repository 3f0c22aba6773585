"""Whole amounts in words, in Persian, Arabic and English, to be read once more before money leaves.

Own code, because the well-known library (num2words 0.5.14) cannot be trusted with sums of this size: in
Persian it writes nothing at all for 10^18 and drops the leading digits of what is larger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cashier.domain.money import Money

# One more would need a word nobody uses; rial sums of the whole country stay far below.
LARGEST_NUMBER = 10**36 - 1

_GROUP = 1000
_HUNDRED = 100
_TWENTY = 20
_TEN = 10


def whole_number_in_words(number: int, language: str) -> str:
    """Return `number`, 0 to `LARGEST_NUMBER`, in words of `language`: `fa`, `ar` (masculine) or `en`.

    Raises:
        ValueError: if the number is outside that range or there are no words in that language.
    """
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError(f"{number} is not between 0 and {LARGEST_NUMBER}")
    if language not in _NUMBER_WRITERS:
        raise ValueError(f"no number words in {language!r}")
    return _NUMBER_WRITERS[language](number)


def counted_in_words(money: Money, language: str) -> str | None:
    """Return an amount in words with its unit's word, declined as the language wants it.

    Args:
        money: the amount, in rial or toman.
        language: `fa`, `ar` or `en`.

    Returns:
        The words; None if the unit has none, or the amount is not whole, negative or above `LARGEST_NUMBER`.

    Raises:
        ValueError: if there are no words in that language.
    """
    if language not in _NUMBER_WRITERS:
        raise ValueError(f"no number words in {language!r}")
    # The range comes first: an exponent of thousands must not be written out to learn that it is too large.
    if not 0 <= money.amount <= LARGEST_NUMBER or money.decimals:
        return None
    number = int(money.amount)
    if language == "ar":
        arabic_unit = _ARABIC_UNITS.get(money.code)
        return None if arabic_unit is None else _counted_arabic_unit(number, arabic_unit)
    unit = _OTHER_UNITS.get((money.code, language))
    if unit is None:
        return None
    one, several = unit
    return f"{_NUMBER_WRITERS[language](number)} {one if number == 1 else several}"


def _groups(number: int) -> Iterator[tuple[int, int]]:
    """Yield the groups of three digits that are not zero, the highest first: (group, power of a thousand)."""
    for power in range(11, -1, -1):
        group = number // _GROUP**power % _GROUP
        if group:
            yield group, power


# --- Persian ---

_PERSIAN_BELOW_TWENTY = (
    "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده",
    "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_PERSIAN_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_PERSIAN_HUNDREDS = (
    "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد",
)  # fmt: skip
_PERSIAN_POWERS = (
    "", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون",
    "سکستیلیون", "سپتیلیون", "اکتیلیون", "نونیلیون", "دسیلیون",
)  # fmt: skip


def _in_persian(number: int) -> str:
    if number == 0:
        return _PERSIAN_BELOW_TWENTY[0]
    parts: list[str] = []
    for group, power in _groups(number):
        # Nobody says one thousand for a thousand; behind a larger group the count is clearer said.
        if number < 2 * _GROUP and power:
            parts.append(_PERSIAN_POWERS[power])
        else:
            parts.append(f"{_persian_group(group)} {_PERSIAN_POWERS[power]}".rstrip())
    return " و ".join(parts)


def _persian_group(group: int) -> str:
    """Return 1 to 999 in words."""
    hundreds, rest = divmod(group, _HUNDRED)
    parts = [_PERSIAN_HUNDREDS[hundreds]]
    if rest < _TWENTY:
        parts.append(_PERSIAN_BELOW_TWENTY[rest] if rest else "")
    else:
        tens, ones = divmod(rest, _TEN)
        parts += [_PERSIAN_TENS[tens], _PERSIAN_BELOW_TWENTY[ones] if ones else ""]
    return " و ".join(filter(None, parts))


# --- English ---

_ENGLISH_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_POWERS = (
    "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion",
    "sextillion", "septillion", "octillion", "nonillion", "decillion",
)  # fmt: skip


def _in_english(number: int) -> str:
    if number == 0:
        return _ENGLISH_BELOW_TWENTY[0]
    parts: list[str] = []
    for group, power in _groups(number):
        if parts and not power and group < _HUNDRED:
            parts.append("and")
        parts.append(f"{_english_group(group)} {_ENGLISH_POWERS[power]}".rstrip())
    return " ".join(parts)


def _english_group(group: int) -> str:
    """Return 1 to 999 in words, the British way: with `and` after the hundreds."""
    hundreds, rest = divmod(group, _HUNDRED)
    parts = [f"{_ENGLISH_BELOW_TWENTY[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, _TEN)
        joined = f"{_ENGLISH_TENS[tens]}-{_ENGLISH_BELOW_TWENTY[ones]}" if ones else _ENGLISH_TENS[tens]
        parts.append(_ENGLISH_BELOW_TWENTY[rest] if rest < _TWENTY else joined)
    return " and ".join(parts)


# --- Arabic ---
#
# The number is in the nominative throughout. What is counted follows the last two digits: plural after 3-10,
# singular accusative after 11-99, singular after whole hundreds; one and two are said by the noun alone, also
# behind a hundred or more (101 is "a hundred nouns and a noun"). Before a singular noun a dual loses its
# nun and an accusative its alif: that is the construct state.


@dataclass(frozen=True, slots=True)
class _ArabicNoun:
    """A masculine noun that can be counted: a power of a thousand, or a unit of money."""

    singular: str
    plural: str

    @property
    def dual(self) -> str:
        return f"{self.singular}ان"

    @property
    def dual_construct(self) -> str:
        return f"{self.singular}ا"

    @property
    def accusative(self) -> str:
        # Tanween, then the alif that carries it; written as escapes since one hides behind the other.
        return f"{self.singular}\u064b\u0627"


_ARABIC_BELOW_TWENTY = (
    "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
)  # fmt: skip
_ARABIC_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_ARABIC_HUNDREDS = (
    "", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة",
)  # fmt: skip
_ARABIC_TWO_HUNDRED_CONSTRUCT = "مئتا"
_ARABIC_POWERS = (
    _ArabicNoun("ألف", "آلاف"),
    _ArabicNoun("مليون", "ملايين"),
    *(
        _ArabicNoun(singular, f"{singular}ات")
        for singular in (
            "مليار", "تريليون", "كوادريليون", "كوينتيليون", "سكستيليون",
            "سبتيليون", "أوكتيليون", "نونيليون", "ديسيليون",
        )
    ),
)  # fmt: skip
_ARABIC_UNITS = {"IRR": _ArabicNoun("ريال", "ريالات"), "IRT": _ArabicNoun("تومان", "تومانات")}
_ARABIC_AND = " و"
_ARABIC_ONE, _ARABIC_TWO = 1, 2


def _in_arabic(number: int, *, construct: bool = False) -> str:
    """Return a number in words; with `construct` as it stands before a singular noun."""
    if number == 0:
        return _ARABIC_BELOW_TWENTY[0]
    groups = list(_groups(number))
    parts = []
    for group, power in groups:
        if power:
            last = (group, power) == groups[-1]
            parts.append(_counted_in_arabic(group, _ARABIC_POWERS[power - 1], construct=construct and last))
        else:
            parts.append(_arabic_group(group, construct=construct))
    return _ARABIC_AND.join(parts)


def _arabic_group(group: int, *, construct: bool) -> str:
    """Return 1 to 999 in words; the ones are said before the tens."""
    if construct and group == 2 * _HUNDRED:
        return _ARABIC_TWO_HUNDRED_CONSTRUCT
    hundreds, rest = divmod(group, _HUNDRED)
    parts = [_ARABIC_HUNDREDS[hundreds]]
    if rest < _TWENTY:
        parts.append(_ARABIC_BELOW_TWENTY[rest] if rest else "")
    else:
        tens, ones = divmod(rest, _TEN)
        parts += [_ARABIC_BELOW_TWENTY[ones] if ones else "", _ARABIC_TENS[tens]]
    return _ARABIC_AND.join(filter(None, parts))


def _counted_in_arabic(count: int, noun: _ArabicNoun, *, construct: bool = False) -> str:
    """Return `count` of a noun; with `construct` as it stands before another, singular noun."""
    rest = count % _HUNDRED
    if rest in {_ARABIC_ONE, _ARABIC_TWO}:
        dual = noun.dual_construct if construct else noun.dual
        alone = noun.singular if rest == _ARABIC_ONE else dual
        if count == rest:
            return alone
        return f"{_counted_in_arabic(count - rest, noun)}{_ARABIC_AND}{alone}"
    if rest == 0:
        return f"{_in_arabic(count, construct=True)} {noun.singular}"
    if rest <= _TEN:
        return f"{_in_arabic(count)} {noun.plural}"
    return f"{_in_arabic(count)} {noun.singular if construct else noun.accusative}"


def _counted_arabic_unit(number: int, unit: _ArabicNoun) -> str:
    """Return a sum of money; a single one is said with its number, lest the line look unfinished."""
    counted = _counted_in_arabic(number, unit)
    return f"{counted} {_ARABIC_BELOW_TWENTY[1]}" if number == 1 else counted


_NUMBER_WRITERS: dict[str, Callable[[int], str]] = {
    "fa": _in_persian,
    "ar": _in_arabic,
    "en": _in_english,
}

# By unit and language: the word for one, and for any other number.
_OTHER_UNITS = {
    ("IRR", "fa"): ("ریال", "ریال"),
    ("IRT", "fa"): ("تومان", "تومان"),
    ("IRR", "en"): ("rial", "rials"),
    ("IRT", "en"): ("toman", "tomans"),
}
