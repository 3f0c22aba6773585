"""Where Tab leads to what came onto a page late: to its place there, and not to the very end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget


def put_in_tab_order(holder: QWidget, late: Sequence[QWidget]) -> None:
    """Have Tab reach the widgets that were just put into `holder` where the holder stands, one after the other.

    The holder has no focus proxy. Qt puts a new widget last in its window's order, whatever lies behind its place on the page.
    """
    policy = holder.focusPolicy()
    # Only beside what Tab stops at can something be put.
    holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    before = holder
    for widget in late:
        QWidget.setTabOrder(before, widget)
        before = widget
    holder.setFocusPolicy(policy)


def tab_stops(holder: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """Return what Tab stops at within `holder` as it is shown now, in the order in which it is laid out.

    Whatever is named as `also` counts, though it may have been disabled a moment ago: from there the keys go on.

    That is the order of reading. Qt's own is that in which things were made and put together, and leads past whatever
    lies before the widget that a page hands its focus to.
    """
    return [
        widget
        for widget in _as_laid_out(holder, also)
        if widget is not holder and (widget is also or _is_stop(widget))
    ]


def move_focus(stops: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Give the keys to the stop behind `current` or before it, round from the last to the first; False if there is none."""
    if not stops:
        return False
    while current is not None and current not in stops:
        current = current.parentWidget()
    if current is None:
        target = stops[0 if forward else -1]
    else:
        target = stops[(stops.index(current) + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
    return True


def _as_laid_out(widget: QWidget, also: QWidget | None) -> Iterator[QWidget]:
    yield widget
    laid_out = list(_in_layout(widget.layout()))
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out
    ]
    for child in (*laid_out, *others):
        if child.isVisible() or child is also:
            yield from _as_laid_out(child, also)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is None:
            continue
        inner = item.widget()
        if inner is not None:
            yield inner
        else:
            yield from _in_layout(item.layout())


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    if not takes_tab or not widget.isEnabled() or isinstance(widget, QScrollArea):
        return False
    # Of several that exclude each other the arrows choose; Tab stops at the chosen one.
    is_unchosen = isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
    return not is_unchosen
