"""The whole life of one item of history, beside the table: what it is, what happened, what the provider says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.domain.history import ItemState
from cashier.domain.payment import OPEN_PAYMENT_STATES, Payment, PaymentState
from cashier.domain.withdrawal import OPEN_WITHDRAWAL_STATES, Withdrawal, WithdrawalState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.protocol import Confirmation
from cashier.services.history import HistoryDetails
from cashier.services.receipts import PAYMENTS_WITH_RECEIPT, WITHDRAWALS_WITH_RECEIPT
from cashier.services.till import Till
from cashier.storage.errors import NotStoredError, StorageUnavailableError
from cashier.ui.asking_words import AskingWords
from cashier.ui.history_details_view import DetailsState, HistoryDetailsView
from cashier.ui.history_fact_words import NAME
from cashier.ui.history_words import HistoryWords
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import RADIUS_CARD
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet, StateKind
from cashier.ui.widgets.painting import paint_box
from cashier.ui.withdrawal_dialog import TOLD, words_of

_WIDTH: Final = 384
_LEAST_WIDTH: Final = 320
# Of many changes that come at once, as while a list is read, one reading is enough.
_READ_AGAIN_MS: Final = 200
# "5 min ago" grows older while one looks at it.
_TICK_MS: Final = 20_000

_Outcome = tuple[StateKind, str]


class HistoryDetailsPane(QFrame):
    """Shows one item, live. It is hidden until it is given one.

    Signals:
        closed: it was closed by a person, or what it showed has gone.
        payment_wanted: a payment is to be taken up in its dialog.
        withdrawal_wanted: a withdrawal is to be taken up in its dialog; with its account.
    """

    closed = Signal()
    payment_wanted = Signal(Payment)
    withdrawal_wanted = Signal(Withdrawal, Account)

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        """Make it empty, over an open till."""
        super().__init__()
        self.setObjectName(NAME)
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._words = HistoryWords(self)
        self._asking_words = AskingWords(self)
        self._place: int | None = None
        self._details: HistoryDetails | None = None
        self._account: Account | None = None
        self._outcome: Callable[[], _Outcome] | None = None
        self._is_asking = False
        self._view = HistoryDetailsView(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._view)
        self._view.close_button.clicked.connect(self._on_close)
        self._view.ask.clicked.connect(self._on_ask)
        self._view.open_button.clicked.connect(self._on_open)
        self._view.receipt.clicked.connect(self._on_receipt)
        self._read_again = QTimer(self, singleShot=True, interval=_READ_AGAIN_MS)
        self._read_again.timeout.connect(self._start_reading)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(lambda: self._view.show_life(till.session.clock.now()))
        self._end_changes = till.history.changes.subscribe(lambda _: self._on_changes())
        # As wide as it asks for beside the table, as wide as there is room without it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hide()
        self.retranslate()

    def show_place(self, place: int) -> None:
        """Show the item at a place of history."""
        if place != self._place:
            self._place, self._outcome = place, None
        self._start_reading()

    def place(self) -> int | None:
        """Return the place of what is shown, or is being read."""
        return self._place

    def clear(self) -> None:
        """Show nothing, and give the room back."""
        self._place = self._details = self._outcome = None
        self._tick.stop()
        self.hide()

    def close_page(self) -> None:
        """Stop listening; the page is going."""
        self._end_changes()
        self._tick.stop()
        self._read_again.stop()
        self._tasks.cancel_all()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.setAccessibleName(self.tr("Details"))
        self._write()

    def sizeHint(self) -> QSize:
        """Return the width that everything fits into."""
        return QSize(_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width; what does not fit is wrapped."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint a card."""
        theme = current_theme()
        paint_box(
            QPainter(self), QRectF(self.rect()), fill=theme.surface, border=theme.border, radius=RADIUS_CARD
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _write(self) -> None:
        if self._details is not None:
            state = DetailsState(
                details=self._details,
                account=self._account,
                may_ask=_may_ask(self._details, self._account),
                is_asking=self._is_asking,
                may_open=_is_open(self._details),
                has_receipt=_has_receipt(self._details),
            )
            self._view.show_state(state, self._till.session.clock.now())
        if self._outcome is None:
            self._view.said.clear()
        else:
            self._view.said.show_message(*self._outcome())

    # What is read

    def _on_changes(self) -> None:
        if self._place is not None and not self._read_again.isActive():
            self._read_again.start()

    def _start_reading(self) -> None:
        if self._place is not None:
            self._tasks.start(self._read(self._place))

    async def _read(self, place: int) -> None:
        try:
            details = await self._till.history.details(place)
            account = await self._till.desk.account(details.item.account_id)
        except NotStoredError:
            # Its time was told otherwise, or it turned out to be one of ours: its line is another now.
            if place == self._place:
                self._on_close()
            return
        except StorageUnavailableError as error:
            # What was read last stays on the screen, with why it may be old.
            told = error
            self._outcome = lambda: (StateKind.DANGER, words_of(told))
            self._write()
            return
        if place != self._place:
            return
        is_other = self._details is None or self._details.item.place != place
        self._details, self._account = details, account
        self._write()
        if is_other:
            self._view.scroll_to_top()
        self.show()
        self._tick.start()

    # What a person does

    def _on_close(self) -> None:
        self.clear()
        self.closed.emit()

    def _on_open(self) -> None:
        details, account = self._details, self._account
        if details is None:
            return
        if details.payment is not None:
            self.payment_wanted.emit(details.payment)
        elif details.withdrawal is not None and account is not None:
            self.withdrawal_wanted.emit(details.withdrawal, account)

    def _on_receipt(self) -> None:
        from cashier.ui.receipt_sheet import ReceiptSheet  # noqa: PLC0415  # it brings in the printing

        item = self._details.item if self._details is not None else None
        subject_id = (item.payment_id or item.withdrawal_id) if item is not None else None
        if item is not None and subject_id is not None and not Sheet.any_open(self):
            ReceiptSheet(self.window(), self._till, item.kind, subject_id, self._on_unexpected).open()

    def _on_ask(self) -> None:
        if self._details is not None and not self._is_asking:
            self._is_asking, self._outcome = True, None
            self._write()
            self._tasks.start(self._ask(self._details))

    async def _ask(self, before: HistoryDetails) -> None:
        place = before.item.place
        outcome: Callable[[], _Outcome] | None = None
        try:
            await self._put_question(before)
            after = await self._till.history.details(place)
            if place == self._place:
                self._details = after
            outcome = lambda: self._came_of_it(before, after)  # noqa: E731  # written anew in each language
        except TOLD as error:
            told = error
            outcome = lambda: (StateKind.WARNING, words_of(told))  # noqa: E731  # likewise
        finally:
            self._is_asking = False
            if place == self._place:
                self._outcome = outcome
            if isValid(self):
                self._write()

    async def _put_question(self, details: HistoryDetails) -> None:
        till, payment, withdrawal = self._till, details.payment, details.withdrawal
        if payment is not None and payment.state is PaymentState.UNKNOWN:
            await till.reconciliation.ask(payment.id)
        elif payment is not None:
            await till.payments.refresh(payment.id)
        elif withdrawal is not None and withdrawal.state is WithdrawalState.UNKNOWN:
            await till.withdrawal_reconciliation.ask(withdrawal.id)
        elif withdrawal is not None:
            await till.withdrawals.follow(withdrawal.account_id)

    def _came_of_it(self, before: HistoryDetails, after: HistoryDetails) -> _Outcome:
        item = after.item
        if item.state is not before.item.state:
            word = self._words.state_word(item.kind, item.state)
            return word.kind, self.tr("The provider answered. It is now: {state}").format(state=word.word)
        operation = after.operations[-1] if after.operations else None
        said = self.tr("The provider was asked. Nothing has changed.")
        asked = ""
        if item.state is ItemState.UNKNOWN:
            asked = self._asking_words.said(operation, self._till.session.clock.now())
        return StateKind.INFO, " ".join(filter(None, (said, asked)))


def _may_ask(details: HistoryDetails, account: Account | None) -> bool:
    """Say whether there is something about it that its provider can be asked."""
    payment, withdrawal = details.payment, details.withdrawal
    if payment is not None and payment.state is PaymentState.AWAITING_CUSTOMER and account is not None:
        # A code is with the customer, and nobody else knows of it.
        traits = PROVIDERS[account.provider].traits
        return traits is not None and traits.confirmation is Confirmation.TOKEN
    if payment is not None:
        return payment.state is PaymentState.UNKNOWN
    return withdrawal is not None and withdrawal.state in {WithdrawalState.UNKNOWN, WithdrawalState.ACCEPTED}


def _has_receipt(details: HistoryDetails) -> bool:
    payment, withdrawal = details.payment, details.withdrawal
    if payment is not None:
        return payment.state in PAYMENTS_WITH_RECEIPT
    return withdrawal is not None and withdrawal.state in WITHDRAWALS_WITH_RECEIPT


def _is_open(details: HistoryDetails) -> bool:
    payment, withdrawal = details.payment, details.withdrawal
    if payment is not None:
        return payment.state in OPEN_PAYMENT_STATES
    return withdrawal is not None and withdrawal.state in OPEN_WITHDRAWAL_STATES
