"""Asks once before something is thrown away."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import DangerButton, SecondaryButton, Sheet, TextLabel
from cashier.ui.widgets.words import Words, said

_CARD_WIDTH = 480


class ConfirmSheet(Sheet):
    """A question with a dangerous answer and a safe one; the safe one is what Enter and Esc give.

    It is accepted by the dangerous answer and deletes itself when it closes.
    """

    def __init__(
        self, window: QWidget, name: str, *, title: Words, text: Words, confirm: Words, keep: Words
    ) -> None:
        """Prepare the question.

        Args:
            window: over whose window it lies.
            name: the first part of its buttons' object names, which end in `.confirm` and `.keep`.
            title: what is asked.
            text: what would happen.
            confirm: the dangerous answer.
            keep: the safe answer.
        """
        super().__init__(window)
        self._words = (title, text, confirm, keep)
        self.set_card_width(_CARD_WIDTH)
        self.setObjectName(name)
        self._title = TextLabel(role="heading", content="auto")
        self._text = TextLabel(tone="muted", content="auto")
        self._confirm = DangerButton()
        self._confirm.setObjectName(f"{name}.confirm")
        self._confirm.setAutoDefault(False)
        self._confirm.clicked.connect(self.accept)
        self._keep = SecondaryButton(key_hint="Esc")
        self._keep.setObjectName(f"{name}.keep")
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._keep, 1)
        buttons.addWidget(self._confirm, 1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addSpacing(Spacing.L)
        self.body.addLayout(buttons)
        self.finished.connect(self.deleteLater)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Ask in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        title, text, confirm, keep = map(said, self._words)
        self.set_title(title)
        self._title.setText(title)
        self._text.setText(text)
        self._confirm.setText(confirm)
        self._keep.setText(keep)
