"""What happened, step by step below each other: an icon, what, why, and when by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.ui.history_life_words import HistoryLifeWords, LifeStep
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import StateKind, TextLabel

_ICON_SIZE = 16


class LifeRows(QWidget):
    """Shows steps, and writes anew only what has changed."""

    def __init__(self, words: HistoryLifeWords, name: str, parent: QWidget | None = None) -> None:
        """Make it empty; each row's object name is `name` and its place."""
        super().__init__(parent)
        self._words = words
        self._name = name
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Spacing.M)

    def show_steps(self, steps: Sequence[LifeStep], now: datetime) -> None:
        """Show these and no others; `now` is what "5 min ago" is counted from."""
        while len(self._rows) > len(steps):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(steps):
            row = _Row()
            row.setObjectName(f"{self._name}.{len(self._rows)}")
            self._rows.append(row)
            self._column.addWidget(row)
        for row, step in zip(self._rows, steps, strict=True):
            row.show_step(step, self._words.times(step.count), now)

    def text(self) -> str:
        """Return everything that is shown, a step a line."""
        return "\n".join(row.accessibleName() for row in self._rows)


class _Row(QWidget):
    """One step."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info", "neutral", _ICON_SIZE)
        self._title = TextLabel(role="medium")
        self._detail = TextLabel(role="small", content="auto")
        self._when = TextLabel(role="small", tone="muted")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for label in (self._title, self._detail, self._when):
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        icon = QVBoxLayout()
        icon.addSpacing(Spacing.XS)
        icon.addWidget(self._icon)
        icon.addStretch(1)
        row.addLayout(icon)
        row.addLayout(texts, 1)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)

    def show_step(self, step: LifeStep, times: str, now: datetime) -> None:
        fmt = current_locale_format()
        self._icon.set_icon(step.icon_name, step.kind.value)
        self._title.setText(" · ".join(filter(None, (step.title, times))))
        self._title.set_tone("text" if step.kind is StateKind.NEUTRAL else step.kind.value)
        self._detail.setText(step.detail)
        self._detail.setVisible(bool(step.detail))
        exact, relative = fmt.date_time(step.at), fmt.relative(step.at, now)
        when = " · ".join(filter(None, (exact, relative if relative != exact else "", step.who)))
        self._when.setText(when)
        said = (self._title.text(), step.detail, when)
        self.setAccessibleName(" · ".join(filter(None, said)))
