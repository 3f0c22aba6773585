"""A backup takes the place of the till's data in the window that is open: agreed to, done, told, and nothing sent again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from cashier.domain.backup import BackupReason
from cashier.sandbox.server import SandboxServer
from cashier.storage.profile_files import DATABASE_NAME, set_aside_folder
from cashier.ui.locale_format import plain
from cashier.ui.widgets import Banner, CopyLabel, Field, RailEntry
from cashier.vault import MemoryVault
from tests.stories.counter import MANAGER_PIN, Run, Wait
from tests.stories.whole_program import WholeProgram, make_profile, whole_program

Start = Callable[[], AbstractContextManager[WholeProgram]]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where the till is."""
    return tmp_path / "profile"


@pytest.fixture
def start(profile: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer) -> Start:
    """Return what starts the program on a till with accounts in the sandbox."""
    vault = MemoryVault()
    accounts = run(make_profile(profile, vault, sandbox.base_url))

    def start_it() -> AbstractContextManager[WholeProgram]:
        return whole_program(profile, vault, qapp, run, wait_until, accounts=accounts)

    return start_it


@pytest.fixture
def program(start: Start) -> Iterator[WholeProgram]:
    """Return the started program."""
    with start() as program:
        yield program


def _ask_for_token(program: WholeProgram, amount: str) -> None:
    program.go_to("nav.payment")
    program.choose("resid")
    program.fill(amount, unit="IRR")
    program.press("payment.send")
    program.until_state("awaiting_customer")
    QTest.keyClick(program.dialog(), Qt.Key.Key_Escape)
    program.until_closed()


def _back_up(program: WholeProgram) -> None:
    program.go_to("nav.settings")
    program.press("settings.backup.make")
    program.wait_until(lambda: "The backup is made" in program.said())


def _look(program: WholeProgram) -> None:
    program.go_to("nav.settings")
    program.until_shown("settings.backup.look.0")
    program.press("settings.backup.look.0")
    program.wait_until(lambda: program.find(QComboBox, "restore.manager").count())


def _agree(program: WholeProgram, pin: str) -> None:
    program.type("restore.pin", pin)
    program.press("restore.submit")


def _pin_problem(program: WholeProgram) -> str:
    around: QWidget | None = program.find(QWidget, "restore.pin")
    while not isinstance(around, Field):
        assert around is not None
        around = around.parentWidget()
    return plain(around.error() or "")


def test_a_wrong_pin_changes_nothing(program: WholeProgram) -> None:
    """It is told beside the PIN, the till stays open, and a third wrong one has the person wait."""
    _back_up(program)
    till = program.application.till
    _look(program)
    _agree(program, "111222")
    program.wait_until(lambda: _pin_problem(program) == "This PIN is not right.")
    _agree(program, "111333")
    program.wait_until(lambda: program.find(QWidget, "restore.submit").isEnabled())
    _agree(program, "111444")
    program.wait_until(lambda: _pin_problem(program) == "This PIN is not right.")
    _agree(program, MANAGER_PIN)
    program.wait_until(lambda: _pin_problem(program).startswith("Too many wrong PINs."))
    assert program.application.till is till
    assert not set_aside_folder(till.database.path).exists()


def test_the_till_is_as_it_was_and_nothing_is_lost(program: WholeProgram, profile: Path) -> None:
    """What came after the backup is out of sight, what was there is set aside, and can be brought back the same way."""
    _ask_for_token(program, "150000")
    _back_up(program)
    _ask_for_token(program, "270000")
    program.until_open(2)
    till = program.application.till
    _look(program)
    assert "line of history is newer" in program.said() or "lines of history are newer" in program.said()
    _agree(program, MANAGER_PIN)
    program.until_shown("restored.goOn")
    assert program.application.till is not till
    assert "The backup is in its place" in program.said()
    aside = Path(program.find(CopyLabel, "restored.setAside.path").text())
    assert aside.is_file()
    assert aside.parent == set_aside_folder(profile / DATABASE_NAME)
    program.press("restored.goOn")
    program.until_open(1)
    program.go_to("nav.settings")
    program.until_shown("settings.backup.look.1")
    before = [
        one
        for one in program.run(program.application.till.backups.backups())
        if one.reason is BackupReason.BEFORE_RESTORE
    ]
    assert len(before) == 1
    assert (profile / DATABASE_NAME).exists()


def test_what_was_open_leads_to_needs_attention(program: WholeProgram, sandbox: SandboxServer) -> None:
    """How much it is, is said; the button shows it; the provider was asked for nothing anew."""
    _ask_for_code(program)
    _back_up(program)
    asked = len(sandbox.control.open_requests())
    _look(program)
    _agree(program, MANAGER_PIN)
    program.until_shown("restored.look")
    assert "1 payment or withdrawal was open in it." in program.said()
    program.press("restored.look")
    program.until_open(1)
    assert program.find(RailEntry, "nav.attention").isChecked()
    assert len(sandbox.control.open_requests()) == asked


def _ask_for_code(program: WholeProgram) -> None:
    program.go_to("nav.payment")
    program.choose("digibank")
    program.fill("12.5", unit="USD")
    program.press("payment.send")
    program.until_state("awaiting_customer")
    QTest.keyClick(program.dialog(), Qt.Key.Key_Escape)
    program.until_closed()


def test_it_is_told_until_somebody_has_read_it(start: Start) -> None:
    """Closed at that page, the program tells it again at its next start, and not at the one after."""
    with start() as program:
        _back_up(program)
        _look(program)
        _agree(program, MANAGER_PIN)
        program.until_shown("restored.goOn")
    with start() as program:
        program.until_shown("restored.goOn")
        program.press("restored.goOn")
        program.until_shown("payment.amount")
    with start() as program:
        program.until_shown("payment.amount")
        assert not program.shows("restored.goOn")


def test_a_backup_that_went_away_meanwhile_changes_nothing(program: WholeProgram) -> None:
    """The till opens anew as it was, and says why."""
    _ask_for_token(program, "150000")
    _back_up(program)
    (backup,) = program.run(program.application.till.backups.backups())
    _look(program)
    backup.path.write_bytes(b"")
    _agree(program, MANAGER_PIN)
    program.wait_until(lambda: _trouble(program))
    program.until_open(1)
    assert not program.shows("restored.goOn")


def _trouble(program: WholeProgram) -> str:
    names = ("restore.trouble", "frame.banner")
    return "".join(
        banner.text()
        for name in names
        for banner in program.window.findChildren(Banner, name)
        if banner.isVisible()
    )
