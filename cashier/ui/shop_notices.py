"""What the banner over all pages says by itself: of the lines, the clock and the backups, the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject

from cashier.services.till import Till
from cashier.ui.backup_words import BackupWords
from cashier.ui.line_words import LineWords
from cashier.ui.widgets import StateKind


class NoticeAction(Enum):
    """What a banner offers to do."""

    NOTHING = "nothing"
    SETTINGS = "settings"
    BACKUPS = "backups"  # in the settings
    REPAIR = "repair"  # put the last good backup in the place of the damaged file


class ShopNotice(NamedTuple):
    """A banner: what is wrong, and what can be done about it at once."""

    kind: StateKind
    text: str
    action: NoticeAction = NoticeAction.NOTHING


class ShopNotices(QObject):
    """Chooses what most needs telling.

    Args:
        till: what is known of.
        lines: says it of the lines and the clock.
        parent: as Qt's.
    """

    def __init__(self, till: Till, lines: LineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._lines = lines
        self._backups = BackupWords(self)

    def most_urgent(self, labels: Mapping[str, str]) -> ShopNotice | None:
        """Return what most needs telling in the language of the moment; None if all is well.

        Args:
            labels: what the shop calls its accounts, by their ids.
        """
        state = self._till.backups.state
        if state.is_file_damaged:
            return ShopNotice(StateKind.DANGER, self._backups.damaged(), NoticeAction.REPAIR)
        found = []
        if (line := self._lines.notice(labels)) is not None:
            action = NoticeAction.SETTINGS if line.in_settings else NoticeAction.NOTHING
            found.append(ShopNotice(line.kind, line.text, action))
        if (backup := self._backups.notice(state)) is not None:
            found.append(ShopNotice(*backup, NoticeAction.BACKUPS))
        # Of two that are as urgent, the one that keeps payments from going through.
        return min(found, key=lambda notice: notice.kind is not StateKind.DANGER, default=None)
