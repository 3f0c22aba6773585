"""What a batch that is being made comes to, what is wrong with it, and the way on to its review."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cashier.ui.amount_in_words import both_figures_of, words_of
from cashier.ui.announcements import Announcer
from cashier.ui.batch_draft import BatchDraft
from cashier.ui.batch_words import BatchWords
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import PrimaryButton, SecondaryButton, StateChip, StateKind, TextLabel

_NARROW = 640


class BatchFoot(QWidget):
    """Totals on one side, the buttons on the other.

    Signals:
        review_wanted: all is well and is to be reviewed.
        next_wanted: the next problem is to be shown.
    """

    review_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: BatchDraft | None = None
        self._hindrance = ""
        self._words = BatchWords(self)
        self._count = TextLabel(role="strong")
        self._count.setObjectName("batch.count")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._chip.setObjectName("batch.problemCount")
        self._announcer = Announcer(self._chip)
        self._total = TextLabel(role="strong")
        self._total.setObjectName("batch.total")
        self._in_words = TextLabel(role="small", tone="muted")
        self._in_words.setObjectName("batch.totalInWords")
        self._why_not = TextLabel(role="small", tone="muted")
        self._why_not.setObjectName("batch.whyNot")
        self._next = SecondaryButton(key_hint="F8")
        self._next.setObjectName("batch.nextProblem")
        self._next.clicked.connect(self.next_wanted)
        self._review = PrimaryButton(key_hint="Ctrl Enter")
        self._review.setObjectName("batch.review")
        self._review.clicked.connect(self.review_wanted)
        counted = QHBoxLayout()
        counted.setSpacing(Spacing.M)
        counted.addWidget(self._count)
        counted.addWidget(self._chip)
        counted.addStretch(1)
        sums = QVBoxLayout()
        sums.setSpacing(2)
        sums.addLayout(counted)
        sums.addWidget(self._total)
        sums.addWidget(self._in_words)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=Spacing.M)
        flow.addWidget(self._next)
        flow.addWidget(self._review)
        ways = QVBoxLayout()
        ways.setSpacing(Spacing.XS)
        ways.addWidget(buttons)
        ways.addWidget(self._why_not)
        ways.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(Spacing.XL)
        self._sides.addLayout(sums, 1)
        self._sides.addLayout(ways)
        self.retranslate()

    def show_draft(self, draft: BatchDraft, *, hindrance: str) -> None:
        """Show what a draft comes to; `hindrance` is why nothing can be reviewed, apart from the rows."""
        self._draft, self._hindrance = draft, hindrance
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two below each other where it is narrow."""
        super().resizeEvent(event)
        below = self.width() < _NARROW
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )
        self._sides.setSpacing(Spacing.S if below else Spacing.XL)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._next.setText(self.tr("Next problem"))
        self._review.setText(self.tr("Review batch"))
        self._write()

    def _write(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self._count.setText(self._words.rows(len(draft)))
        wrong = draft.problem_count
        self._chip.setVisible(bool(len(draft)) and not draft.unchecked_count)
        if wrong:
            self._chip.set_state(StateKind.DANGER, self._words.problems(wrong), "cross")
        else:
            self._chip.set_state(StateKind.SUCCESS, self.tr("All rows are good"), "check")
        self._next.setVisible(bool(wrong))
        self._total.setText(both_figures_of(draft.total))
        self._in_words.setText(words_of(draft.total) if draft.total.amount else "")
        why_not = self._why_not_text(draft)
        self._why_not.setText(why_not)
        self._review.setEnabled(not why_not)
        self._review.setAccessibleDescription(why_not)
        self._tell_checked(draft)

    def _tell_checked(self, draft: BatchDraft) -> None:
        """Have it said once rows that came are checked: how many there are, and whether they are good."""
        if not len(draft):
            self._announcer.forget()
        elif not draft.unchecked_count:
            self._announcer.say(f"{self._count.text()}. {self._chip.text()}")

    def _why_not_text(self, draft: BatchDraft) -> str:
        if not len(draft):
            return self.tr("There is nothing to review yet.")
        if self._hindrance:
            return self._hindrance
        if draft.wrong_count:
            return self._words.to_mend(draft.wrong_count)
        if draft.unchecked_count:
            return self._words.being_checked(draft.unchecked_count)
        return ""
