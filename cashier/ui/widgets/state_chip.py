"""The state of a thing in three signs at once: icon, word and colour."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cashier.ui.style.fonts import font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect

_ICON_SIZE: Final = 14
_PADDING: Final = 10
_GAP: Final = 5
_HEIGHT: Final = 26


class StateKind(StrEnum):
    """What a state means to the cashier; the theme has a colour and a soft ground for each."""

    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"
    NEUTRAL = "neutral"


DEFAULT_ICONS: Final = {
    StateKind.SUCCESS: "check",
    StateKind.WARNING: "clock",
    StateKind.DANGER: "cross",
    StateKind.INFO: "info",
    StateKind.NEUTRAL: "ellipsis",
}


def _chip_font() -> QFont:
    return font(9.75, QFont.Weight.Medium)


def chip_size(text: str) -> QSize:
    """Return the size of a chip that says `text`."""
    metrics = QFontMetrics(_chip_font())
    width = metrics.horizontalAdvance(text) + _ICON_SIZE + _GAP + 2 * _PADDING
    return QSize(width, max(_HEIGHT, metrics.height() + 4))


def paint_chip(
    painter: QPainter,
    rect: QRect,
    kind: StateKind,
    text: str,
    *,
    icon_name: str = "",
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Paint a chip into `rect` (of `chip_size`), as the tables' delegates do too."""
    theme = current_theme()
    color = getattr(theme, kind.value)
    ground = getattr(theme, f"{kind.value}_soft")
    paint_box(painter, QRectF(rect), fill=ground, border=None, radius=rect.height() / 2)
    icon = QRect(rect.left() + _PADDING, rect.center().y() - _ICON_SIZE // 2 + 1, _ICON_SIZE, _ICON_SIZE)
    name = icon_name or DEFAULT_ICONS[kind]
    paint_icon(painter, name, color, QRectF(visual_rect(direction, rect, icon)))
    words = rect.adjusted(_PADDING + _ICON_SIZE + _GAP, 0, -_PADDING + 2, 0)
    painter.setPen(QColor(color))
    painter.setFont(_chip_font())
    painter.drawText(visual_rect(direction, rect, words), text_flags(direction), text)


class StateChip(QWidget):
    """A chip as a widget of its own; a screen reader reads its word."""

    def __init__(
        self, kind: StateKind, text: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        """Say `text` in the colours of `kind`, with its usual icon or `icon_name`."""
        super().__init__(parent)
        self._kind, self._text, self._icon_name = kind, text, icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_state(self, kind: StateKind, text: str, icon_name: str = "") -> None:
        """Say another state."""
        self._kind, self._text, self._icon_name = kind, text, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def kind(self) -> StateKind:
        """Return what the state means."""
        return self._kind

    def text(self) -> str:
        """Return the state's word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the size of the whole word and its icon."""
        return chip_size(self._text)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a state is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the chip."""
        paint_chip(
            QPainter(self),
            self.rect(),
            self._kind,
            self._text,
            icon_name=self._icon_name,
            direction=self.layoutDirection(),
        )
