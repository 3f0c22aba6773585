"""The machine's clock."""

from datetime import UTC, datetime

from cashier.services.system_clock import SystemClock


def test_it_tells_aware_utc() -> None:
    """Between a moment before and a moment after, in UTC."""
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
