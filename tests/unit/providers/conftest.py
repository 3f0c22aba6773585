"""A server that says exactly what a test tells it to, and clients of the sandbox."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from cashier.domain.account import Account, Setting
from cashier.domain.redaction import Redactor
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.protocol import PaymentProvider, TestableProvider
from cashier.providers.server_time import ServerTimeListener
from cashier.sandbox.catalogue import PROVIDERS as SANDBOX_PROVIDERS
from cashier.sandbox.server import SandboxServer

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class StillClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.time = now

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.time


class SystemClock:
    """The machine's own."""

    def now(self) -> datetime:
        """Return the present time."""
        return datetime.now(UTC)


class ScriptedServer:
    """Answers each connection's one request with the next of the given bytes, then closes.

    Attributes:
        requests: what was received, in order.
    """

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.tls: ssl.SSLContext | None = None
        self._answers: deque[bytes] = deque()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def base_url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def will_send(self, raw: bytes) -> None:
        """Answer one more connection with these bytes."""
        self._answers.append(raw)

    def will_answer(
        self,
        body: bytes | str = b"",
        *,
        status: int = 200,
        content_type: str | None = "application/json",
        **headers: str,
    ) -> None:
        """Answer one more connection with a well-formed answer; `_` in a header's name is `-`."""
        raw = body.encode() if isinstance(body, str) else body
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if content_type is not None:
            fields["Content-Type"] = content_type
        fields |= {"Content-Length": str(len(raw)), "Connection": "close"}
        lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        self.will_send(f"HTTP/1.1 {status} Scripted\r\n{lines}\r\n".encode() + raw)

    def stop(self) -> None:
        """Listen no longer."""
        # A connection of our own wakes the thread on every platform.
        self._answers.clear()
        closing = self._listener.getsockname()
        self._stopping = True
        socket.create_connection(closing).close()
        self._thread.join(5)
        self._listener.close()

    _stopping = False

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopping:
                connection.close()
                return
            connection.settimeout(5)
            try:
                if self.tls is not None:
                    connection = self.tls.wrap_socket(connection, server_side=True)
                self._answer(connection)
            except OSError:
                # A client that goes away is part of many a test.
                pass
            finally:
                connection.close()

    def _answer(self, connection: socket.socket) -> None:
        received = b""
        while b"\r\n\r\n" not in received:
            chunk = connection.recv(65536)
            if not chunk:
                return
            received += chunk
        head, _, body = received.partition(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        while len(body) < length:
            body += connection.recv(65536)
        self.requests.append(head + b"\r\n\r\n" + body)
        if self._answers:
            connection.sendall(self._answers.popleft())


@pytest.fixture
def scripted() -> Iterator[ScriptedServer]:
    """Return a running server without anything to say yet."""
    server = ScriptedServer()
    yield server
    server.stop()


@pytest.fixture
def redactor() -> Redactor:
    """Return one that knows no secret yet."""
    return Redactor()


@pytest.fixture
def still_clock() -> StillClock:
    """Return a clock at noon of 1 March 2026, UTC."""
    return StillClock()


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Return a port of this machine that accepts connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def dead_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def an_account(provider: str, base_url: str, **settings: Setting) -> Account:
    """Return an account with a provider."""
    return Account(
        id="account",
        till_id="till",
        provider=provider,
        label="Front counter",
        base_url=base_url,
        settings=settings,
        created_at=NOW,
    )


MAIN_SETTINGS = {played.name: played.main_settings for played in SANDBOX_PROVIDERS}
SECRETS = {
    key: {name: value for name, value in MAIN_SETTINGS[key].items() if name in spec.secret_names}
    for key, spec in PROVIDERS.items()
}
SETTINGS: dict[str, dict[str, Setting]] = {
    key: {name: value for name, value in MAIN_SETTINGS[key].items() if name not in spec.secret_names}
    for key, spec in PROVIDERS.items()
}


class ProviderCalls:
    """Makes a provider's client, lets it work in an event loop of its own, and closes it."""

    def __init__(self, provider: str, base_url: str, redactor: Redactor) -> None:
        self.provider = provider
        self.base_url = base_url
        self.redactor = redactor
        self.clock: StillClock | SystemClock = SystemClock()
        self.settings = dict(SETTINGS[provider])
        self.secrets = dict(SECRETS[provider])
        self.on_server_time: ServerTimeListener | None = None
        self.make_client: Callable[..., PaymentProvider | TestableProvider] = PROVIDERS[
            provider
        ].make_testable
        self.extra: dict[str, Any] = {}

    def make(self) -> Any:
        """Return a client, as the program makes it; typed loosely, for the methods of its own API."""
        account = an_account(self.provider, self.base_url, **self.settings)
        return self.make_client(
            account, self.secrets, self.clock, self.redactor, self.on_server_time, **self.extra
        )

    def __call__(self, work: Callable[[Any], Coroutine[Any, Any, Any]]) -> Any:
        """Return what `work` makes of a new client."""

        async def working() -> Any:
            client = self.make()
            try:
                return await work(client)
            finally:
                await client.close()

        return asyncio.run(working())


@pytest.fixture
def calls_of(sandbox: SandboxServer, redactor: Redactor) -> Callable[..., ProviderCalls]:
    """Return a maker of clients: of the sandbox, or of another base URL."""

    def make(provider: str, base_url: str = "") -> ProviderCalls:
        return ProviderCalls(provider, base_url or sandbox.url(provider), redactor)

    return make
