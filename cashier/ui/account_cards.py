"""The shop's accounts as cards beside each other, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal

from cashier.domain.account import Account
from cashier.ui.folding_grid import FoldingGrid
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard
from cashier.ui.widgets.tab_order import put_in_tab_order

_CARDS_IN_ROW: Final = 3
_CARDS_IN_NARROW_ROW: Final = 2
_ROOM_FOR_THREE_CARDS: Final = 520


class AccountCards(FoldingGrid):
    """Lets a person choose one of some accounts.

    Signals:
        chosen: another account was chosen, or the accounts are others.
    """

    chosen = Signal()

    def __init__(self, name: str) -> None:
        """Make it empty; `name` is its object name, and the beginning of the cards' own."""
        super().__init__(
            columns=_CARDS_IN_ROW,
            narrow_columns=_CARDS_IN_NARROW_ROW,
            wide_from=_ROOM_FOR_THREE_CARDS,
            spacing=Spacing.M,
        )
        self.setObjectName(name)
        self._accounts: list[Account] = []
        self._cards: dict[str, SelectableCard] = {}
        self._is_low = False

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
        self.lay_out(())
        for card in self._cards.values():
            card.setParent(None)
            card.deleteLater()
        self._cards = {}
        for account in self._accounts:
            card = SelectableCard(account.label, "", self)
            card.setObjectName(f"{self.objectName()}.{account.id}")
            card.set_low(is_low=self._is_low)
            self._cards[account.id] = card
            card.show()
        self.lay_out(self._cards.values())
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

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # a slot
        if checked:
            self.chosen.emit()
