"""What travels: the calls received, the answers sent, and JSON whose numbers keep every digit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import msgspec

_DECODER = msgspec.json.Decoder(float_hook=Decimal)
_ENCODER = msgspec.json.Encoder()


def plain(amount: Decimal) -> str:
    """Return `amount` with all its digits and no exponent: ``0.000000000000000001``, not ``1E-18``."""
    return format(amount, "f")


def decode(body: bytes) -> Any:
    """Read JSON; numbers become `int` or `Decimal`, never `float`.

    Raises:
        msgspec.DecodeError: If `body` is not JSON.
    """
    return _DECODER.decode(body)


def encode(body: Any) -> bytes:
    """Write JSON; a `Decimal` becomes a number in plain notation."""
    return _ENCODER.encode(_raw_decimals(body))


def _raw_decimals(body: Any) -> Any:
    if isinstance(body, Decimal):
        return msgspec.Raw(plain(body).encode())
    if isinstance(body, dict):
        return {key: _raw_decimals(value) for key, value in body.items()}
    if isinstance(body, list):
        return [_raw_decimals(value) for value in body]
    return body


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A call as a provider receives it."""

    headers: Mapping[str, str]
    """Names in small letters."""
    query: Mapping[str, str]
    path: Mapping[str, str]
    """The variable parts of the path."""
    body: bytes
    client_address: str

    def json_object(self) -> dict[str, Any] | None:
        """Return the body if it is a JSON object, else None."""
        try:
            body = decode(self.body)
        except msgspec.DecodeError:
            return None
        return body if isinstance(body, dict) else None

    def form(self) -> dict[str, str]:
        """Return the form-encoded body; of a field sent twice, the last."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))


@dataclass(slots=True, kw_only=True)
class Answer:
    """What a provider says to a call."""

    status: int = 200
    body: Any = None
    """A structure of JSON in which amounts are `Decimal` or `int`."""
    acted: bool = False
    """Whether the call changed anything."""
    headers: dict[str, str] = field(default_factory=dict)
