"""The window is closed: a backup is made first, and told of where that takes long enough to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from cashier.domain.backup import BackupReason
from cashier.sandbox.server import SandboxServer
from cashier.storage.profile_files import DATABASE_NAME, backups_folder
from cashier.vault import MemoryVault
from tests.stories.counter import MANAGER_PIN, Run, Wait
from tests.stories.whole_program import WholeProgram, make_profile, whole_program


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where the till is."""
    return tmp_path / "profile"


@pytest.fixture
def vault() -> MemoryVault:
    """Return the vault of the till."""
    return MemoryVault()


@pytest.fixture
def program(
    profile: Path, vault: MemoryVault, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer
) -> Iterator[WholeProgram]:
    """Return the started program."""
    accounts = run(make_profile(profile, vault, sandbox.base_url))
    with whole_program(profile, vault, qapp, run, wait_until, accounts=accounts) as program:
        yield program


def _made_for(profile: Path) -> list[str]:
    folder = backups_folder(profile / DATABASE_NAME)
    return [path.stem.rsplit("-", 1)[1] for path in sorted(folder.glob("*.db"))]


def test_closing_makes_one_and_says_so_while_it_lasts(program: WholeProgram, profile: Path, run: Run) -> None:
    """The window stays until the backup is there; nothing can be pressed that would lose it."""
    till = program.application.till
    # Nothing new would need no backup.
    run(till.preferences.change(shop_name="Shady Shop"))
    turn = till.backups._turn
    run(turn.acquire())
    program.window.close()
    program.until_said("A backup is being made")
    assert not program.shows("closing.leaveNow")
    assert program.window.isVisible()
    turn.release()
    run(program.application.ended())
    assert not program.window.isVisible()
    assert _made_for(profile) == [BackupReason.CLOSING.value]


def test_closing_in_the_middle_of_a_restore_ends_it_first(
    program: WholeProgram,
    profile: Path,
    vault: MemoryVault,
    qapp: QApplication,
    run: Run,
    wait_until: Wait,
) -> None:
    """The window is closed as the till is: the backup takes its place all the same, and the next start tells of it."""
    run(program.application.till.backups.make())
    program.go_to("nav.settings")
    program.until_shown("settings.backup.look.0")
    program.press("settings.backup.look.0")
    program.wait_until(lambda: program.find(QComboBox, "restore.manager").count())
    program.type("restore.pin", MANAGER_PIN)
    program.press("restore.submit")
    program.until_shown("working")
    program.window.close()
    run(program.application.ended())
    program.application._instance.release()
    with whole_program(profile, vault, qapp, run, wait_until) as again:
        again.until_shown("restored.goOn")
