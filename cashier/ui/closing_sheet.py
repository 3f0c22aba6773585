"""Closing the window while an answer is awaited: the program waits, and says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from cashier.ui.payment_faces import centered, centered_label
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SecondaryButton, Sheet, Spinner


class ClosingSheet(Sheet):
    """Says what the program waits for before it closes, and offers not to wait.

    Signals:
        leave_now: the person does not want to wait; the outcome is then asked for at the next start.
    """

    leave_now = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("closing")
        self.set_card_width(480)
        self._title = centered_label("heading")
        self._text = centered_label("body", "muted")
        self._leave = SecondaryButton()
        self._leave.setObjectName("closing.leaveNow")
        self._leave.clicked.connect(self.leave_now)
        self.body.addLayout(centered(Spinner(size=32)))
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Closing"))
        self._title.setText(self.tr("Waiting for the provider's answer"))
        self._text.setText(
            self.tr("The program closes by itself as soon as it is known what became of the payment.")
        )
        self._leave.setText(self.tr("Close now, ask at the next start"))

    def reject(self) -> None:
        """Stay: the program is closing already."""
