"""Tables in text: pasted from a spreadsheet, or the content of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from cashier.services.batch_columns import SAMPLE_ROWS
from cashier.services.batch_file_errors import (
    MAXIMUM_BYTES,
    BatchFileError,
    DamagedTableError,
    EmptyTableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_table import ParsedTable, table_of
from cashier.services.formula_text import without_guard

# Tried in this order: a tab is never part of a cell's text, a comma often is.
_DELIMITERS = "\t;,"

# Excel's own first line, which says what separates the cells.
_DELIMITER_LINE = re.compile(r"sep=(?P<delimiter>[\t;,|])[\r\n]", re.IGNORECASE)

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LEGACY_ENCODING = "windows-1256"


def parse_table_text(text: str, *, tick: Callable[[int], None] | None = None) -> ParsedTable:
    """Read a table from text whose cells are separated by tabs, semicolons or commas.

    Args:
        text: as it was pasted; with or without a header.
        tick: called now and then with how many rows have been read; what it raises ends the reading.

    Raises:
        BatchFileError: of the kinds `TableTooLargeError`, `NotATableError`, `DamagedTableError`,
            `EmptyTableError` and `ColumnsError`.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAXIMUM_BYTES:
        raise TableTooLargeError(bytes_limit=MAXIMUM_BYTES)
    if "\0" in text:
        raise NotATableError(ForeignKind.BINARY)
    if not text.strip():
        raise EmptyTableError
    delimiter = _find_delimiter(text)
    return table_of(_rows(text, delimiter), delimiter=delimiter, tick=tick)


def parse_table_bytes(data: bytes, *, tick: Callable[[int], None] | None = None) -> ParsedTable:
    """Read a table from a text file's bytes: by its byte order mark, as UTF-8, or as Windows-1256.

    Raises:
        BatchFileError: as `parse_table_text`.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        raise NotATableError(ForeignKind.BINARY)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise DamagedTableError from error
        encoding = _LEGACY_ENCODING
        text = data.decode(encoding)
    table = parse_table_text(text, tick=tick)
    return replace(table, encoding=(encoding or "utf-8").removesuffix("-sig"))


def _find_delimiter(text: str) -> str:
    """Return the first delimiter that makes a table of the text's beginning.

    Raises:
        BatchFileError: what is wrong with the likeliest one, if none does.
    """
    named = _DELIMITER_LINE.match(text)
    if named is not None:
        return named["delimiter"]
    lines = [line for line in islice(io.StringIO(text), SAMPLE_ROWS) if line.strip()]
    failure: BatchFileError | None = None
    for delimiter in _DELIMITERS:
        if 2 * sum(delimiter in line for line in lines) < len(lines):
            continue
        try:
            table_of(islice(_rows(text, delimiter), SAMPLE_ROWS), delimiter=delimiter)
        except BatchFileError as error:
            failure = failure or error
        else:
            return delimiter
    if failure is not None:
        raise failure
    # Nothing separates anything: one column at best. Whoever asks for its columns will say what is missing.
    return _DELIMITERS[0]


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows as a spreadsheet would number them: a line break inside quotes makes no new row."""
    # Strict: an open quote must not swallow the rest of the file as one cell.
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    has_delimiter_line = _DELIMITER_LINE.match(text) is not None
    try:
        for number, cells in enumerate(reader, start=1):
            if number == 1 and has_delimiter_line:
                continue
            yield number, [without_guard(cell) for cell in cells]
    except csv.Error as error:
        raise DamagedTableError(reader.line_num) from error
