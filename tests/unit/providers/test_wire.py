"""JSON and forms, read leniently and written strictly."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.redaction import Redactor
from cashier.providers.errors import (
    CredentialsRefusedError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.http import HttpAnswer
from cashier.providers.wire import (
    UnreadableJsonError,
    decimal_of,
    decode_object,
    encode_form,
    encode_json,
    instant_of,
    integer_of,
    kept_item,
    path_segment,
    read_envelope,
    refusal,
    text_of,
)

DAMASCUS = ZoneInfo("Asia/Damascus")


def answer(body=b"{}", *, status=200, content_type="application/json", redactor=None, retry_after_s=None):
    """Return an answer as the channel would."""
    return HttpAnswer(
        status=status,
        content_type=content_type,
        body=body,
        server_time=None,
        received_at=datetime(2026, 3, 1, tzinfo=UTC),
        retry_after_s=retry_after_s,
        redactor=redactor or Redactor(),
    )


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"0.1", Decimal("0.1")),
        (b"0.000000000000000001", Decimal("1E-18")),
        (b"1E-18", Decimal("1E-18")),
        (b"12345678901234567890", 12345678901234567890),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
        (b"12345678901234567890.123456789", Decimal("12345678901234567890.123456789")),
        (b"10.50", Decimal("10.50")),
    ],
)
def test_numbers_keep_their_digits(body, value):
    """A JSON number becomes an int or a Decimal with all its digits, never a float."""
    read = decode_object(b'{"n":' + body + b"}")["n"]
    assert read == value
    assert not isinstance(read, float)
    assert str(read) == str(value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'"text"',
        b"1",
        b"null",
        b"{",
        b'{"a":1,}',
        b"{'a':1}",
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":01}',
        b'{"a":1,"a":2}',
        b'{"x":[{"amount":1,"id":2,"amount":100}]}',
        b'{"a":"\xff"}',
        b'{"a":"\\ud800"}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":1e99999999999999999999}',
        b'{"a":' + b"[" * 100_000 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"<!doctype html><title>Sign in</title>",
        b'{"a":1} trailing',
    ],
)
def test_what_cannot_be_relied_on_is_refused(body):
    """Anything but one JSON object with one meaning is refused, and its text is not repeated."""
    with pytest.raises(UnreadableJsonError) as refused:
        decode_object(body)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_a_byte_order_mark_is_no_fault():
    """Some servers begin with one."""
    assert decode_object(b'\xef\xbb\xbf{"a":1}') == {"a": 1}


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/json", "application/problem+json", "text/plain", ""]
)
def test_types_that_may_hold_json(content_type):
    """JSON's own types are read; so is JSON of a server that calls it a text, or nothing."""
    assert read_envelope(answer(b'{"code":0}', content_type=content_type), moves_money=True) == {"code": 0}


@pytest.mark.parametrize(
    "content_type", ["text/html", "application/xml", "application/octet-stream", "image/png"]
)
def test_other_types_are_not_the_providers(content_type):
    """A page of a portal or proxy is refused, even if it happens to be JSON."""
    with pytest.raises(ProviderProtocolError) as refused:
        read_envelope(answer(b'{"code":0}', content_type=content_type), moves_money=False)
    assert refused.value.status == 200
    assert refused.value.answer == '{"code":0}'


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("moves_money", [True, False])
def test_credentials_refused_without_an_envelope(status, moves_money):
    """The status alone says that the credentials are not accepted."""
    with pytest.raises(CredentialsRefusedError):
        read_envelope(answer(b"", status=status, content_type="text/html"), moves_money=moves_money)


def test_too_many_requests_without_an_envelope():
    """Where no money is in doubt a bare 429 is believed; where it is, it proves nothing."""
    bare = answer(b"slow down", status=429, retry_after_s=7)
    with pytest.raises(TooManyRequestsError) as refused:
        read_envelope(bare, moves_money=False)
    assert refused.value.retry_after_s == 7
    with pytest.raises(ProviderProtocolError) as unknown:
        read_envelope(bare, moves_money=True)
    assert unknown.value.status == 429


@pytest.mark.parametrize("status", [200, 400, 404, 422])
def test_an_unreadable_answer_is_unknown(status):
    """No other status says anything without an envelope."""
    with pytest.raises(ProviderProtocolError):
        read_envelope(answer(b"oops", status=status), moves_money=False)


def test_a_refusal_is_plain_text_without_secrets():
    """The provider's words lose controls and secrets, and keep the rest, markup too."""
    redactor = Redactor()
    redactor.add("s3cret-key")
    refused = refusal(
        answer(b'{"echo":"s3cret-key"}', redactor=redactor),
        code="E\u202e1",
        message="<b>no</b>\n key s3cret-key " + "x" * 1000,
        fields={"amount": ["too\nmuch"]},
    )
    assert type(refused) is ProviderRefusedError
    assert refused.code == "E1"
    assert refused.provider_message.startswith("<b>no</b> key ‹redacted› x")
    assert len(refused.provider_message) == 500
    assert refused.fields == {"amount": ["too much"]}
    assert "s3cret" not in f"{refused}{refused.answer}{refused.provider_message}"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (1, "1"),
        (Decimal("0.10"), "0.10"),
        ("0.1", "0.1"),
        (" 12 ", "12"),
        ("-3.5", "-3.5"),
        ("+3", "3"),
        ("1e-18", "1E-18"),
        (10**40, str(10**40)),
    ],
)
def test_numbers_may_come_as_texts(value, number):
    """A number is read from a JSON number or from a text of Latin digits."""
    assert str(decimal_of(value)) == number


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        "",
        "ten",
        "1,000",
        "۱",
        "0x10",
        "NaN",
        "1_000",
        "1.",
        ".5",
        [],
        {},
        "9" * 61,
        Decimal("1E+400"),
        Decimal("1E-400"),
        10**60,
        Decimal("NaN"),
        Decimal("1." + "1" * 130),
        1.5,
    ],
)
def test_what_is_no_sum_is_no_number(value):
    """Switches, words, other digits and sums beyond the world's are none; nor is a float, ever."""
    assert decimal_of(value) is None
    assert integer_of(value) is None


@pytest.mark.parametrize(
    ("value", "number"), [(5, 5), ("5", 5), (Decimal("5.00"), 5), ("5e3", 5000), ("5.5", None)]
)
def test_whole_numbers(value, number):
    """A whole number is one however it is written; a fraction is none."""
    assert integer_of(value) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        ("", ""),
        (781, "781"),
        (Decimal("1E+3"), "1000"),
        (True, ""),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_texts_may_come_as_numbers(value, text):
    """An id is read from a text or a number."""
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "instant"),
    [
        ("2022-01-02T09:16:21.5379961", datetime(2022, 1, 2, 7, 16, 21, 537996, tzinfo=UTC)),
        ("2022-01-02T09:18:05.868083", datetime(2022, 1, 2, 7, 18, 5, 868083, tzinfo=UTC)),
        ("2023-01-02 09:18", datetime(2023, 1, 2, 6, 18, tzinfo=UTC)),
        ("2017-05-14T14:01:50.632640+04:30", datetime(2017, 5, 14, 9, 31, 50, 632640, tzinfo=UTC)),
        ("2017-05-14T14:01:50+0430", datetime(2017, 5, 14, 9, 31, 50, tzinfo=UTC)),
        ("2017-05-14T14:01:50-04", datetime(2017, 5, 14, 18, 1, 50, tzinfo=UTC)),
        ("2017-05-09T00:28:51.3Z", datetime(2017, 5, 9, 0, 28, 51, 300000, tzinfo=UTC)),
        ("2017-05-09 00:28:51 z", datetime(2017, 5, 9, 0, 28, 51, tzinfo=UTC)),
    ],
)
def test_times(value, instant):
    """Times of six, seven or no fraction digits, with an offset or in the account's zone, become UTC."""
    assert instant_of(value, DAMASCUS) == instant


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        "",
        "soon",
        "2022-13-01T00:00:00Z",
        "2022-01-01",
        "2022-01-01T25:00:00Z",
        "0001-01-01T00:00:00+10:00",
        "2022-01-01T00:00:00+99:00",
        "۲۰۲۲-01-01T00:00:00Z",
    ],
)
def test_what_is_no_time_is_none(value):
    """An unreadable time is none; it is not guessed and is no error."""
    assert instant_of(value, DAMASCUS) is None


def test_a_time_without_offset_needs_a_zone():
    """Without a zone to read it in, a naive time is none."""
    assert instant_of("2022-01-02T09:16:21") is None


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(-1439, 1439))  # noqa: DTZ001  # hypothesis wants naive limits
def test_times_with_offset_round_trip(local, offset_minutes):
    """Any time Python writes with an offset is read as the same instant."""
    instant = local.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
    assert instant_of(instant.isoformat()) == instant


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=18))
def test_amounts_go_out_and_come_back_digit_for_digit(amount):
    """What is written as JSON is plain notation and reads back as the same number."""
    body = encode_json({"amount": amount, "text": "۱"})
    assert b"E" not in body
    assert decode_object(body)["amount"] == amount
    assert decimal_of(json.loads(body, parse_float=str, parse_int=str)["amount"]) == amount


def test_amounts_are_written_in_plain_notation():
    """Small, large and whole numbers are JSON numbers without an exponent; texts stay texts."""
    assert encode_json(
        {"a": Decimal("1E-18"), "b": 12345678901234567890, "c": Decimal("0.10"), "d": "1"}
    ) == (b'{"a":0.000000000000000001,"b":12345678901234567890,"c":0.1,"d":"1"}')


def test_forms():
    """A form is percent-encoded UTF-8."""
    assert encode_form({"amount": "10", "description": "چای & نان"}) == (
        b"amount=10&description=%DA%86%D8%A7%DB%8C+%26+%D9%86%D8%A7%D9%86"
    )


@pytest.mark.parametrize(
    ("text", "segment"), [("AsF42Sg53", "AsF42Sg53"), ("../x?y#z", "%2E%2E%2Fx%3Fy%23z"), ("..", "%2E%2E")]
)
def test_a_path_segment_stays_one(text, segment):
    """Nothing in a token leads out of its place in the path."""
    assert path_segment(text) == segment


def test_a_kept_item_is_whole_and_redacted():
    """An item keeps unknown fields and every digit, and loses secrets; a monstrous number does not unfold."""
    redactor = Redactor()
    redactor.add("s3cret-key")
    item = {
        "amount": Decimal("1E-18"),
        "n": [Decimal("1E+400"), 1],
        "echo": {"x": "s3cret-key"},
        "none": None,
    }
    assert kept_item(item, answer(redactor=redactor)) == (
        '{"amount":0.000000000000000001,"n":["1E+400",1],"echo":{"x":"‹redacted›"},"none":null}'
    )
