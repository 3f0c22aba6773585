"""A field for a folder or file: chosen in the system's dialog, or typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Field, LineEdit, SecondaryButton
from cashier.ui.widgets.words import Words


class PathField(QWidget):
    """Shows a path and offers to choose another.

    Signals:
        choose_wanted: the person wants to choose; whoever listens asks, and tells the answer by `set_path`.
        changed: the path is another one.
    """

    choose_wanted = Signal()
    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it empty; `name` is the field's object name, its button's ends in `.choose`."""
        super().__init__(parent)
        self._edit = LineEdit()
        # A path is read from left to right; its digits stay as they are, since they name what is on the disk.
        self._edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._edit.setObjectName(name)
        self._field = Field("", self._edit)
        self._choose = SecondaryButton()
        self._choose.setObjectName(f"{name}.choose")
        self._choose.setAutoDefault(False)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(self._field, 1)
        column.addWidget(self._choose)
        self.setFocusProxy(self._edit)
        self._choose.clicked.connect(self.choose_wanted)
        self._edit.textChanged.connect(lambda _: self._on_text())

    def set_texts(self, label: str, choose: str) -> None:
        """Say what is asked for, and what the button says."""
        self._field.set_label(label)
        self._choose.setText(choose)

    def set_path(self, path: Path) -> None:
        """Show another path."""
        self._edit.setText(str(path))

    def path(self) -> Path | None:
        """Return what is chosen or typed, None for nothing."""
        text = self._edit.text().strip()
        return Path(text) if text else None

    def set_error(self, words: Words | None) -> None:
        """Say what is wrong with it, or nothing any more."""
        self._field.set_error(words)

    def _on_text(self) -> None:
        self._field.set_error(None)
        self.changed.emit()
