"""What the last calls say about the line: to the world, and to each provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cashier.domain.clock import Clock
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderRefusedError,
    UnsafeAddressError,
)
from cashier.services.feed import Feed


class LineState(Enum):
    """How the line to one account's provider is."""

    ONLINE = "online"
    OFFLINE = "offline"  # no connection could be made
    PROVIDER_DOWN = "provider_down"  # it answers with faults of its own
    CREDENTIALS_REFUSED = "credentials_refused"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line to one account's provider, as the last call found it, and since when it is so."""

    account_id: str
    state: LineState
    since: datetime


class Connectivity:
    """Learns from every call how the line is, and tells whoever listens when that changes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lines: dict[str, Line] = {}
        self.changes: Feed[Line] = Feed()

    def lines(self) -> list[Line]:
        """Return the line of every account that was called in this run."""
        return list(self._lines.values())

    def note(self, account_id: str, error: ProviderError | None) -> None:
        """Learn from one call: `error` is what it raised, None if it went well."""
        state = _state_after(error)
        known = self._lines.get(account_id)
        if state is None or (known is not None and known.state is state):
            return
        line = Line(account_id=account_id, state=state, since=self._clock.now())
        self._lines[account_id] = line
        self.changes.publish(line)

    def forget(self, account_id: str) -> None:
        """Forget the line of an account that was changed or removed."""
        self._lines.pop(account_id, None)


def _state_after(error: ProviderError | None) -> LineState | None:
    # The account's own fault, which no line cures.
    if isinstance(error, UnsafeAddressError | AccountSettingsError):
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
