"""resid: a token is made, the customer pays it on a phone, and the shop collects within twenty minutes.

Where the document is silent: `outcome.state` stays ``pending`` until something goes wrong, since no other state
is attested; a failure is told by `state_error`; a payment that went back to the customer keeps its `paid` time
*and* has a `state_error`; a collect of a failed payment is answered ``OK``, as the document warns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, ClassVar, Final
from zoneinfo import ZoneInfo

import msgspec

from cashier.sandbox import credentials, history
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
from cashier.sandbox.resid_records import COLLECT_WITHIN, ResidAccount, ResidPayment, ResidShop, made_up_token
from cashier.sandbox.wire import Answer, Incoming

MAXIMUM_SIZE: Final = 200
_DEFAULT_SIZE: Final = 50
_TEHRAN: Final = ZoneInfo("Asia/Tehran")
_TRUE: Final = frozenset({"true", "1"})
_FALSE: Final = frozenset({"false", "0", ""})

_NOT_AUTHORIZED: Final = "کد دسترسی معتبر نیست"
_EXPIRED: Final = "کد دسترسی منقضی شده است"
_ADDRESS: Final = "نشانی اینترنتی شما مجاز نیست"
_NOT_FOUND: Final = "پرداختی با این شناسه یافت نشد"
_NOT_PAID: Final = "این پرداخت هنوز انجام نشده است"
_REFUNDED: Final = "مهلت نهایی‌سازی گذشته و مبلغ به پرداخت‌کننده بازگشته است"
_TOO_MANY: Final = "تعداد درخواست‌ها بیش از حد مجاز است"
REFUSED_BY_CUSTOMER: Final = "پرداخت‌کننده انصراف داد"


class Resid(Provider):
    """The whole service."""

    name: ClassVar[str] = "resid"
    amount_fields: ClassVar[frozenset[str]] = frozenset({"amount", "total_amount", "tip"})
    state_fields: ClassVar[Mapping[str, Any]] = {"state": "under_review"}
    text_fields: ClassVar[frozenset[str]] = frozenset(
        {"display_name", "display_biz_name", "description", "payer", "state_error", "errors"}
    )

    main_settings: ClassVar[Mapping[str, str]] = {
        "authorization_code": credentials.RESID_AUTHORIZATION_CODE,
        "merchant": credentials.RESID_MERCHANT,
    }

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._shops: dict[str, ResidShop] = {}
        self._payments: dict[str, ResidPayment] = {}
        self._uncollected: dict[str, ResidPayment] = {}
        self.reset()

    @property
    def endpoints(self) -> Sequence[Endpoint]:
        """Every call on offer."""
        return (
            Endpoint("create", "POST", "/api/v1/payments", self._create),
            Endpoint("list", "GET", "/api/v1/payments", self._list),
            Endpoint("collect", "POST", "/api/v1/payments/{token}/collect", self._collect_call),
            Endpoint("get", "GET", "/api/v1/payments/{token}", self._get),
        )

    # -- what a caller can do ---------------------------------------------------------------------------

    def _create(self, incoming: Incoming) -> Answer:
        shop_name = self._authorized(incoming)
        if isinstance(shop_name, Answer):
            return shop_name
        form = incoming.form()
        errors = self._check_create(form, self._shops[shop_name].account)
        if errors:
            return _refuse(400, *errors)
        payment = self._add(
            shop_name,
            amount_rial=int(form["amount"]),
            description=form.get("description", ""),
            payload=form.get("payload", ""),
            auto_collect=form.get("auto_collect", "").lower() in _TRUE,
            method=form.get("preferred_method", "") or "asanpardakht",
        )
        self.ledger.created(self.name, shop_name)
        self.send_to_phone(payment.on_phone())
        return _ok({"token": payment.token}, acted=True)

    @staticmethod
    def _check_create(form: Mapping[str, str], account: ResidAccount) -> list[str]:
        errors = []
        amount = form.get("amount", "")
        if not (amount.isascii() and amount.isdigit()) or int(amount) == 0:
            errors.append("amount: مبلغ باید عدد صحیح و بزرگ‌تر از صفر باشد")
        if form.get("merchant") != account.merchant:
            errors.append("merchant: پذیرنده یافت نشد")
        if form.get("auto_collect", "").lower() not in _TRUE | _FALSE:
            errors.append("auto_collect: باید true یا false باشد")
        return errors

    def _collect_call(self, incoming: Incoming) -> Answer:
        payment = self._find(incoming)
        if isinstance(payment, Answer):
            return payment
        if payment.waiting:
            return _refuse(400, _NOT_PAID)
        if payment.refunded_at is not None:
            return _refuse(400, _REFUNDED)
        acted = False
        if payment.state_error is None and payment.collected_at is None:
            self._collect(payment)
            acted = True
        # Also for a payment that failed or was collected before: only the payment itself tells the outcome.
        return _ok({}, acted=acted)

    def _get(self, incoming: Incoming) -> Answer:
        payment = self._find(incoming)
        return payment if isinstance(payment, Answer) else _ok(self._told(payment))

    def _list(self, incoming: Incoming) -> Answer:
        shop_name = self._authorized(incoming)
        if isinstance(shop_name, Answer):
            return shop_name
        shop = self._shops[shop_name]
        wait_s = shop.throttle_s(self.clock.now())
        if wait_s:
            answer = _refuse(429, _TOO_MANY)
            answer.headers["Retry-After"] = str(wait_s)
            return answer
        query = incoming.query
        size = query.get("size", str(_DEFAULT_SIZE))
        if not (size.isascii() and size.isdigit()) or not 1 <= int(size) <= MAXIMUM_SIZE:
            return _refuse(400, f"size: باید عددی از ۱ تا {MAXIMUM_SIZE} باشد")
        if "before" in query and "after" in query:
            return _refuse(400, "before, after: تنها یکی از این دو پذیرفته است")
        try:
            first = self._index(shop, query["after"], after=True) if "after" in query else 0
            last = self._index(shop, query["before"]) if "before" in query else len(shop.payments)
        except ValueError as error:
            return _refuse(400, str(error))
        page = shop.payments[max(first, last - int(size)) : last]
        return _ok([self._told(payment) for payment in reversed(page)])

    # -- what the sandbox asks ----------------------------------------------------------------------------

    def account_of(self, incoming: Incoming) -> str:
        """Return the account whose code stands in the Authorization header."""
        return self._shop_with(incoming.headers.get("authorization")) or ""

    def refusal(self, kind: RefusalKind, *, code: str | None = None, message: str | None = None) -> Answer:
        """Refuse with 401 or 403 for credentials and address; `code` is the HTTP status of any other."""
        if kind == "wrong_credentials":
            return _refuse(401, message or _NOT_AUTHORIZED)
        if kind == "expired_credentials":
            return _refuse(401, message or _EXPIRED)
        if kind == "address_not_allowed":
            return _refuse(403, message or _ADDRESS)
        return _refuse(int(code or 400), message or "درخواست پذیرفته نشد")

    def items(self, body: Any) -> list[Any] | None:
        """Return `info` where it is a list."""
        found = body.get("info") if isinstance(body, dict) else None
        return found if isinstance(found, list) else None

    def put_account(self, name: str, fields: Mapping[str, Any]) -> None:
        """Add or change an account: see `ResidAccount`."""
        shop = self._shops.get(name)
        if shop is None:
            self._shops[name] = ResidShop(msgspec.convert(dict(fields), ResidAccount))
        else:
            shop.account = msgspec.convert({**msgspec.structs.asdict(shop.account), **fields}, ResidAccount)

    def settle_due(self) -> None:
        """Give back what was paid and not collected in time."""
        now = self.clock.now()
        for payment in list(self._uncollected.values()):
            due_at = payment.created_at + COLLECT_WITHIN
            if due_at <= now:
                payment.refunded_at = due_at
                payment.state = "refunded"
                payment.state_error = "در مهلت بیست دقیقه نهایی نشد و به پرداخت‌کننده بازگشت"
                del self._uncollected[payment.token]

    def arrive(self, account: str) -> None:
        """Collect a payment that was asked for at another till."""
        payment = self._add(
            self._known(account),
            amount_rial=self.chance.randrange(1, 500) * 10_000,
            description="",
            payload="",
            auto_collect=True,
            method="asanpardakht",
        )
        self.pay(payment.token)

    def book(self, account: str) -> list[ResidPayment]:
        """Return an account's list."""
        return self._shops[self._known(account)].payments

    def add_history(self, account: str, past: Past) -> None:
        """Add past payments: most collected, the rest never paid, failed or given back; some in one instant."""
        shop = self._shops[self._known(account)]
        for payment in history.resid_payments(past, account=account):
            self._payments[payment.token] = payment
            insort(shop.payments, payment, key=attrgetter("created_at"))
            if payment.collected_at is not None:
                self._settle(payment, at=payment.collected_at, origin="history")

    def reset(self) -> None:
        """Forget everything but the main account."""
        self._shops = {
            credentials.MAIN_ACCOUNT: ResidShop(
                ResidAccount(
                    authorization_code=credentials.RESID_AUTHORIZATION_CODE,
                    merchant=credentials.RESID_MERCHANT,
                )
            )
        }
        self._payments.clear()
        self._uncollected.clear()

    # -- the customer's phone -----------------------------------------------------------------------------

    def payment(self, token: str) -> ResidPayment:
        """Return a payment.

        Raises:
            NotPossibleError: If there is no such token.
        """
        found = self._payments.get(token)
        if found is None:
            raise NotPossibleError(f"no such token: {token}")
        return found

    def waiting_payments(self) -> list[ResidPayment]:
        """Return the payments a customer could pay now, oldest first."""
        too_old = self.clock.now() - COLLECT_WITHIN
        return [
            payment
            for shop in self._shops.values()
            for payment in shop.payments[bisect_right(shop.payments, too_old, key=attrgetter("created_at")) :]
            if payment.waiting
        ]

    def pay(self, token: str, *, tip_rial: int = 0, collect_error: str | None = None) -> ResidPayment:
        """Let the customer pay a token; with `auto_collect` the shop has the money at once.

        Raises:
            NotPossibleError: If the token is unknown, too old, or no longer waiting.
        """
        payment = self._payable(token)
        payment.paid_at = self.clock.now()
        payment.payer = f"0912*****{self.chance.randrange(100):02}"
        payment.rrn = f"{self.chance.randrange(10**12):012}"
        payment.tip_rial = tip_rial
        payment.collect_error = collect_error
        if payment.auto_collect:
            self._collect(payment)
        else:
            self._uncollected[token] = payment
        return payment

    def refuse(self, token: str, state_error: str = REFUSED_BY_CUSTOMER) -> ResidPayment:
        """Let the payment fail at the bank for the reason `state_error`.

        Raises:
            NotPossibleError: If the token is unknown, too old, or no longer waiting.
        """
        payment = self._payable(token)
        payment.state = "failed"
        payment.state_error = state_error
        return payment

    def messages(self) -> list[PhoneMessage]:
        """Return the tokens that could be paid now."""
        return [payment.on_phone() for payment in self.waiting_payments()]

    def pay_on_phone(self, key: str) -> None:
        """Pay a token; as `pay`."""
        self.pay(key)

    def refuse_on_phone(self, key: str) -> None:
        """Let a token fail; as `refuse`."""
        self.refuse(key)

    # -- within -------------------------------------------------------------------------------------------

    def _authorized(self, incoming: Incoming) -> str | Answer:
        shop_name = self._shop_with(incoming.headers.get("authorization"))
        if shop_name is None:
            return _refuse(401, _NOT_AUTHORIZED)
        if not address_allowed(incoming, self._shops[shop_name].account.allowed_addresses):
            return _refuse(403, _ADDRESS)
        return shop_name

    def _shop_with(self, code: str | None) -> str | None:
        return next(
            (name for name, shop in self._shops.items() if shop.account.authorization_code == code), None
        )

    def _known(self, account: str) -> str:
        if account not in self._shops:
            raise UnknownAccountError(f"resid has no account {account!r}")
        return account

    def _find(self, incoming: Incoming) -> ResidPayment | Answer:
        shop_name = self._authorized(incoming)
        if isinstance(shop_name, Answer):
            return shop_name
        payment = self._payments.get(incoming.path["token"])
        if payment is None or payment.account != shop_name:
            return _refuse(404, _NOT_FOUND)
        return payment

    def _payable(self, token: str) -> ResidPayment:
        payment = self.payment(token)
        if not payment.waiting:
            raise NotPossibleError("the token is no longer waiting")
        if payment.created_at + COLLECT_WITHIN <= self.clock.now():
            raise NotPossibleError("the token is older than twenty minutes")
        return payment

    def _add(
        self,
        shop_name: str,
        *,
        amount_rial: int,
        description: str,
        payload: str,
        auto_collect: bool,
        method: str,
    ) -> ResidPayment:
        payment = ResidPayment(
            token=made_up_token(self.chance),
            account=shop_name,
            amount_rial=amount_rial,
            description=description,
            payload=payload,
            auto_collect=auto_collect,
            method=method,
            created_at=self.clock.now(),
        )
        insort(self._shops[shop_name].payments, payment, key=attrgetter("created_at"))
        self._payments[payment.token] = payment
        return payment

    def _collect(self, payment: ResidPayment) -> None:
        self._uncollected.pop(payment.token, None)
        if payment.collect_error is not None:
            payment.state = "failed"
            payment.state_error = payment.collect_error
            return
        payment.collected_at = self.clock.now()
        self._settle(payment, at=payment.collected_at, origin="live")

    def _settle(self, payment: ResidPayment, *, at: datetime, origin: Origin) -> None:
        self.ledger.settle(
            LedgerEntry(
                provider=self.name,
                account=payment.account,
                kind="in",
                key=payment.token,
                reference=payment.payload,
                party=payment.payer,
                amount=str(payment.amount_rial + payment.tip_rial),
                unit="IRR",
                settled_at=at,
                note=payment.description,
                origin=origin,
            )
        )

    def _index(self, shop: ResidShop, text: str, *, after: bool = False) -> int:
        instant = datetime.fromisoformat(text)
        if instant.utcoffset() != timedelta():
            raise ValueError("before, after: زمان باید در قالب ISO-8601 و به وقت UTC باشد")
        bisect = bisect_right if after else bisect_left
        return bisect(shop.payments, self.clock.understood(instant), key=attrgetter("created_at"))

    def _told(self, payment: ResidPayment) -> dict[str, Any]:
        account = self._shops[payment.account].account
        return {
            "merchant": {
                "display_name": account.display_name,
                "display_image": "",
                "display_biz_name": account.display_biz_name,
            },
            "description": payment.description,
            "payer": payment.payer,
            "created": self._told_time(payment.created_at),
            "amount": payment.amount_rial,
            "paid": None if payment.paid_at is None else self._told_time(payment.paid_at),
            "token": payment.token,
            "outcome": {
                "rrn": payment.rrn,
                "total_amount": payment.amount_rial + payment.tip_rial,
                "tip": payment.tip_rial,
                "state": payment.state,
                "state_error": payment.state_error,
                "method": payment.method,
            },
            "payload": payment.payload,
        }

    def _told_time(self, instant: datetime) -> str:
        return self.clock.told(instant).astimezone(_TEHRAN).isoformat(timespec="microseconds")


def _ok(info: Any, *, acted: bool = False) -> Answer:
    return Answer(body={"message": "OK", "info": info, "errors": []}, acted=acted)


def _refuse(status: int, *errors: str) -> Answer:
    return Answer(status=status, body={"message": "ERROR", "info": {}, "errors": list(errors)})
