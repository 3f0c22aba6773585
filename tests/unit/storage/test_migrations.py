"""A file of each schema before this one opens, with everything that was in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import pytest

from cashier.domain.history import HistoryItem, HistoryQuery, ItemState
from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.storage import (
    accounts,
    events,
    history_pages,
    history_query,
    history_totals,
    operations,
    operators,
    outbox,
    payments,
    settings,
    withdrawals,
)
from cashier.storage import database as database_module
from cashier.storage.database import Database
from cashier.storage.errors import DatabaseNewerError
from cashier.storage.schema import APPLICATION_ID

TABLES = ("settings", "operators", "accounts", "payments", "operations", "events")


Rows = dict[str, list[dict[str, Any]]]


def _every_row(connection: apsw.Connection) -> Rows:
    return {table: _rows_of(connection, table) for table in TABLES}


def _rows_of(connection: apsw.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608  # our own list
    rows = cursor.fetchall()
    names = [name for (name, *_) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")]  # noqa: S608  # the same
    return [dict(zip(names, row, strict=True)) for row in rows]


def _insert_as_before_history(connection: apsw.Connection, payment: Payment) -> None:
    """Store a payment as it was stored when it had no line of history."""
    values = payments._values(payment)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO payments ({payments._COLUMNS}) VALUES ({marks})", values)  # noqa: S608  # our own list


def _file_of_version(version: int, path: Path, rows: Any) -> Rows:
    """Make a file as an earlier version left it, with a row of each kind; return its rows."""
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.pragma("foreign_keys", 1)
    with connection:
        for step in database_module._migrations()[:version]:
            connection.execute(step)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", version)
        settings.put(connection, "till_id", "till-1")
        operators.save(connection, rows.operator(id="operator-1"))
        accounts.save(connection, rows.account(id="account-1"))
        waiting = rows.payment(id="payment-1", state=PaymentState.AWAITING_CUSTOMER, provider_key="key-1")
        _insert_as_before_history(connection, waiting)
        _insert_as_before_history(connection, rows.payment(state=PaymentState.PAID))
        operations.insert(connection, rows.operation(state=OperationState.UNKNOWN, input='{"code": "1"}'))
        events.append(connection, rows.event(subject_id="payment-1"))
        events.append(connection, rows.event(subject_id="payment-1"))
    before = _every_row(connection)
    connection.close()
    return before


@pytest.mark.parametrize("version", range(1, len(database_module._migrations())))
def test_a_file_of_an_earlier_version_opens_with_everything_in_it(
    tmp_path: Path, rows: Any, version: int
) -> None:
    """Every row is as it was, the chain of events is whole, and what is new can be used."""
    path = tmp_path / "till.sqlite3"
    before = _file_of_version(version, path, rows)

    async def story() -> None:
        database = await Database.open(path)
        try:
            now = await database.read(_every_row)
            # A column may have been added: what there was before is as it was.
            assert {
                table: [{name: row[name] for name in old} for row, old in zip(now[table], olds, strict=True)]
                for table, olds in before.items()
            } == before
            assert await database.read(lambda connection: connection.pragma("user_version")) == len(
                database_module._migrations()
            )
            assert await database.read(outbox.waiting) == []
            payment = await database.read(lambda connection: payments.get(connection, "payment-1"))
            item = OutboxItem(
                subject_id=payment.id,
                till_id="till-1",
                account_id="account-1",
                kind=OutboxKind.CONFIRM,
                input="{}",
                created_at=payment.created_at,
            )
            await database.write(lambda connection: outbox.put(connection, item))
            assert await database.read(outbox.waiting) == [item]
            withdrawal = rows.withdrawal()
            await database.write(lambda connection: withdrawals.insert(connection, withdrawal))
            assert await database.read(withdrawals.open_alone) == [withdrawal]
            assert await database.read(lambda connection: connection.pragma("foreign_key_check")) is None
        finally:
            await database.close()

    asyncio.run(story())


def test_what_was_there_before_history_has_its_lines(tmp_path: Path, rows: Any) -> None:
    """Payments and withdrawals of a file without history are found, filtered and summed in it like any others."""
    path = tmp_path / "till.sqlite3"
    _file_of_version(3, path, rows)
    connection = apsw.Connection(str(path))
    withdrawal = rows.withdrawal(state=WithdrawalState.PAID, operator_id="operator-1", holder="كريم")
    values = withdrawals._values(withdrawal)
    connection.execute(
        f"INSERT INTO withdrawals ({withdrawals._COLUMNS}, search_text) VALUES ({', '.join('?' * len(values))})",  # noqa: S608  # our own list
        values,
    )
    connection.close()

    async def story() -> None:
        database = await Database.open(path)
        try:

            def listed(connection: apsw.Connection, query: HistoryQuery) -> list[HistoryItem]:
                places = history_query.read_chunk(connection, query, None, 100).places
                return history_pages.items(connection, places)

            def found(query: HistoryQuery) -> Callable[[apsw.Connection], list[HistoryItem]]:
                return lambda connection: listed(connection, query)

            newest, paid, waiting = await database.read(found(HistoryQuery()))
            assert (newest.withdrawal_id, newest.operator_id) == (withdrawal.id, "operator-1")
            assert (paid.state, waiting.payment_id) == (ItemState.PAID, "payment-1")
            assert await database.read(found(HistoryQuery(search="کریم"))) == [newest]
            assert await database.read(found(HistoryQuery(search="REF"))) == [newest, paid, waiting]
            totals = await database.read(lambda c: history_totals.read_totals(c, HistoryQuery()))
            assert (totals.count, [one.money.text for one in totals.paid]) == (3, ["10", "1000"])
            # And they go on from there.
            payment = await database.read(lambda c: payments.get(c, "payment-1"))
            expired = replace(payment, state=PaymentState.EXPIRED, version=payment.version + 1)
            await database.write(lambda c: payments.update(c, expired))
            assert (await database.read(found(HistoryQuery())))[-1].state is ItemState.EXPIRED
        finally:
            await database.close()

    asyncio.run(story())


def test_a_file_of_this_version_is_refused_by_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older program does not guess at what it does not know."""
    path = tmp_path / "till.sqlite3"

    async def opened() -> None:
        await (await Database.open(path)).close()

    asyncio.run(opened())
    first = database_module._migrations()[:1]
    monkeypatch.setattr(database_module, "_migrations", lambda: first)
    with pytest.raises(DatabaseNewerError):
        asyncio.run(opened())
