"""A manager agrees to money leaving the shop: who, their PIN, and what keeps them from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal

from cashier.domain.operator import Operator, Role
from cashier.services.accounts import AccountProblem
from cashier.services.operator_pin import PepperMissingError
from cashier.services.operators import NotAManagerError, PinLockedError, WrongPinError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import account_message, pepper_missing_message, storage_message, vault_message
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Card,
    ComboBox,
    Field,
    PrimaryButton,
    SecondaryButton,
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words
from cashier.vault.protocol import VaultError

_TICK_MS: Final = 500

# What agreeing can meet that this card says itself; whoever does the agreeing hands it to `show_error`.
ApprovalTrouble = (
    WrongPinError
    | PinLockedError
    | NotAManagerError
    | PepperMissingError
    | VaultError
    | StorageUnavailableError
)
APPROVAL_TROUBLES: Final = (
    WrongPinError,
    PinLockedError,
    NotAManagerError,
    PepperMissingError,
    VaultError,
    StorageUnavailableError,
)


class ApprovalCard(Card):
    """Asks for a manager and their PIN. What is typed leaves it once: until it is told the outcome, nothing more.

    Whoever listens to `approve_wanted` tells the outcome by `show_error` or `set_busy(False)`.

    Signals:
        approve_wanted: with the manager's id and the PIN; the card is busy from then on.
        back_wanted: the person wants to change something first.
    """

    approve_wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(
        self, till: Till, on_unexpected: Callable[[BaseException], None], *, name: str = "approve"
    ) -> None:
        """Ask nobody yet; `name` begins the object names of its controls."""
        super().__init__()
        self._till = till
        self._tasks = TaskOwner(on_unexpected)
        self._locked_until: datetime | None = None
        self._is_busy = False
        self._hindrance: Words = ""
        self._submit_text = self._back_text = ""
        self._head_texts = ("", "")
        self._title = TextLabel(role="heading")
        self._text = TextLabel(tone="muted")
        self._manager_box = ComboBox()
        self._manager_box.setObjectName(f"{name}.manager")
        self._manager = Field("", self._manager_box, keeps_room=False)
        self._pin_edit = SecretEdit()
        self._pin_edit.setObjectName(f"{name}.pin")
        self._pin_edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._pin = Field("", self._pin_edit)
        self._trouble = Banner(radius=RADIUS)
        self._trouble.setObjectName(f"{name}.trouble")
        self._submit = PrimaryButton(key_hint="Enter")
        self._submit.setObjectName(f"{name}.submit")
        self._back = SecondaryButton()
        self._back.setObjectName(f"{name}.back")
        self._back.setAutoDefault(False)
        self._promise = TextLabel(role="small", tone="muted")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._submit.clicked.connect(self._on_submit)
        self._back.clicked.connect(self.back_wanted)
        self._pin_edit.textEdited.connect(self._forget_wrong_pin)
        self._manager_box.activated.connect(self._on_manager_chosen)
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self._title, self._text, self._manager, self._pin, self._trouble):
            self.body.addWidget(widget)
        self.body.addWidget(self._submit)
        self.body.addWidget(self._back)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._promise)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read who may agree; to be called once the card is shown."""
        self._timer.start()
        self._submit.setDefault(True)
        self._pin_edit.setFocus()
        self._tasks.start(self._load())

    def close_card(self) -> None:
        """Forget what was typed and stop; the dialog around it goes."""
        self._timer.stop()
        self._pin_edit.clear()
        self._tasks.cancel_all()

    def begin(self) -> None:
        """Put the cursor into the PIN, empty."""
        self._pin_edit.clear()
        self._pin_edit.setFocus()

    def set_submit_text(self, text: str) -> None:
        """Say something else than "Approve and send" on the button."""
        self._submit_text = text
        self.retranslate()

    def set_back_text(self, text: str) -> None:
        """Say something else than "Back and edit" on the way back."""
        self._back_text = text
        self.retranslate()

    def set_head(self, title: str, text: str) -> None:
        """Say something else over the fields than that a manager approves money leaving the shop."""
        self._head_texts = (title, text)
        self._promise.hide()
        self.retranslate()

    def set_back_visible(self, *, visible: bool) -> None:
        """Offer the way back to the form, or not."""
        self._back.setVisible(visible)

    def set_hindrance(self, words: Words) -> None:
        """Let nothing be agreed to, and say why; an empty text lets it."""
        self._hindrance = words
        if words:
            self._trouble.show_message(StateKind.WARNING, words)
        else:
            self._trouble.clear()
        self._tick()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  # a setter
        """Show that it is being agreed to, or no longer."""
        self._is_busy = busy
        self._submit.set_busy(busy)
        self._pin_edit.setReadOnly(busy)
        self._manager_box.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self._tick()

    def show_error(self, error: ApprovalTrouble) -> None:
        """Say beside its field what kept the manager from agreeing; the card is busy no longer."""
        self.set_busy(False)
        if isinstance(error, WrongPinError):
            self._pin.set_error(lambda: self.tr("This PIN is not right."))
            self._pin_edit.setFocus()
            self._pin_edit.selectAll()
        elif isinstance(error, PinLockedError):
            self._locked_until = error.until
            self._pin_edit.clear()
        elif isinstance(error, NotAManagerError):
            self._manager.set_error(lambda: self.tr("Only a manager may approve this."))
        else:
            self.show_trouble(partial(_words_of, error))
        self._tick()

    def show_trouble(self, words: Words) -> None:
        """Say over the button what stands in the way; it can be tried again."""
        self.set_busy(False)
        self._trouble.show_message(StateKind.DANGER, words)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        title, text = self._head_texts
        self._title.setText(title or self.tr("Manager's approval"))
        self._text.setText(text or self.tr("Money leaves the shop only when a manager has agreed to it."))
        self._manager.set_label(self.tr("Manager"))
        self._pin.set_label(self.tr("PIN"))
        self._submit.setText(self._submit_text or self.tr("Approve and send"))
        self._back.setText(self._back_text or self.tr("Back and edit"))
        self._promise.setText(
            self.tr("After sending, if no answer comes it is not sent again; we ask the bank.")
        )
        self._tick()

    # Who agrees

    async def _load(self) -> None:
        try:
            operators = await self._till.operators.in_service()
        except StorageUnavailableError as error:
            self.show_trouble(partial(_words_of, error))
            return
        self._offer([operator for operator in operators if operator.role is Role.MANAGER])

    def _offer(self, managers: list[Operator]) -> None:
        self._manager_box.clear()
        for manager in managers:
            self._manager_box.addItem(isolate(manager.name), manager.id)
        signed_in = self._manager_box.findData(self._till.session.operator_id)
        self._manager_box.setCurrentIndex(max(0, signed_in))
        self._tick()

    def _on_manager_chosen(self) -> None:
        self._locked_until = None
        self._manager.set_error(None)
        self._pin.set_error(None)
        self.begin()
        self._tick()

    # Agreeing

    def _on_submit(self) -> None:
        manager_id = self._manager_box.currentData()
        if self._is_busy or self._locked_until is not None or self._hindrance or not manager_id:
            return
        self._manager.set_error(None)
        self._trouble.clear()
        if not self._pin_edit.text().strip():
            self._pin.set_error(partial(account_message, AccountProblem.EMPTY))
            self._pin_edit.setFocus()
            return
        self.set_busy(True)
        self.approve_wanted.emit(manager_id, self._pin_edit.text())

    def _forget_wrong_pin(self) -> None:
        if self._locked_until is None:
            self._pin.set_error(None)

    def _tick(self) -> None:
        """Say how long no PIN is taken, if so."""
        now, until = self._till.session.clock.now(), self._locked_until
        # Until it is known who may agree there is nothing to press.
        is_open = self._manager_box.count() > 0 and (until is None or until <= now)
        self._submit.setEnabled(is_open and not self._is_busy and not self._hindrance)
        if until is None:
            return
        if until <= now:
            self._locked_until = None
            self._pin.set_error(None)
            return
        # Rounded up: what says "0 s" would have to take a PIN.
        left = current_locale_format().duration(int((until - now).total_seconds()) + 1)
        self._pin.set_error(self.tr("Too many wrong PINs. Try again in {duration}.").format(duration=left))


def _words_of(error: PepperMissingError | VaultError | StorageUnavailableError) -> str:
    if isinstance(error, StorageUnavailableError):
        return storage_message(error.trouble)
    return vault_message(error) if isinstance(error, VaultError) else pepper_missing_message()
