"""A calendar under a button: the day that is pressed is gone to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.domain.local_days import day_of
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import CalendarView, TextLabel
from cashier.ui.widgets.popup import Popup


class DateJumpPopup(Popup):
    """Closes with the day that was chosen, on Esc, or on a press beside it.

    Signals:
        chosen: with the day, a `date` of the shop's.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        """Prepare it; `now` tells the time, aware."""
        super().__init__("history.jump.popup", parent)
        self._now = now
        self._title = TextLabel(role="strong")
        self._calendar = CalendarView("history.jump.calendar")
        self._calendar.begun.connect(self._take)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.L)
        column.setSpacing(Spacing.S)
        column.addWidget(self._title)
        column.addWidget(self._calendar)
        self.hold(content)

    def open_under(self, anchor: QWidget) -> None:
        """Show it under `anchor`, within the screen."""
        self.retranslate()
        self._calendar.set_today(day_of(self._now(), current_locale_format().zone))
        self._calendar.set_days(None, None)
        self.fit(anchor)
        self.show_under(anchor, at_trailing_edge=True)
        self._calendar.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.fit(self)

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Go to a date"))
        self.setAccessibleName(self._title.text())
        self._calendar.retranslate()

    def _take(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)
