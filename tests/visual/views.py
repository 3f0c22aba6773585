"""The screens that the till is looked at on: how many dots they have, and how large things are drawn on them."""

from __future__ import annotations

import os
from dataclasses import dataclass

# More of them than those that every run looks at, as "1024x680@1 3840x2160@2"; set by the command.
VIEWS_VARIABLE = "CASHIER_VISUAL_VIEWS"


@dataclass(frozen=True, slots=True)
class View:
    """A screen that is wholly filled by the window.

    Attributes:
        width: in dots.
        height: in dots.
        scale: how many dots of a side one pixel of the program takes.
    """

    width: int
    height: int
    scale: float

    @classmethod
    def read(cls, text: str) -> View:
        """Return the one that is written as "1366x768@1.5".

        Raises:
            ValueError: if nothing of the kind is written there.
        """
        size, _, scale = text.partition("@")
        width, _, height = size.partition("x")
        return cls(int(width), int(height), float(scale))

    @property
    def window(self) -> tuple[int, int]:
        """Width and height of the window, in pixels of the program: the larger things are, the fewer fit in."""
        return int(self.width / self.scale), int(self.height / self.scale)

    def __str__(self) -> str:
        """Write it as it is read."""
        return f"{self.width}x{self.height}@{self.scale:g}"


# At half as large again a screen of 1366x768 is one of 911x512: things have to lie otherwise, not only to be drawn so.
_ALWAYS = "1366x768@1 1366x768@1.5"
VIEWS = tuple(View.read(text) for text in os.environ.get(VIEWS_VARIABLE, _ALWAYS).split())
# Of others only where things lie matters, which is the same in both themes.
HAS_BOTH_THEMES = VIEWS_VARIABLE not in os.environ
