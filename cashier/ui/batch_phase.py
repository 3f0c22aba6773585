"""How a batch as a whole stands, in one word, and why it stopped if it did."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QObject

from cashier.domain.event import Event
from cashier.domain.transfer_batch import BatchStanding
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.ui.messages import StateWord
from cashier.ui.widgets import StateKind
from cashier.ui.withdrawal_words import provider_words

_S = WithdrawalState


class BatchPhase(Enum):
    """What a batch as a whole waits for."""

    PERSON = "person"
    TO_APPROVE = "to_approve"
    PAUSED = "paused"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    OVER = "over"


def phase_of(standing: BatchStanding) -> BatchPhase:
    """Return what a batch waits for: of several things, the one a person has to do with first."""
    to_send = standing.count(_S.APPROVED, _S.SUBMITTING)
    for is_so, phase in (
        (standing.with_person, BatchPhase.PERSON),
        (to_send and standing.batch.is_paused, BatchPhase.PAUSED),
        (to_send, BatchPhase.SENDING),
        (standing.count(_S.AWAITING_APPROVAL, _S.DRAFT), BatchPhase.TO_APPROVE),
        (standing.count(_S.UNKNOWN), BatchPhase.UNKNOWN),
        (standing.count(_S.ACCEPTED), BatchPhase.ACCEPTED),
    ):
        if is_so:
            return phase
    return BatchPhase.OVER


def stopping_refusal(events: Iterable[Event], rows: Iterable[Withdrawal]) -> Withdrawal | None:
    """Return the row that shows why the program stopped a batch; None if a person did, or it goes on."""
    last = None
    for event in events:
        if event.kind in {"paused", "resumed"}:
            last = event
    if last is None or last.kind != "paused" or last.operator_id is not None:
        return None
    said = [row for row in rows if row.provider_message]
    return max(said, key=lambda row: row.updated_at, default=None)


class BatchStateWords(QObject):
    """Says it in the language of the moment."""

    def phase_word(self, phase: BatchPhase) -> StateWord:
        """Return how a batch looks on a chip."""
        return {
            BatchPhase.PERSON: StateWord(StateKind.WARNING, "user", self.tr("A manager must look")),
            BatchPhase.TO_APPROVE: StateWord(StateKind.WARNING, "user", self.tr("Waits for approval")),
            BatchPhase.PAUSED: StateWord(StateKind.WARNING, "clock", self.tr("Paused")),
            BatchPhase.SENDING: StateWord(StateKind.INFO, "send", self.tr("Being sent")),
            BatchPhase.UNKNOWN: StateWord(StateKind.WARNING, "question", self.tr("Being asked about")),
            BatchPhase.ACCEPTED: StateWord(StateKind.INFO, "bank", self.tr("With the bank")),
            BatchPhase.OVER: StateWord(StateKind.SUCCESS, "check", self.tr("Over")),
        }[phase]

    def why_paused(self, standing: BatchStanding, refusal: Withdrawal | None) -> str:
        """Return why nothing more is sent for now."""
        if standing.count(_S.SUBMITTING):
            return self.tr("No further call is made. The call on its way comes to its end first.")
        if refusal is None:
            return self.tr("The batch is paused. The rows not sent yet wait until it is resumed.")
        return self.tr(
            "The provider refused a whole call, so the batch was stopped. It says: {words} Settle that with them,"
            " then resume."
        ).format(words=provider_words(refusal))
