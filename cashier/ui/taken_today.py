"""What was taken today, live: totals, and the newest payments."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.domain.payment import Payment
from cashier.services.payments import TakenSince
from cashier.ui.locale_format import current_locale_format
from cashier.ui.payment_row import PaymentRow
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Card, EmptyState, SubtleCard, TextLabel

ROWS_SHOWN: Final = 30
_LONGEST_IN_HALF: Final = 14


class TakenToday(Card):
    """The list beside the form; a press on a row opens its payment.

    Signals:
        payment_chosen: a row was pressed.
    """

    payment_chosen = Signal(Payment)

    def __init__(self) -> None:
        super().__init__()
        self._taken: TakenSince | None = None
        self._rows: dict[str, PaymentRow] = {}
        self._title = TextLabel(role="strong")
        self._count = TextLabel(role="small", tone="muted")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._totals = QGridLayout()
        self._totals.setSpacing(Spacing.S + 2)
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
        scrolled.installEventFilter(self)
        self.body.addLayout(head)
        self.body.addLayout(self._totals)
        self.body.addWidget(self._area, 1)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Today"))
        self._nothing.set_texts(
            self.tr("Nothing taken today yet"),
            self.tr("Each payment appears here as soon as it is asked for."),
        )
        if self._taken is not None:
            self.show_taken(self._taken)

    def show_taken(self, taken: TakenSince) -> None:
        """Show the payments of the day."""
        self._taken = taken
        fmt = current_locale_format()
        self._count.setText(fmt.digits(self.tr("%n paid", "payments", taken.paid_count)))
        self._count.setVisible(taken.paid_count > 0)
        while (item := self._totals.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                # Until it is deleted it would still be read, and painted below its successor.
                widget.hide()
                widget.deleteLater()
        halves = 0
        for money in taken.totals:
            text = fmt.amount(money.text)
            box = SubtleCard()
            box.body.addWidget(TextLabel(fmt.unit(money.code), "caption", tone="muted"))
            box.body.addWidget(TextLabel(text, "strong"))
            # A long sum has a row for itself, in a grid that counts halves of rows.
            wanted = 2 if len(text) > _LONGEST_IN_HALF else 1
            halves += (wanted - 1) * (halves % 2)
            self._totals.addWidget(box, halves // 2, halves % 2, 1, wanted)
            halves += wanted
        self._show_rows(taken)

    def _show_rows(self, taken: TakenSince) -> None:
        payments = taken.payments
        self._nothing.setVisible(not payments)
        wanted = {payment.id for payment in payments}
        for payment_id in [known for known in self._rows if known not in wanted]:
            self._rows.pop(payment_id).deleteLater()
        for index, payment in enumerate(payments):
            row = self._rows.get(payment.id)
            if row is None:
                row = PaymentRow(payment)
                row.clicked.connect(self._on_row_clicked)
                self._rows[payment.id] = row
            row.show_payment(payment, waits_for_line=payment.id in taken.waiting_ids)
            if self._row_column.indexOf(row) != index:
                self._row_column.insertWidget(index, row)
        self._keep_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the rows room for what they say by now: they learn their width a turn after their words."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._area.widget():
            self._keep_room()
        return super().eventFilter(watched, event)

    def _keep_room(self) -> None:
        # What scrolls may be wider than its place, and would lose its far edge, where the states stand.
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._row_column.minimumSize().width() + bar)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PaymentRow):
            self.payment_chosen.emit(row.payment())
