"""What the line to a provider is, as the last calls tell it; and how others are told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
    UnsafeAddressError,
)
from cashier.services.connectivity import Connectivity, Line, LineState
from cashier.services.feed import Feed


class _Clock:
    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (None, LineState.ONLINE),
        (NotSentError("x"), LineState.OFFLINE),
        (ProviderDownError("x"), LineState.PROVIDER_DOWN),
        (CredentialsRefusedError("x"), LineState.CREDENTIALS_REFUSED),
        (AddressNotAllowedError("x"), LineState.ADDRESS_NOT_ALLOWED),
        (ProviderRefusedError("x"), LineState.ONLINE),
        (TooManyRequestsError("x"), LineState.ONLINE),
        (NoAnswerError("x"), None),
        (ProviderProtocolError("x"), None),
        (UnsafeAddressError("x"), None),
    ],
)
def test_each_outcome_tells_its_own(error: ProviderError | None, state: LineState | None) -> None:
    """A lost or unreadable answer, and a call that could not be made up, say nothing about the line."""
    connectivity = Connectivity(_Clock())
    told: list[Line] = []
    connectivity.changes.subscribe(told.append)
    connectivity.note("account-1", error)
    assert [line.state for line in told] == ([] if state is None else [state])
    assert connectivity.lines() == told
    connectivity.note("account-1", error)
    assert len(told) <= 1


def test_only_a_change_is_told_and_a_changed_account_starts_anew() -> None:
    """Since when it is so stays; forgetting makes the next outcome news again."""
    connectivity = Connectivity(_Clock())
    told: list[LineState] = []
    connectivity.changes.subscribe(lambda line: told.append(line.state))
    for error in (None, None, NotSentError("x"), NoAnswerError("x"), None):
        connectivity.note("account-1", error)
    assert told == [LineState.ONLINE, LineState.OFFLINE, LineState.ONLINE]
    connectivity.forget("account-1")
    connectivity.forget("nobody's")
    assert connectivity.lines() == []
    connectivity.note("account-1", None)
    assert told[-1] is LineState.ONLINE
    assert len(told) == 4


def test_a_listener_that_breaks_stops_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """The step that tells goes on, the others are told, and the fault is in the log."""
    feed: Feed[int] = Feed()
    told: list[int] = []

    def broken(_: int) -> None:
        raise LookupError("a fault of the window")

    feed.subscribe(broken)
    unsubscribe = feed.subscribe(told.append)
    feed.publish(1)
    unsubscribe()
    unsubscribe()
    feed.publish(2)
    assert told == [1]
    assert "a fault of the window" in capsys.readouterr().out


def test_settings_that_cannot_be_used_are_no_news_of_the_line() -> None:
    """An account's own fault does not show as being offline."""
    connectivity = Connectivity(_Clock())
    connectivity.note("account-1", AccountSettingsError("x", field="merchant"))
    assert connectivity.lines() == []
