"""What history says in the language of the moment: kinds, states, columns."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QObject

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.ui.messages import StateWord, state_word
from cashier.ui.withdrawal_words import WithdrawalWords


class HistoryColumn(Enum):
    """A column of the table, from the leading edge."""

    TIME = "time"
    KIND = "kind"
    ACCOUNT = "account"
    PARTY = "party"
    AMOUNT = "amount"
    UNIT = "unit"
    STATE = "state"
    REFERENCE = "reference"
    OPERATOR = "operator"


HISTORY_COLUMNS: Final = tuple(HistoryColumn)


class HistoryWords(QObject):
    """Says it anew each time: what it gives is not to be kept over a change of language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._withdrawals = WithdrawalWords(self)

    def kind(self, kind: ItemKind) -> str:
        """Return what one item of a kind is called."""
        return self.tr("Payment") if kind is ItemKind.PAYMENT else self.tr("Withdrawal")

    def state_word(self, kind: ItemKind, state: ItemState) -> StateWord:
        """Return how an item's state looks on a chip."""
        is_of_payments = state.name in PaymentState.__members__
        is_of_withdrawals = state.name in WithdrawalState.__members__
        # A provider may say of a payment what only withdrawals know, or the other way round.
        if is_of_payments and (kind is ItemKind.PAYMENT or not is_of_withdrawals):
            return state_word(PaymentState[state.name])
        return self._withdrawals.state_word(WithdrawalState[state.name])

    def made_elsewhere(self) -> str:
        """Return what stands in place of an operator where nobody of this till made the item."""
        return self.tr("Made elsewhere")

    def column(self, column: HistoryColumn) -> str:
        """Return the name of a column."""
        return {
            HistoryColumn.TIME: self.tr("Time"),
            HistoryColumn.KIND: self.tr("Kind"),
            HistoryColumn.ACCOUNT: self.tr("Account"),
            HistoryColumn.PARTY: self.tr("Customer or IBAN"),
            HistoryColumn.AMOUNT: self.tr("Amount"),
            HistoryColumn.UNIT: self.tr("Currency"),
            HistoryColumn.STATE: self.tr("State"),
            HistoryColumn.REFERENCE: self.tr("Reference"),
            HistoryColumn.OPERATOR: self.tr("Operator"),
        }[column]
