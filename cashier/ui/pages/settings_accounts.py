"""The accounts section of the settings: the shop's accounts with providers, and how the line to each is."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.services.accounts import AccountInUseError
from cashier.services.connectivity import Line, LineState
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.account_sheet import AccountSheet
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.locale_format import isolate, isolate_ltr
from cashier.ui.messages import line_word, provider_name, storage_message, vault_message
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Card,
    Divider,
    EmptyState,
    PrimaryButton,
    QuietButton,
    Sheet,
    StateChip,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.tab_order import put_in_tab_order
from cashier.vault.protocol import VaultError


class AccountRow(QWidget):
    """One account: what the shop calls it, whose it is, how the line is, and what can be done with it."""

    def __init__(self, account: Account, state: LineState | None, parent: QWidget | None = None) -> None:
        """Show `account` and the state of its line."""
        super().__init__(parent)
        self.account = account
        self._state = state
        self._label = TextLabel(account.label, "strong", content="auto")
        self._whose = TextLabel(role="small", tone="muted")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self.edit = QuietButton(icon_name="edit")
        self.edit.setObjectName(f"settings.edit.{account.id}")
        self.remove = QuietButton(icon_name="trash")
        self.remove.setObjectName(f"settings.remove.{account.id}")
        words = QVBoxLayout()
        words.setSpacing(Spacing.XS)
        words.addWidget(self._label)
        words.addWidget(self._whose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Spacing.M, 0, Spacing.M)
        row.setSpacing(Spacing.S)
        row.addLayout(words, 1)
        row.addWidget(self._chip)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        self._retranslate()

    def show_line(self, state: LineState | None) -> None:
        """Show how the line is now."""
        self._state = state
        self._chip.set_state(*_chip_of(state))

    def line_word(self) -> str:
        """Return what the chip says."""
        return self._chip.text()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        host = urlsplit(self.account.base_url).netloc
        self._whose.setText(f"{isolate(provider_name(self.account.provider))} · {isolate_ltr(host)}")
        self.edit.setAccessibleName(self.tr("Change {account}").format(account=self.account.label))
        self.edit.setToolTip(self.tr("Change"))
        self.remove.setAccessibleName(self.tr("Remove {account}").format(account=self.account.label))
        self.remove.setToolTip(self.tr("Remove"))
        self.show_line(self._state)


class AccountsSection(Card):
    """The list of accounts, kept up to date with whoever changes them."""

    def __init__(self, till: Till, tasks: TaskOwner, parent: QWidget | None = None) -> None:
        """Show the accounts as soon as they were read."""
        super().__init__(parent)
        self._till = till
        self._tasks = tasks
        self._rows: dict[str, AccountRow] = {}
        self._is_removing = False
        self._heading = TextLabel(role="heading")
        self._add = PrimaryButton(icon_name="plus")
        self._add.setObjectName("settings.addAccount")
        self._add.clicked.connect(self._open_empty_sheet)
        self._trouble = Banner(radius=8)
        self._trouble.setObjectName("settings.accountTrouble")
        self._list = QWidget()
        self._list.setObjectName("settings.accounts")
        self._list_layout = QVBoxLayout(self._list)
        self._list_layout.setContentsMargins(0, 0, 0, 0)
        self._list_layout.setSpacing(0)
        self._empty = EmptyState("card", "", "")
        self._empty.hide()
        self._list.hide()
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._add)
        self.body.addLayout(head)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self._retranslate()
        for unsubscribe in (
            till.accounts.changes.subscribe(self._show),
            till.connectivity.changes.subscribe(self._show_line),
        ):
            self.destroyed.connect(unsubscribe)
        tasks.start(self._load())

    def rows(self) -> list[AccountRow]:
        """Return the accounts on the screen, in order."""
        return list(self._rows.values())

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Accounts with providers"))
        self._add.setText(self.tr("Add an account"))
        self._list.setAccessibleName(self.tr("Accounts with providers"))
        self._empty.set_texts(
            self.tr("No account yet"),
            self.tr("The shop's accounts appear here. Add one, and payments can be taken through it."),
        )

    async def _load(self) -> None:
        try:
            self._show(await self._till.accounts.in_use())
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))

    def _show(self, accounts: list[Account]) -> None:
        while (item := self._list_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lines = {line.account_id: line.state for line in self._till.connectivity.lines()}
        self._rows = {}
        for account in accounts:
            if self._rows:
                self._list_layout.addWidget(Divider())
            row = AccountRow(account, lines.get(account.id))
            row.edit.clicked.connect(lambda _=False, account=account: self._open_sheet(account))
            row.remove.clicked.connect(lambda _=False, account=account: self._ask_to_remove(account))
            self._list_layout.addWidget(row)
            self._rows[account.id] = row
        put_in_tab_order(
            self._list, [button for row in self._rows.values() for button in (row.edit, row.remove)]
        )
        self._empty.setVisible(not accounts)
        self._list.setVisible(bool(accounts))

    def _show_line(self, line: Line) -> None:
        if line.account_id in self._rows:
            self._rows[line.account_id].show_line(line.state)

    def _open_empty_sheet(self) -> None:
        self._open_sheet(None)

    def _open_sheet(self, account: Account | None) -> None:
        if not Sheet.any_open(self):
            self._trouble.clear()
            AccountSheet(self._till, self._tasks, self, account).open()

    def _ask_to_remove(self, account: Account) -> None:
        if self._is_removing or Sheet.any_open(self):
            return
        self._trouble.clear()
        question = ConfirmSheet(
            self,
            "settings.removeAccount",
            title=lambda: self.tr("Remove {account}?").format(account=isolate(account.label)),
            text=lambda: self.tr(
                "The till forgets the account and its secrets. Its payments stay in the history."
            ),
            confirm=lambda: self.tr("Remove"),
            keep=lambda: self.tr("Keep it"),
        )
        question.accepted.connect(lambda: self._tasks.start(self._remove(account)))
        question.open()

    async def _remove(self, account: Account) -> None:
        self._is_removing = True
        try:
            await self._till.accounts.remove(account.id)
        except AccountInUseError:
            self._trouble.show_message(
                StateKind.WARNING,
                lambda: self.tr(
                    "{account} has payments or withdrawals that are still open. Finish them, then remove it."
                ).format(account=isolate(account.label)),
            )
        except VaultError as error:
            self._trouble.show_message(StateKind.WARNING, partial(vault_message, error))
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
        finally:
            self._is_removing = False


def _chip_of(state: LineState | None) -> tuple[StateKind, str, str]:
    kind, icon_name, word = line_word(state)
    return kind, word, icon_name
