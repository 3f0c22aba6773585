"""Ids and references, made from a time and random bits that the caller brings."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

# Crockford's alphabet: no I, L, O or U, so that a reference survives being read aloud and retyped.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_REFERENCE_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_REFERENCE_TIME_DIGITS = 6
_REFERENCE_RANDOM_DIGITS = 4

UUID_RANDOM_BYTES = 10
REFERENCE_RANDOM_BYTES = 3
REFERENCE_LENGTH = _REFERENCE_TIME_DIGITS + _REFERENCE_RANDOM_DIGITS


def uuid7(now: datetime, random_bytes: bytes) -> str:
    """Return a UUID of version 7 (RFC 9562): ids made later sort later.

    Args:
        now: an aware time.
        random_bytes: ten random bytes.
    """
    milliseconds = int(now.timestamp() * 1000)
    value = (milliseconds << 80) | int.from_bytes(random_bytes)
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(UUID(int=value))


def payment_reference(now: datetime, random_bytes: bytes) -> str:
    """Return a payment's reference: ten characters of `0-9A-Z`, the first six telling the second.

    Two tills that make one in the same second draw from a million; the database refuses a repeat.

    Args:
        now: an aware time after 2025.
        random_bytes: three random bytes.
    """
    seconds = int((now - _REFERENCE_EPOCH).total_seconds())
    random_part = int.from_bytes(random_bytes) >> 4
    return _base32(seconds, _REFERENCE_TIME_DIGITS) + _base32(random_part, _REFERENCE_RANDOM_DIGITS)


def _base32(value: int, width: int) -> str:
    digits = []
    for _ in range(width):
        value, index = divmod(value, len(_ALPHABET))
        digits.append(_ALPHABET[index])
    return "".join(reversed(digits))
