"""History as an XLSX workbook of any size, in little memory and without files beside it.

XlsxWriter makes the workbook, its formats and its head; the rows are put into its sheet as they are read. Its own way
in constant memory would write the whole sheet to the disk twice before it packs it, and could not be stopped meanwhile.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP64_LIMIT, ZIP_DEFLATED, ZipFile

from cashier.services.export_file import ExportError, ExportProblem, cell_text, sheet_name, workbook_text
from cashier.services.formula_text import is_exact_number
from cashier.services.history_cells import ExportColumn, ExportWords, Quarter, RowCells
from cashier.storage.history_export_rows import ExportRow

_WIDTHS: Final = {
    ExportColumn.AT: 20,
    ExportColumn.CALENDAR_DATE: 14,
    ExportColumn.KIND: 12,
    ExportColumn.STATE: 22,
    ExportColumn.AMOUNT: 22,
    ExportColumn.UNIT: 10,
    ExportColumn.ACCOUNT: 24,
    ExportColumn.PARTY: 32,
    ExportColumn.HOLDER: 26,
    ExportColumn.REFERENCE: 30,
    ExportColumn.PROVIDER_REFERENCE: 28,
    ExportColumn.NOTE: 32,
    ExportColumn.OPERATOR: 20,
}
# General shows an amount's decimals as they are; a pattern would show a point behind a whole number, or round.
_NUMBER_FORMATS: Final = {ExportColumn.AT: "yyyy-mm-dd hh:mm:ss", ExportColumn.AMOUNT: "General"}
_TEXT_FORMAT: Final = "@"
_SHEET: Final = "xl/worksheets/sheet1.xml"
# The packing takes most of the time; a higher level takes twice as much for a tenth less.
_PACKING_LEVEL: Final = 3

_DAY_S: Final = 86400
# The day a spreadsheet counts from.
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()

# What looks like the format's own way of writing a character must be written in it.
_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Characters that XML does not know, and that are left when control characters are gone.
_NOT_OF_XML: Final = re.compile("[\ufffe\uffff]")
_EMPTY: Final = "/>"


def write_workbook(path: Path, words: ExportWords, chunks: Iterable[Sequence[ExportRow]]) -> None:
    """Write a new file, and return when it is on the disk.

    Raises:
        ExportError: if it comes to more than two gigabytes of text before it is packed.
        OSError: if the disk will not take it.
    """
    cells = _SheetCells(words)
    with ZipFile(_empty_workbook(words, cells.columns)) as empty, path.open("xb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_PACKING_LEVEL) as packed:
            for name in empty.namelist():
                if name != _SHEET:
                    packed.writestr(name, empty.read(name))
            with packed.open(_SHEET, "w") as sheet:
                size = 0
                for part in _sheet_parts(empty.read(_SHEET).decode(), cells, chunks):
                    data = part.encode()
                    size += len(data)
                    if size > ZIP64_LIMIT:
                        raise ExportError(ExportProblem.TOO_MANY_ROWS)
                    sheet.write(data)
        file.flush()
        os.fsync(file.fileno())


def _empty_workbook(words: ExportWords, columns: Sequence[ExportColumn]) -> io.BytesIO:
    """Return a workbook with its head and one row of nothing but formats."""
    # A tenth of a second, and only whoever exports needs it.
    import xlsxwriter  # noqa: PLC0415

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = workbook.add_worksheet(sheet_name(words.sheet))
    if words.right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    bold = workbook.add_format({"bold": True})
    for place, column in enumerate(columns):
        number_format = _NUMBER_FORMATS.get(column, _TEXT_FORMAT)
        written_as = workbook.add_format({"num_format": number_format})
        sheet.set_column(place, place, _WIDTHS[column], written_as)
        sheet.write_string(0, place, workbook_text(cell_text(words.heads[column])), bold)
        sheet.write_blank(1, place, None, written_as)
    workbook.close()
    content.seek(0)
    return content


def _sheet_parts(empty: str, cells: _SheetCells, chunks: Iterable[Sequence[ExportRow]]) -> Iterator[str]:
    """Yield the sheet with its rows in place of the one that shows their formats."""
    # How far it reaches is not known yet, and need not be said.
    before, row_of_formats, after = re.split(
        r'(<row r="2".*?</row>)', re.sub(r"<dimension [^>]*/>", "", empty), maxsplit=1
    )
    yield before
    shape = re.sub(r'r="([A-Z]*)2"', r'r="\1{0}"', row_of_formats)
    for place in range(len(cells.columns)):
        shape = shape.replace(_EMPTY, f"{{{place + 1}}}", 1)
    number = 1
    for rows in chunks:
        yield "".join(
            shape.format(number + offset, *row) for offset, row in enumerate(cells.of(rows), start=1)
        )
        number += len(rows)
    yield after


class _SheetCells(RowCells):
    """Cells as a sheet has them, from behind their format on: times and amounts are numbers, all else texts."""

    def text(self, text: str) -> str:
        """Return a text, which is never a formula."""
        if not text:
            return _EMPTY
        known = _NOT_OF_XML.sub("\ufffd", _LIKE_ESCAPE.sub("_x005F_", cell_text(text)))
        return f' t="inlineStr"><is><t>{escape(known)}</t></is></c>'

    def amount(self, text: str) -> str:
        """Return a number, or the text where a spreadsheet would lose some of its digits."""
        return f"><v>{text}</v></c>" if is_exact_number(text) else self.text(text)

    def moment(self, quarter: Quarter, second: int) -> str:
        """Return the days, and the part of a day, since a spreadsheet's day 0."""
        days = quarter.day - _DAY_ZERO + (quarter.second_of_day + second) / _DAY_S
        return f"><v>{days:.10f}</v></c>"
