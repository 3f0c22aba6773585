"""The section of the settings on backups: how it stands with them, the second folder, what there is to go back to."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.backup import Backup, BackupPlace, BackupState
from cashier.services.till import Till
from cashier.storage.errors import BackupFailedError
from cashier.storage.file_steps import StepStoppedError
from cashier.storage.profile_files import backups_folder
from cashier.ui.backup_list import BackupList
from cashier.ui.backup_words import BackupWords
from cashier.ui.export_everything_sheet import ExportEverythingSheet
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.pages.settings_data import size_text
from cashier.ui.restore_sheet import RestoreSheet
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Card,
    CopyLabel,
    QuietButton,
    SecondaryButton,
    Sheet,
    Spinner,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words

# What is over sooner shows no progress.
_UNSHOWN_MS: Final = 300


class BackupSection(Card):
    """Shows when the last good backup was made and what there is, and makes one on request.

    Signals:
        restore_agreed: a manager has agreed that a backup takes the place of the till's data; with the order.
    """

    restore_agreed = Signal(object)

    def __init__(self, till: Till, tasks: TaskOwner, parent: QWidget | None = None) -> None:
        """Show what is known now; the list, as soon as it was read."""
        super().__init__(parent)
        self._till = till
        self._tasks = tasks
        self._words = BackupWords(self)
        self._backups: list[Backup] = []
        self._making: asyncio.Task[None] | None = None
        self._is_listing = False
        self._heading = TextLabel(role="heading")
        self._trouble = Banner(radius=RADIUS)
        self._trouble.setObjectName("settings.backup.trouble")
        self._facts = FactRows()
        self._where_label = TextLabel(role="small", tone="muted")
        self._where = CopyLabel()
        self._where.setObjectName("settings.backup.folder")
        self._make = SecondaryButton(icon_name="download")
        self._make.setObjectName("settings.backup.make")
        self.setFocusProxy(self._make)
        self._export = SecondaryButton()
        self._export.setObjectName("settings.backup.export")
        self._progress = QWidget()
        self._progress_text = TextLabel(role="small", tone="muted")
        self._progress_text.setObjectName("settings.backup.progress")
        self._told = Banner(radius=RADIUS)
        self._told.setObjectName("settings.backup.told")
        self._second_label = TextLabel(role="small", tone="muted")
        self._second = CopyLabel()
        self._second.setObjectName("settings.backup.second")
        self._second_text = TextLabel(role="small", tone="muted")
        self._second_choose = SecondaryButton()
        self._second_choose.setObjectName("settings.backup.chooseSecond")
        self._second_remove = QuietButton()
        self._second_remove.setObjectName("settings.backup.removeSecond")
        self._list = BackupList()
        self._open_file = QuietButton(icon_name="search")
        self._open_file.setObjectName("settings.backup.openFile")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_UNSHOWN_MS)
        self._lay_out()
        self._connect()
        self.destroyed.connect(till.backups.changes.subscribe(self._on_state))
        self.retranslate()

    def _lay_out(self) -> None:
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(Spacing.S)
        progress.addWidget(Spinner(size=18))
        progress.addWidget(self._progress_text, 1)
        self._progress.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=Spacing.M)
        flow.addWidget(self._make)
        flow.addWidget(self._export)
        where = QVBoxLayout()
        where.setSpacing(Spacing.XS)
        where.addWidget(self._where_label)
        where.addWidget(self._where)
        second = QVBoxLayout()
        second.setSpacing(Spacing.XS)
        for widget in (self._second_label, self._second, self._second_text):
            second.addWidget(widget)
        choice = QHBoxLayout()
        choice.setSpacing(Spacing.M)
        choice.addWidget(self._second_choose)
        choice.addWidget(self._second_remove)
        choice.addStretch(1)
        other = QHBoxLayout()
        other.addWidget(self._open_file)
        other.addStretch(1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._facts)
        self.body.addLayout(where)
        self.body.addWidget(buttons)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._told)
        self.body.addSpacing(Spacing.S)
        self.body.addLayout(second)
        self.body.addLayout(choice)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._list)
        self.body.addLayout(other)

    def _connect(self) -> None:
        self._make.clicked.connect(self._on_make)
        self._export.clicked.connect(self._on_export)
        self._second_choose.clicked.connect(self._on_choose_second)
        self._second_remove.clicked.connect(lambda: self._tasks.start(self._use_second(None)))
        self._list.look_wanted.connect(lambda backup: self.look_at(backup.path))
        self._open_file.clicked.connect(self._on_open_file)
        self._patience.timeout.connect(self._write_progress)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what is there whenever somebody looks."""
        super().showEvent(event)
        self._read_list()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._heading.setText(self.tr("Backup"))
        self._where_label.setText(self.tr("Where the backups are"))
        self._where.set_text(str(backups_folder(self._till.database.path)))
        self._where.setAccessibleDescription(self._where_label.text())
        self._make.setText(self.tr("Back up now"))
        self._export.setText(self.tr("Export everything…"))
        self._second_label.setText(self.tr("A second folder, such as on a stick or another disk"))
        self._second.setAccessibleDescription(self._second_label.text())
        self._second_remove.setText(self.tr("Remove"))
        self._open_file.setText(self.tr("Look at a backup elsewhere…"))
        self._write()

    def _write(self) -> None:
        state, now = self._till.backups.state, self._till.session.clock.now()
        self._write_trouble(state)
        last = state.last_good_at
        size = next((one.size_bytes for one in self._backups if one.made_at == last), None)
        when = self._words.moment(last, now) if last else self.tr("None yet")
        self._facts.show_facts(
            [
                Fact("settings.backup.last", self.tr("Last good backup"), when, is_strong=True),
                Fact("settings.backup.size", self.tr("Size"), size_text(size) if size is not None else ""),
            ]
        )
        self._write_second(state)
        self._write_progress()
        self._list.show_backups(self._backups, now)

    def _write_trouble(self, state: BackupState) -> None:
        notice = self._words.notice(state)
        if notice is None and state.is_overdue and state.last_good_at is not None:
            notice = StateKind.WARNING, self.tr("The last good backup is too old. Make one now.")
        if notice is None:
            self._trouble.clear()
        else:
            self._trouble.show_message(*notice)

    def _write_second(self, state: BackupState) -> None:
        folder, good_at = state.second_folder, state.second_good_at
        self._second.set_text(str(folder) if folder is not None else "")
        self._second.setVisible(folder is not None)
        self._second_remove.setVisible(folder is not None)
        if folder is None:
            text = self.tr("None yet. If this computer's disk breaks, its own backups go with it.")
        elif good_at is None:
            text = self.tr("Nothing was copied there yet.")
        else:
            moment = self._words.moment(good_at, self._till.session.clock.now())
            text = self.tr("Last copied there: {time}").format(time=moment)
        self._second_text.setText(text)
        self._second_choose.setText(
            self.tr("Choose a folder…") if folder is None else self.tr("Choose another folder…")
        )

    def _write_progress(self) -> None:
        is_making = self._making is not None and not self._patience.isActive()
        self._progress.setVisible(is_making or self._till.backups.state.is_running)
        self._progress_text.setText(
            self.tr("A backup is being made. You can go on working, or leave this page.")
        )

    # Making one

    def _on_make(self) -> None:
        if self._making is not None:
            return
        self._told.clear()
        self._patience.start()
        self._making = self._tasks.start(self._back_up())
        self._write()

    async def _back_up(self) -> None:
        words: Words
        try:
            backup = await self._till.backups.make()
        except StepStoppedError:
            # The till is being closed: it makes its own.
            return
        except BackupFailedError as error:
            failed = error
            kind, words = StateKind.DANGER, lambda: self._failed(failed)
        else:
            size = backup.size_bytes
            kind, words = StateKind.SUCCESS, lambda: self._made(size)
        finally:
            self._making = None
        if isValid(self):
            self._told.show_message(kind, words)
            self._write()
            self._read_list()

    def _made(self, size_bytes: int) -> str:
        return self.tr("The backup is made and was read back whole: {size}.").format(
            size=size_text(size_bytes)
        )

    def _failed(self, error: BackupFailedError) -> str:
        text = (
            self.tr("No backup was made. {why}")
            if error.place is BackupPlace.PROFILE
            else self.tr("Nothing was copied to the second folder. {why}")
        )
        return text.format(why=self._words.problem(error.problem))

    # What there is

    def _on_state(self, _state: BackupState) -> None:
        self._write()
        if self.isVisible():
            self._read_list()

    def _read_list(self) -> None:
        if not self._is_listing:
            self._is_listing = True
            self._tasks.start(self._list_backups())

    async def _list_backups(self) -> None:
        try:
            self._backups = await self._till.backups.backups()
        finally:
            self._is_listing = False
        if isValid(self):
            self._write()

    def _on_open_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Look at a backup"), QDir.homePath())
        dialog.setObjectName("settings.backup.fileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups") + " (*.db)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.look_at(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Show what a backup holds, with the way back to it."""
        if Sheet.any_open(self):
            return
        sheet = RestoreSheet(self.window(), self._till, path, self._tasks)
        sheet.agreed.connect(self.restore_agreed)
        sheet.open()

    # The second folder

    def _on_choose_second(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("A second folder for backups"), QDir.homePath())
        dialog.setObjectName("settings.backup.secondDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.use_second(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_second(self, folder: Path) -> None:
        """Keep copies of all backups in another folder too."""
        self._tasks.start(self._use_second(folder))

    async def _use_second(self, folder: Path | None) -> None:
        self._told.clear()
        try:
            await self._till.backups.choose_second_folder(folder)
        except BackupFailedError as error:
            problem = error.problem
            self._told.show_message(
                StateKind.DANGER,
                lambda: self.tr("This folder cannot be used. {why}").format(why=self._words.problem(problem)),
            )
        if isValid(self):
            self._write()
            self._read_list()

    # All of it

    def _on_export(self) -> None:
        if not Sheet.any_open(self):
            ExportEverythingSheet(self.window(), self._till, self._tasks).open()
