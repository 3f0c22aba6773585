"""The one HTTP seam: every byte to and from a provider passes here.

What went wrong is told by whether a byte of the request can have left: `NotSentError` before that, and
`NoAnswerError` or another `UnknownOutcomeError` after it.
"""

from __future__ import annotations

import logging
import re
import ssl
from asyncio import timeout as whole_call_timeout
from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib import import_module
from math import ceil
from time import monotonic
from typing import Any

import httpx
import structlog

from cashier import __version__
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.base_url import is_on_loopback, require_safe_base_url
from cashier.providers.errors import (
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderProtocolError,
)
from cashier.providers.server_time import ServerTime, ServerTimeListener

__all__ = ["CallTimeouts", "HttpAnswer", "HttpChannel", "require_safe_base_url"]

MAXIMUM_BODY_BYTES = 8 * 1024 * 1024

# What is kept of an answer beside an operation; a listed page is longer, and is kept item by item.
MAXIMUM_KEPT_CHARACTERS = 64 * 1024
_LONGEST_SECRET_CHARACTERS = 4096

# A header tells whole seconds, and an answer takes its time: less than this is no difference of clocks.
_SAME_CLOCK_WITHIN = timedelta(seconds=30)

# What the HTTP library itself brings in no sooner than with its first client and its first connection.
_NEEDED_TO_CONNECT = ("truststore", "httpcore", "anyio._backends._asyncio")

_log = structlog.get_logger(__name__)

# These two log whole addresses and headers, secrets in the query included; what is worth a line is logged here.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTimeouts:
    """How long to wait, in seconds.

    Attributes:
        connect_s: for a connection, TLS included.
        read_s: for the next bytes of the answer.
        write_s: for the next bytes of the request to be taken.
        call_s: for the whole call.
    """

    connect_s: float = 5
    read_s: float = 20
    write_s: float = 20
    call_s: float = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpAnswer:
    """A whole answer that is neither a redirect nor the server's own fault (5xx).

    Attributes:
        content_type: the media type in small letters, without parameters; empty if none was given.
        body: decompressed.
        server_time: the server's clock as it answered, UTC; None if it did not tell.
        received_at: our own clock then, UTC.
        retry_after_s: how long the server asks to be left alone, if it does.
    """

    status: int
    content_type: str
    body: bytes = field(repr=False)
    server_time: datetime | None
    received_at: datetime
    retry_after_s: int | None
    redactor: Redactor = field(repr=False)

    @property
    def text(self) -> str:
        """The body as text to keep: redacted, and cut where nobody would read on."""
        return _kept_text(self.body, self.redactor)

    def by_our_clock(self, told: datetime) -> datetime:
        """Return when it is by our own clock what the server calls `told`; the same unless the clocks differ."""
        if self.server_time is None:
            return told
        ahead = self.server_time - self.received_at
        return told if abs(ahead) < _SAME_CLOCK_WITHIN else told - ahead


@dataclass(slots=True)
class _Progress:
    """How far one request got, as the connection itself reports it."""

    leaving: bool = False
    headers_left: bool = False
    connection: Any = None

    async def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Take note of one event of httpcore's `trace` extension."""
        request = info.get("request")
        # To a proxy, a CONNECT goes first, and holds nothing of the request.
        if event.endswith("send_request_headers.started") and getattr(request, "method", b"") != b"CONNECT":
            self.leaving = True
        elif event.endswith("send_request_headers.complete"):
            self.headers_left = self.leaving
        elif event.endswith("connect_tcp.complete"):
            self.connection = info.get("return_value")

    async def close_unused(self) -> None:
        """Close a connection that was made and never used.

        The library forgets one that is cancelled, or out of time, while TLS is being set up on it.
        """
        if self.connection is not None and not self.leaving:
            await self.connection.aclose()


class HttpChannel:
    """Calls to one base URL, for one account.

    Redirects are never followed, TLS is checked against the system's own certificates, and nothing is sent
    again by itself.

    Args:
        base_url: as `require_safe_base_url` accepts it.
        timeouts: of every call.
        redactor: takes secrets out of logs, errors and kept answers.
        clock: for a `Retry-After` that is a date, and to be compared with the server's.
        on_server_time: is told how the two clocks compare, at every answer that bears its time.
        transport: what stands in for the network, in place of a real connection.

    Raises:
        UnsafeAddressError: if credentials may not be sent there.
    """

    def __init__(
        self,
        base_url: str,
        timeouts: CallTimeouts,
        *,
        redactor: Redactor,
        clock: Clock,
        on_server_time: ServerTimeListener | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._base_url = require_safe_base_url(base_url)
        self._timeouts = timeouts
        self._redactor = redactor
        self._clock = clock
        self._on_server_time = on_server_time
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    async def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        content: bytes | None = None,
        content_type: str = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> HttpAnswer:
        """Make one call and return its answer, whatever its status below 300 or from 400 to 499.

        Args:
            method: of HTTP.
            path: percent-encoded, beginning with a slash, below the base URL.
            query: not logged.
            content: the request's body.
            content_type: of `content`, where there is one.
            headers: further ones.

        Raises:
            NotSentError: nothing left this machine.
            NoAnswerError: it left, and no whole answer came.
            ProviderDownError: a 5xx answer.
            ProviderProtocolError: a redirect, or a body that is too large or wrongly compressed.
        """
        started_at = monotonic()
        outcome = "cancelled"
        try:
            answer = await self._send(
                method, path, query=query, content=content, content_type=content_type, headers=headers
            )
            outcome = str(answer.status)
        except ProviderError as error:
            outcome = type(error).__name__
            raise
        finally:
            _log.debug(
                "provider_call",
                method=method,
                path=self._redactor.redact_text(path),
                outcome=outcome,
                duration_ms=round((monotonic() - started_at) * 1000),
            )
        return answer

    async def close(self) -> None:
        """Let go of the connections; a later call makes new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None,
        content: bytes | None,
        content_type: str,
        headers: Mapping[str, str] | None,
    ) -> HttpAnswer:
        progress = _Progress()
        try:
            if self._client is None:
                await _bring_in_network()
            client = self._open_client()
            request = client.build_request(
                method,
                self._base_url + path,
                params=query,
                content=content,
                headers={
                    **({"Content-Type": content_type} if content is not None else {}),
                    **(headers or {}),
                },
                extensions={"trace": progress.trace},
            )
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            # A header that is not ASCII, a proxy variable nobody understands: its text may hold the secret.
            raise NotSentError(f"the call could not be made up ({type(error).__name__})") from None
        try:
            async with whole_call_timeout(self._timeouts.call_s):
                sent_at = monotonic()
                response = await client.send(request, stream=True)
                try:
                    self._compare_clocks(response.headers, timedelta(seconds=monotonic() - sent_at))
                    return await self._read(response)
                finally:
                    await response.aclose()
        except TimeoutError:
            raise self._lost(progress, "the time for the whole call ran out") from None
        except httpx.DecodingError as error:
            raise ProviderProtocolError(self._in_words(error)) from None
        except httpx.LocalProtocolError as error:
            # A header that HTTP cannot carry is refused here, before its first byte leaves.
            progress.leaving = progress.headers_left
            raise self._lost(progress, type(error).__name__) from None
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise self._lost(progress, self._in_words(error)) from None
        finally:
            await progress.close_unused()

    def _compare_clocks(self, headers: httpx.Headers, took: timedelta) -> None:
        told = _http_date(headers.get("Date", ""))
        # With an age it comes out of a cache, and tells when it was put there.
        if self._on_server_time is None or told is None or "Age" in headers:
            return
        ours = self._clock.now() - took / 2
        self._on_server_time(ServerTime(source=self._base_url, told=told, ours=ours))

    async def _read(self, response: httpx.Response) -> HttpAnswer:
        if (
            response.is_redirect
            or HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
        ):
            # Credentials go where the account says, and nowhere an answer says.
            raise ProviderProtocolError("the provider redirects", status=response.status_code)
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MAXIMUM_BODY_BYTES:
                raise ProviderProtocolError("the answer is too large", status=response.status_code)
        retry_after_s = self._retry_after_s(response.headers.get("Retry-After", ""))
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ProviderDownError(
                f"the provider failed (HTTP {response.status_code})",
                status=response.status_code,
                answer=_kept_text(bytes(body), self._redactor),
                retry_after_s=retry_after_s,
            )
        return HttpAnswer(
            status=response.status_code,
            content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            body=bytes(body),
            server_time=_http_date(response.headers.get("Date", "")),
            received_at=self._clock.now(),
            retry_after_s=retry_after_s,
            redactor=self._redactor,
        )

    def _open_client(self) -> httpx.AsyncClient:
        if self._client is None:
            import truststore  # noqa: PLC0415  # TLS takes its time to set up: at the first call, not at start-up

            self._client = httpx.AsyncClient(
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                follow_redirects=False,
                # A proxy of the environment has no business between this machine and itself.
                trust_env=not is_on_loopback(self._base_url),
                timeout=httpx.Timeout(
                    connect=self._timeouts.connect_s,
                    read=self._timeouts.read_s,
                    write=self._timeouts.write_s,
                    pool=self._timeouts.connect_s,
                ),
                headers={
                    "User-Agent": f"Cashier/{__version__}",
                    "Accept": "application/json",
                    # Those whose chunks cannot swell a thousandfold before they are counted.
                    "Accept-Encoding": "gzip, deflate",
                },
                transport=self._transport,
            )
        return self._client

    def _lost(self, progress: _Progress, words: str) -> NotSentError | NoAnswerError:
        if progress.leaving:
            return NoAnswerError(f"no whole answer came: {words}")
        return NotSentError(f"the connection was not made: {words}")

    def _in_words(self, error: Exception) -> str:
        # The error itself is not chained: it holds the request, and that the credentials.
        return self._redactor.redact_text(f"{type(error).__name__}: {error}".rstrip(": "))

    def _retry_after_s(self, text: str) -> int | None:
        if re.fullmatch("[0-9]{1,9}", text.strip()):
            return int(text)
        date = _http_date(text)
        if date is None:
            return None
        return max(0, ceil((date - self._clock.now()).total_seconds()))


async def _bring_in_network() -> None:
    """Import what the first connection needs, a tenth of a second's work, without holding up the loop."""
    # Also of what another call is bringing in at this moment: to wait for it is the thread's business.
    await to_thread(lambda: [import_module(name) for name in _NEEDED_TO_CONNECT])


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
        # "-0000" is how mail says UTC without a place; HTTP has no other zone.
        return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _kept_text(body: bytes, redactor: Redactor) -> str:
    # Cut twice, so that a secret across the cut is still whole when it is looked for.
    beginning = body[: 4 * MAXIMUM_KEPT_CHARACTERS].decode("utf-8", "replace")
    redacted = redactor.redact_text(beginning[: MAXIMUM_KEPT_CHARACTERS + _LONGEST_SECRET_CHARACTERS])
    return redacted[:MAXIMUM_KEPT_CHARACTERS]
