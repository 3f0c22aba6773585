"""The faults that spoil an answer's content: fields, numbers, states and texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.provider import Provider
from cashier.sandbox.wire import decode, plain

EXTRA_FIELDS: Final[Mapping[str, Any]] = {"x_new_field": "جدید", "x_nested": {"of": [1, None, True]}}
BIDI_TEXT: Final = "\u202eضرب\u202c \u2066abc\u2069 \u200f=\u200e"
HTML_TEXT: Final = "<b>Sam</b><script>alert(1)</script><img src='http://127.0.0.1:9/x'>"
FORMULA_TEXT: Final = "=cmd()|'/c calc'!A1"
_HUGE: Final = Decimal("12345678901234567890123.456789")
_TINY: Final = Decimal("0.000000000000000001")
_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]*)")


def rewrite(body: Any, falling: Mapping[FaultName, Fault], provider: Provider) -> Any:
    """Return `body` as the falling faults leave it."""
    for name, fault in falling.items():
        replace = _replacement(name, fault, provider)
        if replace is not None and name is FaultName.UNKNOWN_STATE and isinstance(body, dict):
            # The envelope's own status stays: an unknown state is that of a payment or a payout.
            body = {field: _walk(value, replace) for field, value in body.items()}
        elif replace is not None:
            body = _walk(body, replace)
        elif name is FaultName.EXTRA_FIELDS:
            body = _with_extra_fields(body)
        elif name in {FaultName.NUMBERS_AS_STRINGS, FaultName.STRINGS_AS_NUMBERS}:
            body = _leaves(body, _as_string if name is FaultName.NUMBERS_AS_STRINGS else _as_number)
    return body


# Given a field's name and value, returns the new value; _GONE leaves the field out.
_Replace = Callable[[str, Any], Any]
_GONE: Final = object()


def _replacement(name: FaultName, fault: Fault, provider: Provider) -> _Replace | None:
    if name is FaultName.MISSING_FIELD:
        return lambda field, value: _GONE if field == fault.field else value
    if name is FaultName.NULL_FIELD:
        return lambda field, value: None if field == fault.field else value
    if name is FaultName.UNKNOWN_STATE:
        return lambda field, value: (
            (fault.value or provider.state_fields[field]) if field in provider.state_fields else value
        )
    if name in {FaultName.HUGE_AMOUNTS, FaultName.TINY_AMOUNTS}:
        number = _HUGE if name is FaultName.HUGE_AMOUNTS else _TINY
        if fault.value is not None:
            number = Decimal(fault.value)
        return lambda field, value: (
            _like(value, number) if field in provider.amount_fields and value is not None else value
        )
    texts = {
        FaultName.BIDI_TEXT: BIDI_TEXT,
        FaultName.HTML_TEXT: HTML_TEXT,
        FaultName.FORMULA_TEXT: FORMULA_TEXT,
    }
    if name in texts:
        text = fault.value or texts[name]
        wanted = provider.text_fields if fault.field is None else {fault.field}
        return lambda field, value: text if field in wanted and isinstance(value, str) else value
    return None


def _like(value: Any, number: Decimal) -> Any:
    return plain(number) if isinstance(value, str) else number


def _walk(body: Any, replace: _Replace) -> Any:
    if isinstance(body, list):
        return [_walk(value, replace) for value in body]
    if not isinstance(body, dict):
        return body
    walked = {}
    for field, value in body.items():
        replaced = replace(field, value)
        if replaced is not _GONE:
            walked[field] = _walk(replaced, replace)
    return walked


def _with_extra_fields(body: Any) -> Any:
    if isinstance(body, list):
        return [_with_extra_fields(value) for value in body]
    if isinstance(body, dict):
        return {**{field: _with_extra_fields(value) for field, value in body.items()}, **EXTRA_FIELDS}
    return body


def _leaves(body: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(body, list):
        return [_leaves(value, change) for value in body]
    if isinstance(body, dict):
        return {field: _leaves(value, change) for field, value in body.items()}
    return change(body)


def _as_string(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_number(value: Any) -> Any:
    return decode(value.encode()) if isinstance(value, str) and _INTEGER.fullmatch(value) else value
