"""What stands where nothing is yet: what will appear here, and how to make it appear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.text_label import TextLabel


class EmptyState(QWidget):
    """An icon, a title and a sentence in the middle of the empty place; more may be added to `body`."""

    def __init__(self, icon_name: str, title: str, text: str, parent: QWidget | None = None) -> None:
        """Say `title` and, below it, `text`."""
        super().__init__(parent)
        self._icon = IconLabel(icon_name, "muted_text", 40)
        self._title = TextLabel(title, "strong")
        self._title.set_alignment("center")
        self._text = TextLabel(text, "small", tone="muted")
        self._text.set_alignment("center")
        self.body = QVBoxLayout()
        self.body.setSpacing(Spacing.S)
        self.body.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.XL, Spacing.M, Spacing.XL, Spacing.M)
        column.addStretch(1)
        column.addLayout(self.body)
        column.addStretch(1)

    def set_texts(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon.set_icon(icon_name, "muted_text")
