"""Sentences below each other, each with an icon: what a step does, or what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import CopyLabel, StateKind, TextLabel
from cashier.ui.widgets.tab_order import put_in_tab_order

_ICON_SIZE: Final = 18


class Point(NamedTuple):
    """One sentence.

    Attributes:
        name: the object name of its label.
        icon_name: what stands before it.
        kind: the icon's colour.
        path: a file or folder that it speaks of, shown below to be copied; empty for none.
    """

    name: str
    icon_name: str
    text: str
    kind: StateKind = StateKind.NEUTRAL
    path: str = ""


class PointRows(QWidget):
    """Shows points; one without a text is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[Point] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Spacing.M)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these and no others."""
        shown = [point for point in points if point.text]
        if shown == self._points:
            return
        self._points = shown
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_row(point) for point in shown]
        for row in self._rows:
            self._column.addWidget(row)
        put_in_tab_order(self, [path for row in self._rows for path in row.findChildren(CopyLabel)])

    def text(self) -> str:
        """Return everything that is shown, a point a line."""
        return "\n".join(point.text for point in self._points)


def _row(point: Point) -> QWidget:
    holder = QWidget()
    icon = IconLabel(point.icon_name, point.kind.value, _ICON_SIZE)
    label = TextLabel(point.text)
    label.setObjectName(point.name)
    texts = QVBoxLayout()
    texts.setSpacing(Spacing.XS)
    texts.addWidget(label)
    if point.path:
        path = CopyLabel(point.path, tone="muted")
        path.setObjectName(f"{point.name}.path")
        path.setAccessibleDescription(point.text)
        texts.addWidget(path)
    beside = QVBoxLayout()
    beside.addSpacing(Spacing.XS)
    beside.addWidget(icon)
    beside.addStretch(1)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Spacing.M)
    row.addLayout(beside)
    row.addLayout(texts, 1)
    row.setAlignment(beside, Qt.AlignmentFlag.AlignTop)
    return holder
