"""How hard a passphrase is to guess, said roughly: enough to tell a person that theirs is too easy."""

from __future__ import annotations

import math
import unicodedata
from enum import Enum
from itertools import pairwise
from typing import Final

# A guess costs whoever tries it some tenths of a second and 64 MiB. People choose worse than dice do, hence the margin.
_FAIR_BITS: Final = 50.0
_STRONG_BITS: Final = 75.0

# How many characters of a kind, by Unicode's category, there are to choose from on a keyboard.
_POOLS: Final = {"Nd": 10, "Ll": 26, "Lu": 26, "Lo": 32}
_OTHER_POOL: Final = 32


class Strength(Enum):
    """How hard a passphrase is to guess."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength_of(passphrase: str) -> Strength:
    """Return how hard a passphrase in any script is to guess.

    It counts characters and their kinds, and leaves out those that follow from the one before: "aaaa", "1234",
    "4321". It knows no list of words: a common saying counts for more than it is worth.
    """
    bits = _unforeseen(passphrase) * math.log2(_pool(passphrase)) if passphrase else 0.0
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def _pool(passphrase: str) -> int:
    kinds = {unicodedata.category(character) for character in passphrase}
    others = _OTHER_POOL if kinds - _POOLS.keys() else 0
    return others + sum(_POOLS[kind] for kind in kinds & _POOLS.keys())


def _unforeseen(passphrase: str) -> int:
    """Return how many characters do not follow from those before them."""
    steps = [ord(after) - ord(before) for before, after in pairwise(passphrase)]
    count = 1
    for place, step in enumerate(steps):
        goes_on = place > 0 and step == steps[place - 1] and abs(step) <= 1
        if step and not goes_on:
            count += 1
    # "abcabcabc" is one word said three times.
    for length in range(1, len(passphrase) // 2 + 1):
        if passphrase == (passphrase[:length] * len(passphrase))[: len(passphrase)]:
            return min(count, length)
    return count
