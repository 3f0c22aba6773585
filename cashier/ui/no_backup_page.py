"""Shown when the till's file is damaged and no backup of it is whole: what can be done about it, by choice only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cashier.ui.centered_page import CenteredPage
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.widgets import (
    Banner,
    CopyLabel,
    Divider,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Sheet,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words

_CARD_WIDTH: Final = 640


class NoBackupPage(CenteredPage):
    """Offers to take another backup, or to start anew; until something is chosen nothing is changed on the disk.

    `use_file` is called with the file that was chosen, `start_empty` when that was agreed to, `leave` to end.
    """

    def __init__(
        self,
        profile: Path,
        use_file: Callable[[Path], None],
        start_empty: Callable[[], None],
        leave: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Say what is wrong with the file in `profile`."""
        super().__init__(_CARD_WIDTH, parent)
        self.setObjectName("noBackup")
        self._use_file = use_file
        self._start_empty = start_empty
        self._title = TextLabel(role="title")
        self._text = TextLabel(tone="muted")
        self._folder = CopyLabel(str(profile), tone="muted")
        self._folder.setObjectName("noBackup.folder")
        self._trouble = Banner(radius=RADIUS)
        self._trouble.setObjectName("noBackup.trouble")
        self._file_text = TextLabel(role="small", tone="muted")
        self._choose = PrimaryButton(icon_name="search")
        self._choose.setObjectName("noBackup.choose")
        self._empty_text = TextLabel(role="small", tone="muted")
        self._empty = SecondaryButton()
        self._empty.setObjectName("noBackup.startEmpty")
        self._leave = QuietButton()
        self._leave.setObjectName("noBackup.close")
        for widget in (self._title, self._text, self._folder, self._trouble):
            self.body.addWidget(widget)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._file_text)
        self.body.addWidget(self._choose)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(Divider())
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._empty_text)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignHCenter)
        self._choose.clicked.connect(self._on_choose)
        self._empty.clicked.connect(self._ask_to_start_empty)
        self._leave.clicked.connect(leave)
        self.retranslate()
        self._choose.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("The till's data is damaged"))
        self._text.setText(
            self.tr(
                "Its file cannot be read whole, and no backup could take its place by itself. Nothing was changed. If"
                " there are backups on a stick or another disk, plug that in."
            )
        )
        self._folder.setAccessibleDescription(self.tr("The till's folder"))
        self._file_text.setText(
            self.tr("A backup from elsewhere takes the place of the damaged file, which is set aside.")
        )
        self._choose.setText(self.tr("Choose a backup…"))
        self._empty_text.setText(
            self.tr(
                "Without any backup the till can begin anew: it is set up again, and fetches from the providers what"
                " they list. The damaged file is set aside, not deleted."
            )
        )
        self._empty.setText(self.tr("Start with an empty till…"))
        self._leave.setText(self.tr("Close"))

    def show_trouble(self, words: Words) -> None:
        """Say why what was chosen did not do."""
        self._trouble.show_message(StateKind.DANGER, words)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a backup"), QDir.homePath())
        dialog.setObjectName("noBackup.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups") + " (*.db)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.use_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_file(self, path: Path) -> None:
        """Put this backup in the place of the damaged file."""
        self._trouble.clear()
        self._use_file(path)

    def _ask_to_start_empty(self) -> None:
        if Sheet.any_open(self):
            return
        question = ConfirmSheet(
            self.window(),
            "noBackup.confirm",
            title=lambda: self.tr("Start with an empty till?"),
            text=lambda: self.tr(
                "What the damaged file held is not in the new till. Payments that were open are no longer asked about by"
                " it: look into the providers' own panels for them."
            ),
            confirm=lambda: self.tr("Start empty"),
            keep=lambda: self.tr("Go back"),
        )
        question.accepted.connect(self._start_empty)
        question.open()
