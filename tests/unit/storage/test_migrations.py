"""A file of each schema before this one opens, with everything that was in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import apsw
import pytest

from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import PaymentState
from cashier.storage import accounts, events, operations, operators, outbox, payments, settings, withdrawals
from cashier.storage import database as database_module
from cashier.storage.database import APPLICATION_ID, Database
from cashier.storage.errors import DatabaseNewerError

TABLES = ("settings", "operators", "accounts", "payments", "operations", "events")


def _every_row(connection: apsw.Connection) -> dict[str, list[Any]]:
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES}  # noqa: S608  # our own list


def _file_of_version(version: int, path: Path, rows: Any) -> dict[str, list[Any]]:
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
        payments.insert(connection, waiting)
        payments.insert(connection, rows.payment(state=PaymentState.PAID))
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
            assert await database.read(_every_row) == before
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
