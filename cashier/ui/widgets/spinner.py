"""A small ring that turns while something is being waited for."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cashier.ui.style.motion import motion_is_reduced
from cashier.ui.style.theme import current_theme
from cashier.ui.widgets.painting import paint_arc

STEP_MS = 40
STEP_DEGREES = 14.0


class Spinner(QWidget):
    """Turns while it is visible; stands still where nothing is to move."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 20, role: str = "accent") -> None:
        """Make one of `size` pixels in the theme's colour `role`."""
        super().__init__(parent)
        self._size = size
        self._role = role
        self._degrees = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self.setFixedSize(size, size)

    def is_turning(self) -> bool:
        """Say whether it moves."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(self._size, self._size)

    def showEvent(self, event: QShowEvent) -> None:
        """Start to turn."""
        super().showEvent(event)
        if not motion_is_reduced():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop: nothing hidden takes the processor's time."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ring."""
        paint_arc(QPainter(self), QRectF(self.rect()), getattr(current_theme(), self._role), self._degrees)

    def _step(self) -> None:
        self._degrees = (self._degrees + STEP_DEGREES) % 360
        self.update()
