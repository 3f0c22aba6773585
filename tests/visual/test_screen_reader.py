"""What a screen reader is told of every screen, in Persian: a name and a role for each control."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSlider, QWidget

from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from tests.stories.payout_counter import PayoutCounter
from tests.visual.own_digits import foreign_digits
from tests.visual.screens import JOURNEYS, Desk
from tests.visual.spoken import unspoken


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", JOURNEYS)
def test_everything_is_spoken_on(
    name: str, payout: PayoutCounter, sandbox: SandboxServer, tmp_path: Path
) -> None:
    """Whatever can be seen has a name; whatever takes the keys says what it is; numbers are in Persian digits."""
    found = []
    for look in JOURNEYS[name](Desk(counter=payout, till=payout.till, sandbox=sandbox, folder=tmp_path)):
        payout.speak(Language.PERSIAN)
        # Qt tells the widgets at the next turn.
        QCoreApplication.sendPostedEvents()
        found += [
            f"{look.name}: {trouble}" for trouble in foreign_digits(look.shown or payout.window, own="fa")
        ]
        found += [f"{look.name}: {trouble}" for trouble in unspoken(look.shown or payout.window)]
        payout.speak(Language.ENGLISH)
        QCoreApplication.sendPostedEvents()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda window: window.findChild(QLineEdit, "payment.amount").setAccessibleName(""), "no name"),
        (lambda window: window.findChild(QAbstractButton, "payment.send").setText(""), "no name"),
        (lambda window: QSlider(window).show(), "the role Slider"),
    ],
)
def test_what_is_amiss_is_seen(payout: PayoutCounter, break_it: Callable[[QWidget], None], said: str) -> None:
    """A control without a name, and one of a kind that nobody thought of, are found."""
    payout.go_to("nav.payment")
    assert unspoken(payout.window) == []
    break_it(payout.window)
    assert [trouble for trouble in unspoken(payout.window) if said in trouble]


def test_digits_of_another_script_are_seen(payout: PayoutCounter) -> None:
    """In a label, and in what a screen reader alone is told; a code that is set apart keeps its own."""
    payout.speak(Language.PERSIAN)
    QCoreApplication.sendPostedEvents()
    payout.go_to("nav.payment")
    assert foreign_digits(payout.window, own="fa") == []
    label = QLabel("\u06f1\u06f2 \u2066IR82 0540\u2069", payout.window)
    label.show()
    assert foreign_digits(payout.window, own="fa") == []
    label.setText("12 \u0631\u062f\u06cc\u0641")
    label.setAccessibleName("\u0661\u0662")
    assert len(foreign_digits(payout.window, own="fa")) == 2
