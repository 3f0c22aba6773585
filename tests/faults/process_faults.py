"""Faults of our own, inside the process of a till: it is killed, or an exception is raised, at one point of a call.

The points in the journal are found by what a transaction did to the call's row, by wrapping `Database.write`; the
one on the wire by wrapping `HttpChannel.send`. The program itself knows of none of this.

PlannedError    the exception that is raised
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

import apsw

from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl
from cashier.storage.database import Database

_T = TypeVar("_T")


class PlannedError(Exception):
    """A fault of our own, where a test wants one."""


class Place(Enum):
    """Where in a call the process fails."""

    BEFORE_PREPARED_COMMITS = "before_prepared_commits"
    PREPARED = "prepared"
    SENT = "sent"
    ON_THE_WIRE = "on_the_wire"  # while the sandbox holds the call
    ANSWER_NOT_COMMITTED = "answer_not_committed"
    COMMITTED = "committed"


class _Step(Enum):
    """What a transaction did to the call's row."""

    PREPARED = "prepared"
    SENT = "sent"
    ANSWERED = "answered"
    OTHER = "other"


_INSIDE = {_Step.PREPARED: Place.BEFORE_PREPARED_COMMITS, _Step.ANSWERED: Place.ANSWER_NOT_COMMITTED}
_AFTER = {_Step.PREPARED: Place.PREPARED, _Step.SENT: Place.SENT, _Step.ANSWERED: Place.COMMITTED}


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    state: str


class PlannedFault:
    """One fault at one place of the next call of a kind; without `arm` nothing happens.

    Attributes:
        has_fallen: whether the place was reached.
    """

    def __init__(self, sandbox_url: str) -> None:
        self._sandbox_url = sandbox_url
        self._place: Place | None = None
        self._kind = ""
        self._by_kill = False
        self.has_fallen = False

    def arm(self, place: Place, kind: str, *, by_kill: bool) -> None:
        """Fail at `place` of the next call of `kind`, an `OperationKind`'s value."""
        self._place, self._kind, self._by_kill = place, kind, by_kill

    def install(self) -> None:
        """Wrap what every write and every call of this process goes through."""
        write, send = Database.write, HttpChannel.send

        async def failing_write(database: Database, transaction: Callable[[apsw.Connection], _T]) -> _T:
            steps: list[_Step] = []

            def watched(connection: apsw.Connection) -> _T:
                before = self._last_row(connection)
                result = transaction(connection)
                steps.append(_step(before, self._last_row(connection)))
                self._fail_at(_INSIDE.get(steps[0]))
                return result

            if self._place is None:
                return await write(database, transaction)
            result = await write(database, watched)
            self._fail_at(_AFTER.get(steps[0]))
            return result

        async def failing_send(channel: HttpChannel, *arguments: Any, **details: Any) -> HttpAnswer:
            call = send(channel, *arguments, **details)
            if self._place is not Place.ON_THE_WIRE:
                return await call
            sending = asyncio.ensure_future(call)
            async with AsyncSandboxControl(self._sandbox_url) as control:
                await control(control_calls.wait_for_held())
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
            self._fail_at(Place.ON_THE_WIRE)
            raise AssertionError("it was to fail")

        Database.write = failing_write  # type: ignore[method-assign]  # for this process
        HttpChannel.send = failing_send  # type: ignore[method-assign]  # for this process

    def _fail_at(self, place: Place | None) -> None:
        if place is None or place is not self._place:
            return
        self._place, self.has_fallen = None, True
        if self._by_kill:
            os.kill(os.getpid(), signal.SIGKILL)
        raise PlannedError(place.value)

    def _last_row(self, connection: apsw.Connection) -> _Row | None:
        row = connection.execute(
            "SELECT rowid, state FROM operations WHERE kind = ? ORDER BY rowid DESC LIMIT 1", (self._kind,)
        ).fetchone()
        return None if row is None else _Row(*row)


def _step(before: _Row | None, after: _Row | None) -> _Step:
    if after is None:
        return _Step.OTHER
    if before is None or before.number != after.number:
        return _Step.PREPARED
    if (before.state, after.state) == ("prepared", "sent"):
        return _Step.SENT
    return _Step.ANSWERED if before.state == "sent" != after.state else _Step.OTHER
