"""Everything about batches on the page for withdrawals: making one, reviewing it, watching it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.transfer_batch import TransferBatch
from cashier.domain.withdrawal import Withdrawal
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import CheckedRows
from cashier.services.till import Till
from cashier.ui.batch_entry import BatchEntry
from cashier.ui.batch_facts import facts_of_withdrawals
from cashier.ui.batch_progress import BatchProgress
from cashier.ui.batch_recent import BatchRecentSheet
from cashier.ui.batch_review import BatchReview, review_of_rows
from cashier.ui.scrolled import scrolled
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet


class BatchPanel(QWidget):
    """The entry, or the batch that is being watched."""

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self.entry = BatchEntry(till, on_unexpected)
        self.progress = BatchProgress(till, on_unexpected)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.entry)
        self._stack.addWidget(scrolled(self.progress))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.entry)
        self.entry.review_wanted.connect(self._review)
        self.entry.recent_wanted.connect(self._show_recent)
        self.progress.back_wanted.connect(self.show_entry)
        self.progress.approval_wanted.connect(self._on_approval_wanted)
        self.progress.send_again_wanted.connect(self._send_again)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer the accounts that take batches."""
        self.entry.show_accounts(accounts)

    def open_batch(self, batch_id: str) -> None:
        """Show how a batch stands."""
        self.progress.open_batch(batch_id)
        self._show(self.progress, 1)

    def show_entry(self) -> None:
        """Show the form where batches are made, as it was left."""
        self._show(self.entry, 0)

    def close_panel(self) -> None:
        """Stop everything; the page goes."""
        self.entry.close_entry()
        self.progress.close_progress()
        self._tasks.cancel_all()

    def _show(self, card: QWidget, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.setFocusProxy(card)
        card.setFocus()

    def _review(self, account: Account, name: str, rows: CheckedRows) -> None:
        if Sheet.any_open(self):
            return
        review = review_of_rows(
            self.window(), self._till, self._on_unexpected, account=account, name=name, rows=rows
        )
        review.approved.connect(self._on_approved)
        review.given_up.connect(self._on_given_up)
        review.open()

    def _on_approved(self, batch_id: str) -> None:
        # What was typed is a batch now; typing it again would send it again.
        self.entry.clear()
        self.open_batch(batch_id)

    def _on_given_up(self, batch_id: str) -> None:
        self._tasks.start(self._till.batches.cancel_rest(batch_id))

    def _on_approval_wanted(self, batch: TransferBatch, waiting: list[Withdrawal]) -> None:
        self._tasks.start(self._approve_waiting(batch, waiting))

    async def _approve_waiting(self, batch: TransferBatch, waiting: list[Withdrawal]) -> None:
        account = await self._till.withdrawal_desk.account(batch.account_id)
        if waiting and not Sheet.any_open(self):
            facts = facts_of_withdrawals(account, batch.name, waiting)
            review = BatchReview(self.window(), self._till, facts, self._on_unexpected, batch_id=batch.id)
            review.approved.connect(self.open_batch)
            review.open()

    def _send_again(self, batch: TransferBatch, refused: list[Withdrawal]) -> None:
        texts = [
            RowText(
                number=place,
                iban=row.iban,
                holder=row.holder,
                amount=row.money.text,
                note=row.note,
                pay_id=row.pay_id,
            )
            for place, row in enumerate(refused, start=1)
        ]
        self.show_entry()
        self.entry.show_rows(texts, name=batch.name, account_id=batch.account_id)

    def _show_recent(self) -> None:
        if not Sheet.any_open(self):
            sheet = BatchRecentSheet(self.window(), self._till, self._on_unexpected)
            sheet.batch_chosen.connect(self.open_batch)
            sheet.open()
