"""Lines of history as they are shown, fetched by their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

from cashier.domain.history import HistoryItem, ItemKind, ItemState
from cashier.domain.money import RIAL, Money
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.storage.history_places import KIND_BITS, PlaceKind
from cashier.storage.time_columns import known_time

# Looked up in what an item stands for, which its place tells, and not through its line: that would be one more piece of
# the file to read for each, anywhere in it where history is not in the order of time.
_PAYMENTS = (
    "SELECT place, id, account_id, state, created_at, amount, unit, customer_no, reference, provider_reference,"
    " note, operator_id FROM payments WHERE place IN ({})"
)
_WITHDRAWALS = (
    "SELECT place, id, account_id, state, created_at, amount_rial, iban, holder, reference, tracking_number,"
    " note, operator_id FROM withdrawals WHERE place IN ({})"
)
_RECORDS = (
    "SELECT place, record.id, accounts.value, record.kind, state, at, first_seen_at, amount, unit, party, holder,"
    " reference, key, provider_reference, message FROM provider_records AS record"
    " JOIN history_terms AS accounts ON accounts.id = account WHERE place IN ({})"
)

_PAYMENT, _WITHDRAWAL, _RECORD = (int(kind) for kind in PlaceKind)

# A statement takes some ten thousand values at most, and is read anew for each number of them.
_AT_ONCE = 500

_KINDS = {int(kind): kind for kind in ItemKind}
_STATES = {int(state): state for state in ItemState}
_PAYMENT_STATES = {state.value: ItemState.of(state) for state in PaymentState}
_WITHDRAWAL_STATES = {state.value: ItemState.of(state) for state in WithdrawalState}

_Row = tuple[Any, ...]


def items(connection: apsw.Connection, places: Sequence[int]) -> list[HistoryItem]:
    """Return the items at these places, in their order; those that are not there any more are left out."""
    found: dict[int, HistoryItem] = {}
    for start in range(0, len(places), _AT_ONCE):
        found |= _found(connection, places[start : start + _AT_ONCE])
    return [found[place] for place in places if place in found]


def _found(connection: apsw.Connection, places: Sequence[int]) -> dict[int, HistoryItem]:
    of_payments = [place for place in places if place & KIND_BITS == _PAYMENT]
    of_withdrawals = [place for place in places if place & KIND_BITS == _WITHDRAWAL]
    # These may belong to one of ours.
    records = {row[0]: row for row in _rows(connection, _RECORDS, places)}
    found = {}
    for row in _rows(connection, _PAYMENTS, of_payments):
        found[row[0]] = _payment_item(row, records.get(row[0]))
    for row in _rows(connection, _WITHDRAWALS, of_withdrawals):
        found[row[0]] = _withdrawal_item(row, records.get(row[0]))
    for place, row in records.items():
        if place & KIND_BITS == _RECORD:
            found[place] = _record_item(row)
    return found


def _rows(connection: apsw.Connection, statement: str, places: Sequence[int]) -> list[_Row]:
    if not places:
        return []
    return connection.execute(statement.format(", ".join("?" * len(places))), tuple(places)).fetchall()


def _payment_item(row: _Row, record: _Row | None) -> HistoryItem:
    place, id_, account_id, state, at, amount, unit, customer_no, reference, number, note, operator_id = row
    return HistoryItem(
        place=place,
        kind=ItemKind.PAYMENT,
        at=known_time(at),
        account_id=account_id,
        state=_PAYMENT_STATES[state],
        money=Money.from_storage(amount, unit),
        party=customer_no,
        holder="" if record is None else record[10],
        reference=reference,
        provider_reference=number or ("" if record is None else record[13]),
        note=note,
        operator_id=operator_id,
        payment_id=id_,
        withdrawal_id=None,
        record_id=None if record is None else record[1],
    )


def _withdrawal_item(row: _Row, record: _Row | None) -> HistoryItem:
    place, id_, account_id, state, at, amount, iban, holder, reference, number, note, operator_id = row
    return HistoryItem(
        place=place,
        kind=ItemKind.WITHDRAWAL,
        at=known_time(at),
        account_id=account_id,
        state=_WITHDRAWAL_STATES[state],
        money=Money.from_storage(amount, RIAL.code),
        party=iban,
        holder=holder or ("" if record is None else record[10]),
        reference=reference,
        provider_reference=number or ("" if record is None else record[13]),
        note=note,
        operator_id=operator_id,
        payment_id=None,
        withdrawal_id=id_,
        record_id=None if record is None else record[1],
    )


def _record_item(row: _Row) -> HistoryItem:
    place, id_, account_id, kind, state, at, first_seen_at, amount, unit, party, holder = row[:11]
    reference, key, number, message = row[11:]
    return HistoryItem(
        place=place,
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
