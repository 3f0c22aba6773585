"""The shop's accounts as cards beside each other, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.domain.account import Account
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard
from cashier.ui.widgets.tab_order import put_in_tab_order

_CARDS_IN_ROW: Final = 3
_CARDS_IN_NARROW_ROW: Final = 2
_ROOM_FOR_THREE_CARDS: Final = 520


class AccountCards(QWidget):
    """Lets a person choose one of some accounts.

    Signals:
        chosen: another account was chosen, or the accounts are others.
    """

    chosen = Signal()

    def __init__(self, name: str) -> None:
        """Make it empty; `name` is its object name, and the beginning of the cards' own."""
        super().__init__()
        self.setObjectName(name)
        self._accounts: list[Account] = []
        self._cards: dict[str, SelectableCard] = {}
        self._cards_in_row = _CARDS_IN_ROW
        self._is_low = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Spacing.M)

    def account(self) -> Account | None:
        """Return the account that is chosen."""
        return next((account for account in self._accounts if self._cards[account.id].isChecked()), None)

    def choose(self, account_id: str | None) -> None:
        """Choose an account, if it is among those shown."""
        card = self._cards.get(account_id or "")
        if card is not None:
            card.setChecked(True)

    def show_accounts(self, accounts: list[Account]) -> None:
        """Show these; the one that was chosen stays chosen, else the first is."""
        before = self.account()
        self._accounts = list(accounts)
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = {}
        for account in self._accounts:
            card = SelectableCard(account.label, "", self)
            card.setObjectName(f"{self.objectName()}.{account.id}")
            card.set_low(is_low=self._is_low)
            self._cards[account.id] = card
            card.show()
        self._arrange()
        put_in_tab_order(self, list(self._cards.values()))
        kept = before.id if before is not None and before.id in self._cards else None
        self.choose(kept or next(iter(self._cards), None))
        for card in self._cards.values():
            card.toggled.connect(self._on_toggled)

    def set_low(self, *, is_low: bool) -> None:
        """Show the names alone in a low window."""
        self._is_low = is_low
        for card in self._cards.values():
            card.set_low(is_low=is_low)

    def set_subtitles(self, subtitle: Callable[[Account], str]) -> None:
        """Say below each account's name what `subtitle` says of it."""
        for account in self._accounts:
            self._cards[account.id].set_texts(account.label, subtitle(account))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many accounts beside each other as there is room for."""
        super().resizeEvent(event)
        if self._places_in_row() != self._cards_in_row:
            self._arrange()

    def _places_in_row(self) -> int:
        return _CARDS_IN_ROW if self.width() >= _ROOM_FOR_THREE_CARDS else _CARDS_IN_NARROW_ROW

    def _arrange(self) -> None:
        self._cards_in_row = self._places_in_row()
        for index, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, index // self._cards_in_row, index % self._cards_in_row)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # a slot
        if checked:
            self.chosen.emit()
