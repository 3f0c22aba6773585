"""Reads how a batch stands, again and again while it changes, and only what has changed since the last time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.transfer_batch import BatchStanding
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.batch_rows_model import BatchRowsModel, search_texts
from cashier.ui.messages import storage_message
from cashier.ui.tasks import TaskOwner

# Five looks a second are as live as anybody can see.
_REFRESH_MS: Final = 200


class BatchLiveRows(QObject):
    """Keeps the rows of one batch in a model, live.

    Signals:
        read: how the batch stands now was read, and the model has it.
        failed: why it could not be read, said anew in each language.
    """

    read = Signal()
    failed = Signal(object)

    def __init__(
        self,
        till: Till,
        model: BatchRowsModel,
        on_unexpected: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._till = till
        self._model = model
        self._tasks = TaskOwner(on_unexpected)
        self._batch_id: str | None = None
        self._newest: datetime | None = None
        self._is_reading = False
        self._is_stale = False
        self.standing: BatchStanding | None = None
        self.account: Account | None = None
        self.events: list[Event] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_REFRESH_MS)
        self._wait.timeout.connect(self._start)
        self._unsubscribe = till.withdrawals.batch_changes.subscribe(self._on_changed)

    def open(self, batch_id: str) -> None:
        """Follow another batch."""
        self._tasks.cancel_all()
        self._is_reading = self._is_stale = False
        self._batch_id, self._newest = batch_id, None
        self.standing, self.account, self.events = None, None, []
        self._model.begin(None)
        self._start()

    def close(self) -> None:
        """Follow nothing any more."""
        self._unsubscribe()
        self._wait.stop()
        self._tasks.cancel_all()

    def _on_changed(self, batch_id: str) -> None:
        if batch_id != self._batch_id:
            return
        if self._is_reading:
            self._is_stale = True
        elif not self._wait.isActive():
            self._wait.start()

    def _start(self) -> None:
        if self._batch_id is not None and not self._is_reading:
            self._is_reading = True
            self._tasks.start(self._read(self._batch_id))

    async def _read(self, batch_id: str) -> None:
        self._is_stale = False
        try:
            await self._read_changes(batch_id)
        except StorageUnavailableError as error:
            self.failed.emit(partial(storage_message, error.trouble))
        else:
            self.read.emit()
        finally:
            if batch_id == self._batch_id:
                self._is_reading = False
                if self._is_stale:
                    self._wait.start()

    async def _read_changes(self, batch_id: str) -> None:
        till = self._till
        standing = await till.batches.standing(batch_id)
        if self.account is None:
            account = await till.withdrawal_desk.account(standing.batch.account_id)
            self._model.begin(account)
            self.account = account
        self.events = await till.withdrawals.events_of(batch_id)
        await self._take(batch_id, self._newest)
        if self._newest is not None and self._model.counts() != dict(standing.counts):
            # Changed in between, or a clock that was set back hides changes: the whole of it once more.
            standing = await till.batches.standing(batch_id)
            await self._take(batch_id, None)
        self.standing = standing

    async def _take(self, batch_id: str, since: datetime | None) -> None:
        rows = await self._till.batches.rows(batch_id, changed_since=since)
        if not rows:
            return
        found_by = await asyncio.to_thread(search_texts, rows)
        self._newest = max(row.updated_at for row in rows)
        self._model.take(rows, found_by)
