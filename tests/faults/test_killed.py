"""The program is killed while the provider has its call: the next run finds out what became of it."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.server import SandboxServer

PROGRAM = Path(__file__).with_name("till_process.py")


class TillProcess:
    """A till in a process of its own."""

    def __init__(self, file: Path, sandbox: SandboxServer, provider: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, str(PROGRAM), str(file), sandbox.base_url, provider],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.answer() == {"ready": True}

    def begin(self, **command: str) -> None:
        """Have something done, without waiting for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Return what the oldest unanswered command came to."""
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def do(self, **command: str) -> dict[str, Any]:
        """Have something done."""
        self.begin(**command)
        return self.answer()

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        assert self._process.wait() == -signal.SIGKILL
        self._let_go()

    def close(self) -> None:
        """End it in order; one that was killed stays as it is."""
        if self._process.poll() is None:
            self._process.communicate()
        self._let_go()

    def _let_go(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def till_process(file: Path, sandbox: SandboxServer, provider: str) -> Iterator[TillProcess]:
    """Run a till on `file`."""
    process = TillProcess(file, sandbox, provider)
    try:
        yield process
    finally:
        process.close()


def asked_for(till: TillProcess, control: SandboxControl, provider: str) -> tuple[str, str]:
    """Have a payment asked for, and agreed to by the customer; return its id and the code."""
    payment = till.do(do="request")
    assert payment["state"] == "awaiting_customer"
    if provider == "digibank":
        (request,) = control.open_requests()
        return payment["id"], request.code
    control.pay(payment["key"])
    return payment["id"], ""


def ends_as(till: TillProcess, payment_id: str, states: set[str]) -> str:
    """Look until the payment stands in one of `states`, and return which."""
    while (state := till.do(do="look", payment=payment_id)["state"]) not in states:
        pass
    return str(state)


def journal(file: Path, column: str = "state") -> list[str]:
    """Read one column of the journal as it is on disk."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return [row[0] for row in connection.execute(f"SELECT {column} FROM operations ORDER BY rowid")]  # noqa: S608  # a name of ours


@pytest.mark.parametrize("hold", ["hold_before", "hold_after"])
@pytest.mark.parametrize(("provider", "endpoint"), [("digibank", "finalize"), ("resid", "collect")])
def test_killed_while_money_moves(
    tmp_path: Path, sandbox: SandboxServer, provider: str, endpoint: str, hold: str
) -> None:
    """Killed before or after the provider acted: the next run says paid, and it was paid once."""
    file, control = tmp_path / "till.sqlite3", sandbox.control
    with till_process(file, sandbox, provider) as till:
        payment_id, code = asked_for(till, control, provider)
        control.fault(hold, provider, endpoint)
        till.begin(do="confirm", payment=payment_id, code=code)
        control.wait_for_held()
        till.kill()
    assert journal(file) == ["applied", "sent"]
    control.release(reset=True)
    with till_process(file, sandbox, provider) as till:
        assert ends_as(till, payment_id, {"paid"}) == "paid"
    assert journal(file) == ["applied", "applied"]
    assert control.count(provider).settled == 1
    assert not any(code and code in text for text in journal(file, "input"))


@pytest.mark.parametrize("hold", ["hold_before", "hold_after"])
@pytest.mark.parametrize(("provider", "endpoint"), [("digibank", "request"), ("resid", "create")])
def test_killed_while_asking(
    tmp_path: Path, sandbox: SandboxServer, provider: str, endpoint: str, hold: str
) -> None:
    """Killed while the provider is asked: a token that was made is found again; nothing else is guessed."""
    file, control = tmp_path / "till.sqlite3", sandbox.control
    with till_process(file, sandbox, provider) as till:
        control.fault(hold, provider, endpoint)
        till.begin(do="request")
        control.wait_for_held()
        till.kill()
    control.release(reset=True)
    payment_id = journal(file, "subject_id")[0]
    found = provider == "resid" and hold == "hold_after"
    with till_process(file, sandbox, provider) as till:
        if found:
            ends_as(till, payment_id, {"awaiting_customer"})
        else:
            ends_as(till, payment_id, {"unknown"})
            while journal(file) != ["needs_person"]:
                pass
            assert till.do(do="look", payment=payment_id)["state"] == "unknown"
    assert control.count(provider).created == (1 if hold == "hold_after" else 0)
    assert control.count(provider).settled == 0
