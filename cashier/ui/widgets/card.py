"""Surfaces: the white card, the small grey one inside it, and the line between rows."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cashier.ui.style.tokens import Spacing


class Card(QFrame):
    """A bordered surface with rounded corners; put things into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.XL)
        self.body.setSpacing(Spacing.M)


class SubtleCard(QFrame):
    """A small borderless box on a card, for a figure and its caption; put things into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setProperty("kind", "subtle")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Spacing.L, Spacing.S, Spacing.L, Spacing.M)
        self.body.setSpacing(0)


class Divider(QFrame):
    """A line of one pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it."""
        super().__init__(parent)
        self.setProperty("kind", "divider")
        self.setFixedHeight(1)
