"""The sandbox as a server: on the running event loop, or in a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Final, Self

from starlette.applications import Starlette

from cashier.sandbox import control, gate
from cashier.sandbox.connection import listening
from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.world import World

LOOPBACK: Final = "127.0.0.1"


@asynccontextmanager
async def serving(world: World, port: int = 0) -> AsyncIterator[str]:
    """Serve `world` on loopback while the block runs, and yield the base URL.

    Args:
        world: What to serve; touched on this loop only.
        port: Zero takes any free one.

    Raises:
        OSError: If the port is taken.
    """
    # Its own socket, so that the port is known and taken before anything is announced.
    listener = socket.create_server((LOOPBACK, port))
    with listener:
        application = Starlette(routes=[*gate.routes(world), *control.routes(world)])
        async with listening(application, listener):
            try:
                yield f"http://{LOOPBACK}:{listener.getsockname()[1]}"
            finally:
                await world.stop()


class SandboxServer:
    """The sandbox in a thread of its own with its own event loop; a context manager that serves within.

    Each provider's base URL is `base_url` with the provider's name: see `url`.

    Args:
        port: Zero takes any free one.
        seed: Of all chance in the world.

    Raises:
        OSError: On entering, if the port is taken.
    """

    def __init__(self, port: int = 0, *, seed: int = 0) -> None:
        self._port = port
        self._seed = seed
        self._ready: Future[tuple[str, asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)
        self._control: SandboxControl | None = None

    @property
    def base_url(self) -> str:
        """Where the sandbox is, without a slash at the end."""
        return self._ready.result()[0]

    @property
    def control(self) -> SandboxControl:
        """The client of its control."""
        if self._control is None:
            raise RuntimeError("the sandbox serves only within its with block")
        return self._control

    def url(self, provider: str) -> str:
        """Return a provider's base URL."""
        return f"{self.base_url}/{provider}"

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self._control = SandboxControl(self.base_url)
        except OSError:
            self._thread.join()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.control.close()
        _, loop, leave = self._ready.result()
        loop.call_soon_threadsafe(leave.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        leave = asyncio.Event()
        try:
            async with serving(World(self._seed), self._port) as base_url:
                self._ready.set_result((base_url, asyncio.get_running_loop(), leave))
                await leave.wait()
        except OSError as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)
