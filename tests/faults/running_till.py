"""Drives a till in a process of its own from outside: commands, answers, and its end by order or by SIGKILL."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from cashier.sandbox.server import SandboxServer

PROJECT = Path(__file__).parents[2]

_LONGEST_END_S = 30
# For any one command, on a machine that is busy.
_LONGEST_ANSWER_S = 60


class RunningTill:
    """A till in a process of its own.

    Args:
        file: its database.
        sandbox: where its account is.
        provider: of its only account.
        read_timeout_s: how long it waits for an answer; None for its own default.
        log: where its log goes; None for where ours goes.
    """

    def __init__(
        self,
        file: Path,
        sandbox: SandboxServer,
        provider: str,
        *,
        read_timeout_s: str | None = None,
        log: IO[str] | None = None,
    ) -> None:
        program = [sys.executable, "-m", "tests.faults.till_process", str(file), sandbox.base_url, provider]
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [*program, *([] if read_timeout_s is None else [read_timeout_s])],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert self.answer() == {"ready": True}

    def begin(self, **command: object) -> None:
        """Have something done, without waiting for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Return what the oldest unanswered command came to.

        Raises:
            EOFError: if the process has ended.
            TimeoutError: if it does not answer.
        """
        assert self._process.stdout is not None
        # Nothing is left from the line before: there is one line an answer, and it is read at once.
        if not select.select([self._process.stdout], [], [], _LONGEST_ANSWER_S)[0]:
            self._process.kill()
            raise TimeoutError("the till's process does not answer")
        line = self._process.stdout.readline()
        if not line:
            raise EOFError("the till's process has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def do(self, **command: object) -> dict[str, Any]:
        """Have something done."""
        self.begin(**command)
        return self.answer()

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        self.see_killed()

    def see_killed(self) -> None:
        """Wait for its end, which is a SIGKILL's."""
        assert self._process.wait(_LONGEST_END_S) == -signal.SIGKILL
        self._let_go()

    def close(self) -> None:
        """End it in order; one that was killed stays as it is."""
        if self._process.poll() is None:
            self._process.communicate(timeout=_LONGEST_END_S)
        self._let_go()

    def _let_go(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def running_till(
    file: Path,
    sandbox: SandboxServer,
    provider: str,
    *,
    read_timeout_s: str | None = None,
    log: IO[str] | None = None,
) -> Iterator[RunningTill]:
    """Run a till on `file`, as `RunningTill`."""
    till = RunningTill(file, sandbox, provider, read_timeout_s=read_timeout_s, log=log)
    try:
        yield till
    finally:
        till.close()
