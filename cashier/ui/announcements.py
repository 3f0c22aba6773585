"""What a screen reader says by itself, because it happened: an outcome, a wrong code, a message over the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from cashier.services.feed import Feed
from cashier.ui.locale_format import plain

_FIGURES: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing said.

    Attributes:
        text: without invisible characters.
        is_urgent: whether it breaks off what is being said.
    """

    text: str
    is_urgent: bool


announced: Final[Feed[Announcement]] = Feed()
"""Everything that is said, whether a screen reader listens or not."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `text`, if `widget`, which says so on the screen, can be seen."""
    text = plain(text).strip()
    if not text or not widget.isVisible():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
    announced.publish(Announcement(text, urgent))


class Announcer:
    """Says what a widget shows when it changes: what is shown again, or counts on, is not said again."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._said = ""

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Say `text`, unless it is what was said last or differs in its figures only, as a countdown does."""
        known, self._said = self._said, _FIGURES.sub("", text) if self._widget.isVisible() else ""
        if self._said and self._said != known:
            announce(self._widget, text, urgent=urgent)

    def forget(self) -> None:
        """Say the same anew when it comes again."""
        self._said = ""
