"""The journeys of every day on a screen of 1366x768 on which everything is drawn twice as large.

What else there is is looked at by the command; this is what a cashier is in front of all day.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.frame import Frame
from cashier.ui.main_window import MINIMUM_SIZE
from cashier.ui.widgets import Sheet
from tests.stories.payout_counter import PayoutCounter
from tests.visual.look import wrong_with
from tests.visual.screens import JOURNEYS, Desk
from tests.visual.views import View

SCREEN = View(width=1366, height=768, scale=2)
EVERY_DAY = ("payment_form", "payment_with_code", "payment_token", "withdrawal", "history")
# All that a customer waits for; the receipt comes after it, and is as long as it is.
WAITED_FOR = {
    "payment_empty",
    "payment_typed",
    "payment_code",
    "payment_wrong_code",
    "payment_token",
    "payment_paid",
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", EVERY_DAY)
def test_nothing_is_wrong_where_everything_is_twice_as_large(
    name: str, payout: PayoutCounter, sandbox: SandboxServer, tmp_path: Path
) -> None:
    """Nothing is cut, out of reach or scrolled sideways; while a customer waits, nothing is scrolled at all."""
    assert MINIMUM_SIZE[0] <= SCREEN.window[0]
    assert MINIMUM_SIZE[1] <= SCREEN.window[1]
    payout.window.resize(*SCREEN.window)
    payout.window.activateWindow()
    payout.wait_until(payout.window.isActiveWindow)
    desk = Desk(counter=payout, till=payout.till, sandbox=sandbox, folder=tmp_path)
    found = []
    for look in JOURNEYS[name](desk):
        found += wrong_with(
            desk,
            look,
            languages=(Language.ENGLISH, Language.PERSIAN),
            views=(SCREEN,),
            has_both_themes=False,
        )
        if look.name in WAITED_FOR:
            found += [f"{look.name}: {scrolling} has to be scrolled" for scrolling in _scrolling(payout)]
    assert not found, "\n".join(found)


def _scrolling(counter: PayoutCounter) -> list[str]:
    """Return what of the sheet on top, or else of the page, is higher than its place."""
    over = Sheet.top(counter.window) or counter.window.findChild(Frame)
    areas = over.findChildren(QScrollArea) if over is not None else []
    return [
        (area.parentWidget() or area).objectName()
        for area in areas
        if area.isVisible() and area.verticalScrollBar().maximum() > 0
    ]
