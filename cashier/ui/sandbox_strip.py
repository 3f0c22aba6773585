"""The strip that says, over every page and dialog, that nothing here is real."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.ui.style.icons import IconLabel
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import TextLabel
from cashier.ui.widgets.painting import paint_box

_ICON_SIZE: Final = 16


class SandboxStrip(QWidget):
    """A line across the window's top; nothing takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame.sandbox")
        self._text = TextLabel(role="small", tone="info")
        row = QHBoxLayout(self)
        row.setContentsMargins(Spacing.L, Spacing.XS, Spacing.L, Spacing.XS)
        row.setSpacing(Spacing.S)
        row.addStretch(1)
        row.addWidget(IconLabel("info", "info", _ICON_SIZE))
        row.addWidget(self._text)
        row.addStretch(1)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write it in the language of the moment."""
        self._text.setText(self.tr("Sandbox: everything here is made up, and no money moves."))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the soft ground."""
        paint_box(QPainter(self), QRectF(self.rect()), fill=current_theme().info_soft, border=None, radius=0)
