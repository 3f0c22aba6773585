"""What is chosen between by the arrow keys: they go as they point, from whichever side one reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import LIGHT


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def choice(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[SegmentedChoice]:
    """Return one of three, the middle of which is chosen, in both directions."""
    apply_theme(qapp, LIGHT, request.param)
    made = SegmentedChoice(("first", "second", "third"))
    made.set_texts("Kind", ("All", "Payments", "Withdrawals"))
    made.show()
    made.activateWindow()
    made.choose(1)
    yield made
    made.close()
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_an_arrow_chooses_what_it_points_at(choice: SegmentedChoice, key: Qt.Key) -> None:
    """Left is the one before where one reads from the left, and the one after where one reads from the right."""
    told: list[int] = []
    choice.chosen.connect(told.append)
    before = choice._group.button(1)
    before.setFocus()
    QTest.keyClick(before, key)
    (place,) = told
    there = choice._group.button(place)
    assert there.isChecked()
    assert (there.x() < before.x()) is (key == Qt.Key.Key_Left)
