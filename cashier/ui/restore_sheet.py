"""Looks into a backup: what it holds, what would happen if it took the place of the till's data, and a manager's PIN."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.backup import BackupContents
from cashier.domain.history import HistoryQuery
from cashier.services.till import Till
from cashier.storage.errors import BackupFileError, StorageUnavailableError
from cashier.ui.approval_card import APPROVAL_TROUBLES, ApprovalCard
from cashier.ui.backup_facts import BackupFacts
from cashier.ui.backup_words import BackupWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import storage_message
from cashier.ui.point_rows import Point, PointRows
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, CopyLabel, SecondaryButton, Sheet, Spinner, StateKind, TextLabel
from cashier.ui.widgets.words import Words

_CARD_WIDTH: Final = 1080
_ROOM_FOR_TWO: Final = 900


class RestoreSheet(Sheet):
    """Shows one backup, and asks a manager to agree to it. It deletes itself when it closes.

    Signals:
        agreed: a manager has agreed; with the service's order. The sheet is closed by then.
    """

    agreed = Signal(object)

    def __init__(self, window: QWidget, till: Till, path: Path, tasks: TaskOwner) -> None:
        """Prepare it over `window` for the file at `path`."""
        super().__init__(window)
        self.setObjectName("restore")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._path = path
        self._tasks = tasks
        self._words = BackupWords(self)
        self._contents: BackupContents | None = None
        self._newer: int | None = None
        self._heading = TextLabel(role="heading")
        self._file = CopyLabel(str(path), tone="muted")
        self._file.setObjectName("restore.file")
        self._looking = QWidget()
        self._looking_text = TextLabel(tone="muted")
        self._trouble = Banner(radius=RADIUS)
        self._trouble.setObjectName("restore.fileTrouble")
        self._facts = BackupFacts("restore")
        self._happens = TextLabel(role="strong")
        self._points = PointRows()
        self._approval = ApprovalCard(till, tasks.on_unexpected, name="restore")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("restore.close")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._approval.approve_wanted.connect(self._on_approve)
        self._approval.back_wanted.connect(self.reject)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and look into the file."""
        super().open()
        self._close.setFocus()
        self._tasks.start(self._look())

    def _lay_out(self) -> None:
        looking = QHBoxLayout(self._looking)
        looking.setContentsMargins(0, 0, 0, 0)
        looking.setSpacing(Spacing.M)
        looking.addWidget(Spinner(size=20))
        looking.addWidget(self._looking_text, 1)
        told = QVBoxLayout()
        told.setSpacing(Spacing.M)
        told.addWidget(self._facts)
        told.addSpacing(Spacing.XS)
        told.addWidget(self._happens)
        told.addWidget(self._points)
        told.addStretch(1)
        self._columns.setSpacing(Spacing.XL)
        self._columns.addLayout(told, 2)
        self._columns.addWidget(self._approval, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addStretch(1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._file)
        self.body.addWidget(self._looking)
        self.body.addWidget(self._trouble)
        self.body.addLayout(self._columns)
        self.body.addLayout(foot)
        self._happens.hide()
        self._approval.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put who agrees below where there is no room beside."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if self.width() >= _ROOM_FOR_TWO else below)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Look at a backup"))
        self._looking_text.setText(self.tr("The backup is being read and checked."))
        self._happens.setText(self.tr("What happens when it is restored"))
        self._close.setText(self.tr("Close"))
        self._approval.set_head(
            self.tr("Restore this backup"),
            self.tr("The till's data of today makes room for the backup. A manager agrees with their PIN."),
        )
        self._approval.set_submit_text(self.tr("Restore"))
        self._approval.set_back_text(self._close.text())
        self._write()

    def _write(self) -> None:
        contents = self._contents
        self._heading.setText(
            self.tr("Look at a backup") if contents is None else self.tr("What this backup holds")
        )
        if contents is None:
            return
        self._facts.show_contents(contents, self._till.session.clock.now())
        self._points.show_points(self._what_happens(contents))

    def _what_happens(self, contents: BackupContents) -> list[Point]:
        points = [Point("restore.newer", "eye-off", self._what_goes(), StateKind.WARNING)]
        points.append(
            Point(
                "restore.setAside",
                "check",
                self.tr(
                    "Nothing is deleted: today's data is set aside whole, stands in the list of backups, and can be"
                    " brought back in the same way."
                ),
                StateKind.SUCCESS,
            )
        )
        points += self._words.fetched_again(contents.accounts, "restore.fetched")
        points.append(
            Point(
                "restore.nothingSent",
                "lock",
                self.tr(
                    "Nothing is sent by itself afterwards. Whatever was open in the backup may have been sent since:"
                    " the providers are asked about it, and it stands under Needs attention."
                ),
            )
        )
        return points

    def _what_goes(self) -> str:
        if self._newer is None:
            return ""
        if not self._newer:
            return self.tr("Nothing here is newer than the backup.")
        text = self.tr(
            "%n line(s) of history are newer than the backup and go out of sight. Those that the providers list come"
            " back when the lists are fetched.",
            "",
            self._newer,
        )
        return current_locale_format().with_number(text, self._newer)

    # Looking

    async def _look(self) -> None:
        try:
            contents = await self._till.backups.look(self._path)
            newer = await self._till.history.totals(HistoryQuery(since=contents.made_at))
        except BackupFileError as error:
            self._show_trouble(partial(self._words.file_problem, error))
            return
        except StorageUnavailableError as error:
            self._show_trouble(partial(storage_message, error.trouble))
            return
        if not isValid(self) or not self.is_open():
            return
        if contents.till_id != self._till.session.till_id:
            self._approval.set_hindrance(self._words.of_other_till)
        self._contents, self._newer = contents, newer.count
        self._looking.hide()
        self._close.hide()
        self._happens.show()
        self._approval.show()
        self._write()
        self._approval.load()

    def _show_trouble(self, words: Words) -> None:
        if isValid(self):
            self._looking.hide()
            self._trouble.show_message(StateKind.DANGER, words)

    # Agreeing

    def _on_approve(self, manager_id: str, pin: str) -> None:
        self._tasks.start(self._approve(manager_id, pin))

    async def _approve(self, manager_id: str, pin: str) -> None:
        try:
            order = await self._till.backups.approve_restore(self._path, manager_id=manager_id, pin=pin)
        except BackupFileError as error:
            if isValid(self):
                self._approval.show_trouble(partial(self._words.file_problem, error))
        except APPROVAL_TROUBLES as error:
            if isValid(self):
                self._approval.show_error(error)
        else:
            if isValid(self) and self.is_open():
                self.accept()
                self.agreed.emit(order)

    def _on_finished(self) -> None:
        self._approval.close_card()
        self.deleteLater()
