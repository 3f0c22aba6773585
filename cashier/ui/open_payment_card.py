"""One open payment on a card: what it is, what is known, its one next action, and quiet ways beside it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout

from cashier.services.open_payments import Matter, OpenPayment
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import payment_word
from cashier.ui.open_payment_words import OpenPaymentWords
from cashier.ui.payment_faces import grouped_number
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import (
    Card,
    CopyLabel,
    QuietButton,
    SecondaryButton,
    StateChip,
    StateKind,
    TextLabel,
)

_ROOM_FOR_BUTTONS_BESIDE: Final = 720
_URGENT: Final = {Matter.TO_COLLECT, Matter.UNKNOWN, Matter.WITH_PERSON}


class Way(Enum):
    """What a button of the card leads to; its value is the middle of the button's name."""

    OPEN = "open"  # the dialog, as it stands
    SEND_NOW = "sendNow"
    ASK = "ask"
    DECIDE = "decide"


# The first is the next action, the others are quiet.
_WAYS: Final = {
    Matter.TO_COLLECT: (Way.OPEN,),
    Matter.UNKNOWN: (Way.ASK, Way.OPEN),
    Matter.WITH_PERSON: (Way.DECIDE, Way.ASK, Way.OPEN),
    Matter.NO_ANSWER: (Way.OPEN,),
    Matter.WAITING: (Way.OPEN,),
    Matter.UNDER_WAY: (Way.OPEN,),
    Matter.OUTBOX: (Way.SEND_NOW, Way.OPEN),
    Matter.DRAFT: (Way.SEND_NOW, Way.OPEN),
}


class OpenPaymentCard(Card):
    """Shows one open payment.

    Signals:
        way_chosen: a button was pressed; with what it leads to.
    """

    way_chosen = Signal(OpenPayment, Way)

    def __init__(self, shown: OpenPayment, words: OpenPaymentWords) -> None:
        super().__init__()
        self._shown = shown
        self._words = words
        self._amount = TextLabel(role="heading")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._age = TextLabel(role="small", tone="muted")
        self._known = TextLabel(content="auto")
        self._progress = TextLabel(role="small", tone="muted")
        self._reference = CopyLabel(tone="muted")
        self._whose = TextLabel(role="small", tone="muted", content="auto")
        self._buttons: dict[Way, QPushButton] = {}
        self._button_row = QHBoxLayout()
        self._button_row.setSpacing(Spacing.S)
        self._button_row.addStretch(1)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.setObjectName(f"attention.{shown.payment.reference}")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self._amount)
        top.addWidget(self._chip)
        top.addStretch(1)
        top.addWidget(self._age)
        facts = QHBoxLayout()
        facts.setSpacing(Spacing.M)
        facts.addWidget(self._reference)
        facts.addWidget(self._whose, 1)
        told = QVBoxLayout()
        told.setSpacing(Spacing.XS)
        told.addWidget(self._known)
        told.addWidget(self._progress)
        told.addLayout(facts)
        self._lower.setSpacing(Spacing.L)
        self._lower.addLayout(told, 1)
        self._lower.addLayout(self._button_row)
        self._lower.setAlignment(self._button_row, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addLayout(self._lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ROOM_FOR_BUTTONS_BESIDE
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(beside if is_wide else below)

    def show_payment(self, shown: OpenPayment) -> None:
        """Show the payment as it stands now."""
        self._shown = shown

    def write(self, now: datetime) -> None:
        """Write everything in the language of the moment."""
        fmt, payment, matter = current_locale_format(), self._shown.payment, self._shown.matter
        self._amount.setText(fmt.amount_with_unit(payment.money.text, payment.money.code))
        kind, icon_name, word = payment_word(
            payment.state,
            customer_paid=payment.customer_paid_at is not None,
            waits_for_line=self._shown.item is not None,
        )
        self._chip.set_state(kind, word, icon_name)
        self._age.setText(fmt.relative(payment.created_at, now))
        self._known.setText(self._words.known(self._shown))
        self._known.set_tone("warning" if matter in _URGENT else "text")
        progress = self._words.progress(self._shown, now)
        self._progress.setText(progress)
        self._progress.setVisible(bool(progress))
        self._reference.set_text(payment.reference)
        self._whose.setText(self._account_and_customer())
        self._offer_ways(matter)

    def _account_and_customer(self) -> str:
        account, number = isolate(self._shown.account.label), self._shown.payment.customer_no
        if not number:
            return account
        return self.tr("{account}, customer {number}").format(account=account, number=grouped_number(number))

    def _offer_ways(self, matter: Matter) -> None:
        ways = _WAYS[matter]
        for way in [
            way for way in self._buttons if way not in ways or self._is_quiet(way) is (way is ways[0])
        ]:
            gone = self._buttons.pop(way)
            self._button_row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, way in enumerate(reversed(ways), start=1):
            if way not in self._buttons:
                self._buttons[way] = self._new_button(way, is_next=way is ways[0])
                self._button_row.insertWidget(index, self._buttons[way], 0, Qt.AlignmentFlag.AlignVCenter)
            text = self._words.next_action(self._shown) if way is ways[0] else self._quiet_text(way)
            self._buttons[way].setText(text)

    def _new_button(self, way: Way, *, is_next: bool) -> QPushButton:
        button = SecondaryButton() if is_next else QuietButton()
        button.setObjectName(f"attention.{way.value}.{self._shown.payment.reference}")
        button.setProperty("way", way.value)
        button.clicked.connect(self._on_pressed)
        return button

    def _is_quiet(self, way: Way) -> bool:
        return isinstance(self._buttons[way], QuietButton)

    def _quiet_text(self, way: Way) -> str:
        return self.tr("Ask now") if way is Way.ASK else self.tr("Details")

    def _on_pressed(self) -> None:
        self.way_chosen.emit(self._shown, Way(self.sender().property("way")))
