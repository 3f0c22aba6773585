"""A file of each schema before this one opens, with everything that was in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import apsw
import pytest

from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentState
from cashier.storage import accounts, events, operations, operators, outbox, payments, settings, withdrawals
from cashier.storage import database as database_module
from cashier.storage.database import APPLICATION_ID, Database
from cashier.storage.errors import DatabaseNewerError

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
