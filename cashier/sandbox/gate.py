"""Between HTTP and the providers: every call passes here, is logged, and meets the faults that fall on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import timedelta
from email.utils import format_datetime
from http import HTTPStatus
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cashier.sandbox.connection import DrippingResponse, HugeResponse, ResetResponse, TruncatedResponse
from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.ledger import ReceivedCall
from cashier.sandbox.provider import Endpoint, Provider, RefusalKind
from cashier.sandbox.rewriting import rewrite
from cashier.sandbox.wire import Answer, Incoming, encode
from cashier.sandbox.world import HeldCall, World

_JSON: Final = "application/json; charset=utf-8"
_HTML: Final = "<!doctype html><html><body><h1>در دست تعمیر</h1></body></html>"
_DEFAULT_LATENCY_S: Final = 1.0
_DEFAULT_DRIP_S: Final = 0.1
_DEFAULT_CLOCK_ERROR_S: Final = 600.0

_REFUSALS: Final[Mapping[FaultName, RefusalKind]] = {
    FaultName.WRONG_CREDENTIALS: "wrong_credentials",
    FaultName.EXPIRED_CREDENTIALS: "expired_credentials",
    FaultName.ADDRESS_NOT_ALLOWED: "address_not_allowed",
    FaultName.REFUSE: "refuse",
}


def routes(world: World) -> list[Route]:
    """Return the routes of all providers, each below its own name."""
    return [
        Route(
            f"/{provider.name}{endpoint.path}",
            _Gate(world, provider, endpoint).pass_,
            methods=[endpoint.method],
        )
        for provider in world.providers.values()
        for endpoint in provider.endpoints
    ]


class _Gate:
    """The way into one endpoint."""

    def __init__(self, world: World, provider: Provider, endpoint: Endpoint) -> None:
        self._world = world
        self._provider = provider
        self._endpoint = endpoint
        self._last_item: dict[str, Any] = {}

    async def pass_(self, request: Request) -> Response:
        """Answer one call, or play a fault on it."""
        incoming = Incoming(
            headers=request.headers,
            query=request.query_params,
            path=request.path_params,
            body=await request.body(),
            client_address=request.client.host if request.client else "",
        )
        world = self._world
        world.settle_due()
        account = self._provider.account_of(incoming)
        falling = world.faults.falling_on(self._provider.name, self._endpoint.name, account)
        call = world.ledger.received(
            at=world.clock.now(), provider=self._provider.name, endpoint=self._endpoint.name, account=account
        )
        call.faults = [str(name) for name in falling]
        call.payouts = self._provider.payouts_asked_for(self._endpoint.name, incoming)
        await world.notify()
        clock_off = falling.get(FaultName.CLOCK_OFF)
        response = await self._before(call, falling)
        if response is None:
            # Told only while this call acts and answers; other calls in between tell the right time.
            response = await self._act(incoming, call, falling)
        told = nullcontext() if clock_off is None else world.clock.telling(_seconds(clock_off))
        with told:
            response.headers.setdefault("Date", world.clock.date_header())
        call.status = None if isinstance(response, ResetResponse) else response.status_code
        call.ended = True
        await world.notify()
        return response

    async def _before(self, call: ReceivedCall, falling: Mapping[FaultName, Fault]) -> Response | None:
        """Play the faults that fall before anything is done; None lets the call go on."""
        latency = falling.get(FaultName.LATENCY)
        if latency is not None and not await self._world.pause(_or(latency.seconds, _DEFAULT_LATENCY_S)):
            return ResetResponse()
        if FaultName.HOLD_BEFORE in falling and not await self._hold(call, "before"):
            return ResetResponse()
        for name, fault in falling.items():
            response = self._instead(name, fault)
            if response is not None:
                return response
        return None

    def _instead(self, name: FaultName, fault: Fault) -> Response | None:
        """Return what the fault answers without letting the provider act, if it is such a fault."""
        if name in _REFUSALS:
            answer = self._provider.refusal(_REFUSALS[name], code=fault.code, message=fault.message)
            return _json(answer)
        return _INSTEAD[name](self._world, fault) if name in _INSTEAD else None

    async def _act(
        self, incoming: Incoming, call: ReceivedCall, falling: Mapping[FaultName, Fault]
    ) -> Response:
        world = self._world
        world.settle_due()
        clock_off = falling.get(FaultName.CLOCK_OFF)
        with nullcontext() if clock_off is None else world.clock.telling(_seconds(clock_off)):
            answer = self._endpoint.act(incoming)
        call.acted = answer.acted
        self._turn_pages(answer, call.account, falling)
        answer.body = rewrite(answer.body, falling, self._provider)
        if FaultName.HOLD_AFTER in falling and not await self._hold(call, "after"):
            return ResetResponse()
        latency = falling.get(FaultName.LATENCY_AFTER)
        if latency is not None and not await world.pause(_or(latency.seconds, _DEFAULT_LATENCY_S)):
            return ResetResponse()
        for name, fault in falling.items():
            if name in _SPOILED:
                return _SPOILED[name](answer, fault)
        return _json(answer)

    def _turn_pages(self, answer: Answer, account: str, falling: Mapping[FaultName, Fault]) -> None:
        items = self._provider.items(answer.body)
        if items is None:
            return
        if FaultName.DUPLICATE_ITEMS in falling:
            last = items[-1] if items else None
            if account in self._last_item:
                items.insert(0, self._last_item.pop(account))
            if last is not None:
                self._last_item[account] = last
        else:
            self._last_item.pop(account, None)
        if FaultName.SHIFTING_ITEMS in falling and account:
            self._provider.arrive(account)

    async def _hold(self, call: ReceivedCall, stage: str) -> bool:
        return await self._world.hold(
            HeldCall(
                number=call.number,
                provider=call.provider,
                endpoint=call.endpoint,
                account=call.account,
                stage=stage,
                held_since=self._world.clock.now(),
            )
        )


def _or(given: float | None, default: float) -> float:
    return default if given is None else given


def _seconds(clock_off: Fault) -> float:
    return _or(clock_off.seconds, _DEFAULT_CLOCK_ERROR_S)


def _json(answer: Answer) -> Response:
    return Response(encode(answer.body), answer.status, answer.headers, _JSON)


def _error(fault: Fault) -> Response:
    status = fault.status or HTTPStatus.INTERNAL_SERVER_ERROR
    return Response(_HTML, status, media_type="text/html")


def _error_before(_: World, fault: Fault) -> Response:
    response = _error(fault)
    if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(fault.retry_after_s)
    return response


def _too_many(_: World, fault: Fault) -> Response:
    return Response("Too Many Requests", 429, {"Retry-After": str(fault.retry_after_s)}, "text/plain")


def _too_many_date(world: World, fault: Fault) -> Response:
    # The real clock, since that is what the caller compares it with.
    until = world.clock.told(world.clock.now()) + timedelta(seconds=fault.retry_after_s)
    return Response(
        "Too Many Requests", 429, {"Retry-After": format_datetime(until, usegmt=True)}, "text/plain"
    )


def _redirect(_: World, fault: Fault) -> Response:
    return Response(
        status_code=fault.status or 302, headers={"Location": fault.value or "/control/elsewhere"}
    )


def _unauthorized(_: World, __: Fault) -> Response:
    return Response("Unauthorized", 401, media_type="text/plain")


_INSTEAD: Final[Mapping[FaultName, Callable[[World, Fault], Response]]] = {
    FaultName.RESET_BEFORE: lambda _, __: ResetResponse(),
    FaultName.ERROR_BEFORE: _error_before,
    FaultName.TOO_MANY_REQUESTS: _too_many,
    FaultName.TOO_MANY_REQUESTS_DATE: _too_many_date,
    FaultName.UNAUTHORIZED: _unauthorized,
    FaultName.REDIRECT: _redirect,
}


def _invalid_json(answer: Answer, _: Fault) -> Response:
    return Response(encode(answer.body)[:-1] + b",", answer.status, media_type=_JSON)


def _dripping(answer: Answer, fault: Fault) -> Response:
    return DrippingResponse(
        encode(answer.body),
        status=answer.status,
        headers={"Content-Type": _JSON},
        seconds=_or(fault.seconds, _DEFAULT_DRIP_S),
    )


_SPOILED: Final[Mapping[FaultName, Callable[[Answer, Fault], Response]]] = {
    FaultName.RESET_AFTER: lambda _, __: ResetResponse(),
    FaultName.ERROR_AFTER: lambda _, fault: _error(fault),
    FaultName.TRUNCATED_BODY: lambda answer, _: TruncatedResponse(
        encode(answer.body), answer.status, media_type=_JSON
    ),
    FaultName.INVALID_JSON: _invalid_json,
    FaultName.HTML_PAGE: lambda _, __: Response(_HTML, media_type="text/html"),
    FaultName.WRONG_CONTENT_TYPE: lambda answer, _: Response(
        encode(answer.body), answer.status, media_type="text/plain"
    ),
    FaultName.EMPTY_BODY: lambda _, __: Response(b"", media_type=_JSON),
    FaultName.HUGE_BODY: lambda _, __: HugeResponse(headers={"Content-Type": _JSON}),
    FaultName.SLOW_DRIP: _dripping,
}
