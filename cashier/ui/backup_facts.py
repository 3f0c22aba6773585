"""What a backup holds, in two columns: what it is known by, and how much is in it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cashier.domain.backup import BackupContents
from cashier.ui.backup_words import BackupWords
from cashier.ui.fact_rows import FactRows
from cashier.ui.style.tokens import Spacing

_ROOM_FOR_TWO = 520


class BackupFacts(QWidget):
    """Shows the facts of one backup; empty until it is known."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it empty; `name` begins the object names of its values."""
        super().__init__(parent)
        self._name = name
        self._words = BackupWords(self)
        self._known_by = FactRows()
        self._holds = FactRows()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(Spacing.M)
        self._columns.addWidget(self._known_by, 3)
        self._columns.addWidget(self._holds, 2)

    def show_contents(self, contents: BackupContents, now: datetime) -> None:
        """Show what a backup holds, in the language of the moment; `now` is what "5 min ago" is counted from."""
        self._known_by.show_facts(self._words.known_by(contents, now, self._name))
        self._holds.show_facts(self._words.holds(contents, self._name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second column below where there is no room beside."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if self.width() >= _ROOM_FOR_TWO else below)
