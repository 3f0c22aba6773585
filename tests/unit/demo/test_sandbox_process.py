"""The sandbox as a child process."""

from __future__ import annotations

import socket

import httpx
import pytest

from cashier.demo.sandbox_process import SandboxProcess, SandboxStartError


def test_it_serves_while_the_block_runs_and_not_after():
    """The base URL answers within the block; afterwards nobody listens there."""
    lines: list[str] = []
    with SandboxProcess(["--port", "0"], lines.append) as sandbox:
        base_url = sandbox.base_url
        assert httpx.get(f"{base_url}/control/clock", trust_env=False).is_success
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{base_url}/control/clock", trust_env=False)
    assert any(line.startswith("The sandbox plays") for line in lines)


def test_one_that_cannot_start_says_so_instead_of_waiting():
    """A port that is taken ends the process, and asking for its address raises at once."""
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        SandboxProcess(["--port", str(taken.getsockname()[1])]) as sandbox,
        pytest.raises(SandboxStartError, match="ended before it served"),
    ):
        sandbox.base_url  # noqa: B018  # asking is the test
