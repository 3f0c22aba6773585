"""The backups there are, the newest first, each to be looked at."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.backup import Backup, BackupPlace
from cashier.ui.backup_words import BackupWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Divider, QuietButton, TextLabel
from cashier.ui.widgets.tab_order import put_in_tab_order

_AT_FIRST: Final = 4


class BackupRow(QWidget):
    """One backup: when it was made, why, how large it is, and a way to look into it."""

    def __init__(self, backup: Backup, place: int, words: BackupWords, *, is_in_both: bool) -> None:
        """Show `backup`, which is in the second folder too or not; `place` ends its controls' object names."""
        super().__init__()
        self.setObjectName(f"settings.backup.row.{place}")
        self.backup = backup
        self._words = words
        self._is_in_both = is_in_both
        self._when = TextLabel(role="medium")
        self._what = TextLabel(role="small", tone="muted")
        self.look = QuietButton(icon_name="search")
        self.look.setObjectName(f"settings.backup.look.{place}")
        texts = QVBoxLayout()
        texts.setSpacing(Spacing.XS)
        texts.addWidget(self._when)
        texts.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Spacing.S, 0, Spacing.S)
        row.setSpacing(Spacing.S)
        row.addLayout(texts, 1)
        row.addWidget(self.look)

    def write(self, now: datetime) -> None:
        """Write everything in the language of the moment."""
        when = self._words.moment(self.backup.made_at, now)
        self._when.setText(when)
        self._what.setText(self._words.of_backup(self.backup, is_in_both=self._is_in_both))
        self.look.setText(self.tr("Look"))
        self.look.setAccessibleName(self.tr("Look at the backup of {time}").format(time=when))


class BackupList(QWidget):
    """Shows the newest few, and all of them on request.

    Signals:
        look_wanted: with the backup that somebody wants to look into.
    """

    look_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setObjectName("settings.backup.list")
        self._words = BackupWords(self)
        self._backups: list[Backup] = []
        self._in_both: frozenset[str] = frozenset()
        self._rows: list[BackupRow] = []
        self._now: datetime | None = None
        self._shows_all = False
        self._heading = TextLabel(role="small", tone="muted")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._all = QuietButton(icon_name="chevron-down")
        self._all.setObjectName("settings.backup.all")
        self._all.clicked.connect(self._show_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Spacing.XS)
        whole.addWidget(self._heading)
        whole.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addStretch(1)
        whole.addLayout(foot)

    def show_backups(self, backups: list[Backup], now: datetime) -> None:
        """Show these and no others, one that is in both places once; `now` is what "5 min ago" is counted from."""
        self._now = now
        names = {
            place: {backup.path.name for backup in backups if backup.place is place} for place in BackupPlace
        }
        in_both = frozenset(names[BackupPlace.PROFILE] & names[BackupPlace.SECOND])
        shown = [
            backup
            for backup in backups
            if backup.place is BackupPlace.PROFILE or backup.path.name not in in_both
        ]
        if (shown, in_both) != (self._backups, self._in_both):
            self._backups, self._in_both = shown, in_both
            self._fill()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()
        self._write()
        if len(self._rows) > _AT_FIRST:
            self._rows[_AT_FIRST].look.setFocus()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._backups if self._shows_all else self._backups[:_AT_FIRST]
        self._rows = []
        for place, backup in enumerate(shown):
            if place:
                self._column.addWidget(Divider())
            row = BackupRow(backup, place, self._words, is_in_both=backup.path.name in self._in_both)
            row.look.clicked.connect(partial(self._on_look, backup))
            self._column.addWidget(row)
            self._rows.append(row)
        put_in_tab_order(self, [row.look for row in self._rows])

    def _on_look(self, backup: Backup, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # a slot
        self.look_wanted.emit(backup)

    def _write(self) -> None:
        self.setVisible(bool(self._backups))
        self._heading.setText(self.tr("Backups"))
        self.setAccessibleName(self._heading.text())
        hidden = len(self._backups) - len(self._rows)
        self._all.setVisible(hidden > 0)
        self._all.setText(
            current_locale_format().with_number(self.tr("Show %n more", "backups", hidden), hidden)
        )
        if self._now is not None:
            for row in self._rows:
                row.write(self._now)
