"""The frame round the pages: the rail, the banner, and the keys that lead from page to page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.operator import Operator
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.key_words import (
    ATTENTION,
    HELP_KEY,
    HISTORY,
    LOCK_KEYS,
    PAGE_KEYS,
    PAYMENT,
    SETTINGS,
    WITHDRAW,
)
from cashier.ui.keys_sheet import KeysSheet
from cashier.ui.line_words import LineWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import storage_message
from cashier.ui.pages.attention_page import AttentionPage
from cashier.ui.pages.payment_page import PaymentPage
from cashier.ui.pages.withdraw_page import WithdrawPage
from cashier.ui.shop_notices import NoticeAction, ShopNotices
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, NavigationRail, Sheet, StateKind
from cashier.ui.widgets.tab_order import move_focus, tab_stops
from cashier.ui.widgets.words import Words

if TYPE_CHECKING:
    from cashier.ui.pages.history_page import HistoryPage
    from cashier.ui.pages.settings_page import SettingsPage

_COMPACT_BELOW: Final = 1000
_LOW_BELOW: Final = 440


class Frame(QWidget):
    """Rail, banner and pages over an open till.

    Signals:
        restore_agreed: a manager has agreed that a backup takes the place of the till's data; with the order.
        repair_wanted: the data that was found damaged is to be repaired.
    """

    restore_agreed = Signal(object)
    repair_wanted = Signal()

    def __init__(self, till: Till, lock: Callable[[], None]) -> None:
        super().__init__()
        self._till = till
        self._operator: Operator | None = None
        self._notice: tuple[StateKind, Words] | None = None
        self._line_words = LineWords(till.connectivity, self)
        self._notices = ShopNotices(till, self._line_words, self)
        self._action = NoticeAction.NOTHING
        self._labels: dict[str, str] = {}
        self._tasks = TaskOwner(self.on_unexpected)
        self._rail = NavigationRail()
        self._banner = Banner()
        self._banner.setObjectName("frame.banner")
        self._banner.action_button().setObjectName("frame.bannerAction")
        self._pages = QStackedWidget()
        self.payment_page = PaymentPage(till, self.on_unexpected, lambda: self.go_to(SETTINGS))
        self.withdraw_page = WithdrawPage(till, self.on_unexpected, lambda: self.go_to(SETTINGS))
        self.attention_page = AttentionPage(till, self.on_unexpected)
        self.attention_page.payment_chosen.connect(self.open_payment)
        self.attention_page.withdrawal_chosen.connect(self.open_withdrawal)
        self.attention_page.withdrawal_details_wanted.connect(self.withdraw_page.show_details)
        self.attention_page.batch_chosen.connect(self.open_batch)
        self.withdraw_page.form_filled.connect(lambda: self.go_to(WITHDRAW))
        self._history_page: HistoryPage | None = None
        self._settings_page: SettingsPage | None = None
        self._pages.addWidget(self.payment_page)
        self._pages.addWidget(self.withdraw_page)
        self._pages.addWidget(self.attention_page)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._banner)
        main.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(main, 1)
        self._rail.add_entry(PAYMENT, "card", "")
        self._rail.add_entry(WITHDRAW, "bank", "")
        self._rail.add_entry(HISTORY, "list", "")
        self._rail.add_entry(ATTENTION, "warning", "")
        self._rail.add_entry(SETTINGS, "gear", "")
        self._rail.set_current(PAYMENT)
        self._rail.entry_activated.connect(self.go_to)
        self._rail.lock_requested.connect(lock)
        self._banner.action_triggered.connect(self._on_banner_action)
        self.attention_page.counted.connect(lambda count: self._rail.set_badge(ATTENTION, count))
        self._ending = [
            till.connectivity.changes.subscribe(lambda _: self._show_lines()),
            till.connectivity.clock_changes.subscribe(lambda _: self._show_banner()),
            till.backups.changes.subscribe(lambda _: self._show_banner()),
            till.accounts.changes.subscribe(self._use_accounts),
        ]
        self._listen_to_keys(lock)
        self.retranslate()

    def _listen_to_keys(self, lock: Callable[[], None]) -> None:
        for name, key in PAGE_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda name=name: self.go_to(name))
        QShortcut(QKeySequence(LOCK_KEYS), self).activated.connect(lock)
        help_shortcut = QShortcut(QKeySequence(HELP_KEY), self)
        help_shortcut.setAutoRepeat(False)
        help_shortcut.activated.connect(self.show_keys)
        self._rail.keys_requested.connect(self.show_keys)

    async def load(self) -> None:
        """Read what the pages show."""
        self._use_accounts(await self._till.accounts.in_use())
        await self.payment_page.load()
        await self.withdraw_page.load()
        self.payment_page.begin()
        await self.attention_page.load()

    def show_operator(self, operator: Operator) -> None:
        """Name who works here at the foot of the rail."""
        self._operator = operator
        self._rail.set_operator(operator.name, self._till.preferences.current.shop_name)

    def go_to(self, name: str) -> None:
        """Show a page by its name on the rail; not while a dialog lies over the pages."""
        if Sheet.any_open(self):
            self._rail.set_current(self._current_name())
            return
        self._rail.set_current(name)
        if name == SETTINGS:
            self._pages.setCurrentWidget(self._settings())
        elif name == HISTORY:
            self._pages.setCurrentWidget(self._history())
        else:
            self._pages.setCurrentWidget(self._named_pages()[name])
        self.focus_page()

    def focus_page(self) -> None:
        """Give the keys to the page that is shown, rather than to whatever was pressed to come here."""
        page = self._pages.currentWidget()
        if page is not None:
            stops = [page] if page.focusProxy() is not None else tab_stops(page)
            # Where there is nothing to go to, the keys still leave the page that was shown before.
            (stops[0] if stops else self).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page more room where there is little."""
        super().resizeEvent(event)
        self._rail.set_compact(self.width() < _COMPACT_BELOW)
        self._rail.set_low(is_low=self.height() < _LOW_BELOW)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Move the focus through the page in the order of reading, then through the rail, and round."""
        page = self._pages.currentWidget()
        parts = [self._banner, *([page] if page is not None else []), self._rail]
        current = self.window().focusWidget()
        stops = [stop for part in parts if part.isVisible() for stop in tab_stops(part, current)]
        return move_focus(stops, current, forward=forward)

    def show_keys(self) -> None:
        """Show the keys of what is on the screen, or take them away again."""
        over = Sheet.top(self)
        if isinstance(over, KeysSheet):
            over.reject()
        else:
            KeysSheet(self.window(), self._current_name() if over is None else None).open()

    def make_history(self) -> None:
        """Make the page of history ahead of the first time it is shown."""
        self._history()

    def open_payment(self, payment: Payment, goes_on: bool) -> None:  # noqa: FBT001  # a slot
        """Take up a payment where it was left; if it goes on, its next call is made at once."""
        self._tasks.start(self._open_payment(payment, goes_on=goes_on))

    def open_withdrawal(self, withdrawal: Withdrawal, account: Account) -> None:
        """Take up a withdrawal where it was left, with its next step."""
        self.withdraw_page.open_withdrawal(withdrawal, account, goes_on=True)

    def open_batch(self, batch_id: str) -> None:
        """Show how a batch stands."""
        self.go_to(WITHDRAW)
        self.withdraw_page.open_batch(batch_id)

    async def _open_payment(self, payment: Payment, *, goes_on: bool) -> None:
        try:
            account = await self._till.desk.account_of(payment)
        except StorageUnavailableError as error:
            self.show_notice(StateKind.DANGER, partial(storage_message, error.trouble))
            return
        self.payment_page.open_payment(payment, account, goes_on=goes_on)

    def on_unexpected(self, error: BaseException) -> None:
        """Tell of a fault of the program itself; the log has the whole of it."""
        name = current_locale_format().isolate_ltr(type(error).__name__)
        self.show_notice(
            StateKind.DANGER,
            lambda: self.tr(
                "Something went wrong in the program; what was typed is kept. The log says more: {error}"
            ).format(error=name),
        )

    def show_notice(self, kind: StateKind, words: Words) -> None:
        """Show a sentence over the page until it is dismissed."""
        self._notice = (kind, words)
        self._show_banner()

    def close_frame(self) -> None:
        """Stop listening; the window is going."""
        for end in self._ending:
            end()
        self.payment_page.close_page()
        self.withdraw_page.close_page()
        self.attention_page.close_page()
        if self._history_page is not None:
            self._history_page.close_page()
        self._tasks.cancel_all()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._rail.set_title(self.tr("Cashier"))
        self._rail.set_entry_text(PAYMENT, self.tr("Take payment"))
        self._rail.set_entry_text(WITHDRAW, self.tr("Withdraw"))
        self._rail.set_entry_text(HISTORY, self.tr("History"))
        self._rail.set_entry_text(ATTENTION, self.tr("Needs attention"))
        self._rail.set_entry_text(SETTINGS, self.tr("Settings"))
        if self._operator is not None:
            self.show_operator(self._operator)
        self._show_lines()

    def _history(self) -> QWidget:
        if self._history_page is None:
            from cashier.ui.pages.history_page import HistoryPage  # noqa: PLC0415  # not for the first window

            page = HistoryPage(self._till, self.on_unexpected)
            page.payment_wanted.connect(lambda payment: self.open_payment(payment, goes_on=False))
            page.withdrawal_wanted.connect(self.open_withdrawal)
            self._history_page = page
            self._pages.addWidget(page)
        return self._history_page

    def _settings(self) -> QWidget:
        if self._settings_page is None:
            from cashier.ui.pages.settings_page import SettingsPage  # noqa: PLC0415  # not for the first window

            page = SettingsPage(self._till, self._tasks)
            page.restore_agreed.connect(self.restore_agreed)
            self._settings_page = page
            self._pages.addWidget(page)
        return self._settings_page

    def _current_name(self) -> str:
        shown = self._pages.currentWidget()
        return next((name for name, page in self._named_pages().items() if page is shown), SETTINGS)

    def _named_pages(self) -> dict[str, QWidget]:
        pages: dict[str, QWidget] = {
            PAYMENT: self.payment_page,
            WITHDRAW: self.withdraw_page,
            ATTENTION: self.attention_page,
        }
        return pages if self._history_page is None else {**pages, HISTORY: self._history_page}

    def _use_accounts(self, accounts: list[Account]) -> None:
        self._labels = {account.id: account.label for account in accounts}
        self._show_lines()

    def _show_lines(self) -> None:
        self._rail.set_connection(*self._line_words.foot())
        self._show_banner()

    def _show_banner(self) -> None:
        if self._notice is not None:
            kind, words = self._notice
            self._banner.show_message(kind, words, lambda: self.tr("Close"))
            return
        notice = self._notices.most_urgent(self._labels)
        self._action = notice.action if notice is not None else NoticeAction.NOTHING
        if notice is None:
            self._banner.clear()
            return
        labels = {
            NoticeAction.NOTHING: "",
            NoticeAction.SETTINGS: self.tr("Settings"),
            NoticeAction.BACKUPS: self.tr("Settings"),
            NoticeAction.REPAIR: self.tr("Repair now"),
        }
        self._banner.show_message(notice.kind, notice.text, labels[notice.action])

    def _on_banner_action(self) -> None:
        if self._notice is None and self._action is NoticeAction.REPAIR:
            self.repair_wanted.emit()
            return
        if self._notice is None:
            self.go_to(SETTINGS)
            if self._action is NoticeAction.BACKUPS and self._settings_page is not None:
                self._settings_page.reveal_backups()
            return
        self._notice = None
        self._show_banner()
