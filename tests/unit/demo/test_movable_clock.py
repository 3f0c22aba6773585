"""The clock that a tour puts forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cashier.demo.movable_clock import MovableClock


def test_it_runs_ahead_by_what_it_was_put_forward():
    """Two advances add up, and the time stays aware UTC."""
    clock = MovableClock()
    clock.advance(90)
    clock.advance(10)
    ahead = clock.now() - datetime.now(UTC)
    assert timedelta(seconds=99) < ahead <= timedelta(seconds=100)


def test_it_is_not_put_back():
    """Nothing in a till expects time to go back."""
    with pytest.raises(ValueError, match="put back"):
        MovableClock().advance(-1)
