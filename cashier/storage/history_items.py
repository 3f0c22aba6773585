"""Items of history: kept up in the transaction that writes the payment, withdrawal or record they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import apsw

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.money import RIAL, Money
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.storage import history_facets, history_search
from cashier.storage.history_amounts import amount_order, amount_parts
from cashier.storage.history_places import PlaceKind, free_place
from cashier.storage.history_search import ItemText


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """What an item is filtered, sorted, summed and found by."""

    kind: ItemKind
    account_id: str
    state: ItemState
    money: Money | None
    operator_id: str | None
    text: ItemText


def of_payment(payment: Payment, record_text: RecordText | None = None) -> ItemFacts:
    """Return the facts of a payment, with those of the provider's record of it."""
    listed = record_text or _NOTHING_LISTED
    return ItemFacts(
        kind=ItemKind.PAYMENT,
        account_id=payment.account_id,
        state=ItemState.of(payment.state),
        money=payment.money,
        operator_id=payment.operator_id,
        text=ItemText.of(
            (payment.note, payment.provider_message, listed.holder, listed.message),
            (
                payment.reference,
                payment.customer_no,
                payment.provider_key,
                payment.provider_reference,
                *listed.codes,
            ),
        ),
    )


def of_withdrawal(withdrawal: Withdrawal, record_text: RecordText | None = None) -> ItemFacts:
    """Return the facts of a withdrawal, with those of the provider's record of it."""
    listed = record_text or _NOTHING_LISTED
    return ItemFacts(
        kind=ItemKind.WITHDRAWAL,
        account_id=withdrawal.account_id,
        state=ItemState.of(withdrawal.state),
        money=withdrawal.money.to(RIAL),
        operator_id=withdrawal.operator_id,
        text=ItemText.of(
            (
                withdrawal.holder,
                withdrawal.note,
                withdrawal.told_holder,
                withdrawal.bank_name,
                withdrawal.provider_message,
                listed.holder,
                listed.message,
            ),
            (
                withdrawal.reference,
                withdrawal.iban,
                withdrawal.pay_id,
                withdrawal.provider_key,
                withdrawal.tracking_number,
                withdrawal.ref_code,
                *listed.codes,
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class RecordText:
    """What a provider's record adds to what an item is found by."""

    holder: str
    message: str
    codes: tuple[str, ...]


_NOTHING_LISTED = RecordText("", "", ())


def record_text_at(connection: apsw.Connection, place: int) -> RecordText | None:
    """Return what the provider's record of the item at a place is found by; None if there is no record."""
    row = connection.execute(
        "SELECT holder, message, key, party, reference, provider_reference FROM provider_records WHERE place = ?",
        (place,),
    ).fetchone()
    if row is None:
        return None
    holder, message, *codes = (str(value) for value in row)
    return RecordText(holder, message, tuple(codes))


def add(connection: apsw.Connection, moment: datetime, place_kind: PlaceKind, facts: ItemFacts) -> int:
    """Store a new item; return its place, by which what it stands for is found."""
    place = free_place(connection, moment, place_kind)
    facet = _facet(connection, facts)
    connection.execute(
        "INSERT INTO history (place, added, facet, whole, fraction_high, fraction_low, amount_order)"
        " VALUES (?, (SELECT IFNULL(MAX(added), 0) + 1 FROM history), ?, ?, ?, ?, ?)",
        (place, facet, *amount_parts(facts.money), amount_order(facts.money)),
    )
    history_facets.count(connection, facet, 1)
    history_search.put(connection, place, facts.text)
    return place


def change(connection: apsw.Connection, place: int, facts: ItemFacts) -> None:
    """Store what is true of a known item now; what has not changed is not written."""
    row = connection.execute("SELECT facet, amount_order FROM history WHERE place = ?", (place,)).fetchone()
    if row is None:
        return
    facet_before, order_before = int(str(row[0])), str(row[1])
    facet, order = _facet(connection, facts), amount_order(facts.money)
    if order != order_before:
        connection.execute(
            "UPDATE history SET facet = ?, whole = ?, fraction_high = ?, fraction_low = ?, amount_order = ?"
            " WHERE place = ?",
            (facet, *amount_parts(facts.money), order, place),
        )
    elif facet != facet_before:
        connection.execute("UPDATE history SET facet = ? WHERE place = ?", (facet, place))
    if facet != facet_before:
        history_facets.count(connection, facet_before, -1)
        history_facets.count(connection, facet, 1)
    history_search.replace(connection, place, facts.text)


def remove(connection: apsw.Connection, place: int) -> None:
    """Forget an item; what it stood for is the caller's."""
    row = connection.execute("DELETE FROM history WHERE place = ? RETURNING facet", (place,)).fetchone()
    if row is not None:
        history_facets.count(connection, int(str(row[0])), -1)
        history_search.remove(connection, place)


def _facet(connection: apsw.Connection, facts: ItemFacts) -> int:
    return history_facets.facet_id(
        connection,
        kind=facts.kind,
        account_id=facts.account_id,
        state=facts.state,
        unit_code=facts.money.code if facts.money else None,
        operator_id=facts.operator_id,
    )
