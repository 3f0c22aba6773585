"""What the line to a provider and our clock are, as the last calls tell it; and how others are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
from cashier.providers.server_time import ServerTime
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


_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def _hear(
    connectivity: Connectivity, ahead_s: float, source: str = "https://one.example", times: int = 2
) -> None:
    for _ in range(times):
        connectivity.note_server_time(
            ServerTime(source=source, told=_NOON, ours=_NOON + timedelta(seconds=ahead_s))
        )


def _clock_told() -> tuple[Connectivity, list[float | None]]:
    connectivity = Connectivity(_Clock())
    told: list[float | None] = []
    connectivity.clock_changes.subscribe(
        lambda offset: told.append(None if offset is None else offset.total_seconds())
    )
    return connectivity, told


@pytest.mark.parametrize("ahead_s", [-119, -1, 0, 2, 119])
def test_a_clock_that_is_about_right_is_no_news(ahead_s: float) -> None:
    """Up to two minutes either way nobody is bothered."""
    connectivity, told = _clock_told()
    _hear(connectivity, ahead_s, times=5)
    assert connectivity.clock_offset is None
    assert told == []


@pytest.mark.parametrize("ahead_s", [-86_400, -600, -121, 121, 600, 3.15e8])
def test_a_clock_that_is_off_is_told_once_and_by_how_much(ahead_s: float) -> None:
    """Positive is fast; the first answer alone does not decide, and the same again is no news."""
    connectivity, told = _clock_told()
    _hear(connectivity, ahead_s, times=1)
    assert connectivity.clock_offset is None
    _hear(connectivity, ahead_s, times=4)
    assert connectivity.clock_offset == timedelta(seconds=ahead_s)
    assert told == [ahead_s]


def test_one_answer_that_lay_unread_while_the_machine_slept_is_no_news() -> None:
    """It tells hours ago; the answers around it tell the truth."""
    connectivity, told = _clock_told()
    for ahead_s in (1, 30_000, 1, 30_000, 0):
        _hear(connectivity, ahead_s, times=1)
    assert told == []


def test_a_clock_on_the_edge_does_not_flicker() -> None:
    """Once off, it is right again only within 90 s; a drift of less than a minute is not told again."""
    connectivity, told = _clock_told()
    for ahead_s in (121, 121, 119, 122, 110, 95, 121):
        _hear(connectivity, ahead_s, times=1)
    assert told == [121]
    _hear(connectivity, 89, times=1)
    assert told == [121, None]
    for ahead_s in (119, 95, 119, 119):
        _hear(connectivity, ahead_s, times=1)
    assert told == [121, None]


def test_a_clock_that_was_set_right_is_right_at_the_next_answer() -> None:
    """Whoever sets the clock sees the banner go with the next call."""
    connectivity, told = _clock_told()
    _hear(connectivity, 600)
    _hear(connectivity, 1, times=1)
    assert told == [600, None]
    assert connectivity.clock_offset is None


def test_a_clock_that_goes_ever_more_wrong_is_told_by_the_minute() -> None:
    """What the banner says stays true to a minute."""
    connectivity, told = _clock_told()
    for ahead_s in (180, 180, 200, 239, 240, 250, 300):
        _hear(connectivity, ahead_s, times=1)
    assert told == [180, 240, 300]


def test_of_servers_that_disagree_the_one_that_agrees_with_us_is_believed() -> None:
    """A provider whose own clock is wrong does not make ours wrong, whoever is heard first or last."""
    connectivity, told = _clock_told()
    for _ in range(3):
        _hear(connectivity, 600, "https://wrong.example")
        _hear(connectivity, 0, "https://right.example")
        _hear(connectivity, 600, "https://wrong.example")
    assert told == [600, None]
    _hear(connectivity, 600, "https://wrong.example", times=5)
    assert told == [600, None]


def test_after_our_clock_was_set_wrong_old_confirmations_do_not_count() -> None:
    """What the second provider said in the morning says nothing of a clock that was set at noon."""
    connectivity, told = _clock_told()
    _hear(connectivity, 0, "https://one.example")
    _hear(connectivity, 0, "https://two.example")
    _hear(connectivity, -3600, "https://one.example")
    assert told == [-3600]


class _MovingClock:
    def __init__(self) -> None:
        self.time = _NOON

    def now(self) -> datetime:
        return self.time

    def advance(self, minutes: int) -> datetime:
        self.time += timedelta(minutes=minutes)
        return self.time


def test_the_shop_is_offline_since_the_first_call_after_the_last_answer() -> None:
    """One provider that cannot be reached is not the world; when none can, it began with the first failure."""
    clock = _MovingClock()
    connectivity = Connectivity(clock)
    assert connectivity.offline_since is None
    connectivity.note("one", NotSentError("x"))
    assert connectivity.offline_since == _NOON
    clock.advance(1)
    connectivity.note("two", None)
    assert connectivity.offline_since is None
    lost_at = clock.advance(10)
    connectivity.note("one", NotSentError("x"))
    assert connectivity.offline_since is None
    clock.advance(10)
    connectivity.note("two", NotSentError("x"))
    assert connectivity.offline_since == lost_at
    clock.advance(10)
    connectivity.note("two", NotSentError("x"))
    assert connectivity.offline_since == lost_at
    connectivity.note("one", ProviderDownError("x"))
    assert connectivity.offline_since is None


def test_an_old_refusal_does_not_count_as_a_connection() -> None:
    """An account whose key was refused in the morning does not keep the shop online."""
    connectivity = Connectivity(_Clock())
    connectivity.note("refused", CredentialsRefusedError("x"))
    assert connectivity.offline_since is None
    connectivity.note("other", NotSentError("x"))
    assert connectivity.offline_since == _Clock().now()


def test_the_network_is_back_only_after_it_was_gone() -> None:
    """What waits is woken once by each return, and never by a network that was there all along."""
    connectivity = Connectivity(_Clock())
    woken: list[None] = []
    connectivity.network_is_back.subscribe(woken.append)
    for reachable, so_far in (
        (True, 0),
        (True, 0),
        (False, 0),
        (False, 0),
        (True, 1),
        (True, 1),
        (False, 1),
        (True, 2),
    ):
        connectivity.network_changed(reachable=reachable)
        assert len(woken) == so_far
