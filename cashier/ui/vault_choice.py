"""Asked at the start where the computer has no keyring that can be trusted: where the secrets are to be kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cashier.ui.centered_page import CenteredPage
from cashier.ui.messages import vault_message
from cashier.ui.new_passphrase import NewPassphrase
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Divider,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    StateKind,
    TextLabel,
)
from cashier.vault.file_vault import FileVault
from cashier.vault.memory_vault import MemoryVault
from cashier.vault.protocol import Vault, VaultError, VaultUnavailableError, WrongPassphraseError

VAULT_FILE_NAME: Final = "vault.cashier"

_CARD_WIDTH: Final = 640


class VaultChoicePage(CenteredPage):
    """Offers an encrypted file, or memory for this run; `chosen` is called with the vault that is ready to use.

    Where `profile_folder` already holds a vault file, it asks for its passphrase.
    """

    def __init__(
        self,
        profile_folder: Path,
        reason: VaultUnavailableError,
        tasks: TaskOwner,
        chosen: Callable[[Vault], None],
        parent: QWidget | None = None,
    ) -> None:
        """Say `reason` and what can be done instead."""
        super().__init__(_CARD_WIDTH, parent)
        self._path = profile_folder / VAULT_FILE_NAME
        self._reason = reason
        self._tasks = tasks
        self._chosen = chosen
        self._is_new = True
        self._is_working = False
        self._title = TextLabel(role="title")
        self._why = TextLabel(tone="muted")
        self._file_heading = TextLabel(role="strong")
        self._file_text = TextLabel(role="small", tone="muted")
        self._passphrase = NewPassphrase("vault")
        self._trouble = Banner(radius=RADIUS)
        self._use_file = PrimaryButton(icon_name="key", key_hint="Enter")
        self._memory_heading = TextLabel(role="strong")
        self._memory_text = TextLabel(role="small", tone="muted")
        self._use_memory = SecondaryButton()
        self._quit = QuietButton()
        self._lay_out()
        self._name_controls()
        self.retranslate()
        self._passphrase.entered.connect(self._take_file)
        self._use_file.clicked.connect(self._take_file)
        self._use_memory.clicked.connect(self._take_memory)
        self._quit.clicked.connect(lambda: self.window().close())
        self._passphrase.setFocus()
        tasks.start(self._look_for_file())

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._why.setText(vault_message(self._reason))
        self._memory_heading.setText(self.tr("Only for this run"))
        self._memory_text.setText(
            self.tr("Nothing is written. Keys and PINs must be entered again at the next start.")
        )
        self._use_memory.setText(self.tr("Keep them in memory"))
        self._quit.setText(self.tr("Quit"))
        if self._is_new:
            self._title.setText(self.tr("Where should secrets be kept?"))
            self._file_heading.setText(self.tr("In an encrypted file"))
            self._file_text.setText(
                self.tr("The passphrase is asked for at each start. Nobody can recover it if it is lost.")
            )
            self._use_file.setText(self.tr("Make the file"))
        else:
            self._title.setText(self.tr("Open the vault"))
            self._file_heading.setText(self.tr("The encrypted file of this till"))
            self._file_text.setText(self.tr("It holds the keys of your accounts."))
            self._use_file.setText(self.tr("Open"))

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._why)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._file_heading)
        self.body.addWidget(self._file_text)
        self.body.addWidget(self._passphrase)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._use_file)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(Divider())
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._memory_heading)
        self.body.addWidget(self._memory_text)
        self.body.addWidget(self._use_memory)
        self.body.addWidget(self._quit, 0, Qt.AlignmentFlag.AlignHCenter)

    def _name_controls(self) -> None:
        self.setObjectName("vault")
        self._trouble.setObjectName("vault.trouble")
        self._use_file.setObjectName("vault.useFile")
        self._use_memory.setObjectName("vault.useMemory")
        self._quit.setObjectName("vault.quit")

    async def _look_for_file(self) -> None:
        exists = await asyncio.to_thread(self._path.exists)
        self._is_new = not exists
        self._passphrase.ask_for_known(exists)
        self.retranslate()

    def _take_memory(self) -> None:
        if not self._is_working:
            self._is_working = True
            self._chosen(MemoryVault())

    def _take_file(self) -> None:
        if self._is_working or (passphrase := self._passphrase.passphrase()) is None:
            return
        self._is_working = True
        self._tasks.start(self._open_file(passphrase))

    async def _open_file(self, passphrase: str) -> None:
        self._use_file.set_busy(True)
        self._use_memory.setEnabled(False)
        self._trouble.clear()
        vault: Vault | None = None
        try:
            vault = await (FileVault.create if self._is_new else FileVault.open)(self._path, passphrase)
        except FileExistsError:
            # Made meanwhile by another window of this till.
            await self._look_for_file()
        except WrongPassphraseError as error:
            self._passphrase.show_wrong(partial(vault_message, error))
        except VaultError as error:
            self._trouble.show_message(StateKind.DANGER, partial(vault_message, error))
        finally:
            # Once there is a vault, nothing here is to be pressed again.
            self._is_working = vault is not None
            # The window may have gone meanwhile, and taken this page along.
            if isValid(self):
                self._use_file.set_busy(False)
                self._use_memory.setEnabled(True)
        if vault is not None:
            self._passphrase.forget()
            # The last thing done here: whoever is told may take this page away.
            self._chosen(vault)
