"""What a whole batch has in common: the account it goes through, its name, the unit its amounts are typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.money import RIAL, TOMAN, Unit, unit_of
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import AccountSettingsError
from cashier.services.batches import MAXIMUM_NAME_LENGTH
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.services.withdrawal_rules import WithdrawalRules
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import credentials_missing_message, provider_message, vault_message
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import ComboBox, Field, LineEdit
from cashier.vault.protocol import VaultError

_NARROW: Final = 620
_UNITS: Final = (RIAL, TOMAN)


class BatchHeading(QWidget):
    """Three fields over the rows.

    Signals:
        rules_changed: other rules, or another unit, are to be kept to from now on.
    """

    rules_changed = Signal()

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._tasks = TaskOwner(on_unexpected)
        self._accounts: list[Account] = []
        self._rules: WithdrawalRules | None = None
        self._trouble: Callable[[], str] | None = None
        self._unit_is_told = False
        self._account = ComboBox()
        self._account.setObjectName("batch.account")
        self._account_field = Field("", self._account)
        self._name = LineEdit()
        self._name.setObjectName("batch.name")
        self._name.setMaxLength(MAXIMUM_NAME_LENGTH)
        self._name_field = Field("", self._name, optional=True)
        self._unit = ComboBox()
        self._unit.setObjectName("batch.unit")
        for unit in _UNITS:
            self._unit.addItem("", unit.code)
        self._unit_field = Field("", self._unit)
        self._fields = QGridLayout(self)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setHorizontalSpacing(Spacing.L)
        self._fields.setVerticalSpacing(Spacing.XS)
        self._place_fields(is_narrow=False)
        self.setTabOrder(self._account, self._name)
        self.setTabOrder(self._name, self._unit)
        self._account.currentIndexChanged.connect(self._load_rules)
        self._unit.currentIndexChanged.connect(self.rules_changed)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields below each other where it is narrow."""
        super().resizeEvent(event)
        self._place_fields(is_narrow=self.width() < _NARROW)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        fmt = current_locale_format()
        self._account_field.set_label(self.tr("From account"))
        self._account_field.set_error(self.hindrance() or None)
        self._name_field.set_label(self.tr("Name of the batch"))
        self._name.setPlaceholderText(self.tr("Such as: wages of the week"))
        self._unit_field.set_label(self.tr("Unit of the amounts"))
        self._unit_field.set_helper(self.tr("As the header says") if self._unit_is_told else "")
        for index, unit in enumerate(_UNITS):
            self._unit.setItemText(index, fmt.unit(unit.code))

    def close_heading(self) -> None:
        """Stop everything; the page goes."""
        self._tasks.cancel_all()

    # The account

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer the accounts that take batches; the one that was chosen stays chosen."""
        chosen = self._account.currentData()
        self._accounts = [account for account in accounts if takes_batches(account)]
        self._account.blockSignals(True)
        self._account.clear()
        for account in self._accounts:
            self._account.addItem(isolate(account.label), account.id)
        self._account.setCurrentIndex(max(0, self._account.findData(chosen)) if self._accounts else -1)
        self._account.blockSignals(False)
        self._load_rules()

    def choose_account(self, account_id: str | None) -> None:
        """Choose an account, if it is among those offered."""
        index = self._account.findData(account_id)
        if index >= 0:
            self._account.setCurrentIndex(index)

    def account(self) -> Account | None:
        """Return the account that is chosen."""
        chosen = self._account.currentData()
        return next((account for account in self._accounts if account.id == chosen), None)

    def rules(self) -> WithdrawalRules | None:
        """Return what rows must keep to; None until that is known."""
        return self._rules

    def hindrance(self) -> str:
        """Return why the account cannot be used; empty if it can."""
        return self._trouble() if self._trouble is not None else ""

    def _load_rules(self) -> None:
        account = self.account()
        if account is not None:
            self._tasks.start(self._read_rules(account))

    async def _read_rules(self, account: Account) -> None:
        rules, trouble = None, None
        try:
            rules = await self._till.withdrawals.rules(account)
        except AccountSettingsError as error:
            trouble = partial(provider_message, error)
        except CredentialsMissingError as error:
            trouble = partial(credentials_missing_message, error)
        except VaultError as error:
            trouble = partial(vault_message, error)
        if account == self.account():
            self._rules, self._trouble = rules, trouble
            self._account_field.set_error(self.hindrance() or None)
            self.rules_changed.emit()

    # Name and unit

    def name(self) -> str:
        """Return what the batch is called; empty if nothing was typed."""
        return self._name.text().strip()

    def set_name(self, name: str) -> None:
        """Call the batch something else."""
        self._name.setText(name[:MAXIMUM_NAME_LENGTH])

    def unit(self) -> Unit:
        """Return what the amounts are in."""
        return unit_of(self._unit.currentData())

    def tell_unit(self, unit: Unit | None) -> None:
        """Take the unit that a file's header says, or let it be chosen again."""
        self._unit_is_told = unit is not None
        if unit is not None:
            self._unit.setCurrentIndex(self._unit.findData(unit.code))
        self._unit.setEnabled(unit is None)
        self.retranslate()

    def _place_fields(self, *, is_narrow: bool) -> None:
        fields = self._fields
        for field in (self._account_field, self._name_field, self._unit_field):
            fields.removeWidget(field)
        # In the order of reading, which is that of the Tab key.
        fields.addWidget(self._account_field, 0, 0)
        if is_narrow:
            fields.addWidget(self._unit_field, 0, 1)
            fields.addWidget(self._name_field, 1, 0, 1, 2)
        else:
            fields.addWidget(self._name_field, 0, 1)
            fields.addWidget(self._unit_field, 0, 2)
        for column, stretch in enumerate((1, 0 if is_narrow else 1, 0)):
            fields.setColumnStretch(column, stretch)


def takes_batches(account: Account) -> bool:
    """Say whether several withdrawals can be asked for at once through an account."""
    traits = PROVIDERS[account.provider].payout_traits
    return traits is not None and traits.takes_batches
