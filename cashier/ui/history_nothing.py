"""What stands in place of history's rows: nothing yet, nothing that fits, still reading, or trouble."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal

from cashier.ui.widgets import Card, EmptyState, SecondaryButton
from cashier.ui.widgets.words import Words, said


class _Case(Enum):
    UNKNOWN = "unknown"
    READING = "reading"
    NOTHING_YET = "nothing_yet"
    NOTHING_FITS = "nothing_fits"
    TROUBLE = "trouble"


_ICONS: Final = {
    _Case.READING: "clock",
    _Case.NOTHING_YET: "list",
    _Case.NOTHING_FITS: "search",
    _Case.TROUBLE: "warning",
}


class HistoryNothing(Card):
    """Says which of them it is and what to do; empty until one is said.

    Signals:
        refresh_wanted: the providers' lists are to be read now.
        clear_wanted: all filters are to be taken away.
        again_wanted: what could not be read is to be tried again.
    """

    refresh_wanted = Signal()
    clear_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._case = _Case.UNKNOWN
        self._trouble: Words = ""
        self._state = EmptyState("list", "", "")
        self._action = SecondaryButton()
        self._action.setObjectName("history.nothing.action")
        self._action.clicked.connect(self._on_action)
        self._state.body.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._state)
        self._say(_Case.UNKNOWN)

    def say_reading(self) -> None:
        """Say that the rows are being read, if nothing else was said."""
        if self._case is _Case.UNKNOWN:
            self._say(_Case.READING)

    def say_nothing(self, *, is_filtered: bool) -> None:
        """Say that there is nothing, or nothing that fits the filters."""
        self._say(_Case.NOTHING_FITS if is_filtered else _Case.NOTHING_YET)

    def say_trouble(self, words: Words) -> None:
        """Say why nothing can be shown."""
        self._trouble = words
        self._say(_Case.TROUBLE)

    def height_at(self, width: int) -> int:
        """Return how high it has to be, `width` wide, to be seen whole."""
        return max(self.heightForWidth(width), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say(self._case)

    def _say(self, case: _Case) -> None:
        self._case = case
        self._state.setVisible(case is not _Case.UNKNOWN)
        if case is _Case.UNKNOWN:
            return
        title, text, action = {
            _Case.READING: (self.tr("One moment\u2026"), self.tr("History is being opened."), ""),
            _Case.NOTHING_YET: (
                self.tr("Nothing here yet"),
                self.tr(
                    "What is paid in or out here appears at once, and what the providers list as soon as it is fetched."
                ),
                self.tr("Fetch now"),
            ),
            _Case.NOTHING_FITS: (
                self.tr("Nothing fits"),
                self.tr(
                    "No item has everything that was chosen and typed. Take a filter away, or look for less."
                ),
                self.tr("Clear filters"),
            ),
            _Case.TROUBLE: (self.tr("History cannot be read"), said(self._trouble), self.tr("Try again")),
        }[case]
        self._state.set_icon_name(_ICONS[case])
        self._state.set_texts(title, text)
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def _on_action(self) -> None:
        {
            _Case.NOTHING_YET: self.refresh_wanted,
            _Case.NOTHING_FITS: self.clear_wanted,
            _Case.TROUBLE: self.again_wanted,
        }[self._case].emit()
