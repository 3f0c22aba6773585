"""Times in the database: whole UTC microseconds since 1970, exact and in order."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_column(time: datetime | None) -> int | None:
    """Return what is stored for an aware time.

    Raises:
        ValueError: if the time is naive.
    """
    if time is None:
        return None
    if time.tzinfo is None:
        raise ValueError(f"{time} has no time zone")
    return (time - _EPOCH) // _MICROSECOND


def from_column(value: int | None) -> datetime | None:
    """Return the aware UTC time that was stored, None if none was."""
    return None if value is None else known_time(value)


def known_time(value: int) -> datetime:
    """Return the aware UTC time that was stored in a column that is never empty."""
    return _EPOCH + value * _MICROSECOND
