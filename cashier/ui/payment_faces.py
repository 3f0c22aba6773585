"""The faces of the payment dialog: what it shows while a payment is under way, and how it ends."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.protocol import Confirmation
from cashier.ui.announcements import Announcer
from cashier.ui.emblem import Emblem, Sign, below_each_other, put_beside
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import (
    CodeEdit,
    CopyLabel,
    CountdownBar,
    PrimaryButton,
    QrView,
    SecondaryButton,
    Spinner,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words

QR_SIZE: Final = 176
_LOW_QR_SIZE: Final = 168


class Face(Enum):
    """What the dialog shows."""

    SENDING = "sending"
    NOT_SENT = "not_sent"  # nothing left this machine; the draft can be sent again
    CODE = "code"
    TOKEN = "token"  # noqa: S105  # the face of a token payment, not a secret
    PAID = "paid"
    NOT_PAID = "not_paid"
    EXPIRED = "expired"
    UNKNOWN = "unknown"  # money may have moved
    NO_ANSWER = "no_answer"  # the opening got no answer; no money can have moved


_ENDED = {
    PaymentState.PAID: Face.PAID,
    PaymentState.DECLINED: Face.NOT_PAID,
    PaymentState.CANCELLED: Face.NOT_PAID,
    PaymentState.AUTO_REFUNDED: Face.NOT_PAID,
    PaymentState.EXPIRED: Face.EXPIRED,
}


def face_of(payment: Payment, confirmation: Confirmation) -> Face:
    """Return the face that shows a payment as it stands."""
    if payment.state in _ENDED:
        return _ENDED[payment.state]
    if payment.state is PaymentState.DRAFT:
        return Face.NOT_SENT
    if payment.state is PaymentState.REQUESTING:
        return Face.SENDING
    if payment.state is PaymentState.UNKNOWN:
        # Without a name from the provider it was never opened, as far as anyone here knows.
        lost_opening = payment.provider_key is None and payment.reason is PaymentReason.NO_ANSWER
        return Face.NO_ANSWER if lost_opening else Face.UNKNOWN
    return Face.CODE if confirmation is Confirmation.CODE else Face.TOKEN


def centered(widget: QWidget) -> QHBoxLayout:
    """Return a row with the widget in its middle."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def centered_label(role: str = "body", tone: str = "text", content: str = "ui") -> TextLabel:
    """Return a label whose lines stand in the middle."""
    label = TextLabel(role=role, tone=tone, content=content)
    label.set_alignment("center")
    return label


class _Face(QWidget):
    """A column of things in the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Spacing.M)
        self._spaces: list[tuple[QSpacerItem, int]] = []

    def leave(self, height: int) -> None:
        """Leave so much free below what is there, where there is room for it."""
        space = QSpacerItem(0, height)
        self._spaces.append((space, height))
        self.column.addSpacerItem(space)

    def set_low(self, *, is_low: bool) -> None:
        """Move everything together in a low window."""
        self.column.setSpacing(Spacing.XS if is_low else Spacing.M)
        for space, height in self._spaces:
            space.changeSize(0, 0 if is_low else height)
        self.column.invalidate()


class SendingFace(_Face):
    """The provider is being asked."""

    def __init__(self) -> None:
        super().__init__()
        self._spinner = Spinner(size=32)
        self._title = centered_label("heading")
        self._text = centered_label("body", "muted")
        self.leave(Spacing.XL)
        self.column.addLayout(centered(self._spinner))
        self.leave(Spacing.S)
        self.column.addWidget(self._title)
        self.column.addWidget(self._text)
        self.leave(Spacing.XL)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Sending the request"))
        self._text.setText(self.tr("You can leave this running: it stays in the list of payments."))


class CodeFace(_Face):
    """The customer has received a code; the cashier types it."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Words = ""
        self._tone = "danger"
        self._announcer = Announcer(self)
        self._prompt = centered_label("medium")
        self.code = CodeEdit()
        self.code.setObjectName("paymentDialog.code")
        self.message = centered_label("small", "danger")
        self.countdown = CountdownBar()
        self.confirm = PrimaryButton(key_hint="Enter")
        self.confirm.setObjectName("paymentDialog.confirm")
        self.leave(Spacing.S)
        self.column.addWidget(self._prompt)
        self.column.addWidget(self.code)
        self.column.addWidget(self.message)
        self.column.addWidget(self.countdown)
        self.leave(Spacing.S)
        self.column.addWidget(self.confirm)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._prompt.setText(self.tr("Enter the code that was sent to the customer"))
        self.code.setAccessibleName(self.tr("Confirmation code"))
        self.confirm.setText(self.tr("Confirm payment"))
        if callable(self._words):
            self.set_message(self._words, tone=self._tone)

    def set_low(self, *, is_low: bool) -> None:
        """Make the boxes less high in a low window, too."""
        super().set_low(is_low=is_low)
        self.code.set_low(is_low=is_low)

    def set_message(self, words: Words, *, tone: str = "danger") -> None:
        """Say what is wrong with the code, or in another tone what becomes of it; a screen reader hears it."""
        self._words, self._tone = words, tone
        text = words() if callable(words) else words
        self.message.set_tone(tone)
        self.message.setText(text)
        self.code.set_error(bool(text) and tone == "danger")
        self.code.setAccessibleDescription(text)
        if text:
            self._announcer.say(text, urgent=True)
        else:
            self._announcer.forget()


class TokenFace(_Face):
    """The customer pays with a token; the cashier collects."""

    def __init__(self) -> None:
        super().__init__()
        self._announcer = Announcer(self)
        self._trouble_announcer = Announcer(self)
        self._prompt = centered_label("medium")
        self.qr = QrView()
        self.qr.setFixedSize(QR_SIZE, QR_SIZE)
        self.token = CopyLabel(points=20.0)
        self.token.setObjectName("paymentDialog.token")
        self.spinner = Spinner(size=18)
        self.live = TextLabel(role="medium", tone="muted")
        self.live.setObjectName("paymentDialog.live")
        self.message = centered_label("small", "danger")
        self.countdown = CountdownBar()
        self.warning = centered_label("small", "warning")
        self.warning.hide()
        self.collect = PrimaryButton(key_hint="Enter")
        self.collect.setObjectName("paymentDialog.collect")
        live_row = QHBoxLayout()
        live_row.setSpacing(Spacing.S)
        live_row.addStretch(1)
        live_row.addWidget(self.spinner)
        live_row.addWidget(self.live)
        live_row.addStretch(1)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(Spacing.M)
        self._texts.addLayout(centered(self.token))
        self._texts.addLayout(live_row)
        self._texts.addWidget(self.message)
        self._texts.addWidget(self.countdown)
        self._texts.addWidget(self.warning)
        self._texts.addWidget(self.collect)
        # In a low window the picture stands beside the rest, and nothing has to be scrolled to.
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(Spacing.M)
        self._both.addLayout(centered(self.qr))
        self._both.addLayout(self._texts, 1)
        self.column.addWidget(self._prompt)
        self.column.addLayout(self._both)
        self.retranslate()

    def set_low(self, *, is_low: bool) -> None:
        """Put the picture beside the words in a low window."""
        super().set_low(is_low=is_low)
        put_beside(self._both, is_beside=is_low)
        self._both.setSpacing(Spacing.XL if is_low else Spacing.M)
        self._texts.setSpacing(Spacing.XS if is_low else Spacing.M)
        size = _LOW_QR_SIZE if is_low else QR_SIZE
        self.qr.setFixedSize(size, size)

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._prompt.setText(self.tr("The customer scans this, or types the token"))
        self.token.setAccessibleName(self.tr("Token"))
        self.qr.setAccessibleName(self.tr("QR code of the token"))
        self.collect.setText(self.tr("Collect the money"))
        self.warning.setText(
            self.tr("If you do not collect in time, the money goes back to the customer by itself.")
        )

    def set_live(self, *, customer_paid: bool) -> None:
        """Say whether the customer has paid."""
        self.spinner.setVisible(not customer_paid)
        self.live.set_tone("accent" if customer_paid else "muted")
        self.live.setText(
            self.tr("The customer has paid. Collect the money now.")
            if customer_paid
            else self.tr("Waiting for the customer to pay")
        )
        self._announcer.say(self.live.text())

    def set_message(self, text: str, *, tone: str = "danger") -> None:
        """Say what keeps the till from asking or collecting, or nothing."""
        self.message.set_tone(tone)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            self._trouble_announcer.say(text, urgent=True)
        else:
            self._trouble_announcer.forget()


class OutcomeFace(_Face):
    """How it ended, or that nobody knows yet; the words are the dialog's."""

    def __init__(self) -> None:
        super().__init__()
        self._announcer = Announcer(self)
        self.emblem = Emblem()
        self.title = centered_label("title")
        self.title.setObjectName("paymentDialog.outcome")
        self.text = centered_label("body", "muted", content="auto")
        self.detail = centered_label("small", "muted")
        self.primary = PrimaryButton(key_hint="Enter")
        self.primary.setObjectName("paymentDialog.primary")
        self.secondary = SecondaryButton()
        self.secondary.setObjectName("paymentDialog.secondary")
        self._sign = Sign(self.emblem, self.title)
        self._buttons = below_each_other(self.primary, self.secondary)
        self.leave(Spacing.S)
        self.column.addLayout(self._sign)
        self.column.addWidget(self.text)
        self.column.addWidget(self.detail)
        self.leave(Spacing.S)
        self.column.addLayout(self._buttons)

    def set_low(self, *, is_low: bool) -> None:
        """Put beside each other in a low window what stands below each other in a high one."""
        super().set_low(is_low=is_low)
        self._sign.set_low(is_low=is_low)
        put_beside(self._buttons, is_beside=is_low)

    def show_outcome(
        self,
        kind: StateKind,
        icon_name: str,
        title: str,
        text: str,
        *,
        primary: str,
        secondary: str = "",
    ) -> None:
        """Say how it stands, and what can be done; an empty button text hides the button."""
        self.emblem.set_sign(kind, icon_name)
        tones = {StateKind.SUCCESS: "accent", StateKind.DANGER: "danger", StateKind.WARNING: "warning"}
        self.title.set_tone(tones.get(kind, "text"))
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.primary.setText(primary)
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        self._announcer.say(f"{title}. {text}" if text else title, urgent=True)

    def set_detail(self, text: str) -> None:
        """Say one more line below, such as when the provider is asked next."""
        self.detail.setText(text)
        self.detail.setVisible(bool(text))


def grouped_number(number: str) -> str:
    """Return a customer's number in groups of four as on cards, kept left to right in any text."""
    fmt = current_locale_format()
    if not number.isdigit():
        return fmt.isolate_ltr(number)
    return fmt.isolate_ltr(" ".join(number[index : index + 4] for index in range(0, len(number), 4)))
