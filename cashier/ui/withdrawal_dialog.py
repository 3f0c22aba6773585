"""The dialog that takes one withdrawal from its review to its end, and never leaves the shop guessing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cashier.domain.account import Account
from cashier.domain.history import ItemKind
from cashier.domain.operation import Operation
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.providers.errors import ProviderError
from cashier.services.accounts import AccountForm
from cashier.services.approvals import AskAgainError, DayLimitError
from cashier.services.connectivity import LineState
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.approval_card import APPROVAL_TROUBLES
from cashier.ui.messages import (
    credentials_missing_message,
    provider_message,
    storage_message,
    vault_message,
)
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet
from cashier.ui.withdrawal_decision_sheet import WithdrawalDecisionSheet
from cashier.ui.withdrawal_dialog_view import WithdrawalDialogView, WithdrawalView
from cashier.ui.withdrawal_faces import WithdrawalFace, withdrawal_face
from cashier.ui.withdrawal_outcome import FACES_WITH_RECEIPT
from cashier.vault.protocol import VaultError

_TICK_MS: Final = 500
_REVIEW_WIDTH: Final = 980
_ENDING_WIDTH: Final = 600

# What a step can meet that is not a fault of ours, and is told in the dialog.
TOLD = (ProviderError, StorageUnavailableError, VaultError, CredentialsMissingError)


class WithdrawalDialog(Sheet):
    """Takes one withdrawal. Closing it early loses nothing: the withdrawal stays open and can be taken up again.

    Signals:
        edit_wanted: the withdrawal is to be changed in the form: a draft that is put up for approval again, or one
            that has ended and is to be sent anew.
    """

    edit_wanted = Signal(Withdrawal)

    def __init__(
        self,
        window: QWidget,
        till: Till,
        account: Account,
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window)
        self.setObjectName("withdrawDialog")
        self._till = till
        self._account = account
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._withdrawal: Withdrawal | None = None
        self._operation: Operation | None = None
        self._busy = False
        self._is_sending = False
        self._pin_is_off = False
        self._trouble = ""
        self._width = 0
        self._ending = [
            till.withdrawals.changes.subscribe(self._on_change),
            till.withdrawals.batch_changes.subscribe(self._on_batch_change),
            till.connectivity.changes.subscribe(lambda _: self._render()),
        ]
        self._view = WithdrawalDialogView(till, on_unexpected)
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.finished.connect(self._on_finished)

    # Beginning

    def resume(self, withdrawal: Withdrawal, *, goes_on: bool = False) -> None:
        """Take up a withdrawal where it was left, or show how it ended.

        Args:
            withdrawal: it.
            goes_on: whether its next call is made at once: what waits is sent, an unknown outcome is asked about,
                and what only a manager can settle is put to one.
        """
        self._withdrawal = withdrawal
        self._render()
        self.open()
        self._tick.start()
        self._tasks.start(self._take_up(goes_on=goes_on))

    @property
    def withdrawal(self) -> Withdrawal | None:
        """The withdrawal as last seen; None before it was shown any."""
        return self._withdrawal

    def _build(self) -> None:
        view = self._view
        self.body.addWidget(view)
        view.review.approval.approve_wanted.connect(self._on_approve)
        view.review.approval.back_wanted.connect(self._on_edit)
        view.review_shown.connect(self._look_for_alike)
        view.ending.primary.clicked.connect(self._on_primary)
        view.ending.secondary.clicked.connect(self._on_secondary)
        view.leave.clicked.connect(self.reject)
        view.cancel.clicked.connect(self._on_cancel)

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
        except WithdrawalNotReadyError as error:
            self._withdrawal = error.withdrawal
        except TOLD as error:
            self._trouble = words_of(error)
            await self._reread_quietly()
        finally:
            self._busy = self._is_sending = False
            await self._reread_around()
            self._render()

    async def _approve(self, manager_id: str, pin: str) -> None:
        card, approval = self._view.review.card, self._view.review.approval
        try:
            self._withdrawal = await self._till.approvals.approve(
                self._known.id,
                manager_id=manager_id,
                pin=pin,
                is_meant_again=card.is_meant_again.isChecked(),
            )
        except AskAgainError as error:
            card.show_alike(error.alike)
            self._ask_for_the_tick()
        except DayLimitError as error:
            approval.set_busy(False)
            card.show_day_limit(error)
        except APPROVAL_TROUBLES as error:
            approval.show_error(error)
        else:
            approval.close_card()
            self._is_sending = True
            self._render()
            await self._send()

    async def _send(self) -> None:
        self._is_sending = True
        self._render()
        self._withdrawal = await self._till.withdrawals.submit(self._known.id)

    async def _reopen(self) -> None:
        self._withdrawal = await self._till.withdrawals.reopen(self._known.id)
        self._leave_to_edit(self._known)

    async def _cancel(self) -> None:
        self._withdrawal = await self._till.withdrawals.cancel(self._known.id)

    async def _ask_now(self) -> None:
        self._withdrawal = await self._till.withdrawal_reconciliation.ask(self._known.id)

    async def _leave_pin_out(self) -> None:
        account = self._account
        form = AccountForm(
            provider=account.provider,
            label=account.label,
            base_url=account.base_url,
            values={**account.settings, "send_pin": False},
        )
        self._account = await self._till.accounts.change(account.id, form)
        self._pin_is_off = True

    async def _take_up(self, *, goes_on: bool) -> None:
        await self._reread()
        if not goes_on:
            return
        if self._face is WithdrawalFace.WAITING:
            self._step(self._send())
        elif self._face is WithdrawalFace.UNKNOWN:
            self._step(self._ask_now())
        elif self._face is WithdrawalFace.WITH_MANAGER:
            self._decide()

    async def _reread(self) -> None:
        await self._reread_quietly()
        await self._reread_around()
        self._render()

    async def _reread_quietly(self) -> None:
        if self._withdrawal is None:
            return
        try:
            self._withdrawal = await self._till.withdrawals.get(self._withdrawal.id)
        except StorageUnavailableError as error:
            # What was read last stays on the screen, with why it may be old.
            self._trouble = words_of(error)

    async def _reread_around(self) -> None:
        if self._withdrawal is None:
            return
        try:
            self._operation = await self._till.withdrawals.last_operation(self._withdrawal.id)
        except StorageUnavailableError as error:
            self._trouble = words_of(error)

    async def _read_alike(self) -> None:
        alike = await self._till.withdrawals.alike(self._known)
        self._view.review.card.show_alike(alike)

    @property
    def _known(self) -> Withdrawal:
        if self._withdrawal is None:
            raise RuntimeError("this step needs a withdrawal")
        return self._withdrawal

    @property
    def _face(self) -> WithdrawalFace:
        face = withdrawal_face(self._known, self._operation)
        return WithdrawalFace.SENDING if self._is_sending and face is WithdrawalFace.WAITING else face

    # What people do

    def _on_approve(self, manager_id: str, pin: str) -> None:
        if self._busy:
            return
        if self._view.review.card.is_asked_again:
            self._ask_for_the_tick()
            return
        self._step(self._approve(manager_id, pin))

    def _ask_for_the_tick(self) -> None:
        self._view.review.approval.show_trouble(
            lambda: self.tr("The same was sent a moment ago. Say first that it is meant again.")
        )
        self._view.review.card.is_meant_again.setFocus()

    def _look_for_alike(self) -> None:
        self._view.review.card.show_day_limit(None)
        self._tasks.start(self._read_alike())

    def _on_primary(self) -> None:
        face = self._face
        if face is WithdrawalFace.WAITING:
            self._step(self._send())
        elif face is WithdrawalFace.UNKNOWN:
            self._step(self._ask_now())
        elif face is WithdrawalFace.WITH_MANAGER:
            self._decide()
        elif face in {WithdrawalFace.REFUSED, WithdrawalFace.REJECTED, WithdrawalFace.DRAFT}:
            self._leave_to_edit(self._known)
        else:
            self.accept()

    def _on_secondary(self) -> None:
        if self._face in FACES_WITH_RECEIPT:
            self._show_receipt()
        else:
            self._step(
                self._ask_now() if self._face is WithdrawalFace.WITH_MANAGER else self._leave_pin_out()
            )

    def _show_receipt(self) -> None:
        from cashier.ui.receipt_sheet import ReceiptSheet  # noqa: PLC0415  # it brings in the printing

        ReceiptSheet(
            self.window(), self._till, ItemKind.WITHDRAWAL, self._known.id, self._on_unexpected
        ).open()

    def _on_edit(self) -> None:
        self._step(self._reopen())

    def _on_cancel(self) -> None:
        self._step(self._cancel())

    def _leave_to_edit(self, withdrawal: Withdrawal) -> None:
        self.accept()
        self.edit_wanted.emit(withdrawal)

    def _decide(self) -> None:
        WithdrawalDecisionSheet(
            self.window(), self._till, self._known, self._account, self._on_unexpected
        ).open()

    # What happens

    def _on_change(self, changed: Withdrawal) -> None:
        if self._withdrawal is None or changed.id != self._withdrawal.id:
            return
        self._withdrawal = changed
        if not self._busy:
            self._tasks.start(self._reread())

    def _on_batch_change(self, batch_id: str) -> None:
        if self._withdrawal is not None and self._withdrawal.batch_id == batch_id and not self._busy:
            self._tasks.start(self._reread())

    def _on_tick(self) -> None:
        if self._face in {WithdrawalFace.UNKNOWN, WithdrawalFace.WITH_MANAGER}:
            self._view.show_asking(self._state().standing, self._till.session.clock.now())

    def _on_finished(self) -> None:
        self._tick.stop()
        self._view.end()
        for end in self._ending:
            end()
        self._tasks.cancel_all()
        self.deleteLater()

    # What is shown

    def _state(self) -> WithdrawalView:
        return WithdrawalView(
            face=self._face,
            withdrawal=self._known,
            account=self._account,
            operation=self._operation,
            trouble=self._trouble,
            is_busy=self._busy,
            is_offline=self._is_offline(),
            pin_is_off=self._pin_is_off,
        )

    def _is_offline(self) -> bool:
        return any(
            line.account_id == self._account.id and line.state is LineState.OFFLINE
            for line in self._till.connectivity.lines()
        )

    def _render(self) -> None:
        # The window may have gone meanwhile, and taken this sheet along.
        if self._withdrawal is None or not isValid(self):
            return
        self._view.show_state(self._state(), self._till.session.clock.now())
        in_review = self._withdrawal.state is WithdrawalState.AWAITING_APPROVAL
        width = _REVIEW_WIDTH if in_review else _ENDING_WIDTH
        if width != self._width:
            self._width = width
            self.set_card_width(width)
        self.set_title(self._view.state_word())
        self.updateGeometry()


def words_of(error: Exception) -> str:
    """Return what a step met, as a whole sentence.

    Raises:
        TypeError: for an error nothing is said about.
    """
    if isinstance(error, StorageUnavailableError):
        return storage_message(error.trouble)
    if isinstance(error, VaultError):
        return vault_message(error)
    if isinstance(error, CredentialsMissingError):
        return credentials_missing_message(error)
    if isinstance(error, ProviderError):
        return provider_message(error)
    raise TypeError(f"nothing is said about {error!r}")
