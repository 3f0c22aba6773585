"""Gives every payment and withdrawal from before there was a history its line in it."""

from __future__ import annotations

import apsw

from cashier.storage import history_links, payments, withdrawals


def fill(connection: apsw.Connection) -> None:
    """Store the items of all payments and withdrawals, oldest first; runs once, in the migration's transaction."""
    for payment in payments.every(connection):
        place = history_links.add_payment(connection, payment)
        connection.execute("UPDATE payments SET place = ? WHERE id = ?", (place, payment.id))
    for withdrawal in withdrawals.every(connection):
        place = history_links.add_withdrawal(connection, withdrawal)
        connection.execute("UPDATE withdrawals SET place = ? WHERE id = ?", (place, withdrawal.id))
