"""The program is killed while the provider has its call: the next run finds out what became of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.server import SandboxServer
from tests.faults.running_till import RunningTill, running_till


def asked_for(till: RunningTill, control: SandboxControl, provider: str) -> tuple[str, str]:
    """Have a payment asked for, and agreed to by the customer; return its id and the code."""
    payment = till.do(do="request")
    assert payment["state"] == "awaiting_customer"
    if provider == "digibank":
        (request,) = control.open_requests()
        return payment["id"], request.code
    control.pay(payment["key"])
    return payment["id"], ""


def ends_as(till: RunningTill, payment_id: str, states: set[str]) -> str:
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
    with running_till(file, sandbox, provider) as till:
        payment_id, code = asked_for(till, control, provider)
        control.fault(hold, provider, endpoint)
        till.begin(do="confirm", payment=payment_id, code=code)
        control.wait_for_held()
        till.kill()
    assert journal(file) == ["applied", "sent"]
    control.release(reset=True)
    with running_till(file, sandbox, provider) as till:
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
    with running_till(file, sandbox, provider) as till:
        control.fault(hold, provider, endpoint)
        till.begin(do="request")
        control.wait_for_held()
        till.kill()
    control.release(reset=True)
    payment_id = journal(file, "subject_id")[0]
    found = provider == "resid" and hold == "hold_after"
    with running_till(file, sandbox, provider) as till:
        if found:
            ends_as(till, payment_id, {"awaiting_customer"})
        else:
            ends_as(till, payment_id, {"unknown"})
            while journal(file) != ["needs_person"]:
                pass
            assert till.do(do="look", payment=payment_id)["state"] == "unknown"
    assert control.count(provider).created == (1 if hold == "hold_after" else 0)
    assert control.count(provider).settled == 0
