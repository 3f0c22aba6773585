"""Days and times as the providers write them, whichever way round they read them."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

# Both services that pay out write times without an offset; they are Iranian, and this is taken to be their zone.
TEHRAN: Final = ZoneInfo("Asia/Tehran")


def unambiguous_day_at_or_before(day: date) -> date:
    """Return the last day up to `day` whose number is its month's: 1 January, 2 February … 12 December.

    Written with numbers it is the same day to those who put the day first and to those who put the month first.
    """
    month = day.month if day.day >= day.month else day.month - 1
    return date(day.year, month, month)


def day_text(day: date) -> str:
    """Return `day` as `dd-mm-YYYY`.

    Raises:
        ValueError: if it would not mean the same as `mm-dd-YYYY`.
    """
    if day.day != day.month:
        raise ValueError(f"{day.isoformat()} can be read in two ways")
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
