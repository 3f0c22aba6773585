"""Chooses a time zone: the usual ones first, all others found by typing a part of their name."""

from __future__ import annotations

import asyncio
from typing import Final
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import ComboBox, LineEdit

# Where the program's languages are spoken.
COMMON_ZONES: Final = (
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Damascus",
    "Asia/Baghdad",
    "Asia/Beirut",
    "Asia/Amman",
    "Asia/Riyadh",
    "Asia/Kuwait",
    "Asia/Qatar",
    "Asia/Dubai",
    "Asia/Muscat",
    "Africa/Cairo",
    "Europe/Istanbul",
    "UTC",
)


class TimeZoneBox(ComboBox):
    """Holds the name of a zone of the zone database ("Asia/Tehran"), or whatever was typed instead.

    Signals:
        zone_entered: when what was typed is done with: Enter was pressed, or the field left.
    """

    zone_entered = Signal()

    def __init__(self, tasks: TaskOwner, parent: QWidget | None = None) -> None:
        """Offer the usual zones at once, and all of them when they were read from the disk."""
        super().__init__(parent)
        edit = LineEdit(ltr=True)
        edit.editingFinished.connect(self.zone_entered)
        self.setLineEdit(edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        # Else it would ask for the room of the longest name there is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len("America/Argentina"))
        self.addItems(list(COMMON_ZONES))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        reading = tasks.start(self._offer_all())
        # A form may be closed before the disk has answered.
        self.destroyed.connect(lambda _: reading.cancel())

    def zone(self) -> str:
        """Return what stands in the field, which need not be a zone."""
        return self.currentText().strip()

    def is_zone(self) -> bool:
        """Say whether it is one of the zones that are offered."""
        return (
            self.findText(self.zone(), Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive) >= 0
        )

    def set_zone(self, name: str) -> None:
        """Show the zone `name`."""
        if self.findText(name) < 0:
            self.addItem(name)
        self.setCurrentText(name)

    def set_error(self, error: bool) -> None:  # noqa: FBT001  # a setter
        """Draw the border in the danger colour, or no longer."""
        if bool(self.property("invalid")) != error:
            self.setProperty("invalid", error)
            self.style().unpolish(self)
            self.style().polish(self)

    async def _offer_all(self) -> None:
        names = await asyncio.to_thread(available_timezones)
        offered = {self.itemText(index) for index in range(self.count())}
        shown = self.currentText()
        # Names without a region are old aliases, which nobody looks for.
        self.addItems(sorted(name for name in names - offered if "/" in name and not name.startswith("Etc/")))
        self.setCurrentText(shown)
