"""Chooses which days are looked at: a named stretch, a month, or days of a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cashier.domain.local_days import day_of
from cashier.ui.date_choice import DateChoice, DatePreset, DateWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.tokens import CONTROL_HEIGHT, Spacing
from cashier.ui.widgets import CalendarView, PrimaryButton, TextLabel
from cashier.ui.widgets.popup import Popup

_PRESETS: Final = tuple(preset for preset in DatePreset if preset is not DatePreset.DAYS)
_MONTHS_LISTED: Final = 24
_CHOICE_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW_HEIGHT: Final = CONTROL_HEIGHT - Spacing.XS
_LEAST_LIST_WIDTH: Final = 168


class DateRangePopup(Popup):
    """Lies under the button that opened it until something is chosen, Esc is pressed, or it is clicked beside.

    Signals:
        chosen: with the `DateChoice`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        """Prepare it; `now` tells the time, aware."""
        super().__init__("dates", parent)
        self._now = now
        self._words = DateWords(self)
        self._choice = DateChoice()
        self._first: date | None = None
        self._list = _Choices()
        self._calendar = CalendarView("dates.calendar")
        self._said = TextLabel(role="small", tone="muted")
        self._said.setObjectName("dates.said")
        self._show = PrimaryButton()
        self._show.setObjectName("dates.show")
        foot = QHBoxLayout()
        foot.setSpacing(Spacing.M)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._show)
        days = QVBoxLayout()
        days.setSpacing(Spacing.M)
        days.addWidget(self._calendar)
        days.addStretch(1)
        days.addLayout(foot)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.L)
        row.setSpacing(Spacing.L)
        row.addWidget(self._list)
        row.addLayout(days)
        self.hold(content)
        self._list.choice_taken.connect(self._take)
        self._calendar.begun.connect(self._on_begun)
        self._calendar.chosen.connect(self._on_days)
        self._show.clicked.connect(self._on_show)

    def open_under(self, anchor: QWidget, choice: DateChoice) -> None:
        """Show it under `anchor`, at its leading edge, with `choice` as what holds now."""
        self._choice = choice
        self._write(choice)
        self.fit(anchor)
        self.show_under(anchor)
        (self._calendar if self._list.currentItem() is None else self._list).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._write(self._choice)
            self.fit(self)

    def _write(self, choice: DateChoice) -> None:
        now, fmt = self._now(), current_locale_format()
        months, today = fmt.months, day_of(now, fmt.zone)
        self.setAccessibleName(self.tr("Dates"))
        self._list.setAccessibleName(self.tr("Dates"))
        self._show.setText(self.tr("Show"))
        month = months.month_of(today)
        choices = [DateChoice(preset) for preset in _PRESETS]
        for count in range(_MONTHS_LISTED):
            listed = month.plus(-count)
            choices.append(DateChoice.of_days(months.first_day(listed), months.last_day(listed)))
        self._list.show_choices([(each, self._words.title(each, now)) for each in choices], choice)
        self._calendar.retranslate()
        self._calendar.set_today(today)
        days = self._words.days_of(choice, now)
        self._calendar.set_days(*(days or (None, None)))
        self._first = None
        self._say(*(days or (None, None)))

    def _say(self, first: date | None, last: date | None) -> None:
        fmt = current_locale_format()
        if first is None:
            text = self.tr("Choose the first day and the last.")
        elif last is None:
            text = self.tr("From {first}. Choose the last day.").format(first=fmt.day_month_year(first))
        elif first == last:
            text = fmt.day_long(first)
        else:
            text = self.tr("From {first} to {last}").format(
                first=fmt.day_month_year(first), last=fmt.day_month_year(last)
            )
        self._said.setText(text)
        self._show.setEnabled(first is not None)

    def _on_begun(self, first: date) -> None:
        self._first = first
        self._list.setCurrentRow(-1)
        self._say(first, None)

    def _on_days(self, first: date, last: date) -> None:
        self._first = None
        self._say(first, last)
        self._show.setFocus()

    def _on_show(self) -> None:
        # A first day without a last one is that day alone.
        days = self._calendar.days() or (self._first and (self._first, self._first))
        if days:
            self._take(DateChoice.of_days(*days))

    def _take(self, choice: DateChoice) -> None:
        self.close()
        self.chosen.emit(choice)


class _Choices(QListWidget):
    """The stretches that have a name; one click or Enter takes one."""

    choice_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dates.choices")
        self.setProperty("kind", "choices")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._take)

    def show_choices(self, choices: list[tuple[DateChoice, str]], current: DateChoice) -> None:
        """List these, the keys on the current one if it is among them."""
        self.clear()
        widest = 0
        for choice, title in choices:
            item = QListWidgetItem(title, self)
            item.setData(_CHOICE_ROLE, choice)
            item.setSizeHint(QSize(0, max(_ROW_HEIGHT, QFontMetrics(self.font()).height() + Spacing.M)))
            widest = max(widest, QFontMetrics(self.font()).horizontalAdvance(title))
            if choice == current:
                self.setCurrentItem(item)
        around = 2 * Spacing.L + self.verticalScrollBar().sizeHint().width() + Spacing.S
        self.setFixedWidth(max(_LEAST_LIST_WIDTH, widest + around))
        if self.currentItem() is None:
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and item is not None:
            if not event.isAutoRepeat():
                self._take(item)
            return
        super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.choice_taken.emit(item.data(_CHOICE_ROLE))
