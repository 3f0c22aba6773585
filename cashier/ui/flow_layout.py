"""Things beside each other, in as many lines as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget

from cashier.ui.widgets.painting import visual_rect


class FlowLayout(QLayout):
    """Lays its widgets out from the leading edge, each in the size it asks for, and begins new lines as needed."""

    def __init__(self, holder: QWidget, *, spacing: int, line_spacing: int | None = None) -> None:
        """Lay out what is put into `holder`.

        It is always a widget's own: put into another layout, it would find its items taken from it by the binding, and
        asking one of them would end the program.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._line_spacing = spacing if line_spacing is None else line_spacing
        holder.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of one of them."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than its things need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower place makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is at a width."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything where it belongs."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest of them."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        y = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if moves:
                self._place_line(line, rect, y, height)
            y += height + self._line_spacing
        return max(0, y - self._line_spacing - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or used + self.spacing() + wanted > width:
                lines.append([item])
                used = wanted
            else:
                lines[-1].append(item)
                used += self.spacing() + wanted
        return lines

    def _place_line(self, line: list[QLayoutItem], rect: QRect, top: int, height: int) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else QApplication.layoutDirection()
        x = rect.left()
        for item in line:
            size = item.sizeHint()
            width = min(size.width(), max(rect.width(), item.minimumSize().width()))
            # What is lower than its neighbours stands in their middle.
            place = QRect(x, top + (height - size.height()) // 2, width, size.height())
            item.setGeometry(visual_rect(direction, rect, place))
            x += size.width() + self.spacing()
