"""Why a file, or a pasted text, is not a table of transfers.

BatchFileError
├── FileMissingError         there is none (any more)
├── FileForbiddenError       this user may not read it, or another program holds it
├── FileUnreadableError      the disk, the share or the network says no, or it is no file
├── TableTooLargeError       more bytes or rows than are taken; said before all of it is read
├── NotATableError           a page, a PDF, an old or locked workbook, ...
├── DamagedTableError        a table, but torn: an open quote, a broken workbook
├── EmptyTableError          no rows
└── ColumnsError             the rows are there, but not which cell is what
    ├── ColumnsMissingError  a column that must be there is not
    └── ColumnsUnclearError  several could be it, and guessing is not for money
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from cashier.services.batch_cells import Column

MAXIMUM_BYTES = 20 * 1024 * 1024
MAXIMUM_ROWS = 100_000


class ForeignKind(Enum):
    """What a file is that is no table this program reads."""

    HTML = "html"
    PDF = "pdf"
    OLD_EXCEL = "old_excel"  # .xls and everything else of that time
    LOCKED_EXCEL = "locked_excel"  # a workbook with a password
    OTHER_ZIP = "other_zip"  # an archive, or another office's document
    BINARY = "binary"


class BatchFileError(Exception):
    """The rows of a batch could not be read. Nothing of it is used."""


class FileMissingError(BatchFileError):
    """There is no such file."""


class FileForbiddenError(BatchFileError):
    """This user may not read the file, or another program holds it."""


class FileUnreadableError(BatchFileError):
    """The file is there but cannot be read, or is no file."""


class TableTooLargeError(BatchFileError):
    """More than is taken at once.

    Attributes:
        bytes_limit: how many bytes a file may have, where that is what was passed.
        rows_limit: how many rows, where that is.
    """

    def __init__(self, *, bytes_limit: int | None = None, rows_limit: int | None = None) -> None:
        super().__init__("the table is too large")
        self.bytes_limit = bytes_limit
        self.rows_limit = rows_limit


class NotATableError(BatchFileError):
    """It is something else.

    Attributes:
        kind: what it is.
    """

    def __init__(self, kind: ForeignKind) -> None:
        super().__init__(f"not a table: {kind.value}")
        self.kind = kind


class DamagedTableError(BatchFileError):
    """A table that cannot be read to its end.

    Attributes:
        line: where it is torn, from 1, if that is known.
    """

    def __init__(self, line: int | None = None) -> None:
        super().__init__("the table is damaged")
        self.line = line


class EmptyTableError(BatchFileError):
    """There are no rows."""


class ColumnsError(BatchFileError):
    """It is not known which cells are what.

    Attributes:
        columns: which columns this is about.
    """

    def __init__(self, columns: Iterable[Column]) -> None:
        self.columns = tuple(columns)
        super().__init__(", ".join(column.value for column in self.columns))


class ColumnsMissingError(ColumnsError):
    """Columns that every transfer needs are not there."""


class ColumnsUnclearError(ColumnsError):
    """More than one column of the table could be this one."""
