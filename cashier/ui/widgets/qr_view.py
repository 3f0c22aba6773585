"""A QR code for the customer's telephone to read off the screen."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET_MODULES: Final = 4
_LEAST_SIDE: Final = 180


class QrView(QWidget):
    """Black on white in both themes, each module the same whole number of the screen's own pixels."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 240) -> None:
        """Make it empty, wishing to be `side` pixels square."""
        super().__init__(parent)
        self._side = side
        self._matrix: tuple[bytes | bytearray, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_data(self, text: str) -> None:
        """Show `text` as a QR code that survives the damage of a smeared screen (level M); "" shows nothing.

        Raises:
            segno.DataOverflowError: if the text is too long for any QR code.
        """
        import segno  # noqa: PLC0415  # not for the start: idle_steps.py brings it in

        self._matrix = tuple(segno.make_qr(text, error="m").matrix) if text else ()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the wished square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest square a telephone reads at arm's length."""
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the modules on the device's own pixels, so that no edge is blurred at 125 % or 150 %."""
        if not self._matrix:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        modules = len(self._matrix) + 2 * _QUIET_MODULES
        module = max(1, min(width, height) // modules)
        side = module * modules
        left, top = (width - side) // 2, (height - side) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(QRect(left, top, side, side), 8 * ratio, 8 * ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left += module * _QUIET_MODULES
        top += module * _QUIET_MODULES
        for y, row in enumerate(self._matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, QColor("black"))
