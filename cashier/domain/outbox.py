"""What waits for a connection, to be sent the moment there is one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class OutboxKind(Enum):
    """What is to be asked of the provider."""

    REQUEST = "request"  # a payment the cashier chose to ask for later
    CONFIRM = "confirm"  # a confirmation or collection that could not leave


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One thing that waits.

    Attributes:
        subject_id: the payment it is for; a payment has one at most.
        input: what to send beyond what the payment holds, as JSON: a confirmation's code.
        operator_id: who wanted it sent.
        attempts: how often it was tried.
        error: what the last try met, for a person to read; None before the first.
    """

    subject_id: str
    till_id: str
    account_id: str
    kind: OutboxKind
    input: str
    created_at: datetime
    operator_id: str | None = None
    attempts: int = 0
    last_attempt_at: datetime | None = None
    error: str | None = None

    @property
    def code(self) -> str:
        """The code the customer read out, for a confirmation that has one; else empty."""
        return str(json.loads(self.input).get("code", ""))
