"""Lines of history as they are shown, fetched by their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

from cashier.domain.history import HistoryItem, ItemKind, ItemState
from cashier.domain.money import RIAL, Money
from cashier.storage.time_columns import known_time

# What belongs to a line of history: its facets, and the payment, withdrawal or record it stands for.
JOINS = """
JOIN history_facets AS facets ON facets.id = history.facet
JOIN history_terms AS accounts ON accounts.id = facets.account
LEFT JOIN history_terms AS operators ON operators.id = facets.operator
LEFT JOIN payments AS payment ON payment.place = history.place
LEFT JOIN withdrawals AS withdrawal ON withdrawal.place = history.place
LEFT JOIN provider_records AS record ON record.place = history.place
"""

_SELECT = """
SELECT history.place, facets.kind, facets.state, accounts.value, operators.value,
    record.id, record.at, record.first_seen_at, record.amount, record.unit, record.party, record.holder,
    record.reference, record.key, record.provider_reference, record.message,
    payment.id, payment.created_at, payment.amount, payment.unit, payment.customer_no, payment.reference,
    payment.provider_reference, payment.note,
    withdrawal.id, withdrawal.created_at, withdrawal.amount_rial, withdrawal.iban, withdrawal.holder,
    withdrawal.reference, withdrawal.tracking_number, withdrawal.note
FROM history
{joins}
WHERE history.place IN ({marks})
"""


def items(connection: apsw.Connection, places: Sequence[int]) -> list[HistoryItem]:
    """Return the items at these places, in their order; those that are not there any more are left out."""
    statement = _SELECT.format(joins=JOINS, marks=", ".join("?" * len(places)))
    found = {item.place: item for item in map(_item, connection.execute(statement, tuple(places)))}
    return [found[place] for place in places if place in found]


def _item(row: tuple[Any, ...]) -> HistoryItem:
    place, kind, state, account_id, operator_id = row[:5]
    record_id, at, first_seen_at, amount, unit, party, holder, reference, key, number, note = row[5:16]
    payment_id, withdrawal_id = row[16], row[24]
    if payment_id is not None:
        _, at, amount, unit, party, reference, own_number, note = row[16:24]
        number = own_number or number
    elif withdrawal_id is not None:
        _, at, amount, party, own_holder, reference, own_number, note = row[24:32]
        unit, holder, number = RIAL.code, own_holder or holder, own_number or number
    return HistoryItem(
        place=place,
        kind=ItemKind(kind),
        at=known_time(first_seen_at if at is None else at),
        account_id=account_id,
        state=ItemState(state),
        money=None if amount is None else Money.from_storage(amount, unit),
        party=party,
        holder=holder or "",
        reference=reference or key or "",
        provider_reference=number or "",
        note=note or "",
        operator_id=operator_id,
        payment_id=payment_id,
        withdrawal_id=withdrawal_id,
        record_id=record_id,
    )
