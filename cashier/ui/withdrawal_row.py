"""One withdrawal in a list: when, how much, its reference, and how it stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from cashier.domain.money import Money
from cashier.domain.withdrawal import Withdrawal
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import StateWord
from cashier.ui.money_row import MoneyRow
from cashier.ui.withdrawal_words import WithdrawalWords


class WithdrawalRow(MoneyRow):
    """A row that can be pressed to open its withdrawal."""

    # Room for a date: the list reaches back beyond today.
    time_width = 84

    def __init__(
        self, withdrawal: Withdrawal, words: WithdrawalWords, today: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"withdraw.row.{withdrawal.reference}", parent)
        self._withdrawal = withdrawal
        self._words = words
        self._today = today
        self.show_anew()

    def withdrawal(self) -> Withdrawal:
        """Return the withdrawal it shows."""
        return self._withdrawal

    def show_withdrawal(self, withdrawal: Withdrawal, today: datetime) -> None:
        """Show the withdrawal as it stands now; `today` is when the day began."""
        if (withdrawal, today) == (self._withdrawal, self._today):
            return
        self._withdrawal, self._today = withdrawal, today
        self.show_anew()

    def money(self) -> Money:
        """Return how much it is."""
        return self._withdrawal.money

    def reference(self) -> str:
        """Return its reference."""
        return self._withdrawal.reference

    def moment(self) -> str:
        """Return the time of one of today, the date of any other."""
        fmt, at = current_locale_format(), self._withdrawal.created_at
        return fmt.time(at) if at >= self._today else fmt.date_short(at)

    def word(self) -> StateWord:
        """Return how it stands."""
        return self._words.state_word(self._withdrawal.state)
