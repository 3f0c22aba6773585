"""Faults of our own, inside the process of a till, at one point of a call: it is killed, or an exception is raised.

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
    REPEATED = "repeated"  # the same call is about to leave once more


class Deed(Enum):
    """What happens there."""

    KILL = "kill"
    RAISE = "raise"
    RELEASE = "release"  # the sandbox acts on the call it held, before anything else is done here


class _Step(Enum):
    """What a transaction did to the call's row."""

    PREPARED = "prepared"
    SENT = "sent"
    ANSWERED = "answered"
    REPEATED = "repeated"
    OTHER = "other"


_INSIDE = {_Step.PREPARED: Place.BEFORE_PREPARED_COMMITS, _Step.ANSWERED: Place.ANSWER_NOT_COMMITTED}
_AFTER = {
    _Step.PREPARED: Place.PREPARED,
    _Step.SENT: Place.SENT,
    _Step.ANSWERED: Place.COMMITTED,
    _Step.REPEATED: Place.REPEATED,
}


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
        self._deed = Deed.RAISE
        self._calling: asyncio.Task[Any] | None = None
        self.has_fallen = False

    def arm(self, place: Place, kind: str, deed: Deed) -> None:
        """Do the deed at `place` of the next call of `kind`, an `OperationKind`'s value."""
        self._place, self._kind, self._deed = place, kind, deed

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
            if steps[0] is _Step.SENT:
                # The next thing this task sends is the call itself; others may be asking meanwhile.
                self._calling = asyncio.current_task()
            place = _AFTER.get(steps[0])
            if place is self._place and self._deed is Deed.RELEASE:
                await self._release()
            else:
                self._fail_at(place)
            return result

        async def failing_send(channel: HttpChannel, *arguments: Any, **details: Any) -> HttpAnswer:
            call = send(channel, *arguments, **details)
            if self._place is not Place.ON_THE_WIRE or asyncio.current_task() is not self._calling:
                return await call
            sending = asyncio.ensure_future(call)
            async with AsyncSandboxControl(self._sandbox_url) as control:
                await control(control_calls.wait_for_held())
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
            self._fail_at(Place.ON_THE_WIRE)
            raise AssertionError("it was to fail")

        setattr(Database, "write", failing_write)  # noqa: B010  # for this process
        setattr(HttpChannel, "send", failing_send)  # noqa: B010  # for this process

    def _fail_at(self, place: Place | None) -> None:
        if place is None or place is not self._place:
            return
        self._place, self.has_fallen = None, True
        if self._deed is Deed.KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        raise PlannedError(place.value)

    async def _release(self) -> None:
        self._place, self.has_fallen = None, True
        async with AsyncSandboxControl(self._sandbox_url) as control:
            (held,) = await control(control_calls.wait_for_held())
            await control(control_calls.release())
            await control(control_calls.wait_for_calls(1, held.provider, held.endpoint))

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
    if (before.state, after.state) == ("unknown", "reconciling"):
        # Other transactions go through this state; only a repeat stays in it.
        return _Step.REPEATED
    return _Step.ANSWERED if before.state == "sent" != after.state else _Step.OTHER
