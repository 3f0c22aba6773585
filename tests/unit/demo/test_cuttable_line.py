"""The line between the till and its providers that a tour can cut."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from cashier.demo.cuttable_line import CuttableLine
from cashier.sandbox.credentials import DIGIBANK_API_KEY
from cashier.sandbox.server import SandboxServer


def test_a_cut_line_refuses_and_a_mended_one_passes_on(sandbox: SandboxServer) -> None:
    """Calls go through, are refused while the line is cut, and go through again at the same address."""
    with CuttableLine(sandbox.base_url) as line, httpx.Client(trust_env=False) as http:
        clock = f"{line.base_url}/control/clock"
        assert http.get(clock).is_success
        for _ in range(2):
            line.cut()
            with pytest.raises(httpx.ConnectError):
                http.get(clock)
            line.mend()
            assert http.get(clock).is_success


def test_cutting_breaks_a_call_under_way(sandbox: SandboxServer) -> None:
    """Whoever waits for an answer learns that none will come."""
    sandbox.control.fault("hold_before", "digibank", "list")
    with CuttableLine(sandbox.base_url) as line, ThreadPoolExecutor(1) as elsewhere:
        call = elsewhere.submit(
            httpx.get,
            f"{line.base_url}/digibank/api/v1/payments/list",
            params={"apiKey": DIGIBANK_API_KEY},
            trust_env=False,
            timeout=30,
        )
        sandbox.control.wait_for_held()
        line.cut()
        with pytest.raises(httpx.TransportError):
            call.result()
    sandbox.control.release(reset=True)
