"""The newest withdrawals, live, and a search among all there ever were."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cashier.domain.withdrawal import Withdrawal
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Card, EmptyState, SearchEdit, TextLabel
from cashier.ui.withdrawal_row import WithdrawalRow
from cashier.ui.withdrawal_words import WithdrawalWords

ROWS_SHOWN: Final = 50
# A pause in typing: a search for each letter would only be thrown away.
_SEARCH_AFTER_MS: Final = 200


class RecentWithdrawals(Card):
    """The list beside the form; a press on a row tells all about its withdrawal.

    Signals:
        search_wanted: other withdrawals are to be shown; `search_text` says which.
        withdrawal_chosen: a row was pressed.
    """

    search_wanted = Signal()
    withdrawal_chosen = Signal(Withdrawal)

    def __init__(self) -> None:
        super().__init__()
        self._words = WithdrawalWords(self)
        self._rows: dict[str, WithdrawalRow] = {}
        self._title = TextLabel(role="strong")
        self._search = SearchEdit()
        self._search.setObjectName("withdraw.search")
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_AFTER_MS)
        self._pause.timeout.connect(self.search_wanted)
        self._search.textChanged.connect(lambda _: self._pause.start())
        self._row_column = QVBoxLayout()
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(0)
        self._nothing = EmptyState("list", "", "")
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._row_column)
        inner.addWidget(self._nothing, 1)
        inner.addStretch(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(scrolled)
        self.body.addWidget(self._title)
        self.body.addWidget(self._search)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._area, 1)
        self.retranslate()

    def search_text(self) -> str:
        """Return what is searched for; empty for the newest of all."""
        return self._search.text().strip()

    def close_list(self) -> None:
        """Search for nothing more."""
        self._pause.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Withdrawals"))
        self._search.set_placeholders(
            self.tr("Reference, IBAN, name, tracking number"), self.tr("Search withdrawals")
        )
        self._search.setAccessibleName(self.tr("Search withdrawals"))
        if self.search_text():
            self._nothing.set_texts(
                self.tr("Nothing found"), self.tr("No withdrawal holds all the words you typed.")
            )
        else:
            self._nothing.set_texts(
                self.tr("No withdrawals yet"),
                self.tr(
                    "Each one appears here as soon as it is reviewed, and stays with all that became of it."
                ),
            )

    def show_withdrawals(self, found: list[Withdrawal], today: datetime) -> None:
        """Show these, in their order; `today` is when the day began."""
        wanted = {withdrawal.id for withdrawal in found}
        for gone in [known for known in self._rows if known not in wanted]:
            row = self._rows.pop(gone)
            self._row_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, withdrawal in enumerate(found):
            row = self._rows.get(withdrawal.id) or self._new_row(withdrawal, today)
            row.show_withdrawal(withdrawal, today)
            if self._row_column.indexOf(row) != index:
                self._row_column.insertWidget(index, row)
        self._nothing.setVisible(not found)
        self.retranslate()
        # What scrolls may be wider than its place, and would lose its far edge, where the states stand.
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._row_column.minimumSize().width() + bar)

    def _new_row(self, withdrawal: Withdrawal, today: datetime) -> WithdrawalRow:
        row = WithdrawalRow(withdrawal, self._words, today)
        row.clicked.connect(self._on_row_clicked)
        self._rows[withdrawal.id] = row
        return row

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, WithdrawalRow):
            self.withdrawal_chosen.emit(row.withdrawal())
