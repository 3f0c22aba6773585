"""The whole program is killed with a payment in its dialog, and started again: it finds out, or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cashier.demo.cuttable_line import CuttableLine
from cashier.sandbox.server import SandboxServer
from tests.stories.counter import CUSTOMER, Run
from tests.stories.handled_program import handled_program, make_profile


@pytest.fixture
def line(sandbox: SandboxServer) -> Iterator[CuttableLine]:
    """Return the shop's line to the providers."""
    with CuttableLine(sandbox.base_url) as line:
        yield line


@pytest.fixture
def profile(run: Run, tmp_path: Path, line: CuttableLine) -> Path:
    """Return the profile of a till whose accounts are at the end of the line."""
    made = tmp_path / "profile"
    run(make_profile(made, line.base_url))
    return made


def _code(sandbox: SandboxServer) -> str:
    return str(sandbox.control.open_requests()[-1].code)


@pytest.mark.parametrize("hold", ["hold_before", "hold_after"])
def test_killed_while_the_provider_has_the_code(profile: Path, sandbox: SandboxServer, hold: str) -> None:
    """Whether the provider had acted or not, the next run shows it as paid, once."""
    with handled_program(profile) as program:
        program.ask_for_payment("12.5", CUSTOMER)
        program.do("state", state="awaiting_customer")
        code = _code(sandbox)
        sandbox.control.fault(hold, "digibank", "finalize")
        program.type_code(code)
        sandbox.control.wait_for_held()
        program.kill()
    sandbox.control.release(reset=True)
    with handled_program(profile) as program:
        program.do("row", word="Paid")
        assert [entry.amount for entry in sandbox.control.ledger("digibank")] == ["12.5"]


def test_killed_with_the_code_not_typed_yet(profile: Path, sandbox: SandboxServer) -> None:
    """The next run takes the payment up where it was: the same code confirms it."""
    with handled_program(profile) as program:
        program.ask_for_payment("12.5", CUSTOMER)
        program.do("state", state="awaiting_customer")
        program.kill()
    with handled_program(profile) as program:
        program.do("row", word="Waiting for the customer")
        program.do("press_row")
        program.type_code(_code(sandbox))
        program.do("state", state="paid")
    assert sandbox.control.count("digibank").created == 1


def test_killed_while_a_code_waits_for_the_line(
    profile: Path, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """The code that was typed is kept over the kill, and sent by the next run as soon as there is a line."""
    with handled_program(profile) as program:
        program.ask_for_payment("12.5", CUSTOMER)
        program.do("state", state="awaiting_customer")
        line.cut()
        program.type_code(_code(sandbox))
        program.do("text", text="The code is kept")
        program.kill()
    with handled_program(profile) as program:
        program.do("row", word="Waits for a connection")
        line.mend()
        program.do("row", word="Paid")
    assert len(sandbox.control.ledger("digibank")) == 1


def test_killed_while_a_request_waits_for_the_line(
    profile: Path, sandbox: SandboxServer, line: CuttableLine
) -> None:
    """What was left to wait is sent by the next run, once."""
    line.cut()
    with handled_program(profile) as program:
        program.ask_for_payment("12.5", CUSTOMER)
        program.do("press", name="paymentDialog.secondary")
        program.do("row", word="Waits for a connection")
        program.kill()
    line.mend()
    with handled_program(profile) as program:
        program.do("row", word="Waiting for the customer")
    assert sandbox.control.count("digibank").created == 1
