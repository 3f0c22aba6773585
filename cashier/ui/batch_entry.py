"""The panel where a batch is made: its account, its rows from a file, the clipboard or the keyboard, its sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.money import RIAL, TOMAN
from cashier.services.batch_cells import Column, RowText
from cashier.services.batch_rows import CheckedRows
from cashier.services.batch_table import ParsedTable
from cashier.services.till import Till
from cashier.ui.batch_foot import BatchFoot
from cashier.ui.batch_heading import BatchHeading
from cashier.ui.batch_notice import notice_of
from cashier.ui.batch_problem_list import BatchProblemList
from cashier.ui.batch_sources import BatchSources, Sentence, path_words
from cashier.ui.batch_table_model import BatchTableModel
from cashier.ui.batch_table_view import BatchTableView
from cashier.ui.batch_words import BatchWords
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.locale_format import current_locale_format
from cashier.ui.scrolled import scrolled
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.widgets import (
    Banner,
    Card,
    QuietButton,
    SecondaryButton,
    Sheet,
    StateKind,
)
from cashier.ui.widgets.words import Words

_NARROW: Final = 700
# As much as it takes to say that it is empty.
_LEAST_TABLE_HEIGHT: Final = 232
_LOW: Final = 440
_MOST_LIST_HEIGHT: Final = 112
# The sums and the list of problems follow the rows, but not at every one of thousands.
_SUMMARY_MS: Final = 60
_UNITS: Final = (RIAL, TOMAN)


class BatchEntry(Card):
    """Everything typed here stays until it is cleared or sent, whatever page or language is shown meanwhile.

    Signals:
        review_wanted: every row is good: the account, the batch's name, the rows.
        recent_wanted: the batches made before are to be shown.
    """

    review_wanted = Signal(Account, str, CheckedRows)
    recent_wanted = Signal()

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._notice: Callable[[], tuple[StateKind, str]] | None = None
        self._words = BatchWords(self)
        self._model = BatchTableModel(on_unexpected, self)
        self._heading = BatchHeading(till, on_unexpected)
        self._sources = BatchSources(self, on_unexpected)
        self._table = BatchTableView(self._model)
        self._problems = BatchProblemList(self._model)
        self._foot = BatchFoot()
        self._banner = Banner(radius=RADIUS)
        self._banner.setObjectName("batch.notice")
        self._banner.action_button().setObjectName("batch.noticeAction")
        self._import = self._button("batch.import", "download")
        self._paste = self._button("batch.paste", "copy")
        self._add = self._button("batch.addRow", "plus")
        self._template = self._button("batch.template", "list")
        self._remove = self._button("batch.removeRows", "", quiet=True)
        self._clear = self._button("batch.clear", "trash", quiet=True)
        self._recent = self._button("batch.recent", "clock", quiet=True)
        self._summary = QTimer(self)
        self._summary.setSingleShot(True)
        self._summary.setInterval(_SUMMARY_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._table)
        self.retranslate()

    @staticmethod
    def _button(name: str, icon_name: str, *, quiet: bool = False) -> QPushButton:
        button = QuietButton(icon_name=icon_name) if quiet else SecondaryButton(icon_name=icon_name)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=Spacing.S)
        for button in self._buttons():
            flow.addWidget(button)
        self._table.setMinimumHeight(_LEAST_TABLE_HEIGHT)
        self._problems.setMaximumHeight(_MOST_LIST_HEIGHT)
        self.body.setContentsMargins(Spacing.XL, Spacing.L, Spacing.XL, Spacing.L)
        self.body.setSpacing(Spacing.M)
        filled = QWidget()
        self._inner = QVBoxLayout(filled)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(Spacing.M)
        for widget in (self._heading, buttons, self._banner):
            self._inner.addWidget(widget)
        self._inner.addWidget(self._table, 1)
        self._inner.addWidget(self._problems)
        self.body.addWidget(scrolled(filled), 1)
        self.body.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep sums and buttons in sight, unless they would leave no room for anything else."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        here, there = (self._inner, self.body) if is_low else (self.body, self._inner)
        if here.indexOf(self._foot) < 0:
            there.removeWidget(self._foot)
            here.addWidget(self._foot)

    def _buttons(self) -> list[QPushButton]:
        return [
            self._import,
            self._paste,
            self._add,
            self._template,
            self._remove,
            self._clear,
            self._recent,
        ]

    def _connect(self) -> None:
        self._heading.rules_changed.connect(self._use_rules)
        self._import.clicked.connect(self._sources.choose_file)
        self._paste.clicked.connect(self._sources.paste)
        self._add.clicked.connect(self.add_row)
        self._template.clicked.connect(self._sources.save_template)
        self._remove.clicked.connect(self._remove_chosen)
        self._clear.clicked.connect(self._ask_to_clear)
        self._recent.clicked.connect(self.recent_wanted)
        self._sources.rows_read.connect(self._on_rows_read)
        self._sources.reading.connect(self._on_reading)
        self._sources.failed.connect(self._on_failed)
        self._sources.template_saved.connect(self._on_template_saved)
        self._banner.action_triggered.connect(self._on_banner_action)
        self._table.paste_wanted.connect(self._sources.paste)
        self._table.add_wanted.connect(self.add_row)
        self._table.remove_wanted.connect(self._remove_chosen)
        self._table.file_dropped.connect(self._sources.read)
        self._table.selectionModel().selectionChanged.connect(self._summary.start)
        self._problems.problem_chosen.connect(self._table.go_to)
        self._foot.next_wanted.connect(self._go_to_next_problem)
        self._foot.review_wanted.connect(self._review)
        self._model.draft_changed.connect(self._on_draft_changed)
        self._summary.timeout.connect(self._write_summary)
        for keys, slot in (
            ("Ctrl+O", self._sources.choose_file),
            ("F8", self._go_to_next_problem),
            ("Ctrl+Return", self._review),
            ("Ctrl+Enter", self._review),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._import.setText(self.tr("Import file…"))
        self._paste.setText(self.tr("Paste"))
        self._add.setText(self.tr("Add row"))
        self._template.setText(self.tr("Template file…"))
        self._remove.setText(self.tr("Remove rows"))
        self._clear.setText(self.tr("Clear"))
        self._recent.setText(self.tr("Recent batches"))
        self._show_notice()
        self._write_summary()

    def close_entry(self) -> None:
        """Stop everything; the page goes."""
        self._summary.stop()
        self._heading.close_heading()
        self._sources.close_sources()
        self._model.close_model()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer the accounts that take batches; the one that was chosen stays chosen."""
        self._heading.show_accounts(accounts)

    def choose_account(self, account_id: str | None) -> None:
        """Choose an account, if it is among those offered."""
        self._heading.choose_account(account_id)

    # Rows that come and go

    def show_rows(self, texts: Sequence[RowText], *, name: str, account_id: str | None = None) -> None:
        """Begin a new batch with these rows, their amounts in rial; asks before rows that are there are lost."""
        self._ask_to_replace(partial(self._begin_with, texts, name, account_id))

    def add_row(self) -> None:
        """Add an empty row and put the keys into it."""
        place = self._model.append_rows([RowText(number=1)])
        self._table.go_to(place, Column.IBAN)

    def clear(self) -> None:
        """Begin anew; the account stays."""
        self._sources.stop()
        self._model.replace_rows([])
        self._heading.set_name("")
        self._heading.tell_unit(None)
        self._set_notice(None)

    def _begin_with(self, texts: Sequence[RowText], name: str, account_id: str | None) -> None:
        self.clear()
        self.choose_account(account_id)
        self._heading.tell_unit(RIAL)
        # Only a header keeps it from being changed.
        self._heading.tell_unit(None)
        self._heading.set_name(name)
        self._model.replace_rows(texts)
        self._table.fit_columns()

    def _remove_chosen(self) -> None:
        places = self._table.chosen_places()
        if places:
            self._model.remove_places(places)
            last = min(places[0], len(self._model.draft) - 1)
            if last >= 0:
                self._table.go_to(last, Column.IBAN)

    def _on_rows_read(self, table: ParsedTable, name: str) -> None:
        if name:
            self._ask_to_replace(partial(self._take_file, table, name))
        else:
            self._take_pasted(table)

    def _take_file(self, table: ParsedTable, name: str) -> None:
        self._heading.tell_unit(table.unit)
        self._model.replace_rows(table.rows)
        self._heading.set_name(name)
        self._set_notice(partial(notice_of, table))
        self._table.fit_columns()

    def _take_pasted(self, table: ParsedTable) -> None:
        if table.unit is not None and table.unit != self._heading.unit():
            if not self._model.draft.is_empty:
                self._set_notice(self._other_unit)
                return
            self._heading.tell_unit(table.unit)
        if self._model.draft.is_empty:
            self._model.replace_rows([])
        place = self._model.append_rows(table.rows)
        self._set_notice(partial(notice_of, table))
        self._table.fit_columns()
        self._table.go_to(place, Column.IBAN)

    def _ask_to_replace(self, way: Callable[[], None]) -> None:
        if self._model.draft.is_empty:
            way()
        else:
            self._confirm(
                "batch.replace",
                lambda: self.tr("Replace the rows that are here?"),
                lambda: self.tr("The rows typed or read before are lost."),
                lambda: self.tr("Replace them"),
                way,
            )

    def _ask_to_clear(self) -> None:
        self._confirm(
            "batch.confirmClear",
            lambda: self.tr("Clear all rows?"),
            lambda: self.tr("What was typed or read is lost. Batches that were sent stay as they are."),
            lambda: self.tr("Clear all"),
            self.clear,
        )

    def _confirm(self, name: str, title: Words, text: Words, confirm: Words, way: Callable[[], None]) -> None:
        if Sheet.any_open(self):
            return
        sheet = ConfirmSheet(
            self.window(),
            name,
            title=title,
            text=text,
            confirm=confirm,
            keep=lambda: self.tr("Keep them"),
        )
        sheet.accepted.connect(way)
        sheet.open()

    # What is said

    def _on_reading(self, rows: int) -> None:
        if rows < 0:
            self._show_notice()
            return
        self._banner.show_message(
            StateKind.INFO, partial(self._words.being_read, rows), lambda: self.tr("Stop")
        )

    def _on_failed(self, say: Sentence) -> None:
        self._set_notice(lambda: (StateKind.DANGER, say()))

    def _on_template_saved(self, path: Path) -> None:
        self._set_notice(
            lambda: (
                StateKind.SUCCESS,
                self.tr("The template was saved: {path}").format(path=path_words(path)),
            )
        )

    def _other_unit(self) -> tuple[StateKind, str]:
        return StateKind.DANGER, self.tr(
            "Nothing was pasted: its amounts are in another unit than the rows that are here."
        )

    def _set_notice(self, notice: Callable[[], tuple[StateKind, str]] | None) -> None:
        self._notice = notice
        self._show_notice()

    def _show_notice(self) -> None:
        kind, text = self._notice() if self._notice is not None else (StateKind.INFO, "")
        if text:
            self._banner.show_message(kind, text, self.tr("Close"))
        else:
            self._banner.clear()

    def _on_banner_action(self) -> None:
        # While a file is read there is something to stop; else the sentence has been read.
        self._sources.stop()
        self._set_notice(None)

    # On to the review

    def _use_rules(self) -> None:
        self._model.use_rules(self._heading.rules(), self._heading.unit())
        self._table.fit_columns()
        self._write_summary()

    def _on_draft_changed(self) -> None:
        if not self._summary.isActive():
            self._summary.start()

    def _write_summary(self) -> None:
        draft = self._model.draft
        self._foot.show_draft(draft, hindrance=self._heading.hindrance())
        self._problems.setVisible(bool(draft.problem_count))
        self._problems.show_problems()
        self._problems.updateGeometry()
        self._clear.setEnabled(bool(len(draft)))
        self._remove.setEnabled(bool(self._table.chosen_places()))

    def _go_to_next_problem(self) -> None:
        found = self._model.draft.next_problem(*self._table.current_cell())
        if found is not None:
            self._table.go_to(*found)

    def _review(self) -> None:
        account, draft = self._heading.account(), self._model.draft
        if account is None or not draft.may_be_sent or Sheet.any_open(self):
            return
        name = self._heading.name()
        if not name:
            now = self._till.session.clock.now()
            fmt = current_locale_format()
            name = fmt.plain(self.tr("Batch of {when}").format(when=fmt.date_time(now)))
        self.review_wanted.emit(account, name, draft.checked_rows())
