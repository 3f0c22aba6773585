"""Writes the template of a batch file, and rows of a batch with what became of them, as XLSX or CSV.

What is written here, `batch_file` reads back as the same rows.
"""

from __future__ import annotations

import asyncio
import csv
import io
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cashier.domain.digits import LATIN_DIGITS
from cashier.services.batch_cells import Column
from cashier.services.batch_rows import EXAMPLE_IBAN
from cashier.services.batch_table import FIRST_INEXACT_WHOLE
from cashier.services.export_file import (
    CSV_SUFFIX,
    MOST_ROWS,
    XLSX_SUFFIX,
    ExportError,
    ExportProblem,
    cell_text,
    put_whole,
    sheet_name,
    workbook_text,
)
from cashier.services.formula_text import guarded

EXAMPLE_AMOUNT = "1250000"

_WIDTHS = {
    Column.IBAN.value: 30,
    Column.HOLDER.value: 26,
    Column.AMOUNT.value: 20,
    Column.NOTE.value: 30,
    Column.PAY_ID.value: 32,
    "reference": 24,
    "state": 18,
    "reason": 48,
}
_TEXT_FORMAT = "@"
_AMOUNT_FORMAT = "#,##0"
_TEMPLATE_COLUMNS = tuple(column.value for column in Column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """The words of a file, in the shop's language.

    Attributes:
        amount: names the unit too, or the file cannot say what it means: amounts are written in rial.
        sheet: the name of an XLSX file's sheet; empty for the library's own.
        right_to_left: whether an XLSX sheet runs from the right.
    """

    iban: str
    holder: str
    amount: str
    note: str
    pay_id: str
    reference: str = ""
    state: str = ""
    reason: str = ""
    sheet: str = ""
    right_to_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """A row as it is written.

    Attributes:
        amount_rial: digits become a number in a workbook; anything else (what was mistyped) stays text.
        state: in words.
        reason: in words.
    """

    iban: str
    holder: str
    amount_rial: str
    note: str = ""
    pay_id: str = ""
    reference: str = ""
    state: str = ""
    reason: str = ""


async def write_template(path: Path, headers: Headers, *, holder: str, note: str) -> None:
    """Write an empty batch with one made-up row that shows how it is filled.

    That row's IBAN is valid in form and belongs to no bank; a batch that still has it is refused by its check.

    Args:
        path: `.xlsx` or `.csv`, replaced if it exists.
        headers: of the five columns that are filled in.
        holder: the example's account holder, plainly made up.
        note: the example's note.

    Raises:
        ExportError: if it cannot be written.
    """
    example = ExportRow(iban=EXAMPLE_IBAN, holder=holder, amount_rial=EXAMPLE_AMOUNT, note=note)
    await asyncio.to_thread(_write, path, [example], headers, _TEMPLATE_COLUMNS)


async def write_rows(path: Path, rows: Iterable[ExportRow], headers: Headers) -> None:
    """Write rows, with reference, state and reason where `headers` names those columns.

    Args:
        path: `.xlsx` or `.csv`, replaced if it exists.
        rows: read on a worker thread.
        headers: the words of the first row.

    Raises:
        ExportError: if it cannot be written.
    """
    told = [name for name in ("reference", "state", "reason") if getattr(headers, name)]
    await asyncio.to_thread(_write, path, rows, headers, (*_TEMPLATE_COLUMNS, *told))


def _write(path: Path, rows: Iterable[ExportRow], headers: Headers, columns: Sequence[str]) -> None:
    """Write a file beside its final place and put it there when it is whole."""
    writers: dict[str, Callable[[Path, Iterable[ExportRow], Headers, Sequence[str]], None]] = {
        XLSX_SUFFIX: _write_xlsx,
        CSV_SUFFIX: _write_csv,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise ExportError(ExportProblem.UNKNOWN_SUFFIX)
    with put_whole(path) as beside:
        writer(beside, rows, headers, columns)


def _write_csv(path: Path, rows: Iterable[ExportRow], headers: Headers, columns: Sequence[str]) -> None:
    # The byte order mark tells Excel that it is UTF-8.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow([guarded(_cell_text(headers, column)) for column in columns])
        for row in rows:
            writer.writerow([guarded(_cell_text(row, _field(column))) for column in columns])
        file.flush()
        os.fsync(file.fileno())


def _write_xlsx(path: Path, rows: Iterable[ExportRow], headers: Headers, columns: Sequence[str]) -> None:
    # A tenth of a second, and only whoever exports needs it.
    import xlsxwriter  # noqa: PLC0415

    # In memory: the temporary files of the other way would be left in a shared folder by a crash.
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = workbook.add_worksheet(sheet_name(headers.sheet))
    if headers.right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    bold = workbook.add_format({"bold": True})
    text_format = workbook.add_format({"num_format": _TEXT_FORMAT})
    amount_format = workbook.add_format({"num_format": _AMOUNT_FORMAT})
    for place, column in enumerate(columns):
        # The rows still to be typed are text too: an IBAN or an identifier must not become a number.
        is_amount = column == Column.AMOUNT.value
        sheet.set_column(place, place, _WIDTHS[column], amount_format if is_amount else text_format)
        sheet.write_string(0, place, _cell_text(headers, column), bold)
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise ExportError(ExportProblem.TOO_MANY_ROWS)
        for place, column in enumerate(columns):
            text = _cell_text(row, _field(column))
            if column == Column.AMOUNT.value and _is_exact_number(text):
                sheet.write_number(number, place, int(text), amount_format)
            elif text:
                sheet.write_string(number, place, workbook_text(text), text_format)
    workbook.close()
    with path.open("xb") as file:
        file.write(content.getbuffer())
        file.flush()
        os.fsync(file.fileno())


def _field(column: str) -> str:
    return "amount_rial" if column == Column.AMOUNT.value else column


def _cell_text(source: Headers | ExportRow, name: str) -> str:
    """Return a text as one line that any file can hold."""
    text: str = getattr(source, name)
    return cell_text(text)


def _is_exact_number(text: str) -> bool:
    """Whether a spreadsheet's number is this amount and nothing else."""
    is_number = bool(text) and all(character in LATIN_DIGITS for character in text)
    return is_number and not text.startswith("0") and int(text) < FIRST_INEXACT_WHOLE
