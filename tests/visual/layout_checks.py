"""What is wrong with a screen's layout: text that is cut, sides that are not mirrored, a focus that jumps about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from cashier.ui.flow_layout import FlowLayout
from cashier.ui.frame import Frame
from cashier.ui.widgets import (
    AmountLabel,
    NavigationRail,
    RailEntry,
    SelectableCard,
    Sheet,
    StateChip,
    TextLabel,
)
from cashier.ui.widgets.tab_order import tab_stops
from tests.visual.seen_text import is_scrolled, name_of, place_in, visible_widgets

# A pixel of rounding at 150 %.
_TOLERANCE = 2
_ARROW_ROOM = 40


def cut_texts(window: QWidget) -> list[str]:
    """Return what is not wholly to be seen: texts in too little room, and widgets that lie outside of what holds them."""
    troubles = (
        (widget, _too_small(widget) or _outside(window, widget)) for widget in visible_widgets(window)
    )
    return [f"{name_of(widget)}: {trouble}" for widget, trouble in troubles if trouble]


def _too_small(widget: QWidget) -> str:
    if isinstance(widget, TextLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width()) if widget.text() else 0
        if widget.height() + 1 < needed:
            return f"{widget.height()} px high, {widget.text()!r} needs {needed}"
    if isinstance(widget, QTableView):
        return _cut_head(widget)
    if isinstance(widget, QScrollArea):
        return _too_wide(widget)
    room, needed = _width_and_need(widget)
    return "" if room + 1 >= needed else f"{room} px wide, needs {needed} to say {_said(widget)!r}"


def _too_wide(area: QScrollArea) -> str:
    # What does not scroll sideways loses its far edge; and nobody is to scroll a page sideways.
    inner, room = area.widget(), area.viewport().width()
    if inner is None:
        return ""
    return f"{room} px wide, what scrolls in it needs {inner.width()}" if inner.width() > room + 1 else ""


def _width_and_need(widget: QWidget) -> tuple[int, int]:
    room, needed = widget.width(), 0
    match widget:
        case QToolButton() if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            needed = widget.iconSize().width()
        case QLabel() if widget.text() and not widget.wordWrap():
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
        case TextLabel() | QAbstractButton() | StateChip() | AmountLabel():
            needed = widget.minimumSizeHint().width()
        case QComboBox():
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + _ARROW_ROOM
        case QLineEdit() if widget.placeholderText() and not widget.text():
            margins = widget.textMargins()
            room = widget.contentsRect().width() - margins.left() - margins.right() + _TOLERANCE
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
    return room, needed


def _said(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QLineEdit():
            return widget.placeholderText()
    return widget.accessibleName()


def _cut_head(table: QTableView) -> str:
    header, model = table.horizontalHeader(), table.model()
    if model is None or not header.isVisible():
        return ""
    metrics = QFontMetrics(header.font())
    for column in range(model.columnCount()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if not header.isSectionHidden(column) and header.sectionSize(column) < metrics.horizontalAdvance(
            text
        ):
            return f"{header.sectionSize(column)} px for the head {text!r}"
    return ""


def _outside(window: QWidget, widget: QWidget) -> str:
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | StateChip) or is_scrolled(
        widget
    ):
        return ""
    if not QRect(0, 0, window.width(), window.height()).contains(place_in(window, widget)):
        return f"lies at {place_in(window, widget)}, outside of the window"
    around = widget.parentWidget()
    inner = QRect(widget.pos(), widget.size())
    if around is not None and not around.rect().adjusted(-1, -1, 1, 1).contains(inner):
        return f"lies at {inner}, outside of {name_of(around)} ({around.size()})"
    return ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a widget lies.

    Attributes:
        is_text_sized: whether it, or what stands before it in its line, is as wide as its words.
        room: how wide that is which it lies in.
    """

    rect: QRect
    is_text_sized: bool
    room: int = 0


Places = Mapping[str, Place]


def named_places(window: QWidget) -> dict[str, Place]:
    """Return where every widget with a name of its own lies; names that come twice are left out."""
    places: dict[str, Place] = {}
    twice: set[str] = set()
    for widget in visible_widgets(window):
        name = widget.objectName()
        if not name or name.startswith("qt_") or name == "scrolled":
            continue
        if name in places:
            twice.add(name)
        is_text_sized = isinstance(widget, QAbstractButton | QLabel | StateChip) and not isinstance(
            widget, SelectableCard | RailEntry
        )
        around = widget.parentWidget()
        if around is not None and isinstance(around.layout(), FlowLayout):
            # In which line it comes, and where there, is a matter of the words before it.
            continue
        room = around.width() if around is not None else 0
        places[name] = Place(place_in(window, widget), is_text_sized, room)
    return {name: place for name, place in places.items() if name not in twice}


def not_mirrored(width: int, left_to_right: Places, right_to_left: Places) -> list[str]:
    """Return what does not lie, from right to left, where it lies from left to right, seen in a mirror.

    Of what is as wide in both languages the leading edge must be the same, to the pixel or two; of what is not, or is
    as wide as its words, the side of the window that it is on, unless it is in the middle.

    Args:
        width: of the window.
        left_to_right: where things lie in English.
        right_to_left: where they lie in Persian.
    """
    found = []
    for name in left_to_right.keys() & right_to_left.keys():
        is_text_sized = left_to_right[name].is_text_sized
        there, here = left_to_right[name].rect, right_to_left[name].rect
        leading_there, leading_here = there.left(), width - here.right() - 1
        # In a column that is wider, because the words of the one beside it are shorter, things may lie elsewhere.
        has_same_room = abs(left_to_right[name].room - right_to_left[name].room) <= _TOLERANCE
        if not is_text_sized and has_same_room and abs(there.width() - here.width()) <= _TOLERANCE:
            if abs(leading_there - leading_here) > _TOLERANCE:
                found.append(f"{name}: {leading_there} px from the leading edge, mirrored {leading_here}")
            continue
        off_middle = [place.center().x() - width / 2 for place in (there, here)]
        if min(abs(off) for off in off_middle) > width / 4 and off_middle[0] * off_middle[1] > 0:
            found.append(f"{name}: on the same side in both directions")
    return found


def _read_at(window: QWidget, before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    """Return where two stops are read: of what may be scrolled out of sight, where it scrolls."""
    areas = [
        [around for around in _around(stop) if isinstance(around, QAbstractScrollArea)]
        for stop in (before, after)
    ]
    # The outermost that only one of them is in stands for it.
    one, other = (
        place_in(window, next((area for area in reversed(own) if area not in theirs), stop))
        for stop, own, theirs in ((before, *areas), (after, *areas[::-1]))
    )
    return one, other


def focus_jumps(window: QWidget) -> list[str]:
    """Return where Tab leads against the order of reading: up, or back towards where a line begins."""
    stops = _stops(window)
    is_mirrored = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found = []
    for before, after in pairwise(stops):
        old, new = _read_at(window, before, after)
        leading_old, leading_new = (
            (window.width() - place.right(), window.width() - place.left())
            if is_mirrored
            else (place.left(), place.right())
            for place in (old, new)
        )
        is_above = new.bottom() <= old.top() + _TOLERANCE
        is_beside = not is_above and new.top() < old.bottom() - _TOLERANCE
        begins_before = leading_new[0] < leading_old[0] - _TOLERANCE
        starts_new_column = leading_new[0] >= leading_old[1] - _TOLERANCE
        if (is_above and not starts_new_column) or (is_beside and begins_before and new.top() <= old.top()):
            found.append(f"Tab leads from {name_of(before)} back to {name_of(after)}")
    return found


def _stops(window: QWidget) -> Iterator[QWidget]:
    over = Sheet.top(window)
    frame = window.findChild(Frame)
    if over is not None:
        yield from tab_stops(over)
        return
    if frame is not None and frame.isVisible():
        # The rail is read first and reached last: the keys begin on the page.
        yield from (stop for stop in tab_stops(frame) if not _is_on_rail(stop))
        return
    first = widget = window.nextInFocusChain()
    while True:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        is_within = widget is not window and window.isAncestorOf(widget)
        is_area = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QTableView)
        # Of radio buttons that belong together only the chosen one takes the focus.
        is_unchosen = (
            isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
        )
        if (
            takes_tab
            and is_within
            and widget.isVisible()
            and widget.isEnabled()
            and not is_area
            and not is_unchosen
        ):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is first:
            return


def _is_on_rail(widget: QWidget) -> bool:
    return any(isinstance(around, NavigationRail) for around in _around(widget))


def _around(widget: QWidget) -> Iterator[QWidget]:
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()
