"""paystar: bank transfers out of the shop's account, one or many in a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cashier.domain.clock import Clock
from cashier.domain.history import ListedRecord
from cashier.domain.money import RIAL, MoneyError, Unit
from cashier.domain.redaction import Redactor
from cashier.domain.text import one_line
from cashier.providers.api_key import KeyKeeper
from cashier.providers.errors import (
    AccountSettingsError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    UnknownOutcomeError,
)
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.listing import ListPage, from_position, readable, to_position
from cashier.providers.payout_listing import listed_payout
from cashier.providers.payout_protocol import PayoutEvidence, PayoutOrder, PayoutStanding, PayoutTraits
from cashier.providers.paystar_answers import (
    believed,
    evidence_of,
    is_key_refused,
    items_of,
    our_fields,
    read_success,
    track_id_of,
)
from cashier.providers.paystar_key import PaystarKey
from cashier.providers.paystar_spec import PAYSTAR_TRAITS
from cashier.providers.wire import (
    JsonField,
    encode_json,
    integer_of,
    looked_through,
    shown_text,
    unreadable,
)

_SETTLEMENT_PATH = "/api/bank-transfer/v2/settlement"
_REQUESTS_PATH = "/api/bank-transfer/settlement-requests"

# Up to so many are asked about one by one; more are looked for in the list, newest first.
_MOST_ASKED_SINGLY = 3
PAGE_SIZE = 100
MOST_PAGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PaystarApplication:
    """What an account is told about the application in paystar's panel.

    Attributes:
        access_password: a secret.
        refresh_token: a secret.
        deposit: the account that is paid from; without it nothing can be paid, and the settings be proved all the same.
        bank: its bank's code.
    """

    application_id: str
    access_password: str = field(repr=False)
    refresh_token: str = field(repr=False)
    deposit: str
    bank: str


class Paystar:
    """The API of paystar for one account. Implements `PayoutProvider` and `ListingProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        application: what the account is told.
        most_at_once: how many transfers a call may carry.
        key_keeper: keeps the key, shared by all clients of the account.
        clock: for when the key runs out.
        redactor: is told the secrets.
    """

    def __init__(
        self,
        channel: HttpChannel,
        *,
        application: PaystarApplication,
        most_at_once: int,
        key_keeper: KeyKeeper,
        clock: Clock,
        redactor: Redactor,
    ) -> None:
        for secret in (application.access_password, application.refresh_token):
            redactor.add(secret)
        self._channel = channel
        self._application = application
        self._most_at_once = most_at_once
        self._access = {
            "application_id": application.application_id,
            "access_password": application.access_password,
        }
        self._key = PaystarKey(
            channel,
            credentials={**self._access, "refresh_token": application.refresh_token},
            keeper=key_keeper,
            clock=clock,
            redactor=redactor,
        )

    @property
    def traits(self) -> PayoutTraits:
        """What is always true of paystar's transfers."""
        return PAYSTAR_TRAITS

    @property
    def unit(self) -> Unit:
        """Rial."""
        return RIAL

    @property
    def most_at_once(self) -> int:
        """How many transfers one call may carry, by the account's settings."""
        return self._most_at_once

    async def submit(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask for transfers, all in one call. Money may leave the shop.

        A call that is turned away for its key was not carried out: it is sent once more with a new key, and only once.

        Raises:
            ValueError: if there are none or too many, two share a reference, or one lacks a last name or has no
                whole amount in rial.
            AccountSettingsError: if the account does not say where to pay from.
            CredentialsRefusedError: if a new key is refused as well, or cannot be had.
            ProviderRefusedError: a readable "no" to the whole call, its `fields` named as `PayoutProvider` says.
            KeyNotKeptError: if a new key could not be kept; it was not used.
            NotSentError: nothing was sent, or only what was turned away for its key.
            UnknownOutcomeError: money may be on its way, for all of them.
        """
        transfers = [self._transfer(order) for order in orders]
        references = {order.reference for order in orders}
        if not 1 <= len(orders) <= self._most_at_once or len(references) < len(orders):
            raise ValueError(f"a call carries 1 to {self._most_at_once} transfers of different references")
        for name in ("deposit", "bank"):
            if not getattr(self._application, name):
                raise AccountSettingsError(f"{name} is missing", field=name)
        content = encode_json({**self._access, "bank": self._application.bank, "transfers": transfers})
        answer = await self._settle(content)
        try:
            data = read_success(answer, moves_money=True)
        except ProviderRefusedError as refused:
            refused.fields = our_fields(refused.fields, len(orders))
            raise
        return _by_withdrawal(orders, data, answer)

    async def ask_about(self, orders: Sequence[PayoutOrder]) -> Mapping[str, PayoutEvidence]:
        """Ask what became of transfers, by their references. Changes nothing.

        Raises:
            ProviderError: `ProviderProtocolError` also if the answer cannot be told to be about them.
        """
        if len(orders) > _MOST_ASKED_SINGLY:
            return await self._look_through_list(orders)
        told: dict[str, PayoutEvidence] = {}
        for order in orders:
            records, answer = await self._records_of(order)
            told[order.withdrawal_id] = (
                believed(records)
                if records
                else PayoutEvidence(standing=PayoutStanding.NOT_FOUND, answer=answer.text)
            )
        return told

    async def find_alike(self, order: PayoutOrder, since: datetime) -> list[PayoutEvidence]:
        """Return the transfer with our reference, whenever it was made; empty if there is none.

        Raises:
            ProviderError: as `ask_about`.
        """
        records, _ = await self._records_of(order)
        # A reference is used once; should two transfers bear it all the same, a person must see both.
        apart = {record.key or record.answer: record for record in records}
        return sorted(apart.values(), key=lambda record: record.created_at or since)

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Return one page of all transfers, newest first; as `ListingProvider`."""
        # The API takes no dates.
        del since
        place = from_position(position)
        skip = integer_of(place.get("skip")) or 0
        # The document takes `limit` and `skip` only together.
        answer, data = await self._list({"limit": str(PAGE_SIZE), "skip": str(skip)})
        items: list[object] | None = (
            [data] if isinstance(data, dict) else data if isinstance(data, list) else None
        )
        if items is None:
            raise unreadable(answer, "no list of transfers")
        records, unreadable_count = await readable(
            _listed(item, its_answer) for item, its_answer in looked_through(answer, items)
        )
        # A server may hold its pages shorter than it was asked for: how long they are the first one tells, and only one
        # that brings nothing but what slipped down from the page before is the end.
        size = len(items) if skip == 0 else integer_of(place.get("size")) or PAGE_SIZE
        is_last = all(record.key == place.get("last") for record in records) and not unreadable_count
        position = to_position(
            skip=skip + min(size, len(items)), size=size, last=records[-1].key if records else ""
        )
        return ListPage(
            records=records,
            next_position=None if is_last else position,
            unreadable_count=unreadable_count,
        )

    async def test_connection(self) -> None:
        """Ask for one transfer; renews the key if it must.

        Raises:
            ProviderError: of the kind that says what is wrong.
        """
        query = {"limit": "1", "skip": "0"}
        if self._application.deposit:
            query["deposit"] = self._application.deposit
        await self._list(query)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()

    def _transfer(self, order: PayoutOrder) -> dict[str, JsonField]:
        first_name, _, last_name = one_line(order.holder).partition(" ")
        if not last_name:
            raise ValueError(f"withdrawal {order.withdrawal_id} has no last name of its receiver")
        try:
            amount_rial = int(order.money.to(RIAL).amount)
        except MoneyError as error:
            raise ValueError(f"withdrawal {order.withdrawal_id}: {error}") from error
        if amount_rial <= 0:
            raise ValueError(f"withdrawal {order.withdrawal_id} pays nothing")
        transfer: dict[str, JsonField] = {
            "amount": amount_rial,
            "deposit": self._application.deposit,
            "destination_account": order.iban,
            "destination_firstname": first_name,
            "destination_lastname": last_name,
            "track_id": order.reference,
        }
        if order.pay_id:
            transfer["pay_id"] = order.pay_id
        return transfer

    async def _settle(self, content: bytes) -> HttpAnswer:
        try:
            key = await self._key.current()
        except UnknownOutcomeError as error:
            raise _without_key(error) from None
        answer = await self._channel.send("POST", _SETTLEMENT_PATH, content=content, headers=_bearer(key))
        if not is_key_refused(answer):
            return answer
        try:
            key = await self._key.instead_of(key)
        except UnknownOutcomeError as error:
            raise _without_key(error) from None
        return await self._channel.send("POST", _SETTLEMENT_PATH, content=content, headers=_bearer(key))

    async def _list(self, query: Mapping[str, str]) -> tuple[HttpAnswer, object]:
        """Return the answer and its `data`."""
        query = {**self._access, **query}
        key = await self._key.current()
        answer = await self._channel.send("GET", _REQUESTS_PATH, query=query, headers=_bearer(key))
        try:
            # First of all, for nearly always it is one: a long page is read only once.
            return answer, read_success(answer, moves_money=False)
        except ProviderError:
            if not is_key_refused(answer):
                raise
        key = await self._key.instead_of(key)
        answer = await self._channel.send("GET", _REQUESTS_PATH, query=query, headers=_bearer(key))
        return answer, read_success(answer, moves_money=False)

    async def _records_of(self, order: PayoutOrder) -> tuple[list[PayoutEvidence], HttpAnswer]:
        # Whichever account it was paid from: that setting may have been changed since.
        answer, data = await self._list({"track_id": order.reference})
        items = items_of(data)
        if items is None:
            raise unreadable(answer, "no list of transfers")
        ours = [evidence_of(item, answer) for item in items if track_id_of(item) == order.reference]
        if items and not ours:
            # The filter was not heeded: that ours is not among them does not say that there is none.
            raise unreadable(answer, "other transfers than the one asked for")
        return ours, answer

    async def _look_through_list(self, orders: Sequence[PayoutOrder]) -> dict[str, PayoutEvidence]:
        wanted = {order.reference: order.withdrawal_id for order in orders}
        # A page moves while new transfers arrive: what comes twice is kept once.
        records: dict[str, list[PayoutEvidence]] = {}
        for page_number in range(MOST_PAGES):
            # The document takes `limit` and `skip` only together.
            answer, data = await self._list({"limit": str(PAGE_SIZE), "skip": str(page_number * PAGE_SIZE)})
            items = items_of(data)
            if items is None:
                raise unreadable(answer, "no list of transfers")
            for item in items:
                if track_id_of(item) in wanted:
                    records.setdefault(wanted[track_id_of(item)], []).append(evidence_of(item, answer))
            if len(records) == len(wanted) or len(items) < PAGE_SIZE:
                break
        return {withdrawal_id: believed(told) for withdrawal_id, told in records.items()}


def _by_withdrawal(
    orders: Sequence[PayoutOrder], data: object, answer: HttpAnswer
) -> dict[str, PayoutEvidence]:
    items = items_of(data) or []
    told: dict[str, PayoutEvidence] = {}
    for order in orders:
        ours = [item for item in items if track_id_of(item) == order.reference]
        if not ours and len(orders) == 1 and isinstance(data, dict) and not track_id_of(data) and data:
            # One transfer was asked for and one is told of: it needs no name to be known by.
            ours = [data]
        if ours:
            told[order.withdrawal_id] = believed(evidence_of(item, answer) for item in ours)
    return told


def _listed(item: object, answer: HttpAnswer) -> ListedRecord | None:
    if not isinstance(item, dict):
        return None
    evidence, reference = evidence_of(item, answer), shown_text(item.get("track_id"), answer)
    key = evidence.key or reference
    return listed_payout(evidence, key, reference) if key else None


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _without_key(error: UnknownOutcomeError) -> NotSentError:
    # What is not known is what became of the renewal, which moves no money.
    return NotSentError(f"the key could not be renewed, so nothing was sent: {error}")
