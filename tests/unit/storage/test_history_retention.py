"""What is forgotten is old and over; what is open, unsettled, or was changed lately is never touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import OPEN_PAYMENT_STATES, PaymentState
from cashier.domain.withdrawal import OPEN_WITHDRAWAL_STATES, WithdrawalState
from cashier.storage import (
    events,
    history_pages,
    history_query,
    history_retention,
    operations,
    outbox,
    payments,
    provider_records,
    transfer_batches,
    withdrawals,
)

LIMIT = datetime(2026, 1, 1, tzinfo=UTC)
OLD = LIMIT - timedelta(days=100)


def old(**facts: Any) -> dict[str, Any]:
    """Return the facts of what was made, and changed last, before the limit."""
    return {"created_at": OLD, "updated_at": OLD} | facts


def forget(connection: apsw.Connection, at_once: int = 3) -> int:
    """Forget all there is to forget, in steps."""
    forgotten, beyond = 0, 0
    while True:
        with connection:
            step = history_retention.forget_some(connection, before=LIMIT, beyond=beyond, limit=at_once)
        forgotten += step.items
        if step.looked_up_to is None:
            return forgotten
        beyond = step.looked_up_to


def left(connection: apsw.Connection) -> set[str]:
    """Return the references of all items."""
    places = history_query.read_chunk(connection, HistoryQuery(), None, 1000).places
    return {item.reference for item in history_pages.items(connection, places)}


def count(connection: apsw.Connection, table: str) -> int:
    """Return how many rows a table has."""
    return int(str(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchall()[0][0]))  # noqa: S608  # our own names


def test_what_is_over_is_forgotten_with_all_that_belongs_to_it(
    connection: apsw.Connection, rows: Any
) -> None:
    """Its row, its calls, its record, its words; its events stay, and their chain is whole."""
    for number, state in enumerate(set(PaymentState) - OPEN_PAYMENT_STATES):
        payment = rows.payment(**old(state=state, note="كريم", reference=f"P{number}"))
        payments.insert(connection, payment)
        operations.insert(connection, rows.operation(subject_id=payment.id, state=OperationState.APPLIED))
        events.append(connection, rows.event(subject_id=payment.id))
    for state in set(WithdrawalState) - OPEN_WITHDRAWAL_STATES:
        withdrawals.insert(connection, rows.withdrawal(**old(state=state)))
    record = ListedRecord(
        key="k", kind=ItemKind.PAYMENT, state=ItemState.PAID, at=OLD, money=None, reference="P0"
    )
    other = ListedRecord(key="l", kind=ItemKind.WITHDRAWAL, state=ItemState.REJECTED, at=OLD, money=None)
    provider_records.take_page(
        connection,
        account_id="account-1",
        records=[record, other],
        now=OLD,
        event=lambda *_, **__: pytest.fail("no"),
    )
    payments.insert(connection, rows.payment(state=PaymentState.PAID, reference="LATER"))
    count_before = count(connection, "events")
    over = history_retention.count_over(connection, before=LIMIT)
    assert forget(connection) == over == count(connection, "history") + over - 1 > 5
    assert left(connection) == {"LATER"}
    for table in ("operations", "withdrawals", "provider_records"):
        assert count(connection, table) == 0
    for table in ("payments", "history_texts", "history_search"):
        assert count(connection, table) == 1
    assert count(connection, "events") == count_before
    assert events.first_broken_link(connection) is None
    assert not history_query.read_chunk(connection, HistoryQuery(search="کریم"), None, 10).places
    assert history_retention.counts(connection).items == 1


def test_what_is_open_is_kept(connection: apsw.Connection, rows: Any) -> None:
    """However old it is: money may still move, or somebody is still asked."""
    kept = set()
    for number, state in enumerate(OPEN_PAYMENT_STATES):
        kept.add(f"P{number}")
        payments.insert(connection, rows.payment(**old(state=state, reference=f"P{number}")))
    for number, open_state in enumerate(OPEN_WITHDRAWAL_STATES):
        kept.add(f"W{number}")
        withdrawals.insert(connection, rows.withdrawal(**old(state=open_state, reference=f"W{number}")))
    record = ListedRecord(key="R", kind=ItemKind.WITHDRAWAL, state=ItemState.ACCEPTED, at=OLD, money=None)
    provider_records.take_page(
        connection,
        account_id="account-1",
        records=[record],
        now=OLD,
        event=lambda *_, **__: pytest.fail("no"),
    )
    assert history_retention.count_over(connection, before=LIMIT) == 0
    assert forget(connection) == 0
    assert left(connection) == kept | {"R"}


def test_what_something_hangs_on_is_kept(connection: apsw.Connection, rows: Any) -> None:
    """A call nobody knows the end of, something that waits to be sent, a change since, a batch not yet through."""
    unsettled = rows.payment(**old(state=PaymentState.CANCELLED, reference="UNSETTLED"))
    payments.insert(connection, unsettled)
    operations.insert(connection, rows.operation(subject_id=unsettled.id, state=OperationState.NEEDS_PERSON))
    waiting = rows.payment(**old(state=PaymentState.EXPIRED, reference="WAITING"))
    payments.insert(connection, waiting)
    outbox.put(
        connection,
        OutboxItem(
            subject_id=waiting.id,
            till_id="till-1",
            account_id="account-1",
            kind=OutboxKind.CONFIRM,
            input="{}",
            created_at=OLD,
        ),
    )
    payments.insert(
        connection, rows.payment(**old(state=PaymentState.PAID, updated_at=LIMIT, reference="CHANGED"))
    )
    for name, states in (("OPEN", ("paid", "accepted")), ("OVER", ("paid", "refused"))):
        batch = rows.batch(id=f"batch-{name}", **old())
        transfer_batches.insert(connection, batch)
        for number, state in enumerate(states, start=1):
            withdrawals.insert(
                connection,
                rows.withdrawal(
                    **old(state=WithdrawalState(state), batch_id=batch.id, batch_row=number),
                    reference=f"{name}{number}",
                ),
            )
    assert forget(connection) == 2
    assert left(connection) == {"UNSETTLED", "WAITING", "CHANGED", "OPEN1", "OPEN2"}
    assert [row[0] for row in connection.execute("SELECT id FROM transfer_batches")] == ["batch-OPEN"]
    assert connection.pragma("foreign_key_check") is None
