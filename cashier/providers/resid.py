"""resid: the shop creates a token, the customer pays with it, the shop collects within twenty minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cashier.domain.account import Account
from cashier.domain.clock import Clock
from cashier.domain.money import RIAL, MoneyError
from cashier.domain.redaction import Redactor
from cashier.providers.errors import (
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.listing import ListPage, from_position, readable, to_position
from cashier.providers.protocol import (
    OpenedPayment,
    PaymentEvidence,
    PaymentOrder,
    PaymentStanding,
    PaymentTraits,
)
from cashier.providers.resid_answers import (
    ResidPayment,
    evidence_of,
    info_of,
    listed_record,
    payment_of,
)
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.providers.wire import (
    FORM,
    encode_form,
    instant_of,
    looked_through,
    path_segment,
    text_of,
    unreadable,
)

PATH = "/api/v1/payments"
MAXIMUM_PAGE_SIZE = 200

# The clocks of shops and servers are seen ten minutes apart; a lost token is looked for this much earlier.
CLOCK_SKEW = timedelta(minutes=15)

_MICROSECOND = timedelta(microseconds=1)


class Resid:
    """The API of resid for one account. Implements `PaymentProvider` and `ListingProvider`.

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
        payment = payment_of(info, answer)
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
        return tuple(payment_of(item, answer) for item in items)

    async def list_page(self, position: str | None, since: datetime | None) -> ListPage:
        """Return one page of all payments, newest first; as `ListingProvider`. Rate-limited.

        What was made at the same microsecond as the oldest of a page comes again with the next.
        """
        # The API takes `before` or `after`, and pages are turned with `before`.
        del since
        before = instant_of(from_position(position).get("before"))
        answer, items = await self._list(before, None, MAXIMUM_PAGE_SIZE)
        next_position = None
        if len(items) >= MAXIMUM_PAGE_SIZE:
            next_position = to_position(before=_utc_text(_next_before(items, before, answer)))
        now = self._clock.now()
        records, unreadable_count = await readable(
            listed_record(item, its_answer, now) for item, its_answer in looked_through(answer, items)
        )
        return ListPage(records=records, next_position=next_position, unreadable_count=unreadable_count)

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
                payment = payment_of(item, answer)
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
            return replace(evidence_of(payment, payment.standing), message=refused.provider_message)
        if payment.standing is PaymentStanding.CUSTOMER_PAID:
            return evidence_of(payment, PaymentStanding.SETTLED)
        return evidence_of(payment, payment.standing)

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Read the payment; whether the shop has collected is not among what resid tells."""
        del order
        payment = await self.get(key)
        return evidence_of(payment, payment.standing)

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
        return answer, info_of(answer, moves_money=moves_money)


def _next_before(items: list[object], before: datetime | None, answer: HttpAnswer) -> datetime:
    """Return where the page after a full one begins, by the server's own clock."""
    times = [instant_of(item.get("created")) for item in items if isinstance(item, dict)]
    oldest = min((time for time in times if time is not None), default=None)
    if oldest is None:
        raise unreadable(answer, "a full page without any time of creation")
    # A microsecond later, for those of the same one that had no room.
    further = oldest + _MICROSECOND
    if before is not None and further >= before:
        # All of it is of one microsecond: what of that has no room on a page can never be had.
        further = min(oldest, before - _MICROSECOND)
    return further


def _utc_text(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError("a time without a zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
