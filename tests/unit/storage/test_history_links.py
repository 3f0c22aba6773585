"""A record of a provider's list and our own payment or withdrawal are one item, whichever of them came first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.history import HistoryItem, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.storage import (
    accounts,
    events,
    history_facets,
    history_pages,
    payments,
    provider_records,
    withdrawals,
)
from cashier.storage.provider_records import TakenPage

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
IN, OUT = ItemKind.PAYMENT, ItemKind.WITHDRAWAL


@pytest.fixture
def take(connection: apsw.Connection, rows: Any) -> Callable[..., TakenPage]:
    """Return what takes records of a list in."""

    def event(subject_kind: str, subject_id: str, kind: str, **facts: Any) -> Any:
        facts.pop("by_program")
        return rows.event(subject_kind=subject_kind, subject_id=subject_id, kind=kind, **facts)

    def taken(*records: ListedRecord, account_id: str = "account-1") -> TakenPage:
        return provider_records.take_page(
            connection, account_id=account_id, records=records, now=NOON, event=event
        )

    return taken


def record(key: str = "key-1", kind: ItemKind = IN, **facts: Any) -> ListedRecord:
    """Return a paid record."""
    known: dict[str, Any] = {"state": ItemState.PAID, "at": NOON, "money": Money.of("10", "USDT")}
    return ListedRecord(key=key, kind=kind, **(known | facts))


def items(connection: apsw.Connection) -> list[HistoryItem]:
    """Return all items; the counts that are kept of them are right, and so is what they are found by."""
    places = [int(str(place)) for (place,) in connection.execute("SELECT place FROM history ORDER BY place")]
    counted = "SELECT COUNT(*) FROM history WHERE facet = history_facets.id"
    wrong = connection.execute(f"SELECT 1 FROM history_facets WHERE items <> ({counted})").fetchall()  # noqa: S608  # our own
    assert not wrong
    assert history_facets.total_items(connection) == len(places)
    for table in ("SELECT place FROM history_texts", "SELECT -rowid FROM history_search"):
        assert sorted(place for (place,) in connection.execute(table)) == places
    return history_pages.items(connection, places)


PAYMENT_WAYS = [
    ({"provider_key": "key-1"}, {}),
    ({"reference": "REF1"}, {"reference": "REF1"}),
    ({"id": "payment-1"}, {"reference": "payment-1"}),
    ({"provider_reference": "key-1"}, {}),
]
WITHDRAWAL_WAYS = [({"provider_key": "key-1"}, {}), ({"reference": "REF1"}, {"reference": "REF1"})]


@pytest.mark.parametrize("is_record_first", [False, True])
@pytest.mark.parametrize(("ours", "listed"), PAYMENT_WAYS)
def test_a_payment_and_its_record_are_one(
    connection: apsw.Connection, rows: Any, take: Any, ours: Any, listed: Any, *, is_record_first: bool
) -> None:
    """By the provider's name, by ours, by our id and by the number it settled under; others are items of their own."""
    payment = rows.payment(state=PaymentState.PAID, **ours)
    if not is_record_first:
        payments.insert(connection, payment)
    assert take(record(**listed), record("key-2", holder="دیگری")).new == 2
    if is_record_first:
        payments.insert(connection, payment)
    elsewhere, own = sorted(items(connection), key=lambda item: item.payment_id or "")
    assert (own.payment_id, own.record_id is not None, own.is_made_elsewhere) == (payment.id, True, False)
    assert (elsewhere.is_made_elsewhere, elsewhere.holder) == (True, "دیگری")
    again = take(record(**listed), record("key-2", holder="دیگری"))
    assert (again.new, again.changed, again.known, len(items(connection))) == (0, 0, 2, 2)


@pytest.mark.parametrize("is_record_first", [False, True])
@pytest.mark.parametrize(("ours", "listed"), WITHDRAWAL_WAYS)
def test_a_withdrawal_and_its_record_are_one(
    connection: apsw.Connection, rows: Any, take: Any, ours: Any, listed: Any, *, is_record_first: bool
) -> None:
    """By the provider's name and by the reference it was given; a payment of the same name is another thing."""
    withdrawal = rows.withdrawal(state=WithdrawalState.PAID, **ours)
    if not is_record_first:
        withdrawals.insert(connection, withdrawal)
    take(record(kind=OUT, **listed), record("key-2", reference="REF1"))
    if is_record_first:
        withdrawals.insert(connection, withdrawal)
    elsewhere, own = sorted(items(connection), key=lambda item: item.withdrawal_id or "")
    assert (own.withdrawal_id, own.record_id is not None) == (withdrawal.id, True)
    assert elsewhere.is_made_elsewhere


def test_a_record_is_recognised_once_the_payment_learns_its_key(
    connection: apsw.Connection, rows: Any, take: Any
) -> None:
    """Listed while our answer was missing: it is an item of its own until ours learns its name, then there is one."""
    payment = rows.payment(state=PaymentState.CONFIRMING)
    payments.insert(connection, payment)
    take(record(holder="كريم"))
    assert [item.is_made_elsewhere for item in items(connection)] == [True, False]
    payments.update(
        connection, replace(payment, state=PaymentState.PAID, provider_reference="key-1", version=2)
    )
    (item,) = items(connection)
    assert (item.payment_id, item.state, item.holder) == (payment.id, ItemState.PAID, "كريم")
    kept = provider_records.at_place(connection, item.place)
    assert kept is not None
    assert kept.record.key == "key-1"


def test_other_accounts_and_second_records_are_not_taken_for_ours(
    connection: apsw.Connection, rows: Any, take: Any
) -> None:
    """The same name with another account means nothing; of two records with one reference only the first is ours."""
    accounts.save(connection, rows.account(id="account-2"))
    payments.insert(connection, rows.payment(reference="REF1", provider_key="key-1"))
    take(record("key-1", reference="REF1"), account_id="account-2")
    take(record("key-8", reference="REF1"), record("key-9", reference="REF1"))
    assert [item.is_made_elsewhere for item in items(connection)].count(True) == 2


def test_what_the_provider_changes_is_changed_and_written_down(
    connection: apsw.Connection, rows: Any, take: Any
) -> None:
    """State, number, comment and time of a record change its item, and an event says what was said before."""
    take(record(state=ItemState.ACCEPTED, at=NOON), record("key-2"))
    later = NOON + timedelta(hours=1)
    taken = take(record(state=ItemState.REJECTED, at=later, message="بسته است", provider_reference="77"))
    assert (taken.new, taken.changed, taken.known) == (0, 1, 0)
    before, after = items(connection)
    assert before.reference == "key-2"
    assert (after.state, after.at, after.note, after.provider_reference) == (
        ItemState.REJECTED,
        later,
        "بسته است",
        "77",
    )
    (event,) = events.of_subject(connection, "account-1/key-1")
    assert (event.subject_kind, event.before, event.after) == ("record", "accepted", "rejected")
    assert "77" in event.detail
    del rows


def test_a_changed_record_of_ours_is_told_of_ours(connection: apsw.Connection, rows: Any, take: Any) -> None:
    """Its event is one of the payment's, whose own state stays; what is new can be searched for."""
    payments.insert(connection, rows.payment(id="payment-1", reference="REF1", state=PaymentState.PAID))
    take(record(reference="REF1"))
    take(record(reference="REF1", state=ItemState.AUTO_REFUNDED, message="برگشت"))
    (item,) = items(connection)
    assert item.state is ItemState.PAID
    (event,) = events.of_subject(connection, "payment-1")
    assert (event.subject_kind, event.before, event.after) == ("payment", "paid", "auto_refunded")


@pytest.mark.parametrize(
    ("state", "word", "is_told"),
    [
        (PaymentState.EXPIRED, ItemState.PAID, True),
        (PaymentState.CANCELLED, ItemState.AUTO_REFUNDED, True),
        (PaymentState.UNKNOWN, ItemState.PAID, True),
        (PaymentState.PAID, ItemState.PAID, False),
        (PaymentState.EXPIRED, ItemState.EXPIRED, False),
        (PaymentState.AWAITING_CUSTOMER, ItemState.AWAITING_CUSTOMER, False),
    ],
)
def test_the_providers_other_word_is_told_each_time(
    connection: apsw.Connection, rows: Any, take: Any, state: PaymentState, word: ItemState, *, is_told: bool
) -> None:
    """Of ours that the list contradicts the caller is told, with every listing, until it has been applied."""
    payments.insert(connection, rows.payment(id="payment-1", reference="REF1", state=state))
    listed = record(reference="REF1", state=word)
    for _ in range(2):
        told = take(listed).to_settle
        assert [tuple(one) for one in told] == ([("payment-1", IN, listed)] if is_told else [])


def test_a_record_twice_on_a_page_is_one(connection: apsw.Connection, take: Any) -> None:
    """Lists shift while they are read: what comes twice, or has no time and no money, is taken once."""
    taken = take(record(at=None, money=None), record(at=None, money=None))
    assert (taken.new, taken.known) == (1, 1)
    (item,) = items(connection)
    assert (item.at, item.money) == (NOON, None)
