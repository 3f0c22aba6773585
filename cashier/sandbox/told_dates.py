"""Dates as two of the providers take them: ``10-11-2021``, of which nobody says what is the day."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

_DATE: Final = re.compile(r"(\d{2})-(\d{2})-(\d{4})", re.ASCII)


def midnight(text: object, zone: ZoneInfo, *, month_first: bool) -> datetime:
    """Return the start of the day in `zone`.

    Raises:
        ValueError: If there is no such day.
    """
    match = _DATE.fullmatch(str(text))
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    day, month, year = (int(part) for part in match.groups())
    if month_first:
        day, month = month, day
    return datetime(year, month, day, tzinfo=zone)
