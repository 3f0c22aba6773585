"""One payment in a list: when, how much, its reference, and how it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cashier.domain.money import Money
from cashier.domain.payment import Payment
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import StateWord, payment_word
from cashier.ui.money_row import MoneyRow


class PaymentRow(MoneyRow):
    """A row that can be pressed to open its payment."""

    def __init__(self, payment: Payment, parent: QWidget | None = None) -> None:
        super().__init__(f"payment.row.{payment.reference}", parent)
        self._payment = payment
        self._waits_for_line = False
        self.show_anew()

    def payment(self) -> Payment:
        """Return the payment it shows."""
        return self._payment

    def show_payment(self, payment: Payment, *, waits_for_line: bool) -> None:
        """Show the payment as it stands now, and whether it waits in the outbox."""
        if (payment, waits_for_line) == (self._payment, self._waits_for_line):
            return
        self._payment, self._waits_for_line = payment, waits_for_line
        self.show_anew()

    def money(self) -> Money:
        """Return how much it is."""
        return self._payment.money

    def reference(self) -> str:
        """Return its reference."""
        return self._payment.reference

    def moment(self) -> str:
        """Return the time of the day it was asked for."""
        return current_locale_format().time(self._payment.created_at)

    def word(self) -> StateWord:
        """Return how it stands."""
        return payment_word(
            self._payment.state,
            customer_paid=self._payment.customer_paid_at is not None,
            waits_for_line=self._waits_for_line,
        )
