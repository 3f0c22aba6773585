"""The server itself, its control, and the program around it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import httpx
import pytest

from cashier.sandbox import control_calls, credentials
from cashier.sandbox.catalogue import PROVIDERS
from cashier.sandbox.control_client import AsyncSandboxControl, ControlError
from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.server import SandboxServer

_PROGRAM = """
import argparse
from cashier.sandbox import command
parser = argparse.ArgumentParser()
command.add_arguments(parser)
raise SystemExit(command.run(parser.parse_args()))
"""


@contextmanager
def program(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run the sandbox as a process; it is killed in the end if it has not ended by itself."""
    with subprocess.Popen(  # noqa: S603 - this very interpreter, and arguments of this file
        [sys.executable, "-W", "error", "-c", _PROGRAM, "--port", "0", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ready_url(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return the page to read and the base URL, once the process serves."""
    assert process.stdout is not None
    page = ""
    for line in process.stdout:
        if line.startswith("{"):
            return page, json.loads(line)["base_url"]
        page += line
    raise AssertionError(f"ended without serving: {page}")


def ask(base_url: str, http: httpx.Client) -> None:
    """Ask a digibank customer for 10.5 USD."""
    body = {
        "apiKey": credentials.DIGIBANK_API_KEY,
        "customerNo": "00142277",
        "amount": 10.5,
        "currency": "USD",
    }
    assert http.post(f"{base_url}/digibank/api/v1/payments/request", json=body).json()["code"] == 0


def test_it_serves_on_loopback_within_its_block_only(http: httpx.Client) -> None:
    """Inside the block it answers on 127.0.0.1; afterwards nothing listens there, and the thread is gone."""
    before = set(threading.enumerate())
    with SandboxServer() as server:
        assert server.base_url.startswith("http://127.0.0.1:")
        ask(server.base_url, http)
    with pytest.raises(httpx.ConnectError):
        http.get(server.base_url)
    assert set(threading.enumerate()) == before


def test_a_taken_port_is_an_error(sandbox: SandboxServer) -> None:
    """Entering the block raises what the operating system said."""
    port = int(sandbox.base_url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"), SandboxServer(port):
        pytest.fail("two servers on one port")


def test_control_is_there_within_the_block_only() -> None:
    """Before it there is nothing to control."""
    with pytest.raises(RuntimeError):
        _ = SandboxServer().control


def test_it_ends_at_once_whatever_waits() -> None:
    """A held call, a latency, a drip and a wait of control are all cut; none keeps the server alive."""
    faults = (
        Fault(name=FaultName.HOLD_BEFORE, provider="digibank", endpoint="list"),
        Fault(name=FaultName.LATENCY, provider="resid", seconds=600.0),
        Fault(name=FaultName.SLOW_DRIP, provider="paystar", seconds=600.0),
    )
    paths = (
        "/digibank/api/v1/payments/list",
        "/resid/api/v1/payments",
        "/paystar/api/bank-transfer/settlement-requests",
        "/control/held?at_least=9&timeout_s=600",
    )
    cut: list[str] = []

    def call(url: str) -> None:
        try:
            httpx.get(url, timeout=60, trust_env=False)
        except httpx.TransportError:
            cut.append(url)

    with SandboxServer() as server:
        for fault in faults:
            server.control(control_calls.switch_on(fault))
        callers = [threading.Thread(target=call, args=(server.base_url + path,)) for path in paths]
        for caller in callers:
            caller.start()
        server.control.wait_for_held()
        server.control.wait_for_calls(1, "resid", ended=False)
        server.control.wait_for_calls(1, "paystar")
    for caller in callers:
        caller.join()
    assert set(cut) >= {server.base_url + path for path in paths[:3]}


def test_it_ends_while_callers_are_still_coming() -> None:
    """Callers that connect at the very end are cut too, each with an error and none left waiting."""
    with SandboxServer() as server:
        port = int(server.base_url.rpartition(":")[2])
        callers = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
    for caller in callers:
        with caller:
            caller.settimeout(10)
            with suppress(ConnectionError):
                assert caller.recv(1) == b""


def test_the_same_seed_goes_the_same_way(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Ids and codes repeat after a reset with the same seed, and differ with another."""
    codes = []
    for seed in (5, 5, 6):
        sandbox.control.reset(seed)
        ask(sandbox.base_url, http)
        [held] = sandbox.control.open_requests()
        codes.append((held.request_id, held.code))
    assert codes[0] == codes[1] != codes[2]


def test_the_clock_runs_forward_only(sandbox: SandboxServer) -> None:
    """It can be put forward and told wrongly; reset brings it back."""
    before = sandbox.control.clock().now
    after = sandbox.control.advance(3600)
    assert timedelta(hours=1) <= after.now - before < timedelta(hours=1, minutes=1)
    wrong = sandbox.control.set_told_error(-600)
    assert wrong.told - wrong.now == timedelta(minutes=-10)
    with pytest.raises(ControlError, match="put back"):
        sandbox.control.advance(-1)
    sandbox.control.reset()
    assert sandbox.control.clock().now - before < timedelta(minutes=1)


def test_control_refuses_what_it_does_not_know(sandbox: SandboxServer) -> None:
    """Unknown providers, accounts, fields of the wrong type and negative balances."""
    with pytest.raises(ControlError, match="no such provider"):
        sandbox.control.arrive("nobody")
    for provider in ("digibank", "resid", "paystar", "aqayepardakht"):
        with pytest.raises(ControlError, match="no account"):
            sandbox.control.arrive(provider, "nobody")
        with pytest.raises(ControlError, match="missing required field"):
            sandbox.control.put_account(provider, "new", allowed_addresses=None)
    with pytest.raises(ControlError, match="Expected `str`"):
        sandbox.control.put_account("digibank", api_key=7)
    with pytest.raises(ControlError, match="404"):
        sandbox.control(control_calls.ControlCall("GET", "/control/nothing", control_calls.Nothing))


def test_the_async_client_asks_the_same(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The phone window awaits the very calls that the tests make."""
    ask(sandbox.base_url, http)

    async def phone() -> list[str]:
        async with AsyncSandboxControl(sandbox.base_url) as control:
            with pytest.raises(ControlError):
                await control(control_calls.pay("nothing"))
            return [held.code for held in await control(control_calls.open_requests("00142277"))]

    assert asyncio.run(phone()) == [sandbox.control.open_requests()[0].code]


def test_a_hundred_thousand_records_are_made_in_seconds(sandbox: SandboxServer) -> None:
    """They are all there, and the ledger marks them as history."""
    sandbox.control.add_history("digibank", 100_000, seed=1)
    assert len(sandbox.control.ledger("digibank", origin="history")) == 100_000
    assert sandbox.control.count("digibank").settled == 0


def test_the_program_introduces_itself_and_says_each_code(http: httpx.Client) -> None:
    """First a page with every base URL and credential, then one line of JSON, then a line for each code."""
    with program("--history", "7", "--seed", "3") as process:
        page, base_url = ready_url(process)
        for played in PROVIDERS:
            assert f"{base_url}/{played.name}" in page
            assert [value for value in played.main_settings.values() if value not in page] == []
        made_up = [
            value for name, value in vars(credentials).items() if name.isupper() and name != "MAIN_ACCOUNT"
        ]
        assert [value for value in made_up if value not in page] == []
        ask(base_url, http)
        assert process.stdout is not None
        line = process.stdout.readline()
        held = http.get(f"{base_url}/control/digibank/requests").json()[0]
        assert f"00142277: code {held['code']} for 10.5 USD" in line
        assert len(http.get(f"{base_url}/control/ledger?provider=digibank").json()) == 7


def test_the_program_ends_with_its_standard_input() -> None:
    """A demo that is killed leaves no orphan: with the pipe closed the process ends well and says nothing."""
    with program("--exit-with-stdin") as process:
        ready_url(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to handle")
def test_the_program_ends_well_when_terminated() -> None:
    """Also while a thread of it waits for standard input."""
    with program("--exit-with-stdin") as process:
        ready_url(process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_the_program_says_that_a_port_is_taken() -> None:
    """One line on standard error, and exit code 1."""
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        program("--port", str(taken.getsockname()[1])) as process,
    ):
        assert process.wait(timeout=30) == 1
        assert process.stderr is not None
        assert "in use" in process.stderr.read()
