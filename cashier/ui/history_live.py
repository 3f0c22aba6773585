"""Keeps the table of history up to date without moving it under a reader: what is new is counted, or shown."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from cashier.domain.history import HistoryQuery
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.messages import storage_message
from cashier.ui.tasks import TaskOwner

# Four looks a second are as live as anybody can see.
_LOOK_AFTER_MS: Final = 250
# The sums are of everything: of a million items they take a core for a while.
_SUM_AFTER_MS: Final = 1000
# Finding all rows anew must not become what the program does all day.
_REST_FACTOR: Final = 8
_LEAST_REST_MS: Final = 1000


class HistoryLive(QObject):
    """Opens what is looked at, and follows what changes while somebody looks.

    Args:
        query: what is looked at now.
        may_move: whether nobody would mind new rows, because nothing is being read.

    Signals:
        new_counted: how many items came that are not among the rows.
        totals_read: the `HistoryTotals` of what is looked at; None while they are not known.
        failed: why nothing can be read; empty when it can be again.
    """

    new_counted = Signal(int)
    totals_read = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        till: Till,
        model: HistoryTableModel,
        *,
        query: Callable[[], HistoryQuery],
        may_move: Callable[[], bool],
        on_unexpected: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._history = till.history
        self._model = model
        self._query = query
        self._may_move = may_move
        self._tasks = TaskOwner(on_unexpected)
        self._is_watched = False
        self._is_stale = False
        self._is_looking = False
        self._is_summing = False
        self._summed: HistoryQuery | None = None
        self._since_opened = QElapsedTimer()
        self._rest_ms = _LEAST_REST_MS
        self._look_timer = self._timer(_LOOK_AFTER_MS, self._look)
        self._sum_timer = self._timer(_SUM_AFTER_MS, self._sum)
        self._unsubscribe = till.history.changes.subscribe(lambda _: self._on_changed())
        model.completed.connect(self._on_completed)
        model.failed.connect(self.failed)

    def watch(self, *, watched: bool) -> None:
        """Say whether anybody can see the rows; what happened meanwhile is made up for."""
        self._is_watched = watched
        if watched and (self._is_stale or self._model.keys is None or self._is_another_day()):
            self._is_stale = False
            if self._model.keys is None:
                self.open()
            else:
                self._on_changed()

    def open(self) -> None:
        """Show what is looked at now, from its first row."""
        self._look_timer.stop()
        self._start(self._open())

    def close(self) -> None:
        """Follow nothing any more."""
        self._unsubscribe()
        self._look_timer.stop()
        self._sum_timer.stop()
        self._tasks.cancel_all()

    # Looking

    def _on_changed(self) -> None:
        if not self._is_watched or self._is_looking:
            self._is_stale = True
            return
        if not self._look_timer.isActive():
            self._look_timer.start(_LOOK_AFTER_MS)
        if not self._sum_timer.isActive():
            self._sum_timer.start()

    def _look(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            self._start(self._look_again())

    async def _look_again(self) -> None:
        self._is_stale = False
        try:
            keys = self._model.keys
            if keys is None or self._is_another_day():
                await self._open()
                return
            self._model.refresh()
            count = await self._history.count_new(keys)
            if keys is not self._model.keys:
                return
            if count and self._may_move():
                await self._open_when_rested(count)
            else:
                self.new_counted.emit(count)
        finally:
            self._is_looking = False
            if self._is_stale and self._is_watched:
                self._on_changed()

    async def _open_when_rested(self, count: int) -> None:
        left_ms = self._rest_ms - self._since_opened.elapsed()
        if not self._model.is_complete or left_ms > 0:
            self.new_counted.emit(count)
            self._look_timer.start(max(_LOOK_AFTER_MS, left_ms))
            return
        await self._open()

    async def _open(self) -> None:
        query = self._query()
        if self._summed is not None and _unsorted(self._summed) != _unsorted(query):
            self._summed = None
            self.totals_read.emit(None)
        self._since_opened.start()
        self._rest_ms = _LEAST_REST_MS
        await self._model.open(query)
        self.failed.emit("")
        self.new_counted.emit(0)
        if self._summed is None:
            self._sum()

    def _on_completed(self) -> None:
        self._rest_ms = max(_LEAST_REST_MS, _REST_FACTOR * self._since_opened.elapsed())

    def _is_another_day(self) -> bool:
        """Say whether "today" has become another day since the rows were opened."""
        return self._model.keys is not None and self._model.keys.query != self._query()

    # The sums

    def _sum(self) -> None:
        if self._is_summing:
            self._sum_timer.start()
        else:
            self._is_summing = True
            self._start(self._read_totals())

    async def _read_totals(self) -> None:
        try:
            query = self._query()
            took = QElapsedTimer()
            took.start()
            totals = await self._history.totals(query)
            self._sum_timer.setInterval(max(_SUM_AFTER_MS, _REST_FACTOR * took.elapsed()))
        finally:
            self._is_summing = False
        if _unsorted(query) == _unsorted(self._query()):
            self._summed = query
            self.totals_read.emit(totals)
        else:
            self._sum()

    # Both

    def _timer(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def _start(self, step: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(self._told(step))

    async def _told(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except StorageUnavailableError as error:
            self.failed.emit(partial(storage_message, error.trouble))


def _unsorted(query: HistoryQuery) -> HistoryQuery:
    """Return a query without its order, which changes nothing about its sums."""
    plain = HistoryQuery()
    return replace(query, sort=plain.sort, descending=plain.descending)
