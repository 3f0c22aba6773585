"""Shown by itself while the till's data is being changed under the window: what is done, and that it needs no help."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.ui.payment_faces import centered, centered_label
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Spinner
from cashier.ui.widgets.words import Words, said


class WorkingPage(QWidget):
    """A turning wheel with a title and a sentence; nothing can be pressed."""

    def __init__(self, name: str, title: Words, text: Words, parent: QWidget | None = None) -> None:
        """Say `title` and `text`; `name` is the page's object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self._words = (title, text)
        self._title = centered_label("heading")
        self._text = centered_label("body", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.XXL, Spacing.XXL, Spacing.XXL, Spacing.XXL)
        column.addStretch(1)
        column.addLayout(centered(Spinner(size=32)))
        column.addSpacing(Spacing.L)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        self.retranslate()

    def say(self, title: Words, text: Words) -> None:
        """Say something else."""
        self._words = (title, text)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        title, text = map(said, self._words)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
