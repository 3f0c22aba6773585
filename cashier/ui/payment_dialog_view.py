"""What the payment dialog shows: the payment's head, the face it wears, and the quiet ways on below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.money import Money
from cashier.domain.operation import Operation
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.services.payment_form import CheckedPayment
from cashier.ui.messages import payment_word, reason_message
from cashier.ui.outbox_words import OutboxWords
from cashier.ui.payment_faces import (
    CodeFace,
    Face,
    OutcomeFace,
    SendingFace,
    TokenFace,
    centered_label,
    grouped_number,
)
from cashier.ui.payment_outcome import Ending, PaymentOutcome
from cashier.ui.style.fonts import AMOUNT_POINTS, LOW_AMOUNT_POINTS
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import AmountLabel, CopyLabel, QuietButton, StateChip, StateKind

# Long enough that the Enter which confirmed a payment cannot also dismiss its ending unseen.
ARMING_MS: Final = 400
_LAST_MINUTES: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogState:
    """All that the dialog's looks depend on.

    Attributes:
        face: what is shown of it.
        payment: as last seen; None before it was written down.
        operation: the last call about it.
        item: what waits in the outbox for it.
        account: the one it goes through.
        checked: the form it comes from, which still holds what was typed; None for one taken up again.
        trouble: what the last step met, in words.
        is_busy: whether a step is under way.
        keeps_form: whether the form is still needed.
        may_ask_again: whether the same can be asked for anew.
    """

    face: Face
    payment: Payment | None
    operation: Operation | None
    item: OutboxItem | None
    account: Account | None
    checked: CheckedPayment | None
    trouble: str
    is_busy: bool
    keeps_form: bool
    may_ask_again: bool

    @property
    def state(self) -> PaymentState:
        """Where the payment stands; one that is not written down yet is being asked for."""
        return self.payment.state if self.payment else PaymentState.REQUESTING

    @property
    def money(self) -> Money | None:
        """What is to be paid."""
        return self.payment.money if self.payment else self.checked.money if self.checked else None

    @property
    def customer_no(self) -> str:
        """Who is to pay; empty where nobody is named."""
        return self.payment.customer_no if self.payment else self.checked.customer_no if self.checked else ""

    @property
    def is_paid_by_customer(self) -> bool:
        """Whether the customer has paid and the shop has still to collect."""
        return self.payment is not None and self.payment.customer_paid_at is not None

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.face in {Face.PAID, Face.NOT_PAID, Face.EXPIRED}


class PaymentDialogView(QWidget):
    """The dialog's contents. It shows a state; what is pressed is the dialog's business."""

    def __init__(self) -> None:
        super().__init__()
        self._face = Face.SENDING
        self._is_busy = False
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.setInterval(ARMING_MS)
        self._arming.timeout.connect(self._arm)
        self._chip = StateChip(StateKind.INFO, "")
        self._chip.setObjectName("paymentDialog.state")
        self._reference = CopyLabel(tone="muted")
        self._reference.setObjectName("paymentDialog.reference")
        self._amount = AmountLabel()
        self._amount.set_alignment("center")
        self._customer = centered_label("body", "muted")
        self._sending, self.outcome = SendingFace(), OutcomeFace()
        self.code, self.token = CodeFace(), TokenFace()
        self._faces = (self._sending, self.code, self.token, self.outcome)
        self._endings = PaymentOutcome(self.outcome)
        self._outbox_words = OutboxWords(self)
        self.leave = QuietButton(key_hint="Esc")
        self.leave.setObjectName("paymentDialog.close")
        self.again = QuietButton()
        self.again.setObjectName("paymentDialog.again")
        self.cancel = QuietButton()
        self.cancel.setObjectName("paymentDialog.cancel")
        self.keep = QuietButton()
        self.keep.setObjectName("paymentDialog.keep")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._reference)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        for button in (self.cancel, self.again, self.keep):
            foot.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addLayout(head)
        self._below_head = QSpacerItem(0, Spacing.XS)
        column.addSpacerItem(self._below_head)
        column.addWidget(self._amount)
        column.addWidget(self._customer)
        for face in self._faces:
            face.hide()
            column.addWidget(face)
        column.addLayout(foot)
        for button in (self.leave, self.cancel, self.again, self.keep):
            button.setAutoDefault(False)

    def set_low(self, *, is_low: bool) -> None:
        """Move everything together in a low window, so that nothing has to be scrolled to while a customer waits."""
        self._column.setSpacing(Spacing.XS if is_low else Spacing.M)
        self._below_head.changeSize(0, 0 if is_low else Spacing.XS)
        self._amount.set_points(LOW_AMOUNT_POINTS if is_low else AMOUNT_POINTS)
        for face in self._faces:
            face.set_low(is_low=is_low)
        self._column.invalidate()

    def show_state(self, state: DialogState, now: datetime, *, fresh: bool) -> None:
        """Show a state; `fresh` says that it was just read, so that its words about the last step are new too."""
        before, self._face = self._face, state.face
        self._is_busy = state.is_busy
        self._show_head(state)
        if state.face is Face.SENDING:
            self._put_on(self._sending)
        elif state.face is Face.CODE and state.payment is not None:
            self._show_code(state, state.payment, fresh=fresh)
        elif state.face is Face.TOKEN and state.payment is not None and state.account is not None:
            self._show_token(state, state.payment, state.account)
        else:
            self._show_outcome(state, now)
        if state.payment is not None:
            self.show_countdown(state.payment, now)
        self._show_foot(state)
        if state.face is not before:
            self._on_new_face()

    def chip_word(self) -> str:
        """Return the word for where the payment stands."""
        return self._chip.text()

    def show_countdown(self, payment: Payment, now: datetime) -> None:
        """Show how much of the payment's time is left."""
        if payment.expires_at is None:
            return
        left, whole = payment.expires_at - now, payment.expires_at - payment.created_at
        bar = self.code.countdown if self._face is Face.CODE else self.token.countdown
        bar.set_time(left.total_seconds(), whole.total_seconds())
        self.token.warning.setVisible(left <= _LAST_MINUTES)

    def show_asking(self, operation: Operation | None, now: datetime) -> None:
        """Show how often the provider was asked, and when it is asked again."""
        self._endings.show_asking(operation, now)

    def end(self) -> None:
        """Wait for nothing more."""
        self._arming.stop()

    def _show_head(self, state: DialogState) -> None:
        money = state.money
        if money is not None:
            self._amount.set_amount(money.text, money.code)
        number = state.customer_no
        self._customer.setVisible(bool(number))
        self._customer.setText(self.tr("from customer {number}").format(number=grouped_number(number)))
        self._reference.set_text(state.payment.reference if state.payment else "")
        kind, icon_name, word = payment_word(
            state.state, customer_paid=state.is_paid_by_customer, waits_for_line=state.item is not None
        )
        self._chip.set_state(kind, word, icon_name)
        self._chip.setProperty("state", state.state.value)

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
        if self._face is Face.CODE:
            self.code.confirm.setDefault(True)
            self.code.code.setFocus()
        elif self._face is Face.TOKEN:
            self.token.collect.setDefault(True)
            self.leave.setFocus()
        elif self._face is not Face.SENDING:
            self.outcome.primary.setEnabled(False)
            self._arming.start()
        if self._face is Face.SENDING:
            self.leave.setFocus()

    def _arm(self) -> None:
        self.outcome.primary.setEnabled(not self._is_busy)
        self.outcome.primary.setDefault(True)
        self.outcome.primary.setFocus()

    def _show_code(self, state: DialogState, payment: Payment, *, fresh: bool) -> None:
        self._put_on(self.code)
        confirming = state.is_busy or payment.state is PaymentState.CONFIRMING
        self.code.confirm.set_busy(confirming)
        self.code.confirm.setEnabled(not confirming)
        self.code.code.setReadOnly(confirming)
        if not fresh:
            return
        reason = payment.reason
        if state.trouble:
            self.code.set_message(state.trouble)
        elif state.item is not None:
            if not self.code.code.code():
                self.code.code.setText(state.item.code)
            self.code.set_message(partial(self._outbox_words.promised, state.item), tone="warning")
        elif reason is not None:
            self.code.set_message(partial(reason_message, reason, payment.provider_message))
        if reason is PaymentReason.WRONG_CODE:
            self.code.code.select_for_retyping()

    def _show_token(self, state: DialogState, payment: Payment, account: Account) -> None:
        self._put_on(self.token)
        token = payment.provider_key or ""
        if self.token.token.text() != token:
            self.token.token.set_text(token)
            template = account.text("qr_template") or "{token}"
            self.token.qr.set_data(template.replace("{token}", token))
        customer_paid = payment.customer_paid_at is not None
        collecting = payment.state is PaymentState.CONFIRMING
        self.token.set_live(customer_paid=customer_paid)
        self.token.collect.setEnabled(customer_paid and not collecting and not state.is_busy)
        self.token.collect.set_busy(collecting)
        if customer_paid and self.token.collect.isEnabled() and not self.token.collect.hasFocus():
            self.token.collect.setFocus()
        if state.item is not None:
            # Looking whether the customer has paid meets the same missing line.
            self.token.set_message(self._outbox_words.promised(state.item), tone="warning")
            return
        words = reason_message(payment.reason, payment.provider_message) if payment.reason else ""
        self.token.set_message(state.trouble or words)

    def _show_outcome(self, state: DialogState, now: datetime) -> None:
        self._put_on(self.outcome)
        self.outcome.primary.set_busy(state.is_busy)
        if not self._arming.isActive():
            self.outcome.primary.setEnabled(not state.is_busy)
        ending = Ending(
            payment=state.payment,
            operation=state.operation,
            item=state.item,
            trouble=state.trouble,
            from_form=state.checked is not None,
            keeps_form=state.keeps_form,
            may_ask_again=state.may_ask_again,
        )
        self._endings.show_ending(state.face, ending, now)

    def _show_foot(self, state: DialogState) -> None:
        open_faces = {Face.CODE, Face.TOKEN}
        # A token that the provider collects by itself is not taken back while the customer can pay it.
        by_itself = state.account is not None and state.account.switch("auto_collect")
        waiting = state.face in open_faces and not by_itself
        self.leave.setText(self.tr("Close") if state.is_over else self.tr("Continue later"))
        if state.face is Face.NOT_SENT:
            self.leave.setText(self.tr("Back to the form") if state.checked else self.tr("Close"))
        self.again.setText(self.tr("Ask again"))
        self.again.setVisible(waiting and not state.is_paid_by_customer)
        self.again.setEnabled(not state.is_busy)
        kept_before = state.face is Face.NOT_SENT and state.payment is not None and state.checked is None
        self.cancel.setText(self.tr("Cancel payment"))
        self.cancel.setVisible((waiting and not state.is_paid_by_customer) or kept_before)
        self.cancel.setEnabled(not state.is_busy)
        can_keep = state.face is Face.NOT_SENT and state.payment is not None and state.checked is not None
        self.keep.setText(self.tr("Keep as a draft"))
        self.keep.setVisible(can_keep)
        self.keep.setEnabled(not state.is_busy)
