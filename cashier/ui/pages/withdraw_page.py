"""Withdraw: money the shop sends to a bank account."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.iban import IbanError
from cashier.domain.money import Unit
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services.batch_cells import Column, RowText
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.batch_heading import takes_batches
from cashier.ui.batch_panel import BatchPanel
from cashier.ui.page_room import room_of
from cashier.ui.recent_withdrawals import ROWS_SHOWN, RecentWithdrawals
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.style.tokens import LOW_WINDOW, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet, StateKind, TextLabel
from cashier.ui.withdrawal_dialog import TOLD, WithdrawalDialog, words_of
from cashier.ui.withdrawal_entry import WithdrawalEntry
from cashier.ui.withdrawal_sheet import WithdrawalSheet
from cashier.ui.withdrawal_words import WithdrawalWords, is_about_the_pin

_ONE_COLUMN: Final = 620
_COLUMN_PART_HEIGHT: Final = 340

_SENT_ANEW: Final = {WithdrawalState.REFUSED, WithdrawalState.REJECTED}
_STILL_HERE: Final = {WithdrawalState.AWAITING_APPROVAL, WithdrawalState.APPROVED}
# How a refusal names what is at fault, and where the form has it.
_FAULT_COLUMNS: Final = {
    "iban": Column.IBAN,
    "amount": Column.AMOUNT,
    "holder": Column.HOLDER,
    "pay_id": Column.PAY_ID,
}


class _Columns(QBoxLayout):
    """Form and list beside each other, each scrolling by itself; below each other they are as high as they are."""

    def hasHeightForWidth(self) -> bool:
        # Else the area around them would scroll both as soon as one of them does, and the button with it.
        return self.direction() == QBoxLayout.Direction.TopToBottom and super().hasHeightForWidth()


class WithdrawPage(QWidget):
    """The form for one withdrawal, and beside it all that were made.

    Where an account takes batches, the page offers many receivers too: what is typed on either side stays there.

    Signals:
        form_filled: a withdrawal was put into the form, to be changed.
    """

    form_filled = Signal()

    def __init__(
        self,
        till: Till,
        on_unexpected: Callable[[BaseException], None],
        open_settings: Callable[[], None],
    ) -> None:
        super().__init__()
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._words = WithdrawalWords(self)
        self._dialog: WithdrawalDialog | None = None
        self._intent_id = till.withdrawals.new_intent()
        self._form_is_kept = False
        self._ending = [
            till.accounts.changes.subscribe(self._show_accounts),
            till.withdrawals.changes.subscribe(lambda _: self.refresh()),
            till.withdrawals.batch_changes.subscribe(lambda _: self.refresh()),
            till.beneficiaries.changes.subscribe(lambda _: self._do(self._read_receivers())),
        ]
        self.entry = WithdrawalEntry(open_settings)
        self.entry.review_wanted.connect(self._on_review)
        self.entry.unit_chosen.connect(self._on_unit)
        self.entry.remove_receiver_wanted.connect(self._on_remove_receiver)
        self._recent = RecentWithdrawals()
        self._recent.search_wanted.connect(self.refresh)
        self._recent.withdrawal_chosen.connect(self._on_chosen)
        self._title = TextLabel(role="title", wrap=False)
        self.head = QHBoxLayout()
        self.head.setSpacing(Spacing.L)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        both = QWidget()
        both.setObjectName("scrolled")
        self._columns = _Columns(QBoxLayout.Direction.LeftToRight, both)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.entry, 59)
        self._columns.addWidget(self._recent, 41)
        self.form = QScrollArea()
        self.form.setWidgetResizable(True)
        self.form.setFrameShape(QScrollArea.Shape.NoFrame)
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setWidget(both)
        self.panels = QStackedWidget()
        self.panels.addWidget(self.form)
        self.batches = BatchPanel(till, on_unexpected)
        self.panels.addWidget(self.batches)
        self._choice = SegmentedChoice(("withdraw.one", "withdraw.many"))
        self._choice.chosen.connect(self._show_panel)
        self.panels.currentChanged.connect(self._on_panel)
        self.head.addWidget(self._choice)
        page = QVBoxLayout(self)
        page.setSpacing(Spacing.L + Spacing.XS)
        page.addLayout(self.head)
        page.addWidget(self.panels, 1)
        self._leave_room()
        self.setFocusProxy(self.entry)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave as much room around as there is."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        room, page = room_of(self, ends=True), self.layout()
        if page is not None and page.contentsMargins() != room.margins:
            page.setContentsMargins(room.margins)
            page.setSpacing(room.below_head)
            self._columns.setSpacing(room.between)
            for card in (self.entry, self._recent):
                card.body.setContentsMargins(room.within, room.within, room.within, room.within)
        # Where there is no room beside the form, the list lies below it and the page scrolls.
        is_column = self.width() < _ONE_COLUMN
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if is_column else QBoxLayout.Direction.LeftToRight
        )
        self.entry.leave_room(is_low=self.window().height() < LOW_WINDOW, is_whole=is_column)
        for part in (self.entry, self._recent):
            part.setMinimumHeight(_COLUMN_PART_HEIGHT if is_column else 0)

    async def load(self) -> None:
        """Read what the page shows; the account and the unit used last are the ones that are ready."""
        self._show_accounts(await self._till.accounts.in_use())
        self.entry.choose(await self._till.withdrawals.account_used_last())
        self.entry.use_unit(self._till.preferences.current.withdrawal_unit)
        await self._read_receivers()
        await self._read_recent()

    def refresh(self) -> None:
        """Read again which withdrawals there are."""
        self._tasks.start(self._read_recent())

    def close_page(self) -> None:
        """Stop listening; the page is going, and a dialog with it: its withdrawal stays as it is."""
        if self._dialog is not None:
            self._dialog.done(0)
        self._recent.close_list()
        self.batches.close_panel()
        for end in self._ending:
            end()
        self._tasks.cancel_all()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Withdraw"))
        self._choice.set_texts(
            self.tr("How many receivers"), (self.tr("One receiver"), self.tr("Many receivers"))
        )

    # What the page shows

    def _show_accounts(self, accounts: list[Account]) -> None:
        self.entry.show_accounts(accounts)
        self.batches.show_accounts(accounts)
        has_batches = any(takes_batches(account) for account in accounts)
        self._choice.setVisible(has_batches)
        if not has_batches:
            self._show_panel(0)

    # One receiver, or many

    def open_batch(self, batch_id: str) -> None:
        """Show how a batch stands."""
        self.panels.setCurrentWidget(self.batches)
        self.batches.open_batch(batch_id)

    def _show_panel(self, place: int) -> None:
        self.panels.setCurrentIndex(place)

    def _on_panel(self, place: int) -> None:
        self._choice.choose(place)
        self.setFocusProxy(self.batches if place else self.entry)

    async def _read_receivers(self) -> None:
        try:
            self.entry.show_receivers(await self._till.beneficiaries.saved())
        except StorageUnavailableError as error:
            self.entry.show_trouble(partial(words_of, error))

    async def _read_recent(self) -> None:
        text = self._recent.search_text()
        try:
            found = await self._till.withdrawals.newest(text, limit=ROWS_SHOWN)
        except StorageUnavailableError as error:
            self.entry.show_trouble(partial(words_of, error))
            return
        # Whoever typed on meanwhile waits for another answer.
        if text == self._recent.search_text():
            self._recent.show_withdrawals(found, self._start_of_day())

    def _start_of_day(self) -> datetime:
        zone = self._till.preferences.current.zone
        today = self._till.session.clock.now().astimezone(zone).date()
        return datetime.combine(today, time(), zone)

    # What is typed

    def _on_unit(self, code: str) -> None:
        self._do(self._remember_unit(code))

    async def _remember_unit(self, code: str) -> None:
        if code != self._till.preferences.current.withdrawal_unit:
            await self._till.preferences.change(withdrawal_unit=code)

    def _on_remove_receiver(self, iban: str) -> None:
        self._do(self._till.beneficiaries.remove(iban))

    def _on_review(self, account: Account, row: RowText, unit: Unit) -> None:
        if self._dialog is not None or Sheet.any_open(self):
            return
        self.entry.set_checking(checking=True)
        self.entry.show_trouble("")
        self._do(self._review(account, row, unit))

    async def _review(self, account: Account, row: RowText, unit: Unit) -> None:
        try:
            rules = await self._till.withdrawals.rules(account)
            check = rules.check(row, unit)
            if check.checked is None:
                self.entry.show_problems(check.problems)
                return
            withdrawal = await self._till.withdrawals.propose(self._intent_id, account, check.checked)
            await self._save_receiver()
        finally:
            self.entry.set_checking(checking=False)
        self._open_dialog(withdrawal, account, is_from_form=True)

    async def _save_receiver(self) -> None:
        iban, holder = self.entry.receiver_to_save()
        if not iban:
            return
        try:
            await self._till.beneficiaries.save(iban, holder)
        except IbanError:
            # It was checked a moment ago, and typed over since.
            return

    def _do(self, step: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(self._told(step))

    async def _told(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except TOLD as error:
            self.entry.show_trouble(partial(words_of, error))

    # Withdrawals that exist

    def open_withdrawal(self, withdrawal: Withdrawal, account: Account, *, goes_on: bool = False) -> None:
        """Take up a withdrawal where it was left; with `goes_on` its next step is taken at once."""
        if withdrawal.state is WithdrawalState.DRAFT and goes_on:
            self._edit(withdrawal)
        elif self._dialog is None and not Sheet.any_open(self):
            self._open_dialog(withdrawal, account, is_from_form=False, goes_on=goes_on)

    def show_details(self, withdrawal: Withdrawal, account: Account) -> None:
        """Tell all that is known of a withdrawal."""
        if Sheet.any_open(self):
            return
        sheet = WithdrawalSheet(self.window(), self._till, withdrawal, account, self._on_unexpected)
        sheet.go_on_wanted.connect(self._on_go_on)
        sheet.open()

    def _on_go_on(self, withdrawal: Withdrawal) -> None:
        self._do(self._go_on(withdrawal))

    async def _go_on(self, withdrawal: Withdrawal) -> None:
        account = await self._till.withdrawal_desk.account(withdrawal.account_id)
        if withdrawal.state in _SENT_ANEW:
            self._edit(withdrawal)
        else:
            self.open_withdrawal(
                withdrawal, account, goes_on=withdrawal.state is not WithdrawalState.APPROVED
            )

    def _on_chosen(self, withdrawal: Withdrawal) -> None:
        self._do(self._show_chosen(withdrawal))

    async def _show_chosen(self, withdrawal: Withdrawal) -> None:
        self.show_details(withdrawal, await self._till.withdrawal_desk.account(withdrawal.account_id))

    def _open_dialog(
        self, withdrawal: Withdrawal, account: Account, *, is_from_form: bool, goes_on: bool = False
    ) -> None:
        dialog = WithdrawalDialog(self.window(), self._till, account, self._on_unexpected)
        self._dialog = dialog
        self._form_is_kept = False
        dialog.setProperty("isFromForm", is_from_form)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.edit_wanted.connect(self._on_edit_wanted)
        dialog.resume(withdrawal, goes_on=goes_on)

    def _on_dialog_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        last = dialog.withdrawal if dialog is not None else None
        if dialog is None or last is None or not dialog.property("isFromForm"):
            return
        self._form_is_kept = last.state is WithdrawalState.DRAFT or last.state in _SENT_ANEW
        if last.state is WithdrawalState.DRAFT:
            # The same press of "review" goes on: what is typed now is this withdrawal.
            return
        self._intent_id = self._till.withdrawals.new_intent()
        if last.state in _SENT_ANEW:
            return
        self.entry.clear()
        if last.state in _STILL_HERE:
            self.entry.show_trouble(partial(self._left, last), StateKind.INFO)

    def _left(self, last: Withdrawal) -> str:
        if last.state is WithdrawalState.APPROVED:
            return self.tr(
                "The withdrawal waits under Needs attention. It is sent by itself as soon as the line is back."
            )
        return self.tr("The withdrawal waits under Needs attention for a manager's approval.")

    def _on_edit_wanted(self, withdrawal: Withdrawal) -> None:
        self._edit(withdrawal)

    def _edit(self, withdrawal: Withdrawal) -> None:
        """Put a withdrawal into the form: a draft goes on as itself, one that has ended is typed anew."""
        is_draft = withdrawal.state is WithdrawalState.DRAFT
        self._intent_id = withdrawal.intent_id if is_draft else self._till.withdrawals.new_intent()
        self.panels.setCurrentWidget(self.form)
        if not self._form_is_kept:
            self.entry.fill(withdrawal)
        self.form_filled.emit()
        self.entry.begin()
        if withdrawal.state not in _SENT_ANEW:
            return
        self._do(self._mark_faults(withdrawal))

    async def _mark_faults(self, withdrawal: Withdrawal) -> None:
        account = await self._till.withdrawal_desk.account(withdrawal.account_id)
        if not account.switch("send_pin") and is_about_the_pin(withdrawal, account):
            # That was cured a moment ago.
            return
        why = partial(self._words.why, withdrawal, account)
        marked = {_FAULT_COLUMNS[field]: why for field in withdrawal.fault_fields if field in _FAULT_COLUMNS}
        self.entry.mark(marked)
        if not marked:
            self.entry.show_trouble(why)
