"""Clients of the sandbox's control: one that blocks, for tests, and one that awaits, for the phone window.

ControlError    control refused, or what was waited for did not come in time
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import httpx
import msgspec

from cashier.sandbox import control_calls
from cashier.sandbox.control_calls import DEFAULT_WAIT_S, Clock, ControlCall, Problem
from cashier.sandbox.credentials import MAIN_ACCOUNT
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.faults import ANY, Fault, FaultName
from cashier.sandbox.ledger import Count, LedgerEntry, ListedItem, Payout, ReceivedCall
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.resid import REFUSED_BY_CUSTOMER
from cashier.sandbox.resid_records import ResidPayment
from cashier.sandbox.world import HeldCall

_PATIENCE_S = 10.0

_Result = TypeVar("_Result")


class ControlError(Exception):
    """Control refused, or what was waited for did not come in time."""


def _request_of(call: ControlCall[Any]) -> dict[str, Any]:
    return {
        "method": call.method,
        "url": call.path,
        "params": dict(call.query),
        "content": b"" if call.body is None else msgspec.json.encode(call.body),
        "timeout": call.wait_s + _PATIENCE_S,
    }


def _result_of(call: ControlCall[_Result], response: httpx.Response) -> _Result:
    if response.is_success:
        return msgspec.json.decode(response.content, type=call.result)
    try:
        message = msgspec.json.decode(response.content, type=Problem).message
    except msgspec.DecodeError:
        message = response.text
    raise ControlError(f"{call.method} {call.path}: {response.status_code} {message}")


class AsyncSandboxControl:
    """Awaits any call of `control_calls`: ``await control(control_calls.open_requests())``.

    Args:
        base_url: Of the whole sandbox, as `SandboxServer.base_url`.
    """

    def __init__(self, base_url: str) -> None:
        self._client = httpx.AsyncClient(base_url=base_url, trust_env=False)

    async def __call__(self, call: ControlCall[_Result]) -> _Result:
        """Make the call.

        Raises:
            ControlError: If control refuses.
            httpx.TransportError: If the sandbox cannot be reached.
        """
        return _result_of(call, await self._client.request(**_request_of(call)))

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class SandboxControl:
    """Makes any call of `control_calls`, and has a method for each; all raise `ControlError` on refusal.

    Args:
        base_url: Of the whole sandbox, as `SandboxServer.base_url`.
    """

    def __init__(self, base_url: str) -> None:
        self._client = httpx.Client(base_url=base_url, trust_env=False)

    def __call__(self, call: ControlCall[_Result]) -> _Result:
        """Make the call.

        Raises:
            ControlError: If control refuses.
            httpx.TransportError: If the sandbox cannot be reached.
        """
        return _result_of(call, self._client.request(**_request_of(call)))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def reset(self, seed: int | None = None) -> None:
        """Start the world anew; see `control_calls.reset`."""
        self(control_calls.reset(seed))

    def clock(self) -> Clock:
        """Read the sandbox's time."""
        return self(control_calls.clock())

    def advance(self, seconds: float) -> Clock:
        """Put the sandbox's clock forward."""
        return self(control_calls.set_clock(advance_s=seconds))

    def set_told_error(self, seconds: float) -> Clock:
        """Make every provider tell a time that is wrong by `seconds`, until told otherwise."""
        return self(control_calls.set_clock(told_error_s=seconds))

    def ledger(
        self,
        provider: str | None = None,
        account: str | None = None,
        origin: Literal["live", "history"] | None = None,
    ) -> list[LedgerEntry]:
        """Read what really settled, in order."""
        return self(control_calls.ledger(provider, account, origin))

    def calls(
        self, provider: str | None = None, endpoint: str | None = None, account: str | None = None
    ) -> list[ReceivedCall]:
        """Read the calls that were received, in order."""
        return self(control_calls.calls(provider, endpoint, account))

    def wait_for_calls(
        self,
        count: int,
        provider: str | None = None,
        endpoint: str | None = None,
        account: str | None = None,
        *,
        ended: bool = True,
        timeout_s: float = DEFAULT_WAIT_S,
    ) -> list[ReceivedCall]:
        """Wait until at least `count` such calls were received (and ended, unless `ended` is false)."""
        return self(
            control_calls.wait_for_calls(count, provider, endpoint, account, ended=ended, timeout_s=timeout_s)
        )

    def count(self, provider: str, account: str = MAIN_ACCOUNT) -> Count:
        """Read one account's tallies."""
        for count in self(control_calls.counts()):
            if (count.provider, count.account) == (provider, account):
                return count
        return Count(provider=provider, account=account)

    def payouts(self, provider: str | None = None, account: str | None = None) -> list[Payout]:
        """Read what was ever accepted to be paid out, oldest first, and what has become of it."""
        return self(control_calls.payouts(provider, account))

    def listed(self, provider: str, account: str = MAIN_ACCOUNT) -> list[ListedItem]:
        """Read all that a provider's list holds by its books, oldest first, whatever its pages say."""
        return self(control_calls.listed(provider, account))

    def unlist(self, provider: str, keys: list[str], account: str = MAIN_ACCOUNT) -> None:
        """Let records vanish from a provider's list."""
        self(control_calls.unlist(provider, keys, account))

    def faults(self) -> list[Fault]:
        """Read the faults that can still fall on a call."""
        return self(control_calls.faults())

    def fault(
        self,
        name: FaultName | str,
        provider: str = ANY,
        endpoint: str = ANY,
        account: str = ANY,
        *,
        times: int | None = 1,
        **details: Any,
    ) -> None:
        """Switch a fault on; `details` are the other fields of `Fault`."""
        fault = Fault(
            name=FaultName(name),
            provider=provider,
            endpoint=endpoint,
            account=account,
            times=times,
            **details,
        )
        self(control_calls.switch_on(fault))

    def clear_faults(self, *names: FaultName) -> None:
        """Switch off the named faults, or all; calls already held stay held."""
        self(control_calls.clear_faults(*names))

    def held(self) -> list[HeldCall]:
        """Read which calls are being held."""
        return self(control_calls.held())

    def wait_for_held(self, count: int = 1, *, timeout_s: float = DEFAULT_WAIT_S) -> list[HeldCall]:
        """Wait until at least `count` calls are being held."""
        return self(control_calls.wait_for_held(count, timeout_s=timeout_s))

    def release(self, number: int | None = None, *, reset: bool = False) -> int:
        """Let one held call, or all, go on (or cut them); return how many."""
        return self(control_calls.release(number, reset=reset)).count

    def put_account(self, provider: str, name: str = MAIN_ACCOUNT, **fields: Any) -> None:
        """Add an account, or change the named fields of one."""
        self(control_calls.put_account(provider, name, **fields))

    def add_history(
        self,
        provider: str,
        count: int,
        *,
        account: str = MAIN_ACCOUNT,
        seed: int = 0,
        days: int = 365,
        until: datetime | None = None,
    ) -> None:
        """Add `count` past records of the `days` before `until` (default an hour ago)."""
        self(control_calls.add_history(provider, count, account=account, seed=seed, days=days, until=until))

    def arrive(self, provider: str, account: str = MAIN_ACCOUNT) -> None:
        """Let a payment or payout come about that the till did not ask for."""
        self(control_calls.arrive(provider, account))

    def phone(self, provider: str | None = None, customer: str | None = None) -> list[PhoneMessage]:
        """Read what is on the customers' phones and can still be acted on, provider by provider, oldest first."""
        return self(control_calls.phone(provider, customer))

    def pay_on_phone(self, provider: str, key: str) -> None:
        """Let the customer pay what a token asks for."""
        self(control_calls.pay_on_phone(provider, key))

    def refuse_on_phone(self, provider: str, key: str) -> None:
        """Let the customer refuse what a token asks for."""
        self(control_calls.refuse_on_phone(provider, key))

    def open_requests(self, customer: str | None = None) -> list[DigibankRequest]:
        """Read the digibank codes that customers hold now, oldest first."""
        return self(control_calls.open_requests(customer))

    def set_balance(self, customer: str, currency: str, amount: Decimal) -> None:
        """Give a digibank customer exactly `amount` instead of plenty."""
        self(control_calls.set_balance(customer, currency, amount))

    def waiting_payments(self) -> list[ResidPayment]:
        """Read the resid tokens that a customer could pay now, oldest first."""
        return self(control_calls.waiting_payments())

    def payment(self, token: str) -> ResidPayment:
        """Read one resid payment."""
        return self(control_calls.payment(token))

    def pay(self, token: str, *, tip_rial: int = 0, collect_error: str | None = None) -> ResidPayment:
        """Let the customer pay a resid token; with `collect_error` the later collect makes it fail."""
        return self(control_calls.pay(token, tip_rial=tip_rial, collect_error=collect_error))

    def refuse(self, token: str, state_error: str = REFUSED_BY_CUSTOMER) -> ResidPayment:
        """Let a resid token fail for the reason `state_error`."""
        return self(control_calls.refuse(token, state_error))
