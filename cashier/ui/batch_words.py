"""What is said of batches: columns, files that cannot be read or written, numbers of rows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from cashier.services.batch_cells import Column
from cashier.services.batch_file_errors import (
    BatchFileError,
    ColumnsError,
    ColumnsMissingError,
    DamagedTableError,
    EmptyTableError,
    FileForbiddenError,
    FileMissingError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.export_file import ExportProblem
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.row_problem_words import RowProblemWords


class BatchWords(QObject):
    """Texts with numbers in them.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def rows(self, count: int) -> str:
        """Return so many rows."""
        return _own_digits(self.tr("%n rows", "of a batch", count), count)

    def problems(self, count: int) -> str:
        """Return so many problems."""
        return _own_digits(self.tr("%n problems", "in a batch", count), count)

    def more_problems(self, count: int) -> str:
        """Return how many problems are not listed."""
        return _own_digits(self.tr("and %n more problems", "in a batch", count), count)

    def being_read(self, count: int) -> str:
        """Return how far reading a file has got."""
        return _own_digits(self.tr("Reading the file: %n rows so far", "of a batch", count), count)

    def being_checked(self, count: int) -> str:
        """Return how many rows are still to be checked."""
        return _own_digits(self.tr("%n rows are still being checked.", "of a batch", count), count)

    def to_mend(self, count: int) -> str:
        """Return why a batch cannot be reviewed: so many rows have problems."""
        return _own_digits(self.tr("%n rows have problems. Mend or remove them.", "of a batch", count), count)

    def need_person(self, count: int) -> str:
        """Return how many rows only a person can settle."""
        return _own_digits(
            self.tr("The provider could not tell about %n rows. A manager must look.", "of a batch", count),
            count,
        )

    def need_approval(self, count: int) -> str:
        """Return how many rows wait for a manager."""
        return _own_digits(self.tr("%n rows wait for a manager's approval.", "of a batch", count), count)

    def being_written(self, count: int) -> str:
        """Return that so many rows are being written down."""
        return _own_digits(self.tr("Writing %n rows down…", "of a batch", count), count)


def _own_digits(text: str, count: int) -> str:
    fmt = current_locale_format()
    return text.replace(str(count), fmt.number(count)) if str(count) in text else fmt.digits(text)


def column_list(columns: Iterable[Column]) -> str:
    """Return columns' names, one after another."""
    mark = QCoreApplication.translate("BatchWords", ", ", "between the names of columns")
    words = RowProblemWords()
    return mark.join(words.column(column) for column in columns)


def file_name(path: Path) -> str:
    """Return a file's name as it can stand in a sentence."""
    return isolate(path.name)


def batch_file_message(error: BatchFileError) -> str:
    """Return why no rows came from a file or a pasted text, and what to do about it."""
    if isinstance(error, ColumnsError):
        return _columns_message(error)
    if isinstance(error, NotATableError):
        return _foreign_message(error.kind)
    if isinstance(error, TableTooLargeError):
        return _too_large_message(error)
    if isinstance(error, DamagedTableError) and error.line is not None:
        return QCoreApplication.translate(
            "BatchWords", "The table is damaged at line {line}: a quotation mark is open, or a row is torn."
        ).format(line=current_locale_format().number(error.line))
    for kind, text in (
        (FileMissingError, QCoreApplication.translate("BatchWords", "The file is not there any more.")),
        (
            FileForbiddenError,
            QCoreApplication.translate(
                "BatchWords",
                "This user may not read the file, or another program holds it. Close it there and try again.",
            ),
        ),
        (
            DamagedTableError,
            QCoreApplication.translate("BatchWords", "The file is damaged. Save it again as XLSX or CSV."),
        ),
        (
            EmptyTableError,
            QCoreApplication.translate("BatchWords", "There are no rows in it."),
        ),
    ):
        if isinstance(error, kind):
            return text
    return QCoreApplication.translate(
        "BatchWords", "The file cannot be read. Copy it to this computer first."
    )


def export_message(problem: ExportProblem) -> str:
    """Return why a file was not written, and what to do about it."""
    return {
        ExportProblem.DISK_FULL: QCoreApplication.translate(
            "BatchWords", "The disk is full, so the file was not written. Make room and try again."
        ),
        ExportProblem.FORBIDDEN: QCoreApplication.translate(
            "BatchWords", "The file may not be written here, or another program holds it open."
        ),
        ExportProblem.FOLDER_MISSING: QCoreApplication.translate(
            "BatchWords", "The folder is not there any more. Choose another."
        ),
        ExportProblem.UNKNOWN_SUFFIX: QCoreApplication.translate(
            "BatchWords", "Give the file a name that ends in .xlsx or .csv."
        ),
        ExportProblem.TOO_MANY_ROWS: QCoreApplication.translate(
            "BatchWords", "These are too many rows for a workbook. Save them as CSV."
        ),
        ExportProblem.DISK_ERROR: QCoreApplication.translate(
            "BatchWords", "The disk does not work as it should, so the file was not written."
        ),
    }[problem]


def _columns_message(error: ColumnsError) -> str:
    if isinstance(error, ColumnsMissingError):
        text = QCoreApplication.translate(
            "BatchWords",
            "These columns are missing: {columns}. Name them in the first row, as in the template file.",
        )
    else:
        text = QCoreApplication.translate(
            "BatchWords",
            "More than one column could be this one: {columns}. Name the columns in the first row.",
        )
    return text.format(columns=column_list(error.columns))


def _foreign_message(kind: ForeignKind) -> str:
    return {
        ForeignKind.HTML: QCoreApplication.translate(
            "BatchWords", "This is a web page, not a table. Save it as XLSX or CSV."
        ),
        ForeignKind.PDF: QCoreApplication.translate(
            "BatchWords", "This is a PDF, not a table. Ask for the list as XLSX or CSV."
        ),
        ForeignKind.OLD_EXCEL: QCoreApplication.translate(
            "BatchWords", "This is a workbook of the old kind (.xls). Save it as XLSX in Excel."
        ),
        ForeignKind.LOCKED_EXCEL: QCoreApplication.translate(
            "BatchWords", "This workbook has a password. Save it without one."
        ),
        ForeignKind.OTHER_ZIP: QCoreApplication.translate(
            "BatchWords", "This is an archive or another kind of document. Save the list as XLSX or CSV."
        ),
        ForeignKind.BINARY: QCoreApplication.translate(
            "BatchWords", "This is not a table. Choose an XLSX or CSV file."
        ),
    }[kind]


def _too_large_message(error: TableTooLargeError) -> str:
    number = current_locale_format().number
    if error.rows_limit is not None:
        return QCoreApplication.translate(
            "BatchWords", "The table has more than {limit} rows. Divide it into several batches."
        ).format(limit=number(error.rows_limit))
    return QCoreApplication.translate(
        "BatchWords", "The file is larger than {limit} megabytes. Divide it into several batches."
    ).format(limit=number((error.bytes_limit or 0) // 1_048_576))
