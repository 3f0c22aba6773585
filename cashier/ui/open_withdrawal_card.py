"""One open withdrawal or batch on a card: what it is, what is known, its one next action, and its details."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from cashier.domain.iban import grouped_iban
from cashier.domain.money import Money
from cashier.services.open_withdrawals import OpenBatch, OpenWithdrawal, PayoutMatter
from cashier.ui.amount_in_words import both_figures_of
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.open_withdrawal_words import OpenWithdrawalWords
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Card, CopyLabel, QuietButton, SecondaryButton, StateChip, StateKind, TextLabel

_ROOM_FOR_BUTTONS_BESIDE: Final = 720
_URGENT: Final = {PayoutMatter.UNKNOWN, PayoutMatter.WITH_PERSON}


class PayoutCard(Card):
    """The looks of both kinds of card."""

    def __init__(self, words: OpenWithdrawalWords) -> None:
        super().__init__()
        self.words = words
        self.amount = TextLabel(role="heading")
        self.chip = StateChip(StateKind.NEUTRAL, "")
        self._age = TextLabel(role="small", tone="muted")
        self._known = TextLabel(content="auto")
        self._progress = TextLabel(role="small", tone="muted")
        self.reference = CopyLabel(tone="muted")
        self.whose = TextLabel(role="small", tone="muted")
        self.next = SecondaryButton()
        self.buttons = QHBoxLayout()
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self.amount)
        top.addWidget(self.chip)
        top.addStretch(1)
        top.addWidget(self._age)
        facts = QHBoxLayout()
        facts.setSpacing(Spacing.M)
        facts.addWidget(self.reference)
        facts.addWidget(self.whose, 1)
        told = QVBoxLayout()
        told.setSpacing(Spacing.XS)
        told.addWidget(self._known)
        told.addWidget(self._progress)
        told.addLayout(facts)
        self.buttons.setSpacing(Spacing.S)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.next, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lower.setSpacing(Spacing.L)
        self._lower.addLayout(told, 1)
        self._lower.addLayout(self.buttons)
        self._lower.setAlignment(self.buttons, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addLayout(self._lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ROOM_FOR_BUTTONS_BESIDE
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(beside if is_wide else below)

    def say(self, money: Money, age: str, known: str, progress: str, matter: PayoutMatter) -> None:
        """Say what both kinds have."""
        self.amount.setText(both_figures_of(money))
        self._age.setText(age)
        self._known.setText(known)
        self._known.set_tone("warning" if matter in _URGENT else "text")
        self._progress.setText(progress)
        self._progress.setVisible(bool(progress))


class OpenWithdrawalCard(PayoutCard):
    """Shows one open withdrawal.

    Signals:
        next_wanted: its next action was pressed.
        details_wanted: all that is known of it is to be shown.
    """

    next_wanted = Signal(OpenWithdrawal)
    details_wanted = Signal(OpenWithdrawal)

    def __init__(self, shown: OpenWithdrawal, words: OpenWithdrawalWords) -> None:
        super().__init__(words)
        self._shown = shown
        reference = shown.withdrawal.reference
        self.setObjectName(f"attention.{reference}")
        self.next.setObjectName(f"attention.next.{reference}")
        self._details = QuietButton()
        self._details.setObjectName(f"attention.details.{reference}")
        self.buttons.insertWidget(1, self._details, 0, Qt.AlignmentFlag.AlignVCenter)
        self.next.clicked.connect(self._on_next)
        self._details.clicked.connect(self._on_details)

    def show_withdrawal(self, shown: OpenWithdrawal) -> None:
        """Show the withdrawal as it stands now."""
        self._shown = shown

    def write(self, now: datetime) -> None:
        """Write everything in the language of the moment."""
        shown, withdrawal, fmt = self._shown, self._shown.withdrawal, current_locale_format()
        self.say(
            withdrawal.money,
            fmt.relative(withdrawal.created_at, now),
            self.words.known(shown),
            self.words.progress(shown, now),
            shown.matter,
        )
        kind, icon_name, word = self.words.states.state_word(withdrawal.state)
        self.chip.set_state(kind, word, icon_name)
        self.reference.set_text(withdrawal.reference)
        self.whose.setText(
            self.tr("{account}, to {receiver}").format(
                account=isolate(shown.account.label),
                receiver=isolate(withdrawal.holder)
                if withdrawal.holder
                else fmt.isolate_ltr(grouped_iban(withdrawal.iban)),
            )
        )
        self.next.setText(self.words.next_action(shown.matter))
        self._details.setText(self.tr("Details"))

    def _on_next(self) -> None:
        self.next_wanted.emit(self._shown)

    def _on_details(self) -> None:
        self.details_wanted.emit(self._shown)


class OpenBatchCard(PayoutCard):
    """Shows one open batch.

    Signals:
        open_wanted: it is to be opened; with its id.
    """

    open_wanted = Signal(str)

    def __init__(self, shown: OpenBatch, words: OpenWithdrawalWords) -> None:
        super().__init__(words)
        self._shown = shown
        self.setObjectName(f"attention.batch.{shown.standing.batch.id}")
        self.next.setObjectName(f"attention.openBatch.{shown.standing.batch.id}")
        self.next.clicked.connect(self._on_open)
        self.reference.hide()

    def show_batch(self, shown: OpenBatch) -> None:
        """Show the batch as it stands now."""
        self._shown = shown

    def write(self, now: datetime) -> None:
        """Write everything in the language of the moment."""
        shown, batch, fmt = self._shown, self._shown.standing.batch, current_locale_format()
        self.say(
            batch.total, fmt.relative(batch.created_at, now), self.words.batch_known(shown), "", shown.matter
        )
        self.chip.set_state(StateKind.INFO, self.tr("Batch"), "list")
        account, name = isolate(shown.account.label), isolate(batch.name)
        self.whose.setText(f"{name} · {self.words.batch_counts(shown)} · {account}")
        self.next.setText(self.tr("Open"))

    def _on_open(self) -> None:
        self.open_wanted.emit(self._shown.standing.batch.id)
