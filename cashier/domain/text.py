"""Text from people and providers, made harmless for its neighbours."""

import unicodedata

# Marks, embeddings, overrides and isolates: they reorder text around them and are invisible.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_WITHOUT_BIDI = dict.fromkeys(map(ord, BIDI_CONTROLS))


def without_bidi_controls(text: str) -> str:
    """Return `text` without the invisible characters that change the order of what is around them."""
    return text.translate(_WITHOUT_BIDI)


def one_line(text: str) -> str:
    """Return `text` as one harmless line: no bidi or other control characters, spaces folded.

    The zero-width non-joiner stays: Persian is misspelt without it.
    """
    if text.isprintable():
        # Of all that is taken out below, nothing is printable: most texts are only folded.
        return " ".join(text.split())
    visible = (
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in without_bidi_controls(text)
    )
    return " ".join("".join(visible).split())
