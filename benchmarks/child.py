"""Measures in processes of their own, on a screen of their own: what one run leaves in memory is not the next one's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

_ANSWER: Final = "measured: "
_SCREEN: Final = "1920x1080x24"


def ask_child(module: str, *arguments: str) -> dict[str, float]:
    """Run a module and return what it measured.

    Raises:
        RuntimeError: if it fails, or measures nothing.
    """
    with screen() as environment:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", module, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    for line in reversed(done.stdout.splitlines()):
        if line.startswith(_ANSWER):
            measured: dict[str, float] = json.loads(line.removeprefix(_ANSWER))
            return measured
    raise RuntimeError(f"{module} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")


def answer(measured: Mapping[str, float]) -> None:
    """Tell the process that asked what was measured."""
    sys.stdout.write(f"{_ANSWER}{json.dumps(dict(measured))}\n")
    sys.stdout.flush()


@contextmanager
def screen(*, needed: bool = False) -> Iterator[Mapping[str, str]]:
    """Start a screen that nobody sees, if there is such a thing here, and give the environment of its programs.

    Without one Qt draws on none; where that would measure nothing, as `needed` says, the person's own screen is used.

    Raises:
        RuntimeError: if one is needed, and there is none.
    """
    server = shutil.which("Xvfb")
    if server is None and needed:
        if sys.platform.startswith("linux") and "DISPLAY" not in os.environ:
            raise RuntimeError(
                "a screen is needed, and there is none: install Xvfb (in Debian: apt install xvfb)"
            )
        yield os.environ
        return
    if server is None:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    process = subprocess.Popen(  # noqa: S603  # the path is the one that was found
        [server, "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb does not start")
        yield {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        process.terminate()
        process.wait()
