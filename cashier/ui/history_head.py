"""The head of the history page: which view, how much is new, how far everything is fetched, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QWidget

from cashier.services.list_sync import ListProgress
from cashier.ui.announcements import announce
from cashier.ui.date_jump_popup import DateJumpPopup
from cashier.ui.filter_chip import FilterChip
from cashier.ui.history_fetched import HistoryFetched
from cashier.ui.locale_format import current_locale_format
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.style.tokens import CONTROL_HEIGHT, Spacing
from cashier.ui.widgets import QuietButton, SecondaryButton, StateKind, TextLabel

_VIEW_NAMES: Final = ("history.view.all", "history.view.payments", "history.view.withdrawals")


class _ExportButton(SecondaryButton):
    """As high as the views beside it."""

    height_px = CONTROL_HEIGHT
    padding_px = Spacing.L


class HistoryHead(QWidget):
    """Title, views and buttons in one line; where it is too short the views stand in another one.

    Args:
        now: tells the time.
        second_line: the other line.

    Signals:
        view_chosen: with the place of the view: all, payments, withdrawals.
        new_wanted: what is new is to be shown.
        refresh_wanted: the providers' lists are to be read now.
        export_wanted: what is looked at is to be written to a file.
        day_chosen: with the day, a `date`, to go to.
    """

    view_chosen = Signal(int)
    new_wanted = Signal()
    refresh_wanted = Signal()
    export_wanted = Signal()
    day_chosen = Signal(object)

    def __init__(self, now: Callable[[], datetime], second_line: QBoxLayout) -> None:
        super().__init__()
        self._second = second_line
        self._count_new = 0
        self._title = TextLabel(role="title", wrap=False)
        self._views = SegmentedChoice(_VIEW_NAMES)
        self._views.chosen.connect(self.view_chosen)
        self._new = FilterChip("history.new")
        self._new.setCheckable(False)
        self._new.clicked.connect(self.new_wanted)
        self._new.hide()
        self._fetched = HistoryFetched()
        self._refresh = QuietButton(icon_name="refresh")
        self._refresh.setObjectName("history.refresh")
        self._is_asked_for = False
        self._refresh.clicked.connect(self._on_refresh)
        self._jump = QuietButton(icon_name="calendar")
        self._jump.setObjectName("history.jump")
        self._jump.clicked.connect(self.open_jump)
        for button in (self._refresh, self._jump):
            button.setMinimumWidth(CONTROL_HEIGHT)
        self._popup = DateJumpPopup(self, now)
        self._popup.chosen.connect(self.day_chosen)
        self._export = _ExportButton(icon_name="download")
        self._export.setObjectName("history.export")
        self._export.clicked.connect(self.export_wanted)
        self._first = QHBoxLayout(self)
        self._first.setContentsMargins(0, 0, 0, 0)
        self._first.setSpacing(Spacing.M)
        self._first.addWidget(self._title)
        self._first.addWidget(self._views)
        self._first.addWidget(self._new)
        self._first.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.XS)
        buttons.addWidget(self._fetched)
        buttons.addWidget(self._refresh)
        buttons.addWidget(self._jump)
        self._first.addLayout(buttons)
        self._first.addWidget(self._export)
        self.retranslate()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        return [
            *self._views.findChildren(QAbstractButton),
            self._new,
            self._refresh,
            self._jump,
            self._export,
        ]

    def choose_view(self, place: int) -> None:
        """Mark a view without telling anybody."""
        self._views.choose(place)

    def show_new(self, count: int) -> None:
        """Say how many items are new; nought says nothing."""
        self._count_new = count
        fmt = current_locale_format()
        text = self.tr("%n new", "items", count).replace(str(count), fmt.number(count))
        self._new.set_state(StateKind.INFO, "chevron-up", text)
        self._new.setVisible(count > 0)
        self._arrange()

    def _on_refresh(self) -> None:
        self._is_asked_for = True
        self.refresh_wanted.emit()

    def show_progress(self, progress: Sequence[ListProgress], labels: Mapping[str, str]) -> None:
        """Show how far the providers' lists were read."""
        self._fetched.show_progress(progress, labels)
        self._refresh.setEnabled(bool(progress))
        is_reading = any(one.is_reading for one in progress)
        if self._is_asked_for and self._refresh.is_busy() and not is_reading:
            # What is read by itself, every few minutes, is not said.
            self._is_asked_for = False
            announce(self._fetched, self._fetched.text())
        if self._refresh.is_busy() != is_reading:
            self._refresh.set_busy(is_reading)
            self._refresh.set_icon_name("" if is_reading else "refresh")
        self._arrange()

    def allow_jump(self, *, allowed: bool) -> None:
        """Let a date be gone to, where rows are in the order of time."""
        self._jump.setEnabled(allowed)

    def open_jump(self) -> None:
        """Open the calendar of dates to go to."""
        if self._jump.isEnabled():
            self._popup.open_under(self._jump)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the views into a line of their own where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("History"))
        self._views.set_texts(
            self.tr("What is shown"), (self.tr("All"), self.tr("Payments"), self.tr("Withdrawals"))
        )
        self._export.setText(self.tr("Export"))
        for button, text in (
            (self._refresh, self.tr("Fetch from the providers now")),
            (self._jump, self.tr("Go to a date (Ctrl+G)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.show_new(self._count_new)

    def _arrange(self) -> None:
        """Move the views to the line that has room for them."""
        parts = (self._title, self._fetched, self._refresh, self._jump, self._export, self._new)
        shown = [part for part in parts if not part.isHidden()]
        needed = sum(part.sizeHint().width() + Spacing.M for part in shown)
        fits = needed + self._views.sizeHint().width() + Spacing.M <= self.width()
        is_first = self._first.indexOf(self._views) >= 0
        if fits and not is_first:
            self._second.removeWidget(self._views)
            self._first.insertWidget(1, self._views)
        elif not fits and is_first:
            self._first.removeWidget(self._views)
            self._second.insertWidget(0, self._views)
        self._second.setDirection(
            QBoxLayout.Direction.LeftToRight if self._fits_beside() else QBoxLayout.Direction.TopToBottom
        )

    def _fits_beside(self) -> bool:
        """Say whether the views have room in the second line beside what else is in it."""
        items = [self._second.itemAt(place) for place in range(self._second.count())]
        others = [item for item in items if item is not None and item.widget() is not self._views]
        needed = sum(item.minimumSize().width() + self._second.spacing() for item in others)
        return needed + self._views.sizeHint().width() <= self.width()
