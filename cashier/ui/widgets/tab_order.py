"""Where Tab leads to what came onto a page late: to its place there, and not to the very end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
