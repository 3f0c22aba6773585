"""What resid's answers mean: success, refusals, and what became of a payment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.money import RIAL, Money
from cashier.domain.text import one_line
from cashier.providers.errors import ProviderProtocolError
from cashier.providers.http import HttpAnswer
from cashier.providers.protocol import PaymentEvidence, PaymentStanding
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.providers.wire import (
    instant_of,
    integer_of,
    kept_item,
    read_envelope,
    refusal,
    shown_text,
    text_of,
    unreadable,
)

# The only state the document shows; the others are known by `paid` and `state_error`.
_PENDING = "pending"
# Not in the document, and plain enough: money that went back is never shown as paid.
_REFUNDED = "refunded"

_LISTED_STATES = {
    PaymentStanding.CUSTOMER_PAID: ItemState.PAID,
    PaymentStanding.WAITING: ItemState.AWAITING_CUSTOMER,
    PaymentStanding.FAILED: ItemState.DECLINED,
    PaymentStanding.REFUNDED: ItemState.AUTO_REFUNDED,
    PaymentStanding.UNCLEAR: ItemState.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidPayment:
    """A payment as resid tells of it.

    Attributes:
        created: UTC, by the server's clock; None if it cannot be read.
        amount_rial: what was asked for; None if it cannot be read.
        is_paid: whether the customer has paid.
        paid_at: when, UTC; None also if that cannot be read.
        rrn: the bank's number.
        tip_rial: given on top.
        total_rial: with the tip.
        state: as it came, on one line; empty if there is none.
        state_error: why it failed, in resid's words; empty if it did not.
        payload: what we sent with it.
        raw: as it came, redacted, as JSON.
    """

    token: str
    created: datetime | None
    amount_rial: int | None
    is_paid: bool
    paid_at: datetime | None
    rrn: str
    tip_rial: int | None
    total_rial: int | None
    state: str
    state_error: str
    payload: str
    description: str
    raw: str

    @property
    def standing(self) -> PaymentStanding:
        """What that means, as long as the shop has not collected."""
        if self.state.lower() == _REFUNDED:
            return PaymentStanding.REFUNDED
        if self.state_error:
            return PaymentStanding.FAILED
        if self.is_paid:
            return PaymentStanding.CUSTOMER_PAID
        # A token that nobody has touched may have no outcome yet.
        if self.state in {_PENDING, ""}:
            return PaymentStanding.WAITING
        return PaymentStanding.UNCLEAR


def info_of(answer: HttpAnswer, *, moves_money: bool) -> object:
    """Return the `info` of a success.

    Args:
        answer: as it came.
        moves_money: whether the call could.

    Raises:
        ProviderError: `ProviderRefusedError` for a readable "no", `ProviderProtocolError` for what is neither.
    """
    envelope = read_envelope(answer, moves_money=moves_money)
    message, errors = text_of(envelope.get("message")), envelope.get("errors")
    by_field = _words_by_field(errors)
    words = [words for field_words in by_field.values() for words in field_words]
    fields = by_field if isinstance(errors, dict) else {}
    if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise refusal(answer, message=" · ".join(words) or message, fields=fields)
    if not message:
        raise unreadable(answer, "no message")
    if message.strip().upper() != "OK" or errors:
        raise refusal(answer, message=" · ".join(words) or message, fields=fields)
    if answer.status >= HTTPStatus.BAD_REQUEST:
        raise unreadable(answer, "a success by its message and a failure by its status")
    return envelope.get("info")


def _words_by_field(errors: object) -> dict[str, list[str]]:
    """Return the words of `errors`, whose shape is not published, by their field; empty for the whole call."""
    match errors:
        case dict():
            return {name: _words_by_field(inner).get("", []) for name, inner in errors.items()}
        case list():
            return {"": [text for error in errors for text in _words_by_field(error).get("", [])]}
    text = text_of(errors)
    return {"": [text]} if text else {}


def payment_of(info: object, answer: HttpAnswer) -> ResidPayment:
    """Return the payment that an answer, or one item of its list, tells of.

    Raises:
        ProviderProtocolError: if it bears no token, or does not say whether it is paid.
    """
    if not isinstance(info, dict):
        raise unreadable(answer, "a payment that is no object")
    token = text_of(info.get("token"))
    if not token:
        raise unreadable(answer, "a payment without a token")
    if "paid" not in info:
        raise unreadable(answer, "a payment that does not say whether it is paid")
    paid = info["paid"]
    outcome = info.get("outcome")
    details: Mapping[str, Any] = outcome if isinstance(outcome, dict) else {}
    state_error = details.get("state_error")
    return ResidPayment(
        token=token,
        created=instant_of(info.get("created")),
        amount_rial=integer_of(info.get("amount")),
        is_paid=paid is not None and paid is not False,
        paid_at=instant_of(paid),
        rrn=one_line(text_of(details.get("rrn"))),
        tip_rial=integer_of(details.get("tip")),
        total_rial=integer_of(details.get("total_amount")),
        state=one_line(text_of(details.get("state"))),
        # Anything but null is an error, in words or not.
        state_error="" if state_error is None else one_line(text_of(state_error)) or str(state_error) or "?",
        payload=text_of(info.get("payload")),
        description=text_of(info.get("description")),
        raw=kept_item(info, answer),
    )


def listed_record(item: object, answer: HttpAnswer, now: datetime) -> ListedRecord | None:
    """Return an item of the list as a record of it; None if it bears no token.

    Args:
        item: as it came.
        answer: what it came in.
        now: for the time a token has left, by our clock.
    """
    if not isinstance(item, dict) or not text_of(item.get("token")):
        return None
    says_whether_paid = "paid" in item
    payment = payment_of(item if says_whether_paid else {**item, "paid": None}, answer)
    made_at = None if payment.created is None else answer.by_our_clock(payment.created)
    state = _LISTED_STATES[payment.standing] if says_whether_paid else ItemState.UNKNOWN
    if (
        state is ItemState.AWAITING_CUSTOMER
        and made_at is not None
        and now >= made_at + RESID_TRAITS.open_for
    ):
        # It says "pending" for ever of what nobody has paid.
        state = ItemState.EXPIRED
    return ListedRecord(
        key=payment.token,
        kind=ItemKind.PAYMENT,
        state=state,
        at=made_at,
        money=None if payment.amount_rial is None else Money.of(payment.amount_rial, RIAL.code),
        party=shown_text(item.get("payer"), answer),
        reference=answer.redactor.redact_text(one_line(payment.payload)),
        provider_reference=payment.rrn,
        message=payment.state_error or (payment.state if state is ItemState.UNKNOWN else ""),
        raw=payment.raw if says_whether_paid else kept_item(item, answer),
    )


def evidence_of(payment: ResidPayment, standing: PaymentStanding) -> PaymentEvidence:
    """Return what a payment says as the provider's word, of the given standing.

    Raises:
        ProviderProtocolError: if it is paid and does not say how much.
    """
    if payment.amount_rial is None and standing in {PaymentStanding.SETTLED, PaymentStanding.CUSTOMER_PAID}:
        raise ProviderProtocolError(
            "unreadable answer: a paid payment without its amount", answer=payment.raw
        )
    unclear = payment.state if standing is PaymentStanding.UNCLEAR else ""
    return PaymentEvidence(
        standing=standing,
        money=None if payment.amount_rial is None else Money.of(payment.amount_rial, RIAL.code),
        at=payment.paid_at,
        provider_reference=payment.rrn or None,
        message=payment.state_error or unclear,
        answer=payment.raw,
    )
