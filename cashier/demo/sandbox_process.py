"""The sandbox as a child process: it ends with the program that started it, however that ends.

SandboxStartError    the process ended, or said nothing, before it served
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from types import TracebackType
from typing import IO, Final, Self

import msgspec

from cashier.sandbox.command import Ready

_START_TIMEOUT_S: Final = 30.0
_END_TIMEOUT_S: Final = 10.0
# A program without a console would otherwise flash one up for its child.
_NO_CONSOLE: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class SandboxStartError(Exception):
    """The sandbox's process ended, or said nothing, before it served."""


class SandboxProcess:
    """Runs ``cashier sandbox`` while the block runs.

    The child reads its standard input, which closes with this process: even a killed demo leaves no orphan.

    Args:
        arguments: of ``cashier sandbox``.
        on_line: called for each line the sandbox writes, in a thread of its own.
    """

    def __init__(self, arguments: Sequence[str] = (), on_line: Callable[[str], None] | None = None) -> None:
        self._command = [*_own_command(), "sandbox", "--exit-with-stdin", *arguments]
        self._on_line = on_line
        self._ready: Future[str] = Future()
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Where the sandbox is, without a slash at the end; waits until it serves.

        Raises:
            SandboxStartError: if it does not come to serve.
        """
        try:
            return self._ready.result(_START_TIMEOUT_S)
        except TimeoutError:
            raise SandboxStartError("the sandbox said nothing") from None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            creationflags=_NO_CONSOLE,
        )
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), name="sandbox output", daemon=True
        )
        self._reader.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process, reader = self._process, self._reader
        if process is None or reader is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(_END_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join()
        if process.stdout is not None:
            process.stdout.close()

    def _read(self, output: IO[str] | None) -> None:
        """Read to the end, so that the sandbox never waits for room to write."""
        for line in output or ():
            if not self._ready.done() and line.startswith("{"):
                self._ready.set_result(msgspec.json.decode(line, type=Ready).base_url)
            if self._on_line is not None:
                self._on_line(line)
        try:
            self._ready.set_exception(SandboxStartError("the sandbox ended before it served"))
        except InvalidStateError:
            # It did serve, and has ended since: that is how it should be.
            return


def _own_command() -> list[str]:
    """Return how this very program is started again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "cashier"]
