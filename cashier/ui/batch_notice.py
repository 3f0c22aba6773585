"""What is worth saying of a table that was just read: guessed columns, what was left out, a guessed encoding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cashier.services.batch_cells import Column
from cashier.services.batch_table import ParsedTable
from cashier.ui.batch_words import column_list
from cashier.ui.locale_format import isolate
from cashier.ui.widgets import StateKind

_LEGACY_ENCODING = "windows-1256"


def notice_of(table: ParsedTable) -> tuple[StateKind, str]:
    """Return what to say of a table and how urgently; an empty text for nothing."""
    said = []
    kind = StateKind.INFO
    if table.was_guessed:
        kind = StateKind.WARNING
        columns = [column for column in Column if column in table.columns]
        said.append(
            QCoreApplication.translate(
                "BatchNotice",
                "There is no header, so the columns were guessed: {columns}. Look at each of them.",
            ).format(columns=column_list(columns))
        )
    if table.encoding == _LEGACY_ENCODING:
        said.append(
            QCoreApplication.translate(
                "BatchNotice", "The file was read as Windows-1256. Look whether the names are right."
            )
        )
    if table.unused:
        said.append(
            QCoreApplication.translate("BatchNotice", "These columns were left out: {columns}.").format(
                columns=_listed(table.unused)
            )
        )
    if table.other_sheets:
        said.append(
            QCoreApplication.translate("BatchNotice", "These sheets were not read: {sheets}.").format(
                sheets=_listed(table.other_sheets)
            )
        )
    return kind, " ".join(said)


def _listed(texts: tuple[str, ...]) -> str:
    mark = QCoreApplication.translate("BatchWords", ", ", "between the names of columns")
    return mark.join(isolate(text) for text in texts)
