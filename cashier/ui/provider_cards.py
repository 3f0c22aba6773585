"""The providers as cards, one of them chosen: all beside each other, or two and two where it is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.providers.catalogue import PROVIDERS
from cashier.ui.messages import confirmation_subtitle, provider_name
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard

_IN_NARROW_ROW: Final = 2
_ROOM_FOR_ALL: Final = 600


class ProviderCards(QWidget):
    """Lets a person choose whose account it is.

    Signals:
        chosen: with the provider's key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        """Choose the provider `key`; `name` is the object name, and the beginning of the cards' own."""
        super().__init__(parent)
        self.setObjectName(name)
        self._cards: dict[str, SelectableCard] = {}
        self._in_row = len(PROVIDERS)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Spacing.S)
        for provider in PROVIDERS:
            card = SelectableCard("", "", self)
            card.setObjectName(f"{name}.{provider}")
            card.setChecked(provider == key)
            card.toggled.connect(lambda chosen, key=provider: self.chosen.emit(key) if chosen else None)
            self._cards[provider] = card
        self._arrange()

    def retranslate(self) -> None:
        """Write the names in the language of the moment."""
        for key, card in self._cards.items():
            traits = PROVIDERS[key].traits
            card.set_texts(provider_name(key), confirmation_subtitle(traits.confirmation if traits else None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        in_row = len(self._cards) if self.width() >= _ROOM_FOR_ALL else _IN_NARROW_ROW
        if in_row != self._in_row:
            self._in_row = in_row
            self._arrange()

    def _arrange(self) -> None:
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, *divmod(place, self._in_row))
