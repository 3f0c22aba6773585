"""The till's file is damaged: a backup takes its place by itself and that is told, or the person is asked what to do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QApplication

from cashier.sandbox.server import SandboxServer
from cashier.storage.profile_files import DATABASE_NAME, backups_folder, set_aside_folder
from cashier.ui.no_backup_page import NoBackupPage
from cashier.vault import MemoryVault
from tests.stories.counter import Run, Wait
from tests.stories.whole_program import WholeProgram, make_profile, whole_program

Start = Callable[[], AbstractContextManager[WholeProgram]]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where the till is."""
    return tmp_path / "profile"


@pytest.fixture
def start(profile: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer) -> Start:
    """Return what starts the program on a till that was set up, and closed, in the sandbox."""
    vault = MemoryVault()
    accounts = run(make_profile(profile, vault, sandbox.base_url))

    def start_it() -> AbstractContextManager[WholeProgram]:
        return whole_program(profile, vault, qapp, run, wait_until, accounts=accounts)

    return start_it


def _damage(profile: Path) -> bytes:
    path = profile / DATABASE_NAME
    damaged = b"nothing of a database" + path.read_bytes()[21:]
    path.write_bytes(damaged)
    return damaged


def test_a_backup_takes_its_place_and_that_is_told_first(start: Start, profile: Path) -> None:
    """The page stands before all others, says where the damaged file is, and leads on; the file is as it was."""
    with start() as program:
        program.run(program.application.till.backups.make())
    damaged = _damage(profile)
    with start() as program:
        program.until_shown("restored.goOn")
        said = program.said()
        assert "The till's data was damaged, and a backup is in its place" in said
        assert "not deleted" in said
        assert not program.shows("payment.amount")
        program.press("restored.goOn")
        program.until_shown("payment.amount")
        assert "Sunny Shop" in program.window.windowTitle()
    kept = set_aside_folder(profile / DATABASE_NAME).glob("damaged-*.db")
    assert [path.read_bytes() for path in kept] == [damaged]


def test_damage_behind_the_first_page_is_met_as_well(start: Start, profile: Path) -> None:
    """A file that still looks like a till's, and is not whole, is recovered at the start too."""
    with start() as program:
        program.run(program.application.till.backups.make())
    path = profile / DATABASE_NAME
    path.write_bytes(path.read_bytes()[:4096] + b"\x5a" * (path.stat().st_size - 4096))
    with start() as program:
        program.until_shown("restored.goOn")
        assert "The till's data was damaged" in program.said()


def test_a_newer_file_is_left_alone(start: Start, profile: Path) -> None:
    """No backup takes the place of what a newer version wrote: it is whole."""
    with start() as program:
        program.run(program.application.till.backups.make())
    path = profile / DATABASE_NAME
    with closing(apsw.Connection(str(path))) as connection:
        connection.pragma("user_version", 9_999)
    with start() as program:
        program.until_said("A newer version of the program wrote this till's data.")
    with closing(apsw.Connection(str(path))) as connection:
        assert connection.pragma("user_version") == 9_999


def _without_backups(start: Start, profile: Path) -> None:
    with start():
        pass
    folder = backups_folder(profile / DATABASE_NAME)
    for backup in folder.glob("*.db") if folder.exists() else ():
        backup.unlink()
    _damage(profile)


def test_without_a_backup_the_person_is_asked(start: Start, profile: Path) -> None:
    """Nothing is changed by itself; starting empty is asked about once more, and sets the damaged file aside."""
    _without_backups(start, profile)
    before = (profile / DATABASE_NAME).read_bytes()
    with start() as program:
        program.until_shown("noBackup.choose")
        assert (profile / DATABASE_NAME).read_bytes() == before
        program.press("noBackup.startEmpty")
        program.press("noBackup.confirm.keep")
        assert (profile / DATABASE_NAME).read_bytes() == before
        program.press("noBackup.startEmpty")
        program.press("noBackup.confirm.confirm")
        program.until_shown("firstRun.shopName")
    kept = set_aside_folder(profile / DATABASE_NAME).glob("damaged-*.db")
    assert [path.read_bytes() for path in kept] == [before]


def test_a_backup_from_elsewhere_is_chosen(start: Start, profile: Path, tmp_path: Path) -> None:
    """One that is no backup is refused and said to be none; a whole one takes the damaged file's place."""
    with start() as program:
        backup = program.run(program.application.till.backups.make())
        elsewhere = tmp_path / "stick.db"
        elsewhere.write_bytes(backup.path.read_bytes())
    _without_backups(start, profile)
    with start() as program:
        program.until_shown("noBackup.choose")
        (page,) = program.window.findChildren(NoBackupPage)
        other = tmp_path / "other.db"
        other.write_bytes(b"a picture of the sea" * 500)
        page.use_file(other)
        program.until_said("This is no backup of a till.")
        page.use_file(elsewhere)
        program.until_shown("restored.goOn")
        program.press("restored.goOn")
        program.until_shown("payment.amount")


def test_damage_found_while_it_runs_is_repaired_when_somebody_says_so(start: Start, profile: Path) -> None:
    """The banner says so, and nothing is closed under anybody's hands before its button is pressed."""
    with start() as program:
        till = program.application.till
        program.run(till.backups.make())
        _damage_pages(profile)
        program.run(till.backups._look_through())
        program.until_said("The till's data was found damaged.")
        assert program.shows("payment.amount")
        program.press("frame.bannerAction")
        program.until_shown("restored.goOn")
        assert program.application.till is not till
        program.press("restored.goOn")
        program.until_shown("payment.amount")
        assert "found damaged" not in program.said()


def _damage_pages(profile: Path) -> None:
    """Overwrite pages in the middle of the file, as a failing disk does under an open till."""
    path = profile / DATABASE_NAME
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\x5a" * 4096)
