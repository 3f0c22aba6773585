"""Text from people and providers, made harmless for its neighbours."""

import unicodedata

# Marks, embeddings, overrides and isolates: they reorder text around them and are invisible.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_NON_JOINER = "\u200c"
# Controls and format characters.
_INVISIBLE = frozenset({"Cc", "Cf"})

_WITHOUT_BIDI = dict.fromkeys(map(ord, BIDI_CONTROLS))

# The control characters, and those that end a line or paragraph: all of the categories Cc, Zl and Zp.
_TO_SPACES = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")


def without_bidi_controls(text: str) -> str:
    """Return `text` without the invisible characters that change the order of what is around them."""
    return text.translate(_WITHOUT_BIDI)


def without_invisible(text: str) -> str:
    """Return `text` as a person would type it: nothing in it that cannot be seen.

    The zero-width non-joiner stays: Persian is misspelt without it.
    """
    if text.isprintable():
        return text
    return "".join(
        character
        for character in text
        if character == _NON_JOINER or unicodedata.category(character) not in _INVISIBLE
    )


def one_line(text: str) -> str:
    """Return `text` as one harmless line: no bidi or other control characters, spaces folded.

    The zero-width non-joiner stays: Persian is misspelt without it.
    """
    if text.isprintable():
        # Of all that is taken out below, nothing is printable: most texts are only folded.
        return " ".join(text.split())
    return " ".join(without_bidi_controls(text).translate(_TO_SPACES).split())
