"""What happened, to what, when and by whom: the till's append-only memory."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

# What the first event of a till is chained to.
GENESIS_HASH = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened.

    Attributes:
        subject_kind: `payment`, `withdrawal`, `operation`, `account`, `operator`, `till`, `record`.
        kind: what happened, in a word: `state`, `added`, `changed`, `removed`, `adopted`, `listed_change`.
        before: the state before, where there is one.
        after: the state after, likewise.
        detail: why, and what is known, as JSON; no secret ever stands in it.
        operator_id: who did it; None if the program did.
    """

    id: str
    till_id: str
    at: datetime
    subject_kind: str
    subject_id: str
    kind: str
    before: str | None = None
    after: str | None = None
    detail: str = "{}"
    operator_id: str | None = None

    def chained_hash(self, previous_hash: str) -> str:
        """Return the SHA-256 that ties this event to the one before it."""
        facts = [
            previous_hash,
            self.id,
            self.till_id,
            self.at.isoformat(),
            self.subject_kind,
            self.subject_id,
            self.kind,
            self.before,
            self.after,
            self.detail,
            self.operator_id,
        ]
        text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
