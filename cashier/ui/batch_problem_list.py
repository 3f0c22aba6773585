"""What is wrong in a batch, one sentence for each cell; a press goes to the cell."""

from __future__ import annotations

from itertools import islice
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cashier.services.batch_cells import Column
from cashier.ui.batch_table_model import BatchTableModel
from cashier.ui.batch_words import BatchWords
from cashier.ui.style.fonts import font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.painting import paint_wrapped, visual_rect, wrapped_height

# Nobody reads more; after mending some, the next come up.
_LISTED_AT_ONCE: Final = 100
_ICON_SIZE: Final = 16
_TEXT_START: Final = Spacing.M + _ICON_SIZE + Spacing.S
_PADDING: Final = 5
_POINTS: Final = 10.0
_WHERE: Final = Qt.ItemDataRole.UserRole + 1


class BatchProblemList(QListView):
    """The list of problems.

    Signals:
        problem_chosen: with the place of the row and the column.
    """

    problem_chosen = Signal(int, Column)

    def __init__(self, rows: BatchTableModel) -> None:
        super().__init__()
        self.setObjectName("batch.problems")
        self._rows = rows
        self._words = BatchWords(self)
        self._listed: list[str] = []
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_SentenceDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_chosen)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.setAccessibleName(self.tr("Problems"))
        self.show_problems()

    def show_problems(self) -> None:
        """List what is wrong now."""
        draft = self._rows.draft
        found = list(islice(draft.problems(), _LISTED_AT_ONCE))
        sentences = [self._rows.sentence(place, problem) for place, problem in found]
        if draft.problem_count > len(found):
            sentences.append(self._words.more_problems(draft.problem_count - len(found)))
        where = [(place, problem.column) for place, problem in found]
        if sentences != self._listed:
            self._listed = sentences
            self._items.clear()
            for sentence in sentences:
                self._items.appendRow(QStandardItem(sentence))
        for row, cell in enumerate(where):
            self._items.item(row).setData(cell, _WHERE)

    def sizeHint(self) -> QSize:
        """Return the size that shows a few sentences."""
        rows = min(self._items.rowCount(), 3)
        hint = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth() + 2
        return QSize(super().sizeHint().width(), hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the cell on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        where = index.data(_WHERE) if index.isValid() else None
        if where is not None:
            place, column = where
            self.problem_chosen.emit(place, column)


class _SentenceDelegate(QStyledItemDelegate):
    """Paints an icon and a sentence that is broken rather than cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 0
        room = max(120, width - _TEXT_START - Spacing.M)
        direction = view.layoutDirection() if isinstance(view, QListView) else Qt.LayoutDirection.LeftToRight
        return QSize(width, wrapped_height(str(index.data()), font(_POINTS), room, direction) + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(theme.hover))
        if index.data(_WHERE) is not None:
            top = rect.top() + (rect.height() - _ICON_SIZE) // 2
            icon = QRect(rect.left() + Spacing.M, top, _ICON_SIZE, _ICON_SIZE)
            paint_icon(painter, "warning", theme.danger, QRectF(visual_rect(direction, rect, icon)))
        painter.setFont(font(_POINTS))
        painter.setPen(QColor(theme.text))
        words = rect.adjusted(_TEXT_START, 0, -Spacing.M, 0)
        paint_wrapped(
            painter,
            QRectF(visual_rect(direction, rect, words)),
            str(index.data()),
            direction=direction,
        )
        painter.restore()
