"""The IBAN with all that is said about it: its bank, a doubt, what is wrong; and the receivers the shop has saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.beneficiary import Beneficiary
from cashier.domain.iban import COUNTRY, IbanError, IbanProblem, bank_of, parse_iban
from cashier.ui.locale_format import isolate
from cashier.ui.receiver_list import ReceiverList
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.style.tokens import CONTROL_HEIGHT, Spacing
from cashier.ui.widgets import CheckBox, Field, IbanEdit, QuietButton, SecondaryButton

_BANK_KNOWN_FROM: Final = 7  # IR, two check digits, three of the bank
_EXAMPLE: Final = "IR00 0000 0000 0000 0000 0000 00"


class _Row(QWidget):
    """The edit and the button beside it, as one control of a field."""

    def __init__(self, edit: IbanEdit) -> None:
        super().__init__()
        self.setFocusProxy(edit)

    def set_error(self, error: bool) -> None:  # noqa: FBT001  # a setter
        edit = self.focusProxy()
        if isinstance(edit, IbanEdit):
            edit.set_error(error)


class IbanField(QWidget):
    """Takes the IBAN of whoever receives the money.

    It is checked as it is typed: what is only not finished yet is said when the cursor leaves, or by `check`.

    Signals:
        receiver_chosen: a saved receiver was chosen; with the name.
        remove_wanted: the receiver with this IBAN is to be saved no longer.
    """

    receiver_chosen = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = RowProblemWords(self)
        self._problem: IbanError | None = None
        self._is_told_by_others = False
        self._is_choosing = False
        self.edit = IbanEdit()
        self.edit.setObjectName("withdraw.iban")
        self.edit.setPlaceholderText(_EXAMPLE)
        self._row = _Row(self.edit)
        self.field = Field("", self._row)
        self._list = ReceiverList(self.edit)
        self._open = SecondaryButton(icon_name="chevron-down")
        self._open.setObjectName("withdraw.beneficiaries")
        self._open.setAutoDefault(False)
        self.save = CheckBox()
        self.save.setObjectName("withdraw.saveReceiver")
        self._remove = QuietButton(icon_name="trash")
        self._remove.setObjectName("withdraw.removeReceiver")
        self._lay_out()
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.left.connect(self._on_left)
        self.edit.list_wanted.connect(self._show_all)
        self._open.clicked.connect(self._show_all)
        self._list.chosen.connect(self._on_chosen)
        self._remove.clicked.connect(self._on_remove)
        self._offer_saving()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.S)
        row.addWidget(self.edit, 1)
        side = self.edit.sizeHint().height()
        self._open.setFixedSize(side, side)
        row.addWidget(self._open)
        for widget in (self.save, self._remove):
            widget.hide()
        beside = QWidget()
        # Room for them from the start, so that nothing jumps when the IBAN is whole.
        beside.setMinimumHeight(CONTROL_HEIGHT)
        places = QHBoxLayout(beside)
        places.setContentsMargins(0, 0, 0, 0)
        places.addWidget(self.save)
        places.addWidget(self._remove)
        self.field.add_beside_message(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def text(self) -> str:
        """Return what was typed, for the check."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show an IBAN, as when a withdrawal is taken up again."""
        self.edit.setText(text)

    def clear(self) -> None:
        """Empty it for the next receiver."""
        self.edit.clear()
        self.save.setChecked(False)
        self.field.set_error(None)

    def set_saved(self, saved: list[Beneficiary]) -> None:
        """Offer these receivers."""
        self._list.set_saved(saved)
        self._open.setVisible(not self._list.is_empty)
        self._offer_saving()

    def receiver_name(self) -> str:
        """Return whose IBAN it is, if that receiver was saved; else nothing."""
        saved = self._list.saved(self._whole())
        return saved.holder if saved is not None else ""

    def receiver_to_save(self) -> str:
        """Return the IBAN of a receiver that is to be saved; empty if nobody asked for that."""
        return self._whole() if self.save.isVisibleTo(self) and self.save.isChecked() else ""

    def show_problem(self, words: Callable[[], str]) -> None:
        """Say what is wrong as others found it: the check of the whole form, or the provider."""
        self._is_told_by_others = True
        self.field.set_error(words)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.field.set_label(self.tr("IBAN of the receiver"))
        self.edit.setAccessibleName(self.tr("IBAN of the receiver"))
        self._open.setAccessibleName(self.tr("Saved receivers"))
        self._open.setToolTip(self.tr("Saved receivers"))
        self.save.setText(self.tr("Save this receiver"))
        self._remove.setText(self.tr("Forget this receiver"))
        self._show_bank()

    def _whole(self) -> str:
        try:
            return parse_iban(self.edit.text())
        except IbanError:
            return ""

    def _on_text(self) -> None:
        """Say what is known already: a problem that more digits will not cure, or the bank."""
        self._is_told_by_others = False
        self.field.set_error(None)
        self._problem = None
        try:
            parse_iban(self.edit.text())
        except IbanError as error:
            self._problem = error
            # A name may be typed, to choose from the list.
            is_unfinished = error.problem in {IbanProblem.EMPTY, IbanProblem.TOO_SHORT}
            if not is_unfinished and not self._is_choosing:
                self._say(error)
        self._is_choosing = False
        self._show_bank()
        self._offer_saving()

    def _on_typed(self) -> None:
        # Qt tells of what was typed before it tells of what has changed.
        self._is_choosing = bool(self.edit.text()) and self._list.offer(self.edit.text())

    def _on_left(self) -> None:
        is_empty = self._problem is None or self._problem.problem is IbanProblem.EMPTY
        if self._problem is not None and not is_empty and not self._is_told_by_others:
            self._say(self._problem)

    def _say(self, error: IbanError) -> None:
        off_by = error.missing or error.excess
        self.field.set_error(lambda: self._words.iban_problem(error.problem, off_by=off_by))

    def _show_bank(self) -> None:
        typed = self.edit.iban_text()
        has_bank = typed.startswith(COUNTRY) and len(typed) >= _BANK_KNOWN_FROM
        if not has_bank or not typed[len(COUNTRY) : _BANK_KNOWN_FROM].isdigit():
            self.field.set_helper("")
        elif bank_of(typed) is None:
            self.field.set_helper(self._words.unknown_bank(), tone="warning")
        else:
            self.field.set_helper(isolate(self._words.bank(typed)), tone="accent")

    def _offer_saving(self) -> None:
        whole = self._whole()
        known = self._list.saved(whole) if whole else None
        self.save.setVisible(bool(whole) and known is None)
        self._remove.setVisible(known is not None)

    def _show_all(self) -> None:
        self.edit.setFocus()
        self._list.offer("")

    def _on_chosen(self, iban: str, holder: str) -> None:
        self.edit.setText(iban)
        self.edit.setFocus()
        self.receiver_chosen.emit(holder)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._whole())
