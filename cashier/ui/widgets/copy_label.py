"""A reference, token or number that can be selected, and copied with one click."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from cashier.domain.text import without_invisible
from cashier.ui.locale_format import isolate_ltr, plain
from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH
from cashier.ui.widgets.text_label import absolute_alignment

# A word longer than this is broken rather than cut where there is no room for it.
_LONGEST_WORD: Final = 24
_MAY_BREAK: Final = "\u200b"
_LONG_WORD: Final = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


class CopyLabel(QLabel):
    """Shows text left to right inside any other and copies it clean, without the marks that make it so.

    Signals:
        copied: with the text that went to the clipboard.
    """

    copied = Signal(str)

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        points: float = BASE_POINTS,
        tone: str = "text",
    ) -> None:
        """Show `text`; `tone` is "text" or "muted"."""
        super().__init__(parent)
        self._plain_text = ""
        self._alignment = "leading"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(points, tabular=True))
        self.setProperty("tone", tone)
        self.setWordWrap(True)
        # Not by the keyboard: a cursor would stand in what cannot be typed into. The keys copy all of it.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy_action = QAction(self)
        self._copy_action.triggered.connect(self.copy)
        self.addAction(self._copy_action)
        self.set_alignment("leading")
        self._translate()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._plain_text = plain(text)
        super().setText(isolate_ltr(_breakable(text)) if text else "")
        self.setAccessibleName(self._plain_text)
        # There is nothing to go to while it is empty.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus)

    def setText(self, text: str) -> None:
        """Show another text."""
        self.set_text(text)

    def text(self) -> str:
        """Return the text without direction marks."""
        return self._plain_text

    def set_alignment(self, alignment: str) -> None:
        """Align to "leading", "center" or "trailing"."""
        self._alignment = alignment
        self.setAlignment(absolute_alignment(alignment, self.layoutDirection()))

    def copy(self) -> None:
        """Put what is selected, or else all of it, on the clipboard and say so."""
        text = without_invisible(self.selectedText()) or without_invisible(self._plain_text)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
        QToolTip.showText(QCursor.pos(), QCoreApplication.translate("CopyLabel", "Copied"), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy on a click that selected nothing."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self.copy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the copy keys, Enter or Space."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() == Qt.Key.Key_Space:
            self.copy()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a line below it while it has the keys."""
        super().paintEvent(event)
        if self.hasFocus():
            flags = self.alignment() | Qt.TextFlag.TextWordWrap
            text = self.fontMetrics().boundingRect(self.contentsRect(), int(flags), super().text())
            line = QRect(text.left(), min(text.bottom(), self.height() - 1) - 1, text.width(), FOCUS_WIDTH)
            QPainter(self).fillRect(line, QColor(current_theme().accent))

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction, words with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.set_alignment(self._alignment)
        elif event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._copy_action.setText(QCoreApplication.translate("CopyLabel", "Copy"))
        self.setToolTip(QCoreApplication.translate("CopyLabel", "Click to copy"))


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(lambda found: f"{found[0]}{_MAY_BREAK}", text)


ReferenceLabel = CopyLabel
