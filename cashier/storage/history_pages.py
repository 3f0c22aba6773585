"""Lines of history as they are shown, fetched by their places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import apsw

from cashier.domain.history import HistoryItem, ItemKind, ItemState
from cashier.domain.money import RIAL, Money
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
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

# Looked up by place in what an item stands for, and not through its line: that would be one more piece of the file to
# read for each, anywhere in it where history is not in the order of time.
_SELECT = """
SELECT wanted.value,
    record.id, accounts.value, record.kind, record.state, record.at, record.first_seen_at, record.amount, record.unit,
    record.party, record.holder, record.reference, record.key, record.provider_reference, record.message,
    payment.id, payment.account_id, payment.state, payment.created_at, payment.amount, payment.unit,
    payment.customer_no, payment.reference, payment.provider_reference, payment.note, payment.operator_id,
    withdrawal.id, withdrawal.account_id, withdrawal.state, withdrawal.created_at, withdrawal.amount_rial,
    withdrawal.iban, withdrawal.holder, withdrawal.reference, withdrawal.tracking_number, withdrawal.note,
    withdrawal.operator_id
FROM json_each(?) AS wanted
LEFT JOIN payments AS payment ON payment.place = wanted.value
LEFT JOIN withdrawals AS withdrawal
    ON withdrawal.place = CASE WHEN payment.id IS NULL THEN wanted.value END
LEFT JOIN provider_records AS record ON record.place = wanted.value
LEFT JOIN history_terms AS accounts ON accounts.id = record.account
"""

_KINDS = {int(kind): kind for kind in ItemKind}
_STATES = {int(state): state for state in ItemState}
_PAYMENT_STATES = {state.value: ItemState.of(state) for state in PaymentState}
_WITHDRAWAL_STATES = {state.value: ItemState.of(state) for state in WithdrawalState}


def items(connection: apsw.Connection, places: Sequence[int]) -> list[HistoryItem]:
    """Return the items at these places, in their order; those that are not there any more are left out."""
    rows = connection.execute(_SELECT, (json.dumps(list(places)),))
    return [item for item in map(_item, rows) if item is not None]


def _item(row: tuple[Any, ...]) -> HistoryItem | None:
    if row[15] is not None:
        return _payment_item(row)
    if row[26] is not None:
        return _withdrawal_item(row)
    return None if row[1] is None else _record_item(row)


def _payment_item(row: tuple[Any, ...]) -> HistoryItem:
    id_, account_id, state, at, amount, unit, customer_no, reference, number, note, operator_id = row[15:26]
    return HistoryItem(
        place=row[0],
        kind=ItemKind.PAYMENT,
        at=known_time(at),
        account_id=account_id,
        state=_PAYMENT_STATES[state],
        money=Money.from_storage(amount, unit),
        party=customer_no,
        holder=row[10] or "",
        reference=reference,
        provider_reference=number or row[13] or "",
        note=note,
        operator_id=operator_id,
        payment_id=id_,
        withdrawal_id=None,
        record_id=row[1],
    )


def _withdrawal_item(row: tuple[Any, ...]) -> HistoryItem:
    id_, account_id, state, at, amount, iban, holder, reference, number, note, operator_id = row[26:37]
    return HistoryItem(
        place=row[0],
        kind=ItemKind.WITHDRAWAL,
        at=known_time(at),
        account_id=account_id,
        state=_WITHDRAWAL_STATES[state],
        money=Money.from_storage(amount, RIAL.code),
        party=iban,
        holder=holder or row[10] or "",
        reference=reference,
        provider_reference=number or row[13] or "",
        note=note,
        operator_id=operator_id,
        payment_id=None,
        withdrawal_id=id_,
        record_id=row[1],
    )


def _record_item(row: tuple[Any, ...]) -> HistoryItem:
    id_, account_id, kind, state, at, first_seen_at, amount, unit, party, holder = row[1:11]
    reference, key, number, message = row[11:15]
    return HistoryItem(
        place=row[0],
        kind=_KINDS[kind],
        at=known_time(first_seen_at if at is None else at),
        account_id=account_id,
        state=_STATES[state],
        money=None if amount is None else Money.from_storage(amount, unit),
        party=party,
        holder=holder,
        reference=reference or key,
        provider_reference=number,
        note=message,
        operator_id=None,
        payment_id=None,
        withdrawal_id=None,
        record_id=id_,
    )
