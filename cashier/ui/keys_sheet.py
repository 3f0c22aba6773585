"""The keys of the page and of the whole program, shown over the page by F1."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cashier.ui.key_words import KeyRow, KeyWords
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import KeyHint, SecondaryButton, Sheet, TextLabel

_CARD_WIDTH: Final = 880
_KEYS_WIDTH: Final = 108


class KeysSheet(Sheet):
    """Lists what each key does; Esc and F1 close it, and it deletes itself then."""

    def __init__(self, window: QWidget, page: str | None) -> None:
        """Show the keys of the page that the rail names so, or for None of what lies over it."""
        super().__init__(window)
        self.setObjectName("keys")
        self.set_card_width(_CARD_WIDTH)
        self._page = page
        self._words = KeyWords(self)
        self._title = TextLabel(role="title")
        self._title.setObjectName("keys.title")
        self._here, self._everywhere = _KeyList(), _KeyList()
        self._here.setObjectName("keys.here")
        self._everywhere.setObjectName("keys.everywhere")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("keys.close")
        self._close.setDefault(True)
        self._close.clicked.connect(self.reject)
        lists = QHBoxLayout()
        lists.setSpacing(Spacing.XXL)
        lists.addWidget(self._here, 1)
        lists.addWidget(self._everywhere, 1)
        self.body.addWidget(self._title)
        self.body.addSpacing(Spacing.S)
        self.body.addLayout(lists)
        self.body.addSpacing(Spacing.L)
        self.body.addWidget(self._close)
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.set_title(self.tr("Keys"))
        self._title.setText(self.tr("Keys"))
        if self._page is None:
            self._here.show_rows(self.tr("Here"), self._words.over_a_page())
        else:
            self._here.show_rows(self.tr("On this page"), self._words.of_page(self._page))
        self._everywhere.show_rows(self.tr("Everywhere"), self._words.everywhere())
        self._close.setText(self.tr("Close"))
        # Nothing in the lists takes the keys: all of it is read when the sheet opens.
        self.setAccessibleDescription(f"{self._here.text()}. {self._everywhere.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on F1 too, wherever the program's own shortcut does not reach."""
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.reject()
            return
        super().keyPressEvent(event)


class _KeyList(QWidget):
    """A heading and below it, a key a line, what it does."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = TextLabel(role="heading")
        self._rows: list[KeyRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(Spacing.S)
        self._grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_rows(self, heading: str, rows: list[KeyRow]) -> None:
        """Show these and no others."""
        self._heading.setText(heading)
        self._rows = rows
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(rows):
            self._grid.addWidget(_Keys(row.keys), place, 0, Qt.AlignmentFlag.AlignTop)
            label = TextLabel(row.text)
            label.setAccessibleName(_read_out(row))
            self._grid.addWidget(label, place, 1, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        """Return all of it as it is read out."""
        return f"{self._heading.text()}: {'; '.join(map(_read_out, self._rows))}"


class _Keys(QWidget):
    """The chips of the keys that do the same, one below the other where there are several."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Spacing.XS - 1, 0, 0)
        column.setSpacing(Spacing.XS)
        for key in keys:
            column.addWidget(KeyHint(key), 0, Qt.AlignmentFlag.AlignLeading)


def _read_out(row: KeyRow) -> str:
    return f"{', '.join(row.keys)}: {row.text}"
