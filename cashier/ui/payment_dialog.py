"""The dialog that takes one payment from its request to its end, and never leaves the cashier guessing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from cashier.domain.account import Account
from cashier.domain.history import ItemKind
from cashier.domain.operation import Operation
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderError
from cashier.providers.protocol import Confirmation
from cashier.services.payment_desk import PaymentNotReadyError
from cashier.services.payment_form import CheckedPayment
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import (
    credentials_missing_message,
    provider_message,
    storage_message,
    vault_message,
)
from cashier.ui.payment_dialog_view import DialogState, PaymentDialogView
from cashier.ui.payment_faces import (
    Face,
    face_of,
)
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Sheet,
)
from cashier.vault.protocol import VaultError

POLL_INTERVAL_S: Final = 2.0
# Long enough that the Enter which confirmed a payment cannot also dismiss its ending unseen.
ARMING_MS: Final = 400
_TICK_MS: Final = 250
_LAST_MINUTES: Final = timedelta(minutes=5)
_RETRY_EXPIRY_S: Final = 5.0

# What a step can meet that is not a fault of ours, and is told in the dialog.
_TOLD = (ProviderError, StorageUnavailableError, VaultError, CredentialsMissingError)


class PaymentDialog(Sheet):
    """Takes one payment. Closing it early loses nothing: the payment stays open and can be taken up again."""

    def __init__(
        self,
        window: QWidget,
        till: Till,
        on_unexpected: Callable[[BaseException], None],
        *,
        poll_interval_s: float = POLL_INTERVAL_S,
    ) -> None:
        super().__init__(window)
        self.setObjectName("paymentDialog")
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._leaving = TaskOwner(on_unexpected)
        self._poll_interval_s = poll_interval_s
        self._payment: Payment | None = None
        self._operation: Operation | None = None
        self._item: OutboxItem | None = None
        self._account: Account | None = None
        self._checked: CheckedPayment | None = None
        self._intent_id = ""
        self._face = Face.SENDING
        self._busy = False
        self._is_kept = False
        self._is_left_to_wait = False
        self._trouble = ""
        self._polling: asyncio.Task[Any] | None = None
        self._expire_after: datetime | None = None
        self._unsubscribe = till.payments.changes.subscribe(self._on_change)
        self._view = PaymentDialogView()
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.finished.connect(self._on_finished)

    # Beginning

    def request(self, account: Account, checked: CheckedPayment) -> None:
        """Ask for a new payment, and show what becomes of it."""
        self._account, self._checked = account, checked
        self._intent_id = self._till.payments.new_intent()
        self.open()
        self._tick.start()
        self._step(self._request())

    def resume(self, payment: Payment, account: Account, *, goes_on: bool = False) -> None:
        """Take up a payment where it was left, or show how it ended.

        Args:
            payment: it.
            account: the one it goes through.
            goes_on: whether its next call is made at once: a draft or what waits is sent, an unknown outcome is
                asked about.
        """
        self._account = account
        self._payment = payment
        self.open()
        self._tick.start()
        self._tasks.start(self._take_up(goes_on=goes_on))

    @property
    def is_left_to_wait(self) -> bool:
        """Whether the cashier chose that it waits for a connection."""
        return self._is_left_to_wait

    @property
    def keeps_form(self) -> bool:
        """Whether what was typed is still needed: nothing became of it."""
        if self._is_kept or self._is_left_to_wait:
            return False
        if self._payment is None:
            return bool(self._trouble)
        refused_at_once = self._payment.state is PaymentState.DECLINED and self._payment.provider_key is None
        return refused_at_once or self._face is Face.NOT_SENT

    @property
    def payment(self) -> Payment | None:
        """The payment as last seen; None before it was written down."""
        return self._payment

    # Looks

    def _build(self) -> None:
        view = self._view
        self.body.addWidget(view)
        view.code.confirm.clicked.connect(self._on_confirm)
        view.code.code.textEdited.connect(lambda _: view.code.set_message(""))
        view.token.collect.clicked.connect(self._on_collect)
        view.outcome.primary.clicked.connect(self._on_primary)
        view.outcome.secondary.clicked.connect(self._on_secondary)
        view.leave.clicked.connect(self.reject)
        view.again.clicked.connect(lambda: self._step(self._request_again()))
        view.cancel.clicked.connect(lambda: self._step(self._give_up()))
        view.keep.clicked.connect(self._on_keep)
        self._render()

    def on_low(self, *, is_low: bool) -> None:
        """Move everything together in a low window."""
        self._view.set_low(is_low=is_low)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    # Steps

    def _step(self, step: Coroutine[Any, Any, None]) -> None:
        """Take one step; while it is under way no other begins."""
        if self._busy:
            step.close()
            return
        self._busy = True
        self._trouble = ""
        self._render()
        self._tasks.start(self._guarded(step))

    async def _guarded(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except PaymentNotReadyError as error:
            self._payment = error.payment
        except _TOLD as error:
            self._trouble = _words_of(error)
            await self._reread_quietly()
        finally:
            self._busy = False
            await self._reread_around()
            self._render(fresh=True)
        if self._is_left_to_wait:
            self.accept()

    async def _request(self) -> None:
        account, checked = self._account, self._checked
        if account is None or checked is None:
            raise RuntimeError("a request needs an account and a form")
        self._payment = await self._till.payments.request(self._intent_id, account, checked)

    async def _send_again(self) -> None:
        if self._payment is None:
            await self._request()
        else:
            self._payment = await self._till.payments.send_draft(self._payment.id)

    async def _send_later(self) -> None:
        try:
            self._payment = await self._till.payments.send_later(self._known.id)
        except (PaymentNotReadyError, *_TOLD):
            self._is_left_to_wait = False
            raise

    async def _confirm_step(self, code: str) -> None:
        self._payment = await self._till.payments.confirm(self._known.id, code)

    async def _request_again(self) -> None:
        self._payment = await self._till.payments.request_again(self._known.id)
        self._start_over()

    async def _give_up(self) -> None:
        self._payment = await self._till.payments.cancel(self._known.id)

    async def _ask_now(self) -> None:
        self._payment = await self._till.reconciliation.ask(self._known.id)

    async def _expire(self) -> None:
        self._payment = await self._till.payments.expire(self._known.id)

    async def _take_up(self, *, goes_on: bool) -> None:
        await self._reread()
        step = self._next_call() if goes_on else None
        if step is not None:
            self._step(step)

    def _next_call(self) -> Coroutine[Any, Any, None] | None:
        """Return the step that needs nothing more from a person, if there is one."""
        if self._face is Face.NOT_SENT:
            return self._send_again()
        if self._face is Face.UNKNOWN:
            return self._ask_now()
        if self._face in {Face.CODE, Face.TOKEN} and self._item is not None:
            return self._confirm_step(self._item.code)
        return None

    async def _reread(self) -> None:
        await self._reread_quietly()
        await self._reread_around()
        self._render(fresh=True)

    async def _reread_quietly(self) -> None:
        if self._payment is None:
            return
        try:
            self._payment = await self._till.payments.get(self._payment.id)
        except StorageUnavailableError as error:
            # What was read last stays on the screen, with why it may be old.
            self._trouble = _words_of(error)

    async def _reread_around(self) -> None:
        """Read what is known beside the payment's own row: the last call about it, and what waits for it."""
        if self._payment is None:
            return
        try:
            self._operation = await self._till.payments.last_operation(self._payment.id)
            self._item = await self._till.payments.waiting_for(self._payment.id)
        except StorageUnavailableError as error:
            self._trouble = _words_of(error)

    async def _poll(self) -> None:
        """Look whether the customer has paid, as long as the dialog waits for it."""
        while True:
            try:
                self._payment = await self._till.payments.refresh(self._known.id)
                self._trouble = ""
            except _TOLD as error:
                self._trouble = _words_of(error)
            self._render()
            await asyncio.sleep(self._poll_interval_s)

    @property
    def _known(self) -> Payment:
        if self._payment is None:
            raise RuntimeError("this step needs a payment")
        return self._payment

    # What people do

    def _on_confirm(self) -> None:
        if self._busy:
            return
        if not self._view.code.code.is_complete():
            length = current_locale_format().number(self._view.code.code.length())
            self._view.code.set_message(self.tr("The code has {length} digits.").format(length=length))
            self._view.code.code.setFocus()
            return
        self._step(self._confirm_step(self._view.code.code.code()))

    def _on_collect(self) -> None:
        self._step(self._confirm_step(""))

    def _on_primary(self) -> None:
        if self._face is Face.NOT_SENT:
            self._step(self._send_again())
        elif self._face is Face.UNKNOWN:
            self._step(self._ask_now())
        elif self._face is Face.NO_ANSWER or (self._face is Face.EXPIRED and self._may_ask_again):
            self._step(self._request_again() if self._face is Face.NO_ANSWER else self._request_anew())
        else:
            self.accept()

    def _on_secondary(self) -> None:
        if self._face is Face.NO_ANSWER:
            self._step(self._give_up())
        elif self._face is Face.NOT_SENT:
            if not self._busy:
                self._is_left_to_wait = True
                self._step(self._send_later())
        elif self._face is Face.PAID:
            self._show_receipt()
        else:
            self.accept()

    def _show_receipt(self) -> None:
        from cashier.ui.receipt_sheet import ReceiptSheet  # noqa: PLC0415  # it brings in the printing

        ReceiptSheet(self.window(), self._till, ItemKind.PAYMENT, self._known.id, self._on_unexpected).open()

    def _on_keep(self) -> None:
        self._is_kept = True
        self.accept()

    async def _request_anew(self) -> None:
        """Ask for the same again as a new payment; the old one stays as it ended."""
        old, account = self._known, self._account
        if account is None:
            raise RuntimeError("a request needs an account")
        checked = CheckedPayment(money=old.money, customer_no=old.customer_no, note=old.note)
        self._payment = await self._till.payments.request(self._till.payments.new_intent(), account, checked)
        self._start_over()

    def _start_over(self) -> None:
        """Forget what belonged to the request before."""
        self._view.code.code.clear()
        self._expire_after = None

    @property
    def _may_ask_again(self) -> bool:
        return self._account is not None and self._account.removed_at is None

    def reject(self) -> None:
        """Leave it as it is; a draft that was never sent goes back to the form it came from."""
        if self._is_left_to_wait:
            # It closes by itself as soon as that is written down.
            return
        unsent = self._face is Face.NOT_SENT and self._checked is not None and not self._busy
        if unsent and self._item is None and self._payment is not None:
            # Not among the dialog's own tasks: this one goes on when the dialog has closed.
            self._leaving.start(self._drop_draft(self._payment.id))
        super().reject()

    async def _drop_draft(self, payment_id: str) -> None:
        try:
            await self._till.payments.cancel(payment_id)
        except (PaymentNotReadyError, *_TOLD):
            # It then stays a draft, and in the list of open payments: nothing was asked of anyone.
            return

    # What happens

    def _on_change(self, changed: Payment) -> None:
        if self._payment is None and changed.intent_id == self._intent_id:
            self._payment = changed
        elif self._payment is None or changed.id != self._payment.id:
            return
        self._payment = changed
        if not self._busy:
            self._tasks.start(self._reread())

    def _on_tick(self) -> None:
        payment = self._payment
        if payment is None:
            return
        now = self._till.session.clock.now()
        if self._face in {Face.CODE, Face.TOKEN} and payment.expires_at is not None:
            self._view.show_countdown(payment, now)
            due = now >= (self._expire_after or payment.expires_at)
            if due and not self._busy and not (self._face is Face.TOKEN and payment.customer_paid_at):
                self._expire_after = now + timedelta(seconds=_RETRY_EXPIRY_S)
                self._step(self._expire())
        elif self._face is Face.UNKNOWN:
            self._view.show_asking(self._operation, now)

    def _on_finished(self) -> None:
        self._tick.stop()
        self._view.end()
        self._unsubscribe()
        self._tasks.cancel_all()
        self.deleteLater()

    # What is shown

    def _render(self, *, fresh: bool = False) -> None:
        self._face = self._current_face()
        state = DialogState(
            face=self._face,
            payment=self._payment,
            operation=self._operation,
            item=self._item,
            account=self._account,
            checked=self._checked,
            trouble=self._trouble,
            is_busy=self._busy,
            keeps_form=self.keeps_form,
            may_ask_again=self._may_ask_again,
        )
        self._view.show_state(state, self._till.session.clock.now(), fresh=fresh)
        self.set_title(self._view.chip_word())
        self._watch_token()
        self.updateGeometry()

    def _current_face(self) -> Face:
        payment, account = self._payment, self._account
        if payment is None or account is None:
            return Face.SENDING if self._busy or not self._trouble else Face.NOT_SENT
        if payment.state is PaymentState.DRAFT and self._busy and not self._is_left_to_wait:
            return Face.SENDING
        traits = PROVIDERS[account.provider].traits
        return face_of(payment, traits.confirmation if traits else Confirmation.CODE)

    def _watch_token(self) -> None:
        waits = (
            self._face is Face.TOKEN
            and self._payment is not None
            and self._payment.state is PaymentState.AWAITING_CUSTOMER
            and self.is_open()
        )
        if waits and (self._polling is None or self._polling.done()):
            self._polling = self._tasks.start(self._poll())
        elif not waits and self._polling is not None:
            if self._polling is not asyncio.current_task():
                self._polling.cancel()
            self._polling = None


def _words_of(error: Exception) -> str:
    if isinstance(error, StorageUnavailableError):
        return storage_message(error.trouble)
    if isinstance(error, VaultError):
        return vault_message(error)
    if isinstance(error, CredentialsMissingError):
        return credentials_missing_message(error)
    if isinstance(error, ProviderError):
        return provider_message(error)
    raise TypeError(f"nothing is said about {error!r}")
