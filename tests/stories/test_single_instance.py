"""One program a profile, with real processes: who comes second, who was killed, who does not answer."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from cashier.single_instance import LOCK_NAME, Place, SingleInstance

_PROGRAM = Path(__file__).with_name("program_process.py")
_ROOT = Path(__file__).parents[2]
_LONGEST_START_S = 30

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals")


class Program:
    """A started program: what it says, line by line, and a word to it."""

    def __init__(self, profile: Path) -> None:
        self.process = subprocess.Popen(  # noqa: S603  # this interpreter, on our own file
            [sys.executable, str(_PROGRAM), str(profile)],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        """Return the next line it says; empty at its end."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def window(self) -> dict[str, Any]:
        """Return what it says next of its window."""
        line = self.line()
        assert line.startswith("{"), f"it said {line!r}"
        told: dict[str, Any] = json.loads(line)
        return told

    def tell(self, word: str) -> None:
        """Give it a word."""
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def leave(self) -> int:
        """Close its window and return its exit status."""
        self.tell("leave")
        return self.process.wait(_LONGEST_START_S)

    def end(self) -> None:
        """Make sure it is gone."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()


@pytest.fixture
def start() -> Iterator[Callable[[Path], Program]]:
    """Return what starts the program on a profile."""
    started: list[Program] = []

    def start_it(profile: Path) -> Program:
        started.append(Program(profile))
        return started[-1]

    yield start_it
    for program in started:
        program.end()


def _second_start(profile: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # this interpreter, on our own program
        [sys.executable, "-m", "cashier", "--profile", str(profile)],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST_START_S,
    )


def test_who_comes_second_shows_the_first_window_and_goes(start: Any, tmp_path: Path) -> None:
    """The first window comes back from the task bar; the second start says so and ends well."""
    first = start(tmp_path / "profile")
    assert not first.window()["minimised"]
    first.tell("minimise")
    assert first.window()["minimised"]
    second = _second_start(tmp_path / "profile")
    assert second.returncode == 0, second.stderr
    assert "open on this profile already" in second.stdout
    assert not first.window()["minimised"]
    first.tell("look")
    assert first.window()["active"]
    assert first.leave() == 0


def test_the_profile_is_free_again_after_an_orderly_end(start: Any, tmp_path: Path) -> None:
    """Closed and started again, the program opens its window, and leaves no lock behind."""
    for _ in range(2):
        program = start(tmp_path)
        program.window()
        assert (tmp_path / LOCK_NAME).exists()
        assert program.leave() == 0
        assert not (tmp_path / LOCK_NAME).exists()


@posix_only
def test_a_killed_program_stands_in_nobodys_way(start: Any, tmp_path: Path) -> None:
    """Its lock and its door are taken over at once, and who comes second finds the new one."""
    killed = start(tmp_path)
    killed.window()
    killed.process.send_signal(signal.SIGKILL)
    killed.process.wait()
    assert (tmp_path / LOCK_NAME).exists()
    began_at = time.monotonic()
    heir = start(tmp_path)
    heir.window()
    # Waiting for a door that nobody opens would have taken its full time.
    assert time.monotonic() - began_at < 4.5
    heir.tell("minimise")
    heir.window()
    assert _second_start(tmp_path).returncode == 0
    assert not heir.window()["minimised"]
    assert heir.leave() == 0


def test_two_profiles_run_side_by_side(start: Any, tmp_path: Path) -> None:
    """A profile is nobody's business but its own."""
    both = [start(tmp_path / name) for name in ("one", "two")]
    assert [program.window()["minimised"] for program in both] == [False, False]
    assert [program.leave() for program in both] == [0, 0]


def test_of_several_started_at_once_one_stays(start: Any, tmp_path: Path) -> None:
    """However they race, one window opens, and the others say so and go."""
    racers = [start(tmp_path) for _ in range(3)]
    first_words = [racer.line() for racer in racers]
    stayed = [racer for racer, words in zip(racers, first_words, strict=True) if words.startswith("{")]
    assert len(stayed) == 1
    gone = [racer for racer in racers if racer not in stayed]
    assert [racer.process.wait(_LONGEST_START_S) for racer in gone] == [0, 0]
    assert sum("open on this profile already" in words for words in first_words) == 2
    assert stayed[0].leave() == 0


@posix_only
def test_a_first_that_does_not_answer_is_told_in_a_window(start: Any, tmp_path: Path) -> None:
    """A hung program keeps its profile; the second says that in a window instead of doing nothing."""
    hung = start(tmp_path)
    hung.window()
    hung.process.send_signal(signal.SIGSTOP)
    try:
        second = start(tmp_path)
        said = " ".join(second.window()["said"])
        assert "The till cannot be opened" in said
        assert "Another program is using the till's data" in said
        second.leave()
    finally:
        hung.process.send_signal(signal.SIGCONT)
    # Nothing was taken from it meanwhile; the question that lay at its door is answered late.
    hung.tell("look")
    assert "said" in hung.window()
    assert hung.leave() == 0


@posix_only
def test_a_process_number_that_is_anothers_by_now_is_seen_through(tmp_path: Path) -> None:
    """The lock names a running program of our own name, but nobody holds the file: it is taken over."""
    lock = QLockFile(str(tmp_path / LOCK_NAME))
    assert lock.tryLock(0)
    written = (tmp_path / LOCK_NAME).read_text()
    lock.unlock()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        lines = written.splitlines(keepends=True)
        (tmp_path / LOCK_NAME).write_text("".join([f"{other.pid}\n", *lines[1:]]))
        untouched = QLockFile(str(tmp_path / LOCK_NAME))
        untouched.setStaleLockTime(0)
        assert not untouched.tryLock(0)
        instance = SingleInstance(tmp_path, patience_s=0.2)
        assert instance.take() is Place.OURS
        instance.release()
        assert other.stdin is not None
        other.stdin.close()


@posix_only
def test_the_door_is_for_this_user_only(qapp: QApplication, tmp_path: Path) -> None:
    """Nobody else may connect."""
    assert qapp
    instance = SingleInstance(tmp_path)
    assert instance.take() is Place.OURS
    instance.open_door(lambda: None)
    assert instance._server is not None
    door = Path(instance._server.fullServerName())
    assert stat.S_ISSOCK(door.stat().st_mode)
    assert not door.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    instance.release()
    assert not door.exists()


def test_a_profile_that_cannot_be_made_is_left_to_the_database(tmp_path: Path) -> None:
    """What is wrong with the folder is said by what comes next; no other program is blamed."""
    (tmp_path / "file").write_text("")
    assert SingleInstance(tmp_path / "file" / "profile").take() is Place.OURS
