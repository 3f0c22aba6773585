"""Accounts on disk; their secrets are in the vault."""

from __future__ import annotations

import json
from typing import Any

import apsw

from cashier.domain.account import Account
from cashier.storage.errors import NotStoredError
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = "id, till_id, provider, label, base_url, settings, position, created_at, removed_at"


def save(connection: apsw.Connection, account: Account) -> None:
    """Store an account, new or changed."""
    connection.execute(
        f"INSERT INTO accounts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET label = excluded.label, base_url = excluded.base_url,"
        " settings = excluded.settings, position = excluded.position, removed_at = excluded.removed_at",
        (
            account.id,
            account.till_id,
            account.provider,
            account.label,
            account.base_url,
            json.dumps(dict(account.settings), ensure_ascii=False, sort_keys=True),
            account.position,
            to_column(account.created_at),
            to_column(account.removed_at),
        ),
    )


def get(connection: apsw.Connection, account_id: str) -> Account:
    """Return one account, removed ones too: their payments still name them.

    Raises:
        NotStoredError: if there is none.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM accounts WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise NotStoredError(f"no account {account_id}")
    return _account(row)


def in_use(connection: apsw.Connection) -> list[Account]:
    """Return the accounts that were not removed, in the shop's order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM accounts WHERE removed_at IS NULL ORDER BY position, id"
    )
    return [_account(row) for row in rows]


def _account(row: tuple[Any, ...]) -> Account:
    return Account(
        id=row[0],
        till_id=row[1],
        provider=row[2],
        label=row[3],
        base_url=row[4],
        settings=json.loads(row[5]),
        position=row[6],
        created_at=known_time(row[7]),
        removed_at=from_column(row[8]),
    )
