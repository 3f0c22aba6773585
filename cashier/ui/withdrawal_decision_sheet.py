"""A manager decides what the provider cannot tell: which of its records a withdrawal is, or that it was not sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.domain.iban import grouped_iban
from cashier.domain.text import one_line
from cashier.domain.withdrawal import Withdrawal
from cashier.providers.errors import ProviderError
from cashier.providers.payout_protocol import PayoutEvidence
from cashier.services.accounts import AccountProblem
from cashier.services.decisions import MAXIMUM_REASON_LENGTH, ReasonMissingError
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.services.withdrawal_decisions import NoSuchRecordError, NotWithAManagerError
from cashier.ui.amount_in_words import both_figures_of
from cashier.ui.approval_card import APPROVAL_TROUBLES, ApprovalCard
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import account_message, credentials_missing_message, provider_message
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, Field, LineEdit, SelectableCard, Sheet, StateKind, TextLabel
from cashier.ui.widgets.tab_order import put_in_tab_order
from cashier.ui.widgets.words import Words
from cashier.ui.withdrawal_words import WithdrawalWords

_CARD_WIDTH: Final = 980
_ROOM_FOR_TWO: Final = 900
_NOT_SENT: Final = ""


class WithdrawalDecisionSheet(Sheet):
    """Offers the provider's records that could be the withdrawal, and that it was not sent; asks who says so, and why.

    What is wrong is said beside its field, nothing typed is lost. It deletes itself when it closes.
    """

    def __init__(
        self,
        window: QWidget,
        till: Till,
        withdrawal: Withdrawal,
        account: Account,
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("decide")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._withdrawal = withdrawal
        self._account = account
        self._tasks = TaskOwner(on_unexpected)
        self._words = WithdrawalWords(self)
        self._found: list[PayoutEvidence] | None = None
        self._cards: dict[str, SelectableCard] = {}
        self._heading = TextLabel(role="heading")
        self._text = TextLabel(tone="muted")
        self._facts = FactRows()
        self._asked = Banner(radius=RADIUS)
        self._asked.setObjectName("decide.asked")
        self._choice_label = TextLabel(role="strong")
        self._choices = QWidget()
        self._choices.setObjectName("decide.choices")
        self._choice_column = QVBoxLayout(self._choices)
        self._reason_edit = LineEdit()
        self._reason_edit.setObjectName("decide.reason")
        self._reason_edit.setMaxLength(MAXIMUM_REASON_LENGTH)
        self._reason = Field("", self._reason_edit)
        self._approval = ApprovalCard(till, on_unexpected, name="decide")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._reason_edit.textEdited.connect(lambda _: self._reason.set_error(None))
        self._approval.approve_wanted.connect(self._on_decided)
        self._approval.back_wanted.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and ask the provider which of its records could be this one."""
        super().open()
        self._approval.load()
        self._reason_edit.setFocus()
        self._tasks.start(self._load())

    def _lay_out(self) -> None:
        self._choice_column.setContentsMargins(0, 0, 0, 0)
        self._choice_column.setSpacing(Spacing.S)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text)
        told = QVBoxLayout()
        told.setSpacing(Spacing.M)
        for widget in (self._facts, self._choice_label, self._asked, self._choices, self._reason):
            told.addWidget(widget)
        told.addStretch(1)
        self._columns.setSpacing(Spacing.XL)
        self._columns.addLayout(told, 1)
        self._columns.addWidget(self._approval, 1)
        self.body.addSpacing(Spacing.S)
        self.body.addLayout(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put who decides below where there is no room beside."""
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
        withdrawal = self._withdrawal
        self.set_title(self.tr("Decide"))
        self._heading.setText(self.tr("What became of this withdrawal?"))
        self._text.setText(
            self.tr(
                "Look into the provider's own panel first. What you decide here is kept for good, with your name and"
                " your reason."
            )
        )
        self._facts.show_facts(
            [
                Fact("decide.amount", self.tr("Amount"), both_figures_of(withdrawal.money), is_strong=True),
                Fact("decide.iban", self.tr("To IBAN"), grouped_iban(withdrawal.iban), is_copied=True),
                Fact("decide.reference", self.tr("Reference"), withdrawal.reference, is_copied=True),
            ]
        )
        self._choice_label.setText(self.tr("What the provider lists"))
        self._reason.set_label(self.tr("Reason"))
        self._reason_edit.setPlaceholderText(self.tr("Such as who was asked, and what they said"))
        self._approval.set_head(self.tr("Who decides"), self.tr("Only a manager decides, with their PIN."))
        self._approval.set_submit_text(self.tr("Decide"))
        self._approval.set_back_text(self.tr("Back"))
        self._write_choices()

    # What there is to choose from

    async def _load(self) -> None:
        self._asked.show_message(StateKind.INFO, lambda: self.tr("The provider is being asked…"))
        found: Sequence[PayoutEvidence] = []
        trouble: Words = ""
        try:
            found = await self._till.withdrawal_reconciliation.candidates(self._withdrawal.id)
        except ProviderError as error:
            trouble = partial(provider_message, error)
        except CredentialsMissingError as error:
            trouble = partial(credentials_missing_message, error)
        if not isValid(self):
            return
        self._offer(list(found))
        if trouble:
            self._asked.show_message(StateKind.DANGER, trouble)
        elif found:
            self._asked.clear()
        else:
            self._asked.show_message(
                StateKind.INFO, lambda: self.tr("The provider lists none that could be this one.")
            )

    def _offer(self, found: list[PayoutEvidence]) -> None:
        self._found = [record for record in found if record.key]
        for key in [*(record.key or "" for record in self._found), _NOT_SENT]:
            card = SelectableCard("", "", self._choices)
            card.setObjectName(f"decide.choice.{key or 'notSent'}")
            card.clicked.connect(self._keep_chosen)
            self._choice_column.addWidget(card)
            self._cards[key] = card
            card.show()
        put_in_tab_order(self._choices, list(self._cards.values()))
        if not self._found:
            # The only one there is; a person still has to say why.
            self._cards[_NOT_SENT].setChecked(True)
            self._approval.set_hindrance("")
        self._write_choices()

    def _keep_chosen(self) -> None:
        """Leave a pressed card chosen: Qt lets a radio button that is alone be switched off again."""
        card = self.sender()
        if isinstance(card, SelectableCard):
            card.setChecked(True)
            # Whoever was told to choose has done so.
            self._approval.set_hindrance("")

    def _write_choices(self) -> None:
        for record in self._found or []:
            self._cards[record.key or ""].set_texts(*self._texts_of(record))
        if _NOT_SENT in self._cards:
            self._cards[_NOT_SENT].set_texts(
                self.tr("It was not sent"),
                self.tr("No money left the shop with it. It is closed, and can be typed anew."),
            )

    def _texts_of(self, record: PayoutEvidence) -> tuple[str, str]:
        fmt = current_locale_format()
        title = both_figures_of(record.money or self._withdrawal.money)
        at = record.created_at
        parts = [
            fmt.date_time(at) if at is not None else "",
            isolate(one_line(record.holder_name)) if record.holder_name else "",
            isolate(one_line(record.bank_name)) if record.bank_name else "",
            fmt.isolate_ltr(record.key or ""),
            fmt.isolate_ltr(record.tracking_number) if record.tracking_number else "",
        ]
        return title, " · ".join(filter(None, parts))

    def _chosen(self) -> str | None:
        return next((key for key, card in self._cards.items() if card.isChecked()), None)

    # Deciding

    def _on_decided(self, manager_id: str, pin: str) -> None:
        key = self._chosen()
        if key is None:
            self._approval.show_trouble(lambda: self.tr("Choose first which of these it is."))
            return
        if not self._reason_edit.text().strip():
            self._approval.set_busy(False)
            self._say_reason_missing()
            return
        self._tasks.start(self._decide(key, manager_id, pin, self._reason_edit.text()))

    async def _decide(self, key: str, manager_id: str, pin: str, reason: str) -> None:
        decisions, withdrawal_id = self._till.withdrawal_decisions, self._withdrawal.id
        try:
            if key == _NOT_SENT:
                await decisions.declare_not_sent(
                    [withdrawal_id], manager_id=manager_id, pin=pin, reason=reason
                )
            else:
                await decisions.choose(withdrawal_id, key, manager_id=manager_id, pin=pin, reason=reason)
        except ReasonMissingError:
            self._approval.set_busy(False)
            self._say_reason_missing()
        except NoSuchRecordError:
            self._approval.show_trouble(
                lambda: self.tr("The provider lists this one no longer. Look into its panel again.")
            )
        except NotWithAManagerError as error:
            self._say_decided_already(error)
        except ProviderError as error:
            self._approval.show_trouble(partial(provider_message, error))
        except CredentialsMissingError as error:
            self._approval.show_trouble(partial(credentials_missing_message, error))
        except APPROVAL_TROUBLES as error:
            self._approval.show_error(error)
        else:
            if isValid(self):
                self.accept()

    def _say_reason_missing(self) -> None:
        self._reason.set_error(partial(account_message, AccountProblem.EMPTY))
        self._reason_edit.setFocus()

    def _say_decided_already(self, error: NotWithAManagerError) -> None:
        state = error.withdrawal.state
        self._approval.show_trouble(
            lambda: self.tr("It is no longer open for a decision: {state}.").format(
                state=isolate(self._words.state_word(state).word)
            )
        )

    def _on_finished(self) -> None:
        self._approval.close_card()
        self._tasks.cancel_all()
        self.deleteLater()
