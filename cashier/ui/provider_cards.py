"""The providers as cards, one of them chosen: all beside each other, or two and two where it is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cashier.providers.catalogue import PROVIDERS
from cashier.ui.folding_grid import FoldingGrid
from cashier.ui.messages import confirmation_subtitle, provider_name
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard

_IN_NARROW_ROW: Final = 2


class ProviderCards(FoldingGrid):
    """Lets a person choose whose account it is.

    Signals:
        chosen: with the provider's key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        """Choose the provider `key`; `name` is the object name, and the beginning of the cards' own."""
        super().__init__(parent, columns=len(PROVIDERS), narrow_columns=_IN_NARROW_ROW, spacing=Spacing.S)
        self.setObjectName(name)
        self._cards: dict[str, SelectableCard] = {}
        for provider in PROVIDERS:
            card = SelectableCard("", "", self)
            card.setObjectName(f"{name}.{provider}")
            card.setChecked(provider == key)
            card.toggled.connect(lambda chosen, key=provider: self.chosen.emit(key) if chosen else None)
            self._cards[provider] = card
        self.lay_out(self._cards.values())

    def retranslate(self) -> None:
        """Write the names in the language of the moment."""
        for key, card in self._cards.items():
            traits = PROVIDERS[key].traits
            card.set_texts(provider_name(key), confirmation_subtitle(traits.confirmation if traits else None))
