"""The server's side of control: what rules the world, and the customer's phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, Final, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cashier.sandbox import control_calls
from cashier.sandbox.digibank import Digibank
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.ledger import Count, ListedItem, Payout, ReceivedCall
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.provider import NotPossibleError, Provider, UnknownAccountError
from cashier.sandbox.resid import Resid
from cashier.sandbox.resid_records import ResidPayment
from cashier.sandbox.world import HeldCall, World

_Body = TypeVar("_Body", bound=msgspec.Struct)
_Act = Callable[[Request], Awaitable[Any]]

DONE: Final = control_calls.Nothing()


class NotInTimeError(Exception):
    """What was waited for did not come."""


def routes(world: World) -> list[Route]:
    """Return the routes below ``/control``."""
    control = _Control(world)
    table: tuple[tuple[str, str, _Act], ...] = (
        ("POST", "/reset", control.reset),
        ("GET", "/clock", control.clock),
        ("POST", "/clock", control.set_clock),
        ("GET", "/ledger", control.ledger),
        ("GET", "/calls", control.calls),
        ("GET", "/counts", control.counts),
        ("GET", "/payouts", control.payouts),
        ("GET", "/listed", control.listed),
        ("POST", "/listed/vanish", control.unlist),
        ("GET", "/faults", control.faults),
        ("POST", "/faults", control.switch_on),
        ("DELETE", "/faults", control.clear_faults),
        ("GET", "/held", control.held),
        ("POST", "/held/release", control.release),
        ("POST", "/accounts", control.put_account),
        ("POST", "/history", control.add_history),
        ("POST", "/arrivals", control.arrive),
        ("GET", "/phone", control.phone),
        ("POST", "/phone/pay", control.pay_on_phone),
        ("POST", "/phone/refuse", control.refuse_on_phone),
        ("GET", "/digibank/requests", control.open_requests),
        ("POST", "/digibank/balances", control.set_balance),
        ("GET", "/resid/payments", control.waiting_payments),
        ("GET", "/resid/payments/{token}", control.payment),
        ("POST", "/resid/payments/{token}/pay", control.pay),
        ("POST", "/resid/payments/{token}/refuse", control.refuse),
    )
    return [Route(f"/control{path}", _answering(world, act), methods=[method]) for method, path, act in table]


def _answering(world: World, act: _Act) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        world.settle_due()
        try:
            result = await act(request)
        except (UnknownAccountError, NotPossibleError, NotInTimeError) as error:
            return _problem(error, HTTPStatus.CONFLICT)
        except ValueError as error:
            # msgspec's errors are among these: the body or the query was not understood.
            return _problem(error, HTTPStatus.BAD_REQUEST)
        await world.notify()
        return Response(msgspec.json.encode(result), media_type="application/json")

    return answer


def _problem(error: Exception, status: HTTPStatus) -> Response:
    body = msgspec.json.encode(control_calls.Problem(message=str(error)))
    return Response(body, status, media_type="application/json")


async def _body(request: Request, kind: type[_Body]) -> _Body:
    return msgspec.json.decode(await request.body() or b"{}", type=kind)


class _Control:
    """What can be asked; each method reads its call and returns what to answer."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def reset(self, request: Request) -> control_calls.Nothing:
        self._world.reset((await _body(request, control_calls.Reset)).seed)
        return DONE

    async def clock(self, _: Request) -> control_calls.Clock:
        now = self._world.clock.now()
        return control_calls.Clock(now=now, told=self._world.clock.told(now))

    async def set_clock(self, request: Request) -> control_calls.Clock:
        wanted = await _body(request, control_calls.SetClock)
        self._world.clock.advance(wanted.advance_s)
        if wanted.told_error_s is not None:
            self._world.clock.set_told_error(wanted.told_error_s)
        self._world.settle_due()
        return await self.clock(request)

    async def ledger(self, request: Request) -> list[Any]:
        return self._wanted(self._world.ledger.entries, request, "provider", "account", "origin")

    async def calls(self, request: Request) -> list[ReceivedCall]:
        def wanted() -> list[ReceivedCall]:
            return self._wanted(self._world.ledger.calls, request, "provider", "endpoint", "account")

        received = request.query_params.get("count") == "received"
        await self._wait(request, lambda: sum(received or call.ended for call in wanted()))
        return wanted()

    async def counts(self, _: Request) -> list[Count]:
        return list(self._world.ledger.counts)

    async def payouts(self, request: Request) -> list[Payout]:
        every = [payout for provider in self._world.providers.values() for payout in provider.payouts()]
        return self._wanted(every, request, "provider", "account")

    async def listed(self, request: Request) -> list[ListedItem]:
        query = request.query_params
        book = self._provider(query["provider"]).book(query["account"])
        return [record.listed() for record in book]

    async def unlist(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.Unlist)
        book, keys = self._provider(wanted.provider).book(wanted.account), set(wanted.keys)
        book[:] = [record for record in book if record.listed().key not in keys]
        return DONE

    async def faults(self, _: Request) -> list[Fault]:
        return self._world.faults.active

    async def switch_on(self, request: Request) -> control_calls.Nothing:
        fault = await _body(request, Fault)
        played = self._world.providers.get(fault.provider)
        if fault.name is FaultName.UNKNOWN_STATE and played is not None and not played.state_fields:
            raise NotPossibleError(f"{played.name} has no states")
        self._world.faults.switch_on(fault)
        return DONE

    async def clear_faults(self, request: Request) -> control_calls.Nothing:
        names = request.query_params.get("names")
        self._world.faults.clear(None if names is None else [FaultName(name) for name in names.split(",")])
        return DONE

    async def held(self, request: Request) -> list[HeldCall]:
        await self._wait(request, lambda: len(self._world.held))
        return self._world.held

    async def release(self, request: Request) -> control_calls.Released:
        wanted = await _body(request, control_calls.Release)
        return control_calls.Released(count=self._world.release(wanted.number, reset=wanted.reset))

    async def put_account(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.PutAccount)
        self._provider(wanted.provider).put_account(wanted.name, wanted.fields)
        return DONE

    async def add_history(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.AddHistory)
        past = self._world.past(count=wanted.count, seed=wanted.seed, days=wanted.days, until=wanted.until)
        self._provider(wanted.provider).add_history(wanted.account, past)
        return DONE

    async def arrive(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.Arrive)
        self._provider(wanted.provider).arrive(wanted.account)
        return DONE

    async def phone(self, request: Request) -> list[PhoneMessage]:
        return self._wanted(self._world.messages(), request, "provider", "customer")

    async def pay_on_phone(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.OnPhone)
        self._provider(wanted.provider).pay_on_phone(wanted.key)
        return DONE

    async def refuse_on_phone(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.OnPhone)
        self._provider(wanted.provider).refuse_on_phone(wanted.key)
        return DONE

    async def open_requests(self, request: Request) -> list[DigibankRequest]:
        return self._wanted(self._world.provider_of(Digibank).open_requests(), request, "customer")

    async def set_balance(self, request: Request) -> control_calls.Nothing:
        wanted = await _body(request, control_calls.SetBalance)
        self._world.provider_of(Digibank).set_balance(wanted.customer, wanted.currency, wanted.amount)
        return DONE

    async def waiting_payments(self, _: Request) -> list[ResidPayment]:
        return self._world.provider_of(Resid).waiting_payments()

    async def payment(self, request: Request) -> ResidPayment:
        return self._world.provider_of(Resid).payment(request.path_params["token"])

    async def pay(self, request: Request) -> ResidPayment:
        wanted = await _body(request, control_calls.PayToken)
        return self._world.provider_of(Resid).pay(
            request.path_params["token"], tip_rial=wanted.tip_rial, collect_error=wanted.collect_error
        )

    async def refuse(self, request: Request) -> ResidPayment:
        wanted = await _body(request, control_calls.RefuseToken)
        return self._world.provider_of(Resid).refuse(request.path_params["token"], wanted.state_error)

    def _provider(self, name: str) -> Provider:
        provider = self._world.providers.get(name)
        if provider is None:
            raise UnknownAccountError(f"no such provider: {name}")
        return provider

    @staticmethod
    def _wanted(records: Any, request: Request, *fields: str) -> list[Any]:
        given = {name: request.query_params[name] for name in fields if name in request.query_params}
        return [
            record
            for record in records
            if all(getattr(record, name) == value for name, value in given.items())
        ]

    async def _wait(self, request: Request, number: Callable[[], int]) -> None:
        at_least = int(request.query_params.get("at_least", "0"))
        timeout_s = float(request.query_params.get("timeout_s", "0"))
        if at_least and not await self._world.wait_until(lambda: number() >= at_least, timeout_s):
            raise NotInTimeError(f"{number()} of {at_least} within {timeout_s} s")
