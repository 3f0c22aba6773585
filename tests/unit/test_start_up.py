"""The start: what comes before the first paint, how the window looks at it, and what is told of the phases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from cashier.domain.choices import Appearance, Language
from cashier.first_window import FirstWindow, show_first_window
from cashier.launch import Launch
from cashier.services.first_look import LOOK_NAME, FirstLook, read_first_look, write_first_look
from cashier.start_up import Phase, PhaseTime, StartUpClock, as_json, as_table
from cashier.ui.language import LanguageController
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import DARK, LIGHT

_ROOT = Path(__file__).parents[2]
# Each of these takes longer to import than the window takes to be painted, or brings along something that does.
_NOT_BEFORE_THE_FIRST_PAINT = (
    "apsw",
    "asyncio",
    "cashier.app",
    "cashier.domain.money",
    "cashier.services.till",
    "cashier.storage",
    "cashier.ui.frame",
    "cashier.ui.locale_format",
    "cashier.ui.style.motion",
    "cashier.ui.widgets",
    "cashier.vault",
    "ctypes",
    "decimal",
    "hashlib",
    "httpx",
    "json",
    "keyring",
    "msgspec",
    "platformdirs",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "qasync",
    "sqlite3",
    "structlog",
    "zoneinfo",
)
_AT_THE_FIRST_PAINT = """
import os, sys
import cashier.start_up as start_up

class Watched(start_up.StartUpClock):
    def mark(self, phase):
        super().mark(phase)
        if phase is start_up.Phase.FIRST_PAINT:
            from PySide6 import QtCore, QtWidgets
            made = {"Qt": vars(QtCore), "QStyle": vars(QtWidgets)}
            print(*sorted(sys.modules), *(name for name, found in made.items() if name in found), flush=True)
            os._exit(0)

start_up.StartUpClock = Watched
from cashier.__main__ import main
main(["--profile", sys.argv[1]])
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return the profile of a shop that looked dark and Persian last."""
    write_first_look(tmp_path, FirstLook(Language.PERSIAN, Appearance.DARK, "Sunny Shop"))
    return tmp_path


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """Return Qt's application, and put words, direction and colours back afterwards."""
    direction = qapp.layoutDirection()
    yield qapp
    for controller in qapp.findChildren(LanguageController):
        for translator in controller.findChildren(QTranslator):
            qapp.removeTranslator(translator)
    apply_theme(qapp, LIGHT, direction)


def _close(first: FirstWindow) -> None:
    first.window.allow_closing()
    first.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # this interpreter, on our own program
        [sys.executable, *arguments],
        cwd=_ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            # So that nobody's own keyring is asked.
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_nothing_that_the_first_window_does_not_need_is_imported_before_it_is_painted(shop: Path) -> None:
    """The services, the database, the kit of the pages and all that takes time comes after the first paint."""
    done = _run("-c", _AT_THE_FIRST_PAINT, str(shop))

    imported = done.stdout.split()
    assert "cashier.first_window" in imported, done.stderr
    assert sorted({*_NOT_BEFORE_THE_FIRST_PAINT, "Qt", "QStyle"} & set(imported)) == []


def test_the_first_window_looks_as_the_till_looked_last(undressed: QApplication, shop: Path) -> None:
    """Language, side, colours and the shop's name are right at once, whatever the system says."""
    first = show_first_window(undressed, Launch(profile=shop, language=Language.ENGLISH), StartUpClock(0))

    said = [label.text() for label in first.window.findChildren(QLabel) if label.isVisible()]
    ground = first.window.palette().color(QPalette.ColorRole.Window)
    title = first.window.windowTitle()
    reads_left = undressed.isRightToLeft()
    _close(first)
    assert "\u062a\u0646\u0638\u06cc\u0645\u0627\u062a" in said  # "Settings"
    assert ground == QColor(DARK.background)
    assert title.startswith("Sunny Shop")
    assert reads_left
    assert first.is_known


def test_a_new_tills_first_window_has_no_rail(undressed: QApplication, tmp_path: Path) -> None:
    """There are no pages to go to yet: it says that the till is being opened, in the language of the launch."""
    launch = Launch(profile=tmp_path, language=Language.ENGLISH, appearance=Appearance.DARK)

    first = show_first_window(undressed, launch, StartUpClock(0))

    said = [label.text() for label in first.window.findChildren(QLabel) if label.isVisible()]
    _close(first)
    assert len(said) == 1
    assert not first.is_known
    assert first.look == FirstLook(Language.ENGLISH, Appearance.DARK, "")


@pytest.mark.parametrize(
    "text", ["", "fa\n", "fa\nlight", "xx\nlight\n\n", "fa\nneon\n\n", "\0" * 9, "fa\ndark\n\udc80"]
)
def test_a_look_that_cannot_be_read_is_none_or_has_no_name(tmp_path: Path, text: str) -> None:
    """A damaged file is as good as none; it never keeps the program from starting."""
    (tmp_path / LOOK_NAME).write_bytes(text.encode("utf-8", "surrogateescape"))

    look = read_first_look(tmp_path)

    assert look is None or look == FirstLook(Language.PERSIAN, Appearance.LIGHT, "")


def test_a_shops_name_of_several_lines_is_kept_as_one(tmp_path: Path) -> None:
    """Whatever the shop is called, the file stays three lines."""
    look = FirstLook(Language.ARABIC, Appearance.SYSTEM, "One\nTwo\u2028 Three")

    write_first_look(tmp_path, look)

    assert read_first_look(tmp_path) == look._replace(shop_name="One Two Three")


def test_a_phase_is_timed_once_and_from_the_start_of_the_process() -> None:
    """What is done again later, as opening the database after a restore, is no part of the start."""
    clock = StartUpClock(0)
    clock.mark(Phase.DATABASE)
    first = clock.at_ns(Phase.DATABASE)
    clock.mark(Phase.READY)
    clock.mark(Phase.DATABASE)

    assert clock.at_ns(Phase.DATABASE) == first
    assert clock.at_ns(Phase.VAULT) is None
    assert [time.phase for time in clock.phases() if time.phase is not Phase.INTERPRETER] == [
        Phase.DATABASE,
        Phase.READY,
    ]
    assert all(time.took_ms >= 0 for time in clock.phases())


def test_the_report_is_a_table_or_json() -> None:
    """Each phase has its line: how long it took, and when it was over."""
    phases = [PhaseTime(Phase.QT, 12.34, 12.34), PhaseTime(Phase.FIRST_PAINT, 20.0, 7.66)]

    assert as_table(phases).splitlines() == [
        "phase          took ms     at ms",
        "qt                12.3      12.3",
        "first_paint        7.7      20.0",
    ]
    assert json.loads(as_json(phases, 5)) == {
        "first_paint_at_ns": 5,
        "phases": [
            {"phase": "qt", "took_ms": 12.3, "at_ms": 12.3},
            {"phase": "first_paint", "took_ms": 7.7, "at_ms": 20.0},
        ],
    }


def test_a_start_that_is_to_be_reported_ends_by_itself_and_is_in_the_log(tmp_path: Path) -> None:
    """It goes as far as it can without a person, prints its phases in order, and writes them into the log as well."""
    done = _run("-m", "cashier", "--profile", str(tmp_path), "--start-up-report", "json")

    assert done.returncode == 0, done.stderr
    named = [time["phase"] for time in json.loads(done.stdout)["phases"]]
    in_order = [phase.value for phase in Phase]
    assert named == sorted(named, key=in_order.index)
    assert {"first_paint", "imports", "database", "asked"} <= set(named)
    lines = [json.loads(line) for line in (tmp_path / "cashier.log").read_text(encoding="utf-8").splitlines()]
    (started,) = [line for line in lines if line["event"] == "started"]
    assert started["first_paint_ms"] <= started["asked_ms"]
