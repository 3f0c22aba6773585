"""Saved receivers on disk."""

from __future__ import annotations

from typing import Any

import apsw

from cashier.domain.beneficiary import Beneficiary
from cashier.storage.time_columns import from_column, known_time, to_column

_COLUMNS = "id, till_id, iban, holder, created_at, used_at, removed_at"


def save(connection: apsw.Connection, beneficiary: Beneficiary) -> None:
    """Store a beneficiary, new or changed; one that was removed comes back under its old id."""
    connection.execute(
        f"INSERT INTO beneficiaries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (iban) DO UPDATE SET holder = excluded.holder, used_at = excluded.used_at,"
        " removed_at = excluded.removed_at",
        (
            beneficiary.id,
            beneficiary.till_id,
            beneficiary.iban,
            beneficiary.holder,
            to_column(beneficiary.created_at),
            to_column(beneficiary.used_at),
            to_column(beneficiary.removed_at),
        ),
    )


def of_iban(connection: apsw.Connection, iban: str) -> Beneficiary | None:
    """Return who has this IBAN, removed ones included, if anyone was ever saved with it."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM beneficiaries WHERE iban = ?", (iban,)).fetchone()
    return None if row is None else _beneficiary(row)


def in_use(connection: apsw.Connection) -> list[Beneficiary]:
    """Return the saved receivers that were not removed, the one used last in front."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM beneficiaries WHERE removed_at IS NULL"
        " ORDER BY COALESCE(used_at, created_at) DESC, id"
    )
    return [_beneficiary(row) for row in rows]


def _beneficiary(row: tuple[Any, ...]) -> Beneficiary:
    return Beneficiary(
        id=row[0],
        till_id=row[1],
        iban=row[2],
        holder=row[3],
        created_at=known_time(row[4]),
        used_at=from_column(row[5]),
        removed_at=from_column(row[6]),
    )
