"""Closing the window while an answer is awaited, or a backup is made: the program waits, and says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cashier.ui.payment_faces import centered, centered_label
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import SecondaryButton, Sheet, Spinner

_LOOK_MS: Final = 100


class ClosingSheet(Sheet):
    """Says what the program waits for before it closes, and offers not to wait for a provider.

    Signals:
        leave_now: the person does not want to wait; the outcome is then asked for at the next start.
    """

    leave_now = Signal()

    def __init__(self, window: QWidget, waits_for_answer: Callable[[], bool]) -> None:
        """Prepare it; `waits_for_answer` says whether it is a provider that is waited for at the moment."""
        super().__init__(window)
        self._waits_for_answer = waits_for_answer
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
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.retranslate)
        self._timer.start()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Closing"))
        waits_for_answer = self._waits_for_answer()
        self._leave.setVisible(waits_for_answer)
        self._leave.setText(self.tr("Close now, ask at the next start"))
        if waits_for_answer:
            self._title.setText(self.tr("Waiting for the provider's answer"))
            self._text.setText(
                self.tr("The program closes by itself as soon as it is known what became of the payment.")
            )
        else:
            self._title.setText(self.tr("A backup is being made"))
            self._text.setText(
                self.tr("The program closes by itself when it is done, or when it takes too long.")
            )

    def reject(self) -> None:
        """Stay: the program is closing already."""
