"""Tab goes through a page in the order in which it is laid out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cashier.ui.widgets.tab_order import move_focus, tab_stops


class _Page(QWidget):
    """Three lines: a choice made late, fields made in another order than they stand in, and one in what scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.second, self.first = _edit("second"), _edit("first")
        inner = QWidget()
        self.scrolled = _edit("scrolled")
        QVBoxLayout(inner).addWidget(self.scrolled)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.choice = QWidget()
        grid = QGridLayout(self.choice)
        row = QHBoxLayout()
        row.addWidget(self.first)
        row.addWidget(self.second)
        page = QVBoxLayout(self)
        page.addWidget(self.choice)
        page.addLayout(row)
        page.addWidget(area)
        # What a page hands its focus to is not where Tab begins.
        self.setFocusProxy(self.second)
        for place, name in enumerate(("one", "two")):
            button = QRadioButton(name)
            button.setObjectName(name)
            grid.addWidget(button, 0, place)
            button.setChecked(name == "two")


@pytest.fixture
def page(qapp: QApplication) -> Iterator[_Page]:
    """Show a page."""
    made = _Page()
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


def _edit(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(name)
    return edit


def _names(page: _Page) -> list[str]:
    return [stop.objectName() for stop in tab_stops(page)]


def test_stops_are_in_the_order_of_the_layout(page: _Page) -> None:
    """Whatever was made or added late stands where it is seen; of radio buttons only the chosen one counts."""
    assert _names(page) == ["two", "first", "second", "scrolled"]


def test_what_cannot_be_gone_to_is_left_out(page: _Page) -> None:
    """Hidden and disabled controls are no stops."""
    page.choice.hide()
    page.second.setEnabled(False)
    assert _names(page) == ["first", "scrolled"]


def test_the_focus_goes_round(page: _Page) -> None:
    """From the last to the first and back; from within a stop's own parts as from the stop."""
    stops = tab_stops(page)
    assert move_focus(stops, page.scrolled, forward=True)
    assert page.focusWidget().objectName() == "two"
    assert move_focus(stops, page.focusWidget(), forward=False)
    assert page.focusWidget() is page.scrolled
    part = QWidget(page.first)
    assert move_focus(stops, part, forward=True)
    assert page.focusWidget() is page.second
    assert move_focus(stops, None, forward=False)
    assert page.focusWidget() is page.scrolled
    assert not move_focus([], None, forward=True)
