"""digibank: the shop requests a payment, the customer is sent a code, the shop finalizes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.domain.redaction import Redactor
from cashier.domain.text import one_line
from cashier.providers.dates import day_text, unambiguous_day_at_or_before
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.listing import ListPage, page_number_of, readable, to_position
from cashier.providers.protocol import (
    OpenedPayment,
    PaymentEvidence,
    PaymentOrder,
    PaymentStanding,
    PaymentTraits,
)
from cashier.providers.wire import (
    decimal_of,
    encode_json,
    instant_of,
    integer_of,
    kept_item,
    looked_through,
    read_envelope,
    refusal,
    shown_text,
    text_of,
    unreadable,
)

# The headings of the API's document say `/payment`, every sample that runs says `/payments`.
DEFAULT_PATH_PREFIX = "/api/v1/payments"

MAXIMUM_PAGE_SIZE = 50

# The names are not published: what other clients meet, likeliest first.
_REQUEST_ID_NAMES = ("requestId", "id")
_EXPIRY_NAMES = ("expiresAt", "expiryDate", "expirationDate", "expireDate", "expiry", "expires")
_MESSAGE_NAMES = ("message", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigibankPayment:
    """A settled payment of the list.

    Attributes:
        at: UTC; None if it cannot be read.
        paid_by: the customer's number.
        raw: the item as it came, redacted, as JSON.
    """

    id: str
    money: Money
    paid_by: str
    at: datetime | None
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigibankPage:
    """One page of the list. Pages move while payments arrive.

    Attributes:
        total_count: of all pages; None if it cannot be read.
    """

    items: tuple[DigibankPayment, ...]
    total_count: int | None


class Digibank:
    """The API of digibank for one account. Implements `PaymentProvider` and `ListingProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        api_key: a secret.
        path_prefix: what stands before `/request`, `/finalize` and `/list`.
        zone: where a time without an offset is meant.
        redactor: is told the secret.
    """

    def __init__(
        self, channel: HttpChannel, *, api_key: str, path_prefix: str, zone: tzinfo, redactor: Redactor
    ) -> None:
        redactor.add(api_key)
        self._channel = channel
        self._api_key = api_key
        self._path_prefix = path_prefix
        self._zone = zone

    @property
    def traits(self) -> PaymentTraits:
        """What is always true of digibank's payments."""
        return DIGIBANK_TRAITS

    async def request(self, customer_no: str, money: Money) -> OpenedPayment:
        """Ask for a payment; the customer is sent a confirmation code. Moves no money.

        Raises:
            ProviderError: `ProviderProtocolError` also if the answer names no request.
        """
        answer, result = await self._post(
            "request",
            {"customerNo": customer_no, "amount": money.amount, "currency": money.code.upper()},
            moves_money=False,
        )
        details = result if isinstance(result, dict) else {}
        request_id = next(filter(None, (text_of(details.get(name)) for name in _REQUEST_ID_NAMES)), "")
        if not request_id:
            raise unreadable(answer, "no request id")
        expiries = (instant_of(details.get(name), self._zone) for name in _EXPIRY_NAMES)
        expires_at = next(filter(None, expiries), None)
        return OpenedPayment(
            key=request_id,
            expires_at=None if expires_at is None else answer.by_our_clock(expires_at),
            answer=answer.text,
        )

    async def finalize(
        self, request_id: str, confirmation_code: str, *, ref_no: str, note: str = ""
    ) -> PaymentEvidence:
        """Move the payment from the customer to the shop.

        Raises:
            ProviderRefusedError: nothing was moved; final for this code.
            NotSentError: nothing was sent.
            UnknownOutcomeError: the money may have moved.
        """
        fields: dict[str, str | int | Decimal] = {
            "requestId": request_id,
            "confirmationCode": confirmation_code,
            # Optional to the API; without it no lost answer could ever be settled.
            "refNo": ref_no,
        }
        if note:
            fields["note"] = note
        answer, result = await self._post("finalize", fields, moves_money=True)
        details = result if isinstance(result, dict) else {}
        return PaymentEvidence(
            standing=PaymentStanding.SETTLED,
            # What the answer holds besides its code is not published: the code alone says that it is settled.
            money=_money_of(details),
            at=instant_of(details.get("timestamp"), self._zone),
            provider_reference=text_of(details.get("id")) or None,
            answer=answer.text,
        )

    async def payments(
        self,
        *,
        page_no: int = 1,
        page_size: int = MAXIMUM_PAGE_SIZE,
        since: date | None = None,
        paid_by: str = "",
        ref_no: str = "",
    ) -> DigibankPage:
        """Return one page of the settled payments, newest first.

        Args:
            page_no: from 1.
            page_size: at most 50.
            since: payments of this day and later are wanted; earlier ones may come too.
            paid_by: of this customer only.
            ref_no: with this reference of ours only.

        Raises:
            ValueError: if the page size is out of range.
            ProviderError: `ProviderProtocolError` also if an item lacks its id, amount or asset.
        """
        if not 1 <= page_size <= MAXIMUM_PAGE_SIZE:
            raise ValueError(f"a page holds 1 to {MAXIMUM_PAGE_SIZE} payments")
        answer, items, total = await self._list(page_no, page_size, since, paid_by, ref_no)
        return DigibankPage(
            items=tuple(self._payment(item, answer) for item in _objects(items, answer)),
            total_count=integer_of(total),
        )

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Return one page of the settled payments, newest first; as `ListingProvider`."""
        number = page_number_of(position)
        # A day more: whose day it is, is not told.
        day = None if since is None else since.astimezone(self._zone).date() - timedelta(days=1)
        answer, items, told_total = await self._list(number, MAXIMUM_PAGE_SIZE, day, "", "")
        total = integer_of(told_total)
        is_last = not items or (total is not None and number * MAXIMUM_PAGE_SIZE >= total)
        records, unreadable_count = await readable(
            self._listed(item, its_answer) for item, its_answer in looked_through(answer, items)
        )
        return ListPage(
            records=records,
            next_position=None if is_last else to_position(page=number + 1),
            total_count=total,
            unreadable_count=unreadable_count,
        )

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Ask for a payment; as `request`."""
        return await self.request(order.customer_no, order.money)

    async def find_opened(self, order: PaymentOrder, since: datetime) -> OpenedPayment | None:
        """Return None: the API lists no requests, and one whose answer was lost just expires."""
        del order, since
        return None

    async def settle_payment(self, order: PaymentOrder, key: str, code: str) -> PaymentEvidence:
        """Move the money to the shop; as `finalize`."""
        return await self.finalize(key, code, ref_no=order.reference, note=order.note)

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Look for the payment's reference in the list: it holds what is settled, and nothing else."""
        del key
        answer, items, _ = await self._list(1, MAXIMUM_PAGE_SIZE, None, "", order.reference)
        # The list's items carry no reference in the published sample, its filter is the proof; an item that
        # carries another one shows that the filter was not heeded.
        ours = [
            item for item in _objects(items, answer) if text_of(item.get("refNo")) in {"", order.reference}
        ]
        found = {payment.id: payment for payment in (self._payment(item, answer) for item in ours)}
        if not found:
            return PaymentEvidence(standing=PaymentStanding.NOT_FOUND, answer=answer.text)
        if len(found) > 1:
            # A reference is used once: of several payments, none can be told to be this one.
            return PaymentEvidence(
                standing=PaymentStanding.UNCLEAR,
                message=f"{len(found)} × {order.reference}",
                answer=answer.text,
            )
        (payment,) = found.values()
        return PaymentEvidence(
            standing=PaymentStanding.SETTLED,
            money=payment.money,
            at=payment.at,
            provider_reference=payment.id,
            answer=payment.raw,
        )

    async def test_connection(self) -> None:
        """Ask for the newest payment."""
        await self._list(1, 1, None, "", "")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()

    async def _list(
        self, page_no: int, page_size: int, since: date | None, paid_by: str, ref_no: str
    ) -> tuple[HttpAnswer, list[object], object]:
        """Return the answer, its items and their total count as they came."""
        query = {"apiKey": self._api_key, "pageNo": str(page_no), "pageSize": str(page_size)}
        if since is not None:
            # Day first or month first cannot be told from the document: a day that is both, and no `to`.
            query["from"] = day_text(unambiguous_day_at_or_before(since))
        if paid_by:
            query["paidBy"] = paid_by
        if ref_no:
            query["refNo"] = ref_no
        answer = await self._channel.send("GET", f"{self._path_prefix}/list", query=query)
        result = _result_of(answer, moves_money=False)
        items = result.get("pageItems") if isinstance(result, dict) else None
        if not isinstance(result, dict) or not isinstance(items, list):
            raise unreadable(answer, "no list of payments")
        return answer, items, result.get("totalCount")

    async def _post(
        self, call: str, fields: Mapping[str, str | int | Decimal], *, moves_money: bool
    ) -> tuple[HttpAnswer, object]:
        answer = await self._channel.send(
            "POST", f"{self._path_prefix}/{call}", content=encode_json({"apiKey": self._api_key, **fields})
        )
        return answer, _result_of(answer, moves_money=moves_money)

    def _payment(self, item: Mapping[str, Any], answer: HttpAnswer) -> DigibankPayment:
        payment_id, money = text_of(item.get("id")), _money_of(item)
        if not payment_id or money is None:
            raise unreadable(answer, "a payment without its id, amount or asset")
        return DigibankPayment(
            id=payment_id,
            money=money,
            paid_by=one_line(text_of(item.get("paidBy"))),
            # Its times bear no offset; the account's own zone is the likeliest.
            at=instant_of(item.get("timestamp"), self._zone),
            raw=kept_item(item, answer),
        )

    def _listed(self, item: object, answer: HttpAnswer) -> ListedRecord | None:
        key = text_of(item.get("id")) if isinstance(item, dict) else ""
        if not isinstance(item, dict) or not key:
            return None
        at = instant_of(item.get("timestamp"), self._zone)
        return ListedRecord(
            key=key,
            kind=ItemKind.PAYMENT,
            # The list holds what is settled, and nothing else.
            state=ItemState.PAID,
            at=None if at is None else answer.by_our_clock(at),
            money=_money_of(item),
            party=shown_text(item.get("paidBy"), answer),
            raw=kept_item(item, answer),
        )


def _objects(items: list[object], answer: HttpAnswer) -> list[dict[str, Any]]:
    objects = [item for item in items if isinstance(item, dict)]
    if len(objects) < len(items):
        raise unreadable(answer, "a payment that is no object")
    return objects


def _money_of(item: Mapping[str, Any]) -> Money | None:
    amount, asset = decimal_of(item.get("amount")), one_line(text_of(item.get("asset")))
    return Money.of(amount, asset.upper()) if amount is not None and asset else None


def _result_of(answer: HttpAnswer, *, moves_money: bool) -> object:
    envelope = read_envelope(answer, moves_money=moves_money)
    code = integer_of(envelope.get("code"))
    message = next(filter(None, (text_of(envelope.get(name)) for name in _MESSAGE_NAMES)), "")
    if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise refusal(answer, code=text_of(envelope.get("code")), message=message)
    if code is None:
        raise unreadable(answer, "no code")
    if code != 0:
        # No list of codes is published: the number and its message are shown as they came.
        raise refusal(answer, code=str(code), message=message)
    if answer.status >= HTTPStatus.BAD_REQUEST:
        raise unreadable(answer, "a success by its code and a failure by its status")
    return envelope.get("result")
