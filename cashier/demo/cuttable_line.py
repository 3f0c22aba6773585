"""A line to a server that can be cut and mended: a relay on loopback, and where it was listens nobody while it is cut."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Final, Self, TypeVar
from urllib.parse import urlsplit

_AT_ONCE: Final = 65_536
_PATIENCE_S: Final = 10.0
_Result = TypeVar("_Result")


class CuttableLine:
    """Passes bytes on between whoever calls `base_url` and a server, on a thread of its own.

    Args:
        server_url: the server's address, on this machine.
    """

    def __init__(self, server_url: str) -> None:
        place = urlsplit(server_url)
        self._server_host, self._server_port = place.hostname or "127.0.0.1", place.port or 80
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="cuttable line", daemon=True)
        self._listening: asyncio.Server | None = None
        self._calls: set[asyncio.Task[None]] = set()

    @property
    def base_url(self) -> str:
        """Where the line begins; the same whether it is cut or not."""
        return f"http://127.0.0.1:{self._port}"

    def cut(self) -> None:
        """Refuse every connection from now on, and break those there are."""
        self._do(self._cut())

    def mend(self) -> None:
        """Pass calls on again."""
        self._do(self._mend())

    def __enter__(self) -> Self:
        self._thread.start()
        self.mend()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE_S)
        self._loop.close()

    def _do(self, step: Coroutine[Any, Any, _Result]) -> _Result:
        return asyncio.run_coroutine_threadsafe(step, self._loop).result(_PATIENCE_S)

    async def _mend(self) -> None:
        if self._listening is None:
            self._listening = await asyncio.start_server(self._on_call, "127.0.0.1", self._port)
            self._port = self._listening.sockets[0].getsockname()[1]

    async def _cut(self) -> None:
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        calls = list(self._calls)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)

    def _on_call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = self._loop.create_task(self._relay(reader, writer))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers = [writer]
        try:
            onward_reader, onward_writer = await asyncio.open_connection(self._server_host, self._server_port)
            writers.append(onward_writer)
            async with asyncio.TaskGroup() as both_ways:
                both_ways.create_task(_pass_on(reader, onward_writer))
                both_ways.create_task(_pass_on(onward_reader, writer))
        except* OSError:
            # Either end has gone, and takes the other along.
            pass
        finally:
            for one in writers:
                one.transport.abort()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_AT_ONCE):
        writer.write(data)
        await writer.drain()
    with contextlib.suppress(OSError):
        writer.write_eof()
