"""Somebody the shop pays more than once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Beneficiary:
    """A saved receiver.

    Attributes:
        iban: `IR` and 24 digits; one beneficiary has one, and one IBAN one beneficiary.
        holder: the account holder's first and last name.
        used_at: when something was last sent there, UTC; None before that.
    """

    id: str
    till_id: str
    iban: str
    holder: str
    created_at: datetime
    used_at: datetime | None = None
    removed_at: datetime | None = None
