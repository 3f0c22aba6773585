"""Ids and references."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.identity import (
    REFERENCE_LENGTH,
    REFERENCE_RANDOM_BYTES,
    UUID_RANDOM_BYTES,
    payment_reference,
    uuid7,
)

TIMES = st.integers(min_value=0, max_value=30 * 365 * 86_400_000).map(
    lambda milliseconds: datetime(2025, 1, 2, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)
ID_BITS = st.binary(min_size=UUID_RANDOM_BYTES, max_size=UUID_RANDOM_BYTES)
REFERENCE_BITS = st.binary(min_size=REFERENCE_RANDOM_BYTES, max_size=REFERENCE_RANDOM_BYTES)


@given(TIMES, ID_BITS)
def test_an_id_is_a_uuid_of_version_7(now, bits):
    """Whatever the time and bits, version and variant are right, and the time can be read back."""
    made = UUID(uuid7(now, bits))
    assert made.version == 7
    assert made.variant == RFC_4122
    told = datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
    assert abs(told - now) < timedelta(milliseconds=2)


@given(TIMES, ID_BITS, ID_BITS)
def test_later_ids_sort_later(now, first, second):
    """Ids made a moment apart sort in the order they were made."""
    assert uuid7(now, first) < uuid7(now + timedelta(milliseconds=2), second)


@given(TIMES, REFERENCE_BITS)
def test_a_reference_is_short_and_readable(now, bits):
    """Ten characters, digits and capital letters, none of them easily taken for another."""
    reference = payment_reference(now, bits)
    assert len(reference) == REFERENCE_LENGTH == 10
    assert set(reference) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@given(TIMES, REFERENCE_BITS, REFERENCE_BITS)
def test_references_of_two_seconds_differ(now, first, second):
    """The time alone tells references apart that were made at different seconds."""
    assert payment_reference(now, first) < payment_reference(now + timedelta(seconds=1), second)


def test_random_bits_tell_two_tills_apart():
    """In one second, other bits make another reference."""
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert payment_reference(now, b"\x00\x00\x00") == payment_reference(now, b"\x00\x00\x0f")
    assert payment_reference(now, b"\x00\x00\x00") != payment_reference(now, b"\x00\x00\x10")


@pytest.mark.parametrize(
    "make", [lambda now: payment_reference(now, bytes(3)), lambda now: uuid7(now, bytes(10))]
)
def test_the_zone_of_the_time_does_not_matter(make):
    """One instant gives one id, however its zone is written."""
    instant = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert make(instant) == make(instant.astimezone(timezone(timedelta(hours=3, minutes=30))))
