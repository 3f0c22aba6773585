"""Adds or changes one of the shop's accounts with a provider."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import AccountSettingsError, ProviderError
from cashier.services.accounts import AccountForm, AccountFormError, AccountProblem
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.account_fields import AccountFields
from cashier.ui.announcements import announce
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.folding_grid import FoldingGrid
from cashier.ui.messages import (
    account_message,
    provider_message,
    provider_name,
    storage_message,
    vault_message,
)
from cashier.ui.provider_cards import ProviderCards
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Field,
    LineEdit,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Sheet,
    StateChip,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words, said
from cashier.vault.protocol import VaultError

_CARD_WIDTH = 760


class TestResult(QWidget):
    """What a test found, or why nothing could be stored: a chip and a sentence.

    Signals:
        shown: when it says something new.
    """

    shown = Signal()

    # Pytest takes what is called Test… for its own.
    __test__ = False

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it say nothing."""
        super().__init__(parent)
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._text = TextLabel(role="small", content="auto", selectable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._said: tuple[StateKind, Words, Words] | None = None
        self.hide()

    def say(self, kind: StateKind, word: Words, words: Words) -> None:
        """Show `word` on the chip and `words` behind it."""
        self._said = (kind, word, words)
        self._write()
        self.show()
        self.shown.emit()
        announce(self, f"{said(word)}. {self._text.text()}", urgent=kind is StateKind.DANGER)

    def changeEvent(self, event: QEvent) -> None:
        """Say the same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        if self._said is None:
            return
        kind, word, words = self._said
        text = said(words)
        self._chip.set_state(kind, said(word))
        self._text.setText(text)
        self.setAccessibleDescription(text)

    def text(self) -> str:
        """Return the sentence it shows, empty if it says nothing."""
        return "" if self.isHidden() else self._text.text()

    def kind(self) -> StateKind:
        """Return what the chip means."""
        return self._chip.kind()


class AccountSheet(Sheet):
    """A form for an account: `account` is the one to change, None makes a new one.

    It is accepted once the account is stored, and deletes itself when it closes, with whatever was typed.
    """

    def __init__(self, till: Till, tasks: TaskOwner, window: QWidget, account: Account | None = None) -> None:
        """Prepare the form over the window of `window`."""
        super().__init__(window)
        self._till = till
        self._tasks = tasks
        self._account = account
        # Its line stands below the fields, which in a small window are scrolled out of sight.
        self._result = TestResult()
        self._result.shown.connect(self._bring_result_into_view, Qt.ConnectionType.QueuedConnection)
        self._provider = account.provider if account else next(iter(PROVIDERS))
        self._forms: dict[str, AccountFields] = {}
        self._untouched: dict[str, AccountForm] = {}
        self._base_urls: dict[str, str] = {}
        self._running_test: asyncio.Task[None] | None = None
        self._is_saving = False
        self._is_discarded = False
        self._title = TextLabel(role="title", content="auto")
        self._providers = ProviderCards("account.provider", self._provider) if account is None else None
        self._label_edit = LineEdit()
        self._label = Field("", self._label_edit)
        self._base_url_edit = LineEdit(ltr=True)
        self._base_url = Field("", self._base_url_edit)
        self._forms_place = QVBoxLayout()
        self._test = SecondaryButton(icon_name="link")
        self._cancel = QuietButton(key_hint="Esc")
        self._save = PrimaryButton(key_hint="Enter")
        self.set_card_width(_CARD_WIDTH)
        self._lay_out()
        self._name_controls()
        if account is not None:
            self._label_edit.setText(account.label)
            self._base_urls[account.provider] = account.base_url
        self._show_provider(self._provider)
        self.retranslate()
        self._label_edit.textChanged.connect(self._forget_result)
        self._base_url_edit.textChanged.connect(self._forget_result)
        self._test.clicked.connect(self._start_test)
        self._save.clicked.connect(self._start_save)
        if self._providers is not None:
            self._providers.chosen.connect(self._show_provider)
        self._cancel.clicked.connect(self.reject)
        self.finished.connect(self._let_go)
        self._label_edit.setFocus()
        if account is not None:
            reading = tasks.start(self._load_secrets_kept(account))
            self.finished.connect(lambda _: reading.cancel())

    def reject(self) -> None:
        """Close without storing; asks once if something was typed."""
        if self._is_saving:
            return
        if self._is_discarded or self._form() == self._untouched[self._provider]:
            super().reject()
            return
        question = ConfirmSheet(
            self,
            "account.discard",
            title=lambda: self.tr("Discard what you typed?"),
            text=lambda: self.tr("Nothing of it is stored yet."),
            confirm=lambda: self.tr("Discard"),
            keep=lambda: self.tr("Keep editing"),
        )
        question.accepted.connect(self._discard)
        question.open()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        if self._account is None:
            title = self.tr("Add an account")
        else:
            title = self.tr("Account with {provider}").format(provider=provider_name(self._provider))
        self.set_title(title)
        self._title.setText(title)
        if self._providers is not None:
            self._providers.setAccessibleName(self.tr("Provider"))
            self._providers.retranslate()
        self._label.set_label(self.tr("Name of the account"))
        self._label.set_helper(self.tr("What your screens call it."))
        self._base_url.set_label(self.tr("Address of the provider"))
        self._test.setText(self.tr("Test connection"))
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))
        self._result.setAccessibleName(self.tr("Result of the test"))

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        if self._providers is not None:
            self.body.addWidget(self._providers)
        names = FoldingGrid()
        names.lay_out((self._label, self._base_url))
        self.body.addWidget(names)
        self.body.addLayout(self._forms_place)
        self.body.addWidget(self._result)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._test)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self.body.addLayout(buttons)
        self._save.setDefault(True)

    def _name_controls(self) -> None:
        self.setObjectName("account")
        self._label_edit.setObjectName("account.label")
        self._base_url_edit.setObjectName("account.baseUrl")
        self._result.setObjectName("account.testResult")
        self._test.setObjectName("account.test")
        self._cancel.setObjectName("account.cancel")
        self._save.setObjectName("account.save")

    def _show_provider(self, key: str) -> None:
        """Ask for what `key` needs; what was typed for another provider waits for its return."""
        spec = PROVIDERS[key]
        if self._provider in self._forms:
            self._base_urls[self._provider] = self._base_url_edit.text()
            self._forms[self._provider].hide()
        self._provider = key
        self._base_url_edit.setText(self._base_urls.get(key, spec.default_base_url))
        self._base_url_edit.setCursorPosition(0)
        if key not in self._forms:
            fields = AccountFields(spec, self._tasks)
            if self._account is not None:
                fields.set_values(self._account.settings)
            fields.changed.connect(self._forget_result)
            self._forms_place.addWidget(fields)
            self._forms[key] = fields
            label = self._account.label if self._account else ""
            self._untouched[key] = replace(self._form(), label=label)
        self._forms[key].show()
        self._show_problems({})
        self._forget_result()
        order = [self._label_edit, self._base_url_edit, *self._forms[key].tab_order()]
        for before, after in pairwise([*order, self._test, self._cancel, self._save]):
            QWidget.setTabOrder(before, after)

    def _form(self) -> AccountForm:
        return AccountForm(
            provider=self._provider,
            label=self._label_edit.text(),
            base_url=self._base_url_edit.text(),
            values=self._forms[self._provider].values(),
        )

    async def _load_secrets_kept(self, account: Account) -> None:
        try:
            self._forms[account.provider].set_secrets_kept(await self._till.accounts.secrets_kept(account))
        except VaultError as error:
            self._result.say(StateKind.DANGER, self._does_not_work, partial(vault_message, error))

    def _start_test(self) -> None:
        if self._running_test is None and not self._is_saving:
            self._running_test = self._tasks.start(self._run_test())

    async def _run_test(self) -> None:
        self._result.hide()
        self._test.set_busy(True)
        try:
            await self._till.accounts.test(self._form(), self._account.id if self._account else None)
        except (AccountFormError, CredentialsMissingError, ProviderError, VaultError) as error:
            self._show_trouble(error, self._does_not_work)
        else:
            self._show_problems({})
            self._result.say(
                StateKind.SUCCESS,
                lambda: self.tr("Works"),
                lambda: self.tr("The provider answers and accepts this account."),
            )
        finally:
            # A test that was stopped by a change may already have a successor.
            if self._running_test is asyncio.current_task() and isValid(self):
                self._end_test()

    def _end_test(self) -> None:
        self._running_test = None
        self._test.set_busy(False)

    def _stop_test(self) -> None:
        running = self._running_test
        if running is not None:
            self._end_test()
            running.cancel()

    def _start_save(self) -> None:
        if not self._is_saving:
            self._is_saving = True
            self._tasks.start(self._run_save())

    async def _run_save(self) -> None:
        self._stop_test()
        self._save.set_busy(True)
        self._result.hide()
        try:
            if self._account is None:
                await self._till.accounts.add(self._form())
            else:
                await self._till.accounts.change(self._account.id, self._form())
        except (AccountFormError, VaultError, StorageUnavailableError) as error:
            self._show_trouble(error, lambda: self.tr("Not saved"))
        else:
            self.accept()
        finally:
            self._is_saving = False
            if isValid(self):
                self._save.set_busy(False)

    def _does_not_work(self) -> str:
        return self.tr("Does not work")

    def _show_trouble(self, error: Exception, word: Words) -> None:
        """Say what went wrong where it can be put right: beside the field, or else, with `word`, below them."""
        problems: dict[str, Words] = {}
        if isinstance(error, AccountFormError):
            problems = {name: partial(account_message, problem) for name, problem in error.problems.items()}
        elif isinstance(error, AccountSettingsError):
            problems = {error.field: partial(provider_message, error)}
        elif isinstance(error, CredentialsMissingError):
            problems = {error.field_name: partial(account_message, AccountProblem.EMPTY)}
        elif isinstance(error, ProviderError):
            self._result.say(StateKind.DANGER, word, partial(provider_message, error))
        elif isinstance(error, VaultError):
            self._result.say(StateKind.DANGER, word, partial(vault_message, error))
        elif isinstance(error, StorageUnavailableError):
            self._result.say(StateKind.DANGER, word, partial(storage_message, error.trouble))
        self._show_problems(problems)

    def _show_problems(self, problems: dict[str, Words]) -> None:
        self._label.set_error(problems.get("label"))
        self._base_url.set_error(problems.get("base_url"))
        at_fault = self._forms[self._provider].show_problems(problems)
        if "base_url" in problems:
            at_fault = self._base_url_edit
        if "label" in problems:
            at_fault = self._label_edit
        if at_fault is not None:
            at_fault.setFocus()

    def _forget_result(self) -> None:
        """Drop the result of a test: it was about what is no longer typed."""
        self._stop_test()
        self._result.hide()

    def _bring_result_into_view(self) -> None:
        if self._result.isVisible():
            self._scroll.ensureWidgetVisible(self._test)

    def _discard(self) -> None:
        self._is_discarded = True
        self.reject()

    def _let_go(self) -> None:
        self._stop_test()
        self.deleteLater()
