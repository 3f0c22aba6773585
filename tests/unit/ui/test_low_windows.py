"""What gives way where there is little height: in a low window, on a low screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cashier.ui.form_area import FormArea
from cashier.ui.main_window import MINIMUM_SIZE
from cashier.ui.widgets import AmountEdit, ComboBox, NavigationRail, SelectableCard
from cashier.ui.widgets.popup import Popup

pytestmark = pytest.mark.usefixtures("english")


class _Tall(QWidget):
    """Asks for so much height."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what it asks for."""
        return QSize(200, self._height)


def _show_in(window: QWidget, *parts: QWidget) -> None:
    """Show them, as what is not shown is not dressed."""
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
        part.show()


def test_a_list_under_a_button_is_no_higher_than_the_screen() -> None:
    """Whatever is at its foot can be scrolled to; one that fits is as high as what it holds, without a bar's room."""
    anchor = QWidget()
    highest = anchor.screen().availableGeometry().height()
    for height, wanted in ((highest + 500, highest), (highest - 100, highest - 100)):
        popup = Popup("popup", anchor)
        popup.hold(_Tall(height))
        popup.fit(anchor)
        assert popup.height() == wanted
        area = popup.findChild(QScrollArea)
        assert area is not None
        assert (popup.width() > 200) is (height > highest)


def test_the_rail_needs_little_height_where_there_is_little(window: QWidget) -> None:
    """The key for the list of keys is left to the keyboard, and comes back."""
    rail = NavigationRail()
    for name in ("nav.payment", "nav.withdraw", "nav.history", "nav.attention", "nav.settings"):
        rail.add_entry(name, "list", "History")
    rail.set_operator("Nora Example", "Sunny Shop")
    _show_in(window, rail)
    rail.set_compact(True)
    high = rail.minimumSizeHint().height()
    rail.set_low(is_low=True)
    assert rail.keys_button.isHidden()
    layout = rail.layout()
    assert layout is not None
    layout.activate()
    assert rail.minimumSizeHint().height() <= MINIMUM_SIZE[1] < high
    rail.set_low(is_low=False)
    assert not rail.keys_button.isHidden()
    layout.activate()
    assert rail.minimumSizeHint().height() == high


def test_a_form_is_less_high_and_becomes_as_high_again(window: QWidget) -> None:
    """The amount and its currency stay of one height; a card shows its name alone, which is still told in full."""
    amount, currency = AmountEdit(), ComboBox(tall=True)
    card = SelectableCard("Digital bank", "Confirmed with the customer's code")
    _show_in(window, amount, currency, card)
    before = [part.sizeHint().height() for part in (amount, currency, card)]
    for part in (amount, currency, card):
        part.set_low(is_low=True)
    low = [part.sizeHint().height() for part in (amount, currency, card)]
    assert all(now < then for now, then in zip(low, before, strict=True))
    assert card.accessibleDescription() == "Confirmed with the customer's code"
    for part in (amount, currency, card):
        part.set_low(is_low=False)
    assert [part.sizeHint().height() for part in (amount, currency, card)] == before


def test_fields_scroll_unless_what_is_around_them_does() -> None:
    """One bar is enough: whole, the fields ask for all the height that they take."""
    area = FormArea(_Tall(900))
    assert area.minimumSizeHint().height() < 900
    area.set_whole(is_whole=True)
    assert area.minimumSizeHint().height() == 900
    area.set_whole(is_whole=False)
    assert area.minimumSizeHint().height() < 900
