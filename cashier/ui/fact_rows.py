"""Facts below each other: what each is, and beside or below it what it says, copied with one click."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cashier.ui.style.fonts import font
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import CopyLabel, TextLabel
from cashier.ui.widgets.tab_order import put_in_tab_order

_LABEL_WIDTH: Final = 96
_STRONG_POINTS: Final = 12.5


class Fact(NamedTuple):
    """One row.

    Attributes:
        name: the object name of its value.
        label: what it is.
        text: what it says.
        is_copied: whether it is a number to be copied, read from left to right.
        is_strong: whether it is set in bold.
    """

    name: str
    label: str
    text: str
    is_copied: bool = False
    is_strong: bool = False


class FactRows(QWidget):
    """Shows facts; one without a text is left out."""

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        """Make it empty; with `stacked` each value stands below its label, where there is little width."""
        super().__init__(parent)
        self._stacked = stacked
        self._facts: list[Fact] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(0 if stacked else Spacing.M)
        self._grid.setColumnStretch(0 if stacked else 1, 1)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._values: list[QLabel] = []

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these and no others."""
        shown = [fact for fact in facts if fact.text]
        if shown == self._facts:
            return
        self._facts = shown
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._values = []
        for row, fact in enumerate(shown):
            label = TextLabel(fact.label, "small" if self._stacked else "body", tone="muted")
            value = self._value(fact)
            label.setBuddy(value)
            self._values.append(value)
            if self._stacked:
                if row:
                    label.setContentsMargins(0, Spacing.M, 0, 0)
                self._grid.addWidget(label, 2 * row, 0)
                self._grid.addWidget(value, 2 * row + 1, 0)
                continue
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        put_in_tab_order(
            self, [value for fact, value in zip(shown, self._values, strict=True) if fact.is_copied]
        )

    def text(self) -> str:
        """Return everything that is shown, a fact a line."""
        return "\n".join(f"{fact.label}: {fact.text}" for fact in self._facts)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometry()

    @staticmethod
    def _value(fact: Fact) -> QLabel:
        if not fact.is_copied:
            label: QLabel = TextLabel(
                fact.text, "strong" if fact.is_strong else "body", content="auto", selectable=True
            )
            label.setAccessibleName(f"{fact.label}: {fact.text}")
        else:
            label = CopyLabel(fact.text)
            if fact.is_strong:
                label.setFont(font(_STRONG_POINTS, QFont.Weight.DemiBold, tabular=True))
            label.setAccessibleDescription(fact.label)
        label.setObjectName(fact.name)
        return label
