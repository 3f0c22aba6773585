"""The form that asks for a payment: account, amount, currency, customer, note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.amount_text import parse_amount
from cashier.domain.money import RIAL, TOMAN, unit_of
from cashier.providers.catalogue import PROVIDERS
from cashier.services.payment_form import (
    CheckedPayment,
    PaymentForm,
    PaymentFormError,
    check_payment_form,
    units_taken,
)
from cashier.ui.account_cards import AccountCards
from cashier.ui.amount_in_words import figures_of, in_toman, words_of
from cashier.ui.form_area import FormArea
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import amount_message, confirmation_subtitle, form_message, provider_names
from cashier.ui.style.tokens import Spacing
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
    StateKind,
)
from cashier.ui.widgets.words import Words

_CURRENCY_WIDTH: Final = 132
_AROUND_TEXT: Final = 2 * Spacing.L
_SCROLL_BAR: Final = 12


class PaymentEntry(Card):
    """What a cashier types to ask for a payment; what is wrong is said beside its field, nothing typed is lost.

    Signals:
        send_wanted: the form was filled in well and is to be sent.
        draft_wanted: it is to be kept for later.
    """

    send_wanted = Signal(Account, CheckedPayment)
    draft_wanted = Signal(Account, CheckedPayment)

    def __init__(self, open_settings: Callable[[], None]) -> None:
        super().__init__()
        self._is_low = False
        self._build_controls()
        self._lay_out()
        self._add_account.clicked.connect(open_settings)
        self._accounts.chosen.connect(self._on_account_chosen)
        self._send.clicked.connect(self.send)
        self._draft.clicked.connect(self._on_draft)
        self._amount.textChanged.connect(self._on_amount_typed)
        self._currency.currentIndexChanged.connect(self._on_amount_typed)
        self._customer.textChanged.connect(lambda: self._customer_field.set_error(None))
        self._note.textChanged.connect(lambda: self._note_field.set_error(None))
        for control in (self._amount, self._currency, self._customer, self._note):
            control.installEventFilter(self)
        self.setFocusProxy(self._amount)
        self.retranslate()

    def _build_controls(self) -> None:
        self._accounts = AccountCards("payment.account")
        self._amount = AmountEdit()
        self._amount.setObjectName("payment.amount")
        self._currency = ComboBox(tall=True)
        self._currency.setObjectName("payment.currency")
        self._currency.setMinimumWidth(_CURRENCY_WIDTH)
        self._amount_row = QWidget()
        self._amount_row.setFocusProxy(self._amount)
        self._amount_field = Field("", self._amount_row)
        self._customer = LineEdit(ltr=True, scanned=True)
        self._customer.setObjectName("payment.customer")
        self._customer_field = Field("", self._customer)
        self._note = LineEdit()
        self._note.setObjectName("payment.note")
        self._note_field = Field("", self._note, optional=True)
        self._trouble = Banner(radius=8)
        self._send = PrimaryButton(key_hint="Enter")
        self._send.setObjectName("payment.send")
        self._draft = SecondaryButton()
        self._draft.setObjectName("payment.draft")
        self._empty = EmptyState("card", "", "")
        self._add_account = PrimaryButton(icon_name="plus")
        self._add_account.setObjectName("payment.addAccount")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._amount_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        row.addWidget(self._amount, 1)
        row.addWidget(self._currency)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(Spacing.L)
        self._fields.addWidget(self._customer_field, 1)
        self._fields.addWidget(self._note_field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._send, 1)
        buttons.addWidget(self._draft)
        typed = QWidget()
        typed.setObjectName("scrolled")
        self._inner = inner = QVBoxLayout(typed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Spacing.M)
        inner.addWidget(self._accounts)
        inner.addSpacing(Spacing.XS)
        inner.addWidget(self._amount_field)
        inner.addLayout(self._fields)
        inner.addStretch(1)
        area = FormArea(typed)
        area.follow(self._amount, self._customer, self._note)
        self._form = QWidget()
        self._column = column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(area, 1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        self._empty.body.addWidget(self._add_account, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._form)
        self.body.addWidget(self._empty)

    def set_low(self, *, is_low: bool) -> None:
        """Move everything together in a low window, so that nothing has to be scrolled to while a customer waits."""
        if is_low == self._is_low:
            return
        self._is_low = is_low
        for part in (self._accounts, self._amount, self._currency):
            part.set_low(is_low=is_low)
        for column in (self._inner, self._column):
            column.setSpacing(Spacing.XS if is_low else Spacing.M)
        self._arrange_fields()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields below each other where one would be too narrow for what it says."""
        super().resizeEvent(event)
        self._arrange_fields()

    def _arrange_fields(self) -> None:
        hint = self.tr("Seen in the customer's records")
        needed = self._note.fontMetrics().horizontalAdvance(hint) + _AROUND_TEXT
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _SCROLL_BAR
        has_room = room >= 2 * needed + self._fields.spacing()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._fields.setDirection(beside if has_room or self._is_low else below)
        # Where they have to stand beside each other, what is too long for the field stands below it.
        is_below = self._is_low and not has_room
        self._note.setPlaceholderText("" if is_below else hint)
        self._note_field.set_helper(hint if is_below else "")

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._accounts.setAccessibleName(self.tr("Account"))
        self._amount_field.set_label(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        self._currency.setAccessibleName(self.tr("Currency"))
        self._customer_field.set_label(self.tr("Customer account number"))
        self._note_field.set_label(self.tr("Note"))
        self._arrange_fields()
        self._send.setText(self.tr("Send payment request"))
        self._draft.setText(self.tr("Draft"))
        self._empty.set_texts(
            self.tr("No account takes payments yet"),
            self.tr("Add an account with one of these, and payments can begin: {providers}").format(
                providers=provider_names(paying_out=False)
            ),
        )
        self._add_account.setText(self.tr("Add an account"))
        self._accounts.set_subtitles(_subtitle)
        self._show_units()

    def show_trouble(self, words: Words) -> None:
        """Say over the buttons what stands in the way; an empty text takes it back."""
        if words:
            self._trouble.show_message(StateKind.DANGER, words)
        else:
            self._trouble.clear()

    def show_notice(self, words: Words) -> None:
        """Say over the buttons what became of the payment before."""
        self._trouble.show_message(StateKind.INFO, words)

    def set_keeping(self, *, keeping: bool) -> None:
        """Show that a draft is being kept."""
        self._draft.setEnabled(not keeping)

    def clear(self) -> None:
        """Empty the form for the next customer; the account stays."""
        self._amount.clear()
        self._customer.clear()
        self._note.clear()
        self.begin()

    def begin(self) -> None:
        """Put the cursor into the amount."""
        self._amount.setFocus()

    def choose(self, account_id: str | None) -> None:
        """Choose an account, if it is among those shown."""
        self._accounts.choose(account_id)

    def send(self) -> None:
        """Check the form and ask for it to be sent."""
        self._pass_on(self.send_wanted)

    def _on_draft(self) -> None:
        self._pass_on(self.draft_wanted)

    def _pass_on(self, signal: SignalInstance) -> None:
        account = self._accounts.account()
        checked = self._checked(account) if account is not None else None
        if account is None or checked is None:
            return
        self._amount.deselect()
        signal.emit(account, checked)

    def show_accounts(self, accounts: list[Account]) -> None:
        """Show the accounts that take payments; the one that was chosen stays chosen."""
        taking = [account for account in accounts if PROVIDERS[account.provider].traits is not None]
        self._accounts.show_accounts(taking)
        self._accounts.set_subtitles(_subtitle)
        self._form.setVisible(bool(taking))
        self._empty.setVisible(not taking)
        self._on_account_chosen()

    def _on_account_chosen(self) -> None:
        account = self._accounts.account()
        traits = PROVIDERS[account.provider].traits if account else None
        if traits is None:
            return
        self._customer_field.setVisible(traits.names_customer)
        self._show_units()

    def _show_units(self) -> None:
        account = self._accounts.account()
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
        """Take back what was said about the amount, and say a sum in words, and in the other unit of its asset."""
        self._amount_field.set_error(None)
        self._amount.set_error(False)
        self._amount_field.set_helper("")
        code = self._currency.currentData()
        if not code or not self._amount.text():
            return
        try:
            money = parse_amount(self._amount.amount_text(), unit_of(code))
        except ValueError:
            # Not an amount yet: there is nothing more to say about it.
            return
        other = money.to(RIAL) if code == TOMAN.code else in_toman(money)
        said = (figures_of(other) if other is not None else "", words_of(money))
        self._amount_field.set_helper(" · ".join(filter(None, said)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send on Enter from any field; behind the amount it leads to the customer first. A held Enter counts once."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QLineEdit | QComboBox)
        ):
            if not event.isAutoRepeat():
                self._go_on_from(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on_from(self, field: QObject) -> None:
        """Send, or go to the customer's number if only that is still to be typed: the hand stays on the number pad."""
        is_next = field is self._amount and self._amount.text() and not self._customer.text()
        if is_next and self._customer.isVisible():
            self._customer.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.send()

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
            wrong_amount = error.amount
            self._amount_field.set_error(lambda: amount_message(wrong_amount, current_locale_format()))
            self._amount.set_error(True)
            wrong.append(self._amount)
        elif "unit" in error.problems:
            self._amount_field.set_error(partial(form_message, error.problems["unit"]))
            wrong.append(self._currency)
        for name, field in (("customer", self._customer_field), ("note", self._note_field)):
            if name in error.problems:
                field.set_error(partial(form_message, error.problems[name]))
                wrong.append(field.control)
        if wrong:
            wrong[0].setFocus()


def _subtitle(account: Account) -> str:
    traits = PROVIDERS[account.provider].traits
    return confirmation_subtitle(traits.confirmation if traits else None)
