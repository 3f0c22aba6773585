"""How a payment ended, or why nobody knows yet: the words and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.operation import Operation, OperationState
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.ui.asking_words import AskingWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import reason_message
from cashier.ui.outbox_words import OutboxWords
from cashier.ui.payment_faces import Face, OutcomeFace
from cashier.ui.widgets import StateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the words depend on.

    Attributes:
        payment: None if it was never written down.
        operation: the last call that was made about it.
        item: what waits in the outbox for it.
        trouble: what the last step met, in words.
        from_form: whether the payment comes from a form that still holds what was typed.
        keeps_form: whether that form is still needed.
        may_ask_again: whether the same can be asked for anew.
    """

    payment: Payment | None
    operation: Operation | None
    item: OutboxItem | None
    trouble: str
    from_form: bool
    keeps_form: bool
    may_ask_again: bool

    @property
    def words(self) -> str:
        """What the last step met, or why the payment stands where it does."""
        if self.trouble or self.payment is None or self.payment.reason is None:
            return self.trouble
        return reason_message(self.payment.reason, self.payment.provider_message)


class PaymentOutcome(QObject):
    """Writes the endings into their face."""

    def __init__(self, face: OutcomeFace) -> None:
        super().__init__(face)
        self._face = face
        self._asking = AskingWords(self)
        self._outbox = OutboxWords(self)

    def show_ending(self, face: Face, ending: Ending, now: datetime) -> None:
        """Say how it stands and what can be done.

        Raises:
            KeyError: for a face that is no ending.
        """
        self._face.set_detail(ending.trouble if face is Face.EXPIRED else "")
        {
            Face.PAID: self._show_paid,
            Face.NOT_PAID: self._show_not_paid,
            Face.NOT_SENT: self._show_not_sent,
            Face.EXPIRED: self._show_expired,
            Face.UNKNOWN: self._show_unknown,
            Face.NO_ANSWER: self._show_no_answer,
        }[face](ending)
        if face is Face.UNKNOWN:
            self.show_asking(ending.operation, now)
        elif face is Face.NOT_SENT and ending.item is not None:
            self._face.set_detail(self._outbox.tried(ending.item, now))

    def show_asking(self, operation: Operation | None, now: datetime) -> None:
        """Say how often the provider was asked, and when it is asked again."""
        self._face.set_detail(self._asking.said(operation, now))

    def _show_paid(self, ending: Ending) -> None:
        payment, fmt = ending.payment, current_locale_format()
        at = payment.paid_at if payment else None
        self._face.show_outcome(
            StateKind.SUCCESS,
            "check",
            self.tr("Paid"),
            fmt.date_time(at) if at else "",
            primary=self.tr("New payment"),
            secondary=self.tr("Receipt") if payment is not None else "",
        )
        if payment is not None and payment.provider_reference:
            number = fmt.isolate_ltr(fmt.plain(payment.provider_reference))
            self._face.set_detail(self.tr("Provider's number: {number}").format(number=number))

    def _show_not_paid(self, ending: Ending) -> None:
        returned = ending.payment is not None and ending.payment.state is PaymentState.AUTO_REFUNDED
        self._face.show_outcome(
            StateKind.DANGER,
            "back" if returned else "cross",
            self.tr("Not paid"),
            ending.words,
            primary=self.tr("Back to the form") if ending.keeps_form else self.tr("New payment"),
        )

    def _show_not_sent(self, ending: Ending) -> None:
        payment = ending.payment
        if ending.item is not None:
            self._show_waiting(ending, ending.item)
            return
        met_no_line = payment is not None and payment.reason is PaymentReason.NO_CONNECTION
        self._face.show_outcome(
            StateKind.WARNING,
            "offline" if met_no_line or ending.trouble else "edit",
            self.tr("Not sent"),
            ending.words or self.tr("This draft was not sent to anyone yet."),
            primary=self.tr("Try again") if ending.from_form else self.tr("Send now"),
            secondary=self.tr("Send when the line is back") if met_no_line else "",
        )

    def _show_waiting(self, ending: Ending, item: OutboxItem) -> None:
        promised = self._outbox.promised(item)
        self._face.show_outcome(
            StateKind.WARNING,
            "offline",
            self.tr("Waits for a connection"),
            f"{promised}\n{ending.trouble}" if ending.trouble else promised,
            primary=self.tr("Send now"),
        )

    def _show_expired(self, ending: Ending) -> None:
        self._face.show_outcome(
            StateKind.WARNING,
            "clock",
            self.tr("Expired"),
            self.tr("The time ran out and nothing was paid. You can ask the customer again."),
            primary=self.tr("Ask again") if ending.may_ask_again else self.tr("Close"),
            secondary=self.tr("New payment") if ending.may_ask_again else "",
        )

    def _show_unknown(self, ending: Ending) -> None:
        text = self.tr("Do not ask the customer to pay again. We are asking the provider what became of it.")
        reason = ending.payment.reason if ending.payment else None
        if reason in {PaymentReason.MISMATCH, PaymentReason.UNREADABLE_STATE} and not ending.trouble:
            text = ending.words
        elif ending.operation is not None and ending.operation.state is OperationState.NEEDS_PERSON:
            text = self.tr(
                "Do not ask the customer to pay again. The provider could not tell us; look into its own panel,"
                " then press Ask now."
            )
        self._face.show_outcome(
            StateKind.WARNING,
            "question",
            self.tr("Not known yet"),
            f"{text}\n{ending.trouble}" if ending.trouble else text,
            primary=self.tr("Ask now"),
        )

    def _show_no_answer(self, ending: Ending) -> None:
        self._face.show_outcome(
            StateKind.WARNING,
            "question",
            self.tr("No answer"),
            self.tr(
                "The request left, but no answer came. No money has moved: you can ask again, and an earlier"
                " request just expires."
            ),
            primary=self.tr("Ask again"),
            secondary=self.tr("Cancel payment"),
        )
        self._face.set_detail(ending.trouble)
