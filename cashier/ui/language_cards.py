"""The languages of the screen to choose from, each written in itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.services.preferences import Language
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard

# Never translated: whoever cannot read the screen must find their own.
_OWN_NAMES: Final = {Language.PERSIAN: "فارسی", Language.ARABIC: "العربية", Language.ENGLISH: "English"}


class LanguageCards(QWidget):
    """One card a language, in a row.

    Signals:
        chosen: with the `Language`, when a person chooses another.
    """

    chosen = Signal(Language)

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        """Show `language` as the chosen one; `name` is the object name, and each card's with its code added."""
        super().__init__(parent)
        self.setObjectName(name)
        self._cards: dict[Language, SelectableCard] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        for each, own_name in _OWN_NAMES.items():
            card = SelectableCard(own_name, "", self)
            card.setObjectName(f"{name}.{each.value}")
            card.setChecked(each is language)
            card.toggled.connect(lambda on, each=each: self.chosen.emit(each) if on else None)
            row.addWidget(card, 1)
            self._cards[each] = card

    def language(self) -> Language:
        """Return the chosen one."""
        return next(language for language, card in self._cards.items() if card.isChecked())

    def set_language(self, language: Language) -> None:
        """Show another as the chosen one, without telling."""
        self.blockSignals(True)
        self._cards[language].setChecked(True)
        self.blockSignals(False)
