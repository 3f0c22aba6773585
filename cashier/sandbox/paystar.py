"""paystar: bank transfers out of the shop's account, behind a key that lives a day.

Where the document is silent: a call with a bad transfer does none of its transfers; one whose receiver's bank turns
it away fails alone, at once; a renewal makes the old key invalid; a transfer waits a minute and then ends, well
unless the account says otherwise.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any, ClassVar, Final

import msgspec

from cashier.sandbox import credentials, history
from cashier.sandbox.history import Past
from cashier.sandbox.iranian import FIRST_NAMES, LAST_NAMES, is_iban, local, made_up_iban
from cashier.sandbox.ledger import LedgerEntry, Origin, Payout
from cashier.sandbox.paystar_records import STANDINGS, PaystarAccount, PaystarApplication, PaystarTransfer
from cashier.sandbox.provider import (
    Endpoint,
    Provider,
    RefusalKind,
    Surroundings,
    UnknownAccountError,
    address_allowed,
)
from cashier.sandbox.wire import Answer, Incoming

KESHAVARZI: Final = "016"
_DEFAULT_LIMIT: Final = 100
_ACCESS_INVALID: Final = "دسترسی نامعتبر"
_ADDRESS: Final = "آی‌پی شما در فهرست آی‌پی‌های مجاز اپلیکیشن (accessIp) نیست"
_INVALID: Final = "اطلاعات ارسالی معتبر نیست"
_REQUIRED: Final = "این فیلد الزامی است"
_BALANCE: Final = "موجودی حساب کافی نیست"


class Paystar(Provider):
    """The whole service."""

    name: ClassVar[str] = "paystar"
    amount_fields: ClassVar[frozenset[str]] = frozenset({"amount"})
    state_fields: ClassVar[Mapping[str, Any]] = {"status": "queued_at_central_bank"}
    text_fields: ClassVar[frozenset[str]] = frozenset(
        {"message", "destination_firstname", "destination_lastname"}
    )

    main_settings: ClassVar[Mapping[str, str]] = {
        "application_id": credentials.PAYSTAR_APPLICATION_ID,
        "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": credentials.PAYSTAR_REFRESH_TOKEN,
        "api_key": credentials.PAYSTAR_API_KEY,
        "deposit": credentials.PAYSTAR_DEPOSIT,
    }

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._applications: dict[str, PaystarApplication] = {}
        self.reset()

    @property
    def endpoints(self) -> Sequence[Endpoint]:
        """Every call on offer."""
        return (
            Endpoint("refresh", "POST", "/api/application/refresh-api-key", self._refresh),
            Endpoint("settlement", "POST", "/api/bank-transfer/v2/settlement", self._settlement),
            Endpoint("requests", "GET", "/api/bank-transfer/settlement-requests", self._requests),
        )

    # -- what a caller can do ---------------------------------------------------------------------------

    def _refresh(self, incoming: Incoming) -> Answer:
        body = incoming.json_object() or {}
        application = self._applications.get(self._name_of(body))
        if application is None or not _opens(body, application.account):
            return _fail(401, _ACCESS_INVALID)
        if body.get("refresh_token") != application.account.refresh_token:
            return _fail(401, _ACCESS_INVALID)
        if not address_allowed(incoming, application.account.allowed_addresses):
            return _fail(403, _ADDRESS)
        application.api_key = f"sandbox-paystar-api-key-{self.chance.getrandbits(64):016x}"
        application.key_expires_at = self.clock.now() + timedelta(seconds=application.account.key_life_s)
        data = {
            "api_key": application.api_key,
            "api_key_expire_date": local(self.clock.told(application.key_expires_at)),
        }
        # The number, not the word: others have seen this call answer so.
        return Answer(body={"status": 1, "data": data}, acted=True)

    def _settlement(self, incoming: Incoming) -> Answer:
        body = incoming.json_object() or {}
        name = self._authorized(incoming, body)
        if isinstance(name, Answer):
            return name
        application = self._applications[name]
        transfers = body.get("transfers")
        errors: dict[str, list[str]] = {}
        if body.get("bank") != KESHAVARZI:
            errors["bank"] = ["بانک انتخابی معتبر نیست"]
        if not isinstance(transfers, list) or not transfers:
            errors["transfers"] = [_REQUIRED]
            transfers = []
        seen = set(application.track_ids)
        for number, transfer in enumerate(transfers):
            for field, problem in _problems(transfer, application.account, seen):
                errors.setdefault(f"transfers.{number}.{field}", []).append(problem)
        if errors:
            return _fail(422, _INVALID, errors)
        wanted: dict[str, int] = {}
        for transfer in transfers:
            wanted[transfer["deposit"]] = wanted.get(transfer["deposit"], 0) + transfer["amount"]
        balances = application.account.deposits
        if any(amount_rial > balances[deposit] for deposit, amount_rial in wanted.items()):
            return _fail(422, _BALANCE)
        made = [self._add(name, transfer) for transfer in transfers]
        told = [
            {
                "hashid": transfer.hashid,
                "track_id": transfer.track_id,
                "status": transfer.status,
                "message": transfer.message,
                "ref_code": transfer.ref_code,
            }
            for transfer in made
        ]
        return Answer(body={"status": "ok", "data": told[0] if len(told) == 1 else told}, acted=True)

    def _requests(self, incoming: Incoming) -> Answer:
        query = incoming.query
        name = self._authorized(incoming, query)
        if isinstance(name, Answer):
            return name
        if ("limit" in query) != ("skip" in query):
            missing = "skip" if "limit" in query else "limit"
            return _fail(422, _INVALID, {missing: [_REQUIRED]})
        limit, skip = query.get("limit", str(_DEFAULT_LIMIT)), query.get("skip", "0")
        if not all(text.isascii() and text.isdigit() for text in (limit, skip)):
            return _fail(422, _INVALID, {"limit": ["باید عدد صحیح باشد"]})
        wanted: Sequence[PaystarTransfer] = self._applications[name].transfers
        if "track_id" in query or "deposit" in query:
            wanted = [
                transfer
                for transfer in wanted
                if query.get("track_id", transfer.track_id) == transfer.track_id
                and query.get("deposit", transfer.deposit) == transfer.deposit
            ]
        end = max(0, len(wanted) - int(skip))
        page = reversed(wanted[max(0, end - int(limit)) : end])
        return Answer(body={"status": "ok", "data": [self._told(transfer) for transfer in page]})

    # -- what the sandbox asks ----------------------------------------------------------------------------

    def account_of(self, incoming: Incoming) -> str:
        """Return the account whose application id is in the query or in the body."""
        return self._name_of(incoming.query) or self._name_of(incoming.json_object() or {})

    def refusal(self, kind: RefusalKind, *, code: str | None = None, message: str | None = None) -> Answer:
        """Refuse with 401 or 403 for credentials and address; `code` is the HTTP status of any other."""
        if kind in {"wrong_credentials", "expired_credentials"}:
            return _fail(401, message or _ACCESS_INVALID)
        if kind == "address_not_allowed":
            return _fail(403, message or _ADDRESS)
        return _fail(int(code or 422), message or _INVALID)

    def items(self, body: Any) -> list[Any] | None:
        """Return `data` where it is a list."""
        found = body.get("data") if isinstance(body, dict) else None
        return found if isinstance(found, list) else None

    def put_account(self, name: str, fields: Mapping[str, Any]) -> None:
        """Add or change an account: see `PaystarAccount`."""
        application = self._applications.get(name)
        if application is None:
            account = msgspec.convert(dict(fields), PaystarAccount)
            self._applications[name] = PaystarApplication(account, self.clock.now())
            return
        application.account = msgspec.convert(
            {**msgspec.structs.asdict(application.account), **fields}, PaystarAccount
        )
        if "api_key" in fields:
            application.api_key = application.account.api_key
            application.key_expires_at = self.clock.now() + timedelta(seconds=application.account.key_life_s)

    def settle_due(self) -> None:
        """End the transfers whose time has come; those that fail give the money back to the deposit."""
        now = self.clock.now()
        for name, application in self._applications.items():
            due = [transfer for transfer in application.pending if transfer.due_at <= now]
            if not due:
                continue
            application.pending = [transfer for transfer in application.pending if transfer.due_at > now]
            for transfer in due:
                transfer.end(self.chance)
                if transfer.status == "success":
                    self._settle(name, transfer, origin="live")
                else:
                    application.account.deposits[transfer.deposit] += transfer.amount_rial

    def arrive(self, account: str) -> None:
        """Begin a transfer that another till asked for."""
        deposit = next(iter(self._known(account).account.deposits))
        transfer = {
            "amount": self.chance.randrange(1, 500) * 10_000,
            "deposit": deposit,
            "destination_account": made_up_iban(self.chance),
            "destination_firstname": FIRST_NAMES[0],
            "destination_lastname": LAST_NAMES[0],
            "track_id": f"O{self.chance.getrandbits(48):012x}",
        }
        self._add(account, transfer)

    def book(self, account: str) -> list[PaystarTransfer]:
        """Return an account's list."""
        return self._known(account).transfers

    def add_history(self, account: str, past: Past) -> None:
        """Add past transfers, all ended, one in twenty of them as failed."""
        application = self._known(account)
        for transfer in history.paystar_transfers(
            past,
            deposit=next(iter(application.account.deposits)),
            settle_after=timedelta(seconds=application.account.settle_after_s),
        ):
            insort(application.transfers, transfer, key=attrgetter("created_at"))
            application.track_ids.add(transfer.track_id)
            if transfer.status == "success":
                self._settle(account, transfer, origin="history")

    def payouts_asked_for(self, endpoint: str, incoming: Incoming) -> list[str]:
        """Return the track ids of a settlement's transfers."""
        transfers = (incoming.json_object() or {}).get("transfers") if endpoint == "settlement" else []
        if not isinstance(transfers, list):
            return []
        return [str(transfer.get("track_id")) for transfer in transfers if isinstance(transfer, dict)]

    def payouts(self) -> list[Payout]:
        """Return every transfer, by its track id."""
        return [
            Payout(
                provider=self.name,
                account=name,
                key=transfer.track_id,
                party=transfer.iban,
                amount=str(transfer.amount_rial),
                unit="IRR",
                standing=STANDINGS[transfer.status],
                message=transfer.message,
            )
            for name, application in self._applications.items()
            for transfer in application.transfers
        ]

    def reset(self) -> None:
        """Forget everything but the main account."""
        account = PaystarAccount(
            application_id=credentials.PAYSTAR_APPLICATION_ID,
            access_password=credentials.PAYSTAR_ACCESS_PASSWORD,
            refresh_token=credentials.PAYSTAR_REFRESH_TOKEN,
            api_key=credentials.PAYSTAR_API_KEY,
            deposits={credentials.PAYSTAR_DEPOSIT: 10**12},
        )
        self._applications = {credentials.MAIN_ACCOUNT: PaystarApplication(account, self.clock.now())}

    # -- within -------------------------------------------------------------------------------------------

    def _name_of(self, fields: Mapping[str, Any]) -> str:
        wanted = fields.get("application_id")
        return next(
            (
                name
                for name, application in self._applications.items()
                if application.account.application_id == wanted
            ),
            "",
        )

    def _authorized(self, incoming: Incoming, fields: Mapping[str, Any]) -> str | Answer:
        name = self._name_of(fields)
        application = self._applications.get(name)
        if application is None:
            return _fail(401, _ACCESS_INVALID)
        if not address_allowed(incoming, application.account.allowed_addresses):
            return _fail(403, _ADDRESS)
        if (
            not _opens(fields, application.account)
            or incoming.headers.get("authorization") != f"Bearer {application.api_key}"
            or application.key_expires_at <= self.clock.now()
        ):
            return _fail(application.account.unauthorized_status, _ACCESS_INVALID)
        return name

    def _known(self, account: str) -> PaystarApplication:
        if account not in self._applications:
            raise UnknownAccountError(f"paystar has no account {account!r}")
        return self._applications[account]

    def _add(self, name: str, wanted: Mapping[str, Any]) -> PaystarTransfer:
        application = self._applications[name]
        now = self.clock.now()
        failed_share = application.account.failed_share
        transfer = PaystarTransfer(
            hashid=f"{self.chance.getrandbits(40):010x}",
            track_id=wanted["track_id"],
            deposit=wanted["deposit"],
            amount_rial=wanted["amount"],
            iban=wanted["destination_account"],
            first_name=wanted["destination_firstname"],
            last_name=wanted["destination_lastname"],
            pay_id=wanted.get("pay_id") or "",
            created_at=now,
            due_at=now + timedelta(seconds=application.account.settle_after_s),
            ends_as="failed" if self.chance.random() < failed_share else "success",
        )
        insort(application.transfers, transfer, key=attrgetter("created_at"))
        application.track_ids.add(transfer.track_id)
        failure = {**application.account.reject_ibans, **application.account.refuse_ibans}.get(transfer.iban)
        if failure is not None:
            transfer.ends_as, transfer.failure = "failed", failure
        if transfer.iban in application.account.refuse_ibans:
            # It never leaves: no money is taken, and none has to go back.
            transfer.end(self.chance)
            return transfer
        application.account.deposits[transfer.deposit] -= transfer.amount_rial
        application.pending.append(transfer)
        self.ledger.created(self.name, name)
        return transfer

    def _settle(self, name: str, transfer: PaystarTransfer, *, origin: Origin) -> None:
        self.ledger.settle(
            LedgerEntry(
                provider=self.name,
                account=name,
                kind="out",
                key=transfer.track_id,
                party=transfer.iban,
                amount=str(transfer.amount_rial),
                unit="IRR",
                settled_at=transfer.due_at,
                origin=origin,
            )
        )

    def _told(self, transfer: PaystarTransfer) -> dict[str, Any]:
        return {
            "hashid": transfer.hashid,
            "track_id": transfer.track_id,
            "deposit": transfer.deposit,
            "amount": transfer.amount_rial,
            "destination_account": transfer.iban,
            "destination_firstname": transfer.first_name,
            "destination_lastname": transfer.last_name,
            "pay_id": transfer.pay_id,
            "status": transfer.status,
            "message": transfer.message,
            "ref_code": transfer.ref_code,
            "created_at": local(self.clock.told(transfer.created_at)),
        }


def _opens(fields: Mapping[str, Any], account: PaystarAccount) -> bool:
    return bool(fields.get("access_password") == account.access_password)


def _problems(transfer: Any, account: PaystarAccount, seen: set[str]) -> list[tuple[str, str]]:
    """Return the field and the complaint for each thing wrong with a transfer; its track id joins `seen`."""
    if not isinstance(transfer, dict):
        return [("amount", _REQUIRED)]
    problems = []
    amount, deposit, track_id = transfer.get("amount"), transfer.get("deposit"), transfer.get("track_id")
    if not isinstance(amount, int) or isinstance(amount, bool) or amount <= 0:
        problems.append(("amount", "مبلغ باید عدد صحیح و بزرگ‌تر از صفر باشد"))
    if not isinstance(deposit, str) or deposit not in account.deposits:
        problems.append(("deposit", "شماره حساب مبدا در اپلیکیشن ثبت نشده است"))
    iban = str(transfer.get("destination_account"))
    if not is_iban(iban) or iban in account.invalid_ibans:
        problems.append(("destination_account", account.invalid_ibans.get(iban, "شماره شبا معتبر نیست")))
    problems += [
        (field, _REQUIRED)
        for field in ("destination_firstname", "destination_lastname", "track_id")
        if not isinstance(transfer.get(field), str) or not transfer[field]
    ]
    if isinstance(track_id, str):
        if track_id in seen:
            problems.append(("track_id", "این کد رهگیری پیش‌تر استفاده شده است"))
        seen.add(track_id)
    return problems


def _fail(status: int, message: str, data: Mapping[str, list[str]] | None = None) -> Answer:
    body: dict[str, Any] = {"status": "fail", "message": message}
    if data is not None:
        body["data"] = dict(data)
    return Answer(status=status, body=body)
