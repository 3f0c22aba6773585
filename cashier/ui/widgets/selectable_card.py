"""A card that is chosen among its siblings, such as the account that takes the payment."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from cashier.ui.style.fonts import BASE_POINTS, SMALL_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, RADIUS, Spacing
from cashier.ui.widgets.painting import paint_box, paint_wrapped, wrapped_height

_LEAST_WIDTH: Final = 144


class SelectableCard(QRadioButton):
    """A radio button that looks like a card: title, subtitle, one chosen among the children of one parent.

    Being a real radio button it brings Qt's own arrow keys, exclusiveness and accessible role.
    """

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        """Say `title` and, below it, `subtitle`."""
        super().__init__(parent)
        self._subtitle = ""
        self._is_low = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(font(BASE_POINTS, QFont.Weight.DemiBold))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_texts(title, subtitle)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Say something else, as after a change of language."""
        self.setText(title)
        self._subtitle = subtitle
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        self.updateGeometry()
        self.update()

    def set_low(self, *, is_low: bool) -> None:
        """Show the title alone, as where a line less is worth more than what it says."""
        self._is_low = is_low
        self.updateGeometry()
        self.update()

    def subtitle(self) -> str:
        """Return the second line."""
        return self._subtitle

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return the size with each text on one line."""
        widest = max(
            QFontMetrics(self.font()).horizontalAdvance(self.text()),
            QFontMetrics(self._small()).horizontalAdvance(self._second_line()),
        )
        width = max(_LEAST_WIDTH, widest + 2 * Spacing.L + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at the height that it then takes."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def hasHeightForWidth(self) -> bool:
        """Say yes: the texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that both texts take when wrapped into `width`."""
        title, subtitle = self._heights(width)
        around = Spacing.S if self._is_low else Spacing.M
        return max(CONTROL_HEIGHT, title + subtitle + Spacing.XS * bool(subtitle) + 2 * (around + 1))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme or direction."""
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the card."""
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        paint_box(
            painter,
            rect,
            fill=theme.accent_soft if chosen else theme.hover if self.underMouse() else theme.surface,
            border=theme.accent if chosen else theme.border,
            border_width=FOCUS_WIDTH if chosen else 1,
            radius=RADIUS + 2,
        )
        if self.hasFocus():
            ring = rect.adjusted(4, 4, -4, -4)
            paint_box(painter, ring, fill=None, border=theme.accent, border_width=1, radius=RADIUS - 2)
        title, subtitle = self._heights(self.width())
        whole = title + subtitle + Spacing.XS * bool(subtitle)
        top = (self.height() - whole) // 2
        inner = self.rect().adjusted(Spacing.L, 0, -Spacing.L, 0)
        direction = self.layoutDirection()
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.muted_text))
        painter.setFont(self.font())
        upper = QRectF(inner.left(), top, inner.width(), title)
        paint_wrapped(painter, upper, self.text(), direction=direction)
        painter.setPen(QColor(theme.muted_text))
        painter.setFont(self._small())
        lower = QRectF(inner.left(), top + title + Spacing.XS, inner.width(), subtitle)
        paint_wrapped(painter, lower, self._second_line(), direction=direction)

    def _small(self) -> QFont:
        return font(SMALL_POINTS)

    def _second_line(self) -> str:
        return "" if self._is_low else self._subtitle

    def _heights(self, width: int) -> tuple[int, int]:
        room = width - 2 * Spacing.L
        direction = self.layoutDirection()
        title = wrapped_height(self.text(), self.font(), room, direction)
        return title, wrapped_height(self._second_line(), self._small(), room, direction)
