"""Where rows of a batch come from: files, the clipboard; and the template that is filled in elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cashier.services.batch_cells import Column
from cashier.services.batch_export import Headers, write_template
from cashier.services.batch_file import read_batch_file
from cashier.services.batch_file_errors import BatchFileError
from cashier.services.batch_table import ParsedTable
from cashier.services.batch_text import parse_table_text
from cashier.services.export_file import CSV_SUFFIX, XLSX_SUFFIX, ExportError
from cashier.ui.batch_words import batch_file_message, export_message, file_name
from cashier.ui.locale_format import current_locale_format, isolate_ltr, plain
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.tasks import TaskOwner

Sentence = Callable[[], str]


def save_dialog(
    parent: QWidget, title: str, name: str, kinds: tuple[str, str], *, as_text: bool = False
) -> QFileDialog:
    """Return a dialog that asks where to save a table; opened by the caller, it deletes itself.

    Args:
        parent: over whose window it opens.
        title: what is asked.
        name: the file's name without its ending.
        kinds: what a workbook and a text file are called.
        as_text: whether a text file is what is saved unless the person says otherwise.
    """
    dialog = QFileDialog(parent.window(), title, QDir.homePath())
    dialog.setObjectName("batch.saveDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = [f"{kinds[0]} (*{XLSX_SUFFIX})", f"{kinds[1]} (*{CSV_SUFFIX})"]
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(CSV_SUFFIX if as_text else XLSX_SUFFIX)
    dialog.selectNameFilter(filters[1 if as_text else 0])

    def on_filter(chosen: str) -> None:
        dialog.setDefaultSuffix(CSV_SUFFIX if chosen == filters[1] else XLSX_SUFFIX)

    dialog.filterSelected.connect(on_filter)
    dialog.selectFile(file_name_of(name))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def file_name_of(text: str) -> str:
    """Return a text as every system takes it for a file's name."""
    return "".join(" " if character in '\\/:*?"<>|' else character for character in plain(text)).strip()


class BatchSources(QObject):
    """Reads rows, without the window ever waiting for them.

    Signals:
        rows_read: a table, and the file's name without its ending; empty for what was pasted.
        reading: how many rows have been read so far; -1 when reading is over.
        failed: why nothing was read or written, said anew in each language.
        template_saved: the file's path.
    """

    rows_read = Signal(object, str)
    reading = Signal(int)
    failed = Signal(object)
    template_saved = Signal(Path)

    def __init__(self, panel: QWidget, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__(panel)
        self._tasks = TaskOwner(on_unexpected)
        self._reading: asyncio.Task[Any] | None = None

    def stop(self) -> None:
        """Read no further; nothing of what was read is used."""
        if self._reading is not None:
            self._reading.cancel()

    def close_sources(self) -> None:
        """Stop everything; the panel goes."""
        self._tasks.cancel_all()

    # Reading

    def choose_file(self) -> None:
        """Ask which file is to be read."""
        dialog = QFileDialog(self._panel().window(), self.tr("Import rows from a file"), QDir.homePath())
        dialog.setObjectName("batch.openDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Tables") + f" (*{XLSX_SUFFIX} *{CSV_SUFFIX} *.txt *.tsv)",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Read a file's rows."""
        self.stop()
        self._reading = self._tasks.start(self._read(path))

    def paste(self) -> None:
        """Read rows from the clipboard."""
        self.stop()
        self._reading = self._tasks.start(self._parse(QGuiApplication.clipboard().text()))

    async def _read(self, path: Path) -> None:
        self.reading.emit(0)
        try:
            table = await read_batch_file(path, told=self.reading.emit)
        except BatchFileError as error:
            self._fail_with(error, file_name(path))
        else:
            self.rows_read.emit(table, path.stem)
        finally:
            self.reading.emit(-1)

    async def _parse(self, text: str) -> None:
        try:
            table: ParsedTable = await asyncio.to_thread(parse_table_text, text)
        except BatchFileError as error:
            self._fail_with(error, "")
        else:
            self.rows_read.emit(table, "")

    def _fail_with(self, error: BatchFileError, name: str) -> None:
        def say() -> str:
            if name:
                return self.tr("Nothing was taken from {file}. {why}").format(
                    file=name, why=batch_file_message(error)
                )
            return self.tr("Nothing was pasted. {why}").format(why=batch_file_message(error))

        self.failed.emit(say)

    def _on_file_chosen(self, name: str) -> None:
        self.read(Path(name))

    # The template

    def save_template(self) -> None:
        """Ask where the template is to be saved, and save it."""
        dialog = save_dialog(
            self._panel(),
            self.tr("Save the template file"),
            plain(self.tr("batch")),
            (self.tr("Excel workbook"), self.tr("CSV text")),
        )
        dialog.fileSelected.connect(self._on_template_place)
        dialog.open()

    def _on_template_place(self, name: str) -> None:
        self._tasks.start(self._write_template(Path(name)))

    async def _write_template(self, path: Path) -> None:
        headers = batch_headers()
        try:
            await write_template(
                path, headers, holder=self.tr("Example Person"), note=self.tr("Replace this row")
            )
        except ExportError as error:
            problem = error.problem
            self.failed.emit(lambda: export_message(problem))
        else:
            self.template_saved.emit(path)

    def _panel(self) -> QWidget:
        panel = self.parent()
        if not isinstance(panel, QWidget):
            raise TypeError("the panel that reads has gone")
        return panel


def batch_headers(*, reference: str = "", state: str = "", reason: str = "") -> Headers:
    """Return the words of a batch file's first row, in the language of the screen; amounts are in rial."""
    words, fmt = RowProblemWords(), current_locale_format()
    amount = f"{words.column(Column.AMOUNT)} ({fmt.unit('IRR')})"
    return Headers(
        iban=words.column(Column.IBAN),
        holder=words.column(Column.HOLDER),
        amount=plain(amount),
        note=words.column(Column.NOTE),
        pay_id=words.column(Column.PAY_ID),
        reference=reference,
        state=state,
        reason=reason,
        right_to_left=fmt.direction.name == "RightToLeft",
    )


def path_words(path: Path) -> str:
    """Return a path as it can stand in a sentence."""
    return isolate_ltr(str(path))
