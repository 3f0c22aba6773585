"""A batch before anybody agrees to it: what it comes to, what makes one look twice, and the approval beside it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.services.approvals import ApprovalError, AskAgainError, DayLimitError, OverLimitError
from cashier.services.batch_rows import CheckedRows
from cashier.services.till import Till
from cashier.ui.approval_card import APPROVAL_TROUBLES, ApprovalCard, ApprovalTrouble
from cashier.ui.batch_facts import BatchFacts, facts_of_rows
from cashier.ui.batch_review_card import BatchReviewCard
from cashier.ui.batch_words import BatchWords
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet, TextLabel

_CARD_WIDTH: Final = 980
_ROOM_FOR_TWO: Final = 900


class BatchReview(Sheet):
    """Shows a batch and asks a manager; what is pressed twice is one batch.

    The rows are written down when the approval is asked for. If it does not come to one, they are given up again,
    and what was typed is still where it was typed. It deletes itself when it closes.

    Signals:
        approved: with the batch's id.
        given_up: with the id of a batch that was written down here and not agreed to.
    """

    approved = Signal(str)
    given_up = Signal(str)

    def __init__(
        self,
        window: QWidget,
        till: Till,
        facts: BatchFacts,
        on_unexpected: Callable[[BaseException], None],
        *,
        propose: Callable[[], Awaitable[str]] | None = None,
        batch_id: str | None = None,
    ) -> None:
        """Prepare the review.

        Args:
            window: over whose window it lies.
            till: the services.
            facts: what is shown.
            on_unexpected: told of the program's own faults.
            propose: writes the batch down, the same one each time, and returns its id; needed unless there is one.
            batch_id: of a batch that was written down before.
        """
        super().__init__(window)
        self.setObjectName("batchReview")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._facts = facts
        self._tasks = TaskOwner(on_unexpected)
        self._propose = propose
        self._batch_id = batch_id
        self._is_busy = False
        self._words = BatchWords(self)
        self._heading = TextLabel(role="heading")
        self._review = BatchReviewCard(facts)
        self._approval = ApprovalCard(till, on_unexpected)
        self._approval.setObjectName("batchReview.submit")
        self._progress = TextLabel(role="small", tone="muted")
        self._progress.setObjectName("batchReview.progress")
        self._approval.body.addWidget(self._progress)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Spacing.L + Spacing.XS)
        self._columns.addWidget(self._review, 56)
        self._columns.addWidget(self._approval, 44)
        self.body.addWidget(self._heading)
        self.body.addLayout(self._columns)
        self._review.tick_changed.connect(self._show_hindrance)
        self._approval.approve_wanted.connect(self._on_approve_wanted)
        self._approval.back_wanted.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._show_hindrance()
        self.retranslate()

    def open(self) -> None:
        """Show it, and read who may agree."""
        super().open()
        self._approval.load()

    def reject(self) -> None:
        """Go back, unless the batch is being agreed to at this moment."""
        if not self._is_busy:
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the approval below where there is no room beside."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if self.width() >= _ROOM_FOR_TWO else below)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Review the batch"))
        self._heading.setText(self.tr("Review the batch"))

    def _show_hindrance(self) -> None:
        self._approval.set_hindrance(self._hindrance if self._review.is_asking else "")

    def _hindrance(self) -> str:
        return self.tr("First tick that this is meant.")

    def _on_approve_wanted(self, manager_id: str, pin: str) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        if self._batch_id is None:
            self._progress.setText(self._words.being_written(self._facts.count))
        self._tasks.start(self._approve(manager_id, pin))

    async def _approve(self, manager_id: str, pin: str) -> None:
        trouble: ApprovalError | ApprovalTrouble | None = None
        try:
            if self._batch_id is None and self._propose is not None:
                self._batch_id = await self._propose()
            await self._till.approvals.approve_batch(
                self._batch_id or "",
                manager_id=manager_id,
                pin=pin,
                is_meant_again=self._review.is_meant_again,
            )
        except ApprovalError as error:
            trouble = error
        except APPROVAL_TROUBLES as error:
            trouble = error
        finally:
            self._is_busy = False
        # The window may have gone meanwhile, and taken this sheet along.
        if not isValid(self):
            return
        self._progress.setText("")
        if trouble is None:
            self.accept()
        else:
            self._show_trouble(trouble)

    def _show_trouble(self, trouble: ApprovalError | ApprovalTrouble) -> None:
        """Say what kept the batch from being agreed to; everything typed and ticked stays."""
        if not isinstance(trouble, ApprovalError):
            self._approval.show_error(trouble)
            return
        self._approval.set_busy(False)
        if isinstance(trouble, AskAgainError):
            self._review.show_alike(trouble.alike, self._till.session.clock.now())
            self._approval.begin()
            self._show_hindrance()
        elif isinstance(trouble, DayLimitError | OverLimitError):
            self._review.show_limit(trouble)

    def _on_finished(self, result: int) -> None:
        self._approval.close_card()
        self._tasks.cancel_all()
        if self._batch_id is not None:
            if result == Sheet.DialogCode.Accepted.value:
                self.approved.emit(self._batch_id)
            elif self._propose is not None:
                self.given_up.emit(self._batch_id)
        self.deleteLater()


def review_of_rows(
    window: QWidget,
    till: Till,
    on_unexpected: Callable[[BaseException], None],
    *,
    account: Account,
    name: str,
    rows: CheckedRows,
) -> BatchReview:
    """Return the review of rows that were just made; each review is one batch at most."""
    intent_id = till.withdrawals.new_intent()

    async def propose() -> str:
        batch = await till.batches.propose(intent_id, account, name, rows.good)
        return batch.id

    return BatchReview(window, till, facts_of_rows(account, name, rows), on_unexpected, propose=propose)
