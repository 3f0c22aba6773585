"""Take a payment: the page a cashier spends the day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.amount_text import parse_amount
from cashier.domain.money import unit_of
from cashier.domain.payment import Payment
from cashier.providers.catalogue import PROVIDERS
from cashier.services.payment_form import (
    CheckedPayment,
    PaymentForm,
    PaymentFormError,
    check_payment_form,
    units_taken,
)
from cashier.services.payments import TakenSince
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import amount_message, confirmation_subtitle, form_message, storage_message
from cashier.ui.payment_dialog import PaymentDialog
from cashier.ui.payment_row import PaymentRow
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    AmountEdit,
    Banner,
    Card,
    ComboBox,
    EmptyState,
    Field,
    LineEdit,
    PrimaryButton,
    SecondaryButton,
    SelectableCard,
    Sheet,
    StateKind,
    SubtleCard,
    TextLabel,
)

_ROWS_SHOWN: Final = 30
_CARDS_IN_ROW: Final = 3
_CLOCK_MS: Final = 1_000


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
        self._open_settings = open_settings
        self._tasks = TaskOwner(on_unexpected)
        self._accounts: list[Account] = []
        self._cards: dict[str, SelectableCard] = {}
        self._rows: dict[str, PaymentRow] = {}
        self._dialog: PaymentDialog | None = None
        self._taken: TakenSince | None = None
        self._day: datetime | None = None
        self._ending = [
            till.accounts.changes.subscribe(self._show_accounts),
            till.payments.changes.subscribe(lambda _: self.refresh()),
        ]
        self._build()
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self.retranslate()

    async def load(self) -> None:
        """Read what the page shows."""
        self._show_accounts(await self._till.accounts.in_use())
        await self._read_taken()

    def refresh(self) -> None:
        """Read again what was taken today."""
        self._tasks.start(self._read_taken())

    def close_page(self) -> None:
        """Stop listening; the page is going."""
        self._clock.stop()
        for end in self._ending:
            end()
        self._tasks.cancel_all()

    # Layout

    def _build(self) -> None:
        self._title = TextLabel(role="title", wrap=False)
        self._now = TextLabel(tone="muted")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._now)
        columns = QHBoxLayout()
        columns.setSpacing(Spacing.L + Spacing.XS)
        columns.addWidget(self._build_form(), 59)
        columns.addWidget(self._build_taken(), 41)
        page = QVBoxLayout(self)
        page.setContentsMargins(Spacing.XXL, Spacing.XL, Spacing.XXL, Spacing.XL + Spacing.XS)
        page.setSpacing(Spacing.L + Spacing.XS)
        page.addLayout(head)
        page.addLayout(columns, 1)

    def _build_form(self) -> QWidget:
        card = Card()
        self._account_box = QWidget()
        self._account_box.setObjectName("payment.account")
        self._account_grid = QGridLayout(self._account_box)
        self._account_grid.setContentsMargins(0, 0, 0, 0)
        self._account_grid.setSpacing(Spacing.M)
        self._amount = AmountEdit()
        self._amount.setObjectName("payment.amount")
        self._currency = ComboBox(tall=True)
        self._currency.setObjectName("payment.currency")
        self._currency.setMinimumWidth(132)
        amount_row = QWidget()
        row = QHBoxLayout(amount_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        row.addWidget(self._amount, 1)
        row.addWidget(self._currency)
        self._amount_field = Field("", amount_row)
        amount_row.setFocusProxy(self._amount)
        self._customer = LineEdit(ltr=True)
        self._customer.setObjectName("payment.customer")
        self._customer_field = Field("", self._customer)
        self._note = LineEdit()
        self._note.setObjectName("payment.note")
        self._note_field = Field("", self._note, optional=True)
        fields = QHBoxLayout()
        fields.setSpacing(Spacing.L)
        fields.addWidget(self._customer_field, 1)
        fields.addWidget(self._note_field, 1)
        self._send = PrimaryButton(key_hint="Enter")
        self._send.setObjectName("payment.send")
        self._draft = SecondaryButton()
        self._draft.setObjectName("payment.draft")
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._send, 1)
        buttons.addWidget(self._draft)
        self._trouble = Banner(radius=8)
        self._empty = EmptyState("card", "", "")
        self._add_account = PrimaryButton(icon_name="plus")
        self._add_account.setObjectName("payment.addAccount")
        self._empty.body.addWidget(self._add_account, 0, Qt.AlignmentFlag.AlignHCenter)
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(self._account_box)
        column.addSpacing(Spacing.XS)
        column.addWidget(self._amount_field)
        column.addLayout(fields)
        column.addStretch(1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        card.body.addWidget(self._form)
        card.body.addWidget(self._empty)
        self._send.clicked.connect(self._on_send)
        self._draft.clicked.connect(self._on_draft)
        self._add_account.clicked.connect(self._open_settings)
        self._amount.textChanged.connect(self._on_amount_typed)
        self._currency.currentIndexChanged.connect(self._on_amount_typed)
        self._customer.textChanged.connect(lambda: self._customer_field.set_error(None))
        self._note.textChanged.connect(lambda: self._note_field.set_error(None))
        for edit in (self._amount, self._customer, self._note):
            edit.installEventFilter(self)
        return card

    def _build_taken(self) -> QWidget:
        card = Card()
        self._taken_title = TextLabel(role="strong")
        self._taken_count = TextLabel(role="small", tone="muted")
        head = QHBoxLayout()
        head.addWidget(self._taken_title)
        head.addStretch(1)
        head.addWidget(self._taken_count)
        self._totals = QGridLayout()
        self._totals.setSpacing(Spacing.S + 2)
        self._row_column = QVBoxLayout()
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(0)
        self._nothing_taken = EmptyState("list", "", "")
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._row_column)
        inner.addWidget(self._nothing_taken, 1)
        inner.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(scrolled)
        card.body.addLayout(head)
        card.body.addLayout(self._totals)
        card.body.addWidget(area, 1)
        return card

    # Language and time

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._title.setText(self.tr("Take payment"))
        self._account_box.setAccessibleName(self.tr("Account"))
        self._amount_field.set_label(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        self._currency.setAccessibleName(self.tr("Currency"))
        self._customer_field.set_label(self.tr("Customer account number"))
        self._note_field.set_label(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("Seen in the customer's records"))
        self._send.setText(self.tr("Send payment request"))
        self._draft.setText(self.tr("Draft"))
        self._taken_title.setText(self.tr("Today"))
        self._empty.set_texts(
            self.tr("No account takes payments yet"),
            self.tr("Add an account at digibank or resid, and payments can begin."),
        )
        self._add_account.setText(self.tr("Add an account"))
        self._nothing_taken.set_texts(
            self.tr("Nothing taken today yet"),
            self.tr("Each payment appears here as soon as it is asked for."),
        )
        for account in self._accounts:
            self._cards[account.id].set_texts(account.label, _subtitle(account))
        self._show_units()
        self._on_amount_typed()
        self._show_taken()
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

    # The form

    def _show_accounts(self, accounts: list[Account]) -> None:
        """Show the accounts that take payments; the one that was chosen stays chosen."""
        chosen = self._account()
        self._accounts = [account for account in accounts if PROVIDERS[account.provider].traits is not None]
        for card in self._cards.values():
            self._account_grid.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = {}
        for index, account in enumerate(self._accounts):
            card = SelectableCard(account.label, _subtitle(account), self._account_box)
            card.setObjectName(f"payment.account.{account.id}")
            card.toggled.connect(self._on_account_chosen)
            self._account_grid.addWidget(card, index // _CARDS_IN_ROW, index % _CARDS_IN_ROW)
            self._cards[account.id] = card
            card.show()
        remembered = chosen.id if chosen else ""
        for account in self._accounts:
            if account.id == remembered or (remembered not in self._cards and account is self._accounts[0]):
                self._cards[account.id].setChecked(True)
        self._form.setVisible(bool(self._accounts))
        self._empty.setVisible(not self._accounts)
        self._on_account_chosen()

    def _account(self) -> Account | None:
        for account in self._accounts:
            card = self._cards.get(account.id)
            if card is not None and card.isChecked():
                return account
        return None

    def _on_account_chosen(self) -> None:
        account = self._account()
        traits = PROVIDERS[account.provider].traits if account else None
        if traits is None:
            return
        self._customer_field.setVisible(traits.names_customer)
        self._show_units()

    def _show_units(self) -> None:
        account = self._account()
        if account is None:
            return
        fmt, chosen = current_locale_format(), self._currency.currentData()
        units = units_taken(account)
        self._currency.blockSignals(True)
        self._currency.clear()
        for code in units:
            self._currency.addItem(fmt.unit(code), code)
        self._currency.setCurrentIndex(units.index(chosen) if chosen in units else 0)
        self._currency.blockSignals(False)
        self._on_amount_typed()

    def _on_amount_typed(self) -> None:
        """Take back what was said about the amount, and show a sum in the other unit of its asset."""
        self._amount_field.set_error(None)
        self._amount.set_error(False)
        self._amount_field.set_helper("")
        code = self._currency.currentData()
        if code not in {"IRR", "IRT"} or not self._amount.text():
            return
        try:
            money = parse_amount(self._amount.amount_text(), unit_of(code))
            other = money.to(unit_of("IRT" if code == "IRR" else "IRR"))
        except ValueError:
            # Not an amount yet, or not a whole number of toman: there is nothing more to say about it.
            return
        self._amount_field.set_helper(current_locale_format().amount_with_unit(other.text, other.code))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send on Enter from any field; a held Enter counts once."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QLineEdit)
        ):
            if not event.isAutoRepeat():
                self._on_send()
            return True
        return super().eventFilter(watched, event)

    def _checked(self, account: Account) -> CheckedPayment | None:
        """Return what the form means, or say beside each field what is wrong with it."""
        traits = PROVIDERS[account.provider].traits
        if traits is None:
            return None
        form = PaymentForm(
            amount=self._amount.amount_text(),
            unit=self._currency.currentData() or "",
            customer_no=self._customer.text(),
            note=self._note.text(),
        )
        try:
            return check_payment_form(form, account, traits)
        except PaymentFormError as error:
            self._show_problems(error)
            return None

    def _show_problems(self, error: PaymentFormError) -> None:
        wrong: list[QWidget] = []
        if error.amount is not None:
            self._amount_field.set_error(amount_message(error.amount, current_locale_format()))
            self._amount.set_error(True)
            wrong.append(self._amount)
        elif "unit" in error.problems:
            self._amount_field.set_error(form_message(error.problems["unit"]))
            wrong.append(self._currency)
        for name, field in (("customer", self._customer_field), ("note", self._note_field)):
            if name in error.problems:
                field.set_error(form_message(error.problems[name]))
                wrong.append(field.control)
        if wrong:
            wrong[0].setFocus()

    def _on_send(self) -> None:
        account = self._account()
        if account is None or self._dialog is not None or Sheet.any_open(self):
            return
        checked = self._checked(account)
        if checked is None:
            return
        self._trouble.clear()
        dialog = self._new_dialog()
        dialog.finished.connect(lambda: self._on_asked(dialog))
        dialog.request(account, checked)

    def _on_asked(self, dialog: PaymentDialog) -> None:
        if not dialog.keeps_form:
            self._clear()

    def _on_draft(self) -> None:
        account = self._account()
        if account is None or not self._draft.isEnabled():
            return
        checked = self._checked(account)
        if checked is not None:
            self._draft.setEnabled(False)
            self._tasks.start(self._save_draft(account, checked))

    async def _save_draft(self, account: Account, checked: CheckedPayment) -> None:
        try:
            await self._till.payments.save_draft(self._till.payments.new_intent(), account, checked)
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, storage_message(error.trouble))
        else:
            self._trouble.clear()
            self._clear()
        finally:
            self._draft.setEnabled(True)

    def _clear(self) -> None:
        self._amount.clear()
        self._customer.clear()
        self._note.clear()
        self._amount.setFocus()

    # Payments

    def open_payment(self, payment: Payment, account: Account) -> None:
        """Show a payment, and take it up where it was left."""
        if self._dialog is None and not Sheet.any_open(self):
            self._new_dialog().resume(payment, account)

    def _new_dialog(self) -> PaymentDialog:
        dialog = PaymentDialog(self.window(), self._till, self._on_unexpected)
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_closed)
        return dialog

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    async def _read_taken(self) -> None:
        self._day = self._start_of_day()
        try:
            self._taken = await self._till.payments.taken_since(self._day, limit=_ROWS_SHOWN)
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, storage_message(error.trouble))
            return
        self._show_taken()

    def _show_taken(self) -> None:
        taken = self._taken
        if taken is None:
            return
        fmt = current_locale_format()
        self._taken_count.setText(fmt.digits(self.tr("%n paid", "payments", taken.paid_count)))
        self._taken_count.setVisible(taken.paid_count > 0)
        while (item := self._totals.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for index, money in enumerate(taken.totals):
            box = SubtleCard()
            box.body.addWidget(TextLabel(fmt.unit(money.code), "caption", tone="muted"))
            box.body.addWidget(TextLabel(fmt.amount(money.text), "strong"))
            self._totals.addWidget(box, index // 2, index % 2)
        self._show_rows(taken.payments)

    def _show_rows(self, payments: list[Payment]) -> None:
        self._nothing_taken.setVisible(not payments)
        wanted = {payment.id for payment in payments}
        for payment_id in [known for known in self._rows if known not in wanted]:
            self._rows.pop(payment_id).deleteLater()
        for index, payment in enumerate(payments):
            row = self._rows.get(payment.id)
            if row is None:
                row = PaymentRow(payment)
                row.clicked.connect(self._on_row_clicked)
                self._rows[payment.id] = row
            elif row.payment() != payment:
                row.show_payment(payment)
            if self._row_column.indexOf(row) != index:
                self._row_column.insertWidget(index, row)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PaymentRow):
            self._tasks.start(self._open_row(row.payment()))

    async def _open_row(self, payment: Payment) -> None:
        try:
            account = await self._till.desk.account_of(payment)
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, storage_message(error.trouble))
            return
        self.open_payment(payment, account)


def _subtitle(account: Account) -> str:
    traits = PROVIDERS[account.provider].traits
    return confirmation_subtitle(traits.confirmation if traits else None)
