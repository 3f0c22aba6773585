"""Tables in XLSX workbooks.

Read by openpyxl, row after row as a stream. The faster readers lay a sheet out in memory as a rectangle, which
one stray cell at its far corner makes larger than any machine, and they give `#N/A` out as an empty cell: a
deposit identifier would be lost without a word.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from cashier.services.batch_cells import CellDamage
from cashier.services.batch_file_errors import (
    DamagedTableError,
    EmptyTableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_table import FIRST_INEXACT_WHOLE, Cell, DamagedCell, ParsedTable, table_of

# A hundred thousand rows unpack to about a quarter of this; a bomb to a thousand times as much.
MAXIMUM_UNPACKED_BYTES = 200 * 1024 * 1024

# More than the columns of any batch; what stands further right is no part of the table.
_MAXIMUM_WIDTH = 64
_SHEET_ROWS = 1_048_576

_FORMULA_TAGS = (b"<f>", b"<f ", b":f>", b":f ", b"<f/>")
_SCAN_BYTES = 1 << 20


def parse_workbook_bytes(data: bytes, *, tick: Callable[[int], None] | None = None) -> ParsedTable:
    """Read the table in a workbook's first visible sheet that has any content.

    Args:
        data: the file.
        tick: called now and then with how many rows have been read; what it raises ends the reading.

    Raises:
        BatchFileError: of the kinds `TableTooLargeError`, `NotATableError`, `DamagedTableError`,
            `EmptyTableError` and `ColumnsError`.
    """
    with_formulas = _look_inside(data)
    values = _open(data, data_only=True)
    formulas = _open(data, data_only=False) if with_formulas else None
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        beside = formulas[sheet.title] if formulas is not None else None
        try:
            table = table_of(_rows(sheet, beside), tick=tick)
        except EmptyTableError:
            continue
        return replace(table, other_sheets=tuple(other.title for other in visible if other is not sheet))
    raise EmptyTableError


def _look_inside(data: bytes) -> bool:
    """Refuse what is no workbook, or too much of one; return whether there is any formula in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "xl/workbook.xml" not in {entry.filename for entry in entries}:
                raise NotATableError(ForeignKind.OTHER_ZIP)
            # Python's reader stops at the size that is told here, so a lie helps nobody.
            if sum(entry.file_size for entry in entries) > MAXIMUM_UNPACKED_BYTES:
                raise TableTooLargeError(bytes_limit=MAXIMUM_UNPACKED_BYTES)
            sheets = [entry for entry in entries if entry.filename.startswith("xl/worksheets/")]
            return any(_has_formula(archive, entry) for entry in sheets)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise DamagedTableError from error


def _has_formula(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with archive.open(entry) as sheet:
        end = b""
        while chunk := sheet.read(_SCAN_BYTES):
            if any(tag in end + chunk for tag in _FORMULA_TAGS):
                return True
            end = chunk[-8:]
    return False


def _open(data: bytes, *, data_only: bool) -> Any:
    # A third of a second, and only whoever imports a workbook needs it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    except Exception as error:  # what a broken workbook makes openpyxl raise is anybody's guess
        raise DamagedTableError from error


def _rows(sheet: Any, formulas: Any | None) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the sheet's rows with their numbers, as the sheet shows them."""
    for one in (sheet, formulas):
        if one is not None:
            # The size that a file claims to have is often not the size it has.
            one.reset_dimensions()
    rows = _streamed(sheet)
    formula_rows = _streamed(formulas) if formulas is not None else None
    for number, row in enumerate(rows, start=1):
        if number > _SHEET_ROWS:
            raise DamagedTableError(number)
        beside = next(formula_rows) if formula_rows is not None else ()
        cells = [_cell(cell) for cell in row[:_MAXIMUM_WIDTH]]
        for place, formula in enumerate(beside[:_MAXIMUM_WIDTH]):
            # An empty text as a result has its own type; no type and no value is a result that is not there.
            is_missing = formula.data_type == "f" and row[place].value is None
            if is_missing and row[place].data_type == "n":
                cells[place] = DamagedCell(str(formula.value), CellDamage.NOT_COMPUTED)
        yield number, cells


def _streamed(sheet: Any) -> Iterator[Any]:
    rows = iter(sheet.iter_rows())
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:  # as in _open
            raise DamagedTableError from error
        yield row


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "e":
        return DamagedCell(str(value), CellDamage.ERROR_VALUE)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return DamagedCell(str(value), CellDamage.DATE)


def _number(number: float, number_format: str) -> str | float:
    """Return a number as the sheet means it: whole ones as int, padded ones as text."""
    if abs(number) >= FIRST_INEXACT_WHOLE or number != int(number):
        return number
    # A format like 0000000 is how a spreadsheet keeps an identifier that begins with zeros.
    is_padded = len(number_format) > 1 and set(number_format) == {"0"}
    return str(int(number)).zfill(len(number_format)) if is_padded else int(number)
