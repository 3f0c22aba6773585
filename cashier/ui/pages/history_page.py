"""History: everything the shop's money did, here and at the providers, found again in a moment."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cashier.domain.account import Account
from cashier.domain.history import HistorySort, HistoryTotals, ItemKind
from cashier.domain.local_days import start_of_day
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.services.history import HistoryChoices
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.history_details import HistoryDetailsPane
from cashier.ui.history_fetched import HistoryReadings
from cashier.ui.history_filters import HistoryFilters
from cashier.ui.history_head import HistoryHead
from cashier.ui.history_live import HistoryLive
from cashier.ui.history_nothing import HistoryNothing
from cashier.ui.history_row import HistoryRowWriter
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.history_table_view import HistoryTableView
from cashier.ui.history_totals import HistoryTotalsLine
from cashier.ui.history_words import HistoryWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.low_page import LowPage
from cashier.ui.messages import storage_message
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, Sheet, StateKind
from cashier.ui.widgets.tab_order import put_in_tab_order
from cashier.ui.widgets.words import Words

# Wider, and nobody finds the end of the row that begins here.
_WIDEST: Final = 2200
# Beside the pane the table still has time, amount and state.
_LEAST_BESIDE: Final = 480
_VIEWS: Final = (None, ItemKind.PAYMENT, ItemKind.WITHDRAWAL)
# What is quicker than this needs no word.
_SAY_READING_AFTER_MS: Final = 300
_NEW_CHOICES_AFTER_MS: Final = 250


class HistoryPage(QWidget):
    """Table, filters, totals and, beside the table, all about the item that was chosen.

    Signals:
        payment_wanted: a payment is to be taken up in its dialog.
        withdrawal_wanted: a withdrawal is, with its account.
    """

    payment_wanted = Signal(Payment)
    withdrawal_wanted = Signal(Withdrawal, Account)

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._words = HistoryWords(self)
        self._choices: HistoryChoices | None = None
        self._labels: dict[str, str] = {}
        self._totals: HistoryTotals | None = None
        # Place and time of the item whose details are shown.
        self._shown_item: tuple[int, datetime] | None = None
        # Gone to as soon as its row is found.
        self._wanted_moment: datetime | None = None
        clock = till.session.clock
        self._filters = HistoryFilters(clock.now)
        self._head = HistoryHead(clock.now, self._filters.search_line)
        self._readings = HistoryReadings()
        self._model = HistoryTableModel(till.history, on_unexpected, self)
        self._table = HistoryTableView(self._model)
        self._trouble = Banner(radius=8)
        self._trouble.setObjectName("history.trouble")
        self._nothing = HistoryNothing()
        self._totals_line = HistoryTotalsLine()
        self._details = HistoryDetailsPane(till, on_unexpected)
        self._live = HistoryLive(
            till,
            self._model,
            query=self._filters.query,
            may_move=self._may_move,
            on_unexpected=on_unexpected,
            parent=self,
        )
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SAY_READING_AFTER_MS)
        self._lay_out()
        self._connect()
        self._ending = [
            till.lists.changes.subscribe(lambda _: self._show_progress()),
            till.accounts.changes.subscribe(lambda _: self._read_choices()),
            till.history.changes.subscribe(lambda _: self._read_choices_soon()),
        ]
        for key, slot in (("Ctrl+F", self._filters.begin_search), ("Ctrl+G", self._head.open_jump)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.setFocusProxy(self._table)
        self.retranslate()

    def _lay_out(self) -> None:
        self._places = QStackedWidget()
        self._places.addWidget(self._table)
        self._places.addWidget(self._nothing)
        self._places.setCurrentWidget(self._nothing)
        self._row = QHBoxLayout()
        self._row.setSpacing(Spacing.M)
        self._row.addWidget(self._places, 1)
        self._row.addWidget(self._details)
        self._details.hide()
        self._area = LowPage(self, self._height_of_nothing)
        self._area.set_main(self._row)
        self._area.follow(self._details)
        self._column = self._area.column
        self._column.addWidget(self._head)
        self._column.addWidget(self._filters)
        self._column.addWidget(self._readings)
        self._column.addWidget(self._trouble)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self._totals_line)
        # What opens popups of its own falls out of the order in which Tab goes through the page.
        put_in_tab_order(self._head, [*self._head.tab_stops(), *self._filters.tab_stops(), self._table])
        self._leave_room()

    def _connect(self) -> None:
        self._choices_timer = QTimer(self)
        self._choices_timer.setSingleShot(True)
        self._choices_timer.setInterval(_NEW_CHOICES_AFTER_MS)
        self._choices_timer.timeout.connect(self._read_choices)
        head, live, table, details = self._head, self._live, self._table, self._details
        head.view_chosen.connect(lambda place: self._filters.look_at(_VIEWS[place]))
        head.new_wanted.connect(self._show_new)
        head.refresh_wanted.connect(self._till.lists.refresh)
        head.export_wanted.connect(self._export)
        head.day_chosen.connect(self._go_to_day)
        self._filters.changed.connect(self._look_at_other)
        live.new_counted.connect(head.show_new)
        live.totals_read.connect(self._show_totals)
        live.failed.connect(self._show_trouble)
        self._trouble.action_triggered.connect(self._look_at_other)
        self._nothing.again_wanted.connect(self._look_at_other)
        self._nothing.clear_wanted.connect(self._clear)
        self._nothing.refresh_wanted.connect(self._till.lists.refresh)
        self._model.opened.connect(self._on_opened)
        self._model.grown.connect(self._show_found)
        self._model.completed.connect(self._show_found)
        table.chosen.connect(self._show_details)
        table.current_moved.connect(self._follow_details)
        table.sort_wanted.connect(self._filters.sort_by)
        details.installEventFilter(self)
        details.closed.connect(self._on_details_closed)
        details.payment_wanted.connect(self.payment_wanted)
        details.withdrawal_wanted.connect(self.withdrawal_wanted)
        self._late.timeout.connect(self._nothing.say_reading)

    def close_page(self) -> None:
        """Stop listening; the page is going."""
        for end in self._ending:
            end()
        self._choices_timer.stop()
        self._late.stop()
        self._live.close()
        self._model.close_model()
        self._filters.close_filters()
        self._details.close_page()
        self._tasks.cancel_all()

    # On the screen

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what happened while another page was shown."""
        super().showEvent(event)
        if self._model.keys is None:
            self._late.start()
        self._live.watch(watched=True)
        self._read_choices()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing while nobody looks."""
        super().hideEvent(event)
        self._live.watch(watched=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the pane on Esc, wherever on the page the keys are."""
        if event.key() == Qt.Key.Key_Escape and self._shown_item is not None:
            self._on_details_closed()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make way for the pane when it comes: it shows itself once it has read what it shows."""
        if watched is self._details and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._make_way()
            row = self._table.current_row()
            if event.type() == QEvent.Type.Show and row is not None and not self._places.isHidden():
                self._table.scrollTo(self._model.index(row, 0))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language; rows, filters and place stay."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        fmt = current_locale_format()
        operators = self._choices.operators if self._choices is not None else ()
        writer = HistoryRowWriter(
            fmt,
            self._words,
            accounts=self._labels,
            operators={operator.id: operator.name for operator in operators},
            now=self._till.session.clock.now(),
        )
        self._model.write_with(writer)
        self._show_progress()

    def _leave_room(self) -> None:
        self._area.leave_room(self.width(), _WIDEST)
        self._make_way()

    def _height_of_nothing(self, width: int) -> int | None:
        """Return how high what stands in place of the rows is; None if the rows are shown, or the pane."""
        is_shown = self._places.currentWidget() is self._nothing and not self._places.isHidden()
        return self._nothing.height_at(width) if is_shown else None

    def _make_way(self) -> None:
        """Where there is no room for both, the pane has all of it until it is closed."""
        pane = self._details.sizeHint().width() + self._row.spacing()
        room = self.width() - 2 * self._column.contentsMargins().left()
        is_over = not self._details.isHidden() and room - pane < _LEAST_BESIDE
        if self._places.isHidden() != is_over:
            self._places.setHidden(is_over)
        self._row.setStretch(1, 1 if is_over else 0)

    # What is shown

    def _look_at_other(self) -> None:
        query = self._filters.query()
        self._table.show_sort(query.sort, is_descending=query.descending)
        self._head.allow_jump(allowed=query.sort is HistorySort.TIME)
        self._live.open()

    def _show_new(self) -> None:
        self._table.scrollToTop()
        self._live.open()

    def _may_move(self) -> bool:
        # The first row has the keys as soon as the table has: nobody chose it.
        is_untouched = not self._table.current_row()
        return self._table.is_at_top() and self._shown_item is None and is_untouched

    def _on_opened(self) -> None:
        self._late.stop()
        self._wanted_moment = None
        self._table.scrollToTop()
        self._show_found()
        self._follow_item()

    def _follow_item(self) -> None:
        """Bring the keys back to the item whose details are shown, if it is among the rows."""
        row = self._model.row_of(*self._shown_item) if self._shown_item is not None else None
        if row is not None:
            self._table.choose_row(row)

    def _show_found(self) -> None:
        count = self._model.rowCount()
        self._totals_line.show_found(count, is_whole=self._model.is_complete)
        if count:
            self._places.setCurrentWidget(self._table)
            self._go_to_wanted()
        elif self._model.is_complete:
            self._nothing.say_nothing(is_filtered=self._filters.is_filtered())
            self._places.setCurrentWidget(self._nothing)

    def _show_totals(self, totals: HistoryTotals | None) -> None:
        self._totals = totals
        self._totals_line.show_totals(totals)

    def _show_trouble(self, words: Words) -> None:
        self._late.stop()
        if not words:
            self._trouble.clear()
        elif self._model.keys is None:
            self._nothing.say_trouble(words)
        else:
            self._trouble.show_message(StateKind.DANGER, words, lambda: self.tr("Try again"))

    def _show_progress(self) -> None:
        progress = self._till.lists.progress()
        self._head.show_progress(progress, self._labels)
        self._readings.show_progress(progress, self._labels)

    def _read_choices_soon(self) -> None:
        if self.isVisible() and not self._choices_timer.isActive():
            self._choices_timer.start()

    def _read_choices(self) -> None:
        self._do(self._show_choices())

    async def _show_choices(self) -> None:
        choices = await self._till.history.choices()
        # Those in use may not occur yet, those that occur may be in use no more.
        accounts = [*choices.accounts, *await self._till.accounts.in_use()]
        labels = {account.id: account.label for account in accounts}
        if (choices, labels) == (self._choices, self._labels):
            return
        self._choices, self._labels = choices, labels
        self._filters.show_choices(choices)
        self._table.use_names(tuple(labels.values()), tuple(choices.unit_codes))
        self.retranslate()

    def _go_to_day(self, day: date) -> None:
        query, zone = self._filters.query(), current_locale_format().zone
        # Of the newest first, a day begins with its last item.
        wanted = date.fromordinal(day.toordinal() + 1) if query.descending else day
        self._wanted_moment = start_of_day(wanted, zone)
        self._table.setFocus()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        moment, last = self._wanted_moment, self._model.rowCount() - 1
        if moment is None or self._table.go_to_moment(moment):
            self._wanted_moment = None
        elif self._model.is_complete:
            # Beyond all rows is where they end.
            self._wanted_moment = None
            if last >= 0:
                self._table.go_to_row(last)

    def _clear(self) -> None:
        self._head.choose_view(0)
        self._filters.look_at(None)
        self._filters.clear()

    def _export(self) -> None:
        if Sheet.any_open(self):
            return
        from cashier.ui.history_export_sheet import HistoryExportSheet  # noqa: PLC0415  # not before it is asked for

        count = self._totals.count if self._totals is not None else None
        HistoryExportSheet(
            self.window(), self._till, self._filters.query(), self._on_unexpected, count=count
        ).open()

    # The details

    def _show_details(self) -> None:
        row = self._table.current_row()
        item = self._model.item_at(row) if row is not None else None
        if item is None:
            return
        self._shown_item = (item.place, item.at)
        self._details.show_place(item.place)

    def _follow_details(self) -> None:
        if self._shown_item is not None:
            self._show_details()

    def _on_details_closed(self) -> None:
        self._shown_item = None
        self._details.clear()
        self._make_way()
        self._table.setFocus()

    def _do(self, step: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(self._told(step))

    async def _told(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except StorageUnavailableError as error:
            self._show_trouble(partial(storage_message, error.trouble))
