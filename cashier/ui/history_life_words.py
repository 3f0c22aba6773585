"""What happened to an item of history, in the language of the moment: its events and the calls made about it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QObject

from cashier.domain.event import Event
from cashier.domain.history import ItemKind, ItemState
from cashier.domain.operation import Operation, OperationKind, OperationState
from cashier.domain.payment import PaymentReason
from cashier.domain.text import one_line
from cashier.domain.withdrawal import WithdrawalState
from cashier.ui.history_words import HistoryWords
from cashier.ui.locale_format import current_locale_format, isolate, isolate_ltr
from cashier.ui.messages import StateWord, reason_message
from cashier.ui.widgets import StateKind

_QUIET: Final = StateKind.NEUTRAL
# What a provider's list said of it, and said otherwise later.
_LISTED_CHANGE: Final = "listed_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeStep:
    """One thing that happened.

    Attributes:
        at: when, aware.
        kind: what it means; its colour.
        icon_name: of the icon before it.
        title: what happened.
        detail: why, or in whose words; empty if there is nothing to say.
        who: the operator's name, isolated; empty if the program did it.
        count: how often it happened without anything between.
    """

    at: datetime
    kind: StateKind
    icon_name: str
    title: str
    detail: str = ""
    who: str = ""
    count: int = 1


class HistoryLifeWords(QObject):
    """Says it; what it gives is not to be kept over a change of language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)

    def steps(
        self, kind: ItemKind, events: Sequence[Event], operator_names: Mapping[str, str]
    ) -> list[LifeStep]:
        """Return what happened, the oldest first; the same over and over again is one step."""
        steps: list[LifeStep] = []
        for event in events:
            name = operator_names.get(event.operator_id or "", "")
            step = self._step(kind, event, isolate(name) if name else "")
            last = steps[-1] if steps else None
            if last is not None and (last.title, last.detail, last.who) == (
                step.title,
                step.detail,
                step.who,
            ):
                steps[-1] = replace(step, count=last.count + 1)
            else:
                steps.append(step)
        return steps

    def calls(self, operations: Sequence[Operation]) -> list[LifeStep]:
        """Return the calls that were made, the oldest first, and how they ended."""
        return [self._call(operation) for operation in operations]

    def times(self, count: int) -> str:
        """Return how often something happened; empty for once."""
        return current_locale_format().digits(self.tr("%n time(s)", "", count)) if count > 1 else ""

    def _step(self, kind: ItemKind, event: Event, who: str) -> LifeStep:
        detail = _detail_of(event)
        look, title = self._title(kind, event)
        return LifeStep(
            at=event.at,
            kind=look[0],
            icon_name=look[1],
            title=title,
            detail=self._changes(detail) if event.kind == _LISTED_CHANGE else self._why(kind, detail),
            who=who,
        )

    def _title(self, kind: ItemKind, event: Event) -> tuple[tuple[StateKind, str], str]:
        if event.kind == "state" and event.after is not None:
            if event.after == WithdrawalState.APPROVED.value and event.operator_id:
                return (StateKind.SUCCESS, "check"), self.tr("Approved")
            word = self._state_word(kind, event.after)
            return (word.kind, word.icon_name), word.word
        if event.kind == _LISTED_CHANGE and event.after not in {None, event.before}:
            word = self._state_word(kind, str(event.after))
            return (word.kind, word.icon_name), self.tr("The provider's list now says: {state}").format(
                state=word.word
            )
        return {
            "drafted": ((_QUIET, "edit"), self.tr("Typed")),
            "queued": ((StateKind.WARNING, "offline"), self.tr("Waits for a connection")),
            "asked": ((StateKind.INFO, "question"), self.tr("The provider was asked")),
            "needs_person": ((StateKind.WARNING, "user"), self.tr("Handed to a manager")),
            "decided": ((StateKind.INFO, "user"), self.tr("A manager decided")),
            _LISTED_CHANGE: (
                (StateKind.INFO, "list"),
                self.tr("The provider's list says something else than before"),
            ),
            "receipt_printed": ((_QUIET, "print"), self.tr("A receipt was printed")),
        }.get(event.kind, ((_QUIET, "info"), isolate(event.kind)))

    def _state_word(self, kind: ItemKind, state: str) -> StateWord:
        known = ItemState.__members__.get(state.upper())
        if known is None:
            return StateWord(_QUIET, "info", isolate(one_line(state)))
        return self._words.state_word(kind, known)

    def _why(self, kind: ItemKind, detail: Mapping[str, Any]) -> str:
        """Return why, where a person or a provider said so, or the program knows."""
        said = detail.get("why") or detail.get("provider") or detail.get("provider_message") or ""
        reason = detail.get("reason")
        if kind is ItemKind.PAYMENT and reason in {known.value for known in PaymentReason}:
            return reason_message(PaymentReason(reason), str(said) or None)
        return isolate(one_line(str(said))) if said else ""

    def _changes(self, detail: Mapping[str, Any]) -> str:
        """Return what a provider's list said before and says now."""
        told = []
        if isinstance(money := detail.get("money"), list):
            told.append(
                self.tr("The amount was {before} and is now {after}.").format(
                    before=self._figures(money[0]), after=self._figures(money[1])
                )
            )
        if isinstance(numbers := detail.get("provider_reference"), list) and numbers[1]:
            told.append(self.tr("Its number is now {number}.").format(number=isolate_ltr(str(numbers[1]))))
        if isinstance(words := detail.get("message"), list) and words[1]:
            told.append(self.tr("The provider says: {words}").format(words=isolate(one_line(str(words[1])))))
        return " ".join(told)

    def _figures(self, money: Any) -> str:
        amount, _, code = str(money or "").partition(" ")
        if not amount:
            return self.tr("not said")
        return current_locale_format().amount_with_unit(amount, code)

    def _call(self, operation: Operation) -> LifeStep:
        what = {
            OperationKind.OPEN_PAYMENT: self.tr("Asking for the payment"),
            OperationKind.SETTLE_PAYMENT: self.tr("Confirming the payment"),
            OperationKind.SUBMIT_WITHDRAWAL: self.tr("Sending the withdrawal"),
        }[operation.kind]
        look, how = self._ending(operation.state)
        asked = (
            current_locale_format().digits(self.tr("asked %n time(s) since", "", operation.attempts))
            if operation.attempts
            else ""
        )
        return LifeStep(
            at=operation.sent_at or operation.prepared_at,
            kind=look[0],
            icon_name=look[1],
            title=what,
            detail=" · ".join(filter(None, (how, asked))),
        )

    def _ending(self, state: OperationState) -> tuple[tuple[StateKind, str], str]:
        return {
            OperationState.PREPARED: ((StateKind.INFO, "send"), self.tr("about to leave")),
            OperationState.SENT: ((StateKind.INFO, "send"), self.tr("on its way")),
            OperationState.ANSWERED: ((StateKind.INFO, "send"), self.tr("answered")),
            OperationState.APPLIED: ((StateKind.SUCCESS, "check"), self.tr("done")),
            OperationState.REFUSED: ((StateKind.DANGER, "cross"), self.tr("refused")),
            OperationState.NOT_SENT: ((_QUIET, "offline"), self.tr("not sent")),
            OperationState.UNKNOWN: ((StateKind.WARNING, "question"), self.tr("the answer is missing")),
            OperationState.RECONCILING: ((StateKind.WARNING, "question"), self.tr("being asked about")),
            OperationState.NEEDS_PERSON: ((StateKind.WARNING, "user"), self.tr("with a manager")),
        }[state]


def _detail_of(event: Event) -> dict[str, Any]:
    detail = json.loads(event.detail)
    return detail if isinstance(detail, dict) else {}
