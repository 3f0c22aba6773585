"""An open payment in words: what is known of it, how long it has, and what comes next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.payment import PaymentReason
from cashier.services.open_payments import Matter, OpenPayment
from cashier.ui.asking_words import AskingWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import reason_message
from cashier.ui.outbox_words import OutboxWords

_SAID_BY_REASON = {PaymentReason.MISMATCH, PaymentReason.UNREADABLE_STATE}


class OpenPaymentWords(QObject):
    """Says it in the language of the moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = AskingWords(self)
        self._outbox = OutboxWords(self)

    def known(self, shown: OpenPayment) -> str:
        """Return what is known of it, in a sentence or two."""
        payment, matter = shown.payment, shown.matter
        if shown.item is not None and matter in {Matter.TO_COLLECT, Matter.OUTBOX}:
            return self._outbox.promised(shown.item)
        says_reason = matter in {Matter.DRAFT, Matter.WAITING, Matter.TO_COLLECT}
        is_unclear = matter in {Matter.UNKNOWN, Matter.WITH_PERSON}
        if payment.reason is not None and (says_reason or (is_unclear and payment.reason in _SAID_BY_REASON)):
            return reason_message(payment.reason, payment.provider_message)
        if matter is Matter.UNKNOWN and payment.reason is PaymentReason.RESTORED:
            return self.tr(
                "It was open in the backup that was restored, and may have been paid since. Do not ask the customer to pay"
                " again: the provider is being asked."
            )
        return {
            Matter.TO_COLLECT: self.tr("The customer has paid; the money waits to be collected."),
            Matter.UNKNOWN: self.tr(
                "Do not ask the customer to pay again. The provider is being asked what became of it."
            ),
            Matter.WITH_PERSON: self.tr(
                "Do not ask the customer to pay again. The provider could not tell what became of it: look into its"
                " own panel, then decide."
            ),
            Matter.NO_ANSWER: self.tr(
                "The request got no answer, and no money has moved. Ask again, or give it up."
            ),
            Matter.WAITING: self.tr("The customer was asked, and has not confirmed or paid yet."),
            Matter.UNDER_WAY: self.tr("A call to the provider is on its way."),
            Matter.DRAFT: self.tr("Nobody was asked for it yet."),
        }[matter]

    def progress(self, shown: OpenPayment, now: datetime) -> str:
        """Return the time that is left, how often it was tried or asked, and when that comes again."""
        parts = [self._time_left(shown, now)]
        if shown.item is not None:
            parts.append(self._outbox.tried(shown.item, now))
        if shown.matter in {Matter.UNKNOWN, Matter.WITH_PERSON}:
            parts.append(self._asking.said(shown.call, now))
        return " ".join(part for part in parts if part)

    def next_action(self, shown: OpenPayment) -> str:
        """Return what its button says."""
        return {
            Matter.TO_COLLECT: self.tr("Collect"),
            Matter.UNKNOWN: self.tr("Ask now"),
            Matter.WITH_PERSON: self.tr("Decide"),
            Matter.OUTBOX: self.tr("Send now"),
            Matter.DRAFT: self.tr("Send now"),
        }.get(shown.matter, self.tr("Continue"))

    def _time_left(self, shown: OpenPayment, now: datetime) -> str:
        expires_at = shown.payment.expires_at
        timed = {Matter.TO_COLLECT, Matter.WAITING, Matter.OUTBOX}
        if expires_at is None or shown.matter not in timed:
            return ""
        left_s = (expires_at - now).total_seconds()
        if left_s <= 0:
            return self.tr("The time is over; the provider is asked once more.")
        left = current_locale_format().duration(left_s)
        if shown.matter is Matter.TO_COLLECT:
            return self.tr("{duration} left to collect, then the money goes back.").format(duration=left)
        return self.tr("{duration} left.").format(duration=left)
