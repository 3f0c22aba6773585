"""Needs attention: everything that is open, the most urgent first, each with its one next action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.services.open_payments import OpenPayment
from cashier.services.open_withdrawals import OpenBatch, OpenPayouts, OpenWithdrawal, PayoutMatter
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.decision_sheet import DecisionSheet
from cashier.ui.messages import storage_message
from cashier.ui.open_payment_card import OpenPaymentCard, Way
from cashier.ui.open_payment_words import OpenPaymentWords
from cashier.ui.open_withdrawal_card import OpenBatchCard, OpenWithdrawalCard
from cashier.ui.open_withdrawal_words import OpenWithdrawalWords
from cashier.ui.page_room import room_of
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, EmptyState, Sheet, StateKind, TextLabel

_Open = OpenPayment | OpenWithdrawal | OpenBatch
_AnyCard = OpenPaymentCard | OpenWithdrawalCard | OpenBatchCard

_ASTRAY: Final = {PayoutMatter.UNKNOWN, PayoutMatter.WITH_PERSON}

# Times that are left tick.
_TICK_MS: Final = 1_000


class AttentionPage(QWidget):
    """The list of everything open; nothing leaves it silently.

    Signals:
        counted: how many things are open, whenever that is known anew.
        payment_chosen: a payment is to be opened; and whether its next call is to be made at once.
        withdrawal_chosen: a withdrawal is to be taken up; with its account.
        withdrawal_details_wanted: all that is known of a withdrawal is to be shown; with its account.
        batch_chosen: a batch is to be opened; with its id.
    """

    counted = Signal(int)
    payment_chosen = Signal(Payment, bool)
    withdrawal_chosen = Signal(Withdrawal, Account)
    withdrawal_details_wanted = Signal(Withdrawal, Account)
    batch_chosen = Signal(str)

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._tasks = TaskOwner(on_unexpected)
        self._on_unexpected = on_unexpected
        self._words = OpenPaymentWords(self)
        self._payout_words = OpenWithdrawalWords(self)
        self._cards: dict[str, _AnyCard] = {}
        # What was read while nobody looked: cards take time and room to make.
        self._unshown: tuple[list[OpenPayment], OpenPayouts] | None = None
        self._ending = [
            till.payments.changes.subscribe(lambda _: self.refresh()),
            till.withdrawals.changes.subscribe(lambda _: self.refresh()),
            till.withdrawals.batch_changes.subscribe(lambda _: self.refresh()),
        ]
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
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(scrolled)
        page = QVBoxLayout(self)
        page.addWidget(self._title)
        page.addWidget(self._trouble)
        page.addWidget(area, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._write)
        self._tick.start()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave as much room around as there is."""
        super().resizeEvent(event)
        room, page = room_of(self, ends=False), self.layout()
        if page is not None and page.contentsMargins() != room.margins:
            page.setContentsMargins(room.margins)
            page.setSpacing(room.below_head)

    def refresh(self) -> None:
        """Read again what is open."""
        self._tasks.start(self.load())

    async def load(self) -> None:
        """Read what is open."""
        try:
            found = await self._till.payments.needing_attention()
            payouts = await self._till.withdrawals.needing_attention()
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
            return
        self._trouble.clear()
        self._unshown = (found, payouts)
        if self.isVisible():
            self._show_what_was_read()
        self.counted.emit(len(found) + payouts.count)

    def close_page(self) -> None:
        """Stop listening; the page is going."""
        self._tick.stop()
        for end in self._ending:
            end()
        self._tasks.cancel_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is open at this moment, its ages and times: they stand still while nobody looks."""
        super().showEvent(event)
        self._show_what_was_read()
        self._write()

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
            self.tr(
                "Drafts, payments that wait for a customer, withdrawals that wait for approval or for a connection, and"
                " answers that got lost appear here."
            ),
        )
        self._write_all()

    def _show_what_was_read(self) -> None:
        if self._unshown is not None:
            shown, self._unshown = self._unshown, None
            self._show(*shown)

    def _show(self, found: list[OpenPayment], payouts: OpenPayouts) -> None:
        # What may be money gone astray comes first, whichever way it went.
        astray = [one for one in payouts.withdrawals if one.matter in _ASTRAY]
        others = [one for one in payouts.withdrawals if one.matter not in _ASTRAY]
        shown: list[_Open] = [*astray, *found, *payouts.batches, *others]
        wanted = {_id_of(one) for one in shown}
        for gone_id in [known for known in self._cards if known not in wanted]:
            gone = self._cards.pop(gone_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, one in enumerate(shown):
            card = self._card_of(one)
            if self._column.indexOf(card) != index:
                self._column.insertWidget(index, card)
        self._empty.setVisible(not shown)
        self._write_all()

    def _card_of(self, one: _Open) -> _AnyCard:
        """Return the card of what is open, showing it as it stands; a new one if it has none."""
        card = self._cards.get(_id_of(one))
        if card is None:
            card = self._cards[_id_of(one)] = self._new_card(one)
        if isinstance(one, OpenPayment) and isinstance(card, OpenPaymentCard):
            card.show_payment(one)
        elif isinstance(one, OpenWithdrawal) and isinstance(card, OpenWithdrawalCard):
            card.show_withdrawal(one)
        elif isinstance(one, OpenBatch) and isinstance(card, OpenBatchCard):
            card.show_batch(one)
        return card

    def _new_card(self, one: _Open) -> _AnyCard:
        if isinstance(one, OpenPayment):
            payment_card = OpenPaymentCard(one, self._words)
            payment_card.way_chosen.connect(self._on_way_chosen)
            return payment_card
        if isinstance(one, OpenWithdrawal):
            withdrawal_card = OpenWithdrawalCard(one, self._payout_words)
            withdrawal_card.next_wanted.connect(self._on_withdrawal)
            withdrawal_card.details_wanted.connect(self._on_details)
            return withdrawal_card
        batch_card = OpenBatchCard(one, self._payout_words)
        batch_card.open_wanted.connect(self.batch_chosen)
        return batch_card

    def _write(self) -> None:
        if self.isVisible():
            self._write_all()

    def _write_all(self) -> None:
        now = self._till.session.clock.now()
        for card in self._cards.values():
            card.write(now)

    def _on_withdrawal(self, shown: OpenWithdrawal) -> None:
        self.withdrawal_chosen.emit(shown.withdrawal, shown.account)

    def _on_details(self, shown: OpenWithdrawal) -> None:
        self.withdrawal_details_wanted.emit(shown.withdrawal, shown.account)

    def _on_way_chosen(self, shown: OpenPayment, way: Way) -> None:
        if way is not Way.DECIDE:
            self.payment_chosen.emit(shown.payment, way is not Way.OPEN)
        elif not Sheet.any_open(self):
            DecisionSheet(self.window(), self._till, shown, self._on_unexpected).open()


def _id_of(one: _Open) -> str:
    if isinstance(one, OpenPayment):
        return one.payment.id
    return one.withdrawal.id if isinstance(one, OpenWithdrawal) else one.standing.batch.id
