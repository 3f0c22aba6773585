"""aqayepardakht: settlement requests (withdrawals) to bank accounts, one in a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from itertools import pairwise
from typing import Any

from cashier.domain.history import ListedRecord
from cashier.domain.money import Money, MoneyError, Unit
from cashier.domain.redaction import Redactor
from cashier.providers.aqayepardakht_codes import CODES, number_of
from cashier.providers.aqayepardakht_spec import AQAYEPARDAKHT_TRAITS
from cashier.providers.dates import TEHRAN, day_text, unambiguous_day_at_or_before
from cashier.providers.errors import CredentialsRefusedError, ProviderProtocolError, ProviderRefusedError
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.listing import ListPage, page_number_of, readable, to_position
from cashier.providers.payout_listing import listed_payout
from cashier.providers.payout_protocol import PayoutEvidence, PayoutOrder, PayoutStanding, PayoutTraits
from cashier.providers.wire import (
    JsonField,
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

_REQUEST_PATH = "/api/v2/withdraw/request"
_LIST_PATH = "/api/v2/withdraw/list"
_DETAILS_PATH = "/api/v2/withdraw/details"

# Up to so many are asked about one by one; more are looked for in the list, newest first.
_MOST_ASKED_SINGLY = 5
MOST_PAGES_OF_MANY = 20
# Beyond any shop's month. A search that is broken off never says that there is none.
MOST_PAGES_OF_A_SEARCH = 500

# The account's number or key is empty or wrong.
_CREDENTIAL_CODES = frozenset({"-1", "-2", "-3", "-4"})
# "Wrong id", "not found", and the one whose two meanings include it.
_NOT_FOUND_CODES = frozenset({"-8", "-10", "-19"})

_STANDINGS = {
    "0": PayoutStanding.WAITING,
    "1": PayoutStanding.PAID,
    "2": PayoutStanding.REJECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    records: list[PayoutEvidence]
    is_last: bool
    answer: HttpAnswer


class Aqayepardakht:
    """The API of aqayepardakht for one account. Implements `PayoutProvider` and `ListingProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        account_no: the account's number in the provider's panel.
        code: its key, a secret.
        pin: the gateway's, a secret; empty for an account that must not send one.
        unit: what the account's amounts are counted in: toman, or rial.
        redactor: is told the secrets.
    """

    def __init__(
        self, channel: HttpChannel, *, account_no: str, code: str, pin: str, unit: Unit, redactor: Redactor
    ) -> None:
        redactor.add(code)
        redactor.add(pin)
        self._channel = channel
        self._credentials = {"account": account_no, "code": code}
        self._pin = pin
        self._unit = unit

    @property
    def traits(self) -> PayoutTraits:
        """What is always true of aqayepardakht's withdrawals."""
        return AQAYEPARDAKHT_TRAITS

    @property
    def unit(self) -> Unit:
        """Toman, unless the account's settings say rial."""
        return self._unit

    @property
    def most_at_once(self) -> int:
        """One."""
        return 1

    async def submit(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask for a withdrawal. Money may leave the shop.

        Raises:
            ValueError: if there is not exactly one, or its amount is not positive and whole in the account's unit.
            ProviderRefusedError: a readable "no"; `code` as in `aqayepardakht_codes` if it is known, else as it
                came, and `fields` names the field at fault, without words: the code's meaning is in `CODES`.
            NotSentError: nothing was sent.
            UnknownOutcomeError: money may be on its way.
        """
        if len(orders) != 1:
            raise ValueError("a call carries one withdrawal")
        (order,) = orders
        fields: dict[str, JsonField] = {"amount": self._amount(order), "iban": order.iban}
        if self._pin:
            fields["pin"] = self._pin
        answer, envelope = await self._call(_REQUEST_PATH, fields, moves_money=True)
        records = self._records(envelope, answer)
        if len(records) != 1:
            raise unreadable(answer, "not one withdrawal")
        return {order.withdrawal_id: records[0]}

    async def ask_about(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask what became of withdrawals, by the provider's names for them. Changes nothing.

        Raises:
            ValueError: if one has no `provider_key`.
            ProviderError: why they could not be asked about.
        """
        wanted = {_key_of(order): order.withdrawal_id for order in orders}
        told: dict[str, PayoutEvidence] = {}
        if len(orders) <= _MOST_ASKED_SINGLY:
            for key, withdrawal_id in wanted.items():
                told[withdrawal_id] = await self._details(key)
            return told
        for number in range(1, MOST_PAGES_OF_MANY + 1):
            page = await self._page(number)
            # A page moves while new withdrawals arrive: what comes twice is kept once.
            told |= {wanted[record.key]: record for record in page.records if record.key in wanted}
            if page.is_last or len(told) == len(wanted):
                break
        return told

    async def find_alike(self, order: PayoutOrder, since: datetime) -> list[PayoutEvidence]:
        """Return the withdrawals with this IBAN and amount that were made since then, oldest first.

        A record that does not say its IBAN, amount or time could be this one as well.

        Raises:
            ProviderError: `ProviderProtocolError` also if there are more than can be looked through, or one has
                no id: what was looked through in part never says that there is none.
        """
        day = _first_day(since)
        found: dict[str | None, PayoutEvidence] = {}
        times: list[datetime] = []
        for number in range(1, MOST_PAGES_OF_A_SEARCH + 1):
            page = await self._page(number, day)
            by_their_clock = since - (page.answer.by_our_clock(since) - since)
            if number == 1 and _first_day(by_their_clock) < day:
                # Their clock is so far behind that our day cuts off what was made just now.
                day = _first_day(by_their_clock)
                page = await self._page(number, day)
            found |= {record.key: record for record in page.records if _could_be(record, order, since)}
            times += [record.created_at for record in page.records if record.created_at is not None]
            # The order of the list is not documented: only one that is seen to be newest first is left early.
            is_past = bool(times) and times[-1] < since and all(a >= b for a, b in pairwise(times))
            if page.is_last or is_past:
                # Of one second, what is further down such a list was made before.
                found_oldest_first = list(found.values())[::-1]
                return sorted(found_oldest_first, key=lambda record: record.created_at or since)
        raise ProviderProtocolError("more withdrawals than can be looked through")

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Return one page of all withdrawals, newest first; as `ListingProvider`."""
        number = page_number_of(position)
        answer, envelope = await self._list(number, None if since is None else _first_day(since))
        items, last = _items(envelope, answer), integer_of(envelope.get("total_page"))
        is_last = not items or (last is not None and number >= last)
        records, unreadable_count = await readable(
            self._listed(item, its_answer) for item, its_answer in looked_through(answer, items)
        )
        return ListPage(
            records=records,
            next_position=None if is_last else to_position(page=number + 1),
            total_count=integer_of(envelope.get("total_moneyrequest")),
            unreadable_count=unreadable_count,
        )

    async def test_connection(self) -> None:
        """Ask for the newest withdrawals.

        Raises:
            ProviderError: of the kind that says what is wrong.
        """
        await self._call(_LIST_PATH, {"page": 1}, moves_money=False)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()

    def _amount(self, order: PayoutOrder) -> int:
        try:
            amount = int(order.money.to(self._unit).amount)
        except MoneyError as error:
            raise ValueError(f"withdrawal {order.withdrawal_id}: {error}") from error
        if amount <= 0:
            raise ValueError(f"withdrawal {order.withdrawal_id} pays nothing")
        return amount

    async def _details(self, key: str) -> PayoutEvidence:
        # The document's samples have it as a number.
        wanted = int(key) if key.isascii() and key.isdigit() and str(int(key)) == key else key
        try:
            answer, envelope = await self._call(_DETAILS_PATH, {"id": wanted}, moves_money=False)
        except ProviderRefusedError as refused:
            if refused.code not in _NOT_FOUND_CODES:
                raise
            return PayoutEvidence(standing=PayoutStanding.NOT_FOUND, answer=refused.answer)
        for record in self._records(envelope, answer):
            if record.key == key:
                return record
        raise unreadable(answer, "another withdrawal than the one asked for")

    async def _page(self, number: int, first_day: date | None = None) -> _Page:
        answer, envelope = await self._list(number, first_day)
        records, total = self._records(envelope, answer), integer_of(envelope.get("total_page"))
        return _Page(
            records=records, is_last=not records or (total is not None and number >= total), answer=answer
        )

    async def _list(self, number: int, first_day: date | None) -> tuple[HttpAnswer, dict[str, Any]]:
        fields: dict[str, JsonField] = {"page": number}
        if first_day is not None:
            fields["start_date"] = day_text(first_day)
        return await self._call(_LIST_PATH, fields, moves_money=False)

    async def _call(
        self, path: str, fields: Mapping[str, JsonField], *, moves_money: bool
    ) -> tuple[HttpAnswer, dict[str, Any]]:
        answer = await self._channel.send("POST", path, content=encode_json({**self._credentials, **fields}))
        envelope = read_envelope(answer, moves_money=moves_money)
        _require_success(envelope, answer, moves_money=moves_money)
        return answer, envelope

    def _records(self, envelope: Mapping[str, Any], answer: HttpAnswer) -> list[PayoutEvidence]:
        return [self._record(item, answer) for item in _items(envelope, answer)]

    def _listed(self, item: object, answer: HttpAnswer) -> ListedRecord | None:
        key = shown_text(item.get("id"), answer) if isinstance(item, dict) else ""
        return listed_payout(self._record(item, answer), key) if key else None

    def _record(self, item: object, answer: HttpAnswer) -> PayoutEvidence:
        key = shown_text(item.get("id"), answer) if isinstance(item, dict) else ""
        if not isinstance(item, dict) or not key:
            raise unreadable(answer, "a withdrawal without its id")
        state = text_of(item.get("status")).strip()
        amount = decimal_of(item.get("amount"))
        # A state that nobody documented is shown as it came, and waits.
        unknown_state = "" if state in _STANDINGS else shown_text(state, answer)
        return PayoutEvidence(
            standing=_STANDINGS.get(state, PayoutStanding.WAITING),
            key=key,
            money=None if amount is None else Money(amount, self._unit),
            # Kept as it came: the document's own samples are too short.
            iban=shown_text(item.get("iban"), answer),
            created_at=_instant(item.get("created_at"), answer),
            at=_instant(item.get("updated_at"), answer),
            tracking_number=shown_text(item.get("tracking_number"), answer) or None,
            message=shown_text(item.get("comment"), answer) or unknown_state,
            bank_name=shown_text(item.get("bank_name"), answer),
            holder_name=shown_text(item.get("holder_name"), answer),
            answer=kept_item(item, answer),
        )


def _items(envelope: Mapping[str, Any], answer: HttpAnswer) -> list[object]:
    data = envelope.get("data")
    items = [data] if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise unreadable(answer, "no withdrawals")
    return items


def _require_success(envelope: Mapping[str, Any], answer: HttpAnswer, *, moves_money: bool) -> None:
    status, code = text_of(envelope.get("status")).strip().lower(), _code_of(envelope)
    by_http = answer.status >= HTTPStatus.BAD_REQUEST
    if status == "success" and not by_http:
        return
    if not code and answer.status not in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise unreadable(answer, "neither a success nor an error's code")
    # Of a call that moves money only what plainly says no is a refusal.
    if moves_money and (status == "success" or envelope.get("data") or (status != "error" and not by_http)):
        raise unreadable(answer, "neither a plain success nor a plain refusal")
    number = number_of(code)
    known = None if number is None else CODES[number]
    fields: dict[str, list[str]] = {known.order_field: []} if known is not None and known.field else {}
    refused = refusal(answer, code=code, message=text_of(envelope.get("message")), fields=fields)
    if code in _CREDENTIAL_CODES:
        raise CredentialsRefusedError(
            str(refused),
            code=code,
            provider_message=refused.provider_message,
            fields=refused.fields,
            answer=refused.answer,
        )
    raise refused


def _code_of(envelope: Mapping[str, Any]) -> str:
    """Return one of the twenty as `-8`, any other code as it came."""
    code = envelope.get("code")
    number = number_of(code)
    return text_of(code).strip() if number is None else str(number)


def _instant(told: object, answer: HttpAnswer) -> datetime | None:
    instant = instant_of(told, TEHRAN)
    return None if instant is None else answer.by_our_clock(instant)


def _first_day(since: datetime) -> date:
    """Return a day to begin a list with that every reading of dates has at or before the day before `since`."""
    return unambiguous_day_at_or_before(since.astimezone(TEHRAN).date() - timedelta(days=1))


def _key_of(order: PayoutOrder) -> str:
    if not order.provider_key:
        raise ValueError(f"withdrawal {order.withdrawal_id} has no name at aqayepardakht")
    return order.provider_key


def _could_be(record: PayoutEvidence, order: PayoutOrder, since: datetime) -> bool:
    return (
        _bare(record.iban) in {"", _bare(order.iban)}
        and (record.money is None or record.money.same_value(order.money))
        and (record.created_at is None or record.created_at >= since)
    )


def _bare(iban: str) -> str:
    """Return an IBAN's letters and digits but its country's: some write them in groups, or without `IR`."""
    return "".join(filter(str.isalnum, iban)).upper().removeprefix("IR")
