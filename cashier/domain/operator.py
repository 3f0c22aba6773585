"""A person who works at the till."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Role(Enum):
    """What a person may do."""

    CASHIER = "cashier"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A person who works at the till.

    Attributes:
        pin_hash: argon2id of the peppered PIN; the PIN itself is nowhere.
        failed_tries: wrong PINs since the last right one, kept on disk so that a restart does not forgive them.
    """

    id: str
    till_id: str
    name: str
    role: Role
    pin_hash: str
    created_at: datetime
    failed_tries: int = 0
    last_failed_at: datetime | None = None
    removed_at: datetime | None = None
