"""Where the fields of a form lie: they scroll by themselves, unless all that is around them scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cashier.ui.style.tokens import Spacing

# Below a field stands what is said about it.
_MESSAGE_ROOM: Final = Spacing.XXL


class FormArea(QScrollArea):
    """In the smallest window, with many accounts, the fields scroll; the buttons below them stay where they are."""

    def __init__(self, typed: QWidget) -> None:
        """Show `typed`, as wide as there is room."""
        super().__init__()
        self._is_whole = False
        self._followed: tuple[QWidget, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(typed)

    def set_whole(self, *, is_whole: bool) -> None:
        """Ask for as much height as all fields take: what is around them scrolls, and one bar is enough."""
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.updateGeometry()

    def follow(self, *controls: QWidget) -> None:
        """Scroll to each of these fields when the keys come to it, however they come."""
        self._followed = controls
        for control in controls:
            control.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: that of all fields, if they are not to scroll by themselves."""
        least = super().minimumSizeHint()
        typed = self.widget()
        # None as long as it is being made, whatever the stub says.
        if not self._is_whole or typed is None:
            return least
        width = max(self.viewport().width(), typed.minimumSizeHint().width())
        height = typed.heightForWidth(width) if typed.hasHeightForWidth() else typed.sizeHint().height()
        return QSize(least.width(), max(least.height(), height))

    def sizeHint(self) -> QSize:
        """Return the size that it would like."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew when the fields have become others; follow the keys."""
        if event.type() == QEvent.Type.FocusIn and watched in self._followed and isinstance(watched, QWidget):
            around = watched.parentWidget()
            while around is not None:
                if isinstance(around, QScrollArea):
                    around.ensureWidgetVisible(watched, 0, _MESSAGE_ROOM)
                around = around.parentWidget()
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest and self._is_whole:
            self.updateGeometry()
        return super().eventFilter(watched, event)
