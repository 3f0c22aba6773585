"""What can wait is done step by step, never while the person is busy."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cashier.ui.idle_steps import IdleSteps, steps_ahead


def _steps_taken(qtbot: QtBot, names: str, busy: list[bool]) -> list[str]:
    """Take a step for each letter; return what was done, with a point where the person was busy."""
    done: list[str] = []

    def is_busy() -> bool:
        was_busy = busy.pop(0) if busy else False
        done.extend("." if was_busy else "")
        return was_busy

    owner = QObject()
    steps = [lambda name=name: done.append(name) for name in names]
    idle = IdleSteps(steps, is_busy, owner, first_after_ms=0, pause_ms=0)
    qtbot.waitUntil(lambda: idle.is_over)
    return done


def test_steps_are_taken_in_turn(qtbot: QtBot) -> None:
    """All of them, once."""
    assert _steps_taken(qtbot, "abc", []) == ["a", "b", "c"]


def test_who_is_busy_is_not_held_up(qtbot: QtBot) -> None:
    """The step waits, and is taken afterwards."""
    assert _steps_taken(qtbot, "ab", [False, True, True]) == ["a", ".", ".", "b"]


def test_none_is_taken_after_the_end(qtbot: QtBot) -> None:
    """Whoever is leaving does not get pages made."""
    done: list[str] = []
    owner = QObject()
    idle: IdleSteps

    def last() -> None:
        done.append("last")
        idle.stop()

    idle = IdleSteps([last, lambda: done.append("late")], lambda: False, owner, first_after_ms=0, pause_ms=0)
    qtbot.waitUntil(lambda: bool(done))
    assert idle.is_over
    assert done == ["last"]


def test_the_page_of_history_is_made_last(qtbot: QtBot) -> None:
    """First what it needs, a module at a time: each of the names is there to be brought in."""
    del qtbot
    made: list[str] = []
    for step in steps_ahead(lambda: made.append("page")):
        assert not made
        step()
    assert made == ["page"]
