"""Payments that are over here and not paid, and that a record of a provider's list could be all the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import apsw

from cashier.domain.history import ListedRecord
from cashier.domain.payment import PaymentState
from cashier.storage.time_columns import known_time, to_column

# What was given up here was settled there within a day, if it was at all; the clocks may differ.
_SETTLED_WITHIN = timedelta(days=1)
_CLOCKS_APART = timedelta(hours=1)

_STATES = ", ".join(
    f"'{state.value}'" for state in (PaymentState.EXPIRED, PaymentState.CANCELLED, PaymentState.UNKNOWN)
)


def fitting(
    connection: apsw.Connection, account_id: str, records: Sequence[ListedRecord]
) -> list[tuple[str, ListedRecord]]:
    """Return each payment of an account that a record fits by customer, amount, currency and time, with that record.

    Args:
        connection: to the file.
        account_id: whose list it is.
        records: those that are not known to be a payment of ours.
    """
    by_facts: dict[tuple[str, str, str], list[tuple[datetime, ListedRecord]]] = {}
    for record in records:
        if record.at is not None and record.money is not None:
            facts = (record.party, record.money.text, record.money.code)
            by_facts.setdefault(facts, []).append((record.at, record))
    times = [at for timed in by_facts.values() for at, _ in timed]
    if not times:
        return []
    rows = connection.execute(
        "SELECT id, customer_no, amount, unit, created_at FROM payments"
        f" WHERE created_at BETWEEN ? AND ? AND account_id = ? AND state IN ({_STATES})"
        " AND provider_key IS NOT NULL",
        (to_column(min(times) - _SETTLED_WITHIN), to_column(max(times) + _CLOCKS_APART), account_id),
    )
    return [
        (str(payment_id), record)
        for payment_id, customer_no, amount, unit, created_at in rows.fetchall()
        for at, record in by_facts.get((str(customer_no), str(amount), str(unit)), [])
        if -_CLOCKS_APART <= at - known_time(int(str(created_at))) <= _SETTLED_WITHIN
    ]
