"""Everything that can be asked of the sandbox's control, once, for the server and for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

import msgspec

from cashier.sandbox import credentials
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.ledger import Count, LedgerEntry, ListedItem, Payout, ReceivedCall
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.resid import REFUSED_BY_CUSTOMER
from cashier.sandbox.resid_records import ResidPayment
from cashier.sandbox.world import HeldCall

DEFAULT_WAIT_S = 10.0

Result = TypeVar("Result")


class Reset(msgspec.Struct, kw_only=True):
    """Start the world anew."""

    seed: int | None = None


class SetClock(msgspec.Struct, kw_only=True):
    """Put the clock forward, or make the providers tell a wrong time."""

    advance_s: float = 0.0
    told_error_s: float | None = None


class Clock(msgspec.Struct, kw_only=True):
    """The sandbox's time, in UTC."""

    now: datetime
    told: datetime


class Release(msgspec.Struct, kw_only=True):
    """Let held calls go."""

    number: int | None = None
    reset: bool = False


class Released(msgspec.Struct, kw_only=True):
    """How many held calls were let go."""

    count: int


class PutAccount(msgspec.Struct, kw_only=True):
    """Add an account or change one."""

    provider: str
    name: str
    fields: dict[str, Any]


class AddHistory(msgspec.Struct, kw_only=True):
    """Add past records."""

    provider: str
    count: int
    account: str = credentials.MAIN_ACCOUNT
    seed: int = 0
    days: int = 365
    until: datetime | None = None


class Arrive(msgspec.Struct, kw_only=True):
    """Let a payment come in that the till did not ask for."""

    provider: str
    account: str = credentials.MAIN_ACCOUNT


class Unlist(msgspec.Struct, kw_only=True):
    """Let records vanish from a list; what was settled stays so."""

    provider: str
    keys: list[str]
    account: str = credentials.MAIN_ACCOUNT


class OnPhone(msgspec.Struct, kw_only=True):
    """Press a button under a token on a customer's phone."""

    provider: str
    key: str


class SetBalance(msgspec.Struct, kw_only=True):
    """Give a digibank customer a balance."""

    customer: str
    currency: str
    amount: Decimal


class PayToken(msgspec.Struct, kw_only=True):
    """Pay a resid token."""

    tip_rial: int = 0
    collect_error: str | None = None


class RefuseToken(msgspec.Struct, kw_only=True):
    """Let a resid token fail."""

    state_error: str = REFUSED_BY_CUSTOMER


class Problem(msgspec.Struct, kw_only=True):
    """Why control refused."""

    message: str


@dataclass(frozen=True, slots=True)
class ControlCall(Generic[Result]):
    """One call of control and the type of its answer."""

    method: Literal["GET", "POST", "DELETE"]
    path: str
    result: type[Result]
    body: msgspec.Struct | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    wait_s: float = 0.0
    """How long the server may take before it answers."""


class Nothing(msgspec.Struct):
    """An answer that says no more than that it was done."""


def reset(seed: int | None = None) -> ControlCall[Nothing]:
    """Start anew: real time, empty ledger, no faults, main accounts only; calls that wait are cut."""
    return ControlCall("POST", "/control/reset", Nothing, Reset(seed=seed))


def clock() -> ControlCall[Clock]:
    """Read the sandbox's time."""
    return ControlCall("GET", "/control/clock", Clock)


def set_clock(*, advance_s: float = 0.0, told_error_s: float | None = None) -> ControlCall[Clock]:
    """Put the clock forward by `advance_s`; make every provider's told time wrong by `told_error_s`."""
    return ControlCall(
        "POST", "/control/clock", Clock, SetClock(advance_s=advance_s, told_error_s=told_error_s)
    )


def ledger(
    provider: str | None = None, account: str | None = None, origin: Literal["live", "history"] | None = None
) -> ControlCall[list[LedgerEntry]]:
    """Read what really settled, in order."""
    query = _query(provider=provider, account=account, origin=origin)
    return ControlCall("GET", "/control/ledger", list[LedgerEntry], query=query)


def calls(
    provider: str | None = None, endpoint: str | None = None, account: str | None = None
) -> ControlCall[list[ReceivedCall]]:
    """Read the calls that were received, in order."""
    query = _query(provider=provider, endpoint=endpoint, account=account)
    return ControlCall("GET", "/control/calls", list[ReceivedCall], query=query)


def wait_for_calls(
    count: int,
    provider: str | None = None,
    endpoint: str | None = None,
    account: str | None = None,
    *,
    ended: bool = True,
    timeout_s: float = DEFAULT_WAIT_S,
) -> ControlCall[list[ReceivedCall]]:
    """Wait until at least `count` such calls were received (and ended, unless `ended` is false)."""
    query = _query(
        provider=provider,
        endpoint=endpoint,
        account=account,
        at_least=str(count),
        count="ended" if ended else "received",
        timeout_s=str(timeout_s),
    )
    return ControlCall("GET", "/control/calls", list[ReceivedCall], query=query, wait_s=timeout_s)


def counts() -> ControlCall[list[Count]]:
    """Read how many requests each account made and how many settled."""
    return ControlCall("GET", "/control/counts", list[Count])


def payouts(provider: str | None = None, account: str | None = None) -> ControlCall[list[Payout]]:
    """Read what was ever accepted to be paid out, and what has become of it."""
    return ControlCall(
        "GET", "/control/payouts", list[Payout], query=_query(provider=provider, account=account)
    )


def listed(provider: str, account: str = credentials.MAIN_ACCOUNT) -> ControlCall[list[ListedItem]]:
    """Read all that a provider's list holds by its books, oldest first, whatever its pages say."""
    query = _query(provider=provider, account=account)
    return ControlCall("GET", "/control/listed", list[ListedItem], query=query)


def unlist(provider: str, keys: list[str], account: str = credentials.MAIN_ACCOUNT) -> ControlCall[Nothing]:
    """Let records vanish from a provider's list."""
    body = Unlist(provider=provider, keys=keys, account=account)
    return ControlCall("POST", "/control/listed/vanish", Nothing, body)


def faults() -> ControlCall[list[Fault]]:
    """Read the faults that can still fall on a call."""
    return ControlCall("GET", "/control/faults", list[Fault])


def switch_on(fault: Fault) -> ControlCall[Nothing]:
    """Switch a fault on."""
    return ControlCall("POST", "/control/faults", Nothing, fault)


def clear_faults(*names: FaultName) -> ControlCall[Nothing]:
    """Switch off the named faults, or all; calls already held stay held."""
    return ControlCall("DELETE", "/control/faults", Nothing, query=_query(names=",".join(names) or None))


def held() -> ControlCall[list[HeldCall]]:
    """Read which calls are being held."""
    return ControlCall("GET", "/control/held", list[HeldCall])


def wait_for_held(count: int = 1, *, timeout_s: float = DEFAULT_WAIT_S) -> ControlCall[list[HeldCall]]:
    """Wait until at least `count` calls are being held, then return them."""
    query = _query(at_least=str(count), timeout_s=str(timeout_s))
    return ControlCall("GET", "/control/held", list[HeldCall], query=query, wait_s=timeout_s)


def release(number: int | None = None, *, reset: bool = False) -> ControlCall[Released]:
    """Let one held call, or all, go on; with `reset` their connections are cut instead."""
    return ControlCall("POST", "/control/held/release", Released, Release(number=number, reset=reset))


def put_account(provider: str, name: str, **fields: Any) -> ControlCall[Nothing]:
    """Add an account, or change the named fields of one; the fields are those of the provider's account."""
    return ControlCall(
        "POST", "/control/accounts", Nothing, PutAccount(provider=provider, name=name, fields=fields)
    )


def add_history(
    provider: str,
    count: int,
    *,
    account: str = credentials.MAIN_ACCOUNT,
    seed: int = 0,
    days: int = 365,
    until: datetime | None = None,
) -> ControlCall[Nothing]:
    """Add `count` past records of the `days` before `until` (default an hour ago); the same seed makes the same ones."""
    body = AddHistory(provider=provider, account=account, count=count, seed=seed, days=days, until=until)
    return ControlCall("POST", "/control/history", Nothing, body, wait_s=120.0)


def arrive(provider: str, account: str = credentials.MAIN_ACCOUNT) -> ControlCall[Nothing]:
    """Let a payment or payout come about that the till did not ask for."""
    return ControlCall("POST", "/control/arrivals", Nothing, Arrive(provider=provider, account=account))


def phone(provider: str | None = None, customer: str | None = None) -> ControlCall[list[PhoneMessage]]:
    """Read what is on the customers' phones and can still be acted on, provider by provider, oldest first."""
    query = _query(provider=provider, customer=customer)
    return ControlCall("GET", "/control/phone", list[PhoneMessage], query=query)


def pay_on_phone(provider: str, key: str) -> ControlCall[Nothing]:
    """Let the customer pay what a token asks for."""
    return ControlCall("POST", "/control/phone/pay", Nothing, OnPhone(provider=provider, key=key))


def refuse_on_phone(provider: str, key: str) -> ControlCall[Nothing]:
    """Let the customer refuse what a token asks for."""
    return ControlCall("POST", "/control/phone/refuse", Nothing, OnPhone(provider=provider, key=key))


def open_requests(customer: str | None = None) -> ControlCall[list[DigibankRequest]]:
    """Read the digibank codes that customers hold now, oldest first."""
    return ControlCall(
        "GET", "/control/digibank/requests", list[DigibankRequest], query=_query(customer=customer)
    )


def set_balance(customer: str, currency: str, amount: Decimal) -> ControlCall[Nothing]:
    """Give a digibank customer exactly `amount` instead of plenty."""
    body = SetBalance(customer=customer, currency=currency, amount=amount)
    return ControlCall("POST", "/control/digibank/balances", Nothing, body)


def waiting_payments() -> ControlCall[list[ResidPayment]]:
    """Read the resid tokens that a customer could pay now, oldest first."""
    return ControlCall("GET", "/control/resid/payments", list[ResidPayment])


def payment(token: str) -> ControlCall[ResidPayment]:
    """Read one resid payment."""
    return ControlCall("GET", f"/control/resid/payments/{token}", ResidPayment)


def pay(token: str, *, tip_rial: int = 0, collect_error: str | None = None) -> ControlCall[ResidPayment]:
    """Let the customer pay a resid token; with `collect_error` the later collect makes it fail."""
    body = PayToken(tip_rial=tip_rial, collect_error=collect_error)
    return ControlCall("POST", f"/control/resid/payments/{token}/pay", ResidPayment, body)


def refuse(token: str, state_error: str = REFUSED_BY_CUSTOMER) -> ControlCall[ResidPayment]:
    """Let a resid token fail for the reason `state_error`."""
    body = RefuseToken(state_error=state_error)
    return ControlCall("POST", f"/control/resid/payments/{token}/refuse", ResidPayment, body)


def _query(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}
