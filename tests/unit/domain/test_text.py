"""Text from outside, made harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.text import BIDI_CONTROLS, one_line, without_bidi_controls, without_invisible


def test_bidi_controls_go():
    """Every invisible character that reorders its neighbours is taken out, all else stays."""
    assert without_bidi_controls(f"a{BIDI_CONTROLS}b") == "ab"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\r\nlines\there ", "two lines here"),
        ("nul\x00and\x1b[31mescape", "nul and [31mescape"),
        ("line\u2028and\u2029paragraph", "line and paragraph"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u202egnp.exe", "gnp.exe"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("", ""),
    ],
)
def test_one_line(text, line):
    """Controls become spaces, spaces are folded, and Persian's non-joiner stays."""
    assert one_line(text) == line


@given(st.text())
def test_one_line_is_one_harmless_line(text):
    """Whatever comes, no control, line end or bidi control is left, and doing it twice changes nothing."""
    line = one_line(text)
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in line)
    assert not set(line) & set(BIDI_CONTROLS)
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("tr-20418", "tr-20418"),
        ("\u2066tr-20418\u2069", "tr-20418"),
        ("IR82\u200b0540\ufeff\u00ad1026", "IR8205401026"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two words", "two words"),
    ],
)
def test_what_cannot_be_seen_goes(text, typed):
    """Marks of direction, zero-width and soft characters; spaces and Persian's non-joiner can be typed."""
    assert without_invisible(text) == typed
