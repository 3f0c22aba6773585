"""What the sync loop is given to do: one chore for each open thing, made anew at every look."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Protocol

import apsw

from cashier.services.feed import Feed


class ChoreOrder(IntEnum):
    """What comes first for one account."""

    OUTBOX = 0
    UNKNOWN = 1
    OPEN = 2
    LISTS = 3


def _keep_on() -> None:
    """Give no way: what has begun is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """One thing to do about one subject.

    Attributes:
        subject_id: what it is about: a payment, a withdrawal, a batch.
        account_id: whose line it needs.
        created_at: when the subject was made: among chores of one order the oldest comes first.
        first_pause_s: how long to wait when it is first seen.
        longest_pause_s: the most to wait from any look on, whatever the last one said: for what may become more
            pressing by itself.
        due_s: when it is due, by the timer, of what keeps its own time: its pauses then say nothing.
        give_way: is called when another chore of the account, of an order before this one's, is due while this one is
            at work: what can wait ends soon.
        work: does it, and returns the seconds until the next look at it; infinity for "not again in this run".
    """

    order: ChoreOrder
    subject_id: str
    account_id: str
    created_at: datetime
    first_pause_s: float
    work: Callable[[], Awaitable[float]]
    longest_pause_s: float = math.inf
    due_s: float | None = None
    give_way: Callable[[], None] = _keep_on

    @property
    def name(self) -> tuple[ChoreOrder, str]:
        """What tells it from every other chore."""
        return self.order, self.subject_id


class ChoreSource(Protocol):
    """Knows the chores of one kind of subject."""

    def read(self, connection: apsw.Connection) -> list[Chore]:
        """Return everything there is to do, whenever it is due."""

    def is_under_way(self, subject_id: str) -> bool:
        """Say whether somebody is at it at this moment."""

    def calls_made(self, account_id: str) -> int:
        """Return how many calls an account has made in this run."""

    def wakers(self) -> list[Feed[Any]]:
        """Return the feeds of what may have made something due."""
