"""Take a payment: the page a cashier spends the day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.payment import Payment
from cashier.providers.catalogue import PROVIDERS
from cashier.services.payment_form import CheckedPayment
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import storage_message
from cashier.ui.page_room import room_of
from cashier.ui.payment_dialog import PaymentDialog
from cashier.ui.payment_entry import PaymentEntry
from cashier.ui.style.tokens import LOW_WINDOW, Spacing
from cashier.ui.taken_today import ROWS_SHOWN, TakenToday
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet, TextLabel

_CLOCK_MS: Final = 1_000
_ROOM_FOR_BOTH: Final = 620


class PaymentPage(QWidget):
    """The form that asks for a payment, and beside it what was taken today."""

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
        self._dialog: PaymentDialog | None = None
        self._day: datetime | None = None
        self._ending = [
            till.accounts.changes.subscribe(self._show_accounts),
            till.payments.changes.subscribe(lambda _: self.refresh()),
        ]
        self._entry = PaymentEntry(open_settings)
        self._entry.send_wanted.connect(self._on_send)
        self._entry.draft_wanted.connect(self._on_draft)
        self._taken = TakenToday()
        self._taken.payment_chosen.connect(self._on_payment_chosen)
        self._title = TextLabel(role="title", wrap=False)
        self._now = TextLabel(tone="muted")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._now)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._entry, 59)
        self._columns.addWidget(self._taken, 41)
        page = QVBoxLayout(self)
        page.setSpacing(Spacing.L + Spacing.XS)
        page.addLayout(head)
        page.addLayout(self._columns, 1)
        self._leave_room()
        self.setFocusProxy(self._entry)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave as much room around as there is."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        room, page = room_of(self, ends=True), self.layout()
        # The rail says which page this is; in a low window its head gives way to the form.
        is_low = self.window().height() < LOW_WINDOW
        for label in (self._title, self._now):
            if label.isHidden() != is_low:
                label.setHidden(is_low)
        self._entry.set_low(is_low=is_low)
        # What was taken can be seen elsewhere as well; the form cannot.
        self._taken.setVisible(self.width() >= _ROOM_FOR_BOTH)
        if page is not None and page.contentsMargins() != room.margins:
            page.setContentsMargins(room.margins)
            page.setSpacing(room.below_head)
            self._columns.setSpacing(room.between)
            for card in (self._entry, self._taken):
                card.body.setContentsMargins(room.within, room.within, room.within, room.within)

    async def load(self) -> None:
        """Read what the page shows; the account used last is the one that is ready."""
        self._show_accounts(await self._till.accounts.in_use())
        self._entry.choose(await self._till.payments.account_used_last())
        await self._read_taken()
        self.begin()

    def begin(self) -> None:
        """Put the cursor where the next payment begins."""
        self._entry.begin()

    def refresh(self) -> None:
        """Read again what was taken today."""
        self._tasks.start(self._read_taken())

    def close_page(self) -> None:
        """Stop listening; the page is going, and a dialog with it: its payment stays as it is."""
        if self._dialog is not None:
            self._dialog.done(0)
        self._clock.stop()
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
        self._title.setText(self.tr("Take payment"))
        self._show_time()

    def _show_time(self) -> None:
        fmt, now = current_locale_format(), self._till.session.clock.now()
        self._now.setText(f"{fmt.date_long(now)} · {fmt.isolate_ltr(fmt.time(now))}")
        if self._day is not None and self._start_of_day() != self._day:
            self.refresh()

    def _start_of_day(self) -> datetime:
        zone = self._till.preferences.current.zone
        today = self._till.session.clock.now().astimezone(zone).date()
        return datetime.combine(today, time(), zone)

    def _show_accounts(self, accounts: list[Account]) -> None:
        self._entry.show_accounts(
            [account for account in accounts if PROVIDERS[account.provider].traits is not None]
        )

    # Asking for a payment

    def _on_send(self, account: Account, checked: CheckedPayment) -> None:
        if self._dialog is not None or Sheet.any_open(self):
            return
        self._entry.show_trouble("")
        dialog = self._new_dialog()
        dialog.finished.connect(lambda: self._on_asked(dialog))
        dialog.request(account, checked)

    def _on_asked(self, dialog: PaymentDialog) -> None:
        if not dialog.keeps_form:
            self._entry.clear()
        if dialog.is_left_to_wait:
            self._entry.show_notice(
                lambda: self.tr(
                    "The payment waits under Needs attention. It is sent by itself as soon as the line is back."
                )
            )

    def _on_draft(self, account: Account, checked: CheckedPayment) -> None:
        self._entry.set_keeping(keeping=True)
        self._tasks.start(self._save_draft(account, checked))

    async def _save_draft(self, account: Account, checked: CheckedPayment) -> None:
        try:
            await self._till.payments.save_draft(self._till.payments.new_intent(), account, checked)
        except StorageUnavailableError as error:
            self._entry.show_trouble(partial(storage_message, error.trouble))
        else:
            self._entry.show_trouble("")
            self._entry.clear()
        finally:
            self._entry.set_keeping(keeping=False)

    # Payments that exist

    def open_payment(self, payment: Payment, account: Account, *, goes_on: bool = False) -> None:
        """Show a payment, and take it up where it was left; with `goes_on` its next call is made at once."""
        if self._dialog is None and not Sheet.any_open(self):
            self._new_dialog().resume(payment, account, goes_on=goes_on)

    def _new_dialog(self) -> PaymentDialog:
        dialog = PaymentDialog(self.window(), self._till, self._on_unexpected)
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_closed)
        return dialog

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    def _on_payment_chosen(self, payment: Payment) -> None:
        self._tasks.start(self._open_chosen(payment))

    async def _open_chosen(self, payment: Payment) -> None:
        try:
            account = await self._till.desk.account_of(payment)
        except StorageUnavailableError as error:
            self._entry.show_trouble(partial(storage_message, error.trouble))
            return
        self.open_payment(payment, account)

    async def _read_taken(self) -> None:
        self._day = self._start_of_day()
        try:
            taken = await self._till.payments.taken_since(self._day, limit=ROWS_SHOWN)
        except StorageUnavailableError as error:
            self._entry.show_trouble(partial(storage_message, error.trouble))
            return
        self._taken.show_taken(taken)
