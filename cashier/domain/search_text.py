"""Text as a search sees it: what people type in different ways becomes the same."""

from __future__ import annotations

import unicodedata

from cashier.domain.digits import to_latin_digits
from cashier.domain.keyboard_layouts import codes_meant
from cashier.domain.text import one_line

# Letters that keyboards of the two languages, or haste, take for each other.
_SAME_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ۀ": "ه",
        "ؤ": "و",
        "ـ": "",
        "\u200c": "",
        "\u200d": "",
    }
)


def searchable(text: str) -> str:
    """Return `text` folded: small letters, Latin digits, one form of each Arabic letter, no vowel marks.

    The half-space and the tatweel vanish: what is written with them is found without, and the reverse.
    """
    if text.isascii():
        return one_line(text).casefold()
    folded = to_latin_digits(one_line(text)).translate(_SAME_LETTERS).casefold()
    # Decomposed after the letters are folded: a hamza that is a mark of its own goes with the vowels.
    decomposed = unicodedata.normalize("NFKD", folded)
    letters = decomposed
    if any(map(unicodedata.combining, decomposed)):
        letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    # Again, for the letters that were written in one of their shapes, as old programs do.
    return letters.translate(_SAME_LETTERS)


def words_sought(text: str) -> list[tuple[str, ...]]:
    """Return the words of what was typed to search for; of each, all that it may have been meant as, folded.

    That is itself, and the codes that a scanner would have typed with the same keys on a Latin keyboard.
    """
    words = [word for typed in one_line(text).split() for word in _readings(typed)]
    return list(dict.fromkeys(words))


def _readings(typed: str) -> list[tuple[str, ...]]:
    codes = [searchable(code) for code in codes_meant(typed)]
    folded = searchable(typed).split()
    if len(folded) == 1:
        return [tuple(dict.fromkeys([*folded, *codes]))]
    return [(word,) for word in folded]
