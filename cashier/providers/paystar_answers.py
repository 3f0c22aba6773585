"""What paystar's answers mean: success, refusals and by whose fault, and what became of a transfer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from cashier.domain.money import RIAL, Money
from cashier.domain.text import one_line
from cashier.providers.dates import TEHRAN
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    ProviderError,
    ProviderRefusedError,
)
from cashier.providers.http import HttpAnswer
from cashier.providers.payout_protocol import PayoutEvidence, PayoutStanding
from cashier.providers.wire import (
    decimal_of,
    instant_of,
    kept_item,
    read_envelope,
    refusal,
    shown_text,
    text_of,
    unreadable,
)

# The document shows "ok"; its refreshing call is seen to answer 1.
_SUCCESSES = frozenset({"ok", "1"})
_FAILURE = "fail"

# «invalid access»: how a key that ran out is refused, whatever the HTTP status.
_ACCESS_INVALID = "دسترسی نامعتبر"
# How a refusal names the address: in Persian, spelt two ways, or in Latin letters.
_ADDRESS_WORDS = ("آی پی", "آی‌پی", "accessip", "ip address", "your ip")

# The letters that Arabic keyboards put in place of the Persian ones.
_PERSIAN_LETTERS = str.maketrans("يك", "یک")

_STANDINGS = {"success": PayoutStanding.PAID, "failed": PayoutStanding.REJECTED}
# Of two records of one transfer the first of these is believed: money is never taken for being back.
_BELIEVED_FIRST = (PayoutStanding.PAID, PayoutStanding.WAITING, PayoutStanding.REJECTED)

# Laravel's way, which is what paystar's field names look like: `transfers.3.amount`.
_INDEXED = re.compile(r"transfers\.(?P<index>[0-9]{1,4})(?:\.(?P<name>.+))?")
_OUR_FIELDS = {
    "destination_account": "iban",
    "destination_firstname": "holder",
    "destination_lastname": "holder",
    "amount": "amount",
    "pay_id": "pay_id",
    "deposit": "account",
    "bank": "account",
    "application_id": "account",
    "access_password": "account",
}


def is_key_refused(answer: HttpAnswer) -> bool:
    """Say whether a call was turned away for its key alone, and so did nothing and may be repeated with another."""
    try:
        envelope = read_envelope(answer, moves_money=True)
    except ProviderError:
        return answer.status == HTTPStatus.UNAUTHORIZED
    message = text_of(envelope.get("message"))
    if _status_of(envelope) in _SUCCESSES or _names_address(message):
        return False
    return answer.status == HTTPStatus.UNAUTHORIZED or _says_access_invalid(message)


def read_success(answer: HttpAnswer, *, moves_money: bool) -> object:
    """Return the `data` of a success.

    Args:
        answer: as it came.
        moves_money: whether the call could. Then only what plainly says no is a refusal.

    Raises:
        ProviderRefusedError: a readable "no"; its `fields` are named as paystar names them.
        ProviderProtocolError: neither a success nor a refusal to rely on.
    """
    envelope = read_envelope(answer, moves_money=moves_money)
    status, message = _status_of(envelope), text_of(envelope.get("message"))
    by_http = answer.status >= HTTPStatus.BAD_REQUEST
    by_credentials = answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
    if status in _SUCCESSES and not by_http:
        return envelope.get("data")
    if moves_money and status in _SUCCESSES:
        raise unreadable(answer, "a success by its status and a failure by HTTP's")
    if not status and not by_credentials and not (by_http and message):
        raise unreadable(answer, "no status")
    if moves_money and status != _FAILURE and not by_http:
        raise unreadable(answer, "a status that nobody documented")
    if moves_money and _tells_of_transfers(envelope.get("data")):
        raise unreadable(answer, "a refusal that tells of transfers")
    raise _refused(answer, message, envelope)


def items_of(data: object) -> list[dict[str, Any]] | None:
    """Return the transfers an answer tells of, whether one as an object or a list; None if it is neither."""
    if isinstance(data, dict):
        return [data]
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        return None
    return data


def track_id_of(item: Mapping[str, Any]) -> str:
    """Return whose transfer it is; empty if it does not say."""
    return text_of(item.get("track_id"))


def evidence_of(item: Mapping[str, Any], answer: HttpAnswer) -> PayoutEvidence:
    """Return what paystar says about one transfer; only `success` is paid, and only `failed` is not."""
    state = text_of(item.get("status")).strip()
    amount = decimal_of(item.get("amount"))
    created = instant_of(item.get("created_at"), TEHRAN)
    names = (shown_text(item.get(f"destination_{part}name"), answer) for part in ("first", "last"))
    standing = _STANDINGS.get(state.lower(), PayoutStanding.WAITING)
    # A state that nobody documented is shown as it came.
    unknown_state = "" if state.lower() in {"pending", *_STANDINGS} else shown_text(state, answer)
    return PayoutEvidence(
        standing=standing,
        key=shown_text(item.get("hashid"), answer) or None,
        money=None if amount is None else Money.of(amount, RIAL.code),
        iban=shown_text(item.get("destination_account"), answer),
        created_at=None if created is None else answer.by_our_clock(created),
        ref_code=shown_text(item.get("ref_code"), answer) or None,
        message=shown_text(item.get("message"), answer) or unknown_state,
        holder_name=" ".join(filter(None, names)),
        answer=kept_item(item, answer),
    )


def believed(evidences: Iterable[PayoutEvidence]) -> PayoutEvidence:
    """Return the one to go by of several records of the same transfer."""
    return min(evidences, key=lambda evidence: _BELIEVED_FIRST.index(evidence.standing))


def our_fields(fields: Mapping[str, list[str]], order_count: int) -> dict[str, list[str]]:
    """Return messages by our own names of fields: `3.iban` of a call with several orders, `iban` of one.

    Args:
        fields: by paystar's names.
        order_count: how many transfers the call carried.
    """
    ours: dict[str, list[str]] = {}
    for told, messages in fields.items():
        # Some frameworks write `transfers[3]`.
        name = re.sub(r"\[([0-9]{1,4})\]", r".\1", told)
        match = _INDEXED.fullmatch(name)
        if match is None or int(match["index"]) >= order_count:
            our_name = _OUR_FIELDS.get(name, told)
        else:
            field = match["name"] or "transfers"
            our_name = _OUR_FIELDS.get(field, field)
            if order_count > 1:
                our_name = f"{int(match['index'])}.{our_name}"
        ours.setdefault(our_name, []).extend(messages)
    return ours


def _status_of(envelope: Mapping[str, Any]) -> str:
    return text_of(envelope.get("status")).strip().lower()


def _refused(answer: HttpAnswer, message: str, envelope: Mapping[str, Any]) -> ProviderRefusedError:
    data, errors = envelope.get("data"), envelope.get("errors")
    # `errors` is where its framework puts them by itself.
    by_field = next((found for found in (data, errors) if isinstance(found, dict)), {})
    fields = {
        name: [text_of(word) for word in (words if isinstance(words, list) else [words])]
        for name, words in by_field.items()
    }
    # It has words and no codes.
    refused = refusal(answer, message=message, fields=fields)
    kind: type[ProviderRefusedError] | None = None
    if _names_address(message):
        kind = AddressNotAllowedError
    elif _says_access_invalid(message):
        kind = CredentialsRefusedError
    if kind is None:
        return refused
    return kind(
        str(refused),
        provider_message=refused.provider_message,
        fields=refused.fields,
        answer=refused.answer,
    )


def _tells_of_transfers(data: object) -> bool:
    """Say whether a refusal's data holds transfers with states of their own: then not all of it was refused."""
    return any(track_id_of(item) and text_of(item.get("status")) for item in items_of(data) or [])


def _names_address(message: str) -> bool:
    return any(word in message.lower() for word in _ADDRESS_WORDS)


def _says_access_invalid(message: str) -> bool:
    return _ACCESS_INVALID in one_line(message).translate(_PERSIAN_LETTERS)
