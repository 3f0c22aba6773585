"""What the last calls say about the line, to the world and to each provider, and about this machine's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from cashier.domain.clock import Clock
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    KeyNotKeptError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderRefusedError,
    UnsafeAddressError,
)
from cashier.providers.server_time import ServerTime
from cashier.services.feed import Feed

CLOCK_OFF_BEYOND: Final = timedelta(minutes=2)
# Less than what calls it off, so that a clock on the edge is not called off and right by turns.
CLOCK_RIGHT_WITHIN: Final = timedelta(seconds=90)

# One answer may have lain unread while the machine slept.
_ANSWERS_TO_CALL_IT_OFF: Final = 2
_TOLD_AGAIN_AFTER: Final = timedelta(minutes=1)


class LineState(Enum):
    """How the line to one account's provider is."""

    ONLINE = "online"
    OFFLINE = "offline"  # no connection could be made
    PROVIDER_DOWN = "provider_down"  # it answers with faults of its own
    CREDENTIALS_REFUSED = "credentials_refused"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"


# These stay until a person does something: they do not show that there is a connection now.
_UNTIL_SEEN_TO: Final = frozenset({LineState.CREDENTIALS_REFUSED, LineState.ADDRESS_NOT_ALLOWED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line to one account's provider, as the last call found it, and since when it is so."""

    account_id: str
    state: LineState
    since: datetime


class Connectivity:
    """Learns from every call how the lines and the clock are, and tells whoever listens when that changes.

    Attributes:
        changes: tells of every line whose state changed.
        clock_changes: tells `clock_offset` when it changed.
        network_is_back: tells that the machine has a network again: what waits for one may be tried at once.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lines: dict[str, Line] = {}
        self._unreachable_since: datetime | None = None
        self._clock_offset: timedelta | None = None
        self._ahead_of: dict[str, timedelta] = {}
        self._answers_calling_it_off = 0
        self._has_network: bool | None = None
        self.changes: Feed[Line] = Feed()
        self.clock_changes: Feed[timedelta | None] = Feed()
        self.network_is_back: Feed[None] = Feed()

    # The lines

    def lines(self) -> list[Line]:
        """Return the line of every account that was called in this run."""
        return list(self._lines.values())

    @property
    def offline_since(self) -> datetime | None:
        """Since when nobody at all can be reached, UTC; None while somebody can, or nobody was called."""
        states = {line.state for line in self._lines.values()} - _UNTIL_SEEN_TO
        return self._unreachable_since if states == {LineState.OFFLINE} else None

    def note(self, account_id: str, error: ProviderError | None) -> None:
        """Learn from one call: `error` is what it raised, None if it went well."""
        state = _state_after(error)
        if state is None:
            return
        if state is not LineState.OFFLINE:
            self._unreachable_since = None
        elif self._unreachable_since is None:
            self._unreachable_since = self._clock.now()
        known = self._lines.get(account_id)
        if known is not None and known.state is state:
            return
        line = Line(account_id=account_id, state=state, since=self._clock.now())
        self._lines[account_id] = line
        self.changes.publish(line)

    def forget(self, account_id: str) -> None:
        """Forget the line of an account that was changed or removed."""
        self._lines.pop(account_id, None)

    # The clock

    @property
    def clock_offset(self) -> timedelta | None:
        """How far this machine's clock is fast, negative if it is slow; None unless it is off by minutes.

        What the servers say, where they disagree the one nearest to ours: a clock that somebody else's confirms
        is right, and it is the other server's that is off.
        """
        return self._clock_offset

    @property
    def fast_by_at_most(self) -> timedelta:
        """How far this machine's clock may be fast, by whichever server says most; nothing before the first answer.

        For what must not end too early: unlike `clock_offset` it believes one answer, and the worst of them.
        """
        return max((*self._ahead_of.values(), timedelta()))

    def note_server_time(self, seen: ServerTime) -> None:
        """Learn from one answer how this machine's clock compares with a server's."""
        before = self._ahead_of.get(seen.source)
        if before is not None and abs(seen.ahead - before) > CLOCK_OFF_BEYOND:
            # A clock was set meanwhile, and likely ours: what the others said was said of the time before.
            self._ahead_of.clear()
        self._ahead_of[seen.source] = seen.ahead
        nearest = min(self._ahead_of.values(), key=abs)
        self._answers_calling_it_off = (
            self._answers_calling_it_off + 1 if abs(nearest) > CLOCK_OFF_BEYOND else 0
        )
        if self._clock_offset is None:
            is_off = self._answers_calling_it_off >= _ANSWERS_TO_CALL_IT_OFF
        else:
            is_off = abs(nearest) > CLOCK_RIGHT_WITHIN
        self._tell_clock(nearest if is_off else None)

    def _tell_clock(self, offset: timedelta | None) -> None:
        told = self._clock_offset
        if offset is None and told is None:
            return
        if offset is not None and told is not None and abs(offset - told) < _TOLD_AGAIN_AFTER:
            return
        self._clock_offset = offset
        self.clock_changes.publish(offset)

    # The network

    def network_changed(self, *, reachable: bool) -> None:
        """Learn from the machine whether it has a network; only calls tell whether a provider can be reached."""
        is_back = reachable and self._has_network is False
        self._has_network = reachable
        if is_back:
            self.network_is_back.publish(None)


def _state_after(error: ProviderError | None) -> LineState | None:
    # The account's own fault, or this machine's, which no line cures.
    if isinstance(error, UnsafeAddressError | AccountSettingsError | KeyNotKeptError):
        return None
    for kind, state in (
        (NotSentError, LineState.OFFLINE),
        (ProviderDownError, LineState.PROVIDER_DOWN),
        (CredentialsRefusedError, LineState.CREDENTIALS_REFUSED),
        (AddressNotAllowedError, LineState.ADDRESS_NOT_ALLOWED),
    ):
        if isinstance(error, kind):
            return state
    # A refusal is an answer too; a lost answer says nothing about the line either way.
    return LineState.ONLINE if error is None or isinstance(error, ProviderRefusedError) else None
