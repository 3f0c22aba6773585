"""Notes the HTTP requests a program makes, to make them again without it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from types import TracebackType
from typing import Self

import httpx


class HttpRecord:
    """Notes every request of this process for as long as the block lasts.

    Attributes:
        requests: in their order, by the first part of their path: each provider of the sandbox has its own.
    """

    def __init__(self) -> None:
        self.requests: dict[str, list[httpx.Request]] = defaultdict(list)
        self._usual = httpx.AsyncHTTPTransport.handle_async_request

    def __enter__(self) -> Self:
        usual, requests = self._usual, self.requests

        async def handle(transport: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
            requests[request.url.path.split("/")[1]].append(request)
            return await usual(transport, request)

        # Every client of the program makes its own transport, deep inside: the class is the one place to stand.
        httpx.AsyncHTTPTransport.handle_async_request = handle  # type: ignore[method-assign, assignment]  # taken back at the end
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        httpx.AsyncHTTPTransport.handle_async_request = self._usual  # type: ignore[method-assign]  # as it was


async def make_again(record: HttpRecord) -> int:
    """Make the requests again with httpx alone, each provider's one after the other, and drop what comes.

    Returns the number of bytes that came.

    Raises:
        httpx.HTTPError: if one of them fails.
    """

    async def of_provider(requests: list[httpx.Request]) -> int:
        size = 0
        async with httpx.AsyncClient(timeout=60.0) as client:
            for request in requests:
                answer = await client.request(
                    request.method, request.url, headers=request.headers, content=request.content
                )
                answer.raise_for_status()
                size += len(answer.content)
        return size

    return sum(await asyncio.gather(*map(of_provider, record.requests.values())))
