"""The faces of a withdrawal: what the dialog shows while it is under way, and how it ends."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.domain.operation import Operation
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.ui.announcements import Announcer
from cashier.ui.emblem import Emblem, Sign, below_each_other, put_beside
from cashier.ui.fact_rows import FactRows
from cashier.ui.payment_faces import centered, centered_label
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import PrimaryButton, SecondaryButton, Spinner, StateKind
from cashier.ui.withdrawal_words import is_with_manager

_S = WithdrawalState


class WithdrawalFace(Enum):
    """What the dialog shows."""

    REVIEW = "review"
    SENDING = "sending"
    WAITING = "waiting"  # approved; nothing has left this machine
    ACCEPTED = "accepted"
    PAID = "paid"
    REJECTED = "rejected"
    REFUSED = "refused"
    UNKNOWN = "unknown"  # money may have moved
    WITH_MANAGER = "with_manager"  # only a person can say whether it has
    DRAFT = "draft"
    CANCELLED = "cancelled"


_FACES = {
    _S.DRAFT: WithdrawalFace.DRAFT,
    _S.AWAITING_APPROVAL: WithdrawalFace.REVIEW,
    _S.APPROVED: WithdrawalFace.WAITING,
    _S.SUBMITTING: WithdrawalFace.SENDING,
    _S.ACCEPTED: WithdrawalFace.ACCEPTED,
    _S.PAID: WithdrawalFace.PAID,
    _S.REJECTED: WithdrawalFace.REJECTED,
    _S.REFUSED: WithdrawalFace.REFUSED,
    _S.UNKNOWN: WithdrawalFace.UNKNOWN,
    _S.CANCELLED: WithdrawalFace.CANCELLED,
}


def withdrawal_face(withdrawal: Withdrawal, operation: Operation | None) -> WithdrawalFace:
    """Return the face that shows a withdrawal as it stands."""
    if is_with_manager(withdrawal, operation):
        return WithdrawalFace.WITH_MANAGER
    return _FACES[withdrawal.state]


class SendingWithdrawalFace(QWidget):
    """The provider is being asked."""

    def __init__(self) -> None:
        super().__init__()
        self._spinner = Spinner(size=32)
        self._title = centered_label("heading")
        self._text = centered_label("body", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addSpacing(Spacing.XL)
        column.addLayout(centered(self._spinner))
        column.addSpacing(Spacing.S)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(Spacing.XL)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Sending the withdrawal"))
        self._text.setText(
            self.tr("It is sent once. You can leave this running: it stays in Needs attention.")
        )


class WithdrawalEndingFace(QWidget):
    """How it stands, or that nobody knows yet; the words are the dialog's."""

    def __init__(self) -> None:
        super().__init__()
        self._announcer = Announcer(self)
        self._emblem = Emblem()
        self._title = centered_label("title")
        self._title.setObjectName("withdrawDialog.outcome")
        self._text = centered_label("body", "muted", content="auto")
        self._text.setObjectName("withdrawDialog.why")
        self._detail = centered_label("small", "muted", content="auto")
        self._detail.setObjectName("withdrawDialog.detail")
        self.facts = FactRows()
        self.primary = PrimaryButton(key_hint="Enter")
        self.primary.setObjectName("withdrawDialog.primary")
        self.secondary = SecondaryButton()
        self.secondary.setObjectName("withdrawDialog.secondary")
        self.secondary.setAutoDefault(False)
        self._sign = Sign(self._emblem, self._title)
        self._buttons = below_each_other(self.primary, self.secondary)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addSpacing(Spacing.S)
        column.addLayout(self._sign)
        for widget in (self._text, self._detail, self.facts):
            column.addWidget(widget)
        column.addSpacing(Spacing.S)
        column.addLayout(self._buttons)

    def set_low(self, *, is_low: bool) -> None:
        """Move together in a low window."""
        self._column.setSpacing(Spacing.XS if is_low else Spacing.M)
        self._sign.set_low(is_low=is_low)
        put_beside(self._buttons, is_beside=is_low)

    def show_sign(self, kind: StateKind, icon_name: str, title: str) -> None:
        """Show the ending at a glance."""
        self._emblem.set_sign(kind, icon_name)
        tones = {StateKind.SUCCESS: "accent", StateKind.DANGER: "danger", StateKind.WARNING: "warning"}
        self._title.set_tone(tones.get(kind, "text"))
        self._title.setText(title)

    def show_text(self, text: str) -> None:
        """Say why, and what becomes of it."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def set_detail(self, text: str) -> None:
        """Say one more line below, such as when the provider is asked next."""
        self._detail.setText(text)
        self._detail.setVisible(bool(text))

    def announce(self) -> None:
        """Have a screen reader say how it stands, if that is new."""
        title, text = self._title.text(), self._text.text()
        self._announcer.say(f"{title}. {text}" if text else title, urgent=True)

    def show_ways(self, primary: str, secondary: str = "") -> None:
        """Offer what can be done; an empty text hides its button."""
        self.primary.setText(primary)
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
