"""A made-up language that shows what was never translated and what is cut: long, bracketed, read right to left."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

OPENING, CLOSING = "⟦", "⟧"
# Languages differ in length by about this much; Persian and Arabic words are short, German ones are not.
_LONGER_BY = 0.35

_ACCENTED = str.maketrans(
    "aceghijklnorstuwyzdACEGHIJKLNORSTUWYZD",
    "áçéğĥíĵķĺñóŕşţúŵýžďÁÇÉĞĤÍĴĶĹÑÓŔŞŢÚŴÝŽĎ",
)
# What stands for a number or a name is filled in later, and stays as it is.
_KEPT = re.compile(r"(\{[^}]*\}|%n|%L?[0-9]|<[^>]*>)")


def pseudo(text: str) -> str:
    """Return `text` in the made-up language."""
    parts = _KEPT.split(text)
    changed = "".join(part if index % 2 else part.translate(_ACCENTED) for index, part in enumerate(parts))
    return f"{OPENING}{changed}{'·' * round(len(text) * _LONGER_BY)}{CLOSING}"


class PseudoTranslator(QTranslator):
    """Translates every text of the program."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002  # Qt's signature
        n: int = -1,  # noqa: ARG002  # Qt's signature
    ) -> str | None:
        """Return the text in the made-up language; Qt's own words, of its dialogs and menus, are left alone."""
        if context.startswith("Q") and context[1:2].isupper():
            # Not an empty text: that would be a translation.
            return None
        return pseudo(source)

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        """Say that there is something in it: Qt asks nothing of an empty one."""
        return False
