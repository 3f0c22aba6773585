"""digibank: a request sends the customer a code, and the finalize with that code collects the payment.

No list of refusal codes is published; those here are the sandbox's own.
"""

from __future__ import annotations

import re
import uuid
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Context, Decimal, Inexact
from operator import attrgetter
from typing import Any, ClassVar, Final
from zoneinfo import ZoneInfo

import msgspec

from cashier.sandbox import credentials, history
from cashier.sandbox.digibank_records import (
    MESSAGES,
    UNAUTHORIZED,
    Code,
    DigibankAccount,
    DigibankPayment,
    DigibankRequest,
    DigibankShop,
)
from cashier.sandbox.history import Past
from cashier.sandbox.ledger import LedgerEntry, Origin
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.provider import (
    Endpoint,
    NotPossibleError,
    Provider,
    RefusalKind,
    Surroundings,
    UnknownAccountError,
    address_allowed,
)
from cashier.sandbox.told_dates import midnight
from cashier.sandbox.wire import Answer, Incoming, plain

MAXIMUM_PAGE_SIZE: Final = 50
_DEFAULT_PAGE_SIZE: Final = 10
_DAMASCUS: Final = ZoneInfo("Asia/Damascus")
_CURRENCY: Final = re.compile(r"[A-Z0-9]{2,10}")
_EXACT: Final = Context(prec=120, traps=[Inexact])
_HISTORY_ASSETS: Final = (("USD", 2), ("USD", 2), ("USDT", 6), ("BTC", 8), ("ETH", 18), ("LUNA", 6))


class Digibank(Provider):
    """The whole service: every customer has plenty of everything, save those named in the credentials."""

    name: ClassVar[str] = "digibank"
    amount_fields: ClassVar[frozenset[str]] = frozenset({"amount"})
    state_fields: ClassVar[Mapping[str, Any]] = {}
    text_fields: ClassVar[frozenset[str]] = frozenset({"paidBy", "message"})
    main_settings: ClassVar[Mapping[str, str]] = {"api_key": credentials.DIGIBANK_API_KEY}
    customers: ClassVar[Mapping[str, str]] = {
        credentials.DIGIBANK_CUSTOMER: "any other works too",
        credentials.DIGIBANK_CUSTOMER_UNKNOWN: "is unknown",
        credentials.DIGIBANK_CUSTOMER_WITHOUT_BALANCE: "has no balance",
        credentials.DIGIBANK_CUSTOMER_SPENDS_FIRST: "spends it before the finalize",
    }

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._shops: dict[str, DigibankShop] = {}
        self._requests: dict[str, DigibankRequest] = {}
        self._balances: dict[tuple[str, str], Decimal] = {}
        self._last_id = 0
        self.reset()

    @property
    def endpoints(self) -> Sequence[Endpoint]:
        """Every call on offer."""
        return (
            Endpoint("request", "POST", "/api/v1/payments/request", self._request),
            Endpoint("finalize", "POST", "/api/v1/payments/finalize", self._finalize),
            Endpoint("list", "GET", "/api/v1/payments/list", self._list),
        )

    # -- what a caller can do ---------------------------------------------------------------------------

    def _request(self, incoming: Incoming) -> Answer:
        body = incoming.json_object()
        if body is None:
            return _refuse(Code.NOT_JSON)
        shop_name = self._authorized(incoming, body.get("apiKey"))
        if isinstance(shop_name, Answer):
            return shop_name
        wanted = self._wanted(body)
        if isinstance(wanted, Code):
            return _refuse(wanted)
        customer, amount, currency = wanted
        now = self.clock.now()
        request = DigibankRequest(
            request_id=str(uuid.UUID(int=self.chance.getrandbits(128), version=4)),
            account=shop_name,
            customer=customer,
            amount=amount,
            currency=currency,
            code=f"{self.chance.randrange(10**6):06}",
            created_at=now,
            expires_at=now + timedelta(seconds=self._shops[shop_name].account.request_life_s),
        )
        self._requests[request.request_id] = request
        self.ledger.created(self.name, shop_name)
        self.send_to_phone(request.on_phone())
        return _success(
            {"requestId": request.request_id, "expiryDate": self._told(request.expires_at, 0)}, acted=True
        )

    def _wanted(self, body: Mapping[str, Any]) -> tuple[str, Decimal, str] | Code:
        customer, amount, currency = body.get("customerNo"), _number(body.get("amount")), body.get("currency")
        if not isinstance(customer, str) or not customer:
            return Code.FIELD_MISSING
        if amount is None or amount <= 0:
            return Code.AMOUNT_INVALID
        if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
            return Code.CURRENCY_INVALID
        if customer == credentials.DIGIBANK_CUSTOMER_UNKNOWN:
            return Code.CUSTOMER_UNKNOWN
        dry = customer == credentials.DIGIBANK_CUSTOMER_WITHOUT_BALANCE
        if dry or not self._affords(customer, currency, amount):
            return Code.BALANCE_INSUFFICIENT
        return customer, amount, currency

    def _finalize(self, incoming: Incoming) -> Answer:
        body = incoming.json_object()
        if body is None:
            return _refuse(Code.NOT_JSON)
        shop_name = self._authorized(incoming, body.get("apiKey"))
        if isinstance(shop_name, Answer):
            return shop_name
        request_id, code = body.get("requestId"), body.get("confirmationCode")
        ref_no, note = body.get("refNo", ""), body.get("note", "")
        if not all(isinstance(value, str) for value in (request_id, code, ref_no, note)) or not code:
            return _refuse(Code.FIELD_MISSING)
        request = self._requests.get(str(request_id))
        if request is None or request.account != shop_name:
            return _refuse(Code.REQUEST_UNKNOWN)
        refused = self._check_finalize(request, str(code))
        if refused is not None:
            return _refuse(refused)
        request.finalized = True
        payment = self._collect(
            shop_name,
            customer=request.customer,
            amount=request.amount,
            asset=request.currency,
            ref_no=str(ref_no),
            note=str(note),
            request_id=request.request_id,
        )
        return _success({"id": payment.id}, acted=True)

    def _check_finalize(self, request: DigibankRequest, code: str) -> Code | None:
        if request.finalized:
            return Code.ALREADY_FINALIZED
        if request.expires_at <= self.clock.now():
            return Code.REQUEST_EXPIRED
        if code != request.code:
            return Code.CONFIRMATION_CODE_WRONG
        if request.customer == credentials.DIGIBANK_CUSTOMER_SPENDS_FIRST or not self._affords(
            request.customer, request.currency, request.amount
        ):
            return Code.BALANCE_INSUFFICIENT
        return None

    def _list(self, incoming: Incoming) -> Answer:
        query = incoming.query
        shop_name = self._authorized(incoming, query.get("apiKey"))
        if isinstance(shop_name, Answer):
            return shop_name
        shop = self._shops[shop_name]
        page_number, page_size = (
            _whole(query.get("pageNo", "1")),
            _whole(query.get("pageSize", str(_DEFAULT_PAGE_SIZE))),
        )
        if page_number < 1 or not 1 <= page_size <= MAXIMUM_PAGE_SIZE:
            return _refuse(Code.PAGE_INVALID)
        first, last = 0, len(shop.payments)
        try:
            if query.get("from"):
                first = self._index(
                    shop, midnight(query["from"], _DAMASCUS, month_first=shop.account.month_first_dates)
                )
            if query.get("to"):
                last = self._index(
                    shop,
                    midnight(query["to"], _DAMASCUS, month_first=shop.account.month_first_dates)
                    + timedelta(days=1),
                )
        except ValueError:
            return _refuse(Code.DATE_INVALID)
        wanted: Sequence[DigibankPayment]
        if query.get("refNo") or query.get("paidBy"):
            wanted = [
                payment
                for payment in shop.payments[first:last]
                if query.get("refNo", payment.ref_no) in {payment.ref_no, ""}
                and query.get("paidBy", payment.customer) in {payment.customer, ""}
            ]
            first, last = 0, len(wanted)
        else:
            wanted = shop.payments
        # Newest first: page 1 ends where the range ends.
        end = max(first, last - (page_number - 1) * page_size)
        page = wanted[max(first, end - page_size) : end]
        items = [
            {
                "amount": payment.amount,
                "asset": payment.asset,
                "id": payment.id,
                "paidBy": payment.customer,
                "timestamp": self._told(payment.settled_at, payment.seventh_digit),
            }
            for payment in reversed(page)
        ]
        return _success({"pageItems": items, "totalCount": max(0, last - first)})

    # -- what the sandbox asks ----------------------------------------------------------------------------

    def account_of(self, incoming: Incoming) -> str:
        """Return the account whose API key is in the query or in the body."""
        key: object = incoming.query.get("apiKey")
        if key is None:
            key = (incoming.json_object() or {}).get("apiKey")
        return self._shop_with(key) or ""

    def refusal(self, kind: RefusalKind, *, code: str | None = None, message: str | None = None) -> Answer:
        """Refuse with HTTP 401 for credentials and with HTTP 200 and a `code` for the rest."""
        if kind == "wrong_credentials":
            return _refuse(Code.API_KEY_WRONG, message)
        if kind == "expired_credentials":
            return _refuse(Code.API_KEY_EXPIRED, message)
        if kind == "address_not_allowed":
            return _refuse(Code.ADDRESS_NOT_ALLOWED, message)
        number = int(code) if code is not None else int(Code.REFUSED)
        known = Code(number) if number in set(Code) else Code.REFUSED
        return Answer(body={"code": number, "message": message or MESSAGES[known]})

    def items(self, body: Any) -> list[Any] | None:
        """Return `result.pageItems`."""
        result = body.get("result") if isinstance(body, dict) else None
        found = result.get("pageItems") if isinstance(result, dict) else None
        return found if isinstance(found, list) else None

    def put_account(self, name: str, fields: Mapping[str, Any]) -> None:
        """Add or change an account: see `DigibankAccount`."""
        shop = self._shops.get(name)
        if shop is None:
            self._shops[name] = DigibankShop(msgspec.convert(dict(fields), DigibankAccount))
        else:
            shop.account = msgspec.convert(
                {**msgspec.structs.asdict(shop.account), **fields}, DigibankAccount
            )

    def settle_due(self) -> None:
        """Nothing here happens by itself: a request that expires is simply refused."""

    def arrive(self, account: str) -> None:
        """Collect a payment that was asked for at another till."""
        self._collect(
            self._known(account),
            customer=f"oth{self.chance.randrange(10**4):04}",
            amount=Decimal(self.chance.randrange(1, 10_000)).scaleb(-2),
            asset="USD",
            ref_no="",
            note="",
            request_id="",
        )

    def book(self, account: str) -> list[DigibankPayment]:
        """Return an account's list."""
        return self._shops[self._known(account)].payments

    def add_history(self, account: str, past: Past) -> None:
        """Add past payments in several assets by a few hundred customers."""
        shop = self._shops[self._known(account)]
        for payment in history.digibank_payments(past, first_id=self._last_id + 1):
            self._last_id = payment.id
            shop.add(payment)
            self._settle(account, payment, request_id="", origin="history")

    def reset(self) -> None:
        """Forget everything but the main account."""
        self._shops = {
            credentials.MAIN_ACCOUNT: DigibankShop(DigibankAccount(api_key=credentials.DIGIBANK_API_KEY))
        }
        self._requests.clear()
        self._balances.clear()
        self._last_id = 0

    # -- the customer's phone -----------------------------------------------------------------------------

    def open_requests(self) -> list[DigibankRequest]:
        """Return the requests whose code can still be used, oldest first."""
        now = self.clock.now()
        return [
            request
            for request in self._requests.values()
            if not request.finalized and request.expires_at > now
        ]

    def messages(self) -> list[PhoneMessage]:
        """Return the codes that can still be used."""
        return [request.on_phone() for request in self.open_requests()]

    def set_balance(self, customer: str, currency: str, amount: Decimal) -> None:
        """Give a customer exactly `amount` of a currency instead of plenty.

        Raises:
            NotPossibleError: If `amount` is not a number of at least zero.
        """
        if not amount.is_finite() or amount < 0:
            raise NotPossibleError("a balance is zero or more")
        self._balances[customer, currency] = amount

    # -- within -------------------------------------------------------------------------------------------

    def _authorized(self, incoming: Incoming, key: object) -> str | Answer:
        shop_name = self._shop_with(key)
        if shop_name is None:
            return _refuse(Code.API_KEY_WRONG)
        if not address_allowed(incoming, self._shops[shop_name].account.allowed_addresses):
            return _refuse(Code.ADDRESS_NOT_ALLOWED)
        return shop_name

    def _shop_with(self, key: object) -> str | None:
        return next((name for name, shop in self._shops.items() if shop.account.api_key == key), None)

    def _known(self, account: str) -> str:
        if account not in self._shops:
            raise UnknownAccountError(f"digibank has no account {account!r}")
        return account

    def _affords(self, customer: str, currency: str, amount: Decimal) -> bool:
        balance = self._balances.get((customer, currency))
        return balance is None or balance >= amount

    def _collect(
        self,
        shop_name: str,
        *,
        customer: str,
        amount: Decimal,
        asset: str,
        ref_no: str,
        note: str,
        request_id: str,
    ) -> DigibankPayment:
        payment = DigibankPayment(
            id=self._next_id(),
            customer=customer,
            amount=amount,
            asset=asset,
            settled_at=self.clock.now(),
            seventh_digit=self.chance.choice((None, *range(10))),
            ref_no=ref_no,
            note=note,
        )
        if (customer, asset) in self._balances:
            self._balances[customer, asset] = _EXACT.subtract(self._balances[customer, asset], amount)
        self._shops[shop_name].add(payment)
        self._settle(shop_name, payment, request_id=request_id, origin="live")
        return payment

    def _settle(self, shop_name: str, payment: DigibankPayment, *, request_id: str, origin: Origin) -> None:
        self.ledger.settle(
            LedgerEntry(
                provider=self.name,
                account=shop_name,
                kind="in",
                key=str(payment.id),
                reference=payment.ref_no,
                request_id=request_id,
                party=payment.customer,
                amount=plain(payment.amount),
                unit=payment.asset,
                settled_at=payment.settled_at,
                note=payment.note,
                origin=origin,
            )
        )

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _index(self, shop: DigibankShop, told_day: datetime) -> int:
        return bisect_left(shop.payments, self.clock.understood(told_day), key=attrgetter("settled_at"))

    def _told(self, instant: datetime, seventh_digit: int | None) -> str:
        # Local and without an offset, as in the published sample.
        local = self.clock.told(instant).astimezone(_DAMASCUS).replace(tzinfo=None)
        return local.isoformat(timespec="microseconds") + (
            "" if seventh_digit is None else str(seventh_digit)
        )


def _success(result: dict[str, Any], *, acted: bool = False) -> Answer:
    return Answer(body={"code": 0, "result": result}, acted=acted)


def _refuse(code: Code, message: str | None = None) -> Answer:
    status = 401 if code in UNAUTHORIZED else 200
    return Answer(status=status, body={"code": int(code), "message": message or MESSAGES[code]})


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        return value
    # A string is refused: what the till writes must be what the document says.
    return Decimal(value) if isinstance(value, int) else None


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
