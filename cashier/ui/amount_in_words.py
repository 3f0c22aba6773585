"""Sums of the shop's own money said in every way at once: in rial, in toman, and in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.domain.amount_words import LARGEST_NUMBER, counted_in_words, whole_number_in_words
from cashier.domain.money import RIAL, TOMAN, InexactAmountError, Money
from cashier.ui.locale_format import current_locale_format, isolate_ltr
from cashier.ui.widgets import TextLabel

_OWN: Final = {RIAL.code, TOMAN.code}


def in_toman(money: Money) -> Money | None:
    """Return a sum in toman; None if it is no whole number of them, or no money of the shop's country."""
    if money.code not in _OWN:
        return None
    try:
        return money.to(TOMAN)
    except InexactAmountError:
        return None


def figures_of(money: Money) -> str:
    """Return a sum in figures with its unit."""
    return current_locale_format().amount_with_unit(money.text, money.code)


def words_of(money: Money) -> str:
    """Return a whole sum in words, in toman where it is one of those, as people say it; empty where there are none."""
    language = current_locale_format().language
    if money.code in _OWN:
        return counted_in_words(in_toman(money) or money, language) or ""
    if money.decimals or not 0 <= money.amount <= LARGEST_NUMBER:
        return ""
    return f"{whole_number_in_words(int(money.amount), language)} {isolate_ltr(money.code)}"


def both_figures_of(money: Money) -> str:
    """Return a sum in rial and in toman; in one of them where the other is not whole."""
    toman = in_toman(money)
    rial = figures_of(money.to(RIAL))
    # An equals sign stands between them in either direction of reading.
    return rial if toman is None else f"{rial} = {figures_of(toman)}"


class AmountInWords(QWidget):
    """Two lines below an amount: both units in figures, and words. Its room is kept so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money: Money | None = None
        self._figures = TextLabel(role="medium")
        self._words = TextLabel(tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._figures, self._words):
            label.setMinimumHeight(label.fontMetrics().height() + 2)
            column.addWidget(label)

    def show_money(self, money: Money | None) -> None:
        """Show a sum, in rial or toman; None shows nothing."""
        self._money = money
        self._figures.setText("" if money is None else both_figures_of(money))
        self._words.setText("" if money is None else words_of(money))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return all that it says."""
        return " ".join(filter(None, (self._figures.text(), self._words.text())))

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_money(self._money)
