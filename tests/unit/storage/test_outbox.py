"""The outbox on disk: what waits comes back as it went, oldest first, one for each payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.storage import outbox, payments

FIRST = {"code": "481516"}


def item(rows: Any, connection: apsw.Connection, **facts: Any) -> OutboxItem:
    """Return what waits for a payment of its own."""
    payment = rows.payment()
    payments.insert(connection, payment)
    known: dict[str, Any] = {
        "subject_id": payment.id,
        "till_id": "till-1",
        "account_id": "account-1",
        "kind": OutboxKind.CONFIRM,
        "input": '{"code": "481516"}',
        "created_at": payment.created_at,
    }
    return OutboxItem(**(known | facts))


def test_what_waits_comes_back_as_it_went(connection: apsw.Connection, rows: Any) -> None:
    """Every column, filled and empty."""
    plain = item(rows, connection)
    full = item(
        rows,
        connection,
        kind=OutboxKind.REQUEST,
        input="{}",
        operator_id="operator-1",
        attempts=3,
        last_attempt_at=plain.created_at + timedelta(microseconds=1),
        error="no line",
    )
    for each in (plain, full):
        outbox.put(connection, each)
        assert outbox.of_subject(connection, each.subject_id) == each
    assert outbox.waiting(connection) == [plain, full]
    assert (plain.code, full.code) == ("481516", "")


def test_oldest_first_whatever_came_in_which_order(connection: apsw.Connection, rows: Any) -> None:
    """Who has waited longest is served first; of one moment, in one order."""
    items = [item(rows, connection) for _ in range(4)]
    items[3] = replace(items[3], created_at=items[2].created_at)
    for each in reversed(items):
        outbox.put(connection, each)
    assert outbox.waiting(connection) == items


def test_one_payment_waits_once_and_keeps_its_place(connection: apsw.Connection, rows: Any) -> None:
    """What is put for it later takes the place of what was there, but not its age."""
    first, other = item(rows, connection), item(rows, connection)
    outbox.put(connection, first)
    outbox.put(connection, other)
    again = replace(
        first,
        input='{"code": "234242"}',
        operator_id="operator-1",
        created_at=first.created_at + timedelta(hours=1),
        attempts=1,
        last_attempt_at=other.created_at,
        error="no line",
    )
    outbox.put(connection, again)
    assert outbox.waiting(connection) == [replace(again, created_at=first.created_at), other]


def test_what_is_let_go_of_no_longer_waits(connection: apsw.Connection, rows: Any) -> None:
    """Once; a second time there is nothing."""
    waiting = item(rows, connection)
    outbox.put(connection, waiting)
    assert outbox.remove(connection, waiting.subject_id)
    assert not outbox.remove(connection, waiting.subject_id)
    assert outbox.of_subject(connection, waiting.subject_id) is None
    assert outbox.waiting(connection) == []


@pytest.mark.parametrize(
    "facts",
    [{"subject_id": "nobody"}, {"account_id": "nobody"}, {"operator_id": "nobody"}, {"input": "no JSON"}],
)
def test_what_belongs_to_nobody_is_refused(
    connection: apsw.Connection, rows: Any, facts: dict[str, str]
) -> None:
    """A payment, an account and an operator that are known, and what can be read again."""
    with pytest.raises(apsw.ConstraintError):
        outbox.put(connection, item(rows, connection, **facts))
