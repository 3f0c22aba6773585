"""A calendar under a button: the day that is pressed is gone to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cashier.domain.local_days import day_of
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import RADIUS_CARD, Spacing
from cashier.ui.widgets import CalendarView, TextLabel
from cashier.ui.widgets.painting import paint_box

_BELOW: Final = 6


class DateJumpPopup(QFrame):
    """Closes with the day that was chosen, on Esc, or on a press beside it.

    Signals:
        chosen: with the day, a `date` of the shop's.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        """Prepare it; `now` tells the time, aware."""
        super().__init__(
            parent,
            Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setObjectName("history.jump.popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._now = now
        self._title = TextLabel(role="strong")
        self._calendar = CalendarView("history.jump.calendar")
        self._calendar.begun.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.L)
        column.setSpacing(Spacing.S)
        column.addWidget(self._title)
        column.addWidget(self._calendar)

    def open_under(self, anchor: QWidget) -> None:
        """Show it under `anchor`, within the screen."""
        self._title.setText(self.tr("Go to a date"))
        self.setAccessibleName(self._title.text())
        self._calendar.retranslate()
        self._calendar.set_today(day_of(self._now(), current_locale_format().zone))
        self._calendar.set_days(None, None)
        self.setLayoutDirection(anchor.layoutDirection())
        self.adjustSize()
        is_rtl = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if is_rtl else anchor.width() - self.width()
        place = anchor.mapToGlobal(QPoint(left, anchor.height() + _BELOW))
        room = anchor.screen().availableGeometry()
        self.move(max(room.left(), min(place.x(), room.right() - self.width() + 1)), place.y())
        self.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the box."""
        theme = current_theme()
        paint_box(
            QPainter(self),
            QRectF(self.rect()),
            fill=theme.surface,
            border=theme.border,
            radius=RADIUS_CARD,
        )

    def _take(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)
