"""aqayepardakht: settlement requests (withdrawals) to a registered IBAN, in toman; errors are numbers.

Where the document is silent: a withdrawal waits a minute and is then paid, unless the account says otherwise;
an IBAN that is none is refused with -8, which one of the two published lists calls «شماره شبا اشتباه است».
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, ClassVar, Final

import msgspec

from cashier.sandbox import credentials, history
from cashier.sandbox.aqayepardakht_records import (
    STANDINGS,
    AqayepardakhtAccount,
    AqayepardakhtShop,
    AqayepardakhtWithdrawal,
    Code,
)
from cashier.sandbox.history import Past
from cashier.sandbox.iranian import FIRST_NAMES, LAST_NAMES, TEHRAN, is_iban, local, made_up_iban
from cashier.sandbox.ledger import LedgerEntry, Origin, Payout
from cashier.sandbox.provider import (
    Endpoint,
    Provider,
    RefusalKind,
    Surroundings,
    UnknownAccountError,
    address_allowed,
)
from cashier.sandbox.told_dates import midnight
from cashier.sandbox.wire import Answer, Incoming

_BANKS: Final[Mapping[str, str]] = {"012": "ملت", "016": "کشاورزی", "017": "ملی", "055": "اقتصاد نوین"}


class Aqayepardakht(Provider):
    """The whole service."""

    name: ClassVar[str] = "aqayepardakht"
    amount_fields: ClassVar[frozenset[str]] = frozenset({"amount"})
    state_fields: ClassVar[Mapping[str, Any]] = {"status": "7"}
    text_fields: ClassVar[frozenset[str]] = frozenset({"holder_name", "bank_name", "comment"})

    main_settings: ClassVar[Mapping[str, str]] = {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "pin": credentials.AQAYEPARDAKHT_PIN,
    }

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._shops: dict[str, AqayepardakhtShop] = {}
        self._last_id = 0
        self.reset()

    @property
    def endpoints(self) -> Sequence[Endpoint]:
        """Every call on offer."""
        return (
            Endpoint("request", "POST", "/api/v2/withdraw/request", self._request),
            Endpoint("list", "POST", "/api/v2/withdraw/list", self._list),
            Endpoint("details", "POST", "/api/v2/withdraw/details", self._details),
        )

    # -- what a caller can do ---------------------------------------------------------------------------

    def _request(self, incoming: Incoming) -> Answer:
        body = incoming.json_object() or {}
        name = self._authorized(incoming, body)
        if isinstance(name, Answer):
            return name
        account = self._shops[name].account
        refused = _check_iban_and_amount(body) or _check_standing(body, account)
        if refused is not None:
            return _error(refused, account)
        amount_toman = int(body["amount"])
        if account.balance_toman == 0:
            return _error(Code.BALANCE_ZERO, account)
        if amount_toman > account.balance_toman:
            return _error(Code.BALANCE_INSUFFICIENT, account)
        return _success([self._told(self._add(name, amount_toman, body["iban"]))], acted=True)

    def _list(self, incoming: Incoming) -> Answer:
        body = incoming.json_object() or {}
        name = self._authorized(incoming, body)
        if isinstance(name, Answer):
            return name
        shop = self._shops[name]
        first, last = 0, len(shop.withdrawals)
        try:
            page_number = max(1, int(body.get("page") or 1))
            if body.get("start_date"):
                first = self._index(
                    shop, midnight(body["start_date"], TEHRAN, month_first=shop.account.month_first_dates)
                )
            if body.get("end_date"):
                last = self._index(
                    shop,
                    midnight(body["end_date"], TEHRAN, month_first=shop.account.month_first_dates)
                    + timedelta(days=1),
                )
        except ValueError:
            # No published number means a bad page or date; this one is the nearest.
            return _error(Code.NOT_FOUND, shop.account)
        total, page_size = max(0, last - first), shop.account.page_size
        end = max(first, last - (page_number - 1) * page_size)
        page = shop.withdrawals[max(first, end - page_size) : end]
        answer = _success([self._told(withdrawal) for withdrawal in reversed(page)])
        data = answer.body.pop("data")
        answer.body |= {"total_moneyrequest": total, "total_page": -(-total // page_size), "data": data}
        return answer

    def _details(self, incoming: Incoming) -> Answer:
        body = incoming.json_object() or {}
        name = self._authorized(incoming, body)
        if isinstance(name, Answer):
            return name
        shop = self._shops[name]
        wanted = body.get("id")
        if wanted in (None, ""):
            return _error(Code.ID_EMPTY, shop.account)
        if not str(wanted).isdecimal():
            return _error(Code.ID_WRONG, shop.account)
        withdrawal = shop.by_id.get(int(wanted))
        return (
            _error(Code.NOT_FOUND, shop.account) if withdrawal is None else _success([self._told(withdrawal)])
        )

    # -- what the sandbox asks ----------------------------------------------------------------------------

    def account_of(self, incoming: Incoming) -> str:
        """Return the account whose number is in the body."""
        return self._shop_with((incoming.json_object() or {}).get("account")) or ""

    def refusal(self, kind: RefusalKind, *, code: str | None = None, message: str | None = None) -> Answer:
        """Refuse with HTTP 422 and `code` as it is given; there is no text to an error, so no `message`."""
        del message
        if kind == "wrong_credentials":
            code = str(int(Code.CODE_WRONG))
        elif kind == "expired_credentials":
            code = str(int(Code.INACTIVE))
        elif kind == "address_not_allowed":
            # No published number speaks of addresses.
            return Answer(status=403, body={"status": "error", "code": "403"})
        return Answer(status=422, body={"status": "error", "code": code or str(int(Code.DISTURBANCE))})

    def items(self, body: Any) -> list[Any] | None:
        """Return `data` of a list answer."""
        found = body.get("data") if isinstance(body, dict) and "total_page" in body else None
        return found if isinstance(found, list) else None

    def put_account(self, name: str, fields: Mapping[str, Any]) -> None:
        """Add or change an account: see `AqayepardakhtAccount`."""
        shop = self._shops.get(name)
        if shop is None:
            self._shops[name] = AqayepardakhtShop(msgspec.convert(dict(fields), AqayepardakhtAccount))
        else:
            shop.account = msgspec.convert(
                {**msgspec.structs.asdict(shop.account), **fields}, AqayepardakhtAccount
            )

    def settle_due(self) -> None:
        """End the withdrawals whose time has come; a cancelled one gives the money back."""
        now = self.clock.now()
        for name, shop in self._shops.items():
            due = [withdrawal for withdrawal in shop.waiting if withdrawal.due_at <= now]
            if not due:
                continue
            shop.waiting = [withdrawal for withdrawal in shop.waiting if withdrawal.due_at > now]
            for withdrawal in due:
                withdrawal.end(self.chance)
                if withdrawal.status == "1":
                    self._settle(name, withdrawal, origin="live")
                else:
                    shop.account.balance_toman += withdrawal.amount_toman

    def arrive(self, account: str) -> None:
        """Begin a withdrawal that was asked for in the provider's own panel."""
        self._known(account)
        self._add(account, self.chance.randrange(1, 500) * 1_000, made_up_iban(self.chance))

    def book(self, account: str) -> list[AqayepardakhtWithdrawal]:
        """Return an account's list."""
        return self._known(account).withdrawals

    def add_history(self, account: str, past: Past) -> None:
        """Add past withdrawals, all ended, one in twenty of them as cancelled."""
        shop = self._known(account)
        for withdrawal in history.aqayepardakht_withdrawals(
            past,
            first_id=self._last_id + 1,
            settle_after=timedelta(seconds=shop.account.settle_after_s),
        ):
            self._last_id = withdrawal.id
            insort(shop.withdrawals, withdrawal, key=attrgetter("created_at"))
            shop.by_id[withdrawal.id] = withdrawal
            if withdrawal.status == "1":
                self._settle(account, withdrawal, origin="history")

    def payouts_asked_for(self, endpoint: str, incoming: Incoming) -> list[str]:
        """Return the IBAN and the amount, in toman, of a request."""
        if endpoint != "request":
            return []
        body = incoming.json_object() or {}
        return [f"{body.get('iban')} {body.get('amount')}"]

    def payouts(self) -> list[Payout]:
        """Return every withdrawal, by its id."""
        return [
            Payout(
                provider=self.name,
                account=name,
                key=str(withdrawal.id),
                party=withdrawal.iban,
                amount=str(withdrawal.amount_toman),
                unit="IRT",
                standing=STANDINGS[withdrawal.status],
                message=withdrawal.comment,
            )
            for name, shop in self._shops.items()
            for withdrawal in shop.withdrawals
        ]

    def reset(self) -> None:
        """Forget everything but the main account."""
        account = AqayepardakhtAccount(
            account=credentials.AQAYEPARDAKHT_ACCOUNT,
            code=credentials.AQAYEPARDAKHT_CODE,
            pin=credentials.AQAYEPARDAKHT_PIN,
        )
        self._shops = {credentials.MAIN_ACCOUNT: AqayepardakhtShop(account)}
        self._last_id = 0

    # -- within -------------------------------------------------------------------------------------------

    def _authorized(self, incoming: Incoming, body: Mapping[str, Any]) -> str | Answer:
        if not body.get("account"):
            return _error(Code.ACCOUNT_EMPTY)
        if not body.get("code"):
            return _error(Code.CODE_EMPTY)
        name = self._shop_with(body["account"])
        if name is None:
            return _error(Code.ACCOUNT_WRONG)
        account = self._shops[name].account
        if body["code"] != account.code:
            return _error(Code.CODE_WRONG, account)
        if not address_allowed(incoming, account.allowed_addresses):
            return self.refusal("address_not_allowed")
        return name if account.active else _error(Code.INACTIVE, account)

    def _shop_with(self, number: object) -> str | None:
        return next((name for name, shop in self._shops.items() if shop.account.account == number), None)

    def _known(self, account: str) -> AqayepardakhtShop:
        if account not in self._shops:
            raise UnknownAccountError(f"aqayepardakht has no account {account!r}")
        return self._shops[account]

    def _add(self, name: str, amount_toman: int, iban: str) -> AqayepardakhtWithdrawal:
        shop = self._shops[name]
        now = self.clock.now()
        withdrawal = AqayepardakhtWithdrawal(
            id=self._next_id(),
            amount_toman=amount_toman,
            iban=iban,
            holder_name=f"{FIRST_NAMES[0]} {LAST_NAMES[0]}",
            created_at=now,
            due_at=now + timedelta(seconds=shop.account.settle_after_s),
            ends_as="2" if self.chance.random() < shop.account.cancelled_share else "1",
        )
        if iban in shop.account.reject_ibans:
            withdrawal.ends_as, withdrawal.reason = "2", shop.account.reject_ibans[iban]
        shop.account.balance_toman -= amount_toman
        insort(shop.withdrawals, withdrawal, key=attrgetter("created_at"))
        shop.by_id[withdrawal.id] = withdrawal
        shop.waiting.append(withdrawal)
        self.ledger.created(self.name, name)
        return withdrawal

    def _settle(self, name: str, withdrawal: AqayepardakhtWithdrawal, *, origin: Origin) -> None:
        self.ledger.settle(
            LedgerEntry(
                provider=self.name,
                account=name,
                kind="out",
                key=str(withdrawal.id),
                party=withdrawal.iban,
                amount=str(withdrawal.amount_toman),
                unit="IRT",
                settled_at=withdrawal.due_at,
                origin=origin,
            )
        )

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _index(self, shop: AqayepardakhtShop, told_day: datetime) -> int:
        return bisect_left(shop.withdrawals, self.clock.understood(told_day), key=attrgetter("created_at"))

    def _told(self, withdrawal: AqayepardakhtWithdrawal) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": withdrawal.id,
            "amount": str(withdrawal.amount_toman),
            "holder_name": withdrawal.holder_name,
            "bank_name": _BANKS.get(withdrawal.iban[4:7], "نامشخص"),
            "iban": withdrawal.iban,
            "status": withdrawal.status,
            "created_at": local(self.clock.told(withdrawal.created_at)),
        }
        if withdrawal.updated_at is not None:
            told["updated_at"] = local(self.clock.told(withdrawal.updated_at))
        if withdrawal.status == "1":
            told["tracking_number"] = withdrawal.tracking_number
        elif withdrawal.status == "2":
            told["comment"] = withdrawal.comment
        return told


def _check_iban_and_amount(body: Mapping[str, Any]) -> Code | None:
    if not body.get("iban"):
        return Code.IBAN_EMPTY
    if body.get("amount") in (None, ""):
        return Code.AMOUNT_EMPTY
    if not is_iban(str(body["iban"])):
        return Code.IBAN_WRONG
    amount = body["amount"]
    whole = isinstance(amount, int | str) and not isinstance(amount, bool) and str(amount).isdecimal()
    return None if whole and int(amount) > 0 else Code.AMOUNT_WRONG


def _check_standing(body: Mapping[str, Any], account: AqayepardakhtAccount) -> Code | None:
    if account.pin is None and body.get("pin"):
        return Code.PIN_NOT_NEEDED
    if account.pin is not None and body.get("pin") != account.pin:
        return Code.GATEWAY_UNKNOWN
    if not account.shaparak:
        return Code.SHAPARAK_MISSING
    if account.ibans is not None and not account.ibans:
        return Code.NO_ACTIVE_IBAN
    if account.ibans is not None and body["iban"] not in account.ibans:
        return Code.IBAN_NOT_REGISTERED
    return None


def _success(data: list[dict[str, Any]], *, acted: bool = False) -> Answer:
    return Answer(body={"status": "success", "data": data}, acted=acted)


def _error(code: Code, account: AqayepardakhtAccount | None = None) -> Answer:
    written: dict[str, object] = {
        "minus_first": str(int(code)),
        "minus_last": f"{-code}-",
        "number": int(code),
    }
    style = "minus_first" if account is None else account.code_style
    return Answer(status=422, body={"status": "error", "code": written[style]})
