"""Turns the cells of a table, row after row, into rows of a transfer batch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from types import MappingProxyType

from cashier.domain.money import Unit
from cashier.domain.text import one_line
from cashier.services.batch_cells import CellDamage, Column, RowText
from cashier.services.batch_columns import SAMPLE_ROWS, Layout, find_layout
from cashier.services.batch_file_errors import MAXIMUM_ROWS, EmptyTableError, TableTooLargeError
from cashier.services.formula_text import SPREADSHEET_DIGITS

# A spreadsheet's number is a double: from here on, different numbers are stored as the same one.
FIRST_INEXACT_WHOLE = 2**53

_NO_DAMAGE: MappingProxyType[Column, CellDamage] = MappingProxyType({})

# A cell of these may be a date or a fraction: people read it, nothing is computed from it.
_FREE_TEXT = frozenset({Column.HOLDER, Column.NOTE})

_ROWS_BETWEEN_TICKS = 500


@dataclass(frozen=True, slots=True)
class DamagedCell:
    """A cell whose text is not what was meant."""

    text: str
    damage: CellDamage


# A number only comes from a spreadsheet: what was text there, or in a text file, is text here.
Cell = str | int | float | DamagedCell


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedTable:
    """The rows of a table.

    Attributes:
        rows: at least one; each number once, rising.
        columns: the columns the table has.
        unit: of the amounts, if the header says it: rial or toman.
        was_guessed: whether there was no header and the content had to tell the columns: worth saying.
        unused: headers (without a header: first texts) of columns that were left out.
        encoding: of a text file: `utf-8`, `utf-16` or `windows-1256`, which is tried last and is a guess.
        other_sheets: names of the workbook's other visible sheets, which were not read.
    """

    rows: tuple[RowText, ...]
    columns: frozenset[Column]
    unit: Unit | None
    was_guessed: bool
    unused: tuple[str, ...] = ()
    encoding: str | None = None
    other_sheets: tuple[str, ...] = ()


def table_of(
    rows: Iterable[tuple[int, Sequence[Cell]]],
    *,
    delimiter: str = "",
    tick: Callable[[int], None] | None = None,
) -> ParsedTable:
    """Make a table of numbered rows of cells.

    Args:
        rows: each with its number in the file.
        delimiter: what separated the cells in a text; empty where cells cannot be cut in two.
        tick: called now and then with how many rows have been read; what it raises ends the reading.

    Raises:
        EmptyTableError: if there is no row.
        TableTooLargeError: if there are too many; noticed at the first that is too many.
        ColumnsError: if the columns cannot be told.
    """
    filled = ((number, cells) for number, cells in rows if any(_plain_text(cell) for cell in cells))
    head = list(islice(filled, SAMPLE_ROWS))
    if not head:
        raise EmptyTableError
    layout = find_layout(
        [[_plain_text(cell) for cell in cells] for _, cells in head], may_be_cut=bool(delimiter)
    )
    texts: list[RowText] = []
    for index, (number, cells) in enumerate(chain(head[layout.first_data_row :], filled)):
        if tick is not None and index % _ROWS_BETWEEN_TICKS == 0:
            tick(index)
        text = _row_text(number, cells, layout, delimiter)
        if text is None:
            continue
        if len(texts) == MAXIMUM_ROWS:
            raise TableTooLargeError(rows_limit=MAXIMUM_ROWS)
        texts.append(text)
    if not texts:
        raise EmptyTableError
    return ParsedTable(
        rows=tuple(texts),
        columns=frozenset(layout.places),
        unit=layout.unit,
        was_guessed=layout.was_guessed,
        unused=layout.unused,
    )


def clean_cell(text: str) -> str:
    """Return a cell's text as one harmless line."""
    # Most cells are plain, and there may be a million of them.
    return " ".join(text.split()) if text.isascii() and text.isprintable() else one_line(text)


def _plain_text(cell: Cell) -> str:
    if isinstance(cell, DamagedCell):
        return clean_cell(cell.text)
    return clean_cell(cell) if isinstance(cell, str) else str(cell)


def _row_text(number: int, cells: Sequence[Cell], layout: Layout, delimiter: str) -> RowText | None:
    """Return the row, or None if nothing of it is in the table's columns."""
    texts: dict[str, str] = {}
    damage: dict[Column, CellDamage] = {}
    for column, places in layout.places.items():
        found = [cells[place] for place in places if place < len(cells)]
        read = [_read_cell(cell, column) for cell in found]
        texts[column.value] = " ".join(text for text, _ in read if text)
        for _, harm in read:
            if harm is not None:
                damage[column] = harm
    if not any(texts.values()):
        return None
    if delimiter and (cut := _cut(cells, layout, delimiter)) is not None:
        damage[Column.AMOUNT] = cut
    return RowText(number=number, damage=MappingProxyType(damage) if damage else _NO_DAMAGE, **texts)


def _read_cell(cell: Cell, column: Column) -> tuple[str, CellDamage | None]:
    """Return the text of a cell in that column, and what has become of it."""
    if isinstance(cell, str):
        return clean_cell(cell), None
    if isinstance(cell, DamagedCell):
        is_readable = cell.damage is CellDamage.DATE and column in _FREE_TEXT
        return clean_cell(cell.text), None if is_readable else cell.damage
    return str(cell), _damage_of_number(cell, column)


def _damage_of_number(number: float, column: Column) -> CellDamage | None:
    if column is Column.IBAN:
        return CellDamage.NUMBER_FOR_IBAN
    if abs(number) >= FIRST_INEXACT_WHOLE:
        return CellDamage.INEXACT_NUMBER
    if column in _FREE_TEXT:
        return None
    if not isinstance(number, int):
        return CellDamage.NOT_WHOLE_NUMBER
    # Of an amount the sixteenth digit is no worry; of an identifier it is another account.
    if column is Column.PAY_ID and len(str(number)) > SPREADSHEET_DIGITS:
        return CellDamage.INEXACT_NUMBER
    return None


def _cut(cells: Sequence[Cell], layout: Layout, delimiter: str) -> CellDamage | None:
    """Return whether the marks inside an amount, `1,250,000`, have cut it into cells."""
    if any(_plain_text(cell) for cell in cells[layout.width :]):
        return CellDamage.EXTRA_CELLS
    place = layout.places[Column.AMOUNT][0]
    beside = [_plain_text(cell) for cell in cells[place : place + 2]]
    is_cut = delimiter == "," and re.fullmatch(r"\d{1,3} \d{3}", " ".join(beside)) is not None
    return CellDamage.SPLIT_AMOUNT if is_cut else None
