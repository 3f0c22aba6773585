"""The clocks are compared at every answer of every provider, whatever the answer says."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderError
from cashier.providers.http import CallTimeouts, HttpChannel
from cashier.providers.server_time import ServerTime

# A header tells whole seconds, and a call on loopback takes a moment.
_NEAR = timedelta(seconds=3)


def _heard(calls: Any) -> list[ServerTime]:
    """Make the cheapest call there is, and return what was heard of the time."""
    heard: list[ServerTime] = []
    calls.on_server_time = heard.append
    with suppress(ProviderError):
        calls(lambda client: client.test_connection())
    return heard


@pytest.mark.parametrize("provider", list(PROVIDERS))
@pytest.mark.parametrize("told_error_s", [-600, 0, 600])
def test_every_provider_tells_its_time(sandbox: Any, calls_of: Any, provider: str, told_error_s: int) -> None:
    """How far ours is ahead of it is heard, with the base URL whose clock it is."""
    sandbox.control.set_told_error(told_error_s)
    (heard,) = _heard(calls_of(provider))
    assert heard.source == sandbox.url(provider)
    assert abs(heard.ahead + timedelta(seconds=told_error_s)) < _NEAR


@pytest.mark.parametrize(
    "fault", ["error_before", "wrong_credentials", "too_many_requests", "redirect", "html_page"]
)
def test_an_answer_that_is_of_no_use_still_tells_the_time(sandbox: Any, calls_of: Any, fault: str) -> None:
    """A fault, a refusal, a redirect, a web page: each bears the server's time."""
    sandbox.control.set_told_error(-3600)
    sandbox.control.fault(fault, "digibank")
    (heard,) = _heard(calls_of("digibank"))
    assert abs(heard.ahead - timedelta(hours=1)) < _NEAR


def test_without_an_answer_nothing_is_heard(sandbox: Any, calls_of: Any) -> None:
    """A connection that is reset, and one that is refused, tell nothing."""
    sandbox.control.fault("reset_before", "digibank")
    assert _heard(calls_of("digibank")) == []


def test_a_slow_call_is_measured_at_its_middle(scripted: Any, redactor: Any, still_clock: Any) -> None:
    """Our time is the one half-way between asking and hearing, whenever the server wrote down its own."""
    scripted.will_answer("{}", Date="Sun, 01 Mar 2026 12:10:00 GMT")
    (heard,) = _of_channel(scripted, redactor, still_clock)
    assert heard.told == datetime(2026, 3, 1, 12, 10, tzinfo=UTC)
    assert timedelta() < still_clock.now() - heard.ours < timedelta(seconds=2)


@pytest.mark.parametrize(
    "headers", [{}, {"Date": "yesterday"}, {"Age": "7200", "Date": "Sun, 01 Mar 2026 12:10:00 GMT"}]
)
def test_an_answer_without_a_fresh_time_says_nothing(
    scripted: Any, redactor: Any, still_clock: Any, headers: dict[str, str]
) -> None:
    """No time, one nobody can read, or one out of a cache, is no comparison."""
    scripted.will_answer("{}", **headers)
    assert _of_channel(scripted, redactor, still_clock) == []


def _of_channel(scripted: Any, redactor: Any, still_clock: Any) -> list[ServerTime]:
    heard: list[ServerTime] = []

    async def working() -> None:
        channel = HttpChannel(
            scripted.base_url,
            CallTimeouts(),
            redactor=redactor,
            clock=still_clock,
            on_server_time=heard.append,
        )
        await channel.send("GET", "/path")
        await channel.close()

    asyncio.run(working())
    return heard
