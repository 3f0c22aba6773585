"""What the window shows before the till is open; it needs nothing of the kit, which takes longer to import than to wait for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import RAIL_WIDTH, Spacing

# As the rail has them.
_TOP: Final = 20
_TITLE_HEIGHT: Final = 32
_ENTRY_HEIGHT: Final = 46
_ENTRY_START: Final = Spacing.M + Spacing.M + 20 + Spacing.M
_TITLE_POINTS: Final = 13.0


class OpeningView(QWidget):
    """The rail with the names of the pages, where there will be one, and in the middle that the till is being opened.

    Args:
        has_rail: whether the till is set up: else the first thing it shows is a question, without a rail.

    Signals:
        painted: once, as soon as it is on the screen.
    """

    painted = Signal()

    def __init__(self, *, has_rail: bool) -> None:
        super().__init__()
        self.setObjectName("opening")
        self._has_rail = has_rail
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint all of it."""
        theme = current_theme()
        painter = QPainter(self)
        page = self.rect()
        if self._has_rail:
            rail = self._on_screen(QRect(0, 0, RAIL_WIDTH, self.height()))
            painter.fillRect(rail, QColor(theme.surface))
            painter.fillRect(
                self._on_screen(QRect(RAIL_WIDTH - 1, 0, 1, self.height())), QColor(theme.border)
            )
            self._paint_names(painter)
            page = self._on_screen(QRect(RAIL_WIDTH, 0, self.width() - RAIL_WIDTH, self.height()))
        painter.setFont(font())
        painter.setPen(QColor(theme.muted_text))
        painter.drawText(
            page, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("OpeningView", "Opening the till…")
        )
        if not self._is_painted:
            self._is_painted = True
            # When Qt comes back to its loop, what was painted has been handed to the screen.
            QTimer.singleShot(0, self.painted.emit)

    def _paint_names(self, painter: QPainter) -> None:
        theme = current_theme()
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        start, top = 2 * Spacing.M, _TOP
        painter.setFont(font(_TITLE_POINTS, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        room = QRect(start, top, RAIL_WIDTH - 2 * start, _TITLE_HEIGHT)
        painter.drawText(self._on_screen(room), flags, QCoreApplication.translate("Frame", "Cashier"))
        top += _TITLE_HEIGHT + Spacing.XL
        painter.setFont(font(BASE_POINTS, QFont.Weight.Medium))
        painter.setPen(QColor(theme.muted_text))
        for name in (
            QCoreApplication.translate("Frame", "Take payment"),
            QCoreApplication.translate("Frame", "Withdraw"),
            QCoreApplication.translate("Frame", "History"),
            QCoreApplication.translate("Frame", "Needs attention"),
            QCoreApplication.translate("Frame", "Settings"),
        ):
            room = QRect(_ENTRY_START, top, RAIL_WIDTH - _ENTRY_START - Spacing.M, _ENTRY_HEIGHT)
            painter.drawText(self._on_screen(room), flags, name)
            top += _ENTRY_HEIGHT + Spacing.XS

    def _on_screen(self, logical: QRect) -> QRect:
        """Return where a rectangle lies that is measured from the side where reading begins."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return logical
        return QRect(
            self.width() - logical.left() - logical.width(), logical.top(), logical.width(), logical.height()
        )
