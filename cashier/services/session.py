"""Which till this is, who stands at it, and the ids made here."""

from __future__ import annotations

import os

from cashier.domain.clock import Clock
from cashier.domain.event import Event
from cashier.domain.identity import REFERENCE_RANDOM_BYTES, UUID_RANDOM_BYTES, payment_reference, uuid7


class Session:
    """One run of one till.

    Attributes:
        till_id: this till's id, the same in every run.
        operator_id: who is signed in; None before the first person is known.
    """

    def __init__(self, clock: Clock, till_id: str, operator_id: str | None = None) -> None:
        self.clock = clock
        self.till_id = till_id
        self.operator_id = operator_id

    def new_id(self) -> str:
        """Return a new UUIDv7."""
        return uuid7(self.clock.now(), os.urandom(UUID_RANDOM_BYTES))

    def new_reference(self) -> str:
        """Return a new payment reference."""
        return payment_reference(self.clock.now(), os.urandom(REFERENCE_RANDOM_BYTES))

    def event(
        self,
        subject_kind: str,
        subject_id: str,
        kind: str,
        *,
        before: str | None = None,
        after: str | None = None,
        detail: str = "{}",
        by_program: bool = False,
        operator_id: str | None = None,
    ) -> Event:
        """Return an event that happens now.

        It is the doing of whoever is signed in, unless another operator is named or the program did it by itself.
        """
        return Event(
            id=self.new_id(),
            till_id=self.till_id,
            at=self.clock.now(),
            subject_kind=subject_kind,
            subject_id=subject_id,
            kind=kind,
            before=before,
            after=after,
            detail=detail,
            operator_id=None if by_program else operator_id or self.operator_id,
        )
