"""What the window shows before the till is open; it needs nothing of the kit, which takes longer to import than to wait for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QFont, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.tokens import RAIL_WIDTH, Spacing

# As the rail has them.
_TOP: Final = 20
_TITLE_HEIGHT: Final = 44
_TITLE_POINTS: Final = 13.0
_ENTRY_HEIGHT: Final = 46
_ENTRY_START: Final = Spacing.M + Spacing.M + 20 + Spacing.M


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
        self._is_painted = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if has_rail:
            row.addWidget(_rail())
            row.addWidget(_filled(QPalette.ColorRole.Mid, 1))
        row.addStretch(1)
        row.addWidget(_muted(QCoreApplication.translate("OpeningView", "Opening the till…")))
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so at the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # When Qt comes back to its loop, what was painted has been handed to the screen.
            QTimer.singleShot(0, self.painted.emit)


def _rail() -> QWidget:
    rail = _filled(QPalette.ColorRole.Base, RAIL_WIDTH - 1)
    column = QVBoxLayout(rail)
    column.setContentsMargins(0, _TOP, 0, 0)
    column.setSpacing(0)
    title = QLabel(QCoreApplication.translate("Frame", "Cashier"))
    title.setFont(font(_TITLE_POINTS, QFont.Weight.DemiBold))
    title.setFixedHeight(_TITLE_HEIGHT)
    title.setIndent(2 * Spacing.M)
    column.addWidget(title)
    column.addSpacing(Spacing.XL)
    for text in (
        QCoreApplication.translate("Frame", "Take payment"),
        QCoreApplication.translate("Frame", "Withdraw"),
        QCoreApplication.translate("Frame", "History"),
        QCoreApplication.translate("Frame", "Needs attention"),
        QCoreApplication.translate("Frame", "Settings"),
    ):
        entry = _muted(text)
        entry.setFont(font(BASE_POINTS, QFont.Weight.Medium))
        entry.setFixedHeight(_ENTRY_HEIGHT)
        entry.setIndent(_ENTRY_START)
        column.addWidget(entry)
        column.addSpacing(Spacing.XS)
    column.addStretch(1)
    return rail


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("tone", "muted")
    return label


def _filled(role: QPalette.ColorRole, width: int) -> QWidget:
    made = QWidget()
    made.setBackgroundRole(role)
    made.setAutoFillBackground(True)
    made.setFixedWidth(width)
    return made
