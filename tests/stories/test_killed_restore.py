"""The program is killed while a backup takes the place of its till's data: the next start has one of the two, whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from cashier.sandbox.server import SandboxServer
from cashier.storage.profile_files import DATABASE_NAME, set_aside_folder, swap_folder
from tests.stories.counter import MANAGER_PIN, Run
from tests.stories.handled_program import handled_program, make_profile

RESTORED = "The backup is in its place"


@pytest.mark.parametrize("begun", [swap_folder, set_aside_folder])
def test_killed_in_the_middle(begun, run: Run, tmp_path: Path, sandbox: SandboxServer) -> None:
    """As soon as the backup is being made ready, or the old file set aside: the till opens, and tells what it has."""
    profile = tmp_path / "profile"
    run(make_profile(profile, sandbox.base_url))
    database = profile / DATABASE_NAME
    with handled_program(profile) as program:
        program.do("press", name="nav.settings")
        program.do("press", name="settings.backup.make")
        program.do("text", text="The backup is made")
        program.do("press", name="settings.backup.look.0")
        program.do("fill", name="restore.pin", text=MANAGER_PIN)
        program.do("press", name="restore.submit")
        # Where it is over before it was seen to have begun, the kill comes after it.
        while not begun(database).exists() and not set_aside_folder(database).exists():
            pass
        program.kill()
    with handled_program(profile) as program:
        said = program.do("text", text="")
        was_put_in_place = RESTORED in said
        assert was_put_in_place or "Take payment" in said
    assert not swap_folder(database).exists()
    assert len(list(set_aside_folder(database).glob("*.db"))) == was_put_in_place
    with closing(apsw.Connection(str(database))) as connection:
        assert connection.pragma("integrity_check") == "ok"
