"""A labelled field: label above, control, and below it a line that helps or says what is wrong."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cashier.ui.announcements import Announcer
from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.text_label import TextLabel
from cashier.ui.widgets.words import Words, said

_ICON_SIZE: Final = 16


class Field(QWidget):
    """A control with its label and its message; the message's line is kept free so that nothing jumps."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        optional: bool = False,
        keeps_room: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Put `label` over `control`; `optional` says so beside the label.

        With `keeps_room` there is always room for a message, so that nothing moves when one comes; without it, as for
        what can only be chosen and never wrongly, there is none before.
        """
        super().__init__(parent)
        self.control = control
        self._keeps_room = keeps_room
        self._announcer = Announcer(self)
        self._error: str | None = None
        self._error_words: Words | None = None
        self._helper, self._helper_tone = "", "muted"
        self._label = TextLabel(role="small", tone="muted")
        self._label.setBuddy(control)
        self._optional = TextLabel(role="small", tone="muted")
        if not optional:
            # Never shown from here: as long as it lies in nothing, it would be a window of its own.
            self._optional.hide()
        self._icon = IconLabel("warning", "danger", _ICON_SIZE)
        self._message = TextLabel(role="small", tone="muted")
        self._message.setMinimumHeight(QFontMetrics(self._message.font()).height())

        head = QHBoxLayout()
        head.setSpacing(Spacing.XS)
        head.addWidget(self._label)
        head.addWidget(self._optional)
        head.addStretch(1)
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(control)
        column.addLayout(foot)
        # What is left over goes below, not between label and control.
        column.addStretch(1)
        self.setFocusProxy(control)
        self.set_label(label)
        self._translate()
        self._show_message()

    def set_label(self, label: str) -> None:
        """Say something else above the control; it is the control's accessible name too."""
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def add_beside_message(self, widget: QWidget) -> None:
        """Put something small at the end of the message's line."""
        self._foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        # The line is as high as that now, and its words stand in the middle of it.
        self._foot.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)

    def label(self) -> QLabel:
        """Return the label's widget."""
        return self._label

    def set_helper(self, text: str, *, tone: str = "muted") -> None:
        """Say something helpful below, such as the amount in words; an error takes its place."""
        self._helper, self._helper_tone = text, tone
        self._show_message()

    def set_error(self, words: Words | None) -> None:
        """Say what is wrong, or nothing any more; a screen reader hears it as the control's description."""
        self._error_words = words
        self._error = said(words) or None
        mark = getattr(self.control, "set_error", None)
        if mark is not None:
            mark(self._error is not None)
        self._show_message()
        if self._error is None:
            self._announcer.forget()
        else:
            self._announcer.say(self._error, urgent=True)

    def error(self) -> str | None:
        """Return what is wrong, or None."""
        return self._error

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            if callable(self._error_words):
                self.set_error(self._error_words)

    def _translate(self) -> None:
        self._optional.setText(QCoreApplication.translate("Field", "(optional)"))

    def _show_message(self) -> None:
        warns = self._error is None and self._helper_tone == "warning"
        self._icon.setVisible(warns or self._error is not None)
        self._icon.set_icon("warning", "warning" if warns else "danger")
        self._message.set_tone(self._helper_tone if self._error is None else "danger")
        self._message.setText(self._helper if self._error is None else self._error)
        self._message.setVisible(self._keeps_room or bool(self._message.text()))
        self.control.setAccessibleDescription(self._error or self._helper)
