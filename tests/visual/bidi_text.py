"""What is wrong with the direction of texts: marks of somebody else's, and codes that their neighbours would turn."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import QLineEdit, QWidget

from cashier.domain.text import BIDI_CONTROLS
from cashier.ui.widgets import CopyLabel
from tests.visual.seen_text import raw_texts

_OPENING = "\u2066\u2067\u2068"
_CLOSING = "\u2069"
# A number with something Latin or another number beside it: in a line from the right its parts change places.
_CODE = re.compile(r"[A-Za-z0-9*]+(?:[ \u00a0./:+-]+[A-Za-z0-9*]+)+")


def unruly_texts(window: QWidget) -> list[str]:
    """Return what may disturb its neighbours, or be disturbed by them, on a screen that is read from the right."""
    found = []
    for seen in raw_texts(window):
        # A copy label sets itself apart as it paints, and a placeholder is alone in its field.
        is_apart = isinstance(seen.widget, CopyLabel | QLineEdit) or seen.is_spoken
        trouble = _trouble(seen.text) or ("" if is_apart else _turned(seen.text))
        if trouble:
            found.append(f"{seen.name}: {trouble} in {seen.text!a}")
    return found


def _trouble(text: str) -> str:
    depth = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character == _CLOSING:
            depth -= 1
        elif character in BIDI_CONTROLS:
            return f"{unicodedata.name(character).lower()} stands"
        if depth < 0:
            return "an isolate is closed that was never opened"
    return "an isolate stays open" if depth else ""


def _turned(text: str) -> str:
    """Return the code that stands in a text without being set apart; empty if there is none."""
    outside, depth = [], 0
    for character in text:
        depth += (character in _OPENING) - (character == _CLOSING)
        outside.append("\ufffc" if depth or character == _CLOSING else character)
    for code in _CODE.findall("".join(outside)):
        if any(character.isdigit() for character in code):
            return f"{code!r} is not set apart"
    return ""
