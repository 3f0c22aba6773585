"""A page to try the chosen printer and paper with."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cashier.services.preferences import PreferenceService
from cashier.ui.receipts.receipt_hand_out import ReceiptHandOut
from cashier.ui.receipts.receipt_text import ReceiptText, ReceiptWords
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import StateKind
from cashier.ui.widgets.words import Words


class ReceiptTestPage(QObject):
    """Prints it.

    Signals:
        said: what became of it, with its kind and in words that follow the language.
    """

    said = Signal(StateKind, object)

    def __init__(self, section: QWidget, preferences: PreferenceService, tasks: TaskOwner) -> None:
        super().__init__(section)
        self._preferences = preferences
        self._tasks = tasks
        self._words = ReceiptWords(self)
        self._hand_out = ReceiptHandOut(section, lambda: preferences.current)

    def print(self) -> None:
        """Print it where receipts are printed."""
        if self._hand_out.is_direct:
            self._tasks.start(self._print_directly())
        else:
            self._hand_out.print_by_system(self._text(), printed=self._tell_printed, failed=self._tell_failed)

    async def _print_directly(self) -> None:
        trouble = await self._hand_out.print_directly(self._text(), opens_drawer=True)
        if trouble:
            self._tell_failed(trouble)
        else:
            self._tell_printed()

    def _text(self) -> ReceiptText:
        known = self._preferences.current
        return self._words.test_text(
            datetime.now(UTC), shop_name=known.shop_name, footer=known.receipt_footer
        )

    def _tell_printed(self) -> None:
        self.said.emit(StateKind.SUCCESS, lambda: self.tr("The test page was printed."))

    def _tell_failed(self, why: Words) -> None:
        self.said.emit(StateKind.DANGER, why)
