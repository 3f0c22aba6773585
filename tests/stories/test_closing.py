"""The window is closed while a confirmation is under way: the program waits, or leaves it for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from cashier.sandbox.server import SandboxServer
from cashier.storage.profile_files import DATABASE_NAME
from tests.faults.both_ledgers import read_payments
from tests.stories.counter import CUSTOMER, Run
from tests.stories.handled_program import HandledProgram, handled_program, make_profile

WAITING = "Waiting for the provider's answer"


@pytest.fixture
def profile(run: Run, tmp_path: Path, sandbox: SandboxServer) -> Path:
    """Return the profile of a till whose accounts are in the sandbox."""
    made = tmp_path / "profile"
    run(make_profile(made, sandbox.base_url))
    return made


def _close_while_confirming(program: HandledProgram, sandbox: SandboxServer) -> None:
    program.ask_for_payment("12.5", CUSTOMER)
    program.do("state", state="awaiting_customer")
    sandbox.control.fault("hold_before", "digibank", "finalize")
    program.type_code(str(sandbox.control.open_requests()[-1].code))
    sandbox.control.wait_for_held()
    assert WAITING in program.do("close")


def test_closing_waits_for_the_answer(profile: Path, sandbox: SandboxServer) -> None:
    """It says what it waits for, Esc does not hurry it, and it ends by itself with the payment paid."""
    with handled_program(profile) as program:
        _close_while_confirming(program, sandbox)
        assert WAITING in program.do("key_escape")
        sandbox.control.release()
        assert program.see_ended() == 0
    (payment,) = read_payments(profile / DATABASE_NAME)
    assert payment.state == "paid"


def test_closing_now_leaves_it_for_the_next_start(profile: Path, sandbox: SandboxServer) -> None:
    """Not waited for, it stays written down as sent; the next start asks, and it ends as paid, once."""
    with handled_program(profile) as program:
        _close_while_confirming(program, sandbox)
        program.do("press", name="closing.leaveNow")
        assert program.see_ended() == 0
    (payment,) = read_payments(profile / DATABASE_NAME)
    assert (payment.state, payment.calls[-1]) == ("confirming", ("settle_payment", "sent"))
    sandbox.control.release(reset=True)
    with handled_program(profile) as program:
        program.do("row", word="Paid")
    assert len(sandbox.control.ledger("digibank")) == 1
