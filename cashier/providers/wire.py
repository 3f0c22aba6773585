"""What travels in an answer and a request: JSON and forms, whose numbers keep every digit both ways.

UnreadableJsonError    a body that is not JSON to be relied on
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import msgspec

from cashier.domain.money import decimal_text
from cashier.domain.redaction import NothingToRedact
from cashier.domain.text import one_line
from cashier.providers.errors import (
    CredentialsRefusedError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)

if TYPE_CHECKING:
    # It brings in the HTTP library, which whoever only reads texts does not need.
    from cashier.providers.http import HttpAnswer

JsonField = str | int | Decimal

FORM = "application/x-www-form-urlencoded"

# A plain text may be JSON of a server that names no type; a page of a proxy or portal never is the provider's.
_JSON_TYPES = frozenset({"application/json", "text/json", "text/plain", ""})

# More digits than any sum has; an exponent beyond it would be written out as a page of zeros.
_MOST_DIGITS = 60
_MOST_MESSAGE_CHARACTERS = 500
# Most numbers: for these nothing more is looked at.
_SMALL = 10**18

_NUMBER = re.compile(r"[+-]?[0-9]{1,60}(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?")
_INSTANT = re.compile(
    r"""
    (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}) [T\ ]
    (?P<time>[0-9]{2}:[0-9]{2} (?: :[0-9]{2} )? )
    (?: [.,] (?P<fraction>[0-9]{1,12}) )?
    \s* (?: (?P<utc>[Zz]) | (?P<sign>[+-]) (?P<hours>[0-9]{2}) :? (?P<minutes>[0-9]{2})? )?
    """,
    re.VERBOSE,
)

# What Python itself reads the same way, and much sooner.
_USUAL_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,12})?(?:Z|[+-][0-9]{2}:[0-5][0-9])?"
)

_DECODER = msgspec.json.Decoder(float_hook=Decimal)


class UnreadableJsonError(ValueError):
    """A body that is not JSON to be relied on. Its text holds nothing of the body."""


def decode_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in `body`; its numbers are `int` or `Decimal`, never `float`.

    Raises:
        UnreadableJsonError: if it is no JSON object, or an object in it names a key twice.
    """
    body = body.removeprefix(b"\xef\xbb\xbf")
    try:
        value = _DECODER.decode(body)
        # Of a key that comes twice, two readers take two values: which amount was meant cannot be known.
        json.loads(body, object_pairs_hook=_refuse_repeated_keys, parse_float=str, parse_int=str)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise UnreadableJsonError(f"not JSON to be relied on ({type(error).__name__})") from None
    if not isinstance(value, dict):
        raise UnreadableJsonError("not a JSON object")
    return value


def read_envelope(answer: HttpAnswer, *, moves_money: bool) -> dict[str, Any]:
    """Return the JSON object that an answer carries.

    Args:
        answer: as it came.
        moves_money: whether the call could. Then an answer that cannot be read proves nothing, whatever its
            status, save that the credentials were refused.

    Raises:
        CredentialsRefusedError: if it cannot be read and is a 401 or 403.
        TooManyRequestsError: if it cannot be read, is a 429, and no money is in doubt.
        ProviderProtocolError: if it cannot be read.
    """
    try:
        _require_json_type(answer.content_type)
        return decode_object(answer.body)
    except UnreadableJsonError as error:
        if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN} or (
            answer.status == HTTPStatus.TOO_MANY_REQUESTS and not moves_money
        ):
            raise refusal(answer) from None
        raise unreadable(answer, str(error)) from None


def _require_json_type(content_type: str) -> None:
    if content_type not in _JSON_TYPES and not content_type.endswith("+json"):
        raise UnreadableJsonError(f"an answer of the type {one_line(content_type)[:80]}")


def refusal(
    answer: HttpAnswer, *, code: str = "", message: str = "", fields: Mapping[str, list[str]] | None = None
) -> ProviderRefusedError:
    """Return the error of a readable "no", of the kind its HTTP status tells.

    Args:
        answer: as it came.
        code: the provider's own.
        message: the provider's own words, as they came.
        fields: its words by field.
    """
    redact = answer.redactor.redact_text
    said = redact(one_line(message))[:_MOST_MESSAGE_CHARACTERS]
    code = redact(one_line(code))[:_MOST_MESSAGE_CHARACTERS]
    summary = f"refused (HTTP {answer.status}): {' '.join(filter(None, (code, said)))}".rstrip(": ")
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return TooManyRequestsError(summary, retry_after_s=answer.retry_after_s, answer=answer.text)
    kind = (
        CredentialsRefusedError
        if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
        else ProviderRefusedError
    )
    by_field = {
        redact(one_line(name)): [redact(one_line(words))[:_MOST_MESSAGE_CHARACTERS] for words in messages]
        for name, messages in (fields or {}).items()
    }
    return kind(summary, code=code, provider_message=said, fields=by_field, answer=answer.text)


def unreadable(answer: HttpAnswer, problem: str) -> ProviderProtocolError:
    """Return the error of an answer that says nothing to rely on.

    Args:
        answer: as it came.
        problem: what is wrong with it, in English, without anything that came.
    """
    return ProviderProtocolError(
        f"unreadable answer (HTTP {answer.status}): {problem}", status=answer.status, answer=answer.text
    )


def decimal_of(value: object) -> Decimal | None:
    """Return an exact number from a JSON number or a text of Latin digits; None if it is neither."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    if isinstance(value, int) and -_SMALL < value < _SMALL:
        return Decimal(value)
    if isinstance(value, str):
        text = value.strip()
        if not _NUMBER.fullmatch(text):
            return None
        value = text
    number = Decimal(value)
    if not number.is_finite():
        return None
    if abs(number.adjusted()) >= _MOST_DIGITS or len(number.as_tuple().digits) > 2 * _MOST_DIGITS:
        return None
    return number


def integer_of(value: object) -> int | None:
    """Return a whole number from what `decimal_of` reads; None if it is not one."""
    number = decimal_of(value)
    return int(number) if number is not None and number == number.to_integral_value() else None


def text_of(value: object) -> str:
    """Return a JSON text or number as text, a number in plain notation; empty for anything else."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    number = decimal_of(value)
    return "" if number is None else decimal_text(number)


def shown_text(value: object, answer: HttpAnswer) -> str:
    """Return a provider's free text as one harmless line: redacted, and cut where nobody would read on."""
    text = text_of(value)
    return answer.redactor.redact_text(one_line(text))[:_MOST_MESSAGE_CHARACTERS] if text else ""


def instant_of(value: object, zone_if_none: tzinfo | None = None) -> datetime | None:
    """Return the time, UTC, that a text such as `2022-01-02T09:16:21.5379961` tells; None if it cannot be read.

    Args:
        value: ISO 8601, its fraction of any length and cut to microseconds.
        zone_if_none: where a time without an offset is meant; without it such a time is not read.
    """
    if isinstance(value, str) and _USUAL_INSTANT.fullmatch(value):
        return _usual_instant(value, zone_if_none)
    match = _INSTANT.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    zone = zone_if_none
    if match["utc"]:
        zone = UTC
    elif match["sign"]:
        offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        zone = timezone(-offset if match["sign"] == "-" else offset) if offset < timedelta(days=1) else None
    if zone is None:
        return None
    microsecond = int((match["fraction"] or "")[:6].ljust(6, "0"))
    try:
        local = datetime.fromisoformat(f"{match['date']}T{match['time']}")
        return local.replace(microsecond=microsecond, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _usual_instant(text: str, zone_if_none: tzinfo | None) -> datetime | None:
    try:
        # Cuts a longer fraction as well.
        told = datetime.fromisoformat(text)
        if told.tzinfo is None:
            if zone_if_none is None:
                return None
            told = told.replace(tzinfo=zone_if_none)
        return told.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def encode_json(fields: Mapping[str, JsonField | Sequence[Mapping[str, JsonField]]]) -> bytes:
    """Return a JSON object whose numbers are in plain notation: `0.000000000000000001`, not `1E-18`.

    Args:
        fields: texts, numbers, and lists of objects of these.
    """
    return msgspec.json.encode({name: _to_encode(value) for name, value in fields.items()})


def _to_encode(value: JsonField | Sequence[Mapping[str, JsonField]]) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, int | Decimal):
        return msgspec.Raw(decimal_text(Decimal(value)).encode())
    return [{name: _to_encode(inner) for name, inner in item.items()} for item in value]


def encode_form(fields: Mapping[str, str]) -> bytes:
    """Return a form as HTTP carries it."""
    return urlencode(fields).encode()


def path_segment(text: str) -> str:
    """Return `text` as one segment of a path, whatever it holds."""
    # "." and ".." would climb out of their place.
    return quote(text, safe="").replace(".", "%2E")


def kept_item(item: object, answer: HttpAnswer) -> str:
    """Return one item of a list as JSON to keep, redacted, its numbers in full."""
    return msgspec.json.encode(_raw_numbers(answer.redactor.redact_json(item))).decode()


def looked_through(answer: HttpAnswer, items: Iterable[object]) -> Iterator[tuple[object, HttpAnswer]]:
    """Give each item of a list with the answer to read it from: where nothing is secret, nothing more is looked for."""
    items = list(items)
    clean = replace(answer, redactor=NothingToRedact())
    all_clean = answer.redactor.is_free_of_secrets(items)
    for item in items:
        yield item, clean if all_clean or answer.redactor.is_free_of_secrets(item) else answer


# The types of JSON in which a number could be that is not to be written as it is.
_WRITTEN_ANEW = frozenset({Decimal, dict, list})


def _raw_numbers(value: object) -> object:
    match value:
        case Decimal():
            # Beyond any sum: kept as a text, since written out it would fill a page.
            within = decimal_of(value) is not None
            return msgspec.Raw(format(value, "f").encode()) if within else str(value)
        case dict():
            if _WRITTEN_ANEW.isdisjoint(map(type, value.values())):
                return value
            return {
                name: _raw_numbers(inner) if type(inner) in _WRITTEN_ANEW else inner
                for name, inner in value.items()
            }
        case list():
            return [_raw_numbers(inner) for inner in value]
    return value


def _refuse_repeated_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    by_name = dict(pairs)
    if len(by_name) < len(pairs):
        raise ValueError("a key comes twice")
    return by_name
