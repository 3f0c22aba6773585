"""A choice between the members of an enum, each on a card of its own, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SelectableCard


class ChoiceCards(QWidget):
    """One of them is chosen, by click or with the arrows.

    Signals:
        chosen: with the member that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, name: str, members: Sequence[Enum], parent: QWidget | None = None) -> None:
        """Make the cards, `name` and the member's value their object names; the first is chosen."""
        super().__init__(parent)
        self.setObjectName(name)
        self._cards: dict[Enum, SelectableCard] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        for member in members:
            card = SelectableCard("", "", self)
            card.setObjectName(f"{name}.{member.value}")
            card.clicked.connect(lambda _=False, chosen=member: self.chosen.emit(chosen))
            row.addWidget(card, 1)
            self._cards[member] = card
        self.choose(members[0])

    def choose(self, member: Enum) -> None:
        """Choose one without telling anybody."""
        self._cards[member].setChecked(True)

    def set_texts(self, name: str, texts: Mapping[Any, str]) -> None:
        """Say what is chosen between, and each of the members."""
        self.setAccessibleName(name)
        for member, text in texts.items():
            self._cards[member].set_texts(text)
