"""Counts the time spent inside HTTP calls: from handing a request to the transport to the last byte of its answer."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from types import TracebackType
from typing import Self

import httpx


class HttpStopwatch:
    """Runs while any HTTP call of this process is inside its transport, for as long as the block lasts.

    What httpx itself does around the transport counts as outside: it is part of what a call costs us.
    """

    def __init__(self) -> None:
        self._inside_s = 0.0
        self._usual = httpx.AsyncHTTPTransport.handle_async_request

    def take_s(self) -> float:
        """Return the seconds counted since the last time, and begin again."""
        inside_s, self._inside_s = self._inside_s, 0.0
        return inside_s

    def __enter__(self) -> Self:
        usual, watch = self._usual, self

        async def handle(transport: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
            began_s = time.perf_counter()
            response = await usual(transport, request)
            watch._inside_s += time.perf_counter() - began_s
            if not isinstance(response.stream, httpx.AsyncByteStream):
                raise TypeError("an answer that cannot be awaited")
            response.stream = _TimedStream(response.stream, watch)
            return response

        # Every client of the program makes its own transport, deep inside: the class is the one place to stand.
        httpx.AsyncHTTPTransport.handle_async_request = handle  # type: ignore[method-assign, assignment]  # taken back at the end
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        httpx.AsyncHTTPTransport.handle_async_request = self._usual  # type: ignore[method-assign]  # as it was

    def _count(self, seconds: float) -> None:
        self._inside_s += seconds


class _TimedStream(httpx.AsyncByteStream):
    """The body of an answer, its reading counted."""

    def __init__(self, body: httpx.AsyncByteStream, watch: HttpStopwatch) -> None:
        self._body = body
        self._watch = watch

    async def __aiter__(self) -> AsyncIterator[bytes]:
        parts = aiter(self._body)
        while True:
            began_s = time.perf_counter()
            part = await anext(parts, None)
            self._watch._count(time.perf_counter() - began_s)  # noqa: SLF001  # two halves of one thing
            if part is None:
                return
            yield part

    async def aclose(self) -> None:
        began_s = time.perf_counter()
        await self._body.aclose()
        self._watch._count(time.perf_counter() - began_s)  # noqa: SLF001  # the same
