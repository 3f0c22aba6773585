"""The HTTP connection, laid bare so that the sandbox can cut it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import sys
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

_TRANSPORT: Final = "cashier.transport"
_CHUNK: Final = b"x" * 65_536
# Two shorts on Windows, two ints elsewhere: on, for zero seconds.
_LINGER: Final = "hh" if sys.platform == "win32" else "ii"
_TURNS_TO_COME_TO_LIFE: Final = 5
_PATIENCE_S: Final = 5.0


class _State(ServerState):
    """What the connections share."""

    closing = False


class SandboxProtocol(H11Protocol):
    """uvicorn's protocol, which hands its transport to the application."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.app = self._with_transport

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Send small answers at once; asyncio sees to that only for sockets that name their protocol."""
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if isinstance(self.server_state, _State) and self.server_state.closing:
            # Accepted before the listener closed, and come to life only now.
            transport.abort()

    async def _with_transport(self, scope: Any, receive: Any, send: Any) -> None:
        scope[_TRANSPORT] = self.transport
        await self.config.loaded_app(scope, receive, send)


def _reset(transport: asyncio.Transport) -> None:
    """Close with a TCP reset, so that the peer sees an error and not an end."""
    peer: socket.socket | None = transport.get_extra_info("socket")
    if peer is not None and not transport.is_closing():
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
    transport.abort()


async def _until_disconnected(receive: Receive) -> None:
    # uvicorn answers 500 for an application that returns while its connection still seems open.
    while (await receive())["type"] != "http.disconnect":
        pass


class ResetResponse(Response):
    """No answer: the connection is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's shape
        """Reset the connection."""
        _reset(scope[_TRANSPORT])
        await _until_disconnected(receive)


class TruncatedResponse(Response):
    """An answer that announces its whole body and closes in the middle of it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send half the body, then close."""
        # The announced length must not reach uvicorn's check of it, so the head and the half go out raw.
        transport: asyncio.Transport = scope[_TRANSPORT]
        del send
        head = [b"HTTP/1.1 %d Cut\r\n" % self.status_code]
        head += [name + b": " + value + b"\r\n" for name, value in self.raw_headers]
        transport.write(b"".join([*head, b"\r\n", bytes(self.body[: len(self.body) // 2])]))
        transport.close()
        await _until_disconnected(receive)


class DrippingResponse(StreamingResponse):
    """An answer sent byte by byte until it is whole or the caller has gone."""

    def __init__(self, body: bytes, *, status: int, headers: Mapping[str, str], seconds: float) -> None:
        super().__init__(self._drip(body, seconds), status_code=status, headers=headers)

    @staticmethod
    async def _drip(body: bytes, seconds: float) -> AsyncIterator[bytes]:
        for byte in body:
            yield bytes((byte,))
            await asyncio.sleep(seconds)


class HugeResponse(StreamingResponse):
    """50 MB of valid JSON whose length is not announced."""

    def __init__(self, *, headers: Mapping[str, str]) -> None:
        super().__init__(self._chunks(), headers=headers)

    @staticmethod
    async def _chunks() -> AsyncIterator[bytes]:
        yield b'{"padding":"'
        for _ in range(50 * 1024 * 1024 // len(_CHUNK)):
            yield _CHUNK
        yield b'"}'


@contextlib.asynccontextmanager
async def listening(application: ASGIApp, listener: socket.socket) -> AsyncIterator[None]:
    """Serve `application` on a bound socket; on leaving, every connection is cut and every task is ended."""
    config = Config(application, lifespan="off", log_config=None, date_header=False, server_header=False)
    config.load()
    state = _State()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SandboxProtocol(config=config, server_state=state, app_state={}), sock=listener
    )
    try:
        yield
    finally:
        state.closing = True
        # asyncio drops a socket, unclosed, that it accepted and has not served yet when the server closes: so
        # accept no more, let what was accepted come to life, and only then close.
        with contextlib.suppress(NotImplementedError):  # Windows, where accepting is one step
            loop.remove_reader(listener.fileno())
        for _ in range(_TURNS_TO_COME_TO_LIFE):
            await asyncio.sleep(0)
        server.close()
        for connection in list(state.connections):
            connection.transport.abort()
        if state.tasks:
            # Whatever waits has been told to stop by now, and an application that is done ends by itself.
            await asyncio.wait(list(state.tasks), timeout=_PATIENCE_S)
        await server.wait_closed()
