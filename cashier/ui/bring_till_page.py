"""On a new computer: brings a till here from the folder that everything was exported to, or from a backup alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget
from shiboken6 import isValid

from cashier.domain.backup import BackupContents
from cashier.domain.clock import Clock
from cashier.services.accounts import AccountProblem
from cashier.services.bringing_in import NoExportError, look_at_backup, look_at_export
from cashier.storage.errors import BackupFileError
from cashier.ui.backup_facts import BackupFacts
from cashier.ui.backup_words import BackupWords
from cashier.ui.centered_page import CenteredPage
from cashier.ui.messages import account_message
from cashier.ui.path_field import PathField
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, Field, PrimaryButton, QuietButton, StateKind, TextLabel
from cashier.ui.widgets.words import Words

_CARD_WIDTH: Final = 680


@dataclass(frozen=True, slots=True)
class Bringing:
    """What is to be brought, as a person asked for it.

    Attributes:
        path: the folder that was exported; the file of a backup.
        contents: what was shown of it.
        passphrase: of the folder; None for a backup alone, which holds no secrets.
        pin: of one of that till's managers; a new one for its first manager where a backup comes alone.
    """

    path: Path
    contents: BackupContents
    passphrase: str | None
    pin: str


class BringTillPage(CenteredPage):
    """Asks for a folder or a backup's file, shows what it holds, then asks for what opens it.

    `bring` is called with what was asked for; whoever is called shows by `show_trouble` and its like what kept the till
    from coming. `back` leads to where this page was opened.
    """

    def __init__(
        self,
        clock: Clock,
        tasks: TaskOwner,
        bring: Callable[[Bringing], None],
        back: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Ask."""
        super().__init__(_CARD_WIDTH, parent)
        self.setObjectName("bring")
        self._clock = clock
        self._tasks = tasks
        self._bring = bring
        self._words = BackupWords(self)
        self._contents: BackupContents | None = None
        self._is_file = False
        self._is_busy = False
        self._title = TextLabel(role="title")
        self._text = TextLabel(tone="muted")
        self._folder = PathField("bring.folder")
        self._choose_file = QuietButton(icon_name="search")
        self._choose_file.setObjectName("bring.chooseFile")
        self._facts = BackupFacts("bring")
        self._alone = TextLabel(role="small", tone="warning")
        self._alone.setObjectName("bring.alone")
        self._passphrase_edit = SecretEdit(ltr=False)
        self._passphrase_edit.setObjectName("bring.passphrase")
        self._passphrase = Field("", self._passphrase_edit)
        self._pin_edit = SecretEdit()
        self._pin_edit.setObjectName("bring.pin")
        self._pin_edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._pin = Field("", self._pin_edit)
        self._again_edit = SecretEdit()
        self._again_edit.setObjectName("bring.pinAgain")
        self._again_edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._again = Field("", self._again_edit)
        self._trouble = Banner(radius=RADIUS)
        self._trouble.setObjectName("bring.trouble")
        self._go = PrimaryButton(key_hint="Enter")
        self._go.setObjectName("bring.go")
        self._back = QuietButton()
        self._back.setObjectName("bring.back")
        self._lay_out()
        self._folder.choose_wanted.connect(self._on_choose)
        self._folder.changed.connect(self._on_folder)
        self._choose_file.clicked.connect(self._on_choose_file)
        for edit, field in self._secrets():
            edit.returnPressed.connect(self._on_go)
            edit.textChanged.connect(lambda _, field=field: field.set_error(None))
        self._go.clicked.connect(self._on_go)
        self._back.clicked.connect(back)
        self.retranslate()
        self._folder.setFocus()

    def _lay_out(self) -> None:
        secrets = QGridLayout()
        secrets.setHorizontalSpacing(Spacing.L)
        secrets.addWidget(self._passphrase, 0, 0)
        secrets.addWidget(self._pin, 0, 1)
        secrets.addWidget(self._again, 0, 2)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addWidget(self._folder)
        self.body.addWidget(self._choose_file, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._alone)
        self.body.addLayout(secrets)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._go)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Bring a till from a folder"))
        self._text.setText(
            self.tr(
                "Choose the folder that everything was exported to on the other computer. Its till is here afterwards as"
                " it was there."
            )
        )
        self._folder.set_texts(self.tr("Folder"), self.tr("Choose a folder…"))
        self._choose_file.setText(self.tr("There is only a backup of it…"))
        self._alone.setText(
            self.tr(
                "A backup holds no secrets: the till comes with its history, the keys of its accounts are entered again in"
                " the settings. Its first manager gets a new PIN; everyone else is added again."
            )
        )
        self._passphrase.set_label(self.tr("Passphrase of the folder"))
        self._again.set_label(self.tr("The PIN again"))
        self._go.setText(self.tr("Bring the till here"))
        self._back.setText(self.tr("Back"))
        self._show_contents(self._contents)

    # The folder

    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("The folder with the till"), QDir.homePath())
        dialog.setObjectName("bring.dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.use_folder(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_folder(self, folder: Path) -> None:
        """Look at what this folder, or the file of a backup, holds."""
        self._folder.set_path(folder)

    def _on_choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a backup"), QDir.homePath())
        dialog.setObjectName("bring.fileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups") + " (*.db)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.use_folder(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_folder(self) -> None:
        self._show_contents(None)
        self._trouble.clear()
        folder = self._folder.path()
        if folder is not None:
            self._tasks.start(self._look(folder))

    async def _look(self, folder: Path) -> None:
        is_file = await asyncio.to_thread(folder.is_file)
        try:
            contents = await (look_at_backup if is_file else look_at_export)(folder)
        except NoExportError:
            if isValid(self) and folder == self._folder.path():
                self._folder.set_error(lambda: self.tr("There is no exported till in this folder."))
            return
        except BackupFileError as error:
            if isValid(self) and folder == self._folder.path():
                self._folder.set_error(partial(self._words.file_problem, error))
            return
        # Another one may have been typed meanwhile.
        if isValid(self) and folder == self._folder.path():
            self._folder.set_error(None)
            self._is_file = is_file
            self._show_contents(contents)
            (self._pin_edit if is_file else self._passphrase_edit).setFocus()

    def _show_contents(self, contents: BackupContents | None) -> None:
        self._contents = contents
        is_known = contents is not None
        for widget in (self._facts, self._pin):
            widget.setVisible(is_known)
        self._passphrase.setVisible(is_known and not self._is_file)
        self._again.setVisible(is_known and self._is_file)
        self._alone.setVisible(is_known and self._is_file)
        self._choose_file.setVisible(not is_known)
        self._go.setEnabled(is_known and not self._is_busy)
        self._pin.set_label(
            self.tr("A new PIN") if self._is_file else self.tr("PIN of one of that till's managers")
        )
        if contents is not None:
            self._facts.show_contents(contents, self._clock.now())

    # Bringing

    def _secrets(self) -> list[tuple[SecretEdit, Field]]:
        return [
            (self._passphrase_edit, self._passphrase),
            (self._pin_edit, self._pin),
            (self._again_edit, self._again),
        ]

    def _on_go(self) -> None:
        path = self._folder.path()
        if self._is_busy or path is None or self._contents is None or not self._is_filled():
            return
        self._trouble.clear()
        self.set_busy(True)
        passphrase = None if self._is_file else self._passphrase_edit.text()
        self._bring(Bringing(path, self._contents, passphrase, self._pin_edit.text()))

    def _is_filled(self) -> bool:
        """Say whether everything that is asked for is there, and beside its field what is not."""
        for edit, field in self._secrets():
            if not field.isHidden() and not edit.text():
                field.set_error(partial(account_message, AccountProblem.EMPTY))
                edit.setFocus()
                self.reveal(field)
                return False
        if self._is_file and self._pin_edit.text() != self._again_edit.text():
            self._again.set_error(lambda: self.tr("The two PINs are not the same."))
            self._again_edit.setFocus()
            return False
        return True

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  # a setter
        """Show that the till is being brought, or no longer."""
        self._is_busy = busy
        self._go.set_busy(busy)
        self._back.setEnabled(not busy)

    def show_wrong_passphrase(self, words: Words) -> None:
        """Say that the passphrase does not open the folder."""
        self._show_wrong(self._passphrase, self._passphrase_edit, words)

    def show_wrong_pin(self, words: Words) -> None:
        """Say why this PIN does not do: it is no manager's of that till, or too easy for a new one."""
        self._show_wrong(self._pin, self._pin_edit, words)

    def show_trouble(self, words: Words) -> None:
        """Say what else kept the till from coming; it can be tried again."""
        self.set_busy(False)
        self._trouble.show_message(StateKind.DANGER, words)

    def _show_wrong(self, field: Field, edit: SecretEdit, words: Words) -> None:
        self.set_busy(False)
        field.set_error(words)
        edit.setFocus()
        edit.selectAll()
