"""How much room a page leaves around itself: little in a small window, and all that it has no use for in a large one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from cashier.ui.style.tokens import Spacing

_NARROW: Final = 900
_LOW: Final = 600
# Wider or higher, what belongs together would lie too far apart for one look.
_WIDEST: Final = 1600
_HIGHEST: Final = 1000


@dataclass(frozen=True, slots=True)
class PageRoom:
    """What a page leaves free.

    Attributes:
        margins: around everything.
        between: the columns.
        below_head: between the title and what is below it.
        within: the cards, at each side.
    """

    margins: QMargins
    between: int
    below_head: int
    within: int


def room_of(page: QWidget, *, ends: bool) -> PageRoom:
    """Return how much room to leave in a page as large as `page` is now.

    Args:
        page: it.
        ends: whether it is as high as the window, and not as what is on it.
    """
    is_narrow, is_low = page.width() < _NARROW, page.height() < _LOW
    around = Spacing.M if is_narrow else max(Spacing.XXL, (page.width() - _WIDEST) // 2)
    above, below = (Spacing.M, Spacing.M) if is_low else (Spacing.XL, Spacing.XL + Spacing.XS)
    if ends:
        below = max(below, page.height() - _HIGHEST)
    return PageRoom(
        margins=QMargins(around, above, around, below),
        between=Spacing.S if is_narrow else Spacing.L + Spacing.XS,
        below_head=Spacing.M if is_low else Spacing.L + Spacing.XS,
        within=Spacing.M if is_narrow else Spacing.L if is_low else Spacing.XL,
    )
