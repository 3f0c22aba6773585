"""What the withdrawal dialog shows: its head, the face it wears, and the quiet ways on below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.iban import grouped_iban
from cashier.domain.operation import Operation
from cashier.domain.withdrawal import Withdrawal
from cashier.services.till import Till
from cashier.ui.amount_in_words import figures_of, in_toman
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.payment_faces import centered_label
from cashier.ui.style.fonts import AMOUNT_POINTS, LOW_AMOUNT_POINTS
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import AmountLabel, CopyLabel, QuietButton, StateChip, StateKind, TextLabel
from cashier.ui.withdrawal_faces import SendingWithdrawalFace, WithdrawalEndingFace, WithdrawalFace
from cashier.ui.withdrawal_outcome import Standing, WithdrawalOutcome
from cashier.ui.withdrawal_review import WithdrawalReview
from cashier.ui.withdrawal_words import WithdrawalWords

# Long enough that the Enter which approved cannot also dismiss its ending unseen.
ARMING_MS: Final = 400

_OVER: Final = {
    WithdrawalFace.PAID,
    WithdrawalFace.REJECTED,
    WithdrawalFace.REFUSED,
    WithdrawalFace.CANCELLED,
    WithdrawalFace.ACCEPTED,
}
_CANCELLABLE: Final = {WithdrawalFace.REVIEW, WithdrawalFace.WAITING, WithdrawalFace.DRAFT}


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalView:
    """All that the dialog's looks depend on.

    Attributes:
        operation: the last call that carried it.
        trouble: what the last step met, in words.
        is_busy: whether a step is under way.
        is_offline: whether there is no connection to its provider now.
        pin_is_off: whether the account has been told just now to leave the gateway PIN out.
    """

    face: WithdrawalFace
    withdrawal: Withdrawal
    account: Account
    operation: Operation | None
    trouble: str
    is_busy: bool
    is_offline: bool
    pin_is_off: bool

    @property
    def standing(self) -> Standing:
        """The same for the words of an ending."""
        return Standing(
            face=self.face,
            withdrawal=self.withdrawal,
            account=self.account,
            operation=self.operation,
            trouble=self.trouble,
            pin_is_off=self.pin_is_off,
        )


class WithdrawalDialogView(QWidget):
    """The dialog's contents. It shows a state; what is pressed is the dialog's business.

    Signals:
        review_shown: the review has come up and its approval may begin.
    """

    review_shown = Signal()

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._words = WithdrawalWords(self)
        self._face: WithdrawalFace | None = None
        self._is_busy = False
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.setInterval(ARMING_MS)
        self._arming.timeout.connect(self._arm)
        self._title = TextLabel(role="title", wrap=False)
        self._chip = StateChip(StateKind.INFO, "")
        self._chip.setObjectName("withdrawDialog.state")
        self._reference = CopyLabel(tone="muted")
        self._reference.setObjectName("withdrawDialog.number")
        self._amount = AmountLabel()
        self._amount.set_alignment("center")
        self._toman = centered_label("medium")
        self._receiver = centered_label("body", "muted")
        self._receiver.setObjectName("withdrawDialog.receiver")
        self.review = WithdrawalReview(till, on_unexpected)
        self._sending, self.ending = SendingWithdrawalFace(), WithdrawalEndingFace()
        self._faces: tuple[QWidget, ...] = (self.review, self._sending, self.ending)
        self._outcome = WithdrawalOutcome(self.ending)
        self.leave = QuietButton(key_hint="Esc")
        self.leave.setObjectName("withdrawDialog.close")
        self.cancel = QuietButton()
        self.cancel.setObjectName("withdrawDialog.cancel")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Spacing.M)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._reference)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addLayout(head)
        for widget in (self._amount, self._toman, self._receiver, *self._faces):
            column.addWidget(widget)
        for face in self._faces:
            face.hide()
        column.addLayout(foot)
        for button in (self.leave, self.cancel):
            button.setAutoDefault(False)

    def set_low(self, *, is_low: bool) -> None:
        """Move together in a low window."""
        self._column.setSpacing(Spacing.XS if is_low else Spacing.M)
        self._amount.set_points(LOW_AMOUNT_POINTS if is_low else AMOUNT_POINTS)
        self.ending.set_low(is_low=is_low)

    def show_state(self, state: WithdrawalView, now: datetime) -> None:
        """Show a state."""
        before, self._face = self._face, state.face
        self._is_busy = state.is_busy
        self._show_head(state)
        if state.face is WithdrawalFace.REVIEW:
            self._put_on(self.review)
            self.review.card.show_withdrawal(state.withdrawal, state.account, now)
            self.review.card.show_offline(is_offline=state.is_offline)
            if not state.is_busy:
                self.review.approval.set_busy(False)
            if state.trouble:
                self.review.approval.show_trouble(state.trouble)
        elif state.face is WithdrawalFace.SENDING:
            self._put_on(self._sending)
        else:
            self._put_on(self.ending)
            self._outcome.show_ending(state.standing, now)
            self.ending.announce()
            self.ending.primary.set_busy(state.is_busy)
            self.ending.secondary.setEnabled(not state.is_busy)
            if not self._arming.isActive():
                self.ending.primary.setEnabled(not state.is_busy)
        self._show_foot(state)
        if state.face is not before:
            self._on_new_face()

    def state_word(self) -> str:
        """Return the word for where the withdrawal stands."""
        return self._chip.text()

    def show_asking(self, standing: Standing, now: datetime) -> None:
        """Show how often the provider was asked, and when it is asked again."""
        self._outcome.show_asking(standing, now)

    def end(self) -> None:
        """Wait for nothing more."""
        self._arming.stop()
        self.review.approval.close_card()

    def _show_head(self, state: WithdrawalView) -> None:
        withdrawal, in_review = state.withdrawal, state.face is WithdrawalFace.REVIEW
        kind, icon_name, word = self._words.state_word(withdrawal.state)
        self._chip.set_state(kind, word, icon_name)
        self._chip.setProperty("state", withdrawal.state.value)
        self._title.setText(self.tr("Review the withdrawal"))
        self._title.setVisible(in_review)
        self._reference.set_text("" if in_review else withdrawal.reference)
        for widget in (self._amount, self._toman, self._receiver):
            widget.setVisible(not in_review)
        self._amount.set_amount(withdrawal.money.text, withdrawal.money.code)
        toman = in_toman(withdrawal.money)
        self._toman.setText("" if toman is None else figures_of(toman))
        iban = current_locale_format().isolate_ltr(grouped_iban(withdrawal.iban))
        holder = withdrawal.told_holder or withdrawal.holder
        self._receiver.setText(
            self.tr("to {holder}, {iban}").format(holder=isolate(holder), iban=iban)
            if holder
            else self.tr("to {iban}").format(iban=iban)
        )

    def _put_on(self, shown: QWidget) -> None:
        """Show one face alone; the card is as high as that face, not as the highest."""
        if not shown.isHidden():
            return
        # A widget that is hidden with the focus gives it to the next one, which may lie outside the dialog.
        focused = self.focusWidget()
        if focused is not None and any(face.isAncestorOf(focused) for face in self._faces):  # type: ignore[redundant-expr]  # None when nothing has it, whatever the stub says
            self.leave.setFocus()
        for face in self._faces:
            face.setVisible(face is shown)

    def _on_new_face(self) -> None:
        """Give the focus to what the new face is for."""
        self._arming.stop()
        if self._face is WithdrawalFace.REVIEW:
            self.review.approval.load()
            self.review_shown.emit()
        elif self._face is WithdrawalFace.SENDING:
            self.leave.setFocus()
        else:
            self.ending.primary.setEnabled(False)
            self._arming.start()

    def _arm(self) -> None:
        self.ending.primary.setEnabled(not self._is_busy)
        self.ending.primary.setDefault(True)
        self.ending.primary.setFocus()

    def _show_foot(self, state: WithdrawalView) -> None:
        self.leave.setText(self.tr("Close") if state.face in _OVER else self.tr("Continue later"))
        self.cancel.setText(self.tr("Cancel the withdrawal"))
        self.cancel.setVisible(state.face in _CANCELLABLE)
        self.cancel.setEnabled(not state.is_busy)
