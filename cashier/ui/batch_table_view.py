"""The table that rows of a batch are typed, pasted and dropped into."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cashier.services.batch_cells import Column
from cashier.ui.batch_table_model import COLUMNS, LTR_COLUMNS, PLACE_OF, BatchTableModel, TableColumn
from cashier.ui.locale_format import current_locale_format, isolate_ltr
from cashier.ui.table_cell import TableCellDelegate, dress_table, header_width, text_width
from cashier.ui.widgets import EmptyState, LineEdit, chip_size

_WIDEST_IBAN: Final = "IR88 8888 8888 8888 8888 8888 88"
_WIDEST_AMOUNT: Final = "8888888888"
_MARK_ROOM: Final = 22
_FIT_MS: Final = 60
_HEADER_PADDING: Final = 24
# What is left over goes to these, by parts.
_STRETCHED: Final = {TableColumn.BANK: 2, TableColumn.HOLDER: 3, TableColumn.NOTE: 3, TableColumn.PAY_ID: 1}
_LEAST: Final = {TableColumn.BANK: 104, TableColumn.HOLDER: 130, TableColumn.NOTE: 80, TableColumn.PAY_ID: 80}


class _Delegate(TableCellDelegate):
    """Edits in a field that fills the cell."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002  # Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = LineEdit(parent, ltr=COLUMNS[index.column()] in LTR_COLUMNS)
        editor.setObjectName("batch.cell")
        editor.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        )
        # A cell is lower than a field of a form.
        editor.setStyleSheet("QLineEdit { min-height: 0; border-radius: 4px; padding: 0 8px; }")
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002  # Qt's signature
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))


class BatchTableView(QTableView):
    """The table; everything in it can be done with the keyboard.

    Enter or typing edits, Delete empties cells, Ctrl+Delete takes rows out, Insert adds one, Ctrl+V pastes.

    Signals:
        paste_wanted: rows are to come from the clipboard.
        add_wanted: an empty row is to be added.
        remove_wanted: the chosen rows are to go.
        file_dropped: a file's path was dropped onto the table.
    """

    paste_wanted = Signal()
    add_wanted = Signal()
    remove_wanted = Signal()
    file_dropped = Signal(Path)

    def __init__(self, model: BatchTableModel) -> None:
        super().__init__()
        self.setObjectName("batch.table")
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        dress_table(self)
        self.setAcceptDrops(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyState("list", "", "")
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self._empty)
        model.draft_changed.connect(self._on_draft_changed)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(_FIT_MS)
        self._fitting.timeout.connect(self.fit_columns)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            # At once: for a moment heads would be cut.
            self.fit_columns()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.setAccessibleName(self.tr("Rows of the batch"))
        self._empty.set_texts(
            self.tr("No rows yet"),
            self.tr("Import a file, drop one here, paste rows from a spreadsheet, or add them one by one."),
        )
        self._rows.retranslate()
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the room its texts need, and the names what is left over."""
        fmt = current_locale_format()
        widths: dict[TableColumn, int] = {}
        for place, column in enumerate(COLUMNS):
            header = str(self._rows.headerData(place, Qt.Orientation.Horizontal))
            widths[column] = max(header_width(header), _LEAST.get(column, 0))
        number = fmt.number(max(len(self._rows.draft), 1) + 1)
        widths[TableColumn.NUMBER] = max(widths[TableColumn.NUMBER], text_width(number))
        widths[TableColumn.IBAN] = text_width(isolate_ltr(_WIDEST_IBAN)) + _MARK_ROOM
        # No row is more than the sum of all.
        largest = max(self._rows.draft.total.text, _WIDEST_AMOUNT, key=len)
        amount = isolate_ltr(fmt.amount(largest))
        widths[TableColumn.AMOUNT] = max(
            widths[TableColumn.AMOUNT], text_width(amount, strong=True) + _MARK_ROOM
        )
        chips = self._rows.longest_states()
        widths[TableColumn.STATE] = max(
            widths[TableColumn.STATE], max(chip_size(text).width() for text in chips) + _HEADER_PADDING
        )
        left_over = self.viewport().width() - sum(widths.values())
        parts = sum(_STRETCHED.values())
        for column, share in _STRETCHED.items():
            widths[column] += max(0, left_over) * share // parts
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, widths[column])

    def go_to(self, place: int, column: Column) -> None:
        """Bring a cell into view and put the keys there."""
        index = self._rows.index(place, PLACE_OF[column])
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def current_cell(self) -> tuple[int, Column | None]:
        """Return the place of the row the keys are in, -1 for none, and the column if it is one that is typed."""
        index = self.currentIndex()
        if not index.isValid():
            return -1, None
        by_place = {place: column for column, place in PLACE_OF.items()}
        return index.row(), by_place.get(index.column())

    def chosen_places(self) -> list[int]:
        """Return the places of the rows in which anything is chosen."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete and control:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self._rows.setData(index, "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._can_edit():
            if not event.isAutoRepeat():
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _can_edit(self) -> bool:
        # The Enter that ends editing comes here too.
        is_editing = self.state() == QAbstractItemView.State.EditingState
        flags = self._rows.flags(self.currentIndex())
        return bool(flags & Qt.ItemFlag.ItemIsEditable) and not is_editing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        self._accept_file(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it anywhere on the table."""
        self._accept_file(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the file on."""
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    @staticmethod
    def _accept_file(event: QDragMoveEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _on_draft_changed(self) -> None:
        self._empty.setVisible(not len(self._rows.draft))
        if not self._fitting.isActive():
            self._fitting.start()
        # A row is twice in the batch as soon as another says so.
        self.viewport().update()


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
