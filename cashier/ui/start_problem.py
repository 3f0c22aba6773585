"""What is shown when the till cannot be opened: what is wrong, where it lies, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.storage.errors import (
    DatabaseDamagedError,
    DatabaseNewerError,
    StorageUnavailableError,
)
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import storage_message
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import CopyLabel, EmptyState, PrimaryButton


class StartProblemPage(QWidget):
    """Says why the program cannot begin; nothing was changed on the disk."""

    def __init__(self, error: BaseException, profile: Path, leave: Callable[[], None]) -> None:
        super().__init__()
        self._error = error
        self._said = EmptyState("warning", "", "")
        self._folder = CopyLabel(str(profile), tone="muted")
        self._folder.set_alignment("center")
        self._leave = PrimaryButton()
        self._leave.setObjectName("startProblem.close")
        self._leave.clicked.connect(leave)
        self._said.body.addWidget(self._folder)
        self._said.body.addSpacing(Spacing.M)
        self._said.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addWidget(self._said, 1)
        self._leave.setFocus()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._said.set_texts(self.tr("The till cannot be opened"), self._sentence())
        self._leave.setText(self.tr("Close"))

    def _sentence(self) -> str:
        if isinstance(self._error, StorageUnavailableError):
            return storage_message(self._error.trouble)
        if isinstance(self._error, DatabaseNewerError):
            return self.tr(
                "A newer version of the program wrote this till's data. Start that version; nothing was changed."
            )
        if isinstance(self._error, DatabaseDamagedError):
            return self.tr(
                "The file is damaged or belongs to another program. Keep it, and put a backup in its place;"
                " nothing was changed."
            )
        name = current_locale_format().isolate_ltr(type(self._error).__name__)
        return self.tr("The log in this folder says more: {error}").format(error=name)
