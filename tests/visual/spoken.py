"""What a screen reader is told of the widgets of a window, asked of Qt's own accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from cashier.ui.choice_cards import ChoiceCards
from cashier.ui.locale_format import plain
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.widgets import AmountLabel, Banner, QrView, RailEntry, SelectableCard, Sheet, StateChip
from tests.visual.seen_text import name_of, visible_widgets

_ROLE = QAccessible.Role
# The first kind that a widget is of decides which roles say what it is.
_SENSIBLE: dict[type[QWidget], set[QAccessible.Role]] = {
    Sheet: {_ROLE.Dialog},
    Banner: {_ROLE.AlertMessage},
    RailEntry: {_ROLE.RadioButton},
    SelectableCard: {_ROLE.RadioButton},
    QAbstractButton: {_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton},
    QComboBox: {_ROLE.ComboBox},
    QLineEdit: {_ROLE.EditableText},
    QTableView: {_ROLE.Table},
    QProgressBar: {_ROLE.ProgressBar},
    QrView: {_ROLE.Graphic},
    StateChip: {_ROLE.StaticText},
    AmountLabel: {_ROLE.StaticText},
    QLabel: {_ROLE.StaticText},
    ChoiceCards: {_ROLE.Grouping},
    SegmentedChoice: {_ROLE.Grouping},
}
# What is painted by hand and takes the keys: the days of a calendar.
_PAINTED = {_ROLE.Table}
# What says something without taking the keys.
_SAYS = (StateChip, AmountLabel, Banner, QrView, QProgressBar, Sheet, ChoiceCards, SegmentedChoice)


def unspoken(window: QWidget) -> list[str]:
    """Return what is seen, or takes the keys, and has no name or no role that says what it is."""
    return [
        f"{name_of(widget)} ({type(widget).__name__}): {trouble}"
        for widget in _spoken_widgets(window)
        for trouble in _troubles(widget)
    ]


def _troubles(widget: QWidget) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is None or not spoken.isValid():
        yield "is unknown to screen readers"
        return
    expected = next((roles for kind, roles in _SENSIBLE.items() if isinstance(widget, kind)), _PAINTED)
    if spoken.role() not in expected:
        yield f"has the role {spoken.role().name}"
    name = plain(spoken.text(QAccessible.Text.Name)).strip()
    if not name:
        yield "has no name"
    if isinstance(widget, QLineEdit) and name == plain(widget.text()):
        yield "has its own contents for a name"


def _spoken_widgets(window: QWidget) -> Iterator[QWidget]:
    over = Sheet.top(window)
    for widget in visible_widgets(window):
        if over is not None and widget is not over and not over.isAncestorOf(widget):
            continue
        if _takes_keys(widget) or _says_something(widget):
            yield widget


def _takes_keys(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QTableView):
        return False
    is_part = isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None and not is_part
    )


def _says_something(widget: QWidget) -> bool:
    return bool(widget.text()) if isinstance(widget, QLabel) else isinstance(widget, _SAYS)
