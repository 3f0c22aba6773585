"""The form for one withdrawal: account, receiver, amount, note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cashier.domain.account import Account
from cashier.domain.amount_text import parse_amount
from cashier.domain.beneficiary import Beneficiary
from cashier.domain.money import RIAL, TOMAN, Money, Unit, unit_of
from cashier.domain.withdrawal import Withdrawal
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.payout_protocol import PayoutTraits
from cashier.services.batch_cells import Column, RowText
from cashier.services.batch_rows import RowProblem
from cashier.ui.account_cards import AccountCards
from cashier.ui.amount_in_words import both_figures_of, in_toman, words_of
from cashier.ui.form_area import FormArea
from cashier.ui.iban_field import IbanField
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import provider_name, provider_names
from cashier.ui.row_problem_words import RowProblemWords
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
    StateKind,
    TextLabel,
)
from cashier.ui.widgets.words import Words

_UNIT_WIDTH: Final = 132
_ROOM_FOR_THREE_FIELDS: Final = 480
_UNITS: Final = (RIAL, TOMAN)


class WithdrawalEntry(Card):
    """What a cashier types to ask for a withdrawal; what is wrong is said beside its field, nothing typed is lost.

    Signals:
        review_wanted: what was typed is to be checked and reviewed; with the account and the unit of the amount.
        account_chosen: another account is to pay.
        unit_chosen: the amount is typed in another unit from now on; with its code.
        remove_receiver_wanted: the receiver with this IBAN is to be saved no longer.
    """

    review_wanted = Signal(Account, RowText, Unit)
    account_chosen = Signal(Account)
    unit_chosen = Signal(str)
    remove_receiver_wanted = Signal(str)

    def __init__(self, open_settings: Callable[[], None]) -> None:
        super().__init__()
        self._words = RowProblemWords(self)
        self._build_controls()
        self._lay_out()
        self._add_account.clicked.connect(open_settings)
        self._review.clicked.connect(self.review)
        self._accounts.chosen.connect(self._on_account_chosen)
        self._amount.textChanged.connect(self._on_amount_typed)
        self._unit.currentIndexChanged.connect(self._on_unit_chosen)
        self._iban.receiver_chosen.connect(self._on_receiver_chosen)
        self._iban.remove_wanted.connect(self.remove_receiver_wanted)
        self._holder.textChanged.connect(lambda: self._holder_field.set_error(None))
        self._note.textChanged.connect(lambda: self._note_field.set_error(None))
        self._pay_id.textChanged.connect(lambda: self._pay_id_field.set_error(None))
        for control in (self._iban.edit, self._holder, self._amount, self._unit, self._pay_id, self._note):
            control.installEventFilter(self)
        self.setFocusProxy(self._iban.edit)
        self.retranslate()

    def _build_controls(self) -> None:
        self._accounts = AccountCards("withdraw.account")
        self._iban = IbanField()
        self._holder = LineEdit()
        self._holder.setObjectName("withdraw.holder")
        self._holder_field = Field("", self._holder)
        self._amount = AmountEdit()
        self._amount.setObjectName("withdraw.amount")
        self._unit = ComboBox(tall=True)
        self._unit.setObjectName("withdraw.unit")
        self._unit.setMinimumWidth(_UNIT_WIDTH)
        self._amount_row = QWidget()
        self._amount_row.setFocusProxy(self._amount)
        self._amount_field = Field("", self._amount_row)
        self._in_words = TextLabel(role="small", tone="muted")
        self._in_words.setObjectName("withdraw.amountInWords")
        self._in_words.setMinimumHeight(self._in_words.fontMetrics().height())
        self._pay_id = LineEdit(ltr=True)
        self._pay_id.setObjectName("withdraw.payId")
        self._pay_id_field = Field("", self._pay_id, optional=True)
        self._note = LineEdit()
        self._note.setObjectName("withdraw.note")
        self._note_field = Field("", self._note, optional=True)
        self._trouble = Banner(radius=8)
        self._trouble.setObjectName("withdraw.trouble")
        self._review = PrimaryButton(key_hint="Enter")
        self._review.setObjectName("withdraw.review")
        self._empty = EmptyState("bank", "", "")
        self._add_account = PrimaryButton(icon_name="plus")
        self._add_account.setObjectName("withdraw.addAccount")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._amount_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        row.addWidget(self._amount, 1)
        row.addWidget(self._unit)
        self._field_grid = QGridLayout()
        self._field_grid.setHorizontalSpacing(Spacing.L)
        self._field_grid.setVerticalSpacing(Spacing.S)
        typed = QWidget()
        typed.setObjectName("scrolled")
        self._inner = inner = QVBoxLayout(typed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Spacing.S)
        inner.addWidget(self._accounts)
        inner.addSpacing(Spacing.XS)
        inner.addWidget(self._iban)
        inner.addWidget(self._amount_field)
        inner.addWidget(self._in_words)
        inner.addSpacing(Spacing.XS)
        inner.addLayout(self._field_grid)
        inner.addStretch(1)
        self._area = area = FormArea(typed)
        area.follow(self._iban.edit, self._holder, self._amount, self._pay_id, self._note)
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(area, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._review)
        self._empty.body.addWidget(self._add_account, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._form)
        self.body.addWidget(self._empty)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._accounts.setAccessibleName(self.tr("Account"))
        self._accounts.set_subtitles(self._subtitle)
        self._holder_field.set_label(self.tr("Account holder"))
        self._holder.setPlaceholderText(self.tr("First and last name"))
        self._amount_field.set_label(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        self._unit.setAccessibleName(self.tr("Rial or toman"))
        self._pay_id_field.set_label(self.tr("Deposit identifier"))
        self._note_field.set_label(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("For the shop alone"))
        self._arrange_fields()
        self._review.setText(self.tr("Review"))
        self._empty.set_texts(
            self.tr("No account pays out yet"),
            self.tr(
                "Add an account with one of these, and money can be sent to any IBAN: {providers}"
            ).format(providers=provider_names(paying_out=True)),
        )
        self._add_account.setText(self.tr("Add an account"))
        self._show_units()

    @staticmethod
    def _subtitle(account: Account) -> str:
        name, paid_from = provider_name(account.provider), account.paid_from
        return f"{name} · {current_locale_format().isolate_ltr(paid_from)}" if paid_from else name

    def leave_room(self, *, is_low: bool, is_whole: bool) -> None:
        """Move together in a low window; with `is_whole` the fields do not scroll, as all that is around them does."""
        self._area.set_whole(is_whole=is_whole)
        self._inner.setSpacing(Spacing.XS if is_low else Spacing.S)
        for part in (self._amount, self._unit):
            part.set_low(is_low=is_low)

    # What there is to choose from

    def show_accounts(self, accounts: Iterable[Account]) -> None:
        """Show the accounts that pay out; the one that was chosen stays chosen."""
        paying = [account for account in accounts if PROVIDERS[account.provider].payout_traits is not None]
        self._accounts.show_accounts(paying)
        self._accounts.set_subtitles(self._subtitle)
        self._form.setVisible(bool(paying))
        self._empty.setVisible(not paying)
        self._on_account_chosen()

    def choose(self, account_id: str | None) -> None:
        """Choose an account, if it is among those shown."""
        self._accounts.choose(account_id)

    def account(self) -> Account | None:
        """Return the account that is chosen."""
        return self._accounts.account()

    def show_receivers(self, saved: list[Beneficiary]) -> None:
        """Offer the receivers that are saved."""
        self._iban.set_saved(saved)

    def use_unit(self, code: str) -> None:
        """Take the amount in that unit, as the last time."""
        index = self._unit.findData(code)
        if index >= 0:
            self._unit.blockSignals(True)
            self._unit.setCurrentIndex(index)
            self._unit.blockSignals(False)
            self._on_amount_typed()

    # What is typed

    def begin(self) -> None:
        """Put the cursor where the next withdrawal begins."""
        self._iban.edit.setFocus()

    def clear(self) -> None:
        """Empty the form for the next withdrawal; the account stays."""
        self._iban.clear()
        for edit in (self._holder, self._amount, self._pay_id, self._note):
            edit.clear()
        self.begin()

    def fill(self, withdrawal: Withdrawal) -> None:
        """Put an earlier withdrawal into the form, to be changed and sent anew."""
        self.choose(withdrawal.account_id)
        self._iban.set_text(withdrawal.iban)
        self._holder.setText(withdrawal.holder)
        unit = unit_of(self._unit.currentData())
        money = withdrawal.money if unit is RIAL else in_toman(withdrawal.money) or withdrawal.money
        self.use_unit(money.code)
        self._amount.set_amount(money.text)
        self._pay_id.setText(withdrawal.pay_id)
        self._note.setText(withdrawal.note)

    def row(self) -> RowText:
        """Return what was typed, as the check takes it."""
        traits = self._traits()
        return RowText(
            number=1,
            iban=self._iban.text(),
            # A name that nobody sees here may be another receiver's.
            holder=self._holder.text()
            if traits is None or traits.needs_holder
            else self._iban.receiver_name(),
            amount=self._amount.amount_text(),
            note=self._note.text(),
            pay_id=self._pay_id.text() if traits is not None and traits.takes_pay_id else "",
        )

    def receiver_to_save(self) -> tuple[str, str]:
        """Return IBAN and name of a receiver that is to be saved; without an IBAN, nobody asked for that."""
        return self._iban.receiver_to_save(), self._holder.text()

    def review(self) -> None:
        """Ask for what was typed to be checked and reviewed."""
        account = self.account()
        if account is not None and self._review.isEnabled():
            self._amount.deselect()
            self.review_wanted.emit(account, self.row(), unit_of(self._unit.currentData()))

    def set_checking(self, *, checking: bool) -> None:
        """Show that it is being checked; nothing more can be asked for meanwhile."""
        self._review.setEnabled(not checking)
        self._review.set_busy(checking)

    # What is wrong

    def show_problems(self, problems: Iterable[RowProblem]) -> None:
        """Say beside each field what the check found, and put the cursor into the first."""
        self.mark({problem.column: partial(self._words.problem, problem) for problem in problems})

    def mark(self, problems: Mapping[Column, Callable[[], str]]) -> None:
        """Say beside each field what is wrong with it, and put the cursor into the first."""
        order = (Column.IBAN, Column.AMOUNT, Column.HOLDER, Column.PAY_ID, Column.NOTE)
        wrong = [self._say(column, problems[column]) for column in order if column in problems]
        if wrong:
            wrong[0].setFocus()
            self._area.ensureWidgetVisible(wrong[0])

    def show_trouble(self, words: Words, kind: StateKind = StateKind.DANGER) -> None:
        """Say over the button what stands in the way, or what became of the last; an empty text takes it back."""
        if words:
            self._trouble.show_message(kind, words)
        else:
            self._trouble.clear()

    def _say(self, column: Column, words: Callable[[], str]) -> QWidget:
        if column is Column.IBAN:
            self._iban.show_problem(words)
            return self._iban.edit
        if column is Column.AMOUNT:
            self._amount_field.set_error(words)
            self._amount.set_error(True)
            self._amount.setAccessibleDescription(words())
            return self._amount
        field = {
            Column.HOLDER: self._holder_field,
            Column.PAY_ID: self._pay_id_field,
            Column.NOTE: self._note_field,
        }[column]
        field.set_error(words)
        return field.control

    # What follows from what is chosen and typed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the small fields below each other where there is no room beside."""
        super().resizeEvent(event)
        self._arrange_fields()

    def _traits(self) -> PayoutTraits | None:
        account = self.account()
        return PROVIDERS[account.provider].payout_traits if account is not None else None

    def _on_account_chosen(self) -> None:
        account, traits = self.account(), self._traits()
        if account is None or traits is None:
            return
        self._arrange_fields()
        self.account_chosen.emit(account)

    def _arrange_fields(self) -> None:
        traits, fields = self._traits(), [self._holder_field, self._pay_id_field, self._note_field]
        if traits is None:
            return
        is_shown = (traits.needs_holder, traits.takes_pay_id, True)
        shown = [field for field, wanted in zip(fields, is_shown, strict=True) if wanted]
        room = self.contentsRect().width()
        per_row = len(shown) if room >= _ROOM_FOR_THREE_FIELDS else 1
        needed = self._note.fontMetrics().horizontalAdvance(self._note.placeholderText()) + 2 * Spacing.L
        if per_row > 2 and (room - 2 * (Spacing.XL + Spacing.L)) * 3 // 10 < needed:  # noqa: PLR2004  # fields
            per_row = 2
        for field in fields:
            self._field_grid.removeWidget(field)
        for index, field in enumerate(shown):
            self._field_grid.addWidget(field, index // per_row, index % per_row)
        # Only now: a field that lies nowhere yet would come up as a window of its own.
        for field in fields:
            field.setVisible(field in shown)
        for column in range(len(fields)):
            # The name needs the most room of them.
            self._field_grid.setColumnStretch(column, (4 if column == 0 else 3) if column < per_row else 0)

    def _show_units(self) -> None:
        chosen = self._unit.currentData()
        self._unit.blockSignals(True)
        self._unit.clear()
        for unit in _UNITS:
            self._unit.addItem(current_locale_format().unit(unit.code), unit.code)
        self._unit.setCurrentIndex(max(0, self._unit.findData(chosen)))
        self._unit.blockSignals(False)
        self._show_words()

    def _on_unit_chosen(self) -> None:
        self._on_amount_typed()
        self.unit_chosen.emit(self._unit.currentData())

    def _on_amount_typed(self) -> None:
        self._amount_field.set_error(None)
        self._amount.set_error(False)
        self._show_words()

    def _show_words(self) -> None:
        money = self._money()
        words = "" if money is None else words_of(money)
        self._amount_field.set_helper("" if money is None else both_figures_of(money))
        self._in_words.setText(words)
        self._amount.setAccessibleDescription(words)

    def _money(self) -> Money | None:
        try:
            return parse_amount(self._amount.amount_text(), unit_of(self._unit.currentData()))
        except ValueError:
            # Not an amount yet: there is nothing to say in words.
            return None

    def _on_receiver_chosen(self, holder: str) -> None:
        if holder:
            self._holder.setText(holder)
        self._amount.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Review on Enter from any field; a held Enter counts once."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QLineEdit | QComboBox)
        ):
            if not event.isAutoRepeat():
                self.review()
            return True
        return super().eventFilter(watched, event)
