"""Every screen in Persian, Arabic, English and a made-up language, light and dark, at 1366x768."""

from __future__ import annotations

import pytest

from cashier.sandbox.server import SandboxServer
from tests.stories.payout_counter import PayoutCounter
from tests.visual.look import wrong_with
from tests.visual.screens import SCREENS, Desk


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wrong_with(name: str, payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Nothing cut, faint or untranslated; mirrored by numbers; Tab follows the order of reading."""
    payout.window.resize(1366, 768)
    desk = Desk(counter=payout, till=payout.till, sandbox=sandbox)
    SCREENS[name](desk)
    found = wrong_with(desk, name)
    assert not found, "\n".join(found)
