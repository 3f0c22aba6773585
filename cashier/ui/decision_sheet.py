"""A manager decides what the provider cannot tell: a payment is marked as not paid, with a PIN and a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.operator import Operator, Role
from cashier.services.accounts import AccountProblem
from cashier.services.decisions import (
    MAXIMUM_REASON_LENGTH,
    NotWithAPersonError,
    ReasonMissingError,
)
from cashier.services.open_payments import OpenPayment
from cashier.services.operator_pin import PepperMissingError
from cashier.services.operators import NotAManagerError, PinLockedError, WrongPinError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import (
    account_message,
    pepper_missing_message,
    reason_message,
    state_word,
    storage_message,
    vault_message,
)
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    ComboBox,
    CopyLabel,
    DangerButton,
    Field,
    LineEdit,
    SecondaryButton,
    Sheet,
    StateKind,
    TextLabel,
)
from cashier.vault.protocol import VaultError

_CARD_WIDTH: Final = 560
_TICK_MS: Final = 500

# What deciding can meet that lies with the machine, not with what was typed.
_TOLD = (PepperMissingError, VaultError, StorageUnavailableError)


class DecisionSheet(Sheet):
    """Asks who decides, their PIN and why; what is wrong is said beside its field, nothing typed is lost.

    It deletes itself when it closes.
    """

    def __init__(
        self,
        window: QWidget,
        till: Till,
        shown: OpenPayment,
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("decide")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._payment = shown.payment
        self._tasks = TaskOwner(on_unexpected)
        self._locked_until: datetime | None = None
        self._is_deciding = False
        self._heading = TextLabel(role="heading")
        self._text = TextLabel(tone="muted")
        self._amount = TextLabel(role="strong")
        self._reference = CopyLabel(tone="muted")
        self._manager_box = ComboBox()
        self._manager = Field("", self._manager_box, keeps_room=False)
        self._pin_edit = SecretEdit()
        self._pin = Field("", self._pin_edit)
        self._reason_edit = LineEdit()
        self._reason_edit.setMaxLength(MAXIMUM_REASON_LENGTH)
        self._reason = Field("", self._reason_edit)
        self._trouble = Banner(radius=RADIUS)
        self._confirm = DangerButton()
        self._cancel = SecondaryButton(key_hint="Esc")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._name_controls()
        self._lay_out()
        self.retranslate()
        self._confirm.setDefault(True)
        self._cancel.setAutoDefault(False)
        self._confirm.clicked.connect(self._decide)
        self._cancel.clicked.connect(self.reject)
        self._pin_edit.textEdited.connect(lambda _: self._forget_wrong_pin())
        self._reason_edit.textEdited.connect(lambda _: self._reason.set_error(None))
        self._manager_box.activated.connect(lambda _: self._on_manager_chosen())
        self.finished.connect(self._on_finished)

    def open(self) -> None:
        """Show it, and read who may decide."""
        super().open()
        self._pin_edit.setFocus()
        self._timer.start()
        self._tasks.start(self._load())

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        fmt, money = current_locale_format(), self._payment.money
        self.set_title(self.tr("Mark as not paid"))
        self._heading.setText(self.tr("Was this payment not made?"))
        self._text.setText(
            self.tr(
                "Look into the provider's own panel first. If the payment is there, go back and press Ask now: only"
                " the provider's word makes it paid. If it is not there, a manager marks it as not paid; who did so"
                " and why is kept for good."
            )
        )
        self._amount.setText(fmt.amount_with_unit(money.text, money.code))
        self._reference.set_text(self._payment.reference)
        self._manager.set_label(self.tr("Manager"))
        self._pin.set_label(self.tr("Manager's PIN"))
        self._reason.set_label(self.tr("Reason"))
        self._reason_edit.setPlaceholderText(self.tr("Such as who was asked, and what they said"))
        self._confirm.setText(self.tr("Mark as not paid"))
        self._cancel.setText(self.tr("Go back"))
        self._tick()

    def _name_controls(self) -> None:
        self._manager_box.setObjectName("decide.manager")
        self._pin_edit.setObjectName("decide.pin")
        self._reason_edit.setObjectName("decide.reason")
        self._trouble.setObjectName("decide.trouble")
        self._confirm.setObjectName("decide.confirm")
        self._cancel.setObjectName("decide.cancel")

    def _lay_out(self) -> None:
        which = QHBoxLayout()
        which.setSpacing(Spacing.M)
        which.addWidget(self._amount)
        which.addWidget(self._reference)
        which.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._cancel, 1)
        buttons.addWidget(self._confirm, 1)
        self.body.addWidget(self._heading)
        self.body.addLayout(which)
        self.body.addWidget(self._text)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._manager)
        self.body.addWidget(self._pin)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)
        self._manager.hide()

    # Who decides

    async def _load(self) -> None:
        try:
            operators = await self._till.operators.in_service()
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(_words_of, error))
            return
        self._offer([operator for operator in operators if operator.role is Role.MANAGER])

    def _offer(self, managers: list[Operator]) -> None:
        for manager in managers:
            self._manager_box.addItem(isolate(manager.name), manager.id)
        signed_in = self._manager_box.findData(self._till.session.operator_id)
        self._manager_box.setCurrentIndex(max(0, signed_in))
        self._manager.setVisible(len(managers) > 1)
        self._tick()

    def _on_manager_chosen(self) -> None:
        self._locked_until = None
        self._manager.set_error(None)
        self._pin.set_error(None)
        self._pin_edit.clear()
        self._tick()
        self._pin_edit.setFocus()

    # Deciding

    def _decide(self) -> None:
        manager_id = self._manager_box.currentData()
        if self._is_deciding or self._locked_until is not None:
            return
        self._manager.set_error(None)
        self._trouble.clear()
        empty = [
            (field, edit)
            for field, edit in ((self._pin, self._pin_edit), (self._reason, self._reason_edit))
            if not edit.text().strip()
        ]
        for field, _ in empty:
            field.set_error(partial(account_message, AccountProblem.EMPTY))
        if empty:
            empty[0][1].setFocus()
            return
        self._is_deciding = True
        self._confirm.set_busy(True)
        self._tasks.start(self._mark(manager_id, self._pin_edit.text(), self._reason_edit.text()))

    async def _mark(self, manager_id: str, pin: str, reason: str) -> None:
        is_decided = False
        try:
            await self._till.decisions.mark_not_paid(
                self._payment.id, manager_id=manager_id, pin=pin, reason=reason
            )
            is_decided = True
        except ReasonMissingError:
            self._reason.set_error(partial(account_message, AccountProblem.EMPTY))
        except WrongPinError:
            self._pin.set_error(lambda: self.tr("This PIN is not right."))
            self._pin_edit.setFocus()
            self._pin_edit.selectAll()
        except PinLockedError as error:
            self._locked_until = error.until
            self._pin_edit.clear()
        except NotAManagerError:
            self._say_not_a_manager()
        except NotWithAPersonError as error:
            self._say_decided_already(error)
        except _TOLD as error:
            self._trouble.show_message(StateKind.DANGER, partial(_words_of, error))
        finally:
            self._is_deciding = False
            # The window may have gone meanwhile, and taken this sheet along.
            if isValid(self):
                self._confirm.set_busy(False)
                self._tick()
        if is_decided:
            self.accept()

    def _say_not_a_manager(self) -> None:
        # The choice is hidden while there is nobody to choose from.
        field = self._pin if self._manager.isHidden() else self._manager
        field.set_error(lambda: self.tr("Only a manager may decide this."))

    def _say_decided_already(self, error: NotWithAPersonError) -> None:
        payment = error.payment

        def words() -> str:
            text = self.tr("It is no longer open for a decision: {state}.").format(
                state=isolate(state_word(payment.state).word)
            )
            why = reason_message(payment.reason, payment.provider_message) if payment.reason else ""
            return f"{text} {why}".strip()

        self._trouble.show_message(StateKind.WARNING, words)

    def _forget_wrong_pin(self) -> None:
        if self._locked_until is None:
            self._pin.set_error(None)

    def _tick(self) -> None:
        """Say how long no PIN is taken, if so."""
        now, until = self._till.session.clock.now(), self._locked_until
        # Until it is known who may decide there is nothing to press.
        self._confirm.setEnabled(self._manager_box.count() > 0 and (until is None or until <= now))
        if until is None:
            return
        if until <= now:
            self._locked_until = None
            self._pin.set_error(None)
            return
        # Rounded up: what says "0 s" would have to take a PIN.
        left = current_locale_format().duration(int((until - now).total_seconds()) + 1)
        self._pin.set_error(self.tr("Too many wrong PINs. Try again in {duration}.").format(duration=left))

    def _on_finished(self) -> None:
        self._timer.stop()
        self._pin_edit.clear()
        self._tasks.cancel_all()
        self.deleteLater()


def _words_of(error: PepperMissingError | VaultError | StorageUnavailableError) -> str:
    if isinstance(error, StorageUnavailableError):
        return storage_message(error.trouble)
    return vault_message(error) if isinstance(error, VaultError) else pepper_missing_message()
