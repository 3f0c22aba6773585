"""Writes everything the till has, its secrets encrypted, into a folder that the shop owns: for another computer."""

from __future__ import annotations

import asyncio
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QEvent, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cashier.services.accounts import AccountProblem
from cashier.services.till import Till
from cashier.storage.errors import BackupFailedError
from cashier.storage.file_steps import StepStoppedError
from cashier.ui.approval_card import APPROVAL_TROUBLES, ApprovalCard
from cashier.ui.backup_words import BackupWords
from cashier.ui.messages import account_message
from cashier.ui.new_passphrase import NewPassphrase
from cashier.ui.path_field import PathField
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    CopyLabel,
    PrimaryButton,
    SecondaryButton,
    Sheet,
    Spinner,
    StateKind,
    TextLabel,
)

_CARD_WIDTH: Final = 1000
_ROOM_FOR_TWO: Final = 900


class _Phase(Enum):
    ASKING = "asking"
    WRITING = "writing"
    DONE = "done"


class ExportEverythingSheet(Sheet):
    """Asks for a folder, a passphrase and a manager's PIN. It deletes itself when it closes.

    While it writes it can be closed: the writing goes on, and what was written is there afterwards.
    """

    def __init__(self, window: QWidget, till: Till, tasks: TaskOwner) -> None:
        """Prepare it over `window`."""
        super().__init__(window)
        self.setObjectName("exportEverything")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._tasks = tasks
        self._words = BackupWords(self)
        self._phase = _Phase.ASKING
        self._heading = TextLabel(role="heading")
        self._text = TextLabel(tone="muted")
        self._folder = PathField("exportEverything.folder")
        self._passphrase = NewPassphrase("exportEverything")
        self._warning = TextLabel(role="small", tone="warning")
        self._approval = ApprovalCard(till, tasks.on_unexpected, name="exportEverything")
        self._working = QWidget()
        self._working_text = TextLabel(tone="muted")
        self._told = Banner(radius=RADIUS)
        self._told.setObjectName("exportEverything.told")
        self._path = CopyLabel()
        self._path.setObjectName("exportEverything.path")
        self._show = PrimaryButton()
        self._show.setObjectName("exportEverything.show")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("exportEverything.close")
        self._asking = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._asking)
        self._lay_out()
        self._folder.choose_wanted.connect(self._on_choose)
        self._approval.approve_wanted.connect(self._on_approve)
        self._approval.back_wanted.connect(self.reject)
        self._show.clicked.connect(self._on_show)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and read who may agree."""
        super().open()
        self._approval.load()
        self._folder.setFocus()

    def _lay_out(self) -> None:
        asked = QVBoxLayout()
        asked.setSpacing(Spacing.M)
        asked.addWidget(self._folder)
        asked.addWidget(self._passphrase)
        asked.addWidget(self._warning)
        asked.addStretch(1)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(Spacing.XL)
        self._columns.addLayout(asked, 3)
        self._columns.addWidget(self._approval, 2)
        working = QHBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        working.setSpacing(Spacing.M)
        working.addWidget(Spinner(size=20))
        working.addWidget(self._working_text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        for widget in (self._heading, self._text, self._asking, self._working, self._told, self._path):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)

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
        self.set_title(self.tr("Export everything"))
        self._heading.setText(self.tr("Export everything"))
        self._text.setText(
            self.tr(
                "A folder with all of this till's data and, encrypted, the keys of its accounts. With it and the"
                " passphrase the till can be brought to another computer."
            )
        )
        self._folder.set_texts(self.tr("Folder"), self.tr("Choose a folder…"))
        self._warning.setText(
            self.tr(
                "Write the passphrase down and keep it apart from the folder. Nobody can recover it if it is lost."
            )
        )
        self._approval.set_head(
            self.tr("Who exports"),
            self.tr("The keys of the accounts leave the till: a manager agrees to it."),
        )
        self._approval.set_submit_text(self.tr("Export"))
        self._close.setText(self.tr("Close"))
        self._approval.set_back_text(self._close.text())
        self._working_text.setText(
            self.tr("Everything is being written. You can close this and go on working meanwhile.")
        )
        self._show.setText(self.tr("Show in folder"))
        self._write()

    def _write(self) -> None:
        self._asking.setVisible(self._phase is _Phase.ASKING)
        self._working.setVisible(self._phase is _Phase.WRITING)
        is_done = self._phase is _Phase.DONE
        self._path.setVisible(is_done)
        self._show.setVisible(is_done)
        self._close.setVisible(self._phase is not _Phase.ASKING)

    # Asking

    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Where everything is exported to"), QDir.homePath())
        dialog.setObjectName("exportEverything.dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.use_folder(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_folder(self, folder: Path) -> None:
        """Write into this folder."""
        self._folder.set_path(folder)

    def _on_approve(self, manager_id: str, pin: str) -> None:
        folder, passphrase = self._folder.path(), self._passphrase.passphrase()
        if folder is None:
            self._folder.set_error(partial(account_message, AccountProblem.EMPTY))
            self._folder.setFocus()
        if folder is None or passphrase is None:
            self._approval.set_busy(False)
            return
        self._told.clear()
        self._tasks.start(self._export(folder, passphrase, manager_id, pin))

    # Writing

    async def _export(self, folder: Path, passphrase: str, manager_id: str, pin: str) -> None:
        writing = asyncio.ensure_future(
            self._till.backups.export_everything(
                folder, passphrase, readme=self._readme(), manager_id=manager_id, pin=pin
            )
        )
        try:
            path = await writing
        except BackupFailedError as error:
            problem = error.problem
            if isValid(self):
                self._approval.show_trouble(lambda: self._words.problem(problem))
        except APPROVAL_TROUBLES as error:
            if isValid(self):
                self._approval.show_error(error)
        except StepStoppedError:
            # The till is being closed: nothing is left of it.
            return
        else:
            if isValid(self):
                self._finish(path)

    def _finish(self, path: Path) -> None:
        self._phase = _Phase.DONE
        self._passphrase.forget()
        self._path.set_text(str(path))
        self._told.show_message(
            StateKind.SUCCESS, lambda: self.tr("Everything is exported, and was read back whole.")
        )
        self._write()
        self._show.setFocus()

    def _readme(self) -> str:
        """Return the text that lies in the folder, in the language of the screen."""
        return "\n\n".join(
            (
                self.tr("This folder holds everything of a Cashier till."),
                self.tr(
                    "To bring the till to another computer: install Cashier there, start it, and on its first page"
                    " choose “Bring a till from a folder”. Choose this folder, enter the passphrase that was chosen"
                    " when it was made, and the PIN of a manager."
                ),
                self.tr(
                    "Do not use the old till any more from then on: two tills with the same accounts do not know of"
                    " each other."
                ),
                self.tr(
                    "The keys of the accounts are encrypted with the passphrase. All other data is not: keep this"
                    " folder as you keep the shop's books."
                ),
            )
        )

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._path.text()).parent)))

    def _on_finished(self) -> None:
        self._approval.close_card()
        self._passphrase.forget()
        self.deleteLater()
