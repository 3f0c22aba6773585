"""What the program finds around it when it is started: streams or none, and a bundle's traces in the environment."""

from __future__ import annotations

import os
import sys

import pytest

from cashier.__main__ import main


def test_without_a_console_the_program_does_what_it_is_asked(monkeypatch):
    """A windowed program on Windows has no streams: what it would say goes nowhere, and it goes on."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--version"]) == 0
    with pytest.raises(SystemExit) as end:
        main(["--no-such-thing"])
    assert end.value.code == 2
    sys.stdout.close()
    sys.stderr.close()


@pytest.mark.parametrize(("before", "after"), [("/opt/lib", "/opt/lib"), (None, None)])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how a bundle starts on Linux")
def test_a_frozen_program_leaves_its_libraries_to_itself(before, after, monkeypatch):
    """What it starts later finds libraries where it would have found them before."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/cashier/_internal")
    if before is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    else:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    main(["--version"])
    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


@pytest.mark.usefixtures("capsys")
def test_run_from_source_the_environment_stays_as_it_is(monkeypatch):
    """There the path of libraries is the person's own."""
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/mine")
    main(["--version"])
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/mine"
