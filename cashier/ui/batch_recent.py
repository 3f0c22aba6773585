"""The batches made before, newest first; a press opens one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from cashier.domain.money import Money
from cashier.domain.transfer_batch import BatchStanding
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.batch_phase import BatchStateWords, phase_of
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import StateWord, storage_message
from cashier.ui.money_row import MoneyRow
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, EmptyState, SecondaryButton, Sheet, StateKind, TextLabel

_CARD_WIDTH: Final = 640
_SHOWN: Final = 30


class BatchRow(MoneyRow):
    """A row that can be pressed to open its batch."""

    time_width = 92

    def __init__(
        self, standing: BatchStanding, words: BatchStateWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"batchRecent.row.{standing.batch.id}", parent)
        self._standing = standing
        self._words = words
        self.show_anew()

    def batch_id(self) -> str:
        """Return the id of its batch."""
        return self._standing.batch.id

    def money(self) -> Money:
        """Return how much it is."""
        return self._standing.batch.total

    def reference(self) -> str:
        """Return what it is called."""
        return self._standing.batch.name

    def moment(self) -> str:
        """Return its date."""
        return current_locale_format().date_short(self._standing.batch.created_at)

    def word(self) -> StateWord:
        """Return how it stands."""
        return self._words.phase_word(phase_of(self._standing))


class BatchRecentSheet(Sheet):
    """The list; it deletes itself when it closes.

    Signals:
        batch_chosen: with the id of the batch that was pressed.
    """

    batch_chosen = Signal(str)

    def __init__(self, window: QWidget, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__(window)
        self.setObjectName("batchRecent")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._tasks = TaskOwner(on_unexpected)
        self._words = BatchStateWords(self)
        self._heading = TextLabel(role="heading")
        self._trouble = Banner(radius=RADIUS)
        self._empty = EmptyState("list", "", "")
        self._empty.hide()
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("batchRecent.close")
        self._close.clicked.connect(self.reject)
        for widget in (self._heading, self._trouble, self._empty):
            self.body.addWidget(widget)
        self._first_row = self.body.count()
        self.body.addSpacing(Spacing.M)
        self.body.addWidget(self._close)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and read the batches."""
        super().open()
        self._tasks.start(self._load())

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Recent batches"))
        self._heading.setText(self.tr("Recent batches"))
        self._close.setText(self.tr("Close"))
        self._empty.set_texts(
            self.tr("No batches yet"), self.tr("Each one appears here as soon as it is approved.")
        )

    async def _load(self) -> None:
        try:
            found = await self._till.batches.newest(limit=_SHOWN)
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
            return
        self._empty.setVisible(not found)
        for place, standing in enumerate(found):
            row = BatchRow(standing, self._words)
            row.clicked.connect(self._on_row)
            self.body.insertWidget(self._first_row + place, row)
            if not place:
                row.setFocus()

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, BatchRow):
            batch_id = row.batch_id()
            self.accept()
            self.batch_chosen.emit(batch_id)

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self.deleteLater()
