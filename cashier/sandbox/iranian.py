"""What the two Iranian payout services share: account numbers, local time, and transfers that take their time."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

TEHRAN: Final = ZoneInfo("Asia/Tehran")
FIRST_NAMES: Final = ("آزمون", "نمونه", "فرضی")
LAST_NAMES: Final = ("ساختگی", "الگو", "خیالی")
_IBAN: Final = re.compile(r"IR\d{24}", re.ASCII)
_MODULUS: Final = 97


def is_iban(text: str) -> bool:
    """Return whether `text` is an Iranian IBAN whose check digits are right."""
    return bool(_IBAN.fullmatch(text)) and _remainder(text[4:], text[2:4]) == 1


def made_up_iban(chance: Random) -> str:
    """Return an IBAN with right check digits that belongs to nobody."""
    rest = f"{chance.choice((12, 16, 17, 55)):03}{chance.randrange(10**19):019}"
    return f"IR{_MODULUS + 1 - _remainder(rest, '00'):02}{rest}"


def local(instant: datetime) -> str:
    """Return `instant` as these services write it: Tehran time without an offset."""
    return instant.astimezone(TEHRAN).strftime("%Y-%m-%d %H:%M:%S")


def _remainder(rest: str, check_digits: str) -> int:
    # The letters I and R count 18 and 27.
    return int(f"{rest}1827{check_digits}") % _MODULUS
