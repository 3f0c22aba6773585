"""The thin strip over a page for what the whole shop must know."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cashier.ui.announcements import Announcer
from cashier.ui.style.icons import IconLabel
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, Spacing
from cashier.ui.widgets.buttons import QuietButton
from cashier.ui.widgets.painting import paint_box
from cashier.ui.widgets.state_chip import StateKind
from cashier.ui.widgets.text_label import TextLabel
from cashier.ui.widgets.words import Words, said

_ICONS: Final = {
    StateKind.INFO: "info",
    StateKind.WARNING: "warning",
    StateKind.DANGER: "warning",
    StateKind.SUCCESS: "check",
    StateKind.NEUTRAL: "info",
}


class Banner(QFrame):
    """Says one thing with its icon and, perhaps, one action; hidden while there is nothing to say.

    Signals:
        action_triggered: when the action is pressed.
    """

    action_triggered = Signal()

    def __init__(self, parent: QWidget | None = None, *, radius: int = 0) -> None:
        """Make it hidden; `radius` rounds its corners where it lies on a card instead of across the window."""
        super().__init__(parent)
        self._kind = StateKind.INFO
        self._words: Words = ""
        self._action_words: Words = ""
        self._announcer = Announcer(self)
        self._radius = radius
        self._icon = IconLabel("info", "info", 18)
        self._label = TextLabel(role="small")
        self._label.setContentsMargins(0, Spacing.XS, 0, Spacing.XS)
        self._action = QuietButton()
        self._action.clicked.connect(self.action_triggered)
        row = QHBoxLayout(self)
        row.setContentsMargins(Spacing.L, 0, Spacing.L, 0)
        row.setSpacing(Spacing.S)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        self.setMinimumHeight(max(CONTROL_HEIGHT, QFontMetrics(self._label.font()).height() + Spacing.L))
        self.hide()

    def show_message(self, kind: StateKind, words: Words, action_words: Words = "") -> None:
        """Say `words` in the colours of `kind`, with a button if `action_words` are given.

        Words that are asked for anew follow a change of the language while they stand there.
        """
        self._kind = kind
        self._words, self._action_words = words, action_words
        self._icon.set_icon(_ICONS[kind], kind.value)
        self._action.set_tone(kind.value)
        self._label.set_tone(kind.value)
        self._write()
        self.show()
        self.update()
        self._announcer.say(self.text(), urgent=kind is StateKind.DANGER)

    def clear(self) -> None:
        """Say nothing and give the room back."""
        self._words = self._action_words = ""
        self._announcer.forget()
        self.hide()

    def text(self) -> str:
        """Return what it says, or said last."""
        return self._label.text()

    def action_button(self) -> QuietButton:
        """Return the action's button, to name it."""
        return self._action

    def changeEvent(self, event: QEvent) -> None:
        """Say the same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        text, action_text = said(self._words), said(self._action_words)
        self._label.setText(text)
        self._action.setText(action_text)
        self._action.setVisible(bool(action_text))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the soft ground."""
        ground = getattr(current_theme(), f"{self._kind.value}_soft")
        paint_box(QPainter(self), QRectF(self.rect()), fill=ground, border=None, radius=self._radius)
