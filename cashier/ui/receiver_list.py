"""The list that drops down from the IBAN field: receivers the shop has saved, by name and IBAN."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from cashier.domain.beneficiary import Beneficiary
from cashier.domain.iban import clean_typed_iban, grouped_iban
from cashier.domain.search_text import searchable
from cashier.ui.locale_format import isolate, isolate_ltr
from cashier.ui.style.tokens import CONTROL_HEIGHT
from cashier.ui.widgets import IbanEdit

_IBAN_ROLE: Final = Qt.ItemDataRole.UserRole
_HOLDER_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_ROWS_SHOWN: Final = 6
_AROUND_ROW: Final = 48


class ReceiverList(QCompleter):
    """Offers receivers while an IBAN or a name is typed; the arrow keys and Enter choose one.

    Signals:
        chosen: a receiver's IBAN and name.
    """

    chosen = Signal(str, str)

    def __init__(self, edit: IbanEdit) -> None:
        super().__init__(edit)
        self._saved: list[Beneficiary] = []
        # Not `edit.setCompleter`: that would write a row into the field while it is only looked at.
        self.setWidget(edit)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_ROWS_SHOWN)
        popup = QListView()
        popup.setObjectName("withdraw.receivers")
        popup.setProperty("kind", "offers")
        self._popup_view = popup
        self.setPopup(popup)
        self.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]  # an overloaded signal, which the stub does not know

    def set_saved(self, saved: list[Beneficiary]) -> None:
        """Offer these, in their order."""
        self._saved = list(saved)

    def saved(self, iban: str) -> Beneficiary | None:
        """Return the receiver with that IBAN, if it is saved."""
        return next((one for one in self._saved if one.iban == iban), None)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is saved yet."""
        return not self._saved

    def offer(self, typed: str) -> bool:
        """Drop down those that what was typed may mean, all of them for nothing; say whether there are any."""
        found = [one for one in self._saved if _is_meant(one, typed)]
        if len(found) == 1 and found[0].iban == clean_typed_iban(typed):
            found = []
        self._rows.clear()
        for one in found:
            self._rows.appendRow(_row(one, self._popup_view.fontMetrics()))
        if not found:
            self._popup_view.hide()
            return False
        # The field itself reads left to right, the names in the list do not.
        self._popup_view.setLayoutDirection(QGuiApplication.layoutDirection())
        edit = self.widget()
        # As wide as its rows, where the field is narrower.
        width = max(edit.width(), self._popup_view.sizeHintForColumn(0) + _AROUND_ROW)
        self.complete(QRect(0, 0, width, edit.height()))
        return True

    def _on_activated(self, index: QModelIndex) -> None:
        model: QAbstractItemModel = index.model()
        self.chosen.emit(model.data(index, _IBAN_ROLE), model.data(index, _HOLDER_ROLE))


def _is_meant(one: Beneficiary, typed: str) -> bool:
    compact = clean_typed_iban(typed)
    if not compact or one.iban.startswith(compact):
        return True
    # The field takes spaces out of what is typed, so they are taken out of names as well.
    return searchable(compact) in searchable(one.holder).replace(" ", "")


def _row(one: Beneficiary, metrics: QFontMetrics) -> QStandardItem:
    iban = isolate_ltr(grouped_iban(one.iban))
    item = QStandardItem(f"{isolate(one.holder)}   {iban}" if one.holder else iban)
    item.setEditable(False)
    item.setData(one.iban, _IBAN_ROLE)
    item.setData(one.holder, _HOLDER_ROLE)
    item.setSizeHint(QSize(metrics.horizontalAdvance(item.text()), CONTROL_HEIGHT))
    return item
