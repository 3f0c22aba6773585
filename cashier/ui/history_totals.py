"""The line below history: how many items there are, and what came in and went out, unit by unit."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from cashier.domain.history import HistoryTotals, ItemKind
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import TextLabel


class HistoryTotalsLine(QWidget):
    """Counts at once, as far as the rows are found; the sums come when they are known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history.totals")
        self._found = 0
        self._is_whole = False
        self._totals: HistoryTotals | None = None
        self._count = TextLabel(role="small", tone="muted", wrap=False)
        self._count.setObjectName("history.count")
        self._sums: list[TextLabel] = []
        self._flow = FlowLayout(self, spacing=Spacing.M, line_spacing=Spacing.XS)
        self._flow.addWidget(self._count)
        self.retranslate()

    def show_found(self, count: int, *, is_whole: bool) -> None:
        """Show how many rows were found so far, or in the end."""
        self._found, self._is_whole = count, is_whole
        self._write_count()

    def show_totals(self, totals: HistoryTotals | None) -> None:
        """Show the sums; None while they are not known."""
        if totals != self._totals:
            self._totals = totals
            self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        for label in self._sums:
            self._flow.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._sums = []
        for kind in ItemKind:
            self._write_sums(kind)
        self._write_count()

    def _write_sums(self, kind: ItemKind) -> None:
        sums = [total for total in self._totals.paid if total.kind is kind] if self._totals else []
        if not sums:
            return
        head = self.tr("Came in:") if kind is ItemKind.PAYMENT else self.tr("Went out:")
        self._add(TextLabel(head, "small", tone="muted", wrap=False))
        fmt = current_locale_format()
        for total in sums:
            text = fmt.amount_with_unit(total.money.text, total.money.code)
            label = TextLabel(text, "small strong", wrap=False)
            label.setObjectName("history.sum")
            self._add(label)

    def _add(self, label: TextLabel) -> None:
        self._sums.append(label)
        self._flow.addWidget(label)

    def _write_count(self) -> None:
        fmt = current_locale_format()
        # What is shown counts itself; before all of it was found the sums know how many there are.
        known = self._totals.count if self._totals is not None and not self._is_whole else None
        count = self._found if known is None else max(known, self._found)
        if self._is_whole or known is not None:
            text = self.tr("%n items", "in history", count)
        else:
            text = self.tr("%n items so far", "in history", count)
        # Qt writes the bare number, and in Latin digits.
        self._count.setText(text.replace(str(count), fmt.number(count)))
