"""Which record of a provider's list is which payment or withdrawal of ours, whichever of the two came first."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from cashier.domain.history import ItemKind, ListedRecord
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.storage import history_facets, history_items, many_rows
from cashier.storage.history_places import PlaceKind

# A payment by the provider's name for it, then by what it was given of ours, then by the number it settled under.
_PAYMENT_OF_RECORD = (
    "SELECT place FROM payments WHERE account_id = ?1 AND provider_key = ?2",
    "SELECT place FROM payments WHERE reference = ?3 AND account_id = ?1",
    "SELECT place FROM payments WHERE id = ?3 AND account_id = ?1",
    "SELECT place FROM payments WHERE account_id = ?1 AND provider_reference = ?2",
)
_WITHDRAWAL_OF_RECORD = (
    "SELECT place FROM withdrawals WHERE account_id = ?1 AND provider_key = ?2",
    "SELECT place FROM withdrawals WHERE reference = ?3 AND account_id = ?1",
)

# The columns that these compare.
_OURS_BY_KEY = (
    ("provider_key", "payments"),
    ("provider_reference", "payments"),
    ("provider_key", "withdrawals"),
)
_OURS_BY_REFERENCE = (("reference", "payments"), ("id", "payments"), ("reference", "withdrawals"))

_ELSEWHERE = "SELECT id, place FROM provider_records WHERE account = ? AND is_ours = 0"
_BY_KEY = f"{_ELSEWHERE} AND key = ? AND kind = ?"
_BY_REFERENCE = f"{_ELSEWHERE} AND reference = ? AND reference <> '' AND kind = ?"


def place_of_ours(connection: apsw.Connection, account_id: str, record: ListedRecord) -> int | None:
    """Return the place of the payment or withdrawal a new record is of; None if it was made elsewhere.

    One that has a record already is not given a second.
    """
    statements = _PAYMENT_OF_RECORD if record.kind is ItemKind.PAYMENT else _WITHDRAWAL_OF_RECORD
    for statement in statements:
        if "?3" in statement and not record.reference:
            continue
        values = (account_id, record.key, record.reference)[: 3 if "?3" in statement else 2]
        for (place,) in connection.execute(statement, values).fetchall():
            if not connection.execute("SELECT 1 FROM provider_records WHERE place = ?", (place,)).fetchone():
                return int(str(place))
    return None


def names_of_ours(connection: apsw.Connection, account_id: str, records: Sequence[ListedRecord]) -> set[str]:
    """Return those keys and references of records by which one could be a payment or withdrawal of ours.

    A record of neither name is none: `place_of_ours` need not be asked about it.
    """
    keys = [record.key for record in records]
    references = [record.reference for record in records if record.reference]
    names: set[str] = set()
    for statement, values in ((_OURS_BY_KEY, keys), (_OURS_BY_REFERENCE, references)):
        if values:
            listed = many_rows.marks(values)
            for column, table in statement:
                rows = connection.execute(
                    f"SELECT {column} FROM {table} WHERE account_id = ? AND {column} IN ({listed})",
                    (account_id, *values),
                )
                names.update(str(name) for (name,) in rows)
    return names


def add_payment(connection: apsw.Connection, payment: Payment) -> int:
    """Store the item of a new payment, with its record if one was listed already; return its place."""
    place = history_items.add(
        connection, payment.created_at, PlaceKind.PAYMENT, history_items.of_payment(payment)
    )
    if _adopt_for_payment(connection, place, payment):
        change_payment(connection, place, payment)
    return place


def change_payment(connection: apsw.Connection, place: int, payment: Payment) -> None:
    """Store what is true of a payment's item now, with its record if it can be recognised by now."""
    listed = history_items.record_text_at(connection, place)
    if listed is None and _adopt_for_payment(connection, place, payment):
        listed = history_items.record_text_at(connection, place)
    history_items.change(connection, place, history_items.of_payment(payment, listed))


def add_withdrawal(connection: apsw.Connection, withdrawal: Withdrawal) -> int:
    """Store the item of a new withdrawal, with its record if one was listed already; return its place."""
    place = history_items.add(
        connection, withdrawal.created_at, PlaceKind.WITHDRAWAL, history_items.of_withdrawal(withdrawal)
    )
    if _adopt_for_withdrawal(connection, place, withdrawal):
        change_withdrawal(connection, place, withdrawal)
    return place


def change_withdrawal(connection: apsw.Connection, place: int, withdrawal: Withdrawal) -> None:
    """Store what is true of a withdrawal's item now, with its record if it can be recognised by now."""
    listed = history_items.record_text_at(connection, place)
    if listed is None and _adopt_for_withdrawal(connection, place, withdrawal):
        listed = history_items.record_text_at(connection, place)
    history_items.change(connection, place, history_items.of_withdrawal(withdrawal, listed))


def _adopt_for_payment(connection: apsw.Connection, place: int, payment: Payment) -> bool:
    return _adopt(
        connection,
        place,
        ItemKind.PAYMENT,
        payment.account_id,
        keys=(payment.provider_key, payment.provider_reference),
        references=(payment.reference, payment.id),
    )


def _adopt_for_withdrawal(connection: apsw.Connection, place: int, withdrawal: Withdrawal) -> bool:
    return _adopt(
        connection,
        place,
        ItemKind.WITHDRAWAL,
        withdrawal.account_id,
        keys=(withdrawal.provider_key,),
        references=(withdrawal.reference,),
    )


def _adopt(
    connection: apsw.Connection,
    place: int,
    kind: ItemKind,
    account_id: str,
    *,
    keys: tuple[str | None, ...],
    references: tuple[str, ...],
) -> bool:
    """Make a record that is still an item of its own one of ours; return whether there is one."""
    account = history_facets.term_id(connection, "account", account_id)
    ways = [(_BY_KEY, key) for key in keys if key] + [(_BY_REFERENCE, reference) for reference in references]
    for statement, value in ways:
        row = connection.execute(statement, (account, value, int(kind))).fetchone()
        if row is not None:
            record_id, own_place = row
            history_items.remove(connection, int(str(own_place)))
            connection.execute(
                "UPDATE provider_records SET place = ?, is_ours = 1 WHERE id = ?", (place, record_id)
            )
            return True
    return False
