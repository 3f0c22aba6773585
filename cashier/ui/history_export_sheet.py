"""Writes what is filtered out of history to a file: asks which kind and where, shows how far it is, and can be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from cashier.domain.digits import to_latin_digits
from cashier.domain.history import HistoryQuery
from cashier.domain.local_days import day_of
from cashier.services.export_file import ExportError, ExportProblem
from cashier.services.history_export import ExportedFile, ExportFormat
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.announcements import Announcer
from cashier.ui.batch_sources import save_dialog
from cashier.ui.batch_words import export_message
from cashier.ui.history_export_words import HistoryExportWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import storage_message
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    CopyLabel,
    PrimaryButton,
    ProgressBar,
    SecondaryButton,
    Sheet,
    StateKind,
    TextLabel,
)

_CARD_WIDTH: Final = 560
_FORMATS: Final = (ExportFormat.XLSX, ExportFormat.CSV)


class _Phase(Enum):
    READY = "ready"
    WRITING = "writing"
    DONE = "done"


class HistoryExportSheet(Sheet):
    """Exports one query. Closing it stops what is being written, of which nothing is left then; it deletes itself."""

    def __init__(
        self,
        window: QWidget,
        till: Till,
        query: HistoryQuery,
        on_unexpected: Callable[[BaseException], None],
        *,
        count: int | None = None,
    ) -> None:
        """Prepare it over `window`; `count` is how many items the query admits, if that is known."""
        super().__init__(window)
        self.setObjectName("historyExport")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._query = query
        self._count = count
        self._tasks = TaskOwner(on_unexpected)
        self._words = HistoryExportWords(self)
        self._phase = _Phase.READY
        self._writing: asyncio.Task[None] | None = None
        self._written = 0
        self._file: ExportedFile | None = None
        self._trouble: Callable[[], str] | None = None
        self._heading = TextLabel(role="heading")
        self._text = TextLabel(tone="muted")
        self._text.setObjectName("historyExport.text")
        self._announcer = Announcer(self._text)
        self._formats = SegmentedChoice([f"historyExport.format.{each.name.lower()}" for each in _FORMATS])
        self._format = _FORMATS[0]
        self._hint = TextLabel(role="small", tone="muted")
        self._bar = ProgressBar()
        self._bar.setObjectName("historyExport.progress")
        self._told = Banner(radius=RADIUS)
        self._told.setObjectName("historyExport.told")
        self._path = CopyLabel()
        self._path.setObjectName("historyExport.path")
        self._go = PrimaryButton()
        self._go.setObjectName("historyExport.go")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("historyExport.close")
        self._lay_out()
        self._formats.chosen.connect(self._on_format)
        self._go.clicked.connect(self._on_go)
        self._close.clicked.connect(self._on_close)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def open(self) -> None:
        """Show it."""
        super().open()
        self._go.setDefault(True)
        self._go.setFocus()

    def _lay_out(self) -> None:
        formats = QHBoxLayout()
        formats.addWidget(self._formats)
        formats.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._close, 1)
        buttons.addWidget(self._go, 1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text)
        self.body.addLayout(formats)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._told)
        self.body.addWidget(self._path)
        self.body.addSpacing(Spacing.L)
        self.body.addLayout(buttons)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Export"))
        self._heading.setText(self.tr("Export"))
        self._formats.set_texts(self.tr("Kind of file"), [self.tr("Excel workbook"), self.tr("CSV text")])
        self._write()

    def _write(self) -> None:
        is_ready, is_writing, is_done = (self._phase is phase for phase in _Phase)
        self._text.setText(self._text_of_phase())
        self._text.setVisible(not is_done)
        self._formats.setVisible(is_ready)
        self._hint.setText(
            self.tr("Opens in Excel and other spreadsheets; amounts are numbers.")
            if self._format is ExportFormat.XLSX
            else self.tr("For other programs. Excel opens it too.")
        )
        self._hint.setVisible(is_ready)
        self._bar.setVisible(is_writing)
        self._bar.set_share(self._written / self._count if self._count else 0)
        self._bar.setAccessibleName(self._text.text())
        if self._trouble is not None:
            self._told.show_message(StateKind.DANGER, self._trouble())
        elif is_done and self._file is not None:
            self._told.show_message(StateKind.SUCCESS, self._done_text(self._file.rows))
        else:
            self._told.clear()
        self._path.set_text(str(self._file.path) if is_done and self._file is not None else "")
        self._path.setVisible(is_done)
        self._go.setText(self.tr("Show in folder") if is_done else self.tr("Choose where to save"))
        self._go.setVisible(not is_writing)
        self._go.setEnabled(self._count != 0)
        self._close.setText(self.tr("Stop") if is_writing else self.tr("Close"))
        if is_writing:
            self._announcer.say(self._text.text())
        else:
            self._announcer.forget()

    def _text_of_phase(self) -> str:
        fmt = current_locale_format()
        if self._phase is _Phase.WRITING:
            if not self._count:
                return self.tr("Reading history")
            if self._written >= self._count:
                return self.tr("The file is being finished")
            return self.tr("{written} of {count} rows written").format(
                written=fmt.number(self._written), count=fmt.number(self._count)
            )
        if self._count is None:
            return self.tr("Everything that is filtered now is written, in the order of the table.")
        if not self._count:
            return self.tr("Nothing is filtered, so there is nothing to write.")
        text = self.tr("%n row(s) are written, as they are filtered and sorted now.", "", self._count)
        return fmt.with_number(text, self._count)

    def _done_text(self, rows: int) -> str:
        text = self.tr("The file is written: %n row(s).", "", rows)
        return current_locale_format().with_number(text, rows)

    # What a person does

    def _on_format(self, place: int) -> None:
        self._format = _FORMATS[place]
        self._write()

    def _on_go(self) -> None:
        if self._phase is _Phase.DONE:
            self._show_in_folder()
            return
        fmt = current_locale_format()
        # The date first, and in Latin digits: behind Persian letters its parts would change places.
        today = to_latin_digits(fmt.day_short(day_of(self._till.session.clock.now(), fmt.zone)))
        dialog = save_dialog(
            self,
            self.tr("Export history"),
            self.tr("{date} History").format(date=today.replace("/", "-")),
            (self.tr("Excel workbook"), self.tr("CSV text")),
            as_text=self._format is ExportFormat.CSV,
        )
        dialog.setObjectName("historyExport.saveDialog")
        dialog.fileSelected.connect(lambda chosen: self.write_to(Path(chosen)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the file to a path; its ending says which kind it is."""
        if self._phase is _Phase.WRITING:
            return
        known = {each.value: each for each in ExportFormat}
        file_format = known.get(path.suffix.lower())
        if file_format is None:
            self._fail(lambda: export_message(ExportProblem.UNKNOWN_SUFFIX))
            return
        self._phase, self._written, self._trouble = _Phase.WRITING, 0, None
        self._write()
        self._close.setFocus()
        self._writing = self._tasks.start(self._export(path, file_format))
        # Not in the coroutine itself: stopped at once, it never begins.
        self._writing.add_done_callback(self._on_stopped)

    def _on_close(self) -> None:
        if self._phase is not _Phase.WRITING:
            self.reject()
        elif self._writing is not None:
            self._writing.cancel()

    def _on_stopped(self, writing: asyncio.Task[None]) -> None:
        # Nothing of the file is left; one may choose again.
        if writing.cancelled() and isValid(self) and self.is_open():
            self._phase = _Phase.READY
            self._write()
            self._go.setFocus()

    def _show_in_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.path.parent)))

    # What is written

    async def _export(self, path: Path, file_format: ExportFormat) -> None:
        try:
            words = self._words.written(await self._till.history.choices())
            self._file = await self._till.history_export.export(
                self._query, path, file_format, words, self._on_progress
            )
        except ExportError as error:
            problem = error.problem
            self._fail(lambda: export_message(problem))
        except StorageUnavailableError as error:
            trouble = error.trouble
            self._fail(lambda: storage_message(trouble))
        else:
            self._phase = _Phase.DONE
            self._write()
            self._go.setFocus()

    def _on_progress(self, written: int, count: int) -> None:
        self._written, self._count = written, count
        if isValid(self):
            self._write()

    def _fail(self, trouble: Callable[[], str]) -> None:
        self._phase, self._trouble = _Phase.READY, trouble
        self._write()

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self.deleteLater()
