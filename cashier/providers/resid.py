"""resid: the shop creates a token, the customer pays with it, the shop collects within twenty minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

from cashier.domain.account import Account
from cashier.domain.clock import Clock
from cashier.domain.money import RIAL, Money, MoneyError
from cashier.domain.redaction import Redactor
from cashier.domain.text import one_line
from cashier.providers.errors import (
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.payment_traits import RESID_TRAITS
from cashier.providers.protocol import (
    OpenedPayment,
    PaymentEvidence,
    PaymentOrder,
    PaymentStanding,
    PaymentTraits,
)
from cashier.providers.wire import (
    FORM,
    encode_form,
    instant_of,
    integer_of,
    kept_item,
    path_segment,
    read_envelope,
    refusal,
    text_of,
    unreadable,
)

PATH = "/api/v1/payments"
MAXIMUM_PAGE_SIZE = 200

# The clocks of shops and servers are seen ten minutes apart; a lost token is looked for this much earlier.
CLOCK_SKEW = timedelta(minutes=15)

# The only state the document shows; the others are known by `paid` and `state_error`.
_PENDING = "pending"
# Not in the document, and plain enough: money that went back is never shown as paid.
_REFUNDED = "refunded"


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


class Resid:
    """The API of resid for one account. Implements `PaymentProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        account: for `merchant`, `auto_collect` and `preferred_method`.
        authorization_code: a secret.
        clock: for the time a token has left.
        redactor: is told the secret.
    """

    def __init__(
        self,
        channel: HttpChannel,
        *,
        account: Account,
        authorization_code: str,
        clock: Clock,
        redactor: Redactor,
    ) -> None:
        redactor.add(authorization_code)
        self._channel = channel
        self._account = account
        # The code alone, without a scheme word before it.
        self._headers = {"Authorization": authorization_code}
        self._clock = clock

    @property
    def traits(self) -> PaymentTraits:
        """What is always true of resid's payments."""
        return RESID_TRAITS

    async def create(self, amount_rial: int, *, description: str = "", payload: str = "") -> OpenedPayment:
        """Make a token the customer can pay with. Moves no money.

        Args:
            amount_rial: what to pay. The document names no unit; the service counts in rial.
            description: for the customer.
            payload: comes back with the payment.

        Raises:
            ProviderError: `ProviderProtocolError` also if the answer holds no token.
        """
        fields = {"amount": str(amount_rial), "merchant": self._account.text("merchant")}
        optional = {
            "description": description,
            "payload": payload,
            "auto_collect": "true" if self._account.switch("auto_collect") else "",
            "preferred_method": self._account.text("preferred_method"),
        }
        fields |= {name: value for name, value in optional.items() if value}
        # Before the call: the token is made after it, so what is left is never shown too long.
        asked_at = self._clock.now()
        answer, info = await self._call("POST", PATH, form=fields, moves_money=False)
        details = info if isinstance(info, dict) else {}
        token = text_of(details.get("token"))
        if not token:
            raise unreadable(answer, "no token")
        created = instant_of(details.get("created"))
        since = asked_at if created is None else answer.by_our_clock(created)
        return OpenedPayment(key=token, expires_at=since + RESID_TRAITS.open_for, answer=answer.text)

    async def collect(self, token: str) -> None:
        """Take what the customer has paid. Whether it was taken is told by `get` only.

        Raises:
            ProviderRefusedError: this call took nothing.
            NotSentError: nothing was sent.
            UnknownOutcomeError: the money may have moved.
        """
        await self._call("POST", f"{PATH}/{path_segment(token)}/collect", moves_money=True)

    async def get(self, token: str) -> ResidPayment:
        """Return what became of a payment.

        Raises:
            ProviderError: `ProviderProtocolError` also if the answer does not say whether it is paid.
        """
        answer, info = await self._call("GET", f"{PATH}/{path_segment(token)}", moves_money=False)
        payment = _payment(info, answer)
        if payment.token != token:
            raise unreadable(answer, "another payment than the one asked for")
        return payment

    async def payments(
        self, *, before: datetime | None = None, after: datetime | None = None, size: int = MAXIMUM_PAGE_SIZE
    ) -> tuple[ResidPayment, ...]:
        """Return payments, failed ones included, newest first. Rate-limited: for reports.

        Args:
            before: made before then, aware; not together with `after`.
            after: made after then, aware.
            size: at most 200.

        Raises:
            ValueError: if the size is out of range, or both limits are given.
            ProviderError: as `get`.
        """
        answer, items = await self._list(before, after, size)
        return tuple(_payment(item, answer) for item in items)

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Make a token for the order; as `create`."""
        try:
            amount = order.money.to(RIAL)
        except MoneyError as error:
            raise NotSentError(f"not an amount in rial: {error}") from error
        return await self.create(int(amount.amount), description=order.note, payload=order.payment_id)

    async def find_opened(self, order: PaymentOrder, since: datetime) -> OpenedPayment | None:
        """Look for the order's token, by the payment's id in `payload`.

        Raises:
            ProviderProtocolError: if more payments were made since than can be looked through.
        """
        answer, items = await self._list(None, since - CLOCK_SKEW, MAXIMUM_PAGE_SIZE)
        for item in items:
            if isinstance(item, dict) and text_of(item.get("payload")) == order.payment_id:
                payment = _payment(item, answer)
                made_at = None if payment.created is None else answer.by_our_clock(payment.created)
                return OpenedPayment(
                    key=payment.token,
                    expires_at=None if made_at is None else made_at + RESID_TRAITS.open_for,
                    answer=payment.raw,
                )
        if len(items) >= MAXIMUM_PAGE_SIZE:
            raise unreadable(answer, "a full page without it: there may be more")
        return None

    async def settle_payment(self, order: PaymentOrder, key: str, code: str) -> PaymentEvidence:
        """Collect, and say what the payment says afterwards; as `collect` and `get`.

        A collect that is refused may have been carried out before: then too the payment is asked, and its word is
        returned; the refusal is raised only if the payment is refused as well.
        """
        del order, code
        refused: ProviderRefusedError | None = None
        try:
            await self.collect(key)
        except (CredentialsRefusedError, TooManyRequestsError):
            raise
        except ProviderRefusedError as error:
            refused = error
        try:
            payment = await self.get(key)
        except ProviderError as error:
            if refused is not None and isinstance(error, ProviderRefusedError):
                raise refused from None
            # Whatever kept it from being read, even "not sent": the collect itself was sent.
            raise NoAnswerError(f"sent, but what became of it could not be read: {error}") from None
        if refused is not None:
            return replace(_evidence(payment, payment.standing), message=refused.provider_message)
        if payment.standing is PaymentStanding.CUSTOMER_PAID:
            return _evidence(payment, PaymentStanding.SETTLED)
        return _evidence(payment, payment.standing)

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Read the payment; whether the shop has collected is not among what resid tells."""
        del order
        payment = await self.get(key)
        return _evidence(payment, payment.standing)

    async def test_connection(self) -> None:
        """Ask for the newest payment."""
        await self._list(None, None, 1)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()

    async def _list(
        self, before: datetime | None, after: datetime | None, size: int
    ) -> tuple[HttpAnswer, list[object]]:
        if not 1 <= size <= MAXIMUM_PAGE_SIZE:
            raise ValueError(f"a page holds 1 to {MAXIMUM_PAGE_SIZE} payments")
        if before is not None and after is not None:
            raise ValueError("before or after, not both")
        query = {"size": str(size)}
        if before is not None:
            query["before"] = _utc_text(before)
        if after is not None:
            query["after"] = _utc_text(after)
        answer, info = await self._call("GET", PATH, query=query, moves_money=False)
        if not isinstance(info, list):
            raise unreadable(answer, "no list of payments")
        return answer, info

    async def _call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        moves_money: bool,
    ) -> tuple[HttpAnswer, object]:
        answer = await self._channel.send(
            method,
            path,
            query=query,
            content=None if form is None else encode_form(form),
            content_type=FORM,
            headers=self._headers,
        )
        return answer, _info_of(answer, moves_money=moves_money)


def _info_of(answer: HttpAnswer, *, moves_money: bool) -> object:
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


def _payment(info: object, answer: HttpAnswer) -> ResidPayment:
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


def _evidence(payment: ResidPayment, standing: PaymentStanding) -> PaymentEvidence:
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


def _utc_text(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError("a time without a zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
