"""A manager decides about all rows of a batch that the provider cannot tell about: none of them was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cashier.domain.withdrawal import Withdrawal
from cashier.providers.errors import ProviderError
from cashier.services.accounts import AccountProblem
from cashier.services.decisions import MAXIMUM_REASON_LENGTH, ReasonMissingError
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.services.withdrawal_decisions import NotWithAManagerError
from cashier.ui.approval_card import APPROVAL_TROUBLES, ApprovalCard
from cashier.ui.batch_words import BatchWords
from cashier.ui.messages import account_message, credentials_missing_message, provider_message
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Field, LineEdit, Sheet, TextLabel

_CARD_WIDTH: Final = 620


class BatchDecisionSheet(Sheet):
    """Asks who decides and why; each row is asked about once more before. It deletes itself when it closes."""

    def __init__(
        self,
        window: QWidget,
        till: Till,
        rows: Sequence[Withdrawal],
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("batchDecide")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._rows = list(rows)
        self._tasks = TaskOwner(on_unexpected)
        self._words = BatchWords(self)
        self._heading = TextLabel(role="heading")
        self._count = TextLabel(role="strong")
        self._text = TextLabel(tone="muted")
        self._reason_edit = LineEdit()
        self._reason_edit.setObjectName("batchDecide.reason")
        self._reason_edit.setMaxLength(MAXIMUM_REASON_LENGTH)
        self._reason = Field("", self._reason_edit)
        self._approval = ApprovalCard(till, on_unexpected, name="batchDecide")
        for widget in (self._heading, self._count, self._text, self._reason, self._approval):
            self.body.addWidget(widget)
        self._reason_edit.textEdited.connect(lambda _: self._reason.set_error(None))
        self._approval.approve_wanted.connect(self._on_decided)
        self._approval.back_wanted.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it, and read who may decide."""
        super().open()
        self._approval.load()
        self._reason_edit.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Declare not sent"))
        self._heading.setText(self.tr("Were these rows not sent?"))
        self._count.setText(self._words.rows(len(self._rows)))
        self._text.setText(
            self.tr(
                "Look into the provider's own panel first. Each row is asked about once more; one that the provider"
                " lists after all is not closed. What you decide is kept for good, with your name and your reason."
            )
        )
        self._reason.set_label(self.tr("Reason"))
        self._reason_edit.setPlaceholderText(self.tr("Such as who was asked, and what they said"))
        self._approval.set_head(self.tr("Who decides"), self.tr("Only a manager decides, with their PIN."))
        self._approval.set_submit_text(self.tr("Declare not sent"))
        self._approval.set_back_text(self.tr("Back"))

    def _on_decided(self, manager_id: str, pin: str) -> None:
        if not self._reason_edit.text().strip():
            self._approval.set_busy(False)
            self._say_reason_missing()
            return
        self._tasks.start(self._decide(manager_id, pin, self._reason_edit.text()))

    async def _decide(self, manager_id: str, pin: str, reason: str) -> None:
        ids = [row.id for row in self._rows]
        try:
            await self._till.withdrawal_decisions.declare_not_sent(
                ids, manager_id=manager_id, pin=pin, reason=reason
            )
        except ReasonMissingError:
            self._approval.set_busy(False)
            self._say_reason_missing()
        except NotWithAManagerError:
            self._approval.show_trouble(
                lambda: self.tr("One of them is no longer open for a decision. Go back and look again.")
            )
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

    def _on_finished(self) -> None:
        self._approval.close_card()
        self._tasks.cancel_all()
        self.deleteLater()
