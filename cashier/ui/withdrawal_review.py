"""A withdrawal before anybody agrees to it: everything that will be sent, said once more, and the approval beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.iban import grouped_iban
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason
from cashier.services.approvals import DayLimitError
from cashier.services.till import Till
from cashier.ui.amount_in_words import both_figures_of, figures_of, in_toman, words_of
from cashier.ui.approval_card import ApprovalCard
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.widgets import AmountLabel, Banner, Card, CheckBox, Divider, StateKind, TextLabel

_ROOM_FOR_TWO: Final = 700


class ReviewCard(Card):
    """What will be sent, and what makes one look twice."""

    def __init__(self) -> None:
        super().__init__()
        self._bank_words = RowProblemWords(self)
        self._withdrawal: Withdrawal | None = None
        self._account: Account | None = None
        self._alike: list[Withdrawal] = []
        self._is_offline = False
        self._day: DayLimitError | None = None
        self._now: datetime | None = None
        self._caption = TextLabel(tone="muted")
        self._amount = AmountLabel()
        self._amount.setObjectName("withdrawDialog.amount")
        self._toman = TextLabel(role="medium")
        self._in_words = TextLabel(tone="muted")
        self._in_words.setObjectName("withdrawDialog.amountInWords")
        self._facts = FactRows()
        self._again = Banner(radius=RADIUS)
        self._again.setObjectName("withdrawDialog.alike")
        self.is_meant_again = CheckBox()
        self.is_meant_again.setObjectName("withdrawDialog.meantAgain")
        self._limit = Banner(radius=RADIUS)
        self._limit.setObjectName("withdrawDialog.dayLimit")
        self._line = Banner(radius=RADIUS)
        self._line.setObjectName("withdrawDialog.offline")
        self._old = Banner(radius=RADIUS)
        self._old.setObjectName("withdrawDialog.tooOld")
        self.body.setSpacing(Spacing.S)
        for widget in (self._caption, self._amount, self._toman, self._in_words):
            self.body.addWidget(widget)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(Divider())
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        for warning in (self._old, self._line, self._limit, self._again, self.is_meant_again):
            self.body.addWidget(warning)
        self.is_meant_again.hide()

    @property
    def is_asked_again(self) -> bool:
        """Whether a person still has to say that the same is meant once more."""
        return bool(self._alike) and not self.is_meant_again.isChecked()

    def show_withdrawal(self, withdrawal: Withdrawal, account: Account, now: datetime) -> None:
        """Show what will be sent, and through which account."""
        self._withdrawal, self._account, self._now = withdrawal, account, now
        self.retranslate()

    def show_alike(self, alike: Sequence[Withdrawal]) -> None:
        """Show that others look the same; none takes it back."""
        self._alike = list(alike)
        self.retranslate()

    def show_offline(self, *, is_offline: bool) -> None:
        """Show that there is no connection now, and what that means."""
        self._is_offline = is_offline
        self.retranslate()

    def show_day_limit(self, error: DayLimitError | None) -> None:
        """Show that it is more than may be sent today; None takes it back."""
        self._day = error
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        withdrawal, account = self._withdrawal, self._account
        if withdrawal is None or account is None:
            return
        toman = in_toman(withdrawal.money)
        self._caption.setText(self.tr("Amount"))
        self._amount.set_amount(withdrawal.money.text, withdrawal.money.code)
        self._toman.setText("" if toman is None else figures_of(toman))
        self._toman.setVisible(toman is not None)
        self._in_words.setText(words_of(withdrawal.money))
        self._facts.show_facts(self._facts_of(withdrawal, account))
        self._show_warnings(withdrawal)

    def _facts_of(self, withdrawal: Withdrawal, account: Account) -> list[Fact]:
        fmt = current_locale_format()
        bank = self._bank_words.bank(withdrawal.iban)
        through = isolate(account.label)
        if account.paid_from:
            through = f"{through} · {fmt.isolate_ltr(account.paid_from)}"
        return [
            Fact(
                "withdrawDialog.iban",
                self.tr("To IBAN"),
                grouped_iban(withdrawal.iban),
                is_copied=True,
                is_strong=True,
            ),
            Fact(
                "withdrawDialog.bank",
                self.tr("Bank"),
                isolate(bank) if bank else self._bank_words.unknown_bank(),
            ),
            Fact(
                "withdrawDialog.holder",
                self.tr("In the name of"),
                isolate(withdrawal.holder) if withdrawal.holder else "",
            ),
            Fact("withdrawDialog.account", self.tr("From account"), through),
            Fact("withdrawDialog.reference", self.tr("Reference"), withdrawal.reference, is_copied=True),
            Fact("withdrawDialog.payId", self.tr("Deposit identifier"), withdrawal.pay_id, is_copied=True),
            Fact("withdrawDialog.note", self.tr("Note"), isolate(withdrawal.note) if withdrawal.note else ""),
        ]

    def _show_warnings(self, withdrawal: Withdrawal) -> None:
        if self._alike and self._now is not None:
            when = current_locale_format().relative(self._alike[0].created_at, self._now)
            self._again.show_message(
                StateKind.WARNING,
                self.tr("The same amount went to the same IBAN {when}. Send it again?").format(when=when),
            )
            self.is_meant_again.setText(self.tr("Yes, it is meant: send it again"))
        else:
            self._again.clear()
        self.is_meant_again.setVisible(bool(self._alike))
        if self._day is None:
            self._limit.clear()
        else:
            self._limit.show_message(
                StateKind.DANGER,
                self.tr(
                    "This account may send {limit} a day, and {sent} of today are used. It cannot be approved today."
                ).format(
                    limit=isolate(both_figures_of(self._day.limit)),
                    sent=isolate(both_figures_of(self._day.sent_today)),
                ),
            )
        if self._is_offline:
            self._line.show_message(
                StateKind.INFO,
                current_locale_format().digits(
                    self.tr(
                        "There is no connection now. Once approved, it is sent as soon as the line is back; after 30"
                        " minutes it asks for approval again."
                    )
                ),
            )
        else:
            self._line.clear()
        if withdrawal.reason is WithdrawalReason.APPROVAL_TOO_OLD:
            self._old.show_message(
                StateKind.WARNING,
                current_locale_format().digits(
                    self.tr(
                        "It waited for a connection for more than 30 minutes. Look at it again before you approve."
                    )
                ),
            )
        else:
            self._old.clear()


class WithdrawalReview(QWidget):
    """The two cards, beside each other where there is room."""

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self.card = ReviewCard()
        self.approval = ApprovalCard(till, on_unexpected)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(Spacing.L + Spacing.XS)
        self._columns.addWidget(self.card, 55)
        self._columns.addWidget(self.approval, 45)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the approval below where there is no room beside."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ROOM_FOR_TWO
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if is_wide else below)
