"""The words of an exported file of history, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from cashier.domain.history import ItemKind, ItemState
from cashier.services.history import HistoryChoices
from cashier.services.history_cells import ExportColumn, ExportWords
from cashier.ui.history_words import HistoryColumn, HistoryWords
from cashier.ui.locale_format import current_locale_format, plain

_AS_IN_TABLE = {
    ExportColumn.KIND: HistoryColumn.KIND,
    ExportColumn.STATE: HistoryColumn.STATE,
    ExportColumn.AMOUNT: HistoryColumn.AMOUNT,
    ExportColumn.UNIT: HistoryColumn.UNIT,
    ExportColumn.ACCOUNT: HistoryColumn.ACCOUNT,
    ExportColumn.PARTY: HistoryColumn.PARTY,
    ExportColumn.REFERENCE: HistoryColumn.REFERENCE,
    ExportColumn.OPERATOR: HistoryColumn.OPERATOR,
}


class HistoryExportWords(QObject):
    """Gathers them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)

    def written(self, choices: HistoryChoices) -> ExportWords:
        """Return all words of a file, for what occurs in history."""
        fmt = current_locale_format()
        heads = {
            column: plain(self._head(column))
            for column in ExportColumn
            # The time's column has the Gregorian date already.
            if column is not ExportColumn.CALENDAR_DATE or fmt.months.is_jalali
        }
        return ExportWords(
            heads=heads,
            kinds={kind: plain(self._words.kind(kind)) for kind in ItemKind},
            states={
                (kind, state): plain(self._words.state_word(kind, state).word)
                for kind in ItemKind
                for state in ItemState
            },
            units={code: plain(fmt.unit(code)) for code in choices.unit_codes},
            accounts={account.id: plain(account.label) for account in choices.accounts},
            operators={operator.id: plain(operator.name) for operator in choices.operators},
            zone=fmt.zone,
            calendar_date=(lambda moment: plain(fmt.date_short(moment))) if fmt.months.is_jalali else None,
            sheet=plain(self.tr("History")),
            right_to_left=fmt.direction == Qt.LayoutDirection.RightToLeft,
        )

    def _head(self, column: ExportColumn) -> str:
        if column in _AS_IN_TABLE:
            return self._words.column(_AS_IN_TABLE[column])
        return {
            ExportColumn.AT: self.tr("Date and time"),
            ExportColumn.CALENDAR_DATE: self.tr("Jalali date"),
            ExportColumn.HOLDER: self.tr("Account holder"),
            ExportColumn.PROVIDER_REFERENCE: self.tr("Provider's number"),
            ExportColumn.NOTE: self.tr("Note"),
        }[column]
