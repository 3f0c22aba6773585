"""Every screen in Persian, Arabic, English and a made-up language, light and dark, on 1366x768 at 100 % and 150 %."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cashier.sandbox.server import SandboxServer
from tests.stories.payout_counter import PayoutCounter
from tests.visual.look import wrong_with
from tests.visual.screens import JOURNEYS, Desk
from tests.visual.views import VIEWS


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", JOURNEYS)
def test_nothing_is_wrong_on_the_way(
    name: str, payout: PayoutCounter, sandbox: SandboxServer, tmp_path: Path
) -> None:
    """Nothing cut, faint or untranslated; mirrored by numbers; Tab follows the order of reading."""
    payout.window.resize(*VIEWS[0].window)
    # So that whatever has the keys shows it; a cursor that blinks would be in one picture and not in the next.
    QApplication.setCursorFlashTime(0)
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    folder = tmp_path / "files"
    folder.mkdir()
    desk = Desk(counter=payout, till=payout.till, sandbox=sandbox, folder=folder)
    found = [trouble for look in JOURNEYS[name](desk) for trouble in wrong_with(desk, look)]
    assert not found, "\n".join(found)
