"""A month to choose days in, worked by mouse and keys: one day, or from one day to another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cashier.ui.locale_format import current_locale_format
from cashier.ui.month_calendar import DAYS_IN_WEEK, MONTHS_IN_YEAR, Month
from cashier.ui.style.fonts import BASE_POINTS, SMALL_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, Spacing
from cashier.ui.widgets.buttons import QuietButton
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect
from cashier.ui.widgets.text_label import TextLabel

_WEEKS: Final = 6
_GAP: Final = 2
_NAMES_HEIGHT: Final = 28
_TODAY_MARK: Final = 4.0
# No shop's till is older, and a key held down must come to an end somewhere.
_EARLIEST: Final = date(2000, 1, 1)


class CalendarView(QWidget):
    """Shows one month. The first day chosen begins a stretch of days, the second one ends it.

    The arrows move by days and weeks, as they point on the screen; Home and End to the ends of the month, Page Up
    and Page Down by months, with Shift by years; Enter or Space chooses. Days after the latest cannot be chosen.

    Signals:
        begun: with the first day, when only that is chosen.
        chosen: with the first and the last day of the stretch.
    """

    begun = Signal(object)
    chosen = Signal(object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show today's month; `name` is the object name of the days, and the first part of the buttons' names."""
        super().__init__(parent)
        self._days = _Days()
        self._days.setObjectName(name)
        self._title = TextLabel(role="strong", wrap=False)
        self._title.set_alignment("center")
        self._title.setObjectName(f"{name}.month")
        self._steps: dict[int, QuietButton] = {}
        head = QHBoxLayout()
        head.setSpacing(0)
        for months, icon_name, part in (
            (-MONTHS_IN_YEAR, "chevrons-back", "previousYear"),
            (-1, "chevron-back", "previousMonth"),
            (1, "chevron-next", "nextMonth"),
            (MONTHS_IN_YEAR, "chevrons-next", "nextYear"),
        ):
            if months == 1:
                head.addWidget(self._title, 1)
            button = QuietButton(icon_name=icon_name)
            button.setObjectName(f"{name}.{part}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, months=months: self._days.turn(months))
            self._steps[months] = button
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.XS)
        column.addLayout(head)
        column.addWidget(self._days)
        self.setFocusProxy(self._days)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._days.begun.connect(self.begun)
        self._days.chosen.connect(self.chosen)
        self._days.turned.connect(self._write_head)
        self.retranslate()

    def set_today(self, today: date) -> None:
        """Mark a day as today, after which none can be chosen."""
        self._days.set_today(today)
        self._write_head()

    def set_days(self, first: date | None, last: date | None) -> None:
        """Show a stretch as the chosen one, and its last month; with None nothing is chosen, and today's is shown."""
        self._days.set_days(first, last)
        self._write_head()

    def days(self) -> tuple[date, date] | None:
        """Return the first and last of the chosen days; None while there are not both."""
        return self._days.days()

    def current(self) -> date:
        """Return the day that the keys are on."""
        return self._days.current()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language or calendar."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language and the calendar of the moment."""
        for months, text in (
            (-MONTHS_IN_YEAR, self.tr("Previous year")),
            (-1, self.tr("Previous month")),
            (1, self.tr("Next month")),
            (MONTHS_IN_YEAR, self.tr("Next year")),
        ):
            self._steps[months].setAccessibleName(text)
            self._steps[months].setToolTip(text)
        self._days.rewrite()
        self._write_head()

    def _write_head(self) -> None:
        month = self._days.month()
        self._title.setText(current_locale_format().month_and_year(month))
        for months, button in self._steps.items():
            button.setEnabled(self._days.may_turn(months))


class _Days(QWidget):
    """The grid."""

    begun = Signal(object)
    chosen = Signal(object, object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.max
        self._current = _EARLIEST
        self._first: date | None = None
        self._last: date | None = None
        self._pointed: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(font(BASE_POINTS))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_today(self, today: date) -> None:
        self._today = today
        if self._first is None:
            self._current = today
        self.rewrite()

    def set_days(self, first: date | None, last: date | None) -> None:
        self._first, self._last, self._pointed = first, last, None
        self._current = min(last or first or self._today, self._today)
        self.rewrite()

    def days(self) -> tuple[date, date] | None:
        if self._first is None or self._last is None:
            return None
        return self._first, self._last

    def current(self) -> date:
        return self._current

    def month(self) -> Month:
        return current_locale_format().months.month_of(self._current)

    def may_turn(self, months: int) -> bool:
        calendar = current_locale_format().months
        return calendar.month_of(_EARLIEST) <= self.month().plus(months) <= calendar.month_of(self._today)

    def turn(self, months: int) -> None:
        """Show another month, the keys on the same day of it."""
        if self.may_turn(months):
            self._go(current_locale_format().months.months_later(self._current, months))

    def rewrite(self) -> None:
        """Say anew which day the keys are on, in the language of the moment."""
        fmt = current_locale_format()
        self.setAccessibleName(fmt.day_long(self._current))
        said = [self.tr("Today")] if self._current == self._today else []
        first, last = self._shown_stretch()
        if first == self._current:
            said.append(self.tr("First day"))
        if last == self._current and self._last is not None:
            said.append(self.tr("Last day"))
        self.setAccessibleDescription(" · ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        cell = self._cell_size()
        return QSize(cell * DAYS_IN_WEEK, self._names_height() + cell * _WEEKS)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        months = current_locale_format().months
        steps = {
            Qt.Key.Key_Left: 1 if is_rtl else -1,
            Qt.Key.Key_Right: -1 if is_rtl else 1,
            Qt.Key.Key_Up: -DAYS_IN_WEEK,
            Qt.Key.Key_Down: DAYS_IN_WEEK,
        }
        if key in steps:
            self._go(self._current + timedelta(days=steps[Qt.Key(key)]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            count = MONTHS_IN_YEAR if with_shift else 1
            self._go(months.months_later(self._current, -count if key == Qt.Key.Key_PageUp else count))
        elif key == Qt.Key.Key_Home:
            self._go(months.first_day(self.month()))
        elif key == Qt.Key.Key_End:
            self._go(months.last_day(self.month()))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if not event.isAutoRepeat():
                self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._day_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._go(day)
            self._choose(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y()
        if turns:
            self.turn(-1 if turns > 0 else 1)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def _go(self, day: date) -> None:
        self._current = max(_EARLIEST, min(day, self._today))
        self._pointed = None
        self.rewrite()
        self.turned.emit()

    def _choose(self, day: date) -> None:
        if self._first is None or self._last is not None:
            self._first, self._last = day, None
            self.rewrite()
            self.begun.emit(day)
            return
        self._first, self._last = sorted((self._first, day))
        self.rewrite()
        self.chosen.emit(self._first, self._last)

    def _point_at(self, day: date | None) -> None:
        if day != self._pointed:
            self._pointed = day
            self.setCursor(Qt.CursorShape.PointingHandCursor if day else Qt.CursorShape.ArrowCursor)
            self.update()

    # Where things are

    def _cell_size(self) -> int:
        metrics = QFontMetrics(self.font())
        return max(
            CONTROL_HEIGHT, metrics.horizontalAdvance("00") + 2 * Spacing.S, metrics.height() + Spacing.L
        )

    def _names_height(self) -> int:
        return max(_NAMES_HEIGHT, QFontMetrics(self._small()).height() + Spacing.S)

    @staticmethod
    def _small() -> QFont:
        return font(SMALL_POINTS)

    def _cells(self) -> dict[date, QRect]:
        """Return where each day of the month lies."""
        months, size = current_locale_format().months, self._cell_size()
        first = months.first_day(self.month())
        start = months.week_start(first)
        cells = {}
        for number in range(months.length(self.month())):
            day = first + timedelta(days=number)
            week, column = divmod((day - start).days, DAYS_IN_WEEK)
            logical = QRect(column * size, self._names_height() + week * size, size, size)
            cells[day] = visual_rect(self.layoutDirection(), self.rect(), logical)
        return cells

    def _day_at(self, point: QPoint) -> date | None:
        found = next((day for day, rect in self._cells().items() if rect.contains(point)), None)
        return found if found is not None and found <= self._today else None

    def _shown_stretch(self) -> tuple[date | None, date | None]:
        """Return the chosen days; while the last one is still to come, the one pointed at stands for it."""
        if self._first is None or self._last is not None:
            return self._first, self._last
        end = self._pointed or self._current
        return min(self._first, end), max(self._first, end)

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        painter = QPainter(self)
        self._paint_names(painter)
        first, last = self._shown_stretch()
        for day, cell in self._cells().items():
            in_stretch = first is not None and last is not None and first <= day <= last
            if in_stretch and first != last:
                self._paint_band(painter, cell, starts=day == first, ends=day == last)
        for day, cell in self._cells().items():
            self._paint_day(painter, day, cell, is_end=day in {self._first, self._last})

    def _paint_names(self, painter: QPainter) -> None:
        months, theme, size = current_locale_format().months, current_theme(), self._cell_size()
        painter.setFont(self._small())
        for column, weekday in enumerate(months.weekdays()):
            logical = QRect(column * size, 0, size, self._names_height())
            painter.setPen(QColor(theme.danger if months.is_day_off(weekday) else theme.muted_text))
            painter.drawText(
                visual_rect(self.layoutDirection(), self.rect(), logical),
                text_flags(self.layoutDirection(), centered=True),
                months.weekday_short(weekday),
            )

    def _paint_band(self, painter: QPainter, cell: QRect, *, starts: bool, ends: bool) -> None:
        band = QRectF(cell.adjusted(0, _GAP, 0, -_GAP))
        half = band.width() / 2
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_left, at_right = (ends, starts) if is_rtl else (starts, ends)
        # From the middle of the first day to the middle of the last.
        painter.fillRect(
            band.adjusted(half if at_left else 0, 0, -half if at_right else 0, 0),
            QColor(current_theme().accent_soft),
        )

    def _paint_day(self, painter: QPainter, day: date, cell: QRect, *, is_end: bool) -> None:
        fmt, theme = current_locale_format(), current_theme()
        box = QRectF(cell.adjusted(_GAP, _GAP, -_GAP, -_GAP))
        color = theme.danger if fmt.months.is_day_off(day.isoweekday()) else theme.text
        if is_end:
            paint_box(painter, box, fill=theme.accent, border=None)
            color = theme.on_accent
        elif day > self._today:
            color = theme.muted_text
            painter.setOpacity(0.55)
        elif day == self._pointed and self._first is None:
            paint_box(painter, box, fill=theme.hover, border=None)
        if day == self._current and self.hasFocus():
            ring, inset = (theme.on_accent, 3) if is_end else (theme.accent, 0)
            paint_box(
                painter,
                box.adjusted(inset, inset, -inset, -inset),
                fill=None,
                border=ring,
                border_width=FOCUS_WIDTH,
            )
        weight = QFont.Weight.DemiBold if is_end or day == self._today else QFont.Weight.Normal
        painter.setFont(font(BASE_POINTS, weight))
        painter.setPen(QColor(color))
        number = fmt.digits(str(fmt.months.day_in_month(day)))
        painter.drawText(box.toRect(), text_flags(self.layoutDirection(), centered=True), number)
        if day == self._today:
            mark = QRectF(0, 0, _TODAY_MARK, _TODAY_MARK)
            mark.moveCenter(box.center())
            mark.moveBottom(box.bottom() - 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color if is_end else theme.accent))
            painter.drawEllipse(mark)
        painter.setOpacity(1)
