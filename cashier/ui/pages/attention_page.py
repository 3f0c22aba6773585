"""Needs attention: everything that is open, how old it is, what is known of it, and its one next action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.domain.payment import Payment, PaymentState
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import payment_word, reason_message, storage_message
from cashier.ui.payment_faces import grouped_number
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Card,
    CopyLabel,
    EmptyState,
    SecondaryButton,
    StateChip,
    StateKind,
    TextLabel,
)

_AGE_MS: Final = 15_000


class _OpenPayment(Card):
    """One open payment: what it is, what is known, and the button that goes on with it."""

    def __init__(self, payment: Payment) -> None:
        super().__init__()
        self.payment = payment
        self._amount = TextLabel(role="heading", tabular=True)
        self._reference = CopyLabel(tone="muted")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._age = TextLabel(role="small", tone="muted")
        self._words = TextLabel(tone="muted", content="auto")
        self.action = SecondaryButton()
        self.action.setObjectName(f"attention.open.{payment.reference}")
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self._amount)
        top.addWidget(self._chip)
        top.addStretch(1)
        top.addWidget(self._age)
        words = QVBoxLayout()
        words.setSpacing(Spacing.XS)
        words.addWidget(self._words)
        words.addWidget(self._reference)
        bottom = QHBoxLayout()
        bottom.setSpacing(Spacing.L)
        bottom.addLayout(words, 1)
        bottom.addWidget(self.action, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addLayout(bottom)

    def show_payment(self, payment: Payment) -> None:
        """Show the payment as it stands now."""
        self.payment = payment

    def write(self, till: Till) -> None:
        """Write everything in the language of the moment."""
        fmt, payment = current_locale_format(), self.payment
        self._amount.setText(fmt.amount_with_unit(payment.money.text, payment.money.code))
        self._reference.set_text(payment.reference)
        kind, icon_name, word = payment_word(
            payment.state, customer_paid=payment.customer_paid_at is not None
        )
        self._chip.set_state(kind, word, icon_name)
        self._age.setText(fmt.relative(payment.created_at, till.session.clock.now()))
        self._words.setText(self._known())
        self._words.setVisible(bool(self._known()))
        self.action.setText(self._next_action())

    def _known(self) -> str:
        payment = self.payment
        if payment.customer_paid_at is not None and payment.state is PaymentState.AWAITING_CUSTOMER:
            return self.tr("The customer has paid; the money waits to be collected.")
        if payment.reason is not None:
            return reason_message(payment.reason, payment.provider_message)
        if payment.customer_no:
            return self.tr("from customer {number}").format(number=grouped_number(payment.customer_no))
        return ""

    def _next_action(self) -> str:
        payment = self.payment
        if payment.state is PaymentState.DRAFT:
            return self.tr("Send or give up")
        if payment.state is PaymentState.UNKNOWN:
            return self.tr("See what is known")
        if payment.customer_paid_at is not None:
            return self.tr("Collect")
        return self.tr("Continue")


class AttentionPage(QWidget):
    """The list of everything open; nothing leaves it silently.

    Signals:
        counted: how many things are open, whenever that is known anew.
    """

    counted = Signal(int)

    def __init__(
        self,
        till: Till,
        on_unexpected: Callable[[BaseException], None],
        open_payment: Callable[[Payment], None],
    ) -> None:
        super().__init__()
        self._till = till
        self._tasks = TaskOwner(on_unexpected)
        self._open_payment = open_payment
        self._shown: dict[str, _OpenPayment] = {}
        self._unsubscribe = till.payments.changes.subscribe(lambda _: self.refresh())
        self._title = TextLabel(role="title", wrap=False)
        self._trouble = Banner(radius=8)
        self._empty = EmptyState("check", "", "")
        self._column = QVBoxLayout()
        self._column.setSpacing(Spacing.M)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        inner.addWidget(self._empty, 1)
        inner.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(scrolled)
        page = QVBoxLayout(self)
        page.setContentsMargins(Spacing.XXL, Spacing.XL, Spacing.XXL, Spacing.XL + Spacing.XS)
        page.setSpacing(Spacing.L + Spacing.XS)
        page.addWidget(self._title)
        page.addWidget(self._trouble)
        page.addWidget(area, 1)
        self._ages = QTimer(self)
        self._ages.setInterval(_AGE_MS)
        self._ages.timeout.connect(self._write)
        self._ages.start()
        self.retranslate()

    def refresh(self) -> None:
        """Read again what is open."""
        self._tasks.start(self.load())

    async def load(self) -> None:
        """Read what is open."""
        try:
            payments = await self._till.payments.still_open()
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, storage_message(error.trouble))
            return
        self._trouble.clear()
        wanted = {payment.id for payment in payments}
        for payment_id in [known for known in self._shown if known not in wanted]:
            gone = self._shown.pop(payment_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for payment in payments:
            shown = self._shown.get(payment.id)
            if shown is None:
                shown = _OpenPayment(payment)
                shown.action.clicked.connect(self._on_action)
                self._shown[payment.id] = shown
                self._column.addWidget(shown)
            shown.show_payment(payment)
        self._empty.setVisible(not payments)
        self._write()
        self.counted.emit(len(payments))

    def close_page(self) -> None:
        """Stop listening; the page is going."""
        self._ages.stop()
        self._unsubscribe()
        self._tasks.cancel_all()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Needs attention"))
        self._empty.set_texts(
            self.tr("Nothing is open"),
            self.tr("Drafts, payments that wait for a customer, and answers that got lost appear here."),
        )
        self._write()

    def _write(self) -> None:
        for shown in self._shown.values():
            shown.write(self._till)

    def _on_action(self) -> None:
        button = self.sender()
        for shown in self._shown.values():
            if shown.action is button:
                self._open_payment(shown.payment)
                return
