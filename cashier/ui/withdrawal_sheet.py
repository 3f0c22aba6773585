"""All that is known of one withdrawal: every fact, and everything that happened to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.iban import grouped_iban
from cashier.domain.operation import Operation
from cashier.domain.text import one_line
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.amount_in_words import both_figures_of, words_of
from cashier.ui.asking_words import AskingWords
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import storage_message
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Divider,
    PrimaryButton,
    SecondaryButton,
    Sheet,
    StateChip,
    StateKind,
    TextLabel,
)
from cashier.ui.withdrawal_words import WithdrawalWords, is_with_manager, provider_words

_CARD_WIDTH: Final = 680
# A batch's page goes on with its own.
_TAKEN_UP: Final = {WithdrawalState.AWAITING_APPROVAL, WithdrawalState.APPROVED, WithdrawalState.DRAFT}
_SENT_ANEW: Final = {WithdrawalState.REFUSED, WithdrawalState.REJECTED}


class WithdrawalSheet(Sheet):
    """Shows one withdrawal, live. It deletes itself when it closes.

    Signals:
        go_on_wanted: the withdrawal is to be taken up where it was left, in its dialog.
    """

    go_on_wanted = Signal(Withdrawal)

    def __init__(
        self,
        window: QWidget,
        till: Till,
        withdrawal: Withdrawal,
        account: Account,
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("withdrawSheet")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._withdrawal = withdrawal
        self._account = account
        self._tasks = TaskOwner(on_unexpected)
        self._words = WithdrawalWords(self)
        self._bank_words = RowProblemWords(self)
        self._asking = AskingWords(self)
        self._operation: Operation | None = None
        self._events: list[Event] = []
        self._names: dict[str, str] = {}
        self._heading = TextLabel(role="heading")
        self._in_words = TextLabel(tone="muted")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._chip.setObjectName("withdrawSheet.state")
        self._why = TextLabel(content="auto")
        self._why.setObjectName("withdrawSheet.why")
        self._facts = FactRows()
        self._happened_title = TextLabel(role="strong")
        self._happened = FactRows()
        self._trouble = Banner(radius=RADIUS)
        self._next = PrimaryButton()
        self._next.setObjectName("withdrawSheet.next")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("withdrawSheet.close")
        self._ending = [
            till.withdrawals.changes.subscribe(self._on_change),
            till.withdrawals.batch_changes.subscribe(lambda _: self._read_again()),
        ]
        self._lay_out()
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and read what happened."""
        super().open()
        self._close.setDefault(True)
        self._close.setFocus()
        self._read_again()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._chip)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._close, 1)
        buttons.addWidget(self._next, 1)
        self.body.addLayout(top)
        for widget in (self._in_words, self._why, Divider(), self._facts, Divider(), self._happened_title):
            self.body.addWidget(widget)
        self.body.addWidget(self._happened)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        withdrawal = self._withdrawal
        self.set_title(self.tr("Withdrawal"))
        self._heading.setText(both_figures_of(withdrawal.money))
        self._in_words.setText(words_of(withdrawal.money))
        kind, icon_name, word = self._words.state_word(withdrawal.state)
        self._chip.set_state(kind, word, icon_name)
        self._chip.setProperty("state", withdrawal.state.value)
        why = self._words.why(withdrawal, self._account)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._facts.show_facts(self._all_facts())
        self._happened_title.setText(self.tr("What happened"))
        self._happened.show_facts(self._all_events())
        self._close.setText(self.tr("Close"))
        action = self._next_text()
        self._next.setText(action)
        self._next.setVisible(bool(action))

    def _next_text(self) -> str:
        withdrawal = self._withdrawal
        if is_with_manager(withdrawal, self._operation):
            return self.tr("Decide")
        if withdrawal.state is WithdrawalState.UNKNOWN:
            return self.tr("Ask again now")
        if withdrawal.batch_id is not None:
            return ""
        if withdrawal.state in _TAKEN_UP:
            return self.tr("Continue")
        return self.tr("Edit and send anew") if withdrawal.state in _SENT_ANEW else ""

    def _all_facts(self) -> list[Fact]:
        one, fmt = self._withdrawal, current_locale_format()
        bank = one.bank_name or self._bank_words.bank(one.iban)

        def words(name: str, label: str, text: str | None) -> Fact:
            return Fact(f"withdrawSheet.{name}", label, isolate(one_line(text)) if text else "")

        def number(name: str, label: str, text: str | None, *, is_strong: bool = False) -> Fact:
            return Fact(f"withdrawSheet.{name}", label, text or "", is_copied=True, is_strong=is_strong)

        return [
            number("tracking", self.tr("Tracking number"), one.tracking_number, is_strong=True),
            number("refCode", self.tr("Reference code"), one.ref_code),
            number("iban", self.tr("To IBAN"), grouped_iban(one.iban)),
            words("bank", self.tr("Bank"), bank),
            words("holder", self.tr("In the name of"), one.holder),
            words(
                "toldHolder",
                self.tr("Name at the bank"),
                one.told_holder if one.told_holder != one.holder else "",
            ),
            words("account", self.tr("From account"), self._account.label),
            number("reference", self.tr("Reference"), one.reference),
            number("providerKey", self.tr("Number at the provider"), one.provider_key),
            number("payId", self.tr("Deposit identifier"), one.pay_id),
            words("note", self.tr("Note"), one.note),
            Fact(
                "withdrawSheet.comment",
                self.tr("The provider's words"),
                provider_words(one),
            ),
            number("code", self.tr("Code of the refusal"), one.provider_code),
            words("approver", self.tr("Approved by"), self._names.get(one.approver_id or "", "")),
            words("paidAt", self.tr("Paid on"), fmt.date_time(one.paid_at) if one.paid_at else ""),
            words(
                "asked", self.tr("Asked"), self._asking.said(self._operation, self._till.session.clock.now())
            ),
        ]

    def _all_events(self) -> list[Fact]:
        fmt = current_locale_format()
        return [
            Fact(f"withdrawSheet.event.{index}", fmt.date_time(event.at), self._said(event))
            for index, event in enumerate(self._events)
        ]

    def _said(self, event: Event) -> str:
        what = {
            "drafted": self.tr("Typed"),
            "asked": self.tr("The provider was asked"),
            "needs_person": self.tr("Handed to a manager"),
            "decided": self.tr("A manager decided"),
        }.get(event.kind, "")
        if event.after == WithdrawalState.APPROVED.value and event.operator_id:
            what = self.tr("Approved")
        if not what and event.after is not None and event.after in {state.value for state in WithdrawalState}:
            what = self._words.state_word(WithdrawalState(event.after)).word
        who = isolate(self._names.get(event.operator_id or "", "")) if event.operator_id else ""
        why = _reason_in(event)
        return " · ".join(filter(None, (what or event.kind, who, isolate(one_line(why)) if why else "")))

    # What is read

    def _read_again(self) -> None:
        self._tasks.start(self._read())

    async def _read(self) -> None:
        withdrawals, one_id = self._till.withdrawals, self._withdrawal.id
        try:
            self._withdrawal = await withdrawals.get(one_id)
            self._operation = await withdrawals.last_operation(one_id)
            self._events = await withdrawals.events_of(one_id)
            operators = await self._till.operators.in_service()
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
            return
        self._names = {operator.id: operator.name for operator in operators}
        if isValid(self):
            self.retranslate()

    def _on_change(self, changed: Withdrawal) -> None:
        if changed.id == self._withdrawal.id:
            self._read_again()

    def _on_next(self) -> None:
        if self._withdrawal.state is WithdrawalState.UNKNOWN and not is_with_manager(
            self._withdrawal, self._operation
        ):
            self._next.setEnabled(False)
            self._tasks.start(self._ask_now())
            return
        self.accept()
        self.go_on_wanted.emit(self._withdrawal)

    async def _ask_now(self) -> None:
        try:
            await self._till.withdrawal_reconciliation.ask(self._withdrawal.id)
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
        await self._read()
        if isValid(self):
            self._next.setEnabled(True)

    def _on_finished(self) -> None:
        for end in self._ending:
            end()
        self._tasks.cancel_all()
        self.deleteLater()


def _reason_in(event: Event) -> str:
    """Return why, where a person said so."""
    detail = json.loads(event.detail)
    return str(detail.get("why", "")) if isinstance(detail, dict) else ""
